"""Fuzz the sandbox with what the document allows, and with what it doesn't, by schemathesis.

    python -m tests.conformance [--examples N] [--seed N] [further options of schemathesis]

Every response, to good requests and to bad ones, has to be as the document says: its status, its
content type, its headers and its body; none may be a 5xx. The same seed sends the same requests.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from particle_client.sandbox import Sandbox
from particle_client.sandbox.integrations import Integration
from particle_client.sandbox.networks import MeshNetwork
from particle_client.sandbox.owners import Owner

from .documented import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["fuzz", "main", "tool"]

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
"""Left out are the checks that every bad request is refused and every good one accepted: the cloud
overlooks what it doesn't know, as the sandbox does, and says no for reasons that a document can't
express (a device is offline, a name is taken)."""

ENDS_TOKENS = r"/(access_tokens(/.*)?|user|user/mfa-.*)$"
"""Paths of operations after which the token may be worth nothing; they come last."""


class BriefStreams:
    """Ends event streams as soon as they have begun: a fuzzer waits for the end of a response."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ended = False

        async def send_less(message: Message) -> None:
            nonlocal ended
            if ended:
                return
            await send(message)
            headers: list[tuple[bytes, bytes]] = message.get("headers", [])
            if any(value.startswith(b"text/event-stream") for _, value in headers):
                ended = True
                await send({"type": "http.response.body", "body": b":ok\n\n"})

        await self._app(scope, receive, send_less)


def tool() -> str | None:
    """Where schemathesis is: beside this Python, or on the PATH; None if it isn't installed."""
    beside = Path(sys.executable).with_name("schemathesis")
    return str(beside) if beside.exists() else shutil.which("schemathesis")


def fuzz(
    command: str, *, examples: int = 3, seed: int = 1, options: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run schemathesis against a new sandbox, first without the paths that end tokens, then with
    them; give the first run that failed, else the last."""
    for selection in ("--exclude-path-regex", "--include-path-regex"):
        with _sandbox() as cloud:
            run = subprocess.run(
                [
                    command,
                    "run",
                    str(BUNDLED),
                    f"--url={cloud.base_url}",
                    f"--header=Authorization: Bearer {cloud.access_token}",
                    f"--checks={','.join(CHECKS)}",
                    "--phases=examples,coverage,fuzzing",
                    f"--max-examples={examples}",
                    f"--seed={seed}",
                    "--generation-database=none",
                    "--continue-on-failure",
                    "--warnings=off",
                    "--no-color",
                    selection,
                    ENDS_TOKENS,
                    *options,
                ],
                cwd=BUNDLED.parent.parent,
                env={
                    **os.environ,
                    "PYTHONPATH": ".",
                    "SCHEMATHESIS_HOOKS": "tests.conformance_hooks",
                },
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        if run.returncode:
            break
    return run


def _sandbox() -> Sandbox:
    """Return a sandbox that knows the ids of the document's examples."""
    from starlette.middleware import Middleware

    cloud = Sandbox(flash_step=0, device_timeout=1, middleware=[Middleware(BriefStreams)])
    variables: dict[str, Any] = {"temperature": 21.5, "analogvalue": 1, "my-name": "text"}
    functions: dict[str, Any] = {"brew": len, "my-name": len}
    organization = cloud.add_organization("Acme", slug="acme-org")
    product = cloud.add_product(
        "My product", slug="my-product-v100", groups=["group_a"], organization=organization
    )
    cloud.add_device(
        "greenhouse",
        id="0123456789abcdef01234567",
        product=product,
        variables=variables,
        functions=functions,
        iccid="8934076500002589174",
        serial_number="E26AAA111111111",
        groups=["group_a"],
        firmware_version=3,
    )
    for owner in (Owner(account=cloud.account), Owner(product=product)):
        for name in ("12345", "abc123") if owner.account else ():
            cloud.state.integrations.add(
                Integration(
                    id=name,
                    owner=owner,
                    kind="Webhook",
                    created_at=cloud.state.clock.timestamp(),
                    settings={"event": "e", "url": "http://127.0.0.1:9/", "requestType": "POST"},
                )
            )
        cloud.state.ledgers.add(owner, "l1")
    cloud.state.networks.add(MeshNetwork(name="net1", owner=cloud.account))
    return cloud


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("--examples", type=int, default=3, help="generated requests an operation")
    parser.add_argument("--seed", type=int, default=1)
    arguments, options = parser.parse_known_args()
    command = tool()
    if command is None:
        print("schemathesis isn't installed: pip install schemathesis", file=sys.stderr)
        return 2
    run = fuzz(command, examples=arguments.examples, seed=arguments.seed, options=options)
    print(run.stdout)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())

"""The examples of methods: each operation has one, and it runs against the sandbox.

What the document's examples call by other names than the tests' sandbox gets the sandbox's names;
nothing else of an example is changed.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.written_examples import WRITTEN
from particle_client import AsyncParticle, Particle
from particle_client.sandbox import Sandbox
from tests.documented import operations
from tests.every import every
from tests.operation_calls.samples import (
    DEVICE,
    ICCID,
    ORG,
    PASSWORD,
    PRODUCT,
    USER,
    VERSION,
)
from tests.sandbox.furnished import CUSTOMER, furnished

if TYPE_CHECKING:
    from collections.abc import Iterator


pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

SCOPES = {
    "particle": "/v1",
    "product": "/v1/products/{productIdOrSlug}",
    "org": "/v1/orgs/{orgIdOrSlug}",
}
STREAMS = re.compile(r"GET /v1/\S*events(/{eventPrefix})?")
"""Operations of which one method, written by hand, chooses: see tests/events."""


@dataclass
class Example:
    """An example of a method, in one scope."""

    name: str
    """How the method is reached: `product.devices.get`."""
    where: str
    """The operation: `GET /v1/…`."""
    code: str


def documented(client: Any) -> list[Example]:
    """Return the examples in the docstrings of a client's methods."""
    scopes = {"particle": client, "product": client.product("p"), "org": client.org("o")}
    return [
        Example(name, _where(text, root), code)
        for root, scope in scopes.items()
        for name, method in methods(scope, root)
        if (text := inspect.getdoc(method) or "") and (code := code_of(text, root))
    ]


def methods(client: object, above: str) -> Iterator[tuple[str, Any]]:
    """Return the methods of a client or a scope, and of its resources, by how they are reached."""
    for name in dir(client):
        member = None if name.startswith("_") else getattr(client, name)
        if inspect.ismethod(member):
            yield f"{above}.{name}", member
        elif "." not in above and type(member).__module__.startswith("particle_client."):
            yield from methods(member, f"{above}.{name}")


def code_of(docstring: str, root: str) -> str | None:
    """Return the code of a docstring's example, in the scope of that name."""
    _, title, after = docstring.partition("\nExamples:\n")
    if not title:
        return None
    lines = textwrap.dedent(after.partition("\n\n")[0]).splitlines()
    assert all(line.startswith((">>> ", "... ")) for line in lines), lines
    code = "\n".join(line[4:] for line in lines)
    return re.sub(
        r"^((?:async )?(?:for \w+ in |await )?)(?:particle|product)\.", rf"\1{root}.", code
    )


def _where(docstring: str, root: str) -> str:
    text = " ".join(docstring.partition("\nCloud API: ")[2].split())
    found = re.match(r"\w+, ([A-Z]+) (\S+?)\.?(?: |$)", text)
    assert found, docstring
    return f"{found[1]} {found[2].replace('{scope}', SCOPES[root])}"


EXAMPLES = documented(Particle("TOKEN"))
ASYNC_EXAMPLES = documented(AsyncParticle("TOKEN"))

NAMES = {
    '"gong"': '"my-name"',
    '"temperature")': '"my-name")',
    '"system"': '"my-name"',
    '"5a9ee9d1a72b6d2e1b000001"': '"5f91f6c8f3b2a1d0c4e7b6a5"',
    '"12345"': '"integration-1"',
    '"abc123")': '"hook-1")',
    '"l1"': '"settings"',
    '"2023-11-01T00:00:00.000Z"': f'"{VERSION}"',
    'version="0.0.10"': 'version="1.0.0"',
    '"InternetButton"': '"my-name"',
    '"testlib43"': '"my-name"',
    '"79c1c82b-6dc5-49a1-b678-559b3e53a44d"': '"function-1"',
    '"f1540276-63df-44a7-9f1b-b0dfec9640ea"': '"run-1"',
    '"net1"': '"network-1"',
    '"client-123"': '"client-1"',
    '"acme-org"': f'"{ORG}"',
    '"my-product-v100"': f'"{PRODUCT}"',
    '"E26AAA111111111"': '"PH-160101-AB12"',
    '"123abc"': '"token-1"',
    "(4567)": "(PRODUCT_ID)",
    ", 4567)": ", PRODUCT_ID)",
    '("net"': '("another-net"',
    '"My Product"': '"My other product"',
    'secrets.get("FOO")': 'secrets.get("MY_SECRET")',
    'secrets.delete("FOO")': 'secrets.delete("MY_SECRET")',
    "list_notifications(1)": "list_notifications(17)",
    "get_usage_report(1)": "get_usage_report(18)",
    '1, "devices"': '17, "devices"',
    '"test@company.com"': f'"{CUSTOMER}"',
    '"jane@example.com"': f'"{CUSTOMER}"',
    '"ada@example.com"': f'"{USER}"',
    '"testuser@example.com"': '"other@example.com"',
    '"forgetful-john@example.com"': f'"{USER}"',
    '"My current password"': f'"{PASSWORD}"',
    '"mypassword"': f'"{PASSWORD}"',
    'disable_mfa("pw")': f'disable_mfa("{PASSWORD}")',
    '"reset-tok"': '"reset-token"',
    '"mfa-tok"': '"mfa-token"',
    '"verify-tok"': '"token-1"',
    '"user@domain.com"': '"owner@example.com"',
    '["abc123"]': f'["{DEVICE}"]',
    '["123", "456"]': f'["{DEVICE}"]',
    '"group_a")': '"beta")',
    '"group_a", name': '"beta", name',
    '["foo", "bar", "baz"]': '["beta"]',
    'lock_firmware("0123456789abcdef01234567", 1': 'lock_firmware("0123456789abcdef01234567", 3',
    "release(1": "release(3",
    '"test@example.com"': f'"{USER}"',
    '"jeff@particle.io"': f'"{USER}"',
    '"test+prg123@example.com"': f'"{USER}"',
    '"example-api-user+abcdefghij@api.particle.io"': f'"{USER}"',
    '"2819c223-7f76-453a-919d-413861904646"': '"scim-user-1"',
}
"""What an example says → what the sandbox of the tests has in its place."""


def prepare(cloud: Sandbox, name: str) -> None:
    """Bring the sandbox into the state that an example begins with."""
    device, now = cloud.devices[0], cloud.state.clock.now()
    sim = cloud.state.sims.find(ICCID)
    assert sim is not None
    resource, method = name.split(".")[-2:]
    if resource in ("devices", "quarantine") and method in ("deny", "remove", "approve"):
        device.quarantined = True
    if (resource == "firmware" and method == "release") or method == "lock_firmware":
        with cloud.client() as client:
            found = client.product(PRODUCT).firmware
            if not list(found.list()):
                found.upload(b"firmware", 3, "First")
    if resource == "sims" and method in ("deactivate", "update", "data_usage"):
        sim.activate(now)
    if resource == "sims" and method == "reactivate":
        sim.activate(now)
        sim.deactivate(now)


CUSTOMERS = ("particle.tokens.create_for_customer", "particle.tokens.refresh")


def names(code: str, product_id: int) -> str:
    """Return an example with the names that the sandbox has."""
    for shown, there in NAMES.items():
        code = code.replace(shown, there)
    return code.replace("PRODUCT_ID", str(product_id))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with the files that examples name."""
    monkeypatch.chdir(tmp_path)
    Path("firmware.bin").write_bytes(b"firmware")
    Path("file.txt").write_text(f"{DEVICE}\n")
    Path("sims.txt").write_text(f"{ICCID}\n")


def test_every_operation_has_an_example() -> None:
    missing = {each.where for each in operations()} - {each.where for each in EXAMPLES}
    written = {where for where in missing if STREAMS.fullmatch(where)}
    assert missing - written == {
        "POST /v1/binaries",  # firmware.compile
        "POST /v1/libraries",  # libraries.contribute
        "POST /v1/provisioning/{deviceId}",  # devices.send_public_key
    }


def test_every_method_written_by_hand_has_an_example() -> None:
    client = Particle("TOKEN")
    with_example = {each.name for each in EXAMPLES} | WRITTEN.keys()
    shared = {name.replace("particle.", "product.", 1) for name in WRITTEN}
    scopes = {"particle": client, "product": client.product("p"), "org": client.org("o")}
    names = {name for root, scope in scopes.items() for name, _ in methods(scope, root)}
    assert names - with_example - shared == set()
    assert WRITTEN.keys() <= names


def test_the_async_client_has_the_same_examples() -> None:
    plain = [each.code for each in ASYNC_EXAMPLES]
    assert len(plain) == len(EXAMPLES)
    for example, code in zip(EXAMPLES, plain, strict=True):
        code = re.sub(r"^async |^await ", "", code)
        # A line that `await` makes too long is broken.
        assert "".join(code.split()).replace(",)", ")") == "".join(example.code.split()).replace(
            ",)", ")"
        )


def variables(client: Any) -> dict[str, Any]:
    return {
        "particle": client,
        "product": client.product(PRODUCT),
        "org": client.org(ORG),
        "print": lambda *_: None,
    }


@every("example", EXAMPLES, name=lambda example: f"{example.name} ({example.where})")
def test_the_example_runs(example: Example) -> None:
    with furnished(example.where) as cloud, cloud.client(retries=0) as client:
        prepare(cloud, example.name)
        code = names(example.code, next(iter(cloud.state.products.values())).id)
        if example.name not in CUSTOMERS:
            exec(code, variables(client))
            return
        client, code = of_a_customer(cloud, code)
        with client:
            exec(code, variables(client))


def of_a_customer(cloud: Sandbox, code: str) -> tuple[Particle, str]:
    """Return a client that may get the tokens of a customer, and the example with its token."""
    oauth_client = cloud.state.directory.clients["client-1"]
    oauth_client.product_id = next(iter(cloud.state.products.values())).id
    credentials: dict[str, Any] = {"client_id": "client-1", "client_secret": "secret"}
    client = cloud.client(access_token=None, **credentials)
    client.product(PRODUCT).customers.create_with_client(CUSTOMER, PASSWORD, **credentials)
    token = client.tokens.create_for_customer(CUSTOMER).refresh_token
    return client, re.sub(r'refresh\("\w+"', f'refresh("{token}"', code)


@pytest.mark.anyio
@every("example", ASYNC_EXAMPLES, name=lambda example: f"{example.name} ({example.where})")
async def test_the_async_example_runs(example: Example) -> None:
    if example.name in CUSTOMERS:
        return
    with furnished(example.where) as cloud:
        prepare(cloud, example.name)
        code = names(example.code, next(iter(cloud.state.products.values())).id)
        async with cloud.async_client(retries=0) as client:
            given = variables(client)
            exec(f"async def run():\n{textwrap.indent(code, '    ')}", given)
            await given["run"]()

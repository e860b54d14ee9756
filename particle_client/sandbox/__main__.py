"""``python -m particle_client.sandbox``: serves a local Device Cloud until it is stopped."""

import argparse
import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from . import Sandbox
from .demo import CLIENT_ID, CLIENT_SECRET, MFA_USERNAME, OTP, demo_cloud
from .validation import check_access_token


def main() -> int:
    """Parses the command line, prints how to reach the sandbox, and serves."""
    parser = _parser()
    options = parser.parse_args()
    if options.seed_schema:
        print(Path(__file__).with_name("seed.schema.json").read_text(encoding="utf-8"), end="")
        return 0
    if options.env:
        return _start_in_background()

    stop = threading.Event()

    def request_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, request_stop)

    try:
        cloud = _cloud(options)
        if options.state:
            cloud.save(options.state)  # better to fail now than at the end
    except (OSError, ValueError, TypeError) as error:
        parser.exit(1, f"{error}\n")
    try:
        cloud.start()
    except OSError as error:
        parser.exit(1, f"cannot listen on {options.host}:{options.port}: {error.strerror}\n")
    try:
        print(json.dumps(_facts(cloud)) if options.print_json else _welcome(cloud), flush=True)
        stop.wait()
    finally:
        cloud.stop()
        if options.state:
            cloud.save(options.state)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m particle_client.sandbox",
        description="A local Particle Device Cloud with virtual devices.",
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    add("--port", type=_port, default=0, help="port; default: any free one")
    add("--devices", type=_count, metavar="N", help="demo devices (2; 0 with a seed)")
    add("--seed", metavar="FILE", help="YAML or JSON that declares devices, products …")
    add("--seed-schema", action="store_true", help="print the JSON schema of seeds, and exit")
    add("--state", metavar="FILE", help="load the state from this file, and save it at the stop")
    add("--access-token", type=_access_token, help="token of the default account; default: random")
    token = os.environ.get("PARTICLE_SANDBOX_TOKEN") or None
    names = "--admin-token", "--token"
    add(*names, type=_access_token, default=token, metavar="TOKEN", help=_ADMIN_TOKEN)
    add("--remote-admin", action="store_true", help=_REMOTE_ADMIN)
    for name, shown, text in ("--allowed-host", "NAME", _HOST), ("--cors", "ORIGIN", _CORS):
        add(name, action="append", default=[], metavar=shown, help=text)
    prints = parser.add_mutually_exclusive_group()
    prints.add_argument("--env", action="store_true", help=_ENV)
    prints.add_argument("--print-json", action="store_true", help="print a line of JSON")
    return parser


_ADMIN_TOKEN = "token of admin interface and console; default: $PARTICLE_SANDBOX_TOKEN, or random"
_REMOTE_ADMIN = "open the admin interface to other machines, too: in a container, say"
_HOST = "name under which it is reached, besides localhost"
_CORS = "origin of web pages that may use it, besides those of localhost; * for all"
_ENV = 'start in the background, and print variables: eval "$(… --env)"'


def _cloud(options: argparse.Namespace) -> Sandbox:
    settings: dict[str, Any] = {
        "host": options.host,
        "port": options.port,
        "access_token": options.access_token,
        "admin_token": options.admin_token,
        "remote_admin": options.remote_admin,
        "allowed_hosts": options.allowed_host,
        "cors": options.cors,
    }
    if options.state and os.path.exists(options.state):
        return Sandbox.load(options.state, **settings)
    if options.seed and options.devices is None:
        return Sandbox.from_seed(options.seed, **settings)
    cloud = demo_cloud(2 if options.devices is None else options.devices, **settings)
    if options.seed:
        cloud.add_seed(options.seed)
    return cloud


def _facts(cloud: Sandbox) -> dict[str, str | int]:
    return {
        "base_url": cloud.base_url,
        "access_token": cloud.access_token,
        "username": cloud.username,
        "password": cloud.password,
        "admin_token": cloud.admin_token,
        "console_url": cloud.console_url,
        "pid": os.getpid(),
    }


def _start_in_background() -> int:
    """Serve in another process, as ssh-agent does, and print what a shell is to evaluate."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--env"]
    # Nothing of this process may stay open in the other one: who waits for its end, would wait on.
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "particle_client.sandbox", *arguments, "--print-json"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            start_new_session=True,
            text=True,
        ) as served,
    ):
        assert served.stdout is not None
        line = served.stdout.readline()
        if not line:
            status = served.wait()
            errors.seek(0)
            print(errors.read(), end="", file=sys.stderr)
            return status
        facts = json.loads(line)
        for name, key in {
            "PARTICLE_BASE_URL": "base_url",
            "PARTICLE_ACCESS_TOKEN": "access_token",
            "PARTICLE_SANDBOX_URL": "base_url",
            "PARTICLE_SANDBOX_TOKEN": "admin_token",
            "PARTICLE_SANDBOX_PID": "pid",
        }.items():
            print(f"export {name}={shlex.quote(str(facts[key]))}")
        sys.stdout.flush()
        os._exit(0)  # without waiting for it


def _port(text: str) -> int:
    return _number(text, range(65_536), "not a port")


def _count(text: str) -> int:
    return _number(text, range(sys.maxsize), "not a number of devices")


def _number(text: str, possible: range, complaint: str) -> int:
    with suppress(ValueError):
        number = int(text)
        if number in possible:
            return number
    raise argparse.ArgumentTypeError(f"{complaint}: {text}")


def _access_token(text: str) -> str:
    try:
        check_access_token(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _welcome(cloud: Sandbox) -> str:
    shown = cloud.devices[:10]
    devices = "".join(f"    {device.id}  {device.name}\n" for device in shown)
    more = len(cloud.devices) - len(shown)
    logins = [f"as {cloud.username} with the password {cloud.password!r}"]
    if cloud.state.directory.account(MFA_USERNAME):
        logins.append(f"as {MFA_USERNAME} with the one-time password {OTP}, too")
    if CLIENT_ID in cloud.state.directory.clients:
        logins.append(f"with the OAuth client {CLIENT_ID} and its secret {CLIENT_SECRET!r}")
    joined = ";\n".join(logins)
    return (
        f"A Particle Device Cloud for trying things out is serving on {cloud.base_url}\n"
        f"\nLook at it in a browser, and steer it there:\n    {cloud.console_url}\n"
        f"\nLog in {joined}.\n"
        + (f"\nIts devices:\n{devices}" if devices else "")
        + (f"    and {more:,} more\n" if more else "")
        + "\nPoint the client at it:\n"
        f"    export PARTICLE_BASE_URL={cloud.base_url}\n"
        f"    export PARTICLE_ACCESS_TOKEN={cloud.access_token}\n"
        "\nSteer it from tests, with RemoteSandbox or the fixtures for pytest:\n"
        f"    export PARTICLE_SANDBOX_URL={cloud.base_url}\n"
        f"    export PARTICLE_SANDBOX_TOKEN={cloud.admin_token}\n"
        "\nStop it with Ctrl+C."
    )


if __name__ == "__main__":
    raise SystemExit(main())

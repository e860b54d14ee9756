"""``python -m particle_client.sandbox``: serves a local Device Cloud until it is stopped."""

import argparse
import signal
import sys
import threading
from contextlib import suppress
from types import FrameType

from . import Sandbox
from .demo import CLIENT_ID, CLIENT_SECRET, MFA_USERNAME, OTP, demo_cloud
from .validation import check_access_token


def main() -> int:
    """Parses the command line, prints how to reach the sandbox, and serves."""
    parser = argparse.ArgumentParser(
        prog="python -m particle_client.sandbox",
        description="A local Particle Device Cloud with virtual devices.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="port; default: any free one")
    parser.add_argument(
        "--devices", type=_count, default=2, metavar="N", help="demo devices (%(default)s)"
    )
    parser.add_argument(
        "--access-token", type=_access_token, help="token of the default account; default: random"
    )
    parser.add_argument(
        "--allowed-host",
        action="append",
        default=[],
        metavar="NAME",
        help="name under which it is reached, besides localhost",
    )
    options = parser.parse_args()

    stop = threading.Event()

    def request_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, request_stop)

    cloud = demo_cloud(
        options.devices,
        host=options.host,
        port=options.port,
        access_token=options.access_token,
        allowed_hosts=options.allowed_host,
    )
    try:
        cloud.start()
    except OSError as error:
        parser.exit(1, f"cannot listen on {options.host}:{options.port}: {error.strerror}\n")
    try:
        print(_welcome(cloud), flush=True)
        stop.wait()
    finally:
        cloud.stop()
    return 0


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
    devices = "".join(f"    {device.id}  {device.name}\n" for device in cloud.devices)
    return (
        f"A Particle Device Cloud for trying things out is serving on {cloud.base_url}\n"
        f"\nLog in as {cloud.username} with the password {cloud.password!r};\n"
        f"as {MFA_USERNAME} with the one-time password {OTP}, too;\n"
        f"with the OAuth client {CLIENT_ID} and its secret {CLIENT_SECRET!r}.\n"
        + (f"\nIts devices:\n{devices}" if devices else "")
        + "\nPoint the client at it:\n"
        f"    export PARTICLE_BASE_URL={cloud.base_url}\n"
        f"    export PARTICLE_ACCESS_TOKEN={cloud.access_token}\n"
        "\nStop it with Ctrl+C."
    )


if __name__ == "__main__":
    raise SystemExit(main())

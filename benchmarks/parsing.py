"""Reading 10,000 devices (5 MB of JSON) into typed models."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pydantic

from particle_client.base.response import Response
from particle_client.calls.parsing import parse
from particle_client.models import Device

from .measure import Table, rounds, seconds
from .server import DEVICE

DOCUMENT = Path(__file__).parent.parent / "openapi" / "particle-cloud.bundled.yaml"
FIELDS = tuple(json.loads(DEVICE))


class PydanticProtection(pydantic.BaseModel):
    """What a user would write for the same document with pydantic."""

    model_config = pydantic.ConfigDict(extra="allow")
    status: str | None = None


class PydanticDevice(pydantic.BaseModel):
    """What a user would write for the same document with pydantic: all its fields."""

    model_config = pydantic.ConfigDict(extra="allow")

    id: str
    product_id: int
    online: bool
    platform_id: int
    cellular: bool
    name: str | None = None
    owner: str | None = None
    last_ip_address: str | None = None
    last_app: str | None = None
    last_heard: datetime | str | None = None
    last_handshake_at: datetime | str | None = None
    connected: bool | None = None
    notes: str | None = None
    functions: list[str] | None = None
    variables: dict[str, str] | None = None
    serial_number: str | None = None
    status: str | None = None
    iccid: str | None = None
    last_iccid: str | None = None
    imei: str | None = None
    mac_wifi: str | None = None
    system_firmware_version: str | None = None
    current_build_target: str | None = None
    pinned_build_target: str | None = None
    default_build_target: str | None = None
    firmware_updates_enabled: bool | None = None
    firmware_updates_forced: bool | None = None
    mobile_secret: str | None = None
    firmware_product_id: int | None = None
    groups: list[str] | None = None
    firmware_version: int | None = None
    desired_firmware_version: int | None = None
    targeted_firmware_release_version: int | None = None
    development: bool | None = None
    quarantined: bool | None = None
    denied: bool | None = None
    device_protection: PydanticProtection | None = None


@contextmanager
def _stock() -> Iterator[Any]:
    """The Device class that openapi-python-client generates with its own templates."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "stock_client")
        subprocess.run(
            [
                *(sys.executable, "-m", "openapi_python_client", "generate"),
                *("--path", str(DOCUMENT), "--meta", "none", "--output-path", str(target)),
            ],
            check=True,
            capture_output=True,
        )
        sys.path.insert(0, folder)
        try:
            yield importlib.import_module("stock_client.models.device").Device
        finally:
            sys.path.remove(folder)


def main(count: int = 9, devices: int = 10_000) -> None:
    """Print the tables."""
    template = json.loads(DEVICE)
    content = json.dumps([{**template, "id": f"{n:024x}"} for n in range(devices)]).encode()
    response: Response[Any] = Response(
        method="GET", url="/v1/devices", status_code=200, headers={}, content=content
    )
    adapter = pydantic.TypeAdapter(list[PydanticDevice])
    with _stock() as stock:
        parsers: dict[str, Callable[[], list[Any]]] = {
            "json.loads alone": lambda: json.loads(content),
            "particle_client": lambda: parse(response, list[Device], False),
            "pydantic (validate_json)": lambda: adapter.validate_json(content),
            "pydantic (json.loads, validate_python)": lambda: adapter.validate_python(
                json.loads(content)
            ),
            "stock generated code": lambda: [stock.from_dict(d) for d in json.loads(content)],
        }
        size = f"{len(content) / 1e6:.1f} MB"
        Table(f"Parsing {devices:,} devices ({size})", "ms", 1000, "nothing read").show(
            rounds({n: lambda f=f: seconds(f) for n, f in parsers.items()}, count),  # type: ignore[misc]
            peer="json.loads alone",
        )
        for title, fields in (
            (
                "the same, and reading id, name, online and last_heard of each",
                (*FIELDS[:2], "online", "last_heard"),
            ),
            (f"the same, and reading all {len(FIELDS)} fields of each", FIELDS),
        ):
            Table(title[0].upper() + title[1:], "ms", 1000).show(
                rounds(
                    {
                        name: lambda f=f, fields=fields: seconds(lambda: _read(f(), fields))  # type: ignore[misc]
                        for name, f in parsers.items()
                        if name != "json.loads alone"
                    },
                    count,
                ),
                peer="pydantic (validate_json)",
            )


def _read(devices: list[Any], fields: tuple[str, ...]) -> None:
    for device in devices:
        for field in fields:
            getattr(device, field)

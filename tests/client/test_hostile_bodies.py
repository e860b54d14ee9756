"""Valid JSON that no operation expects: a typed error, or a value that can be used.

Whatever the server sends, a program has only the package's errors to handle.
"""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Mapping
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import attrs
import httpx
import pytest

from particle_client import Page, Particle, ParticleError, PasswordLogin
from particle_client.schema.model import Model
from tests.documented import bundled, operations, resolve
from tests.every import every
from tests.operations import OPERATIONS
from tests.recorder import Answer, response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.recorder import Recorded, Recorder

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

SOURCE = {"main.cpp": b""}
SEED = 20261128
MANY_DIGITS = "9" * 5000
DOCUMENTED = {each.where: each for each in operations()}


def compile_to(client: Particle) -> object:
    with TemporaryDirectory() as folder:
        return client.firmware.compile_to(f"{folder}/a.bin", SOURCE)


# Methods that do more than call one operation, and the operation whose response they read first.
BY_HAND: dict[str, tuple[str, Callable[[Particle], object]]] = {
    "download a library": (
        "GET /v1/libraries/{libraryName}",
        lambda client: client.libraries.download("name"),
    ),
    "list the quarantine": (
        "GET /v1/products/{productIdOrSlug}/devices",
        lambda client: list(client.product("p").quarantine.list()),
    ),
    "approve a device": (
        "POST /v1/products/{productIdOrSlug}/devices",
        lambda client: client.product("p").quarantine.approve("1"),
    ),
    "deny a device": (
        "DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}",
        lambda client: client.product("p").quarantine.deny("1"),
    ),
    "compile": ("POST /v1/binaries", lambda client: client.firmware.compile(SOURCE)),
    "compile to a file": ("POST /v1/binaries", compile_to),
    "flash": (
        "PUT /v1/devices/{deviceId}",
        lambda client: client.devices.flash("1", SOURCE),
    ),
    "log in": ("POST /oauth/token", lambda client: client.login("user", "password")),
    "log in with MFA": ("POST /oauth/token", lambda client: client.submit_otp("token", "123456")),
    "log in as a client": ("POST /oauth/token", lambda client: client.login_as_client_owner()),
    "refresh": ("POST /oauth/token", lambda client: client.tokens.refresh("token")),
    "log in for a customer": (
        "POST /oauth/token",
        lambda client: client.tokens.create_for_customer("a@example.com"),
    ),
    "log in when it is needed": (
        "POST /oauth/token",
        lambda client: client.with_options(
            access_token=PasswordLogin("user", "password", otp=lambda: "123456")
        ).devices.get("1"),
    ),
    "ask for devices": (
        "GET /v1/devices/{deviceId}",
        lambda client: [
            result.error or result.value for result in client.map_devices(client.devices.get, ["1"])
        ],
    ),
}
CALLS = BY_HAND | {
    where: (where, call)
    for where, call in OPERATIONS.items()
    if "text/event-stream" not in str(DOCUMENTED[where].raw["responses"])
}

ODD: list[object] = [
    *(None, True, 0, -1.5, "", "text", [], {}, [None], [[]], [[[{}]]], [0, "a", {}]),
    {"": None},
    {"ok": "no"},
    {"ok": None, "error": {}},
    {"ok": False, "error": [1]},
    {"errors": "x"},
    {"errors": [None, {"message": 3}]},
]
LEAVES: list[object] = [
    *(None, True, -1, 1e300, "", "2026-13-45T99:99:99Z", "\ud800", [], [None], {}, {"a": 1}),
]


def property_names(node: object, depth: int = 6) -> set[str]:
    """Return the names of all properties below a schema."""
    schema = resolve(bundled(), node)
    names: set[str] = set()
    if depth and isinstance(schema, Mapping):
        for key, value in cast("Mapping[str, Any]", schema).items():
            if key == "properties":
                names |= value.keys()
            for child in value.values() if key == "properties" else [value]:
                names |= property_names(child, depth - 1)
    elif depth and isinstance(schema, list):
        for child in cast("list[object]", schema):
            names |= property_names(child, depth - 1)
    return names


def bodies(names: list[str]) -> Iterator[bytes]:
    """Yield odd bodies, and objects with the names that the operation reads."""
    for odd in ODD:
        yield json.dumps(odd).encode()
    chance = random.Random(SEED)
    for _ in range(2):
        content = {name: chance.choice(LEAVES) for name in names}
        yield json.dumps(content).encode()
        yield json.dumps([content, None]).encode()
        for value in (content, [content, None]):
            yield json.dumps({name: value for name in names}).encode()
    for number in (MANY_DIGITS, "-1e999"):
        yield json.dumps(dict.fromkeys(names, 0)).replace("0", number).encode()
        yield f"[{number}]".encode()


def look_at(value: object) -> None:
    """Read everything that a program could."""
    repr(value)
    if isinstance(value, Model):
        value.to_dict()
        for field in attrs.fields(cast("Any", type(value))):
            look_at(getattr(value, field.name))
    elif isinstance(value, Page | list):
        for item in cast("list[object]", value):
            look_at(item)


@every("name", CALLS)
def test_each_operation(name: str) -> None:
    check_bodies(name, 200)


# The body of an error is read in the same way, whatever the operation.
@every("name", [*BY_HAND, *{name.split()[0]: name for name in CALLS if "/" in name}.values()])
def test_errors(name: str) -> None:
    check_bodies(name, 400)


def check_bodies(name: str, status: int) -> None:
    where, call = CALLS[name]
    names = sorted(property_names(DOCUMENTED[where].raw["responses"]))
    asked = 0

    def respond(request: httpx.Request) -> httpx.Response:
        nonlocal asked
        asked += 1
        # A page after the first one: or a listing of pages that are all alike would have no end.
        return httpx.Response(status, content=body if asked == 1 else b"{}")

    with httpx.Client(transport=httpx.MockTransport(respond)) as http_client:
        particle = Particle("token", http_client=http_client, retries=0)
        for body in bodies(names):
            asked = 0
            try:
                look_at(call(particle))
            except ParticleError as error:
                str(error), repr(error)
            except Exception as error:
                raise AssertionError(f"{error!r} for {body[:200]!r}") from error
            assert asked


@pytest.mark.parametrize("product", [False, True])
def test_odd_events_while_a_device_is_flashed(product: bool, recorder: Recorder) -> None:
    """They say nothing; what the cloud sends after them counts."""
    names = ["flash/status", "status", "status/safe-mode", "device/app-hash", "device/last_reset"]
    datas = [json.dumps(odd) for odd in [*ODD, *LEAVES, {"data": [], "published_at": {}}]]
    datas += [f'{{"data": {data}, "coreid": {data}, "version": {data}}}' for data in datas]
    datas += [f"[{MANY_DIGITS}]", "[" * 5000, f'{{"version": {MANY_DIGITS}}}', '{"data": 1e999}']
    events = [f"event: spark/{name}\ndata: {data}\n\n" for name in names for data in datas]
    told = [("spark/flash/status", "success"), ("spark/device/app-hash", "0" * 64)]
    events += [f'event: {name}\ndata: {{"data": "{data}"}}\n\n' for name, data in told]
    answered = threading.Event()

    def respond(request: Recorded) -> Answer:
        if "/events" not in request.path:
            answered.set()
            return response(json={"ok": True, "id": [], "status": {}})
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        return Answer(head + "".join(events).encode(), stall=True)

    recorder.respond = respond
    with Particle("token", base_url=recorder.base_url) as particle:
        devices = particle.product("p").devices if product else particle.devices
        try:
            look_at(devices.flash("1", SOURCE, wait=True, wait_timeout=0.5))
        except ParticleError as error:
            str(error), repr(error)
    assert answered.is_set()

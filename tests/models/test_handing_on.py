"""Models, pages and events given to others: to web frameworks, serializers and tables."""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

import cattrs
import httpx
import msgspec
import orjson
import pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.testclient import TestClient
from rich import inspect as rich_inspect
from rich.console import Console
from rich.traceback import Traceback

from particle_client import AsyncParticle, Event, Page, Particle, RefreshTokenLogin
from particle_client.login.tokens import Token
from particle_client.models import AccessToken, Device, ProductDeviceList

JSON: dict[str, Any] = {
    "id": "0123456789abcdef01234567",
    "name": "lamp",
    "last_heard": "2026-01-02T03:04:05.678Z",
    "variables": {"light": "double"},
    "mobile_secret": "only for those who ask",
    "unheardOf": [1],
}
PAGE = {"devices": [JSON], "customers": [], "meta": {"total_pages": 1}}


def read(device: Device) -> Device:
    """Read a field that is converted: what is kept of that is not content."""
    assert device.last_heard == datetime(2026, 1, 2, 3, 4, 5, 678000, UTC)
    return device


@pytest.fixture
def device() -> Device:
    return read(Device.from_dict(JSON))


@pytest.fixture
def page() -> Page[ProductDeviceList, Device]:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=PAGE))
    with Particle(access_token="x", http_client=httpx.Client(transport=transport)) as particle:
        return particle.product(1).devices.list()


@pytest.fixture
def event() -> Event:
    return Event("light", '{"data": "40", "published_at": "2026-01-02T03:04:05.678Z"}')


EVENT = {"name": "light", "data": "40", "published_at": "2026-01-02T03:04:05.678Z"}


def test_dict_gives_the_json_as_it_came(
    device: Device, page: Page[ProductDeviceList, Device], event: Event
) -> None:
    assert dict(device) == {**device} == JSON
    assert dict(page) == page.to_dict() == PAGE
    assert dict(event) == event.to_dict() == EVENT
    broken = Event("", "no JSON")
    assert dict(broken) == {"name": "message", "data": "no JSON"}
    assert "variables" not in vars(device)


def test_dict_copies(device: Device) -> None:
    dict(device)["variables"].clear()
    assert device.variables == {"light": "double"}


@pytest.mark.anyio
async def test_an_asynchronous_page_has_the_same_content() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=PAGE))
    client = httpx.AsyncClient(transport=transport)
    async with AsyncParticle(access_token="x", http_client=client) as particle:
        page = await particle.product(1).devices.list()
    assert dict(page) == PAGE
    assert json.loads(pydantic.TypeAdapter(type(page)).dump_json(page)) == PAGE


def unannotated(app: FastAPI, path: str, value: object) -> None:
    @app.get(path)
    def endpoint():  # type: ignore[no-untyped-def]
        return value


def test_fastapi_answers_with_the_content(
    device: Device, page: Page[ProductDeviceList, Device], event: Event
) -> None:
    app = FastAPI()
    unannotated(app, "/device", device)
    unannotated(app, "/devices", [device])
    unannotated(app, "/page", page)
    unannotated(app, "/event", event)
    app.get("/typed/device", response_model=Device)(lambda: device)
    app.get("/typed/devices", response_model=list[Device])(lambda: [device])
    app.get("/typed/page", response_model=Page[ProductDeviceList, Device])(lambda: page)
    app.get("/typed/event", response_model=Event)(lambda: event)

    def take(device: Annotated[Device, Body()]) -> str | None:
        return read(device).name

    app.post("/take")(take)
    with TestClient(app) as client:
        for prefix in ("", "/typed"):
            assert client.get(f"{prefix}/device").json() == JSON
            assert client.get(f"{prefix}/devices").json() == [JSON]
            assert client.get(f"{prefix}/page").json() == PAGE
            assert client.get(f"{prefix}/event").json() == EVENT
        assert client.post("/take", json=JSON).json() == "lamp"
        assert client.post("/take", json="lamp").status_code == 422
        assert client.get("/openapi.json").status_code == 200


class Report(pydantic.BaseModel):
    device: Device
    others: list[Device] = []
    event: Event | None = None


def test_pydantic_takes_and_gives_models(device: Device, event: Event) -> None:
    report = Report(device=device, others=[device], event=event)
    assert report.device is device
    content = {"device": JSON, "others": [JSON], "event": EVENT}
    assert report.model_dump() == content
    assert json.loads(report.model_dump_json()) == content
    assert Report.model_validate(content) == Report.model_validate_json(json.dumps(content))
    assert Report.model_validate(content).others == [device]
    with pytest.raises(pydantic.ValidationError):
        Report.model_validate({"device": "lamp"})


def with_cattrs(value: object) -> Any:
    converter = cattrs.Converter()
    converter.register_unstructure_hook(Device, dict)
    return converter.unstructure(value)


HOOKS: dict[str, Callable[[object], Any]] = {
    "json": lambda value: json.loads(json.dumps(value, default=dict)),
    "orjson": lambda value: json.loads(orjson.dumps(value, default=dict)),
    "msgspec": lambda value: json.loads(msgspec.json.encode(value, enc_hook=dict)),
    "cattrs": with_cattrs,
}


@pytest.mark.parametrize("library", HOOKS)
def test_other_serializers_take_models_by_their_hook(library: str, device: Device) -> None:
    assert HOOKS[library]([device]) == [JSON]


def test_msgspec_without_a_hook_refuses_a_model(device: Device) -> None:
    with pytest.raises(TypeError):
        msgspec.json.encode(device)


CANARY = "canary" * 20  # longer than what rich shows of a text


def printed(value: object) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    console.print(value)
    return console.export_text()


def inspected(value: object, **options: Any) -> str:
    console = Console(width=200, record=True, file=io.StringIO())
    rich_inspect(value, console=console, **options)
    return console.export_text()


def of_crash(value: object) -> str:
    try:
        raise RuntimeError
    except RuntimeError as error:
        report = Traceback.from_exception(type(error), error, error.__traceback__, show_locals=True)
    return printed(report)


@pytest.mark.parametrize(
    "value",
    [
        Device.from_dict({**JSON, "mobile_secret": CANARY, "unheardOf": CANARY}),
        AccessToken.from_dict({"access_token": CANARY, "refresh_token": CANARY}),
        Token(CANARY, refresh_token=CANARY),
        RefreshTokenLogin(CANARY),
    ],
    ids=lambda value: type(value).__name__,
)
def test_rich_shows_no_secret(value: object) -> None:
    reports = [
        printed(value),
        printed([value]),
        inspected(value),
        inspected(value, private=True, methods=True),
        of_crash(value),
    ]
    assert not [report for report in reports if "canary" in report]
    assert all(type(value).__name__ in report for report in reports)


def test_rich_shows_no_secret_of_a_page() -> None:
    body = {"devices": [{**JSON, "mobile_secret": CANARY}]}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    with Particle(access_token=CANARY, http_client=httpx.Client(transport=transport)) as particle:
        page = particle.product(1).devices.list()
    for report in (printed(page), inspected(page, private=True, methods=True), of_crash(page)):
        assert "Page" in report
        assert "canary" not in report
    assert "canary" not in repr(vars(page))


def test_what_a_secret_is_read_as_stays_plain_text() -> None:
    device = Device.from_dict({**JSON, "mobile_secret": CANARY})
    assert type(device.mobile_secret) is str
    assert CANARY in json.dumps(device, default=dict)
    assert {"name", "mobile_secret"} & set(dir(device)) == {"name"}
    assert printed(Device).strip() == repr(Device)


def test_what_cannot_be_pickled_says_what_to_do(page: Page[ProductDeviceList, Device]) -> None:
    with pytest.raises(TypeError, match=r"Pickle its items\.$"):
        pickle.dumps(page)
    assert pickle.loads(pickle.dumps(page.items)) == page.items
    with (
        Particle(access_token="x") as particle,
        pytest.raises(TypeError, match=r"Make one in each process\.\n?"),
    ):
        pickle.dumps(particle.devices)


@pytest.mark.anyio
async def test_a_listing_cannot_be_pickled_before_it_is_fetched() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=[JSON]))
    client = httpx.AsyncClient(transport=transport)
    async with AsyncParticle(access_token="x", http_client=client) as particle:
        listing = particle.devices.list()
        with pytest.raises(TypeError, match="pickle what `await` gives"):
            pickle.dumps(listing)
        devices = await listing
    assert pickle.loads(pickle.dumps(devices)) == devices


def test_everything_that_is_handed_on_can_be_a_key(
    device: Device, page: Page[ProductDeviceList, Device], event: Event
) -> None:
    flash = Event("spark/flash/status", '{"data": "success "}')
    with Particle(access_token="x") as particle:
        results = list(particle.map_devices(len, ["1"]))
    assert len({device, page, event, flash.system, *results, particle}) == 6

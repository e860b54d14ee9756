"""Lists, pages, events and results of `map_devices` as tables, in notebooks and in `print`."""

from __future__ import annotations

import json
import pickle
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

import particle_client
from particle_client import AsyncParticle, Event, Particle
from particle_client.models import AccessToken, Device

DEVICES: list[dict[str, Any]] = [
    {"id": "a" * 24, "name": "<b>lamp", "online": True, "mobile_secret": "canary"},
    {"id": "b" * 24, "name": "fan", "online": False, "notes": "n" * 500, "more": "canary"},
    {"id": "c" * 24, "name": "two\nlines\x1b[0m", "last_heard": "never"},
]


def client(body: object) -> Particle:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    return Particle(access_token="x", http_client=httpx.Client(transport=transport))


def html(value: Any) -> str:
    return str(value._repr_html_())


@pytest.fixture
def devices() -> list[Device]:
    with client(DEVICES) as particle:
        return particle.devices.list()


def test_a_list_of_devices_is_a_table_in_html(devices: list[Device]) -> None:
    table = html(devices)
    assert table.startswith("<table><tr><th>id</th><th>name</th>")
    assert "<td>&lt;b&gt;lamp</td><td>" in table
    assert table.count("<tr>") == 4
    assert "canary" not in table
    assert "***" in table
    assert "never" in table
    assert "last_ip_address" not in table  # no device has one
    assert "None" not in table
    assert "n" * 100 not in table


def test_print_of_a_list_of_devices_has_a_line_for_each(devices: list[Device]) -> None:
    head, *lines = str(devices).splitlines()
    assert head.split()[:2] == ["id", "name"]
    assert [line[:24] for line in lines] == [each["id"] for each in DEVICES]
    assert r"'two\nlines\x1b[0m'" in lines[2]
    assert max(map(len, lines)) <= 120
    assert "canary" not in str(devices)


def test_print_shows_times_to_the_second_so_that_there_is_room_for_online() -> None:
    device = {
        **{"id": "a" * 24, "name": "lamp", "owner": "developer@example.com", "online": True},
        **{"last_ip_address": "127.0.0.1", "last_heard": "2026-01-02T03:04:05.678Z"},
        "product_id": 13,
    }
    with client([device]) as particle:
        head, line = str(particle.devices.list()).splitlines()
    assert "online" in head.split()
    assert "2026-01-02 03:04:05+0000" in line


def test_it_stays_a_list(devices: list[Device]) -> None:
    assert devices == [Device.from_dict(each) for each in DEVICES]
    assert json.loads(json.dumps(devices, default=dict)) == DEVICES
    assert pickle.loads(pickle.dumps(devices)) == devices
    assert repr(devices) == repr(list(devices))


@pytest.mark.parametrize("body", [[], ["a"], [{}, "a"]])
def test_what_has_no_columns_is_no_table(body: list[Any]) -> None:
    with client(body) as particle:
        found: Any = particle.devices.list()
    assert found._repr_html_() is None
    assert str(found) == repr(found)


def test_of_many_rows_the_first_ones_are_shown() -> None:
    with client([{"id": str(number)} for number in range(2000)]) as particle:
        found = particle.devices.list()
    assert "<td>99</td>" in html(found)
    assert "<td>100</td>" not in html(found)
    assert str(found).endswith("\n99\n… and 1900 more")


@pytest.mark.anyio
async def test_a_page_is_a_table() -> None:
    body = {"devices": DEVICES, "meta": {"total_pages": 1}}
    with client(body) as particle:
        page = particle.product(1).devices.list()
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=body))
    client_ = httpx.AsyncClient(transport=transport)
    async with AsyncParticle(access_token="x", http_client=client_) as asynchronous:
        same = await asynchronous.product(1).devices.list()
    assert html(page) == html(same) == html(page.items)


class Notebook:
    """What IPython has of formatters."""

    def __init__(self) -> None:
        self.formats: dict[type, Any] = {}
        self.display_formatter = SimpleNamespace(formatters={"text/html": self})

    def for_type(self, kind: type, format: Any) -> None:
        self.formats[kind] = format


def test_the_extension_shows_plain_lists_of_events_and_results() -> None:
    notebook = Notebook()
    particle_client.load_ipython_extension(notebook)
    show = notebook.formats[list]
    long = Event("long", json.dumps({"data": "canary" * 9, "published_at": "then"}))
    events = [Event("light", '{"data": "<1>", "coreid": "abc"}'), long]
    assert show(events) == (
        "<table><tr><th>name</th><th>device_id</th><th>data</th></tr>"
        "<tr><td>light</td><td>abc</td><td>&lt;1&gt;</td></tr>"
        "<tr><td>long</td><td></td><td>&lt;54 characters&gt;</td></tr></table>"
    )
    with Particle(access_token="x") as particle:
        results = list(particle.map_devices(lambda each: 1 // int(each), ["1", "0"], concurrency=1))
    assert show(results) == (
        "<table><tr><th>device_id</th><th>value</th><th>error</th></tr>"
        "<tr><td>1</td><td>1</td><td></td></tr>"
        f"<tr><td>0</td><td></td><td>{results[1].error}</td></tr></table>"
    )
    assert html(results[0]) == show(results[:1])
    assert show([1, 2]) is None
    token = AccessToken.from_dict({"access_token": "canary"})
    assert "canary" not in show([token])

"""The typed system events."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from particle_client import events
from particle_client.events import system as views
from particle_client.events.event import Event
from tests.documented import bundled

DEVICE = "e00fce68ece1d3d21a73dcc9"


def view_of(name: str, data: object, coreid: str = DEVICE) -> Any:
    text = data if isinstance(data, str) or data is None else json.dumps(data)
    return Event(name, json.dumps({"data": text, "coreid": coreid})).system


@pytest.mark.parametrize(
    ("data", "online"), [("online", True), ("offline", False), ("auto-update", None), ("x", None)]
)
def test_device_status(data: str, online: bool | None) -> None:
    view = view_of("spark/status", data)
    assert isinstance(view, views.DeviceStatus)
    assert view.status == data
    assert view.online is online
    assert view.device_id == DEVICE


@pytest.mark.parametrize(
    ("data", "status", "finished"),
    [
        ("started", "started", False),
        ("started ", "started", False),
        ("success ", "success", True),
        ("success", "success", True),
        ("failed", "failed", True),
        ("failed ", "failed", True),
        ("new one", "new one", False),
    ],
)
def test_flash_status_with_and_without_the_space(data: str, status: str, finished: bool) -> None:
    view = view_of("spark/flash/status", data)
    assert isinstance(view, views.FlashStatus)
    assert view.status == status
    assert view.finished is finished


@pytest.mark.parametrize(
    ("data", "reason", "panic_code"),
    [
        ("update", "update", None),
        ("panic, hard_fault", "panic", "hard_fault"),
        ("panic,14", "panic", "14"),
        ("140", "140", None),
    ],
)
def test_last_reset(data: str, reason: str, panic_code: str | None) -> None:
    view = view_of("spark/device/last_reset", data)
    assert isinstance(view, views.LastReset)
    assert (view.reason, view.panic_code) == (reason, panic_code)


def test_safe_mode() -> None:
    view = view_of(
        "spark/status/safe-mode",
        {
            "p": 13,
            "imei": "352753094038575",
            "iccid": "89014103271226581328",
            "cellfw": "L0.0.00.00.05.06,A.02.00",
            "m": [{"s": 49152, "f": "b", "n": "0", "v": 1101, "d": []}],
        },
    )
    assert isinstance(view, views.SafeMode)
    assert view.platform_id == 13
    assert view.imei == "352753094038575"
    assert view.iccid == "89014103271226581328"
    assert view.cellular_firmware == "L0.0.00.00.05.06,A.02.00"
    assert [module["v"] for module in view.modules] == [1101]


def test_the_older_safe_mode() -> None:
    view = view_of("spark/status/safe-mode", {"f": [], "v": {}, "p": 6, "m": [{"v": 1}]})
    assert isinstance(view, views.SafeMode)
    assert (view.platform_id, view.imei, len(view.modules)) == (6, None, 1)


def test_safe_mode_update() -> None:
    view = view_of("spark/safe-mode-updater/updating", "2", "particle-internal")
    assert isinstance(view, views.SafeModeUpdate)
    assert view.value == "2"


def test_the_case_of_an_app_hash_says_nothing() -> None:
    one = view_of("spark/device/app-hash", "2BA4E71E" * 8)
    other = view_of("spark/device/app-hash", "2ba4e71e" * 8)
    assert isinstance(one, views.AppHash)
    assert one.hash == other.hash == "2ba4e71e" * 8


def test_diagnostics() -> None:
    payload = {
        "device": {
            "network": {"signal": {"strength": 88.33}},
            "system": {"uptime": 99},
        },
        "service": {"coap": {"round_trip": 228}},
    }
    view = view_of("spark/device/diagnostics/update", payload)
    assert isinstance(view, views.Diagnostics)
    assert view.payload == payload
    assert view.device["system"] == {"uptime": 99}
    assert view.service == {"coap": {"round_trip": 228}}
    assert view.find("device.network.signal.strength") == 88.33
    assert view.find("device.power.battery.state") is None
    assert view.find("device.system.uptime.more") is None


@pytest.mark.parametrize("setting", ["enabled", "forced", "pending"])
@pytest.mark.parametrize(("data", "value"), [("true", True), ("false", False)])
def test_update_settings(setting: str, data: str, value: bool) -> None:
    view = view_of(f"particle/device/updates/{setting}", data)
    assert isinstance(view, views.UpdateSetting)
    assert (view.setting, view.value) == (setting, value)


@pytest.mark.parametrize(
    ("name", "data", "action", "version", "immediate"),
    [
        ("particle/firmware/create", {"version": "1"}, "create", 1, None),
        ("particle/firmware/release", {"immediate": True, "version": 2}, "release", 2, True),
    ],
)
def test_firmware_changes(
    name: str, data: object, action: str, version: int, immediate: bool | None
) -> None:
    view = view_of(name, data, "api")
    assert isinstance(view, views.FirmwareChange)
    assert (view.action, view.version, view.immediate) == (action, version, immediate)


def test_hook_sent() -> None:
    view = view_of("hook-sent/weather/today", "undefined", "particle-internal")
    assert isinstance(view, views.HookSent)
    assert view.hook_event == "weather/today"


@pytest.mark.parametrize(
    ("name", "hook_event", "part"),
    [
        ("hook-response/weather/0", "weather", 0),
        ("hook-response/weather/today/12", "weather/today", 12),
        ("hook-response/weather", "weather", None),
        ("hook-response/7", "7", None),
    ],
)
def test_hook_responses(name: str, hook_event: str, part: int | None) -> None:
    view = view_of(name, "text", "particle-internal")
    assert isinstance(view, views.HookResponse)
    assert (view.hook_event, view.part, view.text) == (hook_event, part, "text")


@pytest.mark.parametrize("kind", ["hook-response", "hook-error"])
def test_hooks_of_a_product_begin_with_the_device(kind: str) -> None:
    # By default, responseTopic and errorResponseTopic of a product's webhooks begin with its id.
    view = view_of(f"{DEVICE}/{kind}/weather/today/0", "text", "particle-internal")
    assert isinstance(view, views.HookResponse | views.HookError)
    assert (view.hook_event, view.part, view.text) == ("weather/today", 0, "text")
    assert view.device_id == DEVICE
    assert view.event.device_id == "particle-internal"


def test_hook_errors() -> None:
    view = view_of("hook-error/weather/0", "no route", "particle-internal")
    assert isinstance(view, views.HookError)
    assert (view.hook_event, view.part, view.text) == ("weather", 0, "no route")


def test_location() -> None:
    view = view_of(
        "loc",
        {
            "cmd": "loc",
            "time": 1584484345,
            "loc": {
                "lck": 1,
                "time": 1584484333,
                "lat": 37.295945,
                "lon": -121.98683,
                "alt": 71.6,
                "hd": 46.16,
                "h_acc": 10.0,
                "v_acc": 2.57,
                "cell": 37.1,
                "batt": 98.8,
            },
            "trig": ["lock"],
            "req_id": 1,
        },
    )
    assert isinstance(view, views.Location)
    assert not view.enhanced
    assert view.locked is True
    assert view.time == datetime.fromtimestamp(1584484333, UTC)
    assert view.device_time == datetime.fromtimestamp(1584484345, UTC)
    assert (view.latitude, view.longitude, view.altitude) == (37.295945, -121.98683, 71.6)
    assert (view.heading, view.speed) == (46.16, None)
    assert (view.horizontal_accuracy, view.vertical_accuracy) == (10.0, 2.57)
    assert (view.battery, view.cellular_strength, view.temperature) == (98.8, 37.1, None)
    assert (view.triggers, view.sources, view.request_id) == (("lock",), (), 1)


def test_enhanced_location() -> None:
    view = view_of(
        "loc-enhanced",
        {
            "loc": {"lat": 42.9, "lon": -75.9, "h_acc": 4.92, "src": ["cell", "wifi"], "lck": 0},
            "towers": [{"rat": "lte", "cid": 205999999}],
            "wps": [{"bssid": "00:11:22:33:44:55"}],
            "req_id": 17,
        },
    )
    assert isinstance(view, views.Location)
    assert view.enhanced
    assert view.locked is False
    assert view.sources == ("cell", "wifi")
    assert view.towers[0]["rat"] == "lte"
    assert view.access_points[0]["bssid"] == "00:11:22:33:44:55"


@pytest.mark.parametrize(
    "loc",
    [
        {"lat": "north", "lon": None, "time": 1e300, "lck": "x"},
        {"lat": 10**400, "lon": [], "time": -1e30, "lck": True},
    ],
)
def test_a_location_of_unexpected_values_reads_as_nothing(loc: dict[str, Any]) -> None:
    view = view_of("loc", {"loc": loc, "trig": 5, "towers": {}, "wps": [1]})
    assert isinstance(view, views.Location)
    assert (view.latitude, view.longitude, view.time, view.locked) == (None,) * 4
    assert (view.triggers, view.towers, view.access_points) == ((),) * 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("temperature", "25.34"),
        ("spark", "x"),
        ("spark/status/", "online"),
        ("Spark/Status", "online"),
        ("hook-sent", "x"),
        ("hook-sent/", "x"),
        (f"{DEVICE}/weather/0", "x"),
        (f"{DEVICE[1:]}/hook-response/weather/0", "x"),
        ("loc", "home"),
        ("loc", "[]"),
        ("loc", {"loc": 5}),
        ("spark/device/diagnostics/update", "x"),
        ("spark/status/safe-mode", None),
        ("particle/device/updates/forced", "maybe"),
        ("particle/firmware/create", "1"),
    ],
)
def test_no_view_for_other_events_and_other_data(name: str, data: object) -> None:
    assert view_of(name, data) is None


def test_they_compare_and_pickle() -> None:
    view = view_of("spark/status", "online")
    assert view.event.name == "spark/status"
    assert hash(view) == hash(view_of("spark/status", "online"))
    assert pickle.loads(pickle.dumps(view)) == view
    assert view != view_of("spark/status", "offline")
    assert "event=" not in repr(view)


def test_the_document_describes_each_and_its_examples_are_read() -> None:
    schemas = bundled()["components"]["schemas"]
    described = {
        name.removesuffix("Event"): schema
        for name, schema in schemas.items()
        if "x-events" in schema
    }
    assert {*described, "SystemEvent"} == set(views.__all__) < set(dir(events))
    for name, schema in described.items():
        for event in schema["x-events"]:
            for example in schema["examples"]:
                filled = event.format(hook_event="weather", part=0)
                assert type(view_of(filled, example)).__name__ == name

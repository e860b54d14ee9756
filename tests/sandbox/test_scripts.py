"""What devices do by themselves."""

from __future__ import annotations

import itertools
import json
import math
from typing import Any

import pytest

from particle_client.sandbox import Sandbox, VirtualDevice
from particle_client.sandbox.codec import PLAIN
from particle_client.sandbox.devices import Function, Script, Variable
from particle_client.sandbox.scripts import (
    Answer,
    Assign,
    Battery,
    Count,
    DropOut,
    Publish,
    Track,
    Walk,
    Wave,
)


def test_values() -> None:
    walk = Walk(10, step=3, low=8, high=12)
    steps = [walk() for _ in range(1_000)]
    assert all(8 <= step <= 12 for step in steps)
    assert all(abs(one - other) <= 3.01 for one, other in itertools.pairwise(steps))
    assert len(set(steps)) > 100
    assert all(3 <= Wave(5, 2, period=0.01)() <= 7 for _ in range(100))


def test_types_of_values(cloud: Sandbox) -> None:
    device = cloud.add_device(variables={"walk": Walk(), "wave": Wave()})
    with cloud.client() as particle:
        shown = particle.devices.get(device.id).variables
        assert shown == {"walk": "double", "wave": "double"}


def test_functions(cloud: Sandbox) -> None:
    device = cloud.add_device(
        functions={
            "answer": Answer(3),
            "fail": Answer(error="out of tea"),
            "late": Answer(timeout=True),
            "brew": Count("cups", "coffee/brewed", "espresso"),
        }
    )
    assert device.run_function("answer", "") == 3
    with pytest.raises(RuntimeError, match="out of tea"):
        device.run_function("fail", "")
    with pytest.raises(TimeoutError):
        device.run_function("late", "")
    assert [device.run_function("brew", kind) for kind in ("", "mocha")] == [1, 2]
    assert device.variables == {"cups": 2}
    assert [event.data for event in cloud.events] == ["espresso", "mocha"]
    with pytest.raises(TypeError, match="on its device"):
        Answer()("")


def stepped(device: VirtualDevice, script: Script, times: int) -> list[float]:
    return [script.step(device) for _ in range(times)]


def test_publishing(cloud: Sandbox) -> None:
    device = cloud.add_device(variables={"t": 21.5})
    for data in ("$t", "text", "$unknown", None, {"a": ["$t", {"b": "$t"}, 1]}):
        pauses = stepped(device, Publish(10, "reading", data, jitter=0.5), 20)
        assert all(5 <= pause <= 15 for pause in pauses)
        assert len(set(pauses)) > 1
    assert [event.data for event in cloud.events[::20]] == [
        *("21.5", "text", "$unknown", None),
        '{"a": [21.5, {"b": 21.5}, 1]}',
    ]
    device.online = False
    stepped(device, Publish(10, "reading"), 3)
    assert len(cloud.events) == 100


def test_drop_outs(cloud: Sandbox) -> None:
    device, script = cloud.add_device(), DropOut(600, seconds=7, jitter=0)
    states: list[bool] = []
    for pause in (7, 600, 7, 600):
        assert script.step(device) == pause
        states.append(device.online)
    assert states == [False, True, False, True]
    device.go_offline()  # by somebody else: it stays so
    stepped(device, script, 3)
    assert not device.online


def test_a_state_that_is_saved_amid_a_drop_out(cloud: Sandbox) -> None:
    device = cloud.add_device(scripts=[DropOut(600)])
    device.scripts[0].step(device)
    cloud.replace(json.loads(json.dumps(cloud.snapshot())))
    device = cloud.devices[0]
    assert not device.online
    device.scripts[0].step(device)
    assert device.online


def test_a_battery(cloud: Sandbox) -> None:
    device = cloud.add_device()
    script = Battery(every=3600, hours=10, charging=60, jitter=0)
    assert stepped(device, script, 10) == [3600] * 9 + [60]
    assert device.variables["battery"] == 0
    assert not device.online
    names = [(event.name, event.data) for event in cloud.events]
    assert names == [("battery/low", "20.0"), ("spark/status", "offline")]
    script.step(device)
    assert (device.online, device.variables["battery"]) == (True, 100)


def test_a_track(cloud: Sandbox) -> None:
    device = cloud.add_device(product=cloud.add_product("Vans"))
    corners = [[52.0, 13.0], [52.01, 13.0], [52.01, 13.01]]
    stepped(device, Track(10, corners, speed=20, jitter=0), 40)
    places = [json.loads(event.data or "")["loc"] for event in cloud.events]
    assert (places[0]["lat"], places[0]["lon"]) == (52.0, 13.0)
    assert all(52 <= at["lat"] <= 52.01 and 13 <= at["lon"] <= 13.01 for at in places)
    for one, other in itertools.pairwise(places):
        east = (other["lon"] - one["lon"]) * math.cos(math.radians(52))
        assert math.hypot(other["lat"] - one["lat"], east) * 111_195 <= 201
    assert len(cloud.state.locations.of(device.id)) == 40


@pytest.mark.parametrize(
    "make",
    [
        lambda: Publish(0, "x"),
        lambda: Publish(1, "x", jitter=2),
        lambda: Track(1, [[1, 2]]),
        lambda: Track(1, [[1, 2], [3]]),
    ],
)
def test_mistakes(make: Any) -> None:
    with pytest.raises(ValueError, match="must be"):
        make()


def test_as_json() -> None:
    examples: dict[Any, list[Any]] = {
        Variable: [Walk(3, high=5), Wave(), 3, "x", True, 2.5],
        Function: [Answer(3), Assign("x"), Count("x", "y")],
        Script: [Publish(3, "x", [1]), DropOut(3), Battery(low=5), Track(1, [[1, 2], [3, 4]])],
    }
    for hint, values in examples.items():
        for value in values:
            assert PLAIN.read(json.loads(json.dumps(PLAIN.write(value))), hint, "it") == value
    assert PLAIN.write(Walk(3)) == {"walk": {"value": 3}}
    assert PLAIN.read(3, Function, "it") == Answer(3)


# The scheduler


def test_while_it_serves() -> None:
    cloud = Sandbox()
    early = cloud.add_device(scripts=[Publish(0.01, "x")])
    with cloud:
        devices = [early, *(cloud.add_device(scripts=[Publish(0.01, "x")]) for _ in range(50))]
        with cloud.client() as particle, particle.events.stream("x", device="mine") as events:
            seen: set[str] = set()
            while len(seen) < 51:
                seen.add(events.wait_for("x", timeout=30).device_id or "")
    assert seen == {device.id for device in devices}
    published = len(cloud.events)
    with cloud, cloud.client() as particle, particle.events.stream("x", device="mine") as events:
        events.wait_for("x", timeout=30)
    assert len(cloud.events) > published


class Broken(Script):
    def step(self, device: VirtualDevice) -> float:
        raise RuntimeError("it broke")


def test_scripts_that_end(cloud: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    removed = cloud.add_device(scripts=[Publish(0.001, "removed")])
    stopped = cloud.add_device(scripts=[Publish(0.001, "stopped")])
    broken = cloud.add_device("broken", scripts=[Broken(0.001)])
    cloud.remove_device(removed)
    cloud.run_scripts(stopped, [])
    before = len(cloud.events)
    with cloud.client() as particle, particle.events.stream("on", device="mine") as events:
        cloud.run_scripts(stopped, [Publish(0.001, "on")])
        for _ in range(20):
            events.wait_for("on", timeout=30)
    assert {event.name for event in cloud.events[before:]} == {"on"}
    assert broken in cloud.devices
    assert [record.getMessage() for record in caplog.records] == [
        "A script of broken failed: Broken(every=0.001, jitter=0.1)"
    ]


@pytest.mark.parametrize(
    "scripts", [Publish(1, "x"), [print], ["publish"], "x", [Walk()], [Publish]]
)
def test_what_is_no_list_of_scripts(cloud: Sandbox, scripts: Any) -> None:
    with pytest.raises(TypeError, match="script"):
        cloud.add_device(scripts=scripts)
    assert cloud.devices == []
    device = cloud.add_device()
    with pytest.raises(TypeError, match="script"):
        cloud.run_scripts(device, scripts)


def test_what_only_has_the_method_of_a_script(cloud: Sandbox) -> None:
    class Other:
        every = 1.0

        def step(self, device: object) -> float:
            return 1.0

    with pytest.raises(TypeError, match="must be one of"):
        cloud.add_device(scripts=[Other()])  # type: ignore[list-item]
    assert cloud.devices == []

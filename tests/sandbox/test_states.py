"""States in files: all is saved and comes back; what can't be read is refused."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections import deque
from copy import deepcopy
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from particle_client.sandbox import RemoteSandbox, Sandbox
from particle_client.sandbox.devices import FunctionCall
from particle_client.sandbox.metrics import Counted
from particle_client.sandbox.scripts import Answer, Assign, Battery, DropOut, Publish, Walk
from particle_client.sandbox.snapshots import StateError
from particle_client.sandbox.state import CloudState
from tests.operations import OPERATIONS

from .furnished import furnished

NOT_SAVED = ("runtime", "event_bus", "directory", "updating", "published")


def test_all_that_a_sandbox_can_hold() -> None:
    """Each operation's furnished sandbox, saved and loaded, is the same, down to the types; and
    what was one object is one."""
    differing: list[str] = []
    for where in OPERATIONS:
        with furnished(where) as cloud:
            document = cloud.snapshot()
        again = Sandbox(flash_step=0, device_timeout=5)
        again.replace(json.loads(json.dumps(document)))
        same = shape_of(again.state) == shape_of(cloud.state)
        if not same or without_time(again.snapshot()) != without_time(document):
            differing.append(where)
    assert differing == []


def shape_of(state: CloudState) -> dict[str, Any]:
    """All that the state's parts hold, with their classes."""
    parts: dict[str, Any] = {"state": state, **vars(state)}
    numbers: dict[int, int] = {}
    return {
        f"{part}.{name}": shape(value, numbers)
        for part, owner in parts.items()
        for name, value in {**vars(type(owner)), **getattr(owner, "__dict__", {})}.items()
        if isinstance(value, dict | deque | timedelta | int) and name not in NOT_SAVED
    }


def shape(value: Any, numbers: dict[int, int]) -> Any:
    """The value's class and what is in it; of an object that was met before its number."""
    kind: Any = type(value)
    if kind in (list, tuple, deque, FunctionCall, Counted):
        more = value.maxlen if kind is deque else None
        return kind, more, [shape(each, numbers) for each in value]
    if kind is dict:
        return {key: shape(each, numbers) for key, each in value.items()}
    if not dataclasses.is_dataclass(value):
        return shape(Answer(), numbers) if callable(value) else (kind, value)
    if kind.__eq__ is object.__eq__:
        if id(value) in numbers:
            return numbers[id(value)]
        numbers[id(value)] = len(numbers)
    return kind, [
        (name, shape(held, numbers)) for name, held in vars(value).items() if name not in NOT_SAVED
    ]


def without_time(document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in document.items() if name != "saved_at"}


def test_what_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    with Sandbox(flash_step=0) as cloud:
        cloud.add_account("careful@example.com", "secret", mfa="654321")
        organization = cloud.add_organization("My Org")
        product = cloud.add_product("Greenhouses", organization=organization, groups=["beta"])
        cloud.add_firmware(product, 2, product_default=True)
        device = cloud.add_device(
            "greenhouse",
            product=product,
            variables={"t": Walk(21.5), "here": lambda: 3, "n": 4},
            functions={"set": Assign("vent"), "here": len},
            scripts=[Publish(60, "t", ["$t"]), DropOut(600), Battery(hours=3)],
        )
        code = cloud.create_claim_code()
        token = cloud.create_token(expires_in=60)
        cloud.advance_time(30)
        cloud.publish("hello")
        fault = cloud.faults.drop("getDevice", times=3)
        cloud.faults.drop(lambda request: False)
        with cloud.client() as particle:
            particle.devices.get_variable(device.id, "here")
            particle.devices.call_function(device.id, "here", "abc")
        cloud.save(path)
    with Sandbox.load(path, flash_step=0) as loaded:
        assert (loaded.username, loaded.access_token) == (cloud.username, cloud.access_token)
        found = loaded.devices[0]
        assert (found.owner, found.product) == (loaded.account, loaded.state.products[product.id])
        assert found.scripts == device.scripts
        assert found.variables["here"] == 3
        assert found.calls == [("here", "abc")]
        assert loaded.state.directory.claim_codes[code] is loaded.account
        assert [(one.effect, one.hits, one.id != fault.id) for one in loaded.faults] == [
            ("drop at before", 0, True)
        ]
        assert loaded.state.directory.token(token)
        loaded.advance_time(31)
        assert loaded.state.directory.token(token) is None
        assert loaded.add_device().serial_number != found.serial_number
        loaded.faults.clear()
        with loaded.client() as particle:
            assert particle.devices.call_function(found.id, "set", "4").return_value == 4
            assert particle.devices.call_function(found.id, "here", "abc").return_value == 0
        remote = RemoteSandbox(loaded.base_url, loaded.admin_token)
        assert [event.name for event in remote.events] == [event.name for event in loaded.events]
    reloaded = Sandbox.load(path, access_token="another")
    assert reloaded.access_token == cloud.access_token


def test_restoring_in_place_reaches_open_streams() -> None:
    with Sandbox() as cloud, cloud.client() as particle:
        device = cloud.add_device("greenhouse", scripts=[Publish(0.01, "old")])
        document = cloud.snapshot()
        cloud.reset()
        assert (cloud.devices, cloud.state.devices_of(cloud.account)) == ([], [])
        with particle.events.stream(device="mine") as events:
            cloud.replace(document)
            assert events.wait_for("old", timeout=30).device_id == device.id


def test_the_same_document_again() -> None:
    cloud = Sandbox()
    product = cloud.add_product("Greenhouses")
    product.settings["nested"] = {"list": [1]}
    cloud.add_device(documents={"twin": {"a": [1]}}, product=product)
    document = cloud.snapshot()
    for _ in range(2):
        cloud.replace(document)
        settings = cloud.state.products[product.id].settings
        assert (settings["nested"], cloud.devices[0].documents) == (
            {"list": [1]},
            {"twin": {"a": [1]}},
        )
        settings["nested"]["list"].append(2)
        cloud.devices[0].documents["twin"]["a"].append(2)


def test_a_time_without_a_zone() -> None:
    cloud = Sandbox()
    cloud.add_device("greenhouse")
    document = cloud.snapshot()
    [device] = document["objects"]["VirtualDevice"].values()
    device["last_heard"] = "2026-01-02T03:04:05"
    cloud.replace(document)
    assert cloud.devices[0].last_heard.tzinfo is UTC


def test_reset() -> None:
    cloud = Sandbox(username="me@example.com", access_token="my-token")
    cloud.add_account("other@example.com", "secret")
    cloud.add_device(product=cloud.add_product("Greenhouses"))
    cloud.publish("hello")
    cloud.faults.drop()
    cloud.run_every(1, print)
    cloud.advance_time(1_000)
    fresh = Sandbox(username="me@example.com", access_token="my-token")
    cloud.reset()
    assert cloud.snapshot()["contents"]["clock.offset"] == 0
    assert cloud.snapshot()["contents"].keys() == fresh.snapshot()["contents"].keys()
    assert [account.username for account in cloud.state.directory.accounts()] == ["me@example.com"]
    assert (cloud.devices, cloud.events, len(cloud.faults)) == ([], [], 0)
    with cloud, cloud.client() as particle:
        assert particle.user.get().username == "me@example.com"


# Files that can't be read


def saved() -> dict[str, Any]:
    cloud = Sandbox()
    cloud.add_device("greenhouse", product=cloud.add_product("Greenhouses"), variables={"t": 3})
    cloud.publish("hello")
    return cloud.snapshot()


def spoil(change: str) -> dict[str, Any]:
    document = deepcopy(saved())
    devices = document["objects"]["VirtualDevice"]
    device = next(iter(devices.values()))
    scope: dict[str, Any] = {"document": document, "device": device}
    exec(change, scope)
    return document


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("document['format'] = 'x'", "no state of a sandbox"),
        ("document['version'] = 2", "a newer version of particle-client"),
        ("document['version'] = '1'", "version '1', not 1$"),
        ("del document['contents']", "'contents' is missing"),
        ("del document['contents']['state.devices']", "'state.devices' is missing"),
        (
            "document['contents']['state.devices'] = []",
            r"state.devices must be dict\[str, VirtualDevice\], not \[\]",
        ),
        ("document['contents']['state.devices']['x'] = 3", "no VirtualDevice 3"),
        ("document['contents']['state.default_account'] = None", "default_account must be Account"),
        (
            "document['contents']['state.default_account'] = 'x'",
            "there is no Account x",
        ),
        ("document['contents']['state.default_account'] = [3]", "no Account"),
        ("document['contents']['clock.offset'] = 'x'", "clock.offset must be timedelta"),
        ("document['contents']['state._devices_made'] = 'x'", "_devices_made must be int"),
        ("document['contents']['clock.offset'] = 1e12", "5,000 years"),
        (
            "document['contents']['directory._tokens']['x'] = 3",
            "no AccessToken 3",
        ),
        ("device['id'] = '../reset?'", "a device's id must be"),
        ("document['faults'] = [{'target': None}]", "a fault needs 'effect'"),
        ("document['objects'] = 3", "damaged"),
        ("del device['platform_id']", "VirtualDevice [0-9a-f]+ needs 'platform_id'"),
        ("device['colour'] = 'red'", "VirtualDevice [0-9a-f]+ has no 'colour'"),
        ("device['online'] = 'no'", "VirtualDevice [0-9a-f]+: online must be bool"),
        ("device['groups'] = [3]", r"groups\[0\] must be str, not 3"),
        ("device['owner'] = {'id': 'x'}", "there is no Account {"),
        ("device['last_heard'] = 2026", "last_heard must be datetime, not 2026"),
        ("device['last_heard'] = 'noon'", "last_heard must be datetime, not 'noon'"),
        ("device['variables'] = {'x': {'walk': {'speed': 3}}}", "walk has no 'speed'"),
        ("device['variables'] = {'x': {'popen': 'ls'}}", "variables: x must be str"),
        ("device['functions'] = {'x': 'print'}", "functions: x must be {answer"),
        ("device['scripts'] = [{'walk': 3}]", r"scripts\[0\] must be {publish"),
        ("device['flash_outcome'] = 'maybe'", "flash_outcome must be"),
        ("device['flashed'] = ['%']", r"flashed\[0\] must be bytes, not '%'"),
    ],
)
def test_damage_is_refused(change: str, reason: str) -> None:
    cloud = Sandbox()
    cloud.add_device("kept")
    before = without_time(cloud.snapshot())
    with pytest.raises(StateError, match=reason):
        cloud.replace(json.loads(json.dumps(spoil(change))))
    assert without_time(cloud.snapshot()) == before


def test_the_reason_names_no_token() -> None:
    cloud = Sandbox()
    document = json.loads(json.dumps(cloud.snapshot()))
    document["contents"]["directory._tokens"]["x"] = 3
    with pytest.raises(StateError) as refused:
        cloud.replace(document)
    assert cloud.access_token not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_files_that_are_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(content)
    with pytest.raises(StateError):
        Sandbox.load(path)


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    Sandbox().save(path)
    content = path.read_bytes()
    for length in range(0, len(content) - 1, 97):
        path.write_bytes(content[:length])
        with pytest.raises(StateError, match=r"state\.json is damaged"):
            Sandbox.load(path)


def test_killed_while_saving_the_old_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    Sandbox(username="old@example.com").save(path)
    program = f"""
import os
from particle_client.sandbox import RemoteSandbox, Sandbox
os.fsync = lambda descriptor: os._exit(9)
Sandbox(username="new@example.com").save({str(path)!r})
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 9
    assert Sandbox.load(path).username == "old@example.com"


def test_a_failed_save_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "state.json"
    Sandbox(username="old@example.com").save(path)

    def full(descriptor: int) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        Sandbox().save(path)
    assert [file.name for file in tmp_path.iterdir()] == ["state.json"]
    assert Sandbox.load(path).username == "old@example.com"


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    Sandbox().save(path)
    assert path.stat().st_mode & 0o077 == 0

"""`RemoteSandbox`: what `Sandbox` can do, from another process."""

from __future__ import annotations

import inspect
import json
import math
import threading
from typing import TYPE_CHECKING

import pytest

from particle_client import RateLimitError
from particle_client.sandbox import RemoteSandbox, Sandbox, VirtualDevice
from particle_client.sandbox.faults import Fault, Faults
from particle_client.sandbox.remote import AdminError, RemoteDevice, RemoteFault, RemoteFaults
from particle_client.sandbox.scripts import Answer, Assign, Publish, Walk
from particle_client.sandbox.snapshots import StateError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def remote(cloud: Sandbox) -> RemoteSandbox:
    return RemoteSandbox(cloud.base_url, cloud.admin_token)


def public(kind: type) -> dict[str, inspect.Signature | None]:
    """The public names of a class; of methods their parameters."""
    found: dict[str, inspect.Signature | None] = {}
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if not name.startswith("_"):
            is_method = inspect.isfunction(value)
            found[name] = inspect.signature(value) if is_method else None
    return found


@pytest.mark.parametrize(
    ("local", "remote", "only_local", "only_remote"),
    [
        (Sandbox, RemoteSandbox, {"load", "from_seed"}, {"from_environment"}),
        (Faults, RemoteFaults, {"cut_off", "discard", "install"}, set()),
        (Fault, RemoteFault, {"can_be_saved", "cut_off", "spoil", "take", "to_save"}, set()),
    ],
)
def test_the_remote_classes_have_the_same_methods(
    local: type, remote: type, only_local: set[str], only_remote: set[str]
) -> None:
    here, there = public(local), public(remote)
    assert here.keys() - there.keys() == only_local
    assert there.keys() - here.keys() == only_remote
    for name in here.keys() & there.keys():
        one, other = here[name], there[name]
        if one and other:
            assert list(one.parameters) == list(other.parameters), name
            for parameter in one.parameters.values():
                twin = other.parameters[parameter.name]
                assert (parameter.kind, parameter.default) == (twin.kind, twin.default), name


def test_a_remote_device_has_the_methods_of_a_device() -> None:
    of_the_sandbox = {"emit", "handshake", "leave_product", "run_function"}
    for name, signature in public(VirtualDevice).items():
        if signature and name not in of_the_sandbox:
            twin = inspect.signature(getattr(RemoteDevice, name))
            assert list(twin.parameters) == list(signature.parameters), name


def test_filling_it(cloud: Sandbox, remote: RemoteSandbox) -> None:
    assert (remote.username, remote.password) == (cloud.username, cloud.password)
    assert remote.access_token == cloud.access_token
    account = remote.add_account("other@example.com", "secret", mfa=True, first_name="Ada")
    assert (account.otp, account.account_info) == ("123456", {"first_name": "Ada"})
    organization = remote.add_organization("My Org", members=[account])
    product = remote.add_product(
        "Greenhouses", organization=organization, owner=account, groups=["beta"], team=[account]
    )
    assert (product.slug, str(product.owner)) == ("greenhouses", "other@example.com")
    assert remote.add_firmware(product, 3, title="Third").title == "Third"
    remote.release_firmware("greenhouses", 3, groups=["beta"], product_default=False)
    assert cloud.state.products[product.id].firmware[3].groups == ["beta"]
    client = remote.add_oauth_client("service", owner=account)
    assert cloud.state.directory.clients["service"].secret == client.secret
    token = remote.create_token(account, scopes=["devices:list"], expires_in=60)
    found = cloud.state.directory.token(token)
    assert found
    assert (found.account.username, found.scopes) == ("other@example.com", ("devices:list",))
    remote.advance_time(61)
    assert cloud.state.directory.token(token) is None


def test_devices(cloud: Sandbox, remote: RemoteSandbox) -> None:
    device = remote.add_device(
        "greenhouse",
        variables={"temperature": 21.5, "light": Walk(300.0, low=300.0, high=300.0)},
        functions={"setVent": Assign("vent"), "fail": Answer(error="out of tea")},
        notes="behind the shed",
        claimed=False,
    )
    here = cloud.state.devices[device.id]
    assert (device.name, device.notes, here.owner) == ("greenhouse", "behind the shed", None)
    assert abs(device.last_heard - here.last_heard).total_seconds() < 0.001
    device.claim_with_code(remote.create_claim_code())
    assert here.owner is cloud.account
    with remote.client() as particle:
        assert particle.devices.get_variable(device.id, "light").result == 300
        assert particle.devices.call_function(device.id, "setVent", "40").return_value == 40
    assert dict(device.variables) == {"temperature": 21.5, "light": 300, "vent": 40}
    assert device.calls == [("setVent", "40")]
    device.variables["temperature"] = 5
    device.variables["wind"] = Walk()
    del device.variables["light"]
    device.functions["one"] = 1  # type: ignore[assignment]
    del device.functions["fail"]
    assert here.variables.keys() == {"temperature", "vent", "wind"}
    assert here.functions.keys() == {"setVent", "one"}
    device.notes, device.groups, device.flash_outcome = None, ["beta"], "failed"
    assert (here.notes, here.groups, here.flash_outcome) == (None, ["beta"], "failed")
    device.go_offline()
    assert not device.online
    with pytest.raises(RuntimeError, match="is offline and can't publish"):
        device.publish("x")
    device.go_online()
    assert device.publish("hello", "world", ttl=5) == cloud.events[-1]
    assert remote.publish("from", "outside") == remote.events[-1] == cloud.events[-1]
    assert remote.devices == [device]
    remote.remove_device(device)
    assert cloud.devices == []
    with pytest.raises(AdminError, match="no device"):
        device.go_online()


def test_flashing(cloud: Sandbox, remote: RemoteSandbox) -> None:
    device = remote.add_device("greenhouse")
    with remote.client() as particle, particle.events.stream("spark/", device="mine") as events:
        remote.flash(device, 7)
        events.wait_for("spark/device/last_reset", timeout=30)
    assert (device.firmware_version, len(device.flashed)) == (7, 1)
    device.go_offline()
    with pytest.raises(RuntimeError, match="is offline"):
        remote.flash(device, 8)


def test_scripts(cloud: Sandbox, remote: RemoteSandbox) -> None:
    device = remote.add_device("greenhouse", variables={"t": 3})
    with remote.client() as particle, particle.events.stream("reading", device="mine") as events:
        remote.run_scripts(device, [Publish(0.01, "reading", {"value": "$t"})])
        assert events.wait_for("reading", timeout=30).data == '{"value": 3}'
    assert cloud.state.devices[device.id].scripts == [Publish(0.01, "reading", {"value": "$t"})]


def test_faults(cloud: Sandbox, remote: RemoteSandbox) -> None:
    with (
        remote.client(retries=0) as particle,
        remote.faults.rate_limit("listDevices", retry_after=3, times=2) as fault,
    ):
        with pytest.raises(RateLimitError) as caught:
            particle.devices.list()
        assert caught.value.retry_after == 3
        fault.wait()
        assert (fault.hits, fault.effect, len(remote.faults)) == (1, "status 429", 1)
    assert len(cloud.faults) == 0
    assert fault.hits == 1
    fault.remove()
    kinds = [
        remote.faults.add("getDevice", status=503, json={"a": None}),
        remote.faults.garbage("getDevice", "html"),
        remote.faults.drop("getDevice", "after", reset=True),
        remote.faults.stall("getDevice"),
    ]
    assert [fault.id for fault in remote.faults] == [fault.id for fault in kinds]
    kinds[-1].release()
    remote.faults.clear()
    assert len(remote.faults) == 0
    with pytest.raises(ValueError, match="Did you mean 'getDevice'"):
        remote.faults.drop("getDevise")
    with pytest.raises(TypeError, match="times must be"):
        remote.faults.drop("getDevice", times="three")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="can't run in another process"):
        remote.faults.drop(lambda request: True)


def test_streams_and_requests(cloud: Sandbox, remote: RemoteSandbox) -> None:
    opened = threading.Event()

    def read() -> None:
        with remote.client() as particle, particle.events.stream(device="mine") as events:
            opened.set()
            next(iter(events))

    reader = threading.Thread(target=read)
    reader.start()
    assert opened.wait(30)
    assert remote.open_streams == 1
    remote.disconnect_streams()
    while not reader.is_alive() or remote.open_streams != 1:
        pass
    remote.publish("end")
    reader.join(30)
    streams = [request for request in remote.requests if request.path == "/v1/devices/events"]
    assert [request.status for request in streams] == [200, 200]
    assert {request.sender for request in streams} == {cloud.username}


def test_state(cloud: Sandbox, remote: RemoteSandbox, tmp_path: Path) -> None:
    remote.add_device("greenhouse", variables={"temperature": 21.5})
    remote.save(tmp_path / "state.json")
    remote.reset()
    assert (remote.devices, remote.access_token) == ([], cloud.access_token)
    remote.restore(tmp_path / "state.json")
    assert [device.name for device in cloud.devices] == ["greenhouse"]
    with pytest.raises(StateError, match="no state"):
        remote.replace({"format": "something else"})
    remote.add_seed({"devices": [{"name": "seeded", "count": 2}]})
    assert [device.name for device in remote.devices] == ["greenhouse", "seeded-1", "seeded-2"]
    with pytest.raises(ValueError, match="there are accounts"):
        remote.add_seed({"gadgets": []})


def test_numbers_that_json_lacks(cloud: Sandbox, remote: RemoteSandbox) -> None:
    """They arrive, and a state with them is JSON that any program reads."""
    numbers = {"broken": math.nan, "open": math.inf}
    remote.add_device("greenhouse", variables=numbers, scripts=[Publish(60, "x", [math.inf])])
    assert repr(cloud.devices[0].variables) == repr(numbers)
    document = remote.snapshot()
    json.dumps(document, allow_nan=False)
    remote.replace(document)
    assert repr(cloud.devices[0].variables) == repr(numbers)


def test_text_that_cannot_be_sent(remote: RemoteSandbox) -> None:
    # What httpx doesn't refuse (before 0.28), the sandbox does.
    with pytest.raises((UnicodeEncodeError, AdminError), match=r"surrogates|not valid JSON"):
        remote.add_device("half of a character: \ud83d")


def test_what_another_process_cannot_do(cloud: Sandbox, remote: RemoteSandbox) -> None:
    with pytest.raises(TypeError, match="can't call this process"):
        remote.run_every(1, print)
    with pytest.raises(TypeError, match="use a script"):
        remote.add_device(functions={"f": len})
    with pytest.raises(ValueError, match="address of a sandbox"):
        RemoteSandbox("localhost:80", "token")
    with pytest.raises(AdminError, match="token is missing or wrong"):
        RemoteSandbox(cloud.base_url, "wrong").start()
    cloud.stop()
    with pytest.raises(AdminError, match="no sandbox answers"):
        remote.start()

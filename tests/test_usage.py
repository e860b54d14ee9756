"""What programs do with the client. A release keeps a copy, which `make check` runs later on.

So this imports nothing but what users import. `tests/typing/usage.py` is the same for types.
"""

from __future__ import annotations

import asyncio
import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from particle_client import (
    APIStatusError,
    AsyncParticle,
    DeviceOfflineError,
    ErrorReason,
    InvalidTokenError,
    NotFoundError,
    Page,
    Particle,
    ParticleError,
    PasswordLogin,
    RetryPolicy,
    UnknownDeviceError,
    UnknownVariableError,
)
from particle_client.models import Device, ProductDeviceList
from particle_client.sandbox import Sandbox

PROGRAM = b"void setup() {}\nvoid loop() {}\n"


def test_a_device(particle_sandbox: Sandbox, particle: Particle) -> None:
    added = particle_sandbox.add_device(
        "lamp", variables={"light": 21.5}, functions={"dim": lambda argument: int(argument)}
    )
    listed = particle.devices.list()
    device = particle.devices.get(added.id)
    assert [each.id for each in listed] == [device.id] == [added.id]
    assert (device.name, device.online, device["name"]) == ("lamp", True, "lamp")
    assert isinstance(device.last_heard, datetime)
    assert dict(device)["id"] == device.id
    assert pickle.loads(pickle.dumps(device)) == device
    assert particle.devices.get_variable(device.id, "light").result == 21.5
    assert particle.devices.call_function(device.id, "dim", "40").return_value == 40
    assert particle.devices.rename(device.id, "light").name == "light"
    response = particle.get(f"/v1/devices/{device.id}")
    assert (response.status_code, response.json()["name"]) == (200, "light")


def test_errors(particle_sandbox: Sandbox, particle: Particle) -> None:
    device = particle_sandbox.add_device("lamp", variables={"light": 1})
    with pytest.raises(UnknownVariableError):
        particle.devices.get_variable(device.id, "colour")
    device.go_offline()
    with pytest.raises(DeviceOfflineError) as caught:
        particle.devices.get_variable(device.id, "light")
    error = caught.value
    assert isinstance(error, NotFoundError)
    assert isinstance(error, ParticleError)
    assert (error.status_code, error.reason) == (404, ErrorReason.DEVICE_OFFLINE)
    with pytest.raises(UnknownDeviceError):
        particle.devices.get("0" * 24)
    with (
        particle_sandbox.client(access_token="wrong") as other,
        pytest.raises(InvalidTokenError),
    ):
        other.devices.list()
    with pytest.raises(ValueError, match="device_id"):
        particle.devices.get("")


def test_retries(particle_sandbox: Sandbox) -> None:
    with particle_sandbox.client(retries=RetryPolicy(2, initial_delay=0)) as particle:
        particle_sandbox.faults.add("listDevices", status=503, times=2)
        assert particle.devices.list() == []
        particle_sandbox.faults.add("listDevices", status=503, times=3)
        with pytest.raises(APIStatusError):
            particle.devices.list()


def test_pages_of_a_product(particle_sandbox: Sandbox, particle: Particle) -> None:
    particle_sandbox.add_product("Lamps", slug="lamps")
    for number in range(5):
        particle_sandbox.add_device(f"lamp-{number}", product="lamps")
    page: Page[ProductDeviceList, Device] = particle.product("lamps").devices.list(per_page=2)
    assert len(page.items) == 2
    assert sorted(str(device.name) for device in page) == [f"lamp-{n}" for n in range(5)]


def test_events(particle_sandbox: Sandbox, particle: Particle) -> None:
    device = particle_sandbox.add_device("lamp")
    with particle.events.stream("light", device=device.id) as events:
        device.publish("light", "on")
        event = next(iter(events))
    assert (event.name, event.data, event.device_id) == ("light", "on", device.id)
    assert event.published_at is not None
    assert event.published_at <= datetime.now(UTC)


def test_flashing(particle_sandbox: Sandbox, particle: Particle, tmp_path: Path) -> None:
    device = particle_sandbox.add_device("lamp")
    source = tmp_path / "main.cpp"
    source.write_bytes(PROGRAM)
    assert particle.devices.flash(device.id, source, wait=True).seconds >= 0
    device.go_offline()
    with pytest.raises(DeviceOfflineError):
        particle.devices.flash(device.id, source, wait=True)


def test_a_login(particle_sandbox: Sandbox) -> None:
    login = PasswordLogin(particle_sandbox.username, particle_sandbox.password)
    with Particle(access_token=login, base_url=particle_sandbox.base_url) as particle:
        assert particle.user.get().username == particle_sandbox.username


def test_the_same_with_await(particle_sandbox: Sandbox) -> None:
    device = particle_sandbox.add_device("lamp", variables={"light": 21.5})

    async def main(particle: AsyncParticle) -> None:
        async with particle:
            assert [each.id async for each in particle.devices.list()] == [device.id]
            assert (await particle.devices.get_variable(device.id, "light")).result == 21.5
            async with particle.events.stream("light", device="mine") as events:
                device.publish("light", "on")
                assert (await anext(aiter(events))).data == "on"

    asyncio.run(main(particle_sandbox.async_client()))

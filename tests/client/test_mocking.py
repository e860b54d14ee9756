"""What `unittest.mock` replaces, as `docs/sandbox.md` shows it."""

from __future__ import annotations

from unittest import mock

import pytest

from particle_client import AsyncParticle, Particle
from particle_client.api.devices import AsyncDevices, Devices
from particle_client.models import Device

LAMP = Device.from_dict({"id": "1", "name": "lamp"})


def test_a_method_is_replaced_in_its_class() -> None:
    with (
        Particle(access_token="x") as particle,
        mock.patch.object(Devices, "get", autospec=True, return_value=LAMP) as get,
    ):
        assert particle.devices.get("1") is LAMP
        get.assert_called_once_with(mock.ANY, "1")
        with pytest.raises(TypeError, match="device_id"):
            particle.devices.get()  # type: ignore[call-arg]


@pytest.mark.anyio
async def test_an_asynchronous_method_too() -> None:
    async with AsyncParticle(access_token="x") as particle:
        with mock.patch.object(AsyncDevices, "get", autospec=True, return_value=LAMP):
            assert await particle.devices.get("1") is LAMP


def test_a_replaced_method_of_an_object_would_be_lost_so_it_is_refused() -> None:
    with Particle(access_token="x") as particle:
        patch = mock.patch.object(particle.devices, "get")
        with pytest.raises(AttributeError, match="read-only"):
            patch.start()


def test_a_whole_client_is_replaced() -> None:
    with Particle(access_token="x") as particle:
        client = mock.create_autospec(particle)
    client.devices.get.return_value = LAMP
    assert client.devices.get("1") is LAMP
    with pytest.raises(TypeError, match="device_id"):
        client.devices.get()
    with pytest.raises(AttributeError):
        _ = client.devices.gett

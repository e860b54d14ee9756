"""The types that a user's checker sees, sync and async. Checked by `make check`, not run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, assert_type

from particle_client import (
    AsyncDownload,
    AsyncPage,
    AsyncParticle,
    Download,
    Event,
    Page,
    Particle,
    Response,
)
from particle_client.events import FlashStatus
from particle_client.firmware.flashing import FlashResult
from particle_client.models import (
    AccessToken,
    Device,
    DeviceFlashed,
    DeviceRenamed,
    FunctionResult,
    Ok,
    ProductDeviceList,
    SecretIntegration,
)


def sync(particle: Particle) -> None:
    """Calls of every kind of answer."""
    assert_type(particle.devices.list(), list[Device])
    device = particle.devices.get("id", timeout=5, headers={"x": "y"})
    assert_type(device, Device)
    assert_type(device.id, str)
    assert_type(device.last_heard, datetime | None)
    assert_type(particle.products.get("p").name, str)
    assert_type(particle.oauth_clients.create("app", "web").secret, str | None)
    assert_type(Event("x", "{}").published_at, datetime | None)
    assert_type(particle.devices.rename("id", "name"), DeviceRenamed)
    assert_type(particle.devices.call_function("id", "brew", "x"), FunctionResult)
    page = particle.product("p").devices.list(groups=["beta"])
    assert_type(page, Page[ProductDeviceList, Device])
    assert_type([each.name for each in page], list[str | None])
    assert_type(particle.product(1).devices.remove("id"), Ok | None)
    secret = particle.secrets.get("NAME").secret
    assert_type(secret.integrations, list[SecretIntegration] | None)
    assert_type(particle.devices.unprotect("id", "prepare").server_nonce, str | None)
    assert_type(particle.logic.execute({"type": "JavaScript", "code": ""}).result.err, str | None)
    assert_type(particle.firmware.download("id"), bytes)
    assert_type(particle.firmware.download("id", to="firmware.bin", progress=print), Path)
    with particle.product("p").firmware.download(3, stream=True) as download:
        assert_type(download, Download)
        assert_type(b"".join(download), bytes)
    assert_type(particle.libraries.download("neopixel", to=Path("a.tar.gz")), Path)
    assert_type(particle.download_file("/a", stream=True).read(), bytes)
    assert_type(particle.login("user", "password"), AccessToken)
    assert_type(particle.with_raw_response(particle.devices.get, "id"), Response[Device])
    assert_type(particle.get("/v1/devices"), Response[Any])
    assert_type(particle.devices.flash("id", "main.cpp"), DeviceFlashed)
    assert_type(particle.devices.flash("id", "main.cpp", wait=True), FlashResult)
    assert_type(particle.events.publish_and_wait("ping", wait_for="pong"), Event)
    with particle.events.stream("x", device="mine", idle_timeout=30) as events:
        for event in events:
            assert_type(event, Event)
            if isinstance(event.system, FlashStatus):
                assert_type(event.system.finished, bool)


async def asynchronous(particle: AsyncParticle) -> None:
    """The same, awaited."""
    assert_type(await particle.devices.flash("id", "main.cpp"), DeviceFlashed)
    assert_type(await particle.devices.flash("id", "main.cpp", wait=True), FlashResult)
    assert_type(await particle.events.publish_and_wait("ping", wait_for="pong"), Event)
    assert_type(await particle.devices.list(), list[Device])
    assert_type([device async for device in particle.devices.list()], list[Device])
    assert_type(await particle.devices.get("id"), Device)
    assert_type(await particle.product("p").devices.list(), AsyncPage[ProductDeviceList, Device])
    assert_type([each async for each in particle.product("p").devices.list()], list[Device])
    assert_type(await particle.firmware.download("id"), bytes)
    assert_type(await particle.firmware.download("id", to="firmware.bin"), Path)
    async with particle.firmware.download("id", stream=True) as download:
        assert_type(download, AsyncDownload)
        assert_type([piece async for piece in download], list[bytes])
    assert_type(await particle.libraries.download("neopixel", to="a.tar.gz"), Path)
    assert_type(await particle.download_file("/a"), bytes)
    response = await particle.with_raw_response(particle.devices.get, "id")
    assert_type(response, Response[Device])
    async with particle.events.stream(device="mine") as events:
        async for event in events:
            assert_type(event, Event)


def results_narrow(particle: Particle) -> None:
    for result in particle.map_devices(lambda device: len(device), ["a", "b"]):
        if result.ok:
            assert_type(result.value, int)
        if result.error is not None:
            assert_type(result.error, Exception)
        else:
            assert_type(result.value, int)
        assert_type(result.device, str)

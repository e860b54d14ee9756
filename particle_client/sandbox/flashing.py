"""What happens on a device, and in its events, while it gets new firmware."""

import asyncio
from typing import TYPE_CHECKING

from .compiler import Image, image_of
from .errors import failure

if TYPE_CHECKING:
    from .devices import VirtualDevice
    from .state import CloudState


class Flasher:
    """Flashes devices in the background, with the events that the cloud documents."""

    def __init__(self, cloud: "CloudState", step: float) -> None:
        self._cloud = cloud
        self._step = step

    def start(self, device: "VirtualDevice", image: Image, *, automatic: bool = False) -> None:
        """Begins to flash an online device; 409 when an update is under way.

        ``automatic`` updates are the cloud's own: they announce themselves and belong to no
        user. The caller holds the lock.
        """
        if device.updating:
            raise failure(409, "The device is being updated already")
        device.updating = True
        self._cloud.runtime.spawn(lambda: self._run(device, image, automatic))

    def update_if_due(self, device: "VirtualDevice") -> bool:
        """Starts the product firmware update that the device should get, if there is one."""
        target = device.target_version
        if (
            target is None
            or target == device.firmware_version
            or device.product is None
            or device.updating
            or not device.online
            or not self._cloud.runtime.running
            or not (device.firmware_updates_enabled or device.firmware_updates_forced)
        ):
            return False
        firmware = device.product.firmware.get(target)
        if firmware is None:
            return False
        image = Image(content=firmware.content, product_version=target)
        self.start(device, image, automatic=True)
        return True

    async def _run(self, device: "VirtualDevice", image: Image, automatic: bool) -> None:
        try:
            await asyncio.sleep(self._step)
            with self._cloud.lock:
                if automatic:
                    device.emit("spark/status", "auto-update", automatic=True)
                device.emit("spark/flash/status", "started ", automatic=automatic)
            await asyncio.sleep(self._step)
            if device.flash_outcome == "timeout":
                return
            with self._cloud.lock:
                if device.flash_outcome == "failed" or not device.online:
                    device.emit("spark/flash/status", "failed ", automatic=automatic)
                    return
                device.emit("spark/flash/status", "success ", automatic=automatic)
            await asyncio.sleep(self._step)
            with self._cloud.lock:
                device.online = False
                device.emit("spark/status", "offline", automatic=automatic)
            await asyncio.sleep(self._step)
            with self._cloud.lock:
                self._install(device, image, automatic)
        finally:
            device.updating = False

    def _install(self, device: "VirtualDevice", image: Image, automatic: bool) -> None:
        device.flashed.append(image.content)
        if image.product_version is not None:
            device.firmware_version = image.product_version
        before, device.app_hash = device.app_hash, image.app_hash
        device.handshake(automatic=automatic)
        reports = {
            "spark/device/app-hash": device.app_hash,
            "spark/device/last_reset": "update",
            "particle/device/updates/forced": _flag(device.firmware_updates_forced),
            "particle/device/updates/pending": "false",
            "particle/device/updates/enabled": _flag(device.firmware_updates_enabled),
        }
        if device.app_hash == before:  # reported only when it has changed
            del reports["spark/device/app-hash"]
        for name, data in reports.items():
            device.emit(name, data, automatic=automatic)


def image_for(device: "VirtualDevice", content: bytes) -> Image:
    """The image to flash; a product's uploaded binary is known by its content."""
    image = image_of(content)
    if image.product_version is None and device.product:
        for firmware in device.product.firmware.values():
            if firmware.content == content:
                return Image(content=content, product_version=firmware.version)
    return image


def _flag(value: bool) -> str:
    return "true" if value else "false"

"""What happens on a device, and in its events, while it gets new firmware."""

import asyncio

from .compiler import Image, image_of
from .devices import VirtualDevice
from .errors import failure
from .events import Event
from .runtime import Runtime


class Flasher:
    """Flashes devices in the background, with the events that the cloud documents."""

    def __init__(self, runtime: Runtime, devices: dict[str, VirtualDevice], step: float) -> None:
        self._runtime = runtime
        self._devices = devices
        self._step = step

    def on_event(self, event: Event) -> None:
        """Start the update of a device that has come online; the caller holds the lock."""
        device = self._devices.get(event.device_id)
        if device and (event.name, event.data) == ("spark/status", "online"):
            self.update_if_due(device)

    def start(self, device: VirtualDevice, image: Image, *, automatic: bool = False) -> None:
        """Begins to flash an online device; 409 when an update is under way.

        ``automatic`` updates are the cloud's own: they announce themselves and belong to no
        user. The caller holds the lock.
        """
        if device.updating:
            raise failure(409, "The device is being updated already")
        device.updating = True
        self._runtime.spawn(lambda: self._run(device, image, automatic))

    def update_if_due(self, device: VirtualDevice) -> bool:
        """Starts the product firmware update that the device should get, if there is one."""
        target = device.target_version
        if (
            target is None
            or target == device.firmware_version
            or device.product is None
            or device.updating
            or not device.online
            or not self._runtime.running
            or not (device.firmware_updates_enabled or device.firmware_updates_forced)
        ):
            return False
        firmware = device.product.firmware.get(target)
        if firmware is None:
            return False
        image = Image(content=firmware.content, product_version=target)
        self.start(device, image, automatic=True)
        return True

    async def _run(self, device: VirtualDevice, image: Image, automatic: bool) -> None:
        try:
            await asyncio.sleep(self._step)
            with self._runtime.lock:
                if automatic:
                    device.emit("spark/status", "auto-update", automatic=True)
                device.emit("spark/flash/status", "started ", automatic=automatic)
            await asyncio.sleep(self._step)
            if device.flash_outcome == "timeout":
                return
            with self._runtime.lock:
                if device.flash_outcome == "failed" or not device.online:
                    device.emit("spark/flash/status", "failed ", automatic=automatic)
                    return
                device.emit("spark/flash/status", "success ", automatic=automatic)
            await asyncio.sleep(self._step)
            with self._runtime.lock:
                device.online = False
                device.emit("spark/status", "offline", automatic=automatic)
            await asyncio.sleep(self._step)
            with self._runtime.lock:
                self._install(device, image, automatic)
        finally:
            device.updating = False

    def _install(self, device: VirtualDevice, image: Image, automatic: bool) -> None:
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


def image_for(device: VirtualDevice, content: bytes) -> Image:
    """The image to flash; a product's uploaded binary is known by its content."""
    image = image_of(content)
    if image.product_version is None and device.product:
        for firmware in device.product.firmware.values():
            if firmware.content == content:
                return Image(content=content, product_version=firmware.version)
    return image


def _flag(value: bool) -> str:
    return "true" if value else "false"

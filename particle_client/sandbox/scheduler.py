"""Runs the scripts of devices, in the event loop that serves the sandbox."""

import asyncio
import logging
import random
from collections.abc import Iterable
from functools import partial

from .devices import VirtualDevice
from .runtime import Runtime
from .scripts import Script

_log = logging.getLogger("particle_client.sandbox")


class Scheduler:
    """Calls each script again and again, as long as its device has it."""

    def __init__(self, runtime: Runtime, devices: dict[str, VirtualDevice]) -> None:
        self._runtime = runtime
        self._devices = devices

    def begin(self, devices: Iterable[VirtualDevice]) -> None:
        """Begins with the scripts of the devices, each at a moment of its own. Nothing happens
        while the sandbox isn't serving."""
        for device in devices:
            for script in device.scripts:
                first = random.uniform(0, script.every)
                self._runtime.call_soon(partial(self._later, first, device, script))

    def _later(self, seconds: float, device: VirtualDevice, script: Script) -> None:
        asyncio.get_running_loop().call_later(seconds, self._step, device, script)

    def _step(self, device: VirtualDevice, script: Script) -> None:
        with self._runtime.lock:
            if self._devices.get(device.id) is not device:
                return
            if any(each is script for each in device.scripts):
                try:
                    self._later(script.step(device), device, script)
                except Exception:
                    _log.exception("A script of %s failed: %r", device.name, script)

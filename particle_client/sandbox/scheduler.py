"""Runs the scripts of all devices, in one thread."""

import heapq
import itertools
import logging
import random
import threading
import time
from typing import TypeAlias

from .devices import VirtualDevice
from .runtime import Runtime
from .scripts import Script

_log = logging.getLogger("particle_client.sandbox")

_Step: TypeAlias = tuple[float, int, VirtualDevice, Script]


class Scheduler:
    """A thread that sleeps until the next step of any script is due."""

    def __init__(self, runtime: Runtime, devices: dict[str, VirtualDevice]) -> None:
        self._runtime = runtime
        self._devices = devices
        self._due: list[_Step] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def add(self, device: VirtualDevice) -> None:
        """Begins with the device's scripts, each at a moment of its own."""
        now = time.monotonic()
        with self._changed:
            for script in device.scripts:
                due = now + random.uniform(0, script.every)
                heapq.heappush(self._due, (due, next(self._numbers), device, script))
            self._changed.notify()

    def start(self) -> None:
        """Begins to run; nothing happens if it does already."""
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._run, name="particle-sandbox-scripts", daemon=True
            )
            self._thread.start()

    def stop(self) -> None:
        """Ends the thread; what was due comes after the next start."""
        thread = self._thread
        with self._changed:
            self._thread = None
            self._changed.notify()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        this = threading.current_thread()
        while True:
            with self._changed:
                while self._thread is this and (wait := self._seconds_left()) > 0:
                    self._changed.wait(min(wait, threading.TIMEOUT_MAX))
                if self._thread is not this:
                    return
                due, _, device, script = heapq.heappop(self._due)
            pause = self._step(device, script)
            if pause is not None:
                # Not in the past: a machine that slept has nothing to catch up on.
                due = max(due + pause, time.monotonic())
                with self._changed:
                    heapq.heappush(self._due, (due, next(self._numbers), device, script))

    def _seconds_left(self) -> float:
        return self._due[0][0] - time.monotonic() if self._due else threading.TIMEOUT_MAX

    def _step(self, device: VirtualDevice, script: Script) -> float | None:
        """The pause until its next step; None when the device doesn't have it any more."""
        with self._runtime.lock:
            if self._devices.get(device.id) is not device:
                return None
            if not any(each is script for each in device.scripts):
                return None
            try:
                return script.step(device)
            except Exception:
                _log.exception("A script of %s failed: %r", device.name, script)
                return None

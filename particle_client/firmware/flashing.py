"""Whether a flash has succeeded: what `devices.flash(…, wait=True)` reads from the device's events.

An update shows in events as `spark/flash/status` `started`, then `success` (the device has taken
the firmware) or `failed`; then the device restarts: `spark/status` `offline` and `online`. Where
Device OS is updated as well, the device comes online in safe mode in between, once or more.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ..base.errors import StreamTimeoutError
from ..events.event import Event
from ..events.system import AppHash, DeviceStatus, FlashStatus, LastReset, SafeMode
from ..models.devices import DeviceFlashed
from .errors import FlashError, FlashPhase, FlashTimeoutError

SETTLING = 2.0
"""Seconds after `online` in which a device in safe mode says so."""

_WAITED_FOR: dict[FlashPhase, str] = {
    "connecting": "the event stream couldn't be opened, so nothing was flashed",
    "starting": "the transfer hasn't started",
    "transferring": "the device hasn't taken the firmware yet",
    "restarting": "the device has taken the firmware, but hasn't come online with it",
}


@dataclass(frozen=True, slots=True)
class FlashResult:
    """A flash that succeeded: the device is online again."""

    device_id: str
    version: int | None
    """The version of the product firmware that the device runs now, 0 for none; None where it
    isn't known: only the streams of a product tell it."""
    seconds: float
    """How long it took, from the response to the request on."""
    answer: DeviceFlashed
    """What the cloud answered to the request."""
    events: tuple[Event, ...] = field(repr=False)
    """The events that told of it, oldest first."""


class FlashWatch:
    """Follows one flash through the events of its device, `timeout` seconds from the answer on."""

    def __init__(
        self, device_id: str, timeout: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.device_id = device_id
        self.timeout = timeout
        self.phase: FlashPhase = "connecting"
        self.finished: bool = False
        self._clock = clock
        self._answered = 0.0
        self._settled: float | None = None  # when it is certain that `online` wasn't in safe mode
        self._version: int | None = None
        self._events: list[Event] = []

    def answered(self, answer: DeviceFlashed) -> None:
        """The cloud has accepted the firmware."""
        self.phase = "starting"
        self._answered = self._clock()
        self._answer = answer

    @property
    def remaining(self) -> float:
        """Seconds to wait for the next event."""
        end = self._answered + self.timeout
        return max(min(end, self._settled or end) - self._clock(), 0.0)

    def take(self, event: Event) -> bool:
        """Take an event of the device. True when `finished` or `remaining` has changed.

        Raises:
            FlashError: It tells that the flash failed.
        """
        view = event.system
        if not isinstance(view, FlashStatus | DeviceStatus | SafeMode | AppHash | LastReset):
            return False
        self._events.append(event)
        if isinstance(view, AppHash | LastReset):
            # Another application runs: that says it all, even if what came before was missed.
            runs = isinstance(view, AppHash) and self.phase in ("transferring", "restarting")
            if runs or self._settled is not None:
                if event.version is not None:
                    self._version = event.version
                self.finished = True
            return self.finished
        self._settled = None
        if isinstance(view, FlashStatus):
            if view.status == "failed":
                raise FlashError(self.device_id, "failed", events=tuple(self._events))
            self.phase = "restarting" if view.status == "success" else "transferring"
        elif isinstance(view, DeviceStatus) and view.online and self.phase == "restarting":
            self._version = event.version
            self._settled = self._clock() + SETTLING
            return True
        return False

    def on_timeout(self, error: StreamTimeoutError) -> None:
        """Finish, or raise FlashTimeoutError: `remaining` is over."""
        if self._settled is not None:
            self.finished = True
            return
        raise FlashTimeoutError(
            self.device_id,
            f"Device {self.device_id}: {_WAITED_FOR[self.phase]} within {self.timeout:g} s.",
            phase=self.phase,
            events=tuple(self._events),
        ) from error.__cause__

    def result(self) -> FlashResult:
        """Return the result of a flash that is finished."""
        seconds = self._clock() - self._answered
        return FlashResult(
            self.device_id, self._version, seconds, self._answer, tuple(self._events)
        )

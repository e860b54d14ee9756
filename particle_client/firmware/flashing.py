"""Whether a flash has succeeded: what `devices.flash(…, wait=True)` reads from the device's events.

An update shows in events as `spark/flash/status` `started`, then `success` (the device has taken
the firmware) or `failed`; then the device restarts: `spark/status` `offline` and `online`. Where
Device OS is updated as well, the device comes online in safe mode in between, once or more. Events
may come in another order, and twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ..base.errors import StreamTimeoutError
from ..events.event import Event
from ..events.system import AppHash, DeviceStatus, FlashStatus, LastReset, SafeMode
from ..models.devices import DeviceFlashed
from .errors import FlashError, FlashPhase, FlashTimeoutError

SETTLING = 10.0
"""Seconds after `online` in which a device in safe mode says so, or restarts once more; and after
`failed` in which the next attempt begins."""

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
    response: DeviceFlashed
    """The response to the request."""
    events: tuple[Event, ...] = field(repr=False)
    """The events that told of it, oldest first."""


class FlashWatch:
    """Follows one flash through its device's events, `timeout` seconds from the response on."""

    def __init__(
        self, device_id: str, timeout: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.device_id = device_id
        self.timeout = timeout
        self.phase: FlashPhase = "connecting"
        self.finished: bool = False
        self._clock = clock
        self._responseed = 0.0
        self._settled: float | None = None  # when it is certain that `online` wasn't in safe mode
        self._failed: float | None = None  # when it is certain that no other attempt follows
        self._online = False  # since the transfer began
        self._safe_mode = False  # and neither `offline` nor `success` since
        self._latest: dict[bool, datetime] = {}
        self._version: int | None = None
        self._events: list[Event] = []

    def accepted(self, response: DeviceFlashed) -> None:
        """The cloud has accepted the firmware."""
        self.phase = "starting"
        self._responseed = self._clock()
        self._response = response

    @property
    def remaining(self) -> float:
        """Seconds to wait for the next event."""
        end = self._responseed + self.timeout
        return max(min(end, self._settled or end, self._failed or end) - self._clock(), 0.0)

    def take(self, event: Event) -> bool:
        """Take an event of the device. True when `finished` or `remaining` may have changed."""
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
        elif not self._is_late(event, isinstance(view, FlashStatus)):
            self._note(view, event)
        return True

    def _is_late(self, event: Event, is_flash: bool) -> bool:
        """Whether something newer of the same sort is known already."""
        when = event.published_at
        if when is None:
            return False
        self._latest[is_flash] = max(when, self._latest.get(is_flash, when))
        return when < self._latest[is_flash]

    def _note(self, view: FlashStatus | DeviceStatus | SafeMode, event: Event) -> None:
        now = self._clock()
        match view:
            case FlashStatus(status="started"):
                self._failed = None
                # One without a date that comes after `online` is late, unless a `success` follows.
                if self.phase != "restarting" or (self._online and event.published_at is not None):
                    self.phase, self._online = "transferring", False
            case FlashStatus(status="success"):
                self.phase = "restarting"
                self._safe_mode, self._failed = False, None
            case FlashStatus(status="failed"):
                self._failed = now + SETTLING
            case SafeMode():
                self._online, self._safe_mode = False, True
            case DeviceStatus(online=False):
                self._online = self._safe_mode = False
            case DeviceStatus(online=True) if self.phase != "starting" and not self._safe_mode:
                self._online, self._version = True, event.version
            case _:
                pass
        is_back = self._online and self.phase == "restarting"
        self._settled = now + SETTLING if is_back else None

    def on_timeout(self, error: StreamTimeoutError) -> None:
        """Finish, or raise FlashError: `remaining` is over. If it isn't, nothing happens."""
        if self.phase != "connecting" and self.remaining > 0:
            return
        if self._failed is not None and self._failed <= (self._settled or self._failed):
            raise FlashError(self.device_id, "failed", events=tuple(self._events))
        if self._settled is not None:
            self.finished = True
            return
        raise FlashTimeoutError(
            self.device_id,
            f"Device {self.device_id}: {_WAITED_FOR[self.phase]} within {self.timeout:.12g} s.",
            phase=self.phase,
            events=tuple(self._events),
        ) from error.__cause__

    def result(self) -> FlashResult:
        """Return the result of a flash that is finished."""
        seconds = self._clock() - self._responseed
        return FlashResult(
            self.device_id, self._version, seconds, self._response, tuple(self._events)
        )

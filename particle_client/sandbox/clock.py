"""The sandbox's time and the identifiers it makes up."""

import re
import secrets
from datetime import UTC, datetime, timedelta

_FURTHEST = timedelta(days=1_826_000)
_DEVICE_ID = re.compile(r"[0-9a-fA-F]{24}\Z")


class Clock:
    """The current time of one sandbox; tests move it forward instead of waiting."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """The sandbox's current time, in UTC."""
        return datetime.now(UTC) + self.offset

    def advance(self, seconds: float) -> None:
        """Moves the clock forward by ``seconds``, up to 5,000 years in all."""
        if not 0 <= seconds <= (_FURTHEST - self.offset).total_seconds():
            raise ValueError(f"the clock only runs forward, up to 5,000 years: {seconds} seconds")
        self.offset += timedelta(seconds=seconds)

    def timestamp(self) -> str:
        """The current time as the API writes it: ``2015-07-17T22:28:40.907Z``."""
        return isoformat(self.now())


def isoformat(moment: datetime) -> str:
    """A moment in UTC as the API writes it, with milliseconds and a ``Z``."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def new_id() -> str:
    """An object id or device id: 24 hexadecimal digits."""
    return secrets.token_hex(12)


def new_token() -> str:
    """An access token: 40 hexadecimal digits."""
    return secrets.token_hex(20)


def is_device_id(text: str) -> bool:
    """Whether ``text`` has the form of a device id."""
    return _DEVICE_ID.match(text) is not None

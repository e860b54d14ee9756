"""What goes wrong with firmware: the compiler refuses it, or the device does."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from ..base.error_factory import status_error
from ..base.errors import ParticleError
from ..base.response import Response, ResponseDecodeError
from ..base.status_errors import APIStatusError, find_text

if TYPE_CHECKING:
    from ..events.event import Event
    from .compiler import CompilerMessage
else:
    Event = CompilerMessage = Any  # so that type hints can be read without loading them

_LONGEST = 2000
"""Characters of the output of a build that a message shows."""

FlashPhase: TypeAlias = Literal["connecting", "starting", "transferring", "restarting"]


class CompileError(ParticleError):
    """The cloud's compiler refused the source code. The message shows the first errors.

    Attributes:
        messages: The compiler's messages, parsed: errors, warnings and notes, each with `file`,
            `line`, `column`, `severity` and `text`. Empty where the build said nothing that can be
            parsed.
        errors: What the build printed, as the cloud passes it on.
        output: Further output of the build; may be empty.
    """

    def __init__(self, errors: list[str], output: str = "") -> None:
        from .compiler import parse_messages, summary  # makes many patterns

        self.messages: list[CompilerMessage] = parse_messages(errors) or parse_messages(output)
        self.errors = errors
        self.output = output
        text = "\n".join(errors) or output or "The source code doesn't compile."
        if len(text) > _LONGEST:
            text = f"(all of it is in error.errors) …\n{text[-_LONGEST:]}"
        super().__init__((summary(self.messages) or text).encode(errors="replace").decode())


class FlashError(ParticleError):
    """A device couldn't be flashed (`devices.flash(…, wait=True)`).

    Attributes:
        device_id: The device.
        reason: What the device's events said: `failed`; `timeout` when they said nothing more.
        events: The events that told of the flash, oldest first.
    """

    def __init__(
        self, device_id: str, reason: str, message: str = "", *, events: tuple[Event, ...] = ()
    ) -> None:
        super().__init__(
            message
            or f"Device {device_id} couldn't be flashed: its events report {reason!r}. It keeps "
            "the firmware that it has."
        )
        self.device_id = device_id
        self.reason = reason
        self.events = events


class FlashTimeoutError(FlashError, TimeoutError):
    """A flash wasn't over in time; the device may still take the firmware.

    `phase` is what was being waited for: `connecting` to the event stream, `starting` the transfer
    to the device, `transferring`, or `restarting` the device.
    """

    def __init__(
        self, device_id: str, message: str, *, phase: FlashPhase, events: tuple[Event, ...] = ()
    ) -> None:
        super().__init__(device_id, "timeout", message, events=events)
        self.phase: FlashPhase = phase


@contextmanager
def compile_errors() -> Generator[None]:
    """Raise CompileError in the place of an error status that came because of the source code."""
    try:
        yield
    except APIStatusError as error:
        raise_compile_error(error.response)
        raise


def raise_compile_error(response: Response[Any]) -> None:
    """Raise CompileError if a response says that source code doesn't compile."""
    try:
        json: Any = response.redacted().json()
    except ResponseDecodeError:
        return
    fields = cast("dict[str, Any]", json if isinstance(json, dict) else {})
    is_success = response.status_code <= 299
    if fields.get("ok") is False or not is_success:
        found: object = fields.get("errors") or []
        lines = cast("list[object]", found if isinstance(found, list) else [found])
        errors = [find_text(line) or str(line) for line in lines]
        error = CompileError(errors, str(fields.get("output") or ""))
        # Something else may have failed as well: the device is offline, a file is too large …
        if error.messages or error.output or (is_success and not status_error(response).reason):
            raise error

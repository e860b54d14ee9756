"""The fault matrix: what a caller gets for each fault. The test checks it, the page shows it.

python -m tests.reliability.matrix    # writes the table into docs/reliability.md
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from particle_client import errors
from particle_client.sandbox import Fault, Faults

__all__ = ["AWAY", "MATRIX", "PAGE", "Row", "page_with_table"]

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"

SetUp: TypeAlias = "Callable[[Faults, str, int | None], Fault]"

StreamOutcome: TypeAlias = "type[errors.ParticleError] | Literal['goes on', 'reconnects'] | None"


@dataclass(frozen=True)
class Row:
    """A fault, and what becomes of what it hits."""

    fault: str
    set_up: SetUp
    """Sets the fault for an operation, for a number of requests."""
    error: type[errors.ParticleError] | None
    """What a call raises that isn't repeated; None: it gets its response."""
    repeated: bool
    """Whether a call that may be repeated is."""
    stream: StreamOutcome
    """What becomes of an event stream; None: the fault can't meet one."""
    carried_out: int = 0
    """How often the cloud carries out the operation of a request that is hit."""
    needs_body: bool = False
    """Whether it is about requests with a large body, and so only meets uploads."""
    needs_stream: bool = False
    """Whether it only meets event streams."""
    silent: bool = False
    """Whether it is noticed by a timeout."""
    answer: str = "response"
    """What a call gets that raises nothing, in words."""


def _status(status: int, **more: Any) -> SetUp:
    return lambda faults, target, times: faults.add(target, status=status, times=times, **more)


def _delay(faults: Faults, target: str, times: int | None) -> Fault:
    return faults.add(target, delay=0.001, times=times)


def _limit(status: Literal[429, 529], retry_after: Any = None) -> SetUp:
    return lambda faults, target, times: faults.rate_limit(
        target, status=status, retry_after=retry_after, times=times
    )


def _garbage(kind: Any, **more: Any) -> SetUp:
    return lambda faults, target, times: faults.garbage(target, kind, times=times, **more)


def _drop(at: Any = "before", **more: Any) -> SetUp:
    return lambda faults, target, times: faults.drop(target, at, times=times, **more)


def _stall(at: Any = "before", **more: Any) -> SetUp:
    return lambda faults, target, times: faults.stall(target, at, times=times, **more)


_LATE = "Wed, 01 Jan 2048 00:00:00 GMT"

_STATUSES: list[tuple[int, type[errors.ParticleError], bool, StreamOutcome]] = [
    (400, errors.BadRequestError, False, errors.BadRequestError),
    (401, errors.AuthenticationError, False, errors.AuthenticationError),
    (403, errors.PermissionDeniedError, False, errors.PermissionDeniedError),
    (404, errors.NotFoundError, False, errors.NotFoundError),
    (408, errors.RequestTimeoutError, True, errors.RequestTimeoutError),
    (409, errors.ConflictError, False, errors.ConflictError),
    (413, errors.PayloadTooLargeError, False, errors.PayloadTooLargeError),
    (422, errors.UnprocessableEntityError, False, errors.UnprocessableEntityError),
    (500, errors.InternalServerError, True, "reconnects"),
    (501, errors.InternalServerError, False, "reconnects"),
    (502, errors.InternalServerError, True, "reconnects"),
    (503, errors.InternalServerError, True, "reconnects"),
    (504, errors.InternalServerError, True, "reconnects"),
]

_PLACES = {
    "before": ("before the operation is carried out", 0),
    "after": ("after the operation was carried out, before the response", 1),
    "headers": ("in the middle of the response headers", 1),
    "body": ("in the middle of the response body", 1),
}

MATRIX: list[Row] = [
    *(
        Row(f"status {status}", _status(status), error, repeated, stream)
        for status, error, repeated, stream in _STATUSES
    ),
    Row(
        "status 504, but the operation was carried out",
        _status(504, at="after"),
        errors.InternalServerError,
        True,
        "reconnects",
        carried_out=1,
    ),
    Row("status 429", _limit(429), errors.RateLimitError, True, "reconnects"),
    Row("status 529", _limit(529), errors.RateLimitError, True, "reconnects"),
    Row(
        "status 429 with `Retry-After: 0`",
        _limit(429, 0),
        errors.RateLimitError,
        True,
        "reconnects",
    ),
    Row(
        "status 429 with a `Retry-After` over the maximum",
        _limit(429, _LATE),
        errors.RateLimitError,
        False,
        None,  # waits for an hour
    ),
    Row(
        "redirect to nowhere",
        _status(302, headers={"Location": "ftp://127.0.0.1/"}),
        errors.RedirectError,
        False,
        errors.RedirectError,
    ),
    Row("delay", _delay, None, False, "goes on", 1),
    Row(
        "HTML page of a proxy, status 502",
        _garbage("html", status=502),
        errors.InternalServerError,
        True,
        "reconnects",
    ),
    Row(
        "HTML page of a proxy, status 200",
        _garbage("html"),
        errors.ResponseDecodeError,
        False,
        "reconnects",
    ),
    Row(
        "response that isn't JSON",
        _garbage("text"),
        errors.ResponseDecodeError,
        False,
        "reconnects",
    ),
    Row(
        "empty response, status 200",
        _garbage("empty"),
        None,
        False,
        "reconnects",
        answer="a response without fields",
    ),
    Row(
        "truncated JSON",
        _garbage("truncated"),
        errors.ResponseDecodeError,
        False,
        "reconnects",
        carried_out=1,
    ),
    Row("wrong content type", _garbage("content type"), None, False, "reconnects", 1),
    Row(
        "wrong content encoding",
        _garbage("encoding"),
        errors.ResponseDecodeError,
        False,
        "reconnects",
        carried_out=1,
    ),
    *(
        Row(
            f"connection {what} {place}",
            _drop(at, reset=reset),
            errors.APIConnectionError,
            True,
            "reconnects",
            carried_out,
        )
        for at, (place, carried_out) in _PLACES.items()
        for what, reset in (("closed", False), ("reset", True))
    ),
    *(
        Row(
            f"silence {place}",
            _stall(at),
            errors.APITimeoutError,
            True,
            "reconnects",
            carried_out,
            silent=True,
        )
        for at, (place, carried_out) in _PLACES.items()
    ),
    Row(
        "connection closed while the request's body is sent",
        _drop("request"),
        errors.APIConnectionError,
        False,
        None,
        needs_body=True,
    ),
    Row(
        "connection reset while the request's body is sent",
        _drop("request", reset=True),
        errors.APIConnectionError,
        False,
        None,
        needs_body=True,
    ),
    Row(
        "status 413 while the request's body is sent",
        _status(413, at="request"),
        errors.PayloadTooLargeError,
        False,
        None,
        needs_body=True,
    ),
    Row(
        "the request's body is no longer read",
        _stall("request"),
        errors.APITimeoutError,
        False,
        None,
        needs_body=True,
        silent=True,
    ),
    Row(
        "stream closed after an event",
        _drop(after_events=1),
        None,
        False,
        "reconnects",
        needs_stream=True,
    ),
    Row(
        "stream reset after an event",
        _drop(after_events=1, reset=True),
        None,
        False,
        "reconnects",
        needs_stream=True,
    ),
    Row(
        "stream silent after an event",
        _stall(after_events=1),
        None,
        False,
        "reconnects",
        needs_stream=True,
        silent=True,
    ),
    *(
        Row(
            f"{what} in the middle of a stream",
            _garbage(kind, after_events=1),
            None,
            False,
            "goes on",
            needs_stream=True,
        )
        for what, kind in (
            ("bytes that are no event", "text"),
            ("page of a proxy", "html"),
            ("truncated event", "truncated"),
        )
    ),
]


AWAY = "no connection can be made"
"""The cloud is stopped: nothing that `faults` could do, and so not a row like the others."""


def _cell(row: Row, *, may_repeat: bool) -> str:
    if row.error is None:
        return row.answer
    if may_repeat and row.repeated:
        return "response, after a retry"
    times = ", carried out" if row.carried_out else ""
    return f"`{row.error.__name__}`{times}"


def _stream_cell(row: Row) -> str:
    if row.stream is None:
        return "-"
    return row.stream if isinstance(row.stream, str) else f"`{row.stream.__name__}`"


def table() -> str:
    """Return the matrix as the page shows it."""
    lines = [
        "| fault | idempotent (GET …) | not idempotent (POST …) | upload | event stream |",
        "| --- | --- | --- | --- | --- |",
        f"| {AWAY} | {' | '.join(['response, after a retry'] * 3)} | reconnects |",
    ]
    for row in MATRIX:
        get = "-" if row.needs_body or row.needs_stream else _cell(row, may_repeat=True)
        post = "-" if row.needs_body or row.needs_stream else _cell(row, may_repeat=False)
        upload = "-" if row.needs_stream else _cell(row, may_repeat=False)
        lines.append(f"| {row.fault} | {get} | {post} | {upload} | {_stream_cell(row)} |")
    return "\n".join(lines) + "\n"


_BEGIN = "<!-- The table is made by `python -m tests.reliability.matrix`. -->\n"
_END = "<!-- End of the table. -->\n"


def page_with_table(page: str) -> str:
    """Return the page with the table as it has to be."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    assert begin
    assert end
    return f"{before}{begin}\n{table()}\n{end}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with_table(PAGE.read_text()))

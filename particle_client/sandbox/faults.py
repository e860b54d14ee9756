"""Faults that a test asks for: which requests they hit, how often, and until when."""

import asyncio
import difflib
import json as json_module
import random
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import cache, cached_property
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal, Self, TypeAlias, TypedDict, Unpack, cast

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from ..base.unset import UNSET
from .clock import new_id
from .routing import Route, Router
from .spoiling import (
    GARBAGE,
    STAGES,
    Delay,
    Drop,
    Effect,
    Exchange,
    Garbage,
    Gone,
    RawResponse,
    Replace,
    Stage,
    Stall,
)
from .validation import check_content, check_status

GarbageKind: TypeAlias = Literal["text", "html", "empty", "truncated", "content type", "encoding"]
"""How a response is spoilt; see :meth:`Faults.garbage`."""

Target: TypeAlias = "str | Callable[[Request], object] | None"
"""What a fault hits: an operation by its method and path template
(``"GET /v1/devices/{deviceId}"``), with values in the place of parameters if need be
(``"GET /v1/devices/0123…"``), or by its name (``"getDevice"``); a function of Starlette's
``Request`` that tells; None for every request."""


class FaultOptions(TypedDict, total=False):
    """What every fault takes, by keyword."""

    times: int | None
    """How many requests it hits; None, the default, for all until it is removed."""
    skip: int
    """How many requests pass before the first is hit; 0 by default."""
    probability: float
    """How likely a request is hit, from 0 to 1; 1 by default."""
    seed: int
    """What the chance begins with: the same seed hits the same requests. 0 by default."""


class Fault:
    """A fault that was set, for looking at it and ending it; see :class:`Faults`.

    As a context manager it is removed at the end of the ``with`` block.
    """

    def __init__(
        self,
        faults: "Faults",
        target: Target,
        effect: Effect,
        *,
        times: int | None = None,
        skip: int = 0,
        probability: float = 1.0,
        seed: int = 0,
        hits: int = 0,
    ) -> None:
        if times is not None and times < 1:
            raise ValueError(f"times must be 1 or more, or None for all requests: {times}")
        if skip < 0:
            raise ValueError(f"skip must be 0 or more: {skip}")
        if not 0 < probability <= 1:
            raise ValueError(f"probability must be more than 0 and at most 1: {probability}")
        self._faults = faults
        self.id: str = new_id()
        """What the admin interface calls it."""
        self._target = target
        self._matches = _matcher(target)
        self._effect = effect
        self._times = times
        self._skip = skip
        self._probability = probability
        self._seed = seed
        self._random = random.Random(seed)
        self._hits = hits
        self._changed = threading.Condition()
        self._exchanges: set[Exchange] = set()

    @property
    def hits(self) -> int:
        """The number of requests that it has hit."""
        return self._hits

    def wait(self, hits: int = 1, *, timeout: float = 10.0) -> None:
        """Waits until it has hit so many requests; TimeoutError after ``timeout`` seconds.

        It holds up the thread: in async code use ``await asyncio.to_thread(fault.wait)``.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._hits >= hits, timeout):
                raise TimeoutError(f"{self!r}: not hit {hits} times in {timeout:g} s")

    def release(self) -> None:
        """Lets the requests that it holds (a delay, a stall) go on now. Later ones are hit as
        ever."""
        self._for_each_exchange(Exchange.release)

    def remove(self) -> None:
        """Ends the fault: it hits no further request, and those that it holds go on."""
        self._faults.discard(self)
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.remove()

    def __repr__(self) -> str:
        what = "every request" if self._target is None else self._target
        return f"<Fault {self._effect} for {what}, hits={self._hits}>"

    # For files and the admin interface

    @property
    def effect(self) -> str:
        """What it does, in a few words."""
        return str(self._effect)

    @property
    def can_be_saved(self) -> bool:
        """Whether it hits what its target names; a function can't be saved."""
        return not callable(self._target)

    def to_save(self) -> dict[str, Any]:
        """What makes such a fault again."""
        return {
            "target": self._target,
            "effect": self._effect,
            "times": self._times,
            "skip": self._skip,
            "probability": self._probability,
            "seed": self._seed,
            "hits": self._hits,
        }

    # For the server's thread

    def take(self, requested: "_Requested", exchange: Exchange) -> bool:
        """Whether it hits the request. If so, that is counted, and the exchange is its own."""
        if not self._matches(requested):
            return False
        with self._changed:
            if self._times is not None and self._hits >= self._times:
                return False
            if self._skip:
                self._skip -= 1
                return False
            if self._probability < 1 and self._random.random() >= self._probability:
                return False
            self._hits += 1
            self._exchanges.add(exchange)
            self._changed.notify_all()
            return True

    async def spoil(self, exchange: Exchange) -> None:
        """Does to the exchange what it is there for."""
        try:
            await self._effect(exchange)
        except Gone:
            pass
        finally:
            with self._changed:
                self._exchanges.discard(exchange)

    def cut_off(self) -> None:
        """Ends the connections that it holds, for the sandbox's stop."""
        self._for_each_exchange(Exchange.cut_off)

    def _for_each_exchange(self, act: Callable[[Exchange], None]) -> None:
        with self._changed:
            exchanges = list(self._exchanges)
        for exchange in exchanges:
            with suppress(RuntimeError):  # the sandbox has stopped: nothing is held any more
                exchange.loop.call_soon_threadsafe(act, exchange)


class Faults:
    """Trouble on purpose, as ``cloud.faults``.

    ::

        cloud.faults.add("GET /v1/devices/{deviceId}", status=503, times=2)
        with cloud.faults.drop("callFunction", at="after") as fault:
            …
        assert fault.hits == 1

    Every method takes what to hit (:data:`Target`) and :class:`FaultOptions`, and gives a
    :class:`Fault`. Where several could hit a request, the one that was set first does; one that
    is used up (``times``) leaves the request to the next.

    ``at`` names the point of an exchange: ``"request"``, as soon as the head of the request has
    come, whose body is left unread; ``"before"``, when all of it has come, before the operation is
    carried out; ``"after"`` that, before the response; ``"headers"`` and ``"body"``, in the middle
    of those of the response. For event streams, ``after_events`` names the point: the stream works
    until it has carried so many events.

    All methods may be called from any thread. Faults outlast a stop of the sandbox.
    """

    def __init__(self) -> None:
        self._faults: tuple[Fault, ...] = ()
        self._lock = threading.Lock()

    def add(
        self,
        target: Target = None,
        *,
        status: int | None = None,
        json: object = UNSET,
        content: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        at: Literal["request", "before", "after"] = "before",
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Responds with a status, after a delay in seconds; without a status, only delays.

        The body is ``json``, or ``content``, else what the cloud says in an error of this status.
        With ``at="request"`` the response comes while the request's body is still being sent;
        with ``at="after"`` the operation is carried out, and only its response is replaced.
        """
        _check_stage(at, "request", "before", "after")
        if delay < 0:
            raise ValueError(f"delay must be 0 seconds or more: {delay}")
        if json is not UNSET and content is not None:
            raise ValueError("a response has one body: give json or content")
        check_content(content)
        if status is None:
            if json is not UNSET or content is not None or headers:
                raise ValueError("a response needs a status, as in status=503")
            if not delay:
                raise ValueError("name what goes wrong, as in status=503 or delay=2")
            return self._add(target, Delay(at, delay), options)
        check_status(status)
        response = _raw_response(status, json, content, headers)
        return self._add(target, Replace(at, response, delay), options)

    def rate_limit(
        self,
        target: Target = None,
        *,
        retry_after: float | datetime | str | None = None,
        status: Literal[429, 529] = 429,
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Responds that there were too many requests, as the cloud does with 429, and with 529
        for event streams. ``retry_after`` becomes the Retry-After header: seconds, or a date."""
        headers: dict[str, str] = {}
        if isinstance(retry_after, datetime):
            headers["Retry-After"] = format_datetime(retry_after.astimezone(UTC), usegmt=True)
        elif retry_after is not None:
            headers["Retry-After"] = str(retry_after).removesuffix(".0")
        return self.add(target, status=status, headers=headers, **options)

    def garbage(
        self,
        target: Target = None,
        kind: GarbageKind = "text",
        *,
        status: int = 200,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Responds with something that isn't what it should be.

        ``"text"`` is no JSON though it says so, ``"html"`` the page of a proxy, ``"empty"``
        nothing. The operation isn't carried out. With ``"truncated"``, ``"content type"`` and
        ``"encoding"`` it is: of its response only half comes, or it says to be plain text, or to be
        compressed, which it isn't.

        With ``after_events``, text, a page or a truncated event comes in the middle of an event
        stream, which then goes on.
        """
        if kind not in GARBAGE:
            raise ValueError(f"kind must be one of {', '.join(map(repr, GARBAGE))}: {kind!r}")
        check_status(status)
        if after_events is not None and GARBAGE[kind].in_stream is None:
            raise ValueError(f"{kind!r} can't come in the middle of an event stream")
        return self._add(target, Garbage(kind, status, _count(after_events)), options)

    def drop(
        self,
        target: Target = None,
        at: Stage = "before",
        *,
        reset: bool = False,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Closes the connection; with ``reset`` so that the client gets an error (RST) instead of
        an end (FIN)."""
        _check_stage(at, *STAGES)
        return self._add(target, Drop(at, reset, _count(after_events)), options)

    def stall(
        self,
        target: Target = None,
        at: Stage = "before",
        *,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault:
        """Keeps the connection open without another byte, until :meth:`Fault.release`; then the
        exchange goes on as if nothing had been. With ``at="request"`` the sandbox stops reading
        the request's body. The sandbox's stop ends what is stalled."""
        _check_stage(at, *STAGES)
        return self._add(target, Stall(at, _count(after_events)), options)

    def clear(self) -> None:
        """Removes all faults."""
        for fault in self:
            fault.remove()

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)

    def __len__(self) -> int:
        return len(self._faults)

    def __repr__(self) -> str:
        return f"<Faults {list(self)}>"

    def discard(self, fault: Fault) -> None:
        """Forgets a fault; use :meth:`Fault.remove`."""
        with self._lock:
            self._faults = tuple(other for other in self._faults if other is not fault)

    def cut_off(self) -> None:
        """Ends every connection that is held, for the sandbox's stop."""
        for fault in self:
            fault.cut_off()

    def install(self, faults: list[Fault]) -> None:
        """Adds faults that were made elsewhere."""
        with self._lock:
            self._faults = (*self._faults, *faults)

    def _add(self, target: Target, effect: Effect, options: FaultOptions) -> Fault:
        fault = Fault(self, target, effect, **options)
        self.install([fault])
        return fault


class FaultMiddleware:
    """Stands between the connection and the sandbox, and lets the faults at the exchanges."""

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and len(self._faults):
            requested = _Requested(scope)
            exchange = Exchange(self._app, scope, receive, send, asyncio.get_running_loop())
            for fault in self._faults:
                if fault.take(requested, exchange):
                    scope.get("state", {})["fault"] = fault.effect
                    await fault.spoil(exchange)
                    return
        await self._app(scope, receive, send)


# Which requests


class _Requested:
    """A request, and the documented operation that it is for."""

    def __init__(self, scope: Scope) -> None:
        self.request: Request = Request(scope)
        self._path = bytes(scope["raw_path"]).decode("ascii", "replace")

    @cached_property
    def route(self) -> tuple[Route, dict[str, str]] | None:
        """The operation's route, and the values of its parameters."""
        return _documented().router.find(self.request.method, self._path)


def _matcher(target: Target) -> Callable[[_Requested], object]:
    if target is None:
        return lambda requested: True
    if callable(target):
        return lambda requested: target(requested.request)
    route, values = _documented().find(target)

    def matches(requested: _Requested) -> bool:
        found = requested.route
        return found is not None and found[0] is route and values.items() <= found[1].items()

    return matches


@dataclass(frozen=True)
class _Documented:
    """The documented operations."""

    router: Router
    by_name: dict[str, Route]

    def find(self, target: str) -> tuple[Route, dict[str, str]]:
        """The route that a user names, and the values of parameters that it must have."""
        if target in self.by_name:
            return self.by_name[target], {}
        method, _, path = target.partition(" ")
        found = self.router.find(method.upper(), path.strip())
        if found is None:
            raise ValueError(f"there is no operation {target!r}.{self._suggestions(target)}")
        route, values = found
        fixed = {name: value for name, value in values.items() if not value.startswith("{")}
        return route, fixed

    def _suggestions(self, target: str) -> str:
        by_path = {f"{route.method} {route.path}": None for route in self.by_name.values()}
        known = [*by_path, *self.by_name]
        close = difflib.get_close_matches(target, known, n=3, cutoff=0.6)
        if close:
            return f" Did you mean {' or '.join(map(repr, close))}?"
        return " Name one as in 'GET /v1/devices/{deviceId}', or by its name: 'getDevice'."


_OPERATIONS_FILE = Path(__file__).with_name("operations.json")
"""Written by the generator: a list of objects with `method`, `path` and `operation_id`."""


@cache
def _documented() -> _Documented:
    operations = cast("list[dict[str, Any]]", json_module.loads(_OPERATIONS_FILE.read_bytes()))
    by_name = {
        str(operation["operation_id"]): Route(
            method=operation["method"], path=operation["path"], handler=_no_handler
        )
        for operation in operations
    }
    return _Documented(Router(by_name.values()), by_name)


def _no_handler(call: object) -> None:
    raise AssertionError("these routes are only there to be found")


# What they respond


def _raw_response(
    status: int, json: object, content: str | bytes | None, headers: Mapping[str, str] | None
) -> RawResponse:
    fields = {name.lower(): value for name, value in (headers or {}).items()}
    if content is not None:
        body = content.encode() if isinstance(content, str) else content
        if isinstance(content, str):
            fields.setdefault("content-type", "text/plain; charset=utf-8")
    else:
        if json is UNSET:
            json = {"ok": False, "error": _phrase(status)} if status >= 400 else {"ok": True}
        body = json_module.dumps(json).encode()
        fields.setdefault("content-type", "application/json")
    if status in (204, 304):
        body = b""
    else:
        fields.setdefault("content-length", str(len(body)))
    for name, text in fields.items():
        if not re.fullmatch(r"[\w!#$%&'*+.^`|~-]+", name, re.A) or re.search(r"[\r\n\0]", text):
            raise ValueError(f"this is no header: {name!r}: {text!r}")
    return RawResponse(
        status,
        [(name.encode("latin-1"), text.encode("latin-1")) for name, text in fields.items()],
        body,
    )


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Too Many Requests" if status == 529 else f"Status {status}"


def _check_stage(at: str, *possible: str) -> None:
    if at not in possible:
        raise ValueError(f"at must be one of {', '.join(map(repr, possible))}: {at!r}")


def _count(after_events: int | None) -> int | None:
    if after_events is not None and after_events < 0:
        raise ValueError(f"after_events must be 0 or more: {after_events}")
    return after_events

"""What faults do to an exchange of request and response."""

import asyncio
import socket
import struct
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal, Protocol, TypeAlias

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Stage: TypeAlias = Literal["request", "before", "after", "headers", "body"]
"""A point of an exchange; see :class:`~particle_client.sandbox.faults.Faults`."""

STAGES: tuple[Stage, ...] = ("request", "before", "after", "headers", "body")

_RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Gone(Exception):
    """The connection has ended."""


class _Streams(Exception):
    """The response is an event stream, which has no end that one could wait for."""


@dataclass
class RawResponse:
    """A response as it goes over the wire."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes

    def head(self) -> bytes:
        """Status line and headers. The connection ends with the response."""
        try:
            phrase = HTTPStatus(self.status).phrase
        except ValueError:
            phrase = ""
        fields = [*self.headers, (b"connection", b"close")]
        lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
        return f"HTTP/1.1 {self.status} {phrase}\r\n".encode() + lines + b"\r\n"

    def replaced(self, **headers: str) -> "RawResponse":
        """The response with other values of these headers (``_`` for ``-``)."""
        new = {name.replace("_", "-").encode(): text.encode() for name, text in headers.items()}
        kept = [(name, value) for name, value in self.headers if name.lower() not in new]
        return RawResponse(self.status, [*kept, *new.items()], self.body)

    def with_body(self, body: bytes) -> "RawResponse":
        """The response with another body."""
        return RawResponse(self.status, self.headers, body).replaced(content_length=str(len(body)))


class Exchange:
    """A request and the response to it, with the connection that they use. Belongs to ``loop``."""

    def __init__(
        self,
        app: ASGIApp,
        scope: Scope,
        receive: Receive,
        send: Send,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self.loop = loop
        self._app = app
        self._scope = scope
        self._receive = receive
        self._send = send
        self._transport: Any = scope["state"]["transport"]
        self._messages: deque[Message] = deque()
        self._released: asyncio.Future[None] = loop.create_future()
        self._held = False

    # From the fault

    def release(self) -> None:
        """Ends a hold."""
        if not self._released.done():
            self._released.set_result(None)

    def cut_off(self) -> None:
        """Ends the connection, if it is held."""
        if self._held:
            self._transport.abort()
            self.release()

    # From the effects

    async def read_request(self) -> None:
        """Waits until all of the request has come."""
        more = True
        while more:
            message = await self._receive()
            if message["type"] != "http.request":
                raise Gone
            self._messages.append(message)
            more = message.get("more_body", False)

    async def carry_out(self) -> RawResponse:
        """Lets the sandbox do what the request asks for; gives its response, which isn't sent. Of
        an event stream it is the beginning."""
        response = RawResponse(0, [], b"")

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                response.status = message["status"]
                response.headers = list(message.get("headers", []))
            else:
                response.body += message.get("body", b"")
                if _is_event_stream(response.headers):
                    raise _Streams

        with suppress(_Streams):
            await self._app(self._scope, self.receive, collect)
        if not response.status:  # the client left in the middle of its request
            raise Gone
        return response

    async def go_on(self, send: Send | None = None) -> None:
        """Leaves the rest of the exchange to the sandbox."""
        await self._app(self._scope, self.receive, send or self._send)

    async def receive(self) -> Message:
        """What comes from the client, from the beginning."""
        return self._messages.popleft() if self._messages else await self._receive()

    async def start(self, response: RawResponse) -> None:
        """Sends the response's head."""
        start = {
            "type": "http.response.start",
            "status": response.status,
            "headers": response.headers,
        }
        await self._send(start)

    async def send(self, content: bytes, *, more: bool = True) -> None:
        """Sends a piece of the body."""
        await self._send({"type": "http.response.body", "body": content, "more_body": more})

    async def reply(self, response: RawResponse) -> None:
        """Sends all of a response."""
        await self.start(response)
        await self.send(response.body, more=False)

    def write(self, content: bytes) -> None:
        """Sends bytes past HTTP; only :meth:`hang_up` may follow."""
        self._transport.write(content)

    async def hang_up(self, *, reset: bool = False) -> None:
        """Closes the connection, when all that was written is sent or, with ``reset``, at once."""
        self._held = True
        if reset:
            connection = self._transport.get_extra_info("socket")
            with suppress(OSError):  # the client was faster
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._transport.abort()
        else:
            self._transport.close()
        await self._until_gone()
        raise Gone

    async def hold(self, seconds: float | None = None, *, reading: bool = True) -> None:
        """Waits for :meth:`release`, at most so many seconds; raises Gone when the client has
        had enough. Without ``reading``, nothing more is taken from the client, and so it isn't
        known whether it is still there."""
        self._held = True
        waiting: set[asyncio.Future[None]] = {self._released}
        if reading:
            # All of the request has been read, so this takes nothing away.
            waiting.add(asyncio.ensure_future(self._until_gone()))
        else:
            self._transport.pause_reading()
        try:
            await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone = False
            for other in waiting - {self._released}:
                gone = other.done()
                other.cancel()
        if gone or self._transport.is_closing():
            await self._until_gone()
            raise Gone
        if not reading:
            self._transport.resume_reading()
        self._held = False

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass


class Effect(Protocol):
    """What a fault does."""

    async def __call__(self, exchange: Exchange) -> None: ...


@dataclass(frozen=True)
class Replace:
    """Another response than the operation's."""

    at: Stage
    response: RawResponse
    delay: float

    def __str__(self) -> str:
        return f"status {self.response.status}"

    async def __call__(self, exchange: Exchange) -> None:
        await _reach(self.at, exchange)
        if self.delay:
            await exchange.hold(self.delay, reading=self.at != "request")
        await exchange.reply(self.response)


@dataclass(frozen=True)
class Delay:
    """The operation's response, late. ``seconds`` None: not before the release."""

    at: Stage
    seconds: float | None

    def __str__(self) -> str:
        return f"delay of {self.seconds:g} s"

    async def __call__(self, exchange: Exchange) -> None:
        response = await _reach(self.at, exchange)
        if response is None:
            await exchange.hold(self.seconds, reading=self.at != "request")
            await exchange.go_on()
        elif self.at == "headers":
            head = response.head()
            exchange.write(head[: len(head) // 2])
            await exchange.hold(self.seconds)
            exchange.write(head[len(head) // 2 :] + response.body)
            await exchange.hang_up()
        elif self.at == "body":
            half = len(response.body) // 2
            await exchange.start(response)
            await exchange.send(response.body[:half])
            await exchange.hold(self.seconds)
            await exchange.send(response.body[half:], more=False)
        else:
            await exchange.hold(self.seconds)
            await exchange.reply(response)


@dataclass(frozen=True)
class Stall:
    """Silence."""

    at: Stage
    after_events: int | None

    def __str__(self) -> str:
        return f"stall {_place(self.at, self.after_events)}"

    async def __call__(self, exchange: Exchange) -> None:
        if self.after_events is None:
            await Delay(self.at, None)(exchange)
        else:
            await _amid(exchange, self.after_events, exchange.hold)


@dataclass(frozen=True)
class Drop:
    """The end of the connection."""

    at: Stage
    reset: bool
    after_events: int | None

    def __str__(self) -> str:
        return f"{'reset' if self.reset else 'drop'} {_place(self.at, self.after_events)}"

    async def __call__(self, exchange: Exchange) -> None:
        if self.after_events is not None:
            await _amid(exchange, self.after_events, lambda: exchange.hang_up(reset=self.reset))
            return
        response = await _reach(self.at, exchange)
        if response is not None and self.at == "headers":
            head = response.head()
            exchange.write(head[: len(head) // 2])
        elif response is not None and self.at == "body":
            await exchange.start(response)
            await exchange.send(response.body[: len(response.body) // 2])
        await exchange.hang_up(reset=self.reset)


_PAGE = (
    b"<!DOCTYPE html>\n<html><head><title>Bad gateway</title></head>"
    b"<body><h1>The proxy can't reach the server</h1></body></html>\n"
)


@dataclass(frozen=True)
class Spoilt:
    """A kind of garbage."""

    content_type: str = "application/json"
    body: bytes = b""
    from_response: Callable[[RawResponse], RawResponse] | None = None
    """From the operation's response to what comes of it; None: nothing, it isn't carried out."""
    in_stream: bytes | None = None
    """What comes in the middle of an event stream; None if that can't be."""


GARBAGE: dict[str, Spoilt] = {
    "text": Spoilt(body=b"this is no \xff JSON", in_stream=b"this is no \xff event\n\n"),
    "html": Spoilt(content_type="text/html; charset=utf-8", body=_PAGE, in_stream=_PAGE + b"\n"),
    "empty": Spoilt(),
    "truncated": Spoilt(
        from_response=lambda response: response.with_body(response.body[: len(response.body) // 2]),
        in_stream=b'event: truncated\ndata: {"data":"tru\n\n',
    ),
    "content type": Spoilt(
        from_response=lambda response: response.replaced(content_type="text/plain")
    ),
    "encoding": Spoilt(from_response=lambda response: response.replaced(content_encoding="gzip")),
}


@dataclass(frozen=True)
class Garbage:
    """A response that is broken."""

    kind: str
    status: int
    after_events: int | None

    def __str__(self) -> str:
        return f"garbage ({self.kind})"

    async def __call__(self, exchange: Exchange) -> None:
        spoilt = GARBAGE[self.kind]
        if self.after_events is not None:
            content = spoilt.in_stream or b""
            await _amid(exchange, self.after_events, lambda: exchange.send(content))
            return
        await exchange.read_request()
        if spoilt.from_response is not None:
            response = spoilt.from_response(await exchange.carry_out())
        else:
            response = RawResponse(self.status, [], b"").replaced(content_type=spoilt.content_type)
            response = response.with_body(spoilt.body)
        await exchange.reply(response)


async def _reach(at: Stage, exchange: Exchange) -> RawResponse | None:
    """Lets the exchange come to a point; gives the response, if the operation was carried out."""
    if at == "request":
        return None
    await exchange.read_request()
    return None if at == "before" else await exchange.carry_out()


async def _amid(exchange: Exchange, count: int, act: Callable[[], Awaitable[None]]) -> None:
    """Lets an event stream carry so many events, and acts then; another response just passes."""
    left = count
    streams = acted = False

    async def send(message: Message) -> None:
        nonlocal left, streams, acted
        if message["type"] == "http.response.start":
            streams = _is_event_stream(message.get("headers", []))
            await exchange.start(RawResponse(message["status"], message["headers"], b""))
            if streams and not left:
                acted = True
                await act()
            return
        content: bytes = message.get("body", b"")
        if streams and not acted:
            position = 0
            while left and (end := content.find(b"\n\n", position)) >= 0:
                # Comments and blank lines are signs of life, not events.
                left -= content[position:end].lstrip(b"\n").startswith(b"event:")
                position = end + 2
            if not left:
                acted = True
                await exchange.send(content[:position])
                await act()
                content = content[position:]
        await exchange.send(content, more=message.get("more_body", False))

    await exchange.go_on(send)


def _is_event_stream(headers: list[tuple[bytes, bytes]]) -> bool:
    fields = {name.lower(): value for name, value in headers}
    return fields.get(b"content-type", b"").startswith(b"text/event-stream")


def _place(at: Stage, after_events: int | None) -> str:
    return f"at {at}" if after_events is None else f"after {after_events} events"

"""The requests that a sandbox has seen, with their responses."""

import base64
import re
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .accounts import Directory
from .clock import Clock

LENGTH = 1_000
"""How many requests a sandbox remembers."""

_KEPT_BYTES = 8_192

_SECRET = r"[\w-]*(?:password|passcode|secret|token|otp|authorization|api_?key|claim_?code)[\w-]*"
_MASK = "•••"
_MASKED: tuple[tuple[re.Pattern[str], str], ...] = (
    # JSON, whose end may be cut off; forms and queries; parts of a multipart form.
    (re.compile(rf'("{_SECRET}"\s*:\s*")(?:[^"\\]|\\.)*', re.I), rf"\g<1>{_MASK}"),
    (re.compile(rf"((?:^|[&?]){_SECRET}=)[^&\s]*", re.I), rf"\g<1>{_MASK}"),
    (
        re.compile(rf'(name="{_SECRET}"\r?\n(?:[^\r\n]+\r?\n)*\r?\n)[^\r\n]*', re.I),
        rf"\g<1>{_MASK}",
    ),
    (re.compile(r"\b[0-9a-f]{40,}\b"), _MASK),  # tokens as the sandbox makes them, in paths, too
)
_MASKED_VALUE = (re.compile(r'("value"\s*:\s*")(?:[^"\\]|\\.)*'), rf"\g<1>{_MASK}")


@dataclass(eq=False, kw_only=True)
class SeenRequest:
    """A request that the sandbox has got, and what became of it. Secrets are masked."""

    number: int
    at: str
    method: str
    path: str
    """With the query."""
    status: int | None = None
    """None while there is no response, or when the connection broke before one."""
    seconds: float | None = None
    """Until the response had been sent; None before that."""
    sender: str = ""
    """The account, or the OAuth client, whose credentials it has."""
    user_agent: str = ""
    fault: str = ""
    """What was done to it on purpose."""
    request_body: str = ""
    response_body: str = ""


@dataclass(eq=False)
class _Part:
    content: bytes = b""
    size: int = 0

    def add(self, piece: bytes) -> None:
        if len(self.content) < _KEPT_BYTES:
            self.content += piece[: _KEPT_BYTES - len(self.content)]
        self.size += len(piece)

    def text(self, mask: Callable[[str], str]) -> str:
        if not self.content:
            return ""
        text = self.content.decode("utf-8", "replace")
        # The last characters may be half of one.
        if sum(c == "\ufffd" or (c < " " and c not in "\r\n\t") for c in text[:-4]) * 20 > len(
            text
        ):
            return f"({self.size:,} bytes that are no text)"
        more = self.size - len(self.content)
        return mask(text) + (f"\n… and {more:,} bytes" if more else "")


@dataclass(eq=False)
class _Entry:
    """What is kept of a request: it is only made readable for those who look."""

    seen: SeenRequest
    scope: Scope
    change: int = 0
    request: _Part = field(default_factory=_Part)
    response: _Part = field(default_factory=_Part)


class RequestLog:
    """The last requests, each with a number that counts on."""

    def __init__(self, directory: Directory, clock: Clock) -> None:
        self._directory = directory
        self._clock = clock
        self._entries: deque[_Entry] = deque(maxlen=LENGTH)
        self.count: int = 0
        """The number of the last request."""
        self.changes: int = 0
        """Grows with each request, response and end of a response."""

    def begin(self, scope: Scope) -> _Entry:
        """A request has come."""
        self.count += 1
        path = bytes(scope["raw_path"]).decode("ascii", "replace")
        if scope["query_string"]:
            path += "?" + scope["query_string"].decode("ascii", "replace")
        seen = SeenRequest(
            number=self.count, at=self._clock.timestamp(), method=scope["method"], path=path
        )
        entry = _Entry(seen, scope)
        self.changed(entry)
        self._entries.append(entry)
        return entry

    def changed(self, entry: _Entry) -> None:
        """Something has come of the request."""
        self.changes += 1
        entry.change = self.changes

    def requests(self, *, since: int = 0, bodies: bool = True) -> list[SeenRequest]:
        """Those that have changed since ``changes`` had that value, oldest first."""
        entries = [entry for entry in list(self._entries) if entry.change > since]
        return [self._readable(entry, bodies) for entry in entries]

    def request(self, number: int) -> SeenRequest | None:
        """The one with that number, if it is still known."""
        entries = (entry for entry in list(self._entries) if entry.seen.number == number)
        return next((self._readable(entry, True) for entry in entries), None)

    def clear(self) -> None:
        """Forgets all of them."""
        self._entries.clear()

    def _readable(self, entry: _Entry, bodies: bool) -> SeenRequest:
        seen, headers = entry.seen, Headers(scope=entry.scope)
        raw = entry.scope["path"]
        if not seen.sender:
            seen.sender = self._sender(headers, entry.scope["query_string"].decode("latin-1"))
            seen.user_agent = headers.get("user-agent", "")[:200]
        fault = entry.scope.get("state", {}).get("fault")
        values: dict[str, Any] = seen.__dict__ | {"path": _mask(seen.path), "fault": fault or ""}
        if bodies:
            # What a secret of the cloud is called "value".
            has_values = "secret" in raw or "/env" in raw

            def mask(text: str) -> str:
                return _mask(_MASKED_VALUE[0].sub(_MASKED_VALUE[1], text) if has_values else text)

            values |= {
                "request_body": entry.request.text(mask),
                "response_body": entry.response.text(mask),
            }
        return SeenRequest(**values)

    def _sender(self, headers: Headers, query: str) -> str:
        scheme, _, credentials = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                name = base64.b64decode(credentials).decode().partition(":")[0]
            except ValueError:
                return "unreadable credentials"
            return _mask(name) if name else "nobody"
        found = re.search(r"(?:^|&)access_token=([^&]*)", query)
        value = credentials if scheme.lower() == "bearer" else found[1] if found else ""
        if not value:
            return "nobody"
        token = self._directory.token(value.strip())
        return token.account.username if token else "an unknown token"


def _mask(text: str) -> str:
    for pattern, mask in _MASKED:
        text = pattern.sub(mask, text)
    return text


class RequestLogMiddleware:
    """Notes each request, and its response as the client gets it."""

    def __init__(self, app: ASGIApp, log: RequestLog) -> None:
        self._app = app
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        entry, start = self._log.begin(scope), time.perf_counter()
        seen: Any = entry.seen

        def end() -> None:
            if seen.seconds is None:
                seen.seconds = time.perf_counter() - start
                self._log.changed(entry)

        async def noted_receive() -> Message:
            message = await receive()
            if body := message.get("body"):
                entry.request.add(body)
            return message

        async def noted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
                self._log.changed(entry)
            elif body := message.get("body"):
                entry.response.add(body)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                end()
            await send(message)

        try:
            await self._app(scope, noted_receive, noted_send)
        finally:
            end()

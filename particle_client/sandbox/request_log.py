"""The requests that a sandbox has seen, with their responses."""

import re
import time
from collections import deque
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .accounts import Directory
from .authorization import basic_credentials, request_token
from .clock import Clock
from .errors import ApiError

LENGTH = 1_000
"""How many requests a sandbox remembers."""

_KEPT_BYTES = 8_192

_SECRET = (
    r"[\w-]*(?:password|passcode|secret|token|otp|authorization|cookie|api[_-]?key|private_?key"
    r"|claim_?code)[\w-]*+"
)
_VALUE = r"""(?:\\*"(?:[^"\\]|\\[\s\S])*"?|\[[^]{]*\]?|[0-9.e+-]+)"""
_MASK = "•••"
_MASKED: tuple[tuple[re.Pattern[str], str], ...] = (
    # JSON, whose end may be cut off; forms and queries; parts of a multipart form.
    (re.compile(rf'("{_SECRET}\\*"\s*:\s*){_VALUE}', re.I), rf'\g<1>"{_MASK}"'),
    (re.compile(rf"((?:^|[&?]){_SECRET}=)[^&\s]*", re.I), rf"\g<1>{_MASK}"),
    (
        re.compile(rf'(name="{_SECRET}"[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)[^\r\n]*', re.I),
        rf"\g<1>{_MASK}",
    ),
    (re.compile(r"(/access_tokens/)(?!current)[^/?]+"), rf"\g<1>{_MASK}"),
    (re.compile(r"\b[0-9a-f]{40,}\b"), _MASK),  # tokens as the sandbox makes them, in paths, too
)
_MASKED_VALUE = re.compile(r'("value"\s*:\s*")(?:[^"\\]|\\.)*')
"""What a secret of the cloud is called."""


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
class _Entry:
    """What is kept of a request: bodies are only made readable for those who look."""

    seen: SeenRequest
    scope: Scope
    change: int = 0
    bodies: dict[str, bytearray] = field(
        default_factory=lambda: {"request_body": bytearray(), "response_body": bytearray()}
    )
    sizes: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, name: str, message: Message) -> None:
        """Keeps the beginning of a body."""
        piece, kept = message.get("body", b""), self.bodies[name]
        kept += piece[: _KEPT_BYTES - len(kept)]
        self.sizes[name] = self.sizes.get(name, 0) + len(piece)

    def readable(self, bodies: bool) -> SeenRequest:
        """The request as it is now, without secrets."""
        fault = self.scope.get("state", {}).get("fault", "")
        texts: dict[str, Any] = {n: self._text(n) for n in self.bodies} if bodies else {}
        return replace(self.seen, path=_mask(self.seen.path), fault=fault, **texts)

    def _text(self, name: str) -> str:
        content, size = bytes(self.bodies[name]), self.sizes.get(name, 0)
        if b"\0" in content:
            return f"({size:,} bytes that are no text)"
        text, more = content.decode("utf-8", "replace"), size - len(content)
        if "secret" in self.scope["path"] or "/env" in self.scope["path"]:
            text = _MASKED_VALUE.sub(rf"\g<1>{_MASK}", text)
        return _mask(text) + (f"\n… and {more:,} bytes" if more else "")


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
        request, query = Request(scope), scope["query_string"].decode("ascii", "replace")
        path = bytes(scope["raw_path"]).decode("ascii", "replace")
        seen = SeenRequest(
            number=self.count,
            at=self._clock.timestamp(),
            method=request.method,
            path=f"{path}?{query}" if query else path,
            sender=self._sender(request),
            user_agent=request.headers.get("user-agent", "")[:200],
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
        return [each.readable(bodies) for each in list(self._entries) if each.change > since]

    def request(self, number: int) -> SeenRequest | None:
        """The one with that number, if it is still known."""
        found = (each for each in list(self._entries) if each.seen.number == number)
        return next((each.readable(True) for each in found), None)

    def clear(self) -> None:
        """Forgets all of them."""
        self._entries.clear()

    def _sender(self, request: Request) -> str:
        try:
            basic = basic_credentials(request)
        except ApiError:
            return "unreadable credentials"
        if basic:
            return _mask(basic[0]) or "nobody"
        value = request_token(request)
        if not value:
            return "nobody"
        token = self._directory.token(value)
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

        def end() -> None:
            if entry.seen.seconds is None:
                entry.seen.seconds = time.perf_counter() - start
                self._log.changed(entry)

        async def noted_receive() -> Message:
            message = await receive()
            entry.add("request_body", message)
            return message

        async def noted_send(message: Message) -> None:
            entry.add("response_body", message)
            if message["type"] == "http.response.start":
                entry.seen.status = message["status"]
                self._log.changed(entry)
            elif not message.get("more_body"):
                end()
            await send(message)

        try:
            await self._app(scope, noted_receive, noted_send)
        finally:
            end()

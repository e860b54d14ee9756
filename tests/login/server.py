"""What the tests of logging in share: a clock, and a cloud that hands out tokens and takes them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from tests.recorder import response

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.recorder import Answer, Recorded, Recorder

__all__ = ["Clock", "TokenServer"]

USERNAME = "you@example.com"
PASSWORD = "correct horse"
OTP = "123456"


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class TokenServer:
    """Has a Recorder response like a cloud: `token-1`, `token-2` …, and 401 to what isn't valid."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder
        self.valid: set[str] = set()
        self.refresh_tokens: set[str] = set()
        self.answers: list[Answer] = []
        """What the next logins are answered."""
        self.lifetime: Any = 7_776_000
        self.refreshes = False
        """Whether a refresh token comes along."""
        self.needs_otp = False
        self.before_login: Callable[[], object] = lambda: None
        self._lock = threading.Lock()
        self._made = 0
        recorder.respond = self.respond

    @property
    def logins(self) -> list[dict[str, str]]:
        """The forms that came."""
        return [dict(each.form) for each in self.recorder.requests if each.path == "/oauth/token"]

    @property
    def grants(self) -> list[str]:
        """What was used to log in, in order."""
        return [form["grant_type"] for form in self.logins]

    @property
    def tokens(self) -> list[str]:
        """The tokens of the other requests, in order."""
        return [
            (each.header("authorization") or "").removeprefix("Bearer ")
            for each in self.recorder.requests
            if each.path != "/oauth/token"
        ]

    def respond(self, request: Recorded) -> Answer:
        if request.path == "/oauth/token":
            assert request.header("authorization") is None
            self.before_login()
            with self._lock:
                return self._login(dict(request.form))
        token = (request.header("authorization") or "").removeprefix("Bearer ")
        if token in self.valid:
            return response(json={"id": "1"})
        return response(401, json={"error": "invalid_token"})

    def _login(self, form: dict[str, str]) -> Answer:
        if self.answers:
            return self.answers.pop(0)
        grant = form["grant_type"]
        refused = response(400, json={"error": "invalid_grant"})
        if grant == "password" and form["password"] != PASSWORD:
            return refused
        if grant == "password" and self.needs_otp:
            return response(403, json={"error": "mfa_required", "mfa_token": "mfa-token"})
        if grant == "urn:custom:mfa-otp" and (form["otp"], form["mfa_token"]) != (OTP, "mfa-token"):
            return refused
        if grant == "refresh_token":
            if form["refresh_token"] not in self.refresh_tokens:
                return refused
            self.refresh_tokens.remove(form["refresh_token"])
        self._made += 1
        token = f"token-{self._made}"
        self.valid.add(token)
        answer = {"access_token": token, "token_type": "bearer", "expires_in": self.lifetime}
        if self.refreshes:
            answer["refresh_token"] = f"refresh-{self._made}"
            self.refresh_tokens.add(f"refresh-{self._made}")
        return response(json=answer)

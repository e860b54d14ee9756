"""Nothing that a provider knows shows up in a repr, a message, a log or a crash report."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import particle_client
from particle_client import ConfigurationError, ParticleError
from particle_client.login import (
    ClientCredentialsLogin,
    CliProfile,
    FileTokenStore,
    KeyringTokenStore,
    PasswordLogin,
    RefreshTokenLogin,
    Token,
    TokenProvider,
)
from tests.recorder import Answer, response

from .server import USERNAME
from .test_keyring_store import MemoryKeyring

if TYPE_CHECKING:
    from tests.conftest import NewClient

    from .server import Clock, TokenServer

pytestmark = pytest.mark.anyio

CANARY = "cAnArY0123456789"
OURS = str(Path(particle_client.__file__).parent)

ANSWERS = {
    "refused": response(400, json={"error": "invalid_grant"}),
    "server error": response(500, content=b"<html>oops</html>"),
    "mfa": response(403, json={"error": "mfa_required", "mfa_token": CANARY}),
    "broken": response(200, content=b'{"access_token": "' + CANARY.encode()),
    "wrong type": response(200, json={"access_token": [CANARY], "refresh_token": CANARY}),
    "unusable": response(200, json={"access_token": f"{CANARY} {CANARY}"}),
    "cut off": Answer(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", close=True),
}


def providers(clock: Clock) -> list[TokenProvider]:
    return [
        PasswordLogin(USERNAME, CANARY, otp=lambda: CANARY, clock=clock),
        PasswordLogin(USERNAME, lambda: CANARY, clock=clock),
        ClientCredentialsLogin(customer="jane@example.com", clock=clock),
        RefreshTokenLogin(CANARY, clock=clock),
    ]


def crash_report(error: BaseException) -> str:
    """Return what a crash reporter sends of our own frames: the source, and the local variables."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    lines: list[str] = []
    while True:
        for frame in report.stack:
            if frame.filename.startswith(OURS):
                lines += [f"{name} = {value}" for name, value in (frame.locals or {}).items()]
        lines += list(report.format_exception_only())
        following = report.__cause__ or report.__context__
        if following is None:
            return "\n".join(lines)
        report = following


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
async def test_no_failing_login_shows_a_secret(
    answer: Answer,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    frames = 0
    for provider in providers(clock):
        client = new_client(
            access_token=provider,
            base_url=server.recorder.base_url,
            client_id="mine",
            client_secret=f"secret-{CANARY}",
            retries=0,
        )
        for _ in range(2):
            server.answers = [answer] * 2
            with caplog.at_level(logging.DEBUG), pytest.raises(ParticleError) as caught:
                await client.devices.get("1")
            shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
            assert CANARY not in shown
            report = crash_report(caught.value)
            assert CANARY not in report
            frames += report.count("self = ")
    assert frames  # there was something to look at
    assert CANARY not in caplog.text
    assert server.logins
    assert server.tokens == []


async def test_a_login_that_works_shows_no_secret(
    new_client: NewClient,
    server: TokenServer,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    server.answers = [
        response(json={"access_token": CANARY, "refresh_token": CANARY, "expires_in": 1000})
    ]
    server.valid.add(CANARY)
    login = PasswordLogin(USERNAME, lambda: "correct horse", store=store)
    client = new_client(
        access_token=login, base_url=server.recorder.base_url, client_id="a", client_secret="b"
    )
    with caplog.at_level(logging.DEBUG):
        await client.devices.get("1")
        server.valid.clear()
        await client.devices.get("1")
    assert server.grants == ["password", "refresh_token", "password"]
    assert "refresh token is of no use" in caplog.text
    assert CANARY not in caplog.text


def test_reprs(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "particle.config.json").write_text(f'{{"access_token": "{CANARY}"}}')
    token = Token(CANARY, refresh_token=CANARY, expires_at=7)
    profile = CliProfile(folder=tmp_path)
    shown: list[Any] = [*providers(clock), profile, token, token.value, token.refresh_token]
    assert CANARY not in repr(shown)
    assert CANARY not in "".join(map(str, [*providers(clock), profile, token]))
    assert CANARY not in repr([vars(provider) for provider in providers(clock)])
    assert [repr(each) for each in providers(clock)] == [
        f"<PasswordLogin of {USERNAME}>",
        f"<PasswordLogin of {USERNAME}>",
        "<ClientCredentialsLogin of customer=jane@example.com>",
        "<RefreshTokenLogin>",
    ]
    assert repr(ClientCredentialsLogin()) == "<ClientCredentialsLogin>"
    assert repr(profile) == "CliProfile('particle')"
    assert repr(FileTokenStore("/x/y.json")).startswith("FileTokenStore(")
    assert repr(KeyringTokenStore("tool", backend=MemoryKeyring())) == "KeyringTokenStore('tool')"


def test_providers_are_not_pickled(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "particle.config.json").write_text(f'{{"access_token": "{CANARY}"}}')
    for provider in [*providers(clock), CliProfile(folder=tmp_path)]:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            with pytest.raises(TypeError, match="can't be pickled"):
                pickle.dumps(provider, protocol)
        # A copy of a setting that holds one goes on sharing its token.
        assert copy.copy(provider) is provider
        assert copy.deepcopy({"login": provider})["login"] is provider


@pytest.mark.parametrize("value", [f"{CANARY} {CANARY}", f"{CANARY}\n", "ü" + CANARY])
def test_an_unusable_token_is_not_shown(value: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Token(value)
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    with pytest.raises(ValueError, match="not a token") as refused:
        Token.from_dict({"access_token": value})
    assert CANARY not in "".join(traceback.format_exception(refused.value))

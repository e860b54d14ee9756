"""Processes that share a store: one of them logs in, or fails to, for all."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

import pytest

from particle_client import Particle
from particle_client.login import (
    FileTokenStore,
    RefreshTokenLogin,
    TokenKey,
    async_renewal,
    renewal,
)

from .server import PASSWORD, USERNAME

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewClient

    from .server import Clock, TokenServer

PROCESSES = 3

# Each waits until all are ready.
CALL = """
import sys
from particle_client import InvalidCredentialsError, Particle
from particle_client.login import FileTokenStore, PasswordLogin, RefreshTokenLogin

kind, secret, path, url = sys.argv[1:]
store = FileTokenStore(path)
if kind == "password":
    login = PasswordLogin("you@example.com", secret, store=store)
else:
    login = RefreshTokenLogin(secret, account="you@example.com", store=store)
with Particle(login, base_url=url, client_id="product", client_secret="its-secret") as client:
    print("ready", flush=True)
    input()
    try:
        print(client.devices.get("1").id)
    except InvalidCredentialsError:
        print("refused")
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.json"


def call_in_processes(kind: str, secret: str, path: Path, server: TokenServer) -> list[str]:
    """Return what came of a call in each of several processes, which call at once."""
    all_log_in = threading.Barrier(PROCESSES)

    def wait_a_moment_for_others() -> None:
        with suppress(threading.BrokenBarrierError):
            all_log_in.wait(0.3)

    server.before_login = wait_a_moment_for_others
    command = [sys.executable, "-c", CALL, kind, secret, str(path), server.recorder.base_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    children = [subprocess.Popen(command, **pipes) for _ in range(PROCESSES)]  # type: ignore[call-overload]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.stdin.write("\n")
        child.stdin.flush()
    return [child.communicate(timeout=30)[0].strip() for child in children]


def test_they_use_a_refresh_token_once(path: Path, server: TokenServer) -> None:
    server.refreshes = True
    server.refresh_tokens.add("refresh-0")
    assert call_in_processes("refresh", "refresh-0", path, server) == ["1"] * PROCESSES
    assert server.grants == ["refresh_token"]
    assert server.refresh_tokens == {"refresh-1"}


def test_they_log_in_once_and_are_refused_once(path: Path, server: TokenServer) -> None:
    assert call_in_processes("password", "wrong", path, server) == ["refused"] * PROCESSES
    assert len(server.logins) == 1
    assert "wrong" not in path.read_text()
    # Another password is tried at once.
    assert call_in_processes("password", PASSWORD, path, server) == ["1"] * PROCESSES
    assert len(server.logins) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process is stopped here")
@pytest.mark.anyio
async def test_a_stopped_process_holds_up_nobody(
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (renewal, async_renewal):
        monkeypatch.setattr(module, "_LOCK_TIMEOUT", 0.1)
    url = server.recorder.base_url
    hold = (
        "import sys; from particle_client.login import FileTokenStore, TokenKey\n"
        "held = FileTokenStore(sys.argv[1]).lock(TokenKey(*sys.argv[2:]))\n"
        "print('held', flush=True); input()"
    )
    command = [sys.executable, "-c", hold, str(path), url, "product", USERNAME]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as child:  # type: ignore[call-overload]
        try:
            assert child.stdout.readline() == "held\n"
            child.send_signal(signal.SIGSTOP)
            server.refresh_tokens.add("refresh-0")
            client = new_client(
                access_token=RefreshTokenLogin(
                    "refresh-0", account=USERNAME, store=FileTokenStore(path), clock=clock
                ),
                base_url=url,
                client_id="product",
                client_secret="its-secret",
            )
            await client.devices.get("1")
        finally:
            child.kill()
    assert "is locked by another process" in caplog.text
    found = FileTokenStore(path).load(TokenKey(url, "product", USERNAME))
    assert found is not None
    assert found.value == "token-1"


def test_a_refresh_token_that_another_process_has_used_up(path: Path, server: TokenServer) -> None:
    """Even without a lock, what it got for it lies in the store."""

    class Unlocked(FileTokenStore):
        def lock(self, key: TokenKey) -> nullcontext[None]:
            return nullcontext()

    def client() -> Particle:
        login = RefreshTokenLogin("refresh-0", account=USERNAME, store=Unlocked(path))
        return Particle(
            login,
            base_url=server.recorder.base_url,
            client_id="product",
            client_secret="its-secret",
        )

    def be_slower() -> None:
        server.before_login = lambda: None
        assert other.devices.get("1").id == "1"

    server.refreshes = True
    server.refresh_tokens.add("refresh-0")
    server.before_login = be_slower
    with client() as other, client() as one:
        assert one.devices.get("1").id == "1"
    assert server.tokens == ["token-1"] * 2
    assert server.refresh_tokens == {"refresh-1"}

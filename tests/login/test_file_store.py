"""Tokens in a file: who can read it, what happens to a damaged one, many writers."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import stat
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import filelock
import pytest

from particle_client import AsyncParticle, BadRequestError, ConfigurationError
from particle_client.login import (
    FileTokenStore,
    PasswordLogin,
    RefreshTokenLogin,
    Token,
    TokenKey,
    TokenStore,
    tokens,
)
from tests.recorder import response

from .server import PASSWORD, USERNAME

if TYPE_CHECKING:
    from tests.both import Kind
    from tests.conftest import NewClient

    from .server import Clock, TokenServer

pytestmark = pytest.mark.anyio

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")

KEY = TokenKey("https://api.example.com", "particle-api", USERNAME)
CANARY = "cAnArY0123456789"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "tokens.json"


@pytest.fixture
def store(path: Path) -> FileTokenStore:
    return FileTokenStore(path)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def client_with(
    store: TokenStore,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    **options: Any,
) -> AsyncParticle:
    """A client as another process would make it: with a provider of its own."""
    login = PasswordLogin(USERNAME, PASSWORD, store=store, clock=clock)
    return new_client(access_token=login, base_url=server.recorder.base_url, **options)


# --- what it is for -------------------------------------------------------------------------------


async def test_the_next_process_does_not_log_in(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    for _ in range(3):
        await client_with(store, new_client, server, clock).devices.get("1")
    assert len(server.logins) == 1
    assert server.tokens == ["token-1"] * 3


async def test_a_token_of_the_store_that_expires_is_not_used(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    server.lifetime = 1000
    for _ in range(2):
        await client_with(store, new_client, server, clock).devices.get("1")
        clock.now += 900
    assert server.tokens == ["token-1", "token-2"]


async def test_a_token_of_the_store_that_is_rejected_is_replaced(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    for _ in range(2):
        await client_with(store, new_client, server, clock).devices.get("1")
        server.valid.clear()
    assert server.tokens == ["token-1", "token-1", "token-2"]
    assert len(server.logins) == 2


async def test_what_another_process_has_renewed_is_used(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    one = client_with(store, new_client, server, clock)
    other = client_with(store, new_client, server, clock)
    await one.devices.get("1")
    await other.devices.get("1")
    server.valid.clear()
    await one.devices.get("1")
    await other.devices.get("1")
    assert server.tokens == ["token-1"] * 3 + ["token-2", "token-1", "token-2"]
    assert len(server.logins) == 2


async def test_refresh_tokens_are_kept(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    server.lifetime, server.refreshes = 1000, True
    for _ in range(3):
        client = client_with(
            store, new_client, server, clock, client_id="product", client_secret="its-secret"
        )
        await client.devices.get("1")
        clock.now += 1000
    assert server.grants == ["password", "refresh_token", "refresh_token"]
    assert [form.get("refresh_token") for form in server.logins[1:]] == ["refresh-1", "refresh-2"]


async def test_a_refresh_token_that_stays_valid_is_kept(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    server.lifetime, server.refreshes = 1000, True
    for _ in range(3):
        client = client_with(
            store, new_client, server, clock, client_id="product", client_secret="its-secret"
        )
        await client.devices.get("1")
        server.refreshes = False
        server.refresh_tokens.add("refresh-1")
        clock.now += 1000
    assert server.grants == ["password", "refresh_token", "refresh_token"]


async def test_a_refresh_token_of_the_store_that_is_refused_is_not_tried_again(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    key = TokenKey(server.recorder.base_url, "product", USERNAME)
    store.save(key, Token("a-token", expires_at=1, lifetime=1, refresh_token="spent"))
    login = RefreshTokenLogin("given", account=USERNAME, store=store, clock=clock)
    client = new_client(
        access_token=login,
        base_url=server.recorder.base_url,
        client_id="product",
        client_secret="its-secret",
    )
    for _ in range(3):
        with pytest.raises(BadRequestError):
            await client.devices.get("1")
    assert [form["refresh_token"] for form in server.logins] == ["spent", "given"]


def test_a_refresh_token_with_a_store_needs_to_be_somebodys(store: FileTokenStore) -> None:
    with pytest.raises(ConfigurationError, match="needs account= with a store"):
        RefreshTokenLogin("given", store=store)


async def test_each_account_and_cloud_has_its_own_entry(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    for username in ("one@example.com", "two@example.com") * 2:
        login = PasswordLogin(username, PASSWORD, store=store, clock=clock)
        client = new_client(access_token=login, base_url=server.recorder.base_url)
        await client.devices.get("1")
        await client.with_options(client_id="mine", client_secret="its-secret").devices.get("1")
    assert server.tokens == ["token-1", "token-2", "token-3", "token-4"] * 2


# --- the file -------------------------------------------------------------------------------------


def test_what_is_kept_comes_back(store: FileTokenStore) -> None:
    assert store.load(KEY) is None
    for token in (
        Token("a-token"),
        Token("b-token", expires_at=1.5, lifetime=7, refresh_token="refresh"),
    ):
        store.save(KEY, token)
        found = store.load(KEY)
        assert found is not None
        assert found.to_dict() == token.to_dict()
    assert store.load(KEY._replace(account="another")) is None


@posix
@pytest.mark.parametrize("umask", [0, 0o022, 0o077])
def test_only_the_owner_can_read_it(store: FileTokenStore, path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        for _ in range(2):
            store.save(KEY, Token("a-token"))
            assert mode(path) == 0o600
            assert mode(path.parent) == 0o700
    finally:
        os.umask(before)
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "tokens.json",
        "tokens.json.lock",
    ]
    assert mode(path.with_name("tokens.json.lock")) == 0o600


@posix
@pytest.mark.parametrize("open_to", [0o640, 0o604, 0o620, 0o602, 0o666])
def test_a_file_that_others_can_reach_is_not_used(
    store: FileTokenStore, path: Path, open_to: int, caplog: pytest.LogCaptureFixture
) -> None:
    store.save(KEY, Token("a-token"))
    path.chmod(open_to)
    assert store.load(KEY) is None
    assert f"no file of yours alone (mode {open_to:o})" in caplog.text
    store.save(KEY._replace(account="another"), Token("b-token"))
    assert mode(path) == 0o600
    assert store.load(KEY) is None  # what others may have written isn't taken over


@posix
def test_a_file_of_another_user_is_not_used(
    store: FileTokenStore, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(KEY, Token("a-token"))
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    assert store.load(KEY) is None
    assert "no file of yours alone" in caplog.text


@posix
async def test_a_planted_link_is_not_followed(
    path: Path,
    tmp_path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    victim = tmp_path / "victim"
    FileTokenStore(victim).save(KEY, Token("a-token"))
    content = victim.read_bytes()
    path.parent.mkdir()
    path.symlink_to(victim)
    store = FileTokenStore(path)
    with pytest.raises(OSError, match="symbolic links"):
        store.load(KEY)
    with pytest.raises(OSError, match="symbolic links"):
        store.save(KEY, Token("b-token"))
    await client_with(store, new_client, server, clock).devices.get("1")
    assert "can't save the token: Too many levels of symbolic links" in caplog.text
    assert path.is_symlink()
    assert victim.read_bytes() == content


@posix
def test_a_planted_pipe_is_not_waited_for(store: FileTokenStore, path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path, 0o600)
    assert store.load(KEY) is None


@posix
def test_a_planted_lock_is_not_followed(store: FileTokenStore, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.with_name("tokens.json.lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic links"):
        store.save(KEY, Token("a-token"))
    assert not (tmp_path / "victim").exists()


DAMAGED = {
    "empty": b"",
    "cut off": b'{"version": 1, "tokens": {"',
    "not text": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "a list": b"[]",
    "without tokens": b"{}",
    "wrong tokens": b'{"tokens": []}',
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
async def test_a_damaged_file_is_replaced(
    content: bytes,
    store: FileTokenStore,
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    path.chmod(0o600)
    for _ in range(2):
        await client_with(store, new_client, server, clock).devices.get("1")
    assert "is damaged" in caplog.text
    assert server.tokens == ["token-1"] * 2
    assert len(server.logins) == 1


ENTRIES: dict[str, Any] = {
    "text": CANARY,
    "no token": {"refresh_token": CANARY},
    "wrong token": {"access_token": [CANARY]},
    "unusable token": {"access_token": f"{CANARY}\n"},
    "wrong time": {"access_token": CANARY, "expires_at": CANARY},
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())
async def test_a_damaged_entry_is_replaced(
    entry: Any,
    store: FileTokenStore,
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    key = TokenKey(server.recorder.base_url, "particle-api", USERNAME)
    store.save(key, Token("of-somebody-else"))
    store.save(KEY, Token("of-somebody-else"))
    content = json.loads(path.read_text())
    content["tokens"][str(key)] = entry
    path.write_text(json.dumps(content))
    await client_with(store, new_client, server, clock).devices.get("1")
    assert server.tokens == ["token-1"]
    assert CANARY not in caplog.text
    assert "can't load the token: " in caplog.text
    kept, other = store.load(key), store.load(KEY)
    assert kept is not None
    assert kept.value == "token-1"
    assert other is not None


async def test_a_lock_that_is_held_for_ever_does_no_harm(
    store: FileTokenStore,
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tokens, "_LOCK_TIMEOUT", 0.01)
    path.parent.mkdir()
    with filelock.FileLock(f"{path}.lock"):
        await client_with(store, new_client, server, clock).devices.get("1")
    assert server.tokens == ["token-1"]
    assert "can't save the token: " in caplog.text
    assert not path.exists()


async def test_a_folder_that_can_not_be_written_does_no_harm(
    tmp_path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "file").write_text("")
    store = FileTokenStore(tmp_path / "file" / "tokens.json")
    await client_with(store, new_client, server, clock).devices.get("1")
    assert server.tokens == ["token-1"]
    assert "can't save the token: " in caplog.text
    assert "Not a directory" in caplog.text


def test_a_failed_write_leaves_the_file_as_it_was(
    store: FileTokenStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(KEY, Token("a-token"))

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        store.save(KEY, Token("b-token"))
    found = store.load(KEY)
    assert found is not None
    assert found.value == "a-token"
    assert len(list(path.parent.iterdir())) == 2


# --- many writers ---------------------------------------------------------------------------------


def save_some(path: Path, writer: int) -> None:
    """What a process does in the next test."""
    store = FileTokenStore(path)
    for number in range(10):
        store.save(KEY._replace(account=f"{writer}-{number}"), Token(f"token-{writer}-{number}"))


@pytest.mark.parametrize("pool", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_no_writer_undoes_what_another_has_written(pool: Any, path: Path) -> None:
    writers = 8 if pool is ThreadPoolExecutor else 3
    options = {}
    if pool is ProcessPoolExecutor:
        options["mp_context"] = multiprocessing.get_context("spawn")
    with pool(writers, **options) as executor:
        for each in [executor.submit(save_some, path, writer) for writer in range(writers)]:
            each.result(60)
    store = FileTokenStore(path)
    for writer in range(writers):
        for number in range(10):
            found = store.load(KEY._replace(account=f"{writer}-{number}"))
            assert found is not None
            assert found.value == f"token-{writer}-{number}"


def test_a_reader_never_sees_half_a_file(
    store: FileTokenStore, caplog: pytest.LogCaptureFixture
) -> None:
    store.save(KEY, Token("a-token"))
    done = threading.Event()

    def write() -> None:
        for number in range(200):
            store.save(KEY, Token(f"token-{number}" * 100))
        done.set()

    with caplog.at_level(logging.WARNING), ThreadPoolExecutor(1) as executor:
        writing = executor.submit(write)
        while not done.is_set() and not writing.done():
            assert store.load(KEY) is not None
        writing.result(60)
    assert caplog.records == []


# --- where it is ----------------------------------------------------------------------------------


@posix
def test_the_default_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert FileTokenStore().path == tmp_path / "config" / "particle-client" / "tokens.json"
    for invalid in ("", "relative/config"):
        monkeypatch.setenv("XDG_CONFIG_HOME", invalid)
        expected = tmp_path / "home" / ".config" / "particle-client" / "tokens.json"
        assert FileTokenStore().path == expected
    assert FileTokenStore("~/tokens.json").path == tmp_path / "home" / "tokens.json"


async def test_a_store_that_fails_does_no_harm(
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken(FileTokenStore):
        def load(self, key: TokenKey) -> Token | None:
            raise RuntimeError(CANARY)

        def save(self, key: TokenKey, token: Token) -> None:
            raise RuntimeError(CANARY)

    server.answers = [response(500)]
    client = client_with(Broken(path), new_client, server, clock, retries=0)
    with pytest.raises(Exception, match="500"):
        await client.devices.get("1")
    await client.devices.get("1")
    assert caplog.text.count("can't load the token: RuntimeError") == 5
    assert caplog.text.count("can't save the token: RuntimeError") == 1
    assert CANARY not in caplog.text


async def test_while_another_process_renews_the_old_token_still_does(
    store: FileTokenStore,
    path: Path,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
) -> None:
    server.lifetime = 1000
    client = client_with(store, new_client, server, clock)
    await client.devices.get("1")
    clock.now += 950
    lock = store.lock(TokenKey(server.recorder.base_url, "particle-api", USERNAME))
    assert lock is not None
    with lock:
        await client.devices.get("1")
        assert len(server.logins) == 1
    clock.now += 30
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1", "token-2"]


async def test_a_refused_login_is_refused_in_the_next_process_too(
    store: FileTokenStore, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    def client() -> AsyncParticle:
        login = PasswordLogin(USERNAME, "wrong", store=store, clock=clock)
        return new_client(access_token=login, base_url=server.recorder.base_url)

    first = client()
    for number, pause in enumerate((30, 60, 120), start=1):
        with pytest.raises(BadRequestError, match="HTTP 400: invalid_grant"):
            await first.devices.get("1")
        clock.now += pause - 1
        with pytest.raises(BadRequestError, match="HTTP 400: invalid_grant"):
            await first.devices.get("1")
        with pytest.raises(BadRequestError, match="refused in another process") as caught:
            await client().devices.get("1")
        assert "tried again in 1 s" in caught.value.__notes__[0]
        assert len(server.logins) == number
        clock.now += 1
    # The clock was set back: a pause doesn't become longer by that.
    clock.now -= 86400
    with pytest.raises(BadRequestError, match="refused in another process") as caught:
        await client().devices.get("1")
    assert "tried again in 120 s" in caught.value.__notes__[0]


async def test_a_store_that_is_async(
    kind: Kind,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """AsyncParticle awaits it; Particle can't, and does without."""
    kept: dict[TokenKey, Token] = {}

    class AsyncStore(TokenStore):
        async def load(self, key: TokenKey) -> Token | None:  # type: ignore[override]
            return kept.get(key)

        async def save(self, key: TokenKey, token: Token) -> None:  # type: ignore[override]
            kept[key] = token

    for _ in range(2):
        await client_with(AsyncStore(), new_client, server, clock).devices.get("1")
    assert len(server.logins) == (1 if kind == "async" else 2)
    assert ("only AsyncParticle can use an async function" in caplog.text) == (kind == "sync")

"""Tokens in the system's key ring."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from particle_client import ConfigurationError
from particle_client.login import KeyringTokenStore, PasswordLogin, Token, TokenKey

from .server import PASSWORD, USERNAME

if TYPE_CHECKING:
    from tests.conftest import NewClient

    from .server import Clock, TokenServer

pytestmark = pytest.mark.anyio

KEY = TokenKey("https://api.example.com", "particle-api", USERNAME)


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A key ring that needs no system."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.entries: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.locked:
            raise keyring.errors.PasswordSetError("locked")
        self.entries[service, username] = password


async def test_the_next_process_does_not_log_in(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    ring = MemoryKeyring()
    for _ in range(2):
        store = KeyringTokenStore("my-tool", backend=ring)
        login = PasswordLogin(USERNAME, PASSWORD, store=store, clock=clock)
        client = new_client(access_token=login, base_url=server.recorder.base_url)
        await client.devices.get("1")
    assert len(server.logins) == 1
    assert server.tokens == ["token-1"] * 2
    [(service, key)] = ring.entries
    assert service == "my-tool"
    assert key == f"{server.recorder.base_url} particle-api {USERNAME}"


async def test_a_locked_key_ring_does_no_harm(
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    ring = MemoryKeyring()
    ring.locked = True
    login = PasswordLogin(USERNAME, PASSWORD, store=KeyringTokenStore(backend=ring), clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    await client.devices.get("1")
    assert server.tokens == ["token-1"]
    assert "KeyringTokenStore('particle-client') can't load the token: KeyringLocked" in caplog.text
    assert "can't save the token: PasswordSetError" in caplog.text


async def test_a_damaged_entry_is_replaced(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    ring = MemoryKeyring()
    store = KeyringTokenStore(backend=ring)
    key = TokenKey(server.recorder.base_url, "particle-api", USERNAME)
    ring.set_password("particle-client", str(key), "{")
    login = PasswordLogin(USERNAME, PASSWORD, store=store, clock=clock)
    await new_client(access_token=login, base_url=server.recorder.base_url).devices.get("1")
    kept = store.load(key)
    assert kept is not None
    assert kept.value == "token-1"


def test_a_machine_without_a_key_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", keyring.backends.fail.Keyring)
    with pytest.raises(ConfigurationError, match="use FileTokenStore instead"):
        KeyringTokenStore()


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ConfigurationError, match=r"particle-client\[keyring\]"):
        KeyringTokenStore()


def test_the_system_s_key_ring_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = MemoryKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    store = KeyringTokenStore()
    assert store.load(KEY) is None
    store.save(KEY, Token("a-token"))
    found = store.load(KEY)
    assert found is not None
    assert found.value == "a-token"

"""The login of Particle's command-line tool."""

from __future__ import annotations

import inspect
import json
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import AsyncParticle, AuthenticationError, ConfigurationError, Particle
from particle_client.calls.config import ClientOptions
from particle_client.login import CliProfile

if TYPE_CHECKING:
    from tests.both import Kind
    from tests.conftest import NewClient

    from .server import TokenServer

pytestmark = pytest.mark.anyio

CANARY = "cAnArY0123456789"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tool's folder, in a home of its own."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    folder = tmp_path / ".particle"
    folder.mkdir()
    return folder


def write(folder: Path, profile: str = "particle", **fields: Any) -> None:
    """Do what `particle login` does."""
    (folder / f"{profile}.config.json").write_text(json.dumps(fields))


# --- clients --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Particle, AsyncParticle])
def test_a_client_of_the_profile(
    kind: type[Particle], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTICLE_BASE_URL", "https://elsewhere.example.com")
    write(folder, access_token="a-token", username="you@example.com")
    client = kind.from_cli_profile()
    assert type(client) is kind
    assert client.base_url == "https://api.particle.io"  # the tool's default
    write(folder, access_token="a-token", apiUrl="https://api.example.com")
    assert kind.from_cli_profile().base_url == "https://api.example.com"
    client = kind.from_cli_profile("particle", base_url="https://mine.example.com", strict=True)
    assert client.base_url == "https://mine.example.com"
    assert client._strict
    assert kind.from_cli_profile(base_url=None).base_url == "https://api.example.com"


@pytest.mark.parametrize("kind", [Particle, AsyncParticle])
def test_a_cloud_without_tls_is_refused(kind: type[Particle], folder: Path) -> None:
    write(folder, access_token="a-token", apiUrl="http://api.example.com")
    with pytest.raises(ConfigurationError, match="has no TLS"):
        kind.from_cli_profile()
    assert kind.from_cli_profile(allow_insecure_http=True)


def test_the_options_are_those_of_the_constructor() -> None:
    for kind in (Particle, AsyncParticle):
        arguments = set(inspect.signature(kind).parameters) - {"access_token", "http_client"}
        assert set(ClientOptions.__annotations__) == arguments


async def test_the_token_of_the_profile_is_used(
    folder: Path, new_client: NewClient, server: TokenServer
) -> None:
    server.valid.add("a-token")
    write(folder, access_token="a-token", apiUrl=server.recorder.base_url)
    profile = CliProfile()
    await new_client(access_token=profile, base_url=profile.base_url).devices.get("1")
    assert server.tokens == ["a-token"]


async def test_after_another_login_a_program_goes_on(
    kind: Kind, folder: Path, new_client: NewClient, server: TokenServer
) -> None:
    server.valid.add("b-token")
    fields = {"username": "you@example.com", "apiUrl": server.recorder.base_url}
    write(folder, access_token="a-token", **fields)
    client = new_client(access_token=CliProfile(), base_url=server.recorder.base_url)
    with pytest.raises(AuthenticationError, match="log in again"):
        await client.devices.get("1")
    assert server.tokens == ["a-token"]  # there is no other
    write(folder, access_token="b-token", **fields)
    await client.devices.get("1")
    await client.devices.get("1")
    assert server.tokens == ["a-token", "a-token", "b-token", "b-token"]


@pytest.mark.parametrize(
    "change", [{"username": "another@example.com"}, {"apiUrl": "https://api.example.com"}]
)
async def test_the_token_of_another_account_or_cloud_is_not_used(
    change: dict[str, str],
    folder: Path,
    new_client: NewClient,
    server: TokenServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.valid.add("b-token")
    fields = {"username": "you@example.com", "apiUrl": server.recorder.base_url}
    write(folder, access_token="a-token", **fields)
    client = new_client(access_token=CliProfile(), base_url=server.recorder.base_url)
    write(folder, access_token="b-token", **{**fields, **change})
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert server.tokens == ["a-token"]
    assert "of another account or cloud" in caplog.text


def test_a_late_401_finds_the_token_read_since(folder: Path) -> None:
    write(folder, access_token="a-token")
    profile = CliProfile()
    assert not profile.reject("a-token")
    write(folder, access_token="b-token")
    assert profile.reject("a-token")
    write(folder, access_token="c-token")
    assert profile.reject("a-token")  # of another call: nothing new about it
    assert profile.get_token(None) == "b-token"
    write(folder, access_token="b-token")
    assert not profile.reject("b-token")


@pytest.mark.parametrize("logged_out", [{"access_token": None}, None])
async def test_after_a_logout_the_last_token_is_used_on(
    logged_out: dict[str, Any] | None,
    folder: Path,
    new_client: NewClient,
    server: TokenServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The cloud has the last word about it."""
    write(folder, access_token="a-token", access_token_expires_at="2026-01-01T00:00:00Z")
    client = new_client(access_token=CliProfile(), base_url=server.recorder.base_url)
    if logged_out is None:
        (folder / "particle.config.json").unlink()
    else:
        write(folder, **logged_out)
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert server.tokens == ["a-token"]
    assert "Run `particle login`" in caplog.text


# --- files ----------------------------------------------------------------------------------------


def test_the_profile_in_use(folder: Path) -> None:
    write(folder, access_token="a-token", username="you@example.com")
    write(folder, "staging", access_token="b-token")
    assert (CliProfile().profile, CliProfile().username) == ("particle", "you@example.com")
    for name in ("staging", "particle"):
        (folder / "profile.json").write_text(json.dumps({"name": name}))
        assert CliProfile().profile == name
    assert CliProfile("staging").username is None
    assert CliProfile("staging").get_token(None) == "b-token"
    for nothing in ("{}", '{"name": ""}', '{"name": null}'):
        (folder / "profile.json").write_text(nothing)
        assert CliProfile().profile == "particle"


def test_another_folder(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, access_token="a-token")
    with pytest.raises(ConfigurationError):
        CliProfile()
    assert CliProfile(folder=tmp_path).get_token(None) == "a-token"
    assert CliProfile(folder=str(tmp_path)).get_token(None) == "a-token"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "Nobody is logged in.*Run `particle login`"),
        ("{}", "Nobody is logged in.*Run `particle login`"),
        ('{"access_token": null}', "Nobody is logged in"),
        ('{"access_token": ""}', "Nobody is logged in"),
        (f'{{"access_token": ["{CANARY}"]}}', "can't be right"),
        (f'{{"access_token": "{CANARY} {CANARY}"}}', "can't be right"),
        ("", "is not the JSON object"),
        (f'{{"access_token": "{CANARY}', "is not the JSON object"),
        (f'["{CANARY}"]', "is not the JSON object"),
        ("[" * 100_000, "is not the JSON object"),
    ],
)
def test_files_that_are_no_use(content: str | None, message: str, folder: Path) -> None:
    if content is not None:
        (folder / "particle.config.json").write_text(content)
    with pytest.raises(ConfigurationError, match=message) as caught:
        CliProfile()
    assert str(folder) in str(caught.value)
    shown = "".join(traceback.format_exception(caught.value))
    assert CANARY not in shown


def test_a_file_that_can_not_be_read(folder: Path) -> None:
    (folder / "particle.config.json").mkdir()
    with pytest.raises(ConfigurationError, match="can't be read"):
        CliProfile()

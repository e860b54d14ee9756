"""Copies by `with_options`, closing, and HTTP clients of the user's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest

from particle_client import (
    APIStatusError,
    AsyncParticle,
    ConfigurationError,
    Particle,
    Response,
    ResponseValidationError,
    Timeout,
)
from particle_client.models import Device
from tests.conftest import TOKEN
from tests.recorder import Recorder

if TYPE_CHECKING:
    from tests.both import Kind
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

LOCAL = "http://127.0.0.1:1"


def read_timeout(response: Response[Any]) -> Any:
    return response.http_response.request.extensions["timeout"]["read"]


# --- with_options ---------------------------------------------------------------------------------


async def test_a_copy_shares_connections_and_token(wire: AsyncParticle, recorder: Recorder) -> None:
    copy = wire.with_options(headers={"X-Copy": "1"}, timeout=5)
    await wire.devices.get("1")
    await copy.devices.get("1")
    await wire.devices.get("1")
    assert recorder.connections == 1
    assert [request.header("x-copy") for request in recorder.requests] == [None, "1", None]
    assert {request.header("authorization") for request in recorder.requests} == {f"Bearer {TOKEN}"}


async def test_a_copy_adds_its_headers(wire: AsyncParticle, recorder: Recorder) -> None:
    copy = wire.with_options(headers={"X-A": "1", "X-B": "1"}).with_options(headers={"x-b": "2"})
    await copy.devices.get("1")
    assert (recorder.last.header("x-a"), recorder.last.header("x-b")) == ("1", "2")


async def test_a_copy_with_a_token_of_its_own(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.with_options(access_token="other").devices.get("1")
    await wire.devices.get("1")
    tokens = [request.header("authorization") for request in recorder.requests]
    assert tokens == ["Bearer other", f"Bearer {TOKEN}"]
    with pytest.raises(ConfigurationError, match="needs an access token"):
        await wire.with_options(access_token=None).devices.get("1")


async def test_a_login_of_a_copy_is_a_login_of_all(wire: AsyncParticle, recorder: Recorder) -> None:
    copy, stranger = wire.with_options(timeout=5), wire.with_options(access_token="other")
    recorder.answer(json={"access_token": "new", "token_type": "bearer", "expires_in": 1})
    await copy.login("user@example.com", "password")
    recorder.clear()
    for client in (wire, copy, stranger):
        await client.devices.get("1")
    tokens = [request.header("authorization") for request in recorder.requests]
    assert tokens == ["Bearer new", "Bearer new", "Bearer other"]


def test_a_copy_is_not_changed_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PARTICLE_BASE_URL", LOCAL)
        patch.setenv("PARTICLE_CLIENT_ID", "mine")
        patch.setenv("PARTICLE_CLIENT_SECRET", "secret")
        client = Particle()
    copy = client.with_options(timeout=5)
    assert copy.base_url == LOCAL
    assert copy._oauth_client == ("mine", "secret")
    assert client.with_options(base_url=None).base_url == "https://api.particle.io"


async def test_a_copy_keeps_every_option(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        client_id="mine",
        client_secret="secret",
        timeout=Timeout(9),
        headers={"X-A": "1"},
        tool="cli@1",
        project="blinky",
        strict=True,
    )
    copy = client.with_options()
    recorder.answer(json={"unexpected": 1})
    with pytest.raises(ResponseValidationError):
        await copy.devices.ping("1")
    recorder.answer(json={"online": True})
    response = await copy.with_raw_response(copy.devices.ping, "1")
    assert read_timeout(response) == 9
    request = recorder.requests[-1]
    assert [request.header(name) for name in ("x-a", "x-particle-tool", "x-particle-project")] == [
        "1",
        "cli@1",
        "blinky",
    ]
    recorder.answer(json={"access_token": "new", "token_type": "bearer", "expires_in": 1})
    await copy.login_as_client_owner()
    assert ("client_secret", "secret") in recorder.requests[-1].form


# --- closing --------------------------------------------------------------------------------------


async def test_a_closed_client_says_so(new_client: NewClient, recorder: Recorder) -> None:
    for use_first in (True, False):
        client = new_client(access_token=TOKEN, base_url=recorder.base_url)
        copy = client.with_options(timeout=5)
        if use_first:
            await client.devices.get("1")
        await client.close()
        await client.close()  # once more does no harm
        for closed in (client, copy):
            with pytest.raises(ConfigurationError, match="The client is closed"):
                await closed.devices.get("1")


async def test_a_with_block_closes(wire: AsyncParticle) -> None:
    async with wire as client:
        assert await client.devices.get("1") == Device.from_dict({})
    with pytest.raises(ConfigurationError, match="closed"):
        await wire.devices.get("1")


async def test_closing_a_copy_closes_nothing(wire: AsyncParticle, recorder: Recorder) -> None:
    async with wire.with_options(timeout=5) as copy:
        await copy.devices.get("1")
    await wire.devices.get("1")
    assert recorder.connections == 1


async def test_closing_ends_the_connections(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        await client.devices.get("1")
        http_client = client._transport.http_client
    assert http_client.is_closed
    assert client.aclose == client.close


# --- an HTTP client of one's own ------------------------------------------------------------------


def own_client(kind: Kind, **options: Any) -> Any:
    return httpx.AsyncClient(**options) if kind == "async" else httpx.Client(**options)


async def close(http_client: Any) -> None:
    if isinstance(http_client, httpx.AsyncClient):
        await http_client.aclose()
    else:
        http_client.close()


async def test_an_http_client_of_ones_own_is_used_and_stays_open(
    kind: Kind, new_client: NewClient, recorder: Recorder
) -> None:
    seen: list[str] = []

    def hook(request: httpx.Request) -> None:
        seen.append(f"{request.method} {request.url.path}")

    async def async_hook(request: httpx.Request) -> None:
        hook(request)

    http_client = own_client(
        kind,
        headers={"X-Own": "1", "User-Agent": "mine", "Accept": "mine"},
        event_hooks={"request": [async_hook if kind == "async" else hook]},
        timeout=3,
    )
    async with new_client(
        access_token=TOKEN, base_url=recorder.base_url, http_client=http_client
    ) as client:
        response = await client.with_raw_response(client.devices.get, "1")
    assert seen == ["GET /v1/devices/1"]
    assert recorder.last.header("x-own") == "1"
    # What this package sets holds.
    assert recorder.last.header("accept") == "application/json"
    assert str(recorder.last.header("user-agent")).startswith("particle-client/")
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"
    assert read_timeout(response) == 60
    assert not http_client.is_closed
    await close(http_client)


async def test_an_http_client_that_its_owner_closed(
    kind: Kind, new_client: NewClient, recorder: Recorder
) -> None:
    http_client = own_client(kind)
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, http_client=http_client)
    await close(http_client)
    with pytest.raises(ConfigurationError, match="http_client that was passed in is closed"):
        await client.devices.get("1")


async def test_a_copy_with_an_http_client_of_its_own(
    kind: Kind, wire: AsyncParticle, recorder: Recorder
) -> None:
    http_client = own_client(kind, headers={"X-Own": "1"})
    copy = wire.with_options(http_client=http_client)
    await copy.devices.get("1")
    await copy.close()
    await wire.devices.get("1")
    assert [request.header("x-own") for request in recorder.requests] == ["1", None]
    with pytest.raises(ConfigurationError, match="The client is closed"):
        await copy.devices.get("1")
    await close(http_client)


async def test_the_http_client_never_follows_a_redirect(
    kind: Kind, new_client: NewClient, recorder: Recorder
) -> None:
    """This package does, where it is safe, whatever the http_client would do."""
    with Recorder() as elsewhere:
        recorder.answer(302, headers={"location": f"{elsewhere.base_url}/stolen"})
        http_client = own_client(kind, follow_redirects=True)
        client = new_client(access_token=TOKEN, base_url=recorder.base_url, http_client=http_client)
        with pytest.raises(APIStatusError, match="HTTP 302"):
            await client.devices.call_function("1", "brew")
        assert elsewhere.requests == []
        await close(http_client)


@pytest.mark.parametrize(
    ("cls", "http_client"),
    [
        (Particle, httpx.AsyncClient(verify=False)),
        (AsyncParticle, httpx.Client(verify=False)),
        (AsyncParticle, object()),
    ],
)
def test_the_http_client_must_be_of_the_right_kind(cls: type[Particle], http_client: Any) -> None:
    with pytest.raises(TypeError, match=r"Particle takes an httpx\.Client"):
        cls(base_url=LOCAL, http_client=http_client)


async def test_no_proxy_stands_between_this_machine_and_itself(
    new_client: NewClient, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    client = new_client(access_token=TOKEN, base_url=recorder.base_url)
    await client.devices.get("1")
    assert recorder.last.target == "/v1/devices/1"

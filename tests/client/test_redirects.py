"""Which redirects are followed, and what goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yarl import URL

from particle_client import AsyncParticle, RedirectError, RetryPolicy, Timeout
from particle_client.base.request import Request
from particle_client.calls.urls import MAX_REDIRECTS, redirect_for
from tests.conftest import TOKEN
from tests.recorder import Recorder, response
from tests.responses import raw_response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.both import Kind
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio


@pytest.fixture
def elsewhere() -> Iterator[Recorder]:
    """Another host, as far as credentials are concerned."""
    with Recorder() as server:
        yield server


def to(location: str) -> dict[str, str]:
    return {"location": location}


# --- the same host --------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_the_token_goes_along(wire: AsyncParticle, recorder: Recorder, status: int) -> None:
    recorder.answer(status, headers=to("/v1/devices/2?a=b#c"))
    recorder.answer(json={"id": "2"})
    device = await wire.devices.get("1", headers={"x-own": "header"})
    assert device.id == "2"
    first, second = recorder.requests
    assert (first.target, second.target) == ("/v1/devices/1", "/v1/devices/2?a=b")
    assert second.header("authorization") == f"Bearer {TOKEN}"
    assert second.header("x-own") == "header"


@pytest.mark.parametrize(
    ("location", "target"),
    [("../devices", "/v1/devices"), ("x", "/v1/devices/x"), ("?page=2", "/v1/devices/1?page=2")],
)
async def test_relative_locations(
    wire: AsyncParticle, recorder: Recorder, location: str, target: str
) -> None:
    recorder.answer(302, headers=to(location))
    await wire.get("/v1/devices/1")
    assert recorder.requests[1].target == target


@pytest.mark.parametrize("status", [307, 308])
async def test_a_post_is_repeated_where_the_status_says_so(
    wire: AsyncParticle, recorder: Recorder, status: int
) -> None:
    recorder.answer(status, headers=to("/v1/other"))
    recorder.answer(json={"return_value": 1})
    await wire.devices.call_function("1", "brew", "tea")
    first, second = recorder.requests
    assert (second.method, second.target) == ("POST", "/v1/other")
    assert second.body == first.body
    assert second.header("content-type") == "application/json"


async def test_a_post_becomes_a_get_after_303(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(303, headers=to("/v1/result"))
    recorder.answer(307, headers=to("/v1/final"))
    recorder.answer(json={"return_value": 1})
    await wire.devices.call_function("1", "brew", "tea")
    for request in recorder.requests[1:]:
        assert (request.method, request.body) == ("GET", b"")
        assert request.header("content-type") is None
        assert request.header("content-length") is None
        assert request.header("authorization") == f"Bearer {TOKEN}"


@pytest.mark.parametrize("status", [301, 302])
async def test_a_post_is_not_guessed_about(
    wire: AsyncParticle, recorder: Recorder, status: int
) -> None:
    recorder.answer(status, headers=to("/v1/other"))
    with pytest.raises(RedirectError, match="doesn't say whether to repeat the POST") as caught:
        await wire.devices.call_function("1", "brew")
    assert caught.value.status_code == status
    assert caught.value.location == "/v1/other"
    assert len(recorder.requests) == 1


async def test_an_upload_is_sent_again(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(308, headers=to("/v1/binaries2"))
    recorder.answer(json={"ok": True, "binary_id": "1"})
    await wire.firmware.compile({"main.ino": b"void loop() {}"})
    first, second = recorder.requests
    assert b"void loop() {}" in second.body
    assert len(first.body) == len(second.body)


async def test_loops_end(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(302, headers=to("/v1/user"))
    with pytest.raises(RedirectError, match=f"number {MAX_REDIRECTS + 1} in a row"):
        await wire.user.get()
    assert len(recorder.requests) == MAX_REDIRECTS + 1


async def test_a_repeat_follows_the_same_way(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(
        access_token=TOKEN, base_url=recorder.base_url, retries=RetryPolicy(initial_delay=0)
    )
    recorder.answer(307, headers=to("/v1/other"))
    recorder.answer(503)
    await client.user.get()
    assert [request.target for request in recorder.requests] == [
        "/v1/user",
        "/v1/other",
        "/v1/other",
    ]


async def test_streams_follow_too(kind: Kind, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(307, headers=to("/v1/moved"))
    recorder.answer_raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
        b'event: a\ndata: {"data":"1"}\n\n'
    )
    if kind == "sync":
        plain: Any = wire
        with plain.target.events.stream("a") as events:
            assert next(events).data == "1"
    else:
        async with wire.events.stream("a") as events:
            assert (await anext(events)).data == "1"
    assert recorder.requests[1].target == "/v1/moved"
    assert recorder.requests[1].header("authorization") == f"Bearer {TOKEN}"


# --- another host ---------------------------------------------------------------------------------

CREDENTIALS = {
    "authorization",
    "cookie",
    "proxy-authorization",
    "x-api-key",
    "x-particle-tool",
    "x-client",
    "referer",
}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_no_credential_goes_elsewhere(
    new_client: NewClient, recorder: Recorder, elsewhere: Recorder, status: int
) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        tool="tool@1",
        headers={"X-Client": "secret", "Cookie": "session=secret"},
    )
    recorder.answer(
        status,
        headers={**to(f"{elsewhere.base_url}/file?signature=1"), "set-cookie": "id=secret"},
    )
    elsewhere.answer(json={"id": "1"})
    call_headers = {"X-Api-Key": "secret", "Proxy-Authorization": "secret", "Accept": "a/b"}
    await client.devices.get("1", headers=call_headers)
    request = elsewhere.last
    assert request.target == "/file?signature=1"
    assert CREDENTIALS.isdisjoint(name.lower() for name, _ in request.headers)
    assert "secret" not in str(request.headers)
    assert TOKEN not in str(request.headers)
    assert request.header("accept") == "a/b"


async def test_nor_back_again(wire: AsyncParticle, recorder: Recorder, elsewhere: Recorder) -> None:
    """Who was elsewhere doesn't say where the token goes."""
    recorder.answer(302, headers=to(f"{elsewhere.base_url}/there"))
    elsewhere.answer(302, headers=to(f"{recorder.base_url}/v1/access_tokens"))
    await wire.get("/v1/user")
    assert recorder.requests[1].target == "/v1/access_tokens"
    assert recorder.requests[1].header("authorization") is None


async def test_what_a_client_of_the_users_adds_stays_here(
    kind: Kind, new_client: NewClient, recorder: Recorder, elsewhere: Recorder
) -> None:
    settings: dict[str, Any] = {
        "headers": {"X-Api-Key": "secret"},
        "auth": ("user", "secret"),
        "cookies": {"session": "secret"},
        "params": {"key": "secret"},
        "follow_redirects": True,
    }
    own = httpx.AsyncClient(**settings) if kind == "async" else httpx.Client(**settings)
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, http_client=own)
    recorder.answer(302, headers=to(f"{elsewhere.base_url}/file"))
    await client.get("/v1/user")
    await client.download_file(f"{elsewhere.base_url}/file")
    if isinstance(own, httpx.AsyncClient):
        await own.aclose()
    else:
        own.close()
    assert recorder.last.header("x-api-key") == "secret"
    assert len(elsewhere.requests) == 2
    for request in elsewhere.requests:
        assert request.header("host") == elsewhere.base_url.removeprefix("http://")
        assert CREDENTIALS.isdisjoint(name.lower() for name, _ in request.headers)
        assert "secret" not in str(request)


async def test_what_a_session_of_the_users_adds_stays_here(
    recorder: Recorder, elsewhere: Recorder
) -> None:
    settings: dict[str, Any] = {"headers": {"X-Api-Key": "secret"}, "cookies": {"a": "secret"}}
    recorder.answer(302, headers=to(f"{elsewhere.base_url}/file"))
    async with (
        aiohttp.ClientSession(**settings) as session,
        AsyncParticle(TOKEN, base_url=recorder.base_url, http_client=session) as client,
    ):
        await client.get("/v1/user")
        await client.download_file(f"{elsewhere.base_url}/file")
        await client.get("/v1/user")
    assert [request.header("x-api-key") for request in recorder.requests] == ["secret"] * 2
    assert len(elsewhere.requests) == 2
    assert "secret" not in str(elsewhere.requests)


@pytest.mark.parametrize(
    "location", ["/v1/user", "/particle", "/particles/", "/particle/../a", "/particle/%2e%2E/a"]
)
async def test_nor_to_what_is_beside_the_cloud(
    location: str, new_client: NewClient, recorder: Recorder
) -> None:
    """Another program on the same host."""
    client = new_client(access_token=TOKEN, base_url=f"{recorder.base_url}/particle", retries=0)
    recorder.answer(302, headers=to(f"{recorder.base_url}{location}"))
    with pytest.raises(RedirectError, match="leads out of base_url"):
        await client.user.get()
    recorder.clear()
    recorder.answer(302, headers=to("/particle/v1/other"))
    await client.user.get()
    assert recorder.requests[1].header("authorization") == f"Bearer {TOKEN}"


@pytest.mark.parametrize("status", [307, 308, 303])
async def test_a_body_goes_nowhere_else(
    wire: AsyncParticle, recorder: Recorder, elsewhere: Recorder, status: int
) -> None:
    recorder.answer(status, headers=to(f"{elsewhere.base_url}/v1/other"))
    with pytest.raises(RedirectError, match="another host") as caught:
        await wire.devices.call_function("1", "brew")
    assert elsewhere.requests == []
    assert TOKEN not in str(caught.value)


async def test_a_redirect_that_is_not_followed(wire: AsyncParticle, recorder: Recorder) -> None:
    for location in ("ftp://127.0.0.1/", "http://user:password@127.0.0.1/", "/v1/\xfc", ""):
        recorder.answer(302, headers=to(location) if location else {})
        with pytest.raises(RedirectError, match="the redirect is not followed: ") as caught:
            await wire.user.get()
        assert "password" not in str(caught.value)
    assert len(recorder.requests) == 4


@pytest.mark.parametrize("status", [300, 304, 305, 306])
async def test_other_3xx(wire: AsyncParticle, recorder: Recorder, status: int) -> None:
    recorder.answer(status, headers=to("/v1/other"))
    with pytest.raises(RedirectError):
        await wire.user.get()
    assert len(recorder.requests) == 1


# --- without a connection -------------------------------------------------------------------------


def follow(url: str, location: str, method: str = "GET") -> Any:
    headers = [("authorization", "Bearer secret"), ("accept", "*/*"), ("x-mine", "1")]
    request = Request(method, url, headers, None, Timeout(), url)
    response = raw_response(302, headers={"location": location})
    redirect = redirect_for(response, request, None, url.partition("/v1/")[0])
    return redirect.apply(request)


@pytest.mark.parametrize(
    ("url", "location"),
    [
        ("https://api.particle.io/v1/user", "http://api.particle.io/v1/user"),
        ("https://api.particle.io/v1/user", "http://other.example/"),
        ("https://api.particle.io:8443/v1/user", "http://api.particle.io:8443/"),
    ],
)
def test_never_away_from_tls(url: str, location: str) -> None:
    with pytest.raises(RedirectError, match="leads away from TLS"):
        follow(url, location)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("", "doesn't say where to"),
        ("ftp://127.0.0.1/", "no plain http"),
        ("file:///etc/passwd", "no plain http"),
        ("javascript:alert(1)", "no plain http"),
        ("http://user:password@127.0.0.1/", "no plain http"),
        ("http://@127.0.0.1/", "no plain http"),
        ("http://[::1]x/", "no plain http"),
        ("http://a%00b/", "no plain http"),
        ("http://:80/", "no plain http"),
        ("http://[::1", "no plain http"),
        ("http://127.0.0.1:99999/", "no plain http"),
        ("/v1/with space", "no plain http"),
        ("/v1/\xfc", "no plain http"),
    ],
)
def test_what_is_no_place_to_go_to(location: str, reason: str) -> None:
    with pytest.raises(RedirectError, match=reason) as caught:
        follow("http://127.0.0.1/v1/user", location)
    assert "password" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "location", "is_same"),
    [
        ("https://api.particle.io/v1/user", "https://api.particle.io:443/x", True),
        ("https://api.particle.io/v1/user", "https://API.Particle.io/x", True),
        ("https://api.particle.io/v1/user", "//api.particle.io/x", True),
        ("https://api.particle.io/v1/user", "HTTPS://api.particle.io/x", True),
        ("https://api.particle.io/v1/user", "https:x", True),
        ("http://[::1]:8080/v1/user", "http://[::1]:8080/x", True),
        ("http://[::1]:8080/v1/user", "http://[::1]/x", False),
        ("http://[::1]/v1/user", "http://[::2]/x", False),
        ("https://api.particle.io/v1/user", "https://api.particle.io:444/x", False),
        ("https://api.particle.io/v1/user", "https://api.particle.io:0/x", False),
        ("https://api.particle.io/v1/user", "https://api.particle.io./x", False),
        ("https://api.particle.io/v1/user", "https://particle.io/x", False),
        ("https://api.particle.io/v1/user", "https://api.particle.io.evil.example/x", False),
        ("https://api.particle.io/v1/user", "//evil.example/x", False),
        ("http://127.0.0.1/v1/user", "https://127.0.0.1/x", False),
        ("http://127.0.0.1/v1/user", "http://localhost/x", False),
    ],
)
def test_what_is_the_same_host(url: str, location: str, is_same: bool) -> None:
    names = {name for name, _ in follow(url, location).headers}
    assert names == ({"authorization", "accept", "x-mine"} if is_same else {"accept"})


@given(st.text("/\\:?#@%.[]aAe\t 01", max_size=12) | st.text(max_size=12))
@example("//evil.example\\@api.particle.io/")
@example("/\\evil.example")
@example("https:\t//evil.example")
@example("HTTPS:evil.example")
@example("///evil.example")
@example("https://api.particle.io@evil.example/")
@example("https://api.particle.io%2f@evil.example/")
def test_the_token_goes_along_to_the_same_host_only(location: str) -> None:
    """Whatever HTTP libraries make of a strange URL."""
    try:
        request = follow("https://api.particle.io/v1/user", location)
    except RedirectError:
        return
    if "authorization" in dict(request.headers):
        for url in (httpx.URL(request.url), URL(request.url, encoded=True)):
            assert (url.scheme, url.host, url.port or 443) == ("https", "api.particle.io", 443)


def test_the_url_is_not_shown_with_its_signature() -> None:
    request = follow("https://api.particle.io/v1/user", "https://files.example/a?signature=secret")
    assert request.redacted_url == "https://files.example/a"
    assert "signature" not in repr(request)

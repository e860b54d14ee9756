"""What a client is set up with: argument, then environment, then default."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any

import httpx
import pytest

import particle_client
from particle_client import (
    APIStatusError,
    AsyncParticle,
    ConfigurationError,
    Particle,
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


# --- access token, base URL, OAuth client ---------------------------------------------------------


@pytest.mark.parametrize(
    ("argument", "environment", "sent"),
    [
        (
            "from-argument",
            {"PARTICLE_ACCESS_TOKEN": "one", "PARTICLE_AUTH": "two"},
            "from-argument",
        ),
        (None, {"PARTICLE_ACCESS_TOKEN": "one", "PARTICLE_AUTH": "two"}, "one"),
        (None, {"PARTICLE_AUTH": "two"}, "two"),
        (None, {"PARTICLE_ACCESS_TOKEN": "", "PARTICLE_AUTH": "two"}, "two"),
        ("", {"PARTICLE_AUTH": "two"}, "two"),
        (None, {"PARTICLE_ACCESS_TOKEN": "  one\n"}, "one"),
    ],
)
async def test_where_the_token_comes_from(
    new_client: NewClient,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    argument: str | None,
    environment: dict[str, str],
    sent: str,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    await new_client(access_token=argument, base_url=recorder.base_url).devices.get("1")
    assert recorder.last.header("authorization") == f"Bearer {sent}"


async def test_without_a_token_a_method_says_what_to_do(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(base_url=recorder.base_url)
    with pytest.raises(ConfigurationError, match=r"GET /v1/devices needs an access token: pass"):
        await client.devices.list()
    assert recorder.requests == []
    await client.firmware.list_build_targets()  # it needs none
    assert recorder.last.header("authorization") is None


def test_where_the_base_url_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Particle().base_url == "https://api.particle.io"
    monkeypatch.setenv("PARTICLE_BASE_URL", "https://cloud.example/\n")
    assert Particle().base_url == "https://cloud.example"
    assert Particle(base_url=LOCAL).base_url == LOCAL
    assert AsyncParticle().base_url == "https://cloud.example"


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost:8080",
        "http://LOCALHOST:8080",
        "http://127.0.0.1",
        "http://127.1.2.3:1",
        "http://[::1]:8080",
        "https://cloud.example",
        "https://cloud.example:8443/particle/",
    ],
)
def test_base_urls_that_will_do(url: str) -> None:
    assert Particle(base_url=url).base_url == url.rstrip("/")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://cloud.example", "has no TLS.*allow_insecure_http"),
        ("http://127.0.0.1.cloud.example", "has no TLS"),
        ("http://0.0.0.0", "has no TLS"),
        ("ftp://cloud.example", "must begin with https://"),
        ("cloud.example", "must begin with https://"),
        ("https://", "name a host"),
        ("https://:443", "name a host"),
        ("https://cloud.example:port", "not a URL"),
        ("https://[::1", "not a URL"),
        ("https://cloud.example?a=b", "neither a query"),
        ("https://cloud.example?", "neither a query"),
        ("https://cloud.example#", "neither a query"),
        ("https://cloud example", "printable ASCII"),
        ("https://cloud.example\\evil", "printable ASCII"),
        ("https://ü.example", "printable ASCII"),
        ("https://user:hunter2@cloud.example", "must not hold credentials"),
        ("https://hunter2@cloud.example", "must not hold credentials"),
        ("https://user:hunter2@cloud.example:port", "must not hold credentials"),
        ("ftp://user:hunter2@cloud.example", "must not hold credentials"),
        ("https://cloud.example?access_token=hunter2", "neither a query"),
    ],
)
@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_base_urls_that_are_refused(cls: type[Particle], url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        cls(base_url=url)
    assert "hunter2" not in repr(caught.value)
    assert caught.value.__cause__ is None or "hunter2" not in repr(caught.value.__cause__)


def test_plain_http_to_another_machine_has_to_be_asked_for() -> None:
    client = Particle(base_url="http://cloud.example", allow_insecure_http=True)
    assert client.base_url == "http://cloud.example"
    assert client.with_options(timeout=1).base_url == "http://cloud.example"


async def test_the_base_url_may_have_a_path(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(access_token=TOKEN, base_url=f"{recorder.base_url}/proxy/")
    await client.devices.get("1")
    assert recorder.last.path == "/proxy/v1/devices/1"


@pytest.mark.parametrize(
    ("options", "environment", "sent"),
    [
        ({}, {}, ("particle-api", "particle-api")),
        ({}, {"PARTICLE_CLIENT_ID": "env", "PARTICLE_CLIENT_SECRET": "env-s"}, ("env", "env-s")),
        (
            {"client_id": "arg", "client_secret": "arg-s"},
            {"PARTICLE_CLIENT_ID": "env", "PARTICLE_CLIENT_SECRET": "env-s"},
            ("arg", "arg-s"),
        ),
        ({"client_id": "arg"}, {"PARTICLE_CLIENT_SECRET": "env-s"}, ("arg", "env-s")),
        ({"client_id": "particle-api"}, {}, ("particle-api", "particle-api")),
    ],
)
async def test_where_the_oauth_client_comes_from(
    new_client: NewClient,
    recorder: Recorder,
    monkeypatch: pytest.MonkeyPatch,
    options: dict[str, str],
    environment: dict[str, str],
    sent: tuple[str, str],
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    recorder.answer(json={"access_token": "new", "token_type": "bearer", "expires_in": 1})
    await new_client(base_url=recorder.base_url, **options).login_as_client_owner()
    form = dict(recorder.last.form)
    assert (form["client_id"], form["client_secret"]) == sent


def test_an_oauth_client_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigurationError, match=r"'mine-1234' needs its secret.*client_secret="):
        Particle(client_id="mine-1234")
    monkeypatch.setenv("PARTICLE_CLIENT_ID", "mine-1234")
    with pytest.raises(ConfigurationError, match="PARTICLE_CLIENT_SECRET"):
        AsyncParticle()


def test_with_another_oauth_client_comes_another_secret() -> None:
    client = Particle(client_id="mine", client_secret="secret", base_url=LOCAL)
    with pytest.raises(ConfigurationError, match="'other' needs its secret"):
        client.with_options(client_id="other")


@pytest.mark.parametrize("token", ["two words", "line\n", "\ttab", "naïve", "nul\x00"])
@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_a_token_that_no_header_can_carry_is_refused(
    cls: type[Particle], token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = cls("right", base_url=LOCAL)
    with pytest.raises(ConfigurationError, match="The access token holds") as caught:
        cls(token, base_url=LOCAL)
    assert token not in str(caught.value)
    with pytest.raises(ConfigurationError, match="The access token holds") as caught:
        client.with_options(access_token=token)
    assert token not in str(caught.value)
    monkeypatch.setenv("PARTICLE_ACCESS_TOKEN", "two words")
    with pytest.raises(ConfigurationError, match="The access token holds"):
        cls(base_url=LOCAL)
    # It isn't asked for where there is another.
    assert client.with_options(timeout=1).base_url == LOCAL


@pytest.mark.parametrize("token", [1234, b"bytes", ["list"]])
def test_a_token_is_text_or_a_function(token: Any) -> None:
    with pytest.raises(TypeError, match="access_token must be a str, not"):
        Particle(token)


# --- timeouts -------------------------------------------------------------------------------------


def phases(response: Any) -> dict[str, float | None]:
    extensions: dict[str, Any] = response.http_response.request.extensions
    timeout: dict[str, float | None] = extensions["timeout"]
    return timeout


@pytest.mark.parametrize(
    ("client_timeout", "call_timeout", "expected"),
    [
        ({}, {}, (10, 60, 60, None)),
        ({"timeout": 5}, {}, (5, 5, 5, 5)),
        ({"timeout": None}, {}, (None, None, None, None)),
        ({"timeout": Timeout(7, connect=1, pool=None)}, {}, (1, 7, 7, None)),
        ({"timeout": 5}, {"timeout": 0.5}, (0.5, 0.5, 0.5, 0.5)),
        ({"timeout": 5}, {"timeout": None}, (None, None, None, None)),
        ({}, {"timeout": Timeout(None, read=2, write=3)}, (None, 2, 3, None)),
    ],
)
async def test_timeouts_reach_the_transport(
    new_client: NewClient,
    recorder: Recorder,
    client_timeout: dict[str, Any],
    call_timeout: dict[str, Any],
    expected: tuple[float | None, ...],
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, **client_timeout)
    response = await client.with_raw_response(client.devices.get, "1", **call_timeout)
    names = ("connect", "read", "write", "pool")
    assert phases(response) == dict(zip(names, expected, strict=True))


async def test_an_operation_that_takes_longer_has_more_time_unless_the_user_says(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url)
    flash = ("1", {"main.cpp": b""})
    response = await client.with_raw_response(client.devices.flash, *flash)
    assert phases(response) == {"connect": 10, "read": 120, "write": 120, "pool": None}
    client = client.with_options(timeout=5)
    response = await client.with_raw_response(client.devices.flash, *flash)
    assert phases(response)["read"] == 5
    response = await client.with_raw_response(client.devices.flash, *flash, timeout=None)
    assert phases(response)["read"] is None


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 1e18])
def test_a_timeout_is_a_time(seconds: float) -> None:
    with pytest.raises(ValueError, match=r"timeout \(connect\) must be more than 0 seconds"):
        Timeout(seconds)
    with pytest.raises(ValueError, match=r"timeout \(read\)"):
        Timeout(read=seconds)
    with pytest.raises(ValueError, match="timeout"):
        Particle(timeout=seconds)


@pytest.mark.parametrize("seconds", ["5", True, httpx.Timeout(5), [1]])
def test_a_timeout_is_a_number(seconds: Any) -> None:
    with pytest.raises(TypeError, match=r"timeout \(connect\) must be seconds, a Timeout or None"):
        Particle(timeout=seconds)


def test_timeouts_compare_and_show_what_they_are() -> None:
    assert Timeout(5) == Timeout(connect=5, read=5, write=5, pool=5)
    assert Timeout(5) != Timeout(6)
    assert Timeout(5) != 5
    assert repr(Timeout(5, pool=None)) == "Timeout(connect=5, read=5, write=5, pool=None)"


# --- headers --------------------------------------------------------------------------------------


async def test_what_every_request_carries(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.devices.get("1")
    request = recorder.last
    assert request.header("accept") == "application/json"
    assert request.header("accept-encoding") == "gzip, deflate"
    python = ".".join(platform.python_version_tuple()[:2])
    expected = f"particle-client/{particle_client.__version__} (Python/{python})"
    assert request.header("user-agent") == expected
    assert request.header("host") == recorder.base_url.removeprefix("http://")
    assert request.header("x-particle-tool") is None
    assert request.header("x-particle-project") is None
    assert request.header("cookie") is None


@pytest.mark.parametrize(
    ("tool", "sent"),
    [
        ("my-cli@1.2.3", "my-cli@1.2.3"),
        ({"name": "cli"}, "cli"),
        ({"name": "cli", "version": "1.2.3"}, "cli@1.2.3"),
        (
            {
                "name": "cli",
                "version": "1.2.3",
                "components": [{"name": "bar", "version": "a.b.c"}, {"name": "foo", "version": 0}],
            },
            "cli@1.2.3, bar@a.b.c, foo@0",
        ),
        ({"name": "cli", "components": [{"name": "bar"}]}, "cli, bar"),
        ({}, None),
        ("", None),
    ],
)
async def test_the_tool_is_named_as_the_javascript_sdk_does(
    new_client: NewClient, recorder: Recorder, tool: Any, sent: str | None
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, tool=tool)
    await client.devices.get("1")
    assert recorder.last.header("x-particle-tool") == sent


@pytest.mark.parametrize(
    ("project", "sent"),
    [
        ("blinky", "blinky"),
        ({"name": "blinky"}, "blinky"),
        ({"name": "blinky", "foo": "bar", "baz": 1}, "blinky; foo=bar; baz=1"),
        ({"foo": "bar", "name": "blinky"}, "blinky; foo=bar"),
        ({}, None),
    ],
)
async def test_the_project_is_named_as_the_javascript_sdk_does(
    new_client: NewClient, recorder: Recorder, project: Any, sent: str | None
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, project=project)
    await client.devices.get("1")
    assert recorder.last.header("x-particle-project") == sent


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"tool": {"version": "1"}}, "tool must have a name"),
        ({"tool": {"name": "cli", "components": [{"version": "1"}]}}, "tool must have a name"),
        ({"project": {"foo": "bar"}}, "project must have a name"),
        ({"tool": "a\nb"}, "header X-Particle-Tool"),
        ({"project": "Straße"}, "header X-Particle-Project"),
        ({"project": {"name": "a", "b\r\nc": "d"}}, "header X-Particle-Project"),
    ],
)
def test_contexts_that_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Particle(base_url=LOCAL, **options)


async def test_headers_of_the_client_and_of_the_call(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        headers={"X-A": "client", "X-B": "client", "Accept-Encoding": "identity", "ACCEPT": "*/*"},
    )
    await client.devices.create_claim_code(headers={"x-b": "call", "x-c": "call"})
    request = recorder.last
    # `header` fails when one comes twice.
    assert [request.header(f"x-{name}") for name in "abc"] == ["client", "call", "call"]
    assert request.header("accept-encoding") == "identity"
    assert request.header("accept") == "*/*"


async def test_no_header_comes_twice(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        headers={"Authorization": "Basic eDp5", "Content-Type": "text/plain"},
    )
    await client.devices.create_claim_code()
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"
    assert recorder.last.header("content-type") == "application/json"
    recorder.clear()
    await client.devices.create_claim_code(
        headers={"authorization": "Basic YTpi", "Content-Type": "application/merge-patch+json"}
    )
    assert recorder.last.header("authorization") == "Basic YTpi"
    assert recorder.last.header("content-type") == "application/merge-patch+json"


async def test_an_authorization_header_of_ones_own_stands_in_for_a_token(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(base_url=recorder.base_url, headers={"authorization": "Basic eDp5"})
    await client.devices.get("1")
    assert recorder.last.header("authorization") == "Basic eDp5"
    recorder.clear()
    client = new_client(base_url=recorder.base_url)
    await client.devices.get("1", headers={"Authorization": "Basic YTpi"})
    assert recorder.last.header("authorization") == "Basic YTpi"


# --- strict ---------------------------------------------------------------------------------------


async def test_strict_reports_what_lenient_lets_pass(
    new_client: NewClient, recorder: Recorder
) -> None:
    lenient = new_client(access_token=TOKEN, base_url=recorder.base_url)
    strict = lenient.with_options(strict=True)
    for _ in range(2):
        recorder.answer(json={"online": "maybe"})
    assert (await lenient.devices.ping("1"))["online"] == "maybe"
    with pytest.raises(ResponseValidationError, match=r"answer\.online: 'maybe' is not") as caught:
        await strict.devices.ping("1")
    assert caught.value.differences == ("answer.online: 'maybe' is not a JSON boolean",)
    assert caught.value.content == b'{"online": "maybe"}'


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
    assert phases(response)["read"] == 9
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
    assert phases(response)["read"] == 60
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


async def test_a_redirect_is_followed_only_by_a_client_that_does_so(
    kind: Kind, new_client: NewClient, wire: AsyncParticle, recorder: Recorder
) -> None:
    with Recorder() as elsewhere:
        for location in (elsewhere.base_url, elsewhere.base_url, f"{recorder.base_url}/moved"):
            recorder.answer(302, headers={"location": location})
        with pytest.raises(APIStatusError, match="HTTP 302"):
            await wire.devices.get("1")
        assert elsewhere.requests == []
        http_client = own_client(kind, follow_redirects=True)
        client = new_client(access_token=TOKEN, base_url=recorder.base_url, http_client=http_client)
        await client.devices.get("1")
        assert elsewhere.last.header("authorization") is None  # another host gets no token
        await client.devices.get("1")
        assert recorder.requests[-1].target == "/moved"
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


def test_proxies_of_the_environment_are_httpx_business(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with Particle(TOKEN, base_url="https://cloud.example") as client:
        mounts = client._transport._client()._mounts
    assert any(pattern.pattern.startswith("https") for pattern in mounts)


async def test_no_proxy_stands_between_this_machine_and_itself(
    new_client: NewClient, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    client = new_client(access_token=TOKEN, base_url=recorder.base_url)
    await client.devices.get("1")
    assert recorder.last.target == "/v1/devices/1"


def test_a_client_shows_where_it_goes_and_nothing_else() -> None:
    assert repr(Particle(TOKEN, base_url=LOCAL)) == f"Particle(base_url='{LOCAL}')"
    assert repr(AsyncParticle(TOKEN, base_url=LOCAL)) == f"AsyncParticle(base_url='{LOCAL}')"
    assert repr(Particle(base_url=LOCAL).product("p/1")) == "<ProductScope /v1/products/p%2F1>"
    assert repr(Particle(base_url=LOCAL).org("o")) == "<OrganizationScope /v1/orgs/o>"

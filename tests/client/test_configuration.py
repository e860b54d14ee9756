"""What a client is set up with: argument, then environment, then default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import httpx
import pytest

from particle_client import (
    AsyncParticle,
    ConfigurationError,
    Particle,
    ResponseValidationError,
    Timeout,
)
from tests.conftest import TOKEN
from tests.recorder import Recorder

if TYPE_CHECKING:
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


def test_an_empty_token_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTICLE_ACCESS_TOKEN", "from-environment")
    with pytest.raises(ConfigurationError, match="The access token is empty"):
        Particle("", base_url=LOCAL)


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
        "HTTPS://Cloud.Example/Particle",
    ],
)
def test_base_urls_that_will_do(url: str) -> None:
    host, slash, path = url.partition("://")[2].partition("/")
    expected = f"{url.partition(':')[0].lower()}://{host.lower()}{slash}{path}"
    assert Particle(base_url=url).base_url == expected.rstrip("/")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://cloud.example", "has no TLS.*allow_insecure_http"),
        ("http://127.0.0.1.cloud.example", "has no TLS"),
        ("http://0.0.0.0", "has no TLS"),
        ("http://127.999.0.1", "has no TLS"),
        ("http://127.1", "has no TLS"),
        ("http://0x7f.0.0.1", "has no TLS"),
        ("http://localhost.", "has no TLS"),
        ("http://localhost.cloud.example", "has no TLS"),
        ("http://localhost%2ecloud.example", "base_url must be https:// and a host"),
        ("http://localhost@cloud.example", "base_url must be https:// and a host"),
        ("http://cloud.example\\@localhost", "base_url must be https:// and a host"),
        ("http://cloud.example#localhost", "base_url must be https:// and a host"),
        ("http://[::2]", "has no TLS"),
        ("ftp://cloud.example", "base_url must be https:// and a host"),
        ("cloud.example", "base_url must be https:// and a host"),
        ("https://", "base_url must be https:// and a host"),
        ("https://:443", "base_url must be https:// and a host"),
        ("https://cloud.example:port", "base_url must be https:// and a host"),
        ("https://[::1", "base_url must be https:// and a host"),
        ("https://cloud.example/v1/", "goes without the /v1: 'https://cloud.example'"),
        ("https://cloud.example?a=b", "base_url must be https:// and a host"),
        ("https://cloud.example?", "base_url must be https:// and a host"),
        ("https://cloud.example#", "base_url must be https:// and a host"),
        ("https://cloud example", "base_url must be https:// and a host"),
        ("https://cloud.example\\evil", "base_url must be https:// and a host"),
        ("https://ü.example", "base_url must be https:// and a host"),
        ("https://user:hunter2@cloud.example", "base_url must be https:// and a host"),
        ("https://hunter2@cloud.example", "base_url must be https:// and a host"),
        ("https://user:hunter2@cloud.example:port", "base_url must be https:// and a host"),
        ("ftp://user:hunter2@cloud.example", "base_url must be https:// and a host"),
        ("https://cloud.example?access_token=hunter2", "base_url must be https:// and a host"),
    ],
)
@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_base_urls_that_are_refused(cls: type[Particle], url: str, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        cls(base_url=url)
    assert "hunter2" not in repr(caught.value)
    assert caught.value.__cause__ is None or "hunter2" not in repr(caught.value.__cause__)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"base_url": b"https://cloud.example"}, "base_url must be a str, not bytes"),
        ({"base_url": httpx.URL("https://cloud.example")}, "base_url must be a str, not URL"),
        ({"client_id": 5}, "client_id must be a str, not int"),
        ({"client_secret": b"hunter2"}, "client_secret must be a str, not bytes"),
        ({"headers": [("a", "hunter2")]}, "headers must be a mapping, not list"),
        ({"headers": "a: hunter2"}, "headers must be a mapping, not str"),
        ({"headers": {1: "hunter2"}}, "header 1: name and value must be str"),
        ({"headers": {"a": b"hunter2"}}, "header 'a': name and value must be str"),
        ({"strict": "false"}, "strict must be True or False, not 'false'"),
        ({"allow_insecure_http": "false"}, "allow_insecure_http must be True or False"),
        ({"allow_insecure_http": None}, "allow_insecure_http must be True or False"),
        ({"on_request": "print"}, "on_request must be a function, not str"),
        ({"on_response": 5}, "on_response must be a function, not int"),
        ({"tool": 5}, "tool must be a str or a mapping, not int"),
        ({"project": ["a"]}, "project must be a str or a mapping, not list"),
    ],
    ids=str,
)
@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_what_is_no_option_is_a_type_error(
    cls: type[Particle], options: dict[str, Any], message: str
) -> None:
    with pytest.raises(TypeError, match=message) as caught:
        cls(TOKEN, **options)
    assert "hunter2" not in str(caught.value)
    with pytest.raises(TypeError, match=message):
        cls(TOKEN).with_options(**options)


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
    method: Any = client.devices.flash
    flash: tuple[Any, ...] = ("1", {"main.cpp": b""})
    response = await client.with_raw_response(method, *flash)
    assert phases(response) == {"connect": 10, "read": 120, "write": 120, "pool": None}
    client = client.with_options(timeout=5)
    method = client.devices.flash
    response = await client.with_raw_response(method, *flash)
    assert phases(response)["read"] == 5
    response = await client.with_raw_response(method, *flash, timeout=None)
    assert phases(response)["read"] is None


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 1e18])
def test_a_timeout_is_a_time(seconds: float) -> None:
    with pytest.raises(ValueError, match=r"timeout must be more than 0 seconds"):
        Timeout(seconds)
    with pytest.raises(ValueError, match=r"timeout \(read\)"):
        Timeout(read=seconds)
    with pytest.raises(ValueError, match="timeout"):
        Particle(timeout=seconds)


@pytest.mark.parametrize("seconds", ["5", True, httpx.Timeout(5), [1]])
def test_a_timeout_is_a_number(seconds: Any) -> None:
    with pytest.raises(TypeError, match=r"timeout must be seconds, a Timeout or None"):
        Particle(timeout=seconds)


def test_timeouts_compare_and_show_what_they_are() -> None:
    assert Timeout(5) == Timeout(connect=5, read=5, write=5, pool=5)
    assert Timeout(5) != Timeout(6)
    assert Timeout(5) != cast("object", 5)
    assert repr(Timeout(5, pool=None)) == "Timeout(connect=5, read=5, write=5, pool=None)"


# --- strict ---------------------------------------------------------------------------------------


async def test_strict_reports_what_lenient_lets_pass(
    new_client: NewClient, recorder: Recorder
) -> None:
    lenient = new_client(access_token=TOKEN, base_url=recorder.base_url)
    strict = lenient.with_options(strict=True)
    for _ in range(2):
        recorder.answer(json={"online": "maybe"})
    assert (await lenient.devices.ping("1"))["online"] == "maybe"
    with pytest.raises(
        ResponseValidationError, match=r"response\.online: 'maybe' is not"
    ) as caught:
        await strict.devices.ping("1")
    assert caught.value.differences == ("response.online: 'maybe' is not a JSON boolean",)
    assert caught.value.content == b'{"online": "maybe"}'


def test_a_client_shows_where_it_goes_and_nothing_else() -> None:
    assert repr(Particle(TOKEN, base_url=LOCAL)) == f"Particle(base_url='{LOCAL}')"
    assert repr(AsyncParticle(TOKEN, base_url=LOCAL)) == f"AsyncParticle(base_url='{LOCAL}')"
    assert repr(Particle(base_url=LOCAL).product("p/1")) == "<ProductScope /v1/products/p%2F1>"
    assert repr(Particle(base_url=LOCAL).devices) == "<Devices /v1>"
    assert repr(AsyncParticle(base_url=LOCAL).org("o").team) == "<AsyncOrgTeam /v1/orgs/o>"
    assert repr(Particle(base_url=LOCAL).org("o")) == "<OrganizationScope /v1/orgs/o>"

"""Logging in, token providers, HTTP Basic, and which request carries which credentials."""

from __future__ import annotations

import base64
import itertools
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    AsyncParticle,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    MFARequiredError,
    Particle,
    PasswordLogin,
    PermissionDeniedError,
    ResponseDecodeError,
)
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from particle_client.sandbox import Sandbox
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

NEW_TOKEN = {"access_token": "new-token", "token_type": "bearer", "expires_in": 7776000}
_numbers = itertools.count()


@pytest.fixture
def username() -> str:
    """A user name that no other test uses."""
    return f"user-{next(_numbers)}@example.com"


@pytest.fixture
def anyone(new_client: NewClient, cloud: Sandbox) -> AsyncParticle:
    """A client of the local cloud without a token."""
    return new_client(base_url=cloud.base_url, strict=True)


# --- with the local cloud -------------------------------------------------------------------------


async def test_a_login_is_used_from_then_on(
    anyone: AsyncParticle, cloud: Sandbox, username: str
) -> None:
    cloud.add_account(username, "pass word&=+ü")
    token = await anyone.login(username, "pass word&=+ü")
    assert (token.token_type.lower(), token.expires_in) == ("bearer", 7_776_000)
    assert (await anyone.user.get()).username == username
    current = await anyone.tokens.current()
    assert (current.client_id, current.orgs) == ("particle-api", [])


async def test_a_login_for_ever(anyone: AsyncParticle, cloud: Sandbox) -> None:
    token = await anyone.login(cloud.username, cloud.password, expires_in=0)
    assert token.expires_in == 0
    assert (await anyone.tokens.current()).expires_in == 0


async def test_a_wrong_password(anyone: AsyncParticle, cloud: Sandbox) -> None:
    with pytest.raises(BadRequestError, match="invalid_grant") as caught:
        await anyone.login(cloud.username, "wrong")
    assert (caught.value.error, caught.value.error_description) == (
        "invalid_grant",
        "User credentials are invalid",
    )
    with pytest.raises(ConfigurationError, match="needs an access token"):
        await anyone.user.get()


async def test_multi_factor_authentication(
    anyone: AsyncParticle, cloud: Sandbox, username: str
) -> None:
    cloud.add_account(username, "password", mfa="654321")
    with pytest.raises(
        MFARequiredError, match=r"Call submit_otp\(error\.mfa_token, otp\)"
    ) as caught:
        await anyone.login(username, "password", expires_in=60)
    required = caught.value
    assert isinstance(required, PermissionDeniedError)
    assert (required.status_code, required.error) == (403, "mfa_required")
    with pytest.raises(BadRequestError):
        await anyone.submit_otp(required.mfa_token, "000000")
    token = await anyone.submit_otp(required.mfa_token, "654321")
    assert token.expires_in == 60
    user = await anyone.user.get()
    assert (user.username, user.mfa.enabled) == (username, True)


async def test_the_owner_of_an_oauth_client(
    new_client: NewClient, cloud: Sandbox, username: str
) -> None:
    account = cloud.add_account(username, "password")
    cloud.add_oauth_client(f"client-of-{username}", "its-secret", owner=account)
    client = new_client(
        base_url=cloud.base_url, client_id=f"client-of-{username}", client_secret="its-secret"
    )
    await client.login_as_client_owner()
    assert (await client.user.get()).username == username


async def test_a_wrong_client_secret(new_client: NewClient, cloud: Sandbox) -> None:
    client = new_client(base_url=cloud.base_url, client_id="nobody", client_secret="wrong")
    with pytest.raises((AuthenticationError, BadRequestError), match="invalid_client"):
        await client.login_as_client_owner()


async def test_a_revoked_token(anyone: AsyncParticle, cloud: Sandbox) -> None:
    await anyone.login(cloud.username, cloud.password)
    assert (await anyone.tokens.delete_current()).ok
    with pytest.raises(AuthenticationError, match="log in again") as caught:
        await anyone.user.get()
    assert caught.value.error == "invalid_token"


async def test_one_token_revokes_another(client: AsyncParticle, cloud: Sandbox) -> None:
    other = cloud.create_token()
    assert (await client.tokens.current(access_token=other)).scopes
    assert (await client.tokens.delete(other)).ok
    with pytest.raises(AuthenticationError):
        await client.tokens.current(access_token=other)


async def test_tokens_are_listed_with_user_name_and_password(
    anyone: AsyncParticle, cloud: Sandbox, username: str
) -> None:
    cloud.add_account(username, "password")
    token = cloud.create_token(username)
    with pytest.deprecated_call(match="the Cloud API has deprecated it"):
        call = anyone.tokens.list(username, "password")
        found = [each.token async for each in call]
    assert found == [token]


# --- on the wire ----------------------------------------------------------------------------------


async def test_the_form_of_a_login(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=NEW_TOKEN)
    token = await wire.login("user@example.com", "pass word")
    assert token.access_token == "new-token"
    request = recorder.last
    assert (request.method, request.target) == ("POST", "/oauth/token")
    assert request.header("content-type") == "application/x-www-form-urlencoded"
    assert request.header("authorization") is None  # not the old token
    assert request.form == [
        ("username", "user@example.com"),
        ("password", "pass word"),
        ("grant_type", "password"),
        ("client_id", "particle-api"),
        ("client_secret", "particle-api"),
        ("expires_in", "7776000"),
    ]


async def test_the_life_of_tokens_is_the_clients(wire: AsyncParticle, recorder: Recorder) -> None:
    for _ in range(5):
        recorder.answer(json=NEW_TOKEN)
    client = wire.with_options(token_duration=3600)
    await client.login("user@example.com", "pass word")
    assert dict(recorder.requests[-1].form)["expires_in"] == "3600"
    await client.login("user@example.com", "pass word", expires_in=0)
    assert dict(recorder.requests[-1].form)["expires_in"] == "0"
    provided = wire.with_options(
        token_duration=60, access_token=PasswordLogin("user@example.com", "pass word")
    )
    await provided.user.get()
    assert dict(recorder.requests[-2].form)["expires_in"] == "60"
    await client.login_as_client_owner()
    assert "expires_in" not in dict(recorder.requests[-1].form)
    with pytest.raises(TypeError, match="token_duration must be a whole number, not str"):
        wire.with_options(token_duration="90 days")  # type: ignore[arg-type]


async def test_the_form_of_a_one_time_password(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=NEW_TOKEN)
    await wire.submit_otp("mfa-token", "123456")
    assert dict(recorder.last.form) == {
        "grant_type": "urn:custom:mfa-otp",
        "mfa_token": "mfa-token",
        "otp": "123456",
        "client_id": "particle-api",
        "client_secret": "particle-api",
    }


async def test_the_form_of_a_client(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=NEW_TOKEN)
    await wire.login_as_client_owner()
    assert dict(recorder.last.form) == {
        "grant_type": "client_credentials",
        "client_id": "particle-api",
        "client_secret": "particle-api",
    }


async def test_logins_take_the_options_of_a_call(wire: AsyncParticle, recorder: Recorder) -> None:
    calls: list[tuple[Any, tuple[str, ...]]] = [
        (wire.login, ("user", "password")),
        (wire.submit_otp, ("mfa-token", "123456")),
        (wire.login_as_client_owner, ()),
    ]
    for method, arguments in calls:
        recorder.answer(json=NEW_TOKEN)
        response = await wire.with_raw_response(method, *arguments, headers={"X-A": "1"})
        assert response.data.access_token == "new-token"
        assert recorder.last.header("x-a") == "1"
        recorder.clear()
    with pytest.raises(TypeError, match="unexpected argument: scope"):
        await wire.login("user", "password", scope="all")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"token_type": "bearer"},
        {"access_token": None},
        {"access_token": ""},
        {"access_token": 7},
        {"access_token": "two words"},
        {"access_token": "line\r\nbreak"},
    ],
)
async def test_an_answer_without_a_usable_token_changes_nothing(
    wire: AsyncParticle, recorder: Recorder, answer: dict[str, Any]
) -> None:
    recorder.answer(json=answer)
    with pytest.raises(ResponseDecodeError, match="no usable access token"):
        await wire.login("user", "password")
    await wire.devices.get("1")
    assert recorder.requests[-1].header("authorization") == f"Bearer {TOKEN}"


@pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning")
async def test_http_basic(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=[])
    await wire.tokens.list("user@example.com", "pass:wörd", otp="123456")
    scheme, _, value = str(recorder.last.header("authorization")).partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(value).decode() == "user@example.com:pass:wörd"
    assert recorder.last.query == [("otp", "123456")]
    with pytest.raises(ValueError, match="username must not contain ':'"):
        await wire.tokens.list("a:b", "password")


async def test_a_call_may_send_no_token_at_all(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.devices.get("1", access_token=None)
    assert recorder.last.header("authorization") is None


@pytest.mark.parametrize("token", ["", "two words", "line\r\nX-Injected: 1", "naïve"])
async def test_the_token_of_a_call_is_checked(
    token: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ConfigurationError, match="The access token"):
        await wire.devices.get("1", access_token=token)
    assert recorder.requests == []


# --- functions that give a token ------------------------------------------------------------------


async def test_a_token_function_is_asked_at_each_request(
    new_client: NewClient, recorder: Recorder
) -> None:
    tokens = iter(["one", "two", None, ""])
    client = new_client(access_token=lambda: next(tokens), base_url=recorder.base_url)
    await client.devices.get("1")
    await client.devices.get("1", access_token="other")
    await client.with_options(timeout=5).devices.get("1")
    sent = [request.header("authorization") for request in recorder.requests]
    assert sent == ["Bearer one", "Bearer other", "Bearer two"]
    for _ in range(2):
        with pytest.raises(ConfigurationError, match="needs an access token"):
            await client.devices.get("1")


async def test_what_a_token_function_raises_arrives(
    new_client: NewClient, recorder: Recorder
) -> None:
    def broken() -> str:
        raise LookupError("no token in the vault")

    client = new_client(access_token=broken, base_url=recorder.base_url)
    with pytest.raises(LookupError, match="vault"):
        await client.devices.get("1")
    assert recorder.requests == []


@pytest.mark.parametrize("token", ["two words", "line\n"])
async def test_what_a_token_function_gives_is_checked(
    token: str, new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(access_token=lambda: token, base_url=recorder.base_url)
    with pytest.raises(ConfigurationError, match="The access token holds"):
        await client.devices.get("1")
    assert recorder.requests == []


async def test_a_login_takes_the_place_of_a_token_function(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(access_token=lambda: "from-function", base_url=recorder.base_url)
    recorder.answer(json=NEW_TOKEN)
    await client.login("user", "password")
    await client.devices.get("1")
    assert recorder.requests[-1].header("authorization") == "Bearer new-token"


async def test_an_async_token_function(kind: Kind, recorder: Recorder) -> None:
    async def token() -> str:
        return "from-coroutine"

    if kind == "async":
        async with AsyncParticle(token, base_url=recorder.base_url) as client:
            await client.devices.get("1")
        assert recorder.last.header("authorization") == "Bearer from-coroutine"
        return
    wrong: Any = token
    with (
        Particle(wrong, base_url=recorder.base_url) as sync_client,
        pytest.raises(ConfigurationError, match="only AsyncParticle can use an async function"),
    ):
        sync_client.devices.get("1")
    assert recorder.requests == []

"""When a provider logs in, with what, and what it makes of the response."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InternalServerError,
    MFARequiredError,
    ResponseDecodeError,
)
from particle_client.login import (
    ClientCredentialsLogin,
    PasswordLogin,
    RefreshTokenLogin,
    TokenProvider,
)
from tests.recorder import Answer, response

from .server import OTP, PASSWORD, USERNAME, Clock

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

    from .server import TokenServer

pytestmark = pytest.mark.anyio

NINETY_DAYS = 7_776_000


@pytest.fixture
def login(clock: Clock) -> PasswordLogin:
    return PasswordLogin(USERNAME, PASSWORD, clock=clock)


@pytest.fixture
def client(
    new_client: NewClient, recorder: Recorder, server: TokenServer, login: PasswordLogin
) -> AsyncParticle:
    return new_client(access_token=login, base_url=recorder.base_url, retries=0)


# --- on demand ------------------------------------------------------------------------------------


async def test_the_first_call_logs_in(client: AsyncParticle, server: TokenServer) -> None:
    assert server.recorder.requests == []
    await client.devices.get("1")
    await client.devices.get("2")
    assert server.logins == [
        {
            "grant_type": "password",
            "username": USERNAME,
            "password": PASSWORD,
            "expires_in": str(NINETY_DAYS),
            "client_id": "particle-api",
            "client_secret": "particle-api",
        }
    ]
    assert server.tokens == ["token-1", "token-1"]


async def test_calls_that_need_no_token_do_not_log_in(
    client: AsyncParticle, server: TokenServer
) -> None:
    server.valid.add("other")
    await client.devices.get("1", access_token="other")
    await client.request("GET", "/v1/devices", access_token="other")
    assert server.logins == []


async def test_raw_requests_log_in(client: AsyncParticle, server: TokenServer) -> None:
    await client.get("/v1/anything")
    assert server.tokens == ["token-1"]


async def test_copies_share_the_token(client: AsyncParticle, server: TokenServer) -> None:
    await client.devices.get("1")
    await client.with_options(timeout=5).devices.get("1")
    assert server.tokens == ["token-1", "token-1"]
    assert len(server.logins) == 1


async def test_each_cloud_and_each_oauth_client_has_its_own_token(
    client: AsyncParticle, server: TokenServer, new_client: NewClient, login: PasswordLogin
) -> None:
    elsewhere = server.recorder.base_url.replace("127.0.0.1", "localhost")
    other_client = client.with_options(client_id="mine", client_secret="its-secret")
    for each in (client, other_client, new_client(access_token=login, base_url=elsewhere)) * 2:
        await each.devices.get("1")
    assert server.tokens == ["token-1", "token-2", "token-3"] * 2
    assert [form["client_id"] for form in server.logins] == ["particle-api", "mine", "particle-api"]
    assert server.logins[1]["client_secret"] == "its-secret"


async def test_an_explicit_login_takes_the_place_of_the_provider(
    client: AsyncParticle, server: TokenServer
) -> None:
    await client.devices.get("1")
    await client.login("someone@example.com", PASSWORD)
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-2"]


# --- until shortly before it expires --------------------------------------------------------------


@pytest.mark.parametrize(
    ("lifetime", "leeway", "good_for"),
    [
        (NINETY_DAYS, None, NINETY_DAYS - 300),
        (1000, None, 900),
        (1000, 10.0, 990),
        (1000, 0.0, 1000),
        (1000, 5000.0, 500),  # never more than half of its life
        ("1000", None, 900),
    ],
)
async def test_a_token_is_replaced_before_it_expires(
    lifetime: Any,
    leeway: float | None,
    good_for: float,
    new_client: NewClient,
    server: TokenServer,
    clock: Clock,
) -> None:
    login = PasswordLogin(USERNAME, PASSWORD, leeway=leeway, clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    server.lifetime = lifetime
    await client.devices.get("1")
    clock.now += good_for - 0.5
    await client.devices.get("1")
    clock.now += 0.5
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1", "token-2"]


@pytest.mark.parametrize("lifetime", [0, None, "0", -1, "never", [], 10**30, 10**400])
async def test_a_token_for_ever(
    lifetime: Any, client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    server.lifetime = lifetime
    await client.devices.get("1")
    clock.now += 100 * 365 * 86400
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1"]


@pytest.mark.parametrize(
    "failure",
    [
        response(500, json={"error": "server_error"}),
        response(429, json={"error": "slow down"}),
        response(400, json={"error": "invalid_grant"}),
        Answer(b"", close=True),
    ],
    ids=["500", "429", "400", "cut off"],
)
async def test_a_token_is_used_to_its_end_when_there_is_no_new_one(
    failure: Answer,
    client: AsyncParticle,
    server: TokenServer,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.lifetime = 1000
    await client.devices.get("1")
    clock.now += 950
    server.answers = [failure]
    await client.devices.get("1")
    assert "the old one is used on" in caplog.text
    await client.devices.get("1")  # not tried again at once
    assert (server.tokens, len(server.logins)) == (["token-1"] * 3, 2)
    clock.now += 30
    await client.devices.get("1")
    assert (server.tokens[3:], len(server.logins)) == (["token-2"], 3)


async def test_a_token_that_is_rejected_meanwhile_is_not_used_on(
    client: AsyncParticle, server: TokenServer, login: PasswordLogin, clock: Clock
) -> None:
    server.lifetime = 1000
    await client.devices.get("1")
    clock.now += 950
    server.before_login = lambda: login.reject("token-1")
    server.answers = [response(500)]
    with pytest.raises(InternalServerError):
        await client.devices.get("1")
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-2"]


async def test_an_expired_token_is_not_used(
    client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    server.lifetime = 1000
    await client.devices.get("1")
    clock.now += 1000
    server.answers = [response(500)]
    with pytest.raises(InternalServerError):
        await client.devices.get("1")
    assert server.tokens == ["token-1"]


# --- 401 ------------------------------------------------------------------------------------------


async def test_a_rejected_token_is_replaced(client: AsyncParticle, server: TokenServer) -> None:
    await client.devices.get("1")
    server.valid.clear()
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1", "token-2"]
    await client.devices.get("1")
    assert len(server.logins) == 2


async def test_a_call_logs_in_again_exactly_once(
    client: AsyncParticle, server: TokenServer
) -> None:
    await client.devices.get("1")
    server.valid = set_that_stays_empty()
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1", "token-2"]
    assert len(server.logins) == 2


async def test_a_cloud_that_takes_no_token_is_not_bothered_for_ever(
    client: AsyncParticle, server: TokenServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    server.valid = set_that_stays_empty()
    for _ in range(20):
        with pytest.raises(AuthenticationError):
            await client.devices.get("1")
    assert len(server.logins) == 6
    assert "refuses new tokens, too" in caplog.text
    clock.now += 60
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert len(server.logins) == 7


def set_that_stays_empty() -> set[str]:
    class Nothing(set[str]):
        def add(self, element: str) -> None:
            pass

    return Nothing()


async def test_a_late_401_does_not_drop_the_next_token(
    client: AsyncParticle, server: TokenServer, login: PasswordLogin
) -> None:
    assert not login.reject("never-seen")
    await client.devices.get("1")
    assert login.reject("token-1")
    assert login.reject("token-1")  # another call, with the same token
    await client.devices.get("1")
    assert login.reject("token-1")  # a third one, late
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-2", "token-2"]


# --- refused --------------------------------------------------------------------------------------


async def test_a_wrong_password_is_not_tried_again_and_again(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    login = PasswordLogin(USERNAME, "wrong", clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    for asked, pause in enumerate((30, 60, 120), start=1):
        with pytest.raises(BadRequestError, match="invalid_grant") as caught:
            await client.devices.get("1")
        assert not hasattr(caught.value, "__notes__")
        clock.now += pause - 1
        for _ in range(3):
            with pytest.raises(BadRequestError, match="invalid_grant") as caught:
                await client.devices.get("1")
            assert len(caught.value.__notes__) == 1
            assert "tried again in 1 s" in caught.value.__notes__[0]
        assert len(server.logins) == asked
        clock.now += 1
    assert server.tokens == []


@pytest.mark.parametrize("step", [-86400, 86400])
async def test_a_clock_that_is_set_changes_no_pause(
    step: float, new_client: NewClient, server: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, timer = Clock(), Clock(1000.0)
    fake = SimpleNamespace(time=clock, monotonic=timer)
    monkeypatch.setattr("particle_client.login.providers.time", fake)
    login = PasswordLogin(USERNAME, "wrong")
    client = new_client(access_token=login, base_url=server.recorder.base_url, retries=0)
    for seconds, logins in ((0, 1), (29, 1), (1, 2)):
        timer.now += seconds
        with pytest.raises(BadRequestError):
            await client.devices.get("1")
        assert len(server.logins) == logins
        clock.now += step


async def test_a_login_that_works_ends_the_pauses(
    client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    server.lifetime = 1000
    refused = response(400, json={"error": "invalid_grant"})
    for _ in range(3):
        server.answers = [refused]
        with pytest.raises(BadRequestError):
            await client.devices.get("1")
        clock.now += 30  # not 60 the next time
        await client.devices.get("1")
        clock.now += 1000
    assert server.tokens == ["token-1", "token-2", "token-3"]


async def test_another_password_is_tried_at_once(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    passwords = iter(["wrong", "wrong", PASSWORD])
    login = PasswordLogin(USERNAME, lambda: next(passwords), clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    for _ in range(2):
        with pytest.raises(BadRequestError):
            await client.devices.get("1")
    await client.devices.get("1")
    await client.devices.get("1")
    assert [form["password"] for form in server.logins] == ["wrong", PASSWORD]


async def test_another_client_secret_is_tried_at_once(
    client: AsyncParticle, server: TokenServer
) -> None:
    server.answers = [response(401, json={"error": "invalid_client"})]
    wrong = client.with_options(client_id="mine", client_secret="wrong")
    for _ in range(2):
        with pytest.raises(AuthenticationError, match="invalid_client"):
            await wrong.devices.get("1")
    await wrong.with_options(client_id="mine", client_secret="right").devices.get("1")
    assert [form["client_secret"] for form in server.logins] == ["wrong", "right"]


async def test_a_password_that_can_not_be_had_ends_no_token_early(
    new_client: NewClient, server: TokenServer, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[str | Exception] = [PASSWORD, OSError("the vault is closed"), PASSWORD]

    def password() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    server.lifetime = 1000
    login = PasswordLogin(USERNAME, password, clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    await client.devices.get("1")
    clock.now += 900
    await client.devices.get("1")
    clock.now += 100
    await client.devices.get("1")
    assert server.tokens == ["token-1", "token-1", "token-2"]
    assert "the old one is used on. OSError" in caplog.text


async def test_what_is_no_refusal_is_tried_again(
    client: AsyncParticle, server: TokenServer
) -> None:
    server.answers = [response(503), Answer(b"", close=True), response(content=b"<html>")]
    for error in (InternalServerError, APIConnectionError, ResponseDecodeError):
        with pytest.raises(error):
            await client.devices.get("1")
    await client.devices.get("1")
    assert len(server.logins) == 4


@pytest.mark.parametrize("answer", [{}, {"access_token": 7}, {"access_token": ""}, [], "text"])
async def test_an_answer_without_a_token(
    answer: Any, client: AsyncParticle, server: TokenServer
) -> None:
    server.answers = [response(json=answer)]
    with pytest.raises(ResponseDecodeError, match="no usable access token"):
        await client.devices.get("1")
    await client.devices.get("1")
    assert server.tokens == ["token-1"]


# --- one-time passwords ---------------------------------------------------------------------------


async def test_a_one_time_password_is_asked_for_when_needed(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    asked: list[str] = []

    def otp() -> str:
        asked.append("otp")
        return OTP

    login = PasswordLogin(USERNAME, PASSWORD, otp=otp, clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    await client.devices.get("1")
    assert asked == []
    server.needs_otp = True
    server.valid.clear()
    await client.devices.get("1")
    assert asked == ["otp"]
    assert server.grants == ["password", "password", "urn:custom:mfa-otp"]
    assert server.logins[-1] == {
        "grant_type": "urn:custom:mfa-otp",
        "mfa_token": "mfa-token",
        "otp": OTP,
        "client_id": "particle-api",
        "client_secret": "particle-api",
    }


async def test_without_otp_the_error_says_what_to_pass(
    client: AsyncParticle, server: TokenServer
) -> None:
    server.needs_otp = True
    for _ in range(2):
        with pytest.raises(MFARequiredError) as caught:
            await client.devices.get("1")
        assert caught.value.mfa_token == "mfa-token"
        assert any("given otp=" in note for note in caught.value.__notes__)
    assert len(server.logins) == 1


async def test_a_wrong_one_time_password(
    new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    server.needs_otp = True
    codes = iter(["000000", OTP])
    login = PasswordLogin(USERNAME, PASSWORD, otp=lambda: next(codes), clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    with pytest.raises(BadRequestError):
        await client.devices.get("1")
    await client.devices.get("1")
    assert server.tokens == ["token-1"]


async def test_async_functions(
    kind: Kind, new_client: NewClient, server: TokenServer, clock: Clock
) -> None:
    async def password() -> str:
        return PASSWORD

    async def otp() -> str:
        return OTP

    server.needs_otp = True
    login = PasswordLogin(USERNAME, password, otp=otp, clock=clock)
    client = new_client(access_token=login, base_url=server.recorder.base_url)
    if kind == "sync":
        with pytest.raises(ConfigurationError, match="only AsyncParticle"):
            await client.devices.get("1")
        assert server.logins == []
        return
    await client.devices.get("1")
    assert server.tokens == ["token-1"]
    # One that an ordinary function makes is awaited, too.
    login = PasswordLogin(USERNAME, lambda: password(), otp=lambda: otp(), clock=clock)
    await client.with_options(access_token=login).devices.get("1")
    assert server.tokens == ["token-1", "token-2"]


# --- refresh --------------------------------------------------------------------------------------


@pytest.fixture
def product_client(
    new_client: NewClient, recorder: Recorder, server: TokenServer, login: PasswordLogin
) -> AsyncParticle:
    """A client whose tokens can be refreshed."""
    server.refreshes = True
    server.lifetime = 1000
    return new_client(
        access_token=login,
        base_url=recorder.base_url,
        client_id="product-client",
        client_secret="its-secret",
    )


async def test_a_token_is_refreshed(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    for _ in range(3):
        await product_client.devices.get("1")
        clock.now += 950
    assert server.grants == ["password", "refresh_token", "refresh_token"]
    assert server.logins[1:] == [
        {
            "grant_type": "refresh_token",
            "refresh_token": f"refresh-{number}",
            "client_id": "product-client",
            "client_secret": "its-secret",
        }
        for number in (1, 2)
    ]
    assert server.tokens == ["token-1", "token-2", "token-3"]


async def test_a_rejected_token_is_refreshed(
    product_client: AsyncParticle, server: TokenServer
) -> None:
    await product_client.devices.get("1")
    server.valid.clear()
    await product_client.devices.get("1")
    assert server.grants == ["password", "refresh_token"]


async def test_a_refresh_token_that_is_refused(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    await product_client.devices.get("1")
    clock.now += 1000
    server.refresh_tokens.clear()
    await product_client.devices.get("1")
    assert server.grants == ["password", "refresh_token", "password"]
    assert server.tokens == ["token-1", "token-2"]
    clock.now += 1000
    await product_client.devices.get("1")
    assert server.logins[-1]["refresh_token"] == "refresh-2"


async def test_a_refresh_token_that_was_refused_is_forgotten(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    await product_client.devices.get("1")
    server.refresh_tokens.clear()
    server.refreshes = False
    for _ in range(2):
        clock.now += 1000
        await product_client.devices.get("1")
    assert server.grants == ["password", "refresh_token", "password", "password"]


async def test_a_refresh_token_stays_when_none_comes_along(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    await product_client.devices.get("1")
    server.refreshes = False
    for _ in range(2):
        server.refresh_tokens.add("refresh-1")
        clock.now += 1000
        await product_client.devices.get("1")
    assert server.grants == ["password", "refresh_token", "refresh_token"]


async def test_the_tokens_of_developer_accounts_are_not_refreshed(
    client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    server.refreshes = True
    server.lifetime = 1000
    await client.devices.get("1")
    clock.now += 1000
    await client.devices.get("1")
    assert server.grants == ["password", "password"]


# --- other logins ---------------------------------------------------------------------------------


async def test_the_owner_of_an_oauth_client(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    owner = ClientCredentialsLogin(clock=clock)
    customer = ClientCredentialsLogin(customer="jane@example.com", expires_in=60, clock=clock)
    await product_client.with_options(access_token=owner).devices.get("1")
    of_customer = product_client.with_options(access_token=customer)
    await of_customer.devices.get("1")
    clock.now += 1000
    await of_customer.devices.get("1")
    credentials = {"client_id": "product-client", "client_secret": "its-secret"}
    assert server.logins == [
        {"grant_type": "client_credentials", **credentials},
        {
            "grant_type": "client_credentials",
            "scope": "customer=jane@example.com",
            "expires_in": "60",
            **credentials,
        },
        {"grant_type": "refresh_token", "refresh_token": "refresh-2", **credentials},
    ]


async def test_a_refresh_token_of_elsewhere(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    server.refresh_tokens.add("given")
    login = RefreshTokenLogin("given", clock=clock)
    client = product_client.with_options(access_token=login)
    for _ in range(2):
        await client.devices.get("1")
        clock.now += 1000
    assert [form["refresh_token"] for form in server.logins] == ["given", "refresh-1"]
    server.refresh_tokens.clear()
    for _ in range(2):
        with pytest.raises(BadRequestError):
            await client.devices.get("1")
    # The latest one, then the one given, for what it's worth; and not again.
    assert [form["refresh_token"] for form in server.logins[2:]] == ["refresh-2", "given"]


async def test_the_same_refresh_token_is_not_tried_twice(
    product_client: AsyncParticle, server: TokenServer, clock: Clock
) -> None:
    answer = {"access_token": "mine", "expires_in": 1000, "refresh_token": "given"}
    server.answers = [response(json=answer)]
    server.valid.add("mine")
    client = product_client.with_options(access_token=RefreshTokenLogin("given", clock=clock))
    await client.devices.get("1")
    clock.now += 1000
    with pytest.raises(BadRequestError):
        await client.devices.get("1")
    assert [form["refresh_token"] for form in server.logins] == ["given", "given"]


async def test_what_needs_an_oauth_client_of_ones_own(
    client: AsyncParticle, server: TokenServer
) -> None:
    for login in (ClientCredentialsLogin(), RefreshTokenLogin("given")):
        with pytest.raises(ConfigurationError, match="needs an OAuth client of your own"):
            await client.with_options(access_token=login).devices.get("1")
    assert server.logins == []


# --- with the local cloud -------------------------------------------------------------------------


async def test_with_the_local_cloud(kind: Kind, new_client: NewClient, cloud: Sandbox) -> None:
    username = f"careful-{kind}@example.com"
    cloud.add_account(username, PASSWORD, mfa="654321")
    login = PasswordLogin(username, PASSWORD, otp=lambda: "654321", expires_in=600)
    client = new_client(access_token=login, base_url=cloud.base_url, strict=True)
    assert (await client.user.get()).username == username
    first = await client.tokens.current()
    assert isinstance(first.expires_in, int)
    assert 0 < first.expires_in <= 600
    await client.tokens.delete_current()
    assert (await client.user.get()).username == username


async def test_an_oauth_client_of_the_local_cloud(
    kind: Kind, new_client: NewClient, cloud: Sandbox
) -> None:
    account = cloud.add_account(f"owner-{kind}@example.com", PASSWORD)
    cloud.add_oauth_client(f"client-{kind}", "its-secret", owner=account)
    client = new_client(
        access_token=ClientCredentialsLogin(),
        base_url=cloud.base_url,
        client_id=f"client-{kind}",
        client_secret="its-secret",
    )
    assert (await client.user.get()).username == account.username
    await client.tokens.delete_current()
    assert (await client.user.get()).username == account.username


# --- what can't work ------------------------------------------------------------------------------


def test_wrong_arguments() -> None:
    wrong: Any = None
    cases: list[tuple[Any, type[Exception], str]] = [
        (lambda: PasswordLogin("", "password"), ConfigurationError, "username is empty"),
        (lambda: PasswordLogin(wrong, "password"), TypeError, "username must be a str"),
        (lambda: PasswordLogin("you", ""), ConfigurationError, "password is empty"),
        (lambda: PasswordLogin("you", wrong), TypeError, "password must be a str"),
        (lambda: PasswordLogin("you", "p", otp="123456"), TypeError, "otp must be a function"),  # type: ignore[arg-type]
        (lambda: ClientCredentialsLogin(customer=""), ConfigurationError, "customer is empty"),
        (lambda: RefreshTokenLogin(""), ConfigurationError, "refresh_token is empty"),
    ]
    for make, error, message in cases:
        with pytest.raises(error, match=message):
            make()


async def test_a_password_function_that_gives_none(
    new_client: NewClient, server: TokenServer
) -> None:
    wrong: Any = lambda: None  # noqa: E731
    for login, message in (
        (PasswordLogin(USERNAME, wrong), "password must be a str, not NoneType"),
        (PasswordLogin(USERNAME, PASSWORD, otp=wrong), "otp must be a str, not NoneType"),
    ):
        server.needs_otp = True
        client = new_client(access_token=login, base_url=server.recorder.base_url)
        with pytest.raises(TypeError, match=message):
            await client.devices.get("1")


async def test_a_login_must_not_need_itself(
    kind: Kind, new_client: NewClient, server: TokenServer
) -> None:
    clients: list[AsyncParticle] = []

    async def apassword() -> str:
        await clients[0].devices.get("1")
        return PASSWORD

    def password() -> str:
        client: Any = clients[0]
        client.target.devices.get("1")
        return PASSWORD

    login = PasswordLogin(USERNAME, apassword if kind == "async" else password)
    clients.append(new_client(access_token=login, base_url=server.recorder.base_url))
    with pytest.raises(ConfigurationError, match="A login needs itself"):
        await clients[0].devices.get("1")
    assert server.logins == []


# --- providers of one's own -----------------------------------------------------------------------


async def test_a_provider_of_ones_own(
    kind: Kind, new_client: NewClient, server: TokenServer
) -> None:
    class OnlySync(TokenProvider):
        def get_token(self, client: object) -> str:
            return "mine"

    server.valid.add("mine")
    client = new_client(access_token=OnlySync(), base_url=server.recorder.base_url)
    if kind == "sync":
        await client.devices.get("1")
        server.valid.clear()
        with pytest.raises(AuthenticationError):
            await client.devices.get("1")
        assert server.tokens == ["mine", "mine"]
    else:
        with pytest.raises(NotImplementedError, match="OnlySync has no aget_token: use Particle"):
            await client.devices.get("1")


async def test_logins_are_quiet(
    client: AsyncParticle, server: TokenServer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        await client.devices.get("1")
    assert not [each for each in caplog.records if each.name.startswith("particle_client")]

"""When a request is sent again, and when not; what `RetryPolicy` takes."""

from __future__ import annotations

import io
import random
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    ParticleError,
    RateLimitError,
    Request,
    ResponseDecodeError,
    RetryAttempt,
    RetryPolicy,
    Timeout,
)
from particle_client.base.error_factory import status_error
from particle_client.login import TokenProvider
from particle_client.operations.devices import CALL_FUNCTION, GET_DEVICE
from tests.conftest import TOKEN
from tests.responses import raw_response

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

STATUSES = [408, 429, 500, 502, 503, 504, 529]


@pytest.fixture
def client(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    """A client that repeats as by default, but without a wait."""
    return new_client(
        access_token=TOKEN, base_url=recorder.base_url, retries=RetryPolicy(initial_delay=0)
    )


def error_of(status: int, retry_after: str | None = None) -> APIStatusError:
    headers = {} if retry_after is None else {"retry-after": retry_after}
    return status_error(raw_response(status, headers=headers))


# --- what is repeated -----------------------------------------------------------------------------


@pytest.mark.parametrize("status", STATUSES)
async def test_a_status_that_passes(client: AsyncParticle, recorder: Recorder, status: int) -> None:
    recorder.answer(status)
    recorder.answer(status)
    recorder.answer(json={"id": "1"})
    assert (await client.devices.get("1")).id == "1"
    assert [request.target for request in recorder.requests] == ["/v1/devices/1"] * 3


@pytest.mark.parametrize("status", STATUSES)
async def test_a_status_that_stays(client: AsyncParticle, recorder: Recorder, status: int) -> None:
    for _ in range(3):
        recorder.answer(status, json={"error": "busy"})
    with pytest.raises(APIStatusError, match="busy") as caught:
        await client.devices.get("1")
    assert caught.value.status_code == status
    assert len(recorder.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 409, 413, 422, 501, 505, 507, 599])
async def test_other_statuses(client: AsyncParticle, recorder: Recorder, status: int) -> None:
    recorder.answer(status)
    with pytest.raises(APIStatusError):
        await client.devices.get("1")
    assert len(recorder.requests) == 1


async def test_a_lost_answer(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer_raw(b"")
    recorder.answer_raw(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"id"')
    recorder.answer(json={"id": "1"})
    assert (await client.devices.get("1")).id == "1"
    assert len(recorder.requests) == 3


async def test_no_answer_in_time(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer_raw(b"", close=False, stall=True)
    recorder.answer(json={"id": "1"})
    assert (await client.devices.get("1", timeout=Timeout(60, read=0.3))).id == "1"
    assert len(recorder.requests) == 2


@pytest.mark.parametrize("status", STATUSES)
async def test_a_post_is_not_repeated(
    client: AsyncParticle, recorder: Recorder, status: int
) -> None:
    recorder.answer(status)
    with pytest.raises(APIStatusError):
        await client.devices.call_function("1", "brew")
    recorder.answer_raw(b"")
    with pytest.raises(APIConnectionError) as caught:
        await client.events.publish("name")
    assert caught.value.sent
    assert len(recorder.requests) == 2


async def test_a_put_that_the_document_calls_harmful(
    client: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(503)
    with pytest.raises(InternalServerError):
        await client.devices.flash("1", {"main.ino": b"void loop() {}"})
    recorder.answer_raw(b"")
    with pytest.raises(APIConnectionError):
        await client.devices.flash("1", {"main.ino": b"void loop() {}"})
    assert len(recorder.requests) == 2


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_a_raw_request_may_do_anything(
    client: AsyncParticle, recorder: Recorder, method: str
) -> None:
    recorder.answer(503)
    with pytest.raises(InternalServerError):
        await client.request(method, "/v1/devices/1")
    assert len(recorder.requests) == 1


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_raw_request_that_reads(
    client: AsyncParticle, recorder: Recorder, method: str
) -> None:
    recorder.answer(503)
    await client.request(method, "/v1/devices/1")
    assert len(recorder.requests) == 2


async def test_what_never_left_is_repeated_whatever_it_is(
    new_client: NewClient, dead_port: int
) -> None:
    attempts: list[RetryAttempt] = []
    client = new_client(
        access_token=TOKEN,
        base_url=f"http://127.0.0.1:{dead_port}",
        retries=RetryPolicy(initial_delay=0, on_retry=attempts.append),
    )
    with pytest.raises(APIConnectionError, match="can't connect"):
        await client.devices.call_function("1", "brew")
    with pytest.raises(APIConnectionError, match="can't connect"):
        await client.firmware.compile({"main.ino": io.BytesIO(b"void loop() {}")})
    assert [(each.operation.name, each.number) for each in attempts] == [
        ("callFunction", 1),
        ("callFunction", 2),
        ("compileFirmware", 1),
        ("compileFirmware", 2),
    ]


async def test_a_body_that_can_be_read_only_once(client: AsyncParticle, recorder: Recorder) -> None:
    class Once(io.RawIOBase):
        def __init__(self) -> None:
            self.content = io.BytesIO(b"void loop() {}")

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return self.content.readinto(buffer)

    client = client.with_options(retries=RetryPolicy(initial_delay=0, methods={"POST"}))
    recorder.answer(503)
    await client.firmware.compile({"main.ino": Once()})
    assert len(recorder.requests) == 2
    assert recorder.requests[0].body == recorder.requests[1].body

    recorder.clear()
    recorder.answer(503)
    recorder.answer(json={"ok": True, "binary_id": "1"})
    await client.firmware.compile({"main.ino": io.BytesIO(b"void loop() {}")})
    first, second = recorder.requests
    boundary = [request.header("content-type") or "" for request in (first, second)]
    boundary = [each.partition("boundary=")[2] for each in boundary]
    assert b"void loop() {}" in first.body
    assert first.body.replace(boundary[0].encode(), b"") == second.body.replace(
        boundary[1].encode(), b""
    )


async def test_broken_answers_are_not_repeated(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=b"<html>", content_type="text/html")
    with pytest.raises(ResponseDecodeError):
        await client.devices.get("1")
    recorder.answer(headers={"content-encoding": "gzip"})
    with pytest.raises(ResponseDecodeError):
        await client.devices.get("1")
    assert len(recorder.requests) == 2


async def test_programming_errors_are_never_repeated(new_client: NewClient) -> None:
    calls: list[int] = []

    class Eager(RetryPolicy):
        __slots__ = ()

        def should_retry(self, operation: Any, error: ParticleError) -> bool:
            return True

    def token() -> str:
        calls.append(1)
        raise KeyError("no such setting")

    client = new_client(access_token=token, base_url="http://127.0.0.1:9", retries=Eager())
    with pytest.raises(KeyError):
        await client.devices.get("1")
    with pytest.raises(TypeError):
        await client.devices.get(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        await client.devices.get("1", retrys=1)  # type: ignore[call-arg]
    assert len(calls) == 1


# --- how it is set --------------------------------------------------------------------------------


async def test_per_client_and_per_call(new_client: NewClient, recorder: Recorder) -> None:
    none = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=0)
    recorder.answer(503)
    with pytest.raises(InternalServerError):
        await none.devices.get("1")
    assert len(recorder.requests) == 1

    recorder.clear()
    recorder.answer(503)
    await none.devices.get("1", retries=RetryPolicy(1, initial_delay=0))
    assert len(recorder.requests) == 2

    some = none.with_options(retries=RetryPolicy(4, initial_delay=0))
    recorder.clear()
    for _ in range(4):
        recorder.answer(503)
    await some.devices.get("1")
    assert len(recorder.requests) == 5

    recorder.clear()
    recorder.answer(503)
    with pytest.raises(InternalServerError):
        await some.devices.get("1", retries=0)
    assert len(recorder.requests) == 1


@pytest.mark.parametrize("retries", [1, 0, None])
async def test_a_number_of_repeats_changes_no_other_rule(
    new_client: NewClient, recorder: Recorder, retries: int | None
) -> None:
    policy = RetryPolicy(5, statuses=[409], methods=["POST"], initial_delay=0, deadline=30)
    seen: list[Request] = []
    client = new_client(
        access_token=TOKEN, base_url=recorder.base_url, retries=policy, on_request=seen.append
    )
    for of_call in (True, False):
        recorder.clear()
        for _ in range(3):
            recorder.answer(409)
        options: Any = {"retries": retries} if of_call else {}
        with pytest.raises(ConflictError):
            await (client if of_call else client.with_options(retries=retries)).post(
                "/v1/things", **options
            )
        assert len(recorder.requests) == 1 + (retries or 0)
        assert (seen[-1].timeout.read or 60) <= 30  # cut to the deadline


async def test_methods_are_repeated_on_demand(client: AsyncParticle, recorder: Recorder) -> None:
    policy = RetryPolicy(initial_delay=0, methods="post")
    recorder.answer(503)
    recorder.answer_raw(b"")
    recorder.answer(json={"return_value": 1})
    call = await client.devices.call_function("1", "brew", "tea", retries=policy)
    assert call.return_value == 1
    assert [request.json for request in recorder.requests] == [{"args": "tea"}] * 3


async def test_statuses_of_ones_own(client: AsyncParticle, recorder: Recorder) -> None:
    policy = RetryPolicy(initial_delay=0, statuses={404}, connection_errors=False)
    recorder.answer(404)
    await client.devices.get("1", retries=policy)
    recorder.answer(503)
    with pytest.raises(InternalServerError):
        await client.devices.get("1", retries=policy)
    recorder.answer_raw(b"")
    with pytest.raises(APIConnectionError):
        await client.devices.get("1", retries=policy)
    assert len(recorder.requests) == 4


async def test_rules_of_ones_own(client: AsyncParticle, recorder: Recorder) -> None:
    class OnlyBusy(RetryPolicy):
        __slots__ = ()

        def should_retry(self, operation: Any, error: ParticleError) -> bool:
            return "busy" in str(error)

        def delay(self, number: int, error: ParticleError) -> float | None:
            return 0.0 if number < 2 else None

    for _ in range(2):
        recorder.answer(400, json={"error": "busy"})
    with pytest.raises(BadRequestError):
        await client.devices.call_function("1", "brew", retries=OnlyBusy(9))
    recorder.answer(400, json={"error": "wrong"})
    with pytest.raises(BadRequestError):
        await client.devices.call_function("1", "brew", retries=OnlyBusy(9))
    assert len(recorder.requests) == 3


async def test_on_retry(client: AsyncParticle, recorder: Recorder) -> None:
    attempts: list[RetryAttempt] = []
    policy = RetryPolicy(initial_delay=0.001, max_delay=0.001, jitter=0, on_retry=attempts.append)
    recorder.answer(503, json={"error": "busy"})
    recorder.answer_raw(b"")
    await client.devices.get("1", retries=policy)
    assert [(each.number, each.delay) for each in attempts] == [(1, 0.001), (2, 0.001)]
    assert [type(each.error) for each in attempts] == [InternalServerError, APIConnectionError]
    assert attempts[0].operation.name == "getDevice"
    assert repr(attempts[0]) == "<RetryAttempt 1 of getDevice in 0.00 s after InternalServerError>"


async def test_on_retry_can_stop_it(client: AsyncParticle, recorder: Recorder) -> None:
    def stop(attempt: RetryAttempt) -> None:
        raise LookupError("enough")

    recorder.answer(503)
    with pytest.raises(LookupError, match="enough"):
        await client.devices.get("1", retries=RetryPolicy(on_retry=stop))
    recorder.answer_raw(b"")
    with pytest.raises(LookupError, match="enough"):
        await client.devices.get("1", retries=RetryPolicy(on_retry=stop))
    assert len(recorder.requests) == 2


# --- how long it waits ----------------------------------------------------------------------------


async def test_retry_after_is_heard(client: AsyncParticle, recorder: Recorder) -> None:
    attempts: list[RetryAttempt] = []
    recorder.answer(429, headers={"retry-after": "0.001"})
    recorder.answer(503, headers={"retry-after": "0"})
    # A date that is over.
    recorder.answer(529, headers={"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"})
    policy = RetryPolicy(3, initial_delay=3600, max_delay=3600, on_retry=attempts.append)
    await client.devices.get("1", retries=policy)
    assert [each.delay for each in attempts] == [0.001, 0, 0]


async def test_retry_after_that_is_too_long(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(429, headers={"retry-after": "61"})
    with pytest.raises(RateLimitError) as caught:
        await client.devices.get("1")
    assert caught.value.retry_after == 61
    assert len(recorder.requests) == 1


def test_delays_with_retry_after() -> None:
    policy = RetryPolicy(max_retry_after=100)
    assert policy.delay(1, error_of(503, "99.5")) == 99.5
    assert policy.delay(9, error_of(429, "100")) == 100
    assert policy.delay(1, error_of(429, "101")) is None
    assert policy.delay(1, error_of(429, "9" * 400)) is None
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    delay = policy.delay(1, error_of(503, soon))
    assert delay is not None
    assert 60 < delay <= 90
    late = format_datetime(datetime.now(UTC) + timedelta(seconds=900), usegmt=True)
    assert policy.delay(1, error_of(503, late)) is None
    for nonsense in ("soon", "-1", "", "NaN", "inf"):
        assert policy.replace(jitter=0).delay(1, error_of(503, nonsense)) == 0.5


@pytest.mark.parametrize(("chance", "share"), [(0.0, 1.0), (0.5, 0.75), (1.0, 0.5)])
def test_delays_with_jitter(monkeypatch: pytest.MonkeyPatch, chance: float, share: float) -> None:
    monkeypatch.setattr(random, "random", lambda: chance)
    policy = RetryPolicy()
    delays = [policy.delay(number, error_of(503)) for number in (1, 2, 3, 4, 5, 6, 5000)]
    assert delays == [seconds * share for seconds in (0.5, 1, 2, 4, 8, 8, 8)]
    assert policy.replace(jitter=0).delay(3, error_of(503)) == 2
    assert policy.replace(jitter=1).delay(3, error_of(503)) == 2 * (1 - chance)


def test_delays_after_connection_errors() -> None:
    policy = RetryPolicy(initial_delay=2, max_delay=3, jitter=0)
    assert [policy.delay(number, APIConnectionError("")) for number in (1, 2)] == [2, 3]


async def test_a_deadline_that_a_wait_would_pass(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(503)
    policy = RetryPolicy(initial_delay=3600, max_delay=3600, deadline=60)
    with pytest.raises(InternalServerError):  # at once
        await client.devices.get("1", retries=policy)
    assert len(recorder.requests) == 1


async def test_a_deadline_cuts_the_timeouts(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(503)
    recorder.answer_raw(b"", close=False, stall=True)
    with pytest.raises(APITimeoutError):
        await client.devices.get(
            "1", timeout=None, retries=RetryPolicy(9, initial_delay=0, deadline=0.5)
        )
    assert len(recorder.requests) == 2


# --- token providers ------------------------------------------------------------------------------


class Tokens(TokenProvider):
    """Gives one token after the other."""

    def __init__(self, *tokens: str) -> None:
        self.tokens = list(tokens)
        self.rejected: list[str] = []

    def get_token(self, client: object) -> str:
        return self.tokens[0]

    async def aget_token(self, client: object) -> str:
        return self.tokens[0]

    def reject(self, token: str) -> bool:
        self.rejected.append(token)
        if len(self.tokens) > 1 and token == self.tokens[0]:
            del self.tokens[0]
            return True
        return False


def sent_tokens(recorder: Recorder) -> list[str]:
    return [(request.header("authorization") or "")[7:] for request in recorder.requests]


async def test_another_token_after_a_401(new_client: NewClient, recorder: Recorder) -> None:
    tokens = Tokens("old", "new")
    client = new_client(access_token=tokens, base_url=recorder.base_url, retries=0)
    recorder.answer(401)
    recorder.answer(json={"return_value": 1})
    await client.devices.call_function("1", "brew")  # a 401 wasn't carried out
    assert sent_tokens(recorder) == ["old", "new"]
    assert tokens.rejected == ["old"]


async def test_only_once(new_client: NewClient, recorder: Recorder) -> None:
    tokens = Tokens("old", "new", "newer")
    client = new_client(access_token=tokens, base_url=recorder.base_url)
    recorder.answer(401)
    recorder.answer(401)
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert sent_tokens(recorder) == ["old", "new"]


async def test_no_other_token(new_client: NewClient, recorder: Recorder) -> None:
    tokens = Tokens("only")
    client = new_client(access_token=tokens, base_url=recorder.base_url)
    recorder.answer(401)
    with pytest.raises(AuthenticationError):
        await client.devices.get("1")
    assert sent_tokens(recorder) == ["only"]
    assert tokens.rejected == ["only"]


async def test_an_upload_is_sent_again_with_another_token(
    new_client: NewClient, recorder: Recorder
) -> None:
    def pieces() -> Any:
        yield b"void loop() {}"

    tokens = Tokens("old", "new")
    client = new_client(access_token=tokens, base_url=recorder.base_url)
    recorder.answer(401)
    recorder.answer(json={"ok": True, "binary_id": "1"})
    await client.firmware.compile({"main.ino": pieces()})
    assert tokens.rejected == ["old"]
    assert sent_tokens(recorder) == ["old", "new"]
    assert recorder.requests[0].body == recorder.requests[1].body


async def test_a_token_of_the_call_is_not_the_providers(
    new_client: NewClient, recorder: Recorder
) -> None:
    tokens = Tokens("old", "new")
    client = new_client(access_token=tokens, base_url=recorder.base_url)
    recorder.answer(401)
    with pytest.raises(AuthenticationError):
        await client.devices.get("1", access_token="the-calls-own")
    assert tokens.rejected == []
    assert sent_tokens(recorder) == ["the-calls-own"]


async def test_a_repeat_asks_for_the_token_anew(new_client: NewClient, recorder: Recorder) -> None:
    tokens = iter(["first", "second"])
    client = new_client(
        access_token=lambda: next(tokens),
        base_url=recorder.base_url,
        retries=RetryPolicy(initial_delay=0),
    )
    recorder.answer(503)
    await client.devices.get("1")
    assert sent_tokens(recorder) == ["first", "second"]


# --- the policy itself ----------------------------------------------------------------------------


def test_a_copy_with_changes() -> None:
    policy = RetryPolicy(5, methods={"post"}, deadline=9)
    changed = policy.replace(max_retries=1, statuses=[500])
    assert changed.max_retries == 1
    assert changed.statuses == {500}
    assert changed.methods == {"POST"}
    assert changed.deadline == 9
    assert policy.max_retries == 5
    assert "max_retries=1" in repr(changed)


def test_a_copy_of_a_policy_with_a_constructor_of_its_own() -> None:
    class Budget(RetryPolicy):
        def __init__(self, budget: int) -> None:
            super().__init__(3)
            self.budget = budget

    changed = Budget(7).replace(max_retries=1)
    assert (type(changed), changed.budget, changed.max_retries) == (Budget, 7, 1)


def test_what_is_repeatable() -> None:
    policy = RetryPolicy()
    assert policy.should_retry(GET_DEVICE, error_of(503))
    assert not policy.should_retry(CALL_FUNCTION, error_of(503))
    assert policy.should_retry(CALL_FUNCTION, APIConnectionError("", sent=False))
    assert not policy.should_retry(CALL_FUNCTION, APIConnectionError(""))
    for error in (ConfigurationError(""), ResponseDecodeError("", raw_response()), error_of(404)):
        assert not policy.should_retry(GET_DEVICE, error)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"max_retries": -1}, ConfigurationError),
        ({"jitter": 1.1}, ConfigurationError),
        ({"initial_delay": -1}, ConfigurationError),
        ({"max_delay": float("nan")}, ConfigurationError),
        ({"max_retry_after": -1}, ConfigurationError),
        ({"deadline": 0}, ConfigurationError),
    ],
)
def test_wrong_policies(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(arguments))):
        RetryPolicy(**arguments)


async def test_wrong_values_of_retries(client: AsyncParticle, new_client: NewClient) -> None:
    for wrong in ("3", 1.5, True):
        with pytest.raises(TypeError, match="retries must be"):
            new_client(access_token=TOKEN, retries=wrong)
        with pytest.raises(TypeError, match="retries must be"):
            await client.devices.get("1", retries=wrong)  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match="max_retries must be 0 or more"):
        await client.devices.get("1", retries=-1)

"""Tokens and passwords show up in no repr, message, traceback or pickle of an error."""

from __future__ import annotations

import asyncio
import logging
import pickle
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIStatusError,
    ParticleError,
    ResponseDecodeError,
    ResponseValidationError,
    RetryPolicy,
    models,
)
from particle_client.calls.credentials import Credentials
from particle_client.schema.model import Model
from tests.recorder import Answer, response
from tests.reports import crash_report, messages

from .methods import METHODS, Method, every_resource

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from particle_client import AsyncParticle
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorded, Recorder

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning"),
]

CANARY = "cAnArY0123456789"
AT_ONCE = RetryPolicy(1, initial_delay=0)
SECRET_ARGUMENTS: dict[str, Any] = {
    **{
        name: f"{name}-{CANARY}"
        for name in (
            "api_key",
            "body",
            "client_secret",
            "current_password",
            "mfa_token",
            "otp",
            "password",
            "policy_key",
            "refresh_token",
            "secret",
            "token",
        )
    },
    **{
        name: {"key": CANARY}
        for name in ("form", "integration", "json", "request_headers", "request_query")
    },
    "auth": {"username": CANARY, "password": CANARY},
    "url": f"https://user:{CANARY}@hooks.example/{CANARY}?key={CANARY}",
}

ANSWERS = {
    "unauthorized": response(401, json={"error": "invalid_token"}),
    "server error": response(500, content=b"<html>oops</html>"),
    "mfa": response(403, json={"error": "mfa_required", "mfa_token": CANARY}),
    "broken mfa": response(
        403, content=b'{"error": "mfa_required", "mfa_token": "' + CANARY.encode()
    ),
    "broken": response(200, content=b'{"access_token": "' + CANARY.encode()),
    "wrong type": response(200, json=CANARY),
    "wrong types": response(200, json={"access_token": {"a": CANARY}, "id": [CANARY], "x": CANARY}),
    "elsewhere": response(302, headers={"location": f"http://[::1]:1/?signature={CANARY}"}),
    "nowhere": response(302, headers={"location": f"ftp://{CANARY}:{CANARY}@127.0.0.1/"}),
    "a page": response(200, content=b"<html>Welcome to the hotel</html>"),
    "not gzip": response(200, content=b"gzip?", headers={"content-encoding": "gzip"}),
    "nothing": Answer(b"", close=True),
    "cut off": Answer(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", close=True),
}


def secrets_of(method: Method) -> dict[str, Any]:
    secrets = {name: SECRET_ARGUMENTS[name] for name in SECRET_ARGUMENTS & method.parameters.keys()}
    if method.resource == "secrets" and "value" in method.parameters:
        secrets["value"] = CANARY
    return secrets


GIVING = list({method.gives: method for method in METHODS}.values())
"""A method for each kind of result."""
DIFFERENT = list({(each.gives, frozenset(secrets_of(each))): each for each in METHODS}.values())
"""A method for each kind of result and of secrets that it takes."""


@pytest.fixture
def secretive(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    """A client that has all its secrets, and is as strict as can be."""
    return new_client(
        access_token=f"token-{CANARY}",
        client_id="mine",
        client_secret=f"secret-{CANARY}",
        headers={"X-Key": CANARY},
        base_url=recorder.base_url,
        strict=True,
        retries=AT_ONCE,
    )


async def failure_of(call: Callable[[], Awaitable[Any]]) -> ParticleError | None:
    try:
        await call()
    except ParticleError as error:
        return error
    return None


async def assert_discreet(
    call: Callable[[], Awaitable[Any]],
    recorder: Recorder,
    answers: Iterable[str] = tuple(ANSWERS),
    *,
    in_crash_reports: bool = False,
) -> None:
    failures = 0
    for name in answers:
        answer = ANSWERS[name]
        recorder.respond = lambda request, answer=answer: answer  # type: ignore[misc]
        error = await failure_of(call)
        if error is not None:
            failures += 1
            assert CANARY not in messages(error), name
            if in_crash_reports:
                assert CANARY not in crash_report(error), name
            if CANARY.encode() not in answer.data:  # an error keeps the response as it came
                assert CANARY.encode() not in pickle.dumps(error), name
    assert failures


@every_resource
async def test_no_failing_call_shows_a_secret(
    methods: list[Method], secretive: AsyncParticle, recorder: Recorder
) -> None:
    """Nor does a crash report: not in the variables of this package's functions.

    How a call fails depends on what the method gives, and its secrets are in what it takes. So of
    the methods that have both in common, one gets all the answers.
    """
    for method in methods:
        secrets = secrets_of(method)
        call = partial(
            method.of(secretive),
            **{**method.arguments, **secrets},
            access_token=f"call-{CANARY}",
            query={"secret": CANARY},
            headers={"x-api-key": CANARY},
        )
        answers: tuple[str, ...] = ("unauthorized",)
        if method in DIFFERENT:
            answers += ("wrong types", "elsewhere", "cut off")
        await assert_discreet(call, recorder, answers, in_crash_reports=True)
        assert len(recorder.requests) >= len(answers), method
        recorder.clear()


@every_resource
async def test_no_crash_report_shows_what_the_client_keeps(
    methods: list[Method], secretive: AsyncParticle, recorder: Recorder
) -> None:
    """Its token, its OAuth client and its headers. What a call is given, its caller has as well.

    How a call fails depends on what the method gives. So of the methods that give a page, say, one
    gets all the answers; of those of a resource, one gets another answer at least.
    """
    seen: set[str] = set()
    for method in methods:
        call = partial(method.of(secretive), **method.arguments)
        answers: tuple[str, ...] = ("unauthorized",)
        if method in GIVING:
            answers = tuple(ANSWERS)
        elif method.gives not in seen:
            answers += (tuple(ANSWERS)[METHODS.index(method) % len(ANSWERS)],)
        seen.add(method.gives)
        await assert_discreet(call, recorder, answers, in_crash_reports=True)


async def test_no_failing_login_shows_a_secret(
    secretive: AsyncParticle, recorder: Recorder
) -> None:
    for call in (
        lambda: secretive.login("user", CANARY, headers={"x-key": CANARY}),
        lambda: secretive.submit_otp(CANARY, CANARY),
        secretive.login_as_client_owner,
        lambda: secretive.tokens.refresh(CANARY),
        lambda: secretive.tokens.create_for_customer("customer@example.com"),
    ):
        await assert_discreet(call, recorder, in_crash_reports=True)
    await assert_discreet(lambda: secretive.devices.call_function("1", "f", CANARY), recorder)
    await assert_discreet(
        lambda: secretive.get(f"/v1/things?access_token={CANARY}"), recorder, ("unauthorized",)
    )


async def test_no_crash_report_of_several_requests_or_raw_ones_shows_a_secret(
    kind: Kind, secretive: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    options: dict[str, Any] = {"headers": {"x-api-key": CANARY}, "access_token": CANARY}
    source = {"main.cpp": b"void loop() {}"}

    async def stream() -> None:
        about: dict[str, Any] = {**options, "max_reconnects": 0, "query": {"secret": CANARY}}
        if kind == "sync":
            plain: Any = secretive
            with plain.target.events.stream("a", **about) as events:
                next(events)
        else:
            async with secretive.events.stream("a", **about) as events:
                await anext(events)

    calls: list[Callable[[], Awaitable[Any]]] = [
        stream,
        lambda: secretive.devices.flash("1", source, wait=True, wait_timeout=0.3, **options),
        lambda: secretive.firmware.compile_to(tmp_path / "a.bin", source, **options),
        lambda: secretive.firmware.download("1", to=tmp_path / "b.bin", **options),
        lambda: secretive.libraries.download("a", **options),
        lambda: secretive.download_file(f"/v1/file?signature={CANARY}", **options),
        lambda: secretive.tokens.list("user", CANARY),
        lambda: secretive.get(f"/v1/things?secret={CANARY}", **options),
        lambda: secretive.post("/v1/things", json={"secret": CANARY}, **options),
        lambda: secretive.put("/v1/things", form={"secret": CANARY}, **options),
        lambda: secretive.delete("/v1/things", json={"secret": CANARY}, **options),
        lambda: secretive.request("PATCH", "/v1/things", json={"secret": CANARY}, **options),
    ]
    for call in calls:
        await assert_discreet(
            call, recorder, ("unauthorized", "server error"), in_crash_reports=True
        )


async def test_no_crash_report_of_a_mistake_shows_a_secret(
    secretive: AsyncParticle, recorder: Recorder
) -> None:
    mistake: Any = {"headres": {"x-api-key": CANARY}}
    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: secretive.devices.get("1", **mistake),
        lambda: secretive.devices.get("1", headers={"x-api-key": f"{CANARY}\n"}),
        lambda: secretive.devices.get("1", access_token=f"{CANARY}\n"),
        lambda: secretive.devices.get("1", query={"secret": f"{CANARY}\ud800"}),
        lambda: secretive.tokens.delete(f"{CANARY}\n"),
        lambda: secretive.tokens.delete(f"{CANARY}\ud800"),
        lambda: secretive.tokens.list("a:b", CANARY),
        lambda: secretive.tokens.list("user", f"{CANARY}\ud800"),
        lambda: secretive.user.change_password(CANARY, f"{CANARY}\ud800"),
        lambda: secretive.login("user", f"{CANARY}\ud800"),
    ]
    for call in calls:
        with pytest.raises((TypeError, ValueError)) as caught:
            await call()
        assert CANARY not in messages(caught.value) + crash_report(caught.value)
    assert recorder.requests == []


async def test_a_token_in_a_path_is_not_in_messages(
    secretive: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(404, json={"error": "nope"})
    with pytest.raises(APIStatusError) as caught:
        await secretive.tokens.delete(CANARY)
    assert recorder.last.path == f"/v1/access_tokens/{CANARY}"
    assert caught.value.url == f"{recorder.base_url}/v1/access_tokens/{{token}}"
    answer = await secretive.with_options(strict=False).with_raw_response(
        secretive.with_options(strict=False).tokens.delete, CANARY
    )
    assert CANARY not in repr(answer)
    assert CANARY not in answer.url


async def test_what_is_refused_is_not_shown(secretive: AsyncParticle, recorder: Recorder) -> None:
    wrong: Any = CANARY.encode()
    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: secretive.user.change_password(wrong, wrong),
        lambda: secretive.user.delete(wrong),
        lambda: secretive.devices.get("1", access_token=f"{CANARY} {CANARY}"),
        lambda: secretive.devices.get("1", headers={"X-Key": f"{CANARY}\n"}),
        lambda: secretive.devices.get("1", query={"key": wrong}),
        lambda: secretive.login("user", wrong),
        lambda: secretive.get(f"v1?access_token={CANARY}"),
        lambda: secretive.get(f"http://user:{CANARY}@127.0.0.1/v1"),
        lambda: secretive.get(f"/v1/a b?access_token={CANARY}"),
    ]
    for call in calls:
        with pytest.raises((TypeError, ValueError)) as caught:
            await call()
        assert CANARY not in messages(caught.value)
    assert recorder.requests == []


async def test_what_a_server_repeats_is_not_shown(
    secretive: AsyncParticle, recorder: Recorder
) -> None:
    def repeat(request: Recorded) -> Answer:
        said = f"{request.header('authorization')}; {request.body.decode()}; {request.query}"
        return response(400, json={"error": "invalid", "error_description": said})

    recorder.respond = repeat
    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: secretive.devices.get("1"),
        lambda: secretive.devices.get("1", access_token=f"call-{CANARY}"),
        lambda: secretive.login("user", CANARY),
        lambda: secretive.submit_otp(CANARY, CANARY),
        secretive.login_as_client_owner,
    ]
    for call in calls:
        error = await failure_of(call)
        assert isinstance(error, APIStatusError)
        assert CANARY not in messages(error)
        assert "***" in str(error)


@pytest.mark.parametrize(
    "content",
    [
        b'{"access_token": "' + CANARY.encode() + b'\xff"}',
        b'{"access_token": "' + CANARY.encode() + b'", }',
        b'"' + CANARY.encode(),
    ],
)
async def test_a_broken_answer_is_in_no_chained_error(
    content: bytes, secretive: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = lambda request: response(content=content)
    for call in (lambda: secretive.login("user", "password"), secretive.tokens.current):
        error = await failure_of(call)
        assert isinstance(error, ResponseDecodeError)
        assert CANARY not in messages(error)
        chained = [error.__cause__, error.__context__]
        assert CANARY not in repr(chained) + str([vars(each) for each in chained if each])


@pytest.mark.parametrize("raised", [KeyboardInterrupt, asyncio.CancelledError])
async def test_what_is_interrupted_keeps_no_secret(
    raised: type[BaseException],
    kind: Kind,
    secretive: AsyncParticle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C, or a time limit of the user's, while the request is written."""

    def interrupt(*_: Any, **__: Any) -> None:
        raise raised

    library = "_sync.http11.HTTP11" if kind == "sync" else "_async.http11.AsyncHTTP11"
    monkeypatch.setattr(f"httpcore.{library}Connection._send_event", interrupt)
    with pytest.raises(raised) as caught:
        await secretive.login("user", CANARY, headers={"x-api-key": CANARY})
    assert CANARY not in crash_report(caught.value)


async def test_a_hooks_own_error_keeps_its_traceback(
    new_client: NewClient, recorder: Recorder
) -> None:
    def hook(_: object) -> None:
        raise ZeroDivisionError

    client = new_client(access_token=CANARY, base_url=recorder.base_url, on_response=hook)
    with pytest.raises(ZeroDivisionError) as caught:
        await client.devices.get("1")
    assert traceback.extract_tb(caught.value.__traceback__)[-1].name == "hook"


async def test_reprs_show_no_secret(secretive: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"access_token": CANARY, "token_type": "bearer", "expires_in": 1})
    response = await secretive.with_raw_response(secretive.login, "user", CANARY)
    client: Any = secretive
    shown = [
        client,
        client.product("p"),
        client.org("o"),
        client.devices,
        client._credentials,
        client._transport,
        response,
        response.data,
        response.http_response,
        Credentials(CANARY),
    ]
    assert CANARY not in repr(shown) + str(shown)


SECRETS_OF_A_WEBHOOK: dict[str, Any] = {
    "url": f"https://user:{CANARY}@hooks.example/services/{CANARY}?key={CANARY}",
    "headers": {"Authorization": CANARY},
    "query": {"key": CANARY},
    "form": {"key": CANARY},
    "json": {"key": CANARY},
    "body": CANARY,
    "auth": {"username": CANARY, "password": CANARY},
    "logs": [{"request": CANARY}],
}


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (models.Webhook, SECRETS_OF_A_WEBHOOK),
        (models.WebhookCreated, {"url": CANARY}),
        (models.IntegrationResponse, {"integration": {"api_key": CANARY, "logs": [CANARY]}}),
        (models.UsageReportAttributes, {"download_url": CANARY}),
        (models.AccessToken, {"access_token": CANARY, "refresh_token": CANARY}),
        (models.OAuthClient, {"secret": CANARY}),
        (models.ApiUserToken, {"token": CANARY}),
        (models.ClaimCode, {"claim_code": CANARY}),
        (models.MfaEnrollment, {"mfa_token": CANARY, "qr_url": CANARY, "secret": CANARY}),
        (models.Device, {"mobile_secret": CANARY, "a_field_of_tomorrow": CANARY}),
    ],
)
def test_models_show_no_secret(model: type[Model], fields: dict[str, Any]) -> None:
    answer = model.from_dict(fields)
    for shown in (repr(answer), str(answer), f"{answer}", repr([answer]), repr(vars(answer))):
        assert CANARY not in shown
    assert answer.to_dict() == fields


async def test_strict_mode_shows_no_value_that_may_be_secret(
    secretive: AsyncParticle, recorder: Recorder
) -> None:
    for answer in (
        {"access_token": 7, "token_type": "bearer", "expires_in": 1, "new": CANARY},
        {"access_token": {"is": CANARY}, "token_type": {"is": CANARY}, "expires_in": [CANARY]},
    ):
        recorder.answer(json=answer)
        with pytest.raises(ResponseValidationError) as caught:
            await secretive.login("user", "password")
        assert CANARY not in messages(caught.value)
        assert "response.access_token: " in str(caught.value)
        assert all(CANARY not in line for line in caught.value.differences)


@pytest.mark.parametrize("answer", ["unauthorized", "wrong types"])
async def test_logs_show_no_secret(
    answer: str,
    secretive: AsyncParticle,
    recorder: Recorder,
    caplog: pytest.LogCaptureFixture,
) -> None:
    recorder.respond = lambda request: ANSWERS[answer]
    with caplog.at_level(logging.DEBUG):
        await failure_of(lambda: secretive.tokens.delete(CANARY))
        await failure_of(lambda: secretive.tokens.list("user", CANARY, otp=CANARY))
        await failure_of(lambda: secretive.login("user", CANARY))
        await failure_of(lambda: secretive.user.change_password(CANARY, CANARY))
        await failure_of(lambda: secretive.get(f"/v1/things?access_token={CANARY}"))
        await failure_of(lambda: secretive.devices.get("1", query={"api_key": CANARY}))
    assert len(recorder.requests) == 6
    assert "HTTP Request: DELETE" in caplog.text  # of httpx
    assert CANARY not in caplog.text

"""Errors: the right class for every response, with what the API said, through pickle and copy."""

from __future__ import annotations

import copy
import importlib
import json
import pickle
import pkgutil
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import particle_client
from particle_client import errors
from particle_client.base.error_factory import status_error
from particle_client.base.status_errors import parse_retry_after
from particle_client.errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    InvalidCredentialsError,
    MFARequiredError,
    NotFoundError,
    ParticleError,
    PermissionDeniedError,
    RateLimitError,
    RequestFailedError,
    ResponseDecodeError,
    ResponseValidationError,
    StreamError,
)
from particle_client.events.event import Event
from particle_client.firmware.errors import CompileError
from tests.recorder import response
from tests.responses import raw_response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from particle_client import AsyncParticle
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

# Whatever raises an error of its own is to be found by `all_errors`.
for _module in pkgutil.walk_packages(particle_client.__path__, "particle_client."):
    if not _module.name.endswith("__main__"):
        importlib.import_module(_module.name)


def all_errors(cls: type[ParticleError] = ParticleError) -> Iterator[type[ParticleError]]:
    """Return a class and those below it, without those of other tests."""
    if cls.__module__.startswith("particle_client."):
        yield cls
    for each in cls.__subclasses__():
        yield from all_errors(each)


# --- the tree -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (300, "RedirectError"),
        (302, "RedirectError"),
        (304, "RedirectError"),
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (402, "APIStatusError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (405, "APIStatusError"),
        (408, "RequestTimeoutError"),
        (409, "ConflictError"),
        (413, "PayloadTooLargeError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "InternalServerError"),
        (502, "InternalServerError"),
        (503, "InternalServerError"),
        (504, "InternalServerError"),
        (529, "RateLimitError"),
        (599, "InternalServerError"),
    ],
)
async def test_each_status_has_its_class(
    status: int, name: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(
        status,
        json={"error": "code", "error_description": "Why."},
        headers={"X-Request-Id": "7"},
    )
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.get("1", query={"q": "secret"})
    error = caught.value
    assert type(error).__name__ == name
    assert error.status_code == status
    for headers in (error.headers, error.response.headers):
        assert headers["x-request-id"] == headers["X-Request-Id"] == "7"
    assert (error.response.status_code, error.response.url) == (status, error.url)
    assert (error.method, error.url) == ("GET", f"{recorder.base_url}/v1/devices/1")
    if status != 304:  # which has no body
        assert (error.error, error.error_description) == ("code", "Why.")
        assert error.body == {"error": "code", "error_description": "Why."}
        assert json.loads(error.content) == error.body
        assert error.response.json() == error.body
        said = "the redirect is not followed: it doesn't say where to"
        message = f"GET {error.url}: HTTP {status}: " + (said if status == 302 else "Why. (code)")
        assert str(error) == (f"{message}. {error.advice}" if error.advice else message)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 206, 299])
async def test_each_success_is_one(status: int, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(status)
    assert (await wire.get("/v1/things")).status_code == status


def test_every_error_can_be_had_from_the_package() -> None:
    public = {cls for cls in all_errors() if cls.__module__.startswith("particle_client.")}
    names = {cls.__name__ for cls in public}
    assert names == {name for name in dir(errors) if name.endswith("Error")}
    assert names <= set(dir(particle_client))
    for name in names:
        assert getattr(particle_client, name) is getattr(errors, name)


def test_the_docs_draw_the_tree() -> None:
    text = (Path(__file__).parents[2] / "docs" / "errors.md").read_text("utf-8")
    for cls in all_errors():
        assert cls.__name__ in text or not cls.__module__.startswith("particle_client.")


# --- what the API said ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "error", "description"),
    [
        (
            {"error": "unauthorized", "error_description": "Not allowed"},
            "unauthorized",
            "Not allowed",
        ),
        ({"error": "Device not found"}, "Device not found", None),
        ({"ok": False, "error": "Timed out."}, "Timed out.", None),
        ({"ok": False, "errors": ["first", "second"]}, None, "first; second"),
        ({"ok": False, "errors": "only one"}, None, "only one"),
        ({"errors": [{"message": "a"}, {"message": "b"}]}, None, "a; b"),
        ({"errors": [{"error": "a"}, {"detail": "b"}, {"title": "c"}, 7]}, None, "a; b; c; 7"),
        ({"errors": {"name": "a"}}, None, None),
        ({"code": 400, "error": "Nope"}, "Nope", None),
        ({"code": 400, "message": "Nope"}, "400", "Nope"),
        ({"error": "Permission Denied", "info": "No access"}, "Permission Denied", "No access"),
        ({"error": "bad_request", "description": "No date"}, "bad_request", "No date"),
        ({"message": "Invalid Schema", "description": "No"}, "Invalid Schema", "No"),
        ({"title": "Forbidden", "status": 403, "detail": "No"}, "Forbidden", "No"),
        ({"title": "Forbidden"}, None, "Forbidden"),
        ({"error": {"message": "inside"}}, "inside", None),
        ({"error": True, "message": "Nope"}, None, "Nope"),
        ({"error": "", "error_description": ""}, None, None),
        ({"error": None}, None, None),
        ({"ok": False}, None, None),
        ({}, None, None),
        (["first", {"message": "second"}], None, "first; second"),
        ("plain text", None, "plain text"),
        ([], None, None),
        (7, None, "7"),
        (None, None, None),
    ],
)
async def test_error_bodies_of_all_shapes(
    body: Any, error: str | None, description: str | None, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(400, content=json.dumps(body).encode())
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.get("1")
    assert (caught.value.error, caught.value.error_description) == (error, description)
    assert caught.value.body == body
    for said in (error, description):
        assert said is None or said in str(caught.value)


@pytest.mark.parametrize(
    ("content", "description"),
    [
        (b"Bad Gateway", "Bad Gateway"),
        (b"  upstream\n\n timed   out ", "upstream timed out"),
        (
            b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title><style>a{}</style></head>"
            b"<body><h1>Bad\nGateway</h1><script>x()</script></body></html>",
            "502 Bad Gateway Bad Gateway",
        ),
        (b"x" * 1000, "x" * 200 + "…"),
        (b"", None),
        (b"   ", None),
        (b"\xff\xfe\x00", None),
        (b"\x1f\x8b\x08\x00gzip", None),
        (b"caf\xe9", "caf\ufffd"),
        (b"\xef\xbb\xbf<html><h1>Not&nbsp;here &amp; there</h1>", "Not here & there"),
        (b'{"error": "mfa_required", "mfa_token": "s3cr3t', None),
        (b'["s3cr3t', None),
        (b"[" * 100_000, None),
    ],
)
async def test_error_bodies_that_are_no_json(
    content: bytes, description: str | None, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(502, content=content, content_type="text/html")
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.get("1")
    error = caught.value
    assert (error.error, error.error_description) == (None, description)
    assert error.content == content
    assert error.body == (content.decode("utf-8-sig", "replace") if content else None)
    assert "s3cr3t" not in str(error)
    assert len(str(error)) < 400


async def test_json_in_another_encoding_is_read_all_the_same(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    body = {"error": "not_found", "error_description": "No such caf\xe9"}
    text = json.dumps(body, ensure_ascii=False)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        recorder.answer(404, content=text.encode(encoding))
        with pytest.raises(APIStatusError) as caught:
            await wire.devices.get("1")
        assert caught.value.body == body
    recorder.answer(404, content=text.encode("latin-1"))
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.get("1")
    assert caught.value.error == "not_found"
    assert caught.value.error_description == "No such caf\ufffd"


async def test_a_message_is_a_line_of_plain_text(wire: AsyncParticle, recorder: Recorder) -> None:
    said = "no\x1b[2J\r\nERROR root: forged\x9b\u2028" + "x" * 10_000
    recorder.answer(400, json={"error_description": said})
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.get("1")
    assert caught.value.error_description == said
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 700


async def test_only_mfa_required_asks_for_a_password(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    for status, body, cls in (
        (403, {"error": "mfa_required", "mfa_token": "abc"}, MFARequiredError),
        (403, {"error": "other", "mfa_token": "abc"}, PermissionDeniedError),
        (403, ["mfa_required"], PermissionDeniedError),
        (400, {"error": "other", "mfa_token": "abc"}, errors.BadRequestError),
    ):
        recorder.answer(status, json=body)
        with pytest.raises(APIStatusError) as caught:
            await wire.login("user", "password")
        assert type(caught.value) is cls
    without: Any = status_error(raw_response(403, b'{"error": "mfa_required"}'))
    assert without.mfa_token == ""


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7), ("0", 0), (" 1.5 ", 1.5), (None, None), ("", None), ("soon", None), ("-5", None)],
)
async def test_how_long_to_wait(
    header: str | None, seconds: float | None, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(429, headers={} if header is None else {"Retry-After": header})
    with pytest.raises(RateLimitError) as caught:
        await wire.devices.get("1")
    assert caught.value.retry_after == seconds
    time = f" {seconds:g} s" if seconds else ""
    assert str(caught.value).endswith(f"Wait{time} before the next request.")


def test_how_long_to_wait_until_a_date() -> None:
    assert parse_retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    seconds = parse_retry_after(in_an_hour)
    assert seconds is not None
    assert 3000 < seconds <= 3600
    assert parse_retry_after("Wed, 21 Oct 2015 07:28:00 -0000") == 0


@example("0 JAN 0 0:2200000000")
@given(st.text() | st.from_regex(r"\A[0-9.]{1,400}\Z") | st.from_regex(r"\A\w+, \d+ \w+ \d+ .*\Z"))
def test_a_strange_retry_after_is_none(header: str) -> None:
    seconds = parse_retry_after(header)
    assert seconds is None or seconds >= 0


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "errors", "message", "code", "info", "x"]), inner, max_size=3
        )
    ),
)


@given(
    st.integers(300, 999), st.binary() | json_values.map(lambda value: json.dumps(value).encode())
)
def test_every_answer_makes_an_error(status: int, content: bytes) -> None:
    error = status_error(raw_response(status, content))
    assert error.content == content
    assert f"HTTP {status}" in str(error)
    assert_same(pickle.loads(pickle.dumps(error)), error)


def test_errors_nested_without_end_are_no_problem() -> None:
    content = b'{"error":' * 500 + b"1" + b"}" * 500
    error = status_error(raw_response(400, content))
    assert error.error is None


# --- a success that is none -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "error", "description"),
    [
        ({"ok": False, "error": "Nope"}, "Nope", None),
        ({"ok": False, "errors": ["a", {"message": "b"}]}, None, "a; b"),
        ({"ok": False}, None, None),
        ({"ok": False, "id": "1", "name": "lamp", "message": "No"}, None, "No"),
        ({"error": "bad_request", "description": "No date"}, "bad_request", "No date"),
        ({"error": "bad_request", "code": 400}, "bad_request", None),
    ],
)
async def test_a_success_that_says_it_failed(
    body: Any, error: str | None, description: str | None, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = lambda request: response(json=body)
    product = wire.product("p")
    calls: list[Callable[[], Any]] = [
        lambda: wire.devices.get("1"),
        wire.devices.list,
        product.devices.list,
        lambda: product.team.list(),
        lambda: wire.devices.unclaim("1"),
        lambda: product.groups.delete("g"),
        lambda: wire.events.publish("a", "b"),
        lambda: wire.login("user", "password"),
    ]
    for call in calls:
        with pytest.raises(RequestFailedError) as caught:
            await call()
        assert (caught.value.error, caught.value.error_description) == (error, description)
        assert (caught.value.status_code, caught.value.body) == (200, body)
        assert caught.value.response.json() == body
        assert ": HTTP 200" in str(caught.value)
    assert len(recorder.requests) == len(calls)


async def test_an_error_that_the_document_has_in_an_answer_is_none(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    body = {"error": "bad_request", "description": "start_date must not be in the future"}
    recorder.answer(json=body)
    page: Any = await wire.diagnostics.list("1")
    assert page.to_dict() == body
    assert page.body.error == "bad_request"
    assert page.items == []


@pytest.mark.parametrize(
    "body",
    [
        {"id": "1", "error": "of tomorrow"},
        {"ok": True, "error": "none"},
        {"error": None},
        {"error": {}},
        {"ok": None},
        {},
    ],
)
async def test_a_surprise_is_no_failure(body: Any, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json=body)
    assert (await wire.devices.get("1")).to_dict() == body


# --- compiler errors ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "messages", "text"),
    [
        (
            {"ok": False, "errors": ["a.cpp:1: no", "b.cpp:2: no"], "output": "Compiler failed."},
            ["a.cpp:1: no", "b.cpp:2: no"],
            "a.cpp:1: no\nb.cpp:2: no",
        ),
        ({"ok": False, "errors": "one text"}, ["one text"], "one text"),
        ({"ok": False, "errors": [{"message": "inside"}]}, ["inside"], "inside"),
        (
            {"ok": False, "errors": [{"line": 7}, None]},
            ["{'line': 7}", "None"],
            "{'line': 7}\nNone",
        ),
        ({"ok": False, "output": "Compiler failed."}, [], "Compiler failed."),
        ({"ok": False, "errors": 7}, ["7"], "7"),
        ({"ok": False}, [], "The source code doesn't compile."),
    ],
)
@pytest.mark.parametrize("call", ["flash", "compile"])
async def test_source_code_that_does_not_compile(
    call: str,
    answer: dict[str, Any],
    messages: list[str],
    text: str,
    wire: AsyncParticle,
    recorder: Recorder,
) -> None:
    recorder.answer(json=answer)
    files = {"main.cpp": b"#error"}
    with pytest.raises(CompileError) as caught:
        await (wire.devices.flash("1", files) if call == "flash" else wire.firmware.compile(files))
    assert caught.value.errors == messages
    assert caught.value.output == answer.get("output", "")
    assert str(caught.value) == text


# --- pickle and copy ------------------------------------------------------------------------------


def make(cls: type[Any]) -> Any:
    """Return an error of a class with something in each attribute."""
    if issubclass(cls, APIStatusError):
        content = b'{"error":"mfa_required","error_description":"d","mfa_token":"t"}'
        return cls(raw_response(418, content, httpx.Headers({"Retry-After": "7"})))
    if issubclass(cls, APITimeoutError):
        return cls("message", method="GET", url="http://x", sent=False, phase="connect")
    if issubclass(cls, APIConnectionError):
        return cls("message", method="GET", url="http://x", sent=False)
    if issubclass(cls, errors.FlashTimeoutError):
        return cls("1", "message", phase="starting", events=(Event("a", "{}"),))
    if issubclass(cls, errors.FlashError):
        return cls("1", "failed", events=(Event("a", "{}"),))
    if issubclass(cls, errors.DownloadError):
        return cls("message", method="GET", url="http://x", done=7, length=9)
    if issubclass(cls, ResponseDecodeError) or cls is errors.ResponseError:
        if issubclass(cls, ResponseValidationError):
            return cls(raw_response(200, b"x", {"a": "b"}), ("one", "two"))
        return cls("message", raw_response(200, b"x", {"a": "b"}))
    if issubclass(cls, CompileError):
        return cls(["one", "two"], "output")
    if issubclass(cls, errors.RateLimitExceededError):
        return cls("message", limit="requests", retry_after=1.5)
    if issubclass(cls, errors.RateLimiterUnavailableError):
        return cls("message")
    if issubclass(cls, errors.FlashTimeoutError):
        return cls("0123456789abcdef01234567", "message", phase="starting")
    if issubclass(cls, errors.FlashError):
        return cls("0123456789abcdef01234567", "failed")
    assert issubclass(cls, ConfigurationError | StreamError) or cls is ParticleError
    return cls("message")


def assert_same_response(one: Any, other: Any) -> None:
    for name in ("method", "url", "status_code", "content", "data"):
        assert getattr(one, name) == getattr(other, name)
    assert dict(one.headers) == dict(other.headers)


def assert_same(one: Any, other: Any) -> None:
    assert type(one) is type(other)
    assert str(one) == str(other)
    assert repr(one) == repr(other)
    assert one.args == other.args
    ones, others = dict(vars(one)), dict(vars(other))
    responses = ones.pop("response", None), others.pop("response", None)
    assert ones == others
    if responses[0] is not None:
        assert_same_response(*responses)


@pytest.mark.parametrize("cls", list(all_errors()), ids=lambda cls: cls.__name__)
def test_every_error_pickles_and_copies(cls: type[ParticleError]) -> None:
    error = make(cls)
    error.add_note("a note of the user's")
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert_same(pickle.loads(pickle.dumps(error, protocol)), error)
    assert_same(copy.copy(error), error)
    twin = copy.deepcopy(error)
    assert_same(twin, error)
    if isinstance(error, APIStatusError | ResponseDecodeError):
        assert twin.headers is not error.headers
        assert twin.response.content == error.content
    if isinstance(error, APIStatusError):
        assert twin.headers["Retry-After"] == "7"
        assert twin.error == "mfa_required"
    if isinstance(error, MFARequiredError):
        assert twin.mfa_token == "t"
    if isinstance(error, RateLimitError):
        assert twin.retry_after == 7
    if isinstance(error, ResponseValidationError):
        assert twin.differences == ("one", "two")


def test_a_configuration_error_is_a_value_error() -> None:
    assert issubclass(ConfigurationError, ValueError)
    assert not issubclass(APIStatusError, ValueError)


@pytest.mark.parametrize("status", [400, 401])
@pytest.mark.parametrize(
    ("code", "advice"), [("invalid_grant", "user name and password"), ("invalid_client", "OAuth")]
)
async def test_a_refused_login_is_known_by_what_it_is(
    status: int, code: str, advice: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(status, json={"error": code})
    with pytest.raises(InvalidCredentialsError, match=advice) as caught:
        await wire.login("you@example.com", "wrong")
    assert isinstance(caught.value, AuthenticationError)
    assert isinstance(caught.value, BadRequestError)
    assert caught.value.status_code == status


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        ({"error": "Device is not connected to the cloud"}, "The device is offline"),
        ({"ok": False, "errors": ["Device not connected"]}, "The device is offline"),
        ({"error": "Not Found"}, "Check the ids"),
    ],
)
async def test_a_404_of_an_offline_device_says_so(
    body: Any, advice: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(404, json=body)
    with pytest.raises(NotFoundError, match=advice):
        await wire.devices.call_function("1", "brew")


@pytest.mark.parametrize(
    ("header", "wait"),
    [("2300000000", "86400 s"), ("9" * 400, "86400 s"), ("12345.5", "12345.5 s"), ("0.5", "0.5 s")],
)
def test_a_long_wait_is_written_out(header: str, wait: str) -> None:
    error = status_error(raw_response(429, headers={"retry-after": header}))
    assert str(error).endswith(f"Wait {wait} before the next request.")


def test_nothing_in_a_message_breaks_a_log() -> None:
    error = status_error(raw_response(403, b'{"error": "\\ud800\\nNo."}'))
    assert str(error).startswith("GET /: HTTP 403: No. Check")
    required = status_error(raw_response(403, b'{"error": "mfa_required", "mfa_token": "\\ud800"}'))
    assert isinstance(required, MFARequiredError)
    assert required.mfa_token == "?"

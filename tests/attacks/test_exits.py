"""A server that repeats every secret that it is sent: no error keeps one, whatever its class."""

from __future__ import annotations

import copy
import json
import logging
import pickle
from base64 import b64encode
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, unquote

import pytest

from particle_client import APIStatusError, MFARequiredError, ParticleError, StreamError
from tests.client.methods import METHODS
from tests.recorder import Answer, response
from tests.reports import crash_report, messages

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from particle_client import AsyncParticle
    from tests.conftest import NewClient
    from tests.recorder import Recorded, Recorder

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning"),
]

CANARY = "cAnArY"
TOKEN = f"{CANARY}-0123456789"
PASSWORD = f'{CANARY} & "höhle" +/%'
BASIC = b64encode(f"user:{PASSWORD}".encode()).decode()
FORBIDDEN = (CANARY, BASIC)
SECRETS: dict[str, Any] = {
    **dict.fromkeys(
        ("client_secret", "current_password", "mfa_token", "otp", "password", "policy_key"),
        PASSWORD,
    ),
    **dict.fromkeys(("api_key", "refresh_token", "secret", "token"), TOKEN),
    **{name: {"key": [PASSWORD]} for name in ("form", "integration", "json", "request_headers")},
    "auth": {"username": "user", "password": PASSWORD},
    "url": f"https://user:{TOKEN}@hooks.example/",
    "username": "user",
}


def said(request: Recorded) -> str:
    """Return all that a request says, as it came and decoded."""
    body = request.body.decode("utf-8", "replace")
    try:
        fields = list(json.loads(body).values())
    except ValueError:
        fields = [value for _, value in request.form]
    authorization = request.header("authorization")
    return f"{fields}; {unquote(body)}; {body}; {authorization}; {unquote(request.target)}"


def in_header(text: str) -> str:
    return json.dumps(text)


REPEATED: dict[str, Callable[[Recorded], Answer]] = {
    "as a description": lambda r: response(400, json={"error": "e", "error_description": said(r)}),
    "as another one": lambda r: response(401, json={"errors": [{"message": said(r)}]}),
    "in a server error": lambda r: response(500, json={"info": [said(r)]}),
    "as text": lambda r: response(500, content=said(r).encode(), content_type="text/plain"),
    "in a page": lambda r: response(502, content=f"<p>{said(r)}".encode()),
    "without being JSON": lambda r: response(content=said(r).encode()),
    "as a form": lambda r: response(content=b"access_token=" + quote(said(r)).encode()),
    "as another type": lambda r: response(json=[said(r)]),
    "as what the compiler says": lambda r: response(
        json={"ok": False, "errors": [said(r)], "output": said(r)}
    ),
    "as a failure": lambda r: response(json={"ok": False, "error": said(r)}),
    "in wrong fields": lambda r: response(json={"ok": said(r), "id": said(r), "name": [said(r)]}),
    "in headers": lambda r: response(
        403, headers={"x-request-id": in_header(said(r)), "content-type": in_header(said(r))}
    ),
    "as a place": lambda r: (
        response(404, json={"error": unquote(r.target)})
        if "/there" in r.target
        else response(302, headers={"location": f"/there/{quote(said(r), safe='')}"})
    ),
    "as no place": lambda r: response(307, headers={"location": f"ftp://{quote(said(r))}/"}),
    "in a broken status": lambda r: Answer(f"HTTP/1.1 {said(r)}\r\n\r\n".encode(), close=True),
    "in a broken header": lambda r: Answer(
        f"HTTP/1.1 200 OK\r\n{said(r)}\r\n\r\n".encode(), close=True
    ),
}


def inside(value: object, seen: set[int]) -> Iterator[str]:
    """Yield what an object holds, and what that holds, down to texts."""
    if id(value) in seen or isinstance(value, type):
        return
    seen.add(id(value))
    yield repr(value)
    if isinstance(value, bytes):
        yield value.decode("utf-8", "replace")
    elif isinstance(value, dict):
        yield from inside([*value.items()], seen)
    elif isinstance(value, list | tuple | set):
        for each in cast("list[object]", value):
            yield from inside(each, seen)
    elif not isinstance(value, str) and hasattr(value, "__dict__"):
        yield from inside(vars(value), seen)
    for name in getattr(type(value), "__slots__", ()):
        yield from inside(getattr(value, name, None), seen)


def exits(error: BaseException) -> str:
    """Return all that gets out with an error: printed, logged, pickled, reported or looked at."""
    texts = [messages(error), crash_report(error), *inside(error, set())]
    texts += [repr(pickle.dumps(error)), *inside(vars(copy.deepcopy(error)), set())]
    chained = error.__cause__ or error.__context__
    return "\n".join(texts) + ("" if chained is None else exits(chained))


def assert_keeps_nothing(text: str, about: str) -> None:
    for forbidden in FORBIDDEN:
        at = text.find(forbidden)
        assert at < 0, f"{about}: …{text[max(at - 300, 0) : at + 100]}…"


def calls(client: AsyncParticle, kind: str) -> Iterator[tuple[str, Callable[[], Awaitable[Any]]]]:
    """Yield calls with which each argument that is a secret is sent.

    What methods make of their arguments doesn't depend on the HTTP library.
    """
    tried: set[frozenset[str]] = set()
    for method in METHODS if kind in ("sync", "asyncio") else ():
        known = {name: SECRETS[name] for name in SECRETS.keys() & method.parameters.keys()}
        if method.resource == "secrets" and "value" in method.parameters:
            known["value"] = PASSWORD
        if known.keys() - {"username"} and frozenset(known) not in tried:
            tried.add(frozenset(known))
            yield repr(method), partial(method.of(client), **{**method.arguments, **known})
    yield "login", lambda: client.login("user", PASSWORD)
    yield "submit_otp", lambda: client.submit_otp(TOKEN, PASSWORD)
    yield "login_as_client_owner", client.login_as_client_owner
    yield "refresh", lambda: client.tokens.refresh(TOKEN)
    yield "get", lambda: client.get(f"/v1/things?access_token={TOKEN}", query={"otp": PASSWORD})
    yield "post", lambda: client.post("/v1/things", json={"a": {"b": [PASSWORD]}})
    yield "put", lambda: client.put("/v1/things", form={"a": PASSWORD})
    headers = {"x-api-key": TOKEN, "authorization": f"Bearer {TOKEN}"}
    yield "headers", lambda: client.devices.get("1", headers=headers)
    yield "extra", lambda: client.devices.update("1", name="x", extra_body={"key": PASSWORD})
    yield "file", lambda: client.download_file(f"/v1/file?signature={TOKEN}")
    yield "compile", lambda: client.firmware.compile({"a.cpp": b""})
    yield "flash", lambda: client.devices.flash("1", {"a.cpp": b""})


def new_secretive(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    return new_client(
        access_token=TOKEN,
        client_id="mine",
        client_secret=f"{CANARY}-of-the-client",
        headers={"X-Key": f"{CANARY}-header"},
        base_url=recorder.base_url,
        strict=True,
        retries=0,
    )


@pytest.mark.parametrize("how", REPEATED)
async def test_what_a_server_repeats_is_in_no_error(
    how: str,
    kind: str,
    new_client: NewClient,
    recorder: Recorder,
    caplog: pytest.LogCaptureFixture,
    exporter: InMemorySpanExporter,
) -> None:
    client = new_secretive(new_client, recorder)
    recorder.respond = REPEATED[how]
    exporter.clear()
    failures = 0
    with caplog.at_level(logging.DEBUG, "particle_client"):
        for name, call in calls(client, kind):
            try:
                await call()
            except ParticleError as error:
                failures += 1
                assert_keeps_nothing(exits(error), f"{name}, {how}")
    assert failures
    assert_keeps_nothing(caplog.text, "the log")
    spans = exporter.get_finished_spans()
    assert spans
    assert_keeps_nothing("".join(span.to_json() for span in spans), "the spans")


@pytest.mark.parametrize("how", ["as a description", "as text", "in headers", "as an event stream"])
async def test_nor_in_those_of_streams(
    how: str,
    kind: str,
    new_client: NewClient,
    recorder: Recorder,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def follow() -> None:
        options: dict[str, Any] = {"headers": {"x-api-key": TOKEN}, "max_reconnects": 0}
        if kind in ("sync", "own httpx.Client"):
            with cast("Any", client).target.events.stream("a", **options) as events:
                next(events)
        else:
            async with client.events.stream("a", **options) as events:
                await anext(events)

    client = new_secretive(new_client, recorder)
    recorder.respond = REPEATED.get(
        how, lambda r: response(content=b"", headers={"content-type": f"text/{in_header(said(r))}"})
    )
    with caplog.at_level(logging.DEBUG), pytest.raises((StreamError, APIStatusError)) as caught:
        await follow()
    assert_keeps_nothing(exits(caught.value), how)
    lines = [record.getMessage() for record in caplog.records if "httpcore" not in record.name]
    assert_keeps_nothing("\n".join(lines), "the log")


async def test_what_the_server_tells_is_kept(new_client: NewClient, recorder: Recorder) -> None:
    """What a program needs of an error is no secret that was sent."""
    client = new_secretive(new_client, recorder)
    recorder.answer(
        403, json={"error": "mfa_required", "mfa_token": "of-the-server", "x": PASSWORD}
    )
    with pytest.raises(MFARequiredError) as caught:
        await client.login("user", PASSWORD)
    error = caught.value
    assert error.mfa_token == "of-the-server"
    assert error.response.json() == error.body
    assert error.body == {"error": "mfa_required", "mfa_token": "of-the-server", "x": "***"}

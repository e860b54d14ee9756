"""The page for those who know the JavaScript SDK names every method, and its calls work."""

from __future__ import annotations

import ast
import inspect
import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from particle_client import AsyncParticle, EventStream, Particle, ParticleError, errors
from particle_client.calls.config import ClientOptions
from particle_client.calls.options import RawOptions, RequestOptions
from particle_client.methods.stream_options import EventStreamOptions
from tests.every import every

from .calls import CALLS
from .from_javascript import ALIASES, DOCUMENTED, ERRORS, PAGE, RENAMED, STREAM, page
from .methods.common import bytes_of
from .recording import Reply
from .test_wire import MORE, VECTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .recording import RecordingServer

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

OF_THE_CLIENT = {"new Particle", "setDefaultAuth", "setBaseUrl", "setContext", "client"}
"""They send nothing."""
OF_TWO_REQUESTS = {"library.download"}

EXPRESSIONS = [(method, call) for method, calls in DOCUMENTED.items() for call in calls]
SENT = [each for each in EXPRESSIONS if each[0] not in OF_THE_CLIENT | OF_TWO_REQUESTS]


def test_the_page_is_what_the_table_gives() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.wire.from_javascript"


def test_the_table_has_every_method() -> None:
    assert DOCUMENTED.keys() == CALLS.keys() | OF_THE_CLIENT | OF_TWO_REQUESTS | ALIASES.keys()
    assert CALLS.keys() >= set(ALIASES.values())


def promises() -> Iterator[tuple[str, str]]:
    """Return each call that the page shows, and the same in each scope that the page adds to it."""
    text = PAGE.read_text(encoding="utf-8")
    for row in re.findall(r"^\| `.+` \| `.+` \| .* \|$", text, re.MULTILINE):
        method, shown, also = (cell.strip() for cell in row.strip("|").split(" |"))
        calls = [each.strip("`") for each in shown.split("<br>")]
        scopes = also.split("<br>") if also else [""] * len(calls)
        for call, added in zip(calls, scopes, strict=True):
            yield method.strip("`"), call
            for scope in re.findall(r"`(\w+)`", added):
                yield method.strip("`"), ".".join([scope, *call.split(".")[1:]])


PROMISES = list(promises())


def test_the_page_promises_the_calls_of_the_table() -> None:
    assert set(PROMISES) >= set(EXPRESSIONS)
    assert ("getDevice", "product.devices.get(device_id)") in PROMISES
    assert ("listEnvVars", "org.env.list()") in PROMISES
    assert not [call for _, call in PROMISES if "_for_device" in call and call[:8] != "particle"]


@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
@every("promise", PROMISES)
def test_the_call_exists(promise: tuple[str, str], cls: Any) -> None:
    _, call = promise
    client = cls("TOKEN")
    roots = {
        "Particle": cls,
        "particle": client,
        "product": client.product("p"),
        "org": client.org("o"),
    }
    expression = ast.parse(call, mode="eval").body
    assert isinstance(expression, ast.Call)
    function = eval(ast.unparse(expression.func), {"__builtins__": {}}, roots)
    options: type = RequestOptions
    if function is cls or ".with_options(" in call:
        options = ClientOptions
    elif "RawOptions" in str(function.__annotations__.get("options")):
        options = RawOptions
    arguments_fit(expression, inspect.signature(function), frozenset(options.__annotations__))


@pytest.mark.parametrize("code", [code for code in STREAM.values() if code[:8] == "particle"])
def test_the_options_of_a_stream_exist(code: str, client: Particle) -> None:
    expression = ast.parse(code, mode="eval").body
    assert isinstance(expression, ast.Call)
    arguments_fit(
        expression,
        inspect.signature(client.events.stream),
        options=frozenset(EventStreamOptions.__annotations__),
    )


def arguments_fit(call: ast.Call, signature: inspect.Signature, options: frozenset[str]) -> None:
    """Check that a call passes what the method takes, and by the names that the method has."""
    for given, parameter in zip(call.args, signature.parameters.values(), strict=False):
        if isinstance(given, ast.Name):
            assert given.id == parameter.name
        else:  # what has no name that could be taken for the parameter's
            assert isinstance(given, ast.Constant | ast.Dict | ast.JoinedStr)
    named = {each.arg for each in call.keywords if each.arg is not None}
    assert named <= signature.parameters.keys() | options
    if all(each.arg is not None for each in call.keywords):
        signature.bind(*call.args, **dict.fromkeys(named))


def test_the_other_names_are_those_of_options_and_arguments() -> None:
    used = {
        each.id
        for _, call in EXPRESSIONS
        for each in ast.walk(ast.parse(call))
        if isinstance(each, ast.Name)
    }
    assert used >= {ours for names in RENAMED.values() for ours in names}
    options = {snake_case(name) for vector in VECTORS for name in vector["args"]}
    assert options >= RENAMED.keys()


def test_a_device_is_for_the_webhooks_of_an_account() -> None:
    """So says the text of the argument, and the page mustn't suggest otherwise."""
    assert "not for those of a product" in " ".join(
        (inspect.getdoc(Particle("TOKEN").webhooks.create) or "").split()
    )
    with_device = [call for name, call in PROMISES if name == "createWebhook" and "device" in call]
    assert with_device == ["particle.webhooks.create(event, url, device_id=device)"]


@every("sent", SENT)
def test_the_call_sends_what_the_method_sends(
    sent: tuple[str, str], client: Particle, server: RecordingServer
) -> None:
    method, call = sent
    server.take()
    recorded = [each for each in VECTORS + MORE if each["call"] == ALIASES.get(method, method)]
    assert any(requests_alike(call, vector, client, server) for vector in recorded)


def requests_alike(
    call: str, vector: dict[str, Any], client: Particle, server: RecordingServer
) -> bool:
    """Execute a call with the arguments of a recorded one; whether it requests the same."""
    names = dict(variables(vector["args"], client))
    if not {each.id for each in ast.walk(ast.parse(call)) if isinstance(each, ast.Name)} <= {
        *names
    }:
        return False
    given = eval(call, {"__builtins__": {}}, names)
    if isinstance(given, EventStream):
        with given:
            pass
    expected = vector["request"]
    path = unquote(expected["raw_path"].partition("?")[0])
    [request] = server.take()
    return request.method == expected["method"] and unquote(request.path) == path


def variables(args: dict[str, Any], client: Particle) -> Iterator[tuple[str, Any]]:
    """Return the SDK's options as variables, and those of another name here under that, too."""
    for name, value in options(args, client):
        yield name, value
        for ours in RENAMED.get(name, ()):
            if ours not in args:
                yield ours, value


def options(args: dict[str, Any], client: Particle) -> Iterator[tuple[str, Any]]:
    """Return the SDK's options: snake_case, scopes as objects, files as bytes."""
    yield "particle", client
    yield from (("client_id", "particle-api"), ("client_secret", "particle-api"))
    for name, value in args.items():
        if name == "product":
            yield "product", client.product(value)
            yield "product_id", value
        elif name == "org":
            yield "org", client.org(value)
        elif name == "files":
            yield "files", {path: bytes_of(file) for path, file in value.items()}
        elif isinstance(value, dict) and value.keys() == {"bytes"}:
            yield snake_case(name), bytes_of(value)
        elif isinstance(value, str):
            yield snake_case(name), value.replace("@BASE@", client.base_url)
        else:
            yield snake_case(name), value


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z])([A-Z])", r"_\1", name).lower()


FIELDS = {
    "data": '{"t": 20}',
    "published_at": "2026-01-02T03:04:05.678Z",
    "coreid": "1f",
    "ttl": 60,
    "userid": "2e",
    "productID": 42,
    "version": 3,
    "public": False,
}
EVENT = f"event: temperature\ndata: {json.dumps(FIELDS)}\n\n".encode()
OF_AN_EVENT = {
    "event.name": "temperature",
    "event.data": FIELDS["data"],
    "event.json()": {"t": 20},
    "event.published_at": datetime(2026, 1, 2, 3, 4, 5, 678000, UTC),
    "event.device_id": "1f",
    "event.ttl": 60,
    "event.user_id": "2e",
    "event.product_id": 42,
    "event.version": 3,
    "event.public": False,
}


@pytest.fixture
def events(server: RecordingServer) -> Iterator[None]:
    """Each event stream gives two events and ends."""
    server.reply = Reply(200, "text/event-stream", 2 * EVENT)
    yield
    server.reply = None


@pytest.mark.parametrize("code", STREAM.values())
def test_a_stream_does_what_the_emitter_does(code: str, client: Particle, events: None) -> None:
    handled: list[Any] = []
    names = {
        "particle": client,
        "prefix": "temperature",
        "handler": lambda *what: handled.append(what),
    }
    if code.startswith("particle"):
        with eval(code, {"__builtins__": {}}, names) as stream:
            for _ in range(3):
                next(stream)
        assert handled, "the handler is called when the connection ends"
        return
    with client.events.stream("temperature", reconnect_delay=0.001) as stream:
        if code in OF_AN_EVENT:
            assert eval(code, {"__builtins__": {}}, {"event": next(stream)}) == OF_AN_EVENT[code]
            return

        def handler(event: Any) -> None:
            handled.append(event.name)
            if len(handled) == 3:
                stream.close()

        exec(code, {"__builtins__": {}}, {"stream": stream, "handler": handler})
        assert stream.closed
        assert handled == (["temperature"] * 3 if "handler" in code else [])


def error_of(client: Particle, server: RecordingServer, status: int, body: object) -> Exception:
    """Return what a call raises when the server answers so."""
    server.reply = Reply(status, "application/json", json.dumps(body).encode())
    try:
        with pytest.raises(ParticleError) as caught:
            client.user.get(retries=0)
    finally:
        server.reply = None
    return caught.value


def holds(code: str, error: Exception) -> Any:
    return eval(code, vars(errors), {"error": error})


def test_errors_have_what_those_of_the_sdk_have(client: Particle, server: RecordingServer) -> None:
    body = {"error": "mfa_required", "error_description": "Second step", "mfa_token": "token"}
    error = error_of(client, server, 403, body)
    values = {
        theirs: holds(ours, error)
        for theirs, ours in ERRORS.items()
        if "===" not in theirs and ">=" not in theirs
    }
    assert "Second step" in values.pop("error.errorDescription")
    assert values == {
        "error.statusCode": 403,
        "error.body": body,
        "error.body.error": "mfa_required",
        "error.shortErrorDescription": "Second step",
        "error.body.mfa_token": "token",
    }
    assert holds(ERRORS["error.body.error === 'mfa_required'"], error)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 429, 500, 503])
def test_statuses_are_classes(status: int, client: Particle, server: RecordingServer) -> None:
    error = error_of(client, server, status, {"error": "no"})
    for theirs, ours in ERRORS.items():
        if theirs.startswith("error.statusCode ") and "undefined" not in theirs:
            expected = status >= 500 if ">=" in theirs else theirs.endswith(str(status))
            assert holds(ours, error) is expected, ours


def test_no_status_is_a_connection_error() -> None:
    with (
        Particle("token", base_url="http://127.0.0.1:1", retries=0) as client,
        pytest.raises(ParticleError) as caught,
    ):
        client.user.get()
    assert holds(ERRORS["error.statusCode === undefined"], caught.value)

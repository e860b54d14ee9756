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

from particle_client import EventStream, Particle, ParticleError, errors
from particle_client.operation import RequestOptions

from .calls import CALLS
from .from_javascript import ALIASES, DOCUMENTED, ERRORS, PAGE, STREAM, page
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


@pytest.mark.parametrize(("method", "call"), EXPRESSIONS)
def test_the_call_exists(method: str, call: str, client: Particle) -> None:
    expression = ast.parse(call, mode="eval").body
    assert isinstance(expression, ast.Call)
    roots = {
        "Particle": Particle,
        "particle": client,
        "product": client.product("p"),
        "org": client.org("o"),
    }
    function = eval(ast.unparse(expression.func), {"__builtins__": {}}, roots)
    parameters = inspect.signature(function).parameters
    named = {each.arg for each in expression.keywords if each.arg is not None}
    assert named <= parameters.keys() | RequestOptions.__annotations__.keys()
    if all(each.arg is not None for each in expression.keywords):
        inspect.signature(function).bind(*expression.args, **dict.fromkeys(named))


@pytest.mark.parametrize(("method", "call"), SENT)
def test_the_call_sends_what_the_method_sends(
    method: str, call: str, client: Particle, server: RecordingServer
) -> None:
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
    [request] = server.take()
    expected = vector["request"]
    return request.method == expected["method"] and unquote(request.path) == unquote(
        expected["raw_path"].partition("?")[0]
    )


def variables(args: dict[str, Any], client: Particle) -> Iterator[tuple[str, Any]]:
    """Give the SDK's options as variables: snake_case, scopes as objects, files as bytes."""
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
            yield name, bytes_of(value)
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
STREAM_OF_ONE = f"retry: 1\n\nevent: temperature\ndata: {json.dumps(FIELDS)}\n\n".encode()
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
    """Each event stream gives one event and ends."""
    server.reply = Reply(200, "text/event-stream", STREAM_OF_ONE)
    yield
    server.reply = None


@pytest.mark.parametrize("code", STREAM.values())
def test_a_stream_does_what_the_emitter_does(code: str, client: Particle, events: None) -> None:
    handled: list[Any] = []
    names = {
        "particle": client,
        "name": "temperature",
        "handler": lambda *what: handled.append(what),
    }
    if code.startswith("particle"):
        with eval(code, {"__builtins__": {}}, names) as stream:
            for _ in range(3):
                next(stream)
        assert handled, "the handler is called when the connection ends"
        return
    with client.events.stream("temperature") as stream:
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
    """Give what a call raises when the server answers so."""
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

"""`cloud.faults`: what it does to requests, answers and connections, byte for byte."""

from __future__ import annotations

import json
import logging
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.middleware import Middleware

from particle_client.sandbox import Sandbox

from .wire import make_api

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from starlette.types import ASGIApp, Receive, Scope, Send

    from particle_client.sandbox.faults import Fault, GarbageKind
    from particle_client.sandbox.spoiling import Stage

    from .wire import OpenStream

CALL = "POST /v1/devices/{deviceId}/{functionName}"
BIG = b"x" * 64_000_000
"""More than the system's buffers between two sockets hold."""


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A fault is no failure of the server, which would log one."""
    yield
    logged = [record for record in caplog.records if record.name.startswith("uvicorn")]
    assert [r.getMessage() for r in logged if r.levelno >= logging.WARNING] == []


@pytest.fixture
def api(cloud: Sandbox) -> Iterator[httpx.Client]:
    """A client that puts up with responses that the document doesn't have."""
    with make_api(cloud, check=False) as client:
        yield client


class RawConnection:
    """A connection that shows what comes over it, to the byte, and how it ends."""

    def __init__(self, cloud: Sandbox) -> None:
        address = urlsplit(cloud.base_url)
        assert address.hostname
        assert address.port
        self.token = cloud.access_token
        self.socket = socket.create_connection((address.hostname, address.port), timeout=10)

    def request(self, method: str, path: str, body: bytes = b"", *, length: int = -1) -> None:
        size = len(body) if length < 0 else length
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {self.token}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {size}\r\n\r\n"
        )
        self.socket.sendall(head.encode() + body)

    def until_end(self) -> tuple[bytes, str]:
        """What comes, and whether it ends with FIN or RST."""
        received = b""
        try:
            while piece := self.socket.recv(65536):
                received += piece
        except ConnectionResetError:
            return received, "RST"
        return received, "FIN"

    def until(self, text: bytes) -> bytes:
        received = b""
        while text not in received:
            piece = self.socket.recv(65536)
            assert piece, received
            received += piece
        return received

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.socket.close()


def call(cloud: Sandbox, path: str) -> tuple[bytes, str]:
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":"x"}')
        return connection.until_end()


@pytest.fixture
def calls() -> list[str]:
    return []


@pytest.fixture
def path(cloud: Sandbox, calls: list[str]) -> str:
    """Of a function that notes its calls and returns 7."""

    def run(argument: str) -> int:
        calls.append(argument)
        return 7

    return f"/v1/devices/{cloud.add_device(functions={'run': run}).id}/run"


# --- what is hit ----------------------------------------------------------------------------------


def test_a_status_a_number_of_times(cloud: Sandbox, api: httpx.Client) -> None:
    fault = cloud.faults.add("GET /v1/devices", status=503, times=2)
    statuses = [api.get("/v1/devices").status_code for _ in range(3)]
    assert statuses == [503, 503, 200]
    assert fault.hits == 2


@pytest.mark.parametrize(
    "target",
    [
        "GET /v1/devices/{deviceId}",
        "get /v1/devices/{id}",
        "getDevice",
        "GET /v1/devices/0123456789abcdef00000001",
        lambda request: request.url.path.endswith("1") and request.method == "GET",
    ],
)
def test_only_the_operation_that_is_named(cloud: Sandbox, api: httpx.Client, target: Any) -> None:
    for number in (1, 2):
        cloud.add_device(id=f"0123456789abcdef0000000{number}")
    fault = cloud.faults.add(target, status=500)
    assert api.get("/v1/devices/0123456789abcdef00000001").status_code == 500
    others = [
        api.get("/v1/devices"),
        api.put("/v1/devices/0123456789abcdef00000001", json={"name": "b"}),
        api.get("/v1/user"),
    ]
    assert [answer.status_code for answer in others] == [200, 200, 200]
    second = api.get("/v1/devices/0123456789abcdef00000002").status_code
    assert second == (500 if isinstance(target, str) and "0001" not in target else 200)
    assert fault.hits == (2 if second == 500 else 1)


def test_every_request(cloud: Sandbox, api: httpx.Client) -> None:
    with cloud.faults.add(status=502) as fault:
        answers = [api.get("/v1/user"), api.post("/oauth/token"), api.get("/nowhere")]
    assert [answer.status_code for answer in answers] == [502] * 3
    assert fault.hits == 3
    assert len(cloud.faults) == 0
    assert api.get("/v1/user").status_code == 200


def test_a_literal_path_wins_over_a_parameter(cloud: Sandbox, open_stream: OpenStream) -> None:
    cloud.faults.add("GET /v1/devices/{deviceId}", status=500)
    with open_stream("/v1/devices/events"):
        assert cloud.open_streams == 1


@pytest.mark.parametrize(
    ("target", "suggestion"),
    [
        ("GET /v1/device/{deviceId}", r"Did you mean .*'GET /v1/devices/\{deviceId\}'"),
        ("getDevices", "Did you mean 'getDevice'"),
        ("POST /v1/devices/{deviceId}", "Did you mean .*'PUT /v1/devices/{deviceId}'"),
        ("", "Name one as in 'GET /v1/devices/{deviceId}'"),
    ],
)
def test_an_operation_that_is_not(cloud: Sandbox, target: str, suggestion: str) -> None:
    with pytest.raises(ValueError, match=rf"there is no operation '.*'\. {suggestion}"):
        cloud.faults.add(target, status=500)
    assert len(cloud.faults) == 0


@pytest.mark.parametrize(
    ("set_up", "message"),
    [
        (lambda faults: faults.add(), "name what goes wrong"),
        (lambda faults: faults.add(json={}), "needs a status"),
        (lambda faults: faults.add(status=99), "from 200 to 599"),
        (lambda faults: faults.add(status=500, json={}, content=""), "one body"),
        (lambda faults: faults.add(status=500, at="body"), "at must be one of 'request', 'before'"),
        (lambda faults: faults.add(delay=-1), "0 seconds or more"),
        (lambda faults: faults.drop(at="middle"), "at must be one of 'request', 'before'"),
        (lambda faults: faults.stall(after_events=-1), "after_events must be 0 or more"),
        (lambda faults: faults.garbage(kind="rubbish"), "kind must be one of 'text', 'html'"),
        (lambda faults: faults.garbage(kind="empty", after_events=1), "'empty' can't come"),
        (lambda faults: faults.drop(times=0), "times must be 1 or more"),
        (lambda faults: faults.drop(skip=-1), "skip must be 0 or more"),
        (lambda faults: faults.drop(probability=1.5), "probability must be"),
    ],
)
def test_mistakes(cloud: Sandbox, set_up: Callable[[Any], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        set_up(cloud.faults)
    assert len(cloud.faults) == 0


def test_the_first_that_was_set_comes_first(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.faults.add("getUser", status=500, times=1)
    cloud.faults.add("getUser", status=501, skip=1, times=1)
    cloud.faults.add(status=502, times=1)
    statuses = [api.get("/v1/user").status_code for _ in range(4)]
    assert statuses == [500, 502, 501, 200]


def test_a_chance_that_can_be_repeated(cloud: Sandbox, api: httpx.Client) -> None:
    def statuses(seed: int) -> list[int]:
        with cloud.faults.add(status=500, probability=0.5, seed=seed):
            return [api.get("/v1/user").status_code for _ in range(30)]

    first = statuses(1)
    assert {200, 500} == set(first)
    assert statuses(1) == first
    assert statuses(2) != first


def test_faults_are_set_and_removed_while_requests_come(cloud: Sandbox) -> None:
    answers: list[int] = []
    stop = threading.Event()

    def request() -> None:
        with make_api(cloud) as api:
            while not stop.is_set():
                answers.append(api.get("/v1/user").status_code)

    with ThreadPoolExecutor(4) as threads:
        for _ in range(4):
            threads.submit(request)
        hits = 0
        for _ in range(20):
            with cloud.faults.add(status=500) as fault:
                fault.wait()
            hits += fault.hits
        stop.set()
    assert answers.count(500) == hits
    assert set(answers) <= {200, 500}


def test_clear(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.faults.add(status=500)
    cloud.faults.drop("getDevice", reset=True)
    assert [repr(fault) for fault in cloud.faults] == [
        "<Fault status 500 for every request, hits=0>",
        "<Fault reset at before for getDevice, hits=0>",
    ]
    cloud.faults.clear()
    assert list(cloud.faults) == []
    assert api.get("/v1/user").status_code == 200


def test_waiting_for_a_hit_that_does_not_come(cloud: Sandbox) -> None:
    fault = cloud.faults.add(status=500)
    with pytest.raises(TimeoutError, match="not hit 1 times"):
        fault.wait(timeout=0.001)


# --- other responses ------------------------------------------------------------------------------


def test_what_a_status_says(cloud: Sandbox, api: httpx.Client) -> None:
    answer = api.get("/v1/user")
    assert answer.status_code == 200
    cloud.faults.add(status=503, times=1)
    cloud.faults.add(status=418, json={"error": "teapot"}, headers={"X-Pot": "1"}, times=1)
    cloud.faults.add(status=500, content="Ω", times=1)
    cloud.faults.add(status=502, content=b"\xff", headers={"Content-Type": "a/b"}, times=1)
    cloud.faults.add(status=204, times=1)
    cloud.faults.add(status=302, headers={"Location": "/v1/devices"}, times=1)

    answer = api.get("/v1/user")
    assert (answer.status_code, answer.json()) == (
        503,
        {"ok": False, "error": "Service Unavailable"},
    )
    answer = api.get("/v1/user")
    assert (answer.status_code, answer.json()) == (418, {"error": "teapot"})
    assert answer.headers["x-pot"] == "1"
    answer = api.get("/v1/user")
    assert (answer.text, answer.headers["content-type"]) == ("Ω", "text/plain; charset=utf-8")
    answer = api.get("/v1/user")
    assert (answer.content, answer.headers["content-type"]) == (b"\xff", "a/b")
    answer = api.get("/v1/user")
    assert (answer.status_code, answer.content) == (204, b"")
    assert api.get("/v1/user", follow_redirects=True).json() == []


@pytest.mark.parametrize(
    ("retry_after", "header"),
    [
        (30, "30"),
        (1.5, "1.5"),
        (2.0, "2"),
        (datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC), "Wed, 02 Jan 2030 03:04:05 GMT"),
        ("soon", "soon"),
        (None, None),
    ],
)
@pytest.mark.parametrize("status", [429, 529])
def test_rate_limits(
    cloud: Sandbox, api: httpx.Client, retry_after: Any, header: str | None, status: Any
) -> None:
    cloud.faults.rate_limit(retry_after=retry_after, status=status)
    answer = api.get("/v1/user")
    assert answer.status_code == status
    assert answer.headers.get("retry-after") == header
    assert answer.json() == {"ok": False, "error": "Too Many Requests"}


@pytest.mark.parametrize(("at", "calls_made"), [("before", 0), ("after", 1)])
def test_whether_the_operation_is_carried_out(
    cloud: Sandbox, api: httpx.Client, path: str, calls: list[str], at: Any, calls_made: int
) -> None:
    cloud.faults.add(CALL, status=504, at=at)
    assert api.post(path, json={"arg": "x"}).status_code == 504
    assert len(calls) == calls_made


GARBAGE: dict[GarbageKind, tuple[str, int]] = {
    "text": ("application/json", 0),
    "html": ("text/html; charset=utf-8", 0),
    "empty": ("application/json", 0),
    "truncated": ("application/json", 1),
    "content type": ("text/plain", 1),
    "encoding": ("application/json", 1),
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_garbage(
    cloud: Sandbox, api: httpx.Client, path: str, calls: list[str], kind: GarbageKind
) -> None:
    good = api.post(path, json={"arg": "x"}).content
    calls.clear()
    fault = cloud.faults.garbage(CALL, kind)
    with api.stream("POST", path, json={"arg": "x"}) as answer:
        content = b"".join(answer.iter_raw())
    content_type, calls_made = GARBAGE[kind]
    assert answer.status_code == 200
    assert answer.headers["content-type"] == content_type
    assert len(calls) == calls_made
    assert fault.hits == 1
    if kind in ("content type", "encoding"):
        assert content == good
        assert answer.headers.get("content-encoding") == ("gzip" if kind == "encoding" else None)
    else:
        with pytest.raises(ValueError, match=r"Expecting|Unterminated|decode"):
            json.loads(content)
    if kind == "truncated":
        assert content == good[: len(good) // 2]
    assert int(answer.headers["content-length"]) == len(content)
    fault.remove()
    assert api.post(path, json={"arg": "x"}).content == good  # the connection is still good


def test_garbage_with_an_error_status(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.faults.garbage(kind="html", status=502)
    answer = api.get("/v1/user")
    assert answer.status_code == 502
    assert "The proxy can't reach the server" in answer.text


# --- connections that break -----------------------------------------------------------------------


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("at", ["before", "after", "headers", "body"])
def test_dropped(cloud: Sandbox, path: str, calls: list[str], at: Stage, reset: bool) -> None:
    fault = cloud.faults.drop(CALL, at, reset=reset)
    received, end = call(cloud, path)
    assert end == ("RST" if reset else "FIN")
    assert len(calls) == (0 if at == "before" else 1)
    assert fault.hits == 1
    if at in ("before", "after"):
        assert received == b""
    elif at == "headers":
        assert received.startswith(b"HTTP/1.1 200 OK\r\n")
        assert b"\r\n\r\n" not in received
    else:
        head, _, body = received.partition(b"\r\n\r\n")
        assert body.startswith(b'{"id"')
        length = next(line for line in head.lower().split(b"\r\n") if b"content-length" in line)
        assert 0 < len(body) < int(length.split(b":")[1])


def test_dropped_while_the_request_comes(cloud: Sandbox, path: str, calls: list[str]) -> None:
    cloud.faults.drop(CALL, "request")
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":', length=1000)
        assert connection.until_end()[0] == b""
    assert calls == []


def test_an_answer_while_the_request_comes(cloud: Sandbox, path: str, calls: list[str]) -> None:
    cloud.faults.add(CALL, status=413, at="request", times=1)
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":', length=11)
        assert connection.until(b"}").startswith(b"HTTP/1.1 413 ")
        assert calls == []
        # The rest of the body is for nobody; the connection can be used on.
        connection.socket.sendall(b'"x"}')
        connection.request("POST", path, b'{"arg":"y"}')
        assert connection.until(b"}").startswith(b"HTTP/1.1 200 ")
    assert calls == ["y"]


# --- connections that stall -----------------------------------------------------------------------


@pytest.mark.parametrize("at", ["before", "after", "headers", "body"])
def test_stalled_until_released(cloud: Sandbox, path: str, calls: list[str], at: Stage) -> None:
    fault = cloud.faults.stall(CALL, at, times=1)
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":"x"}')
        fault.wait()
        received = b""
        if at == "headers":
            received = connection.until(b"HTTP/1.1 200 OK\r\n")
            assert b"\r\n\r\n" not in received
        elif at == "body":
            received = connection.until(b"\r\n\r\n{")
        assert len(calls) == 0 or at != "before"
        fault.release()
        received += connection.until(b"}") if b"}" not in received else b""
        assert received.startswith(b"HTTP/1.1 200 OK\r\n")
        assert json.loads(received.partition(b"\r\n\r\n")[2])["return_value"] == 7
    assert calls == ["x"]
    assert call_ends(cloud, path)  # only one was to be stalled


def call_ends(cloud: Sandbox, path: str) -> bool:
    with make_api(cloud) as api:
        return api.post(path, json={"arg": "x"}).status_code == 200


def test_a_client_that_gives_up_ends_the_stall(cloud: Sandbox, path: str, calls: list[str]) -> None:
    fault = cloud.faults.stall(CALL)
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":"x"}')
        fault.wait()
    with RawConnection(cloud) as connection:  # what it asks comes after the other's end
        connection.request("GET", "/v1/user")
        connection.until(b"}")
    fault.remove()
    assert call_ends(cloud, path)
    assert calls == ["x"]  # that of call_ends alone


def test_removing_a_fault_releases_what_it_holds(cloud: Sandbox, path: str) -> None:
    with ThreadPoolExecutor(2) as threads:
        with cloud.faults.stall(CALL) as fault:
            answers = [threads.submit(call_ends, cloud, path) for _ in range(2)]
            fault.wait(2)
        assert [answer.result(10) for answer in answers] == [True, True]


def test_a_delay_can_be_cut_short(cloud: Sandbox, path: str) -> None:
    with ThreadPoolExecutor(1) as threads:
        fault = cloud.faults.add(CALL, delay=3600)
        answer = threads.submit(call_ends, cloud, path)
        fault.wait()
        assert not answer.done()
        fault.remove()
        assert answer.result(10)


@pytest.mark.parametrize("at", ["request", "before", "after"])
@pytest.mark.parametrize("status", [None, 500])
def test_a_delay_passes(cloud: Sandbox, api: httpx.Client, path: str, at: Any, status: Any) -> None:
    cloud.faults.add(CALL, status=status, delay=0.01, at=at)
    assert api.post(path, json={"arg": "x"}).status_code == (status or 200)


def send_piecewise(connection: socket.socket, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[connection.send(rest) :]


def test_reading_stops(cloud: Sandbox, path: str) -> None:
    fault = cloud.faults.stall(CALL, "request")
    with RawConnection(cloud) as connection:
        connection.request("POST", path, length=len(BIG))
        fault.wait()
        connection.socket.settimeout(0.2)  # for each piece: it is only reached without progress
        with pytest.raises(TimeoutError):
            send_piecewise(connection.socket, BIG)


def test_reading_goes_on_after_the_release(cloud: Sandbox, api: httpx.Client, path: str) -> None:
    with ThreadPoolExecutor(1) as threads, cloud.faults.stall(CALL, "request") as fault:
        content = json.dumps({"arg": "x" * 10_000_000}).encode()
        sent = threads.submit(
            api.post, path, content=content, headers={"Content-Type": "application/json"}
        )
        fault.wait()
        fault.release()
        assert sent.result(20).status_code == 400  # "longer than 1024"


@pytest.mark.parametrize("at", ["request", "before", "after", "headers", "body"])
def test_the_stop_ends_what_is_stalled(cloud: Sandbox, path: str, at: Stage) -> None:
    fault = cloud.faults.stall(CALL, at)
    with RawConnection(cloud) as connection:
        connection.request("POST", path, b'{"arg":"x"}')
        fault.wait()
        cloud.stop()
        connection.until_end()
    assert fault.hits == 1
    cloud.start()
    assert len(cloud.faults) == 1  # outlasts the stop
    fault.remove()
    assert call_ends(cloud, path)


# --- event streams --------------------------------------------------------------------------------


def publish(cloud: Sandbox, *names: str) -> None:
    for name in names:
        cloud.publish(name, "1")


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_stream_is_dropped_after_events(cloud: Sandbox, count: int, reset: bool) -> None:
    cloud.faults.drop("streamMyEvents", after_events=count, reset=reset)
    with RawConnection(cloud) as connection:
        connection.request("GET", "/v1/devices/events")
        received = connection.until(b"\r\n\r\n") if count == 0 else connection.until(b":ok\n\n")
        # In one piece, as the server joins what waits: it is cut at the event nonetheless.
        with cloud.state.lock:
            publish(cloud, "a", "b", "c")
        more, end = connection.until_end()
    assert (received + more).count(b"event: ") == count
    assert end == ("RST" if reset else "FIN")
    assert not more.endswith(b"0\r\n\r\n")


def test_a_stream_falls_silent(cloud: Sandbox, open_stream: OpenStream) -> None:
    fault = cloud.faults.stall("streamMyEvents", after_events=1)
    with open_stream("/v1/devices/events") as stream:
        publish(cloud, "a", "b")
        assert stream.take(1) == [("a", "1")]
        publish(cloud, "c")
        fault.release()
        assert stream.take(2) == [("b", "1"), ("c", "1")]


def test_the_stop_ends_a_silent_stream(cloud: Sandbox, open_stream: OpenStream) -> None:
    cloud.faults.stall("streamMyEvents", after_events=0)
    with open_stream("/v1/devices/events") as stream:
        assert cloud.open_streams == 1
        cloud.stop()
        with pytest.raises(httpx.TransportError):
            list(stream.lines)
    assert cloud.open_streams == 0


@pytest.mark.parametrize("kind", ["text", "html", "truncated"])
def test_garbage_in_a_stream(cloud: Sandbox, api: httpx.Client, kind: GarbageKind) -> None:
    cloud.faults.garbage("streamMyEvents", kind, after_events=1)
    with api.stream("GET", "/v1/devices/events") as response:
        received = b""
        for chunk in response.iter_raw():
            received += chunk
            if received == b":ok\n\n":
                publish(cloud, "a", "b")
            if b'event: b\ndata: {"data":"1"' in received:
                break
    middle = received.partition(b"\n\nevent: b")[0].split(b"\n\n", 2)[2]
    expected = {"text": b"no \xff event", "html": b"<!DOCTYPE html>", "truncated": b'"tru'}[kind]
    assert expected in middle


def test_a_stream_that_is_refused_passes(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.faults.drop("streamMyEvents", after_events=0)
    assert anyone.get("/v1/devices/events").status_code == 401


@pytest.mark.parametrize(
    ("set_up", "beginning"),
    [
        (lambda faults: faults.drop("streamMyEvents", "body"), b"text/event-stream"),
        (lambda faults: faults.drop("streamMyEvents", "headers"), b"HTTP/1.1 200"),
        (lambda faults: faults.drop("streamMyEvents", "after"), b""),
        (lambda faults: faults.add("streamMyEvents", status=500, at="after"), b"HTTP/1.1 500"),
    ],
)
def test_a_stream_is_not_waited_for(
    cloud: Sandbox, set_up: Callable[[Any], Fault], beginning: bytes
) -> None:
    set_up(cloud.faults)
    with RawConnection(cloud) as connection:
        connection.request("GET", "/v1/devices/events")
        received = connection.until(b"}") if b"500" in beginning else connection.until_end()[0]
    assert beginning in received
    assert cloud.open_streams == 0


# --- with other things ----------------------------------------------------------------------------


def test_the_answer_of_middleware_gets_lost_too(path: str) -> None:
    seen: list[str] = []

    class Note:
        def __init__(self, app: ASGIApp) -> None:
            self.app = app

        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            seen.append(scope["path"])
            await self.app(scope, receive, send)

    with Sandbox(middleware=[Middleware(Note)]) as cloud:
        with cloud.faults.drop(at="before"):
            assert call(cloud, path) == (b"", "FIN")
        assert seen == []
        with cloud.faults.drop(at="after"):
            assert call(cloud, path) == (b"", "FIN")
        assert seen == [path]

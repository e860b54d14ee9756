"""When no response comes, or one that makes no sense: typed errors, and nothing hangs."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING, Any

import httpx
import httpx2
import pytest

from particle_client import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncParticle,
    ConfigurationError,
    Particle,
    ResponseDecodeError,
    StreamReconnectError,
    Timeout,
)
from tests.conftest import TOKEN
from tests.recorder import response

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


# --- no response ----------------------------------------------------------------------------------


async def test_nothing_listens(new_client: NewClient, dead_port: int) -> None:
    client = new_client(access_token=TOKEN, base_url=f"http://127.0.0.1:{dead_port}", retries=0)
    with pytest.raises(APIConnectionError, match="can't connect") as caught:
        await client.devices.call_function("1", "brew")
    error = caught.value
    assert not isinstance(error, APITimeoutError)
    assert error.sent is False
    assert (error.method, error.url) == ("POST", f"http://127.0.0.1:{dead_port}/v1/devices/1/brew")
    assert isinstance(error.__cause__, httpx.ConnectError)
    assert str(error).endswith(". Check base_url, and the network.")


@pytest.mark.parametrize("sentence", ["It failed.", "It failed"])
@pytest.mark.parametrize(
    ("library_error", "advice"),
    [
        (httpx.ConnectError, "Check base_url, and the network."),
        (httpx.ConnectTimeout, "Check base_url, and the network."),
        (httpx.RemoteProtocolError, "may have carried it out all the same"),
    ],
)
def test_messages_are_sentences(
    library_error: type[httpx.TransportError], advice: str, sentence: str
) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise library_error(sentence)

    with httpx.Client(transport=httpx.MockTransport(fail)) as http_client:
        particle = Particle(TOKEN, http_client=http_client, retries=0)
        with pytest.raises(APIConnectionError) as caught:
            particle.devices.call_function("1", "f")
    message = str(caught.value)
    assert message.startswith("POST https://api.particle.io/v1/devices/1/f: ")
    assert message.endswith(advice)
    assert ".." not in message


@pytest.mark.skipif(sys.platform != "linux", reason="other systems queue connections differently")
async def test_connecting_takes_too_long(new_client: NewClient) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        # With its queue full, the system leaves further connections waiting.
        with socket.create_connection(address):
            client = new_client(
                access_token=TOKEN, base_url=f"http://127.0.0.1:{address[1]}", retries=0
            )
            with pytest.raises(APITimeoutError, match=r"connect took over 0\.05 s") as caught:
                await client.devices.get("1", timeout=Timeout(60, connect=0.05))
    assert (caught.value.phase, caught.value.sent) == ("connect", False)


async def test_the_answer_takes_too_long(wire: AsyncParticle, recorder: Recorder) -> None:
    for beginning in (
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
    ):
        recorder.answer_raw(beginning, stall=True)
        with pytest.raises(APITimeoutError, match=r"read took over 0\.05 s") as caught:
            await wire.devices.get("1", timeout=Timeout(60, read=0.05))
        assert (caught.value.phase, caught.value.sent) == ("read", True)
        assert caught.value.url == f"{recorder.base_url}/v1/devices/1"
    # The connections that were given up are not used again.
    assert (await wire.get("/v1/things")).json() == {}
    assert recorder.connections == 4


@pytest.mark.parametrize(
    ("raised", "phase", "sent"),
    [
        (httpx.ConnectTimeout, "connect", False),
        (httpx.PoolTimeout, "pool", False),
        (httpx.ReadTimeout, "read", True),
        (httpx.WriteTimeout, "write", True),
    ],
)
async def test_each_phase_that_can_time_out(
    raised: type[httpx.TimeoutException], phase: str, sent: bool, kind: Kind, new_client: NewClient
) -> None:
    client = failing(new_client, kind, raised("too slow"))
    with pytest.raises(APITimeoutError, match=f"{phase} took over") as caught:
        await client.devices.get("1")
    assert (caught.value.phase, caught.value.sent) == (phase, sent)
    assert caught.value.method == "GET"


@pytest.mark.parametrize(
    ("raised", "expected", "sent"),
    [
        (httpx.ConnectError("refused"), APIConnectionError, False),
        (httpx.ProxyError("407"), APIConnectionError, False),
        (httpx.ReadError("reset"), APIConnectionError, True),
        (httpx.WriteError("reset"), APIConnectionError, True),
        (httpx.CloseError("reset"), APIConnectionError, True),
        (httpx.RemoteProtocolError("garbage"), APIConnectionError, True),
        (httpx.TooManyRedirects("20"), APIConnectionError, True),
        (httpx.DecodingError("not gzip"), APIConnectionError, True),
        (httpx.UnsupportedProtocol("gopher"), ConfigurationError, None),
        (httpx.InvalidURL("too long"), ConfigurationError, None),
    ],
)
async def test_no_error_of_the_http_library_gets_out(
    raised: Exception,
    expected: type[Exception],
    sent: bool | None,
    kind: Kind,
    new_client: NewClient,
) -> None:
    client = failing(new_client, kind, raised)
    with pytest.raises(expected, match=r"GET http://127\.0\.0\.1:1/v1/devices/1: ") as caught:
        await client.devices.get("1")
    assert type(caught.value) is expected
    assert getattr(caught.value, "sent", None) is sent
    assert caught.value.__cause__ is raised


async def test_other_errors_pass_as_they_are(kind: Kind, new_client: NewClient) -> None:
    client = failing(new_client, kind, ZeroDivisionError("a bug of a transport"))
    with pytest.raises(ZeroDivisionError, match="a bug of a transport"):
        await client.devices.get("1")


def failing(new_client: NewClient, kind: Kind, error: Exception) -> AsyncParticle:
    """Return a client whose requests all end in an error of the HTTP library."""

    def handler(request: httpx.Request) -> httpx.Response:
        raise error

    transport = httpx.MockTransport(handler)
    http_client: Any = (
        httpx.AsyncClient(transport=transport)
        if kind == "async"
        else httpx.Client(transport=transport)
    )
    return new_client(
        access_token=TOKEN, base_url="http://127.0.0.1:1", retries=0, http_client=http_client
    )


# --- broken responses -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"\x15\x03\x01\x00\x02\x02\x16",
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
    ],
    ids=range(9),
)
async def test_the_connection_breaks_or_speaks_something_else(
    data: bytes, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer_raw(data)
    with pytest.raises(APIConnectionError, match="the connection broke") as caught:
        await wire.devices.call_function("1", "brew")
    assert f"POST {recorder.base_url}/v1/devices/1/brew: " in str(caught.value)
    # Where no response began, the address may be that of something else.
    begun = data.startswith((b"HTTP/1.1 200 OK\r\nContent-Length: ", b"HTTP/1.1 200 OK\r\nT"))
    if b"zz" not in data:  # aiohttp may see that before it tells that a response began
        assert begun != (". Check base_url, and the network. " in str(caught.value))
    assert caught.value.sent is True
    assert not isinstance(caught.value, APITimeoutError)
    assert len(recorder.requests) == 1  # a function is never called twice
    # The client is as good as before.
    assert (await wire.get("/v1/things")).json() == {}


async def test_an_answer_until_the_connection_closes(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer_raw(b'HTTP/1.0 200 OK\r\n\r\n{"id": "1"}')
    assert (await wire.devices.get("1")).id == "1"


async def test_an_idle_connection_that_the_server_closed(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    for _ in range(3):
        recorder.answer_raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        await wire.devices.get("1")
        recorder.wait_until_closed()
    assert len(recorder.requests) == 3


async def test_an_encoding_that_is_broken(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=b"not gzip", headers={"content-encoding": "gzip"})
    with pytest.raises(ResponseDecodeError, match="HTTP 200, but its encoding is broken") as caught:
        await wire.devices.get("1")
    error = caught.value
    assert (error.method, error.url) == ("GET", f"{recorder.base_url}/v1/devices/1")
    assert (error.status_code, error.content) == (200, b"not gzip")
    assert error.headers["Content-Encoding"] == "gzip"
    assert error.response.content == error.content


@pytest.mark.parametrize("status", [400, 401, 429, 502])
async def test_an_error_answer_with_an_encoding_that_is_broken(
    status: int, kind: Kind, wire: AsyncParticle, recorder: Recorder
) -> None:
    """Its status says what is the matter."""
    recorder.respond = lambda request: response(
        status, content=b"\x00not gzip", headers={"content-encoding": "gzip", "retry-after": "7"}
    )

    async def stream() -> None:
        if kind == "sync":
            plain: Any = wire
            with plain.target.events.stream("a", max_reconnects=0) as events:
                next(events)
        else:
            async with wire.events.stream("a", max_reconnects=0) as events:
                await anext(events)

    calls: list[Callable[[], Awaitable[Any]]] = [
        lambda: wire.devices.get("1"),
        lambda: wire.product("p").devices.list(),
        lambda: wire.firmware.compile({"a.cpp": b""}),
        lambda: wire.firmware.download("1"),
        lambda: wire.get("/v1/things"),
        stream,
    ]
    for call in calls:
        with pytest.raises((APIStatusError, StreamReconnectError)) as caught:
            await call()
        error: BaseException | None = caught.value
        if isinstance(error, StreamReconnectError):
            error = error.__cause__
        assert isinstance(error, APIStatusError)
        assert error.status_code == status
        assert error.response.content == b"\x00not gzip"
        assert error.error_description is None
        assert str(error).isprintable()


@pytest.mark.parametrize("status", [200, 503])
async def test_a_broken_encoding_over_other_libraries(status: int, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(
        status, content=b"not gzip", headers={"content-encoding": "gzip"}
    )
    http_clients: list[Any] = ["aiohttp", httpx2.AsyncClient()]
    for http_client in http_clients:
        async with AsyncParticle(
            TOKEN, base_url=recorder.base_url, retries=0, http_client=http_client
        ) as particle:
            for call in (particle.devices.get, particle.firmware.download):
                with pytest.raises((ResponseDecodeError, APIStatusError)) as caught:
                    await call("1")
                error: Any = caught.value
                assert isinstance(error, APIStatusError) == (status == 503)
                assert error.status_code == error.response.status_code == status
                assert error.headers["content-encoding"] == "gzip"
        if not isinstance(http_client, str):
            await http_client.aclose()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            b"<html><h1>Welcome to the hotel</h1></html>",
            r"text/html, 42 bytes: Expecting.*It is a web page",
        ),
        (b"OK", r"2 bytes: Expecting value"),
        (b'{"id": "1', r"9 bytes: Unterminated string starting at: line 1 column 8"),
        (b'{"id": "1"}}', r"12 bytes: Extra data"),
        (b"\xff\xfe\xff", r"3 bytes: "),
        (b"\x00\x01", r"2 bytes: "),
        (b"   ", r"3 bytes: Expecting value"),
        (b"[" * 100_000, r"100000 bytes: (maximum recursion depth|Stack overflow)"),
        (b'{"n": ' + b"9" * 5000 + b"}", r"5007 bytes: Exceeds the limit"),
    ],
    ids=range(9),
)
async def test_a_success_that_is_no_json(
    content: bytes, message: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(content=content, content_type="text/html", headers={"X-Request-Id": "7"})
    with pytest.raises(ResponseDecodeError, match=message) as caught:
        await wire.devices.get("1")
    error = caught.value
    assert str(error).startswith(f"GET {recorder.base_url}/v1/devices/1: HTTP 200, but the body")
    assert (error.status_code, error.content) == (200, content)
    assert error.headers["x-request-id"] == "7"


@pytest.mark.parametrize(("json", "kind_of_it"), [([], "list"), (7, "int"), ("text", "str")])
async def test_something_else_where_an_object_is_expected(
    json: Any, kind_of_it: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(json=json)
    with pytest.raises(ResponseDecodeError, match=rf"not an object: it is of type {kind_of_it}"):
        await wire.devices.get("1")


async def test_null_where_an_object_is_expected(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=b"null")
    with pytest.raises(ResponseDecodeError, match="type NoneType"):
        await wire.devices.get("1")


@pytest.mark.parametrize("content", [b"{}", b"7", b"null"])
async def test_something_else_where_an_array_is_expected(
    content: bytes, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(content=content)
    with pytest.raises(ResponseDecodeError, match="not an array"):
        await wire.devices.list()


@pytest.mark.parametrize("status", [200, 204])
async def test_an_empty_body_is_an_empty_answer(
    status: int, wire: AsyncParticle, recorder: Recorder
) -> None:
    for _ in range(5):
        recorder.answer(status, content=b"")
    device = await wire.devices.get("1")
    assert device.to_dict() == {}
    assert device.id is None
    assert await wire.devices.list() == []
    page = await wire.product("p").devices.list()
    assert (page.items, page.has_next) == ([], False)
    assert await wire.firmware.download("binary") == b""
    nothing: Any = await wire.product("p").devices.remove("1")
    assert nothing is None


async def test_a_content_type_does_not_matter(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"id": "1"}, content_type="text/plain; charset=latin-1")
    assert (await wire.devices.get("1")).id == "1"
    recorder.answer(content=b"\xef\xbb\xbf" + b'{"id": "2"}')
    assert (await wire.devices.get("1")).id == "2"

"""Requests to paths that have no method here, and the raw response."""

from __future__ import annotations

import gzip
from base64 import b64encode
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import BadRequestError, NotFoundError, ResponseDecodeError
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("verb", ["get", "head", "post", "put", "patch", "delete"])
async def test_each_verb(verb: str, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer_raw(b"HTTP/1.1 204 No Content\r\nX-Request-Id: 7\r\n\r\n", close=False)
    response = await getattr(wire, verb)(
        "/v1/things/a%2Fb",
        headers={"X-A": "1"},
        query={"q": "x y"},
        timeout=5,
        access_token="other",
    )
    request = recorder.last
    assert (request.method, request.target) == (verb.upper(), "/v1/things/a%2Fb?q=x%20y")
    assert (request.header("x-a"), request.header("authorization")) == ("1", "Bearer other")
    assert request.body == b""
    assert (response.status_code, response.content, response.text) == (204, b"", "")
    assert response.headers["x-request-id"] == "7"
    assert repr(response) == f"<Response 204 {verb.upper()} {recorder.base_url}/v1/things/a%2Fb>"


@pytest.mark.parametrize("verb", ["post", "put", "patch"])
@pytest.mark.parametrize(
    ("body", "content_type", "sent"),
    [
        ({"json": {"a": 1}}, "application/json", b'{"a":1}'),
        ({"json": None}, "application/json", b"null"),
        ({"form": {"a": "1 2"}}, "application/x-www-form-urlencoded", b"a=1%202"),
        ({"content": b"\x00\xff"}, None, b"\x00\xff"),
        ({}, None, b""),
    ],
)
async def test_each_kind_of_body(
    verb: str,
    body: dict[str, Any],
    content_type: str | None,
    sent: bytes,
    wire: AsyncParticle,
    recorder: Recorder,
) -> None:
    await getattr(wire, verb)("/v1/things", **body)
    assert recorder.last.header("content-type") == content_type
    assert recorder.last.body == sent
    recorder.clear()
    await wire.request(verb, "/v1/things", **body)
    assert (recorder.last.method, recorder.last.body) == (verb.upper(), sent)


async def test_a_delete_may_have_a_json_body(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.delete("/v1/things", json={"sure": True})
    assert recorder.last.json == {"sure": True}


async def test_a_request_has_one_body(wire: AsyncParticle, recorder: Recorder) -> None:
    for bodies in (
        {"json": 1, "form": {}},
        {"json": 1, "content": b""},
        {"form": {}, "content": b""},
    ):
        arguments: Any = bodies
        with pytest.raises(TypeError, match="a request has one body"):
            await wire.post("/v1/things", **arguments)
    assert recorder.requests == []


async def test_an_unknown_option(wire: AsyncParticle, recorder: Recorder) -> None:
    wrong: Any = {"parms": {}}
    with pytest.raises(TypeError, match=r"unexpected argument: parms\b"):
        await wire.get("/v1/things", **wrong)
    assert recorder.requests == []


async def test_the_path_may_have_a_query(wire: AsyncParticle, recorder: Recorder) -> None:
    response = await wire.get("/v1/things?a=1&next=https://example.com/%23", query={"b": 2})
    assert recorder.last.target == "/v1/things?a=1&next=https://example.com/%23&b=2"
    assert response.url == f"{recorder.base_url}/v1/things"


@pytest.mark.parametrize("query", ["a=1&b=x%20y&a=2&c", "?a=1&b=x+y&a=2&c="])
async def test_a_query_as_text(query: str, wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.get("/v1/things", query=query)
    assert recorder.last.query == [("a", "1"), ("a", "2"), ("b", "x y"), ("c", "")]


async def test_a_page_takes_a_query_as_text(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"customers": []})
    await wire.product("widget").customers.list(query="a=1")
    assert recorder.last.query == [("a", "1")]


async def test_a_url_of_the_cloud_will_do_as_path(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.get(f"{recorder.base_url}/v1/things?page=2")
    assert recorder.last.target == "/v1/things?page=2"


@pytest.mark.parametrize(
    "url",
    [
        "http://evil.example/v1/things",
        "https://127.0.0.1/v1/things",
        "http://127.0.0.1/v1/things",
        "http://127.0.0.1@evil.example/v1/things",
        "HTTP:/v1/things",
    ],
)
async def test_no_other_host_gets_the_token(
    url: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ValueError, match=r"no other host|must begin with '/'"):
        await wire.get(url)
    assert recorder.requests == []


async def test_two_slashes_begin_a_path_not_a_host(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.get("//evil.example/v1")
    assert recorder.last.target == "//evil.example/v1"


async def test_a_url_must_be_below_the_base_url(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(access_token=TOKEN, base_url=f"{recorder.base_url}/proxy")
    await client.get(f"{recorder.base_url}/proxy/v1/things")
    assert recorder.last.target == "/proxy/v1/things"
    for path in ("/v1/things", "/proxy-of-others/v1", "/proxy/v1#fragment", "/proxy"):
        with pytest.raises(ValueError, match="not below"):
            await client.get(recorder.base_url + path)
    user = recorder.base_url.replace("//", "//user:hunter2@")
    with pytest.raises(ValueError, match="not below") as caught:
        await client.get(f"{user}/proxy/v1/things")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("v1/things", "must begin with '/'"),
        ("", "must begin with '/'"),
        ("?a=b", "must begin with '/'"),
        ("/v1/../oauth", "must not contain '.' or '..'"),
        ("/v1/./things", "must not contain '.'"),
        ("/v1/%2e%2E/oauth", "must not contain '.' or '..'"),
        ("/v1/things/..", "must not contain '.' or '..'"),
        ("/v1/a b", "percent-encoded"),
        ("/v1/a\r\nX-Injected: 1", "percent-encoded"),
        ("/v1/a\x00", "percent-encoded"),
        ("/v1/ü", "percent-encoded"),
        ("/v1/a#b", "percent-encoded"),
        ("/v1/a\\b", "percent-encoded"),
        ("/v1/a?q=ü", "percent-encoded"),
    ],
)
async def test_paths_that_are_refused(
    path: str, message: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ValueError, match="path") as caught:
        await wire.get(path)
    assert message in str(caught.value)
    assert recorder.requests == []


@pytest.mark.parametrize("method", ["", "GET /", "G E T", "GET\r\nX-Injected: 1", "GÉT"])
async def test_methods_that_are_refused(
    method: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ValueError, match="not an HTTP method"):
        await wire.request(method, "/v1/things")
    assert recorder.requests == []


async def test_any_method_can_be_sent(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.request("options", "/v1/things")
    assert recorder.last.method == "OPTIONS"


async def test_without_a_token_none_is_sent(new_client: NewClient, recorder: Recorder) -> None:
    await new_client(base_url=recorder.base_url).get("/v1/things")
    assert recorder.last.header("authorization") is None


async def test_a_raw_answer_can_be_read(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"a": ["ü"]}, headers={"X-Request-Id": "7"})
    response = await wire.get("/v1/things")
    assert response.json() == {"a": ["ü"]}
    assert response.text == '{"a": ["\\u00fc"]}'
    assert (response.method, response.url) == ("GET", f"{recorder.base_url}/v1/things")
    assert response.headers["X-REQUEST-ID"] == response.headers["x-request-id"] == "7"
    assert response.http_response.status_code == 200
    recorder.answer(content=b"\xff no JSON", content_type="text/plain")
    response = await wire.get("/v1/things")
    assert response.text == "\ufffd no JSON"
    with pytest.raises(ResponseDecodeError, match="text/plain, 9 bytes"):
        response.json()


async def test_an_error_status_raises(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(404, json={"error": "nothing here"})
    with pytest.raises(NotFoundError, match=r"GET http://\S+/v1/things: HTTP 404: nothing here"):
        await wire.get("/v1/things?access_token=hunter2")


async def test_compressed_answers_are_unpacked(wire: AsyncParticle, recorder: Recorder) -> None:
    packed = gzip.compress(b'{"id": "packed"}')
    recorder.answer(content=packed, headers={"content-encoding": "gzip"})
    assert (await wire.devices.get("1")).id == "packed"


async def test_files(wire: AsyncParticle, recorder: Recorder) -> None:
    files = {"file": ("a.bin", b"\x00\xff"), "other": b"text"}
    await wire.post("/v1/things", files=files, form={"title": "ü"})
    request = recorder.last
    content_type = request.header("content-type") or ""
    assert content_type.startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="a.bin"' in request.body
    assert b"\r\n\r\n\x00\xff\r\n" in request.body
    assert b'name="other"; filename="other"' in request.body
    assert 'name="title"\r\n\r\nü\r\n'.encode() in request.body
    with pytest.raises(TypeError, match="a request has one body"):
        await wire.post("/v1/things", files=files, json={})
    wrong: Any = b"a"
    with pytest.raises(TypeError, match="files must be a mapping"):
        await wire.post("/v1/things", files=wrong)


async def test_basic_credentials(wire: AsyncParticle, recorder: Recorder) -> None:
    expected = "Basic " + b64encode(b"you@example.com:correct horse").decode()
    basic_auth = ("you@example.com", "correct horse")
    await wire.get("/v1/things", basic_auth=basic_auth)
    assert recorder.last.header("authorization") == expected
    recorder.clear()
    await wire.tokens.delete("0123456789abcdef", basic_auth=basic_auth)
    assert recorder.last.header("authorization") == expected
    recorder.answer(400, json={"error": "no correct horse"})
    with pytest.raises(BadRequestError) as caught:
        await wire.devices.list(basic_auth=basic_auth)
    assert "correct horse" not in str(caught.value)
    wrong: Any = "you@example.com"
    with pytest.raises(TypeError, match="basic_auth"):
        await wire.devices.list(basic_auth=wrong)

"""Tools around the HTTP library: they see our requests as they see those of plain httpx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import pytest
import respx
import vcr  # type: ignore[import-untyped]
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from vcr.errors import (  # type: ignore[import-untyped]
    CannotOverwriteExistingCassetteException,
)

from particle_client import APIConnectionError, NotFoundError, RetryPolicy
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    from pytest_httpx import HTTPXMock

    from particle_client import AsyncParticle
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

BASE_URL = "https://cloud.example"
DEVICE = f"{BASE_URL}/v1/devices/1"


@pytest.fixture
def nowhere(new_client: NewClient) -> AsyncParticle:
    """A client of a cloud that there isn't."""
    return new_client(access_token=TOKEN, base_url=BASE_URL, retries=0)


def test_the_private_name_of_httpx_that_is_needed() -> None:
    """`make matrix` runs this with the oldest and the newest httpx that is allowed."""
    with httpx.HTTPTransport(verify=False) as transport:
        assert hasattr(transport._pool, "handle_request")


# --- mocks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("using", ["httpcore", "httpx"])
async def test_respx(nowhere: AsyncParticle, using: str) -> None:
    with respx.mock(using=using) as router:
        route = router.get(DEVICE).respond(json={"id": "1", "name": "lamp"})
        router.get(f"{BASE_URL}/v1/devices/2").respond(404, json={"error": "none"})
        router.get(f"{BASE_URL}/v1/devices/3").mock(side_effect=httpx.ConnectError("no network"))
        assert (await nowhere.devices.get("1")).name == "lamp"
        with pytest.raises(NotFoundError):
            await nowhere.devices.get("2")
        with pytest.raises(APIConnectionError, match="no network"):
            await nowhere.devices.get("3")
    assert route.calls.last.request.headers["authorization"] == f"Bearer {TOKEN}"


async def test_respx_and_what_is_read_in_pieces(nowhere: AsyncParticle, kind: Kind) -> None:
    with respx.mock() as router:
        router.get(f"{BASE_URL}/file").respond(content=b"content")
        router.get(f"{BASE_URL}/v1/devices/events").respond(
            content=b'event: lamp\ndata: {"data": "on"}\n\n',
            headers={"content-type": "text/event-stream"},
        )
        assert await nowhere.download_file(f"{BASE_URL}/file") == b"content"
        assert await first_event(nowhere, kind) == "on"


async def test_pytest_httpx(nowhere: AsyncParticle, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=DEVICE, json={"id": "1", "name": "lamp"})
    httpx_mock.add_exception(httpx.ConnectError("no network"), method="PUT")
    assert (await nowhere.devices.get("1")).name == "lamp"
    with pytest.raises(APIConnectionError, match="no network"):
        await nowhere.devices.rename("1", "new")
    sent, _ = httpx_mock.get_requests()
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"


async def test_mock_transport(new_client: NewClient, kind: Kind) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/devices/1":
            return httpx.Response(200, json={"id": "1", "name": request.headers["authorization"]})
        if request.url.path == "/v1/devices/events":
            return httpx.Response(
                200,
                content=b'event: lamp\ndata: {"data": "on"}\n\n',
                headers={"content-type": "text/event-stream"},
            )
        return httpx.Response(404, json={"error": "none"})

    transport = httpx.MockTransport(respond)
    make: Any = httpx.AsyncClient if kind == "async" else httpx.Client
    client = new_client(
        access_token=TOKEN, base_url=BASE_URL, http_client=make(transport=transport)
    )
    assert (await client.devices.get("1")).name == f"Bearer {TOKEN}"
    with pytest.raises(NotFoundError):
        await client.devices.get("2")
    assert await first_event(client, kind) == "on"


async def first_event(client: AsyncParticle, kind: Kind) -> str | None:
    """Return the data of the first event of a stream."""
    if kind == "sync":
        plain: Any = client
        with plain.target.events.stream(device="mine", max_reconnects=0) as events:
            data: str | None = next(events).data
            return data
    async with client.events.stream(device="mine", max_reconnects=0) as events:
        return (await anext(events)).data


# --- recording ------------------------------------------------------------------------------------


async def test_vcrpy(
    wire: AsyncParticle, new_client: NewClient, recorder: Recorder, tmp_path: Path
) -> None:
    recorder.answer(json={"id": "1", "name": "lamp"})
    cassette = str(tmp_path / "cassette.yaml")
    with vcr.use_cassette(cassette) as tape:
        assert (await wire.devices.get("1")).name == "lamp"
        assert tape.play_count == 0
    with vcr.use_cassette(cassette, record_mode="none") as tape:
        assert (await wire.devices.get("1")).name == "lamp"
        another = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=0)
        with pytest.raises(CannotOverwriteExistingCassetteException):
            await another.devices.get("2")
        assert tape.play_count == 1
    assert len(recorder.requests) == 1


# --- OpenTelemetry --------------------------------------------------------------------------------


@pytest.fixture
def spans(exporter: InMemorySpanExporter) -> Iterator[InMemorySpanExporter]:
    """The spans of a test, with those that httpx's instrumentation makes."""
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument()
    exporter.clear()
    yield exporter
    instrumentor.uninstrument()


async def test_our_span_is_the_parent_of_httpx_s(
    new_client: NewClient, recorder: Recorder, spans: InMemorySpanExporter
) -> None:
    from opentelemetry import trace

    client = new_client(
        access_token=TOKEN, base_url=recorder.base_url, retries=RetryPolicy(initial_delay=0)
    )
    recorder.answer(503)
    recorder.answer(json={})
    await client.devices.get("1")
    theirs, ours, theirs_again, ours_again = spans.get_finished_spans()
    assert theirs.name == theirs_again.name == "GET"
    assert ours.name == ours_again.name == "GET /v1/devices/{deviceId}"
    assert theirs.parent == ours.context
    assert theirs_again.parent == ours_again.context
    assert ours.parent is ours_again.parent is None
    # The server learns of theirs, and so of ours.
    assert ours.context is not None
    trace_id = trace.format_trace_id(ours.context.trace_id)
    assert trace_id in str(recorder.requests[0].header("traceparent"))
    assert not trace.get_current_span().get_span_context().is_valid


async def test_our_span_is_current_no_longer_after_a_failure(
    wire: AsyncParticle, recorder: Recorder, spans: InMemorySpanExporter
) -> None:
    from opentelemetry import trace

    recorder.answer_raw(b"")
    with pytest.raises(APIConnectionError):
        await wire.devices.get("1")
    assert not trace.get_current_span().get_span_context().is_valid
    theirs, ours = spans.get_finished_spans()
    assert theirs.parent == ours.context

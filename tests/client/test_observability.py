"""What can be seen of requests: hooks, log lines, spans of OpenTelemetry."""

from __future__ import annotations

import logging
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import APIConnectionError, NotFoundError, Particle, RetryPolicy

from ..conftest import TOKEN

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from particle_client import AsyncParticle

    from ..conftest import NewClient
    from ..recorder import Recorder

pytestmark = pytest.mark.anyio

AT_ONCE = RetryPolicy(initial_delay=0)
DEVICE = "0123456789abcdef01234567"


# --- hooks ------------------------------------------------------------------------------------


async def test_hooks_see_each_request_and_each_answer(
    new_client: NewClient, recorder: Recorder
) -> None:
    seen: list[Any] = []
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        retries=AT_ONCE,
        on_request=seen.append,
        on_response=seen.append,
    )
    recorder.answer(503)
    recorder.answer(json={"id": DEVICE})
    await client.devices.get(DEVICE)
    assert [getattr(each, "status_code", each.method) for each in seen] == ["GET", 503, "GET", 200]
    assert TOKEN not in repr(seen)


async def test_the_hook_of_a_call_sees_the_answer_that_ends_it(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=AT_ONCE)
    recorder.answer(503)
    recorder.answer(404)
    seen: list[int] = []
    with pytest.raises(NotFoundError):
        await client.devices.get(DEVICE, on_response=lambda answer: seen.append(answer.status_code))
    assert seen == [404]


async def test_what_a_hook_raises_ends_the_call(new_client: NewClient, recorder: Recorder) -> None:
    def no(request: object) -> None:
        raise RuntimeError("no")

    client = new_client(access_token=TOKEN, base_url=recorder.base_url, on_request=no)
    with pytest.raises(RuntimeError, match="no"):
        await client.devices.get(DEVICE)
    assert recorder.requests == []


async def test_copies_keep_hooks_or_take_others(new_client: NewClient, recorder: Recorder) -> None:
    first: list[object] = []
    second: list[object] = []
    client = new_client(
        access_token=TOKEN, base_url=recorder.base_url, on_request=first.append, retries=0
    )
    await client.with_options(timeout=5).devices.get(DEVICE)
    await client.with_options(on_request=second.append).devices.get(DEVICE)
    await client.with_options(on_request=None).devices.get(DEVICE)
    assert (len(first), len(second)) == (1, 1)


# --- log --------------------------------------------------------------------------------------


async def test_one_line_a_request(
    new_client: NewClient, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=AT_ONCE)
    recorder.answer(503)
    recorder.answer(headers={"X-Request-Id": "r-7"}, json={})
    with caplog.at_level(logging.DEBUG, "particle_client"):
        await client.product("my-product").devices.get(DEVICE, query={"secret": "canary"})
    lines = [record.getMessage() for record in caplog.records if record.name == "particle_client"]
    route = "GET /v1/products/{productIdOrSlug}/devices/{deviceId}"
    assert [line.split(" in ")[0] for line in lines] == [
        f"{route}: HTTP 503",
        f"{route}: HTTP 200",
    ]
    assert lines[0].endswith(" ms, attempt 1")
    assert lines[1].endswith(" ms, attempt 2, request id r-7")
    (repeat,) = [r.getMessage() for r in caplog.records if r.name == "particle_client.retries"]
    assert repeat == f"{route}: retry 1 in 0.00 s after InternalServerError"
    assert not {TOKEN, DEVICE, "canary"} & set("".join(lines).split())


async def test_a_failure_is_logged(
    new_client: NewClient, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=0)
    recorder.answer_raw(b"")
    with caplog.at_level(logging.DEBUG, "particle_client"), pytest.raises(APIConnectionError):
        await client.devices.get(DEVICE)
    (line,) = [r.getMessage() for r in caplog.records if r.name == "particle_client"]
    assert line.startswith("GET /v1/devices/{deviceId}: APIConnectionError in ")


async def test_nothing_is_logged_above_debug(
    wire: AsyncParticle, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        await wire.devices.get(DEVICE)
    assert [record for record in caplog.records if record.name == "particle_client"] == []


# --- OpenTelemetry ----------------------------------------------------------------------------


def _attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


async def test_each_request_is_a_span(
    new_client: NewClient, recorder: Recorder, exporter: InMemorySpanExporter
) -> None:
    exporter.clear()
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=AT_ONCE)
    recorder.answer(503)
    recorder.answer(json={})
    await client.devices.get(DEVICE, query={"secret": "canary"})
    first, second = exporter.get_finished_spans()
    host, port = recorder.base_url.removeprefix("http://").split(":")
    assert first.name == second.name == "GET /v1/devices/{deviceId}"
    assert first.kind.name == "CLIENT"
    assert _attributes(second) == {
        "http.request.method": "GET",
        "url.full": f"{recorder.base_url}/v1/devices/{DEVICE}",
        "url.template": "/v1/devices/{deviceId}",
        "server.address": host,
        "server.port": int(port),
        "particle.operation": "getDevice",
        "http.request.resend_count": 1,
        "http.response.status_code": 200,
    }
    assert _attributes(first)["error.type"] == "503"
    assert not first.status.is_ok
    assert TOKEN not in first.to_json() + second.to_json()


async def test_the_names_of_raw_requests_hold_no_ids(
    wire: AsyncParticle, recorder: Recorder, exporter: InMemorySpanExporter
) -> None:
    exporter.clear()
    await wire.get(f"/v1/devices/{DEVICE}")
    (span,) = exporter.get_finished_spans()
    assert span.name == "GET"
    assert "url.template" not in _attributes(span)
    assert _attributes(span)["url.full"] == f"{recorder.base_url}/v1/devices/{DEVICE}"


@pytest.mark.parametrize(
    ("scope", "arguments", "route"),
    [
        ("", {"prefix": "a"}, "/v1/events/{eventPrefix}"),
        ("", {"device": "mine"}, "/v1/devices/events"),
        ("", {"prefix": "events", "device": "mine"}, "/v1/devices/events/{eventPrefix}"),
        ("", {"prefix": "a", "device": DEVICE}, "/v1/devices/{deviceId}/events/{eventPrefix}"),
        ("product", {}, "/v1/products/{productIdOrSlug}/events"),
        (
            "product",
            {"prefix": "a", "device": DEVICE},
            "/v1/products/{productIdOrSlug}/devices/{deviceId}/events/{eventPrefix}",
        ),
        ("org", {}, "/v1/orgs/{orgIdOrSlug}/events"),
        (
            "org",
            {"prefix": "a", "product": "p"},
            "/v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}",
        ),
    ],
)
def test_the_routes_of_event_streams(
    scope: str,
    arguments: dict[str, Any],
    route: str,
    recorder: Recorder,
    caplog: pytest.LogCaptureFixture,
) -> None:
    recorder.answer(200, content=b":ok\n\n", content_type="text/event-stream")
    with (
        Particle(TOKEN, base_url=recorder.base_url) as client,
        caplog.at_level(logging.DEBUG, "particle_client"),
    ):
        where: Any = getattr(client, scope)("events") if scope else client
        with where.events.stream(**arguments):
            pass
    (line,) = [r.getMessage() for r in caplog.records if r.name == "particle_client"]
    assert line.startswith(f"GET {route}: HTTP 200 in ")


async def test_a_failure_ends_the_span(
    new_client: NewClient, recorder: Recorder, exporter: InMemorySpanExporter
) -> None:
    exporter.clear()
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, retries=0)
    recorder.answer_raw(b"")
    with pytest.raises(APIConnectionError):
        await client.devices.get(DEVICE)
    (span,) = exporter.get_finished_spans()
    assert _attributes(span)["error.type"] == "APIConnectionError"


async def test_spans_are_children_of_the_current_one(
    wire: AsyncParticle, exporter: InMemorySpanExporter
) -> None:
    from opentelemetry import trace

    exporter.clear()
    with trace.get_tracer("test").start_as_current_span("mine") as mine:
        await wire.devices.get(DEVICE)
    child, parent = exporter.get_finished_spans()
    assert child.parent is not None
    assert child.parent.span_id == mine.get_span_context().span_id == parent.context.span_id


def test_who_does_not_use_opentelemetry_does_not_load_it(recorder: Recorder) -> None:
    code = (
        "import sys\n"
        "from particle_client import Particle\n"
        f"Particle('token', base_url={recorder.base_url!r}).devices.get('1')\n"
        "assert not any(name.startswith('opentelemetry') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

"""Fixtures for all tests: a local cloud, a recording server, and clients of both kinds."""

from __future__ import annotations

import gc
import os
import socket
from typing import TYPE_CHECKING, Any, Protocol

import certifi
import pytest
from hypothesis import HealthCheck, settings

from particle_client.sandbox import Sandbox

from .both import Kind, make_client
from .recorder import Recorder
from .redis_program import REDIS_PROGRAM

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from particle_client import AsyncParticle

TOKEN = "token-of-the-tests"

# How long an example takes says something about the machine, not about the code.
settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")


# Collecting thousands of tests makes many objects, which all stay to the end: searching them for
# garbage, again and again, would take a good part of the time.
gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


class NewClient(Protocol):
    """Makes a client; it is closed after the test."""

    def __call__(self, **options: Any) -> AsyncParticle: ...


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def redis_program() -> str:
    """A program that serves as Redis. Only CI must have one; elsewhere its tests are skipped."""
    if REDIS_PROGRAM:
        return REDIS_PROGRAM
    reason = "redis-server (or valkey-server) is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever the machine has set up for the client or for proxies is not for the tests.

    Of the authorities that sign certificates there is one: loading all of them, which each client
    does anew, takes longer than most tests.
    """
    first, end, _ = certifi.contents().partition("-----END CERTIFICATE-----")
    authority = tmp_path_factory.mktemp("tls") / "authority.pem"
    authority.write_text(f"{first}{end}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith("PARTICLE_") or name.lower().endswith("_proxy"):
                patch.delenv(name)
        patch.setenv("SSL_CERT_FILE", str(authority))
        yield


@pytest.fixture(params=["async", "sync"])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Which of the two clients the test runs with."""
    value: Kind = request.param
    return value


@pytest.fixture
async def new_client(kind: Kind) -> AsyncIterator[NewClient]:
    """Make clients of the kind that the test runs with."""
    clients: list[AsyncParticle] = []

    def new(**options: Any) -> AsyncParticle:
        clients.append(make_client(kind, **options))
        return clients[-1]

    yield new
    for client in clients:
        await client.close()


@pytest.fixture
def dead_port() -> Iterator[int]:
    """A port at which nobody listens, and nobody else will: it is taken, for that."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture(scope="module")
def cloud() -> Iterator[Sandbox]:
    """A local cloud. Tests of a module share it: each adds what it needs."""
    with Sandbox(flash_step=0) as sandbox:
        yield sandbox


@pytest.fixture
def client(new_client: NewClient, cloud: Sandbox) -> AsyncParticle:
    """A client of the local cloud that reports each difference from the document."""
    return new_client(access_token=cloud.access_token, base_url=cloud.base_url, strict=True)


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A server that records requests."""
    with Recorder() as server:
        yield server


@pytest.fixture
def wire(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    """A client of the recording server that sends each request once."""
    return new_client(access_token=TOKEN, base_url=recorder.base_url, retries=0)


@pytest.fixture(scope="session")
def exporter() -> InMemorySpanExporter:
    """The spans of OpenTelemetry, of which a process can have only one provider."""
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    trace.set_tracer_provider(provider)
    return exporter

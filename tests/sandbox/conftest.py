"""A sandbox for each test and clients of it."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

import httpx
import pytest

from particle_client.sandbox import Sandbox

from .wire import TLS, OpenStream, StreamReader, make_api


@pytest.fixture
def cloud() -> Iterator[Sandbox]:
    with Sandbox(flash_step=0) as sandbox:
        yield sandbox


@pytest.fixture
def api(cloud: Sandbox) -> Iterator[httpx.Client]:
    """A client with the default account's token."""
    with make_api(cloud) as client:
        yield client


@pytest.fixture
def other_api(cloud: Sandbox) -> Iterator[httpx.Client]:
    """A client with the token of another account, other@example.com."""
    cloud.add_account("other@example.com", "secret")
    with make_api(cloud, cloud.create_token("other@example.com")) as client:
        yield client


@pytest.fixture
def anyone(cloud: Sandbox) -> Iterator[httpx.Client]:
    """A client without any credentials."""
    with httpx.Client(base_url=cloud.base_url, verify=TLS) as client:
        yield client


@pytest.fixture
def open_stream(api: httpx.Client) -> OpenStream:
    @contextmanager
    def opened(path: str, client: httpx.Client = api) -> Generator[StreamReader]:
        with client.stream("GET", path) as response:
            assert response.status_code == 200, response.read()
            yield StreamReader(response)

    return opened

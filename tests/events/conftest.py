from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .raw_server import RawServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def server() -> Iterator[RawServer]:
    with RawServer() as server:
        yield server

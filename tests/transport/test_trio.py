"""AsyncParticle under trio."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import anyio
import pytest

from particle_client import (
    APITimeoutError,
    AsyncParticle,
    ConfigurationError,
    PermissionDeniedError,
    Timeout,
)
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client.sandbox import Sandbox
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    """Not asyncio."""
    return "trio"


async def test_calls(cloud: Sandbox) -> None:
    device = cloud.add_device(
        name="lamp", functions={"twice": lambda text: 2 * int(text)}, variables={"n": 5}
    )
    async with cloud.async_client(strict=True) as client:
        assert (await client.devices.get(device.id)).name == "lamp"
        assert device.id in [found.id async for found in client.devices.list()]
        assert (await client.devices.call_function(device.id, "twice", "21")).return_value == 42
        assert (await client.devices.get_variable(device.id, "n")).result == 5
        with pytest.raises(PermissionDeniedError):
            await client.devices.get("f" * 24)


async def test_many_calls_at_once(recorder: Recorder) -> None:
    async with (
        AsyncParticle(TOKEN, base_url=recorder.base_url) as client,
        anyio.create_task_group() as group,
    ):
        for number in range(300):
            group.start_soon(client.get, f"/v1/things/{number}")
    assert {request.path for request in recorder.requests} == {
        f"/v1/things/{number}" for number in range(300)
    }
    assert recorder.most_connections <= 100


async def test_uploads(recorder: Recorder, tmp_path: Path) -> None:
    content = bytes(range(256)) * 8192
    path = tmp_path / "firmware.bin"
    path.write_bytes(content)
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        await client.devices.flash("1", path)
        await client.devices.flash("1", ("firmware.bin", io.BytesIO(content)))
    assert [content in request.body for request in recorder.requests] == [True, True]


async def test_a_timeout(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url, retries=0) as client:
        recorder.answer_raw(b"", stall=True)
        with pytest.raises(APITimeoutError) as caught:
            await client.get("/v1/slow", timeout=Timeout(60, read=0.05))
        assert caught.value.phase == "read"


async def test_a_timeout_of_trios_own(recorder: Recorder) -> None:
    import trio

    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        recorder.answer_raw(b"", stall=True)
        with trio.move_on_after(0.05) as scope:
            await client.get("/v1/slow")
        assert scope.cancelled_caught
        assert (await client.get("/v1/things")).json() == {}


async def test_aiohttp_says_that_it_needs_asyncio() -> None:
    client = AsyncParticle(TOKEN, base_url="http://127.0.0.1:1", http_client="aiohttp")
    with pytest.raises(ConfigurationError, match="works with asyncio only"):
        await client.get("/v1/things")

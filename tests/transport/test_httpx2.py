"""A client of httpx2, httpx's successor, as `http_client`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    ResponseDecodeError,
    Timeout,
)
from tests.conftest import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.both import Kind
    from tests.conftest import NewClient
    from tests.recorder import Recorder

httpx2 = pytest.importorskip("httpx2")

pytestmark = pytest.mark.anyio


@pytest.fixture
async def http_client(kind: Kind) -> AsyncIterator[Any]:
    """A client of httpx2."""
    if kind == "async":
        async with httpx2.AsyncClient(verify=False, follow_redirects=True) as http_client:
            yield http_client
    else:
        with httpx2.Client(verify=False, follow_redirects=True) as http_client:
            yield http_client


@pytest.fixture
def wire(new_client: NewClient, recorder: Recorder, http_client: Any) -> AsyncParticle:
    """A client of the recording server, over httpx2."""
    return new_client(access_token=TOKEN, base_url=recorder.base_url, http_client=http_client)


async def test_calls(new_client: NewClient, cloud: Sandbox, http_client: Any) -> None:
    client = new_client(
        access_token=cloud.access_token, base_url=cloud.base_url, http_client=http_client
    )
    device = cloud.add_device(name="lamp", functions={"twice": lambda text: 2 * int(text)})
    response = await client.with_raw_response(client.devices.get, device.id)
    assert response.data.name == "lamp"
    assert isinstance(response.http_response, httpx2.Response)
    call = await client.devices.call_function(device.id, "twice", "21")
    assert call.return_value == 42


async def test_an_event_stream(
    kind: Kind, new_client: NewClient, cloud: Sandbox, http_client: Any
) -> None:
    client = new_client(
        access_token=cloud.access_token, base_url=cloud.base_url, http_client=http_client
    )
    if kind == "async":
        async with client.events.stream("lamp") as events:
            await client.events.publish("lamp/on", "1")
            assert (await events.wait_for("lamp/on", timeout=30)).data == "1"
    else:
        sync_client: Any = client.target  # type: ignore[attr-defined]
        with sync_client.events.stream("lamp") as events:
            sync_client.events.publish("lamp/on", "1")
            assert events.wait_for("lamp/on", timeout=30).data == "1"


async def test_an_upload(wire: AsyncParticle, recorder: Recorder, tmp_path: Path) -> None:
    path = tmp_path / "firmware.bin"
    path.write_bytes(bytes(range(256)) * 8192)
    await wire.devices.flash("1", path)
    assert path.read_bytes() in recorder.last.body
    assert recorder.last.header("content-length") == str(len(recorder.last.body))


async def test_nothing_listens(new_client: NewClient, http_client: Any, dead_port: int) -> None:
    url = f"http://127.0.0.1:{dead_port}"
    client = new_client(access_token=TOKEN, base_url=url, http_client=http_client, retries=0)
    with pytest.raises(APIConnectionError, match="can't connect") as caught:
        await client.devices.get("1")
    assert caught.value.sent is False
    assert isinstance(caught.value.__cause__, httpx2.ConnectError)


async def test_a_timeout(wire: AsyncParticle, recorder: Recorder) -> None:
    for _ in range(3):
        recorder.answer_raw(b"", stall=True)
    with pytest.raises(APITimeoutError, match=r"read took over 0\.05 s") as caught:
        await wire.devices.call_function("1", "brew", timeout=Timeout(60, read=0.05))
    assert (caught.value.phase, caught.value.sent) == ("read", True)


async def test_a_broken_answer(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer_raw(b"SSH-2.0-OpenSSH_9.6\r\n")
    with pytest.raises(APIConnectionError, match="the connection broke") as caught:
        await wire.devices.call_function("1", "brew")
    assert caught.value.sent is True


async def test_a_broken_encoding(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=b"not gzip", headers={"content-encoding": "gzip"})
    with pytest.raises(ResponseDecodeError, match="its encoding is broken"):
        await wire.devices.get("1")


async def test_a_secret_in_the_url_is_not_logged(
    wire: AsyncParticle, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("DEBUG", logger="httpx2"):
        await wire.tokens.delete("secret-token")
    assert "secret-token" not in caplog.text


async def test_a_closed_one(kind: Kind, wire: AsyncParticle, http_client: Any) -> None:
    if kind == "async":
        await http_client.aclose()
    else:
        http_client.close()
    with pytest.raises(ConfigurationError, match="http_client that was passed in is closed"):
        await wire.devices.get("1")

"""What the environment has wrong is told with the variable's name, once, and shows no secret."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

from particle_client import APIConnectionError, ConfigurationError, RetryPolicy
from tests.conftest import TOKEN
from tests.transport.servers import ScriptedServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

OWN = ("sync", "asyncio", "trio", "aiohttp")
"""The kinds of clients that read the environment themselves."""

only_own = pytest.mark.parametrize("kind", OWN, indirect=True)


@only_own
@pytest.mark.parametrize("content", [None, b"no certificate"])
async def test_a_file_of_certificates_that_can_not_be_read(
    new_client: NewClient, content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "authorities.pem"
    if content is not None:
        path.write_bytes(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    client = new_client(access_token=TOKEN, base_url="https://127.0.0.1:9")
    with pytest.raises(ConfigurationError, match=r"SSL_CERT_FILE \(.*authorities\.pem\)"):
        await client.get("/v1/things")


@only_own
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize(
    "url",
    ["http://me:s3cret@proxy:99999", "http://me:s3cret@[::1", "http://me:s3cret@", "x://s3cret"],
)
async def test_a_proxy_that_is_no_url(
    new_client: NewClient, name: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, url)
    client = new_client(access_token=TOKEN, base_url="https://cloud.example")
    with pytest.raises(ConfigurationError, match=name) as caught:
        await client.get("/v1/things")
    report = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    inner = [
        line
        for frame in report.stack
        if "particle_client" in frame.filename
        for line in (frame.locals or {}).values()
    ]
    assert "s3cret" not in "".join([*inner, str(caught.value)])


async def test_a_certificate_that_nobody_trusts_is_not_asked_for_again(
    new_client: NewClient,
) -> None:
    with ScriptedServer(lambda server, connection: None, tls=True) as server:
        policy = RetryPolicy(3, initial_delay=0)
        client = new_client(access_token=TOKEN, base_url=server.base_url, retries=policy)
        with pytest.raises(APIConnectionError, match="set SSL_CERT_FILE"):
            await client.get("/v1/things")
        assert server.connections == 1


@pytest.mark.parametrize("why", ["certificate has expired", "certificate is not yet valid"])
def test_the_date_of_a_certificate_is_not_the_authority(why: str) -> None:
    import httpx

    from particle_client.base.request import Request, Timeout
    from particle_client.transport.failures import raise_typed

    request = Request("GET", "https://x", [], None, Timeout(), "https://x")
    error = httpx.ConnectError(f"[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {why}")
    with pytest.raises(APIConnectionError, match="clock") as caught:
        raise_typed(error, request)
    assert "SSL_CERT_FILE" not in str(caught.value)

"""Proxies that the environment names."""

from __future__ import annotations

import base64
import socket
import threading
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.request import getproxies

import pytest

from particle_client import APIConnectionError, APITimeoutError, ConfigurationError
from particle_client.transport.pool import find_proxy
from tests.conftest import TOKEN

from .servers import CERTIFICATE, ScriptedServer, answer_once, read_head, read_request

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.both import Kind
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

AUTHORIZATION = b"Basic " + base64.b64encode(b"me:s3/cret")


@pytest.fixture(params=["async", "sync", "aiohttp"])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each of the transports."""
    value: Kind = request.param
    return value


def answer_always(server: ScriptedServer, connection: socket.socket) -> None:
    while True:
        read_request(connection)
        connection.sendall(answer_once())


class ProxyServer(ScriptedServer):
    """A proxy that connects every tunnel to one server, and answers other requests itself."""

    def __init__(self, target: str = "", refusal: bytes = b"") -> None:
        self.heads: list[bytes] = []
        self.target = target
        self.refusal = refusal
        super().__init__(lambda _, connection: self.serve(connection))

    def serve(self, connection: socket.socket) -> None:
        """Serve one connection."""
        while True:
            head = read_head(connection)
            self.heads.append(head)
            if self.refusal:
                connection.sendall(self.refusal)
                return
            if head.startswith(b"CONNECT "):
                connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
                self.tunnel(connection)
                return
            connection.sendall(answer_once())

    def tunnel(self, connection: socket.socket) -> None:
        """Pass bytes on in both directions."""
        host, _, port = self.target.rpartition("/")[2].partition(":")
        with socket.create_connection((host, int(port))) as target:

            def back() -> None:
                with suppress(OSError):
                    while piece := target.recv(65536):
                        connection.sendall(piece)
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

            thread = threading.Thread(target=back)
            thread.start()
            try:
                while piece := connection.recv(65536):
                    target.sendall(piece)
            finally:
                with suppress(OSError):
                    target.shutdown(socket.SHUT_RDWR)
                thread.join()


def as_if_far_away(client: AsyncParticle) -> None:
    """This machine itself is never behind a proxy."""
    client._transport.loopback = False


async def test_https_goes_through_a_tunnel(
    new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with (
        ScriptedServer(answer_always, tls=True) as server,
        ProxyServer(server.base_url) as proxy,
    ):
        port = server.base_url.rpartition(":")[2]
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url.replace("://", "://me:s3%2Fcret@"))
        client = new_client(access_token=TOKEN, base_url=f"https://localhost:{port}")
        as_if_far_away(client)
        assert (await client.get("/v1/things")).json() == {}
        assert (await client.get("/v1/things")).json() == {}
        assert proxy.connections == 1
        head = proxy.heads[-1]
        assert head.startswith(b"CONNECT localhost:%s HTTP/1.1\r\n" % port.encode())
        assert b"proxy-authorization: " + AUTHORIZATION.lower() in head.lower()
        assert TOKEN.encode() not in b"".join(proxy.heads)


async def test_http_is_forwarded(new_client: NewClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProxyServer() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.base_url)
        client = new_client(
            access_token=TOKEN, base_url="http://cloud.example", allow_insecure_http=True
        )
        assert (await client.get("/v1/things")).json() == {}
        assert proxy.heads[0].startswith(b"GET http://cloud.example/v1/things HTTP/1.1\r\n")


async def test_no_proxy(new_client: NewClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProxyServer() as proxy, ScriptedServer(answer_always) as server:
        monkeypatch.setenv("ALL_PROXY", proxy.base_url)
        monkeypatch.setenv("NO_PROXY", "example.com, 127.0.0.1")
        client = new_client(access_token=TOKEN, base_url=server.base_url)
        as_if_far_away(client)
        assert (await client.get("/v1/things")).json() == {}
        assert proxy.heads == []


# As curl 7.88 and requests 2.34 did; where they differ, whether one of them went directly.
NO_PROXY = [
    ("api.particle.io", "api.particle.io", True),
    ("particle.io", "api.particle.io", True),
    (".particle.io", "api.particle.io", True),
    (".api.particle.io", "api.particle.io", True),
    ("api.particle.io.", "api.particle.io", True),
    ("API.Particle.IO", "api.particle.io", True),
    ("api.particle.io:8443", "api.particle.io", True),
    ("particle.io:8443", "api.particle.io", True),
    ("api.particle.io:1", "api.particle.io", False),
    ("article.io", "api.particle.io", False),
    ("a b,api.particle.io", "api.particle.io", True),
    ("a api.particle.io", "api.particle.io", True),
    ("a , api.particle.io ,", "api.particle.io", True),
    ("a,,.", "api.particle.io", False),
    ("127.0.0.2", "127.0.0.2", True),
    ("127.0.0.0/8", "127.0.0.2", True),
    ("127.0.0.1/8", "127.0.0.2", True),
    ("10.0.0.0/8", "127.0.0.2", False),
    ("127.0.0.0/x", "127.0.0.2", False),
    ("127", "127.0.0.2", False),
    ("::1", "::1", True),
    ("[::1]", "::1", False),
    ("fe80::/10", "fe80::1", True),
    ("fe80::/10", "127.0.0.2", False),
    ("*", "api.particle.io", True),
    ("", "api.particle.io", False),
]


@pytest.mark.parametrize(("no_proxy", "host", "direct"), NO_PROXY)
def test_the_forms_of_no_proxy(
    no_proxy: str, host: str, direct: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("NO_PROXY", no_proxy)
    assert (find_proxy(getproxies(), "https", host, 8443) is None) == direct


async def test_a_proxy_that_refuses(new_client: NewClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProxyServer(refusal=answer_once(407, b"")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url.replace("://", "://me:s3cret@"))
        client = new_client(access_token=TOKEN, base_url="https://cloud.example", retries=0)
        with pytest.raises(APIConnectionError, match=r"the proxy failed: .*407") as caught:
            await client.get("/v1/things")
        assert caught.value.sent is False
        assert "s3cret" not in str(caught.value)


async def test_a_proxy_that_drops_the_tunnel(
    new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the request has left: sending it again does no harm."""
    dropping = ScriptedServer(lambda _, connection: read_head(connection))
    garbage = ProxyServer(refusal=b"no proxy\r\n\r\n")
    with dropping, garbage:
        for proxy in (dropping, garbage):
            monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
            client = new_client(access_token=TOKEN, base_url="https://cloud.example", retries=0)
            with pytest.raises(
                APIConnectionError, match=r"the proxy failed: .*Check base"
            ) as caught:
                await client.post("/v1/things", json={})
            assert caught.value.sent is False


async def test_a_proxy_that_says_nothing(
    new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ScriptedServer(lambda server, _: server.over.wait()) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
        client = new_client(
            access_token=TOKEN, base_url="https://cloud.example", retries=0, timeout=0.1
        )
        with pytest.raises(APITimeoutError) as caught:
            await client.post("/v1/things", json={})
    assert (caught.value.phase, caught.value.sent) == ("connect", False)


async def test_a_connection_that_breaks_in_the_tunnel(
    new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once TLS stands, the request may have been sent."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with (
        ScriptedServer(lambda _, connection: read_head(connection), tls=True) as server,
        ProxyServer(server.base_url) as proxy,
    ):
        port = server.base_url.rpartition(":")[2]
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
        client = new_client(access_token=TOKEN, base_url=f"https://localhost:{port}", retries=0)
        as_if_far_away(client)
        with pytest.raises(APIConnectionError, match="the connection broke") as caught:
            await client.post("/v1/things", json={})
        assert caught.value.sent is True


async def test_socks_needs_a_package(
    new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    client = new_client(access_token=TOKEN, base_url="https://cloud.example", retries=0)
    with pytest.raises(ConfigurationError, match="speaks SOCKS"):
        await client.get("/v1/things")


@pytest.mark.parametrize("url", ["ftp://me:s3cret@proxy", "http://", "http://proxy:port"])
async def test_a_proxy_that_is_no_url(
    url: str, new_client: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", url)
    client = new_client(access_token=TOKEN, base_url="https://cloud.example", retries=0)
    with pytest.raises(ConfigurationError, match="ALL_PROXY is no URL") as caught:
        await client.get("/v1/things")
    assert "s3cret" not in str(caught.value)

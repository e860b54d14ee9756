"""Which proxy the environment names for a URL: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from ..base.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Proxies", "Proxy"]

_SCHEMES = ("http", "https", "socks5", "socks5h")
_PORTS = {"http": 80, "https": 443}


class Proxy(NamedTuple):
    """A proxy."""

    scheme: str
    host: str
    port: int
    auth: tuple[str, str] | None

    @property
    def url(self) -> str:
        """Where it is, without its password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def authorization(self) -> str:
        """The value of the Proxy-Authorization header, empty without a user name."""
        from base64 import b64encode

        return f"Basic {b64encode(':'.join(self.auth).encode()).decode()}" if self.auth else ""

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS."""
        return self.scheme.startswith("socks")


class Proxies:
    """The proxies of the environment, as it was when this was made."""

    def __init__(self) -> None:
        from urllib.request import getproxies

        self._urls: Mapping[str, str] = getproxies()
        self._found: dict[str, Proxy] = {}

    def __bool__(self) -> bool:
        return any(self._urls.get(name) for name in ("http", "https", "all"))

    def find(self, scheme: str, host: str, port: int) -> Proxy | None:
        """Give the proxy for requests to a host; None when they go there directly."""
        from urllib.request import proxy_bypass

        url = self._urls.get(scheme) or self._urls.get("all")
        if not url or proxy_bypass(host) or proxy_bypass(f"{host}:{port}"):
            return None
        if url not in self._found:
            self._found[url] = _parse(url)
        return self._found[url]


def _parse(url: str) -> Proxy:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in _SCHEMES:
        # Not shown: it may hold a password.
        raise ConfigurationError(
            "The environment's proxy is no URL that can be used: set HTTPS_PROXY (or HTTP_PROXY, "
            "ALL_PROXY) to one that begins with http://, https:// or socks5://, or unset it."
        )
    auth = None
    if parts.username is not None:
        auth = unquote(parts.username), unquote(parts.password or "")
    return Proxy(parts.scheme, host, port or _PORTS.get(parts.scheme, 1080), auth)


def check_socks() -> None:
    """Raise ConfigurationError where the package for SOCKS proxies is missing."""
    from importlib.util import find_spec

    if find_spec("socksio") is None:
        raise ConfigurationError(
            "The environment's proxy speaks SOCKS, which needs the package socksio: "
            "pip install 'httpx[socks]'. Or unset ALL_PROXY, HTTPS_PROXY and HTTP_PROXY."
        )

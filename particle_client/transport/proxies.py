"""Which proxy the environment names for a URL: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from base64 import b64encode
from importlib import util
from typing import NamedTuple

from ..base.errors import ConfigurationError


class Proxy(NamedTuple):
    """A proxy: where it is, without its password, and its user name and password."""

    url: str
    auth: tuple[str, str] | None

    @property
    def authorization(self) -> str:
        """The value of the Proxy-Authorization header, empty without a user name."""
        return f"Basic {b64encode(':'.join(self.auth).encode()).decode()}" if self.auth else ""

    @property
    def is_socks(self) -> bool:
        """Whether it speaks SOCKS."""
        return self.url.startswith("socks")


class Proxies:
    """The proxies of the environment, as it was when this was made."""

    def __init__(self) -> None:
        from urllib.request import getproxies  # takes its time to load

        self._urls: dict[str, str] = getproxies()

    def find(self, scheme: str, host: str, port: int) -> Proxy | None:
        """Return the proxy for requests to a host; None when they go there directly."""
        from urllib.request import proxy_bypass

        url = self._urls.get(scheme) or self._urls.get("all")
        if not url or proxy_bypass(host) or proxy_bypass(f"{host}:{port}"):
            return None
        proxy = _parse(url)
        if proxy.is_socks and util.find_spec("socksio") is None:
            raise ConfigurationError(
                "The environment's proxy speaks SOCKS, which needs the package socksio: "
                "pip install 'httpx[socks]'. Or unset ALL_PROXY, HTTPS_PROXY and HTTP_PROXY."
            )
        return proxy


def _parse(url: str) -> Proxy:
    import httpx

    try:
        proxy = httpx.Proxy(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or not proxy.url.host:
        # Not shown: it may hold a password.
        raise ConfigurationError(
            "The environment's proxy is no URL that can be used: set HTTPS_PROXY (or HTTP_PROXY, "
            "ALL_PROXY) to one that begins with http://, https:// or socks5://, or unset it."
        ) from None
    return Proxy(str(proxy.url), proxy.auth)

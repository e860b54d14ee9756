"""Which proxy the environment names for a URL: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY."""

from __future__ import annotations

from importlib import util
from urllib.request import proxy_bypass

import httpx

from ..base.errors import ConfigurationError


def find_proxy(urls: dict[str, str], scheme: str, host: str, port: int) -> httpx.Proxy | None:
    """Return the proxy for requests to a host; None when they go there directly.

    Args:
        urls: What `urllib.request.getproxies` has found.
    """
    url = urls.get(scheme) or urls.get("all")
    if not url or proxy_bypass(host) or proxy_bypass(f"{host}:{port}"):
        return None
    try:
        proxy = httpx.Proxy(url if "://" in url else f"http://{url}")
    except (ValueError, httpx.InvalidURL):
        proxy = None
    if proxy is None or not proxy.url.host:
        # Not shown: it may hold a password.
        raise ConfigurationError(
            "The environment's proxy is no URL that can be used: set HTTPS_PROXY (or "
            "HTTP_PROXY, ALL_PROXY) to one that begins with http://, https:// or socks5://, "
            "or unset it."
        )
    if proxy.url.scheme.startswith("socks") and util.find_spec("socksio") is None:
        raise ConfigurationError(
            "The environment's proxy speaks SOCKS, which needs the package socksio: "
            "pip install 'httpx[socks]'. Or unset ALL_PROXY, HTTPS_PROXY and HTTP_PROXY."
        )
    return proxy

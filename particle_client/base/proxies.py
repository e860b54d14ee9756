"""Which hosts are reached without a proxy, by the environment."""

from __future__ import annotations

from contextlib import suppress
from ipaddress import ip_address, ip_network
from urllib.request import getproxies, proxy_bypass

__all__ = ["bypasses_proxy", "getproxies"]


def bypasses_proxy(no_proxy: str, host: str, port: int) -> bool:
    """Whether a host is reached directly, by `NO_PROXY` as curl and requests take it or by the
    system: hosts and domains, with a port or not, addresses, networks (CIDR), or `*`.
    """
    for entry in no_proxy.lower().replace(",", " ").split():
        name = entry.strip(".")
        if entry == "*" or f".{host.lower()}:{port}".endswith((f".{name}:{port}", f".{name}")):
            return True
        with suppress(ValueError):  # one of them is a name
            if ip_address(host) in ip_network(entry, strict=False):
                return True
    return bool(proxy_bypass(host))

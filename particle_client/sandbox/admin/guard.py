"""Who may use the admin interface: whoever has its token, and no other web page."""

import secrets
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from ..errors import ApiError, failure
from ..hosts import is_own_host
from ..webhooks import is_loopback

SAFE_METHODS = frozenset(("GET", "HEAD"))

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every response."""


class Guard:
    """Refuses requests that may come from other machines or from other web pages."""

    def __init__(self, token: str, hosts: Iterable[str], *, remote: bool) -> None:
        self._token = token.encode()
        self._hosts = {name.lower() for name in hosts}
        self._remote = remote

    def check_origin(self, scope: Scope) -> None:
        """Raise an ApiError for a request from elsewhere, whatever it wants."""
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        peer = (scope.get("client") or ("",))[0]
        if not self._remote and not is_loopback(peer):
            raise failure(403, "The admin interface is for this machine: see remote_admin=")
        if not is_own_host(scope, self._hosts):
            raise failure(403, "The admin interface doesn't answer for this host")
        origin = headers.get("origin")
        if origin is not None:
            parts = urlsplit(origin.lower())
            if parts.scheme not in ("http", "https") or parts.netloc != host:
                raise failure(403, "The admin interface is closed to pages of other origins")

    def check_call(self, scope: Scope) -> None:
        """Raise an ApiError for a call that lacks the token, or that a form could make."""
        headers = Headers(scope=scope)
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise failure(403, "The admin interface is closed to other pages")
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secrets.compare_digest(
            token.strip().encode("latin-1"), self._token
        ):
            raise ApiError(
                401,
                {"ok": False, "error": "The admin token is missing or wrong"},
                {"WWW-Authenticate": 'Bearer realm="particle-client sandbox"'},
            )
        if scope["method"] not in SAFE_METHODS:
            content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
            if content_type != "application/json":
                raise failure(415, "Send JSON, with the Content-Type application/json")

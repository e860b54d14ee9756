"""Requests that have no method of their own, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from particle_client.uploads import MultipartBody, collect_sources, number_parts

from .common import Args, Call, is_true, sources, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client import Particle

__all__ = ["CALLS"]

_OF_URLS = "%/?:@!$&'()*+,;=[]~"
"""What JavaScript leaves as it is in a URL."""


def at(client: Particle, args: Args) -> str:
    """Give the address: a path, or a URL (the recording has @BASE@ for the server)."""
    uri: str = args["uri"]
    return quote(uri.replace("@BASE@", client.base_url), safe=_OF_URLS)


def query(args: Args) -> dict[str, Any]:
    """Give the query as the SDK writes it: `a[0]=x&b[c]=y`, and nothing for null."""
    return {"query": dict(pairs(args["query"]))} if is_true(args["query"]) else {}


def pairs(values: Any, name: str = "{}") -> Iterator[tuple[str, Any]]:
    if isinstance(values, dict | list):
        items = values.items() if isinstance(values, dict) else enumerate(values)
        for key, value in items:
            below = name.format(key)
            yield from (
                pairs(value, f"{below}[{{}}]") if is_nested(value) else [(below, text(value))]
            )


def is_nested(value: object) -> bool:
    return isinstance(value, dict | list)


def text(value: object) -> object:
    return "" if value is None else value


def body(args: Args) -> dict[str, Any]:
    """Give the body as the SDK makes it: files with a form, a form, or JSON."""
    form = args["form"]
    if not is_true(args["files"]):
        if is_true(form):
            return {"form": dict(pairs(form))}
        return wanted(args, json="data")
    fields = [(name, _string(value)) for name, value in (form or {}).items()]
    multipart = MultipartBody(fields, number_parts(collect_sources(sources(args))))
    return {
        "content": b"".join(multipart.prepare()),
        "headers": {"content-type": multipart.content_type},
    }


def _string(value: object) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def request(client: Particle, args: Args) -> object:
    method = args["method"] if is_true(args["method"]) else "get"
    return client.request(method, at(client, args), **body(args), **query(args))


CALLS: dict[str, Call] = {
    "get": lambda client, args: client.get(at(client, args), **query(args)),
    "head": lambda client, args: client.head(at(client, args), **query(args)),
    "post": lambda client, args: client.post(at(client, args), **wanted(args, json="data")),
    "put": lambda client, args: client.put(
        at(client, args), **wanted(args, json="data"), **query(args)
    ),
    "patch": lambda client, args: client.patch(at(client, args), **wanted(args, json="data")),
    "delete": lambda client, args: client.delete(at(client, args), **wanted(args, json="data")),
    "request": request,
    "validatePromoCode": lambda client, args: client.get(
        f"/v1/promo_code/{quote(args['promoCode'], safe='')}"
    ),
    "downloadFile": lambda client, args: client.download_file(at(client, args)),
}

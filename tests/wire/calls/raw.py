"""Requests that have no method of their own, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .common import Args, Call, sources, wanted

if TYPE_CHECKING:
    from particle_client import Particle

__all__ = ["CALLS"]


def at(client: Particle, args: Args) -> str:
    """Give the address: a path, or an URL (the recording has @BASE@ for the server)."""
    uri: str = args["uri"]
    return uri.replace("@BASE@", client.base_url)


def body(args: Args) -> dict[str, Any]:
    """Give the body as the SDK makes it: files with a form, a form, or JSON."""
    if not args.get("files"):
        return wanted(args, form="form") or wanted(args, json="data")
    from particle_client.uploads import MultipartBody, collect_sources, number_parts

    fields = [(name, _text(value)) for name, value in (args.get("form") or {}).items()]
    multipart = MultipartBody(fields, number_parts(collect_sources(sources(args))))
    return {
        "content": multipart.to_bytes(),
        "headers": {"content-type": multipart.content_type},
    }


def _text(value: object) -> str:
    if value is None:
        return "null"
    return str(value).lower() if isinstance(value, bool) else str(value)


def request(client: Particle, args: Args) -> object:
    options = {**body(args), **wanted(args, query="query")}
    return client.request(args["method"], at(client, args), **options)


CALLS: dict[str, Call] = {
    "get": lambda client, args: client.get(at(client, args), **wanted(args, query="query")),
    "head": lambda client, args: client.head(at(client, args), **wanted(args, query="query")),
    "post": lambda client, args: client.post(at(client, args), **wanted(args, json="data")),
    "put": lambda client, args: client.put(
        at(client, args), **wanted(args, json="data", query="query")
    ),
    "patch": lambda client, args: client.patch(at(client, args), **wanted(args, json="data")),
    "delete": lambda client, args: client.delete(at(client, args), **wanted(args, json="data")),
    "request": request,
    "downloadFile": lambda client, args: client.download_file(at(client, args)),
}

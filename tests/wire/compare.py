"""How a request differs from the recorded one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from .recording import Recorded

__all__ = ["differences", "ours", "theirs"]

Aspects = dict[str, Any]


def ours(request: Recorded) -> Aspects:
    """Return what a request says, aspect by aspect."""
    kind = request.content_type
    body: Any = None
    if kind == "application/json":
        body = json.loads(request.body)
    elif kind == "application/x-www-form-urlencoded":
        body = sorted(request.form)
    elif kind == "multipart/form-data":
        body = sorted(
            (part.name, part.filename or "", part.content_type or "", part.content.decode())
            for part in request.parts
        )
    elif request.body:
        body = request.body
    return {
        "method": request.method,
        "path": _segments(request.path),
        "query": sorted(request.query),
        "authorization": request.headers.get("authorization"),
        "content type": kind,
        "body": _without_time(body),
    }


def theirs(request: dict[str, Any]) -> Aspects:
    """Return what a recorded request of the SDK says, in the same form."""
    body = request["body"]
    if body is not None and "json" in body:
        body = body["json"]
    elif body is not None and "form" in body:
        body = sorted((name, value) for name, value in body["form"])
    elif body is not None:
        body = sorted(
            (part["name"], part.get("filename", ""), part.get("content_type", ""), part["text"])
            for part in body["multipart"]
        )
    return {
        "method": request["method"],
        "path": _segments(request["raw_path"].partition("?")[0]),
        "query": sorted((name, value) for name, value in request["query"]),
        "authorization": request["auth"],
        "content type": request["content_type"],
        "body": body,
    }


def differences(sent: Aspects, recorded: Aspects) -> dict[str, Any]:
    """Return the aspects that differ, with what the client sends."""
    return {
        name: value
        for name, value in sent.items()
        # As text: to Python `True == 1`, but not to the cloud.
        if json.dumps(value, sort_keys=True) != json.dumps(recorded[name], sort_keys=True)
    }


def _segments(path: str) -> list[str]:
    """Percent-encoding may differ where it means the same; an encoded slash separates nothing."""
    return [unquote(segment) for segment in path.split("/")]


def _without_time(body: Any) -> Any:
    """The SDK names the order of a public key after the time; the recording has TS in its place."""
    if isinstance(body, dict) and isinstance(body.get("order"), str):
        return body | {"order": re.sub(r"^manual_\d{13}$", "manual_TS", body["order"])}
    return body

"""Request bodies: JSON, forms, and files in multipart forms."""

import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import Message, Receive

from .errors import failure

_KEY_PART = re.compile(r"\[([^\]]*)\]")
LARGEST_BODY = 64 * 2**20
"""Bytes of a request body; what uploads may have is less."""
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class UploadedFile:
    """One file part of a multipart form."""

    part: str
    filename: str
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Body:
    """A request body in any of the forms that the API takes."""

    fields: dict[str, Any] = field(default_factory=dict[str, Any])
    files: list[UploadedFile] = field(default_factory=list[UploadedFile])
    is_form: bool = False


class _InMemoryParser(MultiPartParser):
    # Files stay in memory: spooling to disk would need worker threads that outlive the request.
    spool_max_size = 2**40


def bounded(receive: Receive) -> Receive:
    """Return ``receive``, which raises the error 413 for a body that is too large."""
    size = 0

    async def receive_bounded() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise failure(413, f"The request body is too large: {LARGEST_BODY} bytes are taken")
        return message

    return receive_bounded


async def read_body(request: Request) -> Body:
    """Reads the body; 400 when it isn't what its content type says."""
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type == "multipart/form-data":
        return await _read_multipart(request)
    content = await request.body()
    if not content:
        return Body()
    if content_type == _FORM:
        return Body(fields=_parse_form(content), is_form=True)
    if content_type == "application/json" or content_type.endswith("+json"):
        return Body(fields=_parse_json(content))
    if not content_type:
        # What curl's users and bare scripts send: the body shows which of the two it is.
        looks_like_json = content.lstrip()[:1] in b"{["
        return Body(fields=_parse_json(content) if looks_like_json else _parse_form(content))
    raise failure(400, f"Content-Type {content_type} is not supported here, send JSON or a form")


def _parse_json(content: bytes) -> dict[str, Any]:
    try:
        value: Any = json.loads(content, parse_constant=_no_number)
        if b"\\u" in content:  # escapes may make half characters, which no response could carry
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise failure(400, "The request body is not valid JSON") from None
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    return {"": value}


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no JSON")


def _parse_form(content: bytes) -> dict[str, Any]:
    text = content.decode("utf-8", "replace")
    return _nest(parse_qsl(text, keep_blank_values=True))


async def _read_multipart(request: Request) -> Body:
    parser = _InMemoryParser(
        request.headers,
        request.stream(),
        max_files=math.inf,
        max_fields=math.inf,
        max_part_size=2**24,
    )
    try:
        form = await parser.parse()
    except (MultiPartException, KeyError) as error:
        raise failure(400, f"The multipart form could not be read: {error}") from None
    fields: list[tuple[str, str]] = []
    files: list[UploadedFile] = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            files.append(
                UploadedFile(
                    part=name,
                    filename=value.filename or "",
                    content_type=value.content_type or "application/octet-stream",
                    content=value.file.read(),
                )
            )
            value.file.close()
        else:
            fields.append((name, value))
    return Body(fields=_nest(fields), files=files)


def _nest(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """Form fields with ``a[b]=…`` and ``a[]=…`` as the objects and arrays that they mean."""
    result: dict[str, Any] = {}
    arrays: dict[str, list[str]] = {}
    objects: dict[str, dict[str, str]] = {}
    for key, value in pairs:
        name, bracket, _ = key.partition("[")
        inner = _KEY_PART.search(key) if bracket and name else None
        if inner is None:
            result[key] = value
        elif inner[1] == "" or inner[1].isdigit():
            arrays.setdefault(name, []).append(value)
        else:
            objects.setdefault(name, {})[inner[1]] = value
    return {**result, **arrays, **objects}

"""What goes into queries, forms and JSON bodies. Errors show no value."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast
from urllib.parse import quote, urlencode

from ..base.checks import plain_text
from ..base.unset import Unset

QueryValue: TypeAlias = str | int | float | bool | Sequence[str | int] | Unset | None

# They can be iterated over, but are no lists of values.
_NO_SEQUENCES = (str, dict, bytes, bytearray, memoryview)


def encode_query(query: Mapping[str, QueryValue]) -> str:
    """Return a query string, or a form: UNSET and None are left out, sequences repeat the name."""
    return urlencode(text_pairs(query), safe="", quote_via=quote)


def text_pairs(values: Mapping[str, QueryValue]) -> list[tuple[str, str]]:
    """Return names and values as they are written in a query or a form."""
    pairs: list[tuple[str, str]] = []
    for wire, value in values.items():
        if value is None or isinstance(value, Unset):
            continue
        wire = _text("the name of a value", wire)
        if isinstance(value, Iterator):
            # A retry of the request, or the next page of its response, would come without it.
            kind = type(cast("object", value)).__name__
            raise TypeError(f"{wire} must be a list: a {kind} can be read only once")
        is_list = isinstance(value, Iterable) and not isinstance(value, _NO_SEQUENCES)
        items = cast("Iterable[object]", value if is_list else (value,))
        pairs += [(wire, _text(wire, item)) for item in items if not isinstance(item, Unset)]
    return pairs


def _text(wire: str, value: object) -> str:
    if isinstance(value, str | int | float):
        return plain_text(wire, value)
    if hasattr(value, "isoformat"):
        return str(_to_json(value))
    hint = ": pass its id" if hasattr(value, "id") else ""
    kind = type(value).__name__
    raise TypeError(f"{wire} can't be sent in a query or a form: it is a {kind}{hint}")


def comma(name: str, values: Sequence[str] | Unset | None) -> str | Unset | None:
    """Return a list parameter in the comma-separated form that the Cloud API takes."""
    if values is None or isinstance(values, Unset | str):
        return values
    texts = list(values)
    joined = ",".join(texts)
    if texts and joined.count(",") >= len(texts):
        raise ValueError(f"{name}: a comma separates items, so none may hold one: {joined!r}")
    return joined


def several(name: str, values: Any) -> Any:
    """Return a list argument; raise TypeError for a str, which counts as a list of its letters."""
    if isinstance(values, str | bytes):
        raise TypeError(f"{name} takes several values: pass a list, {name}=[…], not a str")
    return values


def encode_json(body: object) -> bytes:
    """Return a JSON body; raise TypeError or ValueError for what JSON can't express.

    In mappings, what is UNSET is left out.
    """
    if isinstance(body, dict):
        fields = cast("dict[str, object]", body).items()
        body = {name: value for name, value in fields if not isinstance(value, Unset)}
    try:
        try:
            return _encode(body).encode()
        except _UnsetInside:
            return _encode(_default(body)).encode()
    except (TypeError, ValueError, RecursionError) as error:
        kind = TypeError if isinstance(error, TypeError) else ValueError
        reason = str(error).removesuffix(" can't be sent as JSON")
    # Not chained: the error would hold the value, which may be a secret.
    raise kind(f"the body can't be sent as JSON: {reason}")


class _UnsetInside(Exception):
    """There is an UNSET deeper inside, which the encoder can't leave out."""


def _default(value: object) -> object:
    if isinstance(value, Unset):
        raise _UnsetInside
    if isinstance(value, Iterator):
        raise TypeError(f"a {type(cast('object', value)).__name__} can be read only once")
    return _to_json(value)


def _to_json(value: object) -> Any:
    from ..schema.model import to_json  # loads attrs, which not every call needs

    return to_json(value)


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_default
).encode


def with_fields(body: object, more: Mapping[str, Any]) -> dict[str, Any]:
    """Return a JSON object with further fields; objects inside are merged."""
    if isinstance(body, Unset):
        body = {}
    elif not isinstance(body, dict):
        body = _to_json(body)
    if not isinstance(body, dict):
        raise TypeError(f"extra_body adds to an object, but the body is a {type(body).__name__}")
    fields = dict(cast("dict[str, Any]", body))
    for name, value in more.items():
        inside = fields.get(name, Unset.UNSET)
        within = hasattr(inside, "items") and hasattr(value, "items")
        fields[name] = with_fields(inside, value) if within else value
    return fields

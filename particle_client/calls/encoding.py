"""What goes into queries, forms and JSON bodies. Errors name the argument, and show no value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import quote

from ..base.text import plain_text
from ..base.unset import Unset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "QueryValue",
    "comma",
    "encode_form",
    "encode_json",
    "encode_query",
    "text_pairs",
    "with_fields",
]

QueryValue: TypeAlias = "str | int | float | bool | Sequence[str | int] | Unset | None"

# They can be iterated over, but are no lists of values.
_NO_SEQUENCES = (str, dict, bytes, bytearray, memoryview)


# --- queries and forms ----------------------------------------------------------------------------


def encode_query(query: Mapping[str, QueryValue]) -> str:
    """Return a query string: UNSET and None are left out, sequences repeat the name."""
    return "&".join(
        f"{quote(name, safe='')}={quote(text, safe='')}" for name, text in text_pairs(query)
    )


def encode_form(form: Mapping[str, QueryValue]) -> bytes:
    """Return a form-encoded body."""
    return encode_query(form).encode("ascii")


def text_pairs(values: Mapping[str, QueryValue]) -> list[tuple[str, str]]:
    """Return names and values as they are written in a query or a form."""
    pairs: list[tuple[str, str]] = []
    for wire, value in values.items():
        if value is None or isinstance(value, Unset):
            continue
        if not isinstance(wire, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"the names of a query or form must be str, not {type(wire).__name__}")
        wire = _text("the name of a value", wire)
        if isinstance(value, Iterable) and not isinstance(value, _NO_SEQUENCES):
            items = _items(wire, cast("Iterable[object]", value))
            pairs += [(wire, _text(wire, item)) for item in items if not isinstance(item, Unset)]
        else:
            pairs.append((wire, _text(wire, value)))
    return pairs


def comma(name: str, values: Sequence[str] | Unset | None) -> str | Unset | None:
    """Return a list parameter in the comma-separated form that the Cloud API takes."""
    if values is None or isinstance(values, Unset | str):
        return values
    if not isinstance(values, Iterable) or isinstance(values, _NO_SEQUENCES):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"{name} must be a list of str, not {type(values).__name__}")
    texts: list[str] = []
    for value in values:
        if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            kind = type(value).__name__
            raise TypeError(f"{name} must be a list of str, but there is a {kind} in it")
        if "," in value:
            raise ValueError(f"{name}: a comma separates items, so none may hold one: {value!r}")
        texts.append(str.__str__(value))
    return ",".join(texts)


def _items(wire: str, values: Iterable[object]) -> Iterable[object]:
    if isinstance(values, Iterator):
        # A retry of the request, or the next page of its response, would be asked for without it.
        kind = type(values).__name__
        raise TypeError(f"{_argument(wire)} must be a list: a {kind} can be read only once")
    return values


def _text(wire: str, value: object) -> str:
    if type(value) is str and value.isascii():
        return value
    if isinstance(value, str | int | float):
        return plain_text(_argument(wire), value)
    if hasattr(value, "isoformat"):
        from ..schema.model import to_json

        return str(to_json(value))
    hint = ": pass its id" if hasattr(value, "id") else ""
    raise TypeError(
        f"{_argument(wire)} can't be sent in a query or a form: it is a "
        f"{type(value).__name__}{hint}"
    )


# --- JSON -----------------------------------------------------------------------------------------


def encode_json(body: object) -> bytes:
    """Return a JSON body. In mappings, what is UNSET is left out.

    Raises:
        TypeError, ValueError: There is something in it that JSON can't express. Names the field.
    """
    if isinstance(body, dict):
        fields = cast("dict[str, object]", body)
        body = {name: value for name, value in fields.items() if not isinstance(value, Unset)}
    content, error = _encoded(body)
    if error is None:
        return content
    name = "the body"
    if isinstance(body, dict):
        for field, value in cast("dict[str, object]", body).items():
            found = _encoded(value)[1]
            if found is not None:
                name, error = _argument(str(field)), found
                break
    kind = TypeError if isinstance(error, TypeError) else ValueError
    raise kind(f"{name} can't be sent as JSON: {_reason(error)}")


def _encoded(value: object) -> tuple[bytes, Exception | None]:
    try:
        try:
            return _encode(value).encode(), None
        except _UnsetInside:
            return _encode(_default(value)).encode(), None
    except (TypeError, ValueError, RecursionError) as error:
        return b"", error


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeError):
        return "it is not valid Unicode text"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    text = str(error)
    for beginning, reason in _REASONS.items():
        if text.startswith(beginning):
            return reason
    value = text.removesuffix(" can't be sent as JSON")
    return text if value == text else f"there is {value} in it"


_REASONS = {
    "Out of range float": "there is a number that isn't finite in it",
    "Circular reference": "it contains itself",
    "Exceeds the limit": "there is a number of too many digits in it",
}


class _UnsetInside(Exception):
    """There is an UNSET deeper inside, which the encoder can't leave out."""


def _default(value: object) -> object:
    if isinstance(value, Unset):
        raise _UnsetInside
    if isinstance(value, Iterator):
        kind = type(cast("object", value)).__name__
        raise TypeError(f"there is a {kind} in it, which can be read only once")
    from ..schema.model import to_json

    return to_json(value)


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_default
).encode


def with_fields(body: object, more: Mapping[str, Any]) -> dict[str, Any]:
    """Return a JSON object with further fields; objects inside are merged."""
    if isinstance(body, Unset):
        body = {}
    elif not isinstance(body, dict):
        from ..schema.model import to_json

        body = to_json(body)
    if not isinstance(body, dict):
        raise TypeError(f"extra_body adds to an object, but the body is a {type(body).__name__}")
    fields = dict(cast("dict[str, Any]", body))
    for name, value in more.items():
        inside = fields.get(name, Unset.UNSET)
        within = hasattr(inside, "items") and hasattr(value, "items")
        fields[name] = with_fields(inside, value) if within else value
    return fields


def _argument(wire: str) -> str:
    """Return the name of an argument for the name of its field: `device_name` for `deviceName`."""
    return _CAPITAL.sub(lambda found: f"_{found[0].lower()}", wire)


_CAPITAL = re.compile(r"(?<=[a-z0-9])[A-Z]+(?![a-z])|(?<=[a-z0-9])[A-Z]")

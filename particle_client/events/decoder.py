"""Decoding JSON as `json.loads` does, but faster: above all with msgspec (extra `speed`)."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, cast

_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]


def standard_object(text: str) -> Any:
    """Decode as `decode_fast`, with the standard library."""
    # What json.loads does around this takes as long as a small object itself.
    value, end = _scan(text, 0)
    if end != len(text) or value.__class__ is not dict:
        raise ValueError("no JSON object, or more than that")
    return value


decode_fast: Callable[[str], dict[str, Any]] = standard_object
"""Returns the JSON object that a text is. What it can't decode (it raises anything) may still be
one: `decode_object` tells."""
decode_any: Callable[[str], Any] = json.loads

with suppress(ImportError):
    _decoder: Any = import_module("msgspec").json.Decoder
    decode_any, decode_fast = _decoder().decode, _decoder(dict).decode


def _as_bytes(value: dict[str, Any]) -> Any:
    if value.keys() == {"_type", "_data"} and value["_type"] == "buffer":
        with suppress(TypeError, ValueError):
            return b64decode(value["_data"], validate=True)
    return value


with_bytes: Callable[[str], Any] = json.JSONDecoder(object_hook=_as_bytes).decode
"""Decodes `{"_type": "buffer", "_data": …}` as bytes: so a device's bytes inside its data come."""


def decode_json(text: str, decode: Callable[[str], Any] | None = None) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: It is none (json.JSONDecodeError), or is nested too deeply.
    """
    try:
        return (decode or decode_any)(text)
    except Exception:  # msgspec is stricter, for example with NaN and lone surrogates
        try:
            return json.loads(text)
        except RecursionError:
            raise json.JSONDecodeError("Nested too deeply", text, 0) from None


def decode_object(text: str) -> dict[str, Any] | None:
    """Return the JSON object that a text is, None if it isn't one."""
    try:
        value = decode_json(text)
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if type(value) is dict else None

"""Decoding JSON as `json.loads` does, but faster: above all with msgspec (extra `speed`).

One thing differs: an integer of more digits than `int` takes is no error, but infinity.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, cast

try:
    _msgspec: Any = import_module("msgspec")
    has_msgspec: bool = True
except ImportError:
    has_msgspec = False


def _read_integer(digits: str) -> float:
    try:
        return int(digits)
    except ValueError:  # it refuses thousands of digits
        return float(digits)  # infinity, as for any number with an exponent that is too large


_tolerant = json.JSONDecoder(parse_int=_read_integer).decode
_scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]


def _standard_object(text: str) -> Any:
    # What json.loads does around this takes as long as a small object itself.
    value, end = _scan(text, 0)
    if end != len(text) or value.__class__ is not dict:
        raise ValueError("no JSON object, or more than that")
    return value


_decode_any: Callable[[str], Any] = _tolerant
decode_fast: Callable[[str], dict[str, Any]] = _standard_object
"""Returns the JSON object that a text is. What it can't decode (it raises anything) may still be
one: `decode_object` tells."""


def use_standard_library(standard: bool) -> bool:
    """Decode with the standard library alone, or with msgspec where it is installed.

    For tests and benchmarks. Returns what held before.
    """
    global _decode_any, decode_fast
    before = _decode_any is _tolerant
    if standard or not has_msgspec:
        _decode_any, decode_fast = _tolerant, _standard_object
    else:
        decoder = _msgspec.json.Decoder
        _decode_any, decode_fast = decoder().decode, decoder(dict).decode
    return before


use_standard_library(False)


def _as_bytes(value: dict[str, Any]) -> Any:
    if value.keys() == {"_type", "_data"} and value["_type"] == "buffer":
        with suppress(TypeError, ValueError):
            return b64decode(value["_data"], validate=True)
    return value


with_bytes: Callable[[str], Any] = json.JSONDecoder(
    parse_int=_read_integer, object_hook=_as_bytes
).decode
"""Decodes `{"_type": "buffer", "_data": …}` as bytes: so a device's bytes inside its data come."""


def decode_json(text: str, decode: Callable[[str], Any] | None = None) -> Any:
    """Return the value of a JSON text.

    Raises:
        ValueError: It is none (json.JSONDecodeError), or is nested too deeply.
    """
    try:
        return (decode or _decode_any)(text)
    except Exception:  # msgspec is stricter, for example with NaN and lone surrogates
        try:
            return _tolerant(text)
        except RecursionError:
            raise json.JSONDecodeError("Nested too deeply", text, 0) from None


def decode_object(text: str) -> dict[str, Any] | None:
    """Return the JSON object that a text is, None if it isn't one."""
    try:
        value = decode_json(text)
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if type(value) is dict else None

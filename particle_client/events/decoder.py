"""Decoding JSON as `json.loads` does, but faster: above all with msgspec (extra `speed`)."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode_json", "decode_object", "has_msgspec", "use_standard_library"]

_raw_decode = json.JSONDecoder().raw_decode


def _standard(text: str) -> Any:
    # What json.loads does around this takes as long as a small object itself.
    value, end = _raw_decode(text)
    return value if end == len(text) else json.loads(text)


def _standard_object(text: str) -> Any:
    value = _standard(text)
    if value.__class__ is not dict:
        raise TypeError("no JSON object")
    return value


_decode_any: Callable[[str], Any] = _standard
_decode_object: Callable[[str], Any] = _standard_object
try:
    _msgspec: Any = import_module("msgspec.json").Decoder
    has_msgspec = True
except (ImportError, AttributeError):
    has_msgspec = False


def use_standard_library(standard: bool) -> bool:
    """Decode with the standard library alone, or with msgspec where it is installed.

    For tests and benchmarks. Gives what held before.
    """
    global _decode_any, _decode_object
    before = _decode_any is _standard
    if standard or not has_msgspec:
        _decode_any, _decode_object = _standard, _standard_object
    else:
        _decode_any, _decode_object = _msgspec().decode, _msgspec(dict).decode
    return before


use_standard_library(False)


def decode_json(text: str) -> Any:
    """Give the value of a JSON text.

    Raises:
        ValueError: It is none (json.JSONDecodeError).
        RecursionError: It is nested too deeply.
    """
    try:
        return _decode_any(text)
    except Exception:  # msgspec is stricter, for example with NaN and lone surrogates
        return json.loads(text)


def decode_object(text: str) -> dict[str, Any] | None:
    """Give the JSON object that a text is, None if it isn't one."""
    try:
        return _decode_object(text)  # type: ignore[no-any-return]
    except Exception:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return None
        return cast("dict[str, Any]", value) if type(value) is dict else None

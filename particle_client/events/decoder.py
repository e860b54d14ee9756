"""Decoding JSON as `json.loads` does, but faster: above all with msgspec (extra `speed`)."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["decode_json", "decode_object"]

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


def _choose() -> tuple[Callable[[str], Any], Callable[[str], Any]]:
    try:
        decoder = import_module("msgspec.json").Decoder
        return decoder().decode, decoder(dict).decode
    except (ImportError, AttributeError):
        return _standard, _standard_object


_decode_any, _decode_object = _choose()


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

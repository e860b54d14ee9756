"""Strict mode: how a response differs from the API description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs

from .conversion import parse_date
from .model import Model, json_names
from .timestamps import parse_timestamp


def differences(hint: Any, value: Any, path: str = "response") -> list[str]:
    """Return a line for each place where a value of JSON differs from its type."""
    return list(_differences(hint, value, path))


def _differences(hint: Any, value: Any, path: str) -> Iterator[str]:
    if hint is Any or hint is object:
        return
    origin = get_origin(hint)
    model = hint if isinstance(hint, type) and issubclass(hint, Model) else None
    if origin is Union or origin is UnionType:
        yield from _union_differences(get_args(hint), value, path)
    elif origin is list and isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _differences(get_args(hint)[0], item, f"{path}[{index}]")
    elif origin is dict and isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield from _differences(get_args(hint)[1], item, f"{path}.{key}")
    elif model is not None and isinstance(value, dict):
        yield from _model_differences(model, cast("dict[str, Any]", value), path)
    elif origin in _CONTAINERS or model is not None:
        expected = _CONTAINERS[origin] if model is None else f"an object ({model.__name__})"
        yield f"{path}: {type(value).__name__} is not {expected}"
    elif mismatch := _expected_scalar(hint, value):
        # A value of another type altogether isn't shown: it may be a secret.
        is_scalar = isinstance(value, str | int | float | None)
        yield f"{path}: {repr(value) if is_scalar else type(value).__name__} is not {mismatch}"


_CONTAINERS = {list: "an array", dict: "an object"}


def _union_differences(hints: Sequence[Any], value: Any, path: str) -> list[str]:
    if value is None and NoneType in hints:
        return []
    # `Status | str` says that an unknown value is no error; in strict mode it is one.
    enums = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, Enum)]
    candidates = [hint for hint in hints if hint is not NoneType and not (enums and hint is str)]
    return min((differences(hint, value, path) for hint in candidates), key=len)


def _model_differences(cls: type[Model], json: dict[str, Any], path: str) -> Iterator[str]:
    for field in attrs.fields(cls):
        name = field.metadata["json_name"]
        if "envelope" in field.metadata and name not in json:
            content: Model | None = getattr(cls.from_dict(json), field.name)
            if content is not None:
                yield from _model_differences(type(content), json, path)
                return
        value = json.get(name)
        if value is not None:
            found = differences(field.type, value, f"{path}.{name}")
            if found and "secret" in field.metadata:
                found = [f"{path}.{name}: not as the API description says (the value is a secret)"]
            yield from found
        elif name not in json:
            if field.default is attrs.NOTHING:
                yield f"{path}.{name}: missing, but the API description requires it"
        elif "nullable" not in field.metadata:
            yield f"{path}.{name}: null, but the API description doesn't allow that"
    known = json.keys() if cls.__open__ else json_names(cls)
    yield from (f"{path}.{name}: not in the API description" for name in json if name not in known)


def _expected_scalar(hint: Any, value: Any) -> str | None:
    """Return what a value should have been, None if it is."""
    if get_origin(hint) is Literal:
        return None if value in get_args(hint) else str(hint)
    if hint is NoneType:
        return None if value is None else "null"
    if issubclass(hint, Enum):
        members: list[object] = [member.value for member in hint]
        return None if value in members else f"one of {members}"
    if issubclass(hint, datetime):
        return None if parse_timestamp(value) else "a timestamp"
    if issubclass(hint, date):
        return None if parse_date(value) else "a date"
    is_of_type = isinstance(value, (int, float) if hint is float else hint)
    if is_of_type and (hint is bool or not isinstance(value, bool)):
        return None
    return f"a JSON {_JSON_TYPES[hint]}"


_JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}

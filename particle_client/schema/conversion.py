"""From JSON to the annotated type of a field, and (strict mode) how the two differ."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import partial
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from .model import Model, _copy, view_or_value, views
from .timestamps import parse_timestamp

__all__ = ["converter_for", "differences"]

Converter = Callable[[Any], Any]


def converter_for(hint: Any) -> Converter | None:
    """Give the function that makes a value of JSON one of `hint`; None where JSON's own will do.

    A converter gives back as it came what it can't convert.
    """
    by_type = _by_json_type(hint)
    if not by_type:
        return None
    if len(by_type) == 1:
        return next(iter(by_type.values()))

    def convert(value: Any) -> Any:
        found = by_type.get(value.__class__)
        return value if found is None else found(value)

    return convert


def _by_json_type(hint: Any) -> dict[type, Converter]:
    """Give the converters that a hint needs, by the type that JSON's value has.

    Lists and objects are copied, so that nobody changes a model by changing what it gave.
    """
    if hint is Any:
        return {list: _copy, dict: _copy}
    origin = get_origin(hint)
    if origin is Union or origin is UnionType:
        return _union(get_args(hint))
    if origin is list:
        convert = converter_for(get_args(hint)[0])
        return {list: _copy if convert is None else partial(_list, convert, _model_of(hint))}
    if origin is dict:
        convert = converter_for(get_args(hint)[1])
        return {dict: _copy if convert is None else partial(_dict, convert)}
    if not isinstance(hint, type):
        return {}
    if issubclass(hint, Model):
        return {dict: partial(view_or_value, hint)}
    if issubclass(hint, Enum):
        members = cast("dict[Any, Any]", hint._value2member_map_)
        return {str: partial(_member, members), int: partial(_member, members)}
    if issubclass(hint, datetime):
        return {str: _timestamp}
    if issubclass(hint, date):
        return {str: _date}
    return {}


def _union(hints: Sequence[Any]) -> dict[type, Converter]:
    models = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, Model)]
    result: dict[type, Converter] = {}
    for hint in hints:
        for kind, convert in _by_json_type(hint).items():
            result.setdefault(kind, convert)
    if len(models) > 1:
        result[dict] = partial(_best_view, models)
    return result


def _model_of(hint: Any) -> type[Model] | None:
    item = get_args(hint)[0]
    return item if isinstance(item, type) and issubclass(item, Model) else None


def _list(convert: Converter, model: type[Model] | None, value: Any) -> Any:
    if type(value) is not list:
        return value
    items = cast("list[object]", value)
    if model is not None:
        return views(model, items)
    return [item if item is None else convert(item) for item in items]


def _dict(convert: Converter, value: Any) -> Any:
    if type(value) is not dict:
        return value
    items = cast("dict[str, Any]", value)
    return {key: item if item is None else convert(item) for key, item in items.items()}


def _member(members: Mapping[Any, Any], value: Any) -> Any:
    try:
        return members.get(value, value)
    except TypeError:  # unhashable: a list or an object where a name was promised
        return value


def _timestamp(value: Any) -> Any:
    return parse_timestamp(value) if type(value) is str else value


def _date(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _best_view(models: Sequence[type[Model]], value: Any) -> Any:
    """Of several models, take the one that the object fits best."""
    if type(value) is not dict:
        return value
    json = cast("dict[str, Any]", value)
    return view_or_value(max(models, key=partial(_fit, json)), json)


def _fit(json: Mapping[str, Any], model: type[Model]) -> tuple[int, int, int]:
    """How well an object fits a model: constants first, then required fields, then known ones."""
    constants = required = known = 0
    for field in model.__fields__:
        present = field.wire in json
        if get_origin(field.hint) is Literal and present:
            constants += 1 if json[field.wire] in get_args(field.hint) else -1
        if field.required:
            required -= not present
        known += present
    return constants, required, known


# --- strict mode --------------------------------------------------------------------------------


def differences(hint: Any, value: Any, where: str = "answer") -> list[str]:
    """List how a value of JSON differs from its type in the document; nothing if it doesn't."""
    if hint is Any or hint is object:
        return []
    origin = get_origin(hint)
    if origin is Union or origin is UnionType:
        return _union_differences(get_args(hint), value, where)
    if origin is Literal:
        return [] if value in get_args(hint) else [_not(where, value, str(hint))]
    if origin is list:
        if not isinstance(value, list):
            return [_not(where, value, "an array")]
        item_hint = get_args(hint)[0]
        items = cast("list[object]", value)
        return [
            line
            for index, item in enumerate(items)
            for line in differences(item_hint, item, f"{where}[{index}]")
        ]
    if origin is dict:
        if not isinstance(value, dict):
            return [_not(where, value, "an object")]
        value_hint = get_args(hint)[1]
        return [
            line
            for key, item in cast("dict[str, Any]", value).items()
            for line in differences(value_hint, item, f"{where}.{key}")
        ]
    if isinstance(hint, type) and issubclass(hint, Model):
        return _model_differences(hint, value, where)
    return _scalar_differences(hint, value, where)


def _union_differences(hints: Sequence[Any], value: Any, where: str) -> list[str]:
    if value is None and NoneType in hints:
        return []
    # `Status | str` says that an unknown value is no error; in strict mode it is one.
    enums = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, Enum)]
    candidates = [hint for hint in hints if hint is not NoneType and not (enums and hint is str)]
    found = [differences(hint, value, where) for hint in candidates]
    nothing: list[str] = []
    return min(found, key=len, default=nothing)


def _model_differences(model: type[Model], value: Any, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [_not(where, value, f"an object ({model.__name__})")]
    json = cast("dict[str, Any]", value)
    bare = model.from_dict(json)._without_envelope()
    if bare is not None:
        return _model_differences(type(bare), json, where)
    lines: list[str] = []
    known: set[str] = set()
    for field in model.__fields__:
        known.add(field.wire)
        path = f"{where}.{field.wire}"
        if field.wire not in json:
            if field.required:
                lines.append(f"{path}: missing, but the document requires it")
        elif json[field.wire] is None:
            required_null = field.required and differences(field.hint, None, path)
            optional_null = not field.required and not field.nullable and field.hint is not Any
            if required_null or optional_null:
                lines.append(f"{path}: null, but the document doesn't allow that")
        else:
            found = differences(field.hint, json[field.wire], path)
            if found and field.secret:
                found = [f"{path}: not what the document says (the value is a secret)"]
            lines += found
    if model.__open__:
        return lines
    lines += [f"{where}.{name}: not in the document" for name in json if name not in known]
    return lines


def _scalar_differences(hint: Any, value: Any, where: str) -> list[str]:
    if hint is NoneType:
        return [] if value is None else [_not(where, value, "null")]
    if isinstance(hint, type):
        if issubclass(hint, Enum):
            known = cast("dict[Any, Any]", hint._value2member_map_)
            unknown = not isinstance(value, str | int) or value not in known
            return [_not(where, value, f"one of {list(known)}")] if unknown else []
        if issubclass(hint, datetime):
            ok = isinstance(value, str) and isinstance(parse_timestamp(value), datetime)
            return [] if ok else [_not(where, value, "a timestamp")]
        if issubclass(hint, date):
            ok = isinstance(value, str) and isinstance(_date(value), date)
            return [] if ok else [_not(where, value, "a date")]
        accepted = (int, float) if hint is float else cast("type[Any]", hint)
        ok = isinstance(value, accepted) and (hint is bool or not isinstance(value, bool))
        return [] if ok else [_not(where, value, f"a JSON {_JSON_NAMES[hint]}")]
    return []


_JSON_NAMES: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
}


def _not(where: str, value: Any, what: str) -> str:
    # A value that has another type altogether isn't shown: nobody knows whether it is a secret.
    in_place = isinstance(value, str | int | float | None) and not what.startswith(
        ("an object", "an array")
    )
    shown = repr(value) if in_place else _TYPE_NAMES.get(type(value), "it")
    return f"{where}: {shown} is not {what}"


_TYPE_NAMES: dict[Any, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    NoneType: "null",
}

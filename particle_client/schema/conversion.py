"""From JSON to the annotated type of a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import partial, reduce
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin

import attrs

from .model import Model, copy_json, json_names, make_model
from .timestamps import parse_timestamp

Converter: TypeAlias = Callable[[Any], Any]
"""Returns what it can't convert as it came, and None for a time that nobody can read.

Lists and objects are copied, so that nobody changes a model by changing what it returned.
"""


def converter_for(hint: Any) -> Converter | None:
    """Return the function that makes a value of JSON one of `hint`; None where none is needed."""
    if hint is Any:
        return copy_json
    origin = get_origin(hint)
    if origin is Union or origin is UnionType:
        return _union_converter(get_args(hint))
    if origin in (list, dict):
        convert = converter_for(get_args(hint)[-1])
        if convert is None:
            return _copy
        return partial(_convert_list if origin is list else _convert_dict, convert)
    if not isinstance(hint, type):
        return None
    if issubclass(hint, Model):
        return partial(_convert_object, hint)
    if issubclass(hint, Enum):
        return partial(_member, {member.value: member for member in hint})
    if issubclass(hint, datetime):
        return parse_timestamp
    return parse_date if issubclass(hint, date) else None


def _union_converter(hints: Sequence[Any]) -> Converter | None:
    models = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, Model)]
    if len(models) > 1:
        return partial(_convert_to_best, models)
    converters = [convert for convert in map(converter_for, hints) if convert is not None]
    if len(converters) > 1:
        return lambda value: reduce(lambda found, convert: convert(found), converters, value)
    return converters[0] if converters else None


def _copy(value: Any) -> Any:
    return value.copy() if type(value) in (list, dict) else value


def _convert_list(convert: Converter, value: Any) -> Any:
    if type(value) is not list:
        return value
    items = cast("list[object]", value)
    return [item if item is None else convert(item) for item in items]


def _convert_dict(convert: Converter, value: Any) -> Any:
    if type(value) is not dict:
        return value
    items = cast("dict[str, Any]", value)
    return {key: item if item is None else convert(item) for key, item in items.items()}


def _convert_object(model: type[Model], value: Any) -> Any:
    return make_model(model, value) if value.__class__ is dict else value


def _member(members: Mapping[Any, Enum], value: Any) -> Any:
    try:
        return members.get(value, value)
    except TypeError:  # an array or an object can't be looked up
        return value


def parse_date(text: object) -> date | None:
    """Return a day; None for what nobody can read, which may be no text."""
    time = parse_timestamp(text)
    return None if time is None else time.date()


def _convert_to_best(models: Sequence[type[Model]], value: Any) -> Any:
    """Of several models, take the one that the object fits best."""
    if type(value) is not dict:
        return value
    json = cast("dict[str, Any]", value)
    return make_model(max(models, key=partial(_fit, json)), json)


def _fit(json: Mapping[str, Any], model: type[Model]) -> tuple[int, int]:
    """Return how well an object fits: by its constants, then by the names of its fields."""
    constants = sum(
        json.get(field.metadata["json_name"]) in get_args(field.type)
        for field in attrs.fields(model)
        if get_origin(field.type) is Literal
    )
    return constants, len(json.keys() & json_names(model))

"""The base of all models: read-only objects over the JSON that came from the cloud.

A model keeps the JSON object as it came and converts a field when it is first read. So parsing a
long list costs next to nothing, and a field that differs from the API description never makes a
call fail: a missing one reads as None, and a value of another type, such as an unknown member of an
enum, as it came. An unknown field is kept: `model["name"]`, `model.name` (which type checkers
refuse), and `model.additional_properties`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, KeysView, Mapping
from datetime import datetime
from types import DynamicClassAttribute
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast

import attrs

from ..base.unset import Unset
from .timestamps import format_timestamp


class Portable:
    """An object whose content is its JSON as it came: what `dict()` makes of it."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        from pydantic_core import core_schema  # pydantic is there: it is what asks

        schema: Any = core_schema.is_instance_schema(cls)
        if make := getattr(cls, "from_dict", None):
            json = core_schema.no_info_after_validator_function(make, core_schema.dict_schema())
            either = core_schema.union_schema([schema, json])
            schema = core_schema.json_or_python_schema(json, either)
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
            dict, return_schema=core_schema.dict_schema()
        )
        return schema


class _Hidden:
    """Stands for a secret where people see it."""

    def __repr__(self) -> str:
        return "'***'"


class _Slots:
    """What a model holds, apart from `__dict__`, where `vars(model)` would take it for content."""

    __slots__ = ("_converted", "_json")

    _converted: dict[str, Any] | None
    _json: dict[str, Any]


class _ModelType(type):
    """Keeps the attrs fields of a model."""

    # In a model's namespace, msgspec would find them, and take the model for an empty object.

    @DynamicClassAttribute
    def __attrs_attrs__(cls) -> Any:
        return cls._attributes

    @__attrs_attrs__.setter
    def __attrs_attrs__(cls, attributes: Any) -> None:
        cls._attributes = attributes


# Made by attrs, too, so that mypy knows what `attrs.evolve` takes for a model.
@attrs.frozen(slots=False, auto_attribs=False, init=False, eq=False, repr=False)
class Model(_Slots, Portable, metaclass=_ModelType):
    """Base of all models. Immutable; compares by class and content; pickles and copies."""

    __open__: ClassVar[bool] = False
    """Whether the API description allows fields that it doesn't name."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make a model of a JSON object. Differences from the API description are no error."""
        return make_model(cls, data if isinstance(data, dict) else dict(data))

    def to_dict(self) -> dict[str, Any]:
        """Return a copy of the JSON object as it came, with nothing lost."""
        copy: dict[str, Any] = copy_json(self._json)
        return copy

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields of the JSON that the API description doesn't know."""
        known = json_names(type(self))
        return {name: copy_json(value) for name, value in self._json.items() if name not in known}

    def __attrs_post_init__(self) -> None:
        # What the constructor was given becomes the JSON that would have come.
        values = vars(self)
        json = {
            field.metadata["json_name"]: to_json(values[field.name])
            for field in attrs.fields(type(self))
            if not isinstance(values[field.name], Unset)
        }
        values.clear()
        _set_json(self, json)
        set_converted(self, None)

    if not TYPE_CHECKING:  # type checkers know the fields from the annotations

        def __getattr__(self, name: str) -> Any:
            """Return a field that the class doesn't declare, by its name in the JSON."""
            if not name.startswith("_") and name in self._json:
                return copy_json(self._json[name])
            message = f"{type(self).__name__} has no field {name!r}"
            raise AttributeError(message, name=name, obj=self)

    def keys(self) -> KeysView[str]:
        return self._json.keys()

    def __getitem__(self, name: str) -> Any:
        return copy_json(self._json[name])

    # Without this, `list(model)` would look for the fields 0, 1, 2 …
    __iter__ = None

    def __contains__(self, name: object) -> bool:
        return name in self._json

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._json == other._json

    def __hash__(self) -> int:
        # Not by the lists and objects inside, which can't be hashed.
        plain = [item for item in self._json.items() if not isinstance(item[1], list | dict)]
        return hash((type(self), frozenset(plain)))

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self._seen().items()]
        if more := self._json.keys() - json_names(type(self)):
            # Names only: any of the values may be a secret.
            parts.append(f"additional_properties={sorted(more)}")
        return f"{type(self).__name__}({', '.join(parts)})"

    def _seen(self) -> dict[str, object]:
        """Return what people shall see: no secret, and as it came what nobody can read."""
        seen: dict[str, object] = {}
        for field in attrs.fields(type(self)):
            value, name = getattr(self, field.name), field.metadata["json_name"]
            if value is not None or name in self._json:
                shown = self._json[name] if value is None else value
                seen[field.name] = _Hidden() if callable(field.repr) else shown
        return seen

    def __dir__(self) -> list[str]:
        # Inspectors such as rich's show all that is named here: no more than the repr does.
        unseen = {"additional_properties", *_Slots.__slots__}
        within = [getattr(self, field.name) for field in attrs.fields(type(self))]
        for each in (self, *within):  # what is in an envelope can be reached on it
            if isinstance(each, Model):
                unseen |= {one.name for one in attrs.fields(type(each)) if callable(one.repr)}
        return sorted({*super().__dir__()} - unseen)

    def __reduce__(self) -> tuple[Any, ...]:
        return make_model, (type(self), self._json)


# Setters of the slots: a frozen class refuses `self._json = …`.
_set_json: Callable[[Model, dict[str, Any]], None] = vars(_Slots)["_json"].__set__
set_converted: Callable[[Model, dict[str, Any] | None], None] = vars(_Slots)["_converted"].__set__

M = TypeVar("M", bound=Model)


def make_model(cls: type[M], json: dict[str, Any]) -> M:
    """Make a model of a JSON object, which it keeps."""
    model = object.__new__(cls)
    _set_json(model, json)
    set_converted(model, None)
    return model


def json_names(cls: type[Model]) -> set[str]:
    """Return the names of the fields in the JSON."""
    return {field.metadata["json_name"] for field in attrs.fields(cls)}


def to_json(value: Any) -> Any:
    """Return a value in the form that `json.dumps` takes; what is UNSET inside is left out."""
    if isinstance(value, Model):
        return copy_json(value._json)
    if isinstance(value, datetime):
        return format_timestamp(value)
    if isinstance(value, str | int | float | None):
        return value
    if hasattr(value, "items"):
        return {key: to_json(item) for key, item in value.items() if not isinstance(item, Unset)}
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray | memoryview):
        items = cast("Iterable[object]", value)
        return [to_json(item) for item in items]
    # Without the value, which may be a secret.
    raise TypeError(f"a value of type {type(cast('object', value)).__name__} can't be sent as JSON")


def copy_json(value: Any) -> Any:
    """Copy a value of JSON, so that nobody changes a model by changing what it returned."""
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {key: copy_json(item) for key, item in fields.items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [copy_json(item) for item in items]
    return value


def value_at(value: Any, path: str) -> Any:
    """Return what is at a path such as `loc.time` of nested objects, None if there is nothing."""
    for name in path.split("."):
        value = cast("dict[str, Any]", value).get(name) if isinstance(value, dict) else None
    return value

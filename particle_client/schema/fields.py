"""How the class of a model is declared: attrs makes it, then its fields convert on first read."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import NoneType
from typing import Any, TypeVar, dataclass_transform, get_args

import attrs

from ..base.unset import UNSET
from .conversion import converter_for
from .model import Model, json_names, set_converted

C = TypeVar("C", bound=type[Model])


def json_field(
    *,
    name: str = "",
    default: Any = attrs.NOTHING,
    nullable: bool = False,
    secret: bool = False,
    envelope: bool = False,
) -> Any:
    """Declare a field that needs more than its annotation says.

    Args:
        name: Its name in the JSON, where that isn't the attribute's.
        default: UNSET for an optional field; a required one has none.
        nullable: The API description says that an optional field may be null.
        secret: Its value isn't shown in a repr.
        envelope: The cloud may leave the name out: then the whole object is the field's value.
    """
    marks = {"json_name": name, "nullable": nullable, "secret": secret, "envelope": envelope}
    metadata = {mark: value for mark, value in marks.items() if value}
    show: Any = (lambda value: "'***'") if secret else True  # pyright: ignore
    return attrs.field(default=default, repr=show, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(json_field,))
def model(cls: C) -> C:
    """Make a class with annotated fields a model: an attrs class whose fields are read lazily.

    The annotations must be types, not strings: the module has no `from __future__ import
    annotations`. A field without a default is required; `UNSET` makes it optional.
    """
    attrs.frozen(cls, slots=False, kw_only=True, eq=False, repr=False, field_transformer=_complete)
    for field in attrs.fields(cls):
        setattr(cls, field.name, _lazy_property(field))
    cls.__init__ = _keeping_absent(cls.__init__)  # type: ignore[method-assign]
    return cls


class _UnchangedName(str):
    """The name of an argument as `attrs.evolve` passes it on; users write a plain `str`."""

    __slots__ = ()


def _complete(cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    completed: list[attrs.Attribute[Any]] = []
    for field in fields:
        is_required = field.default is attrs.NOTHING
        metadata = {"json_name": field.name, **field.metadata}
        # The type of an optional field always has None, which stands for an absent one.
        if field.type is Any or (is_required and NoneType in get_args(field.type)):
            metadata["nullable"] = True
        is_null = is_required and "nullable" in metadata  # and not absent, where it reads as None
        alias = field.name if is_null else _UnchangedName(field.name)
        completed.append(field.evolve(alias=alias, metadata=metadata))
    return completed


def _keeping_absent(init: Callable[..., None]) -> Callable[..., None]:
    """Wrap a constructor: `attrs.evolve` passes on an absent field as None, which isn't null."""

    @wraps(init)
    def __init__(self: Model, **fields: Any) -> None:
        for name, value in fields.items():
            if value is None and isinstance(name, _UnchangedName):
                fields[name] = UNSET
        init(self, **fields)

    return __init__


def content_of(model: Model | None, name: str) -> Any:
    """Return a field of what came in an envelope; None where nothing of the kind did."""
    return getattr(model, name) if isinstance(model, Model) else None


def _lazy_property(field: attrs.Attribute[Any]) -> property:
    """Return a property that converts the field's JSON when it is first read."""
    name: str = field.name
    json_name: str = field.metadata["json_name"]
    convert = converter_for(field.type)
    if convert is None:
        return property(lambda self: self._json.get(json_name))

    def read(self: Model) -> Any:
        converted = self._converted
        if converted is None:
            set_converted(self, converted := {})
        elif name in converted:
            return converted[name]
        value = self._json.get(json_name)
        if value is not None:
            value = converted[name] = convert(value)
        elif "envelope" in field.metadata and json_name not in self._json:
            content: Model = convert(self._json)
            # What has no field of its own isn't one, but a confirmation such as `{"ok": true}`.
            names = json_names(type(content)) - json_names(type(self))
            if not names.isdisjoint(self._json):
                value = converted[name] = content
        return value

    return property(read)

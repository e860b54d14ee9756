"""Models: typed, read-only views over the JSON that came from the cloud.

A model keeps the JSON object as it came and converts a field when it is first read. So parsing a
long list costs next to nothing, a field that differs from the document never makes a call fail,
and nothing is lost: `to_dict()` gives back exactly what came.

- a missing field reads as None;
- an enum value that the document doesn't know stays a `str`;
- a timestamp that nobody can read stays a `str`;
- an unknown field is kept: `model["name"]`, `model.name` (which type checkers refuse), and
  `model.additional_properties`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, TypeVar, cast, dataclass_transform

from ..base.unset import UNSET, Unset
from .timestamps import format_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["UNSET", "Model", "json_field", "model"]

C = TypeVar("C", bound="type[Model]")


class _Field:
    """Reads one field out of the JSON; converts it once."""

    # No __set__: what was converted goes into the instance's __dict__ and is found there first.
    __slots__ = ("convert", "envelope", "hint", "name", "nullable", "required", "secret", "wire")

    def __init__(
        self, *, name: str, required: bool, nullable: bool, secret: bool, envelope: bool = False
    ) -> None:
        self.wire = self.name = name
        self.hint: Any = None
        self.required = required
        self.nullable = nullable
        self.secret = secret
        self.envelope = envelope
        self.convert: Callable[[Any], Any] | None = self._resolve

    def __get__(self, instance: Model | None, owner: type[Model]) -> Any:
        if instance is None:
            return self
        value = instance._json.get(self.wire)
        convert = self.convert
        if value is None and self.envelope:
            return self._unwrapped(instance)
        if value is None or convert is None:
            return value
        value = convert(value)
        if self.convert is not None:
            vars(instance)[self.name] = value
        return value

    def _resolve(self, value: Any) -> Any:
        from .conversion import converter_for

        self.convert = convert = converter_for(self.hint)
        return value if convert is None else convert(value)

    def __repr__(self) -> str:
        from inspect import formatannotation

        return f"<field: {formatannotation(self.hint, base_module=type(self).__module__)}>"

    def _unwrapped(self, instance: Model) -> Any:
        """Read a response that came without its envelope: all of it is the field's value."""
        convert = self.convert
        if convert is None or self.wire in instance._json:
            return None
        value = convert(instance._json)
        if not isinstance(value, Model):
            return None
        own = {field.wire for field in instance.__fields__}
        inner = {field.wire for field in value.__fields__} - own
        if inner.isdisjoint(instance._json):
            return None
        vars(instance)[self.name] = value
        return value


class _Required:
    """Default of `json_field`: the field has none."""


def json_field(
    *,
    name: str = "",
    default: Any = _Required,
    nullable: bool = False,
    secret: bool = False,
    envelope: bool = False,
) -> Any:
    """Declare a field that needs more than its annotation says.

    Args:
        name: Its name in the JSON, where that isn't the attribute's.
        default: UNSET for an optional field; a required one has none.
        nullable: The document says that it may be null.
        secret: Its value is shown in no repr.
        envelope: The cloud may leave the name out: then the whole object is the field's value.
    """
    return _Field(
        name=name,
        required=default is _Required,
        nullable=nullable,
        secret=secret,
        envelope=envelope,
    )


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(json_field,))
def model(cls: C) -> C:
    """Make a class with annotated fields a model.

    The annotations must be types, not strings: the module has no `from __future__ import
    annotations`. A field without a default is required; `UNSET` makes it optional.
    """
    fields: list[_Field] = []
    for name, hint in cls.__annotations__.items():
        if isinstance(hint, str):
            raise TypeError(
                f"{cls.__name__}.{name}: the annotation must be a type, not a str; "
                "is there a `from __future__ import annotations`?"
            )
        declared = cls.__dict__.get(name, _Required)
        field = (
            declared
            if isinstance(declared, _Field)
            else _Field(name=name, required=declared is _Required, nullable=False, secret=False)
        )
        field.name = name
        field.wire = field.wire or name
        field.hint = hint
        setattr(cls, name, field)
        fields.append(field)
    cls.__fields__ = tuple(fields)
    return cls


class _ModelType(type):
    """Lets attrs look into models (`attrs.fields`, `attrs.asdict`, …) without being imported."""

    __fields__: tuple[_Field, ...]

    @property
    def __attrs_attrs__(cls) -> Any:
        import attrs

        fields = {
            field.name: attrs.field(
                type=field.hint,
                kw_only=True,
                default=attrs.NOTHING if field.required else UNSET,
                metadata={"json_name": field.wire},
            )
            for field in cls.__fields__
        }
        return attrs.fields(attrs.make_class(cls.__name__, fields))


class Model(metaclass=_ModelType):
    """Base of all models. Immutable; compares by class and content; pickles and copies."""

    __slots__ = ("__dict__", "__weakref__", "_json")

    _json: dict[str, Any]
    __fields__: ClassVar[tuple[_Field, ...]] = ()
    __open__: ClassVar[bool] = False
    """Whether the document allows fields that it doesn't name."""

    if not TYPE_CHECKING:  # type checkers know the fields from the annotations

        def __init__(self, **given: Any) -> None:
            """Build a model of its fields. UNSET ones are absent, None is null."""
            json: dict[str, Any] = {}
            for field in self.__fields__:
                value = given.pop(field.name, UNSET)
                if not isinstance(value, Unset):
                    json[field.wire] = to_json(value)
                elif field.required:
                    raise TypeError(f"{type(self).__name__}: {field.name} is missing")
            if given:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(sorted(given))}")
            _set_json(self, json)

        def __getattr__(self, name: str) -> Any:
            """Give a field that the class doesn't declare, by its name in the JSON."""
            if not name.startswith("_"):
                inner = self._without_envelope()
                if inner is not None and any(field.name == name for field in inner.__fields__):
                    return getattr(inner, name)
                if name in self._json:
                    return _copy(self._json[name])
            message = f"{type(self).__name__} has no field {name!r}"
            raise AttributeError(message, name=name, obj=self)

        def __setattr__(self, name: str, value: object) -> NoReturn:
            raise AttributeError(f"{type(self).__name__} is read-only: build another one")

        def __delattr__(self, name: str) -> NoReturn:
            raise AttributeError(f"{type(self).__name__} is read-only: build another one")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Make a model of a JSON object. Differences from the document are no error."""
        json: dict[str, Any] = data if isinstance(data, dict) else dict(data)
        return _view(cls, json)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object as it came (or was built): a copy, nothing lost."""
        copy: dict[str, Any] = _copy(self._json)
        return copy

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields of the JSON that the document doesn't know."""
        known = self._known()
        return {name: _copy(value) for name, value in self._json.items() if name not in known}

    def _known(self) -> set[str]:
        inner = self._without_envelope()
        more = inner.__fields__ if inner is not None else ()
        return {field.wire for field in (*self.__fields__, *more)}

    def _without_envelope(self) -> Model | None:
        """Give what should have come in an envelope, but came without."""
        for field in self.__fields__:
            if field.envelope and field.wire not in self._json:
                inner: Model | None = getattr(self, field.name)
                return inner
        return None

    def __getitem__(self, name: str) -> Any:
        """Give a field of the JSON by its name there, unconverted. KeyError if it's missing."""
        return _copy(self._json[name])

    # Without this, `list(model)` would look for the fields 0, 1, 2 …
    __iter__ = None

    def __contains__(self, name: object) -> bool:
        return name in self._json

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._json == other._json

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self._parts())})"

    def _parts(self) -> Iterator[str]:
        for field in self.__fields__:
            # An envelope's field may be there without its name.
            if field.wire in self._json or (
                field.envelope and getattr(self, field.name) is not None
            ):
                shown = "'***'" if field.secret else repr(getattr(self, field.name))
                yield f"{field.name}={shown}"
        if more := self._json.keys() - self._known():
            # Names only: nobody knows whether a value is a secret.
            yield f"additional_properties={sorted(more)}"

    def __reduce__(self) -> tuple[Any, ...]:
        return _view, (type(self), self._json)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return _view(type(self), _copy(self._json))


_new = object.__new__
# The slot's own setter: a model refuses `self._json = …`.
_set_json: Callable[[Model, dict[str, Any]], None] = cast("Any", Model).__dict__["_json"].__set__

M = TypeVar("M", bound=Model)


def _view(cls: type[M], json: dict[str, Any]) -> M:
    self = _new(cls)
    _set_json(self, json)
    return self


def view_or_value(cls: type[M], json: Any) -> M:
    """Make a model where a JSON object came; anything else is given back as it came."""
    return _view(cls, cast("dict[str, Any]", json)) if type(json) is dict else json


def views(cls: type[M], items: list[Any]) -> list[M]:
    """Make a model of each object of a JSON array."""
    new, set_json = _new, _set_json
    result: list[M] = []
    append = result.append
    for json in items:
        if type(json) is dict:
            self = new(cls)
            set_json(self, cast("dict[str, Any]", json))
            append(self)
        else:
            append(json)
    return result


_BYTES: Any = (bytes, bytearray, memoryview)


def to_json(value: Any) -> Any:
    """Give a value in the form that `json.dumps` takes; what is UNSET inside is left out."""
    if isinstance(value, Model):
        return _copy(value._json)
    if isinstance(value, datetime):
        return format_timestamp(value)
    if isinstance(value, str | int | float | None):
        return value
    if hasattr(value, "items"):
        return {key: to_json(item) for key, item in value.items() if not isinstance(item, Unset)}
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if not isinstance(value, _BYTES) and isinstance(value, Iterable):
        items = cast("Iterable[object]", value)
        return [to_json(item) for item in items]
    # Without the value, which may be a secret.
    raise TypeError(f"a value of type {type(value).__name__} can't be sent as JSON")


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {key: _copy(item) for key, item in fields.items()}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [_copy(item) for item in items]
    return value

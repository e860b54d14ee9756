"""Python annotations for the parser's properties."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from .errors import GeneratorError


class Annotation:
    """Python source of a type, and the names it needs."""

    def __init__(self, code: str, *names: str) -> None:
        self.code = code
        self.names = frozenset(names)
        """`datetime`, `Any`, classes of models …"""


_SIMPLE: dict[type, tuple[str, ...]] = {
    StringProperty: ("str",),
    UuidProperty: ("str",),
    IntProperty: ("int",),
    FloatProperty: ("float",),
    BooleanProperty: ("bool",),
    NoneProperty: ("None",),
    DateTimeProperty: ("datetime", "datetime"),
    DateProperty: ("date", "date"),
    AnyProperty: ("Any", "Any"),
}


def is_map(prop: Any) -> bool:
    """Whether a model is nothing but a map: no fields of its own."""
    return (
        isinstance(prop, ModelProperty)
        and not prop.required_properties
        and not prop.optional_properties
        and prop.additional_properties is not None
    )


def annotation(prop: Any, *, argument: bool = False) -> Annotation:
    """Return the type of a property: as it reads from a response, or as an argument is given."""
    kind = type(prop)
    if kind in _SIMPLE:
        code, *names = _SIMPLE[kind]
        if argument and kind is DateTimeProperty:
            return Annotation("datetime | str", "datetime")
        return Annotation(code, *names)
    if isinstance(prop, ConstProperty):
        return Annotation(f"Literal[{_constant(prop)!r}]", "Literal")
    if isinstance(prop, EnumProperty):
        name = str(prop.class_info.name)
        # What the document doesn't know stays a plain value.
        return Annotation(f"{name} | {'str' if prop.value_type is str else 'int'}", name)
    if isinstance(prop, FileProperty):
        return Annotation("FileInput", "FileInput") if argument else Annotation("bytes")
    if isinstance(prop, ListProperty):
        inner = annotation(prop.inner_property, argument=argument)
        if argument:
            return Annotation(f"Sequence[{inner.code}]", "Sequence", *inner.names)
        return Annotation(f"list[{inner.code}]", *inner.names)
    if is_map(prop):
        inner = annotation(prop.additional_properties, argument=argument)
        if argument:
            return Annotation(f"Mapping[str, {inner.code}]", "Mapping", *inner.names)
        return Annotation(f"dict[str, {inner.code}]", *inner.names)
    if isinstance(prop, ModelProperty):
        name = str(prop.class_info.name)
        if argument:
            return Annotation(f"{name} | Mapping[str, Any]", name, "Mapping", "Any")
        return Annotation(name, name)
    if isinstance(prop, UnionProperty):
        inner_types = [annotation(inner, argument=argument) for inner in prop.inner_properties]
        codes: list[str] = []
        for inner in inner_types:
            codes += [part for part in _members(inner.code) if part not in codes]
        if "None" in codes:
            codes.remove("None")
            codes.append("None")
        if "datetime" in codes and "str" in codes and not argument:
            codes.remove("str")  # a timestamp in another form: it is read all the same
        if "Any" in codes:
            return Annotation("Any", "Any")
        return Annotation(" | ".join(codes), *(n for inner in inner_types for n in inner.names))
    raise GeneratorError(f"{prop.name}: there is no annotation for a {kind.__name__}")


def _members(code: str) -> list[str]:
    """Split `A | B[C | D]` at its top level."""
    members, depth, start = [], 0, 0
    for index, char in enumerate(code):
        depth += (char == "[") - (char == "]")
        if char == "|" and depth == 0:
            members.append(code[start:index].strip())
            start = index + 1
    return [*members, code[start:].strip()]


def takes_several(code: str) -> bool:
    """Whether an argument is a sequence, and no str besides."""
    members = _members(code)
    return "str" not in members and any(member.startswith("Sequence[") for member in members)


def optional(*codes: str) -> str:
    """Return a union with each member once; None is the last."""
    members = dict.fromkeys(member for code in codes for member in _members(code))
    return " | ".join(sorted(members, key="None".__eq__))


def constant(prop: Any) -> Any:
    """Return the one value that a property may have."""
    return _constant(prop)


def _constant(prop: ConstProperty) -> Any:
    raw = prop.value.raw_value
    return raw.get_untrusted_value() if hasattr(raw, "get_untrusted_value") else raw


def is_constant(prop: Any) -> bool:
    """Whether a property has one value only."""
    return isinstance(prop, ConstProperty)

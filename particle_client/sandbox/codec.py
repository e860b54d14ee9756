"""Values as JSON, and back: by the annotations of the functions and classes that take them.

What devices do, and the effects of faults, have their name in JSON: ``Walk(21, step=0.2)`` is
``{"walk": {"value": 21, "step": 0.2}}``. Numbers that JSON lacks are ``{"float": "nan"}``.
"""

import dataclasses
import inspect
import json
import math
import re
import reprlib
from base64 import b64decode, b64encode
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from .devices import Function, Script, VariableFunction
from .scripts import Answer, Assign, Battery, Count, DropOut, Publish, Track, Walk, Wave
from .spoiling import Delay, Drop, Effect, Garbage, Replace, Stall

Json: TypeAlias = dict[str, Any]


def _by_name(*kinds: type[Any]) -> dict[str, type[Any]]:
    return {kind.__name__[0].lower() + kind.__name__[1:]: kind for kind in kinds}


NAMED: dict[Any, dict[str, type[Any]]] = {
    VariableFunction: _by_name(Walk, Wave),
    Function: _by_name(Answer, Assign, Count),
    Script: _by_name(Publish, DropOut, Battery, Track),
    Effect: _by_name(Replace, Delay, Stall, Drop, Garbage),
}
"""What has its name in JSON, by the annotation of where it stands."""

_NAMES = {kind: name for kinds in NAMED.values() for name, kind in kinds.items()}
_SCALARS: Any = (str, int, float, NoneType)
_LIST: Any = (list, tuple, set)
_OBJECT: Any = Mapping  # Any, as type checkers would narrow values to what they don't know
_NUMBERS: Any = (int, float)
_DICTS: Any = (dict, Mapping)
_MISFIT: Any = object()
_UNIONS = (Union, UnionType)
_LISTS: dict[Any, Any] = {list: list, tuple: tuple, set: set, deque: deque, Sequence: list}
_SIMPLE: dict[Any, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    bytes: (lambda content: b64encode(content).decode(), partial(b64decode, validate=True)),
    datetime: (datetime.isoformat, lambda text: datetime.fromisoformat(text).astimezone(UTC)),
    date: (date.isoformat, date.fromisoformat),
    timedelta: (timedelta.total_seconds, partial(timedelta, 0)),
}
"""How what JSON doesn't have is written, and how it is read."""


class Codec:
    """Writes and reads JSON, but for what has an identity (dataclasses with ``eq=False``): such
    objects are taken as they are, and only the codec of ``snapshots`` reads them."""

    def write(self, value: Any) -> Any:
        """The value as JSON; TypeError where it can't be."""
        kind = value.__class__
        if kind is float and not math.isfinite(value):
            return {"float": str(value)}
        if isinstance(value, _SCALARS):
            return value
        if kind in _SIMPLE:
            return _SIMPLE[kind][0](value)
        if isinstance(value, _OBJECT):
            entries = value.items()
            return {k if isinstance(k, str) else json.dumps(k): self.write(v) for k, v in entries}
        if _has_fields(kind):
            fields = {name: self.write(each) for name, each in self.fields(value).items()}
            return {_NAMES[kind]: fields} if kind in _NAMES else fields
        if kind in _LISTS:
            return [self.write(each) for each in (sorted(value) if kind is set else value)]
        raise TypeError(f"there is no way to save {value!r}")

    def fields(self, value: Any) -> Json:
        """What makes such a value again: its fields, but for those that have their defaults."""
        return {
            name: held
            for name, parameter in _parameters(value.__class__).items()
            if (held := getattr(value, name)) != parameter.default
        }

    def read(self, value: Any, hint: Any, what: str) -> Any:
        """The value as the annotation has it, in lists and dicts, too. TypeError or ValueError
        says what is wrong with it; ``what`` is what it calls it."""
        found = self._read(value, hint, what)
        if found is _MISFIT:
            raise TypeError(f"{what} must be {_shown(hint)}, not {reprlib.repr(value)}")
        return found

    def _read(self, value: Any, hint: Any, what: str) -> Any:
        if hint is Any or value.__class__ is hint:
            return value
        kind: Any = get_origin(hint) or hint
        of = get_args(hint)
        if kind in _UNIONS:
            tried = (self._read(value, each, what) for each in of)
            return next((found for found in tried if found is not _MISFIT), _MISFIT)
        if hint in NAMED:
            return self._read_named(value, hint, what)
        if kind is Literal:
            return value if value in of else _MISFIT
        if kind is float and isinstance(value, _OBJECT) and value.keys() == {"float"}:
            return float(value["float"])
        if kind in _NUMBERS:
            is_number = isinstance(value, (int, kind)) and not isinstance(value, bool)
            return value if is_number else _MISFIT
        if kind in _LISTS:
            if not isinstance(value, _LIST):  # text is a list of letters: a mistake
                return _MISFIT
            hints = of if kind is tuple and of[-1] is not ... else of[:1] * len(value)
            places = enumerate(zip(value, hints, strict=True))
            return _LISTS[kind]([self.read(v, h, f"{what}[{at}]") for at, (v, h) in places])
        if kind in _DICTS and isinstance(value, _OBJECT):
            return {
                self.read(key if of[0] is str else json.loads(key), of[0], what): self.read(
                    each, of[1], f"{what}: {key}"
                )
                for key, each in value.items()
            }
        if isinstance(value, kind):
            return value
        if has_identity(kind):
            return self.find(value, kind)
        if isinstance(value, _OBJECT) and _has_fields(kind):
            return kind(**self.arguments(kind, value, what))
        if kind in _SIMPLE:
            with suppress(TypeError, ValueError, OverflowError):
                return _SIMPLE[kind][1](value)
        return _MISFIT

    def _read_named(self, value: Any, hint: Any, what: str) -> Any:
        if isinstance(value, Script) or callable(value):
            return value
        if hint == Function and type(value) is int:
            return Answer(value)
        if not isinstance(value, _OBJECT) or len(value) != 1:
            return _MISFIT
        [(name, fields)] = value.items()
        if name not in NAMED[hint] or not isinstance(fields, _OBJECT):
            return _MISFIT
        kind = NAMED[hint][name]
        return kind(**self.arguments(kind, fields, f"{what}: {name}"))

    def find(self, key: Any, kind: type[Any]) -> Any:
        """The object that the JSON calls by the key."""
        return _MISFIT

    def arguments(
        self,
        target: Callable[..., Any],
        fields: Mapping[str, Any],
        what: str,
        more: Mapping[str, Any] | None = None,
    ) -> Json:
        """What to call the target with, of a function's or class's arguments as JSON. ValueError
        for names that it doesn't take or that are missing. ``more`` are the names and types that
        its ``**options`` may have."""
        parameters = _parameters(getattr(target, "__func__", target))
        hints = {**(more or {}), **{name: each.annotation for name, each in parameters.items()}}
        options = hints.pop("**", None)
        for name in fields.keys() - hints.keys():
            if more is not None or options is None:
                raise ValueError(f"{what} has no {name!r}; there are {', '.join(hints)}")
        for name, parameter in parameters.items():
            if parameter.default is parameter.empty and name in hints and name not in fields:
                raise ValueError(f"{what} needs {name!r}")
        return {
            name: self.read(value, hints.get(name, Any), f"{what}: {name}")
            for name, value in fields.items()
        }


PLAIN: Codec = Codec()


def is_script(value: object) -> bool:
    """Whether it has a name in JSON."""
    return type(value) in _NAMES


@cache
def type_hints(target: Any) -> dict[str, Any]:
    """The annotations of a function or a class."""
    return get_type_hints(target)


def has_identity(kind: Any) -> bool:
    """Whether objects of the class stay what they are, whatever their fields are."""
    return dataclasses.is_dataclass(kind) and kind.__eq__ is object.__eq__


def _has_fields(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


@cache  # of functions, not of methods: it would keep their objects
def _parameters(target: Any) -> dict[str, inspect.Parameter]:
    """The parameters of a function or a class, with types; that of ``**options`` is ``**``."""
    return {
        "**" if each.kind is each.VAR_KEYWORD else name: each.replace(
            annotation=type_hints(target).get(name, Any)
        )
        for name, each in inspect.signature(target).parameters.items()
        if name != "self"
    }


def _shown(hint: Any) -> str:
    if get_origin(hint) in _UNIONS:
        return " | ".join(_shown(each) for each in get_args(hint))
    if hint in NAMED:
        return " | ".join(f"{{{name}: …}}" for name in NAMED[hint])
    if isinstance(hint, type):
        return hint.__name__.replace("NoneType", "None")
    return re.sub(r"\w+\.(?=\w)", "", str(hint))  # without the names of modules

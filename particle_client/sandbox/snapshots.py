"""All that a sandbox knows as a JSON file, and back.

What JSON doesn't have is an object with a key that begins with ``$``. There is one of an account or
a device, however often it is referred to: such objects are in a table for each class, and
``{"$ref": "accounts.Account/…"}`` stands where they are used.
"""

import base64
import dataclasses
import importlib
import json
import os
import re
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, cast

from . import scripts
from .accounts import AccessToken, Account
from .clock import Clock
from .devices import VirtualDevice
from .faults import Fault, Faults
from .fitting import check_fields, check_type
from .products import Product
from .state import CloudState

Json: TypeAlias = dict[str, Any]

FORMAT = "particle-client sandbox"
VERSION = 1

_SERVICES = ("runtime", "event_bus", "directory")
"""Fields of a device that are the sandbox's own."""

_NOT_SAVED = frozenset(("updating", *_SERVICES))
_SINGLE = (
    *("_devices_made", "agreements.last_number", "clock.offset"),
    *("default_account", "default_token"),
)
_STORES = ("devices", "products", "organizations", "binaries", "registration_codes")
_TYPES: dict[str, Any] = {
    "devices": dict[str, VirtualDevice],
    "products": dict[int, Product],
    "directory._accounts": dict[str, Account],
    "directory._tokens": dict[str, AccessToken],
}
"""What is in those that every request looks at."""
_NO_STORES = frozenset(("runtime", "clock", "events", "default_account", "default_token"))


class StateError(ValueError):
    """A file that holds no state of a sandbox, or one that this version can't read."""


def save(path: str | os.PathLike[str], document: Json) -> None:
    """Writes the file. At any moment there is the old one or the new one, whole."""
    target = Path(path)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


def read(path: str | os.PathLike[str]) -> Json:
    """Reads a file; :class:`StateError` for one that is no JSON. The rest is checked later."""
    try:
        return cast("Json", json.loads(Path(path).read_bytes()))
    except (ValueError, RecursionError) as error:
        raise StateError(f"{os.fspath(path)} is damaged: {error}") from error


def document_of(state: CloudState, faults: Faults) -> Json:
    """The state as JSON."""
    with state.lock:
        encoder = _Encoder()
        return {
            "format": FORMAT,
            "version": VERSION,
            "saved_at": state.clock.timestamp(),
            "contents": {name: encoder.encode(_held(state, name)) for name in _names(state)},
            "faults": [encoder.encode(f.to_save()) for f in faults if f.can_be_saved],
            "objects": encoder.tables,
        }


def restore(document: object, state: CloudState, faults: Faults) -> None:
    """Puts a saved state in the place of all that is there; :class:`StateError` for a document
    that can't be read, which leaves everything as it is."""
    fields = cast("Json", document)
    if not isinstance(document, dict) or fields.get("format") != FORMAT:
        raise StateError("this is no state of a sandbox")
    version = fields.get("version")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        hint = ": a newer version of particle-client has saved it" if newer else ""
        raise StateError(f"the state has version {version!r}, not {VERSION}{hint}")
    try:
        decoder = _Decoder(fields["objects"], state)
        contents = {name: decoder.decode(fields["contents"][name]) for name in _names(state)}
        for name, value in contents.items():
            check_type(value, _TYPES.get(name, type(_held(state, name))), name)
        Clock().advance(contents["clock.offset"].total_seconds())
        made = [Fault(faults, **decoder.decode(each)) for each in fields["faults"]]
    except StateError:
        raise
    except KeyError as error:
        raise StateError(f"the state is damaged: {error} is missing") from error
    except (TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise StateError(f"the state is damaged: {error}") from error
    with state.lock:
        for name, value in contents.items():
            old = _held(state, name)
            kind = old.__class__
            if kind in (dict, deque):  # others hold it, too
                old.clear()
                (old.update if kind is dict else old.extend)(value)
            else:
                owner, _, attribute = name.rpartition(".")
                setattr(getattr(state, owner) if owner else state, attribute, value)
    faults.clear()
    faults.install(made)


def _names(state: CloudState) -> Iterator[str]:
    """Where the state holds something."""
    yield from (*_SINGLE, *_STORES, "events.history")
    shared = {id(getattr(state, name)) for name in _STORES}
    for store, value in vars(state).items():
        if store not in _NO_STORES and type(value).__module__.startswith(f"{__package__}."):
            for name, held in cast("Json", vars(value)).items():
                if isinstance(held, dict | deque) and id(cast("object", held)) not in shared:
                    yield f"{store}.{name}"


def _held(state: CloudState, name: str) -> Any:
    owner, _, attribute = name.rpartition(".")
    return getattr(getattr(state, owner) if owner else state, attribute)


def _to_base64(content: bytes) -> str:
    return base64.b64encode(content).decode()


_SIMPLE: dict[type, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    float: (str, float),  # one that isn't finite
    bytes: (_to_base64, partial(base64.b64decode, validate=True)),
    datetime: (datetime.isoformat, datetime.fromisoformat),
    date: (date.isoformat, date.fromisoformat),
    timedelta: (timedelta.total_seconds, partial(timedelta, 0)),
}
"""How what JSON doesn't have becomes text, and how it comes back."""

_LISTS: dict[str, Any] = {"$tuple": tuple, "$set": set, "$deque": deque}


class _Encoder:
    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Json]] = {}
        self._references: dict[int, str] = {}

    def encode(self, value: Any) -> Any:
        kind: Any = value.__class__
        if value is None or kind in (str, int, bool) or (kind is float and value - value == 0):
            return value
        if kind in _SIMPLE:
            return {f"${kind.__name__}": _SIMPLE[kind][0](value)}
        if kind is list:
            return [self.encode(each) for each in value]
        if kind is dict:
            if all(isinstance(key, str) and not key.startswith("$") for key in value):
                return {key: self.encode(each) for key, each in value.items()}
            return {"$dict": [[self.encode(k), self.encode(v)] for k, v in value.items()]}
        if f"${kind.__name__}" in _LISTS:
            values = sorted(value, key=str) if kind is set else list(value)
            more = {"maxlen": value.maxlen} if kind is deque and value.maxlen else {}
            return {f"${kind.__name__}": self.encode(values), **more}
        name = f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
        if _class(name) is not kind:
            raise TypeError(f"there is no way to save {value!r}")
        if kind.__eq__ is not object.__eq__:
            return {"$new": name, **self._fields(value)}
        if id(value) not in self._references:
            table = self.tables.setdefault(name, {})
            key = str(getattr(value, "id", f"#{len(table) + 1}"))
            key = f"{key} #{len(table) + 1}" if key in table else key
            self._references[id(value)] = f"{name}/{key}"
            table[key] = {}  # holds the place
            table[key] = self._fields(value)
        return {"$ref": self._references[id(value)]}

    def _fields(self, value: Any) -> Json:
        if not dataclasses.is_dataclass(value):
            return {name: self.encode(each) for name, each in value._asdict().items()}
        fields = vars(value)
        if isinstance(value, VirtualDevice):
            fields = fields | _without_callables(value)
        return {
            each.name: self.encode(fields[each.name])
            for each in dataclasses.fields(value)
            if each.init and each.name not in _NOT_SAVED and fields[each.name] != _default(each)
        }


def _default(each: "dataclasses.Field[Any]") -> object:
    factory = each.default_factory
    return each.default if factory is dataclasses.MISSING else factory()


def _without_callables(device: VirtualDevice) -> Json:
    """What takes the place of the device's Python functions: a variable's last value, a function
    that answers 0, and nothing for a script of another class."""
    known, last = scripts.is_script, device.last_values
    python = {n for n, value in device.variables.items() if callable(value) and not known(value)}
    return {
        "variables": {
            n: last[n] if n in python else value
            for n, value in device.variables.items()
            if n not in python or n in last
        },
        "functions": {
            n: each if known(each) else scripts.Answer() for n, each in device.functions.items()
        },
        "scripts": [script for script in device.scripts if known(script)],
    }


class _Decoder:
    def __init__(self, tables: Json, state: CloudState) -> None:
        self._tables = tables
        services = (state.runtime, state.events, state.directory)
        self._services = dict(zip(_SERVICES, services, strict=True))
        self._objects: dict[str, Any] = {}

    def decode(self, value: Any) -> Any:
        if value.__class__ is list:
            return [self.decode(each) for each in value]
        if value.__class__ is not dict:
            return value
        fields: Json = value
        marker = next((key for key in fields if key.startswith("$")), None)
        if marker is None:
            return {key: self.decode(each) for key, each in fields.items()}
        held = fields[marker]
        if marker == "$new":
            return self._made(held, {k: v for k, v in fields.items() if k != marker})
        if marker == "$ref":
            if held not in self._objects:
                name, _, key = held.partition("/")
                self._objects[held] = self._made(name, self._tables[name][key])
            return self._objects[held]
        if marker == "$dict":
            return {self.decode(key): self.decode(each) for key, each in held}
        if marker in _LISTS:
            more = {"maxlen": fields["maxlen"]} if "maxlen" in fields else {}
            return _LISTS[marker](self.decode(held), **more)
        for kind, (_, read) in _SIMPLE.items():
            if marker == f"${kind.__name__}":
                return read(held)
        raise StateError(f"the state is damaged: nothing is called {marker}")

    def _made(self, name: str, fields: Json) -> Any:
        kind: Any = _class(name)
        made = {key: self.decode(each) for key, each in fields.items()}
        if name == "devices.VirtualDevice":
            made |= self._services
        check_fields(kind, made, name)
        return kind(**made)


def _class(name: str) -> Any:
    """A class whose objects may be in a file."""
    module, _, kind = name.partition(".")
    if re.fullmatch(r"[a-z]\w*", module):
        with suppress(ImportError):
            found = getattr(importlib.import_module(f".{module}", __package__), kind, None)
            if dataclasses.is_dataclass(found) or hasattr(found, "_fields"):
                return found
    raise StateError(f"the state is damaged: nothing is called {name!r}")

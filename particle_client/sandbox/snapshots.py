"""All that a sandbox knows as a JSON file, and back.

The file has a table of objects for each class; where one is used, ``{"$ref": "Account/…"}`` stands.
What JSON doesn't have is an object with one key that begins with ``$``.
"""

import base64
import dataclasses
import json
import math
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import MISSING
from datetime import date, datetime, timedelta
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias, cast, get_type_hints

from . import (
    accounts,
    agreements,
    compiler,
    configuration,
    customers,
    devices,
    environment,
    events,
    integrations,
    ledgers,
    libraries,
    locations,
    logic,
    metrics,
    networks,
    owners,
    products,
    scripts,
    sims,
    spoiling,
    teams,
    vitals,
)
from .devices import VirtualDevice
from .faults import Fault, Faults
from .fitting import check_type
from .scripts import FUNCTIONS, SCRIPTS, VALUES
from .state import CloudState

Json: TypeAlias = dict[str, Any]

FORMAT = "particle-client sandbox"
VERSION = 1

_MODULES = (
    accounts,
    agreements,
    compiler,
    configuration,
    customers,
    devices,
    environment,
    events,
    integrations,
    ledgers,
    libraries,
    locations,
    logic,
    metrics,
    networks,
    owners,
    products,
    sims,
    spoiling,
    teams,
    vitals,
)
_SERVICES = ("runtime", "event_bus", "directory")
"""Fields of a device that are the sandbox's own."""

_NOT_SAVED = frozenset(("updating", *_SERVICES))
_NUMBERS = ("_devices_made", "agreements.last_number")
"""Attributes of the state that count."""
_STORES = ("devices", "products", "organizations", "binaries", "registration_codes")
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
        content = {
            "numbers": {name: attrgetter(name)(state) for name in _NUMBERS},
            "default_account": encoder.encode(state.default_account),
            "default_token": encoder.encode(state.default_token),
            "stores": {name: encoder.encode(value) for name, value in _contents(state)},
            "faults": [encoder.fault(fault) for fault in faults if fault.can_be_saved],
        }
        now, offset = state.clock.now(), state.clock.offset
    return {
        "format": FORMAT,
        "version": VERSION,
        "saved_at": now.isoformat(),
        "clock_offset": offset.total_seconds(),
        **content,
        "objects": encoder.tables,
    }


def restore(document: object, state: CloudState, faults: Faults) -> None:
    """Puts a saved state in the place of all that is there; :class:`StateError` for a document
    that can't be read, which leaves everything as it is."""
    try:
        fields = _checked(document)
        decoder = _Decoder(fields["objects"], state)
        numbers = {name: fields["numbers"][name] for name in _NUMBERS}
        check_type(numbers, dict[str, int], "numbers")
        account = decoder.decode(fields["default_account"])
        check_type(account, accounts.Account, "default_account")
        token = decoder.decode(fields["default_token"])
        check_type(token, accounts.AccessToken, "default_token")
        contents = {name: decoder.decode(fields["stores"][name]) for name, _ in _contents(state)}
        for name, old in _contents(state):
            check_type(contents[name], type(old), name)
        check_type(contents["devices"], dict[str, VirtualDevice], "devices")
        check_type(contents["products"], dict[int, products.Product], "products")
        new_faults = [decoder.fault(each, faults) for each in fields["faults"]]
        offset = timedelta(seconds=fields["clock_offset"])
    except StateError:
        raise
    except KeyError as error:
        raise StateError(f"the state is damaged: {error} is missing") from error
    except (TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise StateError(f"the state is damaged: {error}") from error
    with state.lock:
        for name, number in numbers.items():
            store, _, attribute = name.rpartition(".")
            setattr(getattr(state, store) if store else state, attribute, number)
        state.default_account, state.default_token = account, token
        state.clock.offset = offset
        for name, old in _contents(state):
            _replace(old, contents[name])
    faults.clear()
    faults.install(new_faults)


def _checked(document: object) -> Json:
    if not isinstance(document, dict) or cast("Json", document).get("format") != FORMAT:
        raise StateError("this is no state of a sandbox")
    fields = cast("Json", document)
    version = fields.get("version")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        hint = ": a newer version of particle-client has saved it" if newer else ""
        raise StateError(f"the state has version {version!r}, not {VERSION}{hint}")
    return fields


def _contents(state: CloudState) -> Iterator[tuple[str, Any]]:
    """The name of each thing that holds something, and what it holds."""
    for name in _STORES:
        yield name, getattr(state, name)
    yield "events", state.events.history
    shared = {id(getattr(state, name)) for name in _STORES}
    for store, value in vars(state).items():
        if store not in _NO_STORES and type(value).__module__.startswith(f"{__package__}."):
            for name, held in cast("Json", vars(value)).items():
                if _is(held, dict | deque) and id(held) not in shared:
                    yield f"{store}.{name.lstrip('_')}", held


def _replace(old: Any, new: Any) -> None:
    """Puts the content of one container into another, which others hold, too."""
    old.clear()
    if _is(old, dict):
        old.update(new)
    else:
        old.extend(new)


def _is(value: Any, kind: Any) -> bool:
    """``isinstance``, after which the value is still anything to a type checker."""
    return isinstance(value, kind)


class _Encoder:
    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Json]] = {}
        self._references: dict[int, str] = {}

    def encode(self, value: Any) -> Any:
        if value is None or _is(value, str | int):
            return value
        if _is(value, float):
            return value if math.isfinite(value) else {"$float": str(value)}
        if _is(value, bytes):
            return {"$bytes": base64.b64encode(value).decode()}
        if _is(value, datetime):
            return {"$time": value.isoformat()}
        if _is(value, date):
            return {"$date": value.isoformat()}
        if _is(value, list):
            return self._list(value)
        if _is(value, dict):
            if all(_is(key, str) and not key.startswith("$") for key in value):
                return {key: self.encode(each) for key, each in value.items()}
            return {"$dict": [[self.encode(k), self.encode(v)] for k, v in value.items()]}
        if hasattr(value, "_fields"):  # a NamedTuple
            return {"$tuple": self._list(value), "of": type(value).__name__}
        if _is(value, set):
            return {"$set": self._list(sorted(value, key=str))}
        for kind in (tuple, deque):
            if _is(value, kind):
                return {f"${kind.__name__}": self._list(value)}
        if scripts.is_script(value):
            return {"$script": scripts.to_json(value)}
        if type(value) not in _classes().values():
            raise TypeError(f"there is no way to save {value!r}")
        if cast("Any", type(value)).__eq__ is object.__eq__:  # there is one of it
            return {"$ref": self._reference(value)}
        return {"$new": type(value).__name__, **self._fields(value)}

    def fault(self, fault: Fault) -> Json:
        saved = fault.to_save()
        return saved | {"effect": self.encode(saved["effect"])}

    def _list(self, values: Iterable[Any]) -> list[Any]:
        return [self.encode(each) for each in values]

    def _reference(self, value: Any) -> str:
        found = self._references.get(id(value))
        if found is None:
            kind = type(value).__name__
            table = self.tables.setdefault(kind, {})
            key = str(getattr(value, "id", ""))
            if not key or key in table:
                key = f"#{len(table) + 1}"
            found = self._references[id(value)] = f"{kind}/{key}"
            table[key] = {}  # holds the place: what comes now may refer to it
            table[key] = self._fields(value)
        return found

    def _fields(self, value: Any) -> Json:
        fields = cast("Json", vars(value)).copy()
        if _is(value, VirtualDevice):
            fields.update(_without_callables(value))
        return {
            each.name: self.encode(fields[each.name])
            for each in dataclasses.fields(value)
            if each.name not in _NOT_SAVED and not _is_default(each, fields[each.name])
        }


def _without_callables(device: VirtualDevice) -> Json:
    """What takes the place of the device's Python functions: a variable's last value, a function
    that answers 0, and nothing for a script of another class."""
    last = device.last_values
    variables = {
        name: last.get(name) if callable(value) and not scripts.is_script(value) else value
        for name, value in device.variables.items()
    }
    return {
        "variables": {name: value for name, value in variables.items() if value is not None},
        "scripts": [script for script in device.scripts if scripts.is_script(script)],
        "functions": {
            name: function if scripts.is_script(function) else scripts.Answer()
            for name, function in device.functions.items()
        },
    }


def _is_default(each: "dataclasses.Field[Any]", value: object) -> bool:
    if each.default is not MISSING:
        return type(value) is type(each.default) and value == each.default
    return each.default_factory is not MISSING and not value and not each.default_factory()


class _Decoder:
    def __init__(self, tables: Json, state: CloudState) -> None:
        self._tables = tables
        self._services = (state.runtime, state.events, state.directory)
        self._objects: dict[str, Any] = {}

    def decode(self, value: Any) -> Any:
        if _is(value, list):
            return [self.decode(each) for each in value]
        if not _is(value, dict):
            return value
        marker = next((key for key in value if key.startswith("$")), None)
        if marker is None:
            return {key: self.decode(each) for key, each in value.items()}
        held = value[marker]
        if marker == "$ref":
            return self._object(held)
        if marker == "$new":
            made = self._new(held)
            self._fill(made, {name: each for name, each in value.items() if name != marker})
            return made
        if marker == "$tuple" and "of" in value:
            return _class(value["of"])(*self.decode(held))
        if marker == "$script":
            return scripts.from_json(held, {**VALUES, **FUNCTIONS, **SCRIPTS}, "a script")
        if marker == "$dict":
            return {self.decode(key): self.decode(each) for key, each in held}
        simple: dict[str, Callable[[Any], Any]] = {
            "$float": float,
            "$bytes": lambda text: base64.b64decode(text, validate=True),
            "$date": date.fromisoformat,
            "$time": datetime.fromisoformat,
            "$tuple": lambda values: tuple(self.decode(values)),
            "$set": lambda values: set(self.decode(values)),
            "$deque": lambda values: deque(self.decode(values)),
        }
        if marker not in simple:
            raise StateError(f"the state is damaged: nothing is called {marker}")
        return simple[marker](held)

    def fault(self, fields: Json, faults: Faults) -> Fault:
        return Fault(faults, **{name: self.decode(each) for name, each in fields.items()})

    def _object(self, reference: str) -> Any:
        if reference not in self._objects:
            kind, _, key = reference.partition("/")
            made = self._objects[reference] = self._new(kind)  # what comes now may refer to it
            self._fill(made, self._tables[kind][key])
        return self._objects[reference]

    def _new(self, kind: str) -> Any:
        return object.__new__(_class(kind))

    def _fill(self, made: Any, fields: Json) -> None:
        kind = cast("Any", type(made))
        hints, name = _hints(kind), kind.__name__
        for each in dataclasses.fields(kind):
            if each.name in fields:
                value = self.decode(fields[each.name])
                check_type(value, hints[each.name], f"{name}.{each.name}")
                default = each.default_factory
                if _is(value, deque) and default is not MISSING:  # has a longest length
                    value = deque(value, default().maxlen)
            elif kind is VirtualDevice and each.name in _SERVICES:
                value = self._services[_SERVICES.index(each.name)]
            elif each.default is not MISSING:
                value = each.default
            elif each.default_factory is not MISSING:
                value = each.default_factory()
            else:
                raise StateError(f"the state is damaged: {name} without {each.name}")
            object.__setattr__(made, each.name, value)
        if unknown := fields.keys() - {each.name for each in dataclasses.fields(kind)}:
            raise StateError(f"the state is damaged: {name} has no {', '.join(sorted(unknown))}")


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _classes() -> dict[str, Any]:
    """What may be in a file, by name."""
    return {
        name: value
        for module in _MODULES
        for name, value in vars(module).items()
        if _is(value, type)
        and value.__module__ == module.__name__
        and (dataclasses.is_dataclass(value) or hasattr(value, "_fields"))
    }


def _class(name: str) -> Any:
    if name not in _classes():
        raise StateError(f"the state is damaged: nothing is called {name!r}")
    return _classes()[name]

"""All that a sandbox knows as a JSON file, and back.

Objects with an identity, such as accounts and devices, are in a table of their class, and their
key stands wherever they are used.
"""

import copy
import json
import os
from collections import deque
from pathlib import Path
from typing import Any, TypeAlias, cast

from ..base.whole_files import write_whole
from .accounts import Directory
from .clock import Clock
from .codec import Codec, has_identity, is_script, type_hints
from .devices import VirtualDevice
from .faults import Fault, Faults
from .scripts import Answer
from .state import CloudState

Json: TypeAlias = dict[str, Any]

FORMAT = "particle-client sandbox"
VERSION = 1


class StateError(ValueError):
    """A file that holds no state of a sandbox, or one that this version can't read."""


def save(path: str | os.PathLike[str], document: Json) -> None:
    """Writes the file. At any moment there is the old one or the new one, whole."""
    write_whole(Path(path), json.dumps(document, ensure_ascii=False, indent=1))


def read(path: str | os.PathLike[str]) -> Json:
    """Reads a file; :class:`StateError` for one that is no JSON. The rest is checked later."""
    try:
        return cast("Json", json.loads(Path(path).read_bytes()))
    except (ValueError, RecursionError) as error:
        raise StateError(f"{os.fspath(path)} is damaged: {error}") from error


def document_of(state: CloudState, faults: Faults) -> Json:
    """The state as JSON."""
    with state.lock:
        codec = _ObjectCodec({}, state)
        return {
            "format": FORMAT,
            "version": VERSION,
            "saved_at": state.clock.timestamp(),
            "contents": {
                place: codec.write(getattr(owner, name))
                for place, (owner, name, _) in _contents(state).items()
            },
            "faults": [codec.write(each.to_save()) for each in faults if each.can_be_saved],
            "objects": codec.tables,
        }


def restore(document: object, state: CloudState, faults: Faults) -> None:
    """Puts a saved state in the place of all that is there; :class:`StateError` for a document
    that can't be read, which leaves everything as it is."""
    saved = cast("Json", document)
    if not isinstance(document, dict) or saved.get("format") != FORMAT:
        raise StateError("this is no state of a sandbox")
    version = saved.get("version")
    if version != VERSION:
        newer = isinstance(version, int) and version > VERSION
        hint = ": a newer version of particle-client has saved it" if newer else ""
        raise StateError(f"the state has version {version!r}, not {VERSION}{hint}")
    contents = _contents(state)
    try:
        codec = _ObjectCodec(saved["objects"], state)
        values = {
            place: codec.read(saved["contents"][place], hint, place)
            for place, (_, _, hint) in contents.items()
        }
        Clock().advance(values["clock.offset"].total_seconds())
        made = [
            Fault(**codec.arguments(Fault.__init__, {**each, "faults": faults}, "a fault"))
            for each in saved["faults"]
        ]
    except KeyError as error:
        raise StateError(f"the state is damaged: {error} is missing") from error
    except (TypeError, ValueError, AttributeError, OverflowError, RecursionError) as error:
        raise StateError(f"the state is damaged: {error}") from error
    with state.lock:
        for place, (owner, name, _) in contents.items():
            held, value = getattr(owner, name), values[place]
            kind = held.__class__
            if kind in (dict, deque):  # others hold it, too
                held.clear()
                (held.update if kind is dict else held.extend)(value)
            else:
                setattr(owner, name, value)
        state.events.published += len(state.events.history)  # it only grows, so they are new
    faults.clear()
    faults.install(made)


def _contents(state: CloudState) -> dict[str, tuple[object, str, Any]]:
    """What is saved: of the state and of its parts, what their classes annotate."""
    own = type_hints(CloudState)
    parts = {name: part for name, part in vars(state).items() if name not in own}
    return {
        f"{part}.{name}": (owner, name, hint)
        for part, owner in {"state": state, **parts}.items()
        for name, hint in type_hints(owner.__class__).items()
        if hint not in (Clock, Directory)
    }


class _ObjectCodec(Codec):
    """Writes objects with an identity to tables, and reads them from there."""

    def __init__(self, tables: dict[str, Json], state: CloudState) -> None:
        self.tables: dict[str, Json] = tables
        self._services: Json = {
            "runtime": state.runtime,
            "event_bus": state.events,
            "directory": state.directory,
        }
        self._keys: dict[int, str] = {}
        self._objects: dict[str, Any] = {}

    def write(self, value: Any) -> Any:
        kind = value.__class__
        if not has_identity(kind):
            return super().write(value)
        if id(value) not in self._keys:
            table = self.tables.setdefault(kind.__name__, {})
            key = str(getattr(value, "id", ""))
            if not key or key in table:
                key += f"#{len(table) + 1}"
            table[key] = super().write(value)
            self._keys[id(value)] = key
        return self._keys[id(value)]

    def fields(self, value: Any) -> Json:
        fields = super().fields(value)
        if isinstance(value, VirtualDevice):
            fields |= _without_python(value)
            for service in self._services:
                del fields[service]
        return fields

    def read(self, value: Any, hint: Any, what: str) -> Any:
        # What is in the document stays the caller's.
        return copy.deepcopy(value) if hint is Any else super().read(value, hint, what)

    def find(self, key: Any, kind: type[Any]) -> Any:
        if key is None:
            return super().find(key, kind)
        place = f"{kind.__name__} {key}"
        if place not in self._objects:
            fields = self.tables.get(kind.__name__, {}).get(str(key))
            if fields is None:  # what refers to it may be a token
                raise ValueError(f"there is no {place[:200]}")
            services = self._services if kind is VirtualDevice else {}
            self._objects[place] = kind(**self.arguments(kind, fields | services, place))
        return self._objects[place]


def _without_python(device: VirtualDevice) -> Json:
    """What takes the place of the device's Python functions: a variable's last value (0 if it was
    never read), a function that answers 0, and nothing for a script of another class."""

    def is_python(value: object) -> bool:
        return callable(value) and not is_script(value)

    last = device.last_values
    return {
        "variables": {
            n: last.get(n, 0) if is_python(v) else v for n, v in device.variables.items()
        },
        "functions": {n: Answer() if is_python(f) else f for n, f in device.functions.items()},
        "scripts": [script for script in device.scripts if is_script(script)],
    }

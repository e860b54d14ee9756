"""`events/system.py`: a class for each system event, from the schema of its data; and
`events/fields.py`: the fields of any event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..config import EVENT_BY_HAND, EVENT_MIXINS
from ..errors import GeneratorError
from .templates import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["event_fields_module", "system_events_module"]

_READERS = {
    "boolean": ("as_bool", "bool"),
    "date-time": ("parse_timestamp", "datetime"),
    "flag": ("as_flag", "bool"),
    "hex": ("as_hex", "str"),
    "integer": ("as_integer", "int"),
    "number": ("as_number", "float"),
    "object": ("as_object", "dict[str, Any]"),
    "string": ("as_text", "str"),
    "unix-time": ("as_time", "datetime"),
    "array of object": ("as_objects", "tuple[dict[str, Any], ...]"),
    "array of string": ("as_texts", "tuple[str, ...]"),
}
"""Format or type of a field → its function in `events/json_values.py`, and its Python type."""


def system_events_module(schemas: dict[str, Any]) -> str:
    """Return the module with the schemas that name their events in `x-events`."""
    classes: list[dict[str, Any]] = []
    kinds: dict[str, str] = {}
    hooks: dict[str, str] = {}
    for schema_name, schema in schemas.items():
        if "x-events" not in schema:
            continue
        name = schema_name.removesuffix("Event")
        classes.append(
            {
                "name": name,
                "bases": [*EVENT_MIXINS.get(name, ()), "SystemEvent"],
                "description": schema["description"],
                "fields": [
                    *(
                        _field(field, "" if raw["type"] == "object" else field, raw, required=True)
                        for field, raw in schema.get("x-fields", {}).items()
                    ),
                    *_properties(schema, schemas),
                ],
                "derived": [
                    {"name": name, "of": field, "default": None} | derived
                    for field, raw in schema.get("x-fields", {}).items()
                    for name, derived in raw.get("x-derived", {}).items()
                ],
            }
        )
        for event, said in schema["x-events"].items():
            start, of_hook, _ = event.partition("/{")
            (hooks if of_hook else kinds)[start] = _kind(name, schema, said)
    return fill(
        "system_events.py.jinja",
        classes=classes,
        tables={"_KINDS": kinds, "_HOOKS": hooks},
        exported=sorted([*(each["name"] for each in classes), "SystemEvent"]),
        mixins=[mixin for mixins in EVENT_MIXINS.values() for mixin in mixins],
    )


def event_fields_module(schema: dict[str, Any]) -> str:
    """Return the module with a property for each field of an event that isn't read by hand."""
    fields: list[dict[str, str]] = []
    for wire, raw in schema["properties"].items():
        if wire not in EVENT_BY_HAND:
            name = raw.get("x-name", wire)
            read, annotation = _reader(name, raw)
            description = raw["description"].rstrip()
            if name != wire:
                description += f" `{wire}` in the JSON."
            fields.append(
                {
                    "name": name,
                    "wire": wire,
                    "read": read,
                    "type": annotation,
                    "description": description,
                }
            )
    return fill("event_fields.py.jinja", known=sorted(schema["properties"]), fields=fields)


def _kind(name: str, schema: dict[str, Any], said: dict[str, Any]) -> str:
    """Return what tells how to read an event."""
    arguments = [name]
    if schema["type"] != "object":
        texts = tuple(field for field in schema["x-fields"] if field not in said)
        arguments.append(f"texts={texts}")
    if required := schema.get("required"):
        arguments.append(f"needs={required[0]!r}")
    if said:
        arguments.append(f"said={said}")
    return f"Kind({', '.join(arguments)})"


def _properties(schema: dict[str, Any], schemas: dict[str, Any], path: str = "") -> Iterator[Any]:
    """Return the fields of an object, and in their place those of objects in it."""
    for wire, raw in schema.get("properties", {}).items():
        if "$ref" in raw:
            inner = schemas[raw["$ref"].rsplit("/", 1)[1]]
            yield from _properties(inner, schemas, f"{path}{wire}.")
        else:
            yield _field(raw.get("x-name", wire), f"{path}{wire}", raw, required=False)


def _field(name: str, path: str, raw: dict[str, Any], *, required: bool) -> dict[str, str]:
    read, annotation = _reader(name, raw)
    required = required and "null" not in raw["type"]
    if not required and "items" not in raw:  # what isn't there is an empty tuple
        annotation += " | None"
    arguments = f'"{path}", values.{read}{", required=True" if required else ""}'
    return {
        "declaration": f"{name}: {annotation} = read_from({arguments})",
        "description": raw["description"],
    }


def _reader(name: str, raw: dict[str, Any]) -> tuple[str, str]:
    """Return what reads a field: the name of a function, and what it returns."""
    types = raw["type"] if isinstance(raw["type"], list) else [raw["type"]]
    kind = f"array of {raw['items']['type']}" if "items" in raw else raw.get("format", types[0])
    if kind not in _READERS:
        raise GeneratorError(f"{name}: nothing reads {kind} of an event")
    return _READERS[kind]

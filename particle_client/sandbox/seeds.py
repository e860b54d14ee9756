"""Seeds: files that declare what a sandbox begins with. ``seed.schema.json`` describes them."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast, get_type_hints

from .devices import VirtualDevice
from .fitting import check_fields, check_type
from .scripts import SCRIPTS, from_json, function_from_json, value_from_json

Json: TypeAlias = dict[str, Any]
Source: TypeAlias = "Mapping[str, Any] | str | os.PathLike[str]"
Step: TypeAlias = tuple[Callable[..., Any], Json]

_INTERNAL = frozenset(("runtime", "event_bus", "directory", "calls", "flashed", "last_values"))
OF_ADD_DEVICE = frozenset(("id", "name", "online", "product", "owner", "platform_id", "claimed"))
"""Arguments of ``add_device()`` that aren't just attributes."""

_MAX_COUNT = 100_000


def read_seed(source: Source) -> Json:
    """What the seed holds; ValueError for a file that can't be read as JSON or YAML."""
    if isinstance(source, Mapping):
        return dict(source)
    path = Path(source)
    text = path.read_text(encoding="utf-8")
    try:
        seed: object = json.loads(text) if path.suffix == ".json" else _yaml(text, path)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"{path} is no JSON: {error}") from error
    if not isinstance(seed, dict):
        raise ValueError(f"{path} must hold an object with lists such as devices")
    return cast("Json", seed)


def _yaml(text: str, path: Path) -> object:
    try:
        import yaml  # only for those who have such a file
    except ImportError:
        raise ValueError(
            f"reading {path} needs PyYAML, which isn't installed: "
            'pip install "particle-client[sandbox,yaml]", or write the seed as JSON'
        ) from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ValueError(f"{path} is no YAML: {error}") from error


def steps_of(source: Source, adders: Mapping[str, Callable[..., Any]]) -> list[Step]:
    """The calls that add what the seed declares. ``adders`` has a function for each list that a
    seed may have, in their order. ValueError or TypeError says what is wrong with the seed."""
    seed = read_seed(source)
    seed.pop("$schema", None)
    if unknown := seed.keys() - adders.keys():
        raise ValueError(f"a seed has no {min(unknown)!r}; there are {', '.join(adders)}")
    steps: list[Step] = []
    for name, add in adders.items():
        entries: object = seed.get(name, [])
        check_type(entries, list[dict[str, Any]], name)
        for position, entry in enumerate(cast("list[Json]", entries)):
            what = f"{name}[{position}]"
            for fields in _devices(entry, what) if name == "devices" else [dict(entry)]:
                check_fields(add, fields, what)
                steps.append((add, fields))
    return steps


def _devices(entry: Json, what: str) -> Iterator[Json]:
    """The arguments of one device, or of ``count`` that are alike."""
    fields = dict(entry)
    count = fields.pop("count", None)
    check_type(count, int | None, f"{what}: count")
    if count is not None and not 0 <= count <= _MAX_COUNT:
        raise ValueError(f"{what}: count must be from 0 to {_MAX_COUNT}: {count}")
    for number in range(1, 2 if count is None else count + 1):
        device = device_arguments(fields, what)
        if count is not None and device.get("name"):
            device["name"] += f"-{number}"
        yield device


def device_arguments(
    fields: Mapping[str, Any], what: str, *, checked: frozenset[str] = OF_ADD_DEVICE
) -> Json:
    """Attributes of a device from JSON, where scripts are objects. The types of those in
    ``checked`` are looked at elsewhere."""
    hints = get_type_hints(VirtualDevice)
    arguments = dict(fields)
    for name, value in arguments.items():
        if name in _INTERNAL:
            raise ValueError(f"{what} has no {name!r}")
        if name in ("variables", "functions"):
            check_type(value, dict[str, Any], f"{what}: {name}")
        elif name == "scripts":
            check_type(value, list[Any], f"{what}: {name}")
        elif name not in checked:
            if name not in hints:
                raise ValueError(f"{what} has no {name!r}")
            check_type(value, hints[name], f"{what}: {name}")
    if "variables" in arguments:
        arguments["variables"] = {
            name: value_from_json(value, f"{what}: variable {name}")
            for name, value in arguments["variables"].items()
        }
    if "functions" in arguments:
        arguments["functions"] = {
            name: function_from_json(value, f"{what}: function {name}")
            for name, value in arguments["functions"].items()
        }
    if "scripts" in arguments:
        arguments["scripts"] = [
            from_json(script, SCRIPTS, f"{what}: script") for script in arguments["scripts"]
        ]
    return arguments

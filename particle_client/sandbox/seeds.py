"""Seeds: files that declare what a sandbox begins with. ``seed.schema.json`` describes them."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

from .devices import VirtualDevice
from .fitting import check_fields, check_type, type_hints
from .scripts import SCRIPTS, from_json, function_from_json, value_from_json

Json: TypeAlias = dict[str, Any]
Source: TypeAlias = "Mapping[str, Any] | str | os.PathLike[str]"
Step: TypeAlias = tuple[Callable[..., Any], Json]

_INTERNAL = frozenset(
    ("runtime", "event_bus", "directory", "calls", "flashed", "last_values", "updating")
)
ATTRIBUTES: dict[str, Any] = {
    name: hint for name, hint in type_hints(VirtualDevice).items() if name not in _INTERNAL
}
"""Attributes of a device that can be set, with their types."""

_LISTS = ("accounts", "oauth_clients", "organizations", "products", "firmware", "devices")
"""What a seed may have, in the order in which it is added."""

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


def steps_of(source: Source, cloud: object) -> list[Step]:
    """The calls that add what the seed declares: of ``add_account()`` for ``accounts``, and so on.
    ValueError or TypeError says what is wrong with the seed."""
    adders = {name: getattr(cloud, f"add_{name.removesuffix('s')}") for name in _LISTS}
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
            for fields in _devices(entry, what) if name == "devices" else [entry]:
                check_fields(add, fields, what, ATTRIBUTES if name == "devices" else None)
                steps.append((add, fields))
    return steps


def _devices(entry: Json, what: str) -> Iterator[Json]:
    """The arguments of one device, or of ``count`` that are alike."""
    fields = with_scripts(entry, f"{what}: ")
    count = fields.pop("count", None)
    check_type(count, int | None, f"{what}: count")
    if count is None:
        yield fields
        return
    if not 0 <= count <= _MAX_COUNT:
        raise ValueError(f"{what}: count must be from 0 to {_MAX_COUNT}: {count}")
    for number in range(1, count + 1):
        yield fields | ({"name": f"{fields['name']}-{number}"} if fields.get("name") else {})


def with_scripts(fields: Mapping[str, Any], what: str = "") -> Json:
    """The arguments for a device with scripts in the place of the objects that describe them."""
    made = dict(fields)
    for name, read in {"variables": value_from_json, "functions": function_from_json}.items():
        if name in made:
            check_type(made[name], dict[str, Any], f"{what}{name}")
            made[name] = {
                key: read(each, f"{what}{name[:-1]} {key}") for key, each in made[name].items()
            }
    if "scripts" in made:
        check_type(made["scripts"], list[Any], f"{what}scripts")
        made["scripts"] = [from_json(s, SCRIPTS, f"{what}a script") for s in made["scripts"]]
    return made

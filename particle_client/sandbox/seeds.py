"""Seeds: files that declare what a sandbox begins with. ``seed.schema.json`` describes them."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

from .codec import PLAIN, type_hints
from .devices import VirtualDevice

Json: TypeAlias = dict[str, Any]
Source: TypeAlias = "Mapping[str, Any] | str | os.PathLike[str]"
Step: TypeAlias = tuple[Callable[..., Any], Json]

_INTERNAL = ("runtime", "event_bus", "directory", "calls", "flashed", "last_values", "updating")
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
        more = {**ATTRIBUTES, "count": int | None} if name == "devices" else None
        entries = PLAIN.read(seed.get(name, []), list[dict[str, Any]], name)
        for position, entry in enumerate(entries):
            what = f"{name}[{position}]"
            fields = PLAIN.arguments(add, entry, what, more)
            copies = _copies(fields, what) if name == "devices" else [fields]
            steps += [(add, each) for each in copies]
    return steps


def _copies(fields: Json, what: str) -> list[Json]:
    """The arguments of one device, or of ``count`` that are alike."""
    count = fields.pop("count", None)
    if count is None:
        return [fields]
    if not 0 <= count <= _MAX_COUNT:
        raise ValueError(f"{what}: count must be from 0 to {_MAX_COUNT}: {count}")
    name = fields.pop("name", None)
    return [fields | ({"name": f"{name}-{n}"} if name else {}) for n in range(1, count + 1)]

"""JSON documents that the cloud keeps for devices, and their changes."""

from typing import Any, cast

from .errors import failure


def patch(document: dict[str, Any], operation: object) -> None:
    """Applies one operation: ``{action, path, key, value, predicate}``."""
    if not isinstance(operation, dict):
        raise failure(400, "An operation must be an object")
    fields = cast("dict[str, Any]", operation)
    path = fields.get("path", [])
    if not isinstance(path, list) or not path:
        raise failure(400, "path must be a list of names")
    names = cast("list[object]", path)
    if not all(isinstance(name, str) for name in names):
        raise failure(400, "path must be a list of names")
    *outer, last = (str(name) for name in names)
    action = fields.get("action")
    if action not in ("upsert", "remove"):
        raise failure(400, "action must be upsert or remove")
    inside = _descend(document, outer, create=action == "upsert")
    if inside is None:
        return
    if action == "upsert":
        _upsert(inside, last, fields)
    else:
        _remove(inside, last, fields)


def _descend(document: dict[str, Any], names: list[str], *, create: bool) -> dict[str, Any] | None:
    inside = document
    for name in names:
        value: object = inside.setdefault(name, {}) if create else inside.get(name)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise failure(400, f"{name} of the path is no object")
        inside = cast("dict[str, Any]", value)
    return inside


def _upsert(inside: dict[str, Any], last: str, fields: dict[str, Any]) -> None:
    if "value" not in fields:
        raise failure(400, "value is required")
    value: object = fields["value"]
    key = fields.get("key")
    if key is None and "predicate" not in fields:
        inside[last] = value
        return
    items: object = inside.setdefault(last, [])
    if not isinstance(items, list):
        raise failure(400, f"{last} is no list")
    entries = cast("list[object]", items)
    wanted = _predicate(fields) or {key: _field(value, key)}
    for position, entry in enumerate(entries):
        if _fits(entry, wanted):
            entries[position] = value
            return
    entries.append(value)


def _remove(inside: dict[str, Any], last: str, fields: dict[str, Any]) -> None:
    items: object = inside.get(last)
    wanted = _predicate(fields)
    if wanted and isinstance(items, list):
        inside[last] = [each for each in cast("list[object]", items) if not _fits(each, wanted)]
    else:
        inside.pop(last, None)


def _predicate(fields: dict[str, Any]) -> dict[object, object]:
    predicate: object = fields.get("predicate") or {}
    if not isinstance(predicate, dict):
        raise failure(400, "predicate must be an object")
    return cast("dict[object, object]", predicate)


def _field(value: object, key: object) -> object:
    return cast("dict[object, object]", value).get(key) if isinstance(value, dict) else value


def _fits(entry: object, wanted: dict[object, object]) -> bool:
    if not isinstance(entry, dict):
        return False
    fields = cast("dict[object, object]", entry)
    return all(key in fields and fields[key] == value for key, value in wanted.items())

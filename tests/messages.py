"""The AsyncAPI document, and which of its messages an event of a stream is."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.yaml_io import read_yaml
from tests.documented import ROOT

__all__ = ["asyncapi", "message_of", "problems"]

ASYNCAPI = ROOT / "openapi" / "asyncapi.yaml"


@cache
def asyncapi() -> dict[str, Any]:
    """Read the document. Tests must not change it."""
    document: dict[str, Any] = read_yaml(ASYNCAPI)
    return document


def message_of(name: str) -> str:
    """Return the system event of that name; `Event` for any other one."""
    found = [
        key
        for key in asyncapi()["components"]["messages"]
        if key != "Event" and _validators(key)["headers"].is_valid({"event": name})
    ]
    assert len(found) <= 1, f"{name} is {found}"
    return found[0] if found else "Event"


def problems(name: str, payload: dict[str, Any]) -> list[str]:
    """List how an event differs from its message; its data too, if that has JSON in it."""
    validators = _validators(message_of(name))
    found = [*validators["headers"].iter_errors({"event": name})]
    found += validators["payload"].iter_errors(payload)
    if "content" in validators:
        found += validators["content"].iter_errors(json.loads(payload["data"]))
    return [f"{name}: {error.json_path}: {error.message}" for error in found]


@cache
def _validators(name: str) -> dict[str, Any]:
    message = asyncapi()["components"]["messages"][name]
    schemas = {key: message[key] for key in ("headers", "payload")}
    for part in message["payload"].get("allOf", ()):
        data = part.get("properties", {}).get("data", {})
        if "contentSchema" in data:
            schemas["content"] = data["contentSchema"]
    return {key: _validator(schema) for key, schema in schemas.items()}


def _validator(schema: dict[str, Any]) -> Any:
    # Draft 7, as AsyncAPI has it: beside a $ref it overlooks everything.
    whole = {"allOf": [schema], "components": asyncapi()["components"]}
    return Draft7Validator(whole, format_checker=Draft7Validator.FORMAT_CHECKER)

"""The event streams as an AsyncAPI document, made of the OpenAPI document.

A channel is an operation with `x-stream`, a message a schema with `x-events`. Of a server-sent
event, the line `event:` is a header of the message here, the JSON of the line `data:` its payload.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

from .lint import operations
from .yaml_io import write_yaml

__all__ = ["asyncapi"]

_HEADER = "# Generated from the files beside it by `make generate`. Do not edit.\n"
_EXAMPLE = "temperature"


def asyncapi(document: dict[str, Any]) -> dict[str, str]:
    """Return the file: path → text; none for a document without event streams."""
    streams = {
        raw["operationId"]: (path, raw)
        for _, path, raw in operations(document)
        if "x-stream" in raw
    }
    if not streams:
        return {}
    info, components = document["info"], document["components"]
    cloud, schemes = document["servers"][0], list(document["security"][0])
    messages = _messages(components["schemas"])
    schemas = _reachable(messages, components["schemas"])
    server = urlsplit(cloud["url"])
    result = {
        "asyncapi": "3.0.0",
        "info": {
            **{key: info[key] for key in ("version", "license", "contact") if key in info},
            "title": f"{info['title']}: event streams",
            "description": schemas["EventStreamText"]["description"],
            "tags": [tag for tag in document["tags"] if tag["name"] == "events"],
        },
        "defaultContentType": "application/json",
        "servers": {
            "cloud": {
                "host": server.netloc,
                "protocol": server.scheme,
                "description": cloud["description"],
                "security": [{"$ref": f"#/components/securitySchemes/{name}"} for name in schemes],
            }
        },
        "channels": {
            name: _channel(path, raw, components["parameters"], list(messages))
            for name, (path, raw) in streams.items()
        },
        "operations": {name: _operation(name, raw) for name, (_, raw) in streams.items()},
        "components": {
            "messages": messages,
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {name: components["securitySchemes"][name] for name in schemes},
        },
    }
    return {"openapi/asyncapi.yaml": _HEADER + write_yaml(result)}


def _channel(
    path: str, raw: dict[str, Any], shared: dict[str, Any], messages: list[str]
) -> dict[str, Any]:
    written = raw.get("parameters", ())
    parameters = [shared[_name(each)] if "$ref" in each else each for each in written]
    return {
        "address": path,
        "title": raw["summary"],
        "parameters": {
            each["name"]: {"description": each["description"], "examples": [str(each["example"])]}
            for each in parameters
        },
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
    }


def _operation(channel: str, raw: dict[str, Any]) -> dict[str, Any]:
    needed = ", ".join(f"`{name}`" for each in raw["security"] for name in each["accessToken"])
    return {
        "action": "send",
        "channel": {"$ref": f"#/channels/{channel}"},
        "summary": raw["summary"],
        "description": raw["description"] + (f"\nAPI users need {needed}.\n" if needed else ""),
        "bindings": {"http": {"method": "GET", "bindingVersion": "0.3.0"}},
    }


def _messages(schemas: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return any event, and each system event."""
    example = schemas["Event"]["examples"][0]
    anything = {
        "title": "Any event",
        "summary": "What devices and programs publish. System events have messages of their own.",
        "headers": _headers({}),
        "payload": {"$ref": "#/components/schemas/Event"},
        "examples": [{"headers": {"event": _EXAMPLE}, "payload": example}],
    }
    return {"Event": anything} | {
        name.removesuffix("Event"): _message(name, schema, example)
        for name, schema in schemas.items()
        if "x-events" in schema
    }


def _message(name: str, schema: dict[str, Any], example: dict[str, Any]) -> dict[str, Any]:
    events = list(schema["x-events"])
    is_json = schema["type"] == "object"
    data: dict[str, Any] = {"$ref": f"#/components/schemas/{name}"}
    if is_json:
        content = schema.get("x-payload", data)
        data = {
            "type": "string",
            "description": f"JSON, as text: see the schema `{_name(content)}`.",
            "contentMediaType": "application/json",
            "contentSchema": content,
        }
    said = [
        f"- `{field}`: {' '.join(raw['description'].split())}"
        for field, raw in schema.get("x-fields", {}).items()
        if raw["type"] != "object"  # which is all of the JSON
    ]
    about = "\n".join(["What name and data say:", "", *said]) if said else ""
    return {
        "title": ", ".join(events),
        "summary": schema["description"].strip(),
        **({"description": about} if said else {}),
        "headers": _headers(_names(events)),
        "payload": {
            "allOf": [
                {"$ref": "#/components/schemas/Event"},
                {"type": "object", "properties": {"data": data}},
            ]
        },
        "examples": [
            {
                # The first example goes with the first name; the last name has what is left.
                "headers": {"event": event.format(hook_event=_EXAMPLE, part=0)},
                "payload": {
                    **example,
                    "data": json.dumps(value, separators=(",", ":")) if is_json else value,
                    "coreid": schema.get("x-sender", example["coreid"]),
                },
            }
            for number, value in enumerate(schema["examples"])
            for event in [events[min(number, len(events) - 1)]]
        ],
    }


def _headers(event: dict[str, Any]) -> dict[str, Any]:
    name = {"type": "string", "description": "Name of the event: the line `event:`.", **event}
    return {"type": "object", "required": ["event"], "properties": {"event": name}}


def _names(events: list[str]) -> dict[str, Any]:
    """Return what the name of an event is. A template ends in parts that may be anything."""
    start, template, _ = events[0].partition("{")
    return {"pattern": f"^{start}.+"} if template else {"enum": events}


def _name(reference: dict[str, str]) -> str:
    return reference["$ref"].rsplit("/", 1)[1]


def _reachable(messages: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas that messages refer to, and those that they do."""
    found = {"EventStreamText": schemas["EventStreamText"]}
    waiting: list[Any] = [messages]
    while waiting:
        for name in re.findall(r'"#/components/schemas/(\w+)"', json.dumps(waiting.pop())):
            if name not in found:
                found[name] = _plain(schemas[name])
                waiting.append(found[name])
    return found


def _plain(node: Any) -> Any:
    """Return a schema without what is for the generator of the client."""
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {key: _plain(value) for key, value in node.items() if not key.startswith("x-")}

"""The AsyncAPI document is valid, and says of the event streams what the OpenAPI document says."""

from __future__ import annotations

import gzip
import json
import re
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.asyncapi import asyncapi as made
from particle_client.events.event import Event
from tests.documented import DATA, bundled, operations, resolve
from tests.messages import asyncapi, message_of, problems

STREAMS = {each.id: each for each in operations() if "x-stream" in each.raw}
SYSTEM_EVENTS = {
    name: schema
    for name, schema in bundled()["components"]["schemas"].items()
    if "x-events" in schema
}
EXAMPLES = [
    (name, example["headers"]["event"], example["payload"])
    for name, message in asyncapi()["components"]["messages"].items()
    for example in message["examples"]
]


def test_it_is_valid_asyncapi() -> None:
    # As the AsyncAPI Initiative publishes it: see tests/data/NOTICE.md.
    official = json.loads(gzip.decompress((DATA / "asyncapi-3.0.0.json.gz").read_bytes()))
    validator = Draft7Validator(official)
    assert [error.message for error in validator.iter_errors(asyncapi())] == []
    assert not validator.is_valid({**asyncapi(), "servers": {"cloud": {}}})
    assert not validator.is_valid({**asyncapi(), "operations": {"x": {"action": "emit"}}})


def test_references_lead_somewhere() -> None:
    found = re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(asyncapi()))
    for reference in found:
        node: Any = asyncapi()
        for part in reference.split("/"):
            node = node[part]
        assert node
    assert '"x-' not in json.dumps(asyncapi())


def test_each_stream_is_a_channel_and_an_operation() -> None:
    assert STREAMS.keys() == asyncapi()["channels"].keys() == asyncapi()["operations"].keys()
    for name, stream in STREAMS.items():
        channel, operation = asyncapi()["channels"][name], asyncapi()["operations"][name]
        assert channel["address"] == stream.path
        assert channel["parameters"].keys() == set(re.findall(r"{(\w+)}", stream.path))
        assert channel["messages"].keys() == asyncapi()["components"]["messages"].keys()
        assert operation["channel"] == {"$ref": f"#/channels/{name}"}
        permissions = [each for entry in stream.raw["security"] for each in entry["accessToken"]]
        assert all(f"`{each}`" in operation["description"] for each in permissions)
    [server] = asyncapi()["servers"].values()
    assert f"{server['protocol']}://{server['host']}" == bundled()["servers"][0]["url"]


@pytest.mark.parametrize(("message", "name", "payload"), EXAMPLES)
def test_the_client_reads_the_examples(message: str, name: str, payload: dict[str, Any]) -> None:
    assert message_of(name) == message
    assert problems(name, payload) == []
    system = Event(name, json.dumps(payload)).system
    assert (type(system).__name__ if system else "Event") == message


def test_every_system_event_has_a_message_and_every_name_an_example() -> None:
    messages = asyncapi()["components"]["messages"]
    assert messages.keys() == {"Event"} | {name.removesuffix("Event") for name in SYSTEM_EVENTS}
    shown = {name for _, name, _ in EXAMPLES}
    for name, schema in SYSTEM_EVENTS.items():
        for event in schema["x-events"]:
            assert event.format(hook_event="temperature", part=0) in shown
        # Of what an event says, all is told: by the schema of its JSON, or in words.
        about = messages[name.removesuffix("Event")].get("description", "")
        for field, raw in schema.get("x-fields", {}).items():
            assert raw["type"] == "object" or f"`{field}`" in about


def test_schemas_are_those_of_the_openapi_document() -> None:
    schemas = asyncapi()["components"]["schemas"]
    for name, schema in schemas.items():
        Draft7Validator.check_schema(schema)
        original = resolve(bundled(), {"$ref": f"#/components/schemas/{name}"})
        assert schema.get("required") == original.get("required")
        assert schema.get("properties", {}).keys() == original.get("properties", {}).keys()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("spark/status", 1),
        ("spark/status/safe-mode", '{"p": "thirteen"}'),
        ("spark/device/diagnostics/update", '{"device": 5}'),
        ("loc", '{"time": 5}'),
        ("hook-response/temperature/0", None),
    ],
)
def test_wrong_events_are_found(name: str, data: object) -> None:
    payload = {**EXAMPLES[0][2], "data": data}
    assert message_of(name) != "Event"
    assert problems(name, payload)


def test_a_document_without_streams_has_no_asyncapi() -> None:
    document = deepcopy(bundled())
    for stream in STREAMS.values():
        del document["paths"][stream.path]
    assert made(document) == {}

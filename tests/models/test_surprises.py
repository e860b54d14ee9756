"""Whatever the cloud answers: nothing is lost, nothing fails, and every field can be read.

Each documented answer is changed at random, though the same way each time: fields missing, null or
of another type, unknown fields, other lengths of lists, confirmations and errors in their place.
"""

from __future__ import annotations

import copy
import json
import pickle
from random import Random
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from particle_client import CompileError, Particle, RequestFailedError, ResponseDecodeError
from particle_client.calls.page import Page
from particle_client.schema.model import Model
from tests.documented import operations
from tests.every import every
from tests.operations import OPERATIONS
from tests.recorder import Recorder, response
from tests.test_operations import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.documented import Documented

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

VALUES: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, "", "text", "😀", "2020-05-28T14:46:07.586Z",
    "2020-13-45", [], {}, [[]], [{}], [None], ["a", 1, {"id": 1}], {"a": {"b": [1]}}, {"id": None},
]  # fmt: skip
NAMES = [
    "newField",
    "x-y",
    "class",
    "to_dict",
    "_json",
    "items",
    "self",
    "meta",
    "ok",
    "id",
    "name",
]
INSTEAD: list[Any] = [
    {},
    {"ok": True},
    {"ok": True, "message": "Done."},
    {"error": "invalid", "error_description": "Something is wrong."},
    {"errors": [{"message": "Something is wrong."}]},
]
EXAMPLES = [
    each
    for each in operations()
    # tests/test_operations.py tells which operation has no call.
    if each.where in OPERATIONS and any(sent is not None for _, _, sent in answers(each))
]


def changed(value: Any, random: Random, *, whole: bool = True) -> Any:
    if not whole and random.random() < 0.12:
        return random.choice(VALUES)
    if isinstance(value, dict):
        kept = {name: item for name, item in value.items() if random.random() > 0.12}
        result = {name: changed(item, random, whole=False) for name, item in kept.items()}
        if random.random() < 0.3:
            result[random.choice(NAMES)] = random.choice(VALUES)
        return result
    if isinstance(value, list):
        items = [changed(item, random, whole=False) for item in value]
        return random.choice([items, items, items * 2, [], [*items, random.choice(VALUES)]])
    return value


def read(value: Any) -> None:
    """Read all that a typed response has."""
    if isinstance(value, Page):
        assert value.has_next in (True, False)
        assert isinstance(value.total, int | None)
        read(value.body)
        read(value.items)
        read(list(value))
    elif isinstance(value, Model):
        for field in attrs.fields(type(value)):
            read(getattr(value, field.name))
        json_object = value.to_dict()
        for name in json_object:
            assert value[name] == json_object[name]
            assert name in value
            if not name.startswith("_"):
                read(getattr(value, name))
        assert json_object.items() >= value.additional_properties.items()
        assert type(value).__name__ in repr(value)
        assert copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            read(item)


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


@every("operation", EXAMPLES, name=lambda operation: operation.id)
def test_an_answer_with_surprises(operation: Documented, server: Recorder) -> None:
    random = Random(operation.id)
    documented = [
        (status, sent)
        for status, kind, sent in answers(operation)
        if kind is not None and kind.endswith("json")
    ]
    with Particle(access_token="TOKEN", base_url=server.base_url) as client:
        for status, sent in documented:
            bodies = [changed(sent, random) for _ in range(4)]
            if isinstance(sent, dict):
                bodies += INSTEAD
            for body in bodies:
                _read_answer(operation, client, server, status, body)


def _read_answer(
    operation: Documented, client: Particle, server: Recorder, status: int, body: Any
) -> None:
    prepared = response(status, content=json.dumps(body).encode())
    server.respond = lambda request: prepared
    failed: RequestFailedError | None = None
    try:
        given = OPERATIONS[operation.where](client)
    except ResponseDecodeError:
        # Nothing can be done with a login without a token.
        assert operation.id == "createAccessToken"
        assert not isinstance(body.get("access_token"), str) or not body["access_token"]
        return
    except CompileError:
        assert operation.id == "compileFirmware"
        return
    except RequestFailedError as error:
        failed = error
    if failed is not None:
        assert body.get("ok") is False or (isinstance(body["error"], str) and not body.get("ok"))
        assert failed.body == body
        return
    if given is None:  # a method that gives nothing
        assert None in [each.get("response", "") for each in operation.raw["x-methods"]]
        return
    # What isn't an object stays as it came among those that are.
    parts = given if isinstance(given, list) else [given]
    kept = [part.to_dict() if hasattr(part, "to_dict") else part for part in parts]
    assert kept == (body if isinstance(given, list) else [body])
    read(given)

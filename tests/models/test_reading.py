"""Answers that differ from the document: lenient reading takes all, strict mode reports all."""

# No `from __future__ import annotations` here: a model needs types, not their names.

from datetime import UTC, date, datetime
from enum import IntEnum, StrEnum
from typing import Any, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client.base.unset import UNSET
from particle_client.schema.conversion import converter_for
from particle_client.schema.differences import differences
from particle_client.schema.fields import json_field, model
from particle_client.schema.model import Model, json_names


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@model
class Part(Model):
    id: int
    label: str | None = UNSET


@model
class Webhook(Model):
    kind: Literal["Webhook"]
    url: str


@model
class Maps(Model):
    kind: Literal["Maps"]
    url: str
    zoom: int | None = UNSET


@model
class Thing(Model):
    """A field of each type that the document has."""

    text: str
    number: int
    ratio: float | None = UNSET
    flag: bool | None = UNSET
    at: datetime | None = json_field(default=UNSET, nullable=True)
    on: date | None = UNSET
    colour: Colour | str | None = UNSET
    level: Level | int | None = UNSET
    either: int | str | None = UNSET
    kind: Literal["thing"] | None = UNSET
    part: Part | None = UNSET
    parts: list[Part] | None = UNSET
    colours: list[Colour | str] | None = UNSET
    times: list[datetime] | None = UNSET
    texts: list[str] | None = UNSET
    lists: list[list[Part]] | None = UNSET
    by_name: dict[str, Part] | None = UNSET
    counts: dict[str, int] | None = UNSET
    free: dict[str, Any] | None = UNSET
    anything: Any = UNSET
    hook: Webhook | Maps | None = UNSET
    hooks: list[Webhook | Maps] | None = UNSET
    password: str | None = json_field(default=UNSET, secret=True)
    camel: int | None = json_field(default=UNSET, name="camelCase")


RIGHT: dict[str, Any] = {"text": "a", "number": 1}
WHEN = datetime(2024, 5, 17, 9, 30, tzinfo=UTC)

# Field, what came, what it reads as, what strict mode says (None: nothing).
TABLE: list[tuple[str, Any, Any, str | None]] = [
    ("text", "x", "x", None),
    ("text", 7, 7, "response.text: 7 is not a JSON string"),
    ("text", None, None, "response.text: null, but the API description doesn't allow that"),
    ("text", ["x"], ["x"], "response.text: list is not a JSON string"),
    ("number", 7, 7, None),
    ("number", "7", "7", "response.number: '7' is not a JSON integer"),
    ("number", 7.5, 7.5, "response.number: 7.5 is not a JSON integer"),
    ("number", True, True, "response.number: True is not a JSON integer"),
    ("ratio", 0.5, 0.5, None),
    ("ratio", 1, 1, None),
    ("ratio", False, False, "response.ratio: False is not a JSON number"),
    ("flag", False, False, None),
    ("flag", 0, 0, "response.flag: 0 is not a JSON boolean"),
    ("flag", "yes", "yes", "response.flag: 'yes' is not a JSON boolean"),
    ("flag", None, None, "response.flag: null, but the API description doesn't allow that"),
    ("at", "2024-05-17T09:30:00Z", WHEN, None),
    ("at", None, None, None),
    ("at", "soon", None, "response.at: 'soon' is not a timestamp"),
    ("at", "", None, "response.at: '' is not a timestamp"),
    ("at", 1715938200, None, "response.at: 1715938200 is not a timestamp"),
    ("at", {"a": 1}, None, "response.at: dict is not a timestamp"),
    ("on", "2024-05-17", date(2024, 5, 17), None),
    ("on", "17 May", None, "response.on: '17 May' is not a date"),
    ("on", 20240517, None, "response.on: 20240517 is not a date"),
    ("colour", "red", Colour.RED, None),
    ("colour", "blue", "blue", "response.colour: 'blue' is not one of ['red', 'green']"),
    ("colour", 7, 7, "response.colour: 7 is not one of ['red', 'green']"),
    ("colour", ["red"], ["red"], "response.colour: list is not one of ['red', 'green']"),
    ("level", 2, Level.HIGH, None),
    ("either", 7, 7, None),
    ("either", "seven", "seven", None),
    ("either", 7.5, 7.5, "response.either: 7.5 is not a JSON integer"),
    ("kind", "thing", "thing", None),
    ("kind", "other", "other", "response.kind: 'other' is not typing.Literal['thing']"),
    ("part", {"id": 1}, Part(id=1), None),
    (
        "part",
        {"id": "1"},
        Part.from_dict({"id": "1"}),
        "response.part.id: '1' is not a JSON integer",
    ),
    (
        "part",
        {},
        Part.from_dict({}),
        "response.part.id: missing, but the API description requires it",
    ),
    (
        "part",
        {"id": 1, "x": 1},
        Part.from_dict({"id": 1, "x": 1}),
        "response.part.x: not in the API description",
    ),
    ("part", "text", "text", "response.part: str is not an object (Part)"),
    ("part", [], [], "response.part: list is not an object (Part)"),
    ("parts", [{"id": 1}], [Part(id=1)], None),
    ("parts", [], [], None),
    ("parts", [7, None], [7, None], "response.parts[0]: int is not an object (Part)"),
    ("parts", {"id": 1}, {"id": 1}, "response.parts: dict is not an array"),
    (
        "colours",
        ["red", "blue", None],
        [Colour.RED, "blue", None],
        "response.colours[1]: 'blue' is not one",
    ),
    (
        "times",
        ["2024-05-17T09:30:00Z", "x"],
        [WHEN, None],
        "response.times[1]: 'x' is not a timestamp",
    ),
    ("texts", ["a", 7], ["a", 7], "response.texts[1]: 7 is not a JSON string"),
    ("lists", [[{"id": 1}], 7], [[Part(id=1)], 7], "response.lists[1]: int is not an array"),
    ("by_name", {"a": {"id": 1}}, {"a": Part(id=1)}, None),
    (
        "by_name",
        {"a": 7, "b": None},
        {"a": 7, "b": None},
        "response.by_name.a: int is not an object",
    ),
    ("by_name", [1], [1], "response.by_name: list is not an object"),
    ("counts", {"a": "1"}, {"a": "1"}, "response.counts.a: '1' is not a JSON integer"),
    ("free", {"a": [None, {"b": 1}]}, {"a": [None, {"b": 1}]}, None),
    ("free", [1], [1], "response.free: list is not an object"),
    ("anything", {"a": [1]}, {"a": [1]}, None),
    ("anything", None, None, None),
    ("hook", {"kind": "Maps", "url": "x"}, Maps(kind="Maps", url="x"), None),
    ("hook", {"kind": "Webhook", "url": "x"}, Webhook(kind="Webhook", url="x"), None),
    (
        "hook",
        {"kind": "New", "url": "x", "zoom": 1},
        Maps.from_dict({"kind": "New", "url": "x", "zoom": 1}),
        "response.hook.kind: 'New' is not typing.Literal['Maps']",
    ),
    ("hook", 7, 7, "response.hook: int is not an object"),
    (
        "hooks",
        [{"kind": "Maps", "url": "x"}, 7],
        [Maps(kind="Maps", url="x"), 7],
        "response.hooks[1]",
    ),
    ("password", "s3cr3t", "s3cr3t", None),
    (
        "password",
        7,
        7,
        "response.password: not as the API description says (the",
    ),
    ("camelCase", 7, 7, None),
    ("camelCase", "7", "7", "response.camelCase: '7' is not a JSON integer"),
    ("unknown", 7, None, "response.unknown: not in the API description"),
]


@pytest.mark.parametrize(
    ("field", "came", "reads", "reported"), TABLE, ids=[f"{row[0]}={row[1]!r}" for row in TABLE]
)
def test_what_came_is_read_and_reported(
    field: str, came: Any, reads: Any, reported: str | None
) -> None:
    json = {**RIGHT, field: came}
    thing = Thing.from_dict(json)
    assert thing.to_dict() == json
    name = "camel" if field == "camelCase" else field
    if field == "unknown":
        assert thing.additional_properties == {"unknown": came}
    else:
        value = getattr(thing, name)
        assert value == reads
        assert type(value) is type(reads)
    found = differences(Thing, json)
    if reported is None:
        assert found == []
    else:
        assert len(found) >= 1
        assert found[0].startswith(reported)
        assert "s3cr3t" not in "".join(found)


def test_strict_mode_reports_everything_at_once() -> None:
    found = differences(Thing, {"number": "7", "parts": [{}, {"id": None}], "x": 1, "y": 2})
    assert found == [
        "response.text: missing, but the API description requires it",
        "response.number: '7' is not a JSON integer",
        "response.parts[0].id: missing, but the API description requires it",
        "response.parts[1].id: null, but the API description doesn't allow that",
        "response.x: not in the API description",
        "response.y: not in the API description",
    ]


def test_strict_mode_reads_other_answers_than_objects_too() -> None:
    assert differences(list[Part], [{"id": 1}]) == []
    assert differences(list[Part], {"id": 1}) == ["response: dict is not an array"]
    assert differences(Any, object()) == []
    assert differences(type(None), None) == []
    assert differences(type(None), 7) == ["response: 7 is not null"]


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["red", "thing", "Maps", "2024-05-17", "2024-05-17T09:30:00Z"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "kind", "url", "a"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(json_names(Thing))), json_values))
def test_nothing_that_comes_makes_reading_fail(json: dict[str, Any]) -> None:
    thing = Thing.from_dict(json)
    for field in attrs.fields(Thing):
        came = json.get(field.metadata["json_name"])
        if field.name not in ("at", "on"):  # times that nobody can read are None
            assert (getattr(thing, field.name) is None) == (came is None)
        elif getattr(thing, field.name) is None:
            assert came is None or f"{field.name}={came!r}" in repr(thing)
    assert repr(thing).startswith("Thing(")
    found = differences(Thing, json)
    assert all(line.startswith("response") for line in found)


@pytest.mark.parametrize(
    ("hint", "converts"),
    [
        (str, False),
        (int, False),
        (int | str | None, False),
        (bool, False),
        (datetime, True),
        (list[int], True),
    ],
)
def test_only_what_needs_it_is_converted(hint: Any, converts: bool) -> None:
    assert (converter_for(hint) is not None) == converts

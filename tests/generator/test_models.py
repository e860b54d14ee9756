"""Schemas in YAML → generated models → typed views over JSON."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import IntEnum, StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import GeneratorError

from .project import SCHEMAS_YAML, Project

if TYPE_CHECKING:
    from types import ModuleType

ERROR = "Error: {type: object, description: An error.}\n"


def models(project: Project, schemas: str) -> ModuleType:
    """Generate and import the models of schemas; `Gadget` is the response of an operation."""
    project.write("schemas/gadgets.yaml", "")
    project.add("schemas/gadgets.yaml", ERROR)
    project.add("schemas/gadgets.yaml", schemas)
    module: Any = project.make_client()
    found: ModuleType = module.models.gadgets
    return found


def refused(project: Project, schemas: str) -> str:
    with pytest.raises(GeneratorError) as caught:
        models(project, schemas)
    return str(caught.value)


def test_fields(project: Project) -> None:
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          required: [id, builtAt]
          properties:
            id: {type: string, description: ID.}
            builtAt: {type: string, format: date-time, description: When it was built.}
            day: {type: string, format: date, description: The day.}
            productID: {type: [integer, "null"], description: The product.}
            class: {type: string, x-name: category, description: The class.}
            counts: {type: object, additionalProperties: {type: integer}, description: Counts.}
            key: {type: string, format: password, description: The key.}
            url: {type: string, x-sensitive: true, description: The URL.}
            old: {type: boolean, deprecated: true, description: Whether it is old.}
        """,
    )
    json = {
        "id": "g",
        "builtAt": "2015-07-17T22:28:40.907Z",
        "day": "2015-07-17",
        "productID": None,
        "class": "c",
        "counts": {"a": 1},
        "key": "hidden",
        "url": "https://user:hidden@example.com",
        "more": [1],
    }
    gadget = made.Gadget.from_dict(json)
    assert gadget.id == "g"
    assert gadget.built_at == datetime(2015, 7, 17, 22, 28, 40, 907000, tzinfo=UTC)
    assert gadget.day == date(2015, 7, 17)
    assert gadget.product_id is None
    assert gadget.category == "c"
    assert gadget.counts == {"a": 1}
    assert gadget.key == "hidden"
    assert gadget.old is None
    assert gadget.additional_properties == {"more": [1]}
    assert gadget.to_dict() == json
    assert "hidden" not in repr(gadget)
    assert made.Gadget.__doc__ == "A thing."
    source = (project.root / made.__name__.replace(".", "/")).with_suffix(".py").read_text()
    assert '    old: bool | None = UNSET\n    """Deprecated. Whether it is old."""' in source
    assert made.__all__ == ["Gadget"]


def test_enums(project: Project) -> None:
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            colour: {$ref: "#/Colour", description: The colour.}
            colours: {type: array, items: {$ref: "#/Colour"}, description: Colours.}
            size: {oneOf: [{$ref: "#/Size"}, {type: "null"}], description: The size.}
        Colour: {type: string, description: A colour., enum: [darkRed, light-green, ""]}
        Size: {type: integer, description: A size., enum: [1, 20]}
        """,
    )
    assert issubclass(made.Colour, StrEnum)
    assert issubclass(made.Size, IntEnum)
    assert {each.name: each.value for each in made.Colour} == {
        "DARK_RED": "darkRed",
        "LIGHT_GREEN": "light-green",
        "EMPTY": "",
    }
    assert sorted(made.Size) == [1, 20]
    assert made.Colour.__doc__ == "A colour."
    gadget = made.Gadget.from_dict({"colour": "darkRed", "colours": ["", "blue"], "size": 20})
    assert gadget.colour is made.Colour.DARK_RED
    assert gadget.colours == [made.Colour.EMPTY, "blue"]
    assert gadget.size is made.Size(20)
    assert made.Gadget.from_dict({"colour": "blue", "size": 3}).colour == "blue"


def test_models_inside_of_models(project: Project) -> None:
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            part: {oneOf: [{$ref: "#/Part"}, {type: "null"}], description: A part.}
            parts: {type: array, items: {$ref: "#/Part"}, description: Parts.}
            byName: {type: object, additionalProperties: {$ref: "#/Part"}, description: By name.}
            either: {anyOf: [{$ref: "#/Part"}, {$ref: "#/Screw"}], description: One of them.}
        Part:
          type: object
          description: A part.
          required: [id]
          properties:
            id: {type: string, description: ID.}
        Screw:
          type: object
          description: A screw.
          required: [length]
          properties:
            length: {type: number, description: Length in millimetres.}
        """,
    )
    part = {"id": "p"}
    gadget = made.Gadget.from_dict(
        {"part": part, "parts": [part, part], "byName": {"x": part}, "either": {"length": 1.5}}
    )
    assert isinstance(gadget.part, made.Part)
    assert [each.id for each in gadget.parts] == ["p", "p"]
    assert gadget.by_name["x"].id == "p"
    assert isinstance(gadget.either, made.Screw)
    assert gadget.either.length == 1.5


def test_files_of_schemas_are_modules(project: Project) -> None:
    project.write(
        "schemas/parts.yaml",
        """
        Part:
          type: object
          description: A part.
          properties:
            id: {type: string, description: ID.}
        """,
    )
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            part: {$ref: "parts.yaml#/Part", description: A part.}
        """,
    )
    assert made.Gadget.from_dict({"part": {"id": "p"}}).part.id == "p"
    assert made.Part.__module__.endswith(".models.parts")
    assert made.__all__ == ["Gadget"]


def test_only_what_answers_and_arguments_need_is_a_class(project: Project) -> None:
    """The top of a request body is no class: its fields are the method's arguments."""
    made = models(project, SCHEMAS_YAML.replace(SCHEMAS_YAML[: SCHEMAS_YAML.index("Gadget:")], ""))
    assert made.__all__ == ["Gadget"]


@pytest.mark.parametrize("name", ["to_dict", "datetime", "_id", "class", "deviceId", "a-b"])
def test_a_field_that_cannot_be_called_so_is_refused(project: Project, name: str) -> None:
    said = refused(
        project,
        f"""
        Gadget:
          type: object
          description: A thing.
          properties:
            it: {{type: string, x-name: {name}, description: It.}}
        """,
    )
    assert said == f"Gadget.it: a field can't be called {name!r}: add an x-name"


def test_fields_that_differ_in_case_alone_need_names(project: Project) -> None:
    said = refused(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            deviceId: {type: string, description: It.}
            deviceID: {type: string, description: The same.}
        """,
    )
    assert said == "Gadget.deviceId: a field can't be called 'deviceId': add an x-name"


def test_two_fields_of_one_name_are_refused(project: Project) -> None:
    said = refused(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            device_id: {type: string, description: It.}
            deviceID: {type: string, x-name: device_id, description: The same.}
            device: {type: string, x-name: device_id, description: The same.}
        """,
    )
    assert said == "Gadget: two fields are called device_id"


def test_schemas_in_a_circle_are_refused(project: Project) -> None:
    said = refused(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            part: {$ref: "#/Part", description: A part.}
        Part:
          type: object
          description: A part.
          properties:
            gadget: {$ref: "#/Gadget", description: Its gadget.}
        """,
    )
    assert said == "schemas refer to each other in a circle: Gadget → Part → Gadget"


def test_files_in_a_circle_are_refused(project: Project) -> None:
    project.write(
        "schemas/parts.yaml",
        """
        Part:
          type: object
          description: A part.
          properties:
            id: {$ref: "gadgets.yaml#/Id", description: ID.}
        """,
    )
    said = refused(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties:
            part: {$ref: "parts.yaml#/Part", description: A part.}
        Id:
          type: object
          description: An ID.
          properties:
            id: {type: string, description: ID.}
        """,
    )
    assert "schema files refer to each other in a circle (gadgets → parts → gadgets)" in said


def test_a_required_map_that_stands_after_the_object_that_names_it(project: Project) -> None:
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          required: [counts]
          properties:
            counts: {$ref: "#/Zahlen", description: Counts.}
            lists:
              type: array
              description: More counts.
              items: {$ref: "#/Zahlen"}
        Zahlen: {type: object, description: Counts., additionalProperties: {type: integer}}
        """,
    )
    gadget = made.Gadget.from_dict({"counts": {"a": 1}, "lists": [{"b": 2}]})
    assert gadget.counts == {"a": 1}
    assert gadget.lists == [{"b": 2}]
    assert not hasattr(made, "Zahlen")


def test_strictness_knows_which_objects_are_open(project: Project) -> None:
    made = models(
        project,
        """
        Gadget:
          type: object
          description: A thing.
          properties: {id: {type: string, description: ID.}}
          additionalProperties: true
        """,
    )
    strict: Any = import_module(made.__name__.replace("models.gadgets", "schema.differences"))
    assert strict.differences(made.Gadget, {"id": "g", "more": 1}) == []
    assert strict.differences(made.Gadget, {"id": 1, "more": 1}) != []

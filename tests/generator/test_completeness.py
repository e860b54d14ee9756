"""What the parser or a template drops is reported: nothing of the document gets lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from openapi_python_client.parser.properties.model_property import ModelProperty

from generator import __main__ as command
from generator.errors import GeneratorError
from generator.parse import parse
from generator.render import render

from .project import Project, one_operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.parse import Parsed

BODY = """
requestBody:
  required: true
  content:
    application/json:
      schema: {$ref: "../schemas/gadgets.yaml#/Doing"}
      examples: {one: {summary: One, value: {colour: red}}}
"""

SCHEMAS = """
Doing:
  type: object
  description: What to do.
  required: [colour]
  properties:
    colour: {$ref: "#/Colour", description: The colour.}
    hard: {type: boolean, description: How to do it.}
Colour:
  type: string
  description: A colour.
  enum: [red, green, blue]
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    project.add("paths/gadgets.yaml", one_operation(more=BODY))
    project.add("schemas/gadgets.yaml", SCHEMAS)
    return project


def problems(project: Project) -> tuple[str, ...]:
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    return caught.value.problems


@pytest.fixture
def spoil_parser(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Any], object]], None]:
    """Let something go wrong in the parser."""

    def use(spoil: Callable[[Any], object]) -> None:
        def spoiled(document: dict[str, Any]) -> Parsed:
            parsed = parse(document)
            spoil(parsed)
            return parsed

        monkeypatch.setattr(command, "parse", spoiled)

    return use


def test_the_project_is_complete(project: Project) -> None:
    assert "def do_it" in project.generate()["particle_client/api/gadgets.py"]


def test_a_dropped_enum_is_reported(project: Project, spoil_parser: Any) -> None:
    spoil_parser(lambda parsed: parsed.enums.pop("Colour"))
    assert "Colour: the parser dropped this enum" in problems(project)


def test_a_dropped_member_is_reported(project: Project, spoil_parser: Any) -> None:
    spoil_parser(lambda parsed: parsed.enums["Colour"].values.pop("GREEN"))
    assert problems(project) == ("Colour: the member 'green' is missing",)


def test_a_dropped_schema_is_reported(project: Project, spoil_parser: Any) -> None:
    spoil_parser(lambda parsed: parsed.models.pop("Gadget"))
    assert "Gadget: the parser dropped this schema" in problems(project)


def test_a_dropped_property_is_reported(project: Project, spoil_parser: Any) -> None:
    def spoil(parsed: Parsed) -> None:
        properties = parsed.models["Gadget"].optional_properties
        assert properties is not None
        properties[:] = [each for each in properties if each.name.get_untrusted_value() != "name"]

    spoil_parser(spoil)
    assert problems(project) == ("Gadget.name: the parser dropped this property",)


def test_a_dropped_property_of_a_request_is_reported(project: Project, spoil_parser: Any) -> None:
    def spoil(parsed: Parsed) -> None:
        body = parsed.endpoints["post", "/v1/gadgets"].bodies[0].prop
        assert isinstance(body, ModelProperty)
        body.optional_properties = []

    spoil_parser(spoil)
    assert problems(project) == ("doIt: Doing.hard: the parser dropped this property",)


def test_a_dropped_operation_is_reported(project: Project, spoil_parser: Any) -> None:
    spoil_parser(lambda parsed: parsed.endpoints.pop(("post", "/v1/gadgets")))
    assert problems(project) == ("doIt: the parser dropped this operation",)


def test_a_dropped_parameter_is_reported(project: Project, spoil_parser: Any) -> None:
    def spoil(parsed: Parsed) -> None:
        parsed.endpoints["get", "/v1/gadgets/{gadgetId}"].path_parameters.clear()

    spoil_parser(spoil)
    assert problems(project) == ("getGadget: the parser dropped the parameter gadgetId",)


def test_a_dropped_body_is_reported(project: Project, spoil_parser: Any) -> None:
    spoil_parser(lambda parsed: parsed.endpoints["post", "/v1/gadgets"].bodies.clear())
    assert problems(project) == ("doIt: the parser dropped the request body",)


def test_a_dropped_answer_is_reported(project: Project, spoil_parser: Any) -> None:
    def spoil(parsed: Parsed) -> None:
        endpoint = parsed.endpoints["get", "/v1/gadgets/{gadgetId}"]
        endpoint.responses.patterns.clear()

    spoil_parser(spoil)
    assert problems(project) == ("getGadget: the parser dropped the response 200",)


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "operations/gadgets.py",
            "\nDO_IT = ",
            "\nDONE_IT = ",
            "doIt: operations/gadgets.py has no DO_IT",
        ),
        ("api/gadgets.py", "def do_it(", "def done_it(", "doIt: there is no method do_it()"),
        (
            "models/gadgets.py",
            "    id: str\n",
            "",
            "Gadget: 2 properties in the document, 1 fields",
        ),
        ("models/gadgets.py", '    BLUE = "blue"\n', "", "Colour: the member 'blue' is missing"),
        (
            "api/gadgets.py",
            "Does it.",
            "<Argument object at 0x7f>",
            "api/gadgets.py: the template left an object's repr in the code",
        ),
    ],
)
def test_what_a_template_drops_is_reported(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    old: str,
    new: str,
    message: str,
) -> None:
    def spoiled(*args: Any) -> dict[str, str]:
        files = render(*args)
        assert old in files[path]
        return files | {path: files[path].replace(old, new)}

    monkeypatch.setattr(command, "render", spoiled)
    assert any(message in line for line in problems(project))

"""The lint: each rule refuses a document that breaks it, and names the place."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import GeneratorError
from generator.lint import conventions, lint, validate

from .project import Project, one_operation

if TYPE_CHECKING:
    from pathlib import Path

PATHS = """
/v1/gadgets:
  post:
    operationId: updateGadgets
    tags: [gadgets]
    x-methods:
      - {name: rename, body: Rename, response: Gadget}
      - {name: paint, body: Paint, response: Gadget}
    summary: Change gadgets
    description: Changes them.
    security: [{accessToken: []}]
    parameters:
      - {name: colour, in: query, description: A colour., schema: {type: string}}
    requestBody:
      required: true
      content:
        application/json:
          schema:
            oneOf:
              - {$ref: "../schemas/gadgets.yaml#/Rename"}
              - {$ref: "../schemas/gadgets.yaml#/Paint"}
          examples:
            reference: {summary: Another name, value: {name: n}}
    responses:
      "200":
        description: The gadget.
        content: {application/json: {schema: {$ref: "../schemas/gadgets.yaml#/Gadget"}}}
      "400": {$ref: "../responses.yaml#/BadRequest"}
"""

SCHEMAS = """
Rename:
  type: object
  description: Another name.
  properties:
    name: {type: string, description: The name.}
Paint:
  type: object
  description: Another colour.
  properties:
    colour: {$ref: "#/Colour", description: The colour.}
Colour:
  type: string
  description: A colour.
  enum: [red, green]
"""

GET = "paths./v1/gadgets/{gadgetId}.get"
POST = "paths./v1/gadgets.post"
BODY = f"{POST}.requestBody.content.application/json"
ANSWER = f"{GET}.responses.200.content.application/json"
SCHEMA = "components.schemas"

GONE = object()


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    project = Project(tmp_path_factory.mktemp("project"))
    project.add("paths/gadgets.yaml", PATHS)
    project.add("schemas/gadgets.yaml", SCHEMAS)
    return project.document()


def change(document: dict[str, Any], where: str, value: Any) -> dict[str, Any]:
    """Return a copy with another value at a place (keys and indices, with dots between them)."""
    changed = deepcopy(document)
    node: Any = changed
    *way, last = where.split(".")
    for key in way:
        node = node[int(key)] if isinstance(node, list) else node[key]
    if value is GONE:
        del node[last]
    else:
        node[int(last) if isinstance(node, list) else last] = value
    return changed


def test_a_good_document_passes(document: dict[str, Any]) -> None:
    assert lint(document) == []


OPENAPI: list[tuple[str, Any, str]] = [
    ("info", GONE, "OpenAPI: : 'info' is a required property"),
    (f"{GET}.responses.200.description", GONE, "responses/200"),
    (
        f"{GET}.parameters",
        GONE,
        "Path parameter 'gadgetId' for 'get' operation in '/v1/gadgets/{gadgetId}'",
    ),
    (
        f"{POST}.parameters.0",
        {"$ref": "#/components/parameters/GadgetId"},
        "Path parameter 'gadgetId' for 'post' operation in '/v1/gadgets' was not resolved",
    ),
]


@pytest.mark.parametrize(("where", "value", "message"), OPENAPI, ids=[each[2] for each in OPENAPI])
def test_what_is_not_openapi_is_refused(
    document: dict[str, Any], where: str, value: Any, message: str
) -> None:
    found = validate(change(document, where, value))
    assert any(message in line for line in found), found
    assert lint(change(document, where, value)) == found


RULES: list[tuple[str, Any, str]] = [
    # operations
    (f"{GET}.operationId", GONE, "GET /v1/gadgets/{gadgetId}: no operationId"),
    (f"{GET}.summary", GONE, "GET /v1/gadgets/{gadgetId}: no summary"),
    (f"{GET}.description", GONE, "GET /v1/gadgets/{gadgetId}: no description"),
    (f"{GET}.security", GONE, "GET /v1/gadgets/{gadgetId}: no security"),
    (f"{GET}.responses", GONE, "GET /v1/gadgets/{gadgetId}: no responses"),
    (f"{GET}.summary", "Get it.", "GET /v1/gadgets/{gadgetId}: the summary ends with a full stop"),
    (f"{GET}.operationId", "update_gadgets", "operationId update_gadgets: 2 operations"),
    (f"{GET}.tags", [], "GET /v1/gadgets/{gadgetId}: it needs exactly one of the document's tags"),
    (f"{GET}.tags", ["gizmos"], "GET /v1/gadgets/{gadgetId}: it needs exactly one"),
    (f"{GET}.tags", ["gadgets", "gadgets"], "GET /v1/gadgets/{gadgetId}: it needs exactly one"),
    (f"{GET}.x-method", GONE, "GET /v1/gadgets/{gadgetId}: it needs an x-method or x-methods"),
    (f"{GET}.responses.200", GONE, "GET /v1/gadgets/{gadgetId}: no success response"),
    (f"{GET}.responses.400", GONE, "GET /v1/gadgets/{gadgetId}: no error response"),
    (f"{BODY}.examples", GONE, "POST /v1/gadgets: a request body without examples"),
    # schemas of bodies
    (f"{BODY}.schema", GONE, "POST /v1/gadgets: request body: no schema"),
    (f"{ANSWER}.schema", GONE, "GET /v1/gadgets/{gadgetId}: response 200: no schema"),
    (
        f"{ANSWER}.schema",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        "GET /v1/gadgets/{gadgetId}: response 200: an object without a name",
    ),
    (
        f"{ANSWER}.schema",
        {"type": "array", "items": {"properties": {"a": {"type": "string"}}}},
        "GET /v1/gadgets/{gadgetId}: response 200: an object without a name",
    ),
    (
        f"{ANSWER}.schema",
        {"anyOf": [{"allOf": [{"$ref": "#/components/schemas/Gadget"}]}]},
        "GET /v1/gadgets/{gadgetId}: response 200: allOf",
    ),
    (
        f"{ANSWER}.schema",
        {"type": "object", "additionalProperties": {"properties": {"a": {}}}},
        "GET /v1/gadgets/{gadgetId}: response 200: an object without a name",
    ),
    # several methods of one operation
    (f"{POST}.x-methods.0.bodies", "Rename", "POST /v1/gadgets: x-methods: what is bodies?"),
    (f"{POST}.x-methods.0.name", GONE, "POST /v1/gadgets: x-methods: one has no name"),
    (
        f"{POST}.x-methods.0.body",
        "Gizmo",
        "POST /v1/gadgets: x-methods rename: there is no schema Gizmo",
    ),
    (
        f"{POST}.x-methods.1.response",
        "Gizmo",
        "POST /v1/gadgets: x-methods paint: there is no schema Gizmo",
    ),
    (
        f"{POST}.x-methods.0.content",
        "text/plain",
        "POST /v1/gadgets: x-methods rename: no such content type in the request body",
    ),
    (
        f"{POST}.x-methods.0.body",
        "Gadget",
        "POST /v1/gadgets: x-methods rename: the request body has no Gadget",
    ),
    (
        f"{POST}.x-methods.0.accept",
        "text/plain",
        "POST /v1/gadgets: x-methods rename: no response is text/plain",
    ),
    # parameters
    (
        "components.parameters.GadgetId.example",
        GONE,
        "GET /v1/gadgets/{gadgetId}: parameter gadgetId: no example",
    ),
    (
        f"{POST}.parameters.0.description",
        "",
        "POST /v1/gadgets: parameter colour: no description",
    ),
    (
        f"{POST}.parameters.0.in",
        "header",
        "POST /v1/gadgets: parameter colour: parameters in header are not supported",
    ),
    (
        f"{POST}.parameters.0",
        {
            "name": "colour",
            "in": "query",
            "description": "A colour.",
            "content": {"application/json": {"schema": {"type": "string"}}},
        },
        "POST /v1/gadgets: parameter colour: the parser drops parameters with `content`",
    ),
    (
        f"{POST}.parameters.0.name",
        "timeout",
        "POST /v1/gadgets: parameter timeout: every method has an option of that name",
    ),
    (
        f"{POST}.parameters.0.x-name",
        "headers",
        "POST /v1/gadgets: parameter colour: every method has an option of that name",
    ),
    # schemas
    (
        f"{SCHEMA}.a_name",
        {"type": "object", "description": "D."},
        "schema a_name: names are PascalCase",
    ),
    (f"{SCHEMA}.Gadget.description", GONE, "schema Gadget: no description"),
    (f"{SCHEMA}.Gadget.title", "Gizmo", "schema Gadget: a title renames its class"),
    (
        f"{SCHEMA}.Gadget.required",
        ["size"],
        "schema Gadget: requires size, which it doesn't have",
    ),
    (f"{SCHEMA}.Gadget.properties.id.description", GONE, "schema Gadget.id: no description"),
    (
        f"{SCHEMA}.Gadget.properties.id.enum",
        ["a", "b"],
        "schema Gadget.id: an enum without a name",
    ),
    (
        f"{SCHEMA}.Gadget.properties.id",
        {"type": "array", "description": "D."},
        "schema Gadget.id: an array without items",
    ),
    (
        f"{SCHEMA}.Gadget.properties.id",
        {"type": "object", "description": "D.", "properties": {"a": {}}},
        "schema Gadget.id: an object without a name",
    ),
    (
        f"{SCHEMA}.Gadget.allOf",
        [{"$ref": "#/components/schemas/Rename"}],
        "schema Gadget: allOf",
    ),
    (f"{SCHEMA}.Colour.enum", ["red", "Red"], "schema Colour: 2 values would be called RED"),
    (f"{SCHEMA}.Colour.enum", ["b/c", "b-c", "b c"], "schema Colour: 3 values would be called B_C"),
    (f"{SCHEMA}.Colour.type", ["string", "null"], "schema Colour: a nullable enum"),
    (f"{SCHEMA}.Colour.enum", ["red", None], "schema Colour: a nullable enum"),
]


@pytest.mark.parametrize(("where", "value", "message"), RULES, ids=[rule[2] for rule in RULES])
def test_a_broken_document_is_refused(
    document: dict[str, Any], where: str, value: Any, message: str
) -> None:
    found = conventions(change(document, where, value))
    assert any(message in line for line in found), found


def test_two_templates_of_one_path_are_refused(document: dict[str, Any]) -> None:
    item = deepcopy(document["paths"]["/v1/gadgets/{gadgetId}"])
    item["put"] = item.pop("get") | {"operationId": "putGadget"}
    item["put"]["parameters"] = [document["components"]["parameters"]["GadgetId"] | {"name": "id"}]
    assert lint(change(document, "paths./v1/gadgets/{id}", item)) == [
        "/v1/gadgets/{id}: the same path as /v1/gadgets/{gadgetId}; "
        "give the parameters the same names"
    ]


def test_the_generator_stops_at_what_lint_finds(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.add("paths/gadgets.yaml", one_operation().replace("summary: Do it", "summary: Do it."))
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == ("POST /v1/gadgets: the summary ends with a full stop",)

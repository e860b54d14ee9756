"""Python types for what a property's schema says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.models import member_name
from generator.names import pascal, snake
from generator.parse import parse
from generator.types import annotation, constant, is_constant, is_map, optional

from .project import Project

if TYPE_CHECKING:
    from openapi_python_client.parser.properties.model_property import ModelProperty

SCHEMAS = """
Error: {type: object, description: An error.}
Colour: {type: string, description: A colour., enum: [red, green]}
Size: {type: integer, description: A size., enum: [1, 2]}
Part:
  type: object
  description: A part.
  properties:
    id: {type: string, description: ID.}
Counts:
  type: object
  description: Counts by name.
  additionalProperties: {type: integer}
Gadget:
  type: object
  description: A thing.
  properties:
"""

# What the property's schema says → how it reads in a response → how it is given as an argument.
TABLE = [
    ("type: string", "str", "str"),
    ("type: string, format: password", "str", "str"),
    ("type: string, format: uuid", "str", "str"),
    ("type: integer", "int", "int"),
    ("type: number", "float", "float"),
    ("type: boolean", "bool", "bool"),
    ("type: string, format: date-time", "datetime", "datetime | str"),
    ("type: string, format: date", "date", "date"),
    ("type: string, format: binary", "bytes", "FileInput"),
    ("{}", "Any", "Any"),
    ('type: [string, "null"]', "str | None", "str | None"),
    ('type: ["null", integer, string]', "int | str | None", "int | str | None"),
    ("const: fixed", "Literal['fixed']", "Literal['fixed']"),
    ('$ref: "#/Colour"', "Colour | str", "Colour | str"),
    ('$ref: "#/Size"', "Size | int", "Size | int"),
    ('$ref: "#/Part"', "Part", "Part | Mapping[str, Any]"),
    ('$ref: "#/Counts"', "dict[str, int]", "Mapping[str, int]"),
    (
        'oneOf: [{$ref: "#/Part"}, {type: "null"}]',
        "Part | None",
        "Part | Mapping[str, Any] | None",
    ),
    ('oneOf: [{$ref: "#/Colour"}, {type: "null"}]', "Colour | str | None", "Colour | str | None"),
    ("type: array, items: {type: string}", "list[str]", "Sequence[str]"),
    (
        'type: array, items: {$ref: "#/Part"}',
        "list[Part]",
        "Sequence[Part | Mapping[str, Any]]",
    ),
    (
        "type: array, items: {type: array, items: {type: [integer, string]}}",
        "list[list[int | str]]",
        "Sequence[Sequence[int | str]]",
    ),
    ("type: object, additionalProperties: true", "dict[str, Any]", "Mapping[str, Any]"),
    (
        "type: object, additionalProperties: {type: array, items: {type: number}}",
        "dict[str, list[float]]",
        "Mapping[str, Sequence[float]]",
    ),
    ('anyOf: [{$ref: "#/Part"}, {type: string}]', "Part | str", "Part | Mapping[str, Any] | str"),
    ('anyOf: [{$ref: "#/Part"}, {}]', "Any", "Any"),
]


@pytest.fixture(scope="module")
def gadget(tmp_path_factory: pytest.TempPathFactory) -> ModelProperty:
    """The parsed schema that has all properties of the table, as `p0`, `p1` …"""
    project = Project(tmp_path_factory.mktemp("project"))
    lines = [
        f"    p{index}: {schema if schema == '{}' else f'{{{schema}}}'}\n"
        for index, (schema, _, _) in enumerate(TABLE)
    ]
    project.write("schemas/gadgets.yaml", SCHEMAS + "".join(lines))
    return parse(project.document()).models["Gadget"]


def by_name(model: ModelProperty) -> dict[str, Any]:
    return {each.name.get_untrusted_value(): each for each in model.optional_properties or []}


@pytest.mark.parametrize("index", range(len(TABLE)), ids=[row[0] for row in TABLE])
def test_annotation(gadget: ModelProperty, index: int) -> None:
    prop = by_name(gadget)[f"p{index}"]
    _, answer, argument = TABLE[index]
    assert annotation(prop).code == answer
    assert annotation(prop, argument=True).code == argument


def test_names_that_an_annotation_needs(gadget: ModelProperty) -> None:
    found = by_name(gadget)
    by_schema = {schema: found[f"p{index}"] for index, (schema, _, _) in enumerate(TABLE)}
    part = by_schema['type: array, items: {$ref: "#/Part"}']
    assert annotation(part).names == {"Part"}
    assert annotation(part, argument=True).names == {"Part", "Sequence", "Mapping", "Any"}
    time = by_schema["type: string, format: date-time"]
    assert annotation(time, argument=True).names == {"datetime"}
    fixed = by_schema["const: fixed"]
    assert is_constant(fixed)
    assert constant(fixed) == "fixed"
    assert is_map(by_schema['$ref: "#/Counts"'])
    assert not is_map(by_schema['$ref: "#/Part"'])


@pytest.mark.parametrize(
    ("code", "more", "result"),
    [
        ("str", "None", "str | None"),
        ("str | None", "Unset", "str | Unset | None"),
        ("dict[str, int | None]", "None", "dict[str, int | None] | None"),
        ("str | None", "None", "str | None"),
        ("Any", "None", "Any | None"),
    ],
)
def test_optional(code: str, more: str, result: str) -> None:
    assert optional(code, more) == result


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("listLedgers", "list_ledgers"),
        ("deviceID", "device_id"),
        ("MFARequired", "mfa_required"),
        ("per_page", "per_page"),
        ("createOAuthClient", "create_oauth_client"),
        ("X-Header Name", "x_header_name"),
        ("wifi2GHz", "wifi2_g_hz"),
    ],
)
def test_snake(name: str, result: str) -> None:
    assert snake(name) == result


def test_pascal() -> None:
    assert pascal("oauth_clients") == "OAuthClients"
    assert pascal("device_os") == "DeviceOS"
    assert pascal("serial_numbers") == "SerialNumbers"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("deviceName", "DEVICE_NAME"),
        ("View-only", "VIEW_ONLY"),
        ("", "EMPTY"),
        ("2.3.0", "VALUE_2_3_0"),
        ("urn:custom:mfa-otp", "URN_CUSTOM_MFA_OTP"),
        ("-1", "VALUE_1"),
    ],
)
def test_names_of_enum_members(value: str, name: str) -> None:
    assert member_name(value) == name

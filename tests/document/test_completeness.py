"""Every operation says all that a reader and the client need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.documented import Documented, bundled, operations, resolve
from tests.every import every

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL = list(operations())
each_operation = every("operation", ALL, name=lambda operation: operation.id)

# Operations that need no access token, each for a reason of its own.
WITHOUT_TOKEN = {
    "completePasswordReset": "the user can't log in",
    "createAccessToken": "it makes the token",
    "createUser": "there is no account yet",
    "listAccessTokens": "user name and password",
    "listBuildTargets": "public",
    "resetPassword": "the user can't log in",
    "verifyUser": "the token of the mail is in the body",
}


@each_operation
def test_it_is_described(operation: Documented) -> None:
    raw = operation.raw
    assert raw["summary"].strip()
    assert "\n" not in raw["summary"].strip()
    assert len(raw["description"].split()) >= 3, raw["description"]
    assert raw["description"].strip().rstrip("`").endswith((".", ")", "|")), "no whole sentence"
    assert raw["tags"][0] in {tag["name"] for tag in bundled()["tags"]}
    assert raw["x-scope"] in ("account", "product", "org")


@each_operation
def test_its_parameters_are_described(operation: Documented) -> None:
    parameters = [resolve(bundled(), each) for each in operation.raw.get("parameters", ())]
    for parameter in parameters:
        assert parameter["description"].strip(), parameter["name"]
        assert parameter["schema"], parameter["name"]
    in_path = {each["name"] for each in parameters if each["in"] == "path"}
    assert {f"{{{name}}}" for name in in_path} == {
        part for part in operation.path.split("/") if part.startswith("{")
    }
    assert all(each["required"] for each in parameters if each["in"] == "path")


@each_operation
def test_it_says_who_may_call_it(operation: Documented) -> None:
    security = operation.raw["security"]
    schemes = [scheme for entry in security for scheme in entry]
    assert set(schemes) <= bundled()["components"]["securitySchemes"].keys()
    assert ("accessToken" not in schemes) == (operation.id in WITHOUT_TOKEN)


@each_operation
def test_it_tells_success_and_errors(operation: Documented) -> None:
    responses = operation.raw["responses"]
    assert [status for status in responses if status.startswith("2")]
    # No token is wrong where none is needed: creating one answers 400 to a wrong password.
    needed = {"400", "500"} if "/events" in operation.path else {"429", "500"}
    if {"accessToken", "userPassword"} & {
        name for entry in operation.raw["security"] for name in entry
    }:
        needed |= {"401"}
    assert needed <= responses.keys()
    if not {"429", "529"} & responses.keys():
        pytest.fail("it says nothing about the rate limit")
    for status, response in responses.items():
        response = resolve(bundled(), response)
        assert response["description"].strip(), status
        if not status.startswith("2"):
            [media] = response["content"].values()
            assert media["schema"]["$ref"], status


@each_operation
def test_bodies_have_named_schemas_and_requests_have_examples(operation: Documented) -> None:
    raw = operation.raw
    for media in raw.get("requestBody", {}).get("content", {}).values():
        assert media["examples"], "an example of a request"
        assert _names(media["schema"]), "a request's schema has a name"
    for status, response in raw["responses"].items():
        for kind, media in response.get("content", {}).items():
            if kind == "application/json":
                assert _names(media["schema"]), status


def _names(schema: dict[str, Any]) -> list[str]:
    """Return the named schemas that a schema consists of."""
    if "$ref" in schema:
        return [schema["$ref"]]
    if schema.get("type") == "array":
        return _names(schema["items"])
    return [
        name for key in ("oneOf", "anyOf") for each in schema.get(key, ()) for name in _names(each)
    ]


def test_every_schema_and_property_is_described() -> None:
    missing = []
    for name, schema in bundled()["components"]["schemas"].items():
        if not schema.get("description", "").strip():
            missing.append(name)
        for field, inner in schema.get("properties", {}).items():
            if not inner.get("description", "").strip():
                missing.append(f"{name}.{field}")
    assert missing == []


def test_what_may_be_anything_says_why() -> None:
    schemas = bundled()["components"]["schemas"]
    assert [where for name, schema in schemas.items() for where in _of_any_kind(schema, name)] == []
    kinds: list[dict[str, Any]] = [
        {},
        {"type": "object"},
        {"type": "array", "items": {}},
        {"anyOf": [{}]},
    ]
    for free in kinds:
        assert [*_of_any_kind(free, "it")] == ["it"]
        assert [*_of_any_kind({"additionalProperties": True, "properties": {"a": free}}, "it")] == [
            "it",
            "it.a",
        ]


def _of_any_kind(schema: dict[str, Any], where: str) -> Iterator[str]:
    """Return what any value fits, unless an `x-any` says why there is no type."""
    more = schema.get("additionalProperties")
    bare = schema.get("type") == "object" and not {"properties", "additionalProperties"} & set(
        schema
    )
    typed = {"type", "$ref", "anyOf", "oneOf", "enum", "const", "properties"} & set(schema)
    if "x-any" not in schema and (more is True or bare or not typed):
        yield where
    inner = [*schema.get("anyOf", ()), *schema.get("oneOf", ()), schema.get("items"), more]
    for each in inner:
        if isinstance(each, dict):
            yield from _of_any_kind(each, where)
    for name, each in schema.get("properties", {}).items():
        yield from _of_any_kind(each, f"{where}.{name}")


def test_the_exceptions_are_operations() -> None:
    ids = {operation.id for operation in ALL}
    assert WITHOUT_TOKEN.keys() <= ids


def test_operation_ids_are_unique() -> None:
    ids = [operation.id.lower() for operation in ALL]
    assert len(ids) == len(set(ids))

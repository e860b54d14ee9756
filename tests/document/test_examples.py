"""The document is valid OpenAPI, and its examples are what its schemas say."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.documented import bundled, operations, resolve
from tests.every import every

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_it_is_valid_openapi() -> None:
    errors = [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in OpenAPIV31SpecValidator(bundled()).iter_errors()
    ]
    assert errors == []


class Example(NamedTuple):
    where: str
    schema: dict[str, Any]
    value: Any


def examples(node: Any, where: str = "") -> Iterator[Example]:
    """Return every example below a node: of requests, answers and parameters, in any media type."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from examples(item, f"{where}/{index}")
    if not isinstance(node, dict):
        return
    if "schema" in node:
        if "example" in node:
            yield Example(f"{where}/example", node["schema"], node["example"])
        for name, example in node.get("examples", {}).items():
            yield Example(f"{where}/examples/{name}", node["schema"], example["value"])
    for key, value in node.items():
        if key not in ("example", "examples", "schema"):
            yield from examples(value, f"{where}/{key}")


@cache
def closed_components() -> dict[str, Any]:
    """Return the components with schemas that admit no field that they don't name.

    In the document they are open, as the cloud may add fields at any time. But an example with an
    unknown field shows a mistake in the one or the other.
    """
    components: dict[str, Any] = deepcopy(bundled()["components"])
    for schema in components["schemas"].values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return components


def problems(example: Example, components: dict[str, Any]) -> list[str]:
    validator = Draft202012Validator(
        {**example.schema, "components": components},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [f"{example.where}: {error.message}" for error in validator.iter_errors(example.value)]


@every("operation", operations(), name=lambda operation: operation.id)
def test_examples_of_an_operation_match_their_schemas(operation: Any) -> None:
    # Forms and multipart bodies too: their examples hold the values before they become text.
    for example in examples(operation.raw, operation.id):
        assert problems(example, bundled()["components"]) == []
        assert problems(example, closed_components()) == []


def test_examples_of_shared_parts_match_their_schemas() -> None:
    shared = {kind: bundled()["components"][kind] for kind in ("parameters", "responses")}
    found = list(examples(shared, "components"))
    assert found
    for example in found:
        assert problems(example, closed_components()) == []


def test_a_wrong_example_is_found() -> None:
    getting = bundled()["paths"]["/v1/devices/{deviceId}"]["get"]
    content = deepcopy(getting["responses"]["200"]["content"])
    content["application/json"]["examples"]["reference"]["value"] |= {"onlin": 1, "online": "yes"}
    [example] = examples(content, "here")
    assert any(
        "'yes' is not of type 'boolean'" in line
        for line in problems(example, bundled()["components"])
    )
    assert any("'onlin' was unexpected" in line for line in problems(example, closed_components()))


def test_each_example_has_a_summary() -> None:
    missing = [
        f"{operation.id}: {name}"
        for operation in operations()
        for name, example in _named_examples(operation.raw)
        if not example.get("summary")
    ]
    assert missing == []


def _named_examples(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    node = resolve(bundled(), node)
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "examples" and "schema" in node:
                yield from value.items()
            elif key not in ("schema", "examples"):
                yield from _named_examples(value)

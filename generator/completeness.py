"""Counting: what went into the generator against what came out of it.

The parser drops some things without a word, so nothing is taken on trust: the rendered source is
read back, and every operation, schema, field and enum member of the document must be in it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from .bundle import METHODS
from .config import VIEWED_BY_HAND
from .models import wanted_classes

if TYPE_CHECKING:
    from .parse import Parsed
    from .structure import Plan


def dropped(document: dict[str, Any], parsed: Parsed) -> list[str]:
    """List the schemas that the parser dropped."""
    problems: list[str] = []
    for name, schema in document["components"]["schemas"].items():
        if "enum" in schema and name not in parsed.enums:
            problems.append(f"{name}: the parser dropped this enum")
        elif "properties" in schema and name not in parsed.models:
            problems.append(f"{name}: the parser dropped this schema")
    return problems


def missing(
    document: dict[str, Any], plan: Plan, parsed: Parsed, files: dict[str, str]
) -> list[str]:
    """List what of the document didn't reach the code."""
    source = _Source(files)
    problems: list[str] = []
    written = {
        (method.upper(), path)
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }
    planned = {(operation.method, operation.path) for operation in plan.operations}
    problems += [
        f"{method} {path}: it was not planned" for method, path in sorted(written - planned)
    ]
    resource_methods = {
        (resource.tag, scope): {
            method
            for each in resource.classes
            if scope in each.scopes
            for method in source.methods.get((f"api/{resource.tag}.py", each.name), ())
        }
        for resource in plan.resources
        for scope in resource.by_scope
    }
    for resource in plan.resources:
        constants = source.constants.get(f"operations/{resource.tag}.py", set())
        for operation in resource.operations:
            if operation.constant not in constants:
                problems.append(
                    f"{operation.id}: operations/{resource.tag}.py has no {operation.constant}"
                )
            if not operation.methods and not operation.hand_written:
                problems.append(f"{operation.id}: it has no method")
            for method in operation.methods:
                if method.name not in resource_methods[resource.tag, operation.scope]:
                    problems.append(f"{operation.id}: there is no method {method.name}()")
    problems += _missing_arguments(document, plan)
    problems += _missing_schemas(document, plan, parsed, source)
    problems += [
        f"{path}: the template left an object's repr in the code"
        for path, text in files.items()
        if " object at 0x" in text
    ]
    return problems


def _missing_arguments(document: dict[str, Any], plan: Plan) -> list[str]:
    """Fields of request bodies that are no argument of the method that sends them."""
    schemas = document["components"]["schemas"]
    problems: list[str] = []
    for operation in plan.operations:
        if operation.hand_written or (operation.raw.get("requestBody") or {}).get("x-hidden"):
            continue
        sent = {
            argument.wire
            for method in operation.methods
            for argument in method.arguments
            if argument.location in ("body", "form", "field", "file")
        }
        # Beside a method that takes any body, the others still have to take theirs apart.
        whole = "x-methods" not in operation.raw and any(
            a.location == "whole" for method in operation.methods for a in method.arguments
        )
        by_hand = {
            variant["body"]
            for variant in operation.raw.get("x-methods", ())
            if variant.get("hand-written") or variant.get("content", "").endswith("+json")
        }
        for media in ((operation.raw.get("requestBody") or {}).get("content") or {}).values():
            for name in _referred(media["schema"]):
                schema = schemas[name]
                if operation.raw.get("x-body-field"):
                    inner = schema["properties"][operation.raw["x-body-field"]]
                    schema = schemas[inner["$ref"].rsplit("/", 1)[1]]
                if whole or name in by_hand:
                    continue
                problems += [
                    f"{operation.id}: {name}.{field} is no argument"
                    for field, inner in schema.get("properties", {}).items()
                    if field not in sent and not inner.get("x-hidden")
                ]
    return problems


def _referred(schema: dict[str, Any]) -> list[str]:
    if "$ref" in schema:
        return [schema["$ref"].rsplit("/", 1)[1]]
    return [
        name
        for key in ("oneOf", "anyOf")
        for each in schema.get(key, ())
        for name in _referred(each)
    ]


def _missing_schemas(
    document: dict[str, Any], plan: Plan, parsed: Parsed, source: _Source
) -> list[str]:
    schemas = document["components"]["schemas"]
    wanted = wanted_classes(document, plan, parsed)
    problems: list[str] = []
    for name, schema in schemas.items():
        if name not in wanted or name in VIEWED_BY_HAND:
            continue
        if "enum" in schema:
            values = source.enums.get(name, [])
            problems += [
                f"{name}: the member {value!r} is missing"
                for value in schema["enum"]
                if value not in values
            ]
        elif "properties" in schema:
            fields = source.fields.get(name)
            if fields != len(schema["properties"]):
                problems.append(
                    f"{name}: {len(schema['properties'])} properties in the document, "
                    f"{fields} fields in the code"
                )
    return problems


class _Source:
    """The rendered modules, read back."""

    def __init__(self, files: dict[str, str]) -> None:
        self.constants: dict[str, set[str]] = {}
        self.methods: dict[tuple[str, str], set[str]] = {}
        self.fields: dict[str, int] = {}
        self.enums: dict[str, list[Any]] = {}
        for path, text in files.items():
            if not path.endswith(".py"):
                continue
            for node in ast.parse(text).body:
                if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                    self.constants.setdefault(path, set()).add(node.targets[0].id)
                elif isinstance(node, ast.ClassDef):
                    self._class(path, node)

    def _class(self, path: str, node: ast.ClassDef) -> None:
        self.methods[path, node.name] = {
            each.name
            for each in node.body
            if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        if path.startswith("models/"):
            self.fields[node.name] = sum(isinstance(each, ast.AnnAssign) for each in node.body)
            self.enums[node.name] = [
                each.value.value
                for each in node.body
                if isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant)
            ]

"""What the OpenAPI document has: operations, their parameters, the fields of their bodies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .values import Request

CONTENT = {
    "json": "json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
}


def shape(operation: str) -> str:
    """Return an operation without the names in its path."""
    return re.sub(r"\{[^}]*\}", "{}", operation)


class Document:
    """The operations of the document, by method and shape of the path."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.components = document["components"]
        self.operations: dict[str, dict[str, Any]] = {
            shape(f"{method.upper()} {path}"): operation
            for path, item in document["paths"].items()
            for method, operation in item.items()
        }

    def name(self, request: Request) -> str:
        """Return the operation that `request` calls, be it in the document or not.

        A value that is put into a path is taken for one of a parameter if the document has that.
        """
        literal = re.sub(r"\{=([^}]*)\}", r"\1", f"{request.method} {request.path}")
        for operation in (shape(literal), shape(f"{request.method} {request.path}")):
            if operation in self.operations:
                return operation
        return shape(literal)

    def resolved(self, part: dict[str, Any]) -> dict[str, Any]:
        """Follow a reference."""
        while "$ref" in part:
            kind, name = part["$ref"].split("/")[-2:]
            part = self.components[kind][name]
        return part

    def queries(self, operation: str) -> dict[str, dict[str, Any]]:
        """Return the query parameters of an operation."""
        found = map(self.resolved, self.operations[operation].get("parameters", ()))
        return {each["name"]: each for each in found if each["in"] == "query"}

    def body(self, operation: str, kind: str) -> dict[str, Any] | None:
        """Return the schema of an operation's body that is sent as JSON, form or multipart."""
        content = self.operations[operation].get("requestBody", {}).get("content", {})
        found = [each["schema"] for name, each in content.items() if CONTENT[kind] in name]
        return {"anyOf": found} if found else None

    def alternatives(self, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Iterate over the schemas of which one holds."""
        schema = self.resolved(schema)
        choices = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        for choice in choices:
            yield from self.alternatives(choice)
        if not choices:
            yield schema

    def fields(self, schema: dict[str, Any], names: list[str]) -> list[dict[str, Any]]:
        """Return the schemas of the field `a.b[].c`; {} is one that allows all."""
        if not names:
            return list(self.alternatives(schema))
        name = names[0].removesuffix("[]")
        found: list[dict[str, Any]] = []
        for each in self.alternatives(schema):
            # An object is one of any fields if it lists none, or says so.
            further = each.get("additionalProperties", "properties" not in each)
            if name in each.get("properties", {}):
                inner = each["properties"][name]
            elif further is False or "object" not in each.get("type", "object"):
                continue
            else:
                inner = further if isinstance(further, dict) else {}
            if names[0] != name:
                inner = {"anyOf": [one.get("items", {}) for one in self.alternatives(inner)]}
            found += self.fields(inner, names[1:])
        return found

"""Looking things up in the document and in what the parser made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import GeneratorError

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties.model_property import ModelProperty

    from .parse import Parsed
    from .structure import Operation

__all__ = ["Lookup", "all_properties", "is_secret", "properties_of"]


def all_properties(model: ModelProperty) -> list[Any]:
    """Return the properties of an object."""
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def is_secret(schema: dict[str, Any]) -> bool:
    """Whether values are kept out of logs: they are secrets, or may have some inside."""
    return schema.get("format") == "password" or bool(schema.get("x-sensitive"))


def properties_of(model: ModelProperty, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the properties of an object by their names in JSON: all that its schema names."""
    found = {prop.name.get_untrusted_value(): prop for prop in all_properties(model)}
    dropped = schema.get("properties", {}).keys() - found.keys()
    if dropped:
        name = model.class_info.name
        raise GeneratorError(
            *(f"{name}.{each}: the parser dropped this property" for each in sorted(dropped))
        )
    return found


class Lookup:
    """A document, and what the parser made of it."""

    def __init__(self, document: dict[str, Any], parsed: Parsed) -> None:
        self.schemas: dict[str, dict[str, Any]] = document["components"]["schemas"]
        self._components = document["components"]
        self._parsed = parsed

    def endpoint(self, operation: Operation) -> Endpoint:
        """Return what the parser made of an operation."""
        endpoint = self._parsed.endpoints.get((operation.method.lower(), operation.path))
        if endpoint is None:
            raise GeneratorError("the parser dropped this operation")
        return endpoint

    def named(self, name: str) -> ModelProperty:
        """Return what the parser made of an object schema."""
        if name not in self._parsed.models:
            raise GeneratorError(f"there is no object schema {name}")
        return self._parsed.models[name]

    def property(self, model: Any, name: str) -> Any:
        """Return a property of a model by its name in JSON."""
        for prop in all_properties(model):
            if prop.name.get_untrusted_value() == name:
                return prop
        raise GeneratorError(f"{model.class_info.name} has no {name}")

    def deref(self, node: dict[str, Any]) -> dict[str, Any]:
        """Follow references to components."""
        while "$ref" in node:
            _, _, kind, name = node["$ref"].split("/")
            node = self._components[kind][name]
        return node

"""What a method returns: from the responses of its operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.union import UnionProperty

from . import types
from .errors import GeneratorError
from .structure import Result

if TYPE_CHECKING:
    from .lookup import Lookup
    from .structure import Operation

__all__ = ["result_of"]


def result_of(lookup: Lookup, operation: Operation, variant: dict[str, Any]) -> Result:
    """Return what a method returns.

    Args:
        variant: The method's own entry in `x-methods`, or what stands for it.
    """
    raw = operation.raw
    successes = [status for status in raw["responses"] if str(status).startswith("2")]
    if not successes:
        raise GeneratorError("it has no success response")
    bodies = [
        status for status in successes if lookup.deref(raw["responses"][status]).get("content")
    ]
    if ("response" in variant and variant["response"] is None) or not bodies:
        return Result("nothing")
    if raw.get("x-download"):
        return Result("download")
    prop: Any
    if variant.get("response"):
        prop = lookup.named(variant["response"])
    else:
        prop = _enveloped(lookup, _response(lookup, operation, str(bodies[0])))
    if pagination := raw.get("x-pagination"):
        return _page(lookup, prop, {name: str(value) for name, value in pagination.items()})
    if isinstance(prop, ListProperty):
        return Result("list", types.annotation(prop.inner_property))
    if len(bodies) < len(successes) and isinstance(prop, ModelProperty) and not types.is_map(prop):
        return Result("optional", types.annotation(prop))
    return Result("value", types.annotation(prop))


def _response(lookup: Lookup, operation: Operation, status: str) -> Any:
    for response in lookup.endpoint(operation).responses:
        if response.status_code.pattern == status:
            return response.prop
    raise GeneratorError(f"the parser dropped the response {status}")


def _page(lookup: Lookup, prop: Any, pagination: dict[str, str]) -> Result:
    """Return a page, which comes as an object, as nothing but an array, or as either."""
    kinds = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
    pages = [kind for kind in kinds if isinstance(kind, ModelProperty)]
    arrays = [kind for kind in kinds if isinstance(kind, ListProperty)]
    if arrays:
        pagination["bare"] = "true"
    if pages:
        page = types.annotation(pages[0])
        items = lookup.property(pages[0], pagination["items"])
    else:
        page, items = types.Annotation("Items", "Items"), arrays[0]
        pagination["items"] = "items"
    return Result("page", page, types.annotation(items.inner_property), pagination)


def _enveloped(lookup: Lookup, prop: Any) -> Any:
    """Return the envelope where a response comes with one or without: its model reads both."""
    for inner in prop.inner_properties if isinstance(prop, UnionProperty) else ():
        if isinstance(inner, ModelProperty):
            schema = lookup.schemas[str(inner.class_info.name)]
            fields = schema.get("properties", {}).values()
            if any(field.get("x-envelope") for field in fields):
                return inner
    return prop

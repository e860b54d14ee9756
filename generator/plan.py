"""Plans the client: which methods the operations of a document become."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .arguments import PLACES, arguments_of
from .bundle import METHODS, plain_summary
from .errors import GeneratorError
from .grouping import make_resource
from .lookup import Lookup
from .names import is_name, pascal
from .results import result_of
from .structure import Method, Operation, Plan

if TYPE_CHECKING:
    from .parse import Parsed

__all__ = ["make_plan"]


def make_plan(document: dict[str, Any], parsed: Parsed, mixins: dict[str, Any]) -> Plan:
    """Plan the client of a bundled document."""
    lookup = Lookup(document, parsed)
    operations = [
        _operation(lookup, method, path, item[method])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]
    resources = [
        make_resource(
            tag["name"],
            tag.get("x-class") or pascal(tag["name"]),
            tag["description"],
            [operation for operation in operations if operation.tag == tag["name"]],
            mixins.get(tag["name"], {}),
        )
        for tag in document["tags"]
    ]
    names = {each.name for resource in resources for each in resource.classes}
    if clash := names & lookup.schemas.keys():
        raise GeneratorError(
            *(f"{name} is a schema and a resource: give its tag another x-class" for name in clash)
        )
    return Plan(resources, operations)


def _operation(lookup: Lookup, method: str, path: str, raw: dict[str, Any]) -> Operation:
    operation = Operation(
        id=raw["operationId"],
        base_id=raw.get("x-operation", raw["operationId"]),
        method=method.upper(),
        path=path,
        scope=raw["x-scope"],
        tag=raw["tags"][0],
        raw={**raw, "summary": plain_summary(raw)},
        hand_written=bool(raw.get("x-hand-written")),
    )
    if not operation.hand_written:
        operation.methods = [
            _method(lookup, operation, variant)
            for variant in raw.get("x-methods") or [{"name": raw["x-method"]}]
            if not variant.get("hand-written")
        ]
    return operation


def _method(lookup: Lookup, operation: Operation, variant: dict[str, Any]) -> Method:
    raw = operation.raw
    if not is_name(variant["name"]):
        raise GeneratorError(
            f"{operation.id}: a method can't be called {variant['name']!r}: choose another x-method"
        )
    try:
        arguments = arguments_of(lookup, operation, variant)
        result = result_of(lookup, operation, variant)
    except GeneratorError as error:
        raise GeneratorError(*(f"{operation.id}: {line}" for line in error.problems)) from error
    return Method(
        name=variant["name"],
        operation=operation,
        summary=variant.get("summary") or raw["summary"],
        description=variant.get("description") or _description(raw),
        arguments=arguments,
        result=result,
        deprecated=bool(variant.get("deprecated") or raw.get("deprecated")),
        alias=raw.get("x-alias"),
        body_field=raw.get("x-body-field"),
        timeout=variant.get("timeout"),
        idempotent=variant.get("idempotent"),
        header=_header(operation, variant),
    )


def _description(raw: dict[str, Any]) -> str:
    """Return the description of an operation, with what holds for the Python method alone."""
    return "\n\n".join(raw[key].strip() for key in ("description", "x-python") if key in raw)


def _header(operation: Operation, variant: dict[str, Any]) -> tuple[str, str] | None:
    """Return the header that tells a method from others with the same path."""
    if accept := variant.get("accept"):
        return ("accept", accept)
    content = variant.get("content") or next(iter(operation.contents), "")
    return None if content in ("", *PLACES) else ("content-type", content)

"""What `openapi-spec-validator` doesn't look at: our conventions, and the parser's silent drops."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from .bundle import METHODS
from .models import member_name
from .names import snake

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTIONS = {
    "access_token",
    "extra_body",
    "headers",
    "on_response",
    "options",
    "query",
    "retries",
    "self",
    "timeout",
}


def lint(document: dict[str, Any]) -> list[str]:
    """List what is wrong with a bundled document."""
    return validate(document) or conventions(document)


def validate(document: dict[str, Any]) -> list[str]:
    """List where a document isn't valid OpenAPI. This takes longer than all the rest."""
    from openapi_spec_validator import OpenAPIV31SpecValidator

    return [
        f"OpenAPI: {'/'.join(map(str, error.absolute_path))}: {error.message}"
        for error in OpenAPIV31SpecValidator(document).iter_errors()
    ]


def conventions(document: dict[str, Any]) -> list[str]:
    """List where a valid document doesn't follow our conventions."""
    return [
        *_operations(document),
        *_parameters(document),
        *_schemas(document),
    ]


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Return method, path and operation, one after the other."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield method, path, item[method]


def _operations(document: dict[str, Any]) -> Iterator[str]:
    tags = {tag["name"] for tag in document["tags"]}
    names = Counter(snake(raw.get("operationId", "")) for _, _, raw in operations(document))
    yield from (
        f"operationId {name}: {count} operations"
        for name, count in names.items()
        if name and count > 1
    )
    yield from _same_paths(document)
    for method, path, raw in operations(document):
        where = f"{method.upper()} {path}"
        for key in ("operationId", "summary", "description", "responses", "security"):
            if key not in raw:
                yield f"{where}: no {key}"
        if len(raw.get("tags", ())) != 1 or raw["tags"][0] not in tags:
            yield f"{where}: it needs exactly one of the document's tags"
        if "x-method" not in raw and "x-methods" not in raw:
            yield f"{where}: it needs an x-method or x-methods"
        if str(raw.get("summary", "")).endswith("."):
            yield f"{where}: the summary ends with a full stop"
        responses = raw.get("responses", {})
        statuses = [str(status) for status in responses]
        if not any(status.startswith("2") for status in statuses):
            yield f"{where}: no success response"
        if not any(status.startswith("4") for status in statuses):
            yield f"{where}: no error response"
        for media in (raw.get("requestBody") or {}).get("content", {}).values():
            if not media.get("examples"):
                yield f"{where}: a request body without examples"
            yield from _unnamed(media.get("schema"), f"{where}: request body")
        for status, response in responses.items():
            for media in (response.get("content") or {}).values():
                yield from _unnamed(media.get("schema"), f"{where}: response {status}")
        for variant in raw.get("x-methods", ()):
            yield from _variant(document, where, raw, variant)


def _same_paths(document: dict[str, Any]) -> Iterator[str]:
    """Templates of one path, which differ in nothing but the names in braces."""
    first: dict[str, str] = {}
    for path in document["paths"]:
        other = first.setdefault(re.sub(r"{\w+}", "{}", path), path)
        if other != path:
            yield f"{path}: the same path as {other}; give the parameters the same names"


def _variant(
    document: dict[str, Any], where: str, raw: dict[str, Any], variant: dict[str, Any]
) -> Iterator[str]:
    known = {
        "name", "body", "response", "summary", "description", "positional", "content",
        "hand-written", "idempotent", "timeout", "deprecated", "query", "accept",
    }  # fmt: skip
    yield from (f"{where}: x-methods: what is {key}?" for key in sorted(variant.keys() - known))
    if "name" not in variant:
        yield f"{where}: x-methods: one has no name"
        return
    schemas = document["components"]["schemas"]
    for key in ("body", "response"):
        if (name := variant.get(key)) and name not in schemas:
            yield f"{where}: x-methods {variant['name']}: there is no schema {name}"
    accepted = [
        content for each in raw["responses"].values() for content in each.get("content", ())
    ]
    if variant.get("accept") not in (None, *accepted):
        yield f"{where}: x-methods {variant['name']}: no response is {variant['accept']}"
    contents = raw.get("requestBody", {}).get("content", {})
    if not contents and "body" not in variant:
        return
    media = contents.get(variant.get("content", "application/json"))
    if media is None:
        yield f"{where}: x-methods {variant['name']}: no such content type in the request body"
    elif variant.get("body") and f"/{variant['body']}'" not in str(media.get("schema")):
        yield f"{where}: x-methods {variant['name']}: the request body has no {variant['body']}"


def _unnamed(schema: Any, where: str) -> Iterator[str]:
    """Objects need a name: the parser makes one up for those that have none."""
    if not isinstance(schema, dict):
        yield f"{where}: no schema"
        return
    if schema.get("properties"):
        yield f"{where}: an object without a name: put it into schemas/"
    if "allOf" in schema:
        yield f"{where}: allOf: the parser merges it badly; write the properties out"
    for key in ("oneOf", "anyOf"):
        for each in schema.get(key, ()):
            yield from _unnamed(each, where)
    if "items" in schema:
        yield from _unnamed(schema["items"], where)
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _unnamed(schema["additionalProperties"], where)


def _parameters(document: dict[str, Any]) -> Iterator[str]:
    for method, path, raw in operations(document):
        where = f"{method.upper()} {path}"
        for parameter in raw.get("parameters", ()):
            if "$ref" in parameter:
                name = parameter["$ref"].rsplit("/", 1)[1]
                parameter = document["components"]["parameters"][name]
            label = f"{where}: parameter {parameter['name']}"
            if parameter["in"] == "path":
                if "example" not in parameter:
                    yield f"{label}: no example"
            elif parameter["in"] != "query":
                yield f"{label}: parameters in {parameter['in']} are not supported"
            if not parameter.get("description"):
                yield f"{label}: no description"
            if "content" in parameter:
                yield f"{label}: the parser drops parameters with `content`"
            if (parameter.get("x-name") or snake(parameter["name"])) in _OPTIONS:
                yield f"{label}: every method has an option of that name: add an x-name"


def _schemas(document: dict[str, Any]) -> Iterator[str]:
    for name, schema in document["components"]["schemas"].items():
        if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name):
            yield f"schema {name}: names are PascalCase"
        if not schema.get("description"):
            yield f"schema {name}: no description"
        if "title" in schema:
            yield f"schema {name}: a title renames its class"
        # Its own properties are what the name is for; all below it needs names of its own.
        outer = {key: value for key, value in schema.items() if key != "properties"}
        yield from _unnamed(outer, f"schema {name}")
        if "enum" in schema:
            yield from _enum(name, schema)
        for field in schema.get("required", ()):
            if field not in schema.get("properties", {}):
                yield f"schema {name}: requires {field}, which it doesn't have"
        for field, inner in schema.get("properties", {}).items():
            label = f"schema {name}.{field}"
            if not inner.get("description"):
                yield f"{label}: no description"
            if "enum" in inner:
                yield f"{label}: an enum without a name: put it into schemas/"
            if inner.get("type") == "array" and "items" not in inner:
                yield f"{label}: an array without items"
            yield from _unnamed(inner, label)


def _enum(name: str, schema: dict[str, Any]) -> Iterator[str]:
    """Members that the parser would fold into one, or turn into a closed set of nulls."""
    members = Counter(member_name(str(value)) for value in schema["enum"])
    yield from (
        f"schema {name}: {count} values would be called {member}"
        for member, count in members.items()
        if count > 1
    )
    if None in schema["enum"] or isinstance(schema.get("type"), list):
        yield f"schema {name}: a nullable enum: make the reference to it nullable instead"

"""The arguments of a method: from credentials, parameters and the request body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty

from . import types
from .errors import GeneratorError
from .lookup import is_secret, properties_of
from .names import is_name
from .structure import SCOPE_PATHS, Argument

if TYPE_CHECKING:
    from .lookup import Lookup
    from .structure import Operation

__all__ = ["arguments_of"]

_JSON = "application/json"
PLACES = {
    _JSON: "body",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "field",
}


def arguments_of(lookup: Lookup, operation: Operation, variant: dict[str, Any]) -> list[Argument]:
    """Return the arguments of a method, in the order of its signature.

    Args:
        variant: The method's own entry in `x-methods`, or what stands for it.
    """
    arguments = [
        *_credentials(operation),
        *_parameters(lookup, operation, variant.get("query")),
        *_body(lookup, operation, variant),
    ]
    positional: list[str] | None = variant.get("positional", operation.raw.get("x-positional"))
    _check(arguments, positional or [])
    for argument in arguments:
        if argument.location in ("path", "basic"):
            argument.positional = True
        elif positional is None:
            argument.positional = argument.required or argument.location == "whole"
        else:
            argument.positional = argument.wire in positional
    return sorted(arguments, key=lambda each: _rank(each, positional or []))


def _check(arguments: list[Argument], positional: list[str]) -> None:
    if unknown := set(positional) - {argument.wire for argument in arguments}:
        raise GeneratorError(f"positional: there is no {', '.join(sorted(unknown))}")
    names = [argument.name for argument in arguments if not argument.fixed]
    if twice := {name for name in names if names.count(name) > 1}:
        raise GeneratorError(f"two arguments are called {', '.join(sorted(twice))}")
    if wrong := [name for name in names if not is_name(name)]:
        raise GeneratorError(f"an argument can't be called {wrong[0]!r}: add an x-name")


def _rank(argument: Argument, positional: list[str]) -> tuple[bool, bool, int]:
    """Return what sorts arguments: path, positional ones, optional ones, keyword arguments."""
    if argument.location in ("path", "basic"):
        return (False, False, -1)
    optional = not argument.required or argument.default is not None
    index = positional.index(argument.wire) if argument.wire in positional else 0
    return (not argument.positional, argument.positional and optional, index)


# --- credentials and parameters -------------------------------------------------------------------


def _credentials(operation: Operation) -> list[Argument]:
    if operation.auth != "basic":
        return []
    return [
        Argument(
            name=name,
            wire=name,
            location="basic",
            annotation=types.Annotation("str"),
            required=True,
            description=text,
            secret=name == "password",
        )
        for name, text in (
            ("username", "The account's user name (e-mail address)."),
            ("password", "The account's password."),
        )
    ]


def _parameters(
    lookup: Lookup, operation: Operation, wanted_query: list[str] | None
) -> list[Argument]:
    """Return the parameters, those of the path in its order.

    Args:
        wanted_query: Names of the query parameters that the method takes; None for all.
    """
    endpoint = lookup.endpoint(operation)
    properties = {
        (location, prop.name.get_untrusted_value()): prop
        for location, props in (
            ("path", endpoint.path_parameters),
            ("query", endpoint.query_parameters),
        )
        for prop in props
    }
    scope_names = re.findall(r"{(\w+)}", SCOPE_PATHS[operation.scope])
    order = re.findall(r"{(\w+)}", operation.path)
    parameters = [lookup.deref(parameter) for parameter in operation.raw.get("parameters", ())]
    parameters.sort(key=lambda p: order.index(p["name"]) if p["in"] == "path" else len(order))
    result: list[Argument] = []
    for parameter in parameters:
        name, location = parameter["name"], parameter["in"]
        if location == "path" and name in scope_names:
            continue
        if location == "query" and wanted_query is not None and name not in wanted_query:
            continue
        if parameter.get("x-hidden"):
            continue
        if (location, name) not in properties:
            raise GeneratorError(f"the parser dropped the parameter {name}")
        prop = properties[location, name]
        schema = lookup.deref(parameter["schema"])
        argument = _chosen(
            parameter,
            Argument(
                name=parameter.get("x-name") or str(prop.python_name),
                wire=name,
                location=location,
                annotation=types.annotation(prop, argument=True),
                required=bool(parameter.get("required")),
                description=parameter["description"].strip(),
                comma=_may_be_list(schema) and parameter.get("explode") is False,
                fixed="const" in schema,
                constant=schema.get("const"),
                secret=is_secret(schema),
            ),
        )
        result.append(argument)
    return result


def _may_be_list(schema: dict[str, Any]) -> bool:
    return schema.get("type") == "array" or any(map(_may_be_list, schema.get("anyOf", ())))


# --- the request body -----------------------------------------------------------------------------


def _body(lookup: Lookup, operation: Operation, variant: dict[str, Any]) -> list[Argument]:
    prop: Any
    if variant.get("body"):
        content = variant.get("content", _JSON)
        whole = {**lookup.schemas[variant["body"]], "required": True}
        if whole.keys() & {"oneOf", "anyOf"}:
            anything = types.Annotation("Mapping[str, Any]", "Mapping", "Any")
            return [_whole(whole, anything)]
        prop = lookup.named(variant["body"])
        if content not in PLACES or types.is_map(prop):
            return [_whole(whole, types.annotation(prop, argument=True))]
    elif not operation.contents or operation.raw["requestBody"].get("x-hidden"):
        return []
    else:
        bodies = lookup.endpoint(operation).bodies
        if not bodies:
            raise GeneratorError("the parser dropped the request body")
        content, prop = bodies[0].content_type.get_untrusted_value(), bodies[0].prop
        if wrapped := operation.raw.get("x-body-field"):
            # The parser's copy of the inner model may not be filled in yet.
            prop = lookup.named(str(lookup.property(prop, wrapped).class_info.name))
        if not isinstance(prop, ModelProperty) or types.is_map(prop):
            return [_whole(operation.raw["requestBody"], types.annotation(prop, argument=True))]
    schema = lookup.schemas[str(prop.class_info.name)]
    by_wire = properties_of(prop, schema)
    # In the order of the document, not of the parser.
    fields = [
        _field(lookup, by_wire[name], PLACES[content], described)
        for name, described in schema["properties"].items()
        if not described.get("x-hidden")
    ]
    rest = schema.get("additionalProperties")
    if isinstance(rest, dict) and "x-name" in rest:
        anything = types.Annotation("Mapping[str, Any]", "Mapping", "Any")
        fields.append(_whole({**rest, "required": True}, anything, location="rest"))
    for field in fields:
        field.required = field.required or field.wire in schema.get("x-required", ())
    return fields


def _whole(raw: dict[str, Any], annotation: types.Annotation, location: str = "whole") -> Argument:
    """Return the whole body, or the rest of it, as one argument.

    Args:
        raw: What describes it: the request body, or its schema.
    """
    return Argument(
        name=raw.get("x-name", "body"),
        wire="",
        location=location,
        annotation=annotation,
        required=raw.get("required", False),
        description=raw["description"].strip(),
        secret=is_secret(raw),
    )


def _field(lookup: Lookup, prop: Any, location: str, schema: dict[str, Any]) -> Argument:
    described = {**lookup.deref(schema), **schema}
    wire = prop.name.get_untrusted_value()
    if isinstance(prop, FileProperty):
        location = "file"
    elif isinstance(prop, ListProperty) and isinstance(prop.inner_property, FileProperty):
        raise GeneratorError(f"{wire}: a list of files needs a hand-written method")
    argument = Argument(
        name=described.get("x-name") or str(prop.python_name),
        wire=wire,
        location=location,
        annotation=types.annotation(prop, argument=True),
        required=prop.required,
        description=(described.get("description") or "").strip(),
        secret=is_secret(described),
        file_name=described.get("x-filename", "file"),
        identifiers=described.get("x-identifiers", False),
    )
    if types.is_constant(prop):
        argument.fixed, argument.constant = True, types.constant(prop)
    elif "const" in described or described.get("type") == "null":
        argument.fixed, argument.constant = True, described.get("const")
    if described.get("x-not-empty"):
        argument.prefix = described.get("x-prefix", "")
    return _chosen(described, argument)


def _chosen(described: dict[str, Any], argument: Argument) -> Argument:
    """Return an argument with its default, as a bool where the API has two words for one, and with
    numbers where the API takes their text.
    """
    if choice := described.get("x-boolean"):
        argument.choice = (choice[0], choice[1])
        argument.annotation = types.Annotation("bool")
    if described.get("x-text"):
        argument.as_text = True
        argument.annotation = types.Annotation("str | float")
    if "x-default" in described:
        argument.default = repr(described["x-default"])
    if described.get("x-optional"):
        argument.required = False
    return argument

"""Plans the client: which methods the operations of a document become."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.union import UnionProperty

from . import types
from .bundle import METHODS
from .errors import GeneratorError
from .grouping import make_resource
from .names import is_name, pascal
from .structure import SCOPE_PATHS, Answer, Argument, Method, Operation, Plan, Resource

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint

    from .parse import Parsed

_JSON, _FORM, _MULTIPART = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
)


def all_properties(model: ModelProperty) -> list[Any]:
    """Give the properties of an object."""
    return [*(model.required_properties or []), *(model.optional_properties or [])]


def properties_of(model: ModelProperty, schema: dict[str, Any]) -> dict[str, Any]:
    """Give the properties of an object by their names in JSON: all that its schema names."""
    found = {prop.name.get_untrusted_value(): prop for prop in all_properties(model)}
    dropped = schema.get("properties", {}).keys() - found.keys()
    if dropped:
        name = model.class_info.name
        raise GeneratorError(
            *(f"{name}.{each}: the parser dropped this property" for each in sorted(dropped))
        )
    return found


def make_plan(document: dict[str, Any], parsed: Parsed, mixins: dict[str, Any]) -> Plan:
    """Plan the client of a bundled document."""
    planner = _Planner(document, parsed)
    operations = [
        planner.operation(method, path, item[method])
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    ]
    resources: list[Resource] = []
    for tag in document["tags"]:
        mine = [operation for operation in operations if operation.tag == tag["name"]]
        name = pascal(tag["name"])
        if {name, f"Product{name}", f"Org{name}"} & document["components"]["schemas"].keys():
            name += "Resource"  # `User` is what the resource `user` gives
        resources.append(make_resource(tag["name"], name, tag["description"], mine, mixins))
    return Plan(resources, operations)


class _Planner:
    def __init__(self, document: dict[str, Any], parsed: Parsed) -> None:
        self.document = document
        self.parsed = parsed

    def operation(self, method: str, path: str, raw: dict[str, Any]) -> Operation:
        result = Operation(
            id=raw["operationId"],
            base_id=raw.get("x-operation", raw["operationId"]),
            method=method.upper(),
            path=path,
            scope=raw["x-scope"],
            tag=raw["tags"][0],
            raw=raw,
            hand_written=bool(raw.get("x-hand-written")),
        )
        if result.hand_written:
            return result
        variants = raw.get("x-methods") or [{"name": raw["x-method"]}]
        for variant in variants:
            if not variant.get("hand-written"):
                result.methods.append(self._method(result, variant))
        return result

    def _method(self, operation: Operation, variant: dict[str, Any]) -> Method:
        raw = operation.raw
        if not is_name(variant["name"]):
            raise GeneratorError(
                f"{operation.id}: a method can't be called {variant['name']!r}: "
                "choose another x-method"
            )
        try:
            arguments = [
                *self._credentials(operation),
                *self._parameters(operation, variant),
                *self._body(operation, variant),
            ]
            self._place(arguments, operation, variant)
            answer = self._answer(operation, variant)
        except GeneratorError as error:
            raise GeneratorError(*(f"{operation.id}: {line}" for line in error.problems)) from error
        return Method(
            name=variant["name"],
            operation=operation,
            summary=variant.get("summary") or raw["summary"],
            description=(variant.get("description") or raw["description"]).strip(),
            arguments=arguments,
            answer=answer,
            deprecated=bool(variant.get("deprecated") or raw.get("deprecated")),
            alias=raw.get("x-alias"),
            body_field=raw.get("x-body-field"),
            timeout=variant.get("timeout"),
            idempotent=variant.get("idempotent"),
        )

    # --- arguments ------------------------------------------------------------------------------

    def _credentials(self, operation: Operation) -> list[Argument]:
        if operation.auth != "basic":
            return []
        return [
            Argument(
                name=name,
                wire=name,
                place="basic",
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

    def _parameters(self, operation: Operation, variant: dict[str, Any]) -> list[Argument]:
        endpoint = self._endpoint(operation)
        properties = {
            (place, prop.name.get_untrusted_value()): prop
            for place, props in (
                ("path", endpoint.path_parameters),
                ("query", endpoint.query_parameters),
            )
            for prop in props
        }
        scope_names = re.findall(r"{(\w+)}", SCOPE_PATHS[operation.scope])
        order = re.findall(r"{(\w+)}", operation.path)
        parameters = [self._deref(parameter) for parameter in operation.raw.get("parameters", ())]
        parameters.sort(key=lambda p: order.index(p["name"]) if p["in"] == "path" else len(order))
        result: list[Argument] = []
        for parameter in parameters:
            name, place = parameter["name"], parameter["in"]
            if place == "path" and name in scope_names:
                continue
            if place == "query" and "query" in variant and name not in variant["query"]:
                continue
            if parameter.get("x-hidden"):
                continue
            if (place, name) not in properties:
                raise GeneratorError(f"the parser dropped the parameter {name}")
            prop = properties[place, name]
            schema = self._deref(parameter["schema"])
            result.append(
                Argument(
                    name=parameter.get("x-name") or str(prop.python_name),
                    wire=name,
                    place=place,
                    annotation=types.annotation(prop, argument=True),
                    required=bool(parameter.get("required")),
                    description=parameter["description"].strip(),
                    comma=schema.get("type") == "array" and parameter.get("explode") is False,
                    fixed="const" in schema,
                    constant=schema.get("const"),
                    secret=schema.get("format") == "password",
                )
            )
        return result

    def _body(self, operation: Operation, variant: dict[str, Any]) -> list[Argument]:
        contents = (operation.raw.get("requestBody") or {}).get("content") or {}
        if variant.get("body"):
            content = variant.get("content", _JSON)
            if schema := self._union(variant["body"]):
                return [_whole(schema)]
            prop: Any = self._named(variant["body"])
        elif not contents:
            return []
        else:
            bodies = self._endpoint(operation).bodies
            if not bodies:
                raise GeneratorError("the parser dropped the request body")
            body = bodies[0]
            content, prop = body.content_type.get_untrusted_value(), body.prop
            required = operation.raw["requestBody"].get("required", False)
            if wrapped := operation.raw.get("x-body-field"):
                # The parser's copy of the inner model may not be filled in yet.
                prop = self._named(str(self._property(prop, wrapped).class_info.name))
            if not isinstance(prop, ModelProperty) or types.is_map(prop):
                return [
                    Argument(
                        name=operation.raw["requestBody"].get("x-name", "body"),
                        wire="",
                        place="whole",
                        annotation=types.annotation(prop, argument=True),
                        required=required,
                        description=operation.raw["requestBody"]["description"],
                    )
                ]
        place = {_JSON: "body", _FORM: "form", _MULTIPART: "field"}[content]
        schema = self.document["components"]["schemas"][str(prop.class_info.name)]
        by_wire = properties_of(prop, schema)
        # In the order of the document, not of the parser.
        return [
            self._body_argument(by_wire[name], place, schema["properties"][name])
            for name, raw in schema["properties"].items()
            if not raw.get("x-hidden")
        ]

    def _body_argument(self, prop: Any, place: str, schema: dict[str, Any]) -> Argument:
        described = {**self._deref(schema), **schema}
        wire = prop.name.get_untrusted_value()
        name = described.get("x-name") or str(prop.python_name)
        if isinstance(prop, FileProperty):
            place = "file"
        elif isinstance(prop, ListProperty) and isinstance(prop.inner_property, FileProperty):
            raise GeneratorError(f"{wire}: a list of files needs a hand-written method")
        argument = Argument(
            name=name,
            wire=wire,
            place=place,
            annotation=types.annotation(prop, argument=True),
            required=prop.required,
            description=(described.get("description") or "").strip(),
            secret=described.get("format") == "password",
            file_name=described.get("x-filename", "file"),
        )
        if types.is_constant(prop):
            argument.fixed, argument.constant = True, types.constant(prop)
        elif "const" in described or described.get("type") == "null":
            argument.fixed, argument.constant = True, described.get("const")
        if choice := described.get("x-boolean"):
            argument.choice = (choice[0], choice[1])
            argument.annotation = types.Annotation("bool")
        if "x-default" in described:
            argument.default = repr(described["x-default"])
        return argument

    def _place(
        self, arguments: list[Argument], operation: Operation, variant: dict[str, Any]
    ) -> None:
        """Decide which arguments may be given by position, and put them in order."""
        positional = variant.get("positional", operation.raw.get("x-positional"))
        for argument in arguments:
            if argument.place in ("path", "basic"):
                argument.positional = True
            elif positional is None:
                argument.positional = argument.required or argument.place == "whole"
            else:
                argument.positional = argument.wire in positional
        unknown = set(positional or ()) - {argument.wire for argument in arguments}
        if unknown:
            raise GeneratorError(f"positional: there is no {', '.join(sorted(unknown))}")
        names = [argument.name for argument in arguments if not argument.fixed]
        if twice := {name for name in names if names.count(name) > 1}:
            raise GeneratorError(f"two arguments are called {', '.join(sorted(twice))}")
        if wrong := [name for name in names if not is_name(name)]:
            raise GeneratorError(f"an argument can't be called {wrong[0]!r}: add an x-name")
        order = list(positional or ())

        def key(argument: Argument) -> tuple[int, int, int]:
            free = not argument.positional
            optional = argument.positional and (
                not argument.required or argument.default is not None
            )
            where = 0 if argument.place in ("path", "basic") else 1
            index = order.index(argument.wire) if argument.wire in order else 0
            return (free, optional and where == 1, index if where else -1)

        arguments.sort(key=key)

    # --- answers --------------------------------------------------------------------------------

    def _answer(self, operation: Operation, variant: dict[str, Any]) -> Answer:
        raw = operation.raw
        successes = [status for status in raw["responses"] if str(status).startswith("2")]
        if not successes:
            raise GeneratorError("it has no success response")
        bodies = [
            status for status in successes if self._deref(raw["responses"][status]).get("content")
        ]
        if ("response" in variant and variant["response"] is None) or not bodies:
            return Answer("nothing")
        status = bodies[0]
        if raw.get("x-download"):
            return Answer("download")
        prop: Any
        if variant.get("response"):
            prop = self._named(variant["response"])
        else:
            answers = {
                answer.status_code.pattern: answer.prop
                for answer in self._endpoint(operation).responses
            }
            if str(status) not in answers:
                raise GeneratorError(f"the parser dropped the response {status}")
            prop = self._enveloped(answers[str(status)])
        pagination = raw.get("x-pagination")
        if pagination:
            return self._page(prop, {name: str(value) for name, value in pagination.items()})
        if isinstance(prop, ModelProperty) and not types.is_map(prop):
            always = len(bodies) == len(successes)
            return Answer("model" if always else "optional", types.annotation(prop))
        if (
            isinstance(prop, ListProperty)
            and isinstance(prop.inner_property, ModelProperty)
            and not types.is_map(prop.inner_property)
        ):
            return Answer("models", types.annotation(prop.inner_property))
        if isinstance(prop, ListProperty) and isinstance(prop.inner_property, UnionProperty):
            return Answer("values", types.annotation(prop.inner_property))
        return Answer("value", types.annotation(prop))

    def _page(self, prop: Any, pagination: dict[str, str]) -> Answer:
        """A response that comes in pages: as an object, as nothing but an array, or as either."""
        kinds = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
        pages = [kind for kind in kinds if isinstance(kind, ModelProperty)]
        arrays = [kind for kind in kinds if isinstance(kind, ListProperty)]
        if arrays:
            pagination["bare"] = "true"
        if pages:
            page = types.annotation(pages[0])
            items = self._property(pages[0], pagination["items"])
        else:
            page, items = types.Annotation("Items"), arrays[0]
            pagination["items"] = "items"
        return Answer("page", page, types.annotation(items.inner_property), pagination)

    def _enveloped(self, prop: Any) -> Any:
        """Give the envelope where a response comes with one or without: its model reads both."""
        for inner in prop.inner_properties if isinstance(prop, UnionProperty) else ():
            if isinstance(inner, ModelProperty):
                schema = self.document["components"]["schemas"][str(inner.class_info.name)]
                fields = schema.get("properties", {}).values()
                if any(field.get("x-envelope") for field in fields):
                    return inner
        return prop

    # --- look-ups -------------------------------------------------------------------------------

    def _endpoint(self, operation: Operation) -> Endpoint:
        endpoint = self.parsed.endpoints.get((operation.method.lower(), operation.path))
        if endpoint is None:
            raise GeneratorError("the parser dropped this operation")
        return endpoint

    def _named(self, name: str) -> ModelProperty:
        if name not in self.parsed.models:
            raise GeneratorError(f"there is no object schema {name}")
        return self.parsed.models[name]

    def _union(self, name: str) -> dict[str, Any] | None:
        """A named union of bodies, which a method takes as it is."""
        schema: dict[str, Any] = self.document["components"]["schemas"][name]
        return schema if schema.keys() & {"oneOf", "anyOf"} else None

    def _property(self, model: Any, name: str) -> Any:
        for prop in all_properties(model):
            if prop.name.get_untrusted_value() == name:
                return prop
        raise GeneratorError(f"{model.class_info.name} has no {name}")

    def _deref(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            _, _, kind, name = node["$ref"].split("/")
            node = self.document["components"][kind][name]
        return node


def _whole(schema: dict[str, Any]) -> Argument:
    """The whole body as one argument: an object of any of several schemas."""
    return Argument(
        name=schema.get("x-name", "body"),
        wire="",
        place="whole",
        annotation=types.Annotation("Mapping[str, Any]", "Mapping", "Any"),
        required=True,
        description=schema["description"].strip(),
        secret=schema.get("format") == "password",
    )

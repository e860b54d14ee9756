"""What the client consists of: resources, their classes in each scope, and their methods."""

from __future__ import annotations

import keyword
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.union import UnionProperty

from . import types
from .bundle import METHODS
from .errors import GeneratorError

if TYPE_CHECKING:
    from openapi_python_client.parser.openapi import Endpoint

    from .parse import Parsed
    from .types import Annotation

SCOPES = ("account", "product", "org")

SCOPE_PATHS = {
    "account": "/v1",
    "product": "/v1/products/{productIdOrSlug}",
    "org": "/v1/orgs/{orgIdOrSlug}",
}
_JSON, _FORM, _MULTIPART = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
)


@dataclass
class Argument:
    """One argument of a method, or one fixed value that the method sends."""

    name: str
    wire: str
    place: str
    """`path`, `query`, `body` (JSON), `form`, `field` or `file` (multipart), `whole` (JSON)."""
    annotation: Annotation | None
    required: bool
    description: str = ""
    positional: bool = False
    default: str | None = None
    """Python source of the default; None for UNSET."""
    constant: Any = None
    fixed: bool = False
    comma: bool = False
    choice: tuple[str, str] | None = None
    """What travels for False and True."""
    secret: bool = False
    file_name: str = "file"
    """What a file without a name is called."""


@dataclass
class Answer:
    """What a method returns."""

    kind: str
    """`model`, `optional` (a model or no body), `models`, `page`, `value`, `values`, `download` or
    `nothing`."""
    annotation: Annotation | None = None
    item: Annotation | None = None
    pagination: dict[str, str] = field(default_factory=dict)


@dataclass
class Method:
    """A method of a resource class."""

    name: str
    operation: Operation
    summary: str
    description: str
    arguments: list[Argument]
    answer: Answer
    deprecated: bool = False
    body_field: str | None = None
    """The body's one field under which everything goes (`{"product": {…}}`)."""
    timeout: float | None = None
    idempotent: bool | None = None


@dataclass
class Operation:
    """An operation of the document, in one scope."""

    id: str
    base_id: str
    """The same for all scopes of one written operation."""
    method: str
    path: str
    scope: str
    tag: str
    raw: dict[str, Any]
    hand_written: bool
    methods: list[Method] = field(default_factory=list)

    @property
    def constant(self) -> str:
        """Name of the Operation constant."""
        return snake(self.base_id).upper()

    @property
    def auth(self) -> str:
        """Which credentials it takes."""
        schemes = [next(iter(entry), "") for entry in self.raw.get("security", ())]
        if not schemes:
            return "optional"
        first = schemes[0]
        if first == "accessToken":
            return "optional" if "" in schemes else "bearer"
        return {"userPassword": "basic", "oauthClient": "client"}.get(first, "optional")

    @property
    def permissions(self) -> list[str]:
        """The permission scopes that the document names."""
        return [
            name
            for entry in self.raw.get("security", ())
            for names in entry.values()
            for name in names
        ]

    @property
    def template(self) -> str:
        """The path as the Operation constant has it: any scope's for an operation of several."""
        if self.id == self.base_id and "x-operation" not in self.raw:
            return self.path
        return "{scope}" + self.path.removeprefix(SCOPE_PATHS[self.scope])


@dataclass
class ResourceClass:
    """One class: a resource in one scope, or what several scopes have in common."""

    name: str
    bases: list[str]
    methods: list[Method]
    scopes: list[str]
    shared: bool = False
    """Whether it is a base that several scopes' classes have in common."""


@dataclass
class Resource:
    """A resource: one module of the client."""

    tag: str
    description: str
    operations: list[Operation]
    classes: list[ResourceClass]
    by_scope: dict[str, str]
    """Scope → name of the class."""


@dataclass
class Plan:
    """Everything that is to be rendered."""

    resources: list[Resource]
    operations: list[Operation]


def snake(name: str) -> str:
    """`listLedgers` → `list_ledgers`, `OAuthClient` → `oauth_client`."""
    name = name.replace("OAuth", "Oauth")
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).replace("-", "_").replace(" ", "_").lower()


def pascal(name: str) -> str:
    """`logic_runs` → `LogicRuns`, `oauth_clients` → `OAuthClients`."""
    words = {"oauth": "OAuth", "os": "OS"}
    return "".join(words.get(part, part[:1].upper() + part[1:]) for part in name.split("_"))


def is_name(name: str) -> bool:
    """Whether a method, an argument or a field can be called so: public, and in snake_case."""
    plain = name.isidentifier() and not keyword.iskeyword(name)
    return plain and name == name.lower() and not name.startswith("_")


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
        resources.append(_resource(tag["name"], name, tag["description"], mine, mixins))
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
                raise GeneratorError(f"the parser dropped the answer {status}")
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
        """An answer that comes in pages: as an object, as nothing but an array, or as either."""
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
        """Give the envelope where an answer comes with one or without: its model reads both."""
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


def _resource(
    tag: str, name: str, description: str, operations: list[Operation], mixins: dict[str, Any]
) -> Resource:
    """Sort the methods of a resource into classes: one where its scopes have the same methods."""
    by_scope: dict[str, dict[str, Method]] = {}
    for operation in operations:
        methods = by_scope.setdefault(operation.scope, {})
        for method in operation.methods:
            if method.name in methods:
                raise GeneratorError(
                    f"{tag}: {operation.id} and {methods[method.name].operation.id} "
                    f"are both {method.name}() for the {operation.scope}"
                )
            methods[method.name] = method
    scopes = [scope for scope in SCOPES if scope in by_scope]
    mixed = mixins.get(tag, {})

    names = {"account": name, "product": f"Product{name}", "org": f"Org{name}"}
    shared = _shared(by_scope, scopes)
    if len(scopes) == 1 or (
        list(shared) == [tuple(scopes)]
        and all(len(shared[tuple(scopes)]) == len(by_scope[scope]) for scope in scopes)
        and len({mixed.get(scope) for scope in scopes}) == 1
    ):
        all_methods = list(by_scope[scopes[0]].values())
        bases = [mixed[scopes[0]]] if scopes[0] in mixed else []
        own = name if len(scopes) > 1 else names[scopes[0]]
        return Resource(
            tag,
            description,
            operations,
            [ResourceClass(own, bases, all_methods, scopes)],
            dict.fromkeys(scopes, own),
        )
    classes: list[ResourceClass] = []
    for among, common in shared.items():
        everywhere = len(shared) == 1 or len(among) == len(scopes)
        label = "Common" if everywhere else "And".join(scope.capitalize() for scope in among)
        classes.append(
            ResourceClass(
                f"{label}{name}",
                [],
                [by_scope[among[0]][each] for each in common],
                list(among),
                shared=True,
            )
        )
    bases_of = {scope: [each.name for each in classes if scope in each.scopes] for scope in scopes}
    for scope in scopes:
        elsewhere = {each for among, found in shared.items() if scope in among for each in found}
        own_methods = [method for each, method in by_scope[scope].items() if each not in elsewhere]
        bases = [*([mixed[scope]] if scope in mixed else []), *bases_of[scope]]
        classes.append(ResourceClass(names[scope], bases, own_methods, [scope]))
    return Resource(tag, description, operations, classes, {s: names[s] for s in scopes})


def _shared(
    by_scope: dict[str, dict[str, Method]], scopes: list[str]
) -> dict[tuple[str, ...], list[str]]:
    """Give the methods that several scopes have in common, by which scopes those are."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(each for scope in scopes for each in by_scope[scope]):
        ids: dict[str, list[str]] = {}
        for scope in scopes:
            if name in by_scope[scope]:
                ids.setdefault(by_scope[scope][name].operation.base_id, []).append(scope)
        for among in ids.values():
            if len(among) > 1:
                found.setdefault(tuple(among), []).append(name)
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))

"""The modules of models: which classes, in which order, with which fields."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.union import UnionProperty

from . import types
from .config import MODEL_MIXINS, VIEWED_BY_HAND
from .errors import GeneratorError
from .lookup import all_properties, is_secret, properties_of
from .names import is_name, snake

if TYPE_CHECKING:
    from openapi_python_client.parser.properties.enum_property import EnumProperty

    from .parse import Parsed
    from .structure import Plan

# Names that a field can't have: Model's own, and the types that annotations name.
_TAKEN = {
    "to_dict",
    "from_dict",
    "keys",
    "additional_properties",
    "date",
    "datetime",
    "list",
    "dict",
}

# Fields of an envelope that say nothing about what is in it.
_BESIDE = {"ok", "message", "meta"}


class ModelModules:
    """The modules, ready for the template, and where each class is."""

    def __init__(self, modules: dict[str, dict[str, Any]], module_of: dict[str, str]) -> None:
        self.modules = modules
        self.module_of = module_of


def render_models(
    document: dict[str, Any], plan: Plan, parsed: Parsed, schema_files: dict[str, str]
) -> ModelModules:
    """Return every model that a response or an argument needs, sorted into modules."""
    wanted = wanted_classes(document, plan, parsed)
    module_of = {name: schema_files[name] for name in sorted(wanted)}
    modules: dict[str, dict[str, Any]] = {}
    contents = _contents(plan, parsed)
    for module in sorted(set(module_of.values())):
        names = [
            name for name in document["components"]["schemas"] if module_of.get(name) == module
        ]
        modules[module] = _module(module, names, document, parsed, module_of, contents)
    _check_cycles(modules)
    return ModelModules(modules, module_of)


def _contents(plan: Plan, parsed: Parsed) -> dict[str, Any]:
    """Return, by the name of each envelope, its property: the one object that a method returns."""
    contents: dict[str, Any] = {}
    for operation in plan.operations:
        for method in operation.methods:
            names = method.result.annotation.names if method.result.annotation else ()
            for name in names if method.result.kind in ("value", "optional") else ():
                if name in parsed.models:
                    props = all_properties(parsed.models[name])
                    inside = [each for each in props if _wire(each) not in _BESIDE]
                    if len(inside) == 1 and _objects(inside[0]):
                        contents[name] = inside[0]
    return contents


def _objects(prop: Any) -> list[ModelProperty]:
    """Return the objects that a property may be; none if it may be anything else but null."""
    kinds = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
    objects = [kind for kind in kinds if isinstance(kind, ModelProperty) and not types.is_map(kind)]
    others = [kind for kind in kinds if kind not in objects and not isinstance(kind, NoneProperty)]
    return [] if others else objects


def _wire(prop: Any) -> str:
    return str(prop.name.get_untrusted_value())


def wanted_classes(document: dict[str, Any], plan: Plan, parsed: Parsed) -> set[str]:
    """Return the names of the classes: what responses hold, and objects inside of arguments.

    The top of a request body is no class: its fields are the method's arguments.
    """
    wanted: set[str] = set()

    def add(name: str) -> None:
        if name in wanted or name in VIEWED_BY_HAND:
            return
        if name in parsed.enums:
            wanted.add(name)
        elif name in parsed.models and not types.is_map(parsed.models[name]):
            wanted.add(name)
            for prop in all_properties(parsed.models[name]):
                for inner in types.annotation(prop).names:
                    add(inner)
        elif name in parsed.models:
            for inner in types.annotation(parsed.models[name]).names:
                add(inner)

    schemas = document["components"]["schemas"]
    for operation in plan.operations:
        for status, response in operation.raw["responses"].items():
            if str(status).startswith("2"):
                for media in (response.get("content") or {}).values():
                    for name in _schema_names(media.get("schema"), schemas):
                        add(name)
        for method in operation.methods:
            for argument in method.arguments:
                for name in argument.annotation.names if argument.annotation else ():
                    add(name)
            for annotation in (method.result.annotation, method.result.item):
                for name in annotation.names if annotation else ():
                    add(name)
    return wanted


def _schema_names(schema: Any, schemas: dict[str, Any]) -> list[str]:
    """Return the schemas that a response's schema names, through unions and arrays."""
    if isinstance(schema, list):
        return [name for item in schema for name in _schema_names(item, schemas)]
    if not isinstance(schema, dict):
        return []
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return [
            name,
            *_schema_names({k: schemas[name].get(k) for k in ("oneOf", "anyOf", "items")}, schemas),
        ]
    return _schema_names([schema.get(key) for key in ("oneOf", "anyOf", "items")], schemas)


def _module(
    module: str,
    names: list[str],
    document: dict[str, Any],
    parsed: Parsed,
    module_of: dict[str, str],
    contents: dict[str, Any],
) -> dict[str, Any]:
    enums = [_enum(name, parsed.enums[name]) for name in names if name in parsed.enums]
    ordered = _ordered([name for name in names if name in parsed.models], parsed)
    used: set[str] = set()
    classes: list[dict[str, Any]] = []
    for name in ordered:
        model = parsed.models[name]
        each = _class(name, model, document)
        each["properties"] = _reached(contents.get(name), each, parsed, document)
        props = all_properties(model)
        if each["properties"]:
            props += [prop for one in _objects(contents[name]) for prop in all_properties(one)]
        used.update(*(types.annotation(prop).names for prop in props))
        classes.append(each)
    declarations = " ".join(field["declaration"] for each in classes for field in each["fields"])
    imports = ["from __future__ import annotations"] if not classes else []
    if bases := sorted({each["base"] for each in enums}):
        imports.append(f"from enum import {', '.join(bases)}")
    if dates := sorted(used & {"date", "datetime"}):
        imports.append(f"from datetime import {', '.join(dates)}")
    if typing := sorted(used & {"Any", "Literal"}):
        imports.append(f"from typing import {', '.join(typing)}")
    mixins = {MODEL_MIXINS[name] for name in ordered if name in MODEL_MIXINS}
    imports += [f"from ..{path} import {mixin}" for path, mixin in sorted(mixins)]
    if classes:
        if "UNSET" in declarations:
            imports.append("from ..base.unset import UNSET")
        helpers = ["json_field", "model"] if "json_field(" in declarations else ["model"]
        if any(each["properties"] for each in classes):
            helpers.insert(0, "content_of")
        imports.append(f"from ..schema.fields import {', '.join(helpers)}")
        imports.append("from ..schema.model import Model")
    for other in sorted({module_of[name] for name in used if name in module_of} - {module}):
        found = sorted(name for name in used if module_of.get(name) == other)
        imports.append(f"from .{other} import {', '.join(found)}")
    exported = [each["name"] for each in [*enums, *classes]]
    return {
        "title": module.replace("_", " "),
        "imports": imports,
        "exported": exported,
        "enums": enums,
        "classes": classes,
        "needs": {module_of[name] for name in used if name in module_of} - {module},
    }


def _class(name: str, model: ModelProperty, document: dict[str, Any]) -> dict[str, Any]:
    schema = document["components"]["schemas"][name]
    props = properties_of(model, schema)
    fields = [
        _field(props[wire], wire, raw, document, name) for wire, raw in schema["properties"].items()
    ]
    names = [field["name"] for field in fields]
    if twice := {each for each in names if names.count(each) > 1}:
        raise GeneratorError(f"{name}: two fields are called {', '.join(sorted(twice))}")
    bases = [*MODEL_MIXINS[name][1:], "Model"] if name in MODEL_MIXINS else ["Model"]
    return {
        "name": name,
        "bases": bases,
        "description": schema["description"],
        "fields": fields,
        "open": bool(schema.get("additionalProperties")),
    }


def _reached(
    content: Any, envelope: dict[str, Any], parsed: Parsed, document: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return the fields of what is in an envelope, which can be reached on the envelope itself."""
    found: list[dict[str, dict[str, Any]]] = []
    for one in _objects(content) if content else ():
        name = str(one.class_info.name)
        fields = _class(name, parsed.models[name], document)["fields"]
        found.append({field["name"]: field for field in fields})
    own = [field["name"] for field in envelope["fields"]]
    where = str(content.python_name) if found else ""
    reached: list[dict[str, Any]] = []
    for name in found[0] if found else ():
        if name not in own and all(name in fields for fields in found):
            texts = {fields[name]["description"] for fields in found}
            reached.append(
                {
                    "name": name,
                    "where": where,
                    "code": types.optional(*(fields[name]["code"] for fields in found)),
                    "description": texts.pop() if len(texts) == 1 else f"The one of `{where}`.",
                }
            )
    return reached


def _field(
    prop: Any, wire: str, raw: dict[str, Any], document: dict[str, Any], owner: str
) -> dict[str, Any]:
    schema = raw
    while "$ref" in schema:
        target = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    name = raw.get("x-name") or str(prop.python_name)
    if name in _TAKEN or not is_name(name):
        raise GeneratorError(f"{owner}.{wire}: a field can't be called {name!r}: add an x-name")
    code = types.annotation(prop).code
    nullable = "None" in (member.strip() for member in code.split("|"))
    options: list[str] = []
    if wire != name:
        options.append(f"name={json.dumps(wire)}")
    if not prop.required:
        code = types.optional(code, "None")
        if nullable:
            options.append("nullable=True")
    if is_secret(schema) or is_secret(schema.get("items") or {}):
        options.append("secret=True")
    if raw.get("x-envelope"):
        options.append("envelope=True")
    if options and not prop.required:
        options.insert(0, "default=UNSET")
    declaration = f"{name}: {code}"
    if options:
        declaration += f" = json_field({', '.join(options)})"
    elif not prop.required:
        declaration += " = UNSET"
    description = (schema.get("description") or "").strip()
    if schema.get("deprecated"):
        description = f"Deprecated. {description}"
    return {"name": name, "code": code, "declaration": declaration, "description": description}


def _enum(name: str, enum: EnumProperty) -> dict[str, Any]:
    text = enum.value_type is str
    return {
        "name": name,
        "base": "StrEnum" if text else "IntEnum",
        "description": (enum.description.get_untrusted_value() if enum.description else name),
        "members": [
            f"{member_name(value) if text else key} = {json.dumps(value)}"
            for key, value in ((key, _plain(value)) for key, value in enum.values.items())
        ],
    }


def member_name(value: str) -> str:
    """`deviceName` → `DEVICE_NAME`."""
    name = re.sub(r"[^A-Za-z0-9]+", "_", snake(value)).strip("_").upper() or "EMPTY"
    return f"VALUE_{name}" if name[0].isdigit() else name


def _plain(value: Any) -> Any:
    return value.get_untrusted_value() if hasattr(value, "get_untrusted_value") else value


def _ordered(names: list[str], parsed: Parsed) -> list[str]:
    """Classes after those that their fields name, otherwise as they come."""
    result: list[str] = []
    pending: list[str] = []

    def add(name: str) -> None:
        if name in result:
            return
        if name in pending:
            raise GeneratorError(
                f"schemas refer to each other in a circle: {' → '.join([*pending, name])}"
            )
        pending.append(name)
        for prop in all_properties(parsed.models[name]):
            for inner in _class_names(prop):
                if inner in names:
                    add(inner)
        pending.pop()
        result.append(name)

    for name in names:
        add(name)
    return result


def _class_names(prop: Any) -> list[str]:
    if isinstance(prop, ListProperty):
        return _class_names(prop.inner_property)
    if isinstance(prop, UnionProperty):
        return [name for inner in prop.inner_properties for name in _class_names(inner)]
    if types.is_map(prop):
        return _class_names(prop.additional_properties)
    if isinstance(prop, ModelProperty):
        return [str(prop.class_info.name)]
    return []


def _check_cycles(modules: dict[str, dict[str, Any]]) -> None:
    def visit(module: str, path: list[str]) -> None:
        if module in path:
            circle = " → ".join([*path[path.index(module) :], module])
            raise GeneratorError(
                f"schema files refer to each other in a circle ({circle}): "
                "move what both need to schemas/common.yaml"
            )
        for needed in sorted(modules[module]["needs"]):
            visit(needed, [*path, module])

    for module in modules:
        visit(module, [])

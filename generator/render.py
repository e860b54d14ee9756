"""From the plan to source code, through the templates."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .config import HEADER, MIXIN_MODULES
from .constants import constant_of, constants, page_constants
from .docstrings import WIDTH, docstring, reflow
from .models import render_models
from .names import pascal
from .structure import SCOPE_PATHS, Method, Plan, Resource, ResourceClass
from .types import optional

if TYPE_CHECKING:
    from .parse import Parsed
    from .structure import Argument

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
    autoescape=False,
)
_ENVIRONMENT.filters["docstring"] = docstring


def render(
    document: dict[str, Any], plan: Plan, parsed: Parsed, schema_files: dict[str, str]
) -> dict[str, str]:
    """Give the generated files of the package: path → text, not yet formatted."""
    models = render_models(document, plan, parsed, schema_files)
    files = {
        f"models/{name}.py": _template("models_module.py.jinja", **context)
        for name, context in models.modules.items()
    }
    listed = [(module, sorted(context["exported"])) for module, context in models.modules.items()]
    files["models/__init__.py"] = _template(
        "models_init.py.jinja",
        modules=sorted(listed),
        exported=sorted(name for _, names in listed for name in names),
    )
    for resource in plan.resources:
        files[f"api/{resource.tag}.py"] = _api_module(resource, models.module_of)
        files[f"operations/{resource.tag}.py"] = _operations_module(resource)
    files["api/__init__.py"] = (
        f'# {HEADER}\n"""The methods of the Cloud API, one module a resource."""\n'
    )
    files["operations/__init__.py"] = (
        f'# {HEADER}\n"""The operations of the Cloud API as data, one module a resource."""\n'
    )
    files["api/scopes.py"] = _resources(plan)
    files["sandbox/operations.json"] = _sandbox_operations(plan)
    return files


def _template(name: str, **context: Any) -> str:
    return _ENVIRONMENT.get_template(name).render(header=HEADER, **context)


# --- one module a resource ------------------------------------------------------------------------


def _api_module(resource: Resource, module_of: dict[str, str]) -> str:
    names: set[str] = set()
    runtime: set[str] = set()
    deprecated = False
    classes: list[dict[str, Any]] = []
    for asynchronous in (False, True):
        for planned in resource.classes:
            rendered = _Class(resource, planned, asynchronous)
            classes.append(rendered.context())
            names |= rendered.names
            runtime |= rendered.runtime
            deprecated |= rendered.deprecated
    used_runtime = {name for name in names if name in module_of}
    checking = used_runtime - runtime
    bases = sorted({base for each in classes for base in each["bases"]})
    helpers = {
        name
        for name in ("UNSET", "AsyncListing", "AsyncPager", "Items", "Page", "Unset")
        if any(name in text for text in _texts(classes, name))
    } | {
        name
        for name in ("choice", "comma", "drop_unset", "hidden", "multipart", "path_segment")
        if any(f"{name}(" in method["body"] for each in classes for method in each["methods"])
    }
    mixed = {base for base in bases if base in MIXIN_MODULES}
    imports = ["from typing import TYPE_CHECKING"]
    if any(each["methods"] for each in classes):
        imports[0] += ", Unpack"
        imports.append("from ..calls.options import RequestOptions")
    for each, module in sorted({(base, MIXIN_MODULES[base]) for base in mixed}):
        imports.append(f"from ..methods.{module} import {each}")
    used = {
        name
        for name in _operation_names(resource)
        if any(name in method["body"] for each in classes for method in each["methods"])
    }
    if used:
        imports.append(f"from ..operations.{resource.tag} import {', '.join(sorted(used))}")
    resource_names = helpers | {"AsyncResource", "Resource"}
    imports.append(f"from ..methods.base import {', '.join(sorted(resource_names))}")
    imports += [
        f"from ..models.{module_of[name]} import {name}" for name in sorted(used_runtime & runtime)
    ]
    if deprecated:
        imports.append("from ..base.deprecation import deprecated")
    checking_imports = [
        f"from ..models.{module_of[name]} import {name}" for name in sorted(checking)
    ]
    if names & {"Sequence", "Mapping"}:
        wanted = ", ".join(sorted(names & {"Sequence", "Mapping"}))
        checking_imports.append(f"from collections.abc import {wanted}")
    if names & {"datetime", "date"}:
        checking_imports.append(
            f"from datetime import {', '.join(sorted(names & {'datetime', 'date'}))}"
        )
    if "overload" in names:
        checking_imports += [
            "from collections.abc import Coroutine",
            "from pathlib import Path",
            "from ..downloads import AsyncDownload, Download, TargetPath",
            "from ..uploads import Progress",
        ]
    for name in sorted(names & {"Any", "Literal", "overload"}):
        imports[0] += f", {name}"
    if "FileInput" in names:
        checking_imports.append("from ..uploads import AsyncFileInput, FileInput, Progress")
    if any("builtins." in method["returns"] for each in classes for method in each["methods"]):
        checking_imports.append("import builtins")
    return _template(
        "api_module.py.jinja",
        resource=resource,
        imports=imports,
        checking_imports=checking_imports,
        exported=_exported(
            [each["name"] for each in classes if each["public"]],
        ),
        classes=classes,
    )


def _operation_names(resource: Resource) -> list[str]:
    lines = [*constants(resource), *page_constants(resource)]
    return [line.partition(" ")[0] for line in lines]


def _operations_module(resource: Resource) -> str:
    pages = page_constants(resource)
    imports = ["from ..calls.operation import Operation"]
    if pages:
        imports.append("from ..calls.pagination import Pagination")
    lines = [*constants(resource), *pages]
    return _template(
        "operations_module.py.jinja",
        tag=resource.tag,
        imports=imports,
        exported=_exported(_operation_names(resource)),
        lines=lines,
    )


def _texts(classes: list[dict[str, Any]], _: str) -> list[str]:
    return [
        f"{method['signature']} {method['returns']} {method['body']}"
        for each in classes
        for method in each["methods"]
    ]


def _exported(names: list[str]) -> str:
    return json.dumps(sorted(dict.fromkeys(names)))


class _Class:
    """One class, sync or async."""

    def __init__(self, resource: Resource, planned: ResourceClass, asynchronous: bool) -> None:
        self.resource = resource
        self.planned = planned
        self.asynchronous = asynchronous
        self.names: set[str] = set()
        self.runtime: set[str] = set()
        self.deprecated = False

    def context(self) -> dict[str, Any]:
        prefix = "Async" if self.asynchronous else ""
        bases = [prefix + base for base in self.planned.bases]
        if not set(self.planned.bases) & {each.name for each in self.resource.classes}:
            bases.append(f"{prefix}Resource")
        return {
            "name": prefix + self.planned.name,
            "bases": bases,
            "docstring": self._docstring(),
            "public": not self.planned.shared,
            "methods": [self._method(method) for method in self.planned.methods],
        }

    def _docstring(self) -> str:
        planned, resource = self.planned, self.resource
        *others, last = (
            {"account": "the account", "product": "a product", "org": "an organization"}[scope]
            for scope in planned.scopes
        )
        where = f"{', '.join(others)} and {last}" if others else last
        if planned.shared:
            return f"What the {resource.tag} of {where} have in common."
        roots = {"account": "particle", "product": "particle.product(…)", "org": "particle.org(…)"}
        *others, last = (f"`{roots[scope]}.{resource.tag}`" for scope in planned.scopes)
        paths = f"{', '.join(others)} and {last}" if others else last
        client = " of an `AsyncParticle`" if self.asynchronous else ""
        return f"{resource.description.strip()}\n\nReached as {paths}{client}."

    def _method(self, method: Method) -> dict[str, Any]:
        answer = method.answer
        for argument in method.arguments:
            if argument.annotation is not None and not argument.fixed:
                self.names |= argument.annotation.names
        for annotation in (answer.annotation, answer.item):
            if annotation is not None:
                self.names |= annotation.names
                self.runtime |= annotation.names
        awaited = self.asynchronous and answer.kind not in _WAITED_FOR_LATER
        if answer.kind == "download":
            self.names |= {"Any", "Literal", "overload"}
        if method.deprecated:
            self.deprecated = True
        return {
            "name": method.name,
            "alias": method.alias,
            "prefix": "async " if awaited else "",
            "overloads": self._overloads(method) if answer.kind == "download" else [],
            "signature": self._signature(method),
            "returns": self._returns(method),
            "docstring": _method_docstring(method),
            "body": self._body(method, "await " if awaited else ""),
            "deprecated": f"{method.summary}: the Cloud API has deprecated it"
            if method.deprecated
            else "",
        }

    def _list(self) -> str:
        """`list`, unless the class has a method of that name."""
        return "builtins.list" if any(m.name == "list" for m in self._all()) else "list"

    def _all(self) -> list[Method]:
        return [method for each in self.resource.classes for method in each.methods]

    def _overloads(self, method: Method) -> list[dict[str, str]]:
        """What a download returns for each way to say how it is wanted."""
        wait = "async " if self.asynchronous else ""
        download = "AsyncDownload" if self.asynchronous else "Download"
        return [
            {"prefix": prefix, "signature": self._signature(method, how), "returns": returns}
            for prefix, how, returns in (
                (wait, ["to: None = None"], "bytes"),
                (wait, ["to: TargetPath"], "Path"),
                ("", ["stream: Literal[True]"], download),
            )
        ]

    def _signature(self, method: Method, how: list[str] | None = None) -> str:
        parts = ["self"]
        starred = False
        for argument in method.arguments:
            if argument.fixed:
                continue
            if not argument.positional and not starred:
                parts.append("*")
                starred = True
            parts.append(_parameter(argument, self.asynchronous))
        further: list[str] = []
        if method.answer.kind == "download":
            further = (
                ["to: TargetPath | None = None", "stream: bool = False"] if how is None else how
            )
        if further or _takes_files(method):
            further = [*further, "progress: Progress | None = None"]
            parts += [*([] if starred else ["*"]), *further]
        parts.append("**options: Unpack[RequestOptions]")
        return ", ".join(parts)

    def _returns(self, method: Method) -> str:
        answer = method.answer
        code = answer.annotation.code if answer.annotation else ""
        if answer.kind == "nothing":
            return "None"
        if answer.kind == "optional":
            return f"{code} | None"
        if answer.kind == "download":
            if self.asynchronous:
                return "Coroutine[Any, Any, bytes | Path] | AsyncDownload"
            return "bytes | Path | Download"
        if answer.kind in ("models", "values"):
            return f"AsyncListing[{code}]" if self.asynchronous else f"{self._list()}[{code}]"
        if answer.kind == "page":
            item = answer.item.code if answer.item else ""
            return f"{'AsyncPager' if self.asynchronous else 'Page'}[{code}, {item}]"
        return code.replace("list[", f"{self._list()}[")

    def _body(self, method: Method, wait: str) -> str:
        answer = method.answer
        parts = [constant_of(method), _path(method), "options"]
        code = answer.annotation.code if answer.annotation else ""
        if answer.kind == "optional":
            parts.append(f"{code} | None")
        elif answer.kind in ("model", "models", "values"):
            parts.append(code)
        elif answer.kind == "value":
            parts.append(code.replace("list[", f"{self._list()}["))
        elif answer.kind == "page":
            item = answer.item.code if answer.item else ""
            parts += [code, item, f"{method.operation.constant}_PAGES"]
        elif answer.kind == "download":
            parts += ["to", "stream", "progress"]
        parts += _what(method)
        call = f"self._{_SENDERS.get(answer.kind, 'call')}({', '.join(parts)})"
        secrets = [each.name for each in method.arguments if each.secret and not each.fixed]
        lines = [f"{name} = hidden({name})" for name in secrets]
        if answer.kind == "nothing":
            lines.append(f"{wait}{call}")
        else:
            lines.append(f"return {wait}{call}")
        return "\n".join(lines)


_SENDERS = {"models": "list", "values": "list", "page": "page", "download": "download"}
"""Kinds of responses → the method of `Resource` that sends such a call; `_call` for others."""

_WAITED_FOR_LATER = ("models", "values", "page", "download")
"""Kinds of responses that an async method gives as something to await or to iterate over."""


def _parameter(argument: Argument, asynchronous: bool) -> str:
    code = argument.annotation.code if argument.annotation else "Any"
    if argument.place == "file" and asynchronous:
        code = f"Async{code}"
    if argument.default is not None:
        return f"{argument.name}: {code} = {argument.default}"
    if argument.required:
        return f"{argument.name}: {code}"
    return f"{argument.name}: {optional(code, 'Unset')} = UNSET"


def _path(method: Method) -> str:
    """The path below the scope, as an f-string."""
    operation = method.operation
    path = operation.path.removeprefix(SCOPE_PATHS[operation.scope])
    plain = "{" not in path
    for argument in method.arguments:
        if argument.place == "path":
            path = path.replace(
                f"{{{argument.wire}}}", f"{{path_segment('{argument.name}', {argument.name})}}"
            )
    if plain:
        return json.dumps(path)
    secret = any(argument.secret and argument.place == "path" for argument in method.arguments)
    return f'hidden(f"{path}")' if secret else f'f"{path}"'


def _what(method: Method) -> list[str]:
    """What is sent beside the path, as keyword arguments."""
    parts: list[str] = []
    places: dict[str, list[str]] = {}
    for argument in method.arguments:
        if argument.place == "whole":
            parts.append(f"json={argument.name}")
        elif argument.place not in ("path", "basic"):
            places.setdefault(argument.place, []).append(
                f"{json.dumps(argument.wire)}: {_value(argument)}"
            )
    if any(argument.place == "basic" for argument in method.arguments):
        parts.append("basic=(username, password)")
    if "query" in places:
        parts.append(f"query={{{', '.join(places['query'])}}}")
    contents = (method.operation.raw.get("requestBody") or {}).get("content") or {}
    if "body" in places:
        body = f"{{{', '.join(places['body'])}}}"
        parts.append(
            f"json={{{json.dumps(method.body_field)}: drop_unset({body})}}"
            if method.body_field
            else f"json={body}"
        )
    elif (
        "application/json" in contents
        and not places.keys() & {"file", "field", "form"}
        and not any(part.startswith("json=") for part in parts)
    ):
        parts.append("json={}")
    if "form" in places:
        parts.append(f"form={{{', '.join(places['form'])}}}")
    if "file" in places:
        files, fields = ", ".join(places["file"]), ", ".join(places.get("field", []))
        parts.append(f"multipart=multipart({{{files}}}, {{{fields}}}, progress)")
    return parts


def _value(argument: Argument) -> str:
    if argument.fixed:
        return repr(argument.constant)
    if argument.place == "file":
        return f"({argument.name}, {json.dumps(argument.file_name)})"
    if argument.comma:
        return f"comma({json.dumps(argument.name)}, {argument.name})"
    if argument.choice:
        no, yes = (json.dumps(word) for word in argument.choice)
        return f"choice({json.dumps(argument.name)}, {argument.name}, {no}, {yes})"
    return argument.name


def _takes_files(method: Method) -> bool:
    return any(argument.place == "file" for argument in method.arguments)


_DOWNLOAD_ARGUMENTS = [
    "    to: Path to save the file at. It appears there when it is complete.",
    "    stream: Give the file piece by piece, in a `with` block.",
    "    progress: Called with the bytes that came and the bytes in all.",
]
_DOWNLOAD_RETURNS = """\
Returns:
    The content; the path with `to=`; with `stream=True` a download, an iterator over bytes."""


def _method_docstring(method: Method) -> str:
    width = WIDTH - 8
    operation = method.operation
    parts = [reflow(f"{method.summary}.", width), reflow(method.description, width)]
    arguments: list[str] = []
    for argument in method.arguments:
        if argument.fixed or not argument.description:
            continue
        text = " ".join(argument.description.split())
        wrapped = reflow(f"{argument.name}: {text}", width - 8).replace("\n", "\n        ")
        arguments.append(f"    {wrapped}")
    if method.answer.kind == "download":
        arguments += _DOWNLOAD_ARGUMENTS
    elif _takes_files(method):
        arguments.append("    progress: Called with the bytes sent and the bytes in all.")
    if arguments:
        parts.append("Args:\n" + "\n".join(arguments))
    if method.answer.kind == "download":
        parts.append(_DOWNLOAD_RETURNS)
    source = f"Cloud API: {operation.base_id}, {operation.method} {operation.template}."
    if operation.permissions:
        source += f" Permission of API users: {', '.join(operation.permissions)}."
    parts.append(reflow(source, width))
    return "\n\n".join(parts)


# --- the scopes' attributes -----------------------------------------------------------------------


def _resources(plan: Plan) -> str:
    scopes: list[dict[str, Any]] = []
    modules: dict[str, set[str]] = {}
    where = {"account": "of the account", "product": "of a product", "org": "of an organization"}
    names = {"account": "AccountResources", "product": "ProductResources", "org": "OrgResources"}
    for asynchronous in (False, True):
        prefix = "Async" if asynchronous else ""
        for scope, text in where.items():
            resources = [
                {
                    "tag": resource.tag,
                    "name": prefix + resource.by_scope[scope],
                    "description": resource.description,
                }
                for resource in plan.resources
                if scope in resource.by_scope
            ]
            for resource in resources:
                modules.setdefault(resource["tag"], set()).add(resource["name"])
            scopes.append(
                {
                    "name": prefix + names[scope],
                    "where": text,
                    "client": f"{prefix}Sender",
                    "resources": resources,
                }
            )
    return _template(
        "scopes.py.jinja",
        scopes=scopes,
        modules=sorted((module, sorted(found)) for module, found in modules.items()),
    )


# --- what the sandbox answers where it has no behaviour -------------------------------------------


def _sandbox_operations(plan: Plan) -> str:
    """What the local cloud has to know of each operation: where it is, and what it is called."""
    lines: list[str] = []
    for operation in plan.operations:
        entry = {"method": operation.method, "path": operation.path, "operation_id": operation.id}
        if operation.raw.get("x-stream"):
            entry["content_type"] = "text/event-stream"
        lines.append(json.dumps(entry))
    return "[\n" + ",\n".join(lines) + "\n]\n"


__all__ = ["pascal", "render"]

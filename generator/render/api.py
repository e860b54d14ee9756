"""`api/…`: the classes of a resource with their methods."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ..types import optional
from .calls import constants_of, statements
from .descriptions import class_docstring, method_docstring, shared_arguments
from .imports import import_lines
from .templates import fill

if TYPE_CHECKING:
    from ..structure import Argument, Method, Resource, ResourceClass

__all__ = ["api_module"]

_RETURNED_AT_ONCE = ("list", "page", "download")
"""Kinds of results that an async method returns as something to await or to iterate over."""


def api_module(resource: Resource, module_of: dict[str, str]) -> str:
    """Return the module of a resource.

    Args:
        module_of: Name of a model → its module.
    """
    classes = [
        _Class(resource, planned, asynchronous).context()
        for asynchronous in (False, True)
        for planned in resource.classes
    ]
    code = fill("api_classes.py.jinja", classes=classes)
    operations = dict.fromkeys(constants_of(resource), resource.tag)
    return fill(
        "api_module.py.jinja",
        resource=resource,
        imports=import_lines(code, module_of, operations),
        exported=json.dumps(sorted(each["name"] for each in classes if each["public"])),
        code=code,
    )


class _Class:
    """One class, sync or async."""

    def __init__(self, resource: Resource, planned: ResourceClass, asynchronous: bool) -> None:
        self._resource = resource
        self._planned = planned
        self._asynchronous = asynchronous
        self._prefix = "Async" if asynchronous else ""
        self._shared = shared_arguments(resource)
        methods = [method for each in resource.classes for method in each.methods]
        self._has_list = any(method.name == "list" for method in methods)

    def context(self) -> dict[str, Any]:
        """Return what the template needs."""
        planned, resource = self._planned, self._resource
        bases = [self._prefix + base for base in planned.bases]
        if not set(planned.bases) & {each.name for each in resource.classes}:
            bases.append(f"{self._prefix}Resource")
        return {
            "name": self._prefix + planned.name,
            "bases": bases,
            "docstring": class_docstring(resource, planned, self._asynchronous, self._shared),
            "public": not planned.shared,
            "methods": [self._method(method) for method in planned.methods],
        }

    def _method(self, method: Method) -> dict[str, Any]:
        awaited = self._asynchronous and method.result.kind not in _RETURNED_AT_ONCE
        result = method.result
        code = self._list(result.annotation.code) if result.annotation else ""
        return {
            "name": method.name,
            "alias": method.alias,
            "prefix": "async " if awaited else "",
            "overloads": self._overloads(method) if method.result.kind == "download" else [],
            "signature": self._signature(method),
            "returns": self._returns(method, code),
            "docstring": method_docstring(method, self._shared, self._asynchronous),
            "statements": statements(method, code, "await " if awaited else ""),
            "deprecated": f"{method.summary}: the Cloud API has deprecated it"
            if method.deprecated
            else "",
        }

    def _list(self, code: str) -> str:
        """Return a type; a method of the name `list` hides the builtin in its class."""
        return re.sub(r"\blist\[", "builtins.list[", code) if self._has_list else code

    def _overloads(self, method: Method) -> list[dict[str, str]]:
        """Return what a download returns for each way to say how it is wanted."""
        wait = "async " if self._asynchronous else ""
        return [
            {"prefix": prefix, "signature": self._signature(method, how), "returns": returns}
            for prefix, how, returns in (
                (wait, ["to: None = None"], "bytes"),
                (wait, ["to: TargetPath"], "Path"),
                ("", ["stream: Literal[True]"], f"{self._prefix}Download"),
            )
        ]

    def _signature(self, method: Method, how: list[str] | None = None) -> str:
        arguments = [argument for argument in method.arguments if not argument.fixed]
        further: list[str] = []
        if method.result.kind == "download":
            further = (
                ["to: TargetPath | None = None", "stream: bool = False"] if how is None else how
            )
        if further or method.takes_files:
            further = [*further, "progress: Progress | None = None"]
        named = [self._parameter(each) for each in arguments if not each.positional] + further
        return ", ".join(
            [
                "self",
                *(self._parameter(each) for each in arguments if each.positional),
                *(["*", *named] if named else []),
                "**options: Unpack[RequestOptions]",
            ]
        )

    def _parameter(self, argument: Argument) -> str:
        code = argument.annotation.code if argument.annotation else "Any"
        if argument.location == "file":
            code = f"{self._prefix}{code}"
        if argument.default is not None:
            return f"{argument.name}: {code} = {argument.default}"
        if argument.required:
            return f"{argument.name}: {code}"
        return f"{argument.name}: {optional(code, 'Unset')} = UNSET"

    def _returns(self, method: Method, code: str) -> str:
        result = method.result
        match result.kind:
            case "nothing":
                return "None"
            case "optional":
                return f"{code} | None"
            case "download" if self._asynchronous:
                return "Coroutine[Any, Any, bytes | Path] | AsyncDownload"
            case "download":
                return "bytes | Path | Download"
            case "list" if self._asynchronous:
                return f"AsyncListing[{code}]"
            case "list":
                return self._list(f"list[{code}]")
            case "page":
                item = result.item.code if result.item else ""
                return f"{'AsyncPager' if self._asynchronous else 'Page'}[{code}, {item}]"
            case _:
                return code

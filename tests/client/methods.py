"""All methods of all resources, found in the classes, with what it takes to call each of them."""

from __future__ import annotations

import inspect
import re
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from particle_client.api import scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from particle_client import AsyncParticle
    from tests.recorder import Answer

__all__ = ["CLASSES", "COMPOSED", "METHODS", "STREAMS", "Method", "every_resource"]

PRODUCT = "my-product"
ORG = "my-org"
_SCOPES = {
    "account": (scopes.AccountResources, scopes.AsyncAccountResources),
    "product": (scopes.ProductResources, scopes.AsyncProductResources),
    "org": (scopes.OrgResources, scopes.AsyncOrgResources),
}


class Method:
    """A method that a resource has in one scope, of both clients."""

    def __init__(self, scope: str, resource: str, name: str, classes: tuple[type, type]) -> None:
        self.scope = scope
        self.resource = resource
        self.name = name
        self.sync: Callable[..., Any] = getattr(classes[0], name)
        self.asynchronous: Callable[..., Any] = getattr(classes[1], name)

    def __repr__(self) -> str:
        return f"{self.scope}-{self.resource}-{self.name}"

    def of(self, client: AsyncParticle) -> Callable[..., Any]:
        """Return the method of a client of either kind (see tests/both.py)."""
        scope: Any = client
        if self.scope == "product":
            scope = client.product(PRODUCT)
        elif self.scope == "org":
            scope = client.org(ORG)
        method: Callable[..., Any] = getattr(getattr(scope, self.resource), self.name)
        return method

    @cached_property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """The parameters by name, without `self`."""
        parameters = dict(inspect.signature(self.sync).parameters)
        del parameters["self"]
        return parameters

    @cached_property
    def arguments(self) -> dict[str, Any]:
        """A value for each required parameter, and for one of those of which one is needed."""
        target = {"product_default": True} if self.name == "release" else {}
        return {
            parameter.name: _harmless(parameter.annotation)
            for parameter in self.parameters.values()
            if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD
        } | target

    @cached_property
    def documented(self) -> tuple[str, str]:
        """HTTP method and path template, as the docstring names them."""
        text = " ".join((inspect.getdoc(self.sync) or "").split())
        found = re.search(r"Cloud API: \w+, ([A-Z]+) ([^ ]*[\w}])", text)
        assert found, f"{self} doesn't name its operation"
        return found[1], found[2]

    @cached_property
    def path_arguments(self) -> list[str]:
        """The parameters that become a segment of the path: the first ones, in order."""
        count = sum(part.startswith("{") for part in self._template)
        return list(self.parameters)[:count]

    def path(self, arguments: Mapping[str, Any]) -> str:
        """Return the path that a call with these arguments must go to, fully percent-encoded."""
        values = iter([arguments[name] for name in self.path_arguments])
        return "/".join(
            quote(str(next(values)), safe="") if part.startswith("{") else part
            for part in self._template
        )

    @cached_property
    def _template(self) -> list[str]:
        """The segments of the path, with the scope's own filled in."""
        template = self.documented[1]
        below = {
            "account": "/v1",
            "product": f"/v1/products/{PRODUCT}",
            "org": f"/v1/orgs/{ORG}",
        }
        template = template.replace("{scope}", below[self.scope])
        if self.scope == "product":
            template = template.replace("{productIdOrSlug}", PRODUCT)
        if self.scope == "org":
            template = template.replace("{orgIdOrSlug}", ORG)
        return template.split("/")

    @cached_property
    def gives(self) -> str:
        """What kind of result it gives: None, bytes, a list, a page, or a model."""
        annotation: str = inspect.signature(self.sync).return_annotation
        kind = annotation.partition("[")[0].rpartition(".")[2]
        return kind if kind in ("None", "bytes", "list", "Page") else "model"

    @property
    def answer(self) -> Answer:
        """A response that the method can read."""
        from tests.recorder import response

        kind = inspect.signature(self.sync).return_annotation
        if kind.startswith("bytes"):
            return response(content=b"content", content_type="application/octet-stream")
        return response(json=[] if kind.startswith("builtins.list[") else {})


def _harmless(annotation: str) -> Any:
    """Return a value of a required argument's type."""
    if "SourceFiles" in annotation:
        return {"main.cpp": b"void setup() {}"}
    if "FileInput" in annotation:
        return b"content"
    value: Any = 7
    if "Mapping[" in annotation:
        value = {"key": "value"}
    elif re.search(r"\bstr\b", annotation):
        value = "some-text"
    elif annotation == "bool":
        value = True
    elif annotation != "int":
        pytest.fail(f"tests/client/methods.py: _harmless() wants a value for {annotation}")
    return [value] if annotation.startswith("Sequence[") else value


def _classes() -> Iterator[tuple[str, str, tuple[type, type]]]:
    for scope, (sync, asynchronous) in _SCOPES.items():
        for resource in _public(sync):
            yield scope, resource, (_class_of(sync, resource), _class_of(asynchronous, resource))


def _class_of(scope: type, resource: str) -> type:
    """Return the class of a resource, as its property says."""

    class Probe(scope):  # type: ignore[misc]
        def __init__(self) -> None: ...

        def _scope_context(self) -> tuple[None, str]:
            return None, ""

    return type(getattr(Probe(), resource))


def _public(cls: type) -> list[str]:
    return sorted(name for name in dir(cls) if not name.startswith("_"))


CLASSES = list(_classes())
"""Scope, name and the two classes of every resource."""

_ALL = [
    Method(scope, resource, name, classes)
    for scope, resource, classes in CLASSES
    for name in _public(classes[0])
]
STREAMS = [method for method in _ALL if method.name == "stream"]
"""They open event streams, and take other options."""
# Of two requests: tests/client/test_downloads.py, tests/uploads/test_program.py,
# tests/events/test_publish_and_wait.py
_COMPOSED = (
    "account-libraries-download",
    "account-firmware-compile_to",
    "account-events-publish_and_wait",
    "product-events-publish_and_wait",
)
COMPOSED = [method for method in _ALL if repr(method) in _COMPOSED]
"""They send several requests."""
METHODS = [method for method in _ALL if method.name != "stream" and repr(method) not in _COMPOSED]
"""All other ones: they send a request and give its response."""

every_resource = pytest.mark.parametrize(
    "methods",
    [
        pytest.param(list(group), id=name)
        for name, group in groupby(METHODS, key=lambda method: f"{method.scope}-{method.resource}")
    ],
)
"""Runs a test with the methods of each resource. One test goes over all of them: there are so many
that a test for each would take longer to set up than to run."""

"""All methods of all resources, found in the classes, with what it takes to call each of them."""

from __future__ import annotations

import inspect
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from particle_client.api import scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from particle_client import AsyncParticle
    from tests.recorder import Answer

__all__ = ["CLASSES", "METHODS", "STREAMS", "Method"]

PRODUCT = "my-product"
ORG = "my-org"
_SCOPES = {
    "account": (scopes.AccountResources, scopes.AsyncAccountResources),
    "product": (scopes.ProductResources, scopes.AsyncProductResources),
    "org": (scopes.OrgResources, scopes.AsyncOrgResources),
}

# A harmless value for each type that a required argument may have.
_VALUES: dict[str, Any] = {
    "str": "some-text",
    "str | bytes": "some-text",
    "str | int": "some-text",
    "int": 7,
    "UnprotectAction | str": "prepare",
    "Sequence[str]": ["some-text"],
    "SourceFiles": {"main.cpp": b"void setup() {}"},
    "FileInput": b"content",
    "AccountInfo | Mapping[str, Any]": {"first_name": "Ada"},
    "DeviceGroupChanges | Mapping[str, Any]": {"add": ["beta"]},
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
        """Give the method of a client of either kind (see tests/both.py)."""
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
        """A value for each required parameter."""
        return {
            parameter.name: _VALUES[parameter.annotation]
            for parameter in self.parameters.values()
            if parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD
        }

    @cached_property
    def documented(self) -> tuple[str, str]:
        """HTTP method and path template, as the docstring names them."""
        text = " ".join((inspect.getdoc(self.sync) or "").split())
        found = re.search(r"Cloud API: \w+, ([A-Z]+) ([^ ]*[^ .])", text)
        assert found, f"{self} doesn't name its operation"
        return found[1], found[2]

    @cached_property
    def path_arguments(self) -> list[str]:
        """The parameters that become a segment of the path."""
        return [name for part in self._template if (name := self._argument_of(part))]

    def path(self, arguments: Mapping[str, Any]) -> str:
        """Give the path that a call with these arguments must go to, fully percent-encoded."""
        parts: list[str] = []
        for part in self._template:
            if name := self._argument_of(part):
                parts.append(quote(str(arguments[name]), safe=""))
            else:
                parts.append({"{productIdOrSlug}": PRODUCT, "{orgIdOrSlug}": ORG}.get(part, part))
        return "/".join(parts)

    @property
    def _template(self) -> list[str]:
        below = {
            "account": "/v1",
            "product": "/v1/products/{productIdOrSlug}",
            "org": "/v1/orgs/{orgIdOrSlug}",
        }
        return self.documented[1].replace("{scope}", below[self.scope]).split("/")

    def _argument_of(self, part: str) -> str | None:
        if not part.startswith("{"):
            return None
        name = re.sub(r"(?=[A-Z])", "_", part.strip("{}")).lower().removesuffix("_id_or_slug")
        # Only the account's own methods name a product or an organization in an argument.
        return name if name in self.parameters else None

    @property
    def answer(self) -> Answer:
        """An answer that the method can read."""
        from tests.recorder import response

        kind = inspect.signature(self.sync).return_annotation
        if kind == "bytes":
            return response(content=b"content", content_type="application/octet-stream")
        return response(json=[] if kind.startswith("builtins.list[") else {})


def _classes() -> Iterator[tuple[str, str, tuple[type, type]]]:
    for scope, (sync, asynchronous) in _SCOPES.items():
        for resource in _public(sync):
            yield scope, resource, (_class_of(sync, resource), _class_of(asynchronous, resource))


def _class_of(scope: type, resource: str) -> type:
    """Give the class of a resource, as its property says."""

    class Probe(scope):  # type: ignore[misc]
        def _at(self) -> tuple[None, str]:
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
METHODS = [method for method in _ALL if method.name != "stream"]
"""All other ones: they send a request and give its answer."""

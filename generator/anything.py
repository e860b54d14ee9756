"""How often `Any` stands in public types: `python -m generator.anything`, `--list` for the places.

What comes from the document has its reason there: `x-any`, or that a dict may stand for a model.
What is written by hand is JSON itself, or an object of another library.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import sys
import textwrap
from typing import TYPE_CHECKING, NamedTuple

import particle_client
from particle_client import api

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODULES = (
    "particle_client",
    "particle_client.errors",
    "particle_client.events",
    "particle_client.models",
)
_GENERATED = ("particle_client.api", "particle_client.models")
_ANY = re.compile(r"\bAny\b")
_OR_DICT = re.compile(r"\b[A-Z]\w+ \| Mapping\[str, Any\]")
"""A model, or its fields in a dict."""


class Place(NamedTuple):
    """A field, an argument or a result whose type has an `Any`."""

    name: str
    type: str

    @property
    def is_generated(self) -> bool:
        return self.name.startswith(_GENERATED)

    @property
    def is_dict_for_model(self) -> bool:
        return not _ANY.search(_OR_DICT.sub("", self.type))


def places() -> list[Place]:
    """Return the places in classes that users may import or be given, but for the async twins."""
    return [place for cls in _classes() for place in _of(cls) if _ANY.search(place.type)]


def _classes() -> Iterator[type]:
    resources = [f"{api.__name__}.{each.name}" for each in pkgutil.iter_modules(api.__path__)]
    seen: set[type] = set()
    for module in map(importlib.import_module, [*_MODULES, *resources]):
        public = getattr(module, "__all__", dir(module))
        for value in (getattr(module, name) for name in public if not name.startswith("_")):
            for cls in value.__mro__ if inspect.isclass(value) else ():
                ours = cls.__module__.startswith(particle_client.__name__)
                if ours and cls not in seen and not cls.__name__.startswith("Async"):
                    seen.add(cls)
                    yield cls


def _of(cls: type) -> Iterator[Place]:
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):  # made by a function
        return
    [tree] = ast.parse(textwrap.dedent(source)).body
    assert isinstance(tree, ast.ClassDef)
    for each in tree.body:
        for name, annotation in _annotations(each):
            if annotation is not None and not re.match(r"_(?!_init__)", name):
                yield Place(f"{cls.__module__}.{cls.__name__}.{name}", ast.unparse(annotation))


def _annotations(node: ast.stmt) -> Iterator[tuple[str, ast.expr | None]]:
    if isinstance(node, ast.AnnAssign):
        yield ast.unparse(node.target), node.annotation
    elif isinstance(node, ast.FunctionDef):
        arguments = node.args
        optional = [each for each in (arguments.vararg, arguments.kwarg) if each]
        for each in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, *optional]:
            yield f"{node.name}({each.arg})", each.annotation
        yield f"{node.name}()", node.returns


def summary(found: list[Place]) -> str:
    """Return the line that `make check` prints."""
    generated = [place for place in found if place.is_generated]
    dicts = sum(place.is_dict_for_model for place in generated)
    return (
        f"Any in public types: {len(generated)} places from openapi/ ({dicts} of them a dict "
        f"instead of a model, the others with an x-any), {len(found) - len(generated)} by hand"
    )


if __name__ == "__main__":
    everything = places()
    if "--list" in sys.argv:
        for place in everything:
            print(f"{place.name}: {place.type}")
    print(summary(everything))

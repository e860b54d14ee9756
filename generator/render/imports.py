"""Which imports code needs: found in its syntax tree."""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from typing import TYPE_CHECKING

from ..config import MIXIN_MODULES
from ..errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Imports"]

_ORIGINS = {
    "..base.deprecation": ["deprecated"],
    "..base.secrets": ["hidden"],
    "..base.unset": ["UNSET", "Unset"],
    "..calls.encoding": ["comma"],
    "..calls.lazy": ["AsyncListing", "AsyncPager"],
    "..calls.options": ["RequestOptions"],
    "..calls.page": ["Page"],
    "..calls.parsing": ["Items"],
    "..downloads": ["AsyncDownload", "Download", "TargetPath"],
    "..methods.arguments": ["choice", "filled", "multipart", "with_header"],
    "..methods.async_resource": ["AsyncResource"],
    "..methods.resource": ["Resource"],
    "..uploads": ["AsyncFileInput", "FileInput", "Progress"],
    "builtins": ["builtins"],
    "collections.abc": ["Coroutine", "Mapping", "Sequence"],
    "datetime": ["date", "datetime"],
    "pathlib": ["Path"],
    "typing": ["Any", "Literal", "Unpack", "overload"],
}


class Imports:
    """The imports of a module: lines for the program, and lines for type checkers alone."""

    def __init__(self, code: str, models: Mapping[str, str], operations: Mapping[str, str]) -> None:
        """Find them.

        Args:
            code: The module without its imports.
            models: Name of a model → its module.
            operations: Name of a constant → its module.
        """
        origins = {name: module for module, names in _ORIGINS.items() for name in names}
        origins |= {name: f"..methods.{module}" for name, module in MIXIN_MODULES.items()}
        if clash := origins.keys() & models.keys():
            raise GeneratorError(f"schema {', '.join(sorted(clash))}: a name of the client's own")
        origins |= {name: f"..models.{module}" for name, module in models.items()}
        origins |= {name: f"..operations.{module}" for name, module in operations.items()}
        tree = ast.parse(code)
        used, hinted = Counter(_names([tree])), Counter(_names(_annotations(tree)))
        if unknown := used.keys() - origins.keys() - _defined(tree) - set(dir(builtins)):
            raise GeneratorError(f"nothing says where {', '.join(sorted(unknown))} comes from")
        needed = used.keys() & origins.keys()
        # What only annotations name isn't loaded.
        hints = {
            name for name in needed if used[name] == hinted[name] and origins[name] != "typing"
        }
        self.checking = _lines(hints, origins)
        self.runtime = _lines(needed - hints, origins)
        if self.checking:
            self.runtime.insert(0, "from typing import TYPE_CHECKING")


def _lines(names: Iterable[str], origins: Mapping[str, str]) -> list[str]:
    modules: dict[str, list[str]] = {}
    for name in sorted(names):
        modules.setdefault(origins[name], []).append(name)
    return [
        "import builtins" if module == "builtins" else f"from {module} import {', '.join(found)}"
        for module, found in modules.items()
    ]


def _names(nodes: Iterable[ast.AST]) -> list[str]:
    return [
        each.id
        for node in nodes
        for each in ast.walk(node)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)
    ]


def _annotations(tree: ast.Module) -> list[ast.expr]:
    found: list[ast.expr | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            found.append(node.annotation)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.append(node.returns)
    return [each for each in found if each is not None]


def _defined(tree: ast.Module) -> set[str]:
    """Return the names of classes, methods and arguments."""
    named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.arg if isinstance(node, ast.arg) else node.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.arg, *named))
    }

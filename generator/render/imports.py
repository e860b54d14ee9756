"""Which imports code needs: found in its syntax tree."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING

from ..config import MIXIN_MODULES
from ..errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["import_lines"]

_ORIGINS = {
    "..base.deprecation": ["deprecated"],
    "..base.files": ["AsyncFileInput", "FileInput", "Progress", "TargetPath"],
    "..base.secrets": ["hidden"],
    "..base.unset": ["UNSET", "Unset"],
    "..calls.encoding": ["comma", "several"],
    "..calls.lazy": ["AsyncListing", "AsyncPager"],
    "..calls.options": ["RequestOptions"],
    "..calls.page": ["Page"],
    "..calls.parsing": ["Items"],
    "..downloads": ["AsyncDownload", "Download"],
    "..methods.arguments": ["choice", "filled", "multipart", "require_one", "text", "with_header"],
    "..methods.async_resource": ["AsyncResource"],
    "..methods.resource": ["Resource"],
    "builtins": ["builtins"],
    "collections.abc": ["Coroutine", "Mapping", "Sequence"],
    "datetime": ["date", "datetime"],
    "pathlib": ["Path"],
    "typing": ["Any", "Literal", "Unpack", "overload"],
}


def import_lines(code: str, models: Mapping[str, str], operations: Mapping[str, str]) -> list[str]:
    """Return the imports, also of what only annotations name: `typing.get_type_hints` reads them.

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
    used = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    if unknown := used - origins.keys() - _defined(tree) - set(dir(builtins)):
        raise GeneratorError(f"nothing says where {', '.join(sorted(unknown))} comes from")
    modules: dict[str, list[str]] = {}
    for name in sorted(used & origins.keys()):
        modules.setdefault(origins[name], []).append(name)
    return [
        "import builtins" if module == "builtins" else f"from {module} import {', '.join(found)}"
        for module, found in modules.items()
    ]


def _defined(tree: ast.Module) -> set[str]:
    """Return the names of classes, methods and arguments."""
    named = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.arg if isinstance(node, ast.arg) else node.name
        for node in ast.walk(tree)
        if isinstance(node, (ast.arg, *named))
    }

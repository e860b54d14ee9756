"""What the Python code says of itself: signatures of methods, and fields of models."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Class", "Field", "Signatures", "arguments", "returned", "summary"]


@dataclass
class Field:
    """A field of a model."""

    name: str
    annotation: str
    description: str


@dataclass
class Class:
    """A class, without what it inherits."""

    name: str
    bases: list[str]
    description: str
    methods: dict[str, ast.FunctionDef] = field(default_factory=dict[str, ast.FunctionDef])
    fields: list[Field] = field(default_factory=list[Field])
    members: list[str] = field(default_factory=list[str])
    """Values of an enum."""
    content: str = ""
    """The field of an envelope whose own fields can be reached on it."""


class Signatures:
    """The classes of some modules. Names are unique among them.

    Args:
        sources: Path → text of the modules.
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.classes: dict[str, Class] = {}
        self.models: set[str] = set()
        for path, text in sources.items():
            for node in ast.parse(text).body:
                if isinstance(node, ast.ClassDef):
                    self.classes[node.name] = _class(node)
                    if "/models/" in path:
                        self.models.add(node.name)

    def methods(self, name: str) -> dict[str, ast.FunctionDef]:
        """Return the public methods of a class, inherited ones included."""
        found: dict[str, ast.FunctionDef] = {}
        if name in self.classes:
            for base in reversed(self.classes[name].bases):
                found |= self.methods(base)
            found |= self.classes[name].methods
        return {name: node for name, node in found.items() if not name.startswith("_")}


def arguments(function: ast.FunctionDef) -> str:
    """Return a method's arguments as a call has them: `device_id, *, [timeout]`."""
    positional = function.args.posonlyargs + function.args.args
    required = len(positional) - len(function.args.defaults)
    parts = [
        each.arg if number < required else f"[{each.arg}]"
        for number, each in enumerate(positional)
        if number > 0
    ]
    if function.args.vararg is not None:
        parts.append(f"*{function.args.vararg.arg}")
    elif function.args.kwonlyargs:
        parts.append("*")
    parts += [
        each.arg if default is None else f"[{each.arg}]"
        for each, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    ]
    return ", ".join(parts)


def returned(function: ast.FunctionDef) -> str:
    """Return the annotation of what a method returns."""
    return _text(function.returns) if function.returns is not None else ""


def summary(function: ast.FunctionDef) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join((ast.get_docstring(function) or "").partition("\n\n")[0].split())


def _class(node: ast.ClassDef) -> Class:
    made = Class(
        node.name,
        [base.id for base in node.bases if isinstance(base, ast.Name)],
        " ".join((ast.get_docstring(node) or "").split()),
    )
    enum = "Enum" in " ".join(made.bases)
    for number, each in enumerate(node.body):
        if isinstance(each, ast.FunctionDef):
            if not any(_text(mark) in ("property", "classmethod") for mark in each.decorator_list):
                made.methods[each.name] = each  # of overloads, the last one counts
            elif found := re.search(r"content_of\(self\.(\w+)", _text(each.body[-1])):
                made.content = found[1]
        elif isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            made.fields.append(
                Field(each.target.id, _text(each.annotation), _docstring(node.body[number + 1 :]))
            )
        elif isinstance(each, ast.Assign) and isinstance(each.value, ast.Constant) and enum:
            made.members.append(str(each.value.value))
    return made


def _docstring(following: list[ast.stmt]) -> str:
    """Return the text that stands below a field, if the next statement is one."""
    if (
        following
        and isinstance(following[0], ast.Expr)
        and isinstance(following[0].value, ast.Constant)
    ):
        return " ".join(str(following[0].value.value).split())
    return ""


def _text(node: ast.AST) -> str:
    return re.sub(r"\bbuiltins\.|\b(?:[a-z]+\.)+(?=[A-Z])", "", ast.unparse(node))

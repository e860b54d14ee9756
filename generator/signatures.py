"""What the Python code says of itself: signatures of methods, and fields of models."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

__all__ = ["Class", "Field", "Signatures", "summary"]


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
    methods: dict[str, Function] = field(default_factory=dict[str, "Function"])
    fields: list[Field] = field(default_factory=list[Field])
    members: list[str] = field(default_factory=list[str])
    """Values of an enum."""
    content: str = ""
    """The field of an envelope whose own fields can be reached on it."""
    module: str = ""
    aliases: list[str] = field(default_factory=list[str])
    """Further names of methods."""


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
                    dotted = path.removesuffix(".py").replace("/", ".")
                    self.classes[node.name].module = dotted
                    if "/models/" in path:
                        self.models.add(node.name)


def summary(function: Function) -> str:
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
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef):
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
        elif isinstance(each, ast.Assign) and isinstance(each.value, ast.Name):
            made.aliases += [_text(target) for target in each.targets]
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

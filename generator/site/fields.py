"""The models as pages show them: what their code says of their fields."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["models"]


def models(module: str, text: str) -> list[str]:
    """Return the lines of a page about each of a module's models.

    Args:
        module: Its dotted name.
        text: Its code.
    """
    lines: list[str] = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            description = " ".join((ast.get_docstring(node) or "").split())
            anchor = f"{{ #{module}.{node.name} }}"
            lines += ["", f"### {node.name} {anchor}", "", description, "", *_content(node)]
    return lines


def _content(node: ast.ClassDef) -> Iterator[str]:
    values = [
        f"`{each.value.value}`"
        for each in node.body
        if isinstance(each, ast.Assign)
        and isinstance(each.value, ast.Constant)
        and isinstance(each.value.value, str)
    ]
    if values:
        yield f"Values: {', '.join(values)}."
    fields = [
        (each.target.id, _text(each.annotation), _description(node.body[number + 1 :]))
        for number, each in enumerate(node.body)
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    ]
    if fields:
        yield from ("| field | type | |", "| --- | --- | --- |")
        for name, kind, description in fields:
            kind, description = (cell.replace("|", "\\|") for cell in (kind, description))
            yield f"| `{name}` | `{kind}` | {description} |"
    envelopes = {
        found[1]: None  # once, however many fields it has
        for each in node.body
        if isinstance(each, ast.FunctionDef)
        and (found := re.search(r"content_of\(self\.(\w+)", ast.unparse(each.body[-1])))
    }
    for name in envelopes:
        yield from ("", f"The fields of `{name}` are attributes of this object, too.")


def _description(following: list[ast.stmt]) -> str:
    """Return the text that stands below a field, if the next statement is one."""
    match following[:1]:
        case [ast.Expr(value=ast.Constant(value=str(text)))]:
            return " ".join(text.split())
        case _:
            return ""


def _text(annotation: ast.expr) -> str:
    return re.sub(r"\b(?:builtins|datetime)\.", "", ast.unparse(annotation))

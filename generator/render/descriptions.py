"""The docstrings of classes and methods."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from ..docstrings import WIDTH, reflow

if TYPE_CHECKING:
    from ..structure import Argument, Method, Resource, ResourceClass

__all__ = ["class_docstring", "method_docstring", "shared_arguments"]

_REPEATED = 3
"""From how many methods on a resource's classes describe what an argument of the path is."""

_DOWNLOAD_ARGUMENTS = {
    "to": "Path to save the file at. It appears there when it is complete.",
    "stream": "Whether to return the file piece by piece, in a `with` block.",
    "progress": "Called with the bytes that came and the bytes in all.",
}
_DOWNLOAD_RETURNS = """\
Returns:
    The content; the path with `to=`; with `stream=True` a download, an iterator over bytes."""
_SENT = "Called with the bytes sent and the bytes in all."


def shared_arguments(resource: Resource) -> dict[str, str]:
    """Return the arguments that a resource's classes describe: name → text.

    They are IDs in paths that many methods take, and whose text is longer than a line. The methods
    then say no more than the first sentence.
    """
    found = Counter(
        (argument.name, _text(argument))
        for each in resource.classes
        for method in each.methods
        for argument in method.arguments
        if argument.location == "path"
    )
    return {
        name: text
        for (name, text), count in found.items()
        if count >= _REPEATED
        and _first_sentence(text) != text
        and "\n" in _entry(name, text, indent=12)
    }


def class_docstring(
    resource: Resource, planned: ResourceClass, asynchronous: bool, shared: dict[str, str]
) -> str:
    """Return the docstring of a class."""
    places = {"account": "the account", "product": "a product", "org": "an organization"}
    if planned.shared:
        where = _listed([places[scope] for scope in planned.scopes])
        return f"What the {resource.tag} of {where} have in common."
    roots = {"account": "particle", "product": "particle.product(…)", "org": "particle.org(…)"}
    paths = _listed([f"`{roots[scope]}.{resource.tag}`" for scope in planned.scopes])
    client = " of an `AsyncParticle`" if asynchronous else ""
    parts = [
        reflow(f'"""{resource.description}', WIDTH - 4)[3:],
        reflow(f"Reached as {paths}{client}.", WIDTH - 4),
    ]
    taken = {
        argument.name
        for each in resource.classes
        if each is planned or each.name in planned.bases
        for method in each.methods
        for argument in method.arguments
    }
    if entries := [_entry(name, text, indent=8) for name, text in shared.items() if name in taken]:
        parts.append("\n".join(["Arguments of several methods:", *entries]))
    return "\n\n".join(parts)


def method_docstring(method: Method, shared: dict[str, str], asynchronous: bool) -> str:
    """Return the docstring of a method."""
    width = WIDTH - 8
    operation = method.operation
    parts = [reflow(f"{method.summary}.", width), reflow(method.description, width)]
    texts = {each.name: _text(each) for each in method.arguments if not each.fixed}
    texts |= {
        name: _first_sentence(text) for name, text in texts.items() if shared.get(name) == text
    }
    if method.result.kind == "download":
        texts |= _DOWNLOAD_ARGUMENTS
    elif method.takes_files:
        texts["progress"] = _SENT
    if entries := [_entry(name, text, indent=12) for name, text in texts.items() if text]:
        parts.append("\n".join(["Args:", *entries]))
    if method.result.kind == "download":
        parts.append(_DOWNLOAD_RETURNS)
    if entries := [_entry(name, text, indent=12) for name, text in method.raises.items()]:
        parts.append("\n".join(["Raises:", *entries]))
    if method.example:
        parts.append("Examples:\n" + textwrap.indent(method.example.prompt(asynchronous), "    "))
    source = f"Cloud API: {operation.base_id}, {operation.method} {operation.template}."
    if method.header:
        source = source[:-1] + f" ({method.header[1]})."
    if operation.permissions:
        source += f" Permission of API users: {', '.join(operation.permissions)}."
    parts.append(reflow(source, width))
    return "\n\n".join(parts)


def _entry(name: str, text: str, *, indent: int) -> str:
    """Return what a docstring says of an argument: more lines are indented further."""
    return "    " + reflow(f"{name}: {text}", WIDTH - indent - 4).replace("\n", "\n        ")


def _text(argument: Argument) -> str:
    return " ".join(argument.description.split())


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)\s", text, maxsplit=1)[0]


def _listed(items: list[str]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last

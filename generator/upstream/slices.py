"""Which statements of a function matter for the requests that it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .javascript import arguments, called, part, text

if TYPE_CHECKING:
    from tree_sitter import Node

    from .javascript import Packages

_SETS = {
    "variable_declarator": ("name", "value"),
    "assignment_expression": ("left", "right"),
    "augmented_assignment_expression": ("left", "right"),
}


class Slices:
    """Tells what to run of functions: a command's output, say, has nothing to do with requests."""

    def __init__(self, packages: Packages) -> None:
        self.packages = packages
        self._names: dict[int, set[str]] = {}
        self._statements: dict[int, bool] = {}

    def matters(self, statement: Node, function: Node) -> bool:
        """Tell whether leaving `statement` out could change a request, or what is returned."""
        if statement.id not in self._statements:
            self._statements[statement.id] = statement.id in self.packages.requesting or any(
                node.type in ("return_statement", "throw_statement")
                or _changes(node)[0] & self._needed(function)
                for node in self.packages.within(statement)
            )
        return self._statements[statement.id]

    def _needed(self, function: Node) -> set[str]:
        """Return the names of variables on which requests and what is returned depend."""
        if function.id not in self._names:
            needed: set[str] = set()
            nodes = list(self.packages.within(function))
            for node in nodes:
                if node.type in ("if_statement", "ternary_expression"):
                    needed |= _names(part(node, "condition"))
                elif node.type == "return_statement" or (
                    node.type == "call_expression" and node.id in self.packages.requesting
                ):
                    needed |= _names(node)
            changes = [change for node in nodes if (change := _changes(node))[0]]
            while more := {
                name for names, used in changes if names & needed for name in used - needed
            }:
                needed |= more
            self._names[function.id] = needed
        return self._names[function.id]


def _changes(node: Node) -> tuple[set[str], set[str]]:
    """Return the names of the variables that `node` sets or changes, and of those that it uses."""
    if node.type in _SETS:
        to, value = _SETS[node.type]
        return _names(part(node, to)), _names(part(node, value))
    if node.type == "call_expression" and called(node) == ("Object", "assign"):
        target, *others = arguments(node)
        return _names(target), set().union(*map(_names, others))
    return set(), set()


def _names(node: Node | None) -> set[str]:
    if node is None:
        return set()
    own = {text(node)} if node.type.endswith(("identifier", "identifier_pattern")) else set()
    return own.union(*map(_names, node.named_children))

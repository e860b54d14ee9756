"""The source of npm packages: their functions and classes, and which of them lead to a request."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PARSER = Parser(Language(tree_sitter_javascript.language()))

FUNCTIONS = {
    "function_declaration",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "arrow_function",
    "method_definition",
}
_NAMED_BY = {
    "variable_declarator": "name",
    "field_definition": "property",
    "pair": "key",
    "assignment_expression": "left",
}
VERBS = {"get", "head", "post", "put", "patch", "delete"}
_SENDERS = {"request", "fetch", "axios", "got", "EventStream", "EventSource"}
_CLIENTS = re.compile(r"(?:^|\.)(?:this|api|agent|client|axios|https?|request|got|superagent)$")
_API = re.compile(r"(?:^|\.)_?(?:api|client)$")
_PATH = re.compile(r".(?:https?://[^/\s]*|\$\{[^}]*\})?/(?:v\d+|oauth)\b")
_BESIDE = {"node_modules", "dist", "test", "tests", "examples", "assets", "docs", "scripts"}


_BESIDE_FILE = re.compile(r"\.(?:test|spec|min)\.")


@dataclass(frozen=True)
class Source:
    """One file."""

    package: str
    path: str

    def place(self, node: Node) -> Place:
        """Return where `node` is."""
        return Place(self.package, self.path, node.start_point[0] + 1)


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file of a package."""

    package: str
    path: str
    line: int


@dataclass(eq=False)
class Function:
    """A function or method that has a name; functions without one belong to what they are in."""

    node: Node
    name: str
    source: Source
    class_name: str = ""

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return self.node.end_point[0] - self.node.start_point[0] + 1


@dataclass
class _Class:
    base: str = ""
    methods: dict[str, Function] = field(default_factory=dict)
    instances: dict[str, str] = field(default_factory=dict)
    """Fields that the constructor sets to an instance of a class → that class."""


def text(node: Node | None) -> str:
    """Return the source of `node`."""
    return (node.text or b"").decode() if node else ""


def part(node: Node, name: str) -> Node | None:
    """Return the part of `node` that the grammar calls `name`."""
    return node.child_by_field_name(name)


def required(function: Node) -> set[str]:
    """Return the IDs that a function can't do without, as its JSDoc says.

    The product and the organization aren't among them: of those it says so in methods for all
    scopes, too.
    """
    holder: Node | None = function
    while holder and holder.parent and not holder.prev_named_sibling:
        holder = holder.parent
    above = holder.prev_named_sibling if holder else None
    if not above or above.type != "comment":
        return set()
    return set(re.findall(r"@param\s+\{.*\}\s+\w+\.(?!product|org)(\w+I[dD])\b", text(above)))


def called(call: Node) -> tuple[str, str]:
    """Return on what `call` calls, and what."""
    callee = part(call, "function") or part(call, "constructor")
    if callee and callee.type == "member_expression":
        receiver = text(part(callee, "object"))
        return receiver, text(part(callee, "property"))
    return "", text(callee)


def arguments(call: Node) -> list[Node]:
    """Return the arguments of `call`."""
    given = part(call, "arguments")
    return [each for each in given.named_children if each.type != "comment"] if given else []


class Packages:
    """Packages that may call each other."""

    def __init__(self, *folders: Path) -> None:
        self.versions: dict[str, str] = {}
        self.functions: list[Function] = []
        self.path_literals: dict[Place, str] = {}
        """The text of each literal that has the path of a request, or a part of it, in it."""
        self._with_paths: set[Source] = set()
        self._classes: dict[str, _Class] = {}
        self._by_node: dict[int, Function] = {}
        self._local: dict[tuple[Source, str], Function] = {}
        self._exported: dict[tuple[str, str], list[Function]] = {}
        self._constants: dict[tuple[Source, str], Node] = {}
        self._trees: list[object] = []
        for folder in folders:
            about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
            self.versions[about["name"]] = about["version"]
            # `src` is what was written; `lib` is what a compiler made of it, dist is minified.
            roots = [folder / name for name in ("src", "lib") if (folder / name).is_dir()]
            for path in sorted([*roots, folder][0].rglob("*.*js")):
                relative = path.relative_to(folder)
                if not _BESIDE.intersection(relative.parts) and not _BESIDE_FILE.search(path.name):
                    tree = _PARSER.parse(path.read_bytes())
                    self._trees.append(tree)
                    self._read(tree.root_node, Source(about["name"], relative.as_posix()))

    def _read(self, root: Node, source: Source) -> None:
        class_names = [""]

        def visit(node: Node) -> None:
            if node.type in ("class", "class_declaration"):
                name = text(part(node, "name"))
                if not name or name in self._classes:
                    name = f"{name} in {source.path}"
                heritage = next(
                    (one for one in node.children if one.type == "class_heritage"), None
                )
                self._classes[name] = _Class(text(heritage).removeprefix("extends").strip())
                class_names.append(name)
            if node.type in FUNCTIONS and (name := _name(node)):
                function = Function(node, name, source, class_names[-1])
                self.functions.append(function)
                self._by_node[node.id] = function
                if class_names[-1] and _in_class(node):
                    self._classes[class_names[-1]].methods[name] = function
                else:
                    self._local.setdefault((source, name), function)
                    self._exported.setdefault((source.package, name), []).append(function)
            if node.type in ("string", "template_string") and _PATH.match(text(node)):
                self.path_literals[source.place(node)] = text(node)
                self._with_paths.add(source)
            if node.type == "assignment_expression" and class_names[-1]:
                set_to = re.fullmatch(r"this\.(\w+) = new (\w+)\(.*", text(node), re.DOTALL)
                if set_to:
                    self._classes[class_names[-1]].instances[set_to[1]] = set_to[2]
            if node.type == "variable_declarator" and (value := part(node, "value")):
                above = node.parent.parent if node.parent else None
                if above and above.type == "program":
                    self._constants[source, text(part(node, "name"))] = value
            for child in node.named_children:
                visit(child)
            if node.type in ("class", "class_declaration"):
                class_names.pop()

        visit(root)

    def within(self, node: Node) -> Iterator[Node]:
        """Iterate over `node` and what is in it, but not in named functions in it."""
        yield node
        for child in node.named_children:
            if child.id not in self._by_node:
                yield from self.within(child)

    def target(self, call: Node, caller: Function) -> Function | None:
        """Return which function `call` calls, if that can be told."""
        receiver, name = called(call)
        if not receiver:
            # What another module exports is called by its name, if that is the only one.
            exported = self._exported.get((caller.source.package, name), [])
            other = exported[0] if len(exported) == 1 else None
            return self._local.get((caller.source, name), other)
        if receiver == "this":
            return self._method(caller.class_name, name)
        own = self._classes.get(caller.class_name)
        if receiver == "super":
            return self._method(own.base, name) if own else None
        if own and (instance := own.instances.get(receiver.removeprefix("this."))):
            return self._method(instance, name)
        if not _API.search(receiver):
            return None
        found = [
            each.methods[name]
            for class_name, each in self._classes.items()
            if name in each.methods and class_name != caller.class_name
        ]
        # The methods of its own package come first: they are wrappers of those of another.
        found.sort(key=lambda function: function.source.package != caller.source.package)
        return found[0] if found else None

    def constant(self, name: str, source: Source) -> Node | None:
        """Return what sets a constant of a module."""
        return self._constants.get((source, name))

    def _method(self, class_name: str, name: str) -> Function | None:
        while known := self._classes.get(class_name):
            if name in known.methods:
                return known.methods[name]
            class_name = known.base
        return None

    def sends(self, call: Node, caller: Function) -> bool:
        """Tell whether `call` may send a request itself, judging by its name and arguments."""
        if call.type not in ("call_expression", "new_expression"):
            return False
        receiver, name = called(call)
        first = next(iter(arguments(call)), None)
        if first and name in _SENDERS:
            # Not what downloads files: that is in modules which know no path.
            return caller.source in self._with_paths
        if not first or name not in VERBS:
            return False
        if first.type == "object":
            return bool(re.search(r"\b(?:uri|url|path)\b|\.\.\.", text(first)))
        return bool(_CLIENTS.search(receiver))

    @cached_property
    def requesting(self) -> set[int]:
        """The ids of the nodes in which a request is sent, by a call in them or further calls."""
        calls = [
            (node, function, self.target(node, function))
            for function in self.functions
            for node in self.within(function.node)
            if node.type in ("call_expression", "new_expression")
        ]
        found: set[int] = set()
        leading: set[Function | None] = set()
        while True:
            more = [
                (node, function)
                for node, function, target in calls
                if node.id not in found and (self.sends(node, function) or target in leading)
            ]
            if not more:
                return found
            for node, function in more:
                leading.add(function)
                above: Node | None = node
                while above and above.id not in found:
                    found.add(above.id)
                    above = above.parent if above.id != function.node.id else None


def _name(function: Node) -> str:
    """Return the name of a function: its own, or that of what it is assigned to."""
    own, parent = part(function, "name"), function.parent
    if own or not parent or parent.type not in _NAMED_BY:
        return text(own)
    return text(part(parent, _NAMED_BY[parent.type])).rpartition(".")[2]


def _in_class(function: Node) -> bool:
    of = function.parent
    return of is not None and of.type in ("class_body", "field_definition")

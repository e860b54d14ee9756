"""Runs JavaScript functions with unknown arguments, each way through them, for their requests."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .javascript import FUNCTIONS, VERBS, arguments, called, part, required, text
from .slices import Slices
from .values import UNDEFINED, Object, Request, Unknown, in_text, request

if TYPE_CHECKING:
    from tree_sitter import Node

    from .javascript import Function, Packages, Place

# Ways through a function that sends a request itself; of one with more, that is said. Others, which
# add no more than values to the requests of those, are run the first ways only.
_MOST_WAYS = 1000
_FIRST_WAYS = 100
_DEEPEST = 7
# Lines of a helper that may make an address or parameters, but sends nothing.
_SHORT = 30

_CONSTANTS = {"undefined": UNDEFINED, "null": None, "true": True, "false": False}
_WRAPPED = {"parenthesized_expression", "await_expression", "yield_expression"}
_TEXTS = {"string", "template_string", "binary_expression"}
_SAME_TEXT = {"toLowerCase", "toUpperCase", "toString", "trim"}
_SAME = {"encodeURIComponent", "String", "Boolean", "stringify"}


def requests(packages: Packages) -> tuple[list[Request], list[tuple[Place, str, str]]]:
    """Return all requests that the functions of `packages` send, and where some may be missing.

    Of the latter, it says the place, its name or source, and why.
    """
    found: list[Request] = []
    missing: list[tuple[Place, str, str]] = []
    evaluated: set[Place] = set()
    slices = Slices(packages)
    for function in packages.functions:
        if function.node.id not in packages.requesting:
            continue
        sends = any(packages.sends(node, function) for node in packages.within(function.node))
        decisions: list[bool] = []
        for _ in range(_MOST_WAYS if sends else _FIRST_WAYS):
            way = _Way(packages, slices, function, decisions)
            found += way.requests
            evaluated |= way.evaluated if way.requests else set()
            # The next way: the last decision that may be made otherwise is.
            decisions = way.decisions
            while decisions and not decisions[-1]:
                decisions.pop()
            if not decisions:
                break
            decisions[-1] = False
        else:
            if sends:
                place = function.source.place(function.node)
                missing.append((place, f"{function.name}()", "there are too many ways through it"))
    for place, literal in packages.path_literals.items():
        if place not in evaluated:
            missing.append((place, literal, "no request was found for this path"))
    return found, missing


@dataclass
class _Closure:
    node: Node
    scope: dict[str, Any]


class _Return(Exception):
    """A function returns."""

    def __init__(self, value: Any) -> None:
        self.value = value


class _Throw(Exception):
    """A function throws."""


class _Way:
    """One way through a function: what isn't known is true at first, then as `planned`."""

    def __init__(
        self, packages: Packages, slices: Slices, function: Function, planned: list[bool]
    ) -> None:
        self.packages = packages
        self.slices = slices
        self.planned = planned
        self.decisions: list[bool] = []
        self.facts: dict[str, bool] = {}
        self.requests: list[Request] = []
        self.evaluated: set[Place] = set()
        self.functions = [function]
        """The functions that are run, of which each calls the next."""
        self.calls: list[Place] = []
        with suppress(_Throw):
            self.call(function.node, None, {})

    def place(self, node: Node) -> Place:
        """Return where `node`, which is being run, is."""
        return self.functions[-1].source.place(node)

    def decide(self, value: Any) -> bool:
        """Tell whether `value` is true; if it isn't known, that makes two ways of this one."""
        if not isinstance(value, Unknown):
            return value not in (UNDEFINED, None, False, 0, "")
        if value.source not in self.facts:
            index = len(self.decisions)
            self.decisions.append(self.planned[index] if index < len(self.planned) else True)
            self.facts[value.source] = self.decisions[-1]
        return self.facts[value.source]

    # --- functions and statements ---------------------------------------------------------------

    def call(
        self,
        node: Node,
        given: list[Any] | None,
        scope: dict[str, Any],
        described: Node | None = None,
    ) -> Any:
        """Run a function; its arguments are unknown if none are `given`."""
        scope = {**scope, "arguments": given}
        parameters = part(node, "parameters")
        single = part(node, "parameter")
        for index, each in enumerate(parameters.named_children if parameters else [single]):
            if given is None:
                self.bind(each, Unknown(""), scope)
            else:
                self.bind(each, given[index] if index < len(given) else UNDEFINED, scope)
        for name in required(described or node):
            if isinstance(known := scope.get(name), Unknown):
                self.facts.setdefault(known.source, True)
        body = part(node, "body")
        if body and body.type != "statement_block":
            return self.value(body, scope)
        try:
            self.statement(body, scope, node)
        except _Return as left:
            return left.value
        return UNDEFINED

    def bind(self, pattern: Node | None, value: Any, scope: dict[str, Any]) -> None:
        """Give the names in `pattern` their parts of `value`."""
        kind = pattern.type if pattern else ""
        if pattern is None:
            return
        if kind in ("identifier", "shorthand_property_identifier_pattern"):
            scope[text(pattern)] = Unknown(text(pattern)) if value == Unknown("") else value
        elif kind in ("assignment_pattern", "object_assignment_pattern"):
            if value is UNDEFINED:
                value = self.value(part(pattern, "right"), scope)
            self.bind(part(pattern, "left"), value, scope)
        elif kind == "object_pattern":
            for each in pattern.named_children:
                name = re.match(r"[\w$]*", text(each))
                target = part(each, "value") or each
                self.bind(target, self.member(value, name[0] if name else ""), scope)
        elif kind == "array_pattern":
            for index, each in enumerate(pattern.named_children):
                known = isinstance(value, list) and index < len(value)
                self.bind(each, value[index] if known else Unknown(text(each)), scope)
        elif kind == "rest_pattern":
            self.bind(pattern.named_children[0], Object(open=True), scope)

    def statement(self, node: Node | None, scope: dict[str, Any], function: Node) -> None:
        """Run one statement, or what matters of a block of them."""
        if node is None:
            return
        if node.type == "statement_block":
            for each in node.named_children:
                if self.slices.matters(each, function):
                    self.statement(each, scope, function)
        elif node.type in ("lexical_declaration", "variable_declaration"):
            for declared in node.named_children:
                value = part(declared, "value")
                self.bind(part(declared, "name"), self.value(value, scope), scope)
        elif node.type == "return_statement":
            raise _Return(self.value(next(iter(node.named_children), None), scope))
        elif node.type == "throw_statement":
            raise _Throw
        elif node.type == "if_statement":
            condition = self.value(part(node, "condition"), scope)
            then = part(node, "consequence")
            if isinstance(condition, Unknown) and _only_throws(then):
                self.facts.setdefault(condition.source, False)
            branch = then if self.decide(condition) else part(node, "alternative")
            self.statement(branch, scope, function)
        elif node.type == "try_statement":
            self.attempt(node, scope, function)
        elif node.type == "switch_statement":
            self.switch(node, scope, function)
        else:  # an expression; of loops, one time; of the rest, what is in it
            for each in node.named_children:
                if each == part(node, "left"):
                    self.bind(each, Unknown(""), scope)
                elif each.type.endswith(("statement", "block", "declaration", "clause")):
                    self.statement(each, scope, function)
                else:
                    self.value(each, scope)

    def attempt(self, node: Node, scope: dict[str, Any], function: Node) -> None:
        """Run a `try`; also as if it failed at its end, if a request is sent then."""
        handler = part(node, "handler")
        caught = part(handler, "body") if handler else None
        left: Exception | None = None
        try:
            self.statement(part(node, "body"), scope, function)
        except (_Return, _Throw) as reason:
            left = reason
        if caught and (
            isinstance(left, _Throw)
            or (
                caught.id in self.packages.requesting and self.decide(Unknown(f"failure {node.id}"))
            )
        ):
            left = None
            self.statement(caught, scope, function)
        self.statement(part(node, "finalizer"), scope, function)
        if left:
            raise left

    def switch(self, node: Node, scope: dict[str, Any], function: Node) -> None:
        """Run the case that is decided on."""
        value, body = self.value(part(node, "value"), scope), part(node, "body")
        for case in body.named_children if body else []:
            test = part(case, "value")
            if not test or self.decide(_equal(value, self.value(test, scope))):
                for each in case.children_by_field_name("body"):
                    self.statement(each, scope, function)
                return

    # --- expressions ----------------------------------------------------------------------------

    def value(self, node: Node | None, scope: dict[str, Any]) -> Any:
        """Return the value of an expression, as far as it is known."""
        if node is None:
            return UNDEFINED
        if node.type in _CONSTANTS:
            return _CONSTANTS[node.type]
        if node.type in FUNCTIONS:
            return _Closure(node, scope)
        if node.type in _WRAPPED:
            return self.value(node.named_children[-1] if node.named_children else None, scope)
        if method := getattr(self, f"_{node.type}", None):
            return method(node, scope)
        for each in node.named_children:
            if each.id in self.packages.requesting:
                self.value(each, scope)
        return Unknown(text(node))

    def _identifier(self, node: Node, scope: dict[str, Any]) -> Any:
        name = text(node)
        constant = self.packages.constant(name, self.functions[-1].source)
        if name not in scope and constant and constant.type in _TEXTS:
            return self.value(constant, {})
        return scope.get(name, Unknown(name))

    _shorthand_property_identifier = _identifier

    def _number(self, node: Node, scope: dict[str, Any]) -> Any:
        return int(text(node)) if text(node).isdecimal() else Unknown(text(node))

    def _string(self, node: Node, scope: dict[str, Any]) -> Any:
        self.evaluated.add(self.place(node))
        return text(node)[1:-1]

    def _template_string(self, node: Node, scope: dict[str, Any]) -> Any:
        self.evaluated.add(self.place(node))
        return "".join(
            in_text(self.value(each.named_children[0], scope), mark=True)
            if each.type == "template_substitution"
            else text(each)
            for each in node.named_children
        )

    def _object(self, node: Node, scope: dict[str, Any]) -> Any:
        result = Object()
        for each in node.named_children:
            key = part(each, "key")
            if each.type == "spread_element":
                result.update(self.value(each.named_children[0], scope))
            elif key and key.type == "computed_property_name":
                result.open = True
            elif each.type in ("pair", "shorthand_property_identifier"):
                value = self.value(part(each, "value") or each, scope)
                result.fields[text(key or each).strip("'\"")] = (value, self.place(each))
        return result

    def _array(self, node: Node, scope: dict[str, Any]) -> Any:
        return [self.value(each, scope) for each in node.named_children if each.type != "comment"]

    def member(self, value: Any, name: str) -> Any:
        """Return a field of `value`."""
        if isinstance(value, Object):
            return value.get(name)
        if value in (UNDEFINED, None):
            return UNDEFINED
        of = str(value)
        return Unknown(f"{of}.{name}" if of else name)

    def _member_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        return self.member(self.value(part(node, "object"), scope), text(part(node, "property")))

    def _ternary_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        holds = self.decide(self.value(part(node, "condition"), scope))
        return self.value(part(node, "consequence" if holds else "alternative"), scope)

    def _unary_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        operator = text(part(node, "operator"))
        operand = self.value(part(node, "argument"), scope)
        return not self.decide(operand) if operator == "!" else Unknown(f"{operator} {operand}")

    def _binary_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        left, right = self.value(part(node, "left"), scope), part(node, "right")
        operator = text(part(node, "operator")).removesuffix("=" if "assign" in node.type else "")
        if operator in ("||", "&&"):
            return self.value(right, scope) if self.decide(left) is (operator == "&&") else left
        if operator == "??":
            missing = left is None or self.decide(_equal(left, UNDEFINED))
            return self.value(right, scope) if missing else left
        other = self.value(right, scope)
        if operator in ("===", "=="):
            return _equal(left, other)
        if operator in ("!==", "!="):
            return not self.decide(_equal(left, other))
        if operator == "+" and (isinstance(left, str) or isinstance(other, str)):
            return in_text(left) + in_text(other)
        return Unknown(f"{left} {operator} {other}")

    def _augmented_assignment_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        return self.assign(part(node, "left"), self._binary_expression(node, scope), scope)

    def _assignment_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        return self.assign(part(node, "left"), self.value(part(node, "right"), scope), scope)

    def assign(self, to: Node | None, value: Any, scope: dict[str, Any]) -> Any:
        """Set a variable or a field."""
        of = self.value(part(to, "object"), scope) if to else UNDEFINED
        if to and isinstance(of, Object):
            key = part(to, "index")
            name = self.value(key, scope) if key else text(part(to, "property"))
            if isinstance(name, str):
                of.fields[name] = (value, self.place(to))
            else:
                of.open = True
        self.bind(to, value, scope)
        return value

    # --- calls ----------------------------------------------------------------------------------

    def _call_expression(self, node: Node, scope: dict[str, Any]) -> Any:
        receiver, name = called(node)
        given = arguments(node)
        target = self.packages.target(node, self.functions[-1])
        if self.packages.sends(node, self.functions[-1]):
            # A method of the name is a wrapper of what sends it: it needs no look inside.
            self.send(name, [self.value(each, scope) for each in given], node)
        elif target and self.follows(node, target):
            values = [self.value(each, scope) for each in given]
            self.calls.append(self.place(node))
            self.functions.append(target)
            try:
                return self.call(target.node, values, {})
            finally:
                self.functions.pop()
                self.calls.pop()
        elif (receiver, name) == ("Object", "assign"):
            first, *others = [self.value(each, scope) for each in given]
            for each in others if isinstance(first, Object) else ():
                first.update(each)
            return first
        elif name in _SAME and given:
            return self.value(given[0], scope)
        else:
            callee = part(node, "function")
            on = self.value(part(callee, "object"), scope) if callee else UNDEFINED
            if name in _SAME_TEXT and isinstance(on, (str, Unknown)):
                return on.lower() if name == "toLowerCase" and isinstance(on, str) else on
            if name == "join" and isinstance(on, list) and given:
                return in_text(self.value(given[0], scope)).join(map(in_text, on))
            for each in given:
                if each.id in self.packages.requesting:
                    self.run(self.value(each, scope), name == "__awaiter", scope)
        return Unknown(re.sub(r"\s+", " ", text(node)))

    _new_expression = _call_expression

    def follows(self, call: Node, target: Function) -> bool:
        """Tell whether to run what is called, too."""
        useful = call.id in self.packages.requesting or target.lines <= _SHORT
        return useful and target not in self.functions and len(self.functions) < _DEEPEST

    def run(self, value: Any, awaited: bool, scope: dict[str, Any]) -> None:
        """Run a function that is an argument of another one.

        What a compiler makes of an async function is one that takes the arguments of that.
        """
        if isinstance(value, _Closure):
            described = self.functions[-1].node if awaited else value.node
            self.call(
                value.node, scope.get("arguments") if awaited else None, value.scope, described
            )

    def send(self, name: str, given: list[Any], node: Node) -> None:
        """Note the request that a call sends."""
        address = given[0]
        options = next((each for each in given[:2] if isinstance(each, Object)), Object())
        if options is address:
            keys = [key for key in ("uri", "url", "path") if key in options.fields]
            address = options.get(keys[0]) if keys else UNDEFINED
        own = self.functions[0].source.package
        places = [*self.calls, self.place(node)]
        place = [each for each in places if each.package == own][-1]
        sender = self.functions[-1].source.package
        verb = name if name in VERBS else "get"
        if made := request(address, options, verb, place, sender):
            self.requests.append(made)


def _equal(left: Any, right: Any) -> Any:
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return Unknown(f"{left} === {right}")
    return left is right or left == right


def _only_throws(branch: Node | None) -> bool:
    last = branch.named_children[-1:] if branch and branch.type == "statement_block" else [branch]
    return any(each is not None and each.type == "throw_statement" for each in last)

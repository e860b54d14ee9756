"""Which classes a resource has: one where its scopes have the same methods, else one a scope.

What most scopes' classes have in common is in a base class. What it doesn't have, each class has
itself.
"""

from __future__ import annotations

from itertools import combinations

from .errors import GeneratorError
from .structure import SCOPES, Method, Operation, Resource, ResourceClass

__all__ = ["make_resource"]


def make_resource(
    tag: str, name: str, description: str, operations: list[Operation], mixins: dict[str, str]
) -> Resource:
    """Sort the methods of a resource into classes.

    Args:
        name: Name of its class for the account.
        mixins: Scope → class with the methods that are written by hand.
    """
    by_scope = _by_scope(tag, operations)
    scopes = list(by_scope)
    names = {"account": name, "product": f"Product{name}", "org": f"Org{name}"}
    common = _common(by_scope, scopes)
    same = all(common.keys() == by_scope[scope].keys() for scope in scopes)
    if len(scopes) == 1 or (same and len({mixins.get(scope) for scope in scopes}) == 1):
        own = name if len(scopes) > 1 else names[scopes[0]]
        bases = [mixins[scopes[0]]] if scopes[0] in mixins else []
        classes = [ResourceClass(own, bases, list(by_scope[scopes[0]].values()), scopes)]
        return Resource(tag, description, operations, classes, dict.fromkeys(scopes, own))
    sharing = _sharing(by_scope, scopes)
    common = _common(by_scope, sharing)
    base = f"{name}Base"
    classes = []
    if common:
        classes.append(ResourceClass(base, [], list(common.values()), sharing, shared=True))
    for scope in scopes:
        bases = [mixins[scope]] if scope in mixins else []
        methods = by_scope[scope]
        if common and scope in sharing:
            bases.append(base)
            methods = {each: method for each, method in methods.items() if each not in common}
        classes.append(ResourceClass(names[scope], bases, list(methods.values()), [scope]))
    return Resource(tag, description, operations, classes, {s: names[s] for s in scopes})


def _by_scope(tag: str, operations: list[Operation]) -> dict[str, dict[str, Method]]:
    found: dict[str, dict[str, Method]] = {}
    for operation in operations:
        methods = found.setdefault(operation.scope, {})
        for method in operation.methods:
            if method.name in methods:
                raise GeneratorError(
                    f"{tag}: {operation.id} and {methods[method.name].operation.id} "
                    f"are both {method.name}() for the {operation.scope}"
                )
            methods[method.name] = method
    return {scope: found[scope] for scope in SCOPES if scope in found}


def _sharing(by_scope: dict[str, dict[str, Method]], scopes: list[str]) -> list[str]:
    """Return the scopes with a base class that saves most repetitions of methods."""
    groups = [list(group) for count in (3, 2) for group in combinations(scopes, count)]
    return max(groups, key=lambda group: len(_common(by_scope, group)) * (len(group) - 1))


def _common(by_scope: dict[str, dict[str, Method]], scopes: list[str]) -> dict[str, Method]:
    """Return the methods that all of some scopes have, with one operation."""
    first, *others = (by_scope[scope] for scope in scopes)
    return {
        name: method
        for name, method in first.items()
        if all(
            name in other and other[name].operation.base_id == method.operation.base_id
            for other in others
        )
    }

"""Which classes a resource has: one where its scopes have the same methods, else one a scope."""

from __future__ import annotations

from typing import Any

from .errors import GeneratorError
from .structure import SCOPES, Method, Operation, Resource, ResourceClass


def make_resource(
    tag: str, name: str, description: str, operations: list[Operation], mixins: dict[str, Any]
) -> Resource:
    """Sort the methods of a resource into classes: one where its scopes have the same methods."""
    by_scope: dict[str, dict[str, Method]] = {}
    for operation in operations:
        methods = by_scope.setdefault(operation.scope, {})
        for method in operation.methods:
            if method.name in methods:
                raise GeneratorError(
                    f"{tag}: {operation.id} and {methods[method.name].operation.id} "
                    f"are both {method.name}() for the {operation.scope}"
                )
            methods[method.name] = method
    scopes = [scope for scope in SCOPES if scope in by_scope]
    mixed = mixins.get(tag, {})

    names = {"account": name, "product": f"Product{name}", "org": f"Org{name}"}
    shared = _shared(by_scope, scopes)
    if len(scopes) == 1 or (
        list(shared) == [tuple(scopes)]
        and all(len(shared[tuple(scopes)]) == len(by_scope[scope]) for scope in scopes)
        and len({mixed.get(scope) for scope in scopes}) == 1
    ):
        all_methods = list(by_scope[scopes[0]].values())
        bases = [mixed[scopes[0]]] if scopes[0] in mixed else []
        own = name if len(scopes) > 1 else names[scopes[0]]
        return Resource(
            tag,
            description,
            operations,
            [ResourceClass(own, bases, all_methods, scopes)],
            dict.fromkeys(scopes, own),
        )
    classes: list[ResourceClass] = []
    for among, common in shared.items():
        everywhere = len(shared) == 1 or len(among) == len(scopes)
        label = "Common" if everywhere else "And".join(scope.capitalize() for scope in among)
        classes.append(
            ResourceClass(
                f"{label}{name}",
                [],
                [by_scope[among[0]][each] for each in common],
                list(among),
                shared=True,
            )
        )
    bases_of = {scope: [each.name for each in classes if scope in each.scopes] for scope in scopes}
    for scope in scopes:
        elsewhere = {each for among, found in shared.items() if scope in among for each in found}
        own_methods = [method for each, method in by_scope[scope].items() if each not in elsewhere]
        bases = [*([mixed[scope]] if scope in mixed else []), *bases_of[scope]]
        classes.append(ResourceClass(names[scope], bases, own_methods, [scope]))
    return Resource(tag, description, operations, classes, {s: names[s] for s in scopes})


def _shared(
    by_scope: dict[str, dict[str, Method]], scopes: list[str]
) -> dict[tuple[str, ...], list[str]]:
    """Give the methods that several scopes have in common, by which scopes those are."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(each for scope in scopes for each in by_scope[scope]):
        ids: dict[str, list[str]] = {}
        for scope in scopes:
            if name in by_scope[scope]:
                ids.setdefault(by_scope[scope][name].operation.base_id, []).append(scope)
        for among in ids.values():
            if len(among) > 1:
                found.setdefault(tuple(among), []).append(name)
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))

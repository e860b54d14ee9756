"""`api/scopes.py`: the resources of each scope as attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .templates import fill

if TYPE_CHECKING:
    from ..structure import Plan

__all__ = ["scopes_module"]

_SCOPES = {
    "account": ("AccountResources", "of the account"),
    "product": ("ProductResources", "of a product"),
    "org": ("OrgResources", "of an organization"),
}

_PLACES = {
    "account": "the account: particle.{}",
    "product": "a product: particle.product(…).{}",
    "org": "an organization: particle.org(…).{}",
}


def scopes_module(plan: Plan) -> str:
    """Return the module with a class for each scope, sync and async."""
    scopes = [
        {
            "name": prefix + name,
            "where": where,
            "client": f"{prefix}Sender",
            "has_path": scope != "account",
            "resources": _resources(plan, scope, prefix),
        }
        for prefix in ("", "Async")
        for scope, (name, where) in _SCOPES.items()
    ]
    places = {
        resource.tag: " or ".join(
            _PLACES[scope].format(resource.tag) for scope in _SCOPES if scope in resource.by_scope
        )
        for resource in plan.resources
        if len(resource.by_scope) < len(_SCOPES)
    }
    return fill("scopes.py.jinja", scopes=scopes, places=places)


def _resources(plan: Plan, scope: str, prefix: str) -> list[dict[str, Any]]:
    return [
        {
            "tag": resource.tag,
            "name": prefix + resource.by_scope[scope],
            "description": resource.description,
        }
        for resource in plan.resources
        if scope in resource.by_scope
    ]

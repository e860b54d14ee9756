"""`operations/…`: one `Operation` constant for each operation of a resource."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .templates import fill

if TYPE_CHECKING:
    from ..structure import Method, Operation, Resource

__all__ = ["constant_of", "constants", "operations_module"]

_PAGINATION = ("page", "total_pages", "total", "has_more", "cursor", "cursor_field", "identity")


def operations_module(resource: Resource) -> str:
    """Return the module with the operations of a resource as data."""
    found = constants(resource)
    return fill(
        "operations_module.py.jinja",
        tag=resource.tag,
        paginated=any("pagination=" in arguments for arguments in found.values()),
        constants=found,
        exported=json.dumps(sorted(found)),
    )


def constants(resource: Resource) -> dict[str, str]:
    """Return the constants of a resource: name → arguments of its `Operation`."""
    found: dict[str, str] = {}
    for operation in resource.operations:
        found.setdefault(operation.constant, _arguments(operation))
        for method in operation.methods:
            rules = method.timeout, method.idempotent
            found.setdefault(constant_of(method), _arguments(operation, *rules))
        for variant in operation.raw.get("x-methods", ()):
            if variant.get("hand-written") and variant.keys() & {"timeout", "idempotent"}:
                name = f"{operation.constant}_{variant['name'].upper()}"
                rules = variant.get("timeout"), variant.get("idempotent")
                found.setdefault(name, _arguments(operation, *rules))
    return found


def constant_of(method: Method) -> str:
    """Return the name of a method's constant.

    A method that differs from its operation in timeout or in what a retry does has its own.
    """
    operation = method.operation
    if method.timeout is None and method.idempotent is None:
        return operation.constant
    return f"{operation.constant}_{method.name.upper()}"


def _arguments(
    operation: Operation, timeout: float | None = None, idempotent: bool | None = None
) -> str:
    raw = operation.raw
    parts = [
        json.dumps(operation.base_id),
        json.dumps(operation.method),
        json.dumps(operation.template),
    ]
    if operation.auth != "bearer":
        parts.append(f"auth={json.dumps(operation.auth)}")
    if idempotent is None:
        idempotent = raw.get("x-idempotent")
    if idempotent is not None and idempotent != (operation.method not in ("POST", "PATCH")):
        parts.append(f"idempotent={idempotent}")
    if any(
        argument.secret and argument.location in ("path", "query")
        for each in operation.methods
        for argument in each.arguments
    ):
        parts.append("secret=True")
    timeout = timeout or raw.get("x-timeout")
    if timeout:
        parts.append(f"timeout={float(timeout)}")
    for method in operation.methods:
        if method.result.kind == "page":
            parts.append(f"pagination={_pagination(method.result.pagination)}")
            break
    return ", ".join(parts)


def _pagination(about: dict[str, str]) -> str:
    parts = [json.dumps(about["items"])]
    parts += [f"{name}={json.dumps(about[name])}" for name in _PAGINATION if name in about]
    if about.get("bare"):
        parts.append("bare=True")
    return f"Pagination({', '.join(parts)})"

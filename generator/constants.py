"""The constants of an API module: one `Operation` for each, and how lists are paged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .structure import Method, Operation, Resource


def constants(resource: Resource) -> list[str]:
    lines: dict[str, str] = {}
    for operation in resource.operations:
        lines.setdefault(operation.constant, _constant(operation.constant, operation))
        for method in operation.methods:
            name = constant_of(method)
            if name != operation.constant:
                lines.setdefault(
                    name, _constant(name, operation, method.timeout, method.idempotent)
                )
        for variant in operation.raw.get("x-methods", ()):
            if variant.get("hand-written") and variant.keys() & {"timeout", "idempotent"}:
                name = f"{operation.constant}_{variant['name'].upper()}"
                rules = variant.get("timeout"), variant.get("idempotent")
                lines.setdefault(name, _constant(name, operation, *rules))
    return list(lines.values())


def constant_of(method: Method) -> str:
    """A method that differs in timeout or in what a retry does has an Operation of its own."""
    operation = method.operation
    if method.timeout is None and method.idempotent is None:
        return operation.constant
    return f"{operation.constant}_{method.name.upper()}"


def _constant(
    name: str,
    operation: Operation,
    timeout: float | None = None,
    idempotent: bool | None = None,
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
        argument.secret and argument.place in ("path", "query")
        for each in operation.methods
        for argument in each.arguments
    ):
        parts.append("secret=True")
    timeout = timeout or raw.get("x-timeout")
    if timeout:
        parts.append(f"timeout={float(timeout)}")
    return f"{name} = Operation({', '.join(parts)})"


def page_constants(resource: Resource) -> list[str]:
    lines: list[str] = []
    for operation in resource.operations:
        for method in operation.methods:
            if method.answer.kind == "page":
                about = method.answer.pagination
                parts = [json.dumps(about["items"])]
                if "page" in about:
                    parts.append(f"page={json.dumps(about['page'])}")
                for name in (
                    "total_pages",
                    "total",
                    "has_more",
                    "cursor",
                    "cursor_field",
                    "identity",
                ):
                    if name in about:
                        parts.append(f"{name}={json.dumps(about[name])}")
                if about.get("bare"):
                    parts.append("bare=True")
                line = f"{operation.constant}_PAGES = Pagination({', '.join(parts)})"
                if line not in lines:
                    lines.append(line)
    return lines

"""`operations/rate_limits.py`: the cloud's rate limits, and which routes count against them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import GeneratorError
from .templates import fill

if TYPE_CHECKING:
    from ..structure import Operation

__all__ = ["rate_limits_module"]


def rate_limits_module(document: dict[str, Any], operations: list[Operation]) -> str:
    """Return the module with the limits of `x-rate-limits`, as the arguments of a `Limit`."""
    limits = document["x-rate-limits"]
    routes: dict[str, list[str]] = {name: [] for name in limits}
    for operation in operations:
        if (name := operation.raw.get("x-rate-limit")) in routes:
            routes[name].append(f"{operation.method} {operation.path}")
        elif name:
            raise GeneratorError(f"{operation.id}: {name} is none of the x-rate-limits")
    return fill(
        "rate_limits_module.py.jinja",
        limits=[
            (
                name,
                limit["amount"],
                limit["seconds"],
                (*routes[name], *limit.get("routes", ())),
                limit["per"],
            )
            for name, limit in limits.items()
        ],
    )

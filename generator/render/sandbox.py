"""`sandbox/operations.json`: the operations, which faults of the sandbox are set for by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..structure import Plan

__all__ = ["sandbox_operations"]


def sandbox_operations(plan: Plan) -> str:
    """Return the table of all operations, as JSON with one operation on a line."""
    lines: list[str] = []
    for operation in plan.operations:
        entry = {"method": operation.method, "path": operation.path, "operation_id": operation.id}
        if operation.raw.get("x-stream"):
            entry["content_type"] = "text/event-stream"
        lines.append(json.dumps(entry))
    return "[\n" + ",\n".join(lines) + "\n]\n"

"""From the plan to source code, through the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..config import HEADER
from ..models import render_models
from .api import api_module
from .operations import operations_module
from .rate_limits import rate_limits_module
from .sandbox import sandbox_operations
from .scopes import scopes_module
from .system_events import event_fields_module, system_events_module
from .templates import fill

if TYPE_CHECKING:
    from ..parse import Parsed
    from ..structure import Plan

__all__ = ["render"]


def render(
    document: dict[str, Any], plan: Plan, parsed: Parsed, schema_files: dict[str, str]
) -> dict[str, str]:
    """Return the generated files of the package: path → text, not yet formatted."""
    models = render_models(document, plan, parsed, schema_files)
    files = {
        f"models/{name}.py": fill("models_module.py.jinja", **context)
        for name, context in models.modules.items()
    }
    listed = [(module, sorted(context["exported"])) for module, context in models.modules.items()]
    files["models/__init__.py"] = fill(
        "models_init.py.jinja",
        modules=sorted(listed),
        exported=sorted(name for _, names in listed for name in names),
    )
    for resource in plan.resources:
        files[f"api/{resource.tag}.py"] = api_module(resource, models.module_of)
        files[f"operations/{resource.tag}.py"] = operations_module(resource)
    files["api/__init__.py"] = fill(
        "api_init.py.jinja", modules=sorted(resource.tag for resource in plan.resources)
    )
    files["operations/__init__.py"] = (
        f'# {HEADER}\n"""The operations of the Cloud API as data, one module a resource."""\n'
    )
    if "x-rate-limits" in document:
        files["operations/rate_limits.py"] = rate_limits_module(document, plan.operations)
    files["api/scopes.py"] = scopes_module(plan)
    schemas = document["components"]["schemas"]
    if "Event" in schemas:
        files["events/fields.py"] = event_fields_module(schemas["Event"])
    files["events/system.py"] = system_events_module(schemas)
    files["sandbox/operations.json"] = sandbox_operations(plan)
    return files

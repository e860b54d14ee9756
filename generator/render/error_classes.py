"""`errors.py` and what it exports of `base/`: the errors that openapi/errors.yaml tells of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..yaml_io import read_yaml
from .templates import fill

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["error_modules"]

_KEYS = dict.fromkeys(
    (
        "reason",
        "class",
        "base",
        "description",
        "advice",
        "advices",
        "fields",
        "source",
        "patterns",
    )
)
_WRITTEN = (
    "base.errors",
    "base.response",
    "base.status_errors",
    "firmware.errors",
)
_CLASS = re.compile(r"^class ([A-Z]\w*Error)\b", re.MULTILINE)


def error_modules(root: Path) -> dict[str, str]:
    """Return the generated modules: path in the package → text, not yet formatted."""
    source = root / "openapi" / "errors.yaml"
    if not source.is_file():
        return {}
    lists: dict[str, list[dict[str, Any]]] = read_yaml(source)
    statuses = [_KEYS | each for each in lists["statuses"]]
    reasons = [_KEYS | each for each in lists["reasons"]]
    modules = {
        module: _CLASS.findall(
            (root / "particle_client" / f"{module.replace('.', '/')}.py").read_text("utf-8")
        )
        for module in _WRITTEN
    }
    modules |= {
        "base.error_reasons": ["ErrorReason"],
        "base.http_errors": [each["class"] for each in statuses if each["description"]],
        "base.known_errors": [each["class"] for each in reasons if each["base"]],
    }
    by_status = {"APIStatusError", *(each["class"] for each in statuses if not each["description"])}
    named = ", ".join(each["base"] or each["class"] or "" for each in reasons)
    by_reason = {"APIStatusError", *named.split(", ")}
    imported = {
        module.removeprefix("base."): sorted(by_reason & set(names))
        for module, names in modules.items()
    }
    return {
        "base/error_reasons.py": fill("error_reasons.py.jinja", reasons=reasons),
        "base/http_errors.py": fill(
            "http_errors.py.jinja", statuses=statuses, imported=sorted(by_status)
        ),
        "base/known_errors.py": fill("known_errors.py.jinja", reasons=reasons, imported=imported),
        "errors.py": fill("errors.py.jinja", modules=modules),
    }

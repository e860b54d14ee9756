"""`errors.py` and what it exports of `base/`: the errors that openapi/errors.yaml tells of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..yaml_io import read_yaml
from .templates import fill

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["error_modules"]

_KEYS = dict.fromkeys(("reason", "class", "base", "description", "advice", "source", "patterns"))
_WRITTEN = ("base.errors", "base.response", "base.status_errors", "firmware.errors")
_CLASS = re.compile(r"^class ([A-Z]\w*Error)\b", re.MULTILINE)


def error_modules(root: Path) -> dict[str, str]:
    """Return the generated modules: path in the package → text, not yet formatted."""
    source = root / "openapi" / "errors.yaml"
    if not source.is_file():
        return {}
    reasons: list[dict[str, Any]] = [_KEYS | each for each in read_yaml(source)]
    made = [each["class"] for each in reasons if each["base"]]
    bases = {each["base"] or each["class"] or "" for each in reasons} - {""}
    modules = {
        module: _CLASS.findall(
            (root / "particle_client" / f"{module.replace('.', '/')}.py").read_text("utf-8")
        )
        for module in _WRITTEN
    }
    modules |= {"base.error_reasons": ["ErrorReason"], "base.known_errors": made}
    return {
        "base/error_reasons.py": fill("error_reasons.py.jinja", reasons=reasons),
        "base/known_errors.py": fill(
            "known_errors.py.jinja", reasons=reasons, imported=sorted(bases | {"APIStatusError"})
        ),
        "errors.py": fill("errors.py.jinja", modules=modules),
    }

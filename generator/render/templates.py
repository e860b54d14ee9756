"""The templates of `generator/templates/`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..config import HEADER
from ..docstrings import docstring

__all__ = ["fill"]

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
    undefined=StrictUndefined,
    autoescape=False,
)
_ENVIRONMENT.filters["docstring"] = docstring


def fill(name: str, **context: Any) -> str:
    """Return a template's text, filled in."""
    return _ENVIRONMENT.get_template(name).render(header=HEADER, **context)

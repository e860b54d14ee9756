"""Gives each method of a plan its example, and the errors that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .examples import example
from .raises import raises
from .yaml_io import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from .structure import Plan

__all__ = ["illustrate"]


def illustrate(plan: Plan, document: Mapping[str, Any], root: Path) -> None:
    """Set the example and the errors of each method.

    Args:
        root: The folder of the project.
    """
    source = root / "openapi" / "errors.yaml"
    errors: Mapping[str, Any] = read_yaml(source) if source.is_file() else {}
    for resource in plan.resources:
        for planned in resource.classes:
            for method in planned.methods:
                method.example = example(method, document, planned.scopes[0])
                if errors:
                    method.raises = raises(method, document, errors)

"""The marker for an argument that wasn't given: absent is not `None`."""

from __future__ import annotations

from enum import Enum
from typing import Any


class Unset(Enum):
    """Type of `UNSET`. An enum member stays itself through `pickle` and `copy`."""

    UNSET = "UNSET"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"


# `Any` lets a model say `notes: str | None = UNSET`. Test for it with `isinstance(value, Unset)`.
UNSET: Any = Unset.UNSET
"""Default of optional arguments: nothing is sent. (`None` is sent, as `null`.)"""

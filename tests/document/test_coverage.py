"""The document has the operations of the Cloud API that it should have, and no others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.documented import DATA, operations, unnamed

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gap(NamedTuple):
    missing: list[str]
    """In the yardstick, but not in the document."""
    unknown: list[str]
    """In the document, but not in the yardstick."""


def compare(documented: Iterable[tuple[str, str]], yardstick: Iterable[tuple[str, str]]) -> Gap:
    """Compare methods and paths; what stands in braces is named differently by each source."""
    ours = {(method, unnamed(path)): f"{method} {path}" for method, path in documented}
    theirs = {(method, unnamed(path)): f"{method} {path}" for method, path in yardstick}
    return Gap(
        missing=sorted(theirs[key] for key in theirs.keys() - ours.keys()),
        unknown=sorted(ours[key] for key in ours.keys() - theirs.keys()),
    )


def test_the_document_covers_the_yardstick() -> None:
    rows = json.loads((DATA / "operations.json").read_text(encoding="utf-8"))
    yardstick = [(row["method"], row["path"]) for row in rows]
    assert len({(method, unnamed(path)) for method, path in yardstick}) == len(yardstick)
    gap = compare(((each.method, each.path) for each in operations()), yardstick)
    problems = [
        f"tests/data/operations.json has no {where}: add it, if the Cloud API has the operation"
        for where in gap.unknown
    ]
    problems += [
        f"openapi/ has no {where}: tests/data/operations.json does" for where in gap.missing
    ]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_what_is_missing_and_what_is_unknown_is_named() -> None:
    documented = [("GET", "/v1/devices/{deviceId}"), ("GET", "/v1/gadgets")]
    yardstick = [("GET", "/v1/devices/{id}"), ("PUT", "/v1/devices/{id}")]
    assert compare(documented, yardstick) == Gap(
        missing=["PUT /v1/devices/{id}"], unknown=["GET /v1/gadgets"]
    )

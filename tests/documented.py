"""The bundled document, and the documented facts that it and the client are checked against."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.bundle import METHODS
from generator.yaml_io import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent
DATA = ROOT / "tests" / "data"
BUNDLED = ROOT / "openapi" / "particle-cloud.bundled.yaml"
WEBHOOKS = ROOT / "openapi" / "webhooks.bundled.yaml"


class Documented(NamedTuple):
    """An operation of the bundled document."""

    method: str
    path: str
    raw: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.raw["operationId"])

    @property
    def where(self) -> str:
        return f"{self.method} {self.path}"


class Answer(NamedTuple):
    """A response that the Cloud API's reference shows, as `tests/data/answers.json` has it."""

    name: str
    """Resource, operation and what sets it apart from other responses: the name of its cassette."""
    method: str
    path: str
    variants: list[str]
    """Further paths that give the same response."""
    status: int
    body: Any
    """JSON, or the text of an event stream; None where the response has no body."""

    @property
    def is_text(self) -> bool:
        return isinstance(self.body, str)


@cache
def bundled() -> dict[str, Any]:
    """Read the bundled document. Tests must not change it: they copy what they change."""
    document: dict[str, Any] = read_yaml(BUNDLED)
    return document


@cache
def webhooks() -> dict[str, Any]:
    """Read the bundled document of the webhooks."""
    document: dict[str, Any] = read_yaml(WEBHOOKS)
    return document


def operations(document: Mapping[str, Any] | None = None) -> Iterator[Documented]:
    """Return every operation of a document, of the bundled one by default."""
    for path, item in (document or bundled())["paths"].items():
        for method in METHODS:
            if method in item:
                yield Documented(method.upper(), path, item[method])


@cache
def answers() -> list[Answer]:
    """Read the documented responses."""
    rows = json.loads((DATA / "answers.json").read_text(encoding="utf-8"))
    return [
        Answer(
            row["name"],
            row["method"],
            row["path"],
            row.get("variants", []),
            row["status"],
            row.get("body", row.get("body_text")),
        )
        for row in rows
    ]


def resolve(document: Mapping[str, Any], node: Any) -> Any:
    """Follow a reference to a component."""
    while isinstance(node, dict) and "$ref" in node:
        _, _, kind, name = node["$ref"].split("/")
        node = document["components"][kind][name]
    return node


def unnamed(path: str) -> str:
    """Return a path template without the names in braces, which sources choose differently."""
    return re.sub(r"{\w+}", "{}", path)

"""Compares requests with the OpenAPI document, and with those recorded of earlier packages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .document import CONTENT, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .document import Document
    from .javascript import Place
    from .values import Request


@dataclass(frozen=True)
class Finding:
    """A difference: `new`, `changed`, `gone` or `unread`; `about` a parameter, if it has a name."""

    kind: str
    operation: str
    about: str
    says: str
    places: tuple[Place, ...] = ()

    @property
    def identity(self) -> tuple[str, str, str]:
        """What the list of known differences calls it by."""
        return self.kind, shape(self.operation), self.about


@dataclass
class Calls:
    """All calls of an operation: where they are, and what they send."""

    places: set[Place] = field(default_factory=set)
    parameters: dict[str, dict[Place, set[Any]]] = field(default_factory=dict)
    """Parameter → places → values; those that aren't known are None."""
    kinds: dict[str, set[Place]] = field(default_factory=dict)
    """Which of `query`, `json`, `form` and `multipart` they send → where the calls are."""
    open: bool = False
    """Whether they may send more."""


def gather(requests: Iterable[Request], document: Document) -> dict[str, Calls]:
    """Return the operations that `requests` call."""
    found: dict[str, Calls] = {}
    for request in requests:
        calls = found.setdefault(document.name(request), Calls())
        calls.places.add(request.place)
        calls.open |= request.open
        for name, (value, place) in request.parameters.items():
            calls.parameters.setdefault(name, {}).setdefault(place, set()).add(value)
            calls.kinds.setdefault(name.partition(".")[0], set()).add(request.place)
    return dict(sorted(found.items(), key=lambda item: item[0].split()[::-1]))


def compare(calls: dict[str, Calls], document: Document) -> Iterator[Finding]:
    """Find what packages send that the document doesn't have, and what they don't though it has."""
    for operation, made in calls.items():
        places = tuple(sorted(made.places))
        if operation not in document.operations:
            says = (
                f"isn't in the document; it sends {', '.join(sorted(made.parameters)) or 'nothing'}"
            )
            yield Finding("new", operation, "", says, places)
            continue
        queries = document.queries(operation)
        bodies = {kind: document.body(operation, kind) for kind in made.kinds.keys() - {"query"}}
        for kind, body in sorted(bodies.items()):
            if body is None:
                says = f"the document has no body of {CONTENT[kind]}"
                yield Finding("new", operation, kind, says, tuple(sorted(made.kinds[kind])))
        for parameter, sent in made.parameters.items():
            kind, _, name = parameter.partition(".")
            if kind == "query":
                schemas = document.fields(queries[name]["schema"], []) if name in queries else []
            elif body := bodies[kind]:
                schemas = document.fields(body, name.split("."))
            else:
                continue
            yield from _compared(operation, parameter, sent, schemas)
        required = {f"query.{name}" for name, query in queries.items() if query.get("required")}
        if bodies and not made.open:
            choices = [
                {f"{kind}.{name}" for name in each.get("required", ())}
                for kind, body in bodies.items()
                for each in document.alternatives(body or {})
            ]
            required |= set.intersection(*choices)
        sent_at_all = {name.split(".")[1].removesuffix("[]") for name in made.parameters}
        for name in sorted(required):
            if name.partition(".")[2] not in sent_at_all:
                yield Finding("changed", operation, name, "is required, but not sent", places)


def _compared(
    operation: str, parameter: str, sent: dict[Place, set[Any]], schemas: list[dict[str, Any]]
) -> Iterator[Finding]:
    if not schemas:
        yield Finding("new", operation, parameter, "isn't in the document", tuple(sorted(sent)))
        return
    as_text = not parameter.startswith("json.")
    for value in sorted(set().union(*sent.values()) - {None}, key=str):
        if not any(_allows(schema, value, as_text) for schema in schemas):
            places = tuple(sorted(place for place, values in sent.items() if value in values))
            says = f"the document doesn't allow {value!r}"
            yield Finding("changed", operation, parameter, says, places)


def _allows(schema: dict[str, Any], value: Any, as_text: bool) -> bool:
    """Tell whether an enum or a constant allows a value."""
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    if as_text:
        return str(value).lower() in [str(each).lower() for each in allowed]
    return any(each == value and type(each) is type(value) for each in allowed)


def gone(calls: dict[str, Calls], recorded: dict[str, str], package: str) -> Iterator[Finding]:
    """Find what a package called or sent when that was recorded, and doesn't now."""
    for operation, parameters in recorded.items():
        made = calls.get(operation)
        if made is None:
            yield Finding("gone", operation, "", f"{package} no longer calls it")
            continue
        # Where nothing of a kind is sent any more, the kind says it all.
        lost = {
            parameter if (kind := parameter.partition(".")[0]) in made.kinds else kind
            for parameter in set(parameters.split()) - made.parameters.keys()
        }
        for parameter in sorted(lost):
            says = f"{package} no longer sends it"
            yield Finding("gone", operation, parameter, says, tuple(sorted(made.places)))

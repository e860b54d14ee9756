"""docs/reference.md, every operation beside its call; and docs/models.md, every model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .config import HEADER
from .signatures import Signatures, arguments, returned, summary

if TYPE_CHECKING:
    import ast
    from collections.abc import Mapping

    from .signatures import Class
    from .structure import Operation, Plan, Resource

_ROOTS = {"account": "particle", "product": "product", "org": "org"}

# Classes that are written by hand and stand beside the resources: title, class, how it is reached.
_BESIDE = (
    ("The client", "Particle", "particle", "Logging in, scopes, raw requests, fleets."),
    (
        "quarantine",
        "Quarantine",
        "product.quarantine",
        "Devices that connected with the product's firmware, but aren't in the product.",
    ),
)


def reference(plan: Plan, sources: Mapping[str, str]) -> str:
    """Return the page of the calls, in Markdown.

    Args:
        sources: Path → text of the modules that hold the classes.
    """
    signatures = Signatures(sources)
    lines = [
        f"<!-- {HEADER} -->",
        "",
        "# Every operation and its method",
        "",
        "`particle` is a `Particle` or an `AsyncParticle`, `product` is `particle.product(…)` and",
        "`org` is `particle.org(…)`. Arguments in brackets are optional; those after `*` are",
        "keyword arguments. Methods that send a request also take the",
        "[options of a single call](configuration.md#options-of-a-single-call): `timeout`,",
        "`retries`, `headers` … A few take only some of them, see the",
        "[exceptions](configuration.md#methods-with-fewer-options).",
        "",
        "Return types are those of `Particle`; the models are in [models.md](models.md). With",
        "`AsyncParticle`, await the call. Calls that return a `list` or a `Page` can also be",
        "iterated over with `async for`. See [Responses](responses.md).",
    ]
    for title, name, root, description in _BESIDE[:1]:
        lines += _beside(signatures, title, name, root, description)
    for resource in plan.resources:
        lines += ["", f"## {resource.tag}", "", " ".join(resource.description.split()), ""]
        lines += ["| call | returns | operation | |", "| --- | --- | --- | --- |"]
        lines += _rows(resource, signatures)
    for title, name, root, description in _BESIDE[1:]:
        lines += _beside(signatures, title, name, root, description)
    return "\n".join(lines) + "\n"


def _rows(resource: Resource, signatures: Signatures) -> list[str]:
    rows: list[str] = []
    named: set[tuple[str, str]] = set()
    for operation in resource.operations:
        where = f"`{operation.method} {operation.path}`"
        for name, description in _methods(operation):
            named.add((operation.scope, name))
            call = f"{_ROOTS[operation.scope]}.{operation.tag}.{name}"
            method = signatures.methods(resource.by_scope[operation.scope]).get(name)
            if method is None and (method := signatures.methods("Particle").get(name)):
                call = f"particle.{name}"
            rows.append(_row(call, method, where, description, signatures.models))
    for scope, class_name in resource.by_scope.items():
        rows += [
            _row(
                f"{_ROOTS[scope]}.{resource.tag}.{name}",
                method,
                "",
                summary(method),
                signatures.models,
            )
            for name, method in signatures.methods(class_name).items()
            if (scope, name) not in named
        ]
    return rows


def _methods(operation: Operation) -> list[tuple[str, str]]:
    """Return names and summaries of an operation's methods."""
    methods = [
        (method.name, f"{method.summary} (deprecated)" if method.deprecated else method.summary)
        for method in operation.methods
    ]
    if operation.hand_written:
        methods.append((operation.raw["x-method"], operation.raw["summary"]))
    methods += [
        (variant["name"], variant.get("summary") or operation.raw["summary"])
        for variant in operation.raw.get("x-methods", ())
        if variant.get("hand-written")
    ]
    return methods


def _row(
    call: str, method: ast.FunctionDef | None, where: str, description: str, models: set[str]
) -> str:
    parameters = "…" if method is None else arguments(method)
    result = "" if method is None else _linked(returned(method), models)
    return f"| `{call}({parameters})` | {result} | {where} | {description} |"


def _linked(annotation: str, models: set[str]) -> str:
    """Return a type, with a link to the last model in it."""
    code = annotation.replace("|", "\\|")
    names = [name for name in re.findall(r"\w+", annotation) if name in models]
    return f"[`{code}`](models.md#{names[-1].lower()})" if names else f"`{code}`"


def _beside(
    signatures: Signatures, title: str, name: str, root: str, description: str
) -> list[str]:
    methods = signatures.methods(name)
    if not methods:
        return []
    lines = ["", f"## {title}", "", description, "", "| call | returns | |", "| --- | --- | --- |"]
    for each, method in methods.items():
        result = _linked(returned(method), signatures.models)
        lines.append(f"| `{root}.{each}({arguments(method)})` | {result} | {summary(method)} |")
    return lines


# --- models ---------------------------------------------------------------------------------------


def models_page(sources: Mapping[str, str]) -> str:
    """Return the page of the models, in Markdown.

    Args:
        sources: Path → text of the modules of models.
    """
    lines = [
        f"<!-- {HEADER} -->",
        "",
        "# Every model and its fields",
        "",
        "What methods return, and objects that some of them take. Import them from",
        "`particle_client.models`. A field that is missing in a response is `None`, whatever its",
        "type. See [Responses](responses.md).",
    ]
    for path, text in sources.items():
        classes = list(Signatures({path: text}).classes.values())
        if not classes:
            continue
        lines += ["", f"## {path.rpartition('/')[2].removesuffix('.py')}"]
        for each in classes:
            lines += _model(each)
    return "\n".join(lines) + "\n"


def _model(model: Class) -> list[str]:
    lines = ["", f"### {model.name}", "", model.description]
    if model.members:
        return [*lines, "", "Values: " + ", ".join(f"`{value}`" for value in model.members) + "."]
    if model.fields:
        lines += ["", "| field | type | |", "| --- | --- | --- |"]
        for each in model.fields:
            kind, description = (
                text.replace("|", "\\|") for text in (each.annotation, each.description)
            )
            lines.append(f"| `{each.name}` | `{kind}` | {description} |")
    if model.content:
        lines += ["", f"The fields of `{model.content}` are attributes of this object, too."]
    return lines

"""docs/reference.md: every operation beside the call that reaches it."""

from __future__ import annotations

from .config import HEADER
from .structure import Argument, Method, Operation, Plan

_ROOTS = {"account": "particle", "product": "product", "org": "org"}


def reference(plan: Plan) -> str:
    """Give the page, in Markdown."""
    lines = [
        f"<!-- {HEADER} -->",
        "",
        "# Every operation and its call",
        "",
        "`particle` is a `Particle` or an `AsyncParticle`, `product` is `particle.product(…)` and",
        "`org` is `particle.org(…)`. Arguments in brackets are optional, those after `*` go by",
        "keyword. Every method also takes the",
        "[options of one call](../README.md#options-of-one-call): `timeout`, `headers` …",
    ]
    for resource in plan.resources:
        lines += ["", f"## {resource.tag}", "", " ".join(resource.description.split()), ""]
        lines += ["| call | operation | |", "| --- | --- | --- |"]
        for operation in resource.operations:
            for call, summary in _calls(operation):
                where = f"`{operation.method} {operation.path}`"
                lines.append(f"| `{call}` | {where} | {summary} |")
    return "\n".join(lines) + "\n"


def _calls(operation: Operation) -> list[tuple[str, str]]:
    root = f"{_ROOTS[operation.scope]}.{operation.tag}"
    calls = [
        (f"{root}.{method.name}({_arguments(method)})", _mark(method))
        for method in operation.methods
    ]
    if operation.hand_written:
        calls.append((f"{root}.{operation.raw['x-method']}(…)", operation.raw["summary"]))
    calls += [
        (f"{root}.{variant['name']}(…)", variant.get("summary") or operation.raw["summary"])
        for variant in operation.raw.get("x-methods", ())
        if variant.get("hand-written")
    ]
    return calls


def _mark(method: Method) -> str:
    return f"{method.summary} (deprecated)" if method.deprecated else method.summary


def _arguments(method: Method) -> str:
    parts: list[str] = []
    for argument in method.arguments:
        if argument.fixed:
            continue
        if not argument.positional and "*" not in parts:
            parts.append("*")
        parts.append(_shown(argument))
    return ", ".join(parts)


def _shown(argument: Argument) -> str:
    needed = argument.required and argument.default is None
    return argument.name if needed else f"[{argument.name}]"

"""The reference: a page for each resource, and a table of all methods.

Both are made from the clients themselves. mkdocstrings shows signatures, arguments and errors from
the docstrings; the examples in them become tabs, sync and async.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from particle_client import AsyncParticle, Particle

from ..written_examples import WRITTEN
from .fields import models

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["client_examples", "operations", "reference"]

_OPERATION = re.compile(r"Cloud API: \w+, (?P<where>[A-Z]+ \S+?)[.,]?(?:\s|$)")


@dataclass
class _Method:
    """A method, with all places where it is reached."""

    function: Any
    asynchronous: Any
    calls: list[str] = field(default_factory=list[str])
    """Such as `product.devices.get`."""

    @property
    def summary(self) -> str:
        return " ".join((inspect.getdoc(self.function) or "").partition("\n\n")[0].split())

    @property
    def where(self) -> str:
        """The operation, such as `GET {scope}/devices`."""
        found = _OPERATION.search(" ".join((inspect.getdoc(self.function) or "").split()))
        return found["where"] if found else ""

    @property
    def path(self) -> str:
        return f"{self.function.__module__}.{self.function.__qualname__}"


def reference(package: Path) -> dict[str, str]:
    """Return the pages of the resources: file name → Markdown."""
    pages: dict[str, str] = {}
    for name, (first, methods) in _resources().items():
        described = inspect.cleandoc(type(first).__doc__ or "").partition("\n\n")[0]
        lines = [f"# {name}", "", described, "", "| method | |", "| --- | --- |"]
        for each in methods:
            calls = ", ".join(f"[`{call}`][{each.path}]" for call in each.calls)
            lines.append(f"| {calls} | {each.summary} |")
        lines += ["", "## Methods"]
        for each in methods:
            lines += _method(each)
        module = package / "models" / f"{name}.py"
        if module.exists():
            text = module.read_text(encoding="utf-8")
            lines += ["", "## Models", "", "Import them from `particle_client.models`."]
            lines += models(f"particle_client.models.{name}", text)
        pages[f"{name}.md"] = "\n".join(lines) + "\n"
    for module in sorted((package / "models").glob("[a-z]*.py")):
        if f"{module.stem}.md" not in pages:
            lines = [f"# {module.stem.replace('_', ' ').capitalize()} (models)", ""]
            lines += ["Models that several resources use. Import them from"]
            lines += ["`particle_client.models`."]
            lines += models(f"particle_client.models.{module.stem}", module.read_text("utf-8"))
            pages[f"{module.stem}.md"] = "\n".join(lines) + "\n"
    return pages


def operations() -> str:
    """Return the table of all methods of the resources."""
    lines = ["| method | operation | |", "| --- | --- | --- |"]
    for _, methods in _resources().values():
        for each in methods:
            calls = "<br>".join(f"[`{call}`][{each.path}]" for call in each.calls)
            lines.append(f"| {calls} | {f'`{each.where}`' * bool(each.where)} | {each.summary} |")
    return "\n".join(lines)


def client_examples() -> str:
    """Return the examples of the client's own methods."""
    lines: list[str] = []
    for name, code in WRITTEN.items():
        if name.count(".") == 1:
            lines += ["", f"### `{name}` {{ #example-{name.replace('.', '-')} }}", ""]
            lines += ["```python", code, "```"]
    return "\n".join(lines)


def _resources() -> dict[str, tuple[Any, list[_Method]]]:
    """Return each resource: name → (an object of it, its methods)."""
    client, async_client = Particle("TOKEN"), AsyncParticle("TOKEN")
    scopes = {
        "particle": (client, async_client),
        "product": (client.product("p"), async_client.product("p")),
        "org": (client.org("o"), async_client.org("o")),
    }
    found: dict[str, tuple[Any, list[_Method]]] = {}
    for root, (scope, async_scope) in scopes.items():
        for name in dir(scope):
            resource = None if name.startswith("_") else getattr(scope, name)
            module = type(resource).__module__
            if not module.startswith(("particle_client.api.", "particle_client.quarantine")):
                continue
            _, methods = found.setdefault(name, (resource, []))
            for method, function in _methods(type(resource)).items():
                known = [each for each in methods if each.function is function]
                if not known:
                    asynchronous = getattr(type(getattr(async_scope, name)), method)
                    methods += (known := [_Method(function, asynchronous)])
                known[0].calls.append(f"{root}.{name}.{method}")
    return dict(sorted(found.items()))


def _methods(kind: type) -> Mapping[str, Any]:
    """Return the methods of a class in the order of its code, those that it inherits last."""
    ordered = [name for each in kind.__mro__ for name in vars(each)]
    return {
        name: function
        for name in dict.fromkeys(ordered)
        if not name.startswith("_") and inspect.isfunction(function := getattr(kind, name))
    }


def _method(method: _Method) -> Iterator[str]:
    name = method.calls[0].partition(".")[2]
    same_name = {call.partition(".")[0] for call in method.calls}
    heading = name if "particle" in same_name else method.calls[0]
    yield from ("", f"::: {method.path}", "    options:", f"      heading: {heading}")
    yield f"      toc_label: {heading}"
    yield ""
    if example := _example(method.function):
        for title, code in ("Sync", example), ("Async", _example(method.asynchronous)):
            yield from (f'=== "{title}"', "", "    ```python")
            yield textwrap.indent(code, "    ")
            yield from ("    ```", "")
    elif written := next((WRITTEN[call] for call in method.calls if call in WRITTEN), ""):
        yield from ("```python", written, "```")


def _example(function: Any) -> str:
    """Return the example of a docstring, without the prompts."""
    _, title, after = (inspect.getdoc(function) or "").partition("\nExamples:\n")
    lines = textwrap.dedent(after.partition("\n\n")[0]).splitlines() if title else []
    return "\n".join(line[4:] for line in lines)

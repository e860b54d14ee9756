"""Examples of calls, with the values that the document's examples have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .names import snake
from .structure import Example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TypeAlias

    from .structure import Argument, Method

    Deref: TypeAlias = Callable[[Mapping[str, Any]], Mapping[str, Any]]

__all__ = ["ROOTS", "Example", "example"]

ROOTS = {"account": "particle", "product": "product", "org": "org"}

_MISSING = object()
_SHOWN = ("name", "title", "id", "key", "version")
"""Of a list, the first of these fields that its items have is printed."""
_SHORT = 160
"""Of longer examples, the shortest is taken."""
_USER = {"username": "ada@example.com", "password": "correct horse"}


def example(method: Method, document: Mapping[str, Any], scope: str) -> Example:
    """Return the example of a method, in one of its scopes."""
    values = _Values(method, document)
    parts: list[str] = []
    for argument in method.arguments:
        value = _MISSING if argument.fixed else values.of(argument)
        if value is not _MISSING:
            written = _python(value)
            parts.append(written if argument.positional else f"{argument.name}={written}")
    if method.result.kind == "download":
        parts.append(f'to="{method.name}.bin"')
    call = f"{ROOTS[scope]}.{method.operation.tag}.{method.name}({', '.join(parts)})"
    item = method.result.item if method.result.kind == "page" else method.result.annotation
    if method.result.kind not in ("list", "page") or item is None:
        return Example(call, method.result.kind)
    model = re.findall(r"\w+", item.code)[-1]
    properties = document["components"]["schemas"].get(model, {}).get("properties", {})
    fields = [each.get("x-name") or snake(name) for name, each in properties.items()]
    shown = next((name for name in (*_SHOWN, *fields) if name in fields), "")
    name = snake(model) if fields else "each"
    return Example(call, method.result.kind, name.rpartition("_")[2], shown)


class _Values:
    """Where the values of a method's arguments come from."""

    def __init__(self, method: Method, document: Mapping[str, Any]) -> None:
        self._document = document
        self._method = method
        raw = method.operation.raw
        self._parameters = {
            each["name"]: each for each in map(self._deref, raw.get("parameters", ()))
        }
        self._body = self._best_body()

    def of(self, argument: Argument) -> Any:
        """Return the value of an argument, or _MISSING if the call does without it."""
        match argument.location:
            case "path" | "query":
                parameter = self._parameters.get(argument.wire, {})
                if not argument.required and "example" not in parameter:
                    return _MISSING
                value = self._of_schema(parameter, argument.wire)
            case "basic":
                return _USER[argument.name]
            case "file":
                return _file(argument)
            case "whole":
                return self._body if self._body or argument.required else _MISSING
            case "rest":
                return {
                    name: value
                    for name, value in self._body.items()
                    if name not in {each.wire for each in self._method.arguments}
                }
            case _:
                value = self._body.get(argument.wire, _MISSING)
                if value is _MISSING and argument.required:
                    value = self._elsewhere(argument)
        return _unchosen(argument, value)

    def _elsewhere(self, argument: Argument) -> Any:
        """Return the value of a field in the example of another operation of the resource."""
        for path in self._document["paths"].values():
            for operation in path.values():
                if operation.get("tags") == [self._method.operation.tag]:
                    for body in _bodies(operation, self._deref):
                        if isinstance(body, dict) and argument.wire in body:
                            return body[argument.wire]
        return argument.name

    def _of_schema(self, described: Mapping[str, Any], name: str) -> Any:
        schema = self._deref(described.get("schema", {}))
        for each in (described, schema):
            if "example" in each:
                return each["example"]
            if "enum" in each:
                return each["enum"][0]
        return name if schema.get("type") != "integer" else 1

    def _best_body(self) -> Any:
        """Return the example of the request body that has what the method sends."""
        method = self._method
        content = method.operation.contents
        media: Mapping[str, Any] = content.get(method.header[1] if method.header else "") or next(
            iter(content.values()), {}
        )
        bodies = _examples(media, self._deref)
        if method.body_field:
            bodies = [each.get(method.body_field, {}) for each in bodies]
        return max(bodies, key=self._fitness, default={})

    def _fitness(self, body: Any) -> tuple[int, int, int, int]:
        """Return how well an example fits: fixed values, required arguments, no further fields."""
        if not isinstance(body, dict):
            return (0, 0, 0, -max(len(str(body)), _SHORT))
        sent = [each for each in self._method.arguments if each.location not in ("path", "query")]
        named = {each.wire for each in sent}
        open_ended = any(each.location in ("rest", "whole") for each in sent)
        return (
            sum(body.get(each.wire, _MISSING) == each.constant for each in sent if each.fixed),
            sum(each.wire in body for each in sent if each.required),
            len(body.keys() - named) * (1 if open_ended else -1),
            -max(len(str(body)), _SHORT),
        )

    def _deref(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in node:
            found: Any = self._document
            for part in node["$ref"].removeprefix("#/").split("/"):
                found = found[part]
            node = found
        return node


def _bodies(operation: Mapping[str, Any], deref: Deref) -> Iterator[Any]:
    """Yield the examples of an operation's request body."""
    for media in deref(operation.get("requestBody", {})).get("content", {}).values():
        yield from _examples(media, deref)


def _examples(media: Mapping[str, Any], deref: Deref) -> list[Any]:
    return [deref(each)["value"] for each in media.get("examples", {}).values()]


def _file(argument: Argument) -> str:
    return f"{argument.name}.txt" if argument.file_name == "file" else argument.file_name


def _unchosen(argument: Argument, value: Any) -> Any:
    """Return the argument for which a value is sent."""
    if value is _MISSING:
        return value
    if argument.choice:
        return value == argument.choice[1]
    if argument.prefix and isinstance(value, str):
        return value.removeprefix(argument.prefix)
    if argument.comma and isinstance(value, str) and "," in value:
        return value.split(",")
    return value


def _python(value: Any) -> str:
    """Return the source of a value, with double quotes."""
    if isinstance(value, str):
        quoted = repr(value)
        if quoted.startswith("'") and '"' not in value:
            return f'"{quoted[1:-1]}"'.replace("\\'", "'")
        return quoted
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_python(k)}: {_python(v)}' for k, v in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_python, value))}]"
    return repr(value)

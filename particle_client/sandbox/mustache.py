"""The part of mustache that webhook templates use: variables, sections, inverted sections."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

_TAG = re.compile(
    r"\{\{\{\s*(?P<raw>[^{}]+?)\s*\}\}\}|\{\{\s*(?P<kind>[#^/&!]?)\s*(?P<name>[^{}]*?)\s*\}\}"
)
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_MISSING = object()

Context = Mapping[str, Any]


def render(template: str, context: Context) -> str:
    """The template with its tags filled in; a name that is unknown gives nothing."""
    text, _ = _render(template, 0, [context], None)
    return text


def render_all(value: Any, context: Context) -> Any:
    """Renders every text in a JSON value, keys included."""
    if isinstance(value, str):
        return render(value, context)
    if isinstance(value, dict):
        entries = cast("dict[str, Any]", value).items()
        return {render(key, context): render_all(item, context) for key, item in entries}
    if isinstance(value, list):
        return [render_all(item, context) for item in cast("list[object]", value)]
    return value


def _render(template: str, position: int, stack: list[Any], until: str | None) -> tuple[str, int]:
    """Renders up to the end of the section ``until``; gives the text and where it stopped."""
    parts: list[str] = []
    while tag := _TAG.search(template, position):
        parts.append(template[position : tag.start()])
        position = tag.end()
        kind, name = tag["kind"], tag["name"]
        if tag["raw"] is not None:
            parts.append(_text(_look_up(tag["raw"], stack)))
        elif kind == "/":
            if name == until:
                return "".join(parts), position
        elif kind == "!":
            continue
        elif kind in ("#", "^"):
            text, position = _section(template, position, stack, kind, name)
            parts.append(text)
        else:
            text = _text(_look_up(name, stack))
            parts.append(text if kind == "&" else "".join(_ESCAPES.get(c, c) for c in text))
    return "".join([*parts, template[position:]]), len(template)


def _section(
    template: str, position: int, stack: list[Any], kind: str, name: str
) -> tuple[str, int]:
    value = _look_up(name, stack)
    is_list = isinstance(value, list)
    there = value not in (None, False, "", 0, _MISSING) and value != []
    rounds: list[Any] = []
    if kind == "^":
        rounds = [] if there else [None]
    elif there:
        rounds = cast("list[object]", value) if is_list else [value]
    # The end of the section is found by rendering it, for nothing if need be.
    _, end = _render(template, position, stack, name)
    texts = [_render(template, position, [*stack, entry], name)[0] for entry in rounds]
    return "".join(texts), end


def _look_up(name: str, stack: Sequence[Any]) -> Any:
    if name == ".":
        return stack[-1]
    first, *rest = name.split(".")
    for context in reversed(stack):
        value = _member(context, first)
        if value is _MISSING:
            continue
        for key in rest:
            value = _member(value, key)
        return value
    return _MISSING


def _member(value: Any, key: str) -> Any:
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value).get(key, _MISSING)
    if isinstance(value, list) and key.isdecimal():
        items = cast("list[object]", value)
        return items[int(key)] if int(key) < len(items) else _MISSING
    return _MISSING


def _text(value: Any) -> str:
    if value is _MISSING or value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

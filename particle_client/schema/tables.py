"""Tables: how lists of what the cloud sent look in notebooks and in `print`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import Any, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")

_MOST = 100  # rows
_LONGEST = 60  # characters of a value
_WIDTH = 120  # characters of a line in `print`


@runtime_checkable
class _Row(Protocol):
    """A model, an event or a result of `map_devices`."""

    def _seen(self) -> Mapping[str, object]:
        """Return by name what people shall see: no secret."""
        ...


class Table(list[T]):
    """A list that is a table in notebooks and in `print`, if all that it has are rows."""

    __slots__ = ()

    def __str__(self) -> str:
        rows = _rows(self)
        lines = [""] * len(rows)
        for cells in zip_longest(*rows, fillvalue=""):
            width = max(map(len, cells))
            if len(lines[0]) + width <= _WIDTH:
                lines = [f"{line}{cell:{width}}  " for line, cell in zip(lines, cells, strict=True)]
        return "\n".join(map(str.rstrip, lines)) or super().__str__()

    def _repr_html_(self) -> str | None:
        return html_table(self)


def html_table(items: Sequence[object]) -> str | None:
    """Return a table in HTML; None where the items are no rows, or there are none."""
    from html import escape  # it takes its time to load

    head, *rows = [[escape(cell) for cell in row] for row in _rows(items)] or [[]]
    lines = [f"<td>{'</td><td>'.join(row)}</td>" for row in rows]
    lines.insert(0, f"<th>{'</th><th>'.join(head)}</th>")
    return f"<table><tr>{'</tr><tr>'.join(lines)}</tr></table>" if rows else None


def load_ipython_extension(ipython: Any) -> None:
    """Show each list of models, events or results as a table: `%load_ext particle_client`."""
    ipython.display_formatter.formatters["text/html"].for_type(list, html_table)


def _rows(items: Sequence[object]) -> list[list[str]]:
    """Return the names of the columns that have values, then the values of each item."""
    seen = [item._seen() for item in items[:_MOST] if isinstance(item, _Row)]
    if len(seen) < len(items[:_MOST]) or not seen:
        return []
    names = {name: None for row in seen for name, value in row.items() if value is not None}
    rows = [[*names], *([_cell(row.get(name)) for name in names] for row in seen)]
    return rows if len(items) <= _MOST else [*rows, [f"… and {len(items) - _MOST} more"]]


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if isinstance(value, datetime):
        text = f"{value:%Y-%m-%d %H:%M:%S%z}"  # a device's `online` stands to the right of two
    text = text if text.isprintable() else repr(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

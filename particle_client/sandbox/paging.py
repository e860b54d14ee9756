"""Lists that come in pages."""

import math
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from .errors import failure
from .request import Call, as_int

DEFAULT_PER_PAGE = 25

T = TypeVar("T")


class Page(NamedTuple):
    """Which page of a list is wanted; the first is 1."""

    number: int
    size: int

    def of(self, items: Sequence[T]) -> Sequence[T]:
        """The items on the page."""
        return items[(self.number - 1) * self.size : self.number * self.size]

    def meta(self, total: int, *, total_key: str = "total") -> dict[str, Any]:
        """What the response says about the page."""
        return {
            "page": self.number,
            "per_page": self.size,
            "total_pages": math.ceil(total / self.size),
            total_key: total,
        }


def page_of(call: Call, *, size: int = DEFAULT_PER_PAGE, maximum: int | None = None) -> Page:
    """The page that the query asks for, by ``page`` and ``perPage``, ``per_page`` or ``limit``."""
    query = call.query
    number = as_int(query.get("page", 1), "page")
    name = next((key for key in ("perPage", "per_page", "limit") if key in query), "perPage")
    asked = as_int(query.get(name, size), name)
    if number < 1 or asked < 1:
        raise failure(400, f"page and {name} must be 1 or more")
    return Page(number, asked if maximum is None else min(asked, maximum))

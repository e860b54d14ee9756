# Generated from async_page.py by `make generate`. Do not edit.
"""A page of a list, which leads on to the pages that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, KeysView
from typing import Any, Generic, NoReturn, TypeVar, cast

from ..schema.conversion import converter_for
from ..schema.model import Model, Portable, value_at
from ..schema.tables import Table, html_table
from .operation import Pagination
from .parsing import BareArray, array_in

T = TypeVar("T")
B = TypeVar("B", bound=Model)


class Page(Portable, Generic[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[dict[str, Any]], B],
    ) -> None:
        self.body = body
        """The whole response, with what it says beside the items."""
        self.number = number
        """The number of this page, from 1."""
        self._pagination = pagination
        convert = converter_for(list[hint]) or list[Any]
        self.items: list[T] = Table(convert(self._raw_items()))
        """The items of this page."""
        self._hint = hint
        self._fetch = fetch  # from a query to the body of its page

    @property
    def total_pages(self) -> int | None:
        """How many pages there are, None where the cloud doesn't say."""
        return 1 if self._is_whole else self._count(self._pagination.total_pages)

    @property
    def total(self) -> int | None:
        """How many items the list has on all pages, None where the cloud doesn't say."""
        return len(self._raw_items()) if self._is_whole else self._count(self._pagination.total)

    @property
    def has_next(self) -> bool:
        """Whether there may be another page: the cloud says so, or says nothing and this one
        isn't empty."""
        return self._next_query() is not None

    def next_page(self) -> Page[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        query = self._next_query()
        if query is None:
            return None
        body = self._fetch(query)
        page = Page[B, T](body, self._pagination, self._hint, self.number + 1, self._fetch)
        # A server that ignores the number of the page would send the same one for ever.
        known = self._identities()
        return page if any(identity not in known for identity in page._identities()) else None

    def pages(self) -> Iterator[Page[B, T]]:
        """Iterate over this page and those that follow."""
        page: Page[B, T] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            for item in page.items:
                yield item

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON of this page as it came, which may be a bare array."""
        copy: dict[str, Any] = self.body.to_dict()
        return copy[self._pagination.items] if isinstance(self.body._json, BareArray) else copy

    def keys(self) -> KeysView[str]:
        return self.body.keys()

    def __getitem__(self, name: str, /) -> Any:
        return self.body[name]

    def __repr__(self) -> str:
        total, count = self.total_pages, len(self.items)
        of = "" if total is None else f" of {total}"
        items = "1 item" if count == 1 else f"{count} items"
        return f"<{type(self).__name__} {self.number}{of}: {items}>"

    def _repr_html_(self) -> str | None:
        return html_table(self.items)

    def __reduce__(self) -> NoReturn:
        raise TypeError("A page can't be pickled: it fetches the next one. Pickle its items.")

    def __bool__(self) -> bool:
        return bool(self.items)

    def _raw_items(self) -> list[Any]:
        # Not kept: nothing that looks into a page shall see what isn't for everybody's eyes.
        items = array_in(self.body._json, self._pagination.items)
        return cast("list[object]", items) if isinstance(items, list) else []

    @property
    def _is_whole(self) -> bool:
        """Whether the list never has more than this page."""
        return self._pagination.page is None and self._pagination.cursor is None

    def _count(self, where: str | None) -> int | None:
        value = value_at(self.body._json, where or "")
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def _next_query(self) -> dict[str, Any] | None:
        """What to ask for the page that follows; None if there is none."""
        pagination = self._pagination
        if not self._raw_items():
            return None
        if pagination.page is not None:
            links: Any = self.body._json.get("links")
            if isinstance(links, dict) and "next" in links and not links["next"]:
                return None  # as in JSON:API
            total = self.total_pages
            more = total is None or self.number < total
            return {pagination.page: self.number + 1} if more else None
        if pagination.cursor is not None and value_at(self.body._json, pagination.has_more or ""):
            last = value_at(self._raw_items()[-1], pagination.cursor_field)
            return None if last is None else {pagination.cursor: last}
        return None

    def _identities(self) -> list[Any]:
        """What tells the items from others, even when the rest of them changes all the time."""
        where = self._pagination.identity
        return [value_at(item, where) or item for item in self._raw_items()]

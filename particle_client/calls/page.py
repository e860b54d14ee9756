# Generated from async_page.py by `make generate`. Do not edit.
"""A page of a list, which leads on to the pages that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..schema.model import Model
from .pagination import PageBase

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")
B = TypeVar("B", bound=Model)


class Page(PageBase[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    def next_page(self) -> Page[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        query = self._next_query()
        if query is None:
            return None
        body = self._fetch(query)
        page = Page[B, T](body, self._pagination, self._hint, self.number + 1, self._fetch)
        return page if page._follows(self) else None

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

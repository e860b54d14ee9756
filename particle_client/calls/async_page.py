"""A page of a list, which leads on to the pages that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..schema.model import Model
from .pagination import PageBase

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

T = TypeVar("T")
B = TypeVar("B", bound=Model)


class AsyncPage(PageBase[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    async def next_page(self) -> AsyncPage[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        query = self._next_query()
        if query is None:
            return None
        body = await self._fetch(query)
        page = AsyncPage[B, T](body, self._pagination, self._hint, self.number + 1, self._fetch)
        return page if page._follows(self) else None

    async def pages(self) -> AsyncIterator[AsyncPage[B, T]]:
        """Iterate over this page and those that follow."""
        page: AsyncPage[B, T] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

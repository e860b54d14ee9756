"""Lists that come in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .conversion import converter_for
from .model import Model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

__all__ = ["AsyncListing", "AsyncPage", "AsyncPager", "Page", "Pagination"]

T = TypeVar("T")
B = TypeVar("B", bound=Model)


class Pagination:
    """How an operation pages, as its document says.

    Args:
        items: The field of the answer that holds the items.
        page: The query parameter for the number of the page; None where there is one page.
        total_pages: Where the answer says how many pages there are (`meta.total_pages`).
    """

    __slots__ = ("items", "page", "total_pages")

    def __init__(
        self, items: str, *, page: str | None = None, total_pages: str | None = None
    ) -> None:
        self.items = items
        self.page = page
        self.total_pages = total_pages


class _Page(Generic[B, T]):
    """One page of a list."""

    def __init__(self, body: B, pagination: Pagination, hint: Any, number: int) -> None:
        self.body = body
        """The whole answer, with what it says beside the items."""
        self.number = number
        """The number of this page, from 1."""
        raw: Any = body.to_dict().get(pagination.items)
        self._raw_items: list[Any] = raw if isinstance(raw, list) else []
        convert = converter_for(list[hint])
        self.items: list[T] = convert(self._raw_items) if convert else cast("Any", self._raw_items)
        """The items of this page."""
        self._pagination = pagination
        self._hint = hint

    @property
    def total_pages(self) -> int | None:
        """How many pages there are, None where the cloud doesn't say."""
        where = self._pagination.total_pages
        if where is None:
            return 1 if self._pagination.page is None else None
        value: Any = self.body.to_dict()
        for name in where.split("."):
            value = cast("dict[str, Any]", value).get(name) if isinstance(value, dict) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def has_next(self) -> bool:
        """Whether there may be another page: the cloud says so, or says nothing and this one
        isn't empty."""
        if self._pagination.page is None or not self._raw_items:
            return False
        total = self.total_pages
        return total is None or self.number < total

    def _follows(self, previous: _Page[B, T]) -> bool:
        """Whether there is anything new here: a server that ignores the number of the page would
        send the same one for ever."""
        known = [_identity(item) for item in previous._raw_items]
        return any(_identity(item) not in known for item in self._raw_items)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of this page as it came."""
        return self.body.to_dict()

    def __repr__(self) -> str:
        total = self.total_pages
        of = "" if total is None else f" of {total}"
        return f"<{type(self).__name__} {self.number}{of}: {len(self.items)} items>"


def _identity(item: Any) -> Any:
    """What tells an item from others, even when the rest of it changes from request to request."""
    return cast("dict[str, Any]", item).get("id", item) if isinstance(item, dict) else item


class Page(_Page[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[int], B],
    ) -> None:
        super().__init__(body, pagination, hint, number)
        self._fetch = fetch

    def next_page(self) -> Page[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        if not self.has_next:
            return None
        number = self.number + 1
        page = Page[B, T](self._fetch(number), self._pagination, self._hint, number, self._fetch)
        return page if page._follows(self) else None

    def pages(self) -> Iterator[Page[B, T]]:
        """Iterate over this page and those that follow."""
        page: Page[B, T] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPage(_Page[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[int], Awaitable[B]],
    ) -> None:
        super().__init__(body, pagination, hint, number)
        self._fetch = fetch

    async def next_page(self) -> AsyncPage[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        if not self.has_next:
            return None
        number = self.number + 1
        body = await self._fetch(number)
        page = AsyncPage[B, T](body, self._pagination, self._hint, number, self._fetch)
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


class AsyncPager(Generic[B, T]):
    """A list still to be fetched: `async for` gives all items, `await` the first page."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[B, T]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[B, T]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._first():
            yield item

    async def pages(self) -> AsyncIterator[AsyncPage[B, T]]:
        """Iterate over the pages."""
        async for page in (await self._first()).pages():
            yield page


class AsyncListing(Generic[T]):
    """A list still to be fetched: `async for` gives its items, `await` the list."""

    def __init__(self, fetch: Callable[[], Awaitable[list[T]]]) -> None:
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, list[T]]:
        return self._fetch().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        for item in await self._fetch():
            yield item

"""Lists that come in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from warnings import warn

from .conversion import converter_for
from .model import Model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

__all__ = ["AsyncListing", "AsyncPage", "AsyncPager", "BareArray", "Items", "Page", "Pagination"]

T = TypeVar("T")
B = TypeVar("B", bound=Model)


class Pagination:
    """How an operation pages, as its document says.

    Args:
        items: The field of the response that holds the items.
        page: The query parameter for the number of the page; None where there is one page.
        total_pages: Where the response says how many pages there are (`meta.total_pages`).
        total: Where the response says how many items there are (`meta.total`).
        has_more: Where the response says that there is more, for lists without numbered pages.
        cursor: The query parameter that such a list goes on from …
        cursor_field: … and the field of the last item that holds its value.
        identity: Where an item says what tells it from others (`attributes.version`).
        bare: Nothing but the array of the items may come.
    """

    __slots__ = (
        "bare",
        "cursor",
        "cursor_field",
        "has_more",
        "identity",
        "items",
        "page",
        "total",
        "total_pages",
    )

    def __init__(
        self,
        items: str,
        *,
        page: str | None = None,
        total_pages: str | None = None,
        total: str | None = None,
        has_more: str | None = None,
        cursor: str | None = None,
        cursor_field: str = "",
        identity: str = "id",
        bare: bool = False,
    ) -> None:
        self.items = items
        self.page = page
        self.total_pages = total_pages
        self.total = total
        self.has_more = has_more
        self.cursor = cursor
        self.cursor_field = cursor_field
        self.identity = identity
        self.bare = bare


class Items(Model):
    """What a page holds of which nothing but the array of its items comes."""

    __slots__ = ()


class BareArray(dict[str, Any]):
    """Stands for the response where nothing but the array of the items came."""


class _Page(Generic[B, T]):
    """One page of a list."""

    _loop = "for"

    def __init__(self, body: B, pagination: Pagination, hint: Any, number: int) -> None:
        self.body = body
        """The whole response, with what it says beside the items."""
        self.number = number
        """The number of this page, from 1."""
        self._raw_items = _items_in(body._json, pagination.items)
        self._is_bare = isinstance(body._json, BareArray)
        convert = converter_for(list[hint])
        self.items: list[T] = convert(self._raw_items) if convert else cast("Any", self._raw_items)
        """The items of this page."""
        self._pagination = pagination
        self._hint = hint

    @property
    def total_pages(self) -> int | None:
        """How many pages there are, None where the cloud doesn't say."""
        return 1 if self._is_whole else self._count(self._pagination.total_pages)

    @property
    def total(self) -> int | None:
        """How many items the list has on all pages, None where the cloud doesn't say."""
        return len(self._raw_items) if self._is_whole else self._count(self._pagination.total)

    @property
    def _is_whole(self) -> bool:
        """Whether the list never has more than this page."""
        return self._pagination.page is None and self._pagination.cursor is None

    def _count(self, where: str | None) -> int | None:
        value = None if where is None else _at(self.body._json, where)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def has_next(self) -> bool:
        """Whether there may be another page: the cloud says so, or says nothing and this one
        isn't empty."""
        return self._next_query() is not None

    def _next_query(self) -> dict[str, Any] | None:
        """What to ask for the page that follows; None if there is none."""
        pagination = self._pagination
        if not self._raw_items:
            return None
        if pagination.page is not None:
            total = self.total_pages
            more = (total is None or self.number < total) and not self._ends()
            return {pagination.page: self.number + 1} if more else None
        if pagination.cursor is not None and _at(self.body._json, pagination.has_more or ""):
            last = _at(self._raw_items[-1], pagination.cursor_field)
            return None if last is None else {pagination.cursor: last}
        return None

    def _ends(self) -> bool:
        """Whether the link to the page that follows is null, as in JSON:API."""
        links: Any = self.body._json.get("links")
        return isinstance(links, dict) and "next" in links and not links["next"]

    def _follows(self, previous: _Page[B, T]) -> bool:
        """Whether there is anything new here: a server that ignores the number of the page would
        send the same one for ever."""
        where = self._pagination.identity
        known = [_identity(item, where) for item in previous._raw_items]
        return any(_identity(item, where) not in known for item in self._raw_items)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of this page as it came. (Were it a bare array of items, then that.)"""
        copy: dict[str, Any] = self.body.to_dict()
        return copy[self._pagination.items] if self._is_bare else copy

    def __repr__(self) -> str:
        total, count = self.total_pages, len(self.items)
        of = "" if total is None else f" of {total}"
        items = "1 item" if count == 1 else f"{count} items"
        return f"<{type(self).__name__} {self.number}{of}: {items}>"

    def __bool__(self) -> bool:
        return bool(self.items)

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __len__(self) -> int:
            raise TypeError(
                f"{type(self).__name__} has no len(): `len(page.items)` counts the items of this "
                "page, `page.total` those of all pages, where the cloud says it"
            )

        def __getitem__(self, key: object) -> Any:
            raise TypeError(
                f"{type(self).__name__} has no [{key!r}]: this page's items are in `page.items`; "
                f"iterating over the page with `{self._loop}` gives those of all pages"
            )


def _items_in(answer: dict[str, Any], name: str) -> list[Any]:
    """Find the array of the items, which may come under another name than the document has."""
    values = [answer[name]] if name in answer else answer.values()
    lists: list[list[Any]] = [value for value in values if isinstance(value, list)]
    return lists[0] if len(lists) == 1 else []


def _identity(item: Any, where: str) -> Any:
    """What tells an item from others, even when the rest of it changes from request to request."""
    found = _at(item, where)
    return item if found is None else found


def _at(value: Any, where: str) -> Any:
    """Give what is at `a.b` of nested objects, None if there is nothing."""
    for name in where.split("."):
        value = cast("dict[str, Any]", value).get(name) if isinstance(value, dict) else None
    return value


class Page(_Page[B, T]):
    """One page of a list. Iterating goes on through the pages that follow, as they are needed."""

    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[dict[str, Any]], B],
    ) -> None:
        super().__init__(body, pagination, hint, number)
        self._fetch = fetch

    def next_page(self) -> Page[B, T] | None:
        """Fetch the page that follows; None when this is the last one."""
        query = self._next_query()
        if query is None:
            return None
        page = Page[B, T](
            self._fetch(query), self._pagination, self._hint, self.number + 1, self._fetch
        )
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

    _loop = "async for"

    def __init__(
        self,
        body: B,
        pagination: Pagination,
        hint: Any,
        number: int,
        fetch: Callable[[dict[str, Any]], Awaitable[B]],
    ) -> None:
        super().__init__(body, pagination, hint, number)
        self._fetch = fetch

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

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __iter__(self) -> Any:
            raise TypeError("AsyncPage can't be iterated over with `for`: use `async for`")


class _Unfetched:
    """A list of an `AsyncParticle` that is still to be fetched."""

    _used = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: `await` it, or iterate over it with `async for`>"

    def __del__(self) -> None:
        if not self._used:
            warn(
                f"{type(self).__name__} was neither awaited nor iterated over: nothing was fetched",
                RuntimeWarning,
                stacklevel=2,
                source=self,
            )

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __iter__(self) -> Any:
            raise self._refuse("be iterated over")

        def __len__(self) -> int:
            raise self._refuse("have a len()")

        def __getitem__(self, key: object) -> Any:
            raise self._refuse(f"have a [{key!r}]")

        def _refuse(self, what: str) -> TypeError:
            self._used = True  # one complaint is enough
            return TypeError(
                f"{type(self).__name__} can't {what}, since it isn't fetched yet: use `await` or "
                "`async for`"
            )


class AsyncPager(_Unfetched, Generic[B, T]):
    """A list still to be fetched: `async for` gives all items, `await` the first page."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[B, T]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[B, T]]:
        self._used = True
        return self._first().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        self._used = True
        return self._walk()

    async def _walk(self) -> AsyncIterator[T]:
        async for item in await self._first():
            yield item

    def pages(self) -> AsyncIterator[AsyncPage[B, T]]:
        """Iterate over the pages."""
        self._used = True
        return self._walk_pages()

    async def _walk_pages(self) -> AsyncIterator[AsyncPage[B, T]]:
        async for page in (await self._first()).pages():
            yield page


class AsyncListing(_Unfetched, Generic[T]):
    """A list still to be fetched: `async for` gives its items, `await` the list."""

    def __init__(self, fetch: Callable[[], Awaitable[list[T]]]) -> None:
        self._fetch = fetch

    def __await__(self) -> Generator[Any, None, list[T]]:
        self._used = True
        return self._fetch().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        self._used = True
        return self._walk()

    async def _walk(self) -> AsyncIterator[T]:
        for item in await self._fetch():
            yield item

"""Lists of an `AsyncParticle`, which are fetched when they are awaited or iterated over.

Those of a `Particle` are fetched at once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar
from warnings import warn

from ..schema.model import Model
from .async_page import AsyncPage

R = TypeVar("R")
T = TypeVar("T")
B = TypeVar("B", bound=Model)


class _LazyResult(Generic[R]):
    """What is still to be fetched."""

    _used = False

    def __init__(self, fetch: Callable[[], Awaitable[R]]) -> None:
        self._fetch = fetch

    def _fetch_now(self) -> Awaitable[R]:
        self._used = True
        return self._fetch()

    def __await__(self) -> Generator[Any, None, R]:
        return self._fetch_now().__await__()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: `await` it, or iterate over it with `async for`>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} can't be pickled: pickle what `await` gives")

    def __del__(self) -> None:
        if not self._used:
            warn(
                f"{type(self).__name__} was neither awaited nor iterated over: nothing was fetched",
                RuntimeWarning,
                stacklevel=2,
                source=self,
            )

    if not TYPE_CHECKING:  # so that checkers see the mistake

        def __iter__(self) -> Any:
            self._used = True  # one complaint is enough
            raise TypeError(f"{type(self).__name__} isn't fetched yet: use `await` or `async for`")


class AsyncPager(_LazyResult["AsyncPage[B, T]"], Generic[B, T]):
    """A list still to be fetched: `async for` gives all items, `await` the first page."""

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._fetch_now():
            yield item

    async def pages(self) -> AsyncIterator[AsyncPage[B, T]]:
        """Iterate over the pages."""
        async for page in (await self._fetch_now()).pages():
            yield page


class AsyncListing(_LazyResult[list[T]]):
    """A list still to be fetched: `async for` gives its items, `await` the list."""

    async def __aiter__(self) -> AsyncIterator[T]:
        for item in await self._fetch_now():
            yield item

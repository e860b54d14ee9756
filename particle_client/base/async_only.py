"""What an async object says when it is used without `async`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

__all__ = ["AsyncOnly"]


class AsyncOnly:
    """An object for `async with` and `async for`."""

    if not TYPE_CHECKING:  # checkers shall see the mistake

        def __enter__(self) -> Any:
            raise TypeError(f"{type(self).__name__} goes with `async with`, not with `with`")

        def __exit__(self, *exception: object) -> None: ...

        def __iter__(self) -> Any:
            raise TypeError(f"{type(self).__name__} is iterated over with `async for`, not `for`")

        def __await__(self) -> Any:
            raise TypeError(
                f"{type(self).__name__} can't be awaited: use `async with` and `async for`"
            )

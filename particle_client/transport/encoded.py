"""Answers whose Content-Encoding can't be undone: what came of them is kept for the error.

The HTTP library keeps only what it has decoded.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from .failures import is_decoding, raise_typed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ..base.request import Request
    from ..base.response import Response

__all__ = ["keep_encoded", "undecoded"]


def keep_encoded(answer: Any) -> list[bytes]:
    """Give a list that a response's pieces are added to as they come, if they are encoded."""
    kept: list[bytes] = []
    if "content-encoding" in answer.headers:
        library = type(answer).__module__.partition(".")[0]
        sync, asynchronous = _kinds(library)
        stream = answer.stream
        is_async = hasattr(stream, "__aiter__") and not hasattr(stream, "__iter__")
        answer.stream = (asynchronous if is_async else sync)(stream, kept)
    return kept


def undecoded(error: BaseException, request: Request, answer: Response[Any]) -> bytes:
    """Give the body of an error response as it came: the status says enough.

    Args:
        error: What came while the body was read.
        answer: It has the body as it came.

    Raises:
        ResponseDecodeError: It is a success.
        BaseException: Decoding isn't what failed.
    """
    if is_decoding(error) and not 200 <= answer.status_code <= 299:
        return answer.content
    raise_typed(error, request, answer)


@cache
def _kinds(library: str) -> tuple[Any, Any]:
    """Give both kinds of streams that keep what comes, as httpx or httpx2 wants them."""
    module: Any = sys.modules[library]

    class Keeping(module.SyncByteStream):  # type: ignore[misc]
        def __init__(self, stream: Any, kept: list[bytes]) -> None:
            self._stream, self._kept = stream, kept

        def __iter__(self) -> Iterator[bytes]:
            for piece in self._stream:
                self._kept.append(piece)
                yield piece

        def close(self) -> None:
            self._stream.close()

    class AsyncKeeping(module.AsyncByteStream):  # type: ignore[misc]
        def __init__(self, stream: Any, kept: list[bytes]) -> None:
            self._stream, self._kept = stream, kept

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for piece in self._stream:
                self._kept.append(piece)
                yield piece

        async def aclose(self) -> None:
            await self._stream.aclose()

    return Keeping, AsyncKeeping

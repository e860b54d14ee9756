"""Making and reading bodies, in both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client.uploads import MultipartBody, Progress, collect_sources, number_parts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

both_ways = pytest.mark.parametrize("mode", ["sync", "async"])


def body_of(
    files: Any, *fields: tuple[str, str], progress: Progress | None = None
) -> MultipartBody:
    return MultipartBody(fields, number_parts(collect_sources(files)), progress=progress)


async def read(body: MultipartBody, mode: str) -> bytes:
    return b"".join([block async for block in blocks_of(body, mode)])


async def blocks_of(body: MultipartBody, mode: str) -> AsyncIterator[bytes]:
    if mode == "sync":
        for block in body.prepare():
            yield block
    else:
        async for block in await body.aprepare():
            yield block


async def read_into(sent: list[bytes], body: MultipartBody, mode: str) -> None:
    async for block in blocks_of(body, mode):
        sent.append(block)


async def drain(blocks: Any) -> None:
    """Take the blocks that are left, of either kind of iterator."""
    if hasattr(blocks, "__next__"):
        list(blocks)
    else:
        [block async for block in blocks]

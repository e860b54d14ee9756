"""Downloads: in memory, piece by piece, or into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_download import AsyncDownload
    from .download import Download
    from .targets import TargetPath

__all__ = ["AsyncDownload", "Download", "TargetPath"]


def __getattr__(name: str) -> Any:
    if name == "Download":
        from .download import Download

        return Download
    if name == "AsyncDownload":
        from .async_download import AsyncDownload

        return AsyncDownload
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

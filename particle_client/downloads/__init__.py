"""Downloads: in memory, piece by piece, or into a file."""

from __future__ import annotations

from .async_download import AsyncDownload
from .download import Download
from .targets import TargetPath

__all__ = ["AsyncDownload", "Download", "TargetPath"]

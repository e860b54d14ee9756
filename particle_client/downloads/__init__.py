"""Downloads: in memory, piece by piece, or into a file."""

from __future__ import annotations

from ..base.files import TargetPath
from .async_download import AsyncDownload
from .download import Download

__all__ = ["AsyncDownload", "Download", "TargetPath"]

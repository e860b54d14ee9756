"""Files to upload: from what a user passes to the parts of a request.

`parts.py` is one file, `collecting.py` the files of a program, `multipart.py` the body that
they are sent in.
"""

from __future__ import annotations

from .collecting import collect_sources, file_part, number_parts
from .inputs import AsyncFileInput, AsyncSourceFiles, FileInput, SourceFiles
from .multipart import MultipartBody, Progress
from .names import content_type_for
from .parts import FilePart

__all__ = [
    "AsyncFileInput",
    "AsyncSourceFiles",
    "FileInput",
    "FilePart",
    "MultipartBody",
    "Progress",
    "SourceFiles",
    "collect_sources",
    "content_type_for",
    "file_part",
    "number_parts",
]

"""Files to upload: from what a user passes to the parts of a request.

`parts.py` is one file, `collecting.py` the files of a program, `multipart.py` the body that
they are sent in.
"""

from __future__ import annotations

from .collecting import collect_sources, file_part, number_parts, program_body
from .inputs import AsyncFileInput, AsyncSourceFiles, FileInput, SourceFiles
from .multipart import MultipartBody, Progress
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
    "file_part",
    "number_parts",
    "program_body",
]

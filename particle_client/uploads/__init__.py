"""Files to upload: from what a user passes to the parts of a request.

`files.py` is one file, `collecting.py` the files of a program, `folders.py` those of a folder,
`multipart.py` the body that they are sent in.
"""

from __future__ import annotations

from .collecting import collect_sources, file_part, number_parts, program_parts
from .files import AsyncFileInput, AsyncSourceFiles, FileInput, FilePart, SourceFiles
from .multipart import MultipartBody, Progress

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
    "program_parts",
]

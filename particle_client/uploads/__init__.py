"""Files to upload: from what a user passes to the parts of a request.

`files.py` is one file, `collecting.py` the files of a program, `folders.py` those of a folder,
`multipart.py` the body that they are sent in, `identifiers.py` lists of devices and SIM cards.
"""

from __future__ import annotations

from ..base.files import Progress as Progress
from .collecting import collect_sources as collect_sources
from .collecting import file_part as file_part
from .collecting import number_parts as number_parts
from .collecting import program_parts as program_parts
from .files import FilePart as FilePart
from .multipart import MultipartBody as MultipartBody

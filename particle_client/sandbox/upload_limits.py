"""How large an upload may be.

The cloud's documentation names no sizes. These leave room for whatever fits on a device.
"""

from collections.abc import Sequence

from .body import UploadedFile
from .errors import failure

SOURCES = 16 * 2**20
BINARY = 32 * 2**20
LIBRARY = 16 * 2**20


def check_size(files: Sequence[UploadedFile], limit: int) -> None:
    """413 for files that are larger than ``limit`` bytes, taken together."""
    size = sum(len(uploaded.content) for uploaded in files)
    if size > limit:
        raise failure(413, f"The upload has {size} bytes, at most {limit} are taken")

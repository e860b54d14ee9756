"""The binary format of Device OS: a module with its prefix, its suffix and its checksums."""

import hashlib
import io
import struct
import zipfile
import zlib
from contextlib import suppress

_PREFIX = struct.Struct("<IIBBHHBBBBHBBH")
_SUFFIX = struct.Struct("<HHH32sH")
_CRC = struct.Struct(">I")
_USER_PART, _SYSTEM_PART = 5, 4
_MODULE_API = 6
_NONE = 0xFFFF
"""The product id and version of a module that is for no product."""
MAX_PRODUCT_VERSION = _NONE - 1

# The flash memory of the application begins there, or ends there where it grows to the left.
_START = {6: 0x080A0000, 8: 0x080A0000, 10: 0x080A0000}
_END_OF_GROWING = 0x085FFFFC
_GROWING = {28, 32, 35, 38}
_DEFAULT_START = 0x000B4000


def user_module(
    code: bytes, *, platform_id: int, target_version: str, product_version: int | None
) -> bytes:
    """Return an application for the platform that runs on that version of Device OS."""
    length = _PREFIX.size + len(code) + _SUFFIX.size
    start = _START.get(platform_id, _DEFAULT_START)
    if platform_id in _GROWING:
        start = _END_OF_GROWING - length
    major, minor, patch = (int(part) for part in target_version.partition("-")[0].split("."))
    system_version = 1000 * major + 100 * minor + patch
    prefix = _PREFIX.pack(
        *(start, start + length, 0, 0, _MODULE_API, platform_id, _USER_PART, 1),
        *(_SYSTEM_PART, 1, system_version, 0, 0, 0),
    )
    version = _NONE if product_version is None else product_version
    numbers = struct.pack("<HHH", _NONE, version, 0)
    digest = hashlib.sha256(prefix + code + numbers).digest()
    module = prefix + code + _SUFFIX.pack(_NONE, version, 0, digest, _SUFFIX.size)
    return module + _CRC.pack(zlib.crc32(module))


def product_version(content: bytes) -> int | None:
    """Return the product version in the suffix of a module, or of the one in a bundle.

    None when there is none, or the content is something else.
    """
    module = _application(content)
    suffix_start = len(module) - _CRC.size - _SUFFIX.size
    if suffix_start < _PREFIX.size or _CRC.pack(zlib.crc32(module[:-4])) != module[-4:]:
        return None
    _, version, _, _, size = _SUFFIX.unpack_from(module, suffix_start)
    return version if size >= _SUFFIX.size and version != _NONE else None


def _application(content: bytes) -> bytes:
    """Return the application of a bundle, which has its assets beside it."""
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as bundle:
        for name in bundle.namelist():
            if name.endswith(".bin") and "/" not in name:
                return bundle.read(name)
    return content

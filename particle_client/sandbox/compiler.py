"""The cloud compiler: turns uploaded sources into something that can be flashed."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import PurePosixPath

from . import upload_limits
from .body import UploadedFile
from .clock import Clock, new_id
from .errors import ApiError, failures
from .modules import MAX_PRODUCT_VERSION, product_version, user_module
from .platforms import PLATFORMS, newest_version, versions
from .preprocessor import ReachedError, reached_errors
from .upload_limits import check_size

COMPILER_FAILED = "Compiler timed out or encountered an error"
BINARY_LIFETIME = timedelta(hours=24)

_SOURCE_SUFFIXES = {".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".ino", ".pde", ".s"}
_PROJECT_SUFFIXES = {".properties", ".json", ".md", ".txt"}
_FILE_PART = re.compile(r"file[0-9]*\Z")
_PRODUCT_VERSION = re.compile(rb"^[ \t]*PRODUCT_VERSION[ \t]*\([ \t]*([0-9]{1,5})[ \t]*\)", re.M)


@dataclass(frozen=True, kw_only=True)
class Image:
    """Something that runs on a device."""

    content: bytes = field(repr=False)
    product_version: int | None = None
    """Product firmware version, where the sources said ``PRODUCT_VERSION(n)``."""

    @property
    def app_hash(self) -> str:
        """The application hash that a device reports after flashing it."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Binary:
    """A compiled binary, kept for download."""

    id: str = field(default_factory=new_id)
    content: bytes = field(repr=False)
    owner_id: str
    platform_id: int
    target_version: str
    size_info: str
    expires_at: datetime


def source_files(files: Sequence[UploadedFile]) -> list[UploadedFile]:
    """The uploaded files of a build.

    400 when there is none, or they are misnamed; 413 when they are too large.
    """
    seen: tuple[set[str], set[str]] = set(), set()
    for uploaded in files:
        if not _FILE_PART.match(uploaded.part):
            raise failures(400, f"Unexpected file part {uploaded.part!r}, use file, file2, …")
        if not uploaded.filename:
            raise failures(400, f"The part {uploaded.part!r} has no file name")
        parts = PurePosixPath(uploaded.filename).parts
        if ".." in parts or uploaded.filename.startswith("/"):
            raise failures(400, f"{uploaded.filename!r} is outside of the project")
        if uploaded.part in seen[0] or uploaded.filename in seen[1]:
            raise failures(400, f"{uploaded.filename!r} or its part {uploaded.part!r} came twice")
        seen[0].add(uploaded.part)
        seen[1].add(uploaded.filename)
    if not any(_suffix(uploaded) in _SOURCE_SUFFIXES for uploaded in files):
        raise failures(400, "There are no source files to compile")
    check_size(files, upload_limits.SOURCES)
    return list(files)


def are_sources(files: Sequence[UploadedFile]) -> bool:
    """Whether the uploaded files are sources, rather than a binary or bundle to flash."""
    suffixes = {_suffix(uploaded) for uploaded in files}
    return bool(suffixes & _SOURCE_SUFFIXES) or suffixes <= _PROJECT_SUFFIXES


def compile_sources(
    files: Sequence[UploadedFile],
    *,
    platform_id: int,
    target_version: str | None,
    owner_id: str,
    clock: Clock,
) -> Binary:
    """Compiles the sources for the platform. Compile errors are ``#error`` lines, and a word that
    is no statement at the end of a file.

    A binary's code is made up, but the same sources give the same one.
    """
    sources = source_files(files)
    target = _check_target(platform_id, target_version)
    texts = {
        source.filename: source.content.decode("utf-8", "replace")
        for source in sources
        if _suffix(source) in _SOURCE_SUFFIXES
    }
    if errors := list(reached_errors(texts)):
        output = _compiler_output(errors, platform_id)
        raise ApiError(200, {"ok": False, "errors": [output], "output": COMPILER_FAILED})
    digest = hashlib.sha256(f"{platform_id} {target}".encode())
    for source in sources:
        digest.update(source.filename.encode() + b"\0" + source.content + b"\0")
    versions_found = [_PRODUCT_VERSION.search(source.content) for source in sources]
    version = next((int(found[1]) for found in versions_found if found), None)
    if version is not None and version > MAX_PRODUCT_VERSION:
        raise failures(400, f"PRODUCT_VERSION must be at most {MAX_PRODUCT_VERSION}")
    text = 4096 + sum(len(source.content) for source in sources)
    return Binary(
        content=user_module(
            hashlib.shake_256(digest.digest()).digest(text + -text % 8),
            platform_id=platform_id,
            target_version=target,
            product_version=version,
        ),
        owner_id=owner_id,
        platform_id=platform_id,
        target_version=target,
        size_info=_size_info(text=text, data=952, bss=9368),
        expires_at=clock.now() + BINARY_LIFETIME,
    )


def image_of(content: bytes) -> Image:
    """What a device gets from the binary or bundle, which may say its product version."""
    return Image(content=content, product_version=product_version(content))


def _suffix(uploaded: UploadedFile) -> str:
    return PurePosixPath(uploaded.filename).suffix.lower()


def _check_target(platform_id: int, target_version: str | None) -> str:
    if platform_id not in PLATFORMS.values():
        raise failures(400, f"There is no platform {platform_id}")
    if target_version in (None, "", "latest"):
        return newest_version(platform_id)
    if target_version not in versions(platform_id):
        raise failures(
            400, f"Build target {target_version} does not exist for platform {platform_id}"
        )
    return target_version


def _compiler_output(errors: Iterable[ReachedError], platform_id: int) -> str:
    platform = next(name for name, each in PLATFORMS.items() if each == platform_id)
    folder = re.sub(r"\W|eries ", "", platform).lower()
    lines = [f"make -C ../modules/{folder}/user-part all"]
    for file, in_file in groupby(errors, key=lambda error: error.file):
        for error in in_file:
            place = f"{file}:{error.line}:{error.column}"
            lines.append(f"{place}: error: {error.text}")
            lines += [f" {error.source_line}", f"{' ' * error.column}^~~~~"]
        target = PurePosixPath(file).with_suffix(".o")
        lines.append(
            f"make[1]: *** [../build/target/user/platform-{platform_id}-m/{target}] Error 1"
        )
    lines.append("make: *** [user] Error 2")
    return "".join(f"{line}\n" for line in lines)


def _size_info(*, text: int, data: int, bss: int) -> str:
    total = text + data + bss
    columns = f"{text:7}\t{data:7}\t{bss:7}\t{total:7}\t{total:7x}\t"
    return f"   text\t   data\t    bss\t    dec\t    hex\tfilename\n{columns}"

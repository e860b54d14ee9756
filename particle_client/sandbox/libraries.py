"""Firmware libraries and their versions."""

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .accounts import Account
from .errors import ApiError

if TYPE_CHECKING:
    import tarfile

_PROPERTY = re.compile(r"\s*([A-Za-z_]+)\s*=\s*(.*?)\s*\Z")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,63}\Z")
_VERSION = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})\Z")
_MAX_PROPERTIES_BYTES = 2**16


def version_key(version: str) -> tuple[int, ...]:
    """Puts version numbers in order."""
    return tuple(int(part) for part in version.split("."))


@dataclass(eq=False, kw_only=True)
class LibraryVersion:
    """One uploaded version; private until it is published."""

    version: str
    properties: dict[str, str]
    archive: bytes = field(repr=False)
    uploaded_at: str
    public: bool = False


@dataclass(eq=False, kw_only=True)
class Library:
    """A library with its versions, oldest first. ``author`` None stands for Particle's own."""

    name: str
    author: Account | None
    versions: list[LibraryVersion] = field(default_factory=list[LibraryVersion])
    installs: int = 0

    @property
    def is_official(self) -> bool:
        """Whether it is Particle's own."""
        return self.author is None

    def visible_to(self, account: Account, scope: str = "all") -> list[LibraryVersion]:
        """The versions that the account sees; ``scope`` is all, public or private."""
        return [
            version
            for version in self.versions
            if (version.public or self.author is account)
            and (scope == "all" or version.public == (scope == "public"))
        ]


@dataclass(eq=False, repr=False)
class Libraries:
    """All libraries, by name in any case."""

    _libraries: dict[str, Library] = field(default_factory=dict)

    def all(self) -> list[Library]:
        """Every library."""
        return list(self._libraries.values())

    def find(self, name: str) -> Library | None:
        """The library of that name."""
        return self._libraries.get(name.lower())

    def add(self, library: Library) -> None:
        """Stores a new library."""
        self._libraries[library.name.lower()] = library

    def remove(self, library: Library) -> None:
        """Deletes a library with all of its versions."""
        del self._libraries[library.name.lower()]


def library_failure(status: int, message: str) -> ApiError:
    """The error body of all that is about libraries."""
    return ApiError(status, {"errors": [{"message": message}]})


def read_properties(archive: bytes) -> dict[str, str]:
    """What ``library.properties`` in the archive says; 400 when it isn't there or not right."""
    import tarfile
    import zlib

    try:
        with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as opened:
            text = _properties_file(opened)
    except (tarfile.TarError, OSError, EOFError, zlib.error, ValueError):
        raise library_failure(400, "The archive is not a valid .tar.gz file") from None
    if text is None:
        raise library_failure(400, "The archive has no library.properties")
    lines = (_PROPERTY.match(line) for line in text.splitlines())
    properties = {found[1].lower(): found[2] for found in lines if found}
    if not _NAME.match(properties.get("name", "")):
        raise library_failure(400, "library.properties must have a valid name")
    if not _VERSION.match(properties.get("version", "")):
        raise library_failure(400, "library.properties must have a version such as 1.0.0")
    return properties


def _properties_file(opened: "tarfile.TarFile") -> str | None:
    for member in opened:
        # The files are at the top, or in one folder.
        path = member.name.removeprefix("./")
        if member.isfile() and path.rpartition("/")[2] == "library.properties":
            content = opened.extractfile(member)
            if content and path.count("/") <= 1:
                return content.read(_MAX_PROPERTIES_BYTES).decode("utf-8", "replace")
    return None

# Generated from openapi/ by `make generate`. Do not edit.
"""Models of libraries."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, model
from ..schema.model import Model

__all__ = [
    "Library",
    "LibraryAttributes",
    "LibraryLinks",
    "LibraryList",
    "LibraryResponse",
    "LibraryScope",
    "LibrarySortKey",
    "LibraryVersionScope",
    "LibraryVisibility",
]


class LibraryScope(StrEnum):
    """Which libraries: `all` are the public ones and your private ones, `public` everybody's
    published ones, `private` your private ones, `mine` your own, public or private; `official` are
    Particle's, `verified` the ones it has checked, and `featured` the ones it recommends.
    """

    ALL = "all"
    OFFICIAL = "official"
    PUBLIC = "public"
    MINE = "mine"
    PRIVATE = "private"
    VERIFIED = "verified"
    FEATURED = "featured"


class LibrarySortKey(StrEnum):
    """What libraries can be sorted by, in ascending order. In descending order, a minus stands in
    front.
    """

    NAME = "name"
    INSTALLS = "installs"
    POPULARITY = "popularity"
    PUBLISHED = "published"
    UPDATED = "updated"
    CREATED = "created"
    OFFICIAL = "official"
    VERIFIED = "verified"


class LibraryVersionScope(StrEnum):
    """Which versions of a library, the public ones, your private ones, or all of them."""

    ALL = "all"
    PUBLIC = "public"
    PRIVATE = "private"


class LibraryVisibility(StrEnum):
    """Who sees a version of a library, everybody (`public`) or its author alone (`private`)."""

    PUBLIC = "public"
    PRIVATE = "private"


@model
class LibraryAttributes(Model):
    """What a library says about itself, in one version, and what the cloud says about it. Not every
    library has all.
    """

    name: str
    """Name of the library."""
    version: str
    """Number of the version, such as `0.1.10`."""
    installs: int | None = UNSET
    """How often the library was added to a project."""
    license: str | None = UNSET
    """The licence that the library is under."""
    author: str | None = UNSET
    """Who wrote the library."""
    sentence: str | None = UNSET
    """What the library is for, in one sentence."""
    paragraph: str | None = UNSET
    """What the library is for, at more length."""
    url: str | None = UNSET
    """Address of the project's home page."""
    repository: str | None = UNSET
    """Address of the repository with the source code."""
    architectures: list[str] | None = UNSET
    """The architectures that the library is for; empty when it is for all."""
    visibility: LibraryVisibility | str | None = UNSET
    """`public` for a published version, `private` for one that only you see."""
    official: bool | None = UNSET
    """Whether the library is Particle's own."""
    mine: bool | None = UNSET
    """Whether the library is yours."""
    verified: bool | None = UNSET
    """Whether Particle has checked the library."""


@model
class LibraryLinks(Model):
    """Where the files of a library are."""

    download: str | None = UNSET
    """Address of the archive (`.tar.gz`) of the version. It is on another host and takes no access
    token.
    """


@model
class Library(Model):
    """A version of a library."""

    type: str
    """Always `libraries`."""
    id: str
    """Name of the library, which is the same for all of its versions."""
    links: LibraryLinks | None = UNSET
    """Where the files of the version are."""
    attributes: LibraryAttributes
    """What the library says about itself."""


@model
class LibraryList(Model):
    """A list of libraries, or of the versions of one."""

    data: list[Library]
    """The libraries, or the versions."""


@model
class LibraryResponse(Model):
    """A single version of a library."""

    data: Library
    """The version."""

    @property
    def type(self) -> str:
        """Always `libraries`."""
        return content_of(self.data, "type")

    @property
    def id(self) -> str:
        """Name of the library, which is the same for all of its versions."""
        return content_of(self.data, "id")

    @property
    def links(self) -> LibraryLinks | None:
        """Where the files of the version are."""
        return content_of(self.data, "links")

    @property
    def attributes(self) -> LibraryAttributes:
        """What the library says about itself."""
        return content_of(self.data, "attributes")

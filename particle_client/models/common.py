# Generated from openapi/ by `make generate`. Do not edit.
"""Models of common."""

from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import model
from ..schema.model import Model

__all__ = ["Ok", "PageMeta", "SortDirection", "UserReference"]


class SortDirection(StrEnum):
    """Order of a sorted list."""

    ASC = "asc"
    DESC = "desc"


@model
class Ok(Model):
    """Confirmation that the cloud accepted a request whose response has nothing else to say."""

    ok: bool
    """Whether the request was accepted."""


@model
class PageMeta(Model):
    """Where a page stands in a list that comes in pages."""

    page: int | None = UNSET
    """Number of this page, counted from 1."""
    per_page: int | None = UNSET
    """Number of records on a full page."""
    total_pages: int | None = UNSET
    """Number of pages that the whole list has."""
    total: int | None = UNSET
    """Number of records that the whole list has."""


@model
class UserReference(Model):
    """The person or API user behind an action."""

    username: str | None = UNSET
    """Name of the account, which is its email address."""

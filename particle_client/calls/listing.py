"""Lists of a `Particle`, which are fetched at once; `async_listing.py` is for `AsyncParticle`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ..schema.model import Model
from .page import Page

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
B = TypeVar("B", bound=Model)

Listing: TypeAlias = list[T]
Pager: TypeAlias = Page[B, T]


def listing(fetch: Callable[[], list[T]]) -> list[T]:
    """Fetch a list."""
    return fetch()


def pager(first: Callable[[], Page[B, T]]) -> Page[B, T]:
    """Fetch the first page of a list."""
    return first()

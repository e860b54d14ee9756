"""What the generated resource modules use."""

from __future__ import annotations

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.async_listing import AsyncListing, AsyncPager
from ..calls.encoding import comma
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..calls.pagination import Items, Pagination
from ..calls.paths import path_segment
from .arguments import choice, drop_unset, multipart
from .async_resource import AsyncResource
from .resource import Resource

__all__ = [
    "UNSET",
    "AsyncListing",
    "AsyncPager",
    "AsyncResource",
    "Items",
    "Page",
    "Pagination",
    "RequestOptions",
    "Resource",
    "Unset",
    "choice",
    "comma",
    "drop_unset",
    "hidden",
    "multipart",
    "path_segment",
]

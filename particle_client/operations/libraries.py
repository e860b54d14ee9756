# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `libraries`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "DELETE_LIBRARY",
    "GET_LIBRARY",
    "GET_LIBRARY_VERSIONS",
    "LIST_LIBRARIES",
    "PUBLISH_LIBRARY",
    "UPLOAD_LIBRARY",
]

LIST_LIBRARIES = Operation(
    "listLibraries", "GET", "/v1/libraries", pagination=Pagination("data", page="page")
)
UPLOAD_LIBRARY = Operation("uploadLibrary", "POST", "/v1/libraries", timeout=120.0)
GET_LIBRARY = Operation("getLibrary", "GET", "/v1/libraries/{libraryName}")
DELETE_LIBRARY = Operation("deleteLibrary", "DELETE", "/v1/libraries/{libraryName}")
PUBLISH_LIBRARY = Operation("publishLibrary", "PATCH", "/v1/libraries/{libraryName}")
GET_LIBRARY_VERSIONS = Operation(
    "getLibraryVersions",
    "GET",
    "/v1/libraries/{libraryName}/versions",
    pagination=Pagination("data", page="page", identity="attributes.version"),
)

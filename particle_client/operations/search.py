# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `search`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = ["SEARCH_ORGANIZATION", "SEARCH_SANDBOX"]

SEARCH_SANDBOX = Operation("searchSandbox", "GET", "/v1/user/search")
SEARCH_ORGANIZATION = Operation("searchOrganization", "GET", "/v1/orgs/{orgIdOrSlug}/search")

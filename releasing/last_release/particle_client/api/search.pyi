"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncOrgSearch:
    async def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults: ...

class AsyncSearch:
    async def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults: ...

class OrgSearch:
    def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults: ...

class Search:
    def find(
        self,
        text: str,
        *,
        type: SearchResultType | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> SearchResults: ...

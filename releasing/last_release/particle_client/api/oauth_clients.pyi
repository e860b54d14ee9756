"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncOAuthClients:
    async def create(
        self,
        name: str,
        type: OAuthClientType | str,
        *,
        redirect_uri: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse: ...
    async def delete(self, client_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[OAuthClientList, OAuthClient]: ...
    async def update(
        self,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse: ...

class OAuthClients:
    def create(
        self,
        name: str,
        type: OAuthClientType | str,
        *,
        redirect_uri: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse: ...
    def delete(self, client_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[OAuthClientList, OAuthClient]: ...
    def update(
        self,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse: ...

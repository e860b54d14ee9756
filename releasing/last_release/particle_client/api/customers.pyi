"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductCustomers:
    async def create(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> AccessToken: ...
    async def create_implicit(
        self, email: str, password: str, *, client_id: str, **options: Unpack[RequestOptions]
    ) -> None: ...
    async def create_with_client(
        self,
        email: str,
        password: str | Unset = UNSET,
        *,
        client_id: str | Unset = UNSET,
        client_secret: str | Unset = UNSET,
        no_password: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AccessToken: ...
    async def delete(self, email: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def list(
        self, *, page: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[CustomerList, Customer]: ...
    async def update_password(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...

class ProductCustomers:
    def create(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> AccessToken: ...
    def create_implicit(
        self, email: str, password: str, *, client_id: str, **options: Unpack[RequestOptions]
    ) -> None: ...
    def create_with_client(
        self,
        email: str,
        password: str | Unset = UNSET,
        *,
        client_id: str | Unset = UNSET,
        client_secret: str | Unset = UNSET,
        no_password: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AccessToken: ...
    def delete(self, email: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def list(
        self, *, page: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[CustomerList, Customer]: ...
    def update_password(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...

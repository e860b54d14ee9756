"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncOrgProducts:
    async def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[ProductList, Product]: ...

class AsyncProducts:
    async def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse: ...
    async def get(
        self, product: str | int, **options: Unpack[RequestOptions]
    ) -> ProductResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[ProductList, Product]: ...
    def list_for_user(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ProductList, Product]: ...

class OrgProducts:
    def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]: ...

class Products:
    def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse: ...
    def get(self, product: str | int, **options: Unpack[RequestOptions]) -> ProductResponse: ...
    def list(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]: ...
    def list_for_user(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]: ...

# Generated from openapi/ by `make generate`. Do not edit.
"""Products, each a fleet of devices of one type that runs the same firmware."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.products import Product, ProductList, ProductResponse, ProductSettings
from ..operations.products import (
    CREATE_ORG_PRODUCT,
    CREATE_PRODUCT,
    GET_PRODUCT,
    LIST_ORG_PRODUCTS,
    LIST_PRODUCTS,
    LIST_USER_PRODUCTS,
)

__all__ = ["AsyncOrgProducts", "AsyncProducts", "OrgProducts", "Products"]


class Products(Resource):
    """Products, each a fleet of devices of one type that runs the same firmware.

    Reached as `particle.products`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]:
        """List products.

        All products that the access token reaches, in one response.

        Examples:
            >>> for product in particle.products.list():
            ...     print(product.name)

        Cloud API: listProducts, GET /v1/products.
        """
        return self._page(LIST_PRODUCTS, options, ProductList, Product)

    def get(self, product: str | int, **options: Unpack[RequestOptions]) -> ProductResponse:
        """Get a product.

        Name, platform, owner and settings of one product.

        Args:
            product: The product, by its numeric ID or by its slug.

        Examples:
            >>> particle.products.get("my-product-v100")

        Cloud API: getProduct, GET /v1/products/{productIdOrSlug}. Permission of API users:
        products:get.
        """
        return self._call(GET_PRODUCT, options, ProductResponse, path={"product": product})

    def list_for_user(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]:
        """List the products of the user.

        All products that the user of the access token has access to, in one response.

        Examples:
            >>> for product in particle.products.list_for_user():
            ...     print(product.name)

        Cloud API: listUserProducts, GET /v1/user/products. Permission of API users: products:list.
        """
        return self._page(LIST_USER_PRODUCTS, options, ProductList, Product)

    def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse:
        """Create a product.

        Creates a product that belongs to the account of the access token.

        Args:
            name: Name of the product.
            platform_id: ID of the platform that the product's devices are of; 13 is the Boron.
            description: What the product is.
            settings: Settings of the product. Only `location` is known to be accepted here.

        Examples:
            >>> particle.products.create("My Product", 13, description="My test product")

        Cloud API: createProduct, POST /v1/user/products.
        """
        return self._call(
            CREATE_PRODUCT,
            options,
            ProductResponse,
            json={
                "product": {
                    "name": name,
                    "platform_id": platform_id,
                    "description": description,
                    "settings": settings,
                }
            },
        )


class OrgProducts(Resource):
    """Products, each a fleet of devices of one type that runs the same firmware.

    Reached as `particle.org(…).products`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[ProductList, Product]:
        """List the products of an organization.

        All products that belong to the organization, in one response.

        Examples:
            >>> for product in org.products.list():
            ...     print(product.name)

        Cloud API: listOrgProducts, GET /v1/orgs/{orgIdOrSlug}/products. Permission of API users:
        products:list.
        """
        return self._page(LIST_ORG_PRODUCTS, options, ProductList, Product)

    def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse:
        """Create a product of an organization.

        Creates a product that belongs to the organization.

        Args:
            name: Name of the product.
            platform_id: ID of the platform that the product's devices are of; 13 is the Boron.
            description: What the product is.
            settings: Settings of the product. Only `location` is known to be accepted here.

        Examples:
            >>> org.products.create("My Product", 13, description="My test product")

        Cloud API: createOrgProduct, POST /v1/orgs/{orgIdOrSlug}/products.
        """
        return self._call(
            CREATE_ORG_PRODUCT,
            options,
            ProductResponse,
            json={
                "product": {
                    "name": name,
                    "platform_id": platform_id,
                    "description": description,
                    "settings": settings,
                }
            },
        )


class AsyncProducts(AsyncResource):
    """Products, each a fleet of devices of one type that runs the same firmware.

    Reached as `particle.products` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[ProductList, Product]:
        """List products.

        All products that the access token reaches, in one response.

        Examples:
            >>> async for product in particle.products.list():
            ...     print(product.name)

        Cloud API: listProducts, GET /v1/products.
        """
        return self._page(LIST_PRODUCTS, options, ProductList, Product)

    async def get(self, product: str | int, **options: Unpack[RequestOptions]) -> ProductResponse:
        """Get a product.

        Name, platform, owner and settings of one product.

        Args:
            product: The product, by its numeric ID or by its slug.

        Examples:
            >>> await particle.products.get("my-product-v100")

        Cloud API: getProduct, GET /v1/products/{productIdOrSlug}. Permission of API users:
        products:get.
        """
        return await self._call(GET_PRODUCT, options, ProductResponse, path={"product": product})

    def list_for_user(self, **options: Unpack[RequestOptions]) -> AsyncPager[ProductList, Product]:
        """List the products of the user.

        All products that the user of the access token has access to, in one response.

        Examples:
            >>> async for product in particle.products.list_for_user():
            ...     print(product.name)

        Cloud API: listUserProducts, GET /v1/user/products. Permission of API users: products:list.
        """
        return self._page(LIST_USER_PRODUCTS, options, ProductList, Product)

    async def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse:
        """Create a product.

        Creates a product that belongs to the account of the access token.

        Args:
            name: Name of the product.
            platform_id: ID of the platform that the product's devices are of; 13 is the Boron.
            description: What the product is.
            settings: Settings of the product. Only `location` is known to be accepted here.

        Examples:
            >>> await particle.products.create("My Product", 13, description="My test product")

        Cloud API: createProduct, POST /v1/user/products.
        """
        return await self._call(
            CREATE_PRODUCT,
            options,
            ProductResponse,
            json={
                "product": {
                    "name": name,
                    "platform_id": platform_id,
                    "description": description,
                    "settings": settings,
                }
            },
        )


class AsyncOrgProducts(AsyncResource):
    """Products, each a fleet of devices of one type that runs the same firmware.

    Reached as `particle.org(…).products` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[ProductList, Product]:
        """List the products of an organization.

        All products that belong to the organization, in one response.

        Examples:
            >>> async for product in org.products.list():
            ...     print(product.name)

        Cloud API: listOrgProducts, GET /v1/orgs/{orgIdOrSlug}/products. Permission of API users:
        products:list.
        """
        return self._page(LIST_ORG_PRODUCTS, options, ProductList, Product)

    async def create(
        self,
        name: str,
        platform_id: int,
        *,
        description: str | Unset = UNSET,
        settings: ProductSettings | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductResponse:
        """Create a product of an organization.

        Creates a product that belongs to the organization.

        Args:
            name: Name of the product.
            platform_id: ID of the platform that the product's devices are of; 13 is the Boron.
            description: What the product is.
            settings: Settings of the product. Only `location` is known to be accepted here.

        Examples:
            >>> await org.products.create("My Product", 13, description="My test product")

        Cloud API: createOrgProduct, POST /v1/orgs/{orgIdOrSlug}/products.
        """
        return await self._call(
            CREATE_ORG_PRODUCT,
            options,
            ProductResponse,
            json={
                "product": {
                    "name": name,
                    "platform_id": platform_id,
                    "description": description,
                    "settings": settings,
                }
            },
        )

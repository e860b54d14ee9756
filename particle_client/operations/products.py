# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `products`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_ORG_PRODUCT",
    "CREATE_PRODUCT",
    "GET_PRODUCT",
    "LIST_ORG_PRODUCTS",
    "LIST_PRODUCTS",
    "LIST_USER_PRODUCTS",
]

LIST_PRODUCTS = Operation("listProducts", "GET", "/v1/products", pagination=Pagination("products"))
GET_PRODUCT = Operation("getProduct", "GET", "/v1/products/{productIdOrSlug}")
LIST_USER_PRODUCTS = Operation(
    "listUserProducts", "GET", "/v1/user/products", pagination=Pagination("products")
)
CREATE_PRODUCT = Operation("createProduct", "POST", "/v1/user/products")
LIST_ORG_PRODUCTS = Operation(
    "listOrgProducts", "GET", "/v1/orgs/{orgIdOrSlug}/products", pagination=Pagination("products")
)
CREATE_ORG_PRODUCT = Operation("createOrgProduct", "POST", "/v1/orgs/{orgIdOrSlug}/products")

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `products`."""

from __future__ import annotations

from ..calls.operation import Operation
from ..calls.pagination import Pagination

__all__ = [
    "CREATE_ORG_PRODUCT",
    "CREATE_PRODUCT",
    "GET_PRODUCT",
    "LIST_ORG_PRODUCTS",
    "LIST_ORG_PRODUCTS_PAGES",
    "LIST_PRODUCTS",
    "LIST_PRODUCTS_PAGES",
    "LIST_USER_PRODUCTS",
    "LIST_USER_PRODUCTS_PAGES",
]

LIST_PRODUCTS = Operation("listProducts", "GET", "/v1/products")
GET_PRODUCT = Operation("getProduct", "GET", "/v1/products/{productIdOrSlug}")
LIST_USER_PRODUCTS = Operation("listUserProducts", "GET", "/v1/user/products")
CREATE_PRODUCT = Operation("createProduct", "POST", "/v1/user/products")
LIST_ORG_PRODUCTS = Operation("listOrgProducts", "GET", "/v1/orgs/{orgIdOrSlug}/products")
CREATE_ORG_PRODUCT = Operation("createOrgProduct", "POST", "/v1/orgs/{orgIdOrSlug}/products")
LIST_PRODUCTS_PAGES = Pagination("products")
LIST_USER_PRODUCTS_PAGES = Pagination("products")
LIST_ORG_PRODUCTS_PAGES = Pagination("products")

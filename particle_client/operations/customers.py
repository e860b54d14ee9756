# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `customers`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_PRODUCT_CUSTOMER",
    "DELETE_PRODUCT_CUSTOMER",
    "LIST_PRODUCT_CUSTOMERS",
    "UPDATE_PRODUCT_CUSTOMER",
]

LIST_PRODUCT_CUSTOMERS = Operation(
    "listProductCustomers",
    "GET",
    "/v1/products/{productIdOrSlug}/customers",
    pagination=Pagination("customers", page="page", total_pages="meta.total_pages", identity="id"),
)
CREATE_PRODUCT_CUSTOMER = Operation(
    "createProductCustomer", "POST", "/v1/products/{productIdOrSlug}/customers", auth="optional"
)
UPDATE_PRODUCT_CUSTOMER = Operation(
    "updateProductCustomer", "PUT", "/v1/products/{productIdOrSlug}/customers/{customerEmail}"
)
DELETE_PRODUCT_CUSTOMER = Operation(
    "deleteProductCustomer", "DELETE", "/v1/products/{productIdOrSlug}/customers/{customerEmail}"
)

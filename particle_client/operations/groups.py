# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `groups`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_PRODUCT_GROUP",
    "DELETE_PRODUCT_GROUP",
    "GET_PRODUCT_GROUP",
    "GET_PRODUCT_GROUPS_IMPACT",
    "LIST_PRODUCT_GROUPS",
    "UPDATE_PRODUCT_GROUP",
]

LIST_PRODUCT_GROUPS = Operation(
    "listProductGroups",
    "GET",
    "/v1/products/{productIdOrSlug}/groups",
    pagination=Pagination("groups"),
)
CREATE_PRODUCT_GROUP = Operation(
    "createProductGroup", "POST", "/v1/products/{productIdOrSlug}/groups"
)
GET_PRODUCT_GROUP = Operation(
    "getProductGroup", "GET", "/v1/products/{productIdOrSlug}/groups/{groupName}"
)
UPDATE_PRODUCT_GROUP = Operation(
    "updateProductGroup", "PUT", "/v1/products/{productIdOrSlug}/groups/{groupName}"
)
DELETE_PRODUCT_GROUP = Operation(
    "deleteProductGroup", "DELETE", "/v1/products/{productIdOrSlug}/groups/{groupName}"
)
GET_PRODUCT_GROUPS_IMPACT = Operation(
    "getProductGroupsImpact", "GET", "/v1/products/{productIdOrSlug}/impact"
)

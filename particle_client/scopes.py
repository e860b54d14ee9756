# Generated from async_scopes.py by `make generate`. Do not edit.
"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from . import api
from .api.scopes import OrgResources, ProductResources
from .calls.operation import path_segment
from .calls.options import RequestOptions
from .calls.sender import Sender

if TYPE_CHECKING:
    from .quarantine import Quarantine
else:
    Quarantine = Any  # so that type hints can be read without loading it

__all__ = ["OrganizationScope", "ProductScope"]


class ProductScope(ProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    def __init__(self, client: Sender, product: str | int) -> None:
        super().__init__(client, f"/v1/products/{path_segment('product', product)}")
        self.product = product
        """The product's id or slug."""

    def get(self, **options: Unpack[RequestOptions]) -> api.models.ProductResponse:
        """Get the product itself: `particle.products.get(product)`."""
        return api.products.Products(self._client).get(self.product, **options)

    @property
    def quarantine(self) -> Quarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .quarantine import Quarantine

        return Quarantine(self._client, self._scope)


class OrganizationScope(OrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

    def __init__(self, client: Sender, org: str) -> None:
        super().__init__(client, f"/v1/orgs/{path_segment('org', org)}")
        self.org = org
        """The organization's id or slug."""

    def get(self, **options: Unpack[RequestOptions]) -> api.models.OrganizationResponse:
        """Get the organization itself: `particle.orgs.get(org)`."""
        return api.orgs.Orgs(self._client).get(self.org, **options)

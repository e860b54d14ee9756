"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from . import api
from .api.scopes import AsyncOrgResources, AsyncProductResources
from .calls.async_sender import AsyncSender
from .calls.operation import path_segment
from .calls.options import RequestOptions

if TYPE_CHECKING:
    from .async_quarantine import AsyncQuarantine
else:
    AsyncQuarantine = Any  # so that type hints can be read without loading it

__all__ = ["AsyncOrganizationScope", "AsyncProductScope"]


class AsyncProductScope(AsyncProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    def __init__(self, client: AsyncSender, product: str | int) -> None:
        super().__init__(client, f"/v1/products/{path_segment('product', product)}")
        self.product = product
        """The product's id or slug."""

    async def get(self, **options: Unpack[RequestOptions]) -> api.models.ProductResponse:
        """Get the product itself: `particle.products.get(product)`."""
        return await api.products.AsyncProducts(self._client).get(self.product, **options)

    @property
    def quarantine(self) -> AsyncQuarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .async_quarantine import AsyncQuarantine

        return AsyncQuarantine(self._client, self._scope)


class AsyncOrganizationScope(AsyncOrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

    def __init__(self, client: AsyncSender, org: str) -> None:
        super().__init__(client, f"/v1/orgs/{path_segment('org', org)}")
        self.org = org
        """The organization's id or slug."""

    async def get(self, **options: Unpack[RequestOptions]) -> api.models.OrganizationResponse:
        """Get the organization itself: `particle.orgs.get(org)`."""
        return await api.orgs.AsyncOrgs(self._client).get(self.org, **options)

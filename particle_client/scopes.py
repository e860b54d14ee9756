"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .api.scopes import (
    AsyncOrgResources,
    AsyncProductResources,
    OrgResources,
    ProductResources,
)
from .core import scope_path

if TYPE_CHECKING:
    from .async_client import AsyncParticle
    from .client import Particle
    from .models.orgs import OrganizationResponse
    from .models.products import ProductResponse
    from .operation import RequestOptions
    from .resources.quarantine import AsyncQuarantine, Quarantine

__all__ = ["AsyncOrganizationScope", "AsyncProductScope", "OrganizationScope", "ProductScope"]


class ProductScope(ProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    def __init__(self, client: Particle, product: str | int) -> None:
        self._client = client
        self._scope = scope_path("products", "product", product)
        self.product = product
        """The product's id or slug."""

    def get(self, **options: Unpack[RequestOptions]) -> ProductResponse:
        """Get the product itself: `particle.products.get(product)`."""
        return self._client.products.get(self.product, **options)

    @property
    def quarantine(self) -> Quarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .resources.quarantine import Quarantine

        return Quarantine(self._client, self._scope)

    def _at(self) -> tuple[Particle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<ProductScope {self._scope}>"


class AsyncProductScope(AsyncProductResources):
    """As `ProductScope`, for `AsyncParticle`."""

    def __init__(self, client: AsyncParticle, product: str | int) -> None:
        self._client = client
        self._scope = scope_path("products", "product", product)
        self.product = product
        """The product's id or slug."""

    async def get(self, **options: Unpack[RequestOptions]) -> ProductResponse:
        """Get the product itself: `particle.products.get(product)`."""
        return await self._client.products.get(self.product, **options)

    @property
    def quarantine(self) -> AsyncQuarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .resources.quarantine import AsyncQuarantine

        return AsyncQuarantine(self._client, self._scope)

    def _at(self) -> tuple[AsyncParticle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<AsyncProductScope {self._scope}>"


class OrganizationScope(OrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

    def __init__(self, client: Particle, org: str) -> None:
        self._client = client
        self._scope = scope_path("orgs", "org", org)
        self.org = org
        """The organization's id or slug."""

    def get(self, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get the organization itself: `particle.orgs.get(org)`."""
        return self._client.orgs.get(self.org, **options)

    def _at(self) -> tuple[Particle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<OrganizationScope {self._scope}>"


class AsyncOrganizationScope(AsyncOrgResources):
    """As `OrganizationScope`, for `AsyncParticle`."""

    def __init__(self, client: AsyncParticle, org: str) -> None:
        self._client = client
        self._scope = scope_path("orgs", "org", org)
        self.org = org
        """The organization's id or slug."""

    async def get(self, **options: Unpack[RequestOptions]) -> OrganizationResponse:
        """Get the organization itself: `particle.orgs.get(org)`."""
        return await self._client.orgs.get(self.org, **options)

    def _at(self) -> tuple[AsyncParticle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<AsyncOrganizationScope {self._scope}>"

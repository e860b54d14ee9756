"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api.scopes import (
    AsyncOrgResources,
    AsyncProductResources,
    OrgResources,
    ProductResources,
)

if TYPE_CHECKING:
    from .client import AsyncParticle, Particle

__all__ = ["AsyncOrganizationScope", "AsyncProductScope", "OrganizationScope", "ProductScope"]


class ProductScope(ProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    def __init__(self, client: Particle, path: str) -> None:
        self._client = client
        self._scope = path

    def _at(self) -> tuple[Particle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<ProductScope {self._scope}>"


class AsyncProductScope(AsyncProductResources):
    """As `ProductScope`, for `AsyncParticle`."""

    def __init__(self, client: AsyncParticle, path: str) -> None:
        self._client = client
        self._scope = path

    def _at(self) -> tuple[AsyncParticle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<AsyncProductScope {self._scope}>"


class OrganizationScope(OrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

    def __init__(self, client: Particle, path: str) -> None:
        self._client = client
        self._scope = path

    def _at(self) -> tuple[Particle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<OrganizationScope {self._scope}>"


class AsyncOrganizationScope(AsyncOrgResources):
    """As `OrganizationScope`, for `AsyncParticle`."""

    def __init__(self, client: AsyncParticle, path: str) -> None:
        self._client = client
        self._scope = path

    def _at(self) -> tuple[AsyncParticle, str]:
        return self._client, self._scope

    def __repr__(self) -> str:
        return f"<AsyncOrganizationScope {self._scope}>"

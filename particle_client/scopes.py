# Generated from async_scopes.py by `make generate`. Do not edit.
"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api.scopes import OrgResources, ProductResources

if TYPE_CHECKING:
    from .quarantine import Quarantine

__all__ = ["OrganizationScope", "ProductScope"]


class ProductScope(ProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    @property
    def quarantine(self) -> Quarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .quarantine import Quarantine

        return Quarantine(self._client, self._scope)


class OrganizationScope(OrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

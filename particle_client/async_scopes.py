"""A product's and an organization's resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .api.scopes import AsyncOrgResources, AsyncProductResources

if TYPE_CHECKING:
    from .async_quarantine import AsyncQuarantine

__all__ = ["AsyncOrganizationScope", "AsyncProductScope"]


class AsyncProductScope(AsyncProductResources):
    """The resources of one product: `particle.product("my-product-v100")`."""

    @property
    def quarantine(self) -> AsyncQuarantine:
        """Devices that connected with the product's firmware, but aren't in the product: list,
        approve or deny them."""
        from .async_quarantine import AsyncQuarantine

        return AsyncQuarantine(self._client, self._scope)


class AsyncOrganizationScope(AsyncOrgResources):
    """The resources of one organization: `particle.org("my-org")`."""

"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.api.scopes import AsyncOrgResources
from particle_client.api.scopes import AsyncProductResources

class AsyncOrganizationScope(AsyncOrgResources):
    async def get(self, **options: Unpack[RequestOptions]) -> OrganizationResponse: ...
    org: str

class AsyncProductScope(AsyncProductResources):
    async def get(self, **options: Unpack[RequestOptions]) -> ProductResponse: ...
    product: str | int
    quarantine: AsyncQuarantine

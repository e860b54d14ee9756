"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.api.scopes import OrgResources
from particle_client.api.scopes import ProductResources

class OrganizationScope(OrgResources):
    def get(self, **options: Unpack[RequestOptions]) -> OrganizationResponse: ...
    org: str

class ProductScope(ProductResources):
    def get(self, **options: Unpack[RequestOptions]) -> ProductResponse: ...
    product: str | int
    quarantine: Quarantine

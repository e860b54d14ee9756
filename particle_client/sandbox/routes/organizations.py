"""Organizations."""

from typing import Any

from ..products import Organization
from ..request import Call
from ..routing import route
from .products import product_json


@route("GET", "/v1/orgs")
def list_organizations(call: Call) -> dict[str, Any]:
    own = [o for o in call.cloud.organizations.values() if call.account.id in o.members]
    return {"organizations": [_organization_json(organization) for organization in own]}


@route("GET", "/v1/orgs/{organization}", scope="organization:get")
def get_organization(call: Call) -> dict[str, Any]:
    return {"organization": _organization_json(_organization(call))}


@route("GET", "/v1/orgs/{organization}/products", scope="products:list")
def list_organization_products(call: Call) -> dict[str, Any]:
    return {"products": [product_json(p) for p in call.cloud.products_in(_organization(call))]}


def _organization(call: Call) -> Organization:
    return call.cloud.organization(call.account, call.parameters["organization"])


def _organization_json(organization: Organization) -> dict[str, Any]:
    return {"id": organization.id, "slug": organization.slug, "name": organization.name}

"""Products."""

from typing import Any, cast

from ..errors import failure
from ..platforms import PLATFORMS
from ..products import Organization, Product
from ..request import Call, as_int
from ..routing import route


@route("GET", "/v1/products", "/v1/user/products", scope="products:list")
def list_products(call: Call) -> dict[str, Any]:
    return {"products": [product_json(p) for p in call.cloud.products_of(call.account)]}


@route("POST", "/v1/user/products", "/v1/orgs/{organization}/products")
def create_product(call: Call) -> dict[str, Any]:
    organization: Organization | None = None
    if "organization" in call.parameters:
        organization = call.cloud.organization(call.account, call.parameters["organization"])
    # A form can't nest deep enough for the official body, so the fields may stand alone.
    inner: object = call.body.fields.get("product", call.body.fields)
    fields = cast("dict[str, Any]", inner) if isinstance(inner, dict) else {}
    name = fields.get("name")
    if not isinstance(name, str) or not name:
        raise failure(400, "product.name is required")
    platform_id = as_int(fields.get("platform_id"), "product.platform_id")
    if platform_id not in PLATFORMS.values():
        raise failure(400, f"There is no platform {platform_id}")
    try:
        product = call.cloud.create_product(
            name,
            owner=call.account,
            platform_id=platform_id,
            description=str(fields.get("description") or ""),
            organization=organization,
        )
    except ValueError:
        raise failure(400, "Failed to create product: Name already in use") from None
    if isinstance(fields.get("settings"), dict):
        product.settings |= cast("dict[str, Any]", fields["settings"])
    return {"product": _full_json(product)}


@route("GET", "/v1/products/{product}", scope="products:get")
def get_product(call: Call) -> dict[str, Any]:
    return {"product": _full_json(call.cloud.product(call.account, call.parameters["product"]))}


def product_json(product: Product) -> dict[str, Any]:
    """The product as lists show it."""
    owner: dict[str, Any] = {"user": product.owner.username}
    if product.organization:
        owner = {
            "org": product.organization.name,
            "organization_id": product.organization.id,
        }
    return {
        "id": product.id,
        "platform_id": product.platform_id,
        "name": product.name,
        "slug": product.slug,
        "description": product.description,
        **owner,
        "groups": list(product.groups),
        "settings": product.settings,
    }


def _full_json(product: Product) -> dict[str, Any]:
    more: dict[str, Any] = {
        "product_id": product.id,
        "requires_activation_codes": False,
        "device_protection": "disabled",
    }
    if product.organization:
        more["organization"] = product.organization.id
    return product_json(product) | more

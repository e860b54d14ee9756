"""Whose a resource is: an account's, a product's or an organization's."""

from dataclasses import dataclass
from typing import Any, cast

from .accounts import Account
from .errors import failure
from .products import Organization, Product
from .request import Call


@dataclass(frozen=True, eq=False, kw_only=True)
class Owner:
    """Exactly one of the three; ``key`` tells owners apart and stands in responses as an id."""

    account: Account | None = None
    product: Product | None = None
    organization: Organization | None = None

    @property
    def key(self) -> str:
        """``user:…``, ``product:…`` or ``org:…``."""
        kind = "product" if self.product else "org" if self.organization else "user"
        return f"{kind}:{self.value}"

    @property
    def value(self) -> str:
        """The id of the account, product or organization."""
        if self.product:
            return str(self.product.id)
        if self.organization:
            return self.organization.id
        return self.account.id if self.account else ""

    @property
    def name(self) -> str:
        """What people call it."""
        if self.product:
            return self.product.name
        if self.organization:
            return self.organization.name
        return self.account.username if self.account else ""

    def has_product(self, product: Product | None) -> bool:
        """Whether the product is, or belongs to, the owner."""
        if product is None:
            return False
        if self.product or self.organization:
            return product is self.product or (
                self.organization is not None and product.organization is self.organization
            )
        return product.owner is self.account and product.organization is None


def paths_for(tail: str, *, products: bool = True, organizations: bool = True) -> list[str]:
    """The same path in the account's, the product's and the organization's scope."""
    bases = ["/v1"]
    bases += ["/v1/products/{product}"] if products else []
    bases += ["/v1/orgs/{organization}"] if organizations else []
    return [base + tail for base in bases]


def owner_of(call: Call) -> Owner:
    """The owner that the path names: by default the account that asks."""
    if "product" in call.parameters:
        return Owner(product=call.cloud.product(call.account, call.parameters["product"]))
    if "organization" in call.parameters:
        found = call.cloud.organization(call.account, call.parameters["organization"])
        return Owner(organization=found)
    return Owner(account=call.account)


def account_or_organization(call: Call) -> Owner:
    """Like :func:`owner_of`, but a product's path leads to whom the product belongs to."""
    owner = owner_of(call)
    return owner if owner.product is None else owner_of_product(owner.product)


def owner_of_product(product: Product) -> Owner:
    """The organization that has the product, or else the account."""
    if product.organization:
        return Owner(organization=product.organization)
    return Owner(account=product.owner)


def object_field(call: Call, *names: str) -> dict[str, Any]:
    """The first of the fields that the body has, which must be an object."""
    fields = call.body.fields
    name = next((name for name in names if name in fields), names[0])
    value: object = fields.get(name)
    if not isinstance(value, dict):
        raise failure(400, f"{name} is required and must be an object")
    return cast("dict[str, Any]", value)

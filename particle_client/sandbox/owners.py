"""Whose a resource is: an account's, a product's or an organization's."""

from dataclasses import dataclass

from .accounts import Account
from .products import Organization, Product


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


def owner_of_product(product: Product) -> Owner:
    """The organization that has the product, or else the account."""
    if product.organization:
        return Owner(organization=product.organization)
    return Owner(account=product.owner)

"""Customers: the end users of a product's devices."""

import secrets
from dataclasses import dataclass, field

from .accounts import Account, OAuthClient
from .products import Product


@dataclass(eq=False, kw_only=True)
class Customer:
    """A customer of one product. The account is what tokens, claim codes and devices belong to;
    developers can't log in to it."""

    product: Product = field(repr=False)
    account: Account
    has_password: bool


@dataclass(eq=False, repr=False)
class Customers:
    """The customers of all products."""

    _customers: dict[tuple[int, str], Customer] = field(default_factory=dict)

    def add(self, customer: Customer) -> None:
        """Stores a new customer."""
        self._customers[customer.product.id, customer.account.username.lower()] = customer

    def remove(self, customer: Customer) -> None:
        """Forgets a customer."""
        del self._customers[customer.product.id, customer.account.username.lower()]

    def of_product(self, product: Product) -> list[Customer]:
        """The product's customers, oldest first."""
        return [c for c in self._customers.values() if c.product is product]

    def find(self, product: Product, email: str) -> Customer | None:
        """The product's customer with that email address, in any case."""
        return self._customers.get((product.id, email.lower()))

    def of_client(self, client: OAuthClient, email: str) -> Customer | None:
        """The customer whom an OAuth client may act for: one of its product, or one of any product
        of the account that the client belongs to."""
        for customer in self._customers.values():
            if customer.account.username.lower() != email.lower():
                continue
            if client.product_id == customer.product.id:
                return customer
            if client.product_id is None and client.owner is customer.product.owner:
                return customer
        return None

    def authenticate(self, client: OAuthClient, email: str, password: str) -> Customer | None:
        """The customer, if the client may act for them and the password is right."""
        customer = self.of_client(client, email)
        if customer is None or not customer.has_password:
            return None
        same = secrets.compare_digest(customer.account.password.encode(), password.encode())
        return customer if same else None

    def is_customer(self, product: Product, account: Account) -> bool:
        """Whether the account is the one of a customer of the product."""
        found = self.find(product, account.username)
        return found is not None and found.account is account

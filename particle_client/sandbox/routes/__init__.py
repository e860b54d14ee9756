"""The handlers, one module a resource."""

from ..routing import Route, registered_routes
from . import (
    customers,
    device_updates,
    devices,
    environment,
    events,
    firmware,
    groups,
    integrations,
    ledgers,
    logic,
    oauth_clients,
    organizations,
    product_devices,
    product_firmware,
    products,
    secrets,
    sims,
    teams,
    tokens,
    users,
)

__all__ = [
    "all_routes",
    "customers",
    "device_updates",
    "devices",
    "environment",
    "events",
    "firmware",
    "groups",
    "integrations",
    "ledgers",
    "logic",
    "oauth_clients",
    "organizations",
    "product_devices",
    "product_firmware",
    "products",
    "secrets",
    "sims",
    "teams",
    "tokens",
    "users",
]


def all_routes() -> list[Route]:
    """Every route with behaviour of its own."""
    return registered_routes()

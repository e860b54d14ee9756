"""The handlers, one module a resource."""

from ..routing import Route, registered_routes
from . import (
    configuration,
    customers,
    device_os,
    device_updates,
    devices,
    environment,
    events,
    firmware,
    groups,
    integrations,
    ledgers,
    libraries,
    locations,
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
    vitals,
)

__all__ = [
    "all_routes",
    "configuration",
    "customers",
    "device_os",
    "device_updates",
    "devices",
    "environment",
    "events",
    "firmware",
    "groups",
    "integrations",
    "ledgers",
    "libraries",
    "locations",
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
    "vitals",
]


def all_routes() -> list[Route]:
    """Every route with behaviour of its own."""
    return registered_routes()

"""The handlers, one module a resource."""

from ..routing import Route, registered_routes
from . import (
    device_updates,
    devices,
    events,
    firmware,
    organizations,
    product_devices,
    product_firmware,
    products,
    teams,
    tokens,
    users,
)

__all__ = [
    "all_routes",
    "device_updates",
    "devices",
    "events",
    "firmware",
    "organizations",
    "product_devices",
    "product_firmware",
    "products",
    "teams",
    "tokens",
    "users",
]


def all_routes() -> list[Route]:
    """Every route with behaviour of its own."""
    return registered_routes()

"""The cloud that ``python -m particle_client.sandbox`` serves: all that the documentation names."""

from typing import Any

from .platforms import PLATFORMS
from .scripts import Assign, Count, Publish, Walk, Wave
from .server import Sandbox

USERNAME, PASSWORD = "you@example.com", "correct horse"
"""The account that owns everything."""
MFA_USERNAME, OTP = "careful@example.com", "123456"
"""An account that logs in with the same password, and a one-time password."""
CLIENT_ID, CLIENT_SECRET = "my-service-1234", "client-secret"
"""An OAuth client."""
FIRST_DEVICE = 0x0123456789ABCDEF01234567
"""The id of the first device; the others count on."""


def demo_cloud(devices: int = 2, *, interval: float = 2.0, **options: Any) -> Sandbox:
    """A sandbox with accounts, an OAuth client, and ``devices`` devices in the product
    `my-product-v100`: a greenhouse and a coffee machine by turns, which publish a reading every
    ``interval`` seconds. Their ids are the same each time. ``options`` are those of
    :class:`Sandbox`."""
    cloud = Sandbox(username=USERNAME, password=PASSWORD, **options)
    cloud.add_account(MFA_USERNAME, PASSWORD, mfa=OTP)
    cloud.add_oauth_client(CLIENT_ID, CLIENT_SECRET)
    product = cloud.add_product(
        "My Product",
        slug="my-product-v100",
        organization=cloud.add_organization("My Org", slug="my-org"),
        groups=["beta"],
    )
    for number in range(devices):
        kind = _GREENHOUSE if number % 2 == 0 else _COFFEE_MACHINE
        cloud.add_device(
            kind["name"] if number < 2 else f"{kind['name']}-{number // 2 + 1}",
            id=f"{FIRST_DEVICE + number:024x}",
            serial_number=f"P046AD50XX{123 + number:04}",
            platform_id=PLATFORMS["Boron"],
            product=product,
            groups=["beta"] if number % 4 == 0 else [],
            notes=kind["notes"],
            variables=kind["variables"],
            functions=kind["functions"],
            scripts=[Publish(interval, "temperature", {"celsius": "$temperature"})],
        )
    return cloud


_GREENHOUSE: dict[str, Any] = {
    "name": "greenhouse",
    "notes": "behind the shed",
    "variables": {
        "temperature": Wave(21.0, 4.0, period=377.0, noise=0.3),
        "humidity": 61,
        "vent": 0,
    },
    "functions": {"setVent": Assign("vent", 0, 100)},
}
_COFFEE_MACHINE: dict[str, Any] = {
    "name": "coffee-machine",
    "notes": None,
    "variables": {"cups": 0, "temperature": Walk(92.5, 0.2, 88.0, 96.0), "beans": "arabica"},
    "functions": {"brew": Count("cups", "coffee/brewed", "espresso")},
}

"""The cloud that ``python -m particle_client.sandbox`` serves: all that the documentation names."""

import json
import math
import random
import time
from functools import partial
from typing import Any

from .devices import VirtualDevice
from .platforms import PLATFORMS
from .products import Product
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
        add = _add_greenhouse if number % 2 == 0 else _add_coffee_machine
        device = add(cloud, product, number)
        device.groups = ["beta"] if number % 4 == 0 else []
        cloud.run_every(interval, partial(_publish_reading, device))
    return cloud


def _add_greenhouse(cloud: Sandbox, product: Product, number: int) -> VirtualDevice:
    state = {"vent": 0}

    def set_vent(argument: str) -> int:
        state["vent"] = max(0, min(100, int(argument)))
        return state["vent"]

    def vent() -> int:
        return state["vent"]

    return cloud.add_device(
        _name("greenhouse", number),
        id=f"{FIRST_DEVICE + number:024x}",
        serial_number=f"P046AD50XX{123 + number:04}",
        platform_id=PLATFORMS["Boron"],
        product=product,
        notes="behind the shed",
        variables={"temperature": temperature, "humidity": 61, "vent": vent},
        functions={"setVent": set_vent},
    )


def _add_coffee_machine(cloud: Sandbox, product: Product, number: int) -> VirtualDevice:
    state = {"cups": 0}

    def brew(argument: str) -> int:
        state["cups"] += 1
        device.publish("coffee/brewed", argument or "espresso")
        return state["cups"]

    def cups() -> int:
        return state["cups"]

    device = cloud.add_device(
        _name("coffee-machine", number),
        id=f"{FIRST_DEVICE + number:024x}",
        serial_number=f"P046AD50XX{123 + number:04}",
        platform_id=PLATFORMS["Boron"],
        product=product,
        variables={"cups": cups, "temperature": 92.5, "beans": "arabica"},
        functions={"brew": brew},
    )
    return device


def _name(kind: str, number: int) -> str:
    return kind if number < 2 else f"{kind}-{number // 2 + 1}"


def temperature() -> float:
    """A temperature in degrees Celsius that wanders about."""
    return round(21 + 4 * math.sin(time.time() / 60) + random.uniform(-0.3, 0.3), 2)


def _publish_reading(device: VirtualDevice) -> None:
    with device.runtime.lock:  # so that it can't go offline in between
        if device.online:
            reading = {"celsius": temperature(), "uptime": int(time.monotonic())}
            device.publish("temperature", json.dumps(reading))

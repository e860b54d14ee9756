"""Devices that are worth looking at, for the demo and for ``python -m particle_client.sandbox``."""

import json
import math
import random
import time
from functools import partial

from .devices import VirtualDevice
from .platforms import PLATFORMS
from .server import Sandbox


def add_demo_devices(cloud: Sandbox, count: int = 2, *, interval: float = 2.0) -> None:
    """Adds ``count`` devices that publish readings every ``interval`` seconds while the sandbox
    serves: a greenhouse and a coffee machine by turns, in the product `my-product-v100`.

    Their ids are the same each time; the first is the one that the documentation uses."""
    product = cloud.add_product("My Product", slug="my-product-v100", groups=["beta"])
    for number in range(count):
        add = _add_greenhouse if number % 2 == 0 else _add_coffee_machine
        suffix = "" if number < 2 else f"-{number // 2 + 1}"
        device = add(cloud, f"{0x0123456789ABCDEF01234567 + number:024x}", suffix)
        device.product = product
        device.groups = ["beta"] if number == 0 else []
        cloud.run_every(interval, partial(_publish_reading, device))


def _add_greenhouse(cloud: Sandbox, device_id: str, suffix: str) -> VirtualDevice:
    state = {"vent": 0}

    def set_vent(argument: str) -> int:
        state["vent"] = max(0, min(100, int(argument)))
        return state["vent"]

    return cloud.add_device(
        f"greenhouse{suffix}",
        id=device_id,
        platform_id=PLATFORMS["Boron"],
        notes="behind the shed",
        variables={"temperature": temperature, "humidity": 61, "vent": lambda: state["vent"]},
        functions={"setVent": set_vent},
    )


def _add_coffee_machine(cloud: Sandbox, device_id: str, suffix: str) -> VirtualDevice:
    state = {"cups": 0}

    def brew(argument: str) -> int:
        state["cups"] += 1
        device.publish("coffee/brewed", argument or "espresso")
        return state["cups"]

    device = cloud.add_device(
        f"coffee-machine{suffix}",
        id=device_id,
        platform_id=PLATFORMS["Boron"],
        variables={"cups": lambda: state["cups"], "temperature": 92.5, "beans": "arabica"},
        functions={"brew": brew},
    )
    return device


def temperature() -> float:
    """A temperature in degrees Celsius that wanders about."""
    return round(21 + 4 * math.sin(time.time() / 60) + random.uniform(-0.3, 0.3), 2)


def _publish_reading(device: VirtualDevice) -> None:
    if device.online:
        reading = {"celsius": temperature(), "uptime": int(time.monotonic())}
        device.publish("temperature", json.dumps(reading))

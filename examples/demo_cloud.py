"""The devices of the demo: made up, but they answer over HTTP like real ones."""

from __future__ import annotations

import itertools
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from particle_client.sandbox import Sandbox, VirtualDevice

__all__ = ["ANSWER_TIME", "FLEET", "MFA_LOGIN", "ONE_TIME_PASSWORD", "furnish"]

FLEET = 12
"""Devices in the product."""

ANSWER_TIME = 0.1
"""Seconds that a device takes to answer when it is asked for its temperature."""

MFA_LOGIN = ("gardener@example.com", "correct horse")
ONE_TIME_PASSWORD = "123456"


def furnish(cloud: Sandbox) -> None:
    """Fill the cloud: a product with greenhouses, and a coffee machine."""
    cloud.add_account(*MFA_LOGIN, mfa=ONE_TIME_PASSWORD)
    cloud.add_product("Greenhouses", slug="greenhouses", groups=["roof", "yard"])
    for number in reversed(range(1, FLEET + 1)):
        _add_greenhouse(cloud, number)
    _add_coffee_machine(cloud)


def _add_greenhouse(cloud: Sandbox, number: int) -> None:
    vent = 0

    def temperature() -> float:
        time.sleep(ANSWER_TIME)
        return 20.5 + number % 5 - vent / 50

    def set_vent(argument: str) -> int:
        nonlocal vent
        vent = max(0, min(100, int(argument)))
        return vent

    device = cloud.add_device(
        f"greenhouse-{number:02}",
        product="greenhouses",
        groups=["roof" if number % 2 else "yard"],
        firmware_version=1,
        variables={"temperature": temperature, "vent": lambda: vent},
        functions={"setVent": set_vent},
    )
    if number == 1:
        readings = itertools.cycle(["21.4", "21.5", "21.5", "21.6"])
        _publish_regularly(cloud, device, "temperature", readings)


def _add_coffee_machine(cloud: Sandbox) -> None:
    device = cloud.add_device("coffee-machine", online=False)
    device.notes = "switched off at night"


def _publish_regularly(
    cloud: Sandbox, device: VirtualDevice, name: str, values: itertools.cycle[str]
) -> None:
    def publish() -> None:
        if device.online:
            device.publish(name, next(values))

    cloud.run_every(0.25, publish)

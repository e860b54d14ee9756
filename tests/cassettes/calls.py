"""Every documented answer, and the call that it comes from.

The calls run on both clients: what `AsyncParticle` gives is awaited by who runs them. Secrets are
placeholders from the start, since they go into the cassettes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tests.documented import answers

from .placeholders import ACCESS_TOKEN, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Particle
    from tests.documented import Answer

__all__ = ["CALLS", "covered"]

Call: TypeAlias = "Callable[[Particle], object]"

RESOURCES = ("tokens", "user", "devices", "firmware", "events", "products", "orgs", "team")
"""The resources whose answers have cassettes so far."""

WITHOUT_METHOD = {
    "tokens/createAccessToken.reference_2": "no method logs a customer in with the client's secret",
}


def covered() -> list[Answer]:
    """Return the documented responses that have a call here."""
    return [
        answer
        for answer in answers()
        if answer.name.partition("/")[0] in RESOURCES and answer.name not in WITHOUT_METHOD
    ]


DEVICE = "0123456789abcdef01234567"
FLEET = "my-product-v100"
USER = "testuser@particle.io"
SOURCE = {
    "application.cpp": b'#include "lib/my_lib.h"\n',
    "lib/my_lib.cpp": b"int lib;\n",
    "lib/my_lib.h": b"extern int lib;\n",
}

CALLS: dict[str, Call] = {
    # tokens
    "tokens/createAccessToken.reference": lambda client: client.login("joe@example.com", PASSWORD),
    "tokens/createAccessToken.400": lambda client: client.login("joe@example.com", PASSWORD),
    "tokens/createAccessToken.403": lambda client: client.login("joe@example.com", PASSWORD),
    "tokens/deleteAccessToken.reference": lambda client: client.tokens.delete(ACCESS_TOKEN),
    "tokens/deleteAllAccessTokens.reference": lambda client: client.tokens.delete_all(),
    "tokens/deleteCurrentAccessToken.reference": lambda client: client.tokens.delete_current(),
    # user
    "user/getUser.reference": lambda client: client.user.get(),
    "user/updateUser.change_password": lambda client: client.user.change_password(
        PASSWORD, PASSWORD
    ),
    "user/deleteUser.reference": lambda client: client.user.delete(PASSWORD),
    "user/resetPassword.reference": lambda client: client.user.reset_password(USER),
    # devices of the account
    "devices/listDevices.reference": lambda client: client.devices.list(),
    "devices/getDevice.reference": lambda client: client.devices.get(DEVICE),
    "devices/unclaimDevice.reference": lambda client: client.devices.unclaim("12345"),
    "devices/updateDevice.signal": lambda client: client.devices.signal("12345"),
    "devices/updateDevice.force_updates": lambda client: client.devices.force_updates("12345"),
    "devices/updateDevice.flash_source": lambda client: client.devices.flash(DEVICE, SOURCE),
    "devices/updateDevice.flash_binary": lambda client: client.devices.flash(
        DEVICE, {"my-firmware-app.bin": b"binary"}
    ),
    "devices/updateDevice.flash_bundle": lambda client: client.devices.flash(
        DEVICE, {"my-firmware-bundle.zip": b"PK\x05\x06" + bytes(18)}
    ),
    "devices/pingDevice.reference": lambda client: client.devices.ping(DEVICE),
    "devices/getVariable.reference": lambda client: client.devices.get_variable(
        DEVICE, "temperature"
    ),
    "devices/callFunction.reference": lambda client: client.devices.call_function(
        DEVICE, "gong", "ZEN PLEASE"
    ),
    # devices of a product
    "devices/importProductDevices.add": lambda client: client.product(FLEET).devices.add(
        id="abc1234"
    ),
    "devices/importProductDevices.approve": lambda client: client.product(FLEET).devices.approve(
        "123abc"
    ),
    "devices/removeProductDevice.remove": lambda client: client.product(FLEET).devices.remove(
        "123abc"
    ),
    "devices/removeProductDevice.deny": lambda client: client.product(FLEET).devices.deny("123abc"),
    "devices/updateProductDevice.unlock_firmware": lambda client: client.product(
        FLEET
    ).devices.unlock_firmware("12345"),
    "devices/updateProductDevice.set_groups": lambda client: client.product(
        FLEET
    ).devices.set_groups("12345", ["europe", "asia"]),
    "devices/assignProductDeviceGroups.reference": lambda client: client.product(
        FLEET
    ).devices.batch_assign_groups([DEVICE], {"add": ["europe"], "remove": ["asia"]}),
    # firmware
    "firmware/compileFirmware.reference": lambda client: client.firmware.compile(
        SOURCE, platform_id=6, target_version="1.5.1"
    ),
    "firmware/listBuildTargets.reference": lambda client: client.firmware.list_build_targets(),
    "firmware/listProductFirmware.reference": lambda client: client.product(FLEET).firmware.list(),
    "firmware/getProductFirmware.reference": lambda client: client.product(FLEET).firmware.get(1),
    "firmware/uploadProductFirmware.reference": lambda client: client.product(
        FLEET
    ).firmware.upload(b"binary", 1, "My Firmware", description="Sample firmware description"),
    "firmware/updateProductFirmware.reference": lambda client: client.product(
        FLEET
    ).firmware.update(1, title="New title", description="New description"),
    "firmware/releaseProductFirmware.reference": lambda client: client.product(
        FLEET
    ).firmware.release(1, groups=["group_a"], product_default=False),
    "firmware/deleteProductFirmware.reference": lambda client: client.product(
        FLEET
    ).firmware.delete(1),
    # events
    "events/publishEvent.reference": lambda client: client.events.publish(
        "temperature", "25.34", ttl=60
    ),
    "events/publishProductEvent.reference": lambda client: client.product(FLEET).events.publish(
        "temperature", "25.34", ttl=60
    ),
    "events/streamEvents.400": lambda client: client.events.stream(),
    "events/streamEventsByPrefix.reference": lambda client: client.events.stream("temp"),
    "events/streamMyEvents.reference": lambda client: client.events.stream(device="mine"),
    "events/streamDeviceEvents.reference": lambda client: client.events.stream(device=DEVICE),
    "events/streamProductEvents.reference": lambda client: client.product(FLEET).events.stream(),
    # products and organizations
    "products/listUserProducts.reference": lambda client: client.products.list_for_user(),
    "products/listOrgProducts.reference": lambda client: client.org("particle").products.list(),
    "orgs/listOrganizations.reference": lambda client: client.orgs.list(),
    "orgs/getOrganization.reference": lambda client: client.orgs.get("particle"),
    # teams
    "team/addProductTeamMember.invite": lambda client: client.product(FLEET).team.invite(
        "test@example.com"
    ),
    "team/addProductTeamMember.create_api_user": lambda client: client.product(
        FLEET
    ).team.create_api_user("my token", ["devices:list"]),
    "team/removeProductTeamMember.reference": lambda client: client.product(FLEET).team.remove(
        "jeff@particle.io"
    ),
    "team/regenerateProductTeamMemberToken.reference": lambda client: client.product(
        FLEET
    ).team.regenerate_token("test+prg123@example.com"),
}

"""Devices, claim codes and serial numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, bytes_of, drop_unset, in_query, is_true, sources, wanted

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.devices import Devices, OrgDevices, ProductDevices

__all__ = ["CALLS"]


def devices(client: Particle, args: Args) -> Devices | ProductDevices:
    return client.product(args["product"]).devices if is_true(args["product"]) else client.devices


def any_devices(client: Particle, args: Args) -> Devices | ProductDevices | OrgDevices:
    return client.org(args["org"]).devices if is_true(args["org"]) else devices(client, args)


def list_devices(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return client.devices.list()
    options = in_query(
        args,
        device_id="deviceId",
        device_name="deviceName",
        sort_attr="sortAttr",
        sort_dir="sortDir",
        page="page",
        per_page="perPage",
    )
    if isinstance(args["groups"], list):
        options["groups"] = [str(group) for group in args["groups"]]
    return client.product(args["product"]).devices.list(**options)


def claim_device(client: Particle, args: Args) -> object:
    transfer = is_true(args["requestTransfer"])
    return client.devices.claim(args["deviceId"], request_transfer=transfer)


def add_device_to_product(client: Particle, args: Args) -> object:
    resource = client.product(args["product"]).devices
    if is_true(args["file"]):
        return resource.import_file(bytes_of(args["file"]))
    return resource.add(id=args["deviceId"])


def remove_device(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return client.devices.unclaim(args["deviceId"])
    return client.product(args["product"]).devices.remove(
        args["deviceId"], **drop_unset(args, deny="deny")
    )


def update_device(client: Particle, args: Args) -> object:
    options = drop_unset(args, name="name", notes="notes")
    if "signal" in args:
        options["signal"] = is_true(args["signal"])
    if is_true(args["product"]):
        options |= drop_unset(
            args,
            development="development",
            desired_firmware_version="desiredFirmwareVersion",
            flash="flash",
        )
    return devices(client, args).update(args["deviceId"], **options)


def signal_device(client: Particle, args: Args) -> object:
    if "signal" not in args:
        return devices(client, args).update(args["deviceId"])
    return devices(client, args).signal(args["deviceId"], is_true(args["signal"]))


def mark_as_development(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return without_product(client, args)
    resource = client.product(args["product"]).devices
    return resource.mark_as_development(
        args["deviceId"], **drop_unset(args, development="development")
    )


def lock_firmware(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return without_product(client, args)
    return client.product(args["product"]).devices.lock_firmware(
        args["deviceId"], args["desiredFirmwareVersion"], **drop_unset(args, flash="flash")
    )


def unlock_firmware(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return without_product(client, args)
    return client.product(args["product"]).devices.unlock_firmware(args["deviceId"])


def without_product(client: Particle, args: Args) -> object:
    """What is for a product's devices only, the SDK leaves out of the update of another one."""
    return client.devices.update(args["deviceId"])


def flash_device(client: Particle, args: Args) -> object:
    options = wanted(args, target_version="targetVersion")
    return devices(client, args).flash(args["deviceId"], sources(args), **options)


def send_public_key(client: Particle, args: Args) -> object:
    key = args["key"]
    return client.devices.send_public_key(
        args["deviceId"],
        key if isinstance(key, str) else bytes_of(key),
        **wanted(args, algorithm="algorithm"),
    )


def unprotect_device(client: Particle, args: Args) -> object:
    options = drop_unset(
        args,
        server_nonce="serverNonce",
        device_nonce="deviceNonce",
        device_signature="deviceSignature",
        device_public_key_fingerprint="devicePublicKeyFingerprint",
    )
    return any_devices(client, args).unprotect(args["deviceId"], args["action"], **options)


CALLS: dict[str, Call] = {
    "listDevices": list_devices,
    "getDevice": lambda client, args: devices(client, args).get(args["deviceId"]),
    "claimDevice": claim_device,
    "provisionDevice": lambda client, args: client.devices.provision(args["productId"]),
    "getClaimCode": lambda client, args: devices(client, args).create_claim_code(
        **drop_unset(args, iccid="iccid")
    ),
    "addDeviceToProduct": add_device_to_product,
    "removeDevice": remove_device,
    "removeDeviceOwner": lambda client, args: devices(client, args).unclaim(args["deviceId"]),
    "renameDevice": lambda client, args: devices(client, args).rename(
        args["deviceId"], args["name"]
    ),
    "signalDevice": signal_device,
    "setDeviceNotes": lambda client, args: devices(client, args).set_notes(
        args["deviceId"], args["notes"]
    ),
    "updateDevice": update_device,
    "changeProduct": lambda client, args: client.devices.change_product(
        args["deviceId"], args["productId"]
    ),
    "markAsDevelopmentDevice": mark_as_development,
    "lockDeviceProductFirmware": lock_firmware,
    "unlockDeviceProductFirmware": unlock_firmware,
    "getVariable": lambda client, args: devices(client, args).get_variable(
        args["deviceId"], args["name"]
    ),
    "callFunction": lambda client, args: devices(client, args).call_function(
        args["deviceId"], args["name"], **drop_unset(args, argument="argument")
    ),
    "flashDevice": flash_device,
    "flashTinker": lambda client, args: client.devices.flash_tinker(args["deviceId"]),
    "unprotectDevice": unprotect_device,
    "sendPublicKey": send_public_key,
    "downloadManufacturingBackup": lambda client, args: (
        client.devices.download_manufacturing_backup(args["deviceId"])
    ),
    "lookupSerialNumber": lambda client, args: client.serial_numbers.lookup(args["serialNumber"]),
}

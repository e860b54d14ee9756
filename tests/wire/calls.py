"""Methods of the JavaScript SDK, each as the call of this client that does the same.

The arguments are the SDK's own options, in camelCase; `{"bytes": …}` is the content of a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Particle
    from particle_client.api.devices import Devices, OrgDevices, ProductDevices
    from particle_client.api.products import OrgProducts, Products

__all__ = ["CALLS"]

Args: TypeAlias = "dict[str, Any]"
Call: TypeAlias = "Callable[[Particle, Args], object]"


def given(args: Args, **names: str) -> dict[str, Any]:
    """Give what the SDK was given, under our names (`ours="theirs"`)."""
    return {ours: args[theirs] for ours, theirs in names.items() if theirs in args}


def content(file: dict[str, str]) -> bytes:
    return file["bytes"].encode()


def sources(args: Args) -> dict[str, bytes]:
    return {name: content(file) for name, file in args["files"].items()}


# --- scopes ---------------------------------------------------------------------------------------


def devices(client: Particle, args: Args) -> Devices | ProductDevices:
    return client.product(args["product"]).devices if "product" in args else client.devices


def any_devices(client: Particle, args: Args) -> Devices | ProductDevices | OrgDevices:
    return client.org(args["org"]).devices if "org" in args else devices(client, args)


def products(client: Particle, args: Args) -> Products | OrgProducts:
    return client.org(args["org"]).products if "org" in args else client.products


# --- calls that need more than a line -------------------------------------------------------------


def list_devices(client: Particle, args: Args) -> object:
    if "product" not in args:
        return client.devices.list()
    options = given(
        args,
        device_id="deviceId",
        device_name="deviceName",
        serial_number="serialNumber",
        groups="groups",
        sort_attr="sortAttr",
        sort_dir="sortDir",
        page="page",
        per_page="perPage",
    )
    return client.product(args["product"]).devices.list(**options)


def add_device_to_product(client: Particle, args: Args) -> object:
    resource = client.product(args["product"]).devices
    if "file" in args:
        return resource.import_file(content(args["file"]))
    return resource.add(id=args["deviceId"])


def remove_device(client: Particle, args: Args) -> object:
    if "product" not in args:
        return client.devices.unclaim(args["deviceId"])
    resource = client.product(args["product"]).devices
    resource.remove(args["deviceId"], **given(args, deny="deny"))
    return None


def update_device(client: Particle, args: Args) -> object:
    options = given(
        args,
        name="name",
        signal="signal",
        notes="notes",
        development="development",
        desired_firmware_version="desiredFirmwareVersion",
        flash="flash",
    )
    return devices(client, args).update(args["deviceId"], **options)


def mark_as_development(client: Particle, args: Args) -> object:
    resource = client.product(args["product"]).devices
    return resource.mark_as_development(args["deviceId"], **given(args, development="development"))


def lock_firmware(client: Particle, args: Args) -> object:
    return client.product(args["product"]).devices.lock_firmware(
        args["deviceId"], args["desiredFirmwareVersion"], **given(args, flash="flash")
    )


def flash_device(client: Particle, args: Args) -> object:
    options = given(args, target_version="targetVersion")
    return devices(client, args).flash(args["deviceId"], sources(args), **options)


def compile_code(client: Particle, args: Args) -> object:
    options = given(
        args, platform_id="platformId", product_id="productId", target_version="targetVersion"
    )
    return client.firmware.compile(sources(args), **options)


def send_public_key(client: Particle, args: Args) -> object:
    key = args["key"]
    return client.devices.send_public_key(
        args["deviceId"],
        key if isinstance(key, str) else content(key),
        **given(args, algorithm="algorithm"),
    )


def unprotect_device(client: Particle, args: Args) -> object:
    options = given(
        args,
        server_nonce="serverNonce",
        device_nonce="deviceNonce",
        device_signature="deviceSignature",
        device_public_key_fingerprint="devicePublicKeyFingerprint",
    )
    return any_devices(client, args).unprotect(args["deviceId"], args["action"], **options)


def publish_event(client: Particle, args: Args) -> object:
    scope = client.product(args["product"]) if "product" in args else client
    return scope.events.publish(args["name"], **given(args, data="data", private="isPrivate"))


def open_event_stream(client: Particle, args: Args) -> object:
    prefix, device = args.get("name"), args.get("deviceId")
    if "org" in args:
        stream = client.org(args["org"]).events.stream(prefix, **given(args, product="product"))
    elif "product" in args:
        stream = client.product(args["product"]).events.stream(prefix, device=device)
    else:
        stream = client.events.stream(prefix, device=device)
    with stream:
        return stream.connected


def create_user(client: Particle, args: Args) -> object:
    return client.user.create(
        args["username"],
        args["password"],
        account_info=args["accountInfo"],
        **given(args, utm="utm"),
    )


def upload_product_firmware(client: Particle, args: Args) -> object:
    return client.product(args["product"]).firmware.upload(
        content(args["file"]),
        args["version"],
        args["title"],
        **given(args, description="description", mandatory="mandatory"),
    )


def update_product_firmware(client: Particle, args: Args) -> object:
    options = given(args, title="title", description="description")
    return client.product(args["product"]).firmware.update(args["version"], **options)


def release_product_firmware(client: Particle, args: Args) -> object:
    options = given(
        args, product_default="product_default", groups="groups", intelligent="intelligent"
    )
    return client.product(args["product"]).firmware.release(args["version"], **options)


def request(client: Particle, args: Args) -> object:
    """Send what has no method; files go as a multipart body, as the SDK makes it."""
    if "files" not in args:
        return client.request(args["method"], args["uri"], form=args["form"])
    from particle_client.uploads import MultipartBody, collect_sources, number_parts

    body = MultipartBody(list(args["form"].items()), number_parts(collect_sources(sources(args))))
    return client.request(
        args["method"],
        args["uri"],
        content=body.to_bytes(),
        headers={"content-type": body.content_type},
    )


def download_file(client: Particle, args: Args) -> object:
    return client.get(args["uri"].replace("@BASE@", client.base_url)).content


CALLS: dict[str, Call] = {
    # tokens
    "login": lambda client, args: client.login(
        args["username"], args["password"], **given(args, expires_in="tokenDuration")
    ),
    "sendOtp": lambda client, args: client.submit_otp(args["mfaToken"], args["otp"]),
    "loginAsClientOwner": lambda client, args: client.login_as_client_owner(),
    "listAccessTokens": lambda client, args: client.tokens.list(
        args["username"], args["password"], **given(args, otp="otp")
    ),
    "deleteAccessToken": lambda client, args: client.tokens.delete(args["token"]),
    "deleteCurrentAccessToken": lambda client, args: client.tokens.delete_current(),
    "deleteActiveAccessTokens": lambda client, args: client.tokens.delete_all(),
    # user
    "enableMfa": lambda client, args: client.user.enable_mfa(),
    "confirmMfa": lambda client, args: client.user.confirm_mfa(
        args["mfaToken"], args["otp"], **given(args, invalidate_tokens="invalidateTokens")
    ),
    "disableMfa": lambda client, args: client.user.disable_mfa(args["currentPassword"]),
    "createUser": create_user,
    "verifyUser": lambda client, args: client.user.verify(args["token"]),
    "resetPassword": lambda client, args: client.user.reset_password(args["username"]),
    "deleteUser": lambda client, args: client.user.delete(args["password"]),
    "trackingIdentity": lambda client, args: client.user.tracking_identity(
        **given(args, full="full")
    ),
    "getUserInfo": lambda client, args: client.user.get(),
    "setUserInfo": lambda client, args: client.user.update(args["accountInfo"]),
    "changeUsername": lambda client, args: client.user.change_username(
        args["username"],
        args["currentPassword"],
        **given(args, invalidate_tokens="invalidateTokens"),
    ),
    "changeUserPassword": lambda client, args: client.user.change_password(
        args["password"],
        args["currentPassword"],
        **given(args, invalidate_tokens="invalidateTokens"),
    ),
    # devices
    "listDevices": list_devices,
    "getDevice": lambda client, args: devices(client, args).get(args["deviceId"]),
    "claimDevice": lambda client, args: client.devices.claim(
        args["deviceId"], **given(args, request_transfer="requestTransfer")
    ),
    "provisionDevice": lambda client, args: client.devices.provision(args["productId"]),
    "getClaimCode": lambda client, args: devices(client, args).create_claim_code(
        **given(args, iccid="iccid")
    ),
    "addDeviceToProduct": add_device_to_product,
    "removeDevice": remove_device,
    "removeDeviceOwner": lambda client, args: devices(client, args).unclaim(args["deviceId"]),
    "renameDevice": lambda client, args: devices(client, args).rename(
        args["deviceId"], args["name"]
    ),
    "signalDevice": lambda client, args: devices(client, args).signal(
        args["deviceId"], args["signal"]
    ),
    "setDeviceNotes": lambda client, args: devices(client, args).set_notes(
        args["deviceId"], args["notes"]
    ),
    "updateDevice": update_device,
    "changeProduct": lambda client, args: client.devices.change_product(
        args["deviceId"], args["productId"]
    ),
    "markAsDevelopmentDevice": mark_as_development,
    "lockDeviceProductFirmware": lock_firmware,
    "unlockDeviceProductFirmware": lambda client, args: client.product(
        args["product"]
    ).devices.unlock_firmware(args["deviceId"]),
    "getVariable": lambda client, args: devices(client, args).get_variable(
        args["deviceId"], args["name"]
    ),
    "callFunction": lambda client, args: devices(client, args).call_function(
        args["deviceId"], args["name"], args["argument"]
    ),
    "flashDevice": flash_device,
    "flashTinker": lambda client, args: client.devices.flash_tinker(args["deviceId"]),
    "unprotectDevice": unprotect_device,
    "sendPublicKey": send_public_key,
    "downloadManufacturingBackup": lambda client, args: (
        client.devices.download_manufacturing_backup(args["deviceId"])
    ),
    # firmware
    "listBuildTargets": lambda client, args: client.firmware.list_build_targets(
        **given(args, featured="onlyFeatured")
    ),
    "compileCode": compile_code,
    "downloadFirmwareBinary": lambda client, args: client.firmware.download(args["binaryId"]),
    "listProductFirmware": lambda client, args: client.product(args["product"]).firmware.list(),
    "uploadProductFirmware": upload_product_firmware,
    "getProductFirmware": lambda client, args: client.product(args["product"]).firmware.get(
        args["version"]
    ),
    "updateProductFirmware": update_product_firmware,
    "downloadProductFirmware": lambda client, args: client.product(
        args["product"]
    ).firmware.download(args["version"]),
    "releaseProductFirmware": release_product_firmware,
    # events
    "publishEvent": publish_event,
    "getEventStream": open_event_stream,
    # products and teams
    "listProducts": lambda client, args: products(client, args).list(),
    "getProduct": lambda client, args: client.products.get(args["product"]),
    "listTeamMembers": lambda client, args: client.product(args["product"]).team.list(),
    "inviteTeamMember": lambda client, args: client.product(args["product"]).team.invite(
        args["username"]
    ),
    "removeTeamMember": lambda client, args: client.product(args["product"]).team.remove(
        args["username"]
    ),
    # what has no method
    "get": lambda client, args: client.get(args["uri"], query=args["query"]),
    "head": lambda client, args: client.head(args["uri"]),
    "post": lambda client, args: client.post(args["uri"], json=args["data"]),
    "put": lambda client, args: client.put(args["uri"], json=args["data"], query=args["query"]),
    "patch": lambda client, args: client.patch(args["uri"], json=args["data"]),
    "delete": lambda client, args: client.delete(args["uri"], json=args["data"]),
    "request": request,
    "downloadFile": download_file,
}

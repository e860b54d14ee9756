# Generated from openapi/ by `make generate`. Do not edit.
"""Devices, one by one or as a list: claiming and naming them, reading their variables, calling
their functions, sending them firmware, and administering those that belong to a product.
"""

from __future__ import annotations

import builtins
from collections.abc import Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Unpack, overload

from ..base.deprecation import deprecated
from ..base.files import AsyncFileInput, FileInput, Progress, TargetPath
from ..base.unset import UNSET, Unset
from ..calls.encoding import comma, several
from ..calls.lazy import AsyncListing, AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..downloads import AsyncDownload, Download
from ..methods.arguments import choice, multipart, text
from ..methods.async_devices import AsyncAccountDeviceMethods, AsyncDeviceMethods
from ..methods.async_resource import AsyncResource
from ..methods.devices import AccountDeviceMethods, DeviceMethods
from ..methods.resource import Resource
from ..models.common import Ok, SortDirection
from ..models.devices import (
    ClaimCode,
    Device,
    DeviceClaimed,
    DeviceDevelopmentMarked,
    DeviceFirmwareLocked,
    DeviceFlashed,
    DeviceGroupChanges,
    DeviceGroupsSet,
    DeviceNotesSet,
    DevicePing,
    DeviceRenamed,
    DeviceSignaled,
    DevicesImported,
    DeviceSortAttribute,
    DeviceUnprotected,
    DeviceUpdated,
    DeviceUpdatesForced,
    FunctionResult,
    ProductDeviceList,
    UnprotectAction,
    VariableResult,
)
from ..models.linux_devices import (
    DeviceDocument,
    DeviceDocumentOperation,
    EsimTargetSet,
    RegistrationCode,
)
from ..operations.devices import (
    ASSIGN_PRODUCT_DEVICE_GROUPS,
    CALL_FUNCTION,
    CLAIM_DEVICE,
    CREATE_CLAIM_CODE,
    CREATE_PRODUCT_REGISTRATION_CODE,
    DOWNLOAD_MANUFACTURING_BACKUP,
    GET_DEVICE,
    GET_PRODUCT_DEVICE_DOCUMENT,
    GET_VARIABLE,
    IMPORT_PRODUCT_DEVICES,
    IMPORT_PRODUCT_DEVICES_IMPORT_FILE,
    LIST_DEVICES,
    LIST_PRODUCT_DEVICES,
    PATCH_PRODUCT_DEVICE_DOCUMENT,
    PING_DEVICE,
    REMOVE_PRODUCT_DEVICE,
    SET_PRODUCT_DEVICE_TARGET_PROFILE,
    UNCLAIM_DEVICE,
    UNCLAIM_PRODUCT_DEVICE,
    UNPROTECT_DEVICE,
    UPDATE_DEVICE,
    UPDATE_DEVICE_FLASH_TINKER,
    UPDATE_PRODUCT_DEVICE,
    UPDATE_PRODUCT_DEVICE_LOCK_FIRMWARE,
    UPDATE_PRODUCT_DEVICE_UPDATE,
)

__all__ = [
    "AsyncDevices",
    "AsyncOrgDevices",
    "AsyncProductDevices",
    "Devices",
    "OrgDevices",
    "ProductDevices",
]


class DevicesBase(Resource):
    """What the devices of the account and a product have in common."""

    __slots__ = ()

    def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode:
        """Create a claim code.

        Creates a code that a device hands over to the cloud when it connects. The cloud then claims
        the device for whoever created the code. That is how a device is claimed during its setup,
        before its ID is known.

        In a product, the access token must belong to a customer of the product, and the device is
        claimed for that customer.

        Args:
            iccid: ICCID of the SIM card in the device, for an Electron.

        Examples:
            >>> particle.devices.create_claim_code()

        Cloud API: createClaimCode, POST {scope}/device_claims.
        """
        return self._call(CREATE_CLAIM_CODE, options, ClaimCode, json={"iccid": iccid})

    def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device:
        """Get a device.

        All that the cloud knows about one device, with the variables and functions that it exposes.

        Your account reaches the devices that you claimed, and those of products that you can
        access, claimed or not. Through the product, the response holds the fields about the
        product's administration as well, such as `development`, `quarantined` and
        `targeted_firmware_release_version`.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.devices.get("0123456789abcdef01234567")

        Cloud API: getDevice, GET {scope}/devices/{deviceId}. Permission of API users: devices:get.
        """
        return self._call(GET_DEVICE, options, Device, path={"device_id": device_id})

    def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing:
        """Ping a device.

        Asks the device itself whether it is there, and waits for its response. That is more current
        than the `online` of a device's attributes, which may be out of date for minutes.

        Args:
            device_id: ID of the device.

        Raises:
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.ping("0123456789abcdef01234567")

        Cloud API: pingDevice, PUT {scope}/devices/{deviceId}/ping. Permission of API users:
        devices:ping.
        """
        return self._call(PING_DEVICE, options, DevicePing, path={"device_id": device_id})

    def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected:
        """End Device Protection.

        Ends the Device Protection of a device, in two steps. The first, `prepare`, asks the cloud
        for its part of the exchange; the second, `confirm`, proves with a signature of the device
        that the device is at hand. The values in between come from the device itself, over USB for
        example.

        Args:
            device_id: ID of the device.
            action: The step, `prepare` or `confirm`.
            device_nonce: Random number of the device for this exchange.
            server_nonce: Random number of the cloud for this exchange.
            device_signature: The device's signature.
            device_public_key_fingerprint: Fingerprint of the device's public key.

        Examples:
            >>> particle.devices.unprotect("0123456789abcdef01234567", "prepare")

        Cloud API: unprotectDevice, PUT {scope}/devices/{deviceId}/unprotect.
        """
        return self._call(
            UNPROTECT_DEVICE,
            options,
            DeviceUnprotected,
            path={"device_id": device_id},
            json={
                "action": action,
                "device_nonce": device_nonce,
                "server_nonce": server_nonce,
                "device_signature": device_signature,
                "device_public_key_fingerprint": device_public_key_fingerprint,
            },
        )

    def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult:
        """Read a variable.

        Asks the device for the present value of one of its variables. The device must be online.

        To watch a value, let the device publish events instead: reading the variables of many
        devices again and again soon hits the limit of requests.

        Args:
            device_id: ID of the device.
            name: Name of the variable, as the device exposes it: up to 64 characters, 12 with
                versions of Device OS before 0.8.0.

        Raises:
            UnknownVariableError: The device has no such variable.
            DeviceOfflineError: The device isn't connected to the cloud.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.get_variable("0123456789abcdef01234567", "temperature")

        Cloud API: getVariable, GET {scope}/devices/{deviceId}/{name}. Permission of API users:
        devices.variable:get.
        """
        return self._call(
            GET_VARIABLE, options, VariableResult, path={"device_id": device_id, "name": name}
        )

    def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult:
        """Call a function.

        Calls a function that the device exposes, waits until it has run, and returns its number.
        The device must be online.

        Don't repeat the request blindly: the function may have run even when its response got lost.

        The client never repeats the call on its own.

        Args:
            device_id: ID of the device.
            name: Name of the function, as the device exposes it: up to 64 characters, 12 with
                versions of Device OS before 0.8.0.
            argument: The argument, one string whose form is up to the device; a number is sent
                as its text. It may have up to 63 characters with old versions of Device OS, 622
                bytes (as UTF-8) from 0.8.0 on, and from 3.0.0 on 1024 bytes, or 864 bytes on
                Photon, P1, Electron and E-Series.

        Raises:
            UnknownFunctionError: The device has no such function.
            FunctionFailedError: The device has the function, but it failed there.
            DeviceOfflineError: The device isn't connected to the cloud.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.call_function("0123456789abcdef01234567", "gong", "D0:HIGH")

        Cloud API: callFunction, POST {scope}/devices/{deviceId}/{name}. Permission of API users:
        devices.function:call.
        """
        return self._call(
            CALL_FUNCTION,
            options,
            FunctionResult,
            path={"device_id": device_id, "name": name},
            json={"args": text("argument", argument)},
        )


class Devices(AccountDeviceMethods, DevicesBase):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.devices`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[Device]:
        """List your devices.

        All devices that you can access, the one that connected last first. The list comes whole,
        without pages. Functions and variables are those that each device reported when it last
        connected.

        Examples:
            >>> for device in particle.devices.list():
            ...     print(device.name)

        Cloud API: listDevices, GET /v1/devices.
        """
        return self._list(LIST_DEVICES, options, Device)

    def claim(
        self, device_id: str, *, request_transfer: bool = False, **options: Unpack[RequestOptions]
    ) -> DeviceClaimed:
        """Claim a device.

        Claims a device that is new or has no owner, which makes it yours. A device that belongs to
        another account can be asked for with `request_transfer`; the response then holds the ID of
        the transfer.

        Args:
            device_id: ID of the device to claim.
            request_transfer: Whether to ask for the transfer of a device that belongs to
                another account. Default false.

        Examples:
            >>> particle.devices.claim("0123456789abcdef01234567")

        Cloud API: claimDevice, POST /v1/devices.
        """
        return self._call(
            CLAIM_DEVICE,
            options,
            DeviceClaimed,
            json={"id": device_id, "request_transfer": request_transfer},
        )

    def provision(self, product_id: int, **options: Unpack[RequestOptions]) -> Device:
        """Provision a new device.

        Creates a new device in a product that allows its devices to provision themselves. The
        device gets an ID.

        Args:
            product_id: ID of the product that the new device is to belong to.

        Examples:
            >>> particle.devices.provision(4567)

        Cloud API: claimDevice, POST /v1/devices.
        """
        return self._call(CLAIM_DEVICE, options, Device, json={"product_id": product_id})

    def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated:
        """Change attributes of a device.

        Changes name, notes and signal in one request. What isn't given stays as it is.

        Args:
            device_id: ID of the device.
            name: New name of the device.
            notes: New notes, which replace the present ones.
            signal: Whether the LED flashes in rainbow colours (`1`) or stops doing so (`0`).

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.update("0123456789abcdef01234567", name="phancy_photon")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={"name": name, "notes": notes, "signal": choice("signal", signal, "0", "1")},
        )

    def rename(self, device_id: str, name: str, **options: Unpack[RequestOptions]) -> DeviceRenamed:
        """Rename a device.

        Changes the name of the device.

        Args:
            device_id: ID of the device.
            name: The new name.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.rename("0123456789abcdef01234567", "phancy_photon")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceRenamed,
            path={"device_id": device_id},
            json={"name": name},
        )

    def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled:
        """Make a device signal.

        Makes the device's LED flash in rainbow colours, so that it is found among others, or stops
        that. The device must be online.

        Args:
            device_id: ID of the device.
            signaling: `1` makes the device's LED flash in rainbow colours, `0` stops it. It
                travels as a string.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.signal("0123456789abcdef01234567", True)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceSignaled,
            path={"device_id": device_id},
            json={"signal": choice("signaling", signaling, "0", "1")},
        )

    def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet:
        """Set the notes on a device.

        Replaces the text that people keep with the device.

        Args:
            device_id: ID of the device.
            notes: The text, which replaces the present notes.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.set_notes("0123456789abcdef01234567", "A fancy device note")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceNotesSet,
            path={"device_id": device_id},
            json={"notes": notes},
        )

    def force_updates(
        self, device_id: str, forced: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceUpdatesForced:
        """Force updates onto a device.

        Makes the device take firmware updates even when its firmware has disabled them, or ends
        that.

        Args:
            device_id: ID of the device.
            forced: `true` makes the device take updates even though its firmware has disabled
                them, `false` ends that.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.force_updates("0123456789abcdef01234567", True)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdatesForced,
            path={"device_id": device_id},
            json={"firmware_updates_forced": forced},
        )

    def change_product(
        self, device_id: str, product_id: int, **options: Unpack[RequestOptions]
    ) -> DeviceUpdated:
        """Move a device to another product.

        Makes the device one of another product.

        Args:
            device_id: ID of the device.
            product_id: ID of the product.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.change_product("0123456789abcdef01234567", 4567)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={"product_id": product_id},
        )

    @deprecated("Flash Tinker to a device: the Cloud API has deprecated it")
    def flash_tinker(self, device_id: str, **options: Unpack[RequestOptions]) -> DeviceFlashed:
        """Flash Tinker to a device.

        Puts the ready-made application Tinker onto the device. The official SDK has given this up:
        flash a binary of Tinker instead.

        Args:
            device_id: ID of the device.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> particle.devices.flash_tinker("0123456789abcdef01234567")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return self._call(
            UPDATE_DEVICE_FLASH_TINKER,
            options,
            DeviceFlashed,
            path={"device_id": device_id},
            json={"app": "tinker"},
        )

    def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Unclaim a device.

        Releases the device: it has no owner any more, and anyone may claim it.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.devices.unclaim("0123456789abcdef01234567")

        Cloud API: unclaimDevice, DELETE /v1/devices/{deviceId}. Permission of API users:
        devices:release.
        """
        return self._call(UNCLAIM_DEVICE, options, Ok, path={"device_id": device_id})

    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...

    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes | Path | Download:
        """Download the manufacturing backup of a device.

        The backup of the files that a Tachyon was manufactured with, as one file.

        Args:
            device_id: ID of the device.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> particle.devices.download_manufacturing_backup(
            ...     "0123456789abcdef01234567", to="download_manufacturing_backup.bin"
            ... )

        Cloud API: downloadManufacturingBackup, PUT /v1/devices/{deviceId}/backup_files.
        """
        return self._download(
            DOWNLOAD_MANUFACTURING_BACKUP,
            options,
            to,
            stream,
            progress,
            path={"device_id": device_id},
        )


class ProductDevices(DeviceMethods, DevicesBase):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.product(…).devices`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        development: bool | Unset = UNSET,
        desired_firmware_version: int | Unset | None = UNSET,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated:
        """Change attributes of a device.

        Changes several attributes in one request. What isn't given stays as it is.

        Args:
            device_id: ID of the device.
            name: New name of the device.
            notes: New notes, which replace the present ones.
            signal: Whether the LED flashes in rainbow colours (`1`) or stops doing so (`0`).
            development: Whether the device is a development device, which gets no product
                firmware by itself.
            desired_firmware_version: Version of the product firmware to lock the device to;
                null to unlock it.
            flash: Whether to send the desired firmware at once, which works only while the
                device is online. Default false.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.update("0123456789abcdef01234567", name="phancy_photon")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE_UPDATE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={
                "name": name,
                "notes": notes,
                "signal": choice("signal", signal, "0", "1"),
                "development": development,
                "desired_firmware_version": desired_firmware_version,
                "flash": flash,
            },
        )

    def rename(self, device_id: str, name: str, **options: Unpack[RequestOptions]) -> DeviceRenamed:
        """Rename a device.

        Changes the name of the device.

        Args:
            device_id: ID of the device.
            name: The new name.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.rename("0123456789abcdef01234567", "phancy_photon")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceRenamed,
            path={"device_id": device_id},
            json={"name": name},
        )

    def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled:
        """Make a device signal.

        Makes the device's LED flash in rainbow colours, so that it is found among others, or stops
        that. The device must be online.

        Args:
            device_id: ID of the device.
            signaling: `1` makes the device's LED flash in rainbow colours, `0` stops it. It
                travels as a string.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.signal("0123456789abcdef01234567", True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceSignaled,
            path={"device_id": device_id},
            json={"signal": choice("signaling", signaling, "0", "1")},
        )

    def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet:
        """Set the notes on a device.

        Replaces the text that people keep with the device.

        Args:
            device_id: ID of the device.
            notes: The text, which replaces the present notes.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.set_notes("0123456789abcdef01234567", "A fancy device note")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceNotesSet,
            path={"device_id": device_id},
            json={"notes": notes},
        )

    def set_groups(
        self, device_id: str, groups: Sequence[str], **options: Unpack[RequestOptions]
    ) -> DeviceGroupsSet:
        """Set the groups of a device.

        Puts the device into exactly these groups: it leaves all others. Groups that don't exist yet
        are created. To add or remove single groups, or to change several devices at once, use
        `batch_assign_groups`.

        Args:
            device_id: ID of the device.
            groups: Names of the groups. They replace all present memberships; groups that don't
                exist yet are created.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.set_groups("0123456789abcdef01234567", ["testing"])

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceGroupsSet,
            path={"device_id": device_id},
            json={"groups": several("groups", groups)},
        )

    def mark_as_development(
        self, device_id: str, development: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceDevelopmentMarked:
        """Mark a device as a development device.

        Takes the device out of automatic updates of the product's firmware, both locked and
        released, so that firmware under development stays on it; or, with `development=False`, lets
        updates come again.

        Args:
            device_id: ID of the device.
            development: `true` keeps automatic firmware updates away from the device, both
                locked and released ones; `false` lets them come again.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.mark_as_development("0123456789abcdef01234567", True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceDevelopmentMarked,
            path={"device_id": device_id},
            json={"development": development},
        )

    def lock_firmware(
        self,
        device_id: str,
        version: int,
        *,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceFirmwareLocked:
        """Lock a device to a firmware version.

        Locks the device to one version of the product's firmware, whatever is released to the
        fleet. The device downloads and runs it the next time it connects, or at once with
        `flash=True` while it is online.

        Args:
            device_id: ID of the device.
            version: Version of the product firmware.
            flash: Whether to send the firmware at once, which works only while the device is
                online. Otherwise the device gets it the next time it connects. Default false.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.lock_firmware("0123456789abcdef01234567", 1, flash=True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE_LOCK_FIRMWARE,
            options,
            DeviceFirmwareLocked,
            path={"device_id": device_id},
            json={"desired_firmware_version": version, "flash": flash},
        )

    def unlock_firmware(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFirmwareLocked:
        """Unlock a device from its firmware version.

        Ends the lock to a version of the product's firmware, so that the device gets released
        firmware again.

        Args:
            device_id: ID of the device.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> product.devices.unlock_firmware("0123456789abcdef01234567")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceFirmwareLocked,
            path={"device_id": device_id},
            json={"desired_firmware_version": None},
        )

    def remove(
        self, device_id: str, *, deny: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok | None:
        """Remove a device from a product.

        Takes the device out of the product. If it belongs to a customer, it is unclaimed as well.
        With `deny=True` a quarantined device is denied instead.

        Args:
            device_id: ID of the device.
            deny: `true` denies a quarantined device for good, instead of removing a device that
                has been approved. Default false.

        Examples:
            >>> product.devices.remove("0123456789abcdef01234567", deny=True)

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        return self._call(
            REMOVE_PRODUCT_DEVICE,
            options,
            Ok | None,
            path={"device_id": device_id},
            json={"deny": deny},
        )

    def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Deny a quarantined device.

        Denies a quarantined device the product's privileges for good.

        Args:
            device_id: ID of the device.

        Examples:
            >>> product.devices.deny("0123456789abcdef01234567")

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        return self._call(
            REMOVE_PRODUCT_DEVICE,
            options,
            Ok | None,
            path={"device_id": device_id},
            json={"deny": True},
        )

    def list(
        self,
        *,
        device_id: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        device_name: str | Unset = UNSET,
        serial_number: str | Unset = UNSET,
        sort_attr: DeviceSortAttribute | str | Unset = UNSET,
        sort_dir: SortDirection | str | Unset = UNSET,
        quarantined: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[ProductDeviceList, Device]:
        """List the devices of a product.

        The devices of a product, page by page, 25 on a page unless `per_page` says otherwise.
        Without `sortAttr` the device that connected last comes first. The filters for ID, name and
        serial number match in part.

        Args:
            device_id: Only devices whose ID contains this text.
            groups: Only devices that belong to these groups. Names in full; they travel as one
                value, separated by commas.
            device_name: Only devices whose name contains this text.
            serial_number: Only devices whose serial number contains this text.
            sort_attr: Attribute to sort by. Default the last connection, latest first.
            sort_dir: Whether to sort in ascending (`asc`) or descending (`desc`) order.
            quarantined: Whether quarantined devices are in the list.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> for device in product.devices.list():
            ...     print(device.name)

        Cloud API: listProductDevices, GET /v1/products/{productIdOrSlug}/devices. Permission of API
        users: devices:list.
        """
        return self._page(
            LIST_PRODUCT_DEVICES,
            options,
            ProductDeviceList,
            Device,
            query={
                "deviceId": device_id,
                "groups": comma("groups", several("groups", groups)),
                "deviceName": device_name,
                "serialNumber": serial_number,
                "sortAttr": sort_attr,
                "sortDir": sort_dir,
                "quarantined": quarantined,
                "page": page,
                "per_page": per_page,
            },
        )

    def batch_assign_groups(
        self,
        devices: Sequence[str],
        changes: DeviceGroupChanges | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Assign groups to several devices.

        Adds all the devices named to groups, takes them out of groups, or both. Memberships in
        other groups stay.

        Args:
            devices: IDs of the devices.
            changes: The groups to add and to take away.

        Examples:
            >>> product.devices.batch_assign_groups(["123", "456"], {"add": ["foo"]})

        Cloud API: assignProductDeviceGroups, PUT /v1/products/{productIdOrSlug}/devices. Permission
        of API users: devices:update.
        """
        return self._call(
            ASSIGN_PRODUCT_DEVICE_GROUPS,
            options,
            Ok,
            json={"devices": several("devices", devices), "metadata": changes, "action": "groups"},
        )

    def add(
        self,
        *,
        id: str | Unset = UNSET,
        ids: Sequence[str] | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        claim_user: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported:
        """Add devices to a product.

        Imports one device (`id`) or several (`ids`) into the product. The response tells for each
        what became of it.

        Args:
            id: ID of the one device to import.
            ids: IDs of the devices to import.
            import_sims: Whether to import the SIM card of each device into the product as well.
            claim_user: Username (email address) of a person in the product's team, for whom the
                devices are claimed.

        Examples:
            >>> product.devices.add(ids=["abc123"], claim_user="user@domain.com")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return self._call(
            IMPORT_PRODUCT_DEVICES,
            options,
            DevicesImported,
            json={
                "id": id,
                "ids": several("ids", ids),
                "import_sims": import_sims,
                "claim_user": claim_user,
            },
        )

    def import_file(
        self,
        file: FileInput,
        *,
        claim_user: str | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported:
        """Import a file of devices into a product.

        Imports all devices that a text file names, one identifier a line: device IDs, serial
        numbers, IMEIs or ICCIDs. The response tells for each what became of it.

        Args:
            file: Text file with one identifier a line: device IDs, serial numbers, IMEIs or
                ICCIDs.
            claim_user: Username (email address) of a person in the product's team, for whom the
                devices are claimed. With a file; with JSON it is a field of the body.
            import_sims: Whether to import the SIM card of each device into the product as well.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> product.devices.import_file("file.txt")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return self._call(
            IMPORT_PRODUCT_DEVICES_IMPORT_FILE,
            options,
            DevicesImported,
            query={"claim_user": claim_user},
            multipart=multipart(
                {"file": (file, "file")}, {"import_sims": import_sims}, progress, identifiers=True
            ),
        )

    def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported:
        """Approve a quarantined device.

        Takes a device out of quarantine. From then on it may do what the product's devices may:
        publish events, receive firmware and so on. The response may be empty.

        Args:
            device_id: ID of the quarantined device.

        Examples:
            >>> product.devices.approve("123abc")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return self._call(IMPORT_PRODUCT_DEVICES, options, DevicesImported, json={"id": device_id})

    def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Unclaim a device of a product.

        Takes the owner, a user or a customer, away from a product's device. The device stays in the
        product.

        Args:
            device_id: ID of the device.

        Examples:
            >>> product.devices.unclaim("0123456789abcdef01234567")

        Cloud API: unclaimProductDevice, DELETE
        /v1/products/{productIdOrSlug}/devices/{deviceId}/owner. Permission of API users:
        devices:release.
        """
        return self._call(UNCLAIM_PRODUCT_DEVICE, options, Ok, path={"device_id": device_id})

    def get_document(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceDocument:
        """Get a document of a device.

        One of the JSON documents that the cloud keeps for a device, such as `system`, which tells
        what runs on a device with Linux.

        Args:
            device_id: ID of the device.
            name: Name of the document.

        Examples:
            >>> product.devices.get_document("0123456789abcdef01234567", "system")

        Cloud API: getProductDeviceDocument, GET
        /v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}.
        """
        return self._call(
            GET_PRODUCT_DEVICE_DOCUMENT,
            options,
            DeviceDocument,
            path={"device_id": device_id, "name": name},
        )

    def patch_document(
        self,
        device_id: str,
        name: str,
        operations: Sequence[DeviceDocumentOperation | Mapping[str, Any]]
        | DeviceDocumentOperation
        | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> DeviceDocument:
        """Change a document of a device.

        Changes parts of a JSON document that the cloud keeps for a device, and leaves the rest as
        it is.

        Args:
            device_id: ID of the device.
            name: Name of the document.
            operations: What to change, one operation or several.

        Examples:
            >>> product.devices.patch_document(
            ...     "0123456789abcdef01234567",
            ...     "system",
            ...     {
            ...         "action": "remove",
            ...         "path": ["features", "applications", "desiredProperties", "apps"],
            ...         "predicate": {"name": "my-app"},
            ...     },
            ... )

        Cloud API: patchProductDeviceDocument, PATCH
        /v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}.
        """
        return self._call(
            PATCH_PRODUCT_DEVICE_DOCUMENT,
            options,
            DeviceDocument,
            path={"device_id": device_id, "name": name},
            json=several("operations", operations),
        )

    def set_target_profile(
        self, device_id: str, country: str, **options: Unpack[RequestOptions]
    ) -> EsimTargetSet:
        """Choose the eSIM profiles of a device.

        Chooses the profiles of a device's eSIM by the country where the device will be used. The
        cloud doesn't document its response; all fields that come are kept.

        Args:
            device_id: ID of the device.
            country: The country, as a two-letter code (ISO 3166-1 alpha-2).

        Examples:
            >>> product.devices.set_target_profile("0123456789abcdef01234567", "US")

        Cloud API: setProductDeviceTargetProfile, PUT
        /v1/products/{productIdOrSlug}/devices/{deviceId}/target_profile.
        """
        return self._call(
            SET_PRODUCT_DEVICE_TARGET_PROFILE,
            options,
            EsimTargetSet,
            path={"device_id": device_id},
            json={"country": country},
        )

    def create_registration_code(
        self, device_id: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> RegistrationCode:
        """Create a registration code.

        Creates a code with which a device that runs Linux, such as a Tachyon, registers itself in
        the product.

        Args:
            device_id: ID of the device to register. Default any device.

        Examples:
            >>> product.devices.create_registration_code()

        Cloud API: createProductRegistrationCode, POST
        /v1/products/{productIdOrSlug}/registration_code.
        """
        return self._call(
            CREATE_PRODUCT_REGISTRATION_CODE,
            options,
            RegistrationCode,
            json={"device_id": device_id},
        )


class OrgDevices(Resource):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.org(…).devices`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected:
        """End Device Protection.

        Ends the Device Protection of a device, in two steps. The first, `prepare`, asks the cloud
        for its part of the exchange; the second, `confirm`, proves with a signature of the device
        that the device is at hand. The values in between come from the device itself, over USB for
        example.

        Args:
            device_id: ID of the device.
            action: The step, `prepare` or `confirm`.
            device_nonce: Random number of the device for this exchange.
            server_nonce: Random number of the cloud for this exchange.
            device_signature: The device's signature.
            device_public_key_fingerprint: Fingerprint of the device's public key.

        Examples:
            >>> org.devices.unprotect("0123456789abcdef01234567", "prepare")

        Cloud API: unprotectDevice, PUT {scope}/devices/{deviceId}/unprotect.
        """
        return self._call(
            UNPROTECT_DEVICE,
            options,
            DeviceUnprotected,
            path={"device_id": device_id},
            json={
                "action": action,
                "device_nonce": device_nonce,
                "server_nonce": server_nonce,
                "device_signature": device_signature,
                "device_public_key_fingerprint": device_public_key_fingerprint,
            },
        )


class AsyncDevicesBase(AsyncResource):
    """What the devices of the account and a product have in common."""

    __slots__ = ()

    async def create_claim_code(
        self, *, iccid: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> ClaimCode:
        """Create a claim code.

        Creates a code that a device hands over to the cloud when it connects. The cloud then claims
        the device for whoever created the code. That is how a device is claimed during its setup,
        before its ID is known.

        In a product, the access token must belong to a customer of the product, and the device is
        claimed for that customer.

        Args:
            iccid: ICCID of the SIM card in the device, for an Electron.

        Examples:
            >>> await particle.devices.create_claim_code()

        Cloud API: createClaimCode, POST {scope}/device_claims.
        """
        return await self._call(CREATE_CLAIM_CODE, options, ClaimCode, json={"iccid": iccid})

    async def get(self, device_id: str, **options: Unpack[RequestOptions]) -> Device:
        """Get a device.

        All that the cloud knows about one device, with the variables and functions that it exposes.

        Your account reaches the devices that you claimed, and those of products that you can
        access, claimed or not. Through the product, the response holds the fields about the
        product's administration as well, such as `development`, `quarantined` and
        `targeted_firmware_release_version`.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.devices.get("0123456789abcdef01234567")

        Cloud API: getDevice, GET {scope}/devices/{deviceId}. Permission of API users: devices:get.
        """
        return await self._call(GET_DEVICE, options, Device, path={"device_id": device_id})

    async def ping(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicePing:
        """Ping a device.

        Asks the device itself whether it is there, and waits for its response. That is more current
        than the `online` of a device's attributes, which may be out of date for minutes.

        Args:
            device_id: ID of the device.

        Raises:
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.ping("0123456789abcdef01234567")

        Cloud API: pingDevice, PUT {scope}/devices/{deviceId}/ping. Permission of API users:
        devices:ping.
        """
        return await self._call(PING_DEVICE, options, DevicePing, path={"device_id": device_id})

    async def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected:
        """End Device Protection.

        Ends the Device Protection of a device, in two steps. The first, `prepare`, asks the cloud
        for its part of the exchange; the second, `confirm`, proves with a signature of the device
        that the device is at hand. The values in between come from the device itself, over USB for
        example.

        Args:
            device_id: ID of the device.
            action: The step, `prepare` or `confirm`.
            device_nonce: Random number of the device for this exchange.
            server_nonce: Random number of the cloud for this exchange.
            device_signature: The device's signature.
            device_public_key_fingerprint: Fingerprint of the device's public key.

        Examples:
            >>> await particle.devices.unprotect("0123456789abcdef01234567", "prepare")

        Cloud API: unprotectDevice, PUT {scope}/devices/{deviceId}/unprotect.
        """
        return await self._call(
            UNPROTECT_DEVICE,
            options,
            DeviceUnprotected,
            path={"device_id": device_id},
            json={
                "action": action,
                "device_nonce": device_nonce,
                "server_nonce": server_nonce,
                "device_signature": device_signature,
                "device_public_key_fingerprint": device_public_key_fingerprint,
            },
        )

    async def get_variable(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> VariableResult:
        """Read a variable.

        Asks the device for the present value of one of its variables. The device must be online.

        To watch a value, let the device publish events instead: reading the variables of many
        devices again and again soon hits the limit of requests.

        Args:
            device_id: ID of the device.
            name: Name of the variable, as the device exposes it: up to 64 characters, 12 with
                versions of Device OS before 0.8.0.

        Raises:
            UnknownVariableError: The device has no such variable.
            DeviceOfflineError: The device isn't connected to the cloud.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.get_variable("0123456789abcdef01234567", "temperature")

        Cloud API: getVariable, GET {scope}/devices/{deviceId}/{name}. Permission of API users:
        devices.variable:get.
        """
        return await self._call(
            GET_VARIABLE, options, VariableResult, path={"device_id": device_id, "name": name}
        )

    async def call_function(
        self,
        device_id: str,
        name: str,
        argument: str | float | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> FunctionResult:
        """Call a function.

        Calls a function that the device exposes, waits until it has run, and returns its number.
        The device must be online.

        Don't repeat the request blindly: the function may have run even when its response got lost.

        The client never repeats the call on its own.

        Args:
            device_id: ID of the device.
            name: Name of the function, as the device exposes it: up to 64 characters, 12 with
                versions of Device OS before 0.8.0.
            argument: The argument, one string whose form is up to the device; a number is sent
                as its text. It may have up to 63 characters with old versions of Device OS, 622
                bytes (as UTF-8) from 0.8.0 on, and from 3.0.0 on 1024 bytes, or 864 bytes on
                Photon, P1, Electron and E-Series.

        Raises:
            UnknownFunctionError: The device has no such function.
            FunctionFailedError: The device has the function, but it failed there.
            DeviceOfflineError: The device isn't connected to the cloud.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.call_function("0123456789abcdef01234567", "gong", "D0:HIGH")

        Cloud API: callFunction, POST {scope}/devices/{deviceId}/{name}. Permission of API users:
        devices.function:call.
        """
        return await self._call(
            CALL_FUNCTION,
            options,
            FunctionResult,
            path={"device_id": device_id, "name": name},
            json={"args": text("argument", argument)},
        )


class AsyncDevices(AsyncAccountDeviceMethods, AsyncDevicesBase):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.devices` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Device]:
        """List your devices.

        All devices that you can access, the one that connected last first. The list comes whole,
        without pages. Functions and variables are those that each device reported when it last
        connected.

        Examples:
            >>> async for device in particle.devices.list():
            ...     print(device.name)

        Cloud API: listDevices, GET /v1/devices.
        """
        return self._list(LIST_DEVICES, options, Device)

    async def claim(
        self, device_id: str, *, request_transfer: bool = False, **options: Unpack[RequestOptions]
    ) -> DeviceClaimed:
        """Claim a device.

        Claims a device that is new or has no owner, which makes it yours. A device that belongs to
        another account can be asked for with `request_transfer`; the response then holds the ID of
        the transfer.

        Args:
            device_id: ID of the device to claim.
            request_transfer: Whether to ask for the transfer of a device that belongs to
                another account. Default false.

        Examples:
            >>> await particle.devices.claim("0123456789abcdef01234567")

        Cloud API: claimDevice, POST /v1/devices.
        """
        return await self._call(
            CLAIM_DEVICE,
            options,
            DeviceClaimed,
            json={"id": device_id, "request_transfer": request_transfer},
        )

    async def provision(self, product_id: int, **options: Unpack[RequestOptions]) -> Device:
        """Provision a new device.

        Creates a new device in a product that allows its devices to provision themselves. The
        device gets an ID.

        Args:
            product_id: ID of the product that the new device is to belong to.

        Examples:
            >>> await particle.devices.provision(4567)

        Cloud API: claimDevice, POST /v1/devices.
        """
        return await self._call(CLAIM_DEVICE, options, Device, json={"product_id": product_id})

    async def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated:
        """Change attributes of a device.

        Changes name, notes and signal in one request. What isn't given stays as it is.

        Args:
            device_id: ID of the device.
            name: New name of the device.
            notes: New notes, which replace the present ones.
            signal: Whether the LED flashes in rainbow colours (`1`) or stops doing so (`0`).

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.update("0123456789abcdef01234567", name="phancy_photon")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={"name": name, "notes": notes, "signal": choice("signal", signal, "0", "1")},
        )

    async def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed:
        """Rename a device.

        Changes the name of the device.

        Args:
            device_id: ID of the device.
            name: The new name.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.rename("0123456789abcdef01234567", "phancy_photon")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceRenamed,
            path={"device_id": device_id},
            json={"name": name},
        )

    async def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled:
        """Make a device signal.

        Makes the device's LED flash in rainbow colours, so that it is found among others, or stops
        that. The device must be online.

        Args:
            device_id: ID of the device.
            signaling: `1` makes the device's LED flash in rainbow colours, `0` stops it. It
                travels as a string.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.signal("0123456789abcdef01234567", True)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceSignaled,
            path={"device_id": device_id},
            json={"signal": choice("signaling", signaling, "0", "1")},
        )

    async def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet:
        """Set the notes on a device.

        Replaces the text that people keep with the device.

        Args:
            device_id: ID of the device.
            notes: The text, which replaces the present notes.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.set_notes("0123456789abcdef01234567", "A fancy device note")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceNotesSet,
            path={"device_id": device_id},
            json={"notes": notes},
        )

    async def force_updates(
        self, device_id: str, forced: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceUpdatesForced:
        """Force updates onto a device.

        Makes the device take firmware updates even when its firmware has disabled them, or ends
        that.

        Args:
            device_id: ID of the device.
            forced: `true` makes the device take updates even though its firmware has disabled
                them, `false` ends that.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.force_updates("0123456789abcdef01234567", True)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdatesForced,
            path={"device_id": device_id},
            json={"firmware_updates_forced": forced},
        )

    async def change_product(
        self, device_id: str, product_id: int, **options: Unpack[RequestOptions]
    ) -> DeviceUpdated:
        """Move a device to another product.

        Makes the device one of another product.

        Args:
            device_id: ID of the device.
            product_id: ID of the product.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.change_product("0123456789abcdef01234567", 4567)

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={"product_id": product_id},
        )

    @deprecated("Flash Tinker to a device: the Cloud API has deprecated it")
    async def flash_tinker(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFlashed:
        """Flash Tinker to a device.

        Puts the ready-made application Tinker onto the device. The official SDK has given this up:
        flash a binary of Tinker instead.

        Args:
            device_id: ID of the device.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await particle.devices.flash_tinker("0123456789abcdef01234567")

        Cloud API: updateDevice, PUT /v1/devices/{deviceId}. Permission of API users:
        devices:update.
        """
        return await self._call(
            UPDATE_DEVICE_FLASH_TINKER,
            options,
            DeviceFlashed,
            path={"device_id": device_id},
            json={"app": "tinker"},
        )

    async def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Unclaim a device.

        Releases the device: it has no owner any more, and anyone may claim it.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.devices.unclaim("0123456789abcdef01234567")

        Cloud API: unclaimDevice, DELETE /v1/devices/{deviceId}. Permission of API users:
        devices:release.
        """
        return await self._call(UNCLAIM_DEVICE, options, Ok, path={"device_id": device_id})

    @overload
    async def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    async def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...

    def download_manufacturing_backup(
        self,
        device_id: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
        """Download the manufacturing backup of a device.

        The backup of the files that a Tachyon was manufactured with, as one file.

        Args:
            device_id: ID of the device.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> await particle.devices.download_manufacturing_backup(
            ...     "0123456789abcdef01234567", to="download_manufacturing_backup.bin"
            ... )

        Cloud API: downloadManufacturingBackup, PUT /v1/devices/{deviceId}/backup_files.
        """
        return self._download(
            DOWNLOAD_MANUFACTURING_BACKUP,
            options,
            to,
            stream,
            progress,
            path={"device_id": device_id},
        )


class AsyncProductDevices(AsyncDeviceMethods, AsyncDevicesBase):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.product(…).devices` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    async def update(
        self,
        device_id: str,
        *,
        name: str | Unset = UNSET,
        notes: str | Unset = UNSET,
        signal: bool | Unset = UNSET,
        development: bool | Unset = UNSET,
        desired_firmware_version: int | Unset | None = UNSET,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUpdated:
        """Change attributes of a device.

        Changes several attributes in one request. What isn't given stays as it is.

        Args:
            device_id: ID of the device.
            name: New name of the device.
            notes: New notes, which replace the present ones.
            signal: Whether the LED flashes in rainbow colours (`1`) or stops doing so (`0`).
            development: Whether the device is a development device, which gets no product
                firmware by itself.
            desired_firmware_version: Version of the product firmware to lock the device to;
                null to unlock it.
            flash: Whether to send the desired firmware at once, which works only while the
                device is online. Default false.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.update("0123456789abcdef01234567", name="phancy_photon")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE_UPDATE,
            options,
            DeviceUpdated,
            path={"device_id": device_id},
            json={
                "name": name,
                "notes": notes,
                "signal": choice("signal", signal, "0", "1"),
                "development": development,
                "desired_firmware_version": desired_firmware_version,
                "flash": flash,
            },
        )

    async def rename(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceRenamed:
        """Rename a device.

        Changes the name of the device.

        Args:
            device_id: ID of the device.
            name: The new name.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.rename("0123456789abcdef01234567", "phancy_photon")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceRenamed,
            path={"device_id": device_id},
            json={"name": name},
        )

    async def signal(
        self, device_id: str, signaling: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceSignaled:
        """Make a device signal.

        Makes the device's LED flash in rainbow colours, so that it is found among others, or stops
        that. The device must be online.

        Args:
            device_id: ID of the device.
            signaling: `1` makes the device's LED flash in rainbow colours, `0` stops it. It
                travels as a string.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.signal("0123456789abcdef01234567", True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceSignaled,
            path={"device_id": device_id},
            json={"signal": choice("signaling", signaling, "0", "1")},
        )

    async def set_notes(
        self, device_id: str, notes: str, **options: Unpack[RequestOptions]
    ) -> DeviceNotesSet:
        """Set the notes on a device.

        Replaces the text that people keep with the device.

        Args:
            device_id: ID of the device.
            notes: The text, which replaces the present notes.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.set_notes("0123456789abcdef01234567", "A fancy device note")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceNotesSet,
            path={"device_id": device_id},
            json={"notes": notes},
        )

    async def set_groups(
        self, device_id: str, groups: Sequence[str], **options: Unpack[RequestOptions]
    ) -> DeviceGroupsSet:
        """Set the groups of a device.

        Puts the device into exactly these groups: it leaves all others. Groups that don't exist yet
        are created. To add or remove single groups, or to change several devices at once, use
        `batch_assign_groups`.

        Args:
            device_id: ID of the device.
            groups: Names of the groups. They replace all present memberships; groups that don't
                exist yet are created.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.set_groups("0123456789abcdef01234567", ["testing"])

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceGroupsSet,
            path={"device_id": device_id},
            json={"groups": several("groups", groups)},
        )

    async def mark_as_development(
        self, device_id: str, development: bool = True, **options: Unpack[RequestOptions]
    ) -> DeviceDevelopmentMarked:
        """Mark a device as a development device.

        Takes the device out of automatic updates of the product's firmware, both locked and
        released, so that firmware under development stays on it; or, with `development=False`, lets
        updates come again.

        Args:
            device_id: ID of the device.
            development: `true` keeps automatic firmware updates away from the device, both
                locked and released ones; `false` lets them come again.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.mark_as_development("0123456789abcdef01234567", True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceDevelopmentMarked,
            path={"device_id": device_id},
            json={"development": development},
        )

    async def lock_firmware(
        self,
        device_id: str,
        version: int,
        *,
        flash: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceFirmwareLocked:
        """Lock a device to a firmware version.

        Locks the device to one version of the product's firmware, whatever is released to the
        fleet. The device downloads and runs it the next time it connects, or at once with
        `flash=True` while it is online.

        Args:
            device_id: ID of the device.
            version: Version of the product firmware.
            flash: Whether to send the firmware at once, which works only while the device is
                online. Otherwise the device gets it the next time it connects. Default false.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.lock_firmware("0123456789abcdef01234567", 1, flash=True)

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE_LOCK_FIRMWARE,
            options,
            DeviceFirmwareLocked,
            path={"device_id": device_id},
            json={"desired_firmware_version": version, "flash": flash},
        )

    async def unlock_firmware(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceFirmwareLocked:
        """Unlock a device from its firmware version.

        Ends the lock to a version of the product's firmware, so that the device gets released
        firmware again.

        Args:
            device_id: ID of the device.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            DeviceTimeoutError: The device didn't answer the cloud in time.

        Examples:
            >>> await product.devices.unlock_firmware("0123456789abcdef01234567")

        Cloud API: updateProductDevice, PUT /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:update.
        """
        return await self._call(
            UPDATE_PRODUCT_DEVICE,
            options,
            DeviceFirmwareLocked,
            path={"device_id": device_id},
            json={"desired_firmware_version": None},
        )

    async def remove(
        self, device_id: str, *, deny: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok | None:
        """Remove a device from a product.

        Takes the device out of the product. If it belongs to a customer, it is unclaimed as well.
        With `deny=True` a quarantined device is denied instead.

        Args:
            device_id: ID of the device.
            deny: `true` denies a quarantined device for good, instead of removing a device that
                has been approved. Default false.

        Examples:
            >>> await product.devices.remove("0123456789abcdef01234567", deny=True)

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        return await self._call(
            REMOVE_PRODUCT_DEVICE,
            options,
            Ok | None,
            path={"device_id": device_id},
            json={"deny": deny},
        )

    async def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Deny a quarantined device.

        Denies a quarantined device the product's privileges for good.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await product.devices.deny("0123456789abcdef01234567")

        Cloud API: removeProductDevice, DELETE /v1/products/{productIdOrSlug}/devices/{deviceId}.
        Permission of API users: devices:remove.
        """
        return await self._call(
            REMOVE_PRODUCT_DEVICE,
            options,
            Ok | None,
            path={"device_id": device_id},
            json={"deny": True},
        )

    def list(
        self,
        *,
        device_id: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        device_name: str | Unset = UNSET,
        serial_number: str | Unset = UNSET,
        sort_attr: DeviceSortAttribute | str | Unset = UNSET,
        sort_dir: SortDirection | str | Unset = UNSET,
        quarantined: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[ProductDeviceList, Device]:
        """List the devices of a product.

        The devices of a product, page by page, 25 on a page unless `per_page` says otherwise.
        Without `sortAttr` the device that connected last comes first. The filters for ID, name and
        serial number match in part.

        Args:
            device_id: Only devices whose ID contains this text.
            groups: Only devices that belong to these groups. Names in full; they travel as one
                value, separated by commas.
            device_name: Only devices whose name contains this text.
            serial_number: Only devices whose serial number contains this text.
            sort_attr: Attribute to sort by. Default the last connection, latest first.
            sort_dir: Whether to sort in ascending (`asc`) or descending (`desc`) order.
            quarantined: Whether quarantined devices are in the list.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> async for device in product.devices.list():
            ...     print(device.name)

        Cloud API: listProductDevices, GET /v1/products/{productIdOrSlug}/devices. Permission of API
        users: devices:list.
        """
        return self._page(
            LIST_PRODUCT_DEVICES,
            options,
            ProductDeviceList,
            Device,
            query={
                "deviceId": device_id,
                "groups": comma("groups", several("groups", groups)),
                "deviceName": device_name,
                "serialNumber": serial_number,
                "sortAttr": sort_attr,
                "sortDir": sort_dir,
                "quarantined": quarantined,
                "page": page,
                "per_page": per_page,
            },
        )

    async def batch_assign_groups(
        self,
        devices: Sequence[str],
        changes: DeviceGroupChanges | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Assign groups to several devices.

        Adds all the devices named to groups, takes them out of groups, or both. Memberships in
        other groups stay.

        Args:
            devices: IDs of the devices.
            changes: The groups to add and to take away.

        Examples:
            >>> await product.devices.batch_assign_groups(["123", "456"], {"add": ["foo"]})

        Cloud API: assignProductDeviceGroups, PUT /v1/products/{productIdOrSlug}/devices. Permission
        of API users: devices:update.
        """
        return await self._call(
            ASSIGN_PRODUCT_DEVICE_GROUPS,
            options,
            Ok,
            json={"devices": several("devices", devices), "metadata": changes, "action": "groups"},
        )

    async def add(
        self,
        *,
        id: str | Unset = UNSET,
        ids: Sequence[str] | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        claim_user: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported:
        """Add devices to a product.

        Imports one device (`id`) or several (`ids`) into the product. The response tells for each
        what became of it.

        Args:
            id: ID of the one device to import.
            ids: IDs of the devices to import.
            import_sims: Whether to import the SIM card of each device into the product as well.
            claim_user: Username (email address) of a person in the product's team, for whom the
                devices are claimed.

        Examples:
            >>> await product.devices.add(ids=["abc123"], claim_user="user@domain.com")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return await self._call(
            IMPORT_PRODUCT_DEVICES,
            options,
            DevicesImported,
            json={
                "id": id,
                "ids": several("ids", ids),
                "import_sims": import_sims,
                "claim_user": claim_user,
            },
        )

    async def import_file(
        self,
        file: AsyncFileInput,
        *,
        claim_user: str | Unset = UNSET,
        import_sims: bool | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> DevicesImported:
        """Import a file of devices into a product.

        Imports all devices that a text file names, one identifier a line: device IDs, serial
        numbers, IMEIs or ICCIDs. The response tells for each what became of it.

        Args:
            file: Text file with one identifier a line: device IDs, serial numbers, IMEIs or
                ICCIDs.
            claim_user: Username (email address) of a person in the product's team, for whom the
                devices are claimed. With a file; with JSON it is a field of the body.
            import_sims: Whether to import the SIM card of each device into the product as well.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> await product.devices.import_file("file.txt")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return await self._call(
            IMPORT_PRODUCT_DEVICES_IMPORT_FILE,
            options,
            DevicesImported,
            query={"claim_user": claim_user},
            multipart=multipart(
                {"file": (file, "file")}, {"import_sims": import_sims}, progress, identifiers=True
            ),
        )

    async def approve(self, device_id: str, **options: Unpack[RequestOptions]) -> DevicesImported:
        """Approve a quarantined device.

        Takes a device out of quarantine. From then on it may do what the product's devices may:
        publish events, receive firmware and so on. The response may be empty.

        Args:
            device_id: ID of the quarantined device.

        Examples:
            >>> await product.devices.approve("123abc")

        Cloud API: importProductDevices, POST /v1/products/{productIdOrSlug}/devices. Permission of
        API users: devices:import.
        """
        return await self._call(
            IMPORT_PRODUCT_DEVICES, options, DevicesImported, json={"id": device_id}
        )

    async def unclaim(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Unclaim a device of a product.

        Takes the owner, a user or a customer, away from a product's device. The device stays in the
        product.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await product.devices.unclaim("0123456789abcdef01234567")

        Cloud API: unclaimProductDevice, DELETE
        /v1/products/{productIdOrSlug}/devices/{deviceId}/owner. Permission of API users:
        devices:release.
        """
        return await self._call(UNCLAIM_PRODUCT_DEVICE, options, Ok, path={"device_id": device_id})

    async def get_document(
        self, device_id: str, name: str, **options: Unpack[RequestOptions]
    ) -> DeviceDocument:
        """Get a document of a device.

        One of the JSON documents that the cloud keeps for a device, such as `system`, which tells
        what runs on a device with Linux.

        Args:
            device_id: ID of the device.
            name: Name of the document.

        Examples:
            >>> await product.devices.get_document("0123456789abcdef01234567", "system")

        Cloud API: getProductDeviceDocument, GET
        /v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}.
        """
        return await self._call(
            GET_PRODUCT_DEVICE_DOCUMENT,
            options,
            DeviceDocument,
            path={"device_id": device_id, "name": name},
        )

    async def patch_document(
        self,
        device_id: str,
        name: str,
        operations: Sequence[DeviceDocumentOperation | Mapping[str, Any]]
        | DeviceDocumentOperation
        | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> DeviceDocument:
        """Change a document of a device.

        Changes parts of a JSON document that the cloud keeps for a device, and leaves the rest as
        it is.

        Args:
            device_id: ID of the device.
            name: Name of the document.
            operations: What to change, one operation or several.

        Examples:
            >>> await product.devices.patch_document(
            ...     "0123456789abcdef01234567",
            ...     "system",
            ...     {
            ...         "action": "remove",
            ...         "path": ["features", "applications", "desiredProperties", "apps"],
            ...         "predicate": {"name": "my-app"},
            ...     },
            ... )

        Cloud API: patchProductDeviceDocument, PATCH
        /v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}.
        """
        return await self._call(
            PATCH_PRODUCT_DEVICE_DOCUMENT,
            options,
            DeviceDocument,
            path={"device_id": device_id, "name": name},
            json=several("operations", operations),
        )

    async def set_target_profile(
        self, device_id: str, country: str, **options: Unpack[RequestOptions]
    ) -> EsimTargetSet:
        """Choose the eSIM profiles of a device.

        Chooses the profiles of a device's eSIM by the country where the device will be used. The
        cloud doesn't document its response; all fields that come are kept.

        Args:
            device_id: ID of the device.
            country: The country, as a two-letter code (ISO 3166-1 alpha-2).

        Examples:
            >>> await product.devices.set_target_profile("0123456789abcdef01234567", "US")

        Cloud API: setProductDeviceTargetProfile, PUT
        /v1/products/{productIdOrSlug}/devices/{deviceId}/target_profile.
        """
        return await self._call(
            SET_PRODUCT_DEVICE_TARGET_PROFILE,
            options,
            EsimTargetSet,
            path={"device_id": device_id},
            json={"country": country},
        )

    async def create_registration_code(
        self, device_id: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> RegistrationCode:
        """Create a registration code.

        Creates a code with which a device that runs Linux, such as a Tachyon, registers itself in
        the product.

        Args:
            device_id: ID of the device to register. Default any device.

        Examples:
            >>> await product.devices.create_registration_code()

        Cloud API: createProductRegistrationCode, POST
        /v1/products/{productIdOrSlug}/registration_code.
        """
        return await self._call(
            CREATE_PRODUCT_REGISTRATION_CODE,
            options,
            RegistrationCode,
            json={"device_id": device_id},
        )


class AsyncOrgDevices(AsyncResource):
    """Devices, one by one or as a list: claiming and naming them, reading their variables, calling
    their functions, sending them firmware, and administering those that belong to a product.

    Reached as `particle.org(…).devices` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    async def unprotect(
        self,
        device_id: str,
        action: UnprotectAction | str,
        *,
        device_nonce: str | Unset = UNSET,
        server_nonce: str | Unset = UNSET,
        device_signature: str | Unset = UNSET,
        device_public_key_fingerprint: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceUnprotected:
        """End Device Protection.

        Ends the Device Protection of a device, in two steps. The first, `prepare`, asks the cloud
        for its part of the exchange; the second, `confirm`, proves with a signature of the device
        that the device is at hand. The values in between come from the device itself, over USB for
        example.

        Args:
            device_id: ID of the device.
            action: The step, `prepare` or `confirm`.
            device_nonce: Random number of the device for this exchange.
            server_nonce: Random number of the cloud for this exchange.
            device_signature: The device's signature.
            device_public_key_fingerprint: Fingerprint of the device's public key.

        Examples:
            >>> await org.devices.unprotect("0123456789abcdef01234567", "prepare")

        Cloud API: unprotectDevice, PUT {scope}/devices/{deviceId}/unprotect.
        """
        return await self._call(
            UNPROTECT_DEVICE,
            options,
            DeviceUnprotected,
            path={"device_id": device_id},
            json={
                "action": action,
                "device_nonce": device_nonce,
                "server_nonce": server_nonce,
                "device_signature": device_signature,
                "device_public_key_fingerprint": device_public_key_fingerprint,
            },
        )

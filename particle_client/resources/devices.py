"""Sending firmware to a device, and the key of a new one: what is written by hand of `devices`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVarTuple, Unpack

from ..models.common import Ok
from ..models.devices import DeviceFlashed
from ..parsing import raise_compile_error
from ..paths import path_segment
from .base import UNSET, AsyncResource, Resource, Unset

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..operation import Operation, RequestOptions
    from ..uploads.inputs import AsyncSourceFiles, SourceFiles
    from ..uploads.multipart import MultipartBody, Progress

__all__ = [
    "AccountDeviceMethods",
    "AsyncAccountDeviceMethods",
    "AsyncDeviceMethods",
    "DeviceMethods",
]

Arguments = TypeVarTuple("Arguments")


class DeviceMethods(Resource):
    """What the devices of an account and of a product have in common."""

    __slots__ = ()

    def flash(
        self,
        device_id: str,
        files: SourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed:
        """Update the firmware of a device over the air.

        With source code the cloud compiles it first; a binary (`.bin`) or a bundle (`.zip`) is sent
        to the device as it is. The answer tells that the update started; the device's
        `spark/flash/status` events tell how it went on. The device must be online.

        Args:
            device_id: ID of the device.
            files: A path, a project folder, a list of paths, or a mapping of file name to path,
                bytes or file object.
            target_version: Version of Device OS to compile against; the latest by default.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            CompileError: The source code doesn't compile.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: updateDevice, PUT {scope}/devices/{deviceId}.
        """
        path = f"/devices/{path_segment('device_id', device_id)}"
        body = source_body(files, target_version, progress)
        operation = flash_operation()
        response = self._client._send(operation, self._scope + path, options, multipart=body)
        raise_compile_error(response)
        return self._parse(response, DeviceFlashed)


class AsyncDeviceMethods(AsyncResource):
    """What the devices of an account and of a product have in common."""

    __slots__ = ()

    async def flash(
        self,
        device_id: str,
        files: AsyncSourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed:
        """Update the firmware of a device over the air.

        With source code the cloud compiles it first; a binary (`.bin`) or a bundle (`.zip`) is sent
        to the device as it is. The answer tells that the update started; the device's
        `spark/flash/status` events tell how it went on. The device must be online.

        Args:
            device_id: ID of the device.
            files: A path, a project folder, a list of paths, or a mapping of file name to path,
                bytes or file object (async ones too).
            target_version: Version of Device OS to compile against; the latest by default.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            CompileError: The source code doesn't compile.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: updateDevice, PUT {scope}/devices/{deviceId}.
        """
        path = f"/devices/{path_segment('device_id', device_id)}"
        body = await in_thread(source_body, files, target_version, progress)
        operation = flash_operation()
        response = await self._client._send(operation, self._scope + path, options, multipart=body)
        raise_compile_error(response)
        return self._parse(response, DeviceFlashed)


class AccountDeviceMethods(DeviceMethods):
    """What only the account's devices have."""

    __slots__ = ()

    def send_public_key(
        self,
        device_id: str,
        key: str | bytes,
        *,
        algorithm: str = "rsa",
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Give the cloud the public key that a device proves its identity with.

        Args:
            device_id: ID of the device.
            key: The public key, usually in PEM form.
            algorithm: `rsa`, or `ecc` for devices that speak UDP.

        Cloud API: sendPublicKey, POST /v1/provisioning/{deviceId}.
        """
        from ..api.devices import SEND_PUBLIC_KEY

        path = f"/provisioning/{path_segment('device_id', device_id)}"
        body = _public_key_body(device_id, key, algorithm)
        return self._model(SEND_PUBLIC_KEY, Ok, path, options, json=body)


class AsyncAccountDeviceMethods(AsyncDeviceMethods):
    """What only the account's devices have."""

    __slots__ = ()

    async def send_public_key(
        self,
        device_id: str,
        key: str | bytes,
        *,
        algorithm: str = "rsa",
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Give the cloud the public key that a device proves its identity with.

        Args:
            device_id: ID of the device.
            key: The public key, usually in PEM form.
            algorithm: `rsa`, or `ecc` for devices that speak UDP.

        Cloud API: sendPublicKey, POST /v1/provisioning/{deviceId}.
        """
        from ..api.devices import SEND_PUBLIC_KEY

        path = f"/provisioning/{path_segment('device_id', device_id)}"
        body = _public_key_body(device_id, key, algorithm)
        return await self._model(SEND_PUBLIC_KEY, Ok, path, options, json=body)


async def in_thread(
    make: Callable[[*Arguments], MultipartBody], *args: *Arguments
) -> MultipartBody:
    """Look for files where that doesn't hold up an event loop."""
    from anyio.to_thread import run_sync

    return await run_sync(make, *args)


def source_body(
    files: AsyncSourceFiles,
    target_version: str | Unset,
    progress: Progress | None,
    fields: Sequence[tuple[str, str]] = (),
) -> MultipartBody:
    """Give the body that carries source code or a binary, as flashing and compiling take it."""
    from ..uploads import MultipartBody, collect_sources, number_parts

    version = (
        ("latest", "true")
        if isinstance(target_version, Unset)
        else ("build_target_version", target_version)
    )
    parts = number_parts(collect_sources(files))
    return MultipartBody([*fields, version], parts, progress=progress)


def flash_operation() -> Operation:
    """Give the operation for flashing: the same path as an update, but it takes longer."""
    from ..operation import Operation

    return Operation(
        "updateDevice", "PUT", "{scope}/devices/{deviceId}", idempotent=False, timeout=120.0
    )


def _public_key_body(device_id: str, key: str | bytes, algorithm: str) -> dict[str, Any]:
    return {
        "deviceID": device_id,
        "publicKey": key if isinstance(key, str) else key.decode("ascii"),
        "filename": "particle-api",
        "order": f"manual_{int(time.time() * 1000)}",
        "algorithm": algorithm,
    }

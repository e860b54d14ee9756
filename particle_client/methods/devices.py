# Generated from async_devices.py by `make generate`. Do not edit.
"""Sending firmware to a device, and the key of a new one: what is written by hand of `devices`."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Literal, Unpack, cast, overload

from .. import firmware
from ..base.checks import check_bool, check_more_than_0
from ..base.errors import StreamTimeoutError
from ..base.files import Progress, SourceFiles
from ..base.secrets import hide_options
from ..base.unset import UNSET, Unset
from ..calls.operation import path_segment
from ..calls.options import RequestOptions
from ..calls.parsing import parse
from ..calls.waiting import in_thread
from ..firmware.errors import compile_errors, raise_compile_error
from ..models.common import Ok
from ..models.devices import DeviceFlashed
from ..operations.devices import SEND_PUBLIC_KEY, UPDATE_DEVICE_FLASH, UPDATE_PRODUCT_DEVICE_FLASH
from .arguments import program
from .resource import Resource

if TYPE_CHECKING:
    from ..events.stream import EventStream
    from ..firmware.flashing import FlashWatch
    from .stream_options import EventStreamOptions


class DeviceMethods(Resource):
    """What the devices of an account and of a product have in common."""

    __slots__ = ()

    @overload
    def flash(
        self,
        device_id: str,
        files: SourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        wait: Literal[False] = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: SourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        wait: Literal[True],
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> firmware.flashing.FlashResult: ...
    @overload
    def flash(
        self,
        device_id: str,
        files: SourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        wait: bool,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | firmware.flashing.FlashResult: ...
    def flash(
        self,
        device_id: str,
        files: SourceFiles,
        *,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        wait: bool = False,
        wait_timeout: float = 300.0,
        **options: Unpack[RequestOptions],
    ) -> DeviceFlashed | firmware.flashing.FlashResult:
        """Update the firmware of a device over the air.

        With source code the cloud compiles it first; a binary (`.bin`) or a bundle (`.zip`) is sent
        to the device as it is. The response tells that the update started. With `wait=True`, the
        device's events are followed until it is online again with the new firmware. The device
        must be online.

        Args:
            device_id: ID of the device.
            files: A path, a project folder, a list of paths, or a mapping of file name to path,
                bytes or file object.
            target_version: Version of Device OS to compile against; the latest by default.
            progress: Called with the bytes sent and the bytes in all.
            wait: Whether to wait until the device runs the firmware.
            wait_timeout: Seconds to wait at most, from the cloud's response on; and before, for the
                event stream to open.

        Returns:
            The response; with `wait=True` a `FlashResult`, which has it as `response`.

        Raises:
            CompileError: The source code doesn't compile.
            FlashError: The device didn't take the firmware (only with `wait=True`).
            FlashTimeoutError: The device hasn't come back in time; `phase` tells how far it got.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: updateDevice, PUT {scope}/devices/{deviceId}.
        """
        hide_options(options)
        check_bool("wait", wait)
        check_more_than_0("wait_timeout", "seconds", wait_timeout)
        path = f"/devices/{path_segment('device_id', device_id)}"
        body = in_thread(program, files, target_version, progress, True)
        operation = UPDATE_DEVICE_FLASH if self._scope == "/v1" else UPDATE_PRODUCT_DEVICE_FLASH

        def send() -> DeviceFlashed:
            with compile_errors():
                response = self._client._send(
                    operation, self._scope + path, options, multipart=body
                )
                raise_compile_error(response)
            return parse(response, DeviceFlashed, self._client._strict)

        if not wait:
            return send()
        from ..firmware.flashing import FlashWatch  # event streams take their time to load
        from .events import open_stream

        watch = FlashWatch(device_id, wait_timeout)
        # First listen, then flash: so no event is missed.
        shared = {k: v for k, v in options.items() if k in ("headers", "access_token")}
        stream = open_stream(self, "spark/", device_id, cast("EventStreamOptions", shared))
        try:
            stream.connect(wait_timeout)
            watch.accepted(send())
            follow(watch, stream)
        except StreamTimeoutError as error:
            watch.on_timeout(error)
        finally:
            stream.close()
        return watch.result()


def follow(watch: FlashWatch, stream: EventStream) -> None:
    """Wait for the device's events until a flash has succeeded; raise FlashError if it hasn't."""
    while not watch.finished:
        try:
            stream.wait_for(timeout=watch.remaining, where=watch.take)
        except StreamTimeoutError as error:
            watch.on_timeout(error)


class AccountDeviceMethods(DeviceMethods):
    """What only the account's devices have."""

    __slots__ = ()

    def send_public_key(
        self,
        device_id: str,
        key: str | bytes,
        *,
        algorithm: str = "rsa",
        product_id: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Send the cloud the public key that a device proves its identity with.

        Args:
            device_id: ID of the device.
            key: The public key, usually in PEM form.
            algorithm: `rsa`, or `ecc` for devices that speak UDP.
            product_id: ID of the product that the device belongs to.

        Cloud API: sendPublicKey, POST /v1/provisioning/{deviceId}.
        """
        body = {
            "deviceID": device_id,
            "publicKey": key if isinstance(key, str) else key.decode("ascii"),
            "filename": "particle-api",
            "order": f"manual_{int(time.time() * 1000)}",
            "algorithm": algorithm,
            "product_id": product_id,
        }
        return self._call(SEND_PUBLIC_KEY, options, Ok, path={"device_id": device_id}, json=body)

"""Compiling source code in the cloud: what is written by hand of `firmware`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ..models.firmware import CompiledFirmware
from ..operation import text_pairs
from ..parsing import raise_compile_error
from .base import UNSET, AsyncResource, Resource, Unset
from .devices import in_thread, source_body

if TYPE_CHECKING:
    from ..operation import RequestOptions
    from ..uploads.inputs import AsyncSourceFiles, SourceFiles
    from ..uploads.multipart import MultipartBody, Progress

__all__ = ["AsyncFirmwareMethods", "FirmwareMethods"]


class FirmwareMethods(Resource):
    """Compiling."""

    __slots__ = ()

    def compile(
        self,
        files: SourceFiles,
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware:
        """Compile source code into a binary for one type of device.

        Args:
            files: A project folder, a path, a list of paths, or a mapping of file name to path,
                bytes or file object.
            platform_id: Type of device, for example 6 for Photon, 13 for Boron.
            product_id: Product to compile for.
            target_version: Version of Device OS to compile against; the latest by default.
            progress: Called with the bytes sent and the bytes in all.

        Returns:
            The binary's id, for `download`, and its sizes.

        Raises:
            CompileError: The source code doesn't compile.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: compileFirmware, POST /v1/binaries.
        """
        from ..api.firmware import COMPILE_FIRMWARE

        body = _body(files, target_version, progress, platform_id, product_id)
        path = f"{self._scope}/binaries"
        response = self._client._send(COMPILE_FIRMWARE, path, options, multipart=body)
        raise_compile_error(response)
        return self._parse(response, CompiledFirmware)


class AsyncFirmwareMethods(AsyncResource):
    """Compiling."""

    __slots__ = ()

    async def compile(
        self,
        files: AsyncSourceFiles,
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware:
        """Compile source code into a binary for one type of device.

        Args:
            files: A project folder, a path, a list of paths, or a mapping of file name to path,
                bytes or file object (async ones too).
            platform_id: Type of device, for example 6 for Photon, 13 for Boron.
            product_id: Product to compile for.
            target_version: Version of Device OS to compile against; the latest by default.
            progress: Called with the bytes sent and the bytes in all.

        Returns:
            The binary's id, for `download`, and its sizes.

        Raises:
            CompileError: The source code doesn't compile.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: compileFirmware, POST /v1/binaries.
        """
        from ..api.firmware import COMPILE_FIRMWARE

        body = await in_thread(_body, files, target_version, progress, platform_id, product_id)
        path = f"{self._scope}/binaries"
        response = await self._client._send(COMPILE_FIRMWARE, path, options, multipart=body)
        raise_compile_error(response)
        return self._parse(response, CompiledFirmware)


def _body(
    files: AsyncSourceFiles,
    target_version: str | Unset,
    progress: Progress | None,
    platform_id: int | Unset,
    product_id: int | str | Unset,
) -> MultipartBody:
    fields = text_pairs({"platform_id": platform_id, "product_id": product_id})
    return source_body(files, target_version, progress, fields)

"""Compiling source code in the cloud: what is written by hand of `firmware`."""

from __future__ import annotations

from typing import Unpack

from ..base.errors import ParticleError
from ..base.files import AsyncSourceFiles, Progress, TargetPath
from ..base.secrets import hide_options
from ..base.unset import UNSET, Unset
from ..calls.async_waiting import in_thread
from ..calls.options import RequestOptions
from ..calls.parsing import parse
from ..firmware.errors import compile_errors, raise_compile_error
from ..models.firmware import CompiledFirmware
from ..operations.firmware import COMPILE_FIRMWARE, DOWNLOAD_FIRMWARE
from .arguments import program
from .async_resource import AsyncResource


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
            The binary's id, for `download`, and its sizes: `size.flash` and `size.ram`.

        Raises:
            CompileError: The source code doesn't compile; `messages` says where and why.
            ValueError, FileNotFoundError: The files can't be sent; nothing was.

        Cloud API: compileFirmware, POST /v1/binaries.
        """
        fields = {"platform_id": platform_id, "product_id": product_id}
        body = await in_thread(program, files, target_version, progress, False, fields)
        path = f"{self._scope}/binaries"
        with compile_errors():
            response = await self._client._send(COMPILE_FIRMWARE, path, options, multipart=body)
            raise_compile_error(response)
        return parse(response, CompiledFirmware, self._client._strict)

    async def compile_to(
        self,
        path: TargetPath,
        files: AsyncSourceFiles,
        *,
        platform_id: int | Unset = UNSET,
        product_id: int | str | Unset = UNSET,
        target_version: str | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> CompiledFirmware:
        """Compile source code and save the binary: `compile` and `download` in one.

        Args:
            path: Where to save the binary. It appears there when it is complete; a file that is
                there already is replaced then.
            files, platform_id, product_id, target_version: As for `compile`.
            progress: Called with the bytes done and the bytes in all, first of the upload, then,
                again from 0, of the download.

        Returns:
            The binary's id and its sizes.

        Raises:
            CompileError: The source code doesn't compile.
            DownloadError: What came isn't the whole binary.
            ValueError, FileNotFoundError, IsADirectoryError: The files can't be sent, or nothing
                can be saved at the path; nothing was sent.

        Cloud API: compileFirmware, POST /v1/binaries, and downloadFirmware,
        GET /v1/binaries/{binaryId}.
        """
        from ..downloads.targets import Target  # not everybody downloads

        hide_options(options)
        target = Target(path)
        await in_thread(target.check)  # before anything is compiled
        compiled = await self.compile(
            files,
            platform_id=platform_id,
            product_id=product_id,
            target_version=target_version,
            progress=progress,
            **options,
        )
        binary = {"binary_id": compiled.binary_id}
        try:
            DOWNLOAD_FIRMWARE.fill_path(self._scope, binary)
        except (TypeError, ValueError) as error:
            raise ParticleError(f"The response names no binary to download: {error}") from None
        await self._download(DOWNLOAD_FIRMWARE, options, target.final, False, progress, path=binary)
        return compiled

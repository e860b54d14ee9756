# Generated from openapi/ by `make generate`. Do not edit.
"""Firmware: compiling source code in the cloud, and the versions of a product's firmware with their
release to the fleet.
"""

from __future__ import annotations

import builtins
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any, Literal, Unpack, overload

from ..base.files import AsyncFileInput, FileInput, Progress, TargetPath
from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncListing
from ..calls.options import RequestOptions
from ..downloads import AsyncDownload, Download
from ..methods.arguments import multipart, require_one
from ..methods.async_firmware import AsyncFirmwareMethods
from ..methods.async_resource import AsyncResource
from ..methods.firmware import FirmwareMethods
from ..methods.resource import Resource
from ..models.firmware import BuildTargets, ProductFirmware, ProductFirmwareReleased
from ..operations.firmware import (
    DELETE_PRODUCT_FIRMWARE,
    DOWNLOAD_FIRMWARE,
    DOWNLOAD_PRODUCT_FIRMWARE,
    GET_PRODUCT_FIRMWARE,
    LIST_BUILD_TARGETS,
    LIST_PRODUCT_FIRMWARE,
    RELEASE_PRODUCT_FIRMWARE,
    UPDATE_PRODUCT_FIRMWARE,
    UPLOAD_PRODUCT_FIRMWARE,
)

__all__ = [
    "AsyncFirmwareBinaries",
    "AsyncProductFirmwareBinaries",
    "FirmwareBinaries",
    "ProductFirmwareBinaries",
]


class FirmwareBinaries(FirmwareMethods, Resource):
    """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
    their release to the fleet.

    Reached as `particle.firmware`.
    """

    __slots__ = ()

    def list_build_targets(
        self, *, featured: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> BuildTargets:
        """List the versions to compile against.

        The versions of Device OS that source code can be compiled against, for all types of
        devices, with the default version of each type. No access token is needed.

        Args:
            featured: Whether to list only the versions that matter most. Default false.

        Examples:
            >>> particle.firmware.list_build_targets()

        Cloud API: listBuildTargets, GET /v1/build_targets.
        """
        return self._call(LIST_BUILD_TARGETS, options, BuildTargets, query={"featured": featured})

    @overload
    def download(
        self,
        binary_id: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    def download(
        self,
        binary_id: str,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download(
        self,
        binary_id: str,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...

    def download(
        self,
        binary_id: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes | Path | Download:
        """Download a compiled binary.

        The binary that `compile` made, as a file. It must be fetched before it expires.

        Args:
            binary_id: ID of the binary, from the response to compiling it.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> particle.firmware.download("5a9ee9d1a72b6d2e1b000001", to="download.bin")

        Cloud API: downloadFirmware, GET /v1/binaries/{binaryId}.
        """
        return self._download(
            DOWNLOAD_FIRMWARE, options, to, stream, progress, path={"binary_id": binary_id}
        )

    download_binary = download


class ProductFirmwareBinaries(Resource):
    """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
    their release to the fleet.

    Reached as `particle.product(…).firmware`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[ProductFirmware]:
        """List the firmware of a product.

        All versions of a product's firmware, each with the groups that it is released to and the
        number of devices that run it. The list comes whole, without pages.

        Examples:
            >>> for firmware in product.firmware.list():
            ...     print(firmware.name)

        Cloud API: listProductFirmware, GET /v1/products/{productIdOrSlug}/firmware. Permission of
        API users: firmware:list.
        """
        return self._list(LIST_PRODUCT_FIRMWARE, options, ProductFirmware)

    def upload(
        self,
        file: FileInput,
        version: int,
        title: str,
        *,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware:
        """Upload firmware to a product.

        Adds a version to a product's firmware, from a binary or a bundle. No device gets it until
        it is released, or a device is locked to it.

        Args:
            file: The binary, or a bundle (a zip file), which must be sent with the content type
                `application/zip`.
            version: Number of the version; it must be the one that the firmware itself carries.
            title: Title of the version.
            description: Description of the version. Default empty.
            mandatory: Whether devices that are on their way to another version, up or down,
                must take this one first. Enterprise plans only.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> product.firmware.upload("firmware.bin", 1, "firmware")

        Cloud API: uploadProductFirmware, POST /v1/products/{productIdOrSlug}/firmware. Permission
        of API users: firmware:create.
        """
        return self._call(
            UPLOAD_PRODUCT_FIRMWARE,
            options,
            ProductFirmware,
            multipart=multipart(
                {"file": (file, "firmware.bin")},
                {
                    "version": version,
                    "title": title,
                    "description": description,
                    "mandatory": mandatory,
                },
                progress,
            ),
        )

    def release(
        self,
        version: int,
        *,
        product_default: bool | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        intelligent: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmwareReleased:
        """Release firmware of a product.

        Releases a version to the whole product (`product_default`), to device groups (`groups`), or
        to both. The devices concerned get it over the air. Either has to be named.

        Before a version can be released, at least one device of the product must run it and have
        connected to the cloud with it.

        Args:
            version: Number of the version.
            product_default: Whether to release the version to the whole product.
            groups: Names of the device groups to release the version to.
            intelligent: Whether to make this an intelligent release: devices are updated
                without having to reconnect, and those that can't be updated at the moment learn
                that an update is pending.

        Examples:
            >>> product.firmware.release(1, groups=["foo", "bar", "baz"])

        Cloud API: releaseProductFirmware, PUT /v1/products/{productIdOrSlug}/firmware/release.
        Permission of API users: firmware:release.
        """
        require_one(
            "release() has no target: pass groups=[…], or product_default=True for the whole product",
            groups,
            product_default,
        )
        return self._call(
            RELEASE_PRODUCT_FIRMWARE,
            options,
            ProductFirmwareReleased,
            json={
                "version": version,
                "product_default": product_default,
                "groups": several("groups", groups),
                "intelligent": intelligent,
            },
        )

    def get(self, version: int, **options: Unpack[RequestOptions]) -> ProductFirmware:
        """Get a firmware version of a product.

        One version of a product's firmware.

        Args:
            version: Number of the version of the product's firmware.

        Examples:
            >>> product.firmware.get(3)

        Cloud API: getProductFirmware, GET /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:get.
        """
        return self._call(GET_PRODUCT_FIRMWARE, options, ProductFirmware, path={"version": version})

    def update(
        self,
        version: int,
        *,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware:
        """Change a firmware version of a product.

        Changes title, description or the mark `mandatory` of a version. What isn't given stays as
        it is; the binary can't be changed.

        Args:
            version: Number of the version of the product's firmware.
            title: New title.
            description: New description.
            mandatory: Whether devices that are on their way to another version, up or down,
                must take this one first. Enterprise plans only.

        Examples:
            >>> product.firmware.update(3, title="New title", description="New description")

        Cloud API: updateProductFirmware, PUT /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:update.
        """
        return self._call(
            UPDATE_PRODUCT_FIRMWARE,
            options,
            ProductFirmware,
            path={"version": version},
            json={"title": title, "description": description, "mandatory": mandatory},
        )

    def delete(self, version: int, **options: Unpack[RequestOptions]) -> None:
        """Delete a firmware version of a product.

        Deletes a version with its binary. Only a version that was never released can be deleted.

        Args:
            version: Number of the version of the product's firmware.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.

        Examples:
            >>> product.firmware.delete(3)

        Cloud API: deleteProductFirmware, DELETE /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:remove.
        """
        self._call(DELETE_PRODUCT_FIRMWARE, options, path={"version": version})

    @overload
    def download(
        self,
        version: int,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    def download(
        self,
        version: int,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download(
        self,
        version: int,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Download: ...

    def download(
        self,
        version: int,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes | Path | Download:
        """Download the binary of a firmware version.

        The file of a version, as it was uploaded.

        Args:
            version: Number of the version of the product's firmware.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> product.firmware.download(3, to="download.bin")

        Cloud API: downloadProductFirmware, GET
        /v1/products/{productIdOrSlug}/firmware/{version}/binary. Permission of API users:
        firmware.binary:get.
        """
        return self._download(
            DOWNLOAD_PRODUCT_FIRMWARE, options, to, stream, progress, path={"version": version}
        )


class AsyncFirmwareBinaries(AsyncFirmwareMethods, AsyncResource):
    """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
    their release to the fleet.

    Reached as `particle.firmware` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def list_build_targets(
        self, *, featured: bool | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> BuildTargets:
        """List the versions to compile against.

        The versions of Device OS that source code can be compiled against, for all types of
        devices, with the default version of each type. No access token is needed.

        Args:
            featured: Whether to list only the versions that matter most. Default false.

        Examples:
            >>> await particle.firmware.list_build_targets()

        Cloud API: listBuildTargets, GET /v1/build_targets.
        """
        return await self._call(
            LIST_BUILD_TARGETS, options, BuildTargets, query={"featured": featured}
        )

    @overload
    async def download(
        self,
        binary_id: str,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    async def download(
        self,
        binary_id: str,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download(
        self,
        binary_id: str,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...

    def download(
        self,
        binary_id: str,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
        """Download a compiled binary.

        The binary that `compile` made, as a file. It must be fetched before it expires.

        Args:
            binary_id: ID of the binary, from the response to compiling it.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> await particle.firmware.download("5a9ee9d1a72b6d2e1b000001", to="download.bin")

        Cloud API: downloadFirmware, GET /v1/binaries/{binaryId}.
        """
        return self._download(
            DOWNLOAD_FIRMWARE, options, to, stream, progress, path={"binary_id": binary_id}
        )

    download_binary = download


class AsyncProductFirmwareBinaries(AsyncResource):
    """Firmware: compiling source code in the cloud, and the versions of a product's firmware with
    their release to the fleet.

    Reached as `particle.product(…).firmware` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[ProductFirmware]:
        """List the firmware of a product.

        All versions of a product's firmware, each with the groups that it is released to and the
        number of devices that run it. The list comes whole, without pages.

        Examples:
            >>> async for firmware in product.firmware.list():
            ...     print(firmware.name)

        Cloud API: listProductFirmware, GET /v1/products/{productIdOrSlug}/firmware. Permission of
        API users: firmware:list.
        """
        return self._list(LIST_PRODUCT_FIRMWARE, options, ProductFirmware)

    async def upload(
        self,
        file: AsyncFileInput,
        version: int,
        title: str,
        *,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware:
        """Upload firmware to a product.

        Adds a version to a product's firmware, from a binary or a bundle. No device gets it until
        it is released, or a device is locked to it.

        Args:
            file: The binary, or a bundle (a zip file), which must be sent with the content type
                `application/zip`.
            version: Number of the version; it must be the one that the firmware itself carries.
            title: Title of the version.
            description: Description of the version. Default empty.
            mandatory: Whether devices that are on their way to another version, up or down,
                must take this one first. Enterprise plans only.
            progress: Called with the bytes sent and the bytes in all.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.
            PayloadTooLargeError: The body of the request is larger than the cloud accepts.

        Examples:
            >>> await product.firmware.upload("firmware.bin", 1, "firmware")

        Cloud API: uploadProductFirmware, POST /v1/products/{productIdOrSlug}/firmware. Permission
        of API users: firmware:create.
        """
        return await self._call(
            UPLOAD_PRODUCT_FIRMWARE,
            options,
            ProductFirmware,
            multipart=multipart(
                {"file": (file, "firmware.bin")},
                {
                    "version": version,
                    "title": title,
                    "description": description,
                    "mandatory": mandatory,
                },
                progress,
            ),
        )

    async def release(
        self,
        version: int,
        *,
        product_default: bool | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        intelligent: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmwareReleased:
        """Release firmware of a product.

        Releases a version to the whole product (`product_default`), to device groups (`groups`), or
        to both. The devices concerned get it over the air. Either has to be named.

        Before a version can be released, at least one device of the product must run it and have
        connected to the cloud with it.

        Args:
            version: Number of the version.
            product_default: Whether to release the version to the whole product.
            groups: Names of the device groups to release the version to.
            intelligent: Whether to make this an intelligent release: devices are updated
                without having to reconnect, and those that can't be updated at the moment learn
                that an update is pending.

        Examples:
            >>> await product.firmware.release(1, groups=["foo", "bar", "baz"])

        Cloud API: releaseProductFirmware, PUT /v1/products/{productIdOrSlug}/firmware/release.
        Permission of API users: firmware:release.
        """
        require_one(
            "release() has no target: pass groups=[…], or product_default=True for the whole product",
            groups,
            product_default,
        )
        return await self._call(
            RELEASE_PRODUCT_FIRMWARE,
            options,
            ProductFirmwareReleased,
            json={
                "version": version,
                "product_default": product_default,
                "groups": several("groups", groups),
                "intelligent": intelligent,
            },
        )

    async def get(self, version: int, **options: Unpack[RequestOptions]) -> ProductFirmware:
        """Get a firmware version of a product.

        One version of a product's firmware.

        Args:
            version: Number of the version of the product's firmware.

        Examples:
            >>> await product.firmware.get(3)

        Cloud API: getProductFirmware, GET /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:get.
        """
        return await self._call(
            GET_PRODUCT_FIRMWARE, options, ProductFirmware, path={"version": version}
        )

    async def update(
        self,
        version: int,
        *,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        mandatory: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ProductFirmware:
        """Change a firmware version of a product.

        Changes title, description or the mark `mandatory` of a version. What isn't given stays as
        it is; the binary can't be changed.

        Args:
            version: Number of the version of the product's firmware.
            title: New title.
            description: New description.
            mandatory: Whether devices that are on their way to another version, up or down,
                must take this one first. Enterprise plans only.

        Examples:
            >>> await product.firmware.update(3, title="New title", description="New description")

        Cloud API: updateProductFirmware, PUT /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:update.
        """
        return await self._call(
            UPDATE_PRODUCT_FIRMWARE,
            options,
            ProductFirmware,
            path={"version": version},
            json={"title": title, "description": description, "mandatory": mandatory},
        )

    async def delete(self, version: int, **options: Unpack[RequestOptions]) -> None:
        """Delete a firmware version of a product.

        Deletes a version with its binary. Only a version that was never released can be deleted.

        Args:
            version: Number of the version of the product's firmware.

        Raises:
            ConflictError: The action doesn't go together with the present state, such as a
                version that exists already.

        Examples:
            >>> await product.firmware.delete(3)

        Cloud API: deleteProductFirmware, DELETE /v1/products/{productIdOrSlug}/firmware/{version}.
        Permission of API users: firmware:remove.
        """
        await self._call(DELETE_PRODUCT_FIRMWARE, options, path={"version": version})

    @overload
    async def download(
        self,
        version: int,
        *,
        to: None = None,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> bytes: ...

    @overload
    async def download(
        self,
        version: int,
        *,
        to: TargetPath,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Path: ...

    @overload
    def download(
        self,
        version: int,
        *,
        stream: Literal[True],
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> AsyncDownload: ...

    def download(
        self,
        version: int,
        *,
        to: TargetPath | None = None,
        stream: bool = False,
        progress: Progress | None = None,
        **options: Unpack[RequestOptions],
    ) -> Coroutine[Any, Any, bytes | Path] | AsyncDownload:
        """Download the binary of a firmware version.

        The file of a version, as it was uploaded.

        Args:
            version: Number of the version of the product's firmware.
            to: Path to save the file at. It appears there when it is complete.
            stream: Whether to return the file piece by piece, in a `with` block.
            progress: Called with the bytes that came and the bytes in all.

        Returns:
            The content; the path with `to=`; with `stream=True` a download, an iterator over bytes.

        Examples:
            >>> await product.firmware.download(3, to="download.bin")

        Cloud API: downloadProductFirmware, GET
        /v1/products/{productIdOrSlug}/firmware/{version}/binary. Permission of API users:
        firmware.binary:get.
        """
        return self._download(
            DOWNLOAD_PRODUCT_FIRMWARE, options, to, stream, progress, path={"version": version}
        )

# Generated from openapi/ by `make generate`. Do not edit.
"""The versions of Device OS, the operating system of the devices."""

from __future__ import annotations

from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.device_os import DeviceOsVersion, DeviceOsVersionList
from ..operations.device_os import GET_DEVICE_OS_VERSION, LIST_DEVICE_OS_VERSIONS

__all__ = ["AsyncDeviceOS", "DeviceOS"]


class DeviceOS(Resource):
    """The versions of Device OS, the operating system of the devices.

    Reached as `particle.device_os`.
    """

    __slots__ = ()

    def list_versions(
        self,
        *,
        platform_id: int | Unset = UNSET,
        internal_version: int | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[DeviceOsVersionList, DeviceOsVersion]:
        """List the versions of Device OS.

        The versions of Device OS, page by page.

        Args:
            platform_id: Only versions for this type of device, for example 13 for Boron.
            internal_version: Only the version with this internal number, for example 6000 for
                6.0.0.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> for version in particle.device_os.list_versions():
            ...     print(version.version)

        Cloud API: listDeviceOsVersions, GET /v1/device-os/versions.
        """
        return self._page(
            LIST_DEVICE_OS_VERSIONS,
            options,
            DeviceOsVersionList,
            DeviceOsVersion,
            query={
                "platform_id": platform_id,
                "internal_version": internal_version,
                "page": page,
                "per_page": per_page,
            },
        )

    def get_version(
        self, version: str, *, platform_id: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> DeviceOsVersion:
        """Get a version of Device OS.

        One version of Device OS; with `platform_id`, as it is for that type of device.

        Args:
            version: The version, as in `6.1.0`.
            platform_id: Type of device, for example 13 for Boron.

        Examples:
            >>> particle.device_os.get_version("6.1.0")

        Cloud API: getDeviceOsVersion, GET /v1/device-os/versions/{version}.
        """
        return self._call(
            GET_DEVICE_OS_VERSION,
            options,
            DeviceOsVersion,
            path={"version": version},
            query={"platform_id": platform_id},
        )


class AsyncDeviceOS(AsyncResource):
    """The versions of Device OS, the operating system of the devices.

    Reached as `particle.device_os` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list_versions(
        self,
        *,
        platform_id: int | Unset = UNSET,
        internal_version: int | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[DeviceOsVersionList, DeviceOsVersion]:
        """List the versions of Device OS.

        The versions of Device OS, page by page.

        Args:
            platform_id: Only versions for this type of device, for example 13 for Boron.
            internal_version: Only the version with this internal number, for example 6000 for
                6.0.0.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> async for version in particle.device_os.list_versions():
            ...     print(version.version)

        Cloud API: listDeviceOsVersions, GET /v1/device-os/versions.
        """
        return self._page(
            LIST_DEVICE_OS_VERSIONS,
            options,
            DeviceOsVersionList,
            DeviceOsVersion,
            query={
                "platform_id": platform_id,
                "internal_version": internal_version,
                "page": page,
                "per_page": per_page,
            },
        )

    async def get_version(
        self, version: str, *, platform_id: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> DeviceOsVersion:
        """Get a version of Device OS.

        One version of Device OS; with `platform_id`, as it is for that type of device.

        Args:
            version: The version, as in `6.1.0`.
            platform_id: Type of device, for example 13 for Boron.

        Examples:
            >>> await particle.device_os.get_version("6.1.0")

        Cloud API: getDeviceOsVersion, GET /v1/device-os/versions/{version}.
        """
        return await self._call(
            GET_DEVICE_OS_VERSION,
            options,
            DeviceOsVersion,
            path={"version": version},
            query={"platform_id": platform_id},
        )

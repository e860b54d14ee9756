"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncDeviceOS:
    async def get_version(
        self, version: str, *, platform_id: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> DeviceOsVersion: ...
    def list_versions(
        self,
        *,
        platform_id: int | Unset = UNSET,
        internal_version: int | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[DeviceOsVersionList, DeviceOsVersion]: ...

class DeviceOS:
    def get_version(
        self, version: str, *, platform_id: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> DeviceOsVersion: ...
    def list_versions(
        self,
        *,
        platform_id: int | Unset = UNSET,
        internal_version: int | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[DeviceOsVersionList, DeviceOsVersion]: ...

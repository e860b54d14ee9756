"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductLocations:
    async def get(
        self,
        device_id: str,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LocationResponse: ...
    def list(
        self,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LocationList, DeviceLocation]: ...
    def list_fleet(
        self,
        *,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[FleetLocationList, DeviceLocation]: ...

class ProductLocations:
    def get(
        self,
        device_id: str,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LocationResponse: ...
    def list(
        self,
        *,
        date_range: Sequence[str] | Unset = UNSET,
        rect_bl: str | Unset = UNSET,
        rect_tr: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LocationList, DeviceLocation]: ...
    def list_fleet(
        self,
        *,
        device_id: str | Unset = UNSET,
        device_name: str | Unset = UNSET,
        groups: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[FleetLocationList, DeviceLocation]: ...

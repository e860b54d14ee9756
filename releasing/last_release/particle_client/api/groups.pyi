"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductGroups:
    async def create(
        self,
        name: str,
        *,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse: ...
    async def delete(self, group_name: str, **options: Unpack[RequestOptions]) -> None: ...
    async def get(
        self, group_name: str, **options: Unpack[RequestOptions]
    ) -> DeviceGroupResponse: ...
    async def impact(
        self,
        firmware_version: int | str,
        *,
        groups: Sequence[str] | Unset = UNSET,
        product_default: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GroupsImpact: ...
    def list(
        self, *, name: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[DeviceGroupList, DeviceGroup]: ...
    async def update(
        self,
        group_name: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse: ...

class ProductGroups:
    def create(
        self,
        name: str,
        *,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse: ...
    def delete(self, group_name: str, **options: Unpack[RequestOptions]) -> None: ...
    def get(self, group_name: str, **options: Unpack[RequestOptions]) -> DeviceGroupResponse: ...
    def impact(
        self,
        firmware_version: int | str,
        *,
        groups: Sequence[str] | Unset = UNSET,
        product_default: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GroupsImpact: ...
    def list(
        self, *, name: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[DeviceGroupList, DeviceGroup]: ...
    def update(
        self,
        group_name: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        color: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> DeviceGroupResponse: ...

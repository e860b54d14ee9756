"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncNetworks:
    async def add_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    async def create(
        self,
        name: str,
        device_id: str,
        *,
        iccid: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MeshNetworkResponse: ...
    async def delete(self, network_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def get(self, network_id: str, **options: Unpack[RequestOptions]) -> MeshNetwork: ...
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Items, MeshNetwork]: ...
    def list_devices(
        self,
        network_id: str,
        *,
        role: MeshRole | str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Items, MeshNetworkDevice]: ...
    async def remove_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    async def remove_device_from_any(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    async def update(
        self,
        network_id: str,
        action: MeshNetworkAction | str,
        device_id: str,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...

class Networks:
    def add_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    def create(
        self,
        name: str,
        device_id: str,
        *,
        iccid: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MeshNetworkResponse: ...
    def delete(self, network_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def get(self, network_id: str, **options: Unpack[RequestOptions]) -> MeshNetwork: ...
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[Items, MeshNetwork]: ...
    def list_devices(
        self,
        network_id: str,
        *,
        role: MeshRole | str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[Items, MeshNetworkDevice]: ...
    def remove_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    def remove_device_from_any(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def update(
        self,
        network_id: str,
        action: MeshNetworkAction | str,
        device_id: str,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...

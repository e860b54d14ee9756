"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncDiagnostics:
    async def last(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceVitalsResponse: ...
    def list(
        self,
        device_id: str,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[DeviceVitalsList, DeviceVitalsRecord]: ...
    async def refresh(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...

class Diagnostics:
    def last(self, device_id: str, **options: Unpack[RequestOptions]) -> DeviceVitalsResponse: ...
    def list(
        self,
        device_id: str,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[DeviceVitalsList, DeviceVitalsRecord]: ...
    def refresh(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok: ...

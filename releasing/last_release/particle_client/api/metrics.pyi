"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductMetrics:
    def events(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[EventMetrics, EventMetric]: ...
    def functions(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[FunctionMetrics, FunctionMetric]: ...
    def integrations(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[IntegrationMetrics, IntegrationMetric]: ...
    def online(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[OnlineMetrics, OnlineMetric]: ...
    def variables(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[VariableMetrics, VariableMetric]: ...

class ProductMetrics:
    def events(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[EventMetrics, EventMetric]: ...
    def functions(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[FunctionMetrics, FunctionMetric]: ...
    def integrations(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[IntegrationMetrics, IntegrationMetric]: ...
    def online(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[OnlineMetrics, OnlineMetric]: ...
    def variables(
        self,
        *,
        start_date: datetime | str | Unset = UNSET,
        end_date: datetime | str | Unset = UNSET,
        bucket_size: int | Unset = UNSET,
        firmware_version: int | Unset = UNSET,
        device_os_version: str | Unset = UNSET,
        device_group: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[VariableMetrics, VariableMetric]: ...

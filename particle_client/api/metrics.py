# Generated from openapi/ by `make generate`. Do not edit.
"""The health of a fleet over time: devices online, events received, and how integrations, functions
and variables went.
"""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.metrics import (
    EventMetric,
    EventMetrics,
    FunctionMetric,
    FunctionMetrics,
    IntegrationMetric,
    IntegrationMetrics,
    OnlineMetric,
    OnlineMetrics,
    VariableMetric,
    VariableMetrics,
)
from ..operations.metrics import (
    GET_EVENT_METRICS,
    GET_FUNCTION_METRICS,
    GET_INTEGRATION_METRICS,
    GET_ONLINE_METRICS,
    GET_VARIABLE_METRICS,
)

__all__ = ["AsyncProductMetrics", "ProductMetrics"]


class ProductMetrics(Resource):
    """The health of a fleet over time: devices online, events received, and how integrations,
    functions and variables went.

    Reached as `particle.product(…).metrics`.
    """

    __slots__ = ()

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
    ) -> Page[OnlineMetrics, OnlineMetric]:
        """Get how many devices were online.

        How many of the product's devices were connected to the cloud, over time.

        A device that vanishes without a word counts as online until it misses its next sign of
        life, which takes typically 25 seconds on Wi-Fi and 23 minutes on cellular.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> for metric in product.metrics.online():
            ...     print(metric.time)

        Cloud API: getOnlineMetrics, GET /v1/products/{productIdOrSlug}/metrics/online. Permission
        of API users: metrics.online:get.
        """
        return self._page(
            GET_ONLINE_METRICS,
            options,
            OnlineMetrics,
            OnlineMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> Page[EventMetrics, EventMetric]:
        """Get how many events were received.

        How many events the cloud received from the product's devices, over time.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> for metric in product.metrics.events():
            ...     print(metric.time)

        Cloud API: getEventMetrics, GET /v1/products/{productIdOrSlug}/metrics/events. Permission of
        API users: metrics.events:get.
        """
        return self._page(
            GET_EVENT_METRICS,
            options,
            EventMetrics,
            EventMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> Page[IntegrationMetrics, IntegrationMetric]:
        """Get how integrations went.

        How the requests went that the product's integrations sent, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> for metric in product.metrics.integrations():
            ...     print(metric.time)

        Cloud API: getIntegrationMetrics, GET /v1/products/{productIdOrSlug}/metrics/integration.
        Permission of API users: metrics.integrations:get.
        """
        return self._page(
            GET_INTEGRATION_METRICS,
            options,
            IntegrationMetrics,
            IntegrationMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> Page[FunctionMetrics, FunctionMetric]:
        """Get how calls of functions went.

        How the calls of functions of the product's devices went, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> for metric in product.metrics.functions():
            ...     print(metric.time)

        Cloud API: getFunctionMetrics, GET /v1/products/{productIdOrSlug}/metrics/functions.
        Permission of API users: metrics.functions:get.
        """
        return self._page(
            GET_FUNCTION_METRICS,
            options,
            FunctionMetrics,
            FunctionMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> Page[VariableMetrics, VariableMetric]:
        """Get how requests of variables went.

        How the requests of variables of the product's devices went, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> for metric in product.metrics.variables():
            ...     print(metric.time)

        Cloud API: getVariableMetrics, GET /v1/products/{productIdOrSlug}/metrics/variables.
        Permission of API users: metrics.variables:get.
        """
        return self._page(
            GET_VARIABLE_METRICS,
            options,
            VariableMetrics,
            VariableMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )


class AsyncProductMetrics(AsyncResource):
    """The health of a fleet over time: devices online, events received, and how integrations,
    functions and variables went.

    Reached as `particle.product(…).metrics` of an `AsyncParticle`.
    """

    __slots__ = ()

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
    ) -> AsyncPager[OnlineMetrics, OnlineMetric]:
        """Get how many devices were online.

        How many of the product's devices were connected to the cloud, over time.

        A device that vanishes without a word counts as online until it misses its next sign of
        life, which takes typically 25 seconds on Wi-Fi and 23 minutes on cellular.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> async for metric in product.metrics.online():
            ...     print(metric.time)

        Cloud API: getOnlineMetrics, GET /v1/products/{productIdOrSlug}/metrics/online. Permission
        of API users: metrics.online:get.
        """
        return self._page(
            GET_ONLINE_METRICS,
            options,
            OnlineMetrics,
            OnlineMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> AsyncPager[EventMetrics, EventMetric]:
        """Get how many events were received.

        How many events the cloud received from the product's devices, over time.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> async for metric in product.metrics.events():
            ...     print(metric.time)

        Cloud API: getEventMetrics, GET /v1/products/{productIdOrSlug}/metrics/events. Permission of
        API users: metrics.events:get.
        """
        return self._page(
            GET_EVENT_METRICS,
            options,
            EventMetrics,
            EventMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> AsyncPager[IntegrationMetrics, IntegrationMetric]:
        """Get how integrations went.

        How the requests went that the product's integrations sent, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> async for metric in product.metrics.integrations():
            ...     print(metric.time)

        Cloud API: getIntegrationMetrics, GET /v1/products/{productIdOrSlug}/metrics/integration.
        Permission of API users: metrics.integrations:get.
        """
        return self._page(
            GET_INTEGRATION_METRICS,
            options,
            IntegrationMetrics,
            IntegrationMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> AsyncPager[FunctionMetrics, FunctionMetric]:
        """Get how calls of functions went.

        How the calls of functions of the product's devices went, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> async for metric in product.metrics.functions():
            ...     print(metric.time)

        Cloud API: getFunctionMetrics, GET /v1/products/{productIdOrSlug}/metrics/functions.
        Permission of API users: metrics.functions:get.
        """
        return self._page(
            GET_FUNCTION_METRICS,
            options,
            FunctionMetrics,
            FunctionMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

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
    ) -> AsyncPager[VariableMetrics, VariableMetric]:
        """Get how requests of variables went.

        How the requests of variables of the product's devices went, over time. Counts of 0 are left
        out.

        Counts that were left out read as None.

        Args:
            start_date: Beginning of the time to report on, inclusive. Default the present.
            end_date: End of the time to report on, inclusive. Default the present.
            bucket_size: Length of the single spans of time, in seconds; more than 15. Default
                900, which is a quarter of an hour.
            firmware_version: Only devices that run this version of the product's firmware.
            device_os_version: Only devices that run this version of Device OS.
            device_group: Only devices of this group.

        Examples:
            >>> async for metric in product.metrics.variables():
            ...     print(metric.time)

        Cloud API: getVariableMetrics, GET /v1/products/{productIdOrSlug}/metrics/variables.
        Permission of API users: metrics.variables:get.
        """
        return self._page(
            GET_VARIABLE_METRICS,
            options,
            VariableMetrics,
            VariableMetric,
            query={
                "start_date": start_date,
                "end_date": end_date,
                "bucket_size": bucket_size,
                "product_fw": firmware_version,
                "device_os_version": device_os_version,
                "device_group": device_group,
            },
        )

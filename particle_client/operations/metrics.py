# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `metrics`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "GET_EVENT_METRICS",
    "GET_FUNCTION_METRICS",
    "GET_INTEGRATION_METRICS",
    "GET_ONLINE_METRICS",
    "GET_VARIABLE_METRICS",
]

GET_ONLINE_METRICS = Operation(
    "getOnlineMetrics",
    "GET",
    "/v1/products/{productIdOrSlug}/metrics/online",
    pagination=Pagination("online"),
)
GET_EVENT_METRICS = Operation(
    "getEventMetrics",
    "GET",
    "/v1/products/{productIdOrSlug}/metrics/events",
    pagination=Pagination("events"),
)
GET_INTEGRATION_METRICS = Operation(
    "getIntegrationMetrics",
    "GET",
    "/v1/products/{productIdOrSlug}/metrics/integration",
    pagination=Pagination("integrations"),
)
GET_FUNCTION_METRICS = Operation(
    "getFunctionMetrics",
    "GET",
    "/v1/products/{productIdOrSlug}/metrics/functions",
    pagination=Pagination("functions"),
)
GET_VARIABLE_METRICS = Operation(
    "getVariableMetrics",
    "GET",
    "/v1/products/{productIdOrSlug}/metrics/variables",
    pagination=Pagination("variables"),
)

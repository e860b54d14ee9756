# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `metrics`."""

from __future__ import annotations

from ..calls.operation import Operation
from ..calls.pagination import Pagination

__all__ = [
    "GET_EVENT_METRICS",
    "GET_EVENT_METRICS_PAGES",
    "GET_FUNCTION_METRICS",
    "GET_FUNCTION_METRICS_PAGES",
    "GET_INTEGRATION_METRICS",
    "GET_INTEGRATION_METRICS_PAGES",
    "GET_ONLINE_METRICS",
    "GET_ONLINE_METRICS_PAGES",
    "GET_VARIABLE_METRICS",
    "GET_VARIABLE_METRICS_PAGES",
]

GET_ONLINE_METRICS = Operation(
    "getOnlineMetrics", "GET", "/v1/products/{productIdOrSlug}/metrics/online"
)
GET_EVENT_METRICS = Operation(
    "getEventMetrics", "GET", "/v1/products/{productIdOrSlug}/metrics/events"
)
GET_INTEGRATION_METRICS = Operation(
    "getIntegrationMetrics", "GET", "/v1/products/{productIdOrSlug}/metrics/integration"
)
GET_FUNCTION_METRICS = Operation(
    "getFunctionMetrics", "GET", "/v1/products/{productIdOrSlug}/metrics/functions"
)
GET_VARIABLE_METRICS = Operation(
    "getVariableMetrics", "GET", "/v1/products/{productIdOrSlug}/metrics/variables"
)
GET_ONLINE_METRICS_PAGES = Pagination("online")
GET_EVENT_METRICS_PAGES = Pagination("events")
GET_INTEGRATION_METRICS_PAGES = Pagination("integrations")
GET_FUNCTION_METRICS_PAGES = Pagination("functions")
GET_VARIABLE_METRICS_PAGES = Pagination("variables")

# Generated from openapi/ by `make generate`. Do not edit.
"""Models of metrics."""

from datetime import datetime

from ..base.unset import UNSET
from ..schema.fields import model
from ..schema.model import Model

__all__ = [
    "EventMetric",
    "EventMetrics",
    "FunctionMetric",
    "FunctionMetrics",
    "IntegrationMetric",
    "IntegrationMetrics",
    "OnlineMetric",
    "OnlineMetrics",
    "VariableMetric",
    "VariableMetrics",
]


@model
class EventMetric(Model):
    """How many events the cloud received in a span of time."""

    time: datetime
    """When the span of time began."""
    received: int
    """Number of events."""


@model
class EventMetrics(Model):
    """How many events the cloud received from a product's devices, by spans of time."""

    events: list[EventMetric]
    """The spans of time."""


@model
class FunctionMetric(Model):
    """How the calls of functions went in a span of time."""

    time: datetime
    """When the span of time began."""
    success: int | None = UNSET
    """Number of calls that the device answered. Left out when it is 0."""
    failure: int | None = UNSET
    """Number of calls that didn't reach the device, or that it couldn't process. Left out when it
    is 0.
    """
    offline: int | None = UNSET
    """Number of calls that weren't tried because the device was offline. Left out when it is 0."""


@model
class FunctionMetrics(Model):
    """How the calls of functions of a product's devices went, by spans of time."""

    functions: list[FunctionMetric]
    """The spans of time."""


@model
class IntegrationMetric(Model):
    """How the requests of integrations went in a span of time."""

    time: datetime
    """When the span of time began."""
    success: int | None = UNSET
    """Number of requests that the other side responded with success (2xx). Left out when it is
    0.
    """
    failure: int | None = UNSET
    """Number of requests that failed three times, on the network or with 4xx or 5xx. Left out when
    it is 0.
    """
    sleep: int | None = UNSET
    """Number of requests that were not sent because too many before them had failed in a short
    time. Left out when it is 0.
    """


@model
class IntegrationMetrics(Model):
    """How the requests of a product's integrations went, by spans of time."""

    integrations: list[IntegrationMetric]
    """The spans of time."""


@model
class OnlineMetric(Model):
    """How many devices were online in a span of time."""

    time: datetime
    """When the span of time began."""
    count: int
    """Number of devices that were online."""


@model
class OnlineMetrics(Model):
    """How many devices of a product were online, by spans of time."""

    online: list[OnlineMetric]
    """The spans of time."""


@model
class VariableMetric(Model):
    """How the requests of variables went in a span of time."""

    time: datetime
    """When the span of time began."""
    success: int | None = UNSET
    """Number of requests that the device answered. Left out when it is 0."""
    failure: int | None = UNSET
    """Number of requests that didn't reach the device, or that it couldn't process. Left out when
    it is 0.
    """
    offline: int | None = UNSET
    """Number of requests that weren't tried because the device was offline. Left out when it is
    0.
    """


@model
class VariableMetrics(Model):
    """How the requests of variables of a product's devices went, by spans of time."""

    variables: list[VariableMetric]
    """The spans of time."""

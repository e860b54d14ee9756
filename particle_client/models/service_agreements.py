# Generated from openapi/ by `make generate`. Do not edit.
"""Models of service agreements."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "AgreementDataLimit",
    "AgreementDataTerms",
    "AgreementDeviceLimit",
    "AgreementDeviceTerms",
    "AgreementMessageLimit",
    "AgreementMessagingTerms",
    "AgreementOwnerType",
    "AgreementPricingTerms",
    "AgreementRate",
    "AgreementRates",
    "AgreementSupport",
    "ConnectivityUsage",
    "DeviceTypeUsage",
    "ServiceAgreement",
    "ServiceAgreementAttributes",
    "ServiceAgreementList",
    "ServiceAgreementNotification",
    "ServiceAgreementNotificationAttributes",
    "ServiceAgreementNotificationList",
    "UsageReport",
    "UsageReportAttributes",
    "UsageReportParams",
    "UsageReportResponse",
    "UsageReportType",
    "UsageSummary",
]


class AgreementOwnerType(StrEnum):
    """Who a service agreement is with, an account (`individual`) or an organization."""

    INDIVIDUAL = "individual"
    ORGANIZATION = "organization"


class UsageReportType(StrEnum):
    """What a usage report is about."""

    DEVICES = "devices"
    PRODUCTS = "products"


@model
class AgreementDataLimit(Model):
    """How much cellular data the agreement allows to devices of one type."""

    max_data: int | None = UNSET
    """Greatest amount of data in the period, in the unit `uom`."""


@model
class AgreementDataTerms(Model):
    """How much cellular data the agreement allows, altogether or by type of device."""

    uom: str | None = UNSET
    """Unit of all the amounts, such as `bytes`."""
    name: str | None = UNSET
    """Name of the terms."""
    duration: str | None = UNSET
    """The period that the limits are for, such as `monthly` or `annual`."""
    max_data: int | None = UNSET
    """Greatest amount of data in the period."""
    device_data: int | None = UNSET
    """Amount of data for devices."""
    devices_cap: int | None = UNSET
    """Amount of data that devices are capped at."""
    cap_exception: bool | None = UNSET
    """Whether there is an exception to the cap."""
    cellular: AgreementDataLimit | None = UNSET
    """The limit for cellular devices."""
    asset_tracker: AgreementDataLimit | None = UNSET
    """The limit for asset trackers."""


@model
class AgreementDeviceLimit(Model):
    """How many devices of one type the agreement allows."""

    max_devices: int | None = UNSET
    """Greatest number of devices."""


@model
class AgreementDeviceTerms(Model):
    """How many devices the agreement allows, altogether or by type."""

    name: str | None = UNSET
    """Name of the terms."""
    duration: str | None = UNSET
    """The period that the limits are for, such as `monthly` or `annual`."""
    max_devices: int | None = UNSET
    """Greatest number of devices."""
    wifi: AgreementDeviceLimit | None = UNSET
    """The limit for Wi-Fi devices."""
    cellular: AgreementDeviceLimit | None = UNSET
    """The limit for cellular devices."""
    asset_tracker: AgreementDeviceLimit | None = UNSET
    """The limit for asset trackers."""


@model
class AgreementMessageLimit(Model):
    """How many messages the agreement allows to devices of one type."""

    max_messages: int | None = UNSET
    """Greatest number of messages (data operations) in the period."""


@model
class AgreementMessagingTerms(Model):
    """How many messages the agreement allows, altogether or by type of device."""

    name: str | None = UNSET
    """Name of the terms."""
    duration: str | None = UNSET
    """The period that the limits are for, such as `monthly` or `annual`."""
    max_messages: int | None = UNSET
    """Greatest number of messages (data operations) in the period."""
    wifi: AgreementMessageLimit | None = UNSET
    """The limit for Wi-Fi devices."""
    cellular: AgreementMessageLimit | None = UNSET
    """The limit for cellular devices."""
    asset_tracker: AgreementMessageLimit | None = UNSET
    """The limit for asset trackers."""


@model
class AgreementRate(Model):
    """The price that applies to devices of one type."""

    duration: str | None = UNSET
    """The period that the price is for, such as `monthly` or `annual`."""
    per_block: float | None = UNSET
    """Price of a block of devices."""
    tier: int | None = UNSET
    """Number of the price tier."""
    list_price: float | None = UNSET
    """Price by the list."""


@model
class AgreementRates(Model):
    """The prices, by type of device."""

    all_platforms: AgreementRate | None = UNSET
    """The price for devices of all types."""
    wifi: AgreementRate | None = UNSET
    """The price for Wi-Fi devices."""
    cellular: AgreementRate | None = UNSET
    """The price for cellular devices."""
    asset_tracker: AgreementRate | None = UNSET
    """The price for asset trackers."""
    pricing_model_version: str | None = UNSET
    """Version of the pricing model."""


@model
class AgreementSupport(Model):
    """Who supports the owner of the agreement."""

    account_rep: str | None = UNSET
    """Email address of Particle's representative for the account."""


@model
class AgreementPricingTerms(Model):
    """The prices and limits of a service agreement."""

    rates: AgreementRates | None = UNSET
    """The prices."""
    device: AgreementDeviceTerms | None = UNSET
    """How many devices it allows."""
    messaging: AgreementMessagingTerms | None = UNSET
    """How many messages it allows."""
    device_data: AgreementDataTerms | None = UNSET
    """How much cellular data it allows."""
    support: AgreementSupport | None = UNSET
    """Who supports the owner. Only for an organization."""


@model
class DeviceTypeUsage(Model):
    """What devices of one type used in a billing period."""

    owned_devices: int | None = UNSET
    """Number of devices."""
    billable_devices: int | None = UNSET
    """Number of devices that count for the bill."""
    device_data: int | None = json_field(default=UNSET, nullable=True)
    """Cellular data that the devices used, in bytes; null for a type without cellular data."""
    device_messages: int | None = UNSET
    """Number of messages (data operations) that the devices used."""


@model
class ConnectivityUsage(Model):
    """What devices used in a billing period, by their type."""

    all: DeviceTypeUsage | None = UNSET
    """All devices together."""
    wifi: DeviceTypeUsage | None = UNSET
    """Wi-Fi devices."""
    cellular: DeviceTypeUsage | None = UNSET
    """Cellular devices."""
    asset_tracker: DeviceTypeUsage | None = UNSET
    """Asset trackers."""


@model
class UsageSummary(Model):
    """What was used in the current billing period."""

    device_limit_reached: bool | None = UNSET
    """Whether there are as many devices as the agreement allows."""
    connectivity: ConnectivityUsage | None = UNSET
    """What the devices used, by their type."""


@model
class ServiceAgreementAttributes(Model):
    """What a service agreement says."""

    owner_id: str | None = UNSET
    """ID of the account or organization that has the agreement."""
    owner_type: AgreementOwnerType | str | None = UNSET
    """`individual` for an account, `organization` for an organization."""
    name: str | None = UNSET
    """Name of the plan."""
    agreement_type: str | None = UNSET
    """Kind of the agreement, such as `developer` or `enterprise`."""
    duration: str | None = UNSET
    """How long a billing period is, such as `monthly` or `annual`."""
    state: str | None = UNSET
    """Whether the agreement is in force, such as `active`."""
    starts_on: date | None = UNSET
    """First day of the agreement."""
    ends_on: date | None = json_field(default=UNSET, nullable=True)
    """Last day of the agreement; null for one without an end."""
    current_billing_period_start: date | None = UNSET
    """First day of the current billing period."""
    current_billing_period_end: date | None = UNSET
    """Last day of the current billing period."""
    next_billing_period_start: date | None = UNSET
    """First day of the next billing period."""
    current_usage_summary: UsageSummary | None = UNSET
    """What was used in the current billing period."""
    pricing_terms: AgreementPricingTerms | None = UNSET
    """The prices and limits."""


@model
class ServiceAgreement(Model):
    """An agreement with Particle on what an account or organization may use, and at what price."""

    id: str
    """ID of the agreement."""
    type: str
    """Always `service_agreement`."""
    attributes: ServiceAgreementAttributes
    """What the agreement says."""


@model
class ServiceAgreementList(Model):
    """The service agreements of an account or organization."""

    data: list[ServiceAgreement]
    """The agreements."""


@model
class ServiceAgreementNotificationAttributes(Model):
    """What a notification tells."""

    state: str | None = UNSET
    """State of the notification."""
    event_name: str | None = UNSET
    """What happened, such as that the usage reached a threshold."""
    time_period: str | None = UNSET
    """The period that the notification is about."""
    created_at: datetime | None = UNSET
    """When the notification was created."""
    updated_at: datetime | None = UNSET
    """When the notification last changed."""
    resource_id: str | int | None = UNSET
    """ID of the service agreement."""
    resource_type: str | None = UNSET
    """Kind of the thing that the notification is about."""
    details: dict[str, Any] | None = UNSET
    """Further details, which depend on what happened."""


@model
class ServiceAgreementNotification(Model):
    """A message about a service agreement: its usage reached a threshold, or its service was paused
    or resumed.
    """

    id: str
    """ID of the notification."""
    type: str
    """Kind of this object."""
    attributes: ServiceAgreementNotificationAttributes
    """What the notification tells."""


@model
class ServiceAgreementNotificationList(Model):
    """The notifications about a service agreement."""

    data: list[ServiceAgreementNotification]
    """The notifications."""


@model
class UsageReportParams(Model):
    """What a usage report was asked for."""

    devices: list[str] | None = UNSET
    """IDs of the devices that it is about."""
    products: list[str | int] | None = UNSET
    """IDs of the products that it is about."""
    recipient_list: list[str] | None = UNSET
    """The email addresses that the report is sent to."""


@model
class UsageReportAttributes(Model):
    """What is known about a usage report."""

    state: str | None = UNSET
    """How far the report is, such as `pending`, or `available` once it can be downloaded."""
    service_agreement_id: int | str | None = UNSET
    """ID of the service agreement."""
    date_period_start: date | None = UNSET
    """First day that the report is about."""
    date_period_end: date | None = UNSET
    """Last day that the report is about."""
    created_at: datetime | None = UNSET
    """When the report was asked for."""
    expires_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the report's file is removed; null while there is none."""
    report_type: UsageReportType | str | None = UNSET
    """What the report is about."""
    report_params: UsageReportParams | None = UNSET
    """What the report was asked for."""
    download_url: str | None = json_field(default=UNSET, nullable=True, secret=True)
    """Address of the report's file, which anybody who has it can download until it expires; null
    unless `state` is `available`.
    """


@model
class UsageReport(Model):
    """A report on what the devices or products under a service agreement used."""

    id: str
    """ID of the report."""
    type: str
    """Always `usage_report`."""
    attributes: UsageReportAttributes
    """What is known about the report."""


@model
class UsageReportResponse(Model):
    """A single usage report."""

    data: UsageReport
    """The report."""

    @property
    def id(self) -> str:
        """ID of the report."""
        return content_of(self.data, "id")

    @property
    def type(self) -> str:
        """Always `usage_report`."""
        return content_of(self.data, "type")

    @property
    def attributes(self) -> UsageReportAttributes:
        """What is known about the report."""
        return content_of(self.data, "attributes")

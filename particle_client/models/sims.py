# Generated from openapi/ by `make generate`. Do not edit.
"""Models of sims."""

from datetime import date, datetime
from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model
from .common import PageMeta

__all__ = [
    "DataUsageDay",
    "FleetDataUsage",
    "Sim",
    "SimConnection",
    "SimConnectionCheck",
    "SimConnectionTask",
    "SimConnectionTaskState",
    "SimDataUsage",
    "SimList",
    "SimResponse",
    "SimStatus",
]


class SimConnectionTaskState(StrEnum):
    """State of a check, `complete` when there are results."""

    PENDING = "pending"
    COMPLETE = "complete"


class SimStatus(StrEnum):
    """Whether a SIM card can connect: only an `active` one can; `deactivated` is one that was taken
    off the network.
    """

    ACTIVE = "active"
    INACTIVE = "inactive"
    DEACTIVATED = "deactivated"


@model
class DataUsageDay(Model):
    """Data that was used on one day."""

    day: date = json_field(name="date")
    """The day."""
    mbs_used: float
    """Megabytes that were used on this day."""
    mbs_used_cumulative: float
    """Megabytes that were used in the billing period up to the end of this day."""


@model
class FleetDataUsage(Model):
    """Data that all SIM cards of a product together used in the current billing period."""

    total_mbs_used: float | None = UNSET
    """Megabytes that the fleet used."""
    total_active_sim_cards: int | None = UNSET
    """Number of active SIM cards, with those that are paused at their data limit."""
    usage_by_day: list[DataUsageDay]
    """The usage, day by day."""
    quota: float | None = UNSET
    """Megabytes that may be used."""
    used: float | None = UNSET
    """Megabytes that have been used."""


@model
class Sim(Model):
    """A SIM card, as far as the cloud knows it."""

    id: str | None = json_field(default=UNSET, name="_id")
    """The ICCID, which is the number of the SIM card."""
    iccid: str | None = UNSET
    """The ICCID, in responses that don't have it as `_id`."""
    status: SimStatus | str
    """Whether the SIM card can connect at present."""
    owner: str | None = UNSET
    """Username of the person who claimed the SIM card. Only when a single SIM card is asked for."""
    user_id: str | None = UNSET
    """ID of the user who owns the SIM card."""
    product_id: str | int | None = UNSET
    """ID of the product that owns the SIM card."""
    carrier: str | None = UNSET
    """Mobile network operator that connects the SIM card, such as `telefonica`."""
    base_country_code: str | None = UNSET
    """Country where the SIM card is based, as a two-letter code (ISO 3166-1 alpha-2)."""
    msisdn: str | None = UNSET
    """MSISDN, the telephone number of the SIM card."""
    activations_count: int | None = UNSET
    """How many times the SIM card has been activated."""
    deactivations_count: int | None = UNSET
    """How many times the SIM card has been deactivated."""
    first_activated_on: datetime | None = UNSET
    """When the SIM card was activated for the first time."""
    last_activated_on: datetime | None = UNSET
    """When the SIM card was activated the last time."""
    activated_on: datetime | None = UNSET
    """When the SIM card was activated, in responses that tell only one time."""
    last_activated_via: str | None = UNSET
    """Deprecated. How the SIM card was activated the last time. For Particle's own use; it will go
    away.
    """
    last_status_change_action: str | None = UNSET
    """What last changed the state of the SIM card, such as `activate`."""
    last_status_change_action_error: str | None = UNSET
    """Whether that change failed, as `yes` or `no`."""
    base_monthly_rate: float | None = UNSET
    """Price of the data plan of 1 megabyte, in cents per month."""
    overage_monthly_rate: float | None = UNSET
    """Price of each further megabyte, in cents."""
    stripe_plan_slug: str | None = UNSET
    """Deprecated. Type of the data plan. For Particle's own use; it will go away."""
    last_device_id: str | None = UNSET
    """ID of the device that last used the SIM card."""
    last_device_name: str | None = UNSET
    """Name of the device that last used the SIM card."""
    device_id: str | None = UNSET
    """ID of the device that uses the SIM card, in responses that don't have it as
    `last_device_id`.
    """
    device_name: str | None = UNSET
    """Name of the device that uses the SIM card, in responses that don't have it as
    `last_device_name`.
    """
    updated_at: datetime | None = UNSET
    """When the record of the SIM card last changed."""


@model
class SimConnection(Model):
    """The cellular connection of a SIM card. All values are null until the check is complete."""

    connected: bool | None = json_field(default=UNSET, nullable=True)
    """Whether there is an active data session with a cell tower, which takes both `gsm_connection`
    and `data_connection`.
    """
    gsm_connection: bool | None = json_field(default=UNSET, nullable=True)
    """Whether the device is registered with the mobile network (GSM)."""
    data_connection: bool | None = json_field(default=UNSET, nullable=True)
    """Whether there is a data connection (GPRS, LTE)."""


@model
class SimConnectionTask(Model):
    """State of a check, which takes longer than one request."""

    created_at: datetime | None = UNSET
    """When the check began."""
    expires_at: datetime | None = UNSET
    """When the cloud forgets the results."""
    check_again_after: datetime | None = UNSET
    """When to ask for the results again."""
    method: str | None = UNSET
    """How the check is done; always `async`."""
    state: SimConnectionTaskState | str | None = UNSET
    """Whether there are results."""
    task_id: str | None = UNSET
    """ID of the check."""


@model
class SimConnectionCheck(Model):
    """State and results of a check of a SIM card's cellular connection."""

    ok: bool
    """Whether the request was accepted."""
    meta: SimConnectionTask
    """State of the check."""
    sim_status: SimConnection
    """Results of the check."""

    @property
    def connected(self) -> bool | None:
        """Whether there is an active data session with a cell tower, which takes both
        `gsm_connection` and `data_connection`.
        """
        return content_of(self.sim_status, "connected")

    @property
    def gsm_connection(self) -> bool | None:
        """Whether the device is registered with the mobile network (GSM)."""
        return content_of(self.sim_status, "gsm_connection")

    @property
    def data_connection(self) -> bool | None:
        """Whether there is a data connection (GPRS, LTE)."""
        return content_of(self.sim_status, "data_connection")


@model
class SimDataUsage(Model):
    """Data that a SIM card used in the current billing period."""

    iccid: str | None = UNSET
    """ICCID of the SIM card."""
    usage_by_day: list[DataUsageDay]
    """The usage, day by day."""
    quota: float | None = UNSET
    """Megabytes that may be used."""
    used: float | None = UNSET
    """Megabytes that have been used."""


@model
class SimList(Model):
    """One page of SIM cards."""

    sims: list[Sim]
    """The SIM cards."""
    meta: PageMeta | None = UNSET
    """Where this page stands in the list. Only for a product."""


@model
class SimResponse(Model):
    """A single SIM card."""

    sim: Sim
    """The SIM card."""

    @property
    def id(self) -> str | None:
        """The ICCID, which is the number of the SIM card."""
        return content_of(self.sim, "id")

    @property
    def iccid(self) -> str | None:
        """The ICCID, in responses that don't have it as `_id`."""
        return content_of(self.sim, "iccid")

    @property
    def status(self) -> SimStatus | str:
        """Whether the SIM card can connect at present."""
        return content_of(self.sim, "status")

    @property
    def owner(self) -> str | None:
        """Username of the person who claimed the SIM card. Only when a single SIM card is asked
        for.
        """
        return content_of(self.sim, "owner")

    @property
    def user_id(self) -> str | None:
        """ID of the user who owns the SIM card."""
        return content_of(self.sim, "user_id")

    @property
    def product_id(self) -> str | int | None:
        """ID of the product that owns the SIM card."""
        return content_of(self.sim, "product_id")

    @property
    def carrier(self) -> str | None:
        """Mobile network operator that connects the SIM card, such as `telefonica`."""
        return content_of(self.sim, "carrier")

    @property
    def base_country_code(self) -> str | None:
        """Country where the SIM card is based, as a two-letter code (ISO 3166-1 alpha-2)."""
        return content_of(self.sim, "base_country_code")

    @property
    def msisdn(self) -> str | None:
        """MSISDN, the telephone number of the SIM card."""
        return content_of(self.sim, "msisdn")

    @property
    def activations_count(self) -> int | None:
        """How many times the SIM card has been activated."""
        return content_of(self.sim, "activations_count")

    @property
    def deactivations_count(self) -> int | None:
        """How many times the SIM card has been deactivated."""
        return content_of(self.sim, "deactivations_count")

    @property
    def first_activated_on(self) -> datetime | None:
        """When the SIM card was activated for the first time."""
        return content_of(self.sim, "first_activated_on")

    @property
    def last_activated_on(self) -> datetime | None:
        """When the SIM card was activated the last time."""
        return content_of(self.sim, "last_activated_on")

    @property
    def activated_on(self) -> datetime | None:
        """When the SIM card was activated, in responses that tell only one time."""
        return content_of(self.sim, "activated_on")

    @property
    def last_activated_via(self) -> str | None:
        """Deprecated. How the SIM card was activated the last time. For Particle's own use; it will
        go away.
        """
        return content_of(self.sim, "last_activated_via")

    @property
    def last_status_change_action(self) -> str | None:
        """What last changed the state of the SIM card, such as `activate`."""
        return content_of(self.sim, "last_status_change_action")

    @property
    def last_status_change_action_error(self) -> str | None:
        """Whether that change failed, as `yes` or `no`."""
        return content_of(self.sim, "last_status_change_action_error")

    @property
    def base_monthly_rate(self) -> float | None:
        """Price of the data plan of 1 megabyte, in cents per month."""
        return content_of(self.sim, "base_monthly_rate")

    @property
    def overage_monthly_rate(self) -> float | None:
        """Price of each further megabyte, in cents."""
        return content_of(self.sim, "overage_monthly_rate")

    @property
    def stripe_plan_slug(self) -> str | None:
        """Deprecated. Type of the data plan. For Particle's own use; it will go away."""
        return content_of(self.sim, "stripe_plan_slug")

    @property
    def last_device_id(self) -> str | None:
        """ID of the device that last used the SIM card."""
        return content_of(self.sim, "last_device_id")

    @property
    def last_device_name(self) -> str | None:
        """Name of the device that last used the SIM card."""
        return content_of(self.sim, "last_device_name")

    @property
    def device_id(self) -> str | None:
        """ID of the device that uses the SIM card, in responses that don't have it as
        `last_device_id`.
        """
        return content_of(self.sim, "device_id")

    @property
    def device_name(self) -> str | None:
        """Name of the device that uses the SIM card, in responses that don't have it as
        `last_device_name`.
        """
        return content_of(self.sim, "device_name")

    @property
    def updated_at(self) -> datetime | None:
        """When the record of the SIM card last changed."""
        return content_of(self.sim, "updated_at")

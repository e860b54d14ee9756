# Generated from openapi/ by `make generate`. Do not edit.
"""Models of sims."""

from datetime import date, datetime
from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import json_field, model
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
    """Price of the data plan of 1 megabyte, in cents a month."""
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

"""Service agreements: one for each account and organization, with its usage reports."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from .clock import Clock, isoformat, new_token
from .owners import Owner

REPORT_LIFETIME = timedelta(days=7)


@dataclass(eq=False, kw_only=True)
class Notification:
    """A message about an agreement."""

    id: str
    event_name: str
    time_period: str
    created_at: str
    state: str = "sent"
    details: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(eq=False, kw_only=True)
class UsageReport:
    """A report on what was used. It can be downloaded with ``key`` alone."""

    id: str
    agreement: "Agreement" = field(repr=False)
    report_type: str
    start: str
    end: str
    devices: list[str]
    products: list[str | int]
    recipient: str
    created_at: datetime
    available: bool = False
    key: str = field(default_factory=new_token, repr=False)

    @property
    def expires_at(self) -> datetime:
        """When the file is removed."""
        return self.created_at + REPORT_LIFETIME

    @property
    def subjects(self) -> list[str]:
        """The devices or products that it is about."""
        return [str(each) for each in (self.devices or self.products)]


@dataclass(eq=False, kw_only=True)
class Agreement:
    """What an account or organization has agreed to."""

    id: str
    owner: Owner
    starts_on: date
    notifications: list[Notification] = field(default_factory=list[Notification])


@dataclass(eq=False, repr=False)
class Agreements:
    """Every service agreement and usage report of one sandbox."""

    _clock: Clock
    last_number: int = 0
    _agreements: dict[str, Agreement] = field(default_factory=dict)
    reports: dict[str, UsageReport] = field(default_factory=dict)

    def of(self, owner: Owner) -> Agreement:
        """The owner's agreement; it is made when it is first asked for."""
        found = self._agreements.get(owner.key)
        if found is None:
            today = self._clock.now().date()
            found = Agreement(id=self._new_id(), owner=owner, starts_on=today)
            self._agreements[owner.key] = found
        return found

    def notify(self, owner: Owner, event_name: str, **details: Any) -> Notification:
        """Adds a message to the owner's agreement."""
        agreement, now = self.of(owner), self._clock.now()
        notification = Notification(
            id=self._new_id(),
            event_name=event_name,
            time_period=f"{now:%Y-%m}",
            created_at=isoformat(now),
            details=details,
        )
        agreement.notifications.append(notification)
        return notification

    def report(self, agreement: Agreement, **fields: Any) -> UsageReport:
        """Starts a usage report."""
        made = UsageReport(
            id=self._new_id(), agreement=agreement, created_at=self._clock.now(), **fields
        )
        self.reports[made.id] = made
        return made

    def _new_id(self) -> str:
        self.last_number += 1
        return str(self.last_number)

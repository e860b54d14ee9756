"""Ledgers: JSON data that is kept for an owner, its products or its devices."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from .clock import Clock, isoformat
from .owners import Owner

Scope = Literal["Owner", "Product", "Device"]
Direction = Literal["Upstream", "Downstream"]

SCOPES = ("Owner", "Product", "Device")
DIRECTIONS = ("Upstream", "Downstream")
SET_MODES = ("Replace", "Merge")


@dataclass(eq=False, kw_only=True)
class Version:
    """The data of an instance from one change to the next."""

    data: dict[str, Any]
    updated_at: datetime
    replaced_at: datetime | None = None

    @property
    def size(self) -> int:
        """Bytes of the data as JSON."""
        return len(json.dumps(self.data, ensure_ascii=False, separators=(",", ":")).encode())


@dataclass(eq=False, kw_only=True)
class Instance:
    """A ledger's data for one owner, product or device; the newest version is the last."""

    scope_value: str
    created_at: datetime
    versions: list[Version] = field(default_factory=list[Version])

    @property
    def current(self) -> Version:
        """The version that holds."""
        return self.versions[-1]

    def version(self, text: str) -> Version | None:
        """The version that a timestamp of its response names: when it was set, or else replaced."""
        for attribute in ("updated_at", "replaced_at"):
            for version in self.versions:
                moment = getattr(version, attribute)
                if moment and isoformat(moment) == text:
                    return version
        return None


@dataclass(eq=False, kw_only=True)
class Ledger:
    """A definition and the instances under it."""

    owner: Owner
    name: str
    scope: Scope = "Owner"
    direction: Direction = "Downstream"
    description: str = ""
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None = None
    instances: dict[str, Instance] = field(default_factory=dict[str, Instance])


@dataclass(eq=False, repr=False)
class Ledgers:
    """The ledgers of all accounts and organizations."""

    _clock: Clock
    _ledgers: dict[tuple[str, str], Ledger] = field(default_factory=dict)

    def all(self) -> list[Ledger]:
        """Everybody's ledgers, archived ones included."""
        return list(self._ledgers.values())

    def of(self, owner: Owner) -> list[Ledger]:
        """The owner's ledgers, archived ones included."""
        return [ledger for ledger in self._ledgers.values() if ledger.owner.key == owner.key]

    def find(self, owner: Owner, name: str) -> Ledger | None:
        """The owner's ledger of that name."""
        return self._ledgers.get((owner.key, name))

    def add(self, owner: Owner, name: str) -> Ledger:
        """A new ledger."""
        now = self._clock.now()
        ledger = Ledger(owner=owner, name=name, created_at=now, updated_at=now)
        self._ledgers[owner.key, name] = ledger
        return ledger

    def set(self, ledger: Ledger, scope_value: str, data: dict[str, Any], *, merge: bool) -> bool:
        """Sets an instance's data; ``merge`` keeps the top-level keys that ``data`` hasn't. Gives
        whether the instance is new."""
        # Responses have milliseconds; versions go by their time, so that no two may have the same.
        now = self._clock.now()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        instance = ledger.instances.get(scope_value)
        is_new = instance is None
        if instance is None:
            instance = Instance(scope_value=scope_value, created_at=now)
            ledger.instances[scope_value] = instance
        else:
            last = instance.current
            now = max(now, last.updated_at + timedelta(milliseconds=1))
            last.replaced_at = now
            data = {**last.data, **data} if merge else data
        instance.versions.append(Version(data=data, updated_at=now))
        return is_new

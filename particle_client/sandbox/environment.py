"""Environment variables of accounts, organizations, products and devices, and cloud secrets.

What a level sets holds for everything below it: an account or organization, its products, their
devices. A change reaches devices by a roll-out only, which takes a snapshot of the level.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from .clock import Clock, isoformat
from .devices import VirtualDevice
from .owners import Owner, owner_of_product

When = Literal["Immediate", "Connect"]


@dataclass(eq=False, kw_only=True)
class Variables:
    """The variables that one level sets itself, and what was rolled out of them last."""

    own: dict[str, str] = field(default_factory=dict[str, str])
    created_at: str | None = None
    updated_at: str | None = None
    created_by: str | None = None
    updated_by: str | None = None
    rolled_out: dict[str, str] = field(default_factory=dict[str, str])
    inherited_then: dict[str, dict[str, str]] | None = None
    rollout_at: str | None = None
    rollout_by: str | None = None
    moment: datetime | None = None
    when: When = "Immediate"


@dataclass(eq=False, kw_only=True)
class Secret:
    """A cloud secret. The API never tells its value."""

    name: str
    value: str = field(repr=False)
    created_at: str
    updated_at: str
    created_by: str
    updated_by: str
    last_accessed_at: str | None = None


@dataclass(frozen=True, eq=False)
class Level:
    """A device, or else an owner, whose variables are meant."""

    owner: Owner
    device: VirtualDevice | None = None

    @property
    def key(self) -> str:
        """Tells levels apart."""
        return f"device:{self.device.id}" if self.device else self.owner.key

    def above(self) -> "list[tuple[str, Level]]":
        """The levels that this one inherits from, the farthest first, each with the kind that the
        responses name."""
        if self.device:
            product = self.device.product
            if product is None:
                # A device of no product belongs to its owner's sandbox directly.
                return [("Owner", Level(self.owner))] if self.device.owner else []
            over = Level(Owner(product=product))
            return [*over.above(), ("Product", over)]
        if self.owner.product:
            return [("Owner", Level(owner_of_product(self.owner.product)))]
        return []


@dataclass(eq=False, repr=False)
class Environments:
    """The variables of every level, and what the devices know of them."""

    _clock: Clock
    _variables: dict[str, Variables] = field(default_factory=dict)
    _on_device: dict[str, tuple[dict[str, str], str]] = field(default_factory=dict)
    secrets: dict[str, dict[str, Secret]] = field(default_factory=dict)

    def of(self, level: Level) -> Variables:
        """What the level sets."""
        return self._variables.setdefault(level.key, Variables())

    def change(self, level: Level, changes: dict[str, str | None], username: str) -> None:
        """Sets variables, and unsets those that are None."""
        variables, now = self.of(level), self._clock.timestamp()
        for key, value in changes.items():
            if value is None:
                variables.own.pop(key, None)
            else:
                variables.own[key] = value
        variables.created_at = variables.created_at or now
        variables.created_by = variables.created_by or username
        variables.updated_at, variables.updated_by = now, username

    def inherited(self, level: Level) -> dict[str, dict[str, str]]:
        """The variables from above as they are set now; the nearest level counts."""
        return {
            key: {"from": kind, "value": value}
            for kind, over in level.above()
            for key, value in self.of(over).own.items()
        }

    def rendered(self, level: Level) -> dict[str, str]:
        """All variables that hold at the level now."""
        inherited = {key: entry["value"] for key, entry in self.inherited(level).items()}
        return inherited | self.of(level).own

    def snapshot(self, level: Level) -> dict[str, str]:
        """All variables that held at the level's last roll-out; none before the first."""
        variables = self.of(level)
        above = variables.inherited_then or {}
        return {key: entry["value"] for key, entry in above.items()} | variables.rolled_out

    def roll_out(self, level: Level, username: str, when: When) -> None:
        """Brings the level's variables to the devices below it: at once to those that are online,
        or to each at its next connection."""
        variables = self.of(level)
        variables.rolled_out = dict(variables.own)
        variables.inherited_then = self.inherited(level)
        variables.moment = self._clock.now()
        variables.rollout_at, variables.rollout_by = isoformat(variables.moment), username
        variables.when = when

    def on_device(self, device: VirtualDevice, level: Level) -> dict[str, Any] | None:
        """What the device has; None for one that never got any variables."""
        rendered: dict[str, str] = {}
        due = False
        for over in [*(over for _, over in level.above()), level]:
            variables = self.of(over)
            rendered |= variables.rolled_out
            if variables.moment and variables.when == "Immediate":
                due = due or device.online or device.last_handshake_at > variables.moment
            elif variables.moment:
                due = due or device.last_handshake_at > variables.moment
        known = self._on_device.get(device.id)
        if due and (known is None or known[0] != rendered):
            known = self._on_device[device.id] = (rendered, self._clock.timestamp())
        if known is None:
            return None
        return {"rendered": known[0], "last_reported_at": known[1]}


def differences(before: dict[str, str], after: dict[str, str]) -> dict[str, Any]:
    """What a roll-out would change."""
    changes: list[dict[str, str]] = []
    for key in sorted({*before, *after}):
        if key not in before:
            changes.append({"op": "Added", "key": key, "after": after[key]})
        elif key not in after:
            changes.append({"op": "Removed", "key": key, "before": before[key]})
        elif before[key] != after[key]:
            entry = {"op": "Changed", "key": key, "before": before[key], "after": after[key]}
            changes.append(entry)
    unchanged = {key: value for key, value in after.items() if before.get(key) == value}
    return {"changes": changes, "unchanged": unchanged}

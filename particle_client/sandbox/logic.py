"""Logic functions: code that the cloud would run on events or at times.

The sandbox stores them and writes a run down whenever an event would have started one; it doesn't
execute JavaScript.
"""

import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from .clock import Clock
from .events import Event
from .owners import Owner


@dataclass(eq=False, kw_only=True)
class LogicRun:
    """One run of a function."""

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    trigger_type: str
    trigger_id: str
    started_at: str
    finished_at: str
    logs: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])


@dataclass(eq=False, kw_only=True)
class LogicFunction:
    """A stored function."""

    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    owner: Owner
    name: str
    description: str = ""
    enabled: bool = True
    code: str = "export default function main() {}"
    api_username: str | None = None
    secrets: list[str] | None = None
    use_env: bool | None = None
    template_slug: str | None = None
    version: int = 1
    created_at: str
    updated_at: str
    created_by: str
    updated_by: str
    triggers: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    runs: list[LogicRun] = field(default_factory=list[LogicRun])

    def trigger_for(self, event: Event) -> dict[str, Any] | None:
        """The trigger that the event sets off."""
        for trigger in self.triggers:
            given = trigger["type"], trigger.get("product_id"), trigger.get("event_name")
            if trigger["enabled"] and given == ("Event", event.product_id, event.name):
                return trigger
        return None

    def stats(self) -> Counter[str]:
        """How many runs there were on each day, written ``YYYYMMDD``."""
        return Counter(run.started_at[:10].replace("-", "") for run in self.runs)


@dataclass(eq=False, repr=False)
class LogicFunctions:
    """All logic functions."""

    _clock: Clock
    _functions: dict[str, LogicFunction] = field(default_factory=dict)

    def of(self, owner: Owner) -> list[LogicFunction]:
        """The owner's functions, oldest first."""
        return [f for f in self._functions.values() if f.owner.key == owner.key]

    def find(self, owner: Owner, function_id: str) -> LogicFunction | None:
        """The owner's function with that id."""
        found = self._functions.get(function_id)
        return found if found and found.owner.key == owner.key else None

    def add(self, function: LogicFunction) -> None:
        """Stores a new function."""
        self._functions[function.id] = function

    def remove(self, function: LogicFunction) -> None:
        """Deletes a function with its runs."""
        del self._functions[function.id]

    def on_event(self, event: Event) -> None:
        """Writes down the runs that the event starts; the caller holds the lock."""
        for function in self._functions.values():
            trigger = function.trigger_for(event) if function.enabled else None
            if trigger:
                now = self._clock.timestamp()
                run = LogicRun(
                    trigger_type="Event", trigger_id=trigger["id"], started_at=now, finished_at=now
                )
                function.runs.append(run)

# Generated from openapi/ by `make generate`. Do not edit.
"""Models of logic."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = [
    "LogicEvent",
    "LogicExecution",
    "LogicExecutionResponse",
    "LogicExecutionStatus",
    "LogicFunction",
    "LogicFunctionDailyStats",
    "LogicFunctionList",
    "LogicFunctionResponse",
    "LogicFunctionStats",
    "LogicFunctionStatsList",
    "LogicLogLevel",
    "LogicRun",
    "LogicRunList",
    "LogicRunLog",
    "LogicRunLogs",
    "LogicRunLogsResponse",
    "LogicRunResponse",
    "LogicRunStatus",
    "LogicSource",
    "LogicTrigger",
    "LogicTriggerSettings",
    "LogicTriggerType",
]


class LogicExecutionStatus(StrEnum):
    """How the execution of code ended."""

    SUCCESS = "Success"
    FAILURE = "Failure"
    EXCEPTION = "Exception"


class LogicLogLevel(StrEnum):
    """How serious an entry of a log is."""

    INFO = "Info"
    WARNING = "Warning"
    ERROR = "Error"


class LogicRunStatus(StrEnum):
    """How a run of a logic function ended; `Timeout` when it took too long and was stopped."""

    SUCCESS = "Success"
    FAILURE = "Failure"
    TIMEOUT = "Timeout"


class LogicTriggerType(StrEnum):
    """What makes a logic function run, a schedule or an event."""

    SCHEDULED = "Scheduled"
    EVENT = "Event"


@model
class LogicEvent(Model):
    """The event that a logic function is run with."""

    event_name: str | None = UNSET
    """Name of the event."""
    event_data: str | None = UNSET
    """Data of the event."""
    device_id: str | None = UNSET
    """ID of the device that the event appears to come from; may be empty."""
    product_id: str | int | None = UNSET
    """ID of the product of that device; 0 for none."""


@model
class LogicRunLog(Model):
    """One entry in the log of a run."""

    level: LogicLogLevel | str
    """How serious it is."""
    timestamp: datetime
    """When it was logged."""
    args: list[Any]
    """What was logged, any values of JSON."""


@model
class LogicExecution(Model):
    """How the execution of code went."""

    status: LogicExecutionStatus | str
    """How it ended."""
    err: str | None = UNSET
    """Message of the error, where `status` isn't `Success`."""
    logs: list[LogicRunLog]
    """What the code logged, in order."""


@model
class LogicExecutionResponse(Model):
    """Result of running code once."""

    result: LogicExecution
    """How it went."""

    @property
    def status(self) -> LogicExecutionStatus | str:
        """How it ended."""
        return content_of(self.result, "status")

    @property
    def err(self) -> str | None:
        """Message of the error, where `status` isn't `Success`."""
        return content_of(self.result, "err")

    @property
    def logs(self) -> list[LogicRunLog]:
        """What the code logged, in order."""
        return content_of(self.result, "logs")


@model
class LogicSource(Model):
    """The code of a logic function."""

    type: Literal["JavaScript"]
    """Language of the code. The only one is `JavaScript`."""
    code: str
    """The code, a module whose default export is the function to run."""


@model
class LogicTrigger(Model):
    """Something that makes a logic function run. Which fields there are depends on `type`."""

    id: str
    """ID of the trigger."""
    type: LogicTriggerType | str
    """Whether a schedule or an event triggers the function. There may be further types."""
    logic_function_id: str
    """ID of the function that it runs."""
    enabled: bool
    """Whether the trigger is switched on."""
    version: int | None = UNSET
    """Version of the trigger, which counts its changes. Of a `Scheduled` trigger."""
    cron: str | None = UNSET
    """The schedule, in the notation of cron. Of a `Scheduled` trigger."""
    start_at: datetime | None = UNSET
    """When the schedule begins. Of a `Scheduled` trigger."""
    end_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the schedule ends; null when it doesn't. Of a `Scheduled` trigger."""
    last_scheduled_at: datetime | None = UNSET
    """The last time for which a run has been scheduled. Of a `Scheduled` trigger."""
    next_unscheduled_at: datetime | None = UNSET
    """The next time for which a run has yet to be scheduled. Of a `Scheduled` trigger."""
    event_name: str | None = UNSET
    """Whole name of the event. Of an `Event` trigger."""
    event: str | None = UNSET
    """The same, by the name that Particle's JavaScript SDK has for it."""
    product_id: int | None = UNSET
    """ID of the product whose devices publish the event. Of an `Event` trigger."""


@model
class LogicFunctionStats(Model):
    """How often a logic function ran, by outcome."""

    success: int
    """Number of runs that succeeded."""
    failure: int
    """Number of runs that failed."""
    timeout: int
    """Number of runs that took too long and were stopped."""


@model
class LogicFunction(Model):
    """A logic function, which is code that the cloud runs on a schedule or when an event
    happens.
    """

    id: str
    """ID of the function."""
    owner_id: str
    """Who the function belongs to, as `user:` and the ID of an account, for example."""
    version: int
    """Version of the function, which counts its changes."""
    enabled: bool
    """Whether the function is switched on."""
    name: str
    """Name of the function."""
    description: str
    """What the function is for; may be empty."""
    template_slug: str | None
    """Short name of the template that the function was made from, or null."""
    source: LogicSource
    """The code."""
    created_at: datetime
    """When the function was created."""
    updated_at: datetime
    """When the function was last changed."""
    created_by: str
    """Who created the function, as `user:` and the ID of an account, for example."""
    updated_by: str
    """Who last changed the function, in the same form."""
    logic_triggers: list[LogicTrigger]
    """What makes the function run."""
    today_stats: LogicFunctionStats | None = UNSET
    """How often the function ran today. In lists only when asked for."""
    api_username: str | None = json_field(default=UNSET, nullable=True)
    """Username of the API user as which the function calls the Cloud API, or null."""
    secrets: list[str] | None = json_field(default=UNSET, nullable=True)
    """Names of the secrets that the code may read, or null."""
    use_env: bool | None = json_field(default=UNSET, nullable=True)
    """Whether the code gets the environment variables, or null."""
    org_slug: str | None = UNSET
    """Slug of the organization that the function belongs to, if it does to one."""


@model
class LogicFunctionDailyStats(Model):
    """How often a logic function ran on one day, by outcome."""

    day: str = json_field(name="date")
    """The day, as `YYYYMMDD`."""
    success: int
    """Number of runs that succeeded."""
    failure: int
    """Number of runs that failed."""
    timeout: int
    """Number of runs that took too long and were stopped."""


@model
class LogicFunctionList(Model):
    """A list of logic functions."""

    logic_functions: list[LogicFunction]
    """The functions."""


@model
class LogicFunctionResponse(Model):
    """A single logic function."""

    logic_function: LogicFunction
    """The function."""

    @property
    def id(self) -> str:
        """ID of the function."""
        return content_of(self.logic_function, "id")

    @property
    def owner_id(self) -> str:
        """Who the function belongs to, as `user:` and the ID of an account, for example."""
        return content_of(self.logic_function, "owner_id")

    @property
    def version(self) -> int:
        """Version of the function, which counts its changes."""
        return content_of(self.logic_function, "version")

    @property
    def enabled(self) -> bool:
        """Whether the function is switched on."""
        return content_of(self.logic_function, "enabled")

    @property
    def name(self) -> str:
        """Name of the function."""
        return content_of(self.logic_function, "name")

    @property
    def description(self) -> str:
        """What the function is for; may be empty."""
        return content_of(self.logic_function, "description")

    @property
    def template_slug(self) -> str | None:
        """Short name of the template that the function was made from, or null."""
        return content_of(self.logic_function, "template_slug")

    @property
    def source(self) -> LogicSource:
        """The code."""
        return content_of(self.logic_function, "source")

    @property
    def created_at(self) -> datetime:
        """When the function was created."""
        return content_of(self.logic_function, "created_at")

    @property
    def updated_at(self) -> datetime:
        """When the function was last changed."""
        return content_of(self.logic_function, "updated_at")

    @property
    def created_by(self) -> str:
        """Who created the function, as `user:` and the ID of an account, for example."""
        return content_of(self.logic_function, "created_by")

    @property
    def updated_by(self) -> str:
        """Who last changed the function, in the same form."""
        return content_of(self.logic_function, "updated_by")

    @property
    def logic_triggers(self) -> list[LogicTrigger]:
        """What makes the function run."""
        return content_of(self.logic_function, "logic_triggers")

    @property
    def today_stats(self) -> LogicFunctionStats | None:
        """How often the function ran today. In lists only when asked for."""
        return content_of(self.logic_function, "today_stats")

    @property
    def api_username(self) -> str | None:
        """Username of the API user as which the function calls the Cloud API, or null."""
        return content_of(self.logic_function, "api_username")

    @property
    def secrets(self) -> list[str] | None:
        """Names of the secrets that the code may read, or null."""
        return content_of(self.logic_function, "secrets")

    @property
    def use_env(self) -> bool | None:
        """Whether the code gets the environment variables, or null."""
        return content_of(self.logic_function, "use_env")

    @property
    def org_slug(self) -> str | None:
        """Slug of the organization that the function belongs to, if it does to one."""
        return content_of(self.logic_function, "org_slug")


@model
class LogicFunctionStatsList(Model):
    """How often a logic function ran, day by day."""

    logic_function_stats: list[LogicFunctionDailyStats]
    """The days."""


@model
class LogicRun(Model):
    """One run of a logic function."""

    id: str
    """ID of the run."""
    owner_id: str
    """Who the function belongs to, as `user:` and the ID of an account, for example."""
    logic_function_id: str
    """ID of the function."""
    logic_trigger_type: str
    """Type of the trigger, such as `Scheduled`."""
    logic_trigger_id: str
    """ID of the trigger."""
    status: LogicRunStatus | str
    """How the run ended."""
    started_at: datetime
    """When the run began."""
    finished_at: datetime
    """When the run ended."""
    log_filename: str
    """Where the cloud keeps the log of the run."""


@model
class LogicRunList(Model):
    """Runs of a logic function."""

    logic_runs: list[LogicRun]
    """The runs."""


@model
class LogicRunLogs(Model):
    """The log of a run."""

    logs: list[LogicRunLog]
    """The entries, in order."""


@model
class LogicRunLogsResponse(Model):
    """The log of a run of a logic function."""

    logic_run_logs: LogicRunLogs = json_field(envelope=True)
    """The log."""

    @property
    def logs(self) -> list[LogicRunLog]:
        """The entries, in order."""
        return content_of(self.logic_run_logs, "logs")


@model
class LogicRunResponse(Model):
    """A single run of a logic function."""

    logic_run: LogicRun
    """The run."""

    @property
    def id(self) -> str:
        """ID of the run."""
        return content_of(self.logic_run, "id")

    @property
    def owner_id(self) -> str:
        """Who the function belongs to, as `user:` and the ID of an account, for example."""
        return content_of(self.logic_run, "owner_id")

    @property
    def logic_function_id(self) -> str:
        """ID of the function."""
        return content_of(self.logic_run, "logic_function_id")

    @property
    def logic_trigger_type(self) -> str:
        """Type of the trigger, such as `Scheduled`."""
        return content_of(self.logic_run, "logic_trigger_type")

    @property
    def logic_trigger_id(self) -> str:
        """ID of the trigger."""
        return content_of(self.logic_run, "logic_trigger_id")

    @property
    def status(self) -> LogicRunStatus | str:
        """How the run ended."""
        return content_of(self.logic_run, "status")

    @property
    def started_at(self) -> datetime:
        """When the run began."""
        return content_of(self.logic_run, "started_at")

    @property
    def finished_at(self) -> datetime:
        """When the run ended."""
        return content_of(self.logic_run, "finished_at")

    @property
    def log_filename(self) -> str:
        """Where the cloud keeps the log of the run."""
        return content_of(self.logic_run, "log_filename")


@model
class LogicTriggerSettings(Model):
    """A trigger of a logic function as it is to be. One with the `id` of a trigger that is there
    changes that one, one without is new.
    """

    id: str | None = UNSET
    """ID of the trigger to change."""
    type: LogicTriggerType | str | None = UNSET
    """Whether a schedule or an event triggers the function. There may be further types."""
    enabled: bool | None = UNSET
    """Whether the trigger is switched on."""
    event_name: str | None = UNSET
    """Whole name of the event, not its beginning. For an `Event` trigger."""
    event: str | None = UNSET
    """The same, by the name that Particle's JavaScript SDK has for it."""
    product_id: int | None = UNSET
    """ID of the product whose devices publish the event. An `Event` trigger needs it."""
    cron: str | None = UNSET
    """The schedule, in the notation of cron with 4 or 5 fields, in UTC, at most once a minute. For
    a `Scheduled` trigger.
    """
    start_at: datetime | None = UNSET
    """When the schedule begins. For a `Scheduled` trigger."""
    end_at: datetime | None = json_field(default=UNSET, nullable=True)
    """When the schedule ends; null when it doesn't. For a `Scheduled` trigger."""

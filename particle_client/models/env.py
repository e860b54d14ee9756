# Generated from openapi/ by `make generate`. Do not edit.
"""Models of env."""

from datetime import datetime
from enum import StrEnum

from ..base.unset import UNSET
from ..schema.fields import json_field, model
from ..schema.model import Model

__all__ = [
    "EnvVar",
    "EnvVarChange",
    "EnvVarChangeType",
    "EnvVarOperation",
    "EnvVarOperationType",
    "EnvVarSource",
    "EnvVars",
    "EnvVarsDiff",
    "EnvVarsLatest",
    "EnvVarsOnDevice",
    "EnvVarsRolloutReview",
    "EnvVarsRolloutStarted",
    "EnvVarsRolloutTiming",
    "EnvVarsSnapshot",
    "InheritedEnvVar",
    "RenderedEnvVars",
]


class EnvVarChangeType(StrEnum):
    """What a rollout does to an environment variable."""

    ADDED = "Added"
    CHANGED = "Changed"
    REMOVED = "Removed"


class EnvVarOperationType(StrEnum):
    """What to do with an environment variable, set or remove it."""

    SET = "Set"
    UNSET = "Unset"


class EnvVarSource(StrEnum):
    """Where an inherited environment variable comes from: the account or organization (`Owner`),
    the product, or the device's firmware.
    """

    OWNER = "Owner"
    PRODUCT = "Product"
    FIRMWARE = "Firmware"


class EnvVarsRolloutTiming(StrEnum):
    """When devices get the environment variables: those that are online at once (`Immediate`), or
    each when it connects the next time (`Connect`).
    """

    IMMEDIATE = "Immediate"
    CONNECT = "Connect"


@model
class EnvVar(Model):
    """An environment variable that is set where it is read."""

    value: str
    """Its value."""


@model
class EnvVarChange(Model):
    """What a rollout would do to one environment variable."""

    op: EnvVarChangeType | str
    """Whether the variable is added, changed or removed."""
    key: str
    """Name of the variable."""
    before: str | None = UNSET
    """The value before the rollout. Missing for one that is added."""
    after: str | None = UNSET
    """The value after the rollout. Missing for one that is removed."""


@model
class EnvVarOperation(Model):
    """One change to the environment variables."""

    op: EnvVarOperationType | str
    """Whether to set (`Set`) or to remove (`Unset`) the variable."""
    key: str
    """Name of the variable. It has uppercase letters, digits and underscores, no digit at the
    beginning, and at most 128 characters. Names that begin with `PARTICLE_` are reserved.
    """
    value: str | None = UNSET
    """The new value, with `Set`."""


@model
class InheritedEnvVar(Model):
    """An environment variable that comes from further up."""

    from_: EnvVarSource | str = json_field(name="from")
    """Where it comes from. There may be further places."""
    value: str
    """Its value."""


@model
class EnvVarsLatest(Model):
    """The environment variables as they are set now, rolled out or not."""

    own: dict[str, EnvVar]
    """Variables that are set here, by their names."""
    inherited: dict[str, InheritedEnvVar]
    """Variables that come from further up and aren't set here, by their names."""
    created_at: datetime | None
    """When the first variable was set here, or null."""
    updated_at: datetime | None
    """When a variable was last changed here, or null."""
    created_by: str | None
    """Who set the first variable here, or null."""
    updated_by: str | None
    """Who last changed a variable here, or null."""


@model
class EnvVarsSnapshot(Model):
    """The environment variables as they were last rolled out."""

    own: dict[str, EnvVar]
    """Variables that were set here, by their names."""
    inherited: dict[str, InheritedEnvVar]
    """Variables that came from further up, by their names."""
    rollout_at: datetime | None
    """When they were rolled out, or null."""
    rollout_by: str | None
    """Who rolled them out, or null."""


@model
class EnvVarsOnDevice(Model):
    """The environment variables that a device has, by what it last reported."""

    rendered: dict[str, str]
    """The values, by the names of the variables."""
    last_reported_at: datetime
    """When the device reported them."""
    development_env: bool | None = UNSET
    """Whether they are those of a development device."""


@model
class EnvVars(Model):
    """The environment variables of an account, an organization, a product or a device: as they are
    set, and as they were last rolled out.
    """

    latest: EnvVarsLatest
    """As they are set now. Devices get them with the next rollout."""
    last_snapshot: EnvVarsSnapshot | None
    """As they were last rolled out; null when they never were."""
    on_device: EnvVarsOnDevice | None = UNSET
    """As the device has them. Only for a device."""


@model
class EnvVarsDiff(Model):
    """What a rollout would do to the environment variables."""

    changes: list[EnvVarChange]
    """The variables that are added, changed or removed."""
    unchanged: dict[str, str]
    """The values that stay as they are, by the names of the variables."""


@model
class EnvVarsRolloutReview(Model):
    """What a rollout would change."""

    from_snapshot: EnvVarsDiff
    """Compared with the last rollout."""
    from_device: EnvVarsDiff | None = UNSET
    """Compared with what the device has. Only for a device."""


@model
class EnvVarsRolloutStarted(Model):
    """Whether a rollout was started."""

    success: bool
    """Whether the rollout was started."""


@model
class RenderedEnvVars(Model):
    """The environment variables of a scope and all above it, merged into one list."""

    env: dict[str, str]
    """The values, by the names of the variables."""
    last_updated_at: datetime | None
    """When a variable was last changed, or null."""
    rollout_at: datetime | None
    """When they were last rolled out, or null."""
    rollout_by: str | None
    """Who rolled them out, or null."""

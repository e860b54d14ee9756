"""Environment variables."""

import json
import re
from typing import Any, cast

from ..environment import Level, When, differences
from ..errors import failure
from ..owners import Owner, owner_of_product
from ..request import Call
from ..routing import paths_for, route

_ENV = paths_for("/env")
_KEY = re.compile(r"(?!PARTICLE_)[A-Z_][A-Z0-9_]{0,127}\Z")
_MOST_VARIABLES = 100
_MAX_SNAPSHOT_BYTES = 16 * 1024


def _paths(tail: str) -> list[str]:
    return [path + tail for path in [*_ENV, "/v1/env/{device_id}"]]


# The path parameter of PUT and DELETE /v1/env/{key} is that of GET /v1/env/{device_id}.
@route("GET", *_ENV, "/v1/env/{device_id}")
def list_variables(call: Call) -> dict[str, Any]:
    return _snapshots(call, _level(call))


@route("PATCH", *_ENV, "/v1/env/{device_id}")
def change_variables(call: Call) -> dict[str, Any]:
    level, operations = _level(call), call.body.fields.get("ops")
    if not isinstance(operations, list) or not operations:
        raise failure(400, "ops is required: a list of operations")
    changes: dict[str, str | None] = {}
    for operation in cast("list[object]", operations):
        if not isinstance(operation, dict):
            raise failure(400, "Each of the ops must be an object with op and key")
        fields = cast("dict[str, object]", operation)
        key = _checked_key(fields.get("key"))
        if fields.get("op") == "Set":
            changes[key] = _checked_value(fields.get("value"))
        elif fields.get("op") == "Unset":
            changes[key] = None
        else:
            raise failure(400, "op must be Set or Unset")
    return _change(call, level, changes)


@route("PUT", *_paths("/{key}"))
def set_variable(call: Call) -> dict[str, Any]:
    level, key = _level(call), _checked_key(call.parameters["key"])
    value = _checked_value(call.body.fields.get("value"))
    return _change(call, level, {key: value})


@route("DELETE", *_paths("/{key}"))
def delete_variable(call: Call) -> dict[str, Any]:
    level, key = _level(call), call.parameters["key"]
    if key not in call.cloud.environments.of(level).own:
        raise failure(404, f"There is no environment variable {key} here")
    call.cloud.environments.change(level, {key: None}, call.account.username)
    return _snapshots(call, level)


@route("GET", *_paths("/render"))
def render_variables(call: Call) -> dict[str, Any]:
    level, environments = _level(call), call.cloud.environments
    variables = environments.of(level)
    return {
        "env": environments.rendered(level),
        "last_updated_at": variables.updated_at,
        "rollout_at": variables.rollout_at,
        "rollout_by": variables.rollout_by,
    }


@route("GET", *_paths("/rollout"))
def review_rollout(call: Call) -> dict[str, Any]:
    level, environments = _level(call), call.cloud.environments
    planned = environments.rendered(level)
    response = {"from_snapshot": differences(environments.snapshot(level), planned)}
    if level.device:
        known = environments.on_device(level.device, level) or {"rendered": {}}
        response["from_device"] = differences(known["rendered"], planned)
    return response


@route("POST", *_paths("/rollout"))
def start_rollout(call: Call) -> dict[str, Any]:
    level, asked = _level(call), call.body.fields.get("when", "Immediate")
    if asked not in ("Immediate", "Connect"):
        raise failure(400, "when must be Immediate or Connect")
    when: When = "Connect" if asked == "Connect" else "Immediate"
    environments = call.cloud.environments
    environments.roll_out(level, call.account.username, when)
    for device in call.cloud.devices.values():
        below = _device_level(call, device.id, authorized=True)
        if level.key in [below.key, *(over.key for _, over in below.above())]:
            environments.on_device(device, below)
    return {"success": True}


def _change(call: Call, level: Level, changes: dict[str, str | None]) -> dict[str, Any]:
    environments = call.cloud.environments
    after: dict[str, str | None] = {**environments.of(level).own, **changes}
    own = {key: value for key, value in after.items() if value is not None}
    if len(own) > _MOST_VARIABLES:
        raise failure(400, f"There are at most {_MOST_VARIABLES} variables here")
    snapshot = {**{k: v["value"] for k, v in environments.inherited(level).items()}, **own}
    if len(json.dumps(snapshot, ensure_ascii=False).encode()) > _MAX_SNAPSHOT_BYTES:
        raise failure(400, f"All variables together have at most {_MAX_SNAPSHOT_BYTES} bytes")
    environments.change(level, changes, call.account.username)
    return _snapshots(call, level)


def _level(call: Call) -> Level:
    if "device_id" in call.parameters:
        return _device_level(call, call.parameters["device_id"])
    return Level(call.owner())


def _device_level(call: Call, device_id: str, *, authorized: bool = False) -> Level:
    cloud = call.cloud
    device = cloud.devices[device_id] if authorized else cloud.device(call.account, device_id)
    if device.product:
        return Level(owner_of_product(device.product), device)
    return Level(Owner(account=device.owner), device)


def _snapshots(call: Call, level: Level) -> dict[str, Any]:
    environments = call.cloud.environments
    variables = environments.of(level)
    snapshot: dict[str, Any] | None = None
    if variables.rollout_at:
        snapshot = {
            "own": _values(variables.rolled_out),
            "inherited": variables.inherited_then or {},
            "rollout_at": variables.rollout_at,
            "rollout_by": variables.rollout_by,
        }
    response: dict[str, Any] = {
        "last_snapshot": snapshot,
        "latest": {
            "own": _values(variables.own),
            "inherited": environments.inherited(level),
            "created_at": variables.created_at,
            "updated_at": variables.updated_at,
            "created_by": variables.created_by,
            "updated_by": variables.updated_by,
        },
    }
    known = environments.on_device(level.device, level) if level.device else None
    return response | ({"on_device": known} if known else {})


def _values(variables: dict[str, str]) -> dict[str, dict[str, str]]:
    return {key: {"value": value} for key, value in variables.items()}


def _checked_key(key: object) -> str:
    if not isinstance(key, str) or not _KEY.match(key):
        raise failure(
            400,
            "The name of a variable has uppercase letters, digits and underscores, no digit first, "
            "and at most 128 of them; PARTICLE_ at the beginning is reserved",
        )
    return key


def _checked_value(value: object) -> str:
    if not isinstance(value, str):
        raise failure(400, "value is required and must be text")
    return value

"""Logic functions, their runs and their execution on trial."""

import uuid
from datetime import datetime
from typing import Any, cast

from starlette.responses import JSONResponse, Response

from ..errors import failure
from ..logic import LogicFunction, LogicRun
from ..request import Call, as_bool, as_names
from ..routing import paths_for, route

_FUNCTIONS = paths_for("/logic/functions")
_FUNCTION = paths_for("/logic/functions/{function}")
_TRIGGER_TYPES = ("Event", "Scheduled")
_MOST_TRIGGERS = 5
_MOST_FUNCTIONS = 20
_OUTCOMES = ("success", "failure", "timeout")


@route("POST", *paths_for("/logic/execute"), scope="logic.functions:execute")
def execute_logic(call: Call) -> dict[str, Any]:
    call.account_or_organization()
    _code(call.required_object("source"))
    if not isinstance(call.body.fields.get("event", {}), dict):
        raise failure(400, "event must be an object")
    _permissions(call.body.fields)
    return {"result": {"status": "Success", "logs": []}}


@route("GET", *_FUNCTIONS, scope="logic.functions:list")
def list_functions(call: Call) -> dict[str, Any]:
    with_stats = as_bool(call.query.get("today_stats", False), "today_stats")
    functions = call.cloud.logic.of(call.account_or_organization())
    return {"logic_functions": [_function_json(call, f, with_stats) for f in functions]}


@route("POST", *_FUNCTIONS, scope="logic.functions:create")
def create_function(call: Call) -> Response:
    owner, fields = call.account_or_organization(), call.required_object("logic_function")
    now, user = call.cloud.clock.timestamp(), f"user:{call.account.id}"
    function = LogicFunction(
        owner=owner, name="", created_at=now, updated_at=now, created_by=user, updated_by=user
    )
    if "name" not in fields:
        raise failure(400, "logic_function.name is required")
    if len(call.cloud.logic.of(owner)) >= _MOST_FUNCTIONS:
        raise failure(400, f"There are {_MOST_FUNCTIONS} logic functions already")
    _change(call, function, fields, now)
    call.cloud.logic.add(function)
    body = {"logic_function": _function_json(call, function, False)}
    return JSONResponse(body, status_code=201)


@route("GET", *_FUNCTION, scope="logic.functions:get")
def get_function(call: Call) -> dict[str, Any]:
    return {"logic_function": _function_json(call, _function(call), False)}


@route("PUT", *_FUNCTION, scope="logic.functions:update")
def update_function(call: Call) -> Response:
    function, fields = _function(call), call.required_object("logic_function")
    function.version += 1
    _change(call, function, fields, call.cloud.clock.timestamp())
    function.updated_at = call.cloud.clock.timestamp()
    function.updated_by = f"user:{call.account.id}"
    body = {"logic_function": _function_json(call, function, True)}
    return JSONResponse(body, status_code=201)


@route("DELETE", *_FUNCTION, scope="logic.functions:remove")
def delete_function(call: Call) -> Response:
    call.cloud.logic.remove(_function(call))
    return Response(status_code=204)


@route("GET", *(f"{path}/runs" for path in _FUNCTION), scope="logic.runs:list")
def list_runs(call: Call) -> dict[str, Any]:
    function = _function(call)
    return {"logic_runs": [_run_json(function, run) for run in reversed(function.runs)]}


@route("GET", *(f"{path}/runs/{{run}}" for path in _FUNCTION), scope="logic.runs:get")
def get_run(call: Call) -> dict[str, Any]:
    function = _function(call)
    return {"logic_run": _run_json(function, _run(call, function))}


@route("GET", *(f"{path}/runs/{{run}}/logs" for path in _FUNCTION), scope="logic.logs:list")
def get_run_logs(call: Call) -> dict[str, Any]:
    return {"logic_run_logs": {"logs": _run(call, _function(call)).logs}}


@route("GET", "/v1/products/{product}/logs", scope="logic.logs:list")
def get_product_logs(call: Call) -> dict[str, Any]:
    functions = call.cloud.logic.of(call.account_or_organization())
    logs = [entry for function in functions for run in function.runs for entry in run.logs]
    return {"logic_run_logs": {"logs": logs}}


@route("GET", *(f"{path}/stats" for path in _FUNCTION), scope="logic.stats:list")
def get_stats(call: Call) -> dict[str, Any]:
    stats = _function(call).stats()
    return {"logic_function_stats": [{"date": day, **_counts(stats[day])} for day in sorted(stats)]}


def _counts(success: int) -> dict[str, int]:
    return {**dict.fromkeys(_OUTCOMES, 0), "success": success}


def _function(call: Call) -> LogicFunction:
    wanted = call.parameters["function"]
    function = call.cloud.logic.find(call.account_or_organization(), wanted)
    if function is None:
        raise failure(404, f"There is no logic function {wanted}")
    return function


def _run(call: Call, function: LogicFunction) -> LogicRun:
    for run in function.runs:
        if run.id == call.parameters["run"]:
            return run
    raise failure(404, f"The logic function has no run {call.parameters['run']}")


def _change(call: Call, function: LogicFunction, fields: dict[str, Any], now: str) -> None:
    name = fields.get("name", function.name)
    description = fields.get("description", function.description)
    if not isinstance(name, str) or not name or not isinstance(description, str):
        raise failure(400, "The name and the description of a logic function are texts")
    others = [f for f in call.cloud.logic.of(function.owner) if f is not function]
    if any(other.name == name for other in others):
        raise failure(400, f"There is a logic function {name} already")
    enabled = as_bool(fields.get("enabled", function.enabled), "enabled")
    code = _code(fields["source"]) if "source" in fields else function.code
    triggers = function.triggers
    if "logic_triggers" in fields:
        triggers = _triggers(function, fields["logic_triggers"], now)
    function.name, function.description, function.enabled = name, description, enabled
    function.code, function.triggers = code, triggers
    for permission, value in _permissions(fields).items():
        setattr(function, permission, value)


def _permissions(fields: dict[str, Any]) -> dict[str, Any]:
    """What the code may use, by the names of the request; None for nothing."""
    given: dict[str, Any] = {
        n: fields[n] for n in ("api_username", "secrets", "use_env") if n in fields
    }
    if not isinstance(given.get("api_username", ""), str | None):
        raise failure(400, "api_username must be text or null")
    if given.get("secrets") is not None:
        given["secrets"] = as_names(given["secrets"], "secrets")
    if given.get("use_env") is not None:
        given["use_env"] = as_bool(given["use_env"], "use_env")
    return given


def _code(source: object) -> str:
    fields = cast("dict[str, object]", source) if isinstance(source, dict) else {}
    code = fields.get("code")
    if fields.get("type", "JavaScript") != "JavaScript" or not isinstance(code, str):
        raise failure(400, 'source must have the type "JavaScript" and code')
    return code


def _triggers(function: LogicFunction, value: object, now: str) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise failure(400, "logic_triggers must be a list")
    known = {trigger["id"]: trigger for trigger in function.triggers}
    triggers = [_trigger(function, entry, known, now) for entry in cast("list[object]", value)]
    if len(triggers) > _MOST_TRIGGERS or len({trigger["type"] for trigger in triggers}) > 1:
        raise failure(400, f"A function has at most {_MOST_TRIGGERS} triggers, all of one type")
    return triggers


def _trigger(
    function: LogicFunction, entry: object, known: dict[str, dict[str, Any]], now: str
) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise failure(400, "Each of the logic_triggers must be an object")
    given = cast("dict[str, Any]", entry)
    old = known.get(str(given.get("id")), {"id": str(uuid.uuid4()), "enabled": True})
    trigger = {**old, **{name: value for name, value in given.items() if name != "id"}}
    if trigger.get("type") not in _TRIGGER_TYPES:
        raise failure(400, f"The type of a trigger must be one of {', '.join(_TRIGGER_TYPES)}")
    if "event" in trigger:  # the name that the JavaScript SDK has for it
        trigger.setdefault("event_name", trigger["event"])
    for name in ("event_name", "event", "cron", "start_at"):
        if name in trigger and not isinstance(trigger[name], str):
            raise failure(400, f"{name} of a trigger must be text")
    product_id = trigger.get("product_id")
    if product_id is not None and (isinstance(product_id, bool) or not isinstance(product_id, int)):
        raise failure(400, "product_id of a trigger must be a whole number")
    if product_id is None:
        trigger.pop("product_id", None)
        if trigger["type"] == "Event":
            raise failure(400, "An event trigger needs a product_id")
    for name in ("start_at", "end_at"):
        _check_time(name, trigger.get(name))
    trigger["enabled"] = as_bool(trigger["enabled"], "enabled")
    if trigger["type"] == "Scheduled":
        trigger = {"start_at": now, "end_at": None, **trigger, "version": function.version}
    return {**trigger, "logic_function_id": function.id}


def _check_time(name: str, value: object) -> None:
    if value is None:
        return
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise failure(400, f"{name} of a trigger must be an ISO 8601 date and time with a zone")


def _function_json(call: Call, function: LogicFunction, with_stats: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": function.id,
        "owner_id": function.owner.key,
        "version": function.version,
        "enabled": function.enabled,
        "name": function.name,
        "description": function.description,
        "template_slug": function.template_slug,
        "source": {"type": "JavaScript", "code": function.code},
        "created_at": function.created_at,
        "updated_at": function.updated_at,
        "created_by": function.created_by,
        "updated_by": function.updated_by,
        "logic_triggers": function.triggers,
        "api_username": function.api_username,
        "secrets": function.secrets,
        "use_env": function.use_env,
    }
    if function.owner.organization:
        shown["org_slug"] = function.owner.organization.slug
    if with_stats:
        today = call.cloud.clock.timestamp()[:10].replace("-", "")
        shown["today_stats"] = _counts(function.stats()[today])
    return shown


def _run_json(function: LogicFunction, run: LogicRun) -> dict[str, Any]:
    folder = f"{function.owner.key}/function-{function.id}"
    return {
        "id": run.id,
        "owner_id": function.owner.key,
        "logic_function_id": function.id,
        "logic_trigger_type": run.trigger_type,
        "logic_trigger_id": run.trigger_id,
        "status": "Success",
        "started_at": run.started_at,
        "finished_at": run.finished_at,
        "log_filename": f"{folder}/{run.trigger_type}-{run.trigger_id}/{run.id}.json",
    }

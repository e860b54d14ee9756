"""Ledger definitions, their instances and the instances' versions."""

import re
from datetime import UTC, datetime
from typing import Any, cast

from starlette.responses import JSONResponse, Response

from ..clock import is_device_id, isoformat
from ..errors import failure
from ..ledgers import DIRECTIONS, SCOPES, SET_MODES, Direction, Instance, Ledger, Scope, Version
from ..paging import page_of
from ..request import Call, as_bool
from ..routing import paths_for, route

_LEDGERS = paths_for("/ledgers")
_LEDGER = paths_for("/ledgers/{ledger}")
_INSTANCES = paths_for("/ledgers/{ledger}/instances")
_INSTANCE = paths_for("/ledgers/{ledger}/instances/{scope_value}")
_VERSIONS = paths_for("/ledgers/{ledger}/instances/{scope_value}/versions")
_VERSION = paths_for("/ledgers/{ledger}/instances/{scope_value}/versions/{version}")

_NAME = re.compile(r"[a-z0-9-]{1,32}\Z")
_PAGE_SIZE = 100
_MAX_DATA_BYTES = 16_384


@route("GET", *_LEDGERS, scope="ledger.definitions:list")
def list_ledgers(call: Call) -> dict[str, Any]:
    page = page_of(call, size=_PAGE_SIZE)
    archived = call.query.get("archived")
    scope = call.query.get("scope")
    if scope not in (None, *SCOPES):
        raise failure(400, f"scope must be one of {', '.join(SCOPES)}")
    found = [
        ledger
        for ledger in call.cloud.ledgers.of(call.account_or_organization())
        if scope in (None, ledger.scope)
        and (archived is None or as_bool(archived, "archived") == bool(ledger.archived_at))
    ]
    return {
        "ledgers": [_definition_json(ledger) for ledger in page.of(found)],
        "meta": page.meta(len(found), total_key="total"),
    }


@route("POST", *_LEDGERS, scope="ledger.definitions:create")
def create_ledger(call: Call) -> Response:
    fields = call.required_object("ledger", "definition")
    name, owner = fields.get("name"), call.account_or_organization()
    if not isinstance(name, str) or not _NAME.match(name):
        raise failure(400, "ledger.name is required: lowercase letters, digits, hyphens")
    if call.cloud.ledgers.find(owner, name):
        raise failure(400, "Failed to create ledger: Name already in use")
    scope, direction, description = _checked(fields)
    ledger = call.cloud.ledgers.add(owner, name)
    ledger.scope, ledger.direction = scope or ledger.scope, direction or ledger.direction
    ledger.description = description or ""
    return JSONResponse({"ledger": _definition_json(ledger)}, status_code=201)


@route("GET", *_LEDGER, scope="ledger.definitions:get")
def get_ledger(call: Call) -> dict[str, Any]:
    return {"ledger": _definition_json(_ledger(call))}


@route("PUT", *_LEDGER, scope="ledger.definitions:update")
def update_ledger(call: Call) -> Response:
    ledger, fields = _ledger(call), call.required_object("ledger", "definition")
    scope, direction, description = _checked(fields)
    if scope not in (None, ledger.scope):
        raise failure(400, "The scope of a ledger can't be changed")
    if fields.get("name", ledger.name) != ledger.name:
        raise failure(400, "The name of a ledger can't be changed")
    ledger.direction = direction or ledger.direction
    ledger.description = ledger.description if description is None else description
    ledger.updated_at = call.cloud.clock.now()
    return JSONResponse({"ledger": _definition_json(ledger)}, status_code=201)


def _checked(fields: dict[str, Any]) -> tuple[Scope | None, Direction | None, str | None]:
    scope, direction = fields.get("scope"), fields.get("direction")
    description = fields.get("description")
    if scope not in (None, *SCOPES):
        raise failure(400, f"ledger.scope must be one of {', '.join(SCOPES)}")
    if direction not in (None, *DIRECTIONS):
        raise failure(400, f"ledger.direction must be one of {', '.join(DIRECTIONS)}")
    if description is not None and not isinstance(description, str):
        raise failure(400, "ledger.description must be text")
    return scope, direction, description


@route("DELETE", *_LEDGER, scope="ledger.definitions:archive")
def archive_ledger(call: Call) -> Response:
    ledger = _ledger(call)
    ledger.archived_at = ledger.archived_at or call.cloud.clock.now()
    return Response(status_code=204)


@route("GET", *_INSTANCES, scope="ledger.instances:list")
def list_instances(call: Call) -> dict[str, Any]:
    ledger, page = _ledger(call), page_of(call, size=_PAGE_SIZE)
    instances = list(ledger.instances.values())
    return {
        "instances": [_instance_json(call, ledger, i, i.current) for i in page.of(instances)],
        "meta": page.meta(len(instances), total_key="total"),
    }


@route("GET", *_INSTANCE, scope="ledger.instances:get")
def get_instance(call: Call) -> dict[str, Any]:
    ledger = _ledger(call)
    instance = _instance(call, ledger)
    return {"instance": _instance_json(call, ledger, instance, instance.current)}


@route("PUT", *_INSTANCE, scope="ledger.instances:set")
def set_instance(call: Call) -> Response:
    ledger = _ledger(call)
    mode = call.query.get("set_mode", call.query.get("setMode", "Replace"))
    if mode not in SET_MODES:
        raise failure(400, f"set_mode must be one of {', '.join(SET_MODES)}")
    # The reference has the data at the top, the JavaScript SDK inside of "instance".
    fields: Any = call.body.fields.get("instance", call.body.fields)
    data: Any = cast("dict[str, Any]", fields).get("data") if isinstance(fields, dict) else None
    if not isinstance(data, dict):
        raise failure(400, "instance.data is required and must be an object")
    if ledger.archived_at:
        raise failure(400, f"The ledger {ledger.name} is archived")
    scope_value = _scope_value(call, ledger)
    _check_size(ledger, scope_value, cast("dict[str, Any]", data), merge=mode == "Merge")
    call.cloud.ledgers.set(ledger, scope_value, cast("dict[str, Any]", data), merge=mode == "Merge")
    instance = ledger.instances[scope_value]
    body = {"instance": _instance_json(call, ledger, instance, instance.current)}
    return JSONResponse(body, status_code=201)


def _check_size(ledger: Ledger, scope_value: str, data: dict[str, Any], *, merge: bool) -> None:
    old = ledger.instances.get(scope_value)
    whole = {**old.current.data, **data} if old and merge else data
    if Version(data=whole, updated_at=ledger.created_at).size > _MAX_DATA_BYTES:
        raise failure(400, f"The data of an instance has at most {_MAX_DATA_BYTES} bytes")


@route("DELETE", *_INSTANCE, scope="ledger.instances:remove")
def delete_instance(call: Call) -> Response:
    ledger = _ledger(call)
    del ledger.instances[_instance(call, ledger).scope_value]
    return Response(status_code=204)


@route("GET", *_VERSIONS, scope="ledger.instances.versions:list")
def list_versions(call: Call) -> dict[str, Any]:
    ledger, page = _ledger(call), page_of(call, size=_PAGE_SIZE)
    instance = _instance(call, ledger)
    before, after = _moment(call, "replaced_before"), _moment(call, "replaced_after")
    found = [
        version
        for version in reversed(instance.versions)
        if (before is None or (version.replaced_at and version.replaced_at < before))
        and (after is None or (version.replaced_at and version.replaced_at > after))
    ]
    return {
        "versions": [_instance_json(call, ledger, instance, v) for v in page.of(found)],
        "meta": {"has_more": len(found) > page.number * page.size},
    }


@route("GET", *_VERSION, scope="ledger.instances.versions:get")
def get_version(call: Call) -> dict[str, Any]:
    ledger = _ledger(call)
    instance = _instance(call, ledger)
    version = instance.version(call.parameters["version"])
    if version is None:
        raise failure(404, f"The instance has no version {call.parameters['version']}")
    return {"instance": _instance_json(call, ledger, instance, version)}


def _ledger(call: Call) -> Ledger:
    ledger = call.cloud.ledgers.find(call.account_or_organization(), call.parameters["ledger"])
    if ledger is None:
        raise failure(404, f"There is no ledger {call.parameters['ledger']}")
    return ledger


def _instance(call: Call, ledger: Ledger) -> Instance:
    value = call.parameters["scope_value"]
    instance = ledger.instances.get(value.lower()) or ledger.instances.get(value)
    if instance is None:
        raise failure(404, f"The ledger {ledger.name} has no instance {value}")
    return instance


def _scope_value(call: Call, ledger: Ledger) -> str:
    """Whom the instance is for, which must fit the ledger's scope."""
    value = call.parameters["scope_value"]
    if ledger.scope == "Device":
        if not is_device_id(value):
            raise failure(400, f"{value} is not the ID of a device")
        return value.lower()
    if ledger.scope == "Product":
        if not value.isdecimal() or len(value) > 9:
            raise failure(400, f"{value} is not the ID of a product")
        return value
    if value != ledger.owner.value:
        raise failure(400, f"The only instance of the ledger {ledger.name} is {ledger.owner.value}")
    return value


def _moment(call: Call, name: str) -> datetime | None:
    text = call.query.get(name)
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise failure(400, f"{name} must be an ISO 8601 date") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _definition_json(ledger: Ledger) -> dict[str, Any]:
    return {
        "scope": ledger.scope,
        "name": ledger.name,
        "description": ledger.description,
        "direction": ledger.direction,
        "updated_at": isoformat(ledger.updated_at),
        "created_at": isoformat(ledger.created_at),
        "archived_at": isoformat(ledger.archived_at) if ledger.archived_at else None,
    }


def _instance_json(
    call: Call, ledger: Ledger, instance: Instance, version: Version
) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "scope": _scope_json(call, ledger, instance.scope_value),
        "name": ledger.name,
        "size_bytes": version.size,
        "data": version.data,
        "updated_at": isoformat(version.updated_at),
        "created_at": isoformat(instance.created_at),
    }
    return shown | ({"replaced_at": isoformat(version.replaced_at)} if version.replaced_at else {})


def _scope_json(call: Call, ledger: Ledger, value: str) -> dict[str, Any]:
    scope: dict[str, Any] = {"type": ledger.scope, "value": value}
    if ledger.scope == "Owner":
        return scope | {"name": ledger.owner.name}
    if ledger.scope == "Product":
        product = call.cloud.products.get(int(value))
        owned = ledger.owner.has_product(product)
        return scope | ({"name": product.name} if product and owned else {"not_owned": True})
    device = call.cloud.devices.get(value)
    is_own = device is not None and (
        ledger.owner.has_product(device.product)
        or (device.owner is not None and device.owner is ledger.owner.account)
    )
    return scope | ({"name": device.name or ""} if device and is_own else {"not_owned": True})

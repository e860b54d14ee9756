"""SIM cards of accounts and products."""

import re
from datetime import timedelta
from typing import Any

from starlette.responses import JSONResponse, Response

from ..clock import isoformat
from ..errors import failure
from ..owners import Owner
from ..paging import page_of
from ..request import Call, as_int, as_names
from ..routing import paths_for, route
from ..sims import Sim

_PRODUCT_SIMS = "/v1/products/{product}/sims"
_SIM = paths_for("/sims/{iccid}", organizations=False)
_ICCID = re.compile(r"[0-9]{18,22}\Z")
_MONTHLY_RATE, _OVERAGE_RATE = 299, 99


@route("GET", "/v1/sims", scope="sims:list")
def list_sims(call: Call) -> dict[str, Any]:
    return {"sims": [_sim_json(call, sim) for sim in call.cloud.sims.of_account(call.account)]}


@route("GET", _PRODUCT_SIMS, scope="sims:list")
def list_product_sims(call: Call) -> dict[str, Any]:
    owner, page = call.owner(), page_of(call)
    sims = _wanted(call, _sims(call, owner))
    return {
        "sims": [_sim_json(call, sim) for sim in page.of(sims)],
        "meta": page.meta(len(sims)),
    }


def _wanted(call: Call, sims: list[Sim]) -> list[Sim]:
    query, wanted = call.query, list[Sim]()
    for sim in sims:
        device = call.cloud.sims.device_of(sim)
        name, device_id = (device.name or "", device.id) if device else ("", "")
        if (
            query.get("iccid", "") in sim.iccid
            and query.get("deviceId", "").lower() in device_id
            and query.get("deviceName", "").lower() in name.lower()
        ):
            wanted.append(sim)
    return wanted


@route("POST", _PRODUCT_SIMS, scope="sims:import")
def import_sims(call: Call) -> dict[str, Any]:
    product = call.owner().product
    lines = [line.strip() for f in call.body.files for line in _lines(f.content)]
    iccids = as_names(call.body.fields.get("sims", []), "sims") + [line for line in lines if line]
    if not iccids:
        raise failure(400, "Send the SIM cards to import: sims or a file")
    # The response only says that the import is queued: what can't be imported is left out.
    for iccid in filter(_ICCID.match, dict.fromkeys(iccids)):
        sim = call.cloud.sims.find(iccid) or call.cloud.sims.add(iccid)
        if sim.product not in (None, product) or sim.account not in (None, call.account):
            continue
        sim.account, sim.product = None, product
        sim.country = str(call.body.fields.get("country") or sim.country)
        if sim.status != "active":
            sim.activate(call.cloud.clock.now())
        device = call.cloud.sims.device_of(sim)
        if device and product and device.product is None:
            device.product = product if device.platform_id == product.platform_id else None
    return {"ok": True}


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


@route("GET", _PRODUCT_SIMS + "/data_usage", scope="sims.usage:get")
def get_fleet_data_usage(call: Call) -> dict[str, Any]:
    active = [sim for sim in _sims(call, call.owner()) if sim.status == "active"]
    # Virtual devices send no bytes over the air.
    usage = {"total_mbs_used": 0, "total_active_sim_cards": len(active)}
    return usage | {"usage_by_day": _usage_by_day(call)}


@route("GET", *_SIM, scope="sims:get")
def get_sim(call: Call) -> dict[str, Any]:
    sim = _sim(call)
    owner = sim.product.owner if sim.product else sim.account
    return {"sim": _sim_json(call, sim) | ({"owner": owner.username} if owner else {})}


@route("HEAD", "/v1/sims/{iccid}")
def check_sim(call: Call) -> Response:
    iccid = call.parameters["iccid"]
    sim = call.cloud.sims.find(iccid)
    if sim is None and not _ICCID.match(iccid):
        raise failure(404, "There is no such SIM card")
    if sim and (sim.product or sim.account not in (None, call.account)):
        raise failure(403, "The SIM card belongs to somebody else")
    return Response(status_code=200)


@route("PUT", "/v1/sims/{iccid}", scope="sims:update")
def update_sim(call: Call) -> dict[str, Any]:
    if call.body.fields.get("action") != "activate":
        return _update(call, _sim(call))
    iccid = call.parameters["iccid"]
    sim = call.cloud.sims.find(iccid)
    if sim is None:
        if not _ICCID.match(iccid):
            raise failure(404, "There is no such SIM card")
        sim = call.cloud.sims.add(iccid)
    if sim.product:
        raise failure(400, "A product's SIM card is activated by its import into the product")
    if sim.account not in (None, call.account):
        raise failure(403, "The SIM card belongs to somebody else")
    if sim.status != "inactive":
        raise failure(400, f"The SIM card is {sim.status} already")
    sim.country = str(call.body.fields.get("country") or sim.country)
    sim.account = call.account
    sim.activate(call.cloud.clock.now())
    return {"ok": True}


@route("PUT", _PRODUCT_SIMS + "/{iccid}", scope="sims:update")
def update_product_sim(call: Call) -> dict[str, Any]:
    return _update(call, _sim(call))


def _update(call: Call, sim: Sim) -> dict[str, Any]:
    fields, now = call.body.fields, call.cloud.clock.now()
    action = fields.get("action")
    if action not in (None, "deactivate", "reactivate"):
        raise failure(400, "action must be activate, deactivate or reactivate")
    if action is None and "mb_limit" not in fields:
        raise failure(400, "Send what to do: action or mb_limit")
    limit = as_int(fields["mb_limit"], "mb_limit") if "mb_limit" in fields else sim.mb_limit
    needed = {"deactivate": "active", "reactivate": "deactivated"}
    if action and sim.status != needed[action]:
        raise failure(400, f"The SIM card is {sim.status}")
    sim.mb_limit, sim.updated_at = limit, now
    if action == "deactivate":
        sim.deactivate(now)
    elif action == "reactivate":
        sim.activate(now, "reactivate")
    return {"ok": True}


@route("DELETE", *_SIM, scope="sims:remove")
def release_sim(call: Call) -> Response:
    _sim(call).release(call.cloud.clock.now())
    return Response(status_code=204)


@route("GET", *(f"{path}/data_usage" for path in _SIM))
def get_data_usage(call: Call) -> dict[str, Any]:
    sim = _sim(call)
    usage: dict[str, Any] = {"iccid": sim.iccid, "usage_by_day": _usage_by_day(call), "used": 0}
    return usage | ({"quota": sim.mb_limit} if sim.mb_limit is not None else {})


def _usage_by_day(call: Call) -> list[dict[str, Any]]:
    today = call.cloud.clock.now().date().isoformat()
    return [{"date": today, "mbs_used": 0, "mbs_used_cumulative": 0}]


@route("GET", *(f"{path}/status" for path in _SIM), scope="sims.status:get")
def get_sim_status(call: Call) -> Response:
    sim, now = _sim(call), call.cloud.clock.now()
    # The first request starts the check, the second one finds it complete.
    is_complete = sim.check_task is not None
    task_id = sim.check_task or sim.start_check()
    device = call.cloud.sims.device_of(sim)
    connected = sim.status == "active" and device is not None and device.online
    found = connected if is_complete else None
    if is_complete:
        sim.check_task = None
    body = {
        "ok": True,
        "meta": {
            "created_at": isoformat(now),
            "expires_at": isoformat(now + timedelta(minutes=5)),
            "check_again_after": isoformat(now + timedelta(seconds=5)),
            "method": "async",
            "state": "complete" if is_complete else "pending",
            "task_id": task_id,
        },
        "sim_status": {"connected": found, "gsm_connection": found, "data_connection": found},
    }
    return JSONResponse(body, status_code=202)


def _sims(call: Call, owner: Owner) -> list[Sim]:
    if owner.product:
        return call.cloud.sims.of_product(owner.product)
    return call.cloud.sims.of_account(call.account)


def _sim(call: Call) -> Sim:
    iccid = call.parameters["iccid"]
    for sim in _sims(call, call.owner()):
        if sim.iccid == iccid:
            return sim
    raise failure(404, f"There is no SIM card {iccid}")


def _sim_json(call: Call, sim: Sim) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "_id": sim.iccid,
        "iccid": sim.iccid,
        "status": sim.status,
        "activations_count": sim.activations,
        "deactivations_count": sim.deactivations,
        "base_country_code": sim.country,
        "base_monthly_rate": _MONTHLY_RATE,
        "overage_monthly_rate": _OVERAGE_RATE,
        "carrier": "telefonica",
        "msisdn": f"345901{sim.iccid[-9:]}",
        "updated_at": isoformat(sim.updated_at),
    }
    if sim.last_action:
        shown |= {
            "last_status_change_action": sim.last_action,
            "last_status_change_action_error": "no",
        }
    if sim.first_activated_at and sim.last_activated_at:
        shown |= {
            "first_activated_on": isoformat(sim.first_activated_at),
            "last_activated_on": isoformat(sim.last_activated_at),
        }
    if sim.product:
        shown["product_id"] = sim.product.id
    elif sim.account:
        shown["user_id"] = sim.account.id
    device = call.cloud.sims.device_of(sim)
    if device:
        shown |= {"last_device_id": device.id, "last_device_name": device.name or ""}
    return shown

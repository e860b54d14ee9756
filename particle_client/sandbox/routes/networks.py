"""Mesh networks."""

from typing import Any

from ..clock import isoformat
from ..errors import failure
from ..networks import MeshNetwork
from ..paging import page_of
from ..request import Call
from ..routing import route


@route("GET", "/v1/networks")
def list_networks(call: Call) -> list[dict[str, Any]]:
    networks = call.cloud.networks.of(call.account)
    return [_network_json(call, network) for network in page_of(call).of(networks)]


@route("POST", "/v1/networks")
def create_network(call: Call) -> dict[str, Any]:
    name, device_id = call.required_text("name"), call.required_text("device_id")
    device = call.cloud.device(call.account, device_id)
    if call.cloud.networks.find(call.account, name):
        raise failure(400, "Failed to create network: Name already in use")
    network = MeshNetwork(
        name=name,
        owner=call.account,
        devices={device.id: True},
        cellular="iccid" in call.body.fields,
    )
    call.cloud.networks.add(network)
    return {"ok": True, "network": _network_json(call, network)}


@route("GET", "/v1/networks/{network}")
def get_network(call: Call) -> dict[str, Any]:
    network = _network(call)
    if call.cloud.networks.is_pending(network):
        raise failure(404, f"There is no network {call.parameters['network']}")
    return _network_json(call, network)


@route("PUT", "/v1/networks/{network}")
def update_network(call: Call) -> dict[str, Any]:
    network, action = _network(call), call.required_text("action")
    device = call.cloud.device(call.account, call.required_text("device_id"))
    if action == "add-device":
        call.cloud.networks.leave(device.id)
        network.devices[device.id] = False
        return {"ok": True}
    if device.id not in network.devices:
        raise failure(404, f"The network has no device {device.id}")
    if action == "remove-device":
        del network.devices[device.id]
    elif action in ("gateway-enable", "gateway-disable"):
        network.devices[device.id] = action == "gateway-enable"
    else:
        raise failure(
            400,
            "action must be add-device, remove-device, gateway-enable or gateway-disable",
        )
    return {"ok": True}


@route("DELETE", "/v1/networks/{network}")
def remove_network(call: Call) -> dict[str, Any]:
    call.cloud.networks.remove(_network(call))
    return {"ok": True}


@route("GET", "/v1/networks/{network}/devices")
def list_network_devices(call: Call) -> list[dict[str, Any]]:
    network, role = _network(call), call.query.get("role")
    if role not in (None, "gateway", "node"):
        raise failure(400, "role must be gateway or node")
    members = [
        (device_id, gateway)
        for device_id, gateway in network.devices.items()
        if role is None or gateway == (role == "gateway")
    ]
    return [
        {
            "id": device.id,
            "name": device.name,
            "platform_id": device.platform_id,
            "network": {"id": network.id, "role": {"gateway": gateway, "state": "confirmed"}},
        }
        for device_id, gateway in page_of(call).of(members)
        for device in [call.cloud.devices[device_id]]
    ]


@route("DELETE", "/v1/devices/{device_id}/network")
def leave_network(call: Call) -> dict[str, Any]:
    device = call.cloud.device(call.account, call.parameters["device_id"])
    if not call.cloud.networks.leave(device.id):
        raise failure(404, "The device is in no network")
    return {"ok": True}


def _network(call: Call) -> MeshNetwork:
    found = call.cloud.networks.find(call.account, call.parameters["network"])
    if found is None:
        raise failure(404, f"There is no network {call.parameters['network']}")
    return found


def _network_json(call: Call, network: MeshNetwork) -> dict[str, Any]:
    heard = [call.cloud.devices[device_id].last_heard for device_id in network.devices]
    return {
        "id": network.id,
        "name": network.name,
        "type": "gateway_cellular" if network.cellular else "gateway_wifi",
        "state": "pending" if call.cloud.networks.is_pending(network) else "confirmed",
        "pan_id": None,
        "xpan_id": None,
        "channel": None,
        "device_count": len(network.devices),
        "gateway_count": sum(network.devices.values()),
        "last_heard": isoformat(max(heard)) if heard else None,
        "notes": None,
    }

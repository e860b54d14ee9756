"""Products with their teams, SIM cards and mesh networks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .common import Args, Call, drop_unset, in_query, is_true

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.sims import ProductSims, Sims

__all__ = ["CALLS"]


def sims(client: Particle, args: Args) -> Sims | ProductSims:
    return client.product(args["product"]).sims if is_true(args["product"]) else client.sims


def list_sims(client: Particle, args: Args) -> object:
    if not is_true(args["product"]):
        return client.sims.list()
    options = in_query(
        args,
        iccid="iccid",
        device_id="deviceId",
        device_name="deviceName",
        page="page",
        per_page="perPage",
    )
    return client.product(args["product"]).sims.list(**options)


def activate_sim(client: Particle, args: Args) -> object:
    country = drop_unset(args, country="country")
    if is_true(args["product"]):
        iccids = args["iccids"] if is_true(args["iccids"]) else [args["iccid"]]
        return client.product(args["product"]).sims.activate(iccids, **country)
    activate: Any = client.sims.activate
    return activate(args["iccid"], **country, **drop_unset(args, promo_code="promoCode"))


def remove_network_device(client: Particle, args: Args) -> object:
    if is_true(args["networkId"]):
        return client.networks.remove_device(args["networkId"], args["deviceId"])
    return client.networks.remove_device_from_any(args["deviceId"])


def list_network_devices(client: Particle, args: Args) -> object:
    options = in_query(args, role="role", page="page", per_page="perPage")
    if not (is_true(args["role"]) or is_true(args["page"])):  # then the SDK sends none of them
        options = {}
    return client.networks.list_devices(args["networkId"], **options)


CALLS: dict[str, Call] = {
    "listProducts": lambda client, args: client.products.list(),
    "getProduct": lambda client, args: client.product(args["product"]).get(),
    "listTeamMembers": lambda client, args: client.product(args["product"]).team.list(),
    "inviteTeamMember": lambda client, args: client.product(args["product"]).team.invite(
        args["username"]
    ),
    "removeTeamMember": lambda client, args: client.product(args["product"]).team.remove(
        args["username"]
    ),
    "listSIMs": list_sims,
    "getSIMDataUsage": lambda client, args: sims(client, args).data_usage(args["iccid"]),
    "getFleetDataUsage": lambda client, args: client.product(
        args["product"]
    ).sims.fleet_data_usage(),
    "checkSIM": lambda client, args: client.sims.check(args["iccid"]),
    "activateSIM": activate_sim,
    "deactivateSIM": lambda client, args: sims(client, args).deactivate(args["iccid"]),
    "reactivateSIM": lambda client, args: sims(client, args).reactivate(
        args["iccid"], **drop_unset(args, mb_limit="mbLimit")
    ),
    "updateSIM": lambda client, args: sims(client, args).update(args["iccid"], args["mbLimit"]),
    "removeSIM": lambda client, args: sims(client, args).remove(args["iccid"]),
    "createMeshNetwork": lambda client, args: client.networks.create(
        args["name"], args["deviceId"], **drop_unset(args, iccid="iccid")
    ),
    "removeMeshNetwork": lambda client, args: client.networks.delete(args["networkId"]),
    "listMeshNetworks": lambda client, args: client.networks.list(
        # Without a page the SDK sends neither of them.
        **(in_query(args, page="page", per_page="perPage") if is_true(args["page"]) else {})
    ),
    "getMeshNetwork": lambda client, args: client.networks.get(args["networkId"]),
    "updateMeshNetwork": lambda client, args: client.networks.update(
        args["networkId"], args["action"], args["deviceId"]
    ),
    "addMeshNetworkDevice": lambda client, args: client.networks.add_device(
        args["networkId"], args["deviceId"]
    ),
    "removeMeshNetworkDevice": remove_network_device,
    "listMeshNetworkDevices": list_network_devices,
}

"""The search for devices, products and SIM cards."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from ..devices import VirtualDevice
from ..errors import failure
from ..products import Product
from ..request import Call
from ..routing import route
from ..sims import Sim

MOST_RESULTS = 10
"""Results of one type in a response."""

_TYPES = ("device", "product", "sim")

T = TypeVar("T")


@route("GET", "/v1/user/search", "/v1/orgs/{organization}/search")
def search(call: Call) -> dict[str, Any]:
    owner, text = call.owner(), call.query.get("text", "").strip().lower()
    if not text:
        raise failure(400, "text is required")
    only = call.query.get("type")
    if only is not None and only not in _TYPES:
        raise failure(400, f"type must be one of {', '.join(_TYPES)}")
    cloud, organization = call.cloud, owner.organization
    products = [p for p in cloud.products.values() if owner.has_product(p)]
    devices = [d for p in products for d in cloud.devices_in(p)]
    sims = [s for p in products for s in cloud.sims.of_product(p)]
    if owner.account:
        devices += [d for d in cloud.devices_of(owner.account) if d not in devices]
        sims += cloud.sims.of_account(owner.account)
    found = {
        "device": _matching(text, devices, lambda d: (d.id, d.name or ""), _device_json),
        "product": _matching(text, products, lambda p: (str(p.id), p.slug, p.name), _product_json),
        "sim": _matching(text, sims, lambda s: (s.iccid,), _sim_json),
    }
    wanted = {kind: entries for kind, entries in found.items() if only in (None, kind)}
    where = {"org": organization.slug, "orgName": organization.name} if organization else {}
    return {
        "ok": True,
        "results": [
            {"type": kind, **where, kind: entry}
            for kind, entries in wanted.items()
            for entry in entries[:MOST_RESULTS]
        ],
        "hasMore": any(len(entries) > MOST_RESULTS for entries in wanted.values()),
    }


def _matching(
    text: str,
    items: Iterable[T],
    names: Callable[[T], tuple[str, ...]],
    shown: Callable[[T], dict[str, Any]],
) -> list[dict[str, Any]]:
    return [shown(item) for item in items if any(text in name.lower() for name in names(item))]


def _device_json(device: VirtualDevice) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": device.id, "name": device.name or ""}
    if device.product:
        shown |= {"product_id": str(device.product.id), "product_name": device.product.name}
    return shown


# Nobody has written down what these two look like.
def _product_json(product: Product) -> dict[str, Any]:
    return {"id": product.id, "slug": product.slug, "name": product.name}


def _sim_json(sim: Sim) -> dict[str, Any]:
    return {"iccid": sim.iccid, "status": sim.status}

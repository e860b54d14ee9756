"""Events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, given, wanted

if TYPE_CHECKING:
    from particle_client import Particle

__all__ = ["CALLS"]


def publish_event(client: Particle, args: Args) -> object:
    scope = client.product(args["product"]) if args.get("product") else client
    return scope.events.publish(args["name"], **given(args, data="data", private="isPrivate"))


def open_event_stream(client: Particle, args: Args) -> object:
    prefix = args.get("name") or None
    where = wanted(args, device="deviceId")
    if where.get("device", "").lower() == "mine":
        where["device"] = "mine"
    if args.get("org"):
        product = wanted(args, product="product")
        stream = client.org(args["org"]).events.stream(prefix, **product, **where)
    elif args.get("product"):
        stream = client.product(args["product"]).events.stream(prefix, **where)
    else:
        stream = client.events.stream(prefix, **where)
    with stream:
        return stream.connected


CALLS: dict[str, Call] = {
    "publishEvent": publish_event,
    "getEventStream": open_event_stream,
}

"""Events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .common import Args, Call, drop_unset, is_true, wanted

if TYPE_CHECKING:
    from particle_client import AsyncEventStream, Particle

__all__ = ["CALLS"]


def publish_event(client: Particle, args: Args) -> object:
    scope = client.product(args["product"]) if is_true(args["product"]) else client
    return scope.events.publish(args["name"], **drop_unset(args, data="data", private="isPrivate"))


def open_event_stream(client: Particle, args: Args) -> object:
    prefix = args["name"] if is_true(args["name"]) else None
    where = wanted(args, device="deviceId")
    if where.get("device", "").lower() == "mine":
        where["device"] = "mine"
    stream: Any
    if is_true(args["org"]):
        product = wanted(args, product="product")
        stream = client.org(args["org"]).events.stream(prefix, **product, **where)
    elif is_true(args["product"]):
        stream = client.product(args["product"]).events.stream(prefix, **where)
    else:
        stream = client.events.stream(prefix, **where)
    if hasattr(stream, "__aenter__"):
        return opened(stream)
    with stream:
        return stream.connected


async def opened(stream: AsyncEventStream) -> bool:
    async with stream:
        return stream.connected


CALLS: dict[str, Call] = {
    "publishEvent": publish_event,
    "getEventStream": open_event_stream,
}

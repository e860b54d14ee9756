"""Every operation of the document as a call through the public API, with sample arguments.

    answer = OPERATIONS["GET /v1/devices/{deviceId}"](client)

What it gives is the typed response: a model, a page, a list of models, the bytes of a file, None
where there is no body, and of a stream the stream itself, closed again. Models and pages have
`to_dict()`, which gives the JSON that came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from .operation_calls import account, org, product
from .operation_calls.samples import ORG, PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from particle_client import Particle

    Call: TypeAlias = Callable[[Particle], object]

__all__ = ["OPERATIONS"]

S = TypeVar("S")


def _in(
    scope: Callable[[Particle], S], path: str, calls: Mapping[str, Callable[[S], object]]
) -> dict[str, Call]:
    """Return the calls of a scope as calls with a client, under the whole paths."""

    def whole(call: Callable[[S], object]) -> Call:
        return lambda client: call(scope(client))

    return {where.replace(" /", f" {path}/", 1): whole(call) for where, call in calls.items()}


OPERATIONS: dict[str, Call] = {
    **account.OPERATIONS,
    **_in(
        lambda client: client.product(PRODUCT),
        "/v1/products/{productIdOrSlug}",
        product.OPERATIONS,
    ),
    **_in(lambda client: client.org(ORG), "/v1/orgs/{orgIdOrSlug}", org.OPERATIONS),
}

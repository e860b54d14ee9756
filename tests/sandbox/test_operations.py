"""The sandbox answers every operation of the document, and every response fits the document."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import AsyncParticle, BadRequestError, Particle, ParticleError
from tests.every import every
from tests.operations import OPERATIONS

from .furnished import furnished

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

REFUSED = {"GET /v1/events": "event prefix filter is required"}
"""Documented operations that the cloud itself refuses, with the documented error."""


@contextmanager
def answer_of(where: str) -> Iterator[None]:
    """Expect that a call succeeds, or is refused as documented."""
    if where in REFUSED:
        with pytest.raises(BadRequestError, match=REFUSED[where]):
            yield
        return
    try:
        yield
    except ParticleError as error:
        pytest.fail(f"particle_client/sandbox/routes/ wants a handler that does better: {error}")


@every("where", OPERATIONS)
def test_the_answer_fits_the_document(where: str) -> None:
    with (
        furnished(where) as cloud,
        Particle(cloud.access_token, base_url=cloud.base_url, strict=True, retries=0) as client,
        answer_of(where),
    ):
        OPERATIONS[where](client)


@pytest.mark.anyio
@every("where", OPERATIONS)
async def test_the_answer_to_the_async_client_fits_the_document(where: str) -> None:
    call: Any = OPERATIONS[where]
    with furnished(where) as cloud:
        options: dict[str, Any] = {"base_url": cloud.base_url, "strict": True, "retries": 0}
        async with AsyncParticle(cloud.access_token, **options) as client:
            # The table is written for the sync client; the async one has the same methods.
            given = call(client)
            assert inspect.isawaitable(given)
            with answer_of(where):
                await given

"""Clients of both kinds with a rate limiter: what goes out, and what the user gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from particle_client import (
    AsyncParticle,
    Particle,
    RateLimitError,
    RateLimitExceededError,
    RetryPolicy,
)
from particle_client.rate_limits import Limit, RateLimiter

from .conftest import FakeClock

if TYPE_CHECKING:
    from particle_client.sandbox import Sandbox

    from ..conftest import NewClient
    from ..recorder import Recorder

pytestmark = pytest.mark.anyio


def client_of(
    limiter: RateLimiter | None, new_client: NewClient, recorder: Recorder
) -> AsyncParticle:
    return new_client(
        access_token="token", base_url=recorder.base_url, rate_limiter=limiter, retries=0
    )


async def test_what_is_over_the_limit_waits(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter([Limit("all", 2, 10)], margin=0)
    client = client_of(limiter, new_client, recorder)
    for _ in range(3):
        await client.devices.get("0123")
    assert clock.slept == pytest.approx([10], abs=0.1)
    assert len(recorder.requests) == 3


async def test_what_would_wait_too_long_is_not_sent(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter([Limit("all", 1, 10)], max_wait=1)
    client = client_of(limiter, new_client, recorder)
    await client.devices.get("0123")
    with pytest.raises(RateLimitExceededError, match="was not sent"):
        await client.devices.get("0123")
    assert len(recorder.requests) == 1
    # A copy without the limiter isn't held back.
    await client.with_options(rate_limiter=None).devices.get("0123")
    assert len(recorder.requests) == 2


async def test_the_refusal_of_the_cloud_reaches_the_user_and_the_limiter(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter()
    client = client_of(limiter, new_client, recorder)
    recorder.answer(
        429,
        json={"error": "rate_limited", "error_description": "Slow down."},
        headers={"retry-after": "7"},
    )
    with pytest.raises(RateLimitError, match="Slow down") as caught:
        await client.devices.get("0123")
    assert (caught.value.error, caught.value.retry_after) == ("rate_limited", 7)
    assert caught.value.headers["retry-after"] == "7"
    await client.devices.get("0123")
    assert clock.slept == pytest.approx([7])


async def test_the_refusal_of_a_route_pauses_just_that_in_every_scope(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    functions = Limit("functions", 5, 1, ("POST /v1/devices/{deviceId}/{function}",))
    client = client_of(RateLimiter([functions]), new_client, recorder)
    recorder.answer(429, headers={"retry-after": "7"})
    with pytest.raises(RateLimitError):
        await client.devices.call_function("0123", "brew")
    await client.devices.get("0123")
    assert clock.slept == []
    await client.devices.call_function("0123", "brew")
    assert clock.slept == pytest.approx([7])


async def test_a_deadline_holds_for_the_wait_as_well(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter([Limit("all", 1, 300)])
    client = client_of(limiter, new_client, recorder)
    hurried = client.with_options(retries=RetryPolicy(deadline=60))
    await hurried.devices.get("0123")
    with pytest.raises(RateLimitExceededError, match="longer than the deadline allows"):
        await hurried.devices.get("0123")
    assert clock.slept == []
    await client.devices.get("0123")
    assert clock.slept == pytest.approx([301], abs=0.1)


async def test_each_attempt_counts(
    new_client: NewClient, recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter([Limit("all", 2, 10)], margin=0)
    client = client_of(limiter, new_client, recorder)
    recorder.answer(503, headers={"retry-after": "0"})
    await client.with_options(retries=1).devices.get("0123")
    assert len(recorder.requests) == 2
    await client.devices.get("0123")
    assert clock.slept == pytest.approx([10], abs=0.1)


async def test_look_ups_of_serial_numbers_have_a_limit_of_their_own(
    new_client: NewClient, cloud: Sandbox, clock: FakeClock
) -> None:
    limiter = RateLimiter([Limit("serial", 1, 3600, ("GET /v1/serial_numbers/{number}",))])
    number = f"P046-{id(limiter)}"  # the tests of the module share the cloud
    device = cloud.add_device(f"numbered-{number}", serial_number=number)
    client = new_client(
        access_token=cloud.access_token, base_url=cloud.base_url, rate_limiter=limiter
    )
    found = await client.serial_numbers.lookup(number)
    assert found.device_id == device.id
    with pytest.raises(RateLimitExceededError, match="serial"):
        await client.serial_numbers.lookup(number)
    await client.devices.get(device.id)


@pytest.mark.parametrize("client_class", [Particle, AsyncParticle])
async def test_streams_count_when_they_connect(
    client_class: type[Particle | AsyncParticle], recorder: Recorder, clock: FakeClock
) -> None:
    limiter = RateLimiter()
    event = b'event: a\ndata: {"data":"1"}\n\n'
    for _ in range(101):
        recorder.answer(200, content=event, content_type="text/event-stream")

    client = client_class(access_token="token", base_url=recorder.base_url, rate_limiter=limiter)
    if isinstance(client, Particle):
        with client:
            for _ in range(101):
                with client.events.stream("a") as events:
                    assert next(iter(events)).data == "1"
    else:
        async with client:
            for _ in range(101):
                async with client.events.stream("a") as aevents:
                    assert (await anext(aiter(aevents))).data == "1"
    assert len(recorder.requests) == 101
    assert clock.slept == pytest.approx([301], abs=0.1)

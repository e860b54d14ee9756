"""The limiter of one process: how long it holds back, whom first, and when it gives up."""

from __future__ import annotations

import copy
import logging
import pickle
import threading
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from particle_client import ConfigurationError, RateLimitExceededError
from particle_client.base.status_errors import parse_retry_after
from particle_client.calls.operation import Operation
from particle_client.rate_limits import Limit, RateLimiter

from . import virtual_time
from .conftest import GET_DEVICES, FakeClock, aacquire, acquire, pass_through

if TYPE_CHECKING:
    from collections.abc import Sequence


def limiter_of(
    amount: int, seconds: int, *more: Limit, margin: int = 0, **options: Any
) -> RateLimiter:
    return RateLimiter([Limit("all", amount, seconds), *more], margin=margin, **options)


def about(*seconds: float) -> Any:
    """Waits may be a moment longer than they must be."""
    return pytest.approx(list(seconds), abs=0.1)


def most_in_a_window(times: Sequence[float], seconds: float) -> int:
    """Return the highest number of times within `seconds`, both ends not included at once."""
    times = sorted(times)
    most = first = 0
    for last, at in enumerate(times):
        while at - times[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most


# --- waiting --------------------------------------------------------------------------------------


def test_what_the_limit_allows_does_not_wait(clock: FakeClock) -> None:
    limiter = limiter_of(3, 10)
    for _ in range(3):
        pass_through(limiter)
    assert clock.slept == []


def test_the_next_waits_until_the_oldest_has_left_the_window(clock: FakeClock) -> None:
    limiter = limiter_of(2, 10)
    pass_through(limiter)
    clock.now += 4
    pass_through(limiter)
    pass_through(limiter)
    assert clock.slept == about(6)
    pass_through(limiter)
    assert clock.slept == about(6, 4)


def test_the_margin_makes_windows_longer(clock: FakeClock) -> None:
    limiter = limiter_of(1, 10, margin=3)
    pass_through(limiter)
    pass_through(limiter)
    assert clock.slept == about(13)


def test_a_request_counts_against_all_its_limits_or_none(clock: FakeClock) -> None:
    token = Limit("token", 1, 100, ("POST /oauth/token",))
    limiter = limiter_of(3, 10, token, max_wait=0)
    pass_through(limiter, "POST", "/oauth/token")
    for _ in range(5):
        with pytest.raises(RateLimitExceededError) as caught:
            pass_through(limiter, "POST", "/oauth/token")
        assert caught.value.limit == "token"
    # The five that were refused took no place of the general limit.
    pass_through(limiter)
    pass_through(limiter)
    with pytest.raises(RateLimitExceededError) as caught:
        pass_through(limiter)
    assert caught.value.limit == "all"


def test_one_that_waits_for_a_special_limit_holds_up_nobody_else(clock: FakeClock) -> None:
    token = Limit("token", 1, 100, ("POST /oauth/token",))
    limiter = limiter_of(4, 10, token)
    pass_through(limiter, "POST", "/oauth/token")

    def while_it_waits(seconds: float) -> None:
        pass_through(limiter)
        pass_through(limiter)
        clock.now += seconds

    clock.on_sleep = while_it_waits
    pass_through(limiter, "POST", "/oauth/token")
    assert clock.slept == about(100)


def test_without_limits_nothing_is_held_back(clock: FakeClock) -> None:
    limiter = RateLimiter([])
    pass_through(limiter)
    limiter.limited(GET_DEVICES, "/v1/devices", 5)
    pass_through(limiter)
    assert clock.slept == []


def test_waiting_is_logged(clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    limiter = limiter_of(1, 10)
    secret = Operation("deleteAccessToken", "DELETE", "/v1/access_tokens/{token}", secret=True)
    with caplog.at_level(logging.INFO, "particle_client"):
        acquire(limiter, secret, "/v1/access_tokens/canary")
        acquire(limiter, secret, "/v1/access_tokens/canary")
    assert [record.getMessage() for record in caplog.records] == [
        "DELETE /v1/access_tokens/{token} waits 10.0 s for the rate limit all"
    ]


# --- giving up ------------------------------------------------------------------------------------


def test_who_would_wait_too_long_is_told_at_once(clock: FakeClock) -> None:
    limiter = limiter_of(1, 10, max_wait=9.5)
    pass_through(limiter)
    with pytest.raises(RateLimitExceededError) as caught:
        acquire(limiter, GET_DEVICES, "/v1/devices")
    assert clock.slept == []
    assert caught.value.limit == "all"
    assert caught.value.retry_after == pytest.approx(10, abs=0.1)
    assert str(caught.value) == (
        "GET /v1/devices was not sent: the rate limit 'all' would make it wait 10.0 s more, "
        "longer than max_wait allows. Try later, send less, or give it more time "
        "(max_wait: 9.5 s)."
    )
    clock.now += 1
    pass_through(limiter)
    assert clock.slept == about(9)


def test_the_longest_wait_is_that_of_all_waits_together(clock: FakeClock) -> None:
    limiter = limiter_of(1, 10, max_wait=15)
    pass_through(limiter)

    def refused_meanwhile(seconds: float) -> None:
        clock.advance(seconds)
        limiter.limited(GET_DEVICES, "/v1/devices", 10)

    clock.on_sleep = refused_meanwhile
    with pytest.raises(RateLimitExceededError):
        pass_through(limiter)
    assert clock.slept == about(10)


@pytest.mark.parametrize("asked", ["999999999", "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_no_server_stops_it_for_longer_than_an_hour(asked: str, clock: FakeClock) -> None:
    limiter = limiter_of(10, 10, max_wait=None)
    limiter.limited(GET_DEVICES, "/v1/devices", parse_retry_after(asked))
    pass_through(limiter)
    assert clock.slept == about(3600)


def test_by_default_five_minutes_are_waited_for_and_an_hour_is_not(clock: FakeClock) -> None:
    limiter = RateLimiter()
    for _ in range(101):
        pass_through(limiter, "POST", "/oauth/token")
    assert clock.slept == about(301)
    for _ in range(50):
        pass_through(limiter, "GET", "/v1/serial_numbers/1")
    with pytest.raises(RateLimitExceededError, match="serial-numbers"):
        pass_through(limiter, "GET", "/v1/serial_numbers/1")


def test_none_waits_as_long_as_it_takes(clock: FakeClock) -> None:
    limiter = limiter_of(1, 1_000_000, max_wait=None)
    pass_through(limiter)
    pass_through(limiter)
    assert clock.slept == about(1_000_000)


def test_the_error_pickles_and_copies() -> None:
    error = RateLimitExceededError("too much", limit="all", retry_after=1.5)
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(twin), twin.limit, twin.retry_after) == ("too much", "all", 1.5)


# --- what the cloud said --------------------------------------------------------------------------


def test_after_a_refusal_all_wait_as_long_as_the_cloud_says(clock: FakeClock) -> None:
    limiter = limiter_of(100, 10)
    limiter.limited(GET_DEVICES, "/v1/devices", 30)
    limiter.limited(GET_DEVICES, "/v1/devices", 5)  # an earlier, longer pause stays
    limiter.limited(GET_DEVICES, "/v1/devices", None)
    pass_through(limiter)
    assert clock.slept == about(30)
    pass_through(limiter)
    assert clock.slept == about(30)


def test_the_refusal_of_a_special_route_pauses_just_that(clock: FakeClock) -> None:
    limiter = RateLimiter()
    limiter.limited(Operation("streamEvents", "GET", "/v1/events"), "/v1/events", 60)
    pass_through(limiter)
    assert clock.slept == []
    pass_through(limiter, "GET", "/v1/devices/events/x")
    assert clock.slept == about(60)


# --- many at once ---------------------------------------------------------------------------------


def test_threads_never_get_more_than_the_limit() -> None:
    limiter = limiter_of(500, 3600, max_wait=0)
    passed: list[int] = []
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        for number in range(100):
            try:
                pass_through(limiter)
            except RateLimitExceededError:
                continue
            passed.append(number)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(passed) == 500


def test_a_newcomer_does_not_overtake(clock: FakeClock) -> None:
    async def main() -> None:
        start = clock.now
        limiter = limiter_of(2, 10)
        order: list[tuple[str, float]] = []

        async def come(name: str, at: float) -> None:
            await anyio.sleep(at)
            await aacquire(limiter, GET_DEVICES, "/v1/devices")
            order.append((name, clock.now - start))

        async with anyio.create_task_group() as tasks:
            for number, at in enumerate([0, 1, 2, 3, 9, 9.5, 10, 11, 11.5]):
                tasks.start_soon(come, "abcdefghi"[number], at)
        assert [name for name, _ in order] == list("abcdefghi")
        assert most_in_a_window([at for _, at in order], 10) <= 2
        assert order[-1][1] <= 41

    virtual_time.run(main(), clock)


def test_after_a_pause_those_who_wait_go_on_one_by_one(clock: FakeClock) -> None:
    async def main() -> None:
        start = clock.now
        limiter = limiter_of(2, 10)
        limiter.limited(GET_DEVICES, "/v1/devices", 5)
        passed: list[float] = []

        async def come() -> None:
            await aacquire(limiter, GET_DEVICES, "/v1/devices")
            passed.append(clock.now - start)

        async with anyio.create_task_group() as tasks:
            for _ in range(6):
                tasks.start_soon(come)
        assert passed == pytest.approx([5, 5, 15, 20, 25, 30], abs=0.2)

    virtual_time.run(main(), clock)


def test_who_is_cancelled_takes_no_place(clock: FakeClock) -> None:
    async def main() -> None:
        start = clock.now
        limiter = limiter_of(1, 10)
        await aacquire(limiter, GET_DEVICES, "/v1/devices")
        for _ in range(20):
            with anyio.move_on_after(0.1) as scope:
                await aacquire(limiter, GET_DEVICES, "/v1/devices")
            assert scope.cancelled_caught
        await aacquire(limiter, GET_DEVICES, "/v1/devices")
        assert clock.now - start == pytest.approx(10, abs=0.1)

    virtual_time.run(main(), clock)


arrivals = st.lists(
    st.tuples(
        st.integers(0, 60).map(lambda tenths: tenths / 4),
        st.sampled_from(["GET /v1/devices", "POST /oauth/token", "GET /v1/events"]),
        st.none() | st.integers(1, 40).map(lambda tenths: tenths / 4),
    ),
    max_size=60,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    arrivals=arrivals,
    limits=st.tuples(st.integers(1, 6), st.integers(1, 9), st.integers(1, 3), st.integers(1, 9)),
)
def test_no_window_ever_holds_more_than_the_limit(
    arrivals: list[tuple[float, str, float | None]],
    limits: tuple[int, int, int, int],
    clock: FakeClock,
) -> None:
    amount, seconds, token_amount, token_seconds = limits
    token = Limit("token", token_amount, token_seconds, ("POST /oauth/token",))
    passed: list[tuple[float, str]] = []
    cancelled = 0

    async def main() -> None:
        limiter = limiter_of(amount, seconds, token, max_wait=None)

        async def come(at: float, route: str, patience: float | None) -> None:
            nonlocal cancelled
            await anyio.sleep(at)
            method, _, path = route.partition(" ")
            with anyio.move_on_after(patience) as scope:
                await aacquire(limiter, Operation("request", method, path), path)
                passed.append((clock.now, route))
            cancelled += scope.cancelled_caught

        async with anyio.create_task_group() as tasks:
            for arrival in arrivals:
                tasks.start_soon(come, *arrival)

    virtual_time.run(main(), clock)
    assert len(passed) + cancelled == len(arrivals)
    assert most_in_a_window([time for time, _ in passed], seconds) <= amount
    tokens = [time for time, route in passed if route.endswith("token")]
    assert most_in_a_window(tokens, token_seconds) <= token_amount


def test_a_full_limit_is_used_up(clock: FakeClock) -> None:
    """A thousand that wait get through at the rate of the limit."""

    async def main() -> None:
        start = clock.now
        limiter = limiter_of(200, 10, max_wait=None)
        async with anyio.create_task_group() as tasks:
            for _ in range(1000):
                tasks.start_soon(aacquire, limiter, GET_DEVICES, "/v1/devices")
        assert clock.now - start <= 1000 * 10 / 200 + 1

    virtual_time.run(main(), clock)


# --- setting up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limits": [Limit("a", 1, 1), Limit("a", 2, 2)]}, "name of its own"),
        ({"storage": "redis://x", "redis": object()}, "not both"),
        ({"redis": object()}, r"redis must be a redis\.Redis"),
    ],
)
def test_what_can_not_work_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        RateLimiter(**options)


def test_a_limiter_shows_what_it_keeps() -> None:
    limiter = limiter_of(1, 10)
    assert repr(limiter) == "<RateLimiter local: all>"
    assert limiter.limits == (Limit("all", 1, 10),)


def test_an_interrupt_while_waiting_leaves_nothing_behind(clock: FakeClock) -> None:
    limiter = limiter_of(1, 10)
    pass_through(limiter)

    def interrupted(seconds: float) -> None:
        raise KeyboardInterrupt

    clock.on_sleep = interrupted
    with pytest.raises(KeyboardInterrupt):
        pass_through(limiter)
    clock.on_sleep = clock.advance
    clock.now += 10.1
    pass_through(limiter)  # nobody is ahead any more
    assert len(clock.slept) == 1

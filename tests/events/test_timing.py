"""Back-off and idle timeout, without any waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client.events.timing import LONGEST_RETRY_AFTER, Backoff, IdleTimeout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

# --- back-off -----------------------------------------------------------------------------------


def delays(chance: float, count: int = 9, base: float = 1.0, maximum: float = 60.0) -> list[float]:
    backoff = Backoff(base, maximum)
    with chance_of(chance):
        return [backoff.next() for _ in range(count)]


def chance_of(chance: float) -> AbstractContextManager[object]:
    """Let what is random be so far between its bounds."""

    def uniform(low: float, high: float) -> float:
        return low + (high - low) * chance

    return mock.patch("random.uniform", uniform)


@pytest.fixture
def shortest() -> Iterator[Backoff]:
    """A back-off that always takes the shortest delay it may."""
    with chance_of(0.0):
        yield Backoff()


def test_delays_double_up_to_the_maximum() -> None:
    assert delays(0.0) == [1, 2, 4, 8, 16, 32, 40, 40, 40]
    assert delays(1.0) == [1.5, 3, 6, 12, 24, 48, 60, 60, 60]


def test_delays_have_jitter_at_every_step() -> None:
    assert all(low < high for low, high in zip(delays(0.0), delays(1.0), strict=True))


@given(
    chance=st.floats(0, 1),
    base=st.floats(0.001, 100),
    maximum=st.floats(0.001, 1000),
    failures=st.integers(1, 2000),
)
def test_delays_stay_between_base_and_maximum(
    chance: float, base: float, maximum: float, failures: int
) -> None:
    for delay in delays(chance, failures, base, maximum):
        assert base <= delay <= max(base, maximum) * 1.0000001


def test_reset_starts_anew(shortest: Backoff) -> None:
    assert [shortest.next() for _ in range(3)] == [1, 2, 4]
    shortest.reset()
    assert shortest.next() == 1


def test_the_server_may_set_the_base(shortest: Backoff) -> None:
    shortest.set_base(5)
    assert [shortest.next() for _ in range(5)] == [5, 10, 20, 40, 40]
    shortest.set_base(50)
    assert shortest.next() == 50


def test_the_user_sets_the_bounds_of_what_a_server_may_ask_for() -> None:
    for asked in (0, 0.001, 120, 3600, 1e12):
        backoff = Backoff(0.5, 2)
        backoff.set_base(asked)
        assert all(0.5 <= backoff.next() <= 2 for _ in range(50))
    backoff = Backoff(5, 2)  # the maximum is the lower one
    backoff.set_base(3)
    assert backoff.next() == 5


def test_retry_after_is_a_minimum(shortest: Backoff) -> None:
    assert shortest.next(at_least=30) == 30
    assert shortest.next(at_least=0) == 2
    assert shortest.next(at_least=None) == 4
    assert shortest.next(at_least=1e9) == LONGEST_RETRY_AFTER
    assert Backoff(maximum=500).next(at_least=1e9) == 500
    assert Backoff(maximum=2).next(at_least=30) == 30


# --- idle timeout -------------------------------------------------------------------------------


class Connection:
    """Feeds an idle timeout as a stream does."""

    def __init__(self, fixed: float | None = None) -> None:
        self.now = 1000.0
        self.idle = IdleTimeout(fixed)
        self.idle.connected(self.now)

    def receive(self, after: float, *, heartbeat: bool, busy: float = 0.0) -> None:
        """Something comes `after` seconds; the reader was paused for `busy` seconds before that."""
        if busy:
            self.idle.pause()
            self.idle.resume(self.now + busy)
        self.now += max(after, busy)
        self.idle.received(self.now, heartbeat=heartbeat)

    def heartbeats(self, *intervals: float) -> float:
        for interval in intervals:
            self.receive(interval, heartbeat=True)
        return self.idle.seconds


def test_75_seconds_until_two_heartbeats_have_come() -> None:
    assert IdleTimeout().seconds == 75
    assert Connection().heartbeats(9) == 75


@pytest.mark.parametrize(
    ("intervals", "seconds"),
    [
        ((0, 9), 22.5),
        ((5, 60), 150),
        ((0, 9, 9.5, 9), 23.75),
        ((0, 20, 10), 50),
        ((0, 2), 15),
        ((0, 6), 15),
        ((0, 6.2), 15.5),
        ((0, 60, 140, 300), 300),
    ],
)
def test_then_two_and_a_half_times_the_longest_interval(
    intervals: tuple[float, ...], seconds: float
) -> None:
    assert Connection().heartbeats(*intervals) == pytest.approx(seconds)


def test_events_are_no_heartbeats() -> None:
    connection = Connection()
    connection.heartbeats(1)
    connection.receive(4, heartbeat=False)
    assert connection.idle.seconds == 75
    connection.receive(4, heartbeat=True)
    assert connection.idle.seconds == 20


def test_another_connection_is_learned_anew() -> None:
    connection = Connection()
    connection.heartbeats(0, 9)
    connection.idle.connected(connection.now)
    assert connection.idle.seconds == 75
    assert connection.heartbeats(30) == 75


def test_a_fixed_timeout_is_not_learned() -> None:
    assert Connection(3).heartbeats(0, 9, 9) == 3


def test_heartbeats_that_waited_for_a_busy_user_teach_nothing() -> None:
    connection = Connection()
    connection.heartbeats(60)
    connection.receive(60, heartbeat=True, busy=119)  # sent after 60, read after 119 seconds
    connection.receive(1, heartbeat=True)
    assert connection.idle.seconds == 75
    connection.receive(60, heartbeat=True)
    assert connection.idle.seconds == 150

"""Who may write when: what relays tell each other by way of Redis."""

from __future__ import annotations

from typing import Any

import pytest

from particle_client.relay.scripts import COVER

from .processes import RedisProcess


class Coverage:
    """Relays that tell of their connections, at moments that the test sets."""

    def __init__(self, redis: RedisProcess) -> None:
        self.client: Any = redis.client
        seconds, microseconds = self.client.time()
        self.now: float = seconds + microseconds / 1e6
        self.known = dict.fromkeys("abc", False)

    def tell(
        self,
        relay: str,
        age: float | None,
        written: float = 0.0,
        claim: float = 3600.0,
        newest: str = "",
    ) -> tuple[bool, float, list[str]]:
        """Have a relay tell that it has been connected for so long, and has written all up to so
        many seconds ago, and up to an event. Return whether it may write, the length of a gap, and
        up to which events others have written."""
        age_text = "" if age is None else age
        known, since, until, others = self.client.eval(
            *(COVER, 1, "coverage", relay, age_text),
            *(f"{self.now - written:.3f}", int(self.known[relay]), claim, newest),
        )
        self.known[relay] = bool(known)
        gap = round(float(until) - float(since)) if since else 0
        return bool(known), gap, [other.decode() for other in others]


@pytest.fixture
def coverage(redis: RedisProcess) -> Coverage:
    return Coverage(redis)


def test_the_first_one_may_write_and_there_is_no_gap(coverage: Coverage) -> None:
    assert coverage.tell("a", 0) == (True, 0, [])


def test_the_next_one_waits_and_learns_what_the_first_has_written(coverage: Coverage) -> None:
    """Times tell nothing: what has come long ago may not be read yet."""
    coverage.tell("a", 100)
    coverage.tell("a", 100, written=50, newest="x-1")
    assert coverage.tell("b", 20) == (False, 0, ["x-1"])
    coverage.tell("a", 100, written=19, newest="y-1")
    assert coverage.tell("b", 20) == (False, 0, ["y-1"])
    coverage.known["b"] = True  # as it has got y, too
    assert coverage.tell("b", 20, newest="y-1") == (True, 0, ["y-1"])
    assert coverage.tell("a", 100, newest="y-1") == (True, 0, ["y-1"])


def test_no_one_waits_longer_than_a_minute(coverage: Coverage) -> None:
    """The other one may follow something else under the same name."""
    coverage.tell("a", 100)
    assert coverage.tell("b", 59) == (False, 0, [""])
    assert coverage.tell("b", 62) == (True, 0, [""])


def test_when_the_first_one_dies_the_next_one_finds_a_gap(coverage: Coverage) -> None:
    coverage.tell("a", 100)
    coverage.tell("a", 100, written=50, claim=-1)
    assert coverage.tell("b", 20) == (True, 30, [])
    assert coverage.tell("b", 20) == (True, 0, [])


def test_a_gap_is_told_until_the_one_who_found_it_knows(coverage: Coverage) -> None:
    """It may be killed, or the answer lost, before it has written the gap."""
    coverage.tell("a", 100)
    coverage.tell("a", 100, written=50, claim=-1)
    assert coverage.tell("b", 20, claim=-1) == (True, 30, [])
    assert coverage.tell("c", 10) == (True, 40, [])


def test_one_that_ends_claims_nothing_more(coverage: Coverage) -> None:
    coverage.tell("a", 100)
    coverage.tell("a", None, written=40)
    assert coverage.tell("b", 20) == (True, 20, [])


def test_of_two_that_wait_the_older_one_writes_first(coverage: Coverage) -> None:
    """The older one has what nobody else has: the younger one must not write what follows."""
    coverage.tell("a", 100)
    coverage.tell("a", 100, written=50)
    assert coverage.tell("b", 20) == (False, 0, [""])
    coverage.tell("a", None, written=50)
    assert coverage.tell("c", 10) == (False, 0, [])
    assert coverage.tell("b", 20) == (True, 30, [])
    coverage.tell("b", 20, newest="x-1")
    assert coverage.tell("c", 10) == (False, 0, ["x-1"])
    coverage.tell("b", None)
    assert coverage.tell("c", 10) == (True, 0, [])


def test_a_reconnected_one_begins_anew(coverage: Coverage) -> None:
    coverage.tell("a", 100)
    coverage.tell("a", 100, written=0)
    coverage.known["a"] = False
    assert coverage.tell("a", -10) == (True, 10, [])

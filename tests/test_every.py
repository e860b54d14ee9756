"""A test of many cases checks all of them, and names those that fail."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from .every import every

pytestmark = pytest.mark.anyio


def small(case: int, limit: int) -> None:
    assert case < limit, "too big"


def test_each_failure_is_named_with_its_reason() -> None:
    check = every("case", [1, 2, 3], name=lambda case: f"case {case}")(small)
    assert list(inspect.signature(check).parameters) == ["limit"]
    check(limit=4)
    with pytest.raises(pytest.fail.Exception) as caught:
        check(limit=2)
    message = str(caught.value)
    assert message.startswith("2 of 3 failed:")
    assert "case 2: test_every.py:" in message
    assert "case 3: test_every.py:" in message
    assert "AssertionError: too big" in message
    assert "case 1" not in message


async def test_of_async_functions_too() -> None:
    @every("case", ["a", "b"])
    async def check(case: str) -> None:
        if case == "b":
            raise KeyError(case)

    with pytest.raises(pytest.fail.Exception, match=r"1 of 2 failed:\s+b: .*KeyError: 'b'"):
        await check()


def test_many_failures_are_not_all_shown() -> None:
    def check(case: int) -> None:
        raise ZeroDivisionError

    checked: Any = every("case", range(50))(check)
    with pytest.raises(pytest.fail.Exception, match="and 20 more"):
        checked()


def test_nothing_to_check_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="nothing to check"):
        every("case", [])(small)(limit=1)

"""One test for many cases, for what is checked of every operation, model or recorded request.

    @every("operation", OPERATIONS, name=lambda operation: operation.id)
    def test_it_has_a_summary(operation: Documented) -> None:
        assert operation.raw["summary"]

It takes the place of `pytest.mark.parametrize` where there are hundreds of cases: setting up a test
for each would take longer than the tests. All cases are checked, and the message names each that
fails with its reason.
"""

from __future__ import annotations

import functools
import inspect
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Failures", "every"]

HERE = Path(__file__).parent
_SHOWN = 30
_LINES = 12


class Failures:
    """What failed of many cases."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._cases = 0

    def check(self, name: str, check: Callable[[], object]) -> None:
        """Check a case."""
        self._cases += 1
        try:
            check()
        except (Exception, pytest.fail.Exception) as error:
            self.add(name, error)

    async def acheck(self, name: str, check: Callable[[], Any]) -> None:
        """Check a case with an async function."""
        self._cases += 1
        try:
            await check()
        except (Exception, pytest.fail.Exception) as error:
            self.add(name, error)

    def add(self, name: str, error: BaseException) -> None:
        """Note that a case failed."""
        self._texts.append(f"{name}: {_reason(error)}")

    def report(self) -> None:
        """Fail if anything failed, with all reasons."""
        __tracebackhide__ = True
        assert self._cases, "there was nothing to check"
        if self._texts:
            lines = [f"{len(self._texts)} of {self._cases} failed:", *self._texts[:_SHOWN]]
            if len(self._texts) > _SHOWN:
                lines.append(f"… and {len(self._texts) - _SHOWN} more")
            pytest.fail("\n\n".join(lines), pytrace=False)


def _reason(error: BaseException) -> str:
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(HERE) and frame.filename != __file__
    ]
    where = f"{Path(frames[-1].filename).relative_to(HERE)}:{frames[-1].lineno}: " if frames else ""
    kind = "" if isinstance(error, pytest.fail.Exception) else f"{type(error).__name__}: "
    return "\n".join(f"{where}{kind}{error}".splitlines()[:_LINES])


def every(
    argument: str, cases: Iterable[Any], *, name: Callable[[Any], str] = str
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Run a test with each case as one of its arguments; the others are fixtures, as usual.

    Args:
        argument: Name of the argument.
        cases: Its values.
        name: A function of a case that gives its name in messages.
    """
    all_cases = list(cases)

    def decorate(test: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(test)
        def run(**fixtures: Any) -> None:
            __tracebackhide__ = True
            failures = Failures()
            for case in all_cases:
                failures.check(name(case), functools.partial(test, **fixtures, **{argument: case}))
            failures.report()

        @functools.wraps(test)
        async def run_async(**fixtures: Any) -> None:
            __tracebackhide__ = True
            failures = Failures()
            for case in all_cases:
                check = functools.partial(test, **fixtures, **{argument: case})
                await failures.acheck(name(case), check)
            failures.report()

        runner: Any = run_async if inspect.iscoroutinefunction(test) else run
        signature = inspect.signature(test)
        fixtures = [each for each in signature.parameters.values() if each.name != argument]
        runner.__signature__ = signature.replace(parameters=fixtures)
        del runner.__wrapped__  # whose arguments pytest would take for fixtures
        return runner  # type: ignore[no-any-return]

    return decorate

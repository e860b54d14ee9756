"""What gets out with an error: printed, logged, or sent by a crash reporter.

The standard library's `traceback` reads and parses the source of each frame, which takes most of
the time of a test that looks at thousands of errors, and shows no value.
"""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["crash_report", "messages"]

TESTS = str(Path(__file__).parent)


def messages(error: BaseException) -> str:
    """Return all that is usually printed of an error and those before it, but the source code."""
    return "\n".join([str(error), repr(error), *traceback.format_exception(error, limit=0)])


def crash_report(error: BaseException) -> str:
    """Return what crash reporters send: the local variables of each frame, but the tests' own."""
    return "\n".join(
        f"{frame.f_code.co_filename}, {frame.f_code.co_name}: {name} = {_shown(value)}"
        for each in _chain(error, set())
        for frame, _ in traceback.walk_tb(each.__traceback__)
        if not frame.f_code.co_filename.startswith(TESTS)
        for name, value in frame.f_locals.items()
    )


def _chain(error: BaseException, seen: set[int]) -> Iterator[BaseException]:
    """Yield an error, and all that it came from."""
    if id(error) in seen:
        return
    seen.add(id(error))
    yield error
    for each in (error.__cause__, error.__context__):
        if each is not None:
            yield from _chain(each, seen)


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception:  # of an object that isn't complete yet
        return "?"

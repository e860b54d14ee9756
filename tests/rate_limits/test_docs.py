"""docs/rate-limits.md names every limit and every argument."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from particle_client.rate_limits import DOCUMENTED_LIMITS, RateLimiter

ROOT = Path(__file__).parents[2]
ROWS = re.findall(r"^\| .*$", (ROOT / "docs" / "rate-limits.md").read_text("utf-8"), re.MULTILINE)
NAMED = [match[1] for row in ROWS if (match := re.match(r"\| `([\w-]+)=?` ", row))]
TIMES = {300: "5 minutes", 3600: "an hour"}


def test_every_argument_is_explained() -> None:
    assert set(inspect.signature(RateLimiter).parameters) <= set(NAMED)


def test_every_limit_is_named_with_its_numbers() -> None:
    for limit in DOCUMENTED_LIMITS:
        (row,) = [row for row in ROWS if row.startswith(f"| `{limit.name}` ")]
        assert f"| {limit.amount:,} in {TIMES[limit.seconds]} | {limit.per} |" in row

"""Half a minute of trouble; `make chaos` makes ten minutes of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from .chaos import Chaos


def test_one_is_frozen_and_one_connects_again(redis_program: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(Path(folder), restarts=False, fsync="everysec", seed=9)
        chaos.kinds = [chaos.freeze_one_and_cut_one]
        try:
            report = chaos.run(30000, 2000)
        finally:
            chaos.close()
        assert report.good, report
        assert not chaos.failed


def test_chaos(redis_program: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chaos = Chaos(Path(folder), restarts=True, fsync="everysec", seed=7)
        try:
            report = chaos.run(6000, 500)
        finally:
            chaos.close()
        assert report.good, f"{report}\n{(Path(folder) / 'log').read_text()[-5000:]}"
        assert not chaos.failed

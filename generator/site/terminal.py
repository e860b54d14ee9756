"""Draws what `make demo` prints: docs/pictures/demo.svg.

python -m generator.site.terminal
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "pictures" / "demo.svg"
STEPS = (7, 9)
"""The first and the last step of the demo that are shown."""
_TITLE = 'fill="#7fd1a8" font-weight="bold"'
_CODE = 'fill="#8ab4f8"'


def draw(output: str) -> str:
    """Return a picture of some steps of the demo's output."""
    lines = output.splitlines()
    first, end = (_step(lines, number) for number in (STEPS[0], STEPS[1] + 1))
    shown = ["$ make demo", "…", *lines[first:end], "…"]
    width = max(map(len, shown)) * 8.5 + 40
    texts = [
        f'<text x="20" y="{33 + 18 * row}"{_look(line)}>{html.escape(line)}</text>'
        for row, line in enumerate(shown)
        if line.strip()
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {40 + 18 * len(shown)}"'
        ' role="img" aria-label="The output of make demo">',
        '<rect width="100%" height="100%" rx="8" fill="#1e2329"/>',
        '<g font-family="monospace" font-size="14" fill="#d5dae0" xml:space="preserve">',
    )
    return "\n".join([*head, *texts, "</g>", "</svg>", ""])


def _step(lines: list[str], number: int) -> int:
    """Return the line with the title of a step."""
    return next(row for row, line in enumerate(lines) if line.startswith(f"  {number} "))


def _look(line: str) -> str:
    if re.match(r"  \d+ ", line):
        return f" {_TITLE}"
    return f" {_CODE}" if line.startswith("  │") else ""


if __name__ == "__main__":
    demo = [sys.executable, "-m", "examples.demo"]
    done = subprocess.run(demo, cwd=ROOT, capture_output=True, text=True, check=True)
    PICTURE.write_text(draw(done.stdout), encoding="utf-8")

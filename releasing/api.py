"""Whether the package breaks what the last release promises: `python -m releasing.api`.

With --write it describes the package as it is now, as a release does.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .breaks import allows_breaks, find_breaks, needed_version
from .public_api import PACKAGE, describe, load, write

ROOT = Path(__file__).parents[1]
LAST_RELEASE = "releasing/last_release"
VERSION = f"{PACKAGE}/base/version.py"


def check(root: Path) -> tuple[list[str], str]:
    """Compare the package in a folder with its last release.

    Returns:
        What breaks programs; and what to do about it, unless the package's version allows it.
    """
    old = load(root / LAST_RELEASE)
    released = str(old["__version__"].value).strip("\"'")
    with TemporaryDirectory() as folder:
        write(describe(load(root)), Path(folder))
        breaks = find_breaks(old, load(Path(folder)))
    version = version_of(root)
    if not breaks or allows_breaks(version, released):
        return breaks, ""
    advice = (
        f"That breaks programs which use {released}. It needs version {needed_version(released)}, "
        f"and {VERSION} says {version}: take it back, or raise the version and tell in "
        "CHANGELOG.md how programs have to change."
    )
    if not is_released(root, released):
        advice += f" {released} isn't released yet, so `make public-api` may describe it anew."
    return breaks, advice


def describe_anew(root: Path) -> None:
    """Replace the description of the last release by one of the package as it is."""
    write(describe(load(root)), root / LAST_RELEASE)
    ruff = [sys.executable, "-m", "ruff", "format", "--quiet", "--isolated", "--line-length=100"]
    subprocess.run([*ruff, LAST_RELEASE], cwd=root, check=True)


def version_of(root: Path) -> str:
    """Return the package's version."""
    found = re.search(r'__version__ = "(.+)"', (root / VERSION).read_text(encoding="utf-8"))
    assert found
    return found[1]


def is_released(root: Path, version: str) -> bool:
    """Whether the changelog has a date for a version."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    return bool(re.search(rf"^## \[{re.escape(version)}\] - \d", text, re.MULTILINE))


def main() -> int:
    is_written = "--write" in sys.argv[1:]
    is_first = is_written and not (ROOT / LAST_RELEASE).exists()
    breaks, advice = ([], "") if is_first else check(ROOT)
    if not advice or (is_written and not is_released(ROOT, version_of(ROOT))):
        if is_written:
            describe_anew(ROOT)
        return 0
    print(*breaks, advice, sep="\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

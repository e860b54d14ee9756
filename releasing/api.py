"""Whether the package breaks what the last release promises: `python -m releasing.api`.

With --write it describes the package as it is now, as a release does.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .breaks import allows_breaks, find_breaks, needed_version
from .public_api import PACKAGE, describe, load, write

ROOT = Path(__file__).parents[1]
LAST_RELEASE = "releasing/last_release"
TYPES, BEHAVIOUR = "usage.py", "test_usage.py"
"""Programs of the last release, in its folder: one whose types are checked, and tests."""
VERSION = f"{PACKAGE}/base/version.py"


def check(root: Path, failures: list[str]) -> tuple[list[str], str]:
    """Compare the package in a folder with its last release.

    Arguments:
        root: The folder.
        failures: What programs of the last release say: `run_programs(root)`.

    Returns:
        What breaks programs; and what to do about it, unless the package's version allows it.
    """
    old = load(root / LAST_RELEASE)
    with TemporaryDirectory() as folder:
        write(describe(load(root)), Path(folder))
        breaks = [*find_breaks(old, load(Path(folder))), *failures]
    released, version = str(old["__version__"].value).strip("\"'"), version_of(root)
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


def run_programs(root: Path) -> list[str]:
    """Try what the last release kept of its tests; a sentence for each failure."""
    return [*_check_types(root), *run_tests(root)]


def _check_types(root: Path) -> list[str]:
    """Check the types in a program of the last release; a sentence for each error."""
    command = ["-m", "basedpyright", "--outputjson", "--level=error"]
    command += [f"--pythonpath={sys.executable}", f"{LAST_RELEASE}/{TYPES}"]
    ran = subprocess.run([sys.executable, *command], cwd=root, capture_output=True, text=True)
    return [
        f"Types of a program for the last release are wrong, {LAST_RELEASE}/{TYPES} line "
        f"{each['range']['start']['line'] + 1}: {each['message']}"
        for each in json.loads(ran.stdout)["generalDiagnostics"]
    ]


def run_tests(root: Path) -> list[str]:
    """Run the tests of the last release; a sentence for each that fails."""
    # They may use what is deprecated since then.
    command = ["-m", "pytest", "-q", "--tb=line", "-Wdefault::DeprecationWarning"]
    ran = subprocess.run(
        [sys.executable, *command, f"{LAST_RELEASE}/{BEHAVIOUR}"],
        cwd=root,
        capture_output=True,
        text=True,
    )
    failed = re.findall(r"^(?:FAILED|ERROR) (.*)", ran.stdout, re.MULTILINE)
    if ran.returncode and not failed:
        failed = [ran.stdout + ran.stderr]
    return [f"A test of the last release fails: {each}" for each in failed]


def describe_anew(root: Path) -> None:
    """Replace the description of the last release by one of the package as it is."""
    write(describe(load(root)), root / LAST_RELEASE)
    shutil.copy(root / "tests/typing" / TYPES, root / LAST_RELEASE)
    shutil.copy(root / "tests" / BEHAVIOUR, root / LAST_RELEASE)
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
    if "--write" in sys.argv[1:]:
        if is_released(ROOT, version_of(ROOT)):
            print(f"{version_of(ROOT)} is released: `make release` describes the next version.")
            return 1
        describe_anew(ROOT)
        return 0
    breaks, advice = check(ROOT, run_programs(ROOT))
    if advice:
        print(*breaks, advice, sep="\n")
    return 1 if advice else 0


if __name__ == "__main__":
    sys.exit(main())

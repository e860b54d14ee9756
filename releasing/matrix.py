"""The tests with each Python that is there, and with the oldest and the newest libraries.

    python -m releasing.matrix            each Python, each with the oldest and the newest libraries
    python -m releasing.matrix --ends     the oldest Python and libraries; the newest Python
    python -m releasing.matrix --pin      writes requirements-oldest.txt

For each there is one environment with all extras, where the tests run, and one with none of them,
where releasing/without_extras.py does. uv finds the Pythons, free-threaded ones, too: in PATH, and
those of pyenv.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path
from typing import Literal, NamedTuple

ROOT = Path(__file__).parents[1]
ENVIRONMENTS = ROOT / ".tools" / "matrix"
OLDEST = "requirements-oldest.txt"
UV = os.environ.get("UV", "uv")

OLD_WARNINGS = ("DeprecationWarning", "pytest.PytestUnraisableExceptionWarning")
"""Those that the oldest libraries give of themselves."""

NOT_WITH_OLDEST = {
    "tests/attacks/test_settings.py::test_a_file_of_certificates_that_can_not_be_read": (
        "httpx 0.27 takes SSL_CERT_FILE for unset if there is no such file"
    ),
    "tests/login/test_file_store.py::test_the_default_place": (
        "platformdirs 4.0 takes a relative XDG_CONFIG_HOME"
    ),
    "tests/rate_limits/test_shared.py::test_a_redis_that_hangs_up_is_asked_twice_at_most": (
        "redis-py 5 asks once"
    ),
    "tests/sandbox/test_devices.py::test_malformed_forms": (
        "Starlette 0.46 fails where it should refuse"
    ),
}
"""Tests of what the oldest libraries do otherwise, and why that is no matter."""

Libraries = Literal["oldest", "pinned", "newest"]


class Python(NamedTuple):
    """A Python that is there."""

    minor: int
    is_free_threaded: bool
    path: str

    def __str__(self) -> str:
        return f"Python 3.{self.minor}{' free-threaded' if self.is_free_threaded else ''}"


def find_pythons() -> list[Python]:
    """Return one of each minor version, the oldest first."""
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders = [os.environ["PATH"], *map(str, sorted(pyenv.glob("versions/*/bin")))]
    command = [UV, "python", "list", "--only-installed", "--output-format=json", ">=3.11"]
    listed = subprocess.run(
        command,
        env=os.environ | {"PATH": os.pathsep.join(folders)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # of pyenv's programs that stand for a version not in use
        check=True,
    )
    found: dict[tuple[int, bool], Python] = {}
    for each in json.loads(listed.stdout):
        key = (each["version_parts"]["minor"], each["variant"] == "freethreaded")
        if each["implementation"] == "cpython":
            found.setdefault(key, Python(*key, each["path"]))
    return [found[key] for key in sorted(found)]


def test(python: Python, libraries: Libraries) -> bool:
    """Run the tests with and without extras; whether they pass."""
    print(f"\n{python}, {libraries} libraries", flush=True)
    began = time.monotonic()
    folder = ENVIRONMENTS / f"{'-'.join(str(python).split()[1:])}-{libraries}"
    processes = 2 * (os.cpu_count() or 1)  # many tests wait
    tests = f"-m pytest --quiet --dist worksteal --numprocesses {processes}".split()
    if libraries == "oldest":
        tests += [f"-Wignore::{each}" for each in OLD_WARNINGS]
        tests += [f"--deselect={each}" for each in NOT_WITH_OLDEST]
    try:
        bare = _install(python, folder / "without-extras", libraries, extras=False)
        _run(str(bare), "releasing/without_extras.py")
        whole = _install(python, folder / "with-extras", libraries, extras=True)
        _run(str(whole), *tests, *shlex.split(os.environ.get("TESTS", "")))
    except subprocess.CalledProcessError as error:
        print(f"{python}, {libraries} libraries: failed: {shlex.join(error.cmd)}", flush=True)
        return False
    print(
        f"{python}, {libraries} libraries: passed in {time.monotonic() - began:.0f} s", flush=True
    )
    return True


def _install(python: Python, folder: Path, libraries: Libraries, *, extras: bool) -> Path:
    """Make an environment; return its Python."""
    _run(UV, "venv", "--quiet", "--clear", f"--python={python.path}", str(folder))
    made = folder / "bin" / "python"
    pip = [UV, "pip", "install", "--quiet", f"--python={made}"]
    pins = OLDEST if libraries == "oldest" else "requirements-dev.txt"
    if extras:
        _run(*pip, "--requirement", pins)
        _run(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")
        if libraries == "newest":
            _run(*pip, "--upgrade", "--requirement=pyproject.toml", "--all-extras")
    else:
        _run(*pip, *([] if libraries == "newest" else ["--constraint", pins]), ".")
    return made


def pin_oldest() -> None:
    """Write the oldest versions that pyproject.toml allows, and what the tests need beside them."""
    compile_ = [UV, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--universal"]
    compile_ += ["--python-version=3.11", "--output-file"]
    oldest = ENVIRONMENTS / "oldest.txt"
    ENVIRONMENTS.mkdir(parents=True, exist_ok=True)
    _run(*compile_, str(oldest), "--resolution=lowest-direct", "--all-extras", "pyproject.toml")
    _run(*compile_, OLDEST, "--upgrade", f"--constraint={oldest}", "requirements-dev.in")
    path = ROOT / OLDEST
    header = "# Made by `make pin-oldest`: the oldest libraries that pyproject.toml allows.\n"
    path.write_text(header + path.read_text(encoding="utf-8"), encoding="utf-8")


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    if "--pin" in sys.argv[1:]:
        pin_oldest()
        return 0
    pythons = find_pythons()
    print("Found:", *pythons, sep="\n  ")
    runs: list[tuple[Python, Libraries]]
    if "--ends" in sys.argv[1:]:
        runs = [(pythons[0], "oldest"), (pythons[-1], "pinned")]
    else:
        runs = [(python, libraries) for python in pythons for libraries in ("oldest", "newest")]
    passed = [test(*each) for each in runs]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())

"""A release, up to the upload: `make release VERSION=0.2.0`.

It gives the version its entry in the changelog, builds the files into dist/, checks them, and tries
them in empty environments. The files depend on nothing but the tree: the same tree makes the same
bytes, on another day, too.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from .api import ROOT, VERSION, check, describe_anew, is_released, run_programs, version_of

UNRELEASED = "## [Unreleased]\n"
TOOLS = ".tools/twine/bin"
UV = os.environ.get("UV", "uv")
PINS = ("--constraint", "requirements-dev.txt")
DEMO_EXTRAS = "sandbox,progress"


class ReleaseError(Exception):
    """Why there is no release, and what to do."""


def prepare(root: Path, version: str, day: str) -> None:
    """Write the version where it stands; nothing changes if that was done before."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise ReleaseError(
            f"{version or 'nothing'} is no version; say one: make release VERSION=0.2.0"
        )
    if is_released(root, version):
        if version_of(root) != version:
            raise ReleaseError(f"CHANGELOG.md says that {version} is released already.")
        return
    changelog = root / "CHANGELOG.md"
    before, heading, entries = changelog.read_text(encoding="utf-8").partition(UNRELEASED)
    if not re.match(r"\s*(###|- )", entries) or not heading:
        raise ReleaseError(f"CHANGELOG.md tells nothing below {UNRELEASED.strip()}.")
    _replace(root / VERSION, r'(?<=__version__ = ").*(?=")', version)
    breaks, advice = check(root, run_programs(root))
    if advice:
        raise ReleaseError("\n".join([*breaks, advice]))
    changelog.write_text(f"{before}{heading}\n## [{version}] - {day}\n{entries}", encoding="utf-8")
    _replace(root / "CITATION.cff", r"(?m)(?<=^version: ).*", version)
    _replace(root / "CITATION.cff", r"(?m)(?<=^date-released: ).*", day)
    describe_anew(root)


def build(root: Path, target: Path) -> list[Path]:
    """Build the sdist from a folder, and the wheel from the sdist."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(_seconds(root))}
    build = [sys.executable, "-m", "hatchling", "build"]
    _run(*build, "--target=sdist", f"--directory={target}", cwd=root, env=environment)
    with TemporaryDirectory() as folder:
        source = unpack(target / f"particle_client-{version_of(root)}.tar.gz", Path(folder))
        _run(*build, "--target=wheel", f"--directory={target}", cwd=source, env=environment)
    return sorted(target.glob("particle_client-*"))


def unpack(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist; return the folder that is in it."""
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return folder / sdist.name.removesuffix(".tar.gz")


def examine(files: list[Path]) -> None:
    """Check the metadata, what is in the wheel, and how complete both are."""
    wheel, sdist = _wheel_and_sdist(files)
    _run(f"{TOOLS}/validate-pyproject", "pyproject.toml")
    _run(f"{TOOLS}/twine", "check", "--strict", *map(str, files))
    _run(f"{TOOLS}/check-wheel-contents", str(wheel))
    _run(f"{TOOLS}/pyroma", "--min=10", str(sdist))


def try_out(files: list[Path], bill: Path) -> None:
    """Install each file into an empty environment, and run the demo there; write the SBOM.

    What is installed comes from a folder, so a dependency that isn't declared is missed.
    """
    wheel, sdist = _wheel_and_sdist(files)
    with TemporaryDirectory() as name:
        folder = Path(name)
        index = folder / "index"
        download = [f"{TOOLS}/python", "-m", "pip", "download", "--quiet", f"--dest={index}"]
        _run(*download, *PINS, "hatchling", "hatch-fancy-pypi-readme", f"{wheel}[all]")
        shutil.copy(sdist, index)
        source = unpack(sdist, folder)
        for kind, extras in (("wheel", DEMO_EXTRAS), ("sdist", DEMO_EXTRAS), ("wheel", "all")):
            place = folder / f"{kind}-{extras}"
            python = place / "bin" / "python"
            _run(UV, "venv", "--quiet", f"--python={sys.executable}", str(place))
            install = [UV, "pip", "install", "--quiet", "--no-cache", f"--python={python}"]
            install += ["--no-index", f"--find-links={index}"]
            install += ["--no-binary=particle-client"] * (kind == "sdist")
            _run(*install, f"particle-client[{extras}]=={version_of(ROOT)}")
            if extras == "all":
                _write_bill(python, bill)
            else:
                print(f"The demo with the {kind}, installed into an empty environment:", flush=True)
                shutil.copytree(source / "examples", place / "demo" / "examples")
                _run(str(python), "-m", "examples.demo", cwd=place / "demo")


def _write_bill(python: Path, path: Path) -> None:
    """Write what is installed with all extras, as CycloneDX."""
    command = [f"{TOOLS}/cyclonedx-py", "environment", "--output-reproducible", "--mc-type=library"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(_seconds(ROOT))}
    _run(
        *command,
        "--pyproject=pyproject.toml",
        f"--output-file={path}",
        str(python),
        env=environment,
    )


def write_checksums(files: list[Path], path: Path) -> None:
    """Write the file that `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in files]
    path.write_text("".join(lines), encoding="utf-8")


def _wheel_and_sdist(files: list[Path]) -> tuple[Path, Path]:
    sdist, wheel = sorted(files, key=lambda each: each.suffix == ".whl")
    return wheel, sdist


def _seconds(root: Path) -> int:
    """Return the time that the files are said to be of: the day in the changelog."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    found = re.search(rf"^## \[{re.escape(version_of(root))}\] - ([\d-]+)$", text, re.MULTILINE)
    day = datetime.fromisoformat(found[1] if found else "2020-01-01")
    return int(day.replace(tzinfo=UTC).timestamp())


def _replace(path: Path, pattern: str, text: str) -> None:
    old = path.read_text(encoding="utf-8")
    new, count = re.subn(pattern, text, old, count=1)
    if not count:
        raise ReleaseError(f"{path} doesn't say what it should: {pattern}")
    path.write_text(new, encoding="utf-8")


def _run(*command: str, cwd: Path = ROOT, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, cwd=cwd, env=env, check=True)


def main() -> int:
    version = sys.argv[1] if sys.argv[1:] else ""
    dist = ROOT / "dist"
    try:
        prepare(ROOT, version, f"{datetime.now(UTC):%Y-%m-%d}")
        shutil.rmtree(dist, ignore_errors=True)
        files = build(ROOT, dist)
        examine(files)
        bill = dist / f"particle_client-{version}.cdx.json"
        try_out(files, bill)
        write_checksums([*files, bill], dist / "SHA256SUMS")
    except (ReleaseError, subprocess.CalledProcessError) as error:
        print(error)
        return 1
    print(*(f"dist/{each.name}" for each in sorted(dist.iterdir())), sep="\n")
    print(f"Commit what changed, tag it v{version}, and push both: the workflow does the rest.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

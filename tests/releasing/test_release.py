"""A release is the same to the byte wherever it is built, and says its version everywhere."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from releasing import release
from releasing.api import ROOT, VERSION, version_of
from releasing.matrix import OLDEST
from releasing.release import ReleaseError, build, prepare

NOTHING = shutil.ignore_patterns(".*", "__pycache__", "dist", "site")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of this folder."""
    folder = shutil.copytree(ROOT, tmp_path / "clone", ignore=NOTHING)
    shutil.copy(ROOT / ".gitignore", folder)
    return folder


def test_two_builds_are_equal_to_the_byte(
    clone: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    copy = shutil.copytree(clone, tmp_path / "copy")
    for path in copy.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700 if path.is_dir() else 0o600)
    one, other = (build(folder, tmp_path / f"built-{folder.name}") for folder in (clone, copy))
    assert [each.name for each in one] == [each.name for each in other]
    assert {each.suffix for each in one} == {".whl", ".gz"}
    for first, second in zip(one, other, strict=True):
        assert first.read_bytes() == second.read_bytes(), first.name

    with zipfile.ZipFile(one[0]) as wheel:
        [metadata] = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        text = wheel.read(metadata).decode()
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > 20
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    source = release.unpack(one[1], tmp_path / "unpacked")
    assert version_of(source) == version_of(ROOT)


def test_a_version_is_written_where_it_stands(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "run_programs", lambda root: [])
    with pytest.raises(ReleaseError, match="is no version"):
        prepare(clone, "0.9", "2030-01-02")

    prepare(clone, "0.9.0", "2030-01-02")
    assert version_of(clone) == "0.9.0"
    changelog = (clone / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]\n\n## [0.9.0] - 2030-01-02\n\n### " in changelog
    citation = (clone / "CITATION.cff").read_text(encoding="utf-8")
    assert "version: 0.9.0\ndate-released: 2030-01-02\n" in citation
    description = clone / "releasing/last_release/particle_client/__init__.pyi"
    assert '__version__ = "0.9.0"' in description.read_text(encoding="utf-8")

    prepare(clone, "0.9.0", "2030-01-03")  # anew: as before
    assert (clone / "CHANGELOG.md").read_text(encoding="utf-8") == changelog
    with pytest.raises(ReleaseError, match="tells nothing below"):
        prepare(clone, "0.9.1", "2030-01-03")


def test_a_break_needs_its_version(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "run_programs", lambda root: ["A test fails."])
    path = clone / "CHANGELOG.md"
    text = path.read_text(encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"A test fails\.\n.* It needs version "):
        prepare(clone, version_of(clone), "2030-01-02")
    assert path.read_text(encoding="utf-8") == text
    prepare(clone, "9.0.0", "2030-01-02")
    assert version_of(clone) == "9.0.0"
    assert VERSION in (clone / "pyproject.toml").read_text(encoding="utf-8")


def test_the_oldest_libraries_are_those_of_pyproject() -> None:
    """`make pin-oldest` has to follow what pyproject.toml says."""
    pins = dict(re.findall(r"^([\w-]+)==([\d.]+)", (ROOT / OLDEST).read_text(), re.MULTILINE))
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    bounds = re.findall(r'"([\w-]+)(?:\[\w+\])?>=([\d.]+)(?:,[^"]*)?"', text.split("[tool.")[0])
    assert len(bounds) > 12
    for name, version in bounds:
        if name not in ("hatchling", "hatch-fancy-pypi-readme"):
            assert _numbers(pins[name]) == _numbers(version), name


def _numbers(version: str) -> list[int]:
    numbers = [int(each) for each in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return numbers

"""What breaks programs is told in a sentence each, and what is added isn't."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from releasing.api import ROOT, check, describe_anew, run_tests
from releasing.breaks import allows_breaks, find_breaks, needed_version
from releasing.public_api import load

BREAKS = [
    ("def f(a): ...", "", "f is gone"),
    ("def f(a): ...", "f: int", "f is a attribute, and was a function"),
    ("def f(a=1): ...", "def f(b=1): ...", "f: the argument a is gone"),
    (
        "def f(*, a: int = 1, **options: Unpack[O]): ...",
        "def f(*, b: int = 1, **options: Unpack[O]): ...",
        "f: the argument a is gone",
    ),
    ("def f(a): ...", "def f(a, b): ...", "f: the argument b is new, and has no default"),
    ("def f(a=1): ...", "def f(a): ...", "f: the argument a has no default any more"),
    ("def f(a=1): ...", "def f(a=2): ...", "f: the default of a is 2, and was 1"),
    ("def f(a, b): ...", "def f(b, a): ...", "f: the argument a has another position"),
    (
        "def f(a): ...",
        "def f(*, a): ...",
        "f: the argument a is keyword-only, and was positional or keyword",
    ),
    (
        "def f(a: int | str): ...",
        "def f(a: int): ...",
        "f: the argument a takes int, and took int | str",
    ),
    ("def f() -> A | None: ...", "def f() -> A: ...", "f returns A, and returned A | None"),
    ("def f() -> A: ...", "def f() -> A | None: ...", "f returns A | None, and returned A"),
    ("def f(): ...", "async def f(): ...", "f is async now"),
    ("def f(**o: Unpack[A]): ...", "def f(**o: Unpack[B]): ...", "f: its options are Unpack[B], "),
    ("class A: ...\nclass B(A): ...", "class A: ...\nclass B: ...", "B is no A any more"),
    ("class B(KeyError): ...", "class B(ValueError): ...", "B is no KeyError any more"),
    ("class A:\n    a: int", "class A: ...", "A.a is gone"),
    ("class A:\n    a: int", "class A:\n    a: int | None", "A.a is int | None, and was int"),
    ("class A(TypedDict):\n    a: int | str", "class A(TypedDict):\n    a: int", "A.a takes int, "),
    ("class A(Enum):\n    B = 'b'", "class A(Enum): ...", "A.B is gone"),
    ("class A(Enum):\n    B = 'b'", "class A(Enum):\n    B = 'c'", "A.B is 'c', and was 'b'"),
    (
        "@overload\ndef f(a: int): ...\n@overload\ndef f(): ...",
        "@overload\ndef f(b: int): ...\n@overload\ndef f(): ...",
        "f (overload 1): the argument a is gone",
    ),
]

ADDITIONS = [
    ("", "def f(): ..."),
    ("def f(): ...", "def f(a=1): ..."),
    ("def f(*, a: int): ...", "def f(*, b: int = 1, a: int): ..."),
    ("def f(a: int): ...", "def f(a: int | str): ..."),
    ("def f(a: int): ...", "def f(a: object): ..."),
    ("def f(a: Literal['b']): ...", "def f(a: Literal['b', 'c']): ..."),
    ("def f() -> Literal['b']: ...", "def f() -> Literal['b', 'c']: ..."),
    ("def f() -> A | None: ...", "def f() -> None | A: ..."),
    ("class A(Enum):\n    B = 'b'", "class A(Enum):\n    B = 'b'\n    C = 'c'"),
    ("class A:\n    a: int", "class A:\n    a: int\n    b: int"),
    (
        "class A: ...\nclass B(A):\n    def f(self): ...",
        "class A:\n    def f(self): ...\nclass B(A): ...",
    ),
]


def _breaks(folder: Path, old: str, new: str) -> list[str]:
    for name, text in (("old", old), ("new", new)):
        package = folder / name / "particle_client"
        package.mkdir(parents=True)
        header = "from typing import Literal, overload\n"
        (package / "__init__.pyi").write_text(header + text, encoding="utf-8")
    return find_breaks(load(folder / "old"), load(folder / "new"))


@pytest.mark.parametrize(("old", "new", "sentence"), BREAKS)
def test_a_break_is_told(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert any(
        each.startswith(f"particle_client.{sentence}") for each in _breaks(tmp_path, old, new)
    )


@pytest.mark.parametrize(("old", "new"), ADDITIONS)
def test_an_addition_breaks_nothing(tmp_path: Path, old: str, new: str) -> None:
    assert _breaks(tmp_path, old, new) == []


def test_breaks_need_a_version() -> None:
    assert needed_version("0.3.1") == "0.4.0"
    assert needed_version("1.2.3") == "2.0.0"
    assert not allows_breaks("0.3.9", "0.3.1")
    assert allows_breaks("1.0.0", "0.3.1")
    assert not allows_breaks("1.10.0", "1.9.0")


EDITS = [
    (
        "api/groups.py",
        "color: str | Unset = UNSET",
        "colour: str | Unset = UNSET",
        "particle_client.api.groups.ProductGroups.create: the argument color is gone",
    ),
    (
        "api/groups.py",
        ") -> DeviceGroupResponse:",
        ") -> DeviceGroup:",
        "particle_client.api.groups.ProductGroups.create returns DeviceGroup, and returned "
        "DeviceGroupResponse",
    ),
    (
        "errors.py",
        "from .base.known_errors import UnknownDeviceError as UnknownDeviceError\n",
        "",
        "particle_client.errors.UnknownDeviceError is gone",
    ),
    (
        "base/known_errors.py",
        "class DeviceOfflineError(NotFoundError)",
        "class DeviceOfflineError(APIStatusError)",
        "particle_client.errors.DeviceOfflineError is no NotFoundError any more",
    ),
    (
        "base/response.py",
        "MAX_RESPONSE_SIZE = 64 *",
        "MAX_RESPONSE_SIZE = 16 *",
        "particle_client.client.Particle: the default of max_response_size is 16 * ",
    ),
    (
        "base/error_reasons.py",
        '    DEVICE_OFFLINE = "device_offline"\n',
        "",
        "particle_client.errors.ErrorReason.DEVICE_OFFLINE is gone",
    ),
    (
        "models/groups.py",
        "    device_count: int | None",
        "    device_count: str | None",
        "particle_client.models.DeviceGroup.device_count is str | None, and was int | None",
    ),
]


def test_the_breaks_of_this_package_are_told(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "particle_client",
        tmp_path / "particle_client",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    for each in ("CHANGELOG.md", "pyproject.toml", "tests/test_usage.py", "tests/typing/usage.py"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / each, tmp_path / each)
    describe_anew(tmp_path)
    for name, before, after, _ in EDITS:
        path = tmp_path / "particle_client" / name
        text = path.read_text(encoding="utf-8")
        assert before in text, (name, before)
        path.write_text(text.replace(before, after), encoding="utf-8")
    breaks, advice = check(tmp_path, run_tests(tmp_path))

    for *_, sentence in EDITS:
        assert any(each.startswith(sentence) for each in breaks), sentence
    assert any(each.startswith("A test of the last release fails: ") for each in breaks), breaks[-1]
    assert "needs version 0.2.0" in advice
    assert "`make public-api` may describe it anew" in advice

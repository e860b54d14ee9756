"""`python -m generator` and `--check`, on a copy of a small project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import __main__ as command

from .project import SCHEMAS_YAML, Project, one_operation

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def run(project: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Run the command on the project."""
    monkeypatch.setattr(command, "ROOT", project.root)

    def run(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["generator", *arguments])
        return command.main()

    return run


def test_the_command_writes_and_the_check_agrees(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 0
    assert "10 files generated, 10 changed, 0 removed." in capsys.readouterr().out
    assert (project.root / "particle_client" / "models" / "gadgets.py").is_file()
    assert run("--check") == 0
    assert run() == 0
    assert "10 files generated, 0 changed, 0 removed." in capsys.readouterr().out


def test_the_check_writes_nothing(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--check") == 1
    assert not (project.root / "particle_client").exists()
    said = capsys.readouterr().err
    assert "particle_client/api/gadgets.py isn't up to date" in said
    assert "Run `make generate` and commit the result." in said


@pytest.mark.parametrize(
    "path",
    [
        "particle_client/api/gadgets.py",
        "particle_client/models/gadgets.py",
        "openapi/particle-cloud.bundled.yaml",
        "particle_client/sandbox/operations.json",
    ],
)
def test_a_changed_file_fails_the_check_until_it_is_generated_again(
    project: Project,
    run: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    path: str,
) -> None:
    run()
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "\n", encoding="utf-8")
    assert run("--check") == 1
    assert capsys.readouterr().err.startswith(f"{path} isn't up to date\n")
    assert run() == 0
    assert file.read_text(encoding="utf-8") == text


def test_a_changed_document_fails_the_check(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    project.write("schemas/gadgets.yaml", SCHEMAS_YAML.replace("name:", "label:"))
    assert run("--check") == 1
    changed = [
        line.removesuffix(" isn't up to date") for line in capsys.readouterr().err.splitlines()
    ]
    assert changed[:-1] == [
        "openapi/particle-cloud.bundled.yaml",
        "particle_client/models/gadgets.py",
    ]


def test_what_is_no_longer_generated_is_reported_and_removed(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    old = project.root / "particle_client" / "api" / "gizmos.py"
    old.write_text("")
    assert run("--check") == 1
    assert "particle_client/api/gizmos.py is no longer generated" in capsys.readouterr().err
    assert old.exists()
    assert run() == 0
    assert not old.exists()
    assert run("--check") == 0


def test_a_broken_document_leaves_everything_as_it_is(
    project: Project, run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    file = project.root / "particle_client" / "api" / "gadgets.py"
    text = file.read_text(encoding="utf-8")
    project.add("paths/gadgets.yaml", one_operation().replace("tags: [gadgets]", "tags: []"))
    for arguments in ([], ["--check"]):
        capsys.readouterr()
        assert run(*arguments) == 1
        said = capsys.readouterr().err
        assert "POST /v1/gadgets: it needs exactly one of the document's tags\n" in said
        assert "1 problem(s): nothing was written." in said
    assert file.read_text(encoding="utf-8") == text

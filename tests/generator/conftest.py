"""A small project, and a server that records what its client sends."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from generator import __main__ as command
from tests.wire.recording import RecordingServer

from .made import Made
from .project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _validation_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own takes longer than validating a small document, and servers run here."""
    monkeypatch.setattr(command, "ProcessPoolExecutor", ThreadPoolExecutor)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


@pytest.fixture(scope="module")
def running_server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture
def server(running_server: RecordingServer) -> RecordingServer:
    running_server.reply = None
    running_server.take()
    return running_server


@pytest.fixture
def make(project: Project, server: RecordingServer) -> Iterator[Any]:
    """Add operations and schemas to the small project; generate and import its client."""
    made: list[Made] = []

    def make(paths: str, schemas: str = "") -> Made:
        project.add("paths/gadgets.yaml", paths)
        project.add("schemas/gadgets.yaml", schemas)
        made.append(Made(project.make_client(), server))
        return made[-1]

    yield make
    for each in made:
        each.client.close()

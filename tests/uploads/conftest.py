from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from particle_client.uploads import files as uploaded_files

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class OpenedFiles:
    """The files that the library opened."""

    def __init__(self) -> None:
        self.files: list[io.FileIO] = []

    @property
    def open_now(self) -> int:
        return sum(not file.closed for file in self.files)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> OpenedFiles:
    """Record what the library opens."""
    record = OpenedFiles()
    real_open: Callable[..., Any] = open

    def recording_open(*args: Any, **options: Any) -> io.FileIO:
        file: io.FileIO = real_open(*args, **options)
        record.files.append(file)
        return file

    monkeypatch.setattr(uploaded_files, "open", recording_open, raising=False)
    return record

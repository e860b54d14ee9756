"""Fixtures of the tests of logging in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .server import Clock, TokenServer

if TYPE_CHECKING:
    from tests.recorder import Recorder


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def server(recorder: Recorder) -> TokenServer:
    """A cloud that hands out tokens."""
    return TokenServer(recorder)

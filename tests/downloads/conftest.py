"""Fixtures for the tests of downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .files import AT_ONCE

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.conftest import NewClient
    from tests.recorder import Recorder


@pytest.fixture
def wire(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    """A client of the recording server that doesn't wait before it tries again."""
    return new_client(access_token="token", base_url=recorder.base_url, retries=AT_ONCE)

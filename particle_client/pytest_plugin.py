"""Fixtures for pytest: a local cloud, and clients of it.

pytest finds this module by itself when the package is installed. It loads nothing but pytest; the
rest is imported by the first fixture that is used. The local cloud needs the extra `sandbox`.
"""

from __future__ import annotations

import gc
import os
import warnings
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import AsyncParticle, Particle
    from .sandbox import Sandbox

__all__ = ["async_particle", "particle", "particle_environment", "particle_sandbox"]

_MARKERS = {
    "particle_sandbox": "arguments of Sandbox for the fixture particle_sandbox",
    "particle_client": "arguments of Particle and AsyncParticle for the fixtures of that name",
}


def pytest_configure(config: pytest.Config) -> None:
    for name, what in _MARKERS.items():
        config.addinivalue_line("markers", f"{name}(**arguments): {what}")


@pytest.fixture
def particle_sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    """A local cloud of the test's own, a `particle_client.sandbox.Sandbox`.

    Flashing takes no time in it (`flash_step=0`). The marker `particle_sandbox` gives it other
    arguments.

    Where PARTICLE_SANDBOX_URL and PARTICLE_SANDBOX_TOKEN are set, it is that running sandbox (a
    `RemoteSandbox`), which is reset before each test. It has its own arguments, and only one test
    at a time can use it.
    """
    if os.environ.get("PARTICLE_SANDBOX_URL"):
        from .sandbox import RemoteSandbox

        remote = RemoteSandbox.from_environment()
        remote.reset()
        yield cast("Sandbox", remote)  # has the same methods
        return

    from .sandbox import Sandbox

    settings = _settings(request, "particle_sandbox")
    settings.setdefault("flash_step", 0)
    with Sandbox(**settings) as sandbox:
        yield sandbox


@pytest.fixture
def particle(request: pytest.FixtureRequest, particle_sandbox: Sandbox) -> Iterator[Particle]:
    """A `Particle` of the local cloud, logged in.

    The marker `particle_client` gives it further arguments.
    """
    with particle_sandbox.client(**_settings(request, "particle_client")) as client:
        yield client


@pytest.fixture
def async_particle(
    request: pytest.FixtureRequest, particle_sandbox: Sandbox
) -> Iterator[AsyncParticle]:
    """An `AsyncParticle` of the local cloud, logged in; for any plugin that runs async tests.

    It is closed after the test if the event loop is still there, else dropped.
    """
    client = particle_sandbox.async_client(**_settings(request, "particle_client"))
    yield client
    transport = client._transport
    if transport.closed:
        return
    loop: Any = transport._loop
    if loop and not loop.is_closed() and not loop.is_running():
        loop.run_until_complete(client.close())
    elif transport.http_client is not None:
        # Nothing can close its connections any more: "unclosed".
        transport.closed = True
        del transport, client._transport
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()


@pytest.fixture
def particle_environment(particle_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """The local cloud, set in the environment for clients that the tested code makes itself.

    These are PARTICLE_BASE_URL and PARTICLE_ACCESS_TOKEN; any other PARTICLE_… is taken away.
    """
    for name in list(os.environ):
        if name.startswith("PARTICLE_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PARTICLE_BASE_URL", particle_sandbox.base_url)
    monkeypatch.setenv("PARTICLE_ACCESS_TOKEN", particle_sandbox.access_token)
    return particle_sandbox


def _settings(request: pytest.FixtureRequest, name: str) -> dict[str, Any]:
    """Return the arguments of the test's markers, of which the nearest win."""
    settings: dict[str, Any] = {}
    for marker in reversed(list(request.node.iter_markers(name))):
        settings.update(marker.kwargs)
    return settings

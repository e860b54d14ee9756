"""The fixtures for pytest, in test suites as users have them."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from ast import literal_eval
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from particle_client import pytest_plugin
from particle_client.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., pytest.RunResult]

pytest_plugins = ["pytester"]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a suite, with warnings as errors: whatever is left open fails it."""
    # Only the plugins that are named here: as if nothing else were installed.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(suite: str, *arguments: str, anyio: bool = False) -> pytest.RunResult:
        pytester.makepyfile(suite)
        plugins = ["-p", "anyio"] if anyio else []
        return pytester.runpytest_inprocess(
            *plugins,
            "-p",
            "no:cacheprovider",
            "-W",
            "error",
            "--strict-markers",
            *arguments,
            plugins=[pytest_plugin],
        )

    return run


def test_a_cloud_and_a_client(run: Run) -> None:
    result = run("""
        urls = []

        def test_first(particle, particle_sandbox):
            device = particle_sandbox.add_device("greenhouse", variables={"temperature": 21.5})
            assert particle.devices.get_variable(device.id, "temperature").result == 21.5
            urls.append(particle.base_url)

        def test_each_test_has_its_own(particle, particle_sandbox):
            assert list(particle.devices.list()) == []
            assert particle.base_url == particle_sandbox.base_url

        def test_flashing_takes_no_time(particle_sandbox):
            assert particle_sandbox.state.flasher._step == 0
    """)
    result.assert_outcomes(passed=3)


def test_the_environment(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTICLE_AUTH", "the developer's own")
    monkeypatch.setenv("PARTICLE_BASE_URL", "https://example.com")
    result = run("""
        import os
        from particle_client import Particle

        def test_client_of_its_own(particle_environment):
            with Particle() as particle:
                assert particle.base_url == particle_environment.base_url
                assert particle.user.get().username == particle_environment.username
            assert "PARTICLE_AUTH" not in os.environ

        def test_after_it():
            assert os.environ["PARTICLE_AUTH"] == "the developer's own"
            assert os.environ["PARTICLE_BASE_URL"] == "https://example.com"
    """)
    result.assert_outcomes(passed=2)


def test_settings(run: Run) -> None:
    result = run("""
        import pytest

        pytestmark = [
            pytest.mark.particle_sandbox(
                username="module@example.com", password="module", heartbeat_interval=None
            ),
            pytest.mark.particle_client(strict=True, headers={"X-From": "module"}),
        ]

        def test_module(particle_sandbox, particle):
            assert particle_sandbox.username == "module@example.com"
            assert particle_sandbox.password == "module"
            assert particle_sandbox.state.heartbeat_interval is None
            assert particle._headers["x-from"] == "module"
            assert particle._strict

        @pytest.mark.particle_sandbox(password="test")
        @pytest.mark.particle_client(strict=False)
        def test_nearest_wins(particle_sandbox, particle, async_particle):
            assert particle_sandbox.username == "module@example.com"
            assert particle_sandbox.password == "test"
            assert particle._headers["x-from"] == "module"
            assert not particle._strict and not async_particle._strict
    """)
    result.assert_outcomes(passed=2)


def test_a_sandbox_that_runs_elsewhere(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox() as elsewhere:
        monkeypatch.setenv("PARTICLE_SANDBOX_URL", elsewhere.base_url)
        monkeypatch.setenv("PARTICLE_SANDBOX_TOKEN", elsewhere.admin_token)
        result = run("""
            def test_first(particle, particle_sandbox):
                device = particle_sandbox.add_device("greenhouse", variables={"temperature": 21.5})
                assert particle.devices.get_variable(device.id, "temperature").result == 21.5

            def test_it_is_reset(particle, particle_environment):
                assert list(particle.devices.list()) == []
        """)
        result.assert_outcomes(passed=2)
        assert len(elsewhere.requests) == 1  # of the second test


ASYNC = """
    import pytest

    pytestmark = pytest.mark.anyio
    streams = []

    @pytest.fixture
    def anyio_backend():
        return "asyncio"

    async def test_first(async_particle, particle_sandbox):
        device = particle_sandbox.add_device("greenhouse", variables={"temperature": 21.5})
        variable = await async_particle.devices.get_variable(device.id, "temperature")
        assert variable.result == 21.5

    async def test_in_another_loop(async_particle, particle_sandbox):
        await async_particle.user.get()
        streams.append(async_particle.events.stream(device="mine"))
        await streams[0].connect()  # and left open
        assert particle_sandbox.open_streams == 1

    def test_all_is_closed():
        assert not streams[0].connected
"""


def test_async_tests_by_anyio(run: Run) -> None:
    run(ASYNC, anyio=True).assert_outcomes(passed=3)


def test_a_failure_is_reported_as_ever(run: Run) -> None:
    result = run(
        """
        import pytest

        @pytest.mark.anyio
        @pytest.mark.parametrize("anyio_backend", ["asyncio"])
        async def test(async_particle, anyio_backend):
            await async_particle.user.get()
            assert anyio_backend == "other"
        """,
        anyio=True,
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*assert 'asyncio' == 'other'*"])


def test_async_fixtures_may_use_it_to_the_end(run: Run) -> None:
    result = run(
        """
        import pytest

        pytestmark = pytest.mark.anyio

        @pytest.fixture
        def anyio_backend():
            return "asyncio"

        @pytest.fixture
        async def device(async_particle, particle_sandbox):
            device = await async_particle.devices.get(particle_sandbox.add_device().id)
            yield device
            await async_particle.devices.unclaim(device.id)
            assert await async_particle.devices.list() == []

        async def test(async_particle, device):
            assert [each.id for each in await async_particle.devices.list()] == [device.id]
        """,
        anyio=True,
    )
    result.assert_outcomes(passed=1)


def test_without_any_plugin_for_async_tests(run: Run) -> None:
    result = run("""
        import asyncio

        def test_closed_by_the_test(async_particle):
            async def main():
                async with async_particle as particle:
                    await particle.user.get()

            asyncio.run(main())

        def test_left_open(async_particle):
            async def main():
                await async_particle.user.get()

            asyncio.run(main())

        def test_unused(async_particle):
            pass
    """)
    result.assert_outcomes(passed=3)


def test_a_loop_that_outlives_the_test(run: Run, pytester: pytest.Pytester) -> None:
    """As with pytest-asyncio, where a loop may serve a whole module."""
    pytester.makeconftest("""
        import asyncio, inspect
        import pytest

        @pytest.fixture(scope="session", autouse=True)
        def loop():
            with asyncio.Runner() as runner:
                pytest.runner = runner
                yield

        @pytest.hookimpl(tryfirst=True)
        def pytest_pyfunc_call(pyfuncitem):
            if inspect.iscoroutinefunction(pyfuncitem.obj):
                names = pyfuncitem._fixtureinfo.argnames
                arguments = {name: pyfuncitem.funcargs[name] for name in names}
                pytest.runner.run(pyfuncitem.obj(**arguments))
                return True
    """)
    result = run("""
        import pytest

        used = []

        async def test_async(async_particle):
            await async_particle.user.get()

        def test_sync(async_particle):
            async def main():
                await async_particle.user.get()

            pytest.runner.run(main())
            used.append(async_particle)

        def test_closed():
            assert used[0]._transport.closed
    """)
    result.assert_outcomes(passed=3)


def test_it_costs_nothing_for_others() -> None:
    code = (
        "import sys, pytest, particle_client.pytest_plugin\n"
        "print([name for name in sys.modules if name.startswith('particle_client')])\n"
        "print({'httpx', 'starlette', 'uvicorn', 'asyncio'} & set(sys.modules))"
    )
    # pytest alone loads asyncio or not, as its version likes.
    alone = (
        "import sys, pytest\nprint({'httpx', 'starlette', 'uvicorn', 'asyncio'} & set(sys.modules))"
    )

    def output(code: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
        return done.stdout.decode().splitlines()

    loaded, heavy = output(code)
    assert heavy == output(alone)[0]
    assert set(literal_eval(loaded)) == {
        "particle_client",
        "particle_client.base",
        "particle_client.base.version",
        "particle_client.pytest_plugin",
    }


def test_it_shows_its_fixtures_and_markers(run: Run) -> None:
    fixtures = run("", "--fixtures").stdout.str()
    for name in ("particle_sandbox", "particle", "async_particle", "particle_environment"):
        assert f"\n{name} -- " in fixtures
    markers = run("", "--markers").stdout.str()
    assert "@pytest.mark.particle_sandbox(**arguments): arguments of Sandbox" in markers


def test_pytest_finds_it() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())
    entry_points = project["project"]["entry-points"]["pytest11"]
    assert entry_points == {"particle_client": pytest_plugin.__name__}

"""One login for a hundred calls that wait for it: in threads, in tasks, in both."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import anyio
import pytest

from particle_client import AsyncParticle, BadRequestError, InternalServerError, Particle
from particle_client.login import PasswordLogin
from particle_client.login.session import Session, SingleFlight
from tests.recorder import response

from .server import PASSWORD, USERNAME, Clock, TokenServer

if TYPE_CHECKING:
    from particle_client.calls.options import RequestOptions

MANY = 100
PATIENCE = 30  # seconds until a test that hangs fails

each_backend = pytest.mark.parametrize("backend", ["asyncio", "trio"])


class Waiting:
    """Counts who waits for a login, so that a test can wait for that."""

    def __init__(self) -> None:
        self._joined = threading.Semaphore(0)

    def joined(self) -> None:
        self._joined.release()

    def wait_for(self, number: int) -> None:
        """Wait until so many more wait for the login."""
        for _ in range(number):
            assert self._joined.acquire(timeout=PATIENCE)


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Waiting:
    """Know who waits for a login."""
    waiting = Waiting()
    join = Session.join

    def counted(session: Session, flight: SingleFlight) -> SingleFlight:
        found = join(session, flight)
        if found is not flight:
            waiting.joined()
        return found

    monkeypatch.setattr(Session, "join", counted)
    return waiting


@pytest.fixture
def login(clock: Clock) -> PasswordLogin:
    return PasswordLogin(USERNAME, PASSWORD, clock=clock)


def sync_client(login: PasswordLogin, server: TokenServer) -> Particle:
    return Particle(access_token=login, base_url=server.recorder.base_url, retries=0)


def async_client(login: PasswordLogin, server: TokenServer) -> AsyncParticle:
    return AsyncParticle(access_token=login, base_url=server.recorder.base_url, retries=0)


def in_threads(call: Callable[[], object]) -> list[object]:
    """Call a hundred times at once; give what came, errors included."""
    barrier = threading.Barrier(MANY)

    def run() -> object:
        barrier.wait(PATIENCE)
        try:
            return call()
        except Exception as error:
            return error

    with ThreadPoolExecutor(MANY) as pool:
        return [each.result(PATIENCE) for each in [pool.submit(run) for _ in range(MANY)]]


async def in_tasks(call: Callable[[], Awaitable[object]]) -> list[object]:
    results: list[object] = []

    async def run() -> None:
        try:
            results.append(await call())
        except Exception as error:
            results.append(error)

    with anyio.fail_after(PATIENCE):
        async with anyio.create_task_group() as tasks:
            for _ in range(MANY):
                tasks.start_soon(run)
    return results


# --- threads --------------------------------------------------------------------------------------


def test_a_hundred_threads_log_in_once(
    login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    server.before_login = lambda: waiting.wait_for(MANY - 1)
    with sync_client(login, server) as client:
        results = in_threads(lambda: client.devices.get("1").id)
    assert results == ["1"] * MANY
    assert len(server.logins) == 1
    assert server.tokens == ["token-1"] * MANY


def test_a_hundred_threads_share_the_error_of_a_login(
    server: TokenServer, waiting: Waiting, clock: Clock
) -> None:
    server.before_login = lambda: waiting.wait_for(MANY - 1)
    server.answers = [response(500, json={"error": "oops"})]
    login = PasswordLogin(USERNAME, PASSWORD, clock=clock)
    with sync_client(login, server) as client:
        results = in_threads(lambda: client.devices.get("1"))
        assert all(isinstance(each, InternalServerError) for each in results)
        assert len({id(each) for each in results}) == MANY  # each has its own, with its traceback
        assert len({str(each) for each in results}) == 1
        assert len(server.logins) == 1
        server.before_login = lambda: None
        assert client.devices.get("1").id == "1"  # a later call tries anew
    assert len(server.logins) == 2


def test_a_hundred_threads_whose_token_is_rejected_log_in_once(
    login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    with sync_client(login, server) as client:
        client.devices.get("1")
        server.valid.clear()
        all_rejected = threading.Barrier(MANY)
        reject = login.reject

        def rejected_together(token: str) -> bool:
            all_rejected.wait(PATIENCE)
            return reject(token)

        login.reject = rejected_together  # type: ignore[method-assign]
        results = in_threads(lambda: client.devices.get("1").id)
    assert results == ["1"] * MANY
    assert len(server.logins) == 2
    assert sorted(server.tokens) == ["token-1"] * (1 + MANY) + ["token-2"] * MANY


def test_while_a_token_is_renewed_the_old_one_still_does(
    login: PasswordLogin, server: TokenServer, clock: Clock
) -> None:
    server.lifetime = 1000
    with sync_client(login, server) as client:
        client.devices.get("1")
        clock.now += 950
        others_are_done = threading.Event()
        logging_in = threading.Event()

        def hold() -> None:
            logging_in.set()
            assert others_are_done.wait(PATIENCE)

        server.before_login = hold
        with ThreadPoolExecutor(1) as pool:
            renewing = pool.submit(client.devices.get, "1")
            assert logging_in.wait(PATIENCE)
            client.devices.get("1")
            others_are_done.set()
            renewing.result(PATIENCE)
    assert server.tokens == ["token-1", "token-1", "token-2"]


def test_an_interrupted_login_is_taken_over(
    login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    """What isn't an Exception concerns only the thread that it happened in."""
    answers: Iterator[Any] = iter([KeyboardInterrupt(), PASSWORD])

    def password() -> str:
        answer = next(answers)
        if isinstance(answer, BaseException):
            waiting.wait_for(1)
            raise answer
        return str(answer)

    login = PasswordLogin(USERNAME, password)
    interrupted = threading.Event()
    with sync_client(login, server) as client, ThreadPoolExecutor(2) as pool:

        def call() -> str:
            try:
                return client.devices.get("1").id or ""
            except KeyboardInterrupt:
                interrupted.set()
                return "interrupted"

        results = [each.result(PATIENCE) for each in (pool.submit(call), pool.submit(call))]
    assert sorted(results) == ["1", "interrupted"]
    assert interrupted.is_set()
    assert len(server.logins) == 1


# --- tasks ----------------------------------------------------------------------------------------


@each_backend
def test_a_hundred_tasks_log_in_once(
    backend: str, login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    server.before_login = lambda: waiting.wait_for(MANY - 1)

    async def main() -> list[object]:
        async with async_client(login, server) as client:

            async def call() -> object:
                return (await client.devices.get("1")).id

            return await in_tasks(call)

    assert anyio.run(main, backend=backend) == ["1"] * MANY
    assert len(server.logins) == 1
    assert server.tokens == ["token-1"] * MANY


@each_backend
def test_a_hundred_tasks_share_the_error_of_a_login(
    backend: str, server: TokenServer, waiting: Waiting
) -> None:
    server.before_login = lambda: waiting.wait_for(MANY - 1)

    async def main() -> list[object]:
        async with async_client(PasswordLogin(USERNAME, "wrong"), server) as client:
            return await in_tasks(lambda: client.devices.get("1"))

    results = anyio.run(main, backend=backend)
    assert all(isinstance(each, BadRequestError) for each in results)
    assert len({id(each) for each in results}) == MANY
    assert len(server.logins) == 1


@each_backend
def test_a_cancelled_login_is_taken_over(
    backend: str, login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    waits = threading.Event()

    def hold_the_first() -> None:
        if not waits.is_set():
            waiting.wait_for(MANY)
            waits.set()
            never.wait(PATIENCE)

    never = threading.Event()
    server.before_login = hold_the_first

    async def main() -> tuple[bool, list[object]]:
        async with async_client(login, server) as client:

            async def call() -> object:
                return (await client.devices.get("1")).id

            async def lead() -> None:
                with scope:
                    started.set()
                    await call()

            async def cancel() -> None:
                await anyio.to_thread.run_sync(waits.wait, PATIENCE)
                scope.cancel()

            scope, started = anyio.CancelScope(), anyio.Event()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(lead)
                await started.wait()  # it leads: it is the first
                tasks.start_soon(cancel)
                results = await in_tasks(call)
            never.set()
            return scope.cancelled_caught, results

    cancelled, results = anyio.run(main, backend=backend)
    assert cancelled
    assert results == ["1"] * MANY
    assert len(server.logins) == 2
    assert len(server.tokens) == MANY


@each_backend
def test_a_cancelled_waiter_disturbs_nobody(
    backend: str, login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    logging_in, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        logging_in.set()
        assert go_on.wait(PATIENCE)

    server.before_login = hold

    async def main() -> tuple[bool, list[str | None]]:
        results: list[str | None] = []
        async with async_client(login, server) as client:

            async def call() -> None:
                results.append((await client.devices.get("1")).id)

            async def cancelled() -> None:
                with scope:
                    await call()

            scope = anyio.CancelScope()
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(call)
                await anyio.to_thread.run_sync(logging_in.wait, PATIENCE)
                tasks.start_soon(cancelled)
                tasks.start_soon(call)
                await anyio.to_thread.run_sync(waiting.wait_for, 2)
                scope.cancel()
                go_on.set()
        return scope.cancelled_caught, results

    assert anyio.run(main, backend=backend) == (True, ["1", "1"])
    assert len(server.logins) == 1


# --- both -----------------------------------------------------------------------------------------


def test_threads_and_event_loops_share_a_login(
    login: PasswordLogin, server: TokenServer, waiting: Waiting
) -> None:
    server.before_login = lambda: waiting.wait_for(5)

    def in_thread() -> object:
        with sync_client(login, server) as client:
            return client.devices.get("1").id

    def in_event_loop(backend: str) -> object:
        return anyio.run(in_tasks_of_it, backend=backend)

    async def in_tasks_of_it() -> list[str | None]:
        async with async_client(login, server) as client:
            results: list[str | None] = []

            async def call() -> None:
                results.append((await client.devices.get("1")).id)

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(call)
                tasks.start_soon(call)
        return results

    with ThreadPoolExecutor(4) as pool:
        calls = [pool.submit(in_thread), pool.submit(in_thread)]
        calls += [pool.submit(in_event_loop, backend) for backend in ("asyncio", "trio")]
        results = [each.result(PATIENCE) for each in calls]
    assert results == ["1", "1", ["1", "1"], ["1", "1"]]
    assert len(server.logins) == 1


def test_a_sync_call_in_the_event_loop_that_logs_in_does_not_hang(
    login: PasswordLogin, server: TokenServer
) -> None:
    """The loop can't go on with the login while it is held up by someone who waits for it."""

    async def main() -> list[str | None]:
        async with async_client(login, server) as client:
            logging_in = asyncio.Event()
            loop = asyncio.get_running_loop()
            server.before_login = lambda: loop.call_soon_threadsafe(logging_in.set)
            leader = asyncio.create_task(client.devices.get("1"))
            await logging_in.wait()
            server.before_login = lambda: None
            with sync_client(login, server) as other:
                there = other.devices.get("1").id
            return [there, (await leader).id]

    assert asyncio.run(main()) == ["1", "1"]
    assert 1 <= len(server.logins) <= 2


def test_a_login_in_a_thread_of_the_login_is_an_error(server: TokenServer) -> None:
    """An async client asks ordinary functions in threads: they must not wait for it there."""

    def password() -> str:
        with sync_client(needy, server) as client:
            client.devices.get("1")
        return PASSWORD

    needy = PasswordLogin(USERNAME, password)

    async def main() -> None:
        async with async_client(needy, server) as client:
            with anyio.fail_after(PATIENCE):
                await client.devices.get("1")

    with pytest.raises(ValueError, match="A login needs itself"):
        anyio.run(main)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_login_from_before_a_fork_is_nobodys(
    login: PasswordLogin, server: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sync_client(login, server) as client:
        login._session(client).join(SingleFlight())
        pid = os.getpid()
        monkeypatch.setattr(os, "getpid", lambda: pid + 1)  # as in a child process
        assert client.devices.get("1").id == "1"


def test_options_of_the_call_are_not_those_of_the_login(
    login: PasswordLogin, server: TokenServer
) -> None:
    seen: list[int] = []
    options: RequestOptions = {
        "headers": {"X-Mine": "1"},
        "query": {"mine": "1"},
        "on_response": lambda answer: seen.append(answer.status_code),
    }
    with sync_client(login, server) as client:
        client.devices.get("1", **options)
    request = server.recorder.requests[0]
    assert (request.target, request.header("x-mine")) == ("/oauth/token", None)
    assert seen == [200]

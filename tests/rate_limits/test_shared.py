"""Limits that processes share through a real Redis."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import anyio
import pytest
import redis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from particle_client import (
    ConfigurationError,
    RateLimiterUnavailableError,
    RateLimitExceededError,
)
from particle_client.rate_limits import Limit, RateLimiter
from tests.relay.processes import RedisProcess

from .conftest import GET_DEVICES, FakeClock, aacquire, pass_through
from .test_limiter import most_in_a_window

if TYPE_CHECKING:
    from pathlib import Path


def limiter_of(amount: int, seconds: int, *more: Limit, **options: Any) -> RateLimiter:
    return RateLimiter([Limit("all", amount, seconds), *more], **{"margin": 0, **options})


def passes_of(limiter: RateLimiter, attempts: int) -> int:
    """Count how many of so many attempts pass."""
    passed = 0
    for _ in range(attempts):
        try:
            pass_through(limiter)
        except RateLimitExceededError:
            continue
        passed += 1
    return passed


# --- together -------------------------------------------------------------------------------------

OTHER_PROCESS = """
import sys, time
from particle_client import RateLimitExceededError
from particle_client.calls.operation import Operation
from particle_client.rate_limits import Limit, RateLimiter

operation = Operation("listDevices", "GET", "/v1/devices")
limiter = RateLimiter([Limit("all", 100, 3600)], storage=sys.argv[1], max_wait=0, margin=0)
print("ready", flush=True)
sys.stdin.readline()
passed = 0
for _ in range(100):
    try:
        [time.sleep(wait) for wait in limiter.waits(operation, operation.path)]
        passed += 1
    except RateLimitExceededError:
        pass
print(passed)
"""


def test_processes_never_get_more_than_the_limit_together(redis_url: str) -> None:
    command = [sys.executable, "-c", OTHER_PROCESS, redis_url]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    passed = 0
    for process in processes:  # all are ready, so they run at the same time
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        passed += int(process.communicate()[0])
        assert process.returncode == 0
    assert passed == 100


def test_threads_of_one_limiter_never_get_more_than_the_limit(redis_url: str) -> None:
    limiter = limiter_of(50, 3600, storage=redis_url, max_wait=0)
    passed: list[int] = []
    threads = [
        threading.Thread(target=lambda: passed.append(passes_of(limiter, 20))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(passed) == 50


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_with_threads(backend: str, redis_url: str) -> None:
    limiter = limiter_of(30, 3600, storage=redis_url, max_wait=0)
    passed = passes_of(limiter_of(30, 3600, storage=redis_url, max_wait=0), 10)
    assert passed == 10

    async def attempt() -> None:
        nonlocal passed
        try:
            await aacquire(limiter, GET_DEVICES, "/v1/devices")
        except RateLimitExceededError:
            return
        passed += 1

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(50):
                tasks.start_soon(attempt)

    anyio.run(main, backend=backend)
    assert passed == 30


def test_another_address_has_limits_of_its_own_but_the_account_is_the_same(redis_url: str) -> None:
    limits = [Limit("all", 1, 3600), Limit("mine", 1, 3600, ("GET /v1/me",), per="account")]
    here = RateLimiter(limits, storage=redis_url, max_wait=0, address="here")
    there = RateLimiter(limits, storage=redis_url, max_wait=0, address="there")
    pass_through(here, "GET", "/v1/me")
    with pytest.raises(RateLimitExceededError) as caught:
        pass_through(there, "GET", "/v1/me")
    assert caught.value.limit == "mine"
    pass_through(there)
    with pytest.raises(RateLimitExceededError) as caught:
        pass_through(there)
    assert caught.value.limit == "all"


def test_a_client_of_your_own(redis_server: RedisProcess, redis_url: str) -> None:
    mine = limiter_of(1, 3600, redis=redis_server.client, max_wait=0)
    pass_through(mine)
    with pytest.raises(RateLimitExceededError):
        pass_through(limiter_of(1, 3600, storage=redis_url, max_wait=0))


def test_no_secret_is_stored(redis_server: RedisProcess, redis_url: str) -> None:
    limiter = RateLimiter(storage=redis_url)
    pass_through(limiter, "DELETE", "/v1/access_tokens/canary")
    pass_through(limiter, "GET", "/v1/serial_numbers/canary")
    keys: list[str] = list(redis_server.client.scan_iter())
    assert len(keys) == 3
    for key in keys:
        assert key.startswith("particle-client:window/")
        assert "canary" not in key
        for value in redis_server.client.lrange(key, 0, -1):
            float(value)
        assert 0 < redis_server.client.ttl(key) <= 3601  # it doesn't stay for ever


# --- waiting --------------------------------------------------------------------------------------


def test_waiting_is_as_long_as_it_must_be(redis_url: str, clock: FakeClock) -> None:
    limiter = limiter_of(2, 100, storage=redis_url)
    pass_through(limiter)
    clock.now += 40
    pass_through(limiter)
    pass_through(limiter)
    assert sum(clock.slept) == pytest.approx(60, abs=0.1)


def test_who_would_wait_too_long_is_told_at_once(redis_url: str, clock: FakeClock) -> None:
    limiter = limiter_of(1, 100, storage=redis_url, max_wait=99)
    pass_through(limiter)
    with pytest.raises(RateLimitExceededError, match="'all'") as caught:
        pass_through(limiter)
    assert clock.slept == []
    assert caught.value.retry_after == pytest.approx(100, abs=0.1)


def test_a_full_general_limit_costs_no_place_of_a_special_one(
    redis_url: str, clock: FakeClock
) -> None:
    token = Limit("token", 1, 1000, ("POST /oauth/token",))
    limiter = limiter_of(1, 100, token, storage=redis_url)
    pass_through(limiter)
    pass_through(limiter, "POST", "/oauth/token")
    assert sum(clock.slept) == pytest.approx(100, abs=0.1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    pauses=st.lists(st.integers(0, 40).map(lambda tenths: tenths / 10), max_size=30),
    amount=st.integers(1, 5),
    seconds=st.integers(60, 90),
)
def test_no_window_ever_holds_more_than_the_limit(
    pauses: list[float],
    amount: int,
    seconds: int,
    redis_server: RedisProcess,
    redis_url: str,
    clock: FakeClock,
) -> None:
    redis_server.client.flushall()
    limiters = [limiter_of(amount, seconds, storage=redis_url, max_wait=None) for _ in range(2)]
    passed: list[float] = []
    for number, pause in enumerate(pauses):
        clock.now += pause
        pass_through(limiters[number % 2])
        passed.append(clock.now)
    # Redis keeps the times with 14 digits.
    assert most_in_a_window(passed, seconds - 0.001) <= amount


# --- a Redis that isn't there ---------------------------------------------------------------------


def test_a_redis_that_is_down_is_a_clear_error(tmp_path: Path) -> None:
    limiter = limiter_of(1, 10, storage=f"redis+unix://{tmp_path}/nothing")
    with pytest.raises(RateLimiterUnavailableError, match="Check that Redis runs"):
        pass_through(limiter)


def test_a_redis_that_does_not_answer_holds_nobody_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"redis://:canary@127.0.0.1:{server.getsockname()[1]}/0"
        limiter = limiter_of(1, 10, storage=url, timeout=0.05)
        with pytest.raises(RateLimiterUnavailableError) as caught:
            pass_through(limiter)
    assert isinstance(caught.value.__cause__, redis.exceptions.TimeoutError)
    assert "canary" not in f"{caught.value!r} {caught.value.__cause__!r} {limiter!r}"


def test_a_redis_that_hangs_up_is_asked_twice_at_most() -> None:
    connections = 0
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            nonlocal connections
            while True:
                connection, _ = server.accept()
                with connection:
                    if connection.recv(1) == b"!":
                        return
                connections += 1

        thread = threading.Thread(target=hang_up, daemon=True)
        thread.start()
        address = server.getsockname()
        limiter = limiter_of(1, 10, storage=f"redis://127.0.0.1:{address[1]}")
        with pytest.raises(RateLimiterUnavailableError):
            pass_through(limiter)
        with socket.create_connection(address) as last:
            last.sendall(b"!")
        thread.join()
    assert connections == 2


def test_the_process_can_go_on_alone(
    tmp_path: Path, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    storage = f"redis+unix://{tmp_path}/nothing"
    limiter = limiter_of(2, 10, storage=storage, if_unavailable="local")
    with caplog.at_level(logging.WARNING, "particle_client"):
        for _ in range(3):
            pass_through(limiter)
    assert clock.slept == pytest.approx([10], abs=0.1)
    # Asked at the first request and again 10 s later; not in between.
    assert len(caplog.records) == 2
    assert "for this process alone" in caplog.text


def test_it_comes_back(
    redis_server: RedisProcess, redis_url: str, tmp_path: Path, clock: FakeClock
) -> None:
    limiter = limiter_of(5, 3600, storage=redis_url, if_unavailable="local")
    patched: Any = limiter
    broken: Any = limiter_of(5, 3600, storage=f"redis+unix://{tmp_path}/nothing")
    real, patched._shared = patched._shared, broken._shared
    pass_through(limiter)
    patched._shared = real
    pass_through(limiter)  # too early to ask again
    assert redis_server.client.keys() == []
    clock.now += 5
    pass_through(limiter)
    assert len(redis_server.client.keys()) == 1


def test_scripts_that_redis_forgot_are_loaded_again(
    redis_server: RedisProcess, redis_url: str
) -> None:
    limiter = limiter_of(2, 3600, storage=redis_url, max_wait=0)
    pass_through(limiter)
    redis_server.client.script_flush()
    pass_through(limiter)
    with pytest.raises(RateLimitExceededError):
        pass_through(limiter)


# --- setting up -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "storage",
    [
        "memory://",
        "async+redis://u:canary@x",
        "http://u:canary@x",
        "u:canary@x",
        "memcached://x",
        "redis://u:canary@x:port",
    ],
)
def test_what_can_not_be_shared_is_refused(storage: str) -> None:
    with pytest.raises(ConfigurationError, match="redis://host") as caught:
        RateLimiter(storage=storage)
    assert "canary" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_an_async_client_is_refused() -> None:
    client: Any = redis.asyncio.Redis()
    with pytest.raises(ConfigurationError, match="for async clients as well"):
        RateLimiter(redis=client)


@pytest.mark.parametrize("missing", ["limits.storage", "redis"])
def test_without_the_extra_the_error_names_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ConfigurationError, match=r"particle-client\[redis\]"):
        RateLimiter(storage="redis://localhost")
    if missing != "redis":
        with pytest.raises(ConfigurationError, match=r"particle-client\[rate-limits\]"):
            RateLimiter()


def test_nothing_heavy_is_loaded_before_there_is_a_limiter() -> None:
    code = (
        "import sys; from particle_client.rate_limits import DOCUMENTED_LIMITS, RateLimiter; "
        "assert not {'limits', 'redis', 'httpx', 'anyio'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_clock_of_the_machine_is_used(redis_server: RedisProcess, redis_url: str) -> None:
    before = time.time()
    pass_through(limiter_of(1, 10, storage=redis_url))
    (key,) = redis_server.client.keys()
    (stamp,) = redis_server.client.lrange(key, 0, -1)
    assert before - 0.001 <= float(stamp) <= time.time() + 0.001

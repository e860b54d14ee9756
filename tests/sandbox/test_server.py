"""Starting and stopping, and the import without the extra."""

import os
import socket
import subprocess
import sys
import threading
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from particle_client.sandbox import Sandbox

from .wire import make_api


def sandbox_threads() -> list[str]:
    names = [thread.name for thread in threading.enumerate()]
    return [name for name in names if name.startswith("particle-sandbox")]


def can_connect(base_url: str) -> bool:
    address = urlsplit(base_url)
    assert address.hostname
    assert address.port
    try:
        socket.create_connection((address.hostname, address.port), timeout=5).close()
    except ConnectionRefusedError:
        return False
    return True


def test_nothing_is_left_after_the_stop() -> None:
    descriptors = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else None
    for _ in range(3):
        with Sandbox() as cloud:
            device = cloud.add_device(functions={"f": len})
            with make_api(cloud) as api:
                api.post(f"/v1/devices/{device.id}/f", json={"arg": "x"})
            assert "particle-sandbox-server" in sandbox_threads()
            assert can_connect(cloud.base_url)
        assert sandbox_threads() == []
        assert not can_connect(cloud.base_url)
    if descriptors is not None:
        assert len(os.listdir("/proc/self/fd")) == descriptors


def test_open_streams_end_with_the_sandbox() -> None:
    cloud = Sandbox().start()
    with make_api(cloud) as api, api.stream("GET", "/v1/devices/events") as response:
        chunks = response.iter_raw()
        assert next(chunks) == b":ok\n\n"
        cloud.publish("last", "words")
        cloud.stop()
        rest = b"".join(chunks)  # a cut in the middle would be an httpx error
    assert rest.startswith(b"event: last\n")
    assert rest.endswith(b"\n\n")
    assert sandbox_threads() == []


def test_a_client_that_does_not_read_cannot_hold_up_the_stop() -> None:
    cloud = Sandbox().start()
    address = urlsplit(cloud.base_url)
    assert address.hostname
    assert address.port
    with socket.create_connection((address.hostname, address.port)) as deaf:
        path = f"/v1/devices/events?access_token={cloud.access_token}"
        deaf.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert deaf.recv(1) == b"H"
        for _ in range(200):
            cloud.publish("big", "x" * 100_000)
        cloud.stop()
    assert sandbox_threads() == []


def test_a_function_that_hangs_cannot_hold_up_the_stop() -> None:
    called, release = threading.Event(), threading.Event()

    def hang(argument: str) -> int:
        called.set()
        return int(release.wait(30))

    cloud = Sandbox().start()
    device = cloud.add_device(functions={"hang": hang})
    failures: list[Exception] = []

    def call() -> None:
        try:
            with make_api(cloud) as api:
                api.post(f"/v1/devices/{device.id}/hang", timeout=30)
        except httpx.TransportError as error:
            failures.append(error)

    caller = threading.Thread(target=call)
    caller.start()
    assert called.wait(5)
    cloud.stop()
    assert "particle-sandbox-server" not in sandbox_threads()
    release.set()
    caller.join()
    assert len(failures) == 1


def test_several_sandboxes_at_once() -> None:
    with Sandbox() as first, Sandbox() as second:
        assert first.base_url != second.base_url
        assert first.access_token != second.access_token
        first.add_device("only here")
        with make_api(first) as one, make_api(second) as two:
            assert len(one.get("/v1/devices").json()) == 1
            assert two.get("/v1/devices").json() == []
        with make_api(second, first.access_token) as wrong:
            assert wrong.get("/v1/devices").status_code == 401


def test_restart_keeps_state_and_address() -> None:
    cloud = Sandbox()
    for early in (lambda: cloud.base_url, cloud.client, cloud.async_client):
        with pytest.raises(RuntimeError, match=r"no address .*`with Sandbox.*call start\(\)"):
            early()
    cloud.add_device("early")
    with cloud:
        address = cloud.base_url
        with pytest.raises(RuntimeError, match="running already"):
            cloud.start()
    cloud.stop()
    with cloud, make_api(cloud) as api:
        assert cloud.base_url == address
        assert [device["name"] for device in api.get("/v1/devices").json()] == ["early"]


def test_a_taken_port_is_an_error() -> None:
    with Sandbox() as cloud:
        port = urlsplit(cloud.base_url).port
        with pytest.raises(OSError, match="in use"):
            Sandbox(port=port or 0).start()
    assert sandbox_threads() == []


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_async_with() -> None:
    async with Sandbox() as cloud, httpx.AsyncClient(base_url=cloud.base_url) as api:
        cloud.add_device("one")
        headers = {"Authorization": f"Bearer {cloud.access_token}"}
        answer = await api.get("/v1/devices", headers=headers)
        assert [device["name"] for device in answer.json()] == ["one"]
    assert sandbox_threads() == []


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_clients_of_the_sandbox(cloud: Sandbox) -> None:
    device = cloud.add_device("one", functions={"length": len})
    with cloud.client() as particle:
        assert [found.name for found in particle.devices.list()] == ["one"]
    async with cloud.async_client(access_token=cloud.create_token()) as particle_async:
        called = await particle_async.devices.call_function(device.id, "length", "abc")
        assert called.return_value == 3


def test_names_are_checked() -> None:
    cloud = Sandbox()
    cloud.add_device(id="0" * 24)
    for mistake in (
        lambda: cloud.add_device(id="0" * 24),
        lambda: cloud.add_device(product="unknown"),
        lambda: cloud.add_device(owner="unknown"),
        lambda: cloud.add_account(cloud.username.upper(), "secret"),
        lambda: [cloud.add_product("Same"), cloud.add_product("Same")],
        lambda: cloud.advance_time(-1),
    ):
        with pytest.raises(ValueError, match=r"there is|only runs forward"):
            mistake()
    with pytest.raises(TypeError, match="colour"):
        cloud.add_device(colour="red")


class Unavailable:
    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app, self.path = app, path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = PlainTextResponse("later", status_code=503)
        await (answer if scope["path"] == self.path else self.app)(scope, receive, send)


def test_middleware_wraps_every_request() -> None:
    middleware = [Middleware(Unavailable, path="/v1/user")]
    with Sandbox(middleware=middleware) as cloud, make_api(cloud) as api:
        assert api.get("/v1/user").status_code == 503
        assert api.get("/v1/devices").status_code == 200


def test_a_bug_in_a_handler_is_a_500(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.state.directory.accounts = None  # type: ignore[assignment,method-assign]
    answer = api.post("/v1/user/verify", json={"token": "x"})
    assert (answer.status_code, answer.json()["ok"]) == (500, False)


def test_what_is_done_regularly_is_done_whenever_it_serves() -> None:
    cloud = Sandbox()
    done = threading.Semaphore(0)
    cloud.run_every(0.001, done.release)
    for _ in range(2):
        with cloud:
            assert done.acquire(timeout=10)
        while done.acquire(blocking=False):
            pass


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "python_multipart"])
def test_import_without_the_extra(missing: str) -> None:
    program = f"import sys; sys.modules[{missing!r}] = None; import particle_client.sandbox"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 1
    assert 'pip install "particle-client[sandbox]"' in run.stderr
    assert missing in run.stderr.splitlines()[-1]


@pytest.mark.parametrize("body", [b'{"name": "\\ud800"}', b'{"name": NaN}', b"[" * 100_000, b"{"])
def test_bodies_that_no_answer_could_repeat(api: httpx.Client, body: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    answer = api.post("/v1/devices/events", content=body, headers=headers)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)

"""Runs the application: uvicorn in a thread of its own."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from .runtime import Runtime

_GRACE_SECONDS = 0.5
"""How long requests under way may go on after the stop, before they are cut off."""

_POLL_SECONDS = 0.002

_ACCEPT_TURNS = 5
"""Turns of the loop until a connection that was just accepted is known to the server."""


def bind(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 for a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio turns off Nagle's algorithm only where it is, and
    # with it each response would wait 40 ms for the client's delayed acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except BaseException:
        listener.close()
        raise
    return listener


class _Connection(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """Tells the application its transport: a fault has to break the connection itself."""

    app_state: dict[str, Any]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class ServerThread:
    """Serves the application on a bound socket until it is told to stop."""

    def __init__(
        self,
        app: ASGIApp,
        listener: socket.socket,
        runtime: Runtime,
        before_shutdown: Callable[[], None],
    ) -> None:
        config = uvicorn.Config(
            app,
            interface="asgi3",
            http=_Connection,
            loop="asyncio",
            lifespan="off",
            ws="none",
            log_config=None,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=60,
        )
        self._server = _Server(config, runtime, before_shutdown)
        self._listener = listener
        self._error: BaseException | None = None
        self._thread = threading.Thread(
            target=self._run, name="particle-sandbox-server", daemon=True
        )

    def start(self) -> None:
        """Returns when the server answers; raises what kept it from starting."""
        self._thread.start()
        self._server.ready.wait()
        if self._error:
            raise self._error

    def stop(self) -> None:
        """Ends every connection and waits for the thread."""
        self._server.request_stop()
        self._thread.join()

    def _run(self) -> None:
        try:
            asyncio.run(self._server.serve(sockets=[self._listener]))
        except BaseException as error:
            self._error = error
        finally:
            self._server.ready.set()


class _Server(uvicorn.Server):
    """uvicorn that notices a stop at once instead of looking for it ten times a second."""

    def __init__(
        self, config: uvicorn.Config, runtime: Runtime, before_shutdown: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._runtime = runtime
        self._before_shutdown = before_shutdown
        self._stop = asyncio.Event()

    def request_stop(self) -> None:
        """From any thread."""
        self._runtime.call_soon(self._stop.set)

    async def main_loop(self) -> None:
        self._runtime.attach()
        self.ready.set()
        while not self._stop.is_set():
            date = formatdate(time.time(), usegmt=True).encode()
            self.server_state.default_headers = [(b"date", date)]
            try:
                async with asyncio.timeout(1.0):
                    await self._stop.wait()
            except TimeoutError:
                continue

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._stop_listening(sockets or [])
        self._before_shutdown()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await self._wait_for_requests()
        for task in self.server_state.tasks:
            task.cancel()
        for connection in list(self.server_state.connections):
            # A client that neither reads nor hangs up would keep the socket open.
            transport: Any = getattr(connection, "transport", None)
            if transport is not None:
                transport.abort()
        await self._runtime.detach()
        # One more turn, in which aborted transports close their sockets.
        await asyncio.sleep(0)

    async def _stop_listening(self, listeners: list[socket.socket]) -> None:
        # A connection that asyncio is about to set up when its server closes would be lost with
        # its socket open. So nothing new is accepted first, and the server closes after that.
        for listener in listeners:
            with contextlib.suppress(NotImplementedError):
                asyncio.get_running_loop().remove_reader(listener.fileno())
        for _ in range(_ACCEPT_TURNS):
            await asyncio.sleep(0)
        for server in self.servers:
            server.close()
        for listener in listeners:
            listener.close()

    async def _wait_for_requests(self) -> None:
        deadline = time.monotonic() + _GRACE_SECONDS
        state = self.server_state
        while (state.tasks or state.connections) and time.monotonic() < deadline:
            await asyncio.sleep(_POLL_SECONDS)

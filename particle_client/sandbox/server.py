"""The sandbox: a Device Cloud in this process, reachable over HTTP on loopback."""

import asyncio
import ipaddress
import os
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Self

from starlette.middleware import Middleware

from .admin_path import AdminInterface, AdminMiddleware
from .app import build_app
from .clock import new_token
from .cloud import Cloud
from .faults import FaultMiddleware
from .hosts import HostMiddleware
from .hosts import cors as cors_middleware
from .request_log import RequestLogMiddleware
from .serving import ServerThread, bind
from .validation import check_access_token


class Sandbox(Cloud):
    """A Device Cloud for demos and tests, with virtual devices and state of its own.

    ::

        with Sandbox() as cloud:
            device = cloud.add_device("greenhouse", variables={"temperature": 21.5})
            with cloud.client() as particle:
                particle.devices.get_variable(device.id, "temperature").result  # 21.5

    It listens on a free port of ``host``, unless ``port`` is given; on all of the machine's
    addresses with ``host="0.0.0.0"`` or ``"::"``. ``username`` and ``password`` are those of the
    default account, which owns the devices and products that are added without naming another
    one; ``access_token`` is a token of it that never expires (ValueError for one that no header
    could carry). ``heartbeat_interval`` is the time in seconds between signs of life on an idle
    event stream (None for none), ``flash_step`` the time between the steps of flashing,
    ``device_timeout`` the time after which a variable or function that doesn't answer is given up.
    ``allowed_hosts`` are names under which it is reached besides localhost, such as that of a
    container: it refuses others, with which web pages could reach it. ``cors`` are origins whose
    pages may use it besides those of localhost, such as ``"https://app.example"``.

    The admin interface wants ``admin_token`` (random by default) and answers this
    machine only, unless ``remote_admin`` is set: needed where the sandbox runs in a container.

    All methods may be called from any thread. After :meth:`stop` the sandbox keeps its state
    and its port, and can be started again.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        username: str = "developer@example.com",
        password: str = "sandbox-password",
        access_token: str | None = None,
        heartbeat_interval: float | None = 9.0,
        flash_step: float = 0.05,
        device_timeout: float = 10.0,
        allowed_hosts: Sequence[str] = (),
        middleware: Sequence[Middleware] = (),
        admin_token: str | None = None,
        remote_admin: bool = False,
        cors: Sequence[str] = (),
    ) -> None:
        if access_token is not None:
            check_access_token(access_token)
        if admin_token is not None:
            check_access_token(admin_token)
        super().__init__(
            username=username,
            password=password,
            access_token=access_token,
            heartbeat_interval=heartbeat_interval,
            flash_step=flash_step,
            device_timeout=device_timeout,
        )
        self._host = host
        self._port = port
        self._hosts = [host, *allowed_hosts]
        self.admin_token: str = admin_token or new_token()
        self._remote_admin = remote_admin
        self._origins = list(cors)
        self._admin: AdminInterface | None = None
        self._middleware = list(middleware)
        self._thread: ServerThread | None = None
        self._repeated: list[Callable[[], Coroutine[Any, Any, None]]] = []

    @classmethod
    def load(cls, path: str | os.PathLike[str], **options: Any) -> Self:
        """A sandbox with a state that was saved: see :meth:`restore`. ``options`` are those of
        the class."""
        cloud = cls(**options)
        cloud.restore(path)
        return cloud

    @classmethod
    def from_seed(cls, seed: Mapping[str, Any] | str | os.PathLike[str], **options: Any) -> Self:
        """A sandbox with what a seed declares: see :meth:`add_seed`. ``options`` are those of
        the class."""
        cloud = cls(**options)
        cloud.add_seed(seed)
        return cloud

    # Serving

    def start(self) -> Self:
        """Starts to serve; RuntimeError if it does already, OSError if the port is taken."""
        if self._thread is not None:
            raise RuntimeError("the sandbox is running already")
        for device in self.devices:
            device.updating = False  # an update that the last stop cut off
        listener = bind(self._host, self._port)
        self._port = listener.getsockname()[1]
        middleware = [
            Middleware(AdminMiddleware, self._load_admin),
            Middleware(RequestLogMiddleware, self.requests_log),
            Middleware(HostMiddleware, self._hosts),
            cors_middleware(self._hosts, self._origins),
            # Next to the connection: what the user's middleware answers can get lost, too.
            Middleware(FaultMiddleware, self.faults),
            *self._middleware,
        ]
        app = build_app(self.state, middleware)
        thread = ServerThread(app, listener, self.state.runtime, self._end_what_waits)
        with self.state.lock:  # a device that is added meanwhile begins once
            thread.start()
            self.state.run_scripts(self.devices)
        self._thread = thread
        for repeat in self._repeated:
            self.state.runtime.spawn(repeat)
        return self

    def stop(self) -> None:
        """Stops serving: open event streams end at once. Nothing happens if it doesn't run."""
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
            self.state.runtime.join()

    def _load_admin(self) -> AdminInterface:
        if self._admin is None:
            from .admin.app import AdminApp  # most sandboxes are never looked at
            from .admin.guard import Guard

            guard = Guard(self.admin_token, self._hosts, remote=self._remote_admin)
            self._admin = AdminApp(self, guard)
        return self._admin

    def _end_what_waits(self) -> None:
        self.state.events.close_all()
        self.faults.cut_off()

    # Reaching it

    @property
    def base_url(self) -> str:
        """The address to use in place of https://api.particle.io, on this machine if the sandbox
        listens on all addresses."""
        if not self._port:
            raise RuntimeError(
                "the sandbox has no address before it is started: "
                "use `with Sandbox() as cloud:`, or call start()"
            )
        host = _reachable(self._host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self._port}"

    # Steering it

    def reset(self) -> None:
        self._repeated.clear()
        super().reset()

    def run_every(self, seconds: float, action: Callable[[], object]) -> None:
        """Calls ``action`` again and again while the sandbox serves, in the server's thread."""

        async def repeat() -> None:
            while repeat in self._repeated:
                await asyncio.sleep(seconds)
                action()

        self._repeated.append(repeat)
        if self._thread is not None:
            self.state.runtime.spawn(repeat)


def _reachable(host: str) -> str:
    """The host of a URL for what listens on ``host``: a wildcard is no address to connect to."""
    if not host:
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:  # a name
        return host
    if not address.is_unspecified:
        return host
    return "127.0.0.1" if address.version == 4 else "::1"

"""Steers a sandbox that runs elsewhere, over its admin interface."""

import http.client
import inspect
import json
import os
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import wraps
from types import TracebackType
from typing import Any, Concatenate, NoReturn, ParamSpec, Self, TypeAlias, TypeVar, cast
from urllib.parse import quote, urlsplit

from ..async_client import AsyncParticle
from ..client import Particle
from . import scripts as scripts_module
from .accounts import Account, OAuthClient
from .admin_path import ADMIN_PATH
from .devices import FunctionCall, Variable, VirtualDevice
from .events import Event
from .faults import Faults
from .products import Organization, Product, ProductFirmware
from .request_log import SeenRequest
from .seeds import Source, read_seed
from .server import Sandbox
from .snapshots import StateError, read
from .snapshots import save as save_document

_TIMEOUT = 60.0
_POLL_SECONDS = 0.02
_ERRORS: dict[str, type[Exception]] = {
    "TypeError": TypeError,
    "ValueError": ValueError,
    "StateError": StateError,
    "KeyError": KeyError,
    "RuntimeError": RuntimeError,
    "TimeoutError": TimeoutError,
}
Json: TypeAlias = Any

_P = ParamSpec("_P")
_T = TypeVar("_T")


class AdminError(Exception):
    """The admin interface refused a request, or what answered is none."""


class Admin:
    """Requests to the admin interface."""

    def __init__(self, url: str, token: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"url must be the address of a sandbox, not {url!r}")
        self._connect = (
            http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        )
        self._host, self._port = parts.hostname, parts.port
        self._token = token

    def __call__(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        connection = self._connect(self._host, self._port, timeout=_TIMEOUT)
        headers = {"Authorization": f"Bearer {self._token}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            connection.request(
                method,
                f"{ADMIN_PATH}api/{path}",
                None if body is None else json.dumps(_as_json(body)),
                headers,
            )
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        try:
            answer: Any = json.loads(content)
        except ValueError:
            raise AdminError(f"{response.status}: what answers is no sandbox") from None
        if response.status < 400:
            return answer
        raise _ERRORS.get(answer.get("kind"), AdminError)(answer.get("error"))


def _like(
    local: Callable[Concatenate[Any, _P], Any], request: str
) -> Callable[[Callable[[Any, Any], _T]], Callable[Concatenate[Any, _P], _T]]:
    """Makes a method with the signature of ``local``, whose arguments are the body of a request,
    but those that the path names. What is decorated makes its result of the response."""
    method, _, path = request.partition(" ")
    signature = inspect.signature(local)

    def decorate(result: Callable[[Any, Any], _T]) -> Callable[Concatenate[Any, _P], _T]:
        @wraps(local)
        def call(self: Any, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
            fields = dict(signature.bind(self, *args, **kwargs).arguments)
            del fields["self"]
            for name, parameter in signature.parameters.items():
                if parameter.kind is inspect.Parameter.VAR_KEYWORD:
                    fields.update(fields.pop(name, {}))
            where = path.format(self=self, **{name: _Key(value) for name, value in fields.items()})
            body = {name: fields[name] for name in fields if f"{{{name}}}" not in path}
            return result(self, self.admin(method, where, body))

        return call

    return decorate


class _Key:
    """A part of a path."""

    def __init__(self, value: object) -> None:
        self._value = _as_json(value)

    def __format__(self, spec: str) -> str:
        return quote(str(self._value), "")


def _as_json(value: Any) -> Any:
    """The value as JSON: objects by what names them, scripts as in files."""
    if isinstance(value, Mapping):
        entries = cast("Mapping[str, Any]", value).items()
        return {name: _as_json(each) for name, each in entries}
    if isinstance(value, tuple | list | set | frozenset):
        return [_as_json(each) for each in cast("Sequence[Any]", value)]
    if scripts_module.is_script(value):
        return scripts_module.to_json(value)
    if isinstance(value, Account):
        return value.username
    if isinstance(value, Product | Organization):
        return value.id
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode()
    if callable(value):
        raise TypeError(f"{value!r} can't run in another process: use a script, such as Walk()")
    return value


class _RemoteEntries(MutableMapping[str, _T]):
    """Variables or functions of a remote device: what is set in it is set in the sandbox."""

    def __init__(self, device: "RemoteDevice", kind: str, key: str) -> None:
        self._device, self._kind, self._key = device, kind, key

    def __getitem__(self, name: str) -> Any:
        entry = self._device.attributes()[self._kind][name]
        return entry["value"] if self._kind == "variables" else entry

    def __setitem__(self, name: str, value: _T) -> None:
        self._device.request("PUT", f"/{self._kind}/{quote(name, '')}", {self._key: value})

    def __delitem__(self, name: str) -> None:
        self._device.request("DELETE", f"/{self._kind}/{quote(name, '')}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._device.attributes()[self._kind])

    def __len__(self) -> int:
        return len(self._device.attributes()[self._kind])


class RemoteDevice:
    """A device of a remote sandbox, with the attributes and methods of :class:`VirtualDevice`:
    reading one asks the sandbox, setting one changes it there."""

    admin: Admin
    id: str

    def __init__(self, admin: Admin, id: str) -> None:
        self.__dict__.update(admin=admin, id=id)

    def request(self, method: str, path: str = "", body: Mapping[str, Any] | None = None) -> Any:
        """A request for the device."""
        return self.admin(method, f"devices/{self.id}{path}", body)

    def attributes(self) -> dict[str, Any]:
        """Everything about the device, as JSON."""
        return cast("dict[str, Any]", self.request("GET"))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        attributes = self.attributes()
        if name not in attributes:
            raise AttributeError(f"a device of a remote sandbox has no {name!r}")
        value = attributes[name]
        if name in ("last_heard", "last_handshake_at"):
            return datetime.fromisoformat(value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        self.request("PATCH", "", {name: value})

    @property
    def variables(self) -> _RemoteEntries[Variable]:
        """The variables' values, by name."""
        return _RemoteEntries(self, "variables", "value")

    @property
    def functions(self) -> _RemoteEntries[Any]:
        """The functions, by name: scripts, or the numbers that they answer."""
        return _RemoteEntries(self, "functions", "function")

    @property
    def calls(self) -> list[FunctionCall]:
        """The last 1,000 function calls that reached the device, oldest first."""
        return [FunctionCall(*call) for call in self.attributes()["calls"]]

    @property
    def flashed(self) -> list[bytes]:
        """Content of every firmware image that the device was flashed with."""
        return [b64decode(content) for content in self.request("GET", "/flashed")]

    @_like(VirtualDevice.publish, "POST devices/{self.id}/events")
    def publish(self, response: Json) -> Event:
        return _event(response)

    @_like(VirtualDevice.go_offline, "POST devices/{self.id}/offline")
    def go_offline(self, response: Json) -> None: ...

    @_like(VirtualDevice.go_online, "POST devices/{self.id}/online")
    def go_online(self, response: Json) -> None: ...

    @_like(VirtualDevice.claim_with_code, "POST devices/{self.id}/claim")
    def claim_with_code(self, response: Json) -> None: ...

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemoteDevice) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<RemoteDevice {self.id}>"


class RemoteFault:
    """A fault of a remote sandbox: see :class:`Fault`."""

    def __init__(self, admin: Admin, id: str) -> None:
        self.admin = admin
        self.id = id
        self._hits = 0

    @property
    def hits(self) -> int:
        """The number of requests that it has hit; the last known one when it is gone."""
        for fault in self.admin("GET", "faults"):
            if fault["id"] == self.id:
                self._hits = fault["hits"]
        return self._hits

    @property
    def effect(self) -> str:
        """What it does, in a few words."""
        found = (fault["effect"] for fault in self.admin("GET", "faults") if fault["id"] == self.id)
        return str(next(found, "gone"))

    def wait(self, hits: int = 1, *, timeout: float = 10.0) -> None:
        """See :meth:`Fault.wait`."""
        deadline = time.monotonic() + timeout
        while self.hits < hits:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self!r}: not hit {hits} times in {timeout:g} s")
            time.sleep(_POLL_SECONDS)

    def release(self) -> None:
        """See :meth:`Fault.release`."""
        self.admin("POST", f"faults/{self.id}/release")

    def remove(self) -> None:
        """See :meth:`Fault.remove`."""
        self.hits  # noqa: B018 - the last chance to learn it
        with suppress(AdminError):  # it is gone already
            self.admin("DELETE", f"faults/{self.id}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.remove()


class RemoteFaults:
    """The faults of a remote sandbox: see :class:`Faults`. A target can't be a function."""

    def __init__(self, admin: Admin) -> None:
        self.admin = admin

    @_like(Faults.add, "POST faults/add")
    def add(self, response: Json) -> RemoteFault:
        return RemoteFault(self.admin, response["id"])

    @_like(Faults.rate_limit, "POST faults/rate_limit")
    def rate_limit(self, response: Json) -> RemoteFault:
        return RemoteFault(self.admin, response["id"])

    @_like(Faults.garbage, "POST faults/garbage")
    def garbage(self, response: Json) -> RemoteFault:
        return RemoteFault(self.admin, response["id"])

    @_like(Faults.drop, "POST faults/drop")
    def drop(self, response: Json) -> RemoteFault:
        return RemoteFault(self.admin, response["id"])

    @_like(Faults.stall, "POST faults/stall")
    def stall(self, response: Json) -> RemoteFault:
        return RemoteFault(self.admin, response["id"])

    def clear(self) -> None:
        """Removes all faults."""
        self.admin("DELETE", "faults")

    def __iter__(self) -> Iterator[RemoteFault]:
        return iter([RemoteFault(self.admin, fault["id"]) for fault in self._list()])

    def __len__(self) -> int:
        return len(self._list())

    def _list(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.admin("GET", "faults"))


class RemoteSandbox:
    """A sandbox that another process serves: see :class:`Sandbox`, whose methods it has.

    ::

        cloud = RemoteSandbox("http://127.0.0.1:8080", token)
        device = cloud.add_device("greenhouse", variables={"temperature": Walk(21.5)})
        device.go_offline()

    ``url`` and ``token`` are what ``python -m particle_client.sandbox`` prints, or
    ``cloud.base_url`` and ``cloud.admin_token``. Python functions can't be sent: variables and
    functions are values or scripts. Accounts, products and the like are copies of what was there
    when they were asked for.
    """

    def __init__(self, url: str, token: str) -> None:
        self._base_url = url.rstrip("/")
        self.admin_token: str = token
        """What the admin interface asks for."""
        self.admin: Admin = Admin(url, token)
        self.faults: RemoteFaults = RemoteFaults(self.admin)
        """What goes wrong on purpose."""

    @classmethod
    def from_environment(cls) -> Self:
        """The sandbox that PARTICLE_SANDBOX_URL and PARTICLE_SANDBOX_TOKEN name."""
        return cls(os.environ["PARTICLE_SANDBOX_URL"], os.environ.get("PARTICLE_SANDBOX_TOKEN", ""))

    def start(self) -> Self:
        """Checks that the sandbox answers; OSError or :class:`AdminError` if it doesn't."""
        self.admin("GET", "info")
        return self

    def stop(self) -> None:
        """Nothing: the sandbox goes on, in its own process."""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        return self.start()

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    # Reaching it

    @property
    def base_url(self) -> str:
        """The address to use in place of https://api.particle.io."""
        return self._base_url

    @property
    def account(self) -> Account:
        """The default account."""
        return Account(**self.admin("GET", "info")["account"])

    @property
    def username(self) -> str:
        """User name of the default account."""
        return self.account.username

    @property
    def password(self) -> str:
        """Password of the default account."""
        return self.account.password

    @property
    def access_token(self) -> str:
        """The default account's token that doesn't expire."""
        return str(self.admin("GET", "info")["access_token"])

    def client(self, **options: Any) -> Particle:
        """A client of this sandbox; ``options`` go to ``Particle``."""
        return Particle(**self._client_options(options))

    def async_client(self, **options: Any) -> AsyncParticle:
        """An asynchronous client of this sandbox; ``options`` go to ``AsyncParticle``."""
        return AsyncParticle(**self._client_options(options))

    def _client_options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        if "access_token" not in options:
            options = {"access_token": self.access_token, **options}
        return {"base_url": self.base_url, **options}

    # Filling it

    @_like(Sandbox.add_account, "POST accounts")
    def add_account(self, response: Json) -> Account:
        return Account(**response)

    @_like(Sandbox.create_token, "POST tokens")
    def create_token(self, response: Json) -> str:
        return str(response["token"])

    @_like(Sandbox.create_claim_code, "POST claim-codes")
    def create_claim_code(self, response: Json) -> str:
        return str(response["claim_code"])

    @_like(Sandbox.add_oauth_client, "POST oauth-clients")
    def add_oauth_client(self, response: Json) -> OAuthClient:
        del response["owner"]
        return OAuthClient(**response)

    @_like(Sandbox.add_organization, "POST organizations")
    def add_organization(self, response: Json) -> Organization:
        response["members"] = set(response["members"])
        return Organization(**response)

    @_like(Sandbox.add_product, "POST products")
    def add_product(self, response: Json) -> Product:
        names = ("id", "slug", "name", "platform_id", "description", "groups")
        owner = Account(username=response["owner"], password="")  # it isn't told
        return Product(**{name: response[name] for name in names}, owner=owner)

    @_like(Sandbox.add_firmware, "POST products/{product}/firmware")
    def add_firmware(self, response: Json) -> ProductFirmware:
        del response["size"]
        return ProductFirmware(**response, description="", content=b"")  # which stays there

    @_like(Sandbox.release_firmware, "POST products/{product}/firmware/release")
    def release_firmware(self, response: Json) -> None: ...

    @_like(Sandbox.add_device, "POST devices")
    def add_device(self, response: Json) -> RemoteDevice:
        return RemoteDevice(self.admin, response["id"])

    def remove_device(self, device: RemoteDevice) -> None:
        """See :meth:`Sandbox.remove_device`."""
        device.request("DELETE")

    def run_scripts(self, device: RemoteDevice, scripts: Sequence[Any]) -> None:
        """See :meth:`Sandbox.run_scripts`."""
        device.request("PATCH", "", {"scripts": scripts})

    def flash(self, device: RemoteDevice, version: int) -> None:
        """See :meth:`Sandbox.flash`."""
        device.request("POST", "/flash", {"version": version})

    def add_seed(self, seed: Source) -> None:
        """See :meth:`Sandbox.add_seed`. The file is read in this process."""
        self.admin("POST", "seed", read_seed(seed))

    # Looking at it and steering it

    @property
    def devices(self) -> list[RemoteDevice]:
        """All devices."""
        found = self.admin("GET", "devices?limit=1000000")["devices"]
        return [RemoteDevice(self.admin, device["id"]) for device in found]

    @property
    def events(self) -> list[Event]:
        """The events that were published so far, oldest first; the last 10,000."""
        return [_event(event) for event in self.admin("GET", "events")]

    @property
    def requests(self) -> list[SeenRequest]:
        """See :attr:`Sandbox.requests`."""
        return [SeenRequest(**request) for request in self.admin("GET", "requests")]

    @property
    def open_streams(self) -> int:
        """The number of event streams that are open."""
        return int(self.admin("GET", "info")["open_streams"])

    @_like(Sandbox.publish, "POST events")
    def publish(self, response: Json) -> Event:
        return _event(response)

    @_like(Sandbox.disconnect_streams, "POST streams/disconnect")
    def disconnect_streams(self, response: Json) -> None: ...

    @_like(Sandbox.advance_time, "POST time")
    def advance_time(self, response: Json) -> None: ...

    @_like(Sandbox.reset, "POST reset")
    def reset(self, response: Json) -> None: ...

    def run_every(self, seconds: float, action: Callable[[], object]) -> NoReturn:
        """Not possible from here: TypeError. Give devices scripts."""
        raise TypeError("a remote sandbox can't call this process: use run_scripts()")

    def save(self, path: str | os.PathLike[str]) -> None:
        """See :meth:`Sandbox.save`. The file is written by this process."""
        save_document(path, self.snapshot())

    def restore(self, path: str | os.PathLike[str]) -> None:
        """See :meth:`Sandbox.restore`. The file is read by this process."""
        self.replace(read(path))

    def snapshot(self) -> dict[str, Any]:
        """See :meth:`Sandbox.snapshot`."""
        return cast("dict[str, Any]", self.admin("GET", "state"))

    def replace(self, document: object) -> None:
        """See :meth:`Sandbox.replace`."""
        self.admin("PUT", "state", cast("dict[str, Any]", document))


def _event(fields: Json) -> Event:
    return Event(**{name: value for name, value in fields.items() if name != "number"})

"""Steers a sandbox that runs elsewhere, over its admin interface."""

import inspect
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from datetime import datetime
from functools import partial, wraps
from types import SimpleNamespace
from typing import Any, Concatenate, Final, NoReturn, ParamSpec, Self, TypeAlias, TypeVar, cast

import httpx

from .accounts import Account
from .admin_path import ADMIN_PATH
from .cloud import Cloud
from .codec import Codec, is_script, type_hints
from .devices import FunctionCall, Variable, VirtualDevice
from .events import Event
from .faults import Fault, Faults
from .handle import SandboxHandle
from .products import Organization, Product
from .request_log import SeenRequest
from .seeds import Source, read_seed
from .snapshots import StateError

_TIMEOUT = 60.0
_POLL_SECONDS = 0.02
_ERRORS: dict[str, type[Exception]] = {
    kind.__name__: kind
    for kind in (TypeError, ValueError, StateError, KeyError, RuntimeError, TimeoutError)
}
Json: TypeAlias = Any

_P = ParamSpec("_P")
_T = TypeVar("_T")


class AdminError(Exception):
    """The admin interface can't be reached, or has refused a request."""


class Admin:
    """Requests to the admin interface."""

    def __init__(self, url: str, token: str) -> None:
        if not re.match("https?://.", url):
            raise ValueError(f"url must be the address of a sandbox, not {url!r}")
        self._url = f"{url}{ADMIN_PATH}api/"
        self._send: Callable[..., httpx.Response] = partial(
            httpx.request,
            headers={"Authorization": f"Bearer {token}"},
            timeout=_TIMEOUT,
            trust_env=False,
            verify=url.startswith("https"),  # what it takes is slow to load
        )

    def __call__(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        try:
            response = self._send(method, self._url + path, json=_ArgumentCodec().write(body))
        except httpx.TransportError as error:
            raise AdminError(f"no sandbox answers at {self._url}: {error}") from error
        try:
            answer: Any = response.json()
        except ValueError:
            raise AdminError(f"what answers at {self._url} is no sandbox") from None
        if response.is_success:
            return answer
        raise _ERRORS.get(answer.get("kind"), AdminError)(answer.get("error"))


METHODS: list[Callable[..., Any]] = []
"""All that can be called in another process."""


def _like(local: Callable[Concatenate[Any, _P], _T]) -> Callable[Concatenate[Any, _P], _T]:
    """The method of the same name and arguments that calls it in the other process."""
    METHODS.append(local)
    signature = inspect.signature(local)

    @wraps(local)
    def call(self: Any, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        fields = dict(signature.bind(self, *args, **kwargs).arguments)
        del fields["self"]
        for name, parameter in signature.parameters.items():
            if parameter.kind is parameter.VAR_KEYWORD:
                fields.update(fields.pop(name, {}))
        answer = self.admin("POST", f"{self._path}{local.__name__}", fields)
        kind = type_hints(local)["return"]
        return cast("_T", _RESULTS.get(kind, _copy)(self.admin, answer))

    return call


class _ArgumentCodec(Codec):
    """Writes objects by what names them, and scripts as in files."""

    def write(self, value: Any) -> Any:
        if isinstance(value, SimpleNamespace | Account | Product | Organization | RemoteDevice):
            known = vars(value)
            return known.get("username", known["id"])
        if isinstance(value, bytes):
            return value.decode()
        if callable(value) and not is_script(value):
            raise TypeError(f"{value!r} can't run in another process: use a script, such as Walk()")
        return super().write(value)


class _RemoteEntries(MutableMapping[str, _T]):
    """Variables or functions of a remote device: what is set in it is set in the sandbox."""

    def __init__(self, device: "RemoteDevice", kind: str) -> None:
        self._device, self._kind = device, kind

    def __getitem__(self, name: str) -> Any:
        entry = self._device.attributes()[self._kind][name]
        return entry["value"] if self._kind == "variables" else entry

    def __setitem__(self, name: str, value: _T) -> None:
        setattr(self._device, self._kind, {name: value})

    def __delitem__(self, name: str) -> None:
        setattr(self._device, self._kind, {name: None})

    def __iter__(self) -> Iterator[str]:
        return iter(self._device.attributes()[self._kind])

    def __len__(self) -> int:
        return len(self._device.attributes()[self._kind])


class RemoteDevice:
    """A device of a remote sandbox, with the attributes and methods of :class:`VirtualDevice`:
    reading one asks the sandbox, setting one changes it there."""

    admin: Admin
    id: str
    _path: str

    def __init__(self, admin: Admin, id: str) -> None:
        self.__dict__.update(admin=admin, id=id, _path=f"devices/{id}/")

    def attributes(self) -> dict[str, Any]:
        """Everything about the device, as JSON."""
        return cast("dict[str, Any]", self.admin("GET", f"devices/{self.id}"))

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
        self.admin("PATCH", f"devices/{self.id}", {name: value})

    @property
    def variables(self) -> MutableMapping[str, Variable]:
        """The variables' values, by name."""
        return _RemoteEntries(self, "variables")

    @property
    def functions(self) -> MutableMapping[str, Any]:
        """The functions, by name: scripts, or the numbers that they answer."""
        return _RemoteEntries(self, "functions")

    @property
    def calls(self) -> list[FunctionCall]:
        """The last 1,000 function calls that reached the device, oldest first."""
        return [FunctionCall(*call) for call in self.attributes()["calls"]]

    publish: Final = _like(VirtualDevice.publish)
    go_offline: Final = _like(VirtualDevice.go_offline)
    go_online: Final = _like(VirtualDevice.go_online)
    claim_with_code: Final = _like(VirtualDevice.claim_with_code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemoteDevice) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<RemoteDevice {self.id}>"


class RemoteFault:
    """A fault of a remote sandbox: see :class:`Fault`."""

    def __init__(self, admin: Admin, told: Json) -> None:
        self.admin = admin
        self.id: str = told["id"]
        self._path = f"faults/{self.id}/"
        self._told = told

    @property
    def hits(self) -> int:
        """The number of requests that it has hit; the last known one when it is gone."""
        for told in self.admin("GET", "faults"):
            if told["id"] == self.id:
                self._told = told
        return int(self._told["hits"])

    @property
    def effect(self) -> str:
        """What it does, in a few words."""
        return str(self._told["effect"])

    def wait(self, hits: int = 1, *, timeout: float = 10.0) -> None:
        """See :meth:`Fault.wait`."""
        deadline = time.monotonic() + timeout
        while self.hits < hits:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{self!r}: not hit {hits} times in {timeout:g} s")
            time.sleep(_POLL_SECONDS)

    release: Final = _like(Fault.release)
    _remove: Final = _like(Fault.remove)

    def remove(self) -> None:
        """See :meth:`Fault.remove`."""
        _ = self.hits  # the last chance to learn it
        with suppress(AdminError):  # it is gone already
            self._remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.remove()


class RemoteFaults:
    """The faults of a remote sandbox: see :class:`Faults`. A target can't be a function."""

    _path = "faults/"

    def __init__(self, admin: Admin) -> None:
        self.admin = admin

    add: Final = _like(Faults.add)
    rate_limit: Final = _like(Faults.rate_limit)
    garbage: Final = _like(Faults.garbage)
    drop: Final = _like(Faults.drop)
    stall: Final = _like(Faults.stall)
    clear: Final = _like(Faults.clear)

    def __iter__(self) -> Iterator[RemoteFault]:
        return iter([RemoteFault(self.admin, told) for told in self.admin("GET", "faults")])

    def __len__(self) -> int:
        return len(list(iter(self)))


def _copy(admin: Admin, answer: Any) -> Any:
    return SimpleNamespace(**answer) if isinstance(answer, dict) else answer


_RESULTS: dict[Any, Callable[[Admin, Json], Any]] = {
    VirtualDevice: lambda admin, answer: RemoteDevice(admin, answer["id"]),
    Fault: RemoteFault,
    Event: lambda admin, answer: Event(**answer),
}
"""What becomes of the answer, by what the method gives in the sandbox's own process."""


class RemoteSandbox(SandboxHandle):
    """A sandbox that another process serves: see :class:`Sandbox`, whose methods it has.

    ::

        cloud = RemoteSandbox("http://127.0.0.1:8080", token)
        device = cloud.add_device("greenhouse", variables={"temperature": Walk(21.5)})
        device.go_offline()

    ``url`` and ``token`` are what ``python -m particle_client.sandbox`` prints, or
    ``cloud.base_url`` and ``cloud.admin_token``. Python functions can't be sent: variables and
    functions are values or scripts. Accounts, products and the like are copies of what was there
    when they were asked for, and name what they refer to.
    """

    _path = ""

    def __init__(self, url: str, token: str) -> None:
        self._base_url = url.rstrip("/")
        self.admin_token = token
        self.admin: Admin = Admin(self._base_url, token)
        self.faults: RemoteFaults = RemoteFaults(self.admin)
        """What goes wrong on purpose."""

    @classmethod
    def from_environment(cls) -> Self:
        """The sandbox that PARTICLE_SANDBOX_URL and PARTICLE_SANDBOX_TOKEN name."""
        return cls(os.environ["PARTICLE_SANDBOX_URL"], os.environ.get("PARTICLE_SANDBOX_TOKEN", ""))

    def start(self) -> Self:
        """Checks that the sandbox answers; :class:`AdminError` if it doesn't."""
        self.admin("GET", "info")
        return self

    def stop(self) -> None:
        """Nothing: the sandbox goes on, in its own process."""

    @property
    def base_url(self) -> str:
        return self._base_url

    @property
    def account(self) -> Account:
        return cast("Account", _copy(self.admin, self.admin("GET", "info")["account"]))

    @property
    def access_token(self) -> str:
        return str(self.admin("GET", "info")["access_token"])

    add_account: Final = _like(Cloud.add_account)
    create_token: Final = _like(Cloud.create_token)
    create_claim_code: Final = _like(Cloud.create_claim_code)
    add_oauth_client: Final = _like(Cloud.add_oauth_client)
    add_organization: Final = _like(Cloud.add_organization)
    add_product: Final = _like(Cloud.add_product)
    add_firmware: Final = _like(Cloud.add_firmware)
    release_firmware: Final = _like(Cloud.release_firmware)
    add_device: Final = _like(Cloud.add_device)
    remove_device: Final = _like(Cloud.remove_device)
    run_scripts: Final = _like(Cloud.run_scripts)
    flash: Final = _like(Cloud.flash)
    publish: Final = _like(Cloud.publish)
    disconnect_streams: Final = _like(Cloud.disconnect_streams)
    advance_time: Final = _like(Cloud.advance_time)
    reset: Final = _like(Cloud.reset)

    def add_seed(self, seed: Source) -> None:
        """See :meth:`Sandbox.add_seed`. The file is read in this process."""
        self.admin("POST", "seed", read_seed(seed))

    @property
    def devices(self) -> list[RemoteDevice]:
        """All devices."""
        found = self.admin("GET", "devices?limit=1000000")["devices"]
        return [RemoteDevice(self.admin, device["id"]) for device in found]

    @property
    def events(self) -> list[Event]:
        """The events that were published so far, oldest first; the last 10,000."""
        numbered: list[dict[str, Any]] = self.admin("GET", "events")
        return [Event(**{n: v for n, v in each.items() if n != "number"}) for each in numbered]

    @property
    def requests(self) -> list[SeenRequest]:
        """See :attr:`Sandbox.requests`."""
        return [SeenRequest(**request) for request in self.admin("GET", "requests")]

    @property
    def open_streams(self) -> int:
        """The number of event streams that are open."""
        return int(self.admin("GET", "info")["open_streams"])

    def run_every(self, seconds: float, action: Callable[[], object]) -> NoReturn:
        """Not possible from here: TypeError. Give devices scripts."""
        raise TypeError("a remote sandbox can't call this process: use run_scripts()")

    def snapshot(self) -> dict[str, Any]:
        return cast("dict[str, Any]", self.admin("GET", "state"))

    def replace(self, document: object) -> None:
        self.admin("PUT", "state", cast("dict[str, Any]", document))

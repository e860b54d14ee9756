"""Steers a sandbox that runs elsewhere, over its admin interface."""

import http.client
import json
import os
import time
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import Any, Literal, NoReturn, Self, TypeVar, Unpack, cast
from urllib.parse import quote, urlsplit

from ..async_client import AsyncParticle
from ..base.unset import UNSET
from ..client import Particle
from . import scripts as scripts_module
from .accounts import DEFAULT_CLIENT, DEFAULT_TOKEN_LIFETIME, FULL_ACCESS, Account, OAuthClient
from .admin_path import ADMIN_PATH
from .cloud import AccountRef, OrganizationRef, ProductRef
from .devices import Function, FunctionCall, Variable
from .events import Event
from .faults import FaultOptions, GarbageKind, Target
from .platforms import DEFAULT_PLATFORM
from .products import Organization, Product, ProductFirmware
from .request_log import SeenRequest
from .seeds import Source, read_seed
from .snapshots import StateError, read
from .snapshots import save as save_document
from .spoiling import Stage

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
_T = TypeVar("_T")


class AdminError(Exception):
    """The admin interface refused a request, or what answered is none."""


class _Admin:
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

    id: str

    def __init__(self, admin: _Admin, id: str) -> None:
        self.__dict__.update(_admin=admin, id=id)

    def request(self, method: str, path: str = "", body: Mapping[str, Any] | None = None) -> Any:
        """A request for the device."""
        return self.__dict__["_admin"](method, f"devices/{self.id}{path}", body)

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

    def publish(self, name: str, data: str | None = None, *, ttl: int = 60) -> Event:
        """See :meth:`VirtualDevice.publish`."""
        return _event(self.request("POST", "/events", {"name": name, "data": data, "ttl": ttl}))

    def go_offline(self) -> None:
        """See :meth:`VirtualDevice.go_offline`."""
        self.request("POST", "/offline")

    def go_online(self) -> None:
        """See :meth:`VirtualDevice.go_online`."""
        self.request("POST", "/online")

    def claim_with_code(self, claim_code: str) -> None:
        """See :meth:`VirtualDevice.claim_with_code`."""
        self.request("POST", "/claim", {"claim_code": claim_code})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemoteDevice) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<RemoteDevice {self.id}>"


class RemoteFault:
    """A fault of a remote sandbox: see :class:`Fault`."""

    def __init__(self, admin: _Admin, id: str) -> None:
        self._admin = admin
        self.id = id
        self._hits = 0

    @property
    def hits(self) -> int:
        """The number of requests that it has hit; the last known one when it is gone."""
        for fault in self._admin("GET", "faults"):
            if fault["id"] == self.id:
                self._hits = fault["hits"]
        return self._hits

    @property
    def effect(self) -> str:
        """What it does, in a few words."""
        found = (
            fault["effect"] for fault in self._admin("GET", "faults") if fault["id"] == self.id
        )
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
        self._admin("POST", f"faults/{self.id}/release")

    def remove(self) -> None:
        """See :meth:`Fault.remove`."""
        self.hits  # noqa: B018 - the last chance to learn it
        with suppress(AdminError):  # it is gone already
            self._admin("DELETE", f"faults/{self.id}")

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

    def __init__(self, admin: _Admin) -> None:
        self._admin = admin

    def add(
        self,
        target: Target = None,
        *,
        status: int | None = None,
        json: object = UNSET,
        content: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        at: Literal["request", "before", "after"] = "before",
        **options: Unpack[FaultOptions],
    ) -> RemoteFault:
        """See :meth:`Faults.add`. ``content`` must be text."""
        if isinstance(content, bytes):
            content = content.decode()
        body = {"status": status, "content": content, "headers": headers, "delay": delay, "at": at}
        return self._add("add", target, body | ({} if json is UNSET else {"json": json}), options)

    def rate_limit(
        self,
        target: Target = None,
        *,
        retry_after: float | datetime | str | None = None,
        status: Literal[429, 529] = 429,
        **options: Unpack[FaultOptions],
    ) -> RemoteFault:
        """See :meth:`Faults.rate_limit`."""
        return self._add(
            "rate_limit", target, {"retry_after": retry_after, "status": status}, options
        )

    def garbage(
        self,
        target: Target = None,
        kind: GarbageKind = "text",
        *,
        status: int = 200,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> RemoteFault:
        """See :meth:`Faults.garbage`."""
        body = {"kind": kind, "status": status, "after_events": after_events}
        return self._add("garbage", target, body, options)

    def drop(
        self,
        target: Target = None,
        at: Stage = "before",
        *,
        reset: bool = False,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> RemoteFault:
        """See :meth:`Faults.drop`."""
        body = {"at": at, "reset": reset, "after_events": after_events}
        return self._add("drop", target, body, options)

    def stall(
        self,
        target: Target = None,
        at: Stage = "before",
        *,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> RemoteFault:
        """See :meth:`Faults.stall`."""
        return self._add("stall", target, {"at": at, "after_events": after_events}, options)

    def clear(self) -> None:
        """Removes all faults."""
        self._admin("DELETE", "faults")

    def __iter__(self) -> Iterator[RemoteFault]:
        return iter([RemoteFault(self._admin, fault["id"]) for fault in self._list()])

    def __len__(self) -> int:
        return len(self._list())

    def _list(self) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self._admin("GET", "faults"))

    def _add(
        self, fault: str, target: Target, body: Mapping[str, object], options: FaultOptions
    ) -> RemoteFault:
        whole = {"fault": fault, "target": target, **body, **options}
        return RemoteFault(self._admin, self._admin("POST", "faults", whole)["id"])


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
        self._admin = _Admin(url, token)
        self.faults: RemoteFaults = RemoteFaults(self._admin)
        """What goes wrong on purpose."""

    @classmethod
    def from_environment(cls) -> Self:
        """The sandbox that PARTICLE_SANDBOX_URL and PARTICLE_SANDBOX_TOKEN name."""
        return cls(os.environ["PARTICLE_SANDBOX_URL"], os.environ.get("PARTICLE_SANDBOX_TOKEN", ""))

    def start(self) -> Self:
        """Checks that the sandbox answers; OSError or :class:`AdminError` if it doesn't."""
        self._admin("GET", "info")
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
        return Account(**self._admin("GET", "info")["account"])

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
        return str(self._admin("GET", "info")["access_token"])

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

    def add_account(
        self, username: str, password: str, *, mfa: bool | str = False, **account_info: Any
    ) -> Account:
        """See :meth:`Sandbox.add_account`."""
        body = {"username": username, "password": password, "mfa": mfa, **account_info}
        return Account(**self._admin("POST", "accounts", body))

    def create_token(
        self,
        owner: AccountRef | None = None,
        *,
        expires_in: int = DEFAULT_TOKEN_LIFETIME,
        scopes: Sequence[str] = FULL_ACCESS,
        client_id: str = DEFAULT_CLIENT,
    ) -> str:
        """See :meth:`Sandbox.create_token`."""
        body = {"owner": owner, "expires_in": expires_in, "scopes": scopes, "client_id": client_id}
        return str(self._admin("POST", "tokens", body)["token"])

    def create_claim_code(self, owner: AccountRef | None = None) -> str:
        """See :meth:`Sandbox.create_claim_code`."""
        return str(self._admin("POST", "claim-codes", {"owner": owner})["claim_code"])

    def add_oauth_client(
        self, client_id: str, secret: str | None = None, *, owner: AccountRef | None = None
    ) -> OAuthClient:
        """See :meth:`Sandbox.add_oauth_client`."""
        body = {"client_id": client_id, "secret": secret, "owner": owner}
        added = self._admin("POST", "oauth-clients", body)
        return OAuthClient(id=added["id"], secret=added["secret"], name=added["name"])

    def add_organization(
        self, name: str, *, slug: str | None = None, members: Sequence[AccountRef] = ()
    ) -> Organization:
        """See :meth:`Sandbox.add_organization`."""
        body = {"name": name, "slug": slug, "members": members}
        added = self._admin("POST", "organizations", body)
        return Organization(**added | {"members": set(added["members"])})

    def add_product(
        self,
        name: str,
        *,
        id: int | None = None,
        slug: str | None = None,
        platform_id: int = DEFAULT_PLATFORM,
        description: str = "",
        owner: AccountRef | None = None,
        organization: OrganizationRef | None = None,
        team: Sequence[AccountRef] = (),
        groups: Sequence[str] = (),
    ) -> Product:
        """See :meth:`Sandbox.add_product`. Its owner is a copy without a password."""
        body = {
            "name": name,
            "id": id,
            "slug": slug,
            "platform_id": platform_id,
            "description": description,
            "owner": owner,
            "organization": organization,
            "team": team,
            "groups": groups,
        }
        added = self._admin("POST", "products", body)
        return Product(
            **{key: added[key] for key in ("id", "slug", "name", "platform_id", "description")},
            owner=Account(username=added["owner"], password=""),
            groups=added["groups"],
        )

    def add_firmware(
        self,
        product: ProductRef,
        version: int,
        *,
        title: str | None = None,
        product_default: bool = False,
        groups: Sequence[str] = (),
    ) -> ProductFirmware:
        """See :meth:`Sandbox.add_firmware`. Its content stays in the sandbox."""
        body = {
            "version": version,
            "title": title,
            "product_default": product_default,
            "groups": groups,
        }
        added = self._admin("POST", f"products/{_key(product)}/firmware", body)
        del added["size"]
        return ProductFirmware(**added, description="", content=b"")

    def release_firmware(
        self,
        product: ProductRef,
        version: int,
        *,
        product_default: bool = True,
        groups: Sequence[str] = (),
        immediate: bool = False,
    ) -> None:
        """See :meth:`Sandbox.release_firmware`."""
        body = {
            "version": version,
            "product_default": product_default,
            "groups": groups,
            "immediate": immediate,
        }
        self._admin("POST", f"products/{_key(product)}/firmware/release", body)

    def add_device(
        self,
        name: str | None = None,
        *,
        id: str | None = None,
        platform_id: int | None = None,
        variables: Mapping[str, Variable] | None = None,
        functions: Mapping[str, Function] | None = None,
        online: bool = True,
        product: ProductRef | None = None,
        owner: AccountRef | None = None,
        claimed: bool = True,
        scripts: Sequence[Any] = (),
        **attributes: Any,
    ) -> RemoteDevice:
        """See :meth:`Sandbox.add_device`. Variables and functions are values or scripts."""
        body = {
            "name": name,
            "id": id,
            "platform_id": platform_id,
            "variables": variables or {},
            "functions": functions or {},
            "online": online,
            "product": product,
            "owner": owner,
            "claimed": claimed,
            "scripts": scripts,
            **attributes,
        }
        return RemoteDevice(self._admin, self._admin("POST", "devices", body)["id"])

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
        self._admin("POST", "seed", read_seed(seed))

    # Looking at it and steering it

    @property
    def devices(self) -> list[RemoteDevice]:
        """All devices."""
        found = self._admin("GET", "devices?limit=1000000")["devices"]
        return [RemoteDevice(self._admin, device["id"]) for device in found]

    @property
    def events(self) -> list[Event]:
        """The events that were published so far, oldest first; the last 10,000."""
        return [_event(event) for event in self._admin("GET", "events")]

    @property
    def requests(self) -> list[SeenRequest]:
        """See :attr:`Sandbox.requests`."""
        return [SeenRequest(**request) for request in self._admin("GET", "requests")]

    @property
    def open_streams(self) -> int:
        """The number of event streams that are open."""
        return int(self._admin("GET", "info")["open_streams"])

    def publish(
        self,
        name: str,
        data: str | None = None,
        *,
        product: ProductRef | None = None,
        owner: AccountRef | None = None,
        ttl: int = 60,
        device_id: str = "api",
    ) -> Event:
        """See :meth:`Sandbox.publish`."""
        body = {"name": name, "data": data, "product": product, "owner": owner, "ttl": ttl}
        return _event(self._admin("POST", "events", {**body, "device_id": device_id}))

    def disconnect_streams(self) -> None:
        """Ends every open event stream, as the cloud may at any time."""
        self._admin("POST", "streams/disconnect")

    def advance_time(self, seconds: float) -> None:
        """Moves the sandbox's clock forward, so that tokens and binaries expire."""
        self._admin("POST", "time", {"seconds": seconds})

    def run_every(self, seconds: float, action: Callable[[], object]) -> NoReturn:
        """Not possible from here: TypeError. Give devices scripts."""
        raise TypeError("a remote sandbox can't call this process: use run_scripts()")

    def reset(self) -> None:
        """See :meth:`Sandbox.reset`."""
        self._admin("POST", "reset")

    def save(self, path: str | os.PathLike[str]) -> None:
        """See :meth:`Sandbox.save`. The file is written by this process."""
        save_document(path, self.snapshot())

    def restore(self, path: str | os.PathLike[str]) -> None:
        """See :meth:`Sandbox.restore`. The file is read by this process."""
        self.replace(read(path))

    def snapshot(self) -> dict[str, Any]:
        """See :meth:`Sandbox.snapshot`."""
        return cast("dict[str, Any]", self._admin("GET", "state"))

    def replace(self, document: object) -> None:
        """See :meth:`Sandbox.replace`."""
        self._admin("PUT", "state", cast("dict[str, Any]", document))


def _key(product: ProductRef) -> str:
    return quote(str(product.id if isinstance(product, Product) else product), "")


def _event(fields: dict[str, Any]) -> Event:
    return Event(**{name: value for name, value in fields.items() if name != "number"})

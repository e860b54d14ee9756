"""The sandbox: a Device Cloud in this process, reachable over HTTP on loopback."""

import asyncio
import ipaddress
from collections.abc import Callable, Coroutine, Mapping, Sequence
from types import TracebackType
from typing import Any, Self, TypeAlias

from starlette.middleware import Middleware

from ..async_client import AsyncParticle
from ..client import Particle
from .accounts import (
    DEFAULT_CLIENT,
    DEFAULT_OTP,
    DEFAULT_TOKEN_LIFETIME,
    FULL_ACCESS,
    Account,
    OAuthClient,
)
from .app import build_app
from .clock import new_token
from .devices import Function, Variable, VirtualDevice
from .events import Event
from .faults import FaultMiddleware, Faults
from .hosts import HostMiddleware, cors
from .platforms import DEFAULT_PLATFORM
from .products import Organization, Product, slug_of
from .serving import ServerThread, bind
from .state import CloudState
from .validation import (
    check_access_token,
    check_functions,
    check_groups,
    check_slug,
    check_variables,
)

AccountRef: TypeAlias = Account | str
"""An account, or its user name."""

ProductRef: TypeAlias = Product | str | int
"""A product, its slug or its id."""


class Sandbox:
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
    container: it refuses others, with which web pages could reach it.

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
    ) -> None:
        if access_token is not None:
            check_access_token(access_token)
        self._host = host
        self._port = port
        self._hosts = [host, *allowed_hosts]
        self._middleware = list(middleware)
        self._thread: ServerThread | None = None
        self._repeated: list[Callable[[], Coroutine[Any, Any, None]]] = []
        self.faults: Faults = Faults()
        """What goes wrong on purpose."""
        self.state: CloudState = CloudState(
            username=username,
            password=password,
            access_token=access_token,
            heartbeat_interval=heartbeat_interval,
            flash_step=flash_step,
            device_timeout=device_timeout,
        )

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
            Middleware(HostMiddleware, self._hosts),
            cors(self._hosts),
            # Next to the connection: what the user's middleware answers can get lost, too.
            Middleware(FaultMiddleware, self.faults),
            *self._middleware,
        ]
        app = build_app(self.state, middleware)
        thread = ServerThread(app, listener, self.state.runtime, self._end_what_waits)
        thread.start()
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

    def _end_what_waits(self) -> None:
        self.state.events.close_all()
        self.faults.cut_off()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    # Starting and stopping take some hundredths of a second, and any event loop may be running.
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
        """The address to use in place of https://api.particle.io, on this machine if the sandbox
        listens on all addresses."""
        if not self._port:
            raise RuntimeError(
                "the sandbox has no address before it is started: "
                "use `with Sandbox() as cloud:`, or call start()"
            )
        host = _reachable(self._host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self._port}"

    @property
    def account(self) -> Account:
        """The default account."""
        return self.state.default_account

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
        return self.state.default_token.token

    def client(self, **options: Any) -> Particle:
        """A client of this sandbox; ``options`` go to ``Particle``."""
        return Particle(**self._client_options(options))

    def async_client(self, **options: Any) -> AsyncParticle:
        """An asynchronous client of this sandbox; ``options`` go to ``AsyncParticle``."""
        return AsyncParticle(**self._client_options(options))

    def _client_options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        return {"access_token": self.access_token, "base_url": self.base_url, **options}

    # Filling it

    def add_account(
        self, username: str, password: str, *, mfa: bool | str = False, **account_info: Any
    ) -> Account:
        """Adds an account. ``mfa`` turns multi-factor authentication on: with "123456" as the
        one-time password that is always right, or with the one given."""
        otp = mfa if isinstance(mfa, str) else (DEFAULT_OTP if mfa else None)
        account = Account(username=username, password=password, otp=otp, account_info=account_info)
        with self.state.lock:
            return self.state.directory.add_account(account)

    def create_token(
        self,
        owner: AccountRef | None = None,
        *,
        expires_in: int = DEFAULT_TOKEN_LIFETIME,
        scopes: Sequence[str] = FULL_ACCESS,
        client_id: str = DEFAULT_CLIENT,
    ) -> str:
        """A new access token. ``expires_in`` in seconds, 0 for one that never expires;
        ``scopes`` restricts it to what they name, like an API user's token."""
        with self.state.lock:
            account = self._account(owner)
            return self.state.directory.issue(
                account, expires_in=expires_in, scopes=tuple(scopes), client_id=client_id
            ).token

    def add_oauth_client(
        self, client_id: str, secret: str | None = None, *, owner: AccountRef | None = None
    ) -> OAuthClient:
        """Adds an OAuth client; its tokens, unlike the public clients', can be refreshed."""
        with self.state.lock:
            client = OAuthClient(
                id=client_id, secret=secret or new_token(), owner=self._account(owner)
            )
            self.state.directory.clients[client_id] = client
            return client

    def add_organization(
        self, name: str, *, slug: str | None = None, members: Sequence[AccountRef] = ()
    ) -> Organization:
        """Adds an organization; the default account is a member of it, besides ``members``."""
        if slug is not None:
            check_slug(slug)
        with self.state.lock:
            accounts = [self.account, *(self._account(member) for member in members)]
            organization = Organization(
                name=name, slug=slug or slug_of(name), members={a.id for a in accounts}
            )
            self.state.organizations[organization.id] = organization
            return organization

    def add_product(
        self,
        name: str,
        *,
        id: int | None = None,
        slug: str | None = None,
        platform_id: int = DEFAULT_PLATFORM,
        description: str = "",
        owner: AccountRef | None = None,
        organization: Organization | None = None,
        team: Sequence[AccountRef] = (),
        groups: Sequence[str] = (),
    ) -> Product:
        """Adds a product; ValueError when its id or slug is taken. ``team`` are the accounts that
        may use it besides its owner."""
        if slug is not None:
            check_slug(slug)
        check_groups(groups)
        with self.state.lock:
            product = self.state.create_product(
                name,
                owner=self._account(owner),
                platform_id=platform_id,
                slug=slug,
                description=description,
                product_id=id,
                organization=organization,
                groups=list(groups),
            )
            product.team.update(self._account(member).id for member in team)
            return product

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
        **attributes: Any,
    ) -> VirtualDevice:
        """Adds a device; ValueError when its id is taken.

        A variable is a value, or a callable that is called on every read. A function takes its
        argument as text and returns an int. Both run in a thread of their own. ``attributes``
        are further attributes of :class:`VirtualDevice`: ``notes``, ``serial_number``,
        ``groups``, ``firmware_version``, … ``platform_id`` defaults to the product's platform,
        else 13 (Boron), ``name`` to "virtual-device-" and a number. With ``claimed=False`` the
        device belongs to nobody.
        """
        check_variables(variables or {})
        check_functions(functions or {})
        check_groups(attributes.setdefault("groups", []))
        attributes["groups"] = list(attributes["groups"])
        with self.state.lock:
            in_product = None if product is None else self._product(product)
            if platform_id is None:
                platform_id = in_product.platform_id if in_product else DEFAULT_PLATFORM
            return self.state.create_device(
                device_id=id,
                name=name,
                platform_id=platform_id,
                variables=dict(variables or {}),
                functions=dict(functions or {}),
                online=online,
                product=in_product,
                owner=self._account(owner) if claimed else None,
                **attributes,
            )

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
        """Publishes an event on the default account's streams, or ``owner``'s, or a product's.
        See :meth:`VirtualDevice.publish` for an event of a device."""
        with self.state.lock:
            account = self._account(owner)
            return self.state.events.publish(
                name,
                data,
                ttl=ttl,
                device_id=device_id,
                owner_id=account.id if product is None else None,
                user_id=account.id,
                product_id=None if product is None else self._product(product).id,
            )

    # Looking at it and steering it

    @property
    def devices(self) -> list[VirtualDevice]:
        """All devices."""
        with self.state.lock:
            return list(self.state.devices.values())

    @property
    def events(self) -> list[Event]:
        """The events that were published so far, oldest first; the last 10,000."""
        with self.state.lock:
            return list(self.state.events.history)

    @property
    def open_streams(self) -> int:
        """The number of event streams that are open."""
        with self.state.lock:
            return len(self.state.events)

    def disconnect_streams(self) -> None:
        """Ends every open event stream, as the cloud may at any time."""
        self.state.events.close_all()

    def advance_time(self, seconds: float) -> None:
        """Moves the sandbox's clock forward, so that tokens and binaries expire."""
        with self.state.lock:
            self.state.clock.advance(seconds)

    def run_every(self, seconds: float, action: Callable[[], object]) -> None:
        """Calls ``action`` again and again while the sandbox serves, in the server's thread."""

        async def repeat() -> None:
            while True:
                await asyncio.sleep(seconds)
                action()

        self._repeated.append(repeat)
        if self._thread is not None:
            self.state.runtime.spawn(repeat)

    def _account(self, reference: AccountRef | None) -> Account:
        if reference is None:
            return self.account
        if isinstance(reference, Account):
            return reference
        account = self.state.directory.account(reference)
        if account is None:
            raise ValueError(f"there is no account {reference!r}, add it with add_account()")
        return account

    def _product(self, reference: ProductRef) -> Product:
        if isinstance(reference, Product):
            return reference
        for product in self.state.products.values():
            if reference in (product.id, str(product.id), product.slug):
                return product
        raise ValueError(f"there is no product {reference!r}, add it with add_product()")


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

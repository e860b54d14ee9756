"""What a sandbox holds, and how it is filled and steered; :class:`Sandbox` serves it."""

import copy
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from .accounts import (
    DEFAULT_CLIENT,
    DEFAULT_OTP,
    DEFAULT_TOKEN_LIFETIME,
    FULL_ACCESS,
    Account,
    OAuthClient,
)
from .clock import new_id, new_token
from .compiler import Image
from .devices import Function, Script, Variable, VirtualDevice, check_scripts
from .events import Event
from .faults import Faults
from .handle import SandboxHandle
from .modules import MAX_PRODUCT_VERSION, user_module
from .platforms import DEFAULT_PLATFORM, newest_version
from .products import Organization, Product, ProductFirmware, slug_of
from .request_log import RequestLog, SeenRequest
from .state import CloudState
from .validation import check_functions, check_groups, check_slug, check_variables

AccountRef: TypeAlias = Account | str
"""An account, or its user name."""

ProductRef: TypeAlias = Product | str | int
"""A product, its slug or its id."""

DeviceRef: TypeAlias = VirtualDevice | str
"""A device, or its id."""

OrganizationRef: TypeAlias = Organization | str
"""An organization, its slug or its id."""


class Cloud(SandboxHandle):
    """Accounts, products and devices, and what goes wrong. It isn't served: see ``Sandbox``."""

    def __init__(self, *, access_token: str | None, **settings: Any) -> None:
        self._new_state: Callable[..., CloudState] = partial(CloudState, **settings)
        self.state: CloudState = self._new_state(access_token=access_token)
        self.faults: Faults = Faults()
        """What goes wrong on purpose."""
        self.requests_log: RequestLog = RequestLog(self.state.directory, self.state.clock)

    @property
    def account(self) -> Account:
        return self.state.default_account

    @property
    def access_token(self) -> str:
        return self.state.default_token.token

    # Filling it

    def add_account(
        self, /, username: str, password: str, *, mfa: bool | str = False, **account_info: Any
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
        organization: OrganizationRef | None = None,
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
                organization=self._organization(organization) if organization else None,
                groups=list(groups),
            )
            product.team.update(self._account(member).id for member in team)
            return product

    def add_device(
        self,
        /,
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
        scripts: Sequence[Script] = (),
        **attributes: Any,
    ) -> VirtualDevice:
        """Adds a device; ValueError when its id is taken.

        A variable is a value, or a callable that is called on every read. A function takes its
        argument as text and returns an int. Both run in a thread of their own. ``attributes``
        are further attributes of :class:`VirtualDevice`: ``notes``, ``serial_number``,
        ``groups``, ``firmware_version``, … ``platform_id`` defaults to the product's platform,
        else 13 (Boron), ``name`` to "virtual-device-" and a number. With ``claimed=False`` the
        device belongs to nobody. ``scripts`` are what it does by itself: :meth:`run_scripts`.
        """
        check_scripts(scripts)
        check_variables(variables or {})
        check_functions(functions or {})
        check_groups(attributes.setdefault("groups", []))
        attributes["groups"] = list(attributes["groups"])
        with self.state.lock:
            in_product = None if product is None else self._product(product)
            if platform_id is None:
                platform_id = in_product.platform_id if in_product else DEFAULT_PLATFORM
            device = self.state.create_device(
                device_id=id,
                name=name,
                platform_id=platform_id,
                # Those with a state of their own, as a random walk has it.
                variables={k: copy.copy(v) for k, v in (variables or {}).items()},
                functions=dict(functions or {}),
                online=online,
                product=in_product,
                owner=self._account(owner) if claimed else None,
                **attributes,
            )
            self.run_scripts(device, scripts)
            return device

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

    def add_firmware(
        self,
        product: ProductRef,
        version: int,
        *,
        title: str | None = None,
        product_default: bool = False,
        groups: Sequence[str] = (),
    ) -> ProductFirmware:
        """Adds a made-up binary to a product's firmware; ValueError when the version is there.
        With ``product_default`` or ``groups`` it is released; devices get it when they connect
        next."""
        with self.state.lock:
            found = self._product(product)
            if version in found.firmware:
                raise ValueError(f"product {found.slug} has firmware version {version} already")
            firmware = found.firmware[version] = ProductFirmware(
                version=version,
                title=title or f"Version {version}",
                description="",
                filename=f"{found.slug}-{version}.bin",
                content=self._binary(found.platform_id, version),
                uploaded_by=found.owner.username,
                uploaded_on=self.state.clock.timestamp(),
            )
            if product_default or groups:
                self.release_firmware(
                    found, version, product_default=product_default, groups=groups
                )
            return firmware

    def release_firmware(
        self,
        product: ProductRef,
        version: int,
        *,
        product_default: bool = True,
        groups: Sequence[str] = (),
        immediate: bool = False,
    ) -> None:
        """Releases a firmware version as the product's default, to groups, or both. Devices get it
        when they connect next; with ``immediate`` those that are online get it now."""
        check_groups(groups)
        with self.state.lock:
            found = self._product(product)
            if version not in found.firmware:
                raise ValueError(f"product {found.slug} has no firmware version {version}")
            found.release(version, product_default=product_default, groups=list(groups))
            for device in self.state.devices_in(found) if immediate else ():
                self.state.flasher.update_if_due(device)

    def flash(self, device: DeviceRef, version: int) -> None:
        """Begins to flash a device with a made-up binary of that version; it ends as
        ``device.flash_outcome`` says. RuntimeError while it is offline or being updated."""
        with self.state.lock:
            found = self._device(device)
            if not found.online or found.updating:
                why = "being updated" if found.updating else "offline"
                raise RuntimeError(f"device {found.name or found.id} is {why}")
            content = self._binary(found.platform_id, version)
            self.state.flasher.start(found, Image(content=content, product_version=version))

    def create_claim_code(self, owner: AccountRef | None = None) -> str:
        """A claim code, with which a device becomes the account's: see
        :meth:`VirtualDevice.claim_with_code`."""
        with self.state.lock:
            code = new_token() + new_id()[:23]
            self.state.directory.claim_codes[code] = self._account(owner)
            return code

    def remove_device(self, device: DeviceRef) -> None:
        """Takes a device away, as if it had never been; KeyError if it isn't there."""
        with self.state.lock:
            del self.state.devices[self._device(device).id]

    def run_scripts(self, device: DeviceRef, scripts: Sequence[Script]) -> None:
        """Sets what the device does by itself, such as ``Publish`` and ``DropOut`` of
        ``particle_client.sandbox.scripts``, in the place of what it did. No scripts: nothing."""
        check_scripts(scripts)
        with self.state.lock:
            found = self._device(device)
            found.scripts = [copy.copy(script) for script in scripts]
            self.state.run_scripts([found])

    def add_seed(self, seed: Mapping[str, Any] | str | os.PathLike[str]) -> None:
        """Adds the accounts, products, devices … that a seed declares: a JSON or YAML file, or
        what such a file holds. ValueError or TypeError says what is wrong with it; that is
        looked at before anything is added."""
        from .seeds import steps_of  # not every sandbox has one

        with self.state.lock:
            for add, fields in steps_of(seed, self):
                add(**fields)

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
    def requests(self) -> list[SeenRequest]:
        """The requests that the sandbox has seen, oldest first; the last 1,000. Secrets in them
        are masked."""
        return self.requests_log.requests()

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

    def reset(self) -> None:
        """Goes back to a new sandbox: all that was added, published and set is gone, but the
        default account and its access token."""
        from .snapshots import document_of  # takes some time to load

        self.requests_log.clear()
        fresh = self._new_state(access_token=self.access_token)
        fresh.default_account.id = self.account.id
        self.replace(document_of(fresh, Faults()))

    def snapshot(self) -> dict[str, Any]:
        from .snapshots import document_of

        return document_of(self.state, self.faults)

    def replace(self, document: object) -> None:
        from .snapshots import restore

        with self.state.lock:
            restore(document, self.state, self.faults)
            self.state.run_scripts(self.devices)
            self.state.events.close_all()  # they may be streams of accounts that are gone

    def _account(self, reference: AccountRef | None) -> Account:
        if reference is None:
            return self.account
        if isinstance(reference, Account):
            return reference
        account = self.state.directory.account(reference)
        if account is None:
            raise ValueError(f"there is no account {reference!r}, add it with add_account()")
        return account

    def _device(self, reference: DeviceRef) -> VirtualDevice:
        return self.state.devices[reference if isinstance(reference, str) else reference.id]

    def _product(self, reference: ProductRef) -> Product:
        if isinstance(reference, Product):
            return reference
        for product in self.state.products.values():
            if reference in (product.id, str(product.id), product.slug):
                return product
        raise ValueError(f"there is no product {reference!r}, add it with add_product()")

    def _organization(self, reference: OrganizationRef) -> Organization:
        if isinstance(reference, Organization):
            return reference
        for organization in self.state.organizations.values():
            if reference in (organization.id, organization.slug):
                return organization
        raise ValueError(f"there is no organization {reference!r}, add it with add_organization()")

    def _binary(self, platform_id: int, version: int) -> bytes:
        if not 0 <= version <= MAX_PRODUCT_VERSION:
            raise ValueError(f"version must be from 0 to {MAX_PRODUCT_VERSION}: {version}")
        return user_module(
            f"made-up code of version {version:05}".encode(),
            platform_id=platform_id,
            target_version=newest_version(platform_id),
            product_version=version,
        )

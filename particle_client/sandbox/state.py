"""Everything that a sandbox knows."""

import secrets
import threading
from collections.abc import Iterable
from functools import partial
from typing import Any

from .accounts import PUBLIC_CLIENTS, AccessToken, Account, Directory, OAuthClient
from .agreements import Agreements
from .clock import Clock, new_id
from .compiler import Binary
from .configuration import Configurations
from .customers import Customers
from .devices import Function, Variable, VirtualDevice
from .environment import Environments
from .errors import failure, permission_denied
from .events import EventBus
from .flashing import Flasher
from .integrations import Integrations
from .ledgers import Ledgers
from .libraries import Libraries
from .locations import Locations
from .logic import LogicFunctions
from .metrics import Metrics
from .networks import MeshNetworks
from .platforms import is_cellular, newest_version
from .products import Organization, Product, slug_of
from .runtime import Runtime
from .sims import Sims
from .teams import Teams
from .vitals import Vitals

_FIRST_PRODUCT_ID = 10_001


class CloudState:
    """One sandbox's accounts, devices, products and events. What this class and those of its parts
    annotate is saved in files, but for the parts."""

    devices: dict[str, VirtualDevice]
    products: dict[int, Product]
    organizations: dict[str, Organization]
    binaries: dict[str, Binary]
    registration_codes: dict[str, tuple[Product, str | None]]
    default_account: Account
    default_token: AccessToken
    _devices_made: int = 0

    def __init__(
        self,
        *,
        username: str,
        password: str,
        access_token: str | None,
        heartbeat_interval: float | None,
        flash_step: float,
        device_timeout: float,
    ) -> None:
        self.runtime: Runtime = Runtime()
        self.lock: threading.RLock = self.runtime.lock
        self.clock: Clock = self.runtime.clock
        self.events: EventBus = EventBus(self.runtime)
        self.devices = {}
        self.heartbeat_interval = heartbeat_interval
        self.device_timeout = device_timeout
        self.directory: Directory = Directory(self.clock)
        self.customers: Customers = Customers()
        self.environments: Environments = Environments(self.clock)
        self.ledgers: Ledgers = Ledgers(self.clock)
        self.metrics: Metrics = Metrics(self.clock)
        self.products = {}
        self.organizations = {}
        self.integrations: Integrations = Integrations(
            self.runtime, self.events, self.environments, self.metrics, self.products
        )
        self.events.listeners.append(self.integrations.on_event)
        self.logic: LogicFunctions = LogicFunctions(self.clock)
        self.events.listeners.append(self.logic.on_event)
        self.sims: Sims = Sims(self.clock, self.devices)
        self.configurations: Configurations = Configurations()
        self.libraries: Libraries = Libraries()
        self.locations: Locations = Locations()
        self.events.listeners.append(self.locations.on_event)
        self.vitals: Vitals = Vitals(self.clock)
        self.events.listeners.append(self.vitals.on_event)
        self.teams: Teams = Teams(self.directory)
        self.agreements: Agreements = Agreements(self.clock)
        self.flasher: Flasher = Flasher(self.runtime, self.devices, flash_step)
        self.events.listeners.append(self.flasher.on_event)
        self.networks: MeshNetworks = MeshNetworks(self.devices)
        self.binaries = {}
        self.registration_codes = {}
        self.default_account = self.directory.add_account(
            Account(username=username, password=password)
        )
        for client_id, secret in PUBLIC_CLIENTS.items():
            self.directory.clients[client_id] = OAuthClient(
                id=client_id, secret=secret, owner=self.default_account
            )
        self.default_token = self.directory.issue(
            self.default_account, expires_in=0, token=access_token
        )

    # Making things

    def create_device(
        self,
        *,
        platform_id: int,
        device_id: str | None = None,
        name: str | None = None,
        owner: Account | None = None,
        product: Product | None = None,
        variables: dict[str, Variable] | None = None,
        functions: dict[str, Function] | None = None,
        serial_number: str | None = None,
        iccid: str | None = None,
        imei: str | None = None,
        **attributes: Any,
    ) -> VirtualDevice:
        """A new device; ValueError when its id is taken."""
        device_id = (device_id or new_id()).lower()
        if device_id in self.devices:
            raise ValueError(f"there is a device {device_id!r} already")
        cellular = is_cellular(platform_id)
        self._devices_made += 1
        number = self._devices_made
        now = self.clock.now()
        device = VirtualDevice(
            runtime=self.runtime,
            event_bus=self.events,
            directory=self.directory,
            id=device_id,
            name=name or f"virtual-device-{number}",
            platform_id=platform_id,
            owner=owner,
            product=product,
            variables=variables or {},
            functions=functions or {},
            serial_number=serial_number or f"PSBX{platform_id:02}{number:09}",
            iccid=iccid or (f"89012345678{number:09}" if cellular else None),
            imei=imei or (f"357520{number:09}" if cellular else None),
            mac_wifi=None
            if cellular
            else f"02:00:00:{number >> 16 & 255:02X}:{number >> 8 & 255:02X}:{number & 255:02X}",
            mobile_secret=secrets.token_hex(8)[:15].upper(),
            last_heard=now,
            last_handshake_at=now,
            system_firmware_version=newest_version(platform_id),
            **attributes,
        )
        self.devices[device.id] = device
        if product:
            product.add_groups(device.groups)
        return device

    def run_scripts(self, devices: Iterable[VirtualDevice]) -> None:
        """Begins with what the devices do by themselves; the caller holds the lock."""
        for device in devices:
            for script in device.scripts:
                self.runtime.spawn(partial(script.run, device, self.devices))

    def create_product(
        self,
        name: str,
        *,
        owner: Account,
        platform_id: int,
        slug: str | None = None,
        description: str = "",
        product_id: int | None = None,
        organization: Organization | None = None,
        groups: list[str] | None = None,
    ) -> Product:
        """A new product; ValueError when its id or slug is taken."""
        number = product_id or max(self.products, default=_FIRST_PRODUCT_ID - 1) + 1
        slug = slug or slug_of(name)
        if number in self.products or any(p.slug == slug for p in self.products.values()):
            raise ValueError(f"there is a product {number} or {slug!r} already")
        self.products[number] = Product(
            id=number,
            slug=slug,
            name=name,
            platform_id=platform_id,
            description=description,
            owner=owner,
            organization=organization,
            groups=list(groups or ()),
        )
        return self.products[number]

    # Finding things, with the errors that a request gets

    def devices_of(self, account: Account) -> list[VirtualDevice]:
        """The devices that the account has claimed, the last connected first."""
        owned = [device for device in self.devices.values() if device.owner is account]
        return sorted(owned, key=lambda device: device.last_handshake_at, reverse=True)

    def devices_in(self, product: Product) -> list[VirtualDevice]:
        """The product's devices, the last connected first."""
        inside = [device for device in self.devices.values() if device.product is product]
        return sorted(inside, key=lambda device: device.last_handshake_at, reverse=True)

    def device(self, account: Account, id_or_name: str) -> VirtualDevice:
        """A device that the account may use: by id, or by name among its own."""
        device = self.devices.get(id_or_name.lower())
        if device is None:
            own = self.devices_of(account)
            device = next((d for d in own if d.name and d.name == id_or_name), None)
        if device is None or not self._may_use(account, device):
            raise permission_denied()
        return device

    def product_device(self, account: Account, id_or_slug: str, device_id: str) -> VirtualDevice:
        """A device of a product that the account may use."""
        product = self.product(account, id_or_slug)
        device = self.devices.get(device_id.lower())
        if device is None or device.product is not product:
            raise failure(404, "Device not found for this product")
        return device

    def product(self, account: Account, id_or_slug: str) -> Product:
        """A product that the account may use."""
        found = self._find_product(id_or_slug)
        if not found.is_open_to(account):
            raise failure(403, "Permission denied")
        return found

    def claimable_product(self, account: Account, id_or_slug: str) -> Product:
        """A product that the account may use or is a customer of."""
        found = self._find_product(id_or_slug)
        if self.customers.is_customer(found, account):
            return found
        return self.product(account, id_or_slug)

    def _find_product(self, id_or_slug: str) -> Product:
        found = next((p for p in self.products.values() if id_or_slug in (str(p.id), p.slug)), None)
        if found is None:
            raise failure(404, "Permission denied")  # it tells neither
        return found

    def products_of(self, account: Account) -> list[Product]:
        """The products that the account may use."""
        return [product for product in self.products.values() if product.is_open_to(account)]

    def products_in(self, organization: Organization) -> list[Product]:
        """The products of an organization."""
        return [p for p in self.products.values() if p.organization is organization]

    def organization(self, account: Account, id_or_slug: str) -> Organization:
        """An organization that the account belongs to."""
        found = next((o for o in self.organizations.values() if id_or_slug in (o.id, o.slug)), None)
        if found is None:
            raise failure(404, f"There is no organization {id_or_slug}")
        if account.id not in found.members:
            raise failure(403, f"You are not in the team of organization {id_or_slug}")
        return found

    def _may_use(self, account: Account, device: VirtualDevice) -> bool:
        return device.owner is account or (
            device.product is not None and device.product.is_open_to(account)
        )

"""SIM cards and their life: inactive, active, deactivated, released."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from .accounts import Account
from .clock import Clock, new_id
from .devices import VirtualDevice
from .products import Product

Status = Literal["active", "inactive", "deactivated"]


@dataclass(eq=False, kw_only=True)
class Sim:
    """A SIM card. It belongs to an account, to a product, or to nobody after its release."""

    iccid: str
    status: Status = "inactive"
    account: Account | None = field(default=None, repr=False)
    product: Product | None = field(default=None, repr=False)
    country: str = "US"
    mb_limit: int | None = None
    activations: int = 0
    deactivations: int = 0
    first_activated_at: datetime | None = None
    last_activated_at: datetime | None = None
    last_action: str | None = None
    updated_at: datetime
    check_task: str | None = None
    """Id of the connection check under way."""

    def activate(self, now: datetime, action: str = "activate") -> None:
        """Lets the card connect."""
        self.status = "active"
        self.activations += 1
        self.first_activated_at = self.first_activated_at or now
        self.last_activated_at = self.updated_at = now
        self.last_action = action

    def deactivate(self, now: datetime) -> None:
        """Takes the card off the network."""
        self.status = "deactivated"
        self.deactivations += 1
        self.updated_at = now
        self.last_action = "deactivate"

    def release(self, now: datetime) -> None:
        """Takes the card away from whom it belongs to."""
        if self.status == "active":
            self.deactivate(now)
        self.status, self.account, self.product = "inactive", None, None
        self.last_action, self.updated_at = "release", now

    def start_check(self) -> str:
        """Begins to look for a connection."""
        self.check_task = new_id()
        return self.check_task


class Sims:
    """All SIM cards: those in devices, and those that somebody has activated."""

    _sims: dict[str, Sim]

    def __init__(self, clock: Clock, devices: dict[str, VirtualDevice]) -> None:
        self._clock = clock
        self._devices = devices
        self._sims = {}

    def find(self, iccid: str) -> Sim | None:
        """The card, if anybody has seen it."""
        self._take_from_devices()
        return self._sims.get(iccid)

    def add(self, iccid: str) -> Sim:
        """A card that nobody has seen so far."""
        sim = self._sims[iccid] = Sim(iccid=iccid, updated_at=self._clock.now())
        return sim

    def of_account(self, account: Account) -> list[Sim]:
        """The cards of the account itself."""
        return [sim for sim in self._all() if sim.account is account and sim.product is None]

    def of_product(self, product: Product) -> list[Sim]:
        """The cards of the product."""
        return [sim for sim in self._all() if sim.product is product]

    def device_of(self, sim: Sim) -> VirtualDevice | None:
        """The device that the card is in."""
        devices = self._devices.values()
        return next((device for device in devices if device.iccid == sim.iccid), None)

    def _all(self) -> Iterable[Sim]:
        self._take_from_devices()
        return self._sims.values()

    def _take_from_devices(self) -> None:
        """A device comes with a card that is active and belongs to whom the device belongs to."""
        for device in self._devices.values():
            if device.iccid and device.iccid not in self._sims:
                sim = self.add(device.iccid)
                sim.account, sim.product = device.owner, device.product
                sim.activate(device.last_handshake_at)

"""Mesh networks, which the cloud has dropped but its API still knows."""

from dataclasses import dataclass, field

from .accounts import Account
from .clock import new_id
from .devices import VirtualDevice


@dataclass(eq=False, kw_only=True)
class MeshNetwork:
    """A mesh network with its devices; True stands for a gateway."""

    id: str = field(default_factory=new_id)
    name: str
    owner: Account
    devices: dict[str, bool] = field(default_factory=dict[str, bool])
    cellular: bool = False


class MeshNetworks:
    """Every mesh network of one sandbox."""

    _networks: dict[str, MeshNetwork]

    def __init__(self, devices: dict[str, VirtualDevice]) -> None:
        self._devices = devices
        self._networks = {}

    def add(self, network: MeshNetwork) -> None:
        """Stores a network; its devices leave the ones that they were in."""
        for device_id in network.devices:
            self.leave(device_id)
        self._networks[network.id] = network

    def remove(self, network: MeshNetwork) -> None:
        """Dissolves a network."""
        self._networks.pop(network.id, None)

    def leave(self, device_id: str) -> bool:
        """Takes a device out of its network; False when it is in none."""
        inside = [n for n in self._networks.values() if device_id in n.devices]
        for network in inside:
            del network.devices[device_id]
        return bool(inside)

    def of(self, owner: Account) -> list[MeshNetwork]:
        """The account's networks, oldest first."""
        return [network for network in self._networks.values() if network.owner is owner]

    def find(self, owner: Account, id_or_name: str) -> MeshNetwork | None:
        """The account's network with that id or name."""
        own = self.of(owner)
        return next((n for n in own if id_or_name in (n.id, n.name)), None)

    def is_pending(self, network: MeshNetwork) -> bool:
        """Whether no gateway of it has connected to the cloud yet."""
        return not any(
            gateway and device_id in self._devices and self._devices[device_id].online
            for device_id, gateway in network.devices.items()
        )

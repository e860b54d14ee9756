# Generated from openapi/ by `make generate`. Do not edit.
"""Mesh networks of devices. Deprecated: the current official SDK has dropped them."""

from __future__ import annotations

from typing import Unpack

from ..base.deprecation import deprecated
from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..calls.parsing import Items
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.networks import (
    MeshNetwork,
    MeshNetworkAction,
    MeshNetworkDevice,
    MeshNetworkResponse,
    MeshRole,
)
from ..operations.networks import (
    CREATE_MESH_NETWORK,
    GET_MESH_NETWORK,
    LIST_MESH_NETWORK_DEVICES,
    LIST_MESH_NETWORKS,
    REMOVE_MESH_NETWORK,
    REMOVE_MESH_NETWORK_DEVICE,
    UPDATE_MESH_NETWORK,
)

__all__ = ["AsyncNetworks", "Networks"]


class Networks(Resource):
    """Mesh networks of devices. Deprecated: the current official SDK has dropped them.

    Reached as `particle.networks`.
    """

    __slots__ = ()

    @deprecated("List your mesh networks: the Cloud API has deprecated it")
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[Items, MeshNetwork]:
        """List your mesh networks.

        The mesh networks of your account.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> for network in particle.networks.list():
            ...     print(network.name)

        Cloud API: listMeshNetworks, GET /v1/networks.
        """
        return self._page(
            LIST_MESH_NETWORKS,
            options,
            Items,
            MeshNetwork,
            query={"page": page, "per_page": per_page},
        )

    @deprecated("Create a mesh network: the Cloud API has deprecated it")
    def create(
        self,
        name: str,
        device_id: str,
        *,
        iccid: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MeshNetworkResponse:
        """Create a mesh network.

        Registers a mesh network with the device that is to be its gateway. The network is pending
        until the gateway has connected to the cloud.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            name: Name of the network.
            device_id: ID of the device that is to be the gateway.
            iccid: ICCID of the SIM card in the gateway. Only for a cellular gateway.

        Examples:
            >>> particle.networks.create("net", "0123456789abcdef01234567")

        Cloud API: createMeshNetwork, POST /v1/networks.
        """
        return self._call(
            CREATE_MESH_NETWORK,
            options,
            MeshNetworkResponse,
            json={"name": name, "device_id": device_id, "iccid": iccid},
        )

    @deprecated("Get a mesh network: the Cloud API has deprecated it")
    def get(self, network_id: str, **options: Unpack[RequestOptions]) -> MeshNetwork:
        """Get a mesh network.

        One mesh network of your account. A network that is still pending is not found.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.

        Examples:
            >>> particle.networks.get("net1")

        Cloud API: getMeshNetwork, GET /v1/networks/{networkId}.
        """
        return self._call(GET_MESH_NETWORK, options, MeshNetwork, path={"network_id": network_id})

    @deprecated("Change a device's part in a mesh network: the Cloud API has deprecated it")
    def update(
        self,
        network_id: str,
        action: MeshNetworkAction | str,
        device_id: str,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Change a device's part in a mesh network.

        Adds a device to a mesh network, takes it out, or makes it a gateway or an ordinary node, as
        `action` says.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            action: What is to happen to the device.
            device_id: ID of the device.

        Examples:
            >>> particle.networks.update("net1", "gateway-enable", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"action": action, "device_id": device_id},
        )

    @deprecated("Add a device to a mesh network: the Cloud API has deprecated it")
    def add_device(self, network_id: str, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Add a device to a mesh network.

        Registers a device with a mesh network. The device itself must be given the network's
        credentials as well.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            device_id: ID of the device.

        Examples:
            >>> particle.networks.add_device("net1", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"device_id": device_id, "action": "add-device"},
        )

    @deprecated("Remove a device from a mesh network: the Cloud API has deprecated it")
    def remove_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Remove a device from a mesh network.

        Takes a device out of a mesh network.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            device_id: ID of the device.

        Examples:
            >>> particle.networks.remove_device("net1", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"device_id": device_id, "action": "remove-device"},
        )

    @deprecated("Delete a mesh network: the Cloud API has deprecated it")
    def delete(self, network_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Delete a mesh network.

        Deletes a mesh network from the cloud.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.

        Examples:
            >>> particle.networks.delete("net1")

        Cloud API: removeMeshNetwork, DELETE /v1/networks/{networkId}.
        """
        return self._call(REMOVE_MESH_NETWORK, options, Ok, path={"network_id": network_id})

    @deprecated("List the devices of a mesh network: the Cloud API has deprecated it")
    def list_devices(
        self,
        network_id: str,
        *,
        role: MeshRole | str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[Items, MeshNetworkDevice]:
        """List the devices of a mesh network.

        The devices that belong to a mesh network, gateways and nodes.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            role: Only devices with this role.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> for device in particle.networks.list_devices("net1"):
            ...     print(device.name)

        Cloud API: listMeshNetworkDevices, GET /v1/networks/{networkId}/devices.
        """
        return self._page(
            LIST_MESH_NETWORK_DEVICES,
            options,
            Items,
            MeshNetworkDevice,
            path={"network_id": network_id},
            query={"role": role, "page": page, "per_page": per_page},
        )

    @deprecated(
        "Remove a device from the mesh network that it is in: the Cloud API has deprecated it"
    )
    def remove_device_from_any(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Remove a device from the mesh network that it is in.

        Takes a device out of its mesh network, whichever that is.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.

        Examples:
            >>> particle.networks.remove_device_from_any("0123456789abcdef01234567")

        Cloud API: removeMeshNetworkDevice, DELETE /v1/devices/{deviceId}/network.
        """
        return self._call(REMOVE_MESH_NETWORK_DEVICE, options, Ok, path={"device_id": device_id})


class AsyncNetworks(AsyncResource):
    """Mesh networks of devices. Deprecated: the current official SDK has dropped them.

    Reached as `particle.networks` of an `AsyncParticle`.
    """

    __slots__ = ()

    @deprecated("List your mesh networks: the Cloud API has deprecated it")
    def list(
        self,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Items, MeshNetwork]:
        """List your mesh networks.

        The mesh networks of your account.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> async for network in particle.networks.list():
            ...     print(network.name)

        Cloud API: listMeshNetworks, GET /v1/networks.
        """
        return self._page(
            LIST_MESH_NETWORKS,
            options,
            Items,
            MeshNetwork,
            query={"page": page, "per_page": per_page},
        )

    @deprecated("Create a mesh network: the Cloud API has deprecated it")
    async def create(
        self,
        name: str,
        device_id: str,
        *,
        iccid: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MeshNetworkResponse:
        """Create a mesh network.

        Registers a mesh network with the device that is to be its gateway. The network is pending
        until the gateway has connected to the cloud.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            name: Name of the network.
            device_id: ID of the device that is to be the gateway.
            iccid: ICCID of the SIM card in the gateway. Only for a cellular gateway.

        Examples:
            >>> await particle.networks.create("net", "0123456789abcdef01234567")

        Cloud API: createMeshNetwork, POST /v1/networks.
        """
        return await self._call(
            CREATE_MESH_NETWORK,
            options,
            MeshNetworkResponse,
            json={"name": name, "device_id": device_id, "iccid": iccid},
        )

    @deprecated("Get a mesh network: the Cloud API has deprecated it")
    async def get(self, network_id: str, **options: Unpack[RequestOptions]) -> MeshNetwork:
        """Get a mesh network.

        One mesh network of your account. A network that is still pending is not found.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.

        Examples:
            >>> await particle.networks.get("net1")

        Cloud API: getMeshNetwork, GET /v1/networks/{networkId}.
        """
        return await self._call(
            GET_MESH_NETWORK, options, MeshNetwork, path={"network_id": network_id}
        )

    @deprecated("Change a device's part in a mesh network: the Cloud API has deprecated it")
    async def update(
        self,
        network_id: str,
        action: MeshNetworkAction | str,
        device_id: str,
        **options: Unpack[RequestOptions],
    ) -> Ok:
        """Change a device's part in a mesh network.

        Adds a device to a mesh network, takes it out, or makes it a gateway or an ordinary node, as
        `action` says.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            action: What is to happen to the device.
            device_id: ID of the device.

        Examples:
            >>> await particle.networks.update("net1", "gateway-enable", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return await self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"action": action, "device_id": device_id},
        )

    @deprecated("Add a device to a mesh network: the Cloud API has deprecated it")
    async def add_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Add a device to a mesh network.

        Registers a device with a mesh network. The device itself must be given the network's
        credentials as well.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            device_id: ID of the device.

        Examples:
            >>> await particle.networks.add_device("net1", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return await self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"device_id": device_id, "action": "add-device"},
        )

    @deprecated("Remove a device from a mesh network: the Cloud API has deprecated it")
    async def remove_device(
        self, network_id: str, device_id: str, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Remove a device from a mesh network.

        Takes a device out of a mesh network.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            device_id: ID of the device.

        Examples:
            >>> await particle.networks.remove_device("net1", "0123456789abcdef01234567")

        Cloud API: updateMeshNetwork, PUT /v1/networks/{networkId}.
        """
        return await self._call(
            UPDATE_MESH_NETWORK,
            options,
            Ok,
            path={"network_id": network_id},
            json={"device_id": device_id, "action": "remove-device"},
        )

    @deprecated("Delete a mesh network: the Cloud API has deprecated it")
    async def delete(self, network_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Delete a mesh network.

        Deletes a mesh network from the cloud.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.

        Examples:
            >>> await particle.networks.delete("net1")

        Cloud API: removeMeshNetwork, DELETE /v1/networks/{networkId}.
        """
        return await self._call(REMOVE_MESH_NETWORK, options, Ok, path={"network_id": network_id})

    @deprecated("List the devices of a mesh network: the Cloud API has deprecated it")
    def list_devices(
        self,
        network_id: str,
        *,
        role: MeshRole | str | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[Items, MeshNetworkDevice]:
        """List the devices of a mesh network.

        The devices that belong to a mesh network, gateways and nodes.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            network_id: The mesh network, by its ID or by its name.
            role: Only devices with this role.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Each list has its own default.

        Examples:
            >>> async for device in particle.networks.list_devices("net1"):
            ...     print(device.name)

        Cloud API: listMeshNetworkDevices, GET /v1/networks/{networkId}/devices.
        """
        return self._page(
            LIST_MESH_NETWORK_DEVICES,
            options,
            Items,
            MeshNetworkDevice,
            path={"network_id": network_id},
            query={"role": role, "page": page, "per_page": per_page},
        )

    @deprecated(
        "Remove a device from the mesh network that it is in: the Cloud API has deprecated it"
    )
    async def remove_device_from_any(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok:
        """Remove a device from the mesh network that it is in.

        Takes a device out of its mesh network, whichever that is.

        Deprecated: the current official SDK has dropped mesh networks.

        Args:
            device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
                devices show it, and never changes, unlike the device's name.

        Examples:
            >>> await particle.networks.remove_device_from_any("0123456789abcdef01234567")

        Cloud API: removeMeshNetworkDevice, DELETE /v1/devices/{deviceId}/network.
        """
        return await self._call(
            REMOVE_MESH_NETWORK_DEVICE, options, Ok, path={"device_id": device_id}
        )

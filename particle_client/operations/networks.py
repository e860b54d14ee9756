# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `networks`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_MESH_NETWORK",
    "GET_MESH_NETWORK",
    "LIST_MESH_NETWORKS",
    "LIST_MESH_NETWORK_DEVICES",
    "REMOVE_MESH_NETWORK",
    "REMOVE_MESH_NETWORK_DEVICE",
    "UPDATE_MESH_NETWORK",
]

LIST_MESH_NETWORKS = Operation(
    "listMeshNetworks",
    "GET",
    "/v1/networks",
    pagination=Pagination("items", page="page", bare=True),
)
CREATE_MESH_NETWORK = Operation("createMeshNetwork", "POST", "/v1/networks")
GET_MESH_NETWORK = Operation("getMeshNetwork", "GET", "/v1/networks/{networkId}")
UPDATE_MESH_NETWORK = Operation("updateMeshNetwork", "PUT", "/v1/networks/{networkId}")
REMOVE_MESH_NETWORK = Operation("removeMeshNetwork", "DELETE", "/v1/networks/{networkId}")
LIST_MESH_NETWORK_DEVICES = Operation(
    "listMeshNetworkDevices",
    "GET",
    "/v1/networks/{networkId}/devices",
    pagination=Pagination("items", page="page", bare=True),
)
REMOVE_MESH_NETWORK_DEVICE = Operation(
    "removeMeshNetworkDevice", "DELETE", "/v1/devices/{deviceId}/network"
)

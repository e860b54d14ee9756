"""Firmware, Device OS and libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, bytes_of, drop_unset, in_query, sources, truth, wanted

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.firmware import ProductFirmwareBinaries

__all__ = ["CALLS"]


def firmware(client: Particle, args: Args) -> ProductFirmwareBinaries:
    return client.product(args["product"]).firmware


def compile_code(client: Particle, args: Args) -> object:
    return client.firmware.compile(
        sources(args),
        **drop_unset(args, platform_id="platformId"),
        **wanted(args, target_version="targetVersion"),
    )


def upload_product_firmware(client: Particle, args: Args) -> object:
    return firmware(client, args).upload(
        bytes_of(args["file"]),
        args["version"],
        args["title"],
        **drop_unset(args, description="description"),
    )


def update_product_firmware(client: Particle, args: Args) -> object:
    options = drop_unset(args, title="title", description="description")
    return firmware(client, args).update(args["version"], **options)


def release_product_firmware(client: Particle, args: Args) -> object:
    options = drop_unset(
        args, product_default="product_default", groups="groups", intelligent="intelligent"
    )
    if isinstance(options.get("groups"), str):
        options["groups"] = [options["groups"]]
    if not options.get("groups") and not options.get("product_default"):
        options["product_default"] = True  # without a target, nothing is sent
    return firmware(client, args).release(args["version"], **options)


def list_device_os_versions(client: Particle, args: Args) -> object:
    options = in_query(
        args,
        platform_id="platformId",
        internal_version="internalVersion",
        page="page",
        per_page="perPage",
    )
    return client.device_os.list_versions(**options)


def list_libraries(client: Particle, args: Args) -> object:
    options = in_query(
        args,
        page="page",
        limit="limit",
        filter="filter",
        sort="sort",
        category="category",
        scope="scope",
        architectures="architectures",
        exclude_scopes="excludeScopes",
    )
    return client.libraries.list(**options)


CALLS: dict[str, Call] = {
    "listBuildTargets": lambda client, args: client.firmware.list_build_targets(
        **truth(args, featured="onlyFeatured")
    ),
    "compileCode": compile_code,
    "downloadFirmwareBinary": lambda client, args: client.firmware.download(args["binaryId"]),
    "listProductFirmware": lambda client, args: firmware(client, args).list(),
    "uploadProductFirmware": upload_product_firmware,
    "getProductFirmware": lambda client, args: firmware(client, args).get(args["version"]),
    "updateProductFirmware": update_product_firmware,
    "downloadProductFirmware": lambda client, args: firmware(client, args).download(
        args["version"]
    ),
    "releaseProductFirmware": release_product_firmware,
    "listDeviceOsVersions": list_device_os_versions,
    "getDeviceOsVersion": lambda client, args: client.device_os.get_version(
        args["version"], **wanted(args, platform_id="platformId")
    ),
    "listLibraries": list_libraries,
    "getLibrary": lambda client, args: client.libraries.get(
        args["name"], **in_query(args, version="version")
    ),
    "getLibraryVersions": lambda client, args: client.libraries.get_versions(
        args["name"], **in_query(args, page="page", limit="limit")
    ),
    "contributeLibrary": lambda client, args: client.libraries.contribute(
        bytes_of(args["archive"])
    ),
    "publishLibrary": lambda client, args: client.libraries.publish(args["name"]),
    "deleteLibrary": lambda client, args: client.libraries.delete(
        args["name"], **drop_unset(args, force="force")
    ),
}

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `firmware`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "COMPILE_FIRMWARE",
    "DELETE_PRODUCT_FIRMWARE",
    "DOWNLOAD_FIRMWARE",
    "DOWNLOAD_PRODUCT_FIRMWARE",
    "GET_PRODUCT_FIRMWARE",
    "LIST_BUILD_TARGETS",
    "LIST_PRODUCT_FIRMWARE",
    "RELEASE_PRODUCT_FIRMWARE",
    "UPDATE_PRODUCT_FIRMWARE",
    "UPLOAD_PRODUCT_FIRMWARE",
]

LIST_BUILD_TARGETS = Operation("listBuildTargets", "GET", "/v1/build_targets", auth="optional")
COMPILE_FIRMWARE = Operation("compileFirmware", "POST", "/v1/binaries", timeout=120.0)
DOWNLOAD_FIRMWARE = Operation("downloadFirmware", "GET", "/v1/binaries/{binaryId}")
LIST_PRODUCT_FIRMWARE = Operation(
    "listProductFirmware", "GET", "/v1/products/{productIdOrSlug}/firmware"
)
UPLOAD_PRODUCT_FIRMWARE = Operation(
    "uploadProductFirmware", "POST", "/v1/products/{productIdOrSlug}/firmware", timeout=120.0
)
RELEASE_PRODUCT_FIRMWARE = Operation(
    "releaseProductFirmware", "PUT", "/v1/products/{productIdOrSlug}/firmware/release"
)
GET_PRODUCT_FIRMWARE = Operation(
    "getProductFirmware", "GET", "/v1/products/{productIdOrSlug}/firmware/{version}"
)
UPDATE_PRODUCT_FIRMWARE = Operation(
    "updateProductFirmware", "PUT", "/v1/products/{productIdOrSlug}/firmware/{version}"
)
DELETE_PRODUCT_FIRMWARE = Operation(
    "deleteProductFirmware", "DELETE", "/v1/products/{productIdOrSlug}/firmware/{version}"
)
DOWNLOAD_PRODUCT_FIRMWARE = Operation(
    "downloadProductFirmware", "GET", "/v1/products/{productIdOrSlug}/firmware/{version}/binary"
)

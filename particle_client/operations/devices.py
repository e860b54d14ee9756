# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `devices`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "ASSIGN_PRODUCT_DEVICE_GROUPS",
    "CALL_FUNCTION",
    "CLAIM_DEVICE",
    "CREATE_CLAIM_CODE",
    "CREATE_PRODUCT_REGISTRATION_CODE",
    "DOWNLOAD_MANUFACTURING_BACKUP",
    "GET_DEVICE",
    "GET_PRODUCT_DEVICE_DOCUMENT",
    "GET_VARIABLE",
    "IMPORT_PRODUCT_DEVICES",
    "IMPORT_PRODUCT_DEVICES_IMPORT_FILE",
    "LIST_DEVICES",
    "LIST_PRODUCT_DEVICES",
    "PATCH_PRODUCT_DEVICE_DOCUMENT",
    "PING_DEVICE",
    "REMOVE_PRODUCT_DEVICE",
    "SEND_PUBLIC_KEY",
    "SET_PRODUCT_DEVICE_TARGET_PROFILE",
    "UNCLAIM_DEVICE",
    "UNCLAIM_PRODUCT_DEVICE",
    "UNPROTECT_DEVICE",
    "UPDATE_DEVICE",
    "UPDATE_DEVICE_FLASH",
    "UPDATE_DEVICE_FLASH_TINKER",
    "UPDATE_PRODUCT_DEVICE",
    "UPDATE_PRODUCT_DEVICE_FLASH",
    "UPDATE_PRODUCT_DEVICE_LOCK_FIRMWARE",
    "UPDATE_PRODUCT_DEVICE_UPDATE",
]

LIST_DEVICES = Operation("listDevices", "GET", "/v1/devices")
CLAIM_DEVICE = Operation("claimDevice", "POST", "/v1/devices")
CREATE_CLAIM_CODE = Operation("createClaimCode", "POST", "{scope}/device_claims")
GET_DEVICE = Operation("getDevice", "GET", "{scope}/devices/{deviceId}")
UPDATE_DEVICE = Operation("updateDevice", "PUT", "/v1/devices/{deviceId}")
UPDATE_DEVICE_FLASH_TINKER = Operation(
    "updateDevice", "PUT", "/v1/devices/{deviceId}", idempotent=False
)
UPDATE_DEVICE_FLASH = Operation(
    "updateDevice", "PUT", "/v1/devices/{deviceId}", idempotent=False, timeout=120.0
)
UNCLAIM_DEVICE = Operation("unclaimDevice", "DELETE", "/v1/devices/{deviceId}")
UPDATE_PRODUCT_DEVICE = Operation(
    "updateProductDevice", "PUT", "/v1/products/{productIdOrSlug}/devices/{deviceId}"
)
UPDATE_PRODUCT_DEVICE_UPDATE = Operation(
    "updateProductDevice",
    "PUT",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}",
    idempotent=False,
)
UPDATE_PRODUCT_DEVICE_LOCK_FIRMWARE = Operation(
    "updateProductDevice",
    "PUT",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}",
    idempotent=False,
)
UPDATE_PRODUCT_DEVICE_FLASH = Operation(
    "updateProductDevice",
    "PUT",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}",
    idempotent=False,
    timeout=120.0,
)
REMOVE_PRODUCT_DEVICE = Operation(
    "removeProductDevice", "DELETE", "/v1/products/{productIdOrSlug}/devices/{deviceId}"
)
LIST_PRODUCT_DEVICES = Operation(
    "listProductDevices",
    "GET",
    "/v1/products/{productIdOrSlug}/devices",
    pagination=Pagination(
        "devices", page="page", total_pages="meta.total_pages", total="meta.total"
    ),
)
ASSIGN_PRODUCT_DEVICE_GROUPS = Operation(
    "assignProductDeviceGroups", "PUT", "/v1/products/{productIdOrSlug}/devices"
)
IMPORT_PRODUCT_DEVICES = Operation(
    "importProductDevices", "POST", "/v1/products/{productIdOrSlug}/devices"
)
IMPORT_PRODUCT_DEVICES_IMPORT_FILE = Operation(
    "importProductDevices", "POST", "/v1/products/{productIdOrSlug}/devices", timeout=120.0
)
UNCLAIM_PRODUCT_DEVICE = Operation(
    "unclaimProductDevice", "DELETE", "/v1/products/{productIdOrSlug}/devices/{deviceId}/owner"
)
PING_DEVICE = Operation("pingDevice", "PUT", "{scope}/devices/{deviceId}/ping")
UNPROTECT_DEVICE = Operation(
    "unprotectDevice", "PUT", "{scope}/devices/{deviceId}/unprotect", idempotent=False
)
GET_VARIABLE = Operation("getVariable", "GET", "{scope}/devices/{deviceId}/{name}")
CALL_FUNCTION = Operation("callFunction", "POST", "{scope}/devices/{deviceId}/{name}")
DOWNLOAD_MANUFACTURING_BACKUP = Operation(
    "downloadManufacturingBackup", "PUT", "/v1/devices/{deviceId}/backup_files", timeout=120.0
)
SEND_PUBLIC_KEY = Operation("sendPublicKey", "POST", "/v1/provisioning/{deviceId}")
GET_PRODUCT_DEVICE_DOCUMENT = Operation(
    "getProductDeviceDocument",
    "GET",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}",
)
PATCH_PRODUCT_DEVICE_DOCUMENT = Operation(
    "patchProductDeviceDocument",
    "PATCH",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}/docs/{docName}",
)
SET_PRODUCT_DEVICE_TARGET_PROFILE = Operation(
    "setProductDeviceTargetProfile",
    "PUT",
    "/v1/products/{productIdOrSlug}/devices/{deviceId}/target_profile",
)
CREATE_PRODUCT_REGISTRATION_CODE = Operation(
    "createProductRegistrationCode", "POST", "/v1/products/{productIdOrSlug}/registration_code"
)

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `config`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "DELETE_PRODUCT_CONFIG_SCHEMA",
    "DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA",
    "GET_PRODUCT_CONFIG",
    "GET_PRODUCT_DEVICE_CONFIG",
    "SET_PRODUCT_CONFIG",
    "SET_PRODUCT_DEVICE_CONFIG",
]

GET_PRODUCT_CONFIG = Operation("getProductConfig", "GET", "/v1/products/{productIdOrSlug}/config")
SET_PRODUCT_CONFIG = Operation("setProductConfig", "PUT", "/v1/products/{productIdOrSlug}/config")
DELETE_PRODUCT_CONFIG_SCHEMA = Operation(
    "deleteProductConfigSchema", "DELETE", "/v1/products/{productIdOrSlug}/config"
)
GET_PRODUCT_DEVICE_CONFIG = Operation(
    "getProductDeviceConfig", "GET", "/v1/products/{productIdOrSlug}/config/{deviceId}"
)
SET_PRODUCT_DEVICE_CONFIG = Operation(
    "setProductDeviceConfig", "PUT", "/v1/products/{productIdOrSlug}/config/{deviceId}"
)
DELETE_PRODUCT_DEVICE_CONFIG_SCHEMA = Operation(
    "deleteProductDeviceConfigSchema", "DELETE", "/v1/products/{productIdOrSlug}/config/{deviceId}"
)

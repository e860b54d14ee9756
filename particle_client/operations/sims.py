# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `sims`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CHECK_SIM",
    "GET_PRODUCT_FLEET_DATA_USAGE",
    "GET_SIM",
    "GET_SIM_DATA_USAGE",
    "GET_SIM_STATUS",
    "IMPORT_PRODUCT_SIMS",
    "IMPORT_PRODUCT_SIMS_IMPORT_FILE",
    "LIST_PRODUCT_SIMS",
    "LIST_SIMS",
    "REMOVE_SIM",
    "UPDATE_PRODUCT_SIM",
    "UPDATE_SIM",
    "UPDATE_SIM_ACTIVATE",
]

LIST_SIMS = Operation("listSims", "GET", "/v1/sims", pagination=Pagination("sims", bare=True))
LIST_PRODUCT_SIMS = Operation(
    "listProductSims",
    "GET",
    "/v1/products/{productIdOrSlug}/sims",
    pagination=Pagination(
        "sims",
        page="page",
        total_pages="meta.total_pages",
        total="meta.total",
        identity="_id",
        bare=True,
    ),
)
IMPORT_PRODUCT_SIMS = Operation("importProductSims", "POST", "/v1/products/{productIdOrSlug}/sims")
IMPORT_PRODUCT_SIMS_IMPORT_FILE = Operation(
    "importProductSims", "POST", "/v1/products/{productIdOrSlug}/sims", timeout=120.0
)
GET_PRODUCT_FLEET_DATA_USAGE = Operation(
    "getProductFleetDataUsage", "GET", "/v1/products/{productIdOrSlug}/sims/data_usage"
)
GET_SIM = Operation("getSim", "GET", "/v1/sims/{iccid}")
UPDATE_SIM = Operation("updateSim", "PUT", "/v1/sims/{iccid}")
UPDATE_SIM_ACTIVATE = Operation("updateSim", "PUT", "/v1/sims/{iccid}", idempotent=False)
REMOVE_SIM = Operation("removeSim", "DELETE", "{scope}/sims/{iccid}")
CHECK_SIM = Operation("checkSim", "HEAD", "/v1/sims/{iccid}")
UPDATE_PRODUCT_SIM = Operation(
    "updateProductSim", "PUT", "/v1/products/{productIdOrSlug}/sims/{iccid}"
)
GET_SIM_DATA_USAGE = Operation("getSimDataUsage", "GET", "{scope}/sims/{iccid}/data_usage")
GET_SIM_STATUS = Operation("getSimStatus", "GET", "{scope}/sims/{iccid}/status")

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `integrations`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "CREATE_INTEGRATION",
    "DELETE_INTEGRATION",
    "GET_INTEGRATION",
    "LIST_INTEGRATIONS",
    "TEST_INTEGRATION",
    "UPDATE_INTEGRATION",
]

LIST_INTEGRATIONS = Operation("listIntegrations", "GET", "{scope}/integrations")
CREATE_INTEGRATION = Operation("createIntegration", "POST", "{scope}/integrations")
GET_INTEGRATION = Operation("getIntegration", "GET", "{scope}/integrations/{integrationId}")
UPDATE_INTEGRATION = Operation("updateIntegration", "PUT", "{scope}/integrations/{integrationId}")
DELETE_INTEGRATION = Operation(
    "deleteIntegration", "DELETE", "{scope}/integrations/{integrationId}"
)
TEST_INTEGRATION = Operation("testIntegration", "POST", "{scope}/integrations/{integrationId}/test")

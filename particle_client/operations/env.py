# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `env`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = [
    "DELETE_DEVICE_ENV_VAR",
    "DELETE_ENV_VAR",
    "LIST_DEVICE_ENV_VARS",
    "LIST_ENV_VARS",
    "RENDER_DEVICE_ENV_VARS",
    "RENDER_ENV_VARS",
    "REVIEW_DEVICE_ENV_VARS_ROLLOUT",
    "REVIEW_ENV_VARS_ROLLOUT",
    "SET_DEVICE_ENV_VAR",
    "SET_ENV_VAR",
    "START_DEVICE_ENV_VARS_ROLLOUT",
    "START_ENV_VARS_ROLLOUT",
    "UPDATE_DEVICE_ENV_VARS",
    "UPDATE_ENV_VARS",
]

LIST_ENV_VARS = Operation("listEnvVars", "GET", "{scope}/env")
UPDATE_ENV_VARS = Operation("updateEnvVars", "PATCH", "{scope}/env")
RENDER_ENV_VARS = Operation("renderEnvVars", "GET", "{scope}/env/render")
REVIEW_ENV_VARS_ROLLOUT = Operation("reviewEnvVarsRollout", "GET", "{scope}/env/rollout")
START_ENV_VARS_ROLLOUT = Operation("startEnvVarsRollout", "POST", "{scope}/env/rollout")
LIST_DEVICE_ENV_VARS = Operation("listDeviceEnvVars", "GET", "/v1/env/{name}")
SET_ENV_VAR = Operation("setEnvVar", "PUT", "{scope}/env/{name}")
DELETE_ENV_VAR = Operation("deleteEnvVar", "DELETE", "{scope}/env/{name}")
UPDATE_DEVICE_ENV_VARS = Operation("updateDeviceEnvVars", "PATCH", "/v1/env/{name}")
RENDER_DEVICE_ENV_VARS = Operation("renderDeviceEnvVars", "GET", "/v1/env/{deviceId}/render")
REVIEW_DEVICE_ENV_VARS_ROLLOUT = Operation(
    "reviewDeviceEnvVarsRollout", "GET", "/v1/env/{deviceId}/rollout"
)
START_DEVICE_ENV_VARS_ROLLOUT = Operation(
    "startDeviceEnvVarsRollout", "POST", "/v1/env/{deviceId}/rollout"
)
SET_DEVICE_ENV_VAR = Operation("setDeviceEnvVar", "PUT", "/v1/env/{deviceId}/{key}")
DELETE_DEVICE_ENV_VAR = Operation("deleteDeviceEnvVar", "DELETE", "/v1/env/{deviceId}/{key}")

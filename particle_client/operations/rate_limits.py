# Generated from openapi/ by `make generate`. Do not edit.
"""The cloud's rate limits, as the arguments of `Limit`."""

from __future__ import annotations

from typing import Literal

RATE_LIMITS: tuple[tuple[str, int, int, tuple[str, ...], Literal["address", "account"]], ...] = (
    ("requests", 10000, 300, (), "address"),
    ("create-token", 100, 300, ("POST /oauth/token",), "address"),
    ("list-tokens", 100, 300, ("GET /v1/access_tokens",), "address"),
    ("delete-token", 100, 300, ("DELETE /v1/access_tokens/{token}",), "address"),
    ("create-user", 100, 300, ("POST /v1/users",), "address"),
    ("delete-user", 100, 300, ("DELETE /v1/user",), "address"),
    ("request-password-reset", 100, 300, ("POST /v1/user/password-reset",), "address"),
    ("reset-password", 100, 300, ("PUT /v1/user/password-reset",), "address"),
    (
        "event-streams",
        100,
        300,
        (
            "GET /v1/events",
            "GET /v1/events/{eventPrefix}",
            "GET /v1/devices/events",
            "GET /v1/devices/events/{eventPrefix}",
            "GET /v1/devices/{deviceId}/events",
            "GET /v1/devices/{deviceId}/events/{eventPrefix}",
            "GET /v1/products/{productIdOrSlug}/events",
            "GET /v1/products/{productIdOrSlug}/events/{eventPrefix}",
            "GET /v1/products/{productIdOrSlug}/devices/{deviceId}/events",
            "GET /v1/products/{productIdOrSlug}/devices/{deviceId}/events/{eventPrefix}",
            "GET /v1/orgs/{orgIdOrSlug}/events",
            "GET /v1/orgs/{orgIdOrSlug}/events/{eventPrefix}",
            "GET /v1/orgs/{orgIdOrSlug}/devices/{deviceId}/events",
            "GET /v1/orgs/{orgIdOrSlug}/products/{productIdOrSlug}/events/{eventPrefix}",
            "GET /v1/orgs/{org}/devices/{deviceId}/events/{prefix}",
            "GET /v1/orgs/products/{product}/events",
            "GET /v1/orgs/products/{product}/events/{prefix}",
            "GET /v1/orgs/{org}/products/{product}/events",
            "GET /v1/orgs/{org}/products/{product}/devices/{deviceId}/events",
            "GET /v1/orgs/{org}/products/{product}/devices/{deviceId}/events/{prefix}",
        ),
        "address",
    ),
    ("serial-numbers", 50, 3600, ("GET /v1/serial_numbers/{serial_number}",), "account"),
)

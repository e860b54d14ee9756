"""Sample arguments, which look like what the document shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from particle_client import EventStream

__all__ = [
    "DEVICE",
    "ICCID",
    "INTEGRATION",
    "OPS",
    "ORG",
    "PASSWORD",
    "PRODUCT",
    "PUBLIC_KEY",
    "SOURCE",
    "USER",
    "opened",
]

DEVICE = "0123456789abcdef01234567"
ICCID = "8934076500002589174"
INTEGRATION: dict[str, Any] = {
    "integration_type": "Webhook",
    "event": "temperature",
    "url": "https://example.com/hook",
    "requestType": "POST",
}
OPS: list[dict[str, Any]] = [
    {"op": "Set", "key": "FOO", "value": "bar"},
    {"op": "Unset", "key": "OLD"},
]
ORG = "my-org"
PASSWORD = "correct horse"
PRODUCT = "my-product"
PUBLIC_KEY = "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n"
SOURCE: dict[str, Any] = {"type": "JavaScript", "code": "export default () => 1"}
USER = "user@example.com"


def opened(stream: EventStream) -> EventStream:
    """Open a stream and close it."""
    with stream:
        pass
    return stream

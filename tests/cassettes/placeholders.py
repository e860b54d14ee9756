"""Secrets by the names of their fields, and what stands in a cassette instead of them."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import parse_qsl, urlencode

__all__ = ["ACCESS_TOKEN", "MFA_TOKEN", "PASSWORD", "PLACEHOLDERS", "scrub", "scrub_form"]

ACCESS_TOKEN = "ACCESS-TOKEN"
MFA_TOKEN = "MFA-TOKEN"
PASSWORD = "PASSWORD"

PLACEHOLDERS = {
    "access_token": ACCESS_TOKEN,
    "claim_code": "CLAIM-CODE",
    "client_secret": "CLIENT-SECRET",
    "current_password": PASSWORD,
    "mfa_token": MFA_TOKEN,
    "mobile_secret": "MOBILE-SECRET",
    "otp": "OTP",
    "password": PASSWORD,
    "qr_url": "QR-URL",
    "refresh_token": "REFRESH-TOKEN",
    "secret": "SECRET",
    "token": ACCESS_TOKEN,
    "tokens": ACCESS_TOKEN,
}


def scrub(value: Any, name: str = "") -> Any:
    """Return JSON with placeholders for its secrets; the rest stays as it is."""
    if isinstance(value, dict):
        return {key: scrub(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [scrub(item, name) for item in value]
    if isinstance(value, str):
        return PLACEHOLDERS.get(name, value)
    return value


def scrub_form(body: str) -> str:
    """Return a form-encoded body, or a query, with placeholders for its secrets."""
    pairs = parse_qsl(body, keep_blank_values=True)
    return urlencode([(name, PLACEHOLDERS.get(name, value)) for name, value in pairs])


def scrub_path(path: str) -> str:
    """Return a path with a placeholder for the one secret that paths hold: a token to revoke."""
    return re.sub(r"(/access_tokens/)(?!current$)[^/]+$", rf"\g<1>{ACCESS_TOKEN}", path)


def secrets_in(value: Any, name: str = "") -> list[str]:
    """List the places in JSON where a secret stands that is no placeholder."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in secrets_in(item, key)]
    if isinstance(value, list):
        return [line for item in value for line in secrets_in(item, name)]
    if isinstance(value, str) and value != PLACEHOLDERS.get(name, value):
        return [f"{name}: {value}"]
    return []


_LOOKS_SECRET = re.compile(
    r"\b[0-9a-f]{32,}\b"  # access and refresh tokens
    r"|\beyJ[\w-]{8,}"  # JSON web tokens
    rf"|\bBearer (?!{ACCESS_TOKEN}\b)\S+"
    r"|\bBasic \S+"
)


def suspicious_texts(text: str) -> list[str]:
    """List what looks like a secret in any text."""
    return [match[0] for match in _LOOKS_SECRET.finditer(text)]


def read_body(content_type: str, body: str) -> Any:
    """Return what a body says by names: JSON as it is, a form as a mapping; None for others."""
    if content_type.startswith("application/json"):
        return json.loads(body) if body else None
    if content_type.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(body, keep_blank_values=True))
    return None

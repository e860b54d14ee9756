"""An access token and how long it lives."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

from attrs import define, field
from attrs.converters import optional

from ..base.errors import ConfigurationError
from ..base.response import ResponseDecodeError
from ..base.secrets import Secret, SecretDict
from ..calls.credentials import checked_token

if TYPE_CHECKING:
    from ..base.response import Response

_LONGEST_LEEWAY = 300.0


def _to_token(value: Any) -> Secret:
    return Secret(checked_token(value))


def _to_refresh_token(value: Any) -> Secret | None:
    return Secret(value) if value and isinstance(value, str) else None


@define(eq=False)
class Token:
    """An access token with what came with it. Times are in seconds since 1970.

    Attributes:
        value: The access token.
        expires_at: When it expires; None for never.
        lifetime: How many seconds it lives in all; None for ever.
        refresh_token: What a new one can be had for, if there is such a thing.
    """

    value: Secret = field(converter=_to_token)
    expires_at: float | None = field(default=None, kw_only=True, converter=optional(float))
    lifetime: float | None = field(default=None, kw_only=True, converter=optional(float))
    refresh_token: Secret | None = field(default=None, kw_only=True, converter=_to_refresh_token)

    def is_expired(self, now: float) -> bool:
        """Whether the cloud takes it no longer."""
        return self.expires_at is not None and now >= self.expires_at

    def renew_at(self, leeway: float | None) -> float:
        """Return when it is time for another one.

        Args:
            leeway: Seconds before it expires; by default 5 minutes, or a tenth of a short life.
                Never more than half of it: a token must be good for something.
        """
        if self.expires_at is None:
            return math.inf
        life = self.lifetime or 0.0
        return self.expires_at - (
            min(_LONGEST_LEEWAY, life / 10) if leeway is None else min(leeway, life / 2)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the token for a store: as JSON, with its secrets."""
        return {
            "access_token": str(self.value),
            "expires_at": self.expires_at,
            "lifetime": self.lifetime,
            "refresh_token": None if self.refresh_token is None else str(self.refresh_token),
        }

    @classmethod
    def from_dict(cls, data: Any) -> Token:
        """Read what `to_dict` returned. ValueError for anything else, which isn't shown."""
        try:
            fields = dict(data)
            return cls(fields.pop("access_token"), **fields)
        except (LookupError, TypeError, ValueError):
            raise ValueError("not a token") from None

    @classmethod
    def from_response(cls, response: Response[Any], now: float) -> Token:
        """Read the response to a login; ResponseDecodeError if it holds no access token."""
        json = response.json()
        fields = SecretDict(cast("dict[str, Any]", json) if isinstance(json, dict) else {})
        lifetime = _lifetime(fields.get("expires_in"))
        try:
            return cls(
                fields.get("access_token"),
                expires_at=None if lifetime is None else now + lifetime,
                lifetime=lifetime,
                refresh_token=fields.get("refresh_token"),
            )
        except (TypeError, ConfigurationError):
            detail = "but the response holds no usable access token"
            raise ResponseDecodeError(detail, response) from None


def _lifetime(expires_in: Any) -> float | None:
    """Return the seconds of `expires_in`, a number or text; None for ever."""
    try:
        seconds = float(expires_in)
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds < 1e15 else None

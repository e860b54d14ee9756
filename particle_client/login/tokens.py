"""An access token and how long it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..base.errors import ConfigurationError
from ..base.response import ResponseDecodeError
from ..base.secrets import Secret, SecretDict
from ..calls.credentials import checked_token

if TYPE_CHECKING:
    from ..base.response import Response

__all__ = ["Secret", "Token"]

_LONGEST_LEEWAY = 300.0


class Token:
    """An access token with what came with it. Times are in seconds since 1970.

    Attributes:
        value: The access token.
        expires_at: When it expires; None for never.
        lifetime: How many seconds it lives in all; None for ever.
        refresh_token: What a new one can be had for, if there is such a thing.
    """

    __slots__ = ("expires_at", "lifetime", "refresh_token", "value")

    def __init__(
        self,
        value: str,
        *,
        expires_at: float | None = None,
        lifetime: float | None = None,
        refresh_token: str | None = None,
    ) -> None:
        self.expires_at = expires_at
        self.lifetime = lifetime
        self.value = Secret(checked_token(value))
        self.refresh_token = Secret(refresh_token) if refresh_token else None

    def is_expired(self, now: float) -> bool:
        """Whether the cloud takes it no longer."""
        return self.expires_at is not None and now >= self.expires_at

    def is_due(self, now: float, leeway: float | None) -> bool:
        """Whether it is time for another one.

        Args:
            leeway: Seconds before it expires; by default 5 minutes, or a tenth of a short life.
                Never more than half of it: a token must be good for something.
        """
        if self.expires_at is None:
            return False
        life = self.lifetime or 0.0
        early = min(_LONGEST_LEEWAY, life / 10) if leeway is None else min(leeway, life / 2)
        return now >= self.expires_at - early

    def to_dict(self) -> dict[str, Any]:
        """Give it for a store: as JSON, with the secrets."""
        return {
            "access_token": str(self.value),
            "expires_at": self.expires_at,
            "lifetime": self.lifetime,
            "refresh_token": None if self.refresh_token is None else str(self.refresh_token),
        }

    @classmethod
    def from_dict(cls, data: object) -> Token:
        """Read what `to_dict` gave. ValueError for anything else, which isn't shown."""
        fields = _fields(data)
        refresh_token = fields.get("refresh_token")
        expires_at, lifetime = fields.get("expires_at"), fields.get("lifetime")
        if not (
            _is_usable(fields.get("access_token"))
            and isinstance(refresh_token, str | None)
            and _is_time(expires_at)
            and _is_time(lifetime)
        ):
            raise ValueError("not a token")
        return cls(
            fields["access_token"],
            expires_at=expires_at,
            lifetime=lifetime,
            refresh_token=refresh_token,
        )

    @classmethod
    def from_answer(cls, response: Response[Any], now: float) -> Token:
        """Read the response to a login."""
        fields = _fields(response.json())
        if not _is_usable(fields.get("access_token")):
            raise ResponseDecodeError("but the response holds no usable access token", response)
        lifetime = _seconds(fields.get("expires_in"))
        refresh_token = fields.get("refresh_token")
        return cls(
            fields["access_token"],
            expires_at=None if lifetime is None else now + lifetime,
            lifetime=lifetime,
            refresh_token=refresh_token if isinstance(refresh_token, str) else None,
        )

    def __repr__(self) -> str:
        return f"<Token expires_at={self.expires_at}>"


def _fields(json: object) -> dict[str, Any]:
    return SecretDict(cast("dict[str, Any]", json) if isinstance(json, dict) else {})


def _is_usable(token: object) -> bool:
    try:
        checked_token(token)
    except (TypeError, ConfigurationError):
        return False
    return True


def _is_time(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _seconds(value: object) -> float | None:
    """Give `expires_in`, which comes as a number or as text; None for ever."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 16:
        value = int(value)
    if not isinstance(value, int | float) or not 0 < value < 1e15:
        return None
    return float(value)

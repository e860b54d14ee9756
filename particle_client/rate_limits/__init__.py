"""Staying under the cloud's rate limits: in one process, or in many that share Redis."""

from __future__ import annotations

from .limiter import RateLimiter
from .limits import DOCUMENTED_LIMITS, Limit

__all__ = ["DOCUMENTED_LIMITS", "Limit", "RateLimiter"]

"""A typed client for the Particle Device Cloud.

    from particle_client import Particle

    with Particle(access_token="…") as particle:
        for device in particle.devices.list():
            print(device.name, device.online)

Importing this package imports nothing else: each name below is loaded when it is first used.
"""

from __future__ import annotations

from .base.version import __version__

# As in typing, which would take longer to import than all of this. It isn't written as False, since
# there are editors that would believe it and complete none of the names below.
TYPE_CHECKING = bool()  # noqa: UP018
if TYPE_CHECKING:
    from typing import Any

    from .async_client import AsyncParticle
    from .base.request import Request, Timeout
    from .base.response import Response
    from .base.unset import UNSET, Unset
    from .calls.async_page import AsyncPage
    from .calls.operation import Operation
    from .calls.options import RequestOptions
    from .calls.page import Page
    from .calls.retries import RetryAttempt, RetryPolicy
    from .client import Particle
    from .downloads import AsyncDownload, Download
    from .errors import (
        APIConnectionError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        BadRequestError,
        CompileError,
        ConfigurationError,
        ConflictError,
        DownloadError,
        FlashError,
        FlashTimeoutError,
        InternalServerError,
        InvalidCredentialsError,
        MFARequiredError,
        NotFoundError,
        ParticleError,
        PayloadTooLargeError,
        PermissionDeniedError,
        RateLimitError,
        RateLimiterUnavailableError,
        RateLimitExceededError,
        RedirectError,
        RequestFailedError,
        RequestTimeoutError,
        ResponseDecodeError,
        ResponseError,
        ResponseValidationError,
        StreamClosedError,
        StreamError,
        StreamFormatError,
        StreamLimitError,
        StreamReconnectError,
        StreamTimeoutError,
        UnprocessableEntityError,
    )
    from .events import AsyncEventStream, Event, EventStream, Gap
    from .firmware.flashing import FlashResult
    from .login import (
        ClientCredentialsLogin,
        FileTokenStore,
        KeyringTokenStore,
        PasswordLogin,
        RefreshTokenLogin,
        TokenProvider,
    )
    from .methods.fleet import DeviceResult
    from .rate_limits import Limit, RateLimiter

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncDownload",
    "AsyncEventStream",
    "AsyncPage",
    "AsyncParticle",
    "AuthenticationError",
    "BadRequestError",
    "ClientCredentialsLogin",
    "CompileError",
    "ConfigurationError",
    "ConflictError",
    "DeviceResult",
    "Download",
    "DownloadError",
    "Event",
    "EventStream",
    "FileTokenStore",
    "FlashError",
    "FlashResult",
    "FlashTimeoutError",
    "Gap",
    "InternalServerError",
    "InvalidCredentialsError",
    "KeyringTokenStore",
    "Limit",
    "MFARequiredError",
    "NotFoundError",
    "Operation",
    "Page",
    "Particle",
    "ParticleError",
    "PasswordLogin",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimitError",
    "RateLimitExceededError",
    "RateLimiter",
    "RateLimiterUnavailableError",
    "RedirectError",
    "RefreshTokenLogin",
    "Request",
    "RequestFailedError",
    "RequestOptions",
    "RequestTimeoutError",
    "Response",
    "ResponseDecodeError",
    "ResponseError",
    "ResponseValidationError",
    "RetryAttempt",
    "RetryPolicy",
    "StreamClosedError",
    "StreamError",
    "StreamFormatError",
    "StreamLimitError",
    "StreamReconnectError",
    "StreamTimeoutError",
    "Timeout",
    "TokenProvider",
    "UnprocessableEntityError",
    "Unset",
    "__version__",
]

# What isn't here is in `errors`.
_MODULES = {
    "TokenProvider": "login",
    "PasswordLogin": "login",
    "ClientCredentialsLogin": "login",
    "RefreshTokenLogin": "login",
    "FileTokenStore": "login",
    "KeyringTokenStore": "login",
    "RateLimiter": "rate_limits",
    "Limit": "rate_limits",
    "DeviceResult": "methods.fleet",
    "FlashResult": "firmware.flashing",
    "Particle": "client",
    "AsyncParticle": "async_client",
    "Download": "downloads",
    "AsyncDownload": "downloads",
    "Event": "events",
    "Operation": "calls.operation",
    "Request": "base.request",
    "RequestOptions": "calls.options",
    "Timeout": "base.request",
    "Page": "calls.page",
    "AsyncPage": "calls.async_page",
    "Response": "base.response",
    "RetryAttempt": "calls.retries",
    "RetryPolicy": "calls.retries",
    "EventStream": "events",
    "AsyncEventStream": "events",
    "Gap": "events",
    "UNSET": "base.unset",
    "Unset": "base.unset",
}

if not TYPE_CHECKING:  # checkers shall see a name that is wrong

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = getattr(import_module(f".{_MODULES.get(name, 'errors')}", __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})

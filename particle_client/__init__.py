# Generated from openapi/ by `make generate`. Do not edit.
"""A typed client for the Particle Device Cloud.

    from particle_client import Particle

    with Particle(access_token="…") as particle:
        for device in particle.devices.list():
            print(device.name, device.online)

Importing this package imports nothing else: each name below is loaded when it is first used.
"""

from __future__ import annotations

from .base.version import __version__ as __version__

# As in typing, which would take longer to import than all of this. It isn't written as False, since
# there are editors that would believe it and complete none of the names below.
TYPE_CHECKING = bool()  # noqa: UP018
if TYPE_CHECKING:
    from typing import Any

    from .async_client import AsyncParticle as AsyncParticle
    from .base.request import Request as Request
    from .base.request import Timeout as Timeout
    from .base.response import Response as Response
    from .base.unset import UNSET as UNSET
    from .base.unset import Unset as Unset
    from .calls.async_page import AsyncPage as AsyncPage
    from .calls.operation import Operation as Operation
    from .calls.options import RequestOptions as RequestOptions
    from .calls.page import Page as Page
    from .calls.retries import RetryAttempt as RetryAttempt
    from .calls.retries import RetryPolicy as RetryPolicy
    from .client import Particle as Particle
    from .downloads import AsyncDownload as AsyncDownload
    from .downloads import Download as Download
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import CompileError as CompileError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import DeviceOfflineError as DeviceOfflineError
    from .errors import DeviceTimeoutError as DeviceTimeoutError
    from .errors import DownloadError as DownloadError
    from .errors import ErrorReason as ErrorReason
    from .errors import FlashError as FlashError
    from .errors import FlashTimeoutError as FlashTimeoutError
    from .errors import FunctionFailedError as FunctionFailedError
    from .errors import InternalServerError as InternalServerError
    from .errors import InvalidCredentialsError as InvalidCredentialsError
    from .errors import InvalidTokenError as InvalidTokenError
    from .errors import LimitReachedError as LimitReachedError
    from .errors import MFARequiredError as MFARequiredError
    from .errors import MissingScopeError as MissingScopeError
    from .errors import NameInUseError as NameInUseError
    from .errors import NotFoundError as NotFoundError
    from .errors import ParticleError as ParticleError
    from .errors import PayloadTooLargeError as PayloadTooLargeError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import RateLimitError as RateLimitError
    from .errors import RateLimiterUnavailableError as RateLimiterUnavailableError
    from .errors import RateLimitExceededError as RateLimitExceededError
    from .errors import RedirectError as RedirectError
    from .errors import RequestFailedError as RequestFailedError
    from .errors import RequestTimeoutError as RequestTimeoutError
    from .errors import ResponseDecodeError as ResponseDecodeError
    from .errors import ResponseError as ResponseError
    from .errors import ResponseValidationError as ResponseValidationError
    from .errors import StreamClosedError as StreamClosedError
    from .errors import StreamError as StreamError
    from .errors import StreamFormatError as StreamFormatError
    from .errors import StreamLimitError as StreamLimitError
    from .errors import StreamReconnectError as StreamReconnectError
    from .errors import StreamTimeoutError as StreamTimeoutError
    from .errors import UnknownDeviceError as UnknownDeviceError
    from .errors import UnknownFunctionError as UnknownFunctionError
    from .errors import UnknownProductError as UnknownProductError
    from .errors import UnknownVariableError as UnknownVariableError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .events import AsyncEventStream as AsyncEventStream
    from .events import Event as Event
    from .events import EventStream as EventStream
    from .events import Gap as Gap
    from .firmware.flashing import FlashResult as FlashResult
    from .login import ClientCredentialsLogin as ClientCredentialsLogin
    from .login import FileTokenStore as FileTokenStore
    from .login import KeyringTokenStore as KeyringTokenStore
    from .login import PasswordLogin as PasswordLogin
    from .login import RefreshTokenLogin as RefreshTokenLogin
    from .login import TokenProvider as TokenProvider
    from .methods.fleet import DeviceResult as DeviceResult
    from .rate_limits import Limit as Limit
    from .rate_limits import RateLimiter as RateLimiter
    from .schema.tables import load_ipython_extension as load_ipython_extension

# Where each name is.
_MODULES = {
    "AsyncParticle": "async_client",
    "Request": "base.request",
    "Timeout": "base.request",
    "Response": "base.response",
    "UNSET": "base.unset",
    "Unset": "base.unset",
    "AsyncPage": "calls.async_page",
    "Operation": "calls.operation",
    "RequestOptions": "calls.options",
    "Page": "calls.page",
    "RetryAttempt": "calls.retries",
    "RetryPolicy": "calls.retries",
    "Particle": "client",
    "AsyncDownload": "downloads",
    "Download": "downloads",
    "AsyncEventStream": "events",
    "Event": "events",
    "EventStream": "events",
    "Gap": "events",
    "FlashResult": "firmware.flashing",
    "ClientCredentialsLogin": "login",
    "FileTokenStore": "login",
    "KeyringTokenStore": "login",
    "PasswordLogin": "login",
    "RefreshTokenLogin": "login",
    "TokenProvider": "login",
    "DeviceResult": "methods.fleet",
    "Limit": "rate_limits",
    "RateLimiter": "rate_limits",
    "load_ipython_extension": "schema.tables",
    "APIConnectionError": "errors",
    "APIStatusError": "errors",
    "APITimeoutError": "errors",
    "AuthenticationError": "errors",
    "BadRequestError": "errors",
    "CompileError": "errors",
    "ConfigurationError": "errors",
    "ConflictError": "errors",
    "DeviceOfflineError": "errors",
    "DeviceTimeoutError": "errors",
    "DownloadError": "errors",
    "ErrorReason": "errors",
    "FlashError": "errors",
    "FlashTimeoutError": "errors",
    "FunctionFailedError": "errors",
    "InternalServerError": "errors",
    "InvalidCredentialsError": "errors",
    "InvalidTokenError": "errors",
    "LimitReachedError": "errors",
    "MFARequiredError": "errors",
    "MissingScopeError": "errors",
    "NameInUseError": "errors",
    "NotFoundError": "errors",
    "ParticleError": "errors",
    "PayloadTooLargeError": "errors",
    "PermissionDeniedError": "errors",
    "RateLimitError": "errors",
    "RateLimitExceededError": "errors",
    "RateLimiterUnavailableError": "errors",
    "RedirectError": "errors",
    "RequestFailedError": "errors",
    "RequestTimeoutError": "errors",
    "ResponseDecodeError": "errors",
    "ResponseError": "errors",
    "ResponseValidationError": "errors",
    "StreamClosedError": "errors",
    "StreamError": "errors",
    "StreamFormatError": "errors",
    "StreamLimitError": "errors",
    "StreamReconnectError": "errors",
    "StreamTimeoutError": "errors",
    "UnknownDeviceError": "errors",
    "UnknownFunctionError": "errors",
    "UnknownProductError": "errors",
    "UnknownVariableError": "errors",
    "UnprocessableEntityError": "errors",
}

if not TYPE_CHECKING:  # so that checkers see a wrong name

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name == "__all__":
            return [*_MODULES, "__version__"]
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *_MODULES})

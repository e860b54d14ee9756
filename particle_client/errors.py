# Generated from openapi/ by `make generate`. Do not edit.
"""All errors of this package, by cause; docs/errors.md shows them as a tree.

All of them pickle and copy. None of them holds a token: requests are kept as method and URL.
"""

from __future__ import annotations

from .base.error_reasons import ErrorReason as ErrorReason
from .base.errors import APIConnectionError as APIConnectionError
from .base.errors import APITimeoutError as APITimeoutError
from .base.errors import ConfigurationError as ConfigurationError
from .base.errors import DownloadError as DownloadError
from .base.errors import ParticleError as ParticleError
from .base.errors import RateLimiterUnavailableError as RateLimiterUnavailableError
from .base.errors import RateLimitExceededError as RateLimitExceededError
from .base.errors import StreamClosedError as StreamClosedError
from .base.errors import StreamError as StreamError
from .base.errors import StreamFormatError as StreamFormatError
from .base.errors import StreamLimitError as StreamLimitError
from .base.errors import StreamReconnectError as StreamReconnectError
from .base.errors import StreamTimeoutError as StreamTimeoutError
from .base.http_errors import AuthenticationError as AuthenticationError
from .base.http_errors import BadRequestError as BadRequestError
from .base.http_errors import ConflictError as ConflictError
from .base.http_errors import InternalServerError as InternalServerError
from .base.http_errors import NotFoundError as NotFoundError
from .base.http_errors import PayloadTooLargeError as PayloadTooLargeError
from .base.http_errors import PermissionDeniedError as PermissionDeniedError
from .base.http_errors import RequestFailedError as RequestFailedError
from .base.http_errors import RequestTimeoutError as RequestTimeoutError
from .base.http_errors import UnprocessableEntityError as UnprocessableEntityError
from .base.known_errors import DeviceOfflineError as DeviceOfflineError
from .base.known_errors import DeviceTimeoutError as DeviceTimeoutError
from .base.known_errors import FunctionFailedError as FunctionFailedError
from .base.known_errors import InvalidCredentialsError as InvalidCredentialsError
from .base.known_errors import InvalidTokenError as InvalidTokenError
from .base.known_errors import LimitReachedError as LimitReachedError
from .base.known_errors import MFARequiredError as MFARequiredError
from .base.known_errors import MissingScopeError as MissingScopeError
from .base.known_errors import NameInUseError as NameInUseError
from .base.known_errors import UnknownDeviceError as UnknownDeviceError
from .base.known_errors import UnknownFunctionError as UnknownFunctionError
from .base.known_errors import UnknownProductError as UnknownProductError
from .base.known_errors import UnknownVariableError as UnknownVariableError
from .base.response import ResponseDecodeError as ResponseDecodeError
from .base.response import ResponseError as ResponseError
from .base.response import ResponseValidationError as ResponseValidationError
from .base.status_errors import APIStatusError as APIStatusError
from .base.status_errors import RateLimitError as RateLimitError
from .base.status_errors import RedirectError as RedirectError
from .firmware.errors import CompileError as CompileError
from .firmware.errors import FlashError as FlashError
from .firmware.errors import FlashTimeoutError as FlashTimeoutError

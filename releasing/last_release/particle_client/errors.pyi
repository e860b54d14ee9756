"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class APIConnectionError(ParticleError):
    def __init__(
        self, message: str, *, method: str = "", url: str = "", sent: bool = True
    ) -> None: ...
    method: str
    sent: bool
    url: str

class APIStatusError(ResponseError):
    def __init__(self, response: Response[Any], *, detail: str | None = None) -> None: ...
    advice: str
    body: Any
    error: str | None
    error_description: str | None
    reason: ErrorReason | None
    response: Response[Any]
    retry_after: float | None

class APITimeoutError(APIConnectionError, TimeoutError):
    def __init__(
        self, message: str, *, method: str = "", url: str = "", sent: bool = True, phase: str = ""
    ) -> None: ...
    phase: str

class AuthenticationError(APIStatusError): ...
class BadRequestError(APIStatusError): ...

class CompileError(ParticleError):
    def __init__(self, errors: list[str], output: str = "") -> None: ...
    errors: list[str]
    messages: list[CompilerMessage]
    output: str

class ConfigurationError(ParticleError, ValueError): ...
class ConflictError(APIStatusError): ...
class DeviceOfflineError(NotFoundError): ...
class DeviceTimeoutError(RequestTimeoutError): ...

class DownloadError(ParticleError):
    def __init__(
        self, message: str, *, method: str, url: str, done: int, length: int | None
    ) -> None: ...
    done: int
    length: int | None
    method: str
    url: str

class ErrorReason(StrEnum):
    CONFIGURATION_REJECTED = "configuration_rejected"
    DEVICE_OFFLINE = "device_offline"
    DEVICE_TIMEOUT = "device_timeout"
    FUNCTION_FAILED = "function_failed"
    INVALID_CREDENTIALS = "invalid_credentials"
    INVALID_TOKEN = "invalid_token"
    IN_USE = "in_use"
    LIMIT_REACHED = "limit_reached"
    MFA_REQUIRED = "mfa_required"
    MISSING_SCOPE = "missing_scope"
    NAME_IN_USE = "name_in_use"
    RATE_LIMITED = "rate_limited"
    UNKNOWN_DEVICE = "unknown_device"
    UNKNOWN_FUNCTION = "unknown_function"
    UNKNOWN_PRODUCT = "unknown_product"
    UNKNOWN_VARIABLE = "unknown_variable"

class FlashError(ParticleError):
    def __init__(
        self, device_id: str, reason: str, message: str = "", *, events: tuple[Event, ...] = ()
    ) -> None: ...
    device_id: str
    events: tuple[Event, ...]
    reason: str

class FlashTimeoutError(FlashError, TimeoutError):
    def __init__(
        self,
        device_id: str,
        message: str,
        *,
        phase: Literal["connecting", "starting", "transferring", "restarting"],
        events: tuple[Event, ...] = (),
    ) -> None: ...
    phase: Literal["connecting", "starting", "transferring", "restarting"]

class FunctionFailedError(BadRequestError): ...
class InternalServerError(APIStatusError): ...
class InvalidCredentialsError(AuthenticationError, BadRequestError): ...
class InvalidTokenError(AuthenticationError): ...
class LimitReachedError(APIStatusError): ...

class MFARequiredError(PermissionDeniedError):
    mfa_token: str

class MissingScopeError(BadRequestError): ...
class NameInUseError(BadRequestError): ...
class NotFoundError(APIStatusError): ...
class ParticleError(Exception): ...
class PayloadTooLargeError(APIStatusError): ...
class PermissionDeniedError(APIStatusError): ...

class RateLimitError(APIStatusError):
    advice: str

class RateLimitExceededError(ParticleError):
    def __init__(self, message: str, *, limit: str, retry_after: float) -> None: ...
    limit: str
    retry_after: float

class RateLimiterUnavailableError(ParticleError): ...

class RedirectError(APIStatusError):
    def __init__(self, response: Response[Any], *, detail: str | None = None) -> None: ...
    detail: str
    location: str | None

class RequestFailedError(APIStatusError): ...
class RequestTimeoutError(APIStatusError): ...
class ResponseDecodeError(ResponseError): ...

class ResponseError(ParticleError):
    def __init__(self, text: str, response: Response[Any]) -> None: ...
    content: bytes
    headers: Mapping[str, str]
    method: str
    response: Response[Any]
    status_code: int
    url: str

class ResponseValidationError(ResponseDecodeError):
    def __init__(self, response: Response[Any], differences: tuple[str, ...]) -> None: ...
    differences: tuple[str, ...]

class StreamClosedError(StreamError): ...
class StreamError(ParticleError): ...
class StreamFormatError(StreamError): ...
class StreamLimitError(StreamError): ...
class StreamReconnectError(StreamError): ...
class StreamTimeoutError(StreamError, TimeoutError): ...
class UnknownDeviceError(PermissionDeniedError): ...
class UnknownFunctionError(BadRequestError): ...
class UnknownProductError(PermissionDeniedError): ...
class UnknownVariableError(BadRequestError): ...
class UnprocessableEntityError(APIStatusError): ...

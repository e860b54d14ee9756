"""Everything this package raises on purpose, by cause.

```
ParticleError
├── ConfigurationError                  the client is set up in a way that can't work
├── APIConnectionError                  no response: the connection failed
│   └── APITimeoutError                 no response in time
├── ResponseError                       a response came: it is the error's `response`
│   ├── APIStatusError                  the cloud answered with an error status
│   │   ├── RedirectError               3xx that isn't followed
│   │   ├── BadRequestError             400
│   │   ├── AuthenticationError         401
│   │   │   └── InvalidCredentialsError 400 or 401: a login that the cloud refuses
│   │   ├── PermissionDeniedError       403
│   │   │   └── MFARequiredError        403 mfa_required: carries `mfa_token`
│   │   ├── NotFoundError               404
│   │   ├── RequestTimeoutError         408: the device didn't answer the cloud in time
│   │   ├── ConflictError               409
│   │   ├── PayloadTooLargeError        413
│   │   ├── UnprocessableEntityError    422
│   │   ├── RateLimitError              429 and 529: carries `retry_after`
│   │   ├── InternalServerError         500 and above
│   │   └── RequestFailedError          a success status, but the response says that it failed
│   └── ResponseDecodeError             a success status, but the body isn't what it should be
│       └── ResponseValidationError     strict mode: the response differs from the API description
├── RateLimitExceededError              the client's own rate limiter didn't let the request out
├── RateLimiterUnavailableError         the rate limiter can't reach its storage
├── CompileError                        the cloud's compiler refused the source code
├── FlashError                          a device didn't take the firmware
│   └── FlashTimeoutError               nor say so in time
├── DownloadError                       what came of a file can't be right
└── StreamError                         an event stream failed
    ├── StreamFormatError               what came is not an event stream
    ├── StreamLimitError                a line or an event was over the size limit
    ├── StreamReconnectError            gave up reconnecting
    ├── StreamTimeoutError              the time given to the stream is over
    └── StreamClosedError               the stream was closed
```

All of them pickle and copy. None of them holds a token: requests are kept as method and URL.
"""

from __future__ import annotations

from .base.errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    DownloadError,
    ParticleError,
    RateLimiterUnavailableError,
    RateLimitExceededError,
    StreamClosedError,
    StreamError,
    StreamFormatError,
    StreamLimitError,
    StreamReconnectError,
    StreamTimeoutError,
)
from .base.response import ResponseDecodeError, ResponseError, ResponseValidationError
from .base.status_errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    InvalidCredentialsError,
    MFARequiredError,
    NotFoundError,
    PayloadTooLargeError,
    PermissionDeniedError,
    RateLimitError,
    RedirectError,
    RequestFailedError,
    RequestTimeoutError,
    UnprocessableEntityError,
)
from .firmware.errors import CompileError, FlashError, FlashTimeoutError

__all__ = [
    "APIConnectionError",
    "APIStatusError",
    "APITimeoutError",
    "AuthenticationError",
    "BadRequestError",
    "CompileError",
    "ConfigurationError",
    "ConflictError",
    "DownloadError",
    "FlashError",
    "FlashTimeoutError",
    "InternalServerError",
    "InvalidCredentialsError",
    "MFARequiredError",
    "NotFoundError",
    "ParticleError",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "RateLimitError",
    "RateLimitExceededError",
    "RateLimiterUnavailableError",
    "RedirectError",
    "RequestFailedError",
    "RequestTimeoutError",
    "ResponseDecodeError",
    "ResponseError",
    "ResponseValidationError",
    "StreamClosedError",
    "StreamError",
    "StreamFormatError",
    "StreamLimitError",
    "StreamReconnectError",
    "StreamTimeoutError",
    "UnprocessableEntityError",
]

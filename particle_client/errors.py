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
from .base.response import ResponseDecodeError as ResponseDecodeError
from .base.response import ResponseError as ResponseError
from .base.response import ResponseValidationError as ResponseValidationError
from .base.status_errors import APIStatusError as APIStatusError
from .base.status_errors import AuthenticationError as AuthenticationError
from .base.status_errors import BadRequestError as BadRequestError
from .base.status_errors import ConflictError as ConflictError
from .base.status_errors import InternalServerError as InternalServerError
from .base.status_errors import InvalidCredentialsError as InvalidCredentialsError
from .base.status_errors import MFARequiredError as MFARequiredError
from .base.status_errors import NotFoundError as NotFoundError
from .base.status_errors import PayloadTooLargeError as PayloadTooLargeError
from .base.status_errors import PermissionDeniedError as PermissionDeniedError
from .base.status_errors import RateLimitError as RateLimitError
from .base.status_errors import RedirectError as RedirectError
from .base.status_errors import RequestFailedError as RequestFailedError
from .base.status_errors import RequestTimeoutError as RequestTimeoutError
from .base.status_errors import UnprocessableEntityError as UnprocessableEntityError
from .firmware.errors import CompileError as CompileError
from .firmware.errors import FlashError as FlashError
from .firmware.errors import FlashTimeoutError as FlashTimeoutError

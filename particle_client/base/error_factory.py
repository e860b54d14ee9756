"""From an error response to its error."""

from __future__ import annotations

from typing import Any

from .http_errors import BY_STATUS
from .known_errors import BY_REASON
from .response import Response
from .status_errors import APIStatusError, combined


def status_error(response: Response[Any]) -> APIStatusError:
    """Return the error for a response: by what its body says, and by its status."""
    status = response.status_code
    many = f"{min(status // 100, 5)}XX"
    by_status = BY_STATUS.get(str(status)) or BY_STATUS.get(many, APIStatusError)
    error = by_status(response)
    by_body = BY_REASON.get(error.reason) if error.reason else None
    return error if by_body is None else combined(by_body, by_status)(response)

"""Marking what the Cloud API has deprecated, for type checkers and at run time."""

from __future__ import annotations

import warnings
from functools import wraps
from typing import TYPE_CHECKING

from .secrets import SecretDict, hidden

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:

    def deprecated(message):
        """Warn when the function is called (Python 3.13 has this in `warnings`)."""

        def mark(function):
            @wraps(function)
            def warning(*args, **kwargs):
                args, kwargs = tuple(map(hidden, args)), SecretDict(kwargs)  # in crash reports
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            return warning

        return mark

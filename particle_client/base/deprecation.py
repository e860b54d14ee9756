"""Marking what the Cloud API has deprecated, for type checkers and at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import deprecated
else:

    def deprecated(message):
        """Warn when the function is called (Python 3.13 has this in `warnings`)."""

        def mark(function):
            from functools import wraps

            @wraps(function)
            def warning(*args, **kwargs):
                import warnings

                from .secrets import SecretDict, hidden

                args, kwargs = tuple(map(hidden, args)), SecretDict(kwargs)  # in crash reports
                warnings.warn(message, DeprecationWarning, stacklevel=2)
                return function(*args, **kwargs)

            return warning

        return mark


__all__ = ["deprecated"]

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
    from .errors import *  # noqa: F403
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

# Where each name is; what isn't here is in `errors`.
_NAMES = {
    "async_client": "AsyncParticle",
    "base.request": "Request Timeout",
    "base.response": "Response",
    "base.unset": "UNSET Unset",
    "calls.async_page": "AsyncPage",
    "calls.operation": "Operation",
    "calls.options": "RequestOptions",
    "calls.page": "Page",
    "calls.retries": "RetryAttempt RetryPolicy",
    "client": "Particle",
    "downloads": "AsyncDownload Download",
    "errors": "ErrorReason",
    "events": "AsyncEventStream Event EventStream Gap",
    "firmware.flashing": "FlashResult",
    "login": "ClientCredentialsLogin FileTokenStore KeyringTokenStore PasswordLogin"
    " RefreshTokenLogin TokenProvider",
    "methods.fleet": "DeviceResult",
    "rate_limits": "Limit RateLimiter",
    "schema.tables": "load_ipython_extension",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}

if not TYPE_CHECKING:  # so that checkers see a wrong name

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name == "__all__":
            names = dir(import_module(".errors", __name__))
            errors = [each for each in names if each.endswith("Error")]
            value = [*_MODULES, *errors, "__version__"]
        elif name in _MODULES or name.endswith("Error"):
            value = getattr(import_module(f".{_MODULES.get(name, 'errors')}", __name__), name)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__getattr__("__all__")})

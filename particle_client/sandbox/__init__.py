"""A local Device Cloud with virtual devices, for demos and tests.

Needs the extra ``sandbox``: ``pip install "particle-client[sandbox]"``. Start it with
``python -m particle_client.sandbox``, or in a program with :class:`Sandbox`.
"""

from typing import TYPE_CHECKING, Any

from . import _extra as _extra  # comes first: says clearly what is missing
from .accounts import AccessToken, Account, OAuthClient
from .devices import FunctionCall, VirtualDevice
from .events import Event
from .faults import Fault, Faults
from .products import Organization, Product, ProductFirmware
from .request_log import SeenRequest
from .server import Sandbox

__all__ = [
    "AccessToken",
    "Account",
    "Event",
    "Fault",
    "Faults",
    "FunctionCall",
    "OAuthClient",
    "Organization",
    "Product",
    "ProductFirmware",
    "RemoteSandbox",
    "Sandbox",
    "SeenRequest",
    "VirtualDevice",
]

if TYPE_CHECKING:
    from .remote import RemoteSandbox


def __getattr__(name: str) -> Any:
    if name == "RemoteSandbox":  # few need it
        from .remote import RemoteSandbox

        return RemoteSandbox
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

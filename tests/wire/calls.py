"""Methods of the JavaScript SDK, each as the call of this client that does the same.

The arguments are the SDK's own options, in camelCase; `{"bytes": …}` is the content of a file. With
an `AsyncParticle`, a call gives something to await.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .methods import (
    account,
    configuration,
    devices,
    events,
    firmware,
    fleet,
    integrations,
    ledgers,
    raw,
)
from .methods.common import as_sdk_method

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Particle

__all__ = ["CALLS"]

_CALLS = {
    **account.CALLS,
    **devices.CALLS,
    **firmware.CALLS,
    **events.CALLS,
    **fleet.CALLS,
    **integrations.CALLS,
    **ledgers.CALLS,
    **configuration.CALLS,
    **raw.CALLS,
}

CALLS: dict[str, Callable[[Particle, dict[str, Any]], object]] = {
    name: as_sdk_method(name, call) for name, call in _CALLS.items()
}

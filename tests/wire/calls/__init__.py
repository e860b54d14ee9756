"""Methods of the JavaScript SDK, each as the call of this client that does the same.

The arguments are the SDK's own options, in camelCase; `{"bytes": …}` is the content of a file.
What isn't about the call itself (`auth`, `headers`, `context`) is left alone.
"""

from __future__ import annotations

from . import account, configuration, devices, events, firmware, fleet, integrations, ledgers, raw
from .common import Call

__all__ = ["CALLS"]

CALLS: dict[str, Call] = {
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

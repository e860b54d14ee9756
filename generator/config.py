"""What the generator is told beside the document: names of our own code."""

from __future__ import annotations

HEADER = "Generated from openapi/ by `make generate`. Do not edit."

MIXINS: dict[str, dict[str, str]] = {
    "devices": {"account": "AccountDeviceMethods", "product": "DeviceMethods"},
    "events": {
        "account": "AccountEventMethods",
        "product": "ProductEventMethods",
        "org": "OrgEventMethods",
    },
    "firmware": {"account": "FirmwareMethods"},
    "libraries": {"account": "LibraryMethods"},
}
"""Resource → scope → class with the methods that are written by hand (`x-hand-written`)."""

_MODULES = {
    "AccountDeviceMethods": "devices",
    "DeviceMethods": "devices",
    "AccountEventMethods": "events",
    "ProductEventMethods": "events",
    "OrgEventMethods": "events",
    "FirmwareMethods": "firmware",
    "LibraryMethods": "libraries",
}
MIXIN_MODULES: dict[str, str] = _MODULES | {
    f"Async{name}": f"async_{module}" for name, module in _MODULES.items()
}
"""Class → its module in particle_client.methods."""

MODEL_MIXINS: dict[str, tuple[str, str]] = {
    "CompiledFirmware": ("schema.binaries", "CompiledBinary")
}
"""Schema → module and class with properties that are written by hand."""

VIEWED_BY_HAND = {"Event": "particle_client/events/event.py"}
"""Schemas whose Python class is written by hand."""

EVENT_BY_HAND = ("name", "data")
"""Fields of an event that events/content.py reads."""

EVENT_MIXINS: dict[str, tuple[str, ...]] = {"Diagnostics": ("Vitals",)}
"""System event → class of events/system_base.py with properties that are written by hand."""

EXPORTS: dict[str, tuple[str, ...]] = {
    "async_client": ("AsyncParticle",),
    "base.request": ("Request", "Timeout"),
    "base.response": ("Response",),
    "base.unset": ("UNSET", "Unset"),
    "calls.async_page": ("AsyncPage",),
    "calls.operation": ("Operation",),
    "calls.options": ("RequestOptions",),
    "calls.page": ("Page",),
    "calls.retries": ("RetryAttempt", "RetryPolicy"),
    "client": ("Particle",),
    "downloads": ("AsyncDownload", "Download"),
    "events": ("AsyncEventStream", "Event", "EventStream", "Gap"),
    "firmware.flashing": ("FlashResult",),
    "login": (
        "ClientCredentialsLogin",
        "FileTokenStore",
        "KeyringTokenStore",
        "PasswordLogin",
        "RefreshTokenLogin",
        "TokenProvider",
    ),
    "methods.fleet": ("DeviceResult",),
    "rate_limits": ("Limit", "RateLimiter"),
    "schema.tables": ("load_ipython_extension",),
}
"""Module → what users import from particle_client itself, besides the errors."""

EVENT_EXPORTS: dict[str, tuple[str, ...]] = {
    "async_stream": ("AsyncEventStream",),
    "event": ("Event",),
    "options": ("StreamOptions",),
    "state": ("Gap",),
    "stream": ("EventStream",),
}
"""Module → what users import from particle_client.events, besides the system events."""

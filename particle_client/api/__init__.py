# Generated from openapi/ by `make generate`. Do not edit.
"""The methods of the Cloud API, one module a resource.

Each module, and `models`, is imported when first used: so annotations can name what is in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .. import models as models
    from . import config as config
    from . import customers as customers
    from . import device_os as device_os
    from . import devices as devices
    from . import diagnostics as diagnostics
    from . import env as env
    from . import events as events
    from . import firmware as firmware
    from . import groups as groups
    from . import integrations as integrations
    from . import ledgers as ledgers
    from . import libraries as libraries
    from . import locations as locations
    from . import logic as logic
    from . import metrics as metrics
    from . import networks as networks
    from . import oauth_clients as oauth_clients
    from . import orgs as orgs
    from . import products as products
    from . import search as search
    from . import secrets as secrets
    from . import serial_numbers as serial_numbers
    from . import service_agreements as service_agreements
    from . import sims as sims
    from . import team as team
    from . import tokens as tokens
    from . import user as user
    from . import webhooks as webhooks

_MODULES = [
    "config",
    "customers",
    "device_os",
    "devices",
    "diagnostics",
    "env",
    "events",
    "firmware",
    "groups",
    "integrations",
    "ledgers",
    "libraries",
    "locations",
    "logic",
    "metrics",
    "networks",
    "oauth_clients",
    "orgs",
    "products",
    "search",
    "secrets",
    "serial_numbers",
    "service_agreements",
    "sims",
    "team",
    "tokens",
    "user",
    "webhooks",
]

if not TYPE_CHECKING:  # checkers shall see a name that is wrong

    def __getattr__(name: str) -> Any:
        from importlib import import_module

        if name not in ("models", *_MODULES):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return import_module("..models" if name == "models" else f".{name}", __name__)

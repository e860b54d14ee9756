"""`__init__.py` of the packages that users import from: each name is loaded when first used."""

from __future__ import annotations

import ast
import re

from ..config import EVENT_EXPORTS, EXPORTS
from .templates import fill

__all__ = ["lazy_packages"]

_ALL = re.compile(r"^__all__ = (\[.*?\])$", re.MULTILINE | re.DOTALL)

_EXPORTED = re.compile(r" as (\w+)$", re.MULTILINE)

_DOCUMENTATION = """\
A typed client for the Particle Device Cloud.

    from particle_client import Particle

    with Particle(access_token="…") as particle:
        for device in particle.devices.list():
            print(device.name, device.online)

Importing this package imports nothing else: each name below is loaded when it is first used."""

_EVENTS_DOCUMENTATION = """\
Event streams: `Event`, the streams themselves, and typed objects for the cloud's own events.

from particle_client.events import FlashStatus

for event in stream:
    if isinstance(event.system, FlashStatus) and event.system.finished:
        ..."""


def lazy_packages(files: dict[str, str]) -> dict[str, str]:
    """Return the modules: path in the package → text, not yet formatted.

    Args:
        files: The generated modules, of which these packages export the errors and events.
    """
    if "errors.py" not in files:
        return {}
    errors = tuple(_EXPORTED.findall(files["errors.py"]))
    events = _ALL.search(files["events/system.py"])
    assert events is not None
    return {
        "__init__.py": _package(_DOCUMENTATION, EXPORTS | {"errors": errors}, version=True),
        "events/__init__.py": _package(
            _EVENTS_DOCUMENTATION, EVENT_EXPORTS | {"system": ast.literal_eval(events[1])}
        ),
    }


def _package(documentation: str, exports: dict[str, tuple[str, ...]], version: bool = False) -> str:
    modules = {name: module for module, names in exports.items() for name in sorted(names)}
    return fill(
        "lazy_package.py.jinja", documentation=documentation, modules=modules, version=version
    )

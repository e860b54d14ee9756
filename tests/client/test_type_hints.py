"""What annotations say can be read at run time."""

from __future__ import annotations

import inspect
import pkgutil
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any, cast

from particle_client import api

MODULES = [
    "particle_client",
    *(f"particle_client.{name}" for name in ("errors", "events", "login", "models", "progress")),
    *(f"particle_client.{name}" for name in ("rate_limits", "sandbox", "scopes", "async_scopes")),
]
MODULES += [each.name for each in pkgutil.iter_modules(api.__path__, f"{api.__name__}.")]


def callables() -> Iterator[tuple[str, Any]]:
    """Yield the functions that users call, and their classes."""
    for module in map(import_module, MODULES):
        names: list[str] = getattr(module, "__all__", dir(module))
        for name in names:
            value = getattr(module, name)
            if inspect.isclass(value):
                yield name, value
                for base in value.__mro__:
                    if base.__module__.startswith("particle_client."):
                        yield from own(name, base)


def own(name: str, cls: type) -> Iterator[tuple[str, Any]]:
    for attribute, value in vars(cls).items():
        function = value.fget if isinstance(value, property) else value
        function = inspect.unwrap(cast("Any", getattr(function, "__func__", function)))
        if inspect.isfunction(function) and not attribute.startswith("_"):
            yield f"{name}.{attribute}", function


def read(name: str, each: Any) -> str:
    """Return what keeps a program from reading the types of a callable."""
    try:
        typing.get_type_hints(each)
        if not typing.is_typeddict(each):
            inspect.signature(each, eval_str=True)
    except (NameError, TypeError, SyntaxError) as error:
        return f"{name}: {error}"
    except ValueError:  # an enum, which Python can't tell the signature of
        return ""
    return ""


def test_the_types_of_all_that_is_public_can_be_read() -> None:
    found = dict(callables())
    assert len(found) > 1000
    assert {"Particle", "Particle.login", "Devices.flash", "Event", "Sandbox.client"} <= {*found}
    problems = [read(*each) for each in found.items()]
    assert [problem for problem in problems if problem] == []

"""What annotations say can be read at run time."""

from __future__ import annotations

import inspect
import pkgutil
import typing
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from particle_client import api

# What takes its time to load is imported for type checkers alone.
LOADED_LATE = {"FileInput", "AsyncFileInput", "TargetPath", "Download", "AsyncDownload", "Progress"}


def methods() -> Iterator[Any]:
    for module in pkgutil.iter_modules(api.__path__, f"{api.__name__}."):
        for cls in vars(import_module(module.name)).values():
            if inspect.isclass(cls) and cls.__module__ == module.name != f"{api.__name__}.scopes":
                yield from own(cls)


def own(cls: type) -> Iterator[Any]:
    for name, value in vars(cls).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            method = inspect.unwrap(value)
            named = {word for text in method.__annotations__.values() for word in words(text)}
            if not named & LOADED_LATE:
                yield method


def words(annotation: str) -> list[str]:
    return "".join(each if each.isalnum() else " " for each in annotation).split()


def test_the_types_of_methods_can_be_read() -> None:
    found = list(methods())
    assert len(found) > 400
    for method in found:
        hints = typing.get_type_hints(method)
        assert hints.keys() == method.__annotations__.keys()
        inspect.signature(method, eval_str=True)

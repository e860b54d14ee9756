"""Whether what a file or a request says fits the signature that it is meant for."""

import collections.abc
import inspect
import reprlib
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

_signature = cache(inspect.signature)


@cache
def type_hints(target: Any) -> dict[str, Any]:
    """The annotations of a function or a class."""
    return get_type_hints(target)


def fits(value: object, hint: Any) -> bool:
    """Whether the value is what the annotation says, in lists and dicts, too."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (Any, object, inspect.Parameter.empty):
        return True
    if origin in (Union, types.UnionType):
        return any(fits(value, each) for each in arguments)
    if origin is Literal:
        return value in arguments
    if hint is None:
        return value is None
    kind: type = origin or hint
    if kind is getattr(collections.abc, "Callable"):  # noqa: B009 - it has no known type
        return callable(value)
    if kind in (int, float):
        return not isinstance(value, bool) and isinstance(value, (int, kind))
    if kind is collections.abc.Sequence:  # text is a sequence of letters: a mistake
        return isinstance(value, list | tuple | set) and _each_fits(
            cast("object", value), arguments
        )
    return isinstance(value, kind) and _each_fits(value, arguments)


def _each_fits(value: object, arguments: tuple[Any, ...]) -> bool:
    if isinstance(value, Mapping) and len(arguments) == 2:
        entries = cast("Mapping[object, object]", value).items()
        return all(fits(k, arguments[0]) and fits(v, arguments[1]) for k, v in entries)
    if isinstance(value, list | set | tuple) and arguments:
        return all(fits(each, arguments[0]) for each in cast("list[object]", value))
    return True


def check_fields(
    target: Callable[..., Any],
    fields: Mapping[str, object],
    what: str,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Raise ValueError for names that the target doesn't take or that are missing, TypeError for
    values of another type. ``more`` are the names and types that its ``**options`` may have;
    ``what`` says in errors what the fields are of."""
    target = getattr(target, "__func__", target)  # what is kept holds no object
    parameters = _signature(target).parameters.values()
    named = [p for p in parameters if p.kind is not p.VAR_KEYWORD and p.name != "self"]
    hints = dict(more or {}) | {p.name: type_hints(target).get(p.name, Any) for p in named}
    is_open = more is None and any(p.kind is p.VAR_KEYWORD for p in parameters)
    for name, value in fields.items():
        if name in hints:
            check_type(value, hints[name], f"{what}: {name}")
        elif not is_open:
            raise ValueError(f"{what} has no {name!r}; there are {', '.join(hints)}")
    for parameter in named:
        if parameter.default is parameter.empty and parameter.name not in fields:
            raise ValueError(f"{what} needs {parameter.name!r}")


def check_type(value: object, hint: Any, what: str) -> None:
    """Raise TypeError where the value isn't what the annotation says."""
    if not fits(value, hint):
        shown = hint.__name__ if isinstance(hint, type) else str(hint)
        shown = shown.replace("typing.", "").replace("collections.abc.", "")
        raise TypeError(
            f"{what} must be {shown}, not {reprlib.repr(value)}"
        )  # not all that a file holds

"""Whether what a file or a request says fits the signature that it is meant for."""

import collections.abc
import inspect
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

_hints = cache(get_type_hints)


def fits(value: object, hint: Any) -> bool:
    """Whether the value is what the annotation says, in lists and dicts, too."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (Any, object, inspect.Parameter.empty):
        return True
    if origin in (Union, types.UnionType):
        return any(fits(value, each) for each in arguments)
    if origin is Literal:
        return value in arguments
    if origin is getattr(collections.abc, "Callable"):  # noqa: B009 - it has no known type
        return callable(value)
    if hint in (int, float) and isinstance(value, bool):
        return False
    if hint is float:
        return isinstance(value, int | float)
    if hint is None:
        return value is None
    kind: type = origin or hint
    if kind is collections.abc.Sequence:  # text is a sequence of letters: a mistake
        kind = list | tuple | set  # type: ignore[assignment]
    if not isinstance(value, kind):
        return False
    if isinstance(value, Mapping) and len(arguments) == 2:
        entries = cast("Mapping[object, object]", value).items()
        return all(fits(k, arguments[0]) and fits(v, arguments[1]) for k, v in entries)
    if isinstance(value, list | set | tuple) and len(arguments) in (1, 2):
        return all(fits(each, arguments[0]) for each in cast("list[object]", value))
    return True


def check_fields(target: Callable[..., Any], fields: Mapping[str, object], what: str) -> None:
    """Raise ValueError for names that the target doesn't take or that are missing, TypeError for
    values of another type. ``what`` says in errors what the fields are of."""
    parameters = dict(inspect.signature(target).parameters)
    parameters.pop("self", None)
    more = [n for n, p in parameters.items() if p.kind is inspect.Parameter.VAR_KEYWORD]
    for name in more:
        del parameters[name]
    hints = _hints(target)
    for name, value in fields.items():
        if name in parameters:
            check_type(value, hints.get(name, Any), f"{what}: {name}")
        elif not more:
            known = ", ".join(parameters)
            raise ValueError(f"{what} has no {name!r}; there are {known}")
    for name, parameter in parameters.items():
        if parameter.default is inspect.Parameter.empty and name not in fields:
            raise ValueError(f"{what} needs {name!r}")


def check_type(value: object, hint: Any, what: str) -> None:
    """Raise TypeError where the value isn't what the annotation says."""
    if not fits(value, hint):
        shown = hint.__name__ if isinstance(hint, type) else str(hint)
        shown = shown.replace("typing.", "").replace("collections.abc.", "")
        raise TypeError(f"{what} must be {shown}, not {value!r}"[:500])

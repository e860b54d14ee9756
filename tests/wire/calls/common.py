"""How the options of the JavaScript SDK become arguments of this client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Particle

__all__ = ["Args", "Call", "bytes_of", "given", "is_given", "sources", "wanted"]

Args: TypeAlias = "dict[str, Any]"
Call: TypeAlias = "Callable[[Particle, Args], object]"


def given(args: Args, **names: str) -> dict[str, Any]:
    """Give what the SDK was given, under our names (`ours="theirs"`). A null stays one."""
    return {ours: args[theirs] for ours, theirs in names.items() if theirs in args}


def wanted(args: Args, **names: str) -> dict[str, Any]:
    """As `given`, for options that the SDK leaves out when they aren't true to JavaScript.

    An empty list or object is true to it.
    """
    left_out = (None, False, 0, "")
    return {
        ours: args[theirs] for ours, theirs in names.items() if args.get(theirs) not in left_out
    }


def is_given(args: Args, name: str) -> bool:
    """Whether the SDK was given an option that isn't null."""
    return args.get(name) is not None


def bytes_of(file: dict[str, str]) -> bytes:
    """Give the content of a file."""
    return file["bytes"].encode()


def sources(args: Args) -> dict[str, bytes]:
    """Give the contents of the files by name."""
    return {name: bytes_of(file) for name, file in args["files"].items()}

"""The headers of a response, kept apart from the HTTP library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Headers"]


class Headers(dict[str, str]):
    """A dict with names in lower case, which finds them in any case: `headers["Retry-After"]`."""

    __slots__ = ()

    def __init__(self, headers: Mapping[str, str] | None = None) -> None:
        super().__init__({name.lower(): value for name, value in (headers or {}).items()})

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    @overload
    def get(self, name: str, default: None = None, /) -> str | None: ...
    @overload
    def get(self, name: str, default: str, /) -> str: ...
    @overload
    def get(self, name: str, default: Any, /) -> Any: ...
    def get(self, name: str, default: Any = None, /) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Give the value of a header, or a default."""
        return super().get(name.lower(), default)

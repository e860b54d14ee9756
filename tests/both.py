"""One test for `Particle` and `AsyncParticle`: same names, same tests.

A test is written once, with `await`, `async for` and `async with`, for a client that the fixtures
`client`, `wire` and `new_client` give (conftest.py). Each such test runs twice: with an
AsyncParticle, and with a Particle inside `AsAsync`, which makes it look like one:

- its resources and scopes (`client.devices`, `client.product("p").events`) are wrapped, too;
- a call does nothing before it is awaited, as with a coroutine; then it runs in this thread;
- `async for` over a call or a page goes over what the sync method gives;
- `async with` over a call enters what the sync method gives;
- pages and downloads come wrapped, everything else (models, lists, responses, values) as it is.

What only one of them has (threads; tasks, async functions as token providers) is tested directly.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from particle_client import AsyncParticle, Download, Page, Particle
from particle_client.methods.resource import Resource
from particle_client.scopes import OrganizationScope, ProductScope

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator

__all__ = ["AsAsync", "Kind", "make_client"]

Kind: TypeAlias = Literal["sync", "async"]

_WRAPPED = (Particle, Resource, ProductScope, OrganizationScope, Page, Download)

# These wait for nothing, and so are plain methods of both kinds.
_PLAIN_METHODS = ("product", "org", "with_options", "to_dict")


def make_client(kind: Kind, **options: Any) -> AsyncParticle:
    """Return an AsyncParticle, or a Particle that looks like one."""
    if kind == "async":
        return AsyncParticle(**options)
    return cast("AsyncParticle", AsAsync(Particle(**options)))


class AsAsync:
    """A sync object with the interface of its async counterpart."""

    def __init__(self, target: Any) -> None:
        self.target = target

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.target, name)
        if not inspect.ismethod(value):
            return _wrap(value)
        if name in _PLAIN_METHODS:
            return lambda *args, **options: _wrap(value(*args, **options))
        return _Method(value)

    async def __aenter__(self) -> AsAsync:
        self.target.__enter__()
        return self

    async def __aexit__(self, *error: Any) -> None:
        self.target.__exit__(*error)

    async def __aiter__(self) -> AsyncIterator[Any]:
        for item in self.target:
            yield _wrap(item)

    def __repr__(self) -> str:
        return repr(self.target)


class _Method:
    """A method whose calls are awaited or iterated over."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self.method = method

    def __call__(self, *args: Any, **options: Any) -> _Call:
        # `with_raw_response` takes a method.
        plain = [arg.method if isinstance(arg, _Method) else arg for arg in args]
        return _Call(lambda: self.method(*plain, **options))


class _Call:
    """A call that waits to be awaited or iterated over."""

    def __init__(self, run: Callable[[], Any]) -> None:
        self._run = run

    def __await__(self) -> Generator[Any, None, Any]:
        async def result() -> Any:
            return _wrap(self._run())

        return result().__await__()

    async def __aiter__(self) -> AsyncIterator[Any]:
        for item in self._run():
            yield _wrap(item)

    async def __aenter__(self) -> Any:
        self._entered = self._run()
        return _wrap(self._entered.__enter__())

    async def __aexit__(self, *error: Any) -> None:
        self._entered.__exit__(*error)


def _wrap(value: Any) -> Any:
    return AsAsync(value) if isinstance(value, _WRAPPED) else value

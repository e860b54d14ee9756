"""Mistakes that a newcomer made with the client: each has a response now."""

from __future__ import annotations

import asyncio
import functools
import inspect
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import AsyncParticle, ConfigurationError, Particle, RetryPolicy
from particle_client.models import Device
from tests.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.anyio

TOKEN = "0123456789abcdef0123456789abcdef01234567"


def test_a_word_is_no_truth_value(recorder: Recorder) -> None:
    off: Any = "off"
    particle = Particle(TOKEN, base_url=recorder.base_url)
    with pytest.raises(TypeError, match=r"^signaling must be True or False, not 'off'"):
        particle.devices.signal("1", off)
    assert not recorder.requests


def test_a_base_url_goes_without_the_version() -> None:
    with pytest.raises(ConfigurationError, match=r"without the /v1: 'http://127\.0\.0\.1:1'"):
        Particle(TOKEN, base_url="http://127.0.0.1:1/v1/")


def test_a_model_is_no_sequence() -> None:
    device: Any = Device.from_dict({"id": "1"})
    with pytest.raises(TypeError, match="not iterable"):
        list(device)
    assert dict(device) == {"id": "1"}


def test_loopback_needs_no_proxy(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        assert particle.devices.get("1")
    assert len(recorder.requests) == 1


def test_an_async_client_belongs_to_one_event_loop(recorder: Recorder) -> None:
    particle = AsyncParticle(TOKEN, base_url=recorder.base_url)

    async def use(client: AsyncParticle) -> None:
        await client.devices.get("1")
        # What this loop opened is closed in it; the client itself stays open.
        await client._transport.http_client._transport.aclose()

    asyncio.run(use(particle))
    with pytest.raises(ConfigurationError, match="belongs to another event loop"):
        asyncio.run(use(particle))


async def test_a_forgotten_await_is_told(recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as particle:
        listing: Any = particle.devices.list()
        pager: Any = particle.product(1).devices.list()
        for name, each in {"AsyncListing": listing, "AsyncPager": pager}.items():
            with pytest.raises(TypeError, match=f"{name} isn't fetched yet: use `await` or `async"):
                list(each)
            assert repr(each) == f"<{name}: `await` it, or iterate over it with `async for`>"


@pytest.mark.parametrize("items", [[], [{"id": "1"}], [{"id": "1"}, {"id": "2"}]])
async def test_a_page_is_no_list(recorder: Recorder, items: list[Any]) -> None:
    recorder.answer(json={"devices": items})
    recorder.answer(json={"devices": items})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        page: Any = particle.product(1).devices.list()
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as client:
        async_page: Any = await client.product(1).devices.list()
    for each in (page, async_page):
        with pytest.raises(KeyError):
            each[0]
        with pytest.raises(TypeError, match=r"Page' has no len\(\)"):
            len(each)
        assert bool(each) is bool(items)


async def test_each_client_goes_with_its_own_with(recorder: Recorder) -> None:
    sync: Any = Particle(TOKEN, base_url=recorder.base_url)
    with pytest.raises(TypeError, match="asynchronous context manager"):
        async with sync:
            pass
    client: Any = AsyncParticle(TOKEN, base_url=recorder.base_url)
    with pytest.raises(TypeError, match="context manager"), client:
        pass


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ({"perPage": 3}, r"^unexpected argument: perPage\. Did you mean per_page\?"),
        ({"auth": "x"}, r"Did you mean access_token\?"),
        ({"product": 1}, r"those of particle\.product\("),
        ({"timeot": 1}, r"Did you mean timeout\?"),
    ],
)
def test_an_argument_that_does_not_exist(options: Any, hint: str) -> None:
    with (
        Particle(TOKEN, base_url="http://127.0.0.1:1") as particle,
        pytest.raises(TypeError, match=hint),
    ):
        particle.product(1).devices.list(**options)


async def _hook(*arguments: object) -> None: ...


async def _done(make: Callable[[], object]) -> None:
    made = make()
    if inspect.isawaitable(made):
        await made


class _Hook:
    async def __call__(self, *arguments: object) -> None: ...


@pytest.mark.parametrize("hook", [_hook, _Hook(), functools.partial(_hook, 1)])
@pytest.mark.parametrize("kind", [Particle, AsyncParticle])
async def test_hooks_are_plain_functions(kind: Any, hook: Any) -> None:
    client = kind(TOKEN, base_url="http://127.0.0.1:1")
    mistakes: dict[str, Callable[[], object]] = {
        "on_request": lambda: kind(TOKEN, on_request=hook),
        "on_response": lambda: kind(TOKEN, on_response=hook),
        "on_retry": lambda: RetryPolicy(on_retry=hook),
        "progress": lambda: client.devices.flash("1", {"main.cpp": b""}, progress=hook),
    }
    for name, make in mistakes.items():
        with pytest.raises(TypeError, match=f"{name} must be a plain function"):
            await _done(make)


async def test_raw_responses_are_of_methods_that_have_one(recorder: Recorder) -> None:
    particle: Any = Particle(TOKEN, base_url=recorder.base_url)
    client: Any = AsyncParticle(TOKEN, base_url=recorder.base_url)
    with pytest.raises(TypeError, match="takes a method and its arguments"):
        particle.with_raw_response(5)
    with pytest.raises(TypeError, match=r"can't be used with .*lambda"):
        particle.with_raw_response(lambda **options: particle.product(1))
    with pytest.raises(TypeError, match="takes a method and its arguments"):
        await client.with_raw_response(5)
    particle.close()
    await client.close()


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: RetryPolicy(deadline="5"), "deadline must be a number, not str"),  # type: ignore[arg-type]
        (lambda: RetryPolicy(on_retry="x"), "on_retry must be a function, not str"),  # type: ignore[arg-type]
        (
            lambda: Particle(TOKEN).devices.list(timeout="5"),  # type: ignore[arg-type]
            "timeout must be seconds, a Timeout or None, not str",
        ),
        (
            lambda: Particle(TOKEN).devices.list(retries="5"),  # type: ignore[arg-type]
            "retries must be a whole number or a RetryPolicy, not str",
        ),
    ],
)
def test_options_of_another_type(make: Callable[[], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        make()


@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_a_resource_of_another_scope_is_named(cls: Any) -> None:
    particle = cls("t")
    with pytest.raises(
        AttributeError, match=r"customers.*a product: particle\.product\(…\)"
    ) as caught:
        particle.customers  # noqa: B018
    assert caught.value.name == "customers"
    with pytest.raises(AttributeError, match=r"no attribute 'device'$"):
        particle.device  # noqa: B018
    with pytest.raises(AttributeError, match=r"it belongs to the account: particle\."):
        particle.product(1).tokens  # noqa: B018
    assert not hasattr(particle.org("o"), "customers")

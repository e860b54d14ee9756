"""What all methods of all resources have in common: the same in both clients, the same options."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from particle_client import AsyncParticle, Particle
from particle_client.api import scopes
from particle_client.calls.config import ClientOptions
from tests.documented import operations, unnamed

from .methods import CLASSES, COMPOSED, METHODS, ORG, PRODUCT, STREAMS, Method, every_resource

if TYPE_CHECKING:
    from particle_client import Response
    from tests.recorder import Recorder

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning"),
]


# --- the two clients ------------------------------------------------------------------------------


def test_the_walk_finds_the_methods() -> None:
    names = {repr(method) for method in [*METHODS, *STREAMS]}
    assert {"account-devices-get", "product-devices-list", "org-team-invite"} <= names
    assert len(names) > 80


@pytest.mark.parametrize(
    ("sync", "asynchronous"),
    [
        (scopes.AccountResources, scopes.AsyncAccountResources),
        (scopes.ProductResources, scopes.AsyncProductResources),
        (scopes.OrgResources, scopes.AsyncOrgResources),
    ],
)
def test_both_clients_have_the_same_resources(sync: type, asynchronous: type) -> None:
    def resources(cls: type) -> dict[str, str | None]:
        return {name: inspect.getdoc(value) for name, value in vars(cls).items() if name != "_at"}

    ours, theirs = resources(sync), resources(asynchronous)
    for hidden in ("__doc__", "__module__"):
        del ours[hidden], theirs[hidden]
    assert ours == theirs


def parameters(function: Any) -> list[tuple[str, object, object, str]]:
    return [
        # Async methods take async files as well.
        (each.name, each.kind, each.default, str(each.annotation).replace("Async", ""))
        for each in inspect.signature(function).parameters.values()
    ]


def unbroken(docstring: str) -> str:
    """Return a docstring without its line breaks, which a word more puts elsewhere."""
    return "".join(docstring.replace("... ", "").split()).replace(",)", ")")


def test_each_method_is_the_same_in_both_clients() -> None:
    for method in [*METHODS, *STREAMS, *COMPOSED]:
        assert parameters(method.sync) == parameters(method.asynchronous), method
        ours, theirs = inspect.getdoc(method.sync), inspect.getdoc(method.asynchronous)
        assert ours, method
        assert theirs, method
        for text in ("async with", "async for", "await particle", "await product", "await org"):
            theirs = theirs.replace(text, text.removeprefix("async ").removeprefix("await "))
        theirs = theirs.replace("AsyncParticle", "Particle")
        theirs = theirs.replace(" (async ones too)", "")
        assert unbroken(theirs) == unbroken(ours), method


@pytest.mark.parametrize(
    ("scope", "resource", "classes"), CLASSES, ids=[f"{each[0]}-{each[1]}" for each in CLASSES]
)
def test_both_clients_have_the_same_methods(
    scope: str, resource: str, classes: tuple[type, type]
) -> None:
    sync, asynchronous = (
        {name for name in dir(cls) if not name.startswith("_")} for cls in classes
    )
    assert sync == asynchronous


def client_methods(cls: type) -> list[str]:
    return [
        name
        for name, value in inspect.getmembers(cls, inspect.isfunction)
        if not name.startswith("_")
    ]


def test_the_clients_themselves_have_the_same_methods() -> None:
    assert {*client_methods(Particle), "aclose"} == set(client_methods(AsyncParticle))


@pytest.mark.parametrize("name", client_methods(Particle))
def test_the_clients_methods_take_the_same(name: str) -> None:
    sync, asynchronous = getattr(Particle, name), getattr(AsyncParticle, name)

    def plain(annotation: object) -> str:
        text = str(annotation).replace("httpx.AsyncClient", "httpx.Client")
        for ours, theirs in (
            ("str | Awaitable[str]", "str"),
            ("Awaitable[T]", "T"),
            ("Iterable[D] | AsyncIterable[D]", "Iterable[D]"),
        ):
            text = text.replace(ours, theirs)
        return text

    ours, theirs = (
        [(each.name, each.kind, each.default, plain(each.annotation)) for each in signature]
        for signature in (
            inspect.signature(function).parameters.values() for function in (sync, asynchronous)
        )
    )
    assert ours == theirs
    assert inspect.getdoc(sync)
    if name != "map_devices":  # which has another way of doing it
        assert (inspect.getdoc(asynchronous) or "").replace("await ", "") == inspect.getdoc(sync)


def test_both_clients_are_made_of_the_same() -> None:
    sync, asynchronous = (
        list(inspect.signature(cls).parameters) for cls in (Particle, AsyncParticle)
    )
    assert sync == asynchronous


@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_with_options_takes_what_the_client_is_made_of(cls: type[Particle]) -> None:
    made_of = inspect.signature(cls).parameters
    changed = inspect.signature(cls.with_options).parameters
    options = ClientOptions.__annotations__.keys() | {"access_token", "http_client"}
    assert set(made_of) == options
    assert set(changed) == {"self", "access_token", "http_client", "changes"}


# --- what they send -------------------------------------------------------------------------------


def test_each_docstring_names_an_operation_of_the_document() -> None:
    documented = {(each.method, unnamed(each.path)) for each in operations()}
    for method in METHODS:
        path = unquote(method.path({name: "{}" for name in method.path_arguments}))
        path = path.replace(PRODUCT, "{}").replace(ORG, "{}")
        assert (method.documented[0], path) in documented, method


@every_resource
async def test_every_method_reaches_its_operation_and_takes_the_options(
    methods: list[Method], wire: AsyncParticle, recorder: Recorder
) -> None:
    seen: list[Response[Any]] = []
    for method in methods:
        recorder.respond = lambda request, method=method: method.answer  # type: ignore[misc]
        expected = method.documented[0], method.path(method.arguments)
        # What is no keyword is taken by position as well.
        by_position = [
            value
            for name, value in method.arguments.items()
            if method.parameters[name].kind is not inspect.Parameter.KEYWORD_ONLY
        ]
        by_name = dict(list(method.arguments.items())[len(by_position) :])
        data = await method.of(wire)(*by_position, **by_name)
        assert (recorder.last.method, recorder.last.path) == expected, method
        recorder.clear()

        response = await wire.with_raw_response(
            method.of(wire),
            **method.arguments,
            headers={"X-Trace": "17", "user-agent": "my-tool/2"},
            query={"further": "yes & no"},
            timeout=5,
            access_token="another-token",
            on_response=seen.append,
        )
        request = recorder.last
        assert (request.method, request.path) == expected, method
        assert request.header("x-trace") == "17", method
        assert request.header("user-agent") == "my-tool/2", method
        assert ("further", "yes & no") in request.query, method
        assert request.header("authorization") in authorizations(method), method
        timeout = response.http_response.request.extensions["timeout"]
        assert timeout == {"connect": 5, "read": 5, "write": 5, "pool": 5}, method

        assert seen == [response], method
        assert (response.status_code, response.method) == (200, request.method), method
        assert response.url.startswith(recorder.base_url), method
        assert response.headers["Content-Type"] == response.headers["content-type"], method
        assert method.answer.data.endswith(response.content), method
        assert type(response.data) is type(getattr(data, "target", data)), method
        recorder.clear()
        seen.clear()


def authorizations(method: Method) -> set[str | None]:
    """Return what the Authorization header of a call with another token may be."""
    if repr(method) == "account-tokens-list":
        return {"Basic c29tZS10ZXh0OnNvbWUtdGV4dA=="}
    if method.documented[1] == "/oauth/token":
        return {None}  # the OAuth client is in the form
    return {"Bearer another-token"}


@every_resource
async def test_an_unknown_option_is_a_mistake(
    methods: list[Method], wire: AsyncParticle, recorder: Recorder
) -> None:
    for method in methods:
        with pytest.raises(TypeError, match=r"unexpected argument: timeot\b.*timeout"):
            await method.of(wire)(**method.arguments, timeot=5)
        assert recorder.requests == [], method


async def test_a_scope_gets_what_it_is_of(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.product("my-product").get(headers={"X-A": "1"})
    await wire.org("my-org").get(headers={"X-A": "1"})
    sent = [(each.method, each.path, each.header("x-a")) for each in recorder.requests]
    assert sent == [("GET", "/v1/products/my-product", "1"), ("GET", "/v1/orgs/my-org", "1")]
    assert wire.product(12857).product == 12857
    assert wire.org("my-org").org == "my-org"

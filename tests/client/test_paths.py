"""Path arguments: each is refused, or reaches exactly its own operation."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client import UNSET, Particle
from particle_client.calls.operation import path_segment
from tests.conftest import TOKEN
from tests.recorder import Recorder, response

from .methods import STREAMS, Method, every_resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client import AsyncParticle

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning"),
]

WRONG_TYPES: list[Any] = [None, True, 1.5, b"bytes", ["list"], {"a": "dict"}, object(), UNSET]
WRONG_TEXTS: list[Any] = [
    "",
    " ",
    "\t",
    " \n ",
    "\u3000",
    ".",
    "..",
    "a\nb",
    "a\r\nX-Injected: 1",
    "\x00",
    "a\x00",
    "\x1f",
    "\x7f",
    "\ud800",
]
ODD_TEXTS = [
    "%2e",
    "%2e%2e",
    "%2E%2E%2F",
    "...",
    "/",
    "//",
    "a/b",
    "../user",
    "..\\user",
    "\\",
    "?",
    "?access_token=x",
    "#",
    "#fragment",
    "a b",
    " a ",
    "%",
    "%00",
    "%0d%0a",
    "100%",
    "..;",
    ";a=b",
    "@",
    ":",
    "+&=,!$'()*",
    "http://evil.example/",
    "//evil.example",
    'quote"<>^`{|}',
    "é",
    "日本語",
    "\N{GRINNING FACE}",
    "\u202e",
    "x" * 10_000,
]


@every_resource
async def test_what_cannot_be_a_segment_is_never_sent(
    methods: list[Method], wire: AsyncParticle, recorder: Recorder
) -> None:
    for method in methods:
        for name in method.path_arguments:
            for value in WRONG_TEXTS:
                with pytest.raises(ValueError, match=rf"^{name} "):
                    await method.of(wire)(**{**method.arguments, name: value})
            for value in WRONG_TYPES:
                with pytest.raises(TypeError, match=rf"^{name} must be a str"):
                    await method.of(wire)(**{**method.arguments, name: value})
        assert recorder.requests == [], method


@every_resource
async def test_every_path_argument_is_escaped(
    methods: list[Method], wire: AsyncParticle, recorder: Recorder
) -> None:
    for method in methods:
        recorder.respond = lambda request, method=method: method.answer  # type: ignore[misc]
        for name in method.path_arguments:
            arguments = {**method.arguments, name: "../a%2fb\\?q=1#é"}
            await method.of(wire)(**arguments)
            assert recorder.last.method == method.documented[0], method
            assert segments(recorder.last.path) == segments(method.path(arguments)), method
            assert "q" not in dict(recorder.last.query), method
            recorder.clear()


@pytest.mark.parametrize("value", ODD_TEXTS, ids=lambda value: ascii(value)[:20])
async def test_odd_text_reaches_its_own_operation_only(
    value: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.devices.get_variable(value, value)
    assert recorder.last.method == "GET"
    assert segments(recorder.last.path) == ["", "v1", "devices", value, value]
    assert recorder.last.query == []


def segments(path: str) -> list[str]:
    """Decode a path as a server does, that takes it apart first."""
    assert path.isascii()
    parts = path.split("/")
    assert {".", ".."}.isdisjoint(parts)
    return [unquote(part) for part in parts]


class Word(str, Enum):  # noqa: UP042  (a StrEnum shows itself by its value)
    """Shows itself by its name."""

    ONE = "one"


class Number(int, Enum):
    """Shows itself by its name."""

    SEVEN = 7


class Liar(str):
    """Shows itself as another path."""

    __slots__ = ()

    def __str__(self) -> str:
        return "../user"

    def __format__(self, spec: str) -> str:
        return "../user"

    def encode(self, *_: Any) -> bytes:
        return b"../user"


class Numeral(int):
    """Shows itself as another path."""

    def __repr__(self) -> str:
        return "../user"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return "../user"


@pytest.mark.parametrize(
    ("value", "segment"),
    [
        (Word.ONE, "one"),
        (Number.SEVEN, "7"),
        (Liar("one"), "one"),
        (Liar("é"), "%C3%A9"),
        (Numeral(7), "7"),
    ],
)
async def test_what_a_value_is_counts_and_not_what_it_shows(
    value: Any, segment: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.devices.get_variable(value, value, query={"q": value})
    assert recorder.last.path == f"/v1/devices/{segment}/{segment}"
    assert recorder.last.query == [("q", unquote(segment))]
    recorder.clear()
    await wire.product(value).devices.list(groups=[Liar("é")])
    assert recorder.last.path == f"/v1/products/{segment}/devices"
    assert recorder.last.query == [("groups", "é")]


@pytest.mark.parametrize("value", ["secret\n", "\ud800secret", "secret\x00"])
async def test_what_is_refused_is_not_shown(value: str, wire: AsyncParticle) -> None:
    with pytest.raises(ValueError, match=r"^token (is not valid|must not be empty)") as caught:
        await wire.tokens.delete(value)
    assert "secret" not in repr([caught.value, caught.value.__context__])


@pytest.mark.parametrize("scope", ["product", "org"])
async def test_scopes_are_checked_like_every_path_argument(
    scope: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    new_scope = getattr(wire, scope)
    for value in WRONG_TEXTS:
        with pytest.raises(ValueError, match=rf"^{scope} "):
            new_scope(value)
    for value in WRONG_TYPES:
        with pytest.raises(TypeError, match=rf"^{scope} must be a str"):
            new_scope(value)
    assert recorder.requests == []
    for value in ODD_TEXTS:
        await new_scope(value).team.list()
        assert segments(recorder.last.path) == ["", "v1", f"{scope}s", value, "team"]
        recorder.clear()


async def test_a_product_may_be_named_by_its_number(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.product(12857).devices.list()
    assert recorder.last.path == "/v1/products/12857/devices"


@pytest.mark.parametrize("method", STREAMS, ids=repr)
async def test_streams_check_their_path_arguments_at_once(
    method: Method, wire: AsyncParticle
) -> None:
    stream = method.of(getattr(wire, "target", wire))
    for name in {"prefix", "device", "product"} & method.parameters.keys():
        for value in WRONG_TEXTS:
            # A prefix is a text; an id may be a number, but for one of such a size.
            wrong = TypeError if name == "prefix" and isinstance(value, int) else ValueError
            with pytest.raises(wrong, match=rf"^{name} "):
                stream(**{name: value})
        with pytest.raises(TypeError, match=rf"^{name} must be a str"):
            stream(**{name: b"bytes"})


# --- rules ----------------------------------------------------------------------------------------

any_text = st.text(st.characters(codec=None)) | st.text("./%\\?# \n\x00;a", max_size=6)


@given(any_text)
def test_a_segment_is_refused_or_escaped(value: str) -> None:
    encodable = not re.search(r"[\ud800-\udfff]", value)
    harmless = (
        value not in (".", "..") and value.strip() and not re.search(r"[\x00-\x1f\x7f]", value)
    )
    if not (encodable and harmless):
        with pytest.raises(ValueError, match=r"^device_id "):
            path_segment("device_id", value)
        return
    segment = path_segment("device_id", value)
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~!$&'()*+,;=:@-]|%[0-9A-F]{2})+", segment)
    assert unquote(segment, errors="strict") == value
    assert segment not in (".", "..")
    # The HTTP library leaves it as it is.
    url = httpx.URL(f"http://127.0.0.1/v1/devices/{segment}/ping")
    assert url.raw_path.decode() == f"/v1/devices/{segment}/ping"


@given(st.integers())
def test_a_number_is_a_segment(value: int) -> None:
    assert path_segment("version", value) == str(value)


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as server:
        server.respond = lambda request: response(json={})
        yield server


@pytest.fixture(scope="module")
def client(server: Recorder) -> Iterator[Particle]:
    with Particle(TOKEN, base_url=server.base_url) as client:
        yield client


@given(device_id=any_text, name=any_text)
def test_two_segments_stay_two_segments(
    client: Particle, server: Recorder, device_id: str, name: str
) -> None:
    server.clear()
    try:
        client.devices.get_variable(device_id, name)
    except ValueError:
        assert server.requests == []
    else:
        assert segments(server.last.path) == ["", "v1", "devices", device_id, name]
        assert server.last.query == []

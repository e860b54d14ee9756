"""Queries, forms, JSON bodies and headers: what goes in comes out at the other end."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client import UNSET, ConfigurationError, Particle
from particle_client.calls.config import checked_headers
from particle_client.calls.encoding import comma, encode_json, encode_query
from particle_client.models import AccountInfo, Device, DeviceSortAttribute, LibrarySortKey
from tests.conftest import TOKEN
from tests.recorder import Recorder, response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client import AsyncParticle

pytestmark = pytest.mark.anyio

names = st.text(min_size=1)
scalars: st.SearchStrategy[Any] = st.one_of(
    st.text(), st.integers(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False)
)
query_values: st.SearchStrategy[Any] = st.one_of(
    scalars, st.none(), st.just(UNSET), st.lists(scalars), st.tuples(scalars, scalars)
)


def as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def expected_pairs(query: dict[str, Any]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in query.items():
        if isinstance(value, list | tuple):
            pairs += [(name, as_text(item)) for item in value]
        elif value is not None and value is not UNSET:
            pairs.append((name, as_text(value)))
    return pairs


# --- queries and forms ----------------------------------------------------------------------------


@given(st.dictionaries(names, query_values))
def test_a_query_can_be_read_back(query: dict[str, Any]) -> None:
    text = encode_query(query)
    assert text.isascii()
    assert parse_qsl(text, keep_blank_values=True, errors="strict") == expected_pairs(query)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b&c=d+e", "q=a%20b%26c%3Dd%2Be"),
        ("", "q="),
        (True, "q=true"),
        (False, "q=false"),
        (0, "q=0"),
        (1.5, "q=1.5"),
        (["a", "b,c"], "q=a&q=b%2Cc"),
        ([True, 2, UNSET, "x"], "q=true&q=2&q=x"),
        ((), ""),
        (None, ""),
        (UNSET, ""),
        (DeviceSortAttribute.DEVICE_NAME, "q=deviceName"),
        (datetime(2024, 5, 17, 9, 30, tzinfo=UTC), "q=2024-05-17T09%3A30%3A00.000Z"),
        ([date(2024, 5, 17)], "q=2024-05-17"),
    ],
)
def test_values_of_a_query(value: Any, text: str) -> None:
    assert encode_query({"q": value}) == text


@pytest.mark.parametrize("value", [b"bytes", {"a": 1}, Decimal(1), object(), [b"bytes"], [None]])
def test_what_has_no_form_in_a_query_is_refused_by_name(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^since can't be sent"):
        encode_query({"since": value})


@pytest.mark.parametrize("value", [math.nan, math.inf, "\ud800", ["a", "\udfff"]], ids=range(4))
def test_what_cannot_be_written_in_a_query_is_refused_by_name(value: Any) -> None:
    with pytest.raises(ValueError, match=r"^deviceName (must be|is not)"):
        encode_query({"deviceName": value})


@pytest.mark.parametrize("value", [iter(["a"]), (each for each in "ab"), map(str, [1])])
async def test_what_can_be_read_only_once_is_refused(
    value: Any, wire: AsyncParticle, recorder: Recorder
) -> None:
    """The next page, or a repeat, would be asked for without it."""
    with pytest.raises(TypeError, match=r"^deviceName must be a list: a \w+ can be read only once"):
        await wire.product("p").devices.list(device_name=value)
    with pytest.raises(TypeError, match=r"^the body can't be sent as JSON: .* be read only once"):
        await wire.devices.update("1", name=value)
    assert recorder.requests == []


@pytest.mark.parametrize(
    "query", [{"": "a"}, {" \r\n&=": "a"}, {"é": "a"}, {"%00": "\x00"}, {"a": "&b=c#d"}]
)
async def test_names_of_a_query_are_escaped(
    query: dict[str, str], wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.devices.get("1", query=query)
    assert recorder.last.path == "/v1/devices/1"
    assert recorder.last.query == list(query.items())


@pytest.mark.parametrize("options", [{"query": {None: "a"}}, {"query": {b"a": "a"}}])
async def test_names_of_a_query_are_text(
    options: dict[str, Any], wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(TypeError, match="the name of a value can't be sent in a query"):
        await wire.devices.get("1", **options)
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"query": [("a", "hunter2")]}, "query must be a mapping, not list"),
        ({"query": b"a=hunter2"}, "query must be a mapping, not bytes"),
        ({"headers": [("a", "hunter2")]}, "headers must be a mapping, not list"),
        ({"headers": {b"a": "hunter2"}}, "header b'a': name and value must be str"),
        ({"extra_body": [1]}, "extra_body must be a mapping, not list"),
        ({"on_response": "print"}, "on_response must be a function, not str"),
        ({"access_token": b"hunter2"}, "access_token must be a str, not bytes"),
        ({"access_token": lambda: "hunter2"}, "access_token must be a str, not function"),
        ({"timeout": "5"}, "must be seconds"),
        ({"retries": "5"}, "retries must be a whole number"),
    ],
)
async def test_options_of_another_type(
    options: dict[str, Any], message: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(TypeError, match=message) as caught:
        await wire.devices.update("1", name="n", **options)
    assert "hunter2" not in str(caught.value)
    with pytest.raises(TypeError, match=message):
        await wire.get("/v1/things", **options)
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"form": [("a", "b")]}, "form must be a mapping, not list"),
        ({"form": "a=b"}, "form must be a mapping, not str"),
        ({"content": "text"}, "content must be bytes, not str"),
        ({"content": [b"a"]}, "content must be bytes, not list"),
        ({"content": iter([b"a"])}, "content must be bytes, not list_iterator"),
        ({"json": 1, "form": {}}, "a request has one body"),
        ({"form": {"a": Device.from_dict({"id": "1"})}}, "a can't be sent .* Device: pass its id"),
        ({"form": {"a": {"b": 1}}}, "a can't be sent in a query or a form: it is a dict"),
    ],
)
async def test_bodies_of_another_type(
    body: dict[str, Any], message: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(TypeError, match=message):
        await wire.post("/v1/things", **body)
    assert recorder.requests == []


def test_a_list_with_commas_takes_no_commas() -> None:
    assert comma("groups", ["a", "b"]) == "a,b"
    assert comma("groups", "a,b") == "a,b"
    assert comma("groups", UNSET) is UNSET
    assert comma("groups", None) is None
    with pytest.raises(ValueError, match=r"^groups: .*'c,a,b'"):
        comma("groups", ["c", "a,b"])
    once: Any = (each for each in "ab")
    assert comma("groups", once) == "a,b"
    wrong: Any
    for wrong in (5, b"ab", [5], [None], [b"a"], object()):
        with pytest.raises(TypeError, match=r"not iterable|expected str instance"):
            comma("groups", wrong)


async def test_the_query_of_a_method_and_that_of_the_call(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.product("p").devices.list(
        groups=["a&b", "ü"], device_name="=?", query={"page": 3, "more": ["1", "2"]}
    )
    assert sorted(recorder.last.query) == [
        ("deviceName", "=?"),
        ("groups", "a&b,ü"),
        ("more", "1"),
        ("more", "2"),
        ("page", "3"),
    ]


async def test_the_product_of_a_public_key(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(json={"ok": True})
    await wire.devices.send_public_key("d", "KEY")
    assert "product_id" not in json.loads(recorder.last.body)
    recorder.clear()
    await wire.devices.send_public_key("d", "KEY", product_id=7)
    assert json.loads(recorder.last.body)["product_id"] == 7


@pytest.mark.parametrize(
    ("sort", "sent"),
    [
        (LibrarySortKey.NAME, "name"),
        ("-popularity", "-popularity"),
        ("official,verified", "official,verified"),
        ([LibrarySortKey.OFFICIAL, "-name"], "official,-name"),
    ],
)
async def test_libraries_are_sorted_by_one_key_or_several(
    sort: Any, sent: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.libraries.list(sort=sort)
    assert recorder.last.query == [("sort", sent)]


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as server:
        yield server


@pytest.fixture(scope="module")
def sync_client(server: Recorder) -> Iterator[Particle]:
    with Particle(TOKEN, base_url=server.base_url) as client:
        yield client


@given(st.dictionaries(names, query_values), st.dictionaries(names, query_values))
def test_queries_and_forms_survive_the_wire(
    sync_client: Particle, server: Recorder, query: dict[str, Any], form: dict[str, Any]
) -> None:
    server.clear()
    sync_client.post("/v1/things", query=query, form=form)
    assert server.last.query == expected_pairs(query)
    assert server.last.form == expected_pairs(form)
    assert server.last.header("content-type") == "application/x-www-form-urlencoded"
    assert server.last.path == "/v1/things"


# --- JSON -----------------------------------------------------------------------------------------

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(json_values)
def test_json_can_be_read_back(value: Any) -> None:
    assert json.loads(encode_json(value)) == value


@given(json_values)
def test_json_survives_the_wire(sync_client: Particle, server: Recorder, value: Any) -> None:
    server.clear()
    sync_client.put("/v1/things", json=value)
    assert server.last.json == value
    assert server.last.header("content-type") == "application/json"
    assert server.last.header("content-length") == str(len(server.last.body))


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ({"a": UNSET, "b": None, "c": 1}, {"b": None, "c": 1}),
        ({"a": {"b": UNSET, "c": [{"d": UNSET}]}}, {"a": {"c": [{}]}}),
        (MappingProxyType({"a": UNSET, "b": MappingProxyType({})}), {"b": {}}),
        ({"a": ("x", "y"), "b": {"z"}}, {"a": ["x", "y"], "b": ["z"]}),
        (
            AccountInfo(first_name="Ada", company_name=None),
            {"first_name": "Ada", "company_name": None},
        ),
        ([AccountInfo(first_name="Ada")], [{"first_name": "Ada"}]),
        ({"a": {"b": AccountInfo.from_dict({"new": [1]})}}, {"a": {"b": {"new": [1]}}}),
        ({"at": datetime(2024, 5, 17, 9, 30, tzinfo=UTC)}, {"at": "2024-05-17T09:30:00.000Z"}),
        (
            {"at": datetime(2024, 5, 17, 9, 30, tzinfo=timezone(timedelta(hours=2)))},
            {"at": "2024-05-17T07:30:00.000Z"},
        ),
        ({"on": date(2024, 5, 17)}, {"on": "2024-05-17"}),
        ({"sort": DeviceSortAttribute.DEVICE_ID}, {"sort": "deviceId"}),
        ("text", "text"),
        (None, None),
    ],
)
def test_what_json_is_made_of(body: Any, sent: Any) -> None:
    assert json.loads(encode_json(body)) == sent


@pytest.mark.parametrize(
    "body",
    [{"key": b"s3cr3t"}, {"key": memoryview(b"s3cr3t")}, {"key": [object()]}, {"a": [UNSET]}],
)
def test_what_json_cannot_hold_is_refused_without_showing_it(body: Any) -> None:
    with pytest.raises(TypeError, match="can't be sent as JSON") as caught:
        encode_json(body)
    assert "s3cr3t" not in str(caught.value)


def nested() -> list[Any]:
    value: list[Any] = []
    for _ in range(100_000):
        value = [value]
    return value


def endless() -> dict[str, Any]:
    value: dict[str, Any] = {}
    value["again"] = [value]
    return value


@pytest.mark.parametrize(
    ("make", "kind", "reason"),
    [
        (lambda: math.nan, ValueError, "Out of range float values"),
        (lambda: [{"a": -math.inf}], ValueError, "Out of range float values"),
        (lambda: 10**5000, ValueError, r"Exceeds the limit \(4300 digits\)"),
        (lambda: "s3cr3t\ud800", ValueError, ".* surrogates not allowed"),
        (lambda: {"s3cr3t\udfff": 1}, ValueError, ".* surrogates not allowed"),
        (nested, ValueError, "(maximum recursion depth exceeded|Stack overflow)"),
        (endless, ValueError, "Circular reference detected"),
        (lambda: b"s3cr3t", TypeError, "a value of type bytes"),
        (lambda: {"a": [Decimal("1.5")]}, TypeError, "a value of type Decimal"),
        (lambda: timedelta(1), TypeError, "a value of type timedelta"),
        (lambda: {("a", "s3cr3t"): 1}, TypeError, "keys must be str"),
        (lambda: iter(["s3cr3t"]), TypeError, "a list_iterator can be read only once"),
    ],
    ids=range(12),
)
async def test_what_json_cannot_express_is_refused(
    make: Any, kind: type[Exception], reason: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    for call in (
        wire.devices.update("1", name="fine", notes=make()),
        wire.webhooks.create("e", "https://x", response_topic=make()),
        wire.post("/v1/things", json=[make()]),
        wire.post("/v1/things", json={"s3cr3t": "s3cr3t", "x": make()}),
    ):
        with pytest.raises(kind, match=f"^the body can't be sent as JSON: {reason}") as caught:
            await call
        assert "s3cr3t" not in repr([caught.value, caught.value.__cause__])
        assert caught.value.__context__ is None
    assert recorder.requests == []


async def test_an_argument_that_is_not_given_is_not_sent(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.devices.update("1", name="lamp")
    assert recorder.last.json == {"name": "lamp"}
    recorder.clear()
    await wire.product("p").devices.unlock_firmware("1")
    assert recorder.last.json == {"desired_firmware_version": None}
    recorder.clear()
    await wire.user.update(AccountInfo(first_name="Ada"))
    assert recorder.last.json == {"account_info": {"first_name": "Ada"}}


# --- headers --------------------------------------------------------------------------------------

BROKEN_HEADERS: list[dict[Any, Any]] = [
    {"X-A": "1\r\nX-Injected: 2"},
    {"X-A": "1\n2"},
    {"X-A": "1\r2"},
    {"X-A": "\x00"},
    {"X-A": "\x01"},
    {"X-A": "\x7f"},
    {"X-A": " around "},
    {"X-A": "naïve"},
    {"X-A\r\nX-Injected": "1"},
    {"X A": "1"},
    {"X:A": "1"},
    {"": "1"},
    {"Ä": "1"},
    {"Content-Length": "3"},
    {"transfer-encoding": "chunked"},
]


@pytest.mark.parametrize("headers", BROKEN_HEADERS, ids=repr)
async def test_headers_that_would_break_the_request_are_refused(
    headers: dict[str, str], wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ValueError, match="header"):
        await wire.devices.list(headers=headers)
    with pytest.raises(ConfigurationError, match="header"):
        wire.with_options(headers=headers)
    assert recorder.requests == []


@pytest.mark.parametrize("value", [1, None, b"bytes", ["a"]])
def test_a_header_is_text(value: Any) -> None:
    with pytest.raises(TypeError, match="header 'X-A': name and value must be str"):
        checked_headers({"X-A": value})


@given(
    st.from_regex(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,20}", fullmatch=True), st.text('\t !aZ09~"\\:;,=')
)
def test_other_headers_survive_the_wire(
    sync_client: Particle, server: Recorder, name: str, value: str
) -> None:
    name, value = f"X-{name}", value.strip()
    server.clear()
    sync_client.get("/v1/things", headers={name: value})
    assert server.last.header(name) == value

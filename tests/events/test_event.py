"""Events: what they say, and that nothing is lost."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client.events import decoder
from particle_client.events.decoder import decode_json, decode_object
from particle_client.events.event import Event

OLD_FORM = (
    '{"data":"25.34","ttl":"60","published_at":"2015-07-18T00:12:18.174Z",'
    '"coreid":"0123456789abcdef01234567"}'
)
NEW_FORM = (
    '{"data":"{\\"t\\":19,\\"v\\":1}","ttl":60,"published_at":"2024-05-13T10:55:40.306Z",'
    '"coreid":"e00fce68ece1d3d21a73dcc9","userid":"597771d1f92bae142dbb7559","version":1,'
    '"public":false,"productID":30301,"name":"tempmon"}'
)


def event_with(**fields: Any) -> Event:
    return Event("test", json.dumps(fields))


def test_the_older_form() -> None:
    event = Event("temperature", OLD_FORM)
    assert event.name == "temperature"
    assert event.data == "25.34"
    assert event.ttl == 60
    assert event.published_at == datetime(2015, 7, 18, 0, 12, 18, 174000, tzinfo=UTC)
    assert event.device_id == "0123456789abcdef01234567"
    assert (event.user_id, event.product_id, event.version, event.public) == (None,) * 4
    assert not event.malformed
    assert event.additional_properties == {}


def test_the_newer_form() -> None:
    event = Event("tempmon", NEW_FORM)
    assert event.data == '{"t":19,"v":1}'
    assert event.json() == {"t": 19, "v": 1}
    assert event.ttl == 60
    assert event.user_id == "597771d1f92bae142dbb7559"
    assert event.product_id == 30301
    assert event.version == 1
    assert event.public is False


def test_the_name_in_the_json_counts_where_the_stream_gives_none() -> None:
    assert Event("", NEW_FORM).name == "tempmon"
    assert Event("given", NEW_FORM).name == "given"
    assert Event("", OLD_FORM).name == "message"
    assert Event("", '{"name":5}').name == "message"
    assert Event("", "no JSON").name == "message"


@pytest.mark.parametrize("raw", ["", "hello", "[1]", '"text"', "5", "null", '{"data":"x"', "{}x"])
def test_a_line_that_is_no_json_object_is_handed_over_and_marked(raw: str) -> None:
    event = Event("test", raw)
    assert event.malformed
    assert event.data == raw
    assert event.ttl is None
    assert event.published_at is None
    assert event.additional_properties == {}
    assert event.to_dict() == {"name": "test", "data": raw}
    assert "malformed" in repr(event)
    assert event.data_bytes() == raw.encode()


def test_json_that_is_nested_too_deeply_is_no_reason_to_fail() -> None:
    raw = '{"data":' + "[" * 100_000
    assert Event("test", raw).malformed


@pytest.mark.parametrize("raw", ["{}", " {} ", "\t{\n}\r", '{"ttl":60}'])
def test_an_object_without_data(raw: str) -> None:
    event = Event("test", raw)
    assert not event.malformed
    assert event.data is None
    assert event.json() is None
    assert event.data_bytes() is None
    assert event.content_type is None


def test_null_data_is_no_data() -> None:
    assert event_with(data=None).data is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(25, "25"), (True, "true"), ({"a": "ü"}, '{"a":"ü"}'), ([1, 2], "[1,2]")],
)
def test_data_that_is_no_string_in_the_json(value: Any, text: str) -> None:
    event = event_with(data=value)
    assert event.data == text
    assert event.json() == value


def test_json_says_so_when_the_data_is_none() -> None:
    with pytest.raises(json.JSONDecodeError):
        event_with(data="online").json()


@pytest.mark.parametrize(
    ("ttl", "expected"),
    [(60, 60), ("60", 60), (60.0, 60), (60.5, None), ("soon", None), (True, None), ([], None)],
)
def test_ttl_comes_as_number_or_text(ttl: Any, expected: int | None) -> None:
    assert event_with(ttl=ttl).ttl == expected


@pytest.mark.parametrize(
    ("public", "expected"),
    [(True, True), (False, False), ("true", True), ("False", False), ("x", None), (1, None)],
)
def test_public(public: Any, expected: bool | None) -> None:
    assert event_with(public=public).public is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-13T10:55:40.306Z", datetime(2024, 5, 13, 10, 55, 40, 306000, tzinfo=UTC)),
        ("2024-05-13T10:55:40+02:00", datetime(2024, 5, 13, 8, 55, 40, tzinfo=UTC)),
        ("2024-05-13T10:55:40", datetime(2024, 5, 13, 10, 55, 40, tzinfo=UTC)),
        # Only dateutil takes one digit.
        ("2016-01-01T14:41:0.000Z", datetime(2016, 1, 1, 14, 41, tzinfo=UTC)),
        ("yesterday, perhaps", None),
        ("", None),
    ],
)
def test_published_at(text: str, expected: datetime | None) -> None:
    published_at = event_with(published_at=text).published_at
    assert published_at == expected
    assert published_at is None or published_at.utcoffset() is not None


def test_published_at_that_is_no_text_is_reached_by_its_name() -> None:
    event = event_with(published_at=1715597740)
    assert event.published_at is None
    assert event["published_at"] == 1715597740


def test_offsets_are_kept() -> None:
    published_at = event_with(published_at="2024-05-13T10:55:40+02:00").published_at
    assert isinstance(published_at, datetime)
    assert published_at.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        (
            "data:application/octet-stream;base64,AAEC/w==",
            "application/octet-stream",
            b"\0\1\2\xff",
        ),
        ("data:application/octet-stream;base64,AAEC/w", "application/octet-stream", b"\0\1\2\xff"),
        ("data:;base64,aGk=", "text/plain", b"hi"),
        ("data:,h%C3%BC", "text/plain", "hü".encode()),
        ("data:text/plain;charset=utf-8,a b", "text/plain;charset=utf-8", b"a b"),
        ("DATA:image/png;BASE64,aGk%3D", "image/png", b"hi"),
        ("data: 1, 2, 3", None, b"data: 1, 2, 3"),
        ("data:", None, b"data:"),
        ("25.34 °C", None, "25.34 °C".encode()),
        ("", None, b""),
    ],
)
def test_bytes(data: str, content_type: str | None, expected: bytes) -> None:
    event = event_with(data=data)
    assert event.content_type == content_type
    assert event.data_bytes() == expected


def test_bytes_inside_structured_data() -> None:
    # Verbatim from Particle's page on typed publish.
    text = '{"a":1234,"b":{"_type":"buffer","_data":"ncrk3+mvVzOLV1XWflF3HA=="}}'
    event = event_with(data=text)
    content = bytes.fromhex("9dcae4dfe9af57338b5755d67e51771c")
    assert event.json() == {"a": 1234, "b": content}
    assert event.data == text
    assert event.to_dict()["data"] == text


@pytest.mark.parametrize(
    "value",
    [
        {"_type": "buffer", "_data": "a!b"},
        {"_type": "buffer", "_data": 5},
        {"_type": "other", "_data": "aGk="},
        {"_type": "buffer", "_data": "aGk=", "more": 1},
    ],
)
def test_what_only_looks_like_bytes_stays(value: Any) -> None:
    assert event_with(data=json.dumps([value])).json() == [value]
    with pytest.raises(json.JSONDecodeError):
        event_with(data='"_data"' + "[" * 100_000).json()


def test_broken_base64_is_an_error_that_names_the_event() -> None:
    with pytest.raises(ValueError, match="'test'"):
        event_with(data="data:;base64,a!b").data_bytes()


def test_nothing_that_came_is_lost() -> None:
    event = event_with(data="1", extra={"a": [1]}, ttl="x")
    assert event.additional_properties == {"extra": {"a": [1]}}
    assert event["extra"] == {"a": [1]}
    assert event["ttl"] == "x"
    assert "extra" in event
    assert "coreid" not in event
    with pytest.raises(KeyError):
        event["coreid"]
    assert event.to_dict() == {"name": "test", "data": "1", "extra": {"a": [1]}, "ttl": "x"}


def test_changing_a_copy_leaves_the_event_alone() -> None:
    event = event_with(data="1", extra={"a": [1]})
    event.to_dict()["extra"]["a"].append(2)
    assert event["extra"] == {"a": [1]}


def test_to_dict_and_back() -> None:
    event = Event("tempmon", NEW_FORM)
    again = Event.from_dict(event.to_dict())
    assert again.to_dict() == event.to_dict()
    assert again.name == "tempmon"


def test_the_name_of_the_stream_wins_in_to_dict() -> None:
    assert Event("given", NEW_FORM).to_dict()["name"] == "given"


@pytest.mark.parametrize("raw", [OLD_FORM, "no JSON"])
def test_copies_are_equal(raw: str) -> None:
    event = Event("a", raw, "7")
    assert event.data is not None  # also once it is decoded
    for other in (pickle.loads(pickle.dumps(event)), copy.copy(event), copy.deepcopy(event)):
        assert other == event
        assert hash(other) == hash(event)
        assert (other.name, other.raw, other.id) == ("a", raw, "7")


@pytest.mark.parametrize(
    "other", [Event("b", OLD_FORM), Event("a", "{}"), Event("a", OLD_FORM, "1"), "a"]
)
def test_different_events_differ(other: object) -> None:
    assert Event("a", OLD_FORM) != other


def test_an_event_is_an_attrs_class() -> None:
    event = Event("tempmon", NEW_FORM, "7")
    assert str(inspect.signature(Event)) == "(name: 'str', raw: 'str', id: 'str' = '') -> 'None'"
    assert event.data is not None  # what was decoded isn't taken for content
    content = {"name": "tempmon", "raw": NEW_FORM, "id": "7"}
    assert attrs.asdict(event) == cattrs.unstructure(event) == content
    assert attrs.evolve(event, name="x") == Event("x", NEW_FORM, "7")


def test_repr_is_short_and_shows_no_long_data() -> None:
    token = "0123456789abcdef0123456789abcdef01234567"
    shown = repr(event_with(data=token, coreid="e00fce68ece1d3d21a73dcc9", extra=token))
    assert token not in shown
    assert token[:20] not in shown
    assert shown == "<Event 'test' device_id='e00fce68ece1d3d21a73dcc9' data=<40 characters>>"
    assert repr(event_with(data="online")) == "<Event 'test' data='online'>"
    assert len(repr(event_with(data="x" * 100_000))) < 100


@pytest.fixture(params=["standard library", "speed"])
def each_decoder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "standard library":
        monkeypatch.setattr(decoder, "decode_any", json.loads)
        monkeypatch.setattr(decoder, "decode_fast", decoder.standard_object)


@pytest.mark.usefixtures("each_decoder")
@pytest.mark.parametrize(
    "raw",
    [
        OLD_FORM,
        NEW_FORM,
        '{"data":"1","data":2}',
        '{"data":"1","other":%s}' % ("1" * 5000),
        '{"data":"1","other":NaN,"ttl":1e999}',
        '{"data":"1","other":"\\ud800"}',
        '{"d\\u0061ta":"1","other":{"data":2}}',
        '{"data":"1","other":"\\x"}',
        '{"data":"1","other":01}',
        '{"data":"1","other":"\t"}',
        '{"data":"1","other":[1,]}',
        '{"data":"1"}}',
    ],
)
def test_both_decoders_give_the_same_in_any_order(raw: str) -> None:
    try:
        fields = json.loads(raw)
    except ValueError:
        fields = None
    events = [Event("a", raw) for _ in range(3)]
    events[0].to_dict()  # decodes all of it
    assert events[1].ttl == events[0].ttl  # what is known suffices
    for event in events:
        assert event.malformed == (fields is None)
        expected = {"data": raw} if fields is None else fields
        assert repr(event.to_dict()) == repr({"name": "a"} | expected | {"name": "a"})
        assert ("coreid" in event) == ("coreid" in expected)
        assert event.device_id == expected.get("coreid")
        assert event.data == str(expected["data"])


@pytest.mark.usefixtures("each_decoder")
def test_data_that_is_nested_too_deeply_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="deeply"):
        event_with(data="[" * 100_000).json()


# --- decoding -----------------------------------------------------------------------------------

JSON_TEXTS = st.one_of(
    st.recursive(
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.text(st.characters(), max_size=5),
        ),
        lambda children: (
            st.lists(children, max_size=3)
            | st.dictionaries(st.text(max_size=3), children, max_size=3)
        ),
        max_leaves=8,
    ).flatmap(lambda value: st.sampled_from([json.dumps(value), json.dumps(value, indent=1)])),
    st.text(st.sampled_from('{}[]":,0123456789.eE+-\\ud8tfn\u00a0 \n\ufeff'), max_size=12),
    st.sampled_from(
        [
            '{"a":1,"a":2}',
            '{"a":1e400}',
            '{"a":-0}',
            '{"a":NaN}',
            '{"a":"\\ud800"}',
            '{"a":"\ud800"}',
            '{"a":"\x01"}',
            '{"a":' + "1" * 5000 + "}",
            '{"a":123456789012345678901234567890}',
        ]
    ),
)


@given(text=JSON_TEXTS)
def test_json_is_decoded_as_the_standard_library_does(text: str) -> None:
    def outcome(decode: Any) -> str:
        try:
            return repr(decode(text))
        except ValueError:
            return "no JSON"

    expected = outcome(json.loads)
    assert outcome(decode_json) == expected
    assert repr(decode_object(text)) == (expected if expected.startswith("{") else "None")

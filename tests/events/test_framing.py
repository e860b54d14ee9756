"""The parser of event streams, line by line and piece by piece."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client.errors import StreamLimitError
from particle_client.events.sse import EventStreamParser

from .reference_parser import parse_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Found = tuple[str, str, str]


def make(name: str, data: str, last_event_id: str = "") -> Found:
    return name, data, last_event_id


def one_piece(content: bytes) -> list[bytes]:
    return [content]


def bytes_singly(content: bytes) -> list[bytes]:
    return [content[i : i + 1] for i in range(len(content))]


def after_line_ends(content: bytes) -> list[bytes]:
    """Pieces that begin with a line end, so that each is cut off from the line it ends."""
    return [piece for piece in re.split(b"(?=[\r\n])", content) if piece]


chunkings = pytest.mark.parametrize("cut", [one_piece, bytes_singly, after_line_ends])


def feed(
    pieces: Iterable[bytes], *, last_event_id: str = ""
) -> tuple[list[Found], EventStreamParser[Found]]:
    parser = EventStreamParser(make, last_event_id=last_event_id)
    found: list[Found] = []
    for piece in pieces:
        parser.feed(piece, found)
    return found, parser


FRAMES: dict[str, tuple[bytes, list[Found]]] = {
    "lf": (b"event: a\ndata: 1\n\n", [("a", "1", "")]),
    "cr": (b"event: a\rdata: 1\r\r", [("a", "1", "")]),
    "crlf": (b"event: a\r\ndata: 1\r\n\r\n", [("a", "1", "")]),
    "mixed line ends": (b"event: a\rdata: 1\r\n\ndata: 2\n\r", [("a", "1", ""), ("", "2", "")]),
    "two events": (b"event: a\ndata: 1\n\nevent: b\ndata: 2\n\n", [("a", "1", ""), ("b", "2", "")]),
    "no name": (b"data: 1\n\n", [("", "1", "")]),
    "empty name": (b"event: \ndata: 1\n\n", [("", "1", "")]),
    "name only": (b"event: a\n\ndata: 1\n\n", [("", "1", "")]),
    "name twice": (b"event: a\nevent: b\ndata: 1\n\n", [("b", "1", "")]),
    "data first": (b"data: 1\nevent: a\n\n", [("a", "1", "")]),
    "no space": (b"event:a\ndata:1\n\n", [("a", "1", "")]),
    "only one space is taken": (b"event:  a\ndata:  1 \n\n", [(" a", " 1 ", "")]),
    "a tab is no space": (b"data:\t1\n\n", [("", "\t1", "")]),
    "colon in the value": (b"event: a:b\ndata: c: d\n\n", [("a:b", "c: d", "")]),
    "field without colon": (b"data\n\n", [("", "", "")]),
    "two fields without colon": (b"data\ndata\n\n", [("", "\n", "")]),
    "empty data": (b"data:\n\n", [("", "", "")]),
    "multi-line data": (b"data: 1\ndata:\ndata: 2\n\n", [("", "1\n\n2", "")]),
    "data line looks like a block's end": (
        b"event: a\ndata: 1\ndata: 2\n\nevent: b\n\nevent: c\ndata: 3\n\n",
        [("a", "1\n2", ""), ("c", "3", "")],
    ),
    "unknown fields": (b"foo: 1\nbar\ndata: 1\n\n", [("", "1", "")]),
    "field names are exact": (b"Data: 1\n data: 2\ndata : 3\n\n", []),
    "comment": (b": hello\ndata: 1\n:\ndata: 2\n\n", [("", "1\n2", "")]),
    "greeting": (b":ok\n\nevent: a\ndata: 1\n\n", [("a", "1", "")]),
    "heartbeats between": (b"data: 1\n\n\n\n:hb\n\n\ndata: 2\n\n", [("", "1", ""), ("", "2", "")]),
    "blank lines at the beginning": (b"\n\r\n\rdata: 1\n\n", [("", "1", "")]),
    "no event from an empty block after an id": (
        b"id: 7\ndata: 1\n\n\n:hb\n\ndata: 2\n\n",
        [("", "1", "7"), ("", "2", "7")],
    ),
    "id without data": (b"id: 7\n\ndata: 1\n\n", [("", "1", "7")]),
    "id emptied": (b"id: 7\ndata: 1\n\nid\ndata: 2\n\n", [("", "1", "7"), ("", "2", "")]),
    "id with NUL is ignored": (b"id: 7\n\nid: 8\0\ndata: 1\n\n", [("", "1", "7")]),
    "ids in the common form's company": (
        b"event: a\ndata: 1\n\nid: 5\nevent: b\ndata: 2\n\nevent: c\ndata: 3\n\n",
        [("a", "1", ""), ("b", "2", "5"), ("c", "3", "5")],
    ),
    "unfinished event": (b"data: 1\n\nevent: b\ndata: 2\n", [("", "1", "")]),
    "unfinished line": (b"data: 1\n\ndata: 2", [("", "1", "")]),
    "byte order mark": (b"\xef\xbb\xbfdata: 1\n\n", [("", "1", "")]),
    "byte order mark and common form": (b"\xef\xbb\xbfevent: a\ndata: 1\n\n", [("a", "1", "")]),
    "only one byte order mark": (b"\xef\xbb\xbf\xef\xbb\xbfdata: 1\n\n", []),
    "byte order mark later": (b"data: 1\n\n\xef\xbb\xbfdata: 2\n\n", [("", "1", "")]),
    "part of a byte order mark": (b"\xef\xbbdata: 1\n\ndata: 2\n\n", [("", "2", "")]),
    "U+2028, U+2029, U+0085, VT and FF are no line ends": (
        "event: a\ndata: 1\u2028\u2029\u0085\v\f\x1c\x1d2\n\n".encode(),
        [("a", "1\u2028\u2029\u0085\v\f\x1c\x1d2", "")],
    ),
    "characters of every length": (
        "event: ü€😀\ndata: ü€😀\n\n".encode(),
        [("ü€😀", "ü€😀", "")],
    ),
    "broken UTF-8": (
        b"event: a\ndata: \xff\xe2\x82\n\ndata: \xe2\x82\xac\n\n",
        [("a", "\ufffd\ufffd", ""), ("", "€", "")],
    ),
    "NUL in data": (b"data: a\0b\n\n", [("", "a\0b", "")]),
    "nothing": (b"", []),
}


@chunkings
@pytest.mark.parametrize("name", FRAMES)
def test_frames(name: str, cut: Callable[[bytes], list[bytes]]) -> None:
    content, expected = FRAMES[name]
    assert feed(cut(content))[0] == expected


@pytest.mark.parametrize("name", FRAMES)
def test_the_reference_parser_agrees(name: str) -> None:
    content, expected = FRAMES[name]
    assert parse_whole(content).events == expected


def test_an_event_comes_as_soon_as_its_blank_line_is_there() -> None:
    parser = EventStreamParser(make)
    found: list[Found] = []
    for piece, count in [
        (b"event: a\r", 0),
        (b"data: 1\r", 0),
        (b"\r", 1),  # the LF that may follow says nothing new
        (b"\n", 1),
        (b"data: 2\n\ndata: 3\n", 2),
        (b"\n", 3),
    ]:
        parser.feed(piece, found)
        assert len(found) == count, piece


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([b"data: 1\n", b"event: b\ndata: 2\n\n"], [("b", "1\n2", "")]),
        ([b"data: 1", b"event: b\ndata: 2\n\n"], [("", "1event: b\n2", "")]),
        ([b"id: 7\n", b"event: b\ndata: 2\n\n"], [("b", "2", "7")]),
        ([b"data: 1\r", b"event: b\ndata: 2\n\n"], [("b", "1\n2", "")]),
        ([b"data: 1\r\r", b"event: b\ndata: 2\n\n"], [("", "1", ""), ("b", "2", "")]),
        ([b"event: b\ndata: 2\n\r", b"\ndata: 3\n\n"], [("b", "2", ""), ("", "3", "")]),
        ([b"event: b\rdata: 2\n\n", b"\ndata: 3\n\n"], [("b", "2", ""), ("", "3", "")]),
        ([b"\xef\xbb", b"event: b\ndata: 2\n\n"], [("", "2", "")]),
        ([b":ok\n", b"event: b\ndata: 2\n\n"], [("b", "2", "")]),
    ],
)
def test_a_piece_that_looks_like_one_event(pieces: list[bytes], expected: list[Found]) -> None:
    assert parse_whole(b"".join(pieces)).events == expected
    assert feed(pieces)[0] == expected


@chunkings
@pytest.mark.parametrize(
    ("content", "retry"),
    [
        (b"retry: 1500\n", 1500),
        (b"retry:0\n\n", 0),
        (b"retry: 1\nretry: 2\n", 2),
        (b"retry: 12", None),
        (b"retry: -5\n", None),
        (b"retry: 1_0\n", None),
        (b"retry: 1.5\n", None),
        (b"retry:  1\n", None),
        (b"retry: 0x10\n", None),
        ("retry: ٣\n".encode(), None),
        ("retry: ²\n".encode(), None),
        (b"retry\n", None),
        (b"retry: " + b"9" * 5000 + b"\n", None),
    ],
)
def test_retry_takes_digits_only(
    content: bytes, retry: int | None, cut: Callable[[bytes], list[bytes]]
) -> None:
    assert feed(cut(content))[1].retry == retry


@chunkings
@pytest.mark.parametrize(
    ("content", "count"),
    [
        (b"", 0),
        (b":ok\n\n", 0),
        (b": ok\r\n\r\n", 0),
        (b":ok", 0),
        (b":hello\n\n", 1),
        (b":ok\n\n:ok\n\n", 1),
        (b":ok\n\n\n", 1),
        (b":ok\n\n\n\n", 2),
        (b"\n", 1),
        (b"\r\n", 1),
        (b":hb\n\n:hb\n\n", 2),
        (b":hb\n:hb\n", 2),
        (b"event: a\ndata: 1\n\n", 0),
        (b"event: a\ndata: 1\n\n\n", 1),
        (b"event: a\n\n", 0),
        (b"event: a\n:hb\ndata: 1\n\n", 1),
        (b"event: a\ndata: 1\n\n:ok\n\n", 1),
        (b":ok\n\nevent: a\ndata: 1\n\n\nevent: b\ndata: 2\n\n", 1),
    ],
)
def test_heartbeats_are_counted(
    content: bytes, count: int, cut: Callable[[bytes], list[bytes]]
) -> None:
    assert feed(cut(content))[1].heartbeats == count


@chunkings
def test_the_id_is_kept_over_connections(cut: Callable[[bytes], list[bytes]]) -> None:
    found, parser = feed(cut(b"data: 1\n\nid: 9\ndata: 2\n"), last_event_id="8")
    assert found == [("", "1", "8")]
    # Event 9 never came, so it has to be asked for again.
    assert parser.last_event_id == "8"
    parser.feed(b"\n", found)
    assert parser.last_event_id == "9"


# --- limits -------------------------------------------------------------------------------------


def limited(line: int, event: int) -> EventStreamParser[Found]:
    return EventStreamParser(make, max_line_size=line, max_event_size=event)


@chunkings
@pytest.mark.parametrize(
    ("content", "line", "event", "named"),
    [
        (b"data: 3456789\n\n", 12, 100, "max_line_size=12"),
        (b"data: 3456789", 12, 100, "max_line_size=12"),
        (b":comments, too\n", 12, 100, "max_line_size=12"),
        (b"data: 1\ndata: 2\ndata: 3\n\n", 100, 20, "max_event_size=20"),
        (b"data: 1\ndata: 2\ndata: 3", 100, 20, "max_event_size=20"),
        (b"event: a\ndata: 3456789\n\n", 100, 20, "max_event_size=20"),
    ],
)
def test_over_a_limit(
    content: bytes, line: int, event: int, named: str, cut: Callable[[bytes], list[bytes]]
) -> None:
    parser = limited(line, event)
    found: list[Found] = []
    with pytest.raises(StreamLimitError, match=named):  # noqa: PT012
        for piece in cut(b"data: 0\n\n" + content):
            parser.feed(piece, found)
    assert found == [("", "0", "")]  # what came before the fault


@chunkings
@pytest.mark.parametrize(
    ("content", "line", "event"),
    [
        (b"data: 3456789\n\n", 13, 13),
        (b"data: 1\ndata: 2\ndata: 3\n\n", 7, 21),
        (b"event: a\ndata: 3456789\n\n", 13, 21),
        # Neither adds up over events, nor do comments.
        (b"data: 3456789\n\n" * 9, 13, 13),
        (b":3456789012\n" * 9 + b"data: 1\n:3456789\n:3456789\n\n", 13, 20),
    ],
)
def test_just_within_the_limits(
    content: bytes, line: int, event: int, cut: Callable[[bytes], list[bytes]]
) -> None:
    parser = limited(line, event)
    found: list[Found] = []
    for piece in cut(content):
        parser.feed(piece, found)
    assert found == parse_whole(content).events


def test_an_endless_line_takes_no_more_memory_than_its_limit() -> None:
    parser = EventStreamParser(make)
    found: list[Found] = []
    piece = b"x" * 65536
    with pytest.raises(StreamLimitError, match="max_line_size=1048576"):  # noqa: PT012
        for _ in range(17):
            parser.feed(piece, found)


# --- any chunking -------------------------------------------------------------------------------

LINES = st.one_of(
    st.sampled_from(
        [
            "",
            "",
            ":ok",
            ":hb",
            "data",
            "data:",
            "data: 1",
            'data: {"data":"ü€😀"}',
            "data: \u2028",
            "event: a",
            "event: spark/status",
            "event:b",
            "event: ",
            "id: 1",
            "id",
            "id: \0",
            "retry: 7",
            "retry: x",
            "\ufeff",
        ]
    ),
    st.text(st.characters(exclude_characters="\r\n", codec="utf-8"), max_size=8),
)
COMMON = st.tuples(st.sampled_from(["a", "ü", ""]), st.sampled_from(["1", "{}", ""])).map(
    lambda parts: f"event: {parts[0]}\ndata: {parts[1]}\n\n".encode()
)
STREAMS = st.lists(
    st.one_of(
        COMMON,
        st.tuples(LINES.map(str.encode), st.sampled_from([b"\n", b"\r", b"\r\n"])).map(b"".join),
        st.sampled_from([b"\xff", b"\xe2\x82", b"\xef\xbb\xbf", b"\r", b"\n", b"\n\n"]),
        st.binary(max_size=4),
    ),
    max_size=20,
).map(b"".join)


@given(content=STREAMS, cuts=st.lists(st.integers(0, 300), max_size=12))
def test_any_stream_in_any_pieces(content: bytes, cuts: list[int]) -> None:
    expected = parse_whole(content)
    places = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    pieces = [content[a:b] for a, b in pairwise(places)]
    found, parser = feed(pieces)
    assert found == expected.events
    assert (parser.last_event_id, parser.retry) == (expected.last_event_id, expected.retry)
    _, whole = feed([content])
    assert parser.heartbeats == whole.heartbeats


@given(content=STREAMS, cuts=st.lists(st.integers(0, 300), max_size=6), limit=st.integers(1, 40))
def test_limits_hold_in_any_pieces(content: bytes, cuts: list[int], limit: int) -> None:
    def outcome(pieces: list[bytes]) -> tuple[list[Found], bool]:
        parser = limited(limit, limit)
        found: list[Found] = []
        try:
            for piece in pieces:
                parser.feed(piece, found)
        except StreamLimitError:
            return found, True
        return found, False

    places = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    assert outcome([content]) == outcome([content[a:b] for a, b in pairwise(places)])

"""Joining chunks: the HTTP library reads the same out of what is joined as out of what came."""

from __future__ import annotations

from itertools import pairwise

import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from particle_client.events.joining import ChunkJoiner

HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


def read(pieces: list[bytes]) -> tuple[bytes, bool, int]:
    """Return the body that the HTTP library finds, whether it is whole, and in how many pieces."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("host", "x")]))
    connection.send(h11.EndOfMessage())
    body, count = b"", 0
    try:
        for piece in [*pieces, b""]:
            connection.receive_data(piece)
            while (found := connection.next_event()) not in (h11.NEED_DATA, h11.PAUSED):
                if isinstance(found, h11.Data):
                    body += bytes(found.data)
                    count += 1
                elif isinstance(found, h11.EndOfMessage):
                    return body, True, count
                elif isinstance(found, h11.ConnectionClosed):
                    break
    except h11.RemoteProtocolError:
        pass
    return body, False, count


def join(pieces: list[bytes]) -> list[bytes]:
    joiner = ChunkJoiner()
    return [found for piece in [*pieces, b""] if (found := joiner.feed(piece))]


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(data), data)


def test_chunks_that_come_together_are_one() -> None:
    content = HEAD + chunk(b"one") + chunk(b"two") + chunk(b"three") + b"0\r\n\r\n"
    assert read([content]) == (b"onetwothree", True, 3)
    assert read(join([content])) == (b"onetwothree", True, 1)


def test_a_small_chunk_waits_for_its_rest_and_nothing_else_waits() -> None:
    joiner = ChunkJoiner()
    assert joiner.feed(HEAD) == HEAD
    assert joiner.feed(b"a\r\n0123") == b""
    assert joiner.feed(b"456789\r") == b""
    assert joiner.feed(b"\n1") == b"a\r\n0123456789\r\n"
    assert joiner.feed(b"\r\nx\r\n2\r\n") == b"1\r\nx\r\n"
    assert joiner.feed(b"yz\r\n1\r\na\r\n2\r\nbc\r\n") == b"5\r\nyzabc\r\n"
    assert joiner.feed(b"0\r\n") == b"0\r\n"
    assert joiner.feed(b"\r\nHTTP/1.1 200 OK\r\n") == b"\r\nHTTP/1.1 200 OK\r\n"


def test_a_large_chunk_does_not_wait() -> None:
    joiner = ChunkJoiner()
    joiner.feed(HEAD)
    assert joiner.feed(b"1\r\nx\r\n10000\r\n01") == b"1\r\nx\r\n10000\r\n01"
    assert joiner.feed(b"23") == b"23"


def test_the_end_of_the_connection_ends_all_waiting() -> None:
    joiner = ChunkJoiner()
    joiner.feed(HEAD)
    assert joiner.feed(b"a\r\n0123") == b""
    assert joiner.feed(b"") == b"a\r\n0123"
    assert joiner.feed(b"") == b""


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace(b"200", b"500"),
        HEAD.replace(b"HTTP/1.1", b"HTTP/1.0"),
        HEAD.replace(b"Transfer-Encoding: chunked", b"Content-Length: 30"),
        HEAD.replace(b"chunked", b"gzip, chunked"),
        b"HTTP/1.1 200 Connection established\r\n\r\n",
        b"\x00\x00\x12\x04\x00",  # HTTP/2
        b"220 smtp.example.com\r\n\r\n",
    ],
)
def test_what_is_no_event_stream_in_chunks_passes_as_it_is(head: bytes) -> None:
    pieces = [head + chunk(b"one") + chunk(b"two"), chunk(b"three"), HEAD + chunk(b"a") * 2]
    assert join(pieces) == pieces


def test_a_head_without_end_is_not_kept() -> None:
    joiner = ChunkJoiner()
    pieces = [HEAD[:-2] + b"X: ", *[b"x" * 10_000] * 10, b"\r\n\r\n" + chunk(b"one") * 2]
    for piece in pieces:
        assert joiner.feed(piece) == piece


def test_a_chunk_header_without_end_is_not_held_back() -> None:
    joiner = ChunkJoiner()
    joiner.feed(HEAD)
    passed = b"".join(joiner.feed(b"1" * 1000) for _ in range(10))
    assert passed == b"1" * 10_000


CHUNKS = st.one_of(
    st.binary(min_size=1, max_size=20).map(chunk),
    st.binary(min_size=1, max_size=20).map(lambda data: b"%X;a=b\r\n%b\r\n" % (len(data), data)),
    st.just(b"00A\r\n0123456789\r\n"),
)
BROKEN = st.sampled_from(
    [
        b"",
        b"0\r\n\r\n",
        b"0\r\nTrailer: x\r\n\r\n",
        b"0;a\r\n\r\n",
        b"3\r\nabcd\r\n",
        b"3\r\nab",
        b"3\r\nabc\rx",
        b"3\r\nabc\n3\r\nabc\r\n",
        b"3\nabc\n",
        b"x\r\n",
        b"-1\r\na\r\n",
        b"0x1\r\na\r\n",
        b"1_0\r\n0123456789\r\n",
        b" 1\r\na\r\n",
        b"1 \r\na\r\n",
        b"\r\n",
        b"\r",
        b"f",
        b"fffffffffffffffffffff\r\na\r\n",
        b"1;\x00\r\na\r\n",
    ]
)


@given(
    chunks=st.lists(CHUNKS, max_size=8),
    end=BROKEN,
    more=st.lists(CHUNKS, max_size=2),
    cuts=st.lists(st.integers(1, 400), max_size=8),
)
@example(chunks=[], end=b"3\r\nabcd\r\n", more=[b"d\r\n0123456789abc\r\n"], cuts=[])
def test_the_http_library_reads_the_same(
    chunks: list[bytes], end: bytes, more: list[bytes], cuts: list[int]
) -> None:
    content = HEAD + b"".join(chunks) + end + b"".join(more)
    places = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    pieces = [content[a:b] for a, b in pairwise(places)]
    assert read(join(pieces))[:2] == read(pieces)[:2]

"""Random event streams, cut into random pieces, against the reference parser: `make fuzz`.

    python -m tests.fuzz [SECONDS] [--seed SEED]

Half of the time bytes go straight into the parser; the other half they go over a socket, from a
server that breaks its connections in every way, into the sync and the async client. Both decoders
(the standard library's and msgspec, if it is installed) read each event. What differs is shown with
the seed that repeats it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from typing import Any
from unittest.mock import patch

import anyio

from particle_client.events import Event, decoder
from particle_client.events.sse import EventStreamParser

from .events.following import follow
from .events.raw_server import Connection, RawServer, Step
from .events.reference_parser import parse_whole
from .events.test_reconnecting import ENDS, REFUSALS

TEXTS = ["", "a", "temperature", "ü", "€", "😀", "\u2028", "\x85", "\x0b", ":", " ", "\ufeff", "\0"]
VALUES: list[Any] = [
    "21.5", "", "ü€😀", "\u2028", '{"a":1}', "NaN", "\ud800", None, True, 0, -1.5, 1e400, 10**30,
    [1, "b"], {"c": {"d": None}},
]  # fmt: skip
RAW = [
    "NaN", "[1]", "{", '{"data":1,"data":"2"}', '{"data":NaN}', "null", '"text"', "[" * 5000,
    '{"data":"\\ud800"}', '{"data": "x"} ', '{"data":1e999}', "{'data':1}", '{"data":"a\tb"}',
]  # fmt: skip
STANDARD: dict[str, Any] = {"decode_any": json.loads, "decode_fast": decoder.standard_object}
LINE_ENDS = ["\n", "\n", "\n", "\r\n", "\r"]
BROKEN = [b"\xff", b"\xe2\x82", b"\xc0\x80", b"\xed\xa0\x80", b"\xf0\x9f\x98"]


# A reset takes with it what the server's system hasn't sent yet: nobody can say which events those
# are. (One that follows events at once is among the tests of reconnecting.)
_ENDS = [name for name in ENDS if name != "reset"]


class Difference(AssertionError):
    """The client read something else than the reference parser."""


def random_stream(chance: random.Random) -> bytes:
    """Return a stream: mostly what the cloud sends, and all else that the standard allows."""
    content = b"\xef\xbb\xbf" if chance.random() < 0.2 else b""
    usual = chance.random() < 0.4
    for _ in range(chance.randrange(12)):
        content += _block(chance, usual)
    return content


def _block(chance: random.Random, usual: bool) -> bytes:
    end = "\n" if usual else chance.choice(LINE_ENDS)
    if usual or chance.random() < 0.4:
        data = json.dumps({"data": chance.choice(VALUES), "ttl": 60}, ensure_ascii=usual)
        text = f"event: {chance.choice(TEXTS[1:4])}{end}data: {data}{end}{end}"
        return text.encode("utf-8", "surrogatepass")
    lines: list[str] = []
    for _ in range(chance.randrange(5)):
        field = chance.choice(
            ["data", "event", "id", "retry", "", "other", "data:", "Data", " data"]
        )
        text = chance.choice([*TEXTS, *RAW, str(chance.randrange(10**6))])
        lines.append(field + chance.choice([":", ": ", ":  ", ""]) + text)
    block = (end.join(lines) + end * chance.choice([0, 1, 2, 2, 2, 3])).encode("utf-8", "replace")
    if chance.random() < 0.2:
        at = chance.randrange(len(block) + 1)
        block = block[:at] + chance.choice(BROKEN) + block[at:]
    return block


def cut(chance: random.Random, content: bytes) -> list[bytes]:
    """Cut bytes into pieces of random sizes: tiny ones, large ones, or both."""
    longest = chance.choice([1, 2, 7, 100, 10_000])
    pieces: list[bytes] = []
    position = 0
    while position < len(content):
        size = chance.randint(1, longest)
        pieces.append(content[position : position + size])
        position += size
    return pieces


def as_read(event: Event) -> tuple[object, ...]:
    """Return all that decoding can get wrong."""
    return event.name, event.raw, event.id, event.malformed, event.data, repr(event.to_dict())


def expected(name: str, data: str, id: str) -> tuple[object, ...]:
    """Return the same as `as_read`, by json.loads alone."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        name = name or "message"
        return name, data, id, True, data, repr({"name": name, "data": data})
    if not name:
        inside = fields.get("name")
        name = inside if isinstance(inside, str) and inside else "message"
    value = fields.get("data")
    if value is not None and not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    whole = {"name": name} | fields | {"name": name}
    return name, data, id, False, value, repr(whole)


def check_parser(seed: int) -> None:
    """Feed one stream to the parser, in pieces."""
    chance = random.Random(seed)
    content = random_stream(chance)
    reference = parse_whole(content)
    events: list[Event] = []
    parser = EventStreamParser(Event)
    for piece in cut(chance, content):
        parser.feed(piece, events)
    for decoders in ({}, STANDARD):
        with patch.multiple(decoder, **decoders):
            fresh = [Event(event.name, event.raw, event.id) for event in events]
            got = [as_read(event) for event in fresh]
        _same(got, [expected(*each) for each in reference.events], content)
    _same(parser.last_event_id, reference.last_event_id, content)


async def check_client(seed: int, mode: str, server: RawServer) -> int:
    """Send streams over connections that break; give how many events came."""
    chance = random.Random(seed)
    wanted: list[tuple[str, str]] = []
    script: list[Step] = []
    for _ in range(chance.randrange(1, 8)):
        if chance.random() < 0.3:
            script.append(chance.choice(list(REFUSALS.values()))[0])
            continue
        # Whole blocks: what is cut off by the end of a connection doesn't count.
        content = random_stream(chance) + b"\n\n"
        # A `retry` would have the test wait, and an id can be one that no server would accept.
        content = content.replace(b"retry", b"other").replace(b"id", b"di")
        wanted += [(name or "message", data) for name, data, _ in parse_whole(content).events]
        script.append(_sending(cut(chance, content), ENDS[chance.choice(_ENDS)][0]))
    script.append(_sending([b"event: end\ndata: {}\n\n"], Connection.hold))
    server.script = script
    server.requests.clear()
    # The name of an event without one may be in its JSON: `raw` is what is compared.
    # Were an event missing, the last connection would be silent; then it comes again.
    seen = await follow(mode, server.url, len(wanted) + 1, idle_timeout=2)
    if seen.error is not None:
        raise seen.error
    got = [(event.name, event.raw) for event in seen.events]
    named = [(str(expected(name.replace("message", ""), raw, "")[0]) if name == "message" else name,
              raw) for name, raw in wanted]  # fmt: skip
    _same(got, [*named, ("end", "{}")], f"{mode} client".encode())
    return len(got)


def _sending(pieces: list[bytes], end: Step) -> Step:
    def step(connection: Connection) -> None:
        connection.answer()
        for piece in pieces:
            connection.chunk(piece)
        end(connection)

    return step


def _same(got: object, wanted: object, content: bytes) -> None:
    if got != wanted:
        raise Difference(f"\n  stream   {content!r}\n  read     {got!r}\n  expected {wanted!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("seconds", nargs="?", type=float, default=60.0)
    parser.add_argument("--seed", type=int, help="repeat what failed with this seed, and end")
    arguments = parser.parse_args()
    once = arguments.seed is not None
    seed = arguments.seed if once else random.SystemRandom().randrange(2**40)
    end = time.monotonic() + arguments.seconds
    streams = connections = events = 0
    with RawServer() as server:
        try:
            while True:
                for _ in range(1 if once else 200):
                    check_parser(seed)
                    streams += 1
                    seed += not once
                for mode in ("sync", "async"):
                    events += anyio.run(check_client, seed, mode, server)
                    connections += len(server.requests)
                if once or time.monotonic() > end:
                    break
                seed += 1
        except Exception as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            print(f"\nRepeat it with: python -m tests.fuzz --seed {seed}", file=sys.stderr)
            return 1
    print(
        f"No difference: {streams:,} streams through the parser, and {events:,} events over "
        f"{connections:,} connections. The last seed was {seed}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

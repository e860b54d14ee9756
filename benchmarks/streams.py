"""200,000 typical events, name and data of each read: in memory, and over a loopback connection."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from operator import truediv
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
import httpx_sse
import sseclient

from particle_client import AsyncParticle, Particle, Response
from particle_client.events import AsyncEventStream, EventStream, decoder

from .measure import Table, rounds
from .stream_server import PIECE, StreamServer, typical_events

EVENTS = 200_000
TOKEN = "token"
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Accept": "text/event-stream"}
SPEED = decoder.decode_any is not json.loads


def main(count: int = 5, events: int = EVENTS) -> None:
    """Print the tables."""
    _in_memory(count, events)
    for chunks, what, part in (
        ("large", "64 KiB a chunk", 1),
        ("single", "one event a chunk", 1),
        ("tiny", "16 bytes a chunk", 20),  # the others take their time
    ):
        with StreamServer(events // part) as server:
            _over_a_connection(server.url, chunks, what, count, events // part)


# --- in memory ----------------------------------------------------------------------------------


def _in_memory(count: int, events: int) -> None:
    content = typical_events(events)
    pieces = [content[start : start + PIECE] for start in range(0, len(content), PIECE)]

    def response() -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=pieces)

    contestants: dict[str, Callable[[], int]] = {
        "httpx-sse + json.loads": lambda: _httpx_sse(response()),
        "httpx-sse + json.loads, async": lambda: asyncio.run(_ahttpx_sse(_Response(pieces))),
        "sseclient-py + json.loads": lambda: _sseclient(pieces),
        "splitting + json.loads": lambda: _splitting(pieces),
        "splitting + json.loads, async": lambda: asyncio.run(_asplitting(_Response(pieces))),
        **_with_and_without_speed("EventStream", lambda: _ours(pieces, events)),
        **_with_and_without_speed("AsyncEventStream", lambda: asyncio.run(_aours(pieces, events))),
    }
    _show(
        f"{events:,} events in memory ({len(content) / 1e6:.0f} MB)",
        "64 KiB a piece; name and data of each event read",
        contestants,
        count,
        events,
    )


def _httpx_sse(response: httpx.Response) -> int:
    number = 0
    for found in httpx_sse.EventSource(response).iter_sse():
        _name, _data = found.event, json.loads(found.data)["data"]
        number += 1
    return number


class _Response(httpx.Response):
    """An async answer that is in memory already."""

    def __init__(self, pieces: list[bytes]) -> None:
        super().__init__(200, headers={"content-type": "text/event-stream"}, stream=_Stream(pieces))


class _Stream(httpx.AsyncByteStream):
    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece


async def _ahttpx_sse(response: httpx.Response) -> int:
    number = 0
    async for found in httpx_sse.EventSource(response).aiter_sse():
        _name, _data = found.event, json.loads(found.data)["data"]
        number += 1
    return number


def _sseclient(pieces: Iterator[bytes] | list[bytes]) -> int:
    number = 0
    source: Any = _Closable(pieces)
    for found in sseclient.SSEClient(source).events():
        _name, _data = found.event, json.loads(found.data)["data"]
        number += 1
    return number


class _Closable:
    """What sseclient-py wants: an iterable with `close`."""

    def __init__(self, pieces: Iterator[bytes] | list[bytes]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        pass


def _splitting(pieces: Iterator[bytes] | list[bytes]) -> int:
    number = 0
    rest = b""
    for piece in pieces:
        *blocks, rest = (rest + piece).split(b"\n\n")
        number += _read_blocks(blocks)
    return number


async def _asplitting(response: httpx.Response) -> int:
    number = 0
    rest = b""
    async for piece in response.aiter_bytes():
        *blocks, rest = (rest + piece).split(b"\n\n")
        number += _read_blocks(blocks)
    return number


def _read_blocks(blocks: list[bytes]) -> int:
    for block in blocks:
        first, second = block.split(b"\n")
        _name, _data = first[7:].decode(), json.loads(second[6:])["data"]
    return len(blocks)


class _Pieces:
    """A response that is in memory already."""

    is_shared = False
    status_code = 200
    headers = {"content-type": "text/event-stream"}  # noqa: RUF012

    def __init__(self, pieces: list[bytes]) -> None:
        self._pieces = pieces

    def iter_bytes(self) -> Iterator[bytes]:
        return iter(self._pieces)

    async def aiter_bytes(self) -> Any:
        for piece in self._pieces:
            yield piece

    def to_response(self, content: bytes) -> Response[Any]:
        return Response(
            method="GET", url="", status_code=200, headers=self.headers, content=content
        )

    def set_read_timeout(self, _: float | None, /) -> None:
        pass

    def interrupt(self) -> None:
        pass

    def close(self) -> None:
        pass

    async def aclose(self) -> None:
        pass


def _ours(pieces: list[bytes], events: int) -> int:
    with EventStream(lambda *_: _Pieces(pieces)) as stream:
        return _read(stream, events)


def _read(stream: EventStream, events: int) -> int:
    number = 0
    for event in stream:
        _name, _data = event.name, event.data
        number += 1
        if number == events:
            break
    return number


async def _aours(pieces: list[bytes], events: int) -> int:
    async def connect(*_: object) -> _Pieces:
        return _Pieces(pieces)

    async with AsyncEventStream(connect) as stream:
        return await _aread(stream, events)


async def _aread(stream: AsyncEventStream, events: int) -> int:
    number = 0
    async for event in stream:
        _name, _data = event.name, event.data
        number += 1
        if number == events:
            break
    return number


# --- over a connection --------------------------------------------------------------------------


def _over_a_connection(url: str, chunks: str, what: str, count: int, events: int) -> None:
    path = f"{url}/v1/devices/events/{chunks}"

    def plain(read: Callable[[httpx.Response], int]) -> int:
        with (
            httpx.Client(timeout=None) as client,
            client.stream("GET", path, headers=HEADERS) as response,
        ):
            return read(response)

    async def aplain(read: Callable[[httpx.Response], Awaitable[int]]) -> int:
        async with (
            httpx.AsyncClient(timeout=None) as client,
            client.stream("GET", path, headers=HEADERS) as response,
        ):
            return await read(response)

    def particle() -> int:
        with (
            Particle(TOKEN, base_url=url) as particle,
            particle.events.stream(chunks, device="mine") as stream,
        ):
            return _read(stream, events)

    async def aparticle() -> int:
        async with (
            AsyncParticle(TOKEN, base_url=url) as particle,
            particle.events.stream(chunks, device="mine") as stream,
        ):
            return await _aread(stream, events)

    contestants: dict[str, Callable[[], int]] = {
        "httpx-sse + json.loads": lambda: plain(_httpx_sse),
        "httpx-sse + json.loads, async": lambda: asyncio.run(aplain(_ahttpx_sse)),
        "sseclient-py + json.loads": lambda: plain(lambda r: _sseclient(r.iter_bytes())),
        "splitting + json.loads": lambda: plain(lambda r: _splitting(r.iter_bytes())),
        "splitting + json.loads, async": lambda: asyncio.run(aplain(_asplitting)),
        **_with_and_without_speed("Particle", particle),
        **_with_and_without_speed("AsyncParticle", lambda: asyncio.run(aparticle())),
    }
    _show(
        f"{events:,} events over a connection, {what}",
        "wall time; the server takes less",
        contestants,
        count,
        events,
        javascript=(url, chunks),
    )


# --- with and without msgspec -------------------------------------------------------------------


def _with_and_without_speed(name: str, work: Callable[[], int]) -> dict[str, Callable[[], int]]:
    def without() -> int:
        standard: Any = {"decode_any": json.loads, "decode_fast": decoder.standard_object}
        with patch.multiple(decoder, **standard):
            return work()

    return {name: without, **({f"{name}, extra speed": work} if SPEED else {})}


# --- JavaScript ---------------------------------------------------------------------------------

_PROGRAM = """
const Particle = require(process.argv[1]);
const [url, prefix, events] = process.argv.slice(2);
const particle = new Particle({ baseUrl: url });
let number = 0, began, cpu, name, data;
particle.getEventStream({ deviceId: 'mine', name: prefix, auth: 'token' }).then((stream) => {
    cpu = process.cpuUsage();
    stream.on('event', (event) => {
        began ??= process.hrtime.bigint();  // the SDK takes its time before the first one
        name = event.name;
        data = event.data;
        if (++number == events) {
            const used = process.cpuUsage(cpu);
            const seconds = Number(process.hrtime.bigint() - began) / 1e9;
            console.log(JSON.stringify([seconds, (used.user + used.system) / 1e6]));
            process.exit(0);
        }
    });
});
"""


def javascript_sdk() -> str | None:
    """Return the folder of particle-api-js: PARTICLE_API_JS, or where npm installs globally."""
    folder = os.environ.get("PARTICLE_API_JS")
    if folder is None and shutil.which("npm"):
        root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, check=False)
        folder = f"{root.stdout.strip()}/particle-api-js"
    return folder if folder and shutil.which("node") and Path(folder).is_dir() else None


def _javascript(folder: str, url: str, chunks: str, events: int) -> tuple[float, float]:
    done = subprocess.run(
        ["node", "-e", _PROGRAM, folder, url, chunks, str(events)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    seconds, cpu = json.loads(done.stdout)
    return float(seconds), float(cpu)


# --- showing ------------------------------------------------------------------------------------


def _show(
    title: str,
    note: str,
    contestants: dict[str, Callable[[], int]],
    count: int,
    events: int,
    javascript: tuple[str, str] | None = None,
) -> None:
    used: dict[str, list[float]] = {}

    def measured(name: str, work: Callable[[], int]) -> Callable[[], float]:
        def measure() -> float:
            start, cpu = time.perf_counter(), time.process_time()
            number = work()
            seconds = time.perf_counter() - start
            used.setdefault(name, []).append((time.process_time() - cpu) / events)
            if number != events:
                raise RuntimeError(f"{name} has read {number} events")
            return seconds / events

        return measure

    measures = {name: measured(name, work) for name, work in contestants.items()}
    sdk = javascript_sdk() if javascript else None
    if sdk is not None and javascript is not None:
        url, chunks = javascript

        def node() -> float:
            seconds, cpu = _javascript(sdk, url, chunks, events)
            used.setdefault("particle-api-js", []).append(cpu / events)
            return seconds / events

        measures["particle-api-js"] = node
    peer = "httpx-sse + json.loads"
    results = rounds(measures, count)
    Table(title, "us/event", 1e6, note).show(results, peer=peer)
    _show_throughput(results)
    if javascript is not None and sdk is None:
        print("  (particle-api-js left out: node or the package wasn't found; PARTICLE_API_JS")
        print("  may name its folder)")
    cpu_times = {name: values[1:] for name, values in used.items()}
    Table("  the same, CPU time", "us/event", 1e6).show(cpu_times, peer=peer)
    _show_throughput(cpu_times)


_OURS = ("EventStream", "AsyncEventStream", "Particle", "AsyncParticle")


def _show_throughput(results: dict[str, list[float]]) -> None:
    """Print how many times as many events as the others each of ours reads in the same time."""
    for name, values in results.items():
        if name.partition(",")[0] not in _OURS:
            continue
        others = ["httpx-sse + json.loads", "splitting + json.loads", "particle-api-js"]
        if name.startswith("Async"):  # against what is async as well, where there is such
            others = [other + ", async" * (f"{other}, async" in results) for other in others]
        shown = [
            f"{statistics.median(map(truediv, results[other], values)):.2f} x {other}"
            for other in others
            if other in results
        ]
        print(f"  Throughput of {name}: {'; '.join(shown)}")

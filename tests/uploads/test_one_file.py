"""The methods that take one file: firmware of a product, lists of devices and SIMs."""

from __future__ import annotations

import contextlib
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from .kinds import ASYNC_KINDS, KINDS, Kind
from .strict_multipart import Part, parse
from .test_inputs import close_later

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.both import Kind as ClientKind
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

CONTENT = b"0123456789abcdef01234567\n"

METHODS: dict[str, tuple[str, Callable[[AsyncParticle, Any], Any]]] = {
    "firmware": (
        "firmware.bin",
        lambda client, file: client.product("p").firmware.upload(file, 3, "third"),
    ),
    "devices": ("file", lambda client, file: client.product("p").devices.import_file(file)),
    "sims": ("sims.txt", lambda client, file: client.product("p").sims.import_file(file)),
}
"""The name of a file without one, and the call."""


@pytest.fixture
def closing() -> Iterator[contextlib.ExitStack]:
    with contextlib.ExitStack() as stack:
        yield stack


def sent_file(recorder: Recorder) -> Part:
    request = recorder.last
    recorder.clear()
    return parse(request.body, request.header("content-type") or "")[0]


SOME = ("path", "bytes", "file", "text-file", "iterator")
SOME_ASYNC = ("anyio-file", "async-iterator")


def cases() -> list[Any]:
    return [
        pytest.param(
            method, (KINDS | ASYNC_KINDS)[name], client_kind, id=f"{method}-{name}-{client_kind}"
        )
        for method in METHODS
        for client_kind, names in (("sync", SOME), ("async", SOME + SOME_ASYNC))
        for name in names
    ]


@pytest.mark.parametrize(("method", "file_kind", "kind"), cases(), indirect=["kind"])
async def test_each_kind_of_file(
    method: str,
    file_kind: Kind,
    kind: ClientKind,
    wire: AsyncParticle,
    recorder: Recorder,
    tmp_path: Path,
    closing: contextlib.ExitStack,
) -> None:
    _, call = METHODS[method]
    ways: list[Callable[[Any], Any]] = [
        lambda file: {"list.csv": file},
        lambda file: ("list.csv", file),
        lambda file: ("list.csv", file, "text/csv"),
        lambda file: {"list.csv": ("other.bin", file, "text/csv")},
    ]
    for way in ways:
        file = file_kind.make(tmp_path, CONTENT)
        close_later(file, closing)
        await call(wire, way(file))
        part = sent_file(recorder)
        assert part == Part("file", "list.csv", "text/csv", CONTENT)


@pytest.mark.parametrize("method", METHODS)
async def test_a_file_without_a_name(
    method: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    default_name, call = METHODS[method]
    await call(wire, CONTENT)
    assert sent_file(recorder).filename == default_name
    path = tmp_path / "mine.txt"
    path.write_bytes(CONTENT)
    await call(wire, path)
    assert sent_file(recorder).filename == "mine.txt"


@pytest.mark.parametrize("method", METHODS)
async def test_what_is_not_one_file(
    method: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    _, call = METHODS[method]
    with pytest.raises(ValueError, match="takes one file, but the mapping holds 0"):
        await call(wire, {})
    with pytest.raises(ValueError, match="takes one file, but the mapping holds 2"):
        await call(wire, {"a": b"", "b": b""})
    with pytest.raises(ValueError, match="is a folder where a file is needed"):
        await call(wire, tmp_path)
    with pytest.raises(ValueError, match="would leave the project"):
        await call(wire, {"../a": b""})
    with pytest.raises(FileNotFoundError):
        await call(wire, tmp_path / "nothing.bin")
    with pytest.raises(TypeError):
        await call(wire, 7)
    assert recorder.requests == []


@pytest.mark.parametrize("method", METHODS)
async def test_an_empty_file_is_refused(
    method: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    for empty in (b"", io.BytesIO(), iter([b""])):
        with pytest.raises(ValueError, match=r"' is empty$"):
            await METHODS[method][1](wire, empty)
    assert not recorder.requests


# Particle's CLI trims each line, which takes out a byte order mark and "\r" in JavaScript.
LISTS = {
    "as it is": (CONTENT, CONTENT),
    "without an end": (b"1\n2", b"1\n2"),
    "byte order mark": (b"\xef\xbb\xbf1\n2\n", b"1\n2\n"),
    "UTF-16": ("1\r\n2\r\n".encode("utf-16"), b"1\n2\n"),
    "UTF-16, big": (b"\xfe\xff" + "DeviceID\n1".encode("utf-16-be"), b"1"),
    "header": (b"DEVICEID\r\n1\r\n", b"1\n"),
    "header of SIMs": (b"\xef\xbb\xbficcid\n1", b"1"),
    "quoted": (b'"Device ID"\n"1"\n\n  "2" \n', b"1\n\n2\n"),
}
NO_LISTS = {
    "UTF-16 without its mark": ("1\n2".encode("utf-16-le"), "isn't one identifier"),
    "columns": (b"1\n2,beta\n", "'2,beta' isn't one identifier"),
    "columns in the header": (b"deviceid;name\n1;a\n", "'deviceid;name' isn't one identifier"),
    "a spreadsheet": (b"PK\x03\x04\x14\x00\x06\x00\xff", "isn't one identifier"),
    "a header alone": (b"deviceid\n\n", "is empty"),
}


@pytest.mark.parametrize("method", ["devices", "sims"])
@pytest.mark.parametrize("name", LISTS)
async def test_lists_of_identifiers(
    name: str, method: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    saved, sent = LISTS[name]
    path = tmp_path / "list.csv"
    path.write_bytes(saved)
    for file in (path, saved, io.BytesIO(saved), iter([saved[:3], saved[3:]])):
        await METHODS[method][1](wire, file)
        assert sent_file(recorder).content == sent


@pytest.mark.parametrize("method", ["devices", "sims"])
@pytest.mark.parametrize("name", NO_LISTS)
async def test_what_is_no_list_of_identifiers(
    name: str, method: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    content, reason = NO_LISTS[name]
    with pytest.raises(ValueError, match=re.escape(reason)):
        await METHODS[method][1](wire, {"list.csv": content})
    assert not recorder.requests

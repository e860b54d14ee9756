"""A repeat sends the whole body again."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import InternalServerError, RetryPolicy
from tests.conftest import TOKEN

from .kinds import ASYNC_KINDS, KINDS, Kind
from .strict_multipart import parse
from .test_inputs import close_later

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.both import Kind as ClientKind
    from tests.conftest import NewClient
    from tests.recorder import Recorded, Recorder

    from .conftest import OpenedFiles

pytestmark = pytest.mark.anyio

CONTENT = b"".join(b"%07x\n" % number for number in range(40_000))
"""More than two blocks of a body, none like the other."""

EVERYTHING = RetryPolicy(2, methods=("PUT", "POST"), initial_delay=0)


@pytest.fixture
def client(new_client: NewClient, recorder: Recorder) -> AsyncParticle:
    return new_client(access_token=TOKEN, base_url=recorder.base_url, retries=EVERYTHING)


@pytest.fixture
def closing() -> Iterator[contextlib.ExitStack]:
    with contextlib.ExitStack() as stack:
        yield stack


def cases() -> list[Any]:
    """Every kind of file, for each client that takes it."""
    return [
        *(pytest.param(kind, "sync", id=f"{name}-sync") for name, kind in KINDS.items()),
        *(
            pytest.param(kind, "async", id=f"{name}-async")
            for name, kind in (KINDS | ASYNC_KINDS).items()
        ),
    ]


def content_of(request: Recorded) -> bytes:
    [part, version] = parse(request.body, request.header("content-type") or "")
    assert (part.filename, version.name) == ("main.bin", "latest")
    return part.content


@pytest.mark.parametrize(("file_kind", "kind"), cases(), indirect=["kind"])
@pytest.mark.parametrize("failure", ["503", "connection"])
async def test_each_kind_of_file(
    failure: str,
    file_kind: Kind,
    kind: ClientKind,
    client: AsyncParticle,
    recorder: Recorder,
    tmp_path: Path,
    opened: OpenedFiles,
    closing: contextlib.ExitStack,
) -> None:
    file = file_kind.make(tmp_path, CONTENT)
    close_later(file, closing)
    for _ in range(2):
        if failure == "503":
            recorder.answer(503)
        else:
            recorder.answer_raw(b"")  # the connection just closes
    await client.devices.flash("1", {"main.bin": file})
    assert [content_of(request) for request in recorder.requests] == [CONTENT] * 3
    types = {request.header("content-type") for request in recorder.requests}
    assert len(types) == 1, "the boundary stays the same"
    assert opened.open_now == 0
    if not isinstance(file, io.IOBase):
        return
    assert not file.closed, "what the user opened stays open"


async def test_without_a_repeat_nothing_is_sent_twice(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(503)
    with pytest.raises(InternalServerError):  # flashing twice could do harm
        await wire.devices.flash("1", {"main.bin": CONTENT})
    assert len(recorder.requests) == 1


async def test_a_file_begins_where_it_stood_when_it_was_passed(
    client: AsyncParticle, recorder: Recorder
) -> None:
    file = io.BytesIO(b"before" + CONTENT)
    file.seek(6)
    recorder.answer(503)
    await client.product("p").firmware.upload(file, 3, "third")
    for request in recorder.requests:
        assert parse(request.body, request.header("content-type") or "")[0].content == CONTENT
    assert len(recorder.requests) == 2


async def test_progress_begins_anew(client: AsyncParticle, recorder: Recorder) -> None:
    seen: list[tuple[int, int | None]] = []
    recorder.answer(503)
    await client.devices.flash(
        "1", {"main.bin": CONTENT}, progress=lambda done, total: seen.append((done, total))
    )
    length = len(recorder.requests[0].body)
    assert [step for step in seen if step[0] in (0, length)] == [(0, length), (length, length)] * 2


async def test_a_redirect_repeats_the_body_too(client: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(307, headers={"location": "/v1/devices/2"})
    await client.devices.flash("1", {"main.bin": io.BytesIO(CONTENT)})
    assert [request.target for request in recorder.requests] == ["/v1/devices/1", "/v1/devices/2"]
    assert [content_of(request) for request in recorder.requests] == [CONTENT] * 2


async def test_a_redirect_to_the_answer_needs_no_body(
    client: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(303, headers={"location": "/v1/answer"})
    recorder.answer(503)
    await client.devices.flash("1", {"main.bin": iter([CONTENT])})
    assert [(request.method, request.body) for request in recorder.requests[1:]] == [
        ("GET", b""),
        ("GET", b""),
    ]


async def test_a_library_folder_is_repeated(
    client: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    (tmp_path / "library.properties").write_text("name=a\nversion=1.0.0\n", encoding="utf-8")
    (tmp_path / "a.h").write_bytes(b"#pragma once\n")
    recorder.answer(503)
    await client.libraries.contribute(tmp_path)
    first, second = recorder.requests
    assert first.body == second.body
    assert parse(first.body, first.header("content-type") or "")[0].content[:2] == b"\x1f\x8b"

"""Rules that hold for any names and contents."""

from __future__ import annotations

import io
import posixpath
import re
from typing import Any

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from particle_client.uploads import FilePart, MultipartBody, collect_sources, number_parts

from .bodies import read
from .kinds import Minimal, async_chunks, chunks
from .strict_multipart import Part, parse

BOUNDARY = "0123456789abcdef" * 2

# Pieces that look like the frame of a multipart body; the boundary that is used is another one.
frames = st.sampled_from(
    [b"\r\n", b"--", b"\r\n--" + BOUNDARY.encode(), b"--\r\n", b"\r", b"\n", b"", b"\0"]
)
contents = st.lists(st.one_of(st.binary(max_size=30), frames), max_size=8).map(b"".join)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
printable = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
names = st.text(
    st.one_of(st.sampled_from('./\\"%:'), st.characters(exclude_categories=["Cs"])), max_size=20
)


def escaped(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


@given(
    files=st.lists(st.tuples(printable, contents), max_size=4),
    fields=st.lists(st.tuples(printable, texts), max_size=4),
    asynchronous=st.booleans(),
)
def test_round_trip(
    files: list[tuple[str, bytes]], fields: list[tuple[str, str]], asynchronous: bool
) -> None:
    parts = [(f"part {name}", FilePart("a.bin", content, "a/b")) for name, content in files]
    body = MultipartBody(fields, parts)

    sent = anyio.run(read, body, "async" if asynchronous else "sync")
    assert len(sent) == body.content_length
    assert parse(sent, body.content_type) == [
        *(Part(escaped(f"part {name}"), "a.bin", "a/b", content) for name, content in files),
        *(Part(escaped(name), None, None, value.encode()) for name, value in fields),
    ]


@given(content=contents)
def test_every_kind_of_input_gives_the_same_body(content: bytes) -> None:
    position = len(content) // 3
    file = io.BytesIO(content[:position] + content)
    file.seek(position)
    inputs: list[Any] = [
        content,
        memoryview(content),
        file,
        Minimal(content),
        chunks(content, 7),
        async_chunks(content, 7),
    ]

    for value in inputs:
        body = MultipartBody([], number_parts(collect_sources({"a.bin": value})))
        sent = anyio.run(read, body, "async")
        assert [part.content for part in parse(sent, body.content_type)] == [content]


@given(content=contents)
def test_content_that_holds_another_boundary(content: bytes) -> None:
    body = MultipartBody([], number_parts(collect_sources({"a.bin": content})))
    assert body.boundary != BOUNDARY
    assert parse(b"".join(body.prepare()), body.content_type)[0].content == content


@given(name=names)
def test_a_name_stays_in_the_project_or_is_refused(name: str) -> None:
    part = None
    reason = ""
    try:
        (part,) = collect_sources({name: b""})
    except ValueError as error:
        reason = str(error)
    if part is None:
        assert re.search("would leave the project|names no file|control characters", reason)
        return
    assert part.name == posixpath.normpath(name.replace("\\", "/"))
    folder = "/project/folder"
    assert posixpath.normpath(posixpath.join(folder, part.name)) == f"{folder}/{part.name}"
    assert ".." not in part.name.split("/")
    body = MultipartBody([], number_parts([part]))
    assert parse(b"".join(body.prepare()), body.content_type)[0].filename == escaped(part.name)


@given(text=st.text(st.characters(exclude_categories=["Cs"])), skipped=st.integers(0, 10))
@settings(max_examples=50)
def test_text_has_the_length_that_is_announced(text: str, skipped: int) -> None:
    file = io.StringIO(text, newline="")
    start = file.read(skipped)
    if start == text != "":
        with pytest.raises(ValueError, match="is at its end"):
            collect_sources({"a.bin": file})
        return
    body = MultipartBody([], number_parts(collect_sources({"a.bin": file})))
    sent = b"".join(body.prepare())
    assert len(sent) == body.content_length
    assert parse(sent, body.content_type)[0].content == text[len(start) :].encode()

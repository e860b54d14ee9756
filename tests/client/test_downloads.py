"""Downloading files and libraries: the access token goes to the cloud and to nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client import NotFoundError, ParticleError
from particle_client.models.libraries import Library, LibraryResponse
from tests.recorder import Recorder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

TOKEN = "token-of-the-tests"


@pytest.fixture
def elsewhere() -> Iterator[Recorder]:
    """Another server: the same host, but another port."""
    with Recorder() as server:
        yield server


def library(link: str | None) -> dict[str, Any]:
    links = {} if link is None else {"links": {"download": link}}
    attributes = {"name": "neopixel", "version": "0.0.10"}
    return {"type": "libraries", "id": "neopixel", "attributes": attributes, **links}


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "@BASE@"])
async def test_a_file_of_the_cloud_is_asked_for_with_the_token(
    prefix: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(content=b"\x00\xff", content_type="application/octet-stream")
    url = prefix.replace("@BASE@", recorder.base_url) + "/files/a.bin?version=2"
    assert await wire.download_file(url) == b"\x00\xff"
    assert recorder.last.target == "/files/a.bin?version=2"
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"


async def test_another_host_gets_neither_token_nor_headers_of_the_client(
    new_client: NewClient, recorder: Recorder, elsewhere: Recorder
) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        headers={"Authorization": "Bearer of-headers", "X-Api-Key": "secret"},
        tool="my-tool@1",
        project="my-project",
    )
    elsewhere.answer(content=b"archive", content_type="application/gzip")
    url = f"{elsewhere.base_url}/a.tar.gz?signature=x%2Fy"
    content = await client.download_file(
        url, headers={"X-Mine": "1"}, access_token="another", query={"more": 1}, timeout=5
    )
    assert content == b"archive"
    assert recorder.requests == []
    assert elsewhere.last.target == "/a.tar.gz?signature=x%2Fy&more=1"
    assert elsewhere.last.header("x-mine") == "1"
    assert (elsewhere.last.header("user-agent") or "").startswith("particle-client/")
    for name in ("authorization", "x-api-key", "x-particle-tool", "x-particle-project"):
        assert elsewhere.last.header(name) is None, name


@pytest.mark.parametrize("url", ["{base}/other/file", "{base}/apifoo/file", "{base}"])
async def test_beside_the_base_url_is_another_host(
    url: str, new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(access_token=TOKEN, base_url=f"{recorder.base_url}/api")
    await client.download_file(url.replace("{base}", recorder.base_url))
    assert recorder.last.header("authorization") is None
    recorder.clear()
    await client.download_file(f"{recorder.base_url}/api/file")
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"


async def test_another_name_of_the_same_server_is_another_host(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    await wire.download_file(recorder.base_url.replace("127.0.0.1", "localhost") + "/a")
    assert recorder.last.header("authorization") is None


@pytest.mark.parametrize("saved", [False, True])
async def test_a_redirect_to_another_host_is_followed_without_the_token(
    saved: bool, wire: AsyncParticle, recorder: Recorder, elsewhere: Recorder, tmp_path: Path
) -> None:
    recorder.answer(302, headers={"location": f"{elsewhere.base_url}/a?signature=x"})
    elsewhere.answer(content=b"archive", content_type="application/gzip")
    if saved:
        path = await wire.download_file("/a", to=tmp_path / "a", headers={"X-Api-Key": "secret"})
        assert path.read_bytes() == b"archive"
    else:
        assert await wire.download_file("/a", headers={"X-Api-Key": "secret"}) == b"archive"
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"
    assert elsewhere.last.target == "/a?signature=x"
    assert elsewhere.last.header("authorization") is None
    assert elsewhere.last.header("x-api-key") is None


async def test_an_error_of_another_host_is_typed_and_shows_no_signature(
    wire: AsyncParticle, elsewhere: Recorder
) -> None:
    elsewhere.answer(404, content=b"gone", content_type="text/plain")
    with pytest.raises(NotFoundError) as caught:
        await wire.download_file(f"{elsewhere.base_url}/a?signature=very-secret")
    assert "very-secret" not in str(caught.value)


async def test_the_raw_answer_can_be_seen(wire: AsyncParticle, elsewhere: Recorder) -> None:
    elsewhere.answer(content=b"x", content_type="text/plain")
    response = await wire.with_raw_response(wire.download_file, f"{elsewhere.base_url}/a")
    assert response.data == b"x"
    assert response.headers["content-type"] == "text/plain"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://files.example/a", "http"),
        ("a.bin", "http"),
        ("//files.example/a", "http"),
        ("https://user:password@files.example/a", "user name"),
        ("https://files.example/a b", "percent-encoded"),
    ],
)
async def test_what_is_no_url_is_refused(url: str, message: str, wire: AsyncParticle) -> None:
    with pytest.raises(ValueError, match=message):
        await wire.download_file(url)


async def test_an_unknown_option_is_a_mistake(wire: AsyncParticle, elsewhere: Recorder) -> None:
    with pytest.raises(TypeError, match="unexpected argument: timeot"):
        await wire.download_file(f"{elsewhere.base_url}/a", timeot=5)  # type: ignore[call-overload]
    assert elsewhere.requests == []


# --- libraries ------------------------------------------------------------------------------------


async def test_a_library_is_downloaded_by_its_name(
    wire: AsyncParticle, recorder: Recorder, elsewhere: Recorder
) -> None:
    recorder.answer(json={"data": library(f"{elsewhere.base_url}/neopixel.tar.gz")})
    elsewhere.answer(content=b"archive", content_type="application/gzip")
    content = await wire.libraries.download(
        "neopixel", version="0.0.10", headers={"X-Mine": "1"}, access_token="another"
    )
    assert content == b"archive"
    assert recorder.last.target == "/v1/libraries/neopixel?version=0.0.10"
    assert recorder.last.header("authorization") == "Bearer another"
    assert recorder.last.header("x-mine") == "1"
    assert elsewhere.last.target == "/neopixel.tar.gz"
    assert elsewhere.last.header("authorization") is None
    assert elsewhere.last.header("x-mine") is None


async def test_a_library_is_saved_or_given_piece_by_piece(
    wire: AsyncParticle, recorder: Recorder, elsewhere: Recorder, tmp_path: Path
) -> None:
    for _ in range(2):
        recorder.answer(json={"data": library(f"{elsewhere.base_url}/neopixel.tar.gz")})
        elsewhere.answer(content=b"archive", content_type="application/gzip")
    path = await wire.libraries.download("neopixel", to=tmp_path / "neopixel.tar.gz")
    assert path.read_bytes() == b"archive"
    async with wire.libraries.download("neopixel", stream=True) as download:
        assert download.content_type == "application/gzip"
        assert [piece async for piece in download] == [b"archive"]
    assert [each.target for each in elsewhere.requests] == ["/neopixel.tar.gz"] * 2


@pytest.mark.parametrize("wrapped", [False, True])
async def test_a_library_that_is_known_is_downloaded_at_once(
    wrapped: bool, wire: AsyncParticle, recorder: Recorder
) -> None:
    data = library(f"{recorder.base_url}/a.tar.gz")
    known = LibraryResponse.from_dict({"data": data}) if wrapped else Library.from_dict(data)
    recorder.answer(content=b"archive", content_type="application/gzip")
    assert await wire.libraries.download(known) == b"archive"
    assert recorder.last.target == "/a.tar.gz"
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "link",
    ["", "text", "ftp://files.example/a", "http://[", "//files.example/a", "/v1/../a", "/a b"],
)
async def test_a_link_that_is_no_url_is_not_followed(
    link: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ParticleError, match="The library's link can't be followed: "):
        await wire.libraries.download(Library.from_dict(library(link)))
    assert recorder.requests == []


@pytest.mark.parametrize("link", ["http://files.example/a", "HTTP://cloud.example/a"])
async def test_a_link_never_leads_away_from_tls(link: str, new_client: NewClient) -> None:
    client = new_client(access_token=TOKEN, base_url="https://cloud.example")
    with pytest.raises(ParticleError, match="away from TLS"):
        await client.libraries.download(Library.from_dict(library(link)))


async def test_a_library_without_a_link_cannot_be_downloaded(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    with pytest.raises(ParticleError, match="shows no link"):
        await wire.libraries.download(Library.from_dict(library(None)))
    with pytest.raises(TypeError, match="one version"):
        await wire.libraries.download(Library.from_dict(library("x")), version="1")
    assert recorder.requests == []

"""Length and checksum."""

from __future__ import annotations

import hashlib
import pickle
from base64 import b64encode
from typing import TYPE_CHECKING

import pytest

from particle_client import ChecksumError, DownloadError
from particle_client.downloads.checksums import checksum_of
from particle_client.downloads.transfer import Transfer

from .files import AT_ONCE, CONTENT, HALF, broken, rest

if TYPE_CHECKING:
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


def digest(algorithm: str, content: bytes = CONTENT) -> str:
    return b64encode(hashlib.new(algorithm, content).digest()).decode()


HEADERS = {
    "Repr-Digest": f"sha-256=:{digest('sha256')}:",
    "Content-Digest": f"sha-512=:{digest('sha512')}:;a=1, sha-256=:{digest('sha256')}:",
    "Digest": f"crc32c=AAAAAA==, SHA-256={digest('sha256')}",
    "Content-MD5": digest("md5"),
    "x-amz-checksum-sha256": digest("sha256"),
    "x-goog-hash": f"crc32c=AAAAAA==,md5={digest('md5')}",
}


@pytest.mark.parametrize("header", HEADERS)
async def test_a_checksum_that_fits(header: str, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=CONTENT, headers={header: HEADERS[header]})
    assert await wire.firmware.download("id") == CONTENT


@pytest.mark.parametrize("header", HEADERS)
async def test_a_checksum_that_does_not_fit(
    header: str, wire: AsyncParticle, recorder: Recorder, tmp_path: Path
) -> None:
    path = tmp_path / "firmware.bin"
    path.write_bytes(b"older")
    spoilt = CONTENT[:-1] + bytes([CONTENT[-1] ^ 1])
    recorder.answer(content=spoilt, headers={header: HEADERS[header]})
    with pytest.raises(ChecksumError, match=f"(?i){header} says") as caught:
        await wire.firmware.download("id", to=path)
    assert caught.value.url.endswith("/v1/binaries/id")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"older"


async def test_pieces_are_verified_at_their_end(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(content=CONTENT, headers={"Content-MD5": digest("md5", b"other")})
    async with wire.firmware.download("id", stream=True) as download:
        with pytest.raises(ChecksumError):
            async for _ in download:
                pass
        assert download.done == len(CONTENT)


async def test_parts_are_verified_together(wire: AsyncParticle, recorder: Recorder) -> None:
    whole = f"Repr-Digest: {HEADERS['Repr-Digest']}"
    broken(recorder, 'ETag: "1"', whole)
    part = {"content-md5": digest("md5", CONTENT[HALF:])}
    rest(recorder, HALF, CONTENT, **part)
    assert await wire.firmware.download("id") == CONTENT
    broken(recorder, 'ETag: "1"', whole)
    rest(recorder, HALF, CONTENT[:HALF] + bytes(HALF))
    with pytest.raises(ChecksumError):
        await wire.firmware.download("id")


async def test_a_file_that_begins_anew_is_verified_anew(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    broken(recorder, 'ETag: "1"', f"Repr-Digest: {HEADERS['Repr-Digest']}")
    recorder.answer(content=b"other", headers={"Content-MD5": digest("md5", b"other")})
    assert await wire.firmware.download("id") == b"other"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"etag": f'"{hashlib.md5(b"x").hexdigest()}"'},
        {"content-md5": "no base64!"},
        {"content-md5": b64encode(b"too short").decode()},
        {"repr-digest": "sha-256=:?:, unixsum=:AAAA:"},
        {"x-amz-checksum-sha256": f"{digest('sha256')}-3"},
        {"x-goog-hash": f"md5={digest('md5')}", "x-goog-stored-content-encoding": "gzip"},
    ],
)
def test_what_is_no_checksum_is_not_one(headers: dict[str, str]) -> None:
    assert checksum_of(headers) is None


def test_the_strongest_counts() -> None:
    checksum = checksum_of(
        {"content-md5": digest("md5"), "content-digest": HEADERS["Content-Digest"]}
    )
    assert checksum is not None
    assert (checksum.header, checksum.algorithm) == ("Content-Digest", "sha512")


@pytest.mark.parametrize(("came", "message"), [(9, "ended after 9 of 10"), (11, "more came than")])
def test_a_length_that_differs(came: int, message: str) -> None:
    """The HTTP library sees to that; this is for one that doesn't."""
    transfer = Transfer(AT_ONCE, None)
    transfer.begin(200, {"content-length": "10"}, may_restart=True)

    def take() -> None:
        transfer.count(b"x" * came)
        transfer.end()

    with pytest.raises(DownloadError, match=message):
        take()

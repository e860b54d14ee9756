"""Files, whole and in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx


@pytest.fixture
def path(api: httpx.Client) -> str:
    """Where a file is."""
    answer = api.post("/v1/binaries", files={"file": ("main.cpp", b"void setup() {}")})
    return str(answer.json()["binary_url"])


def test_a_part_of_a_file(api: httpx.Client, path: str) -> None:
    whole = api.get(path)
    assert whole.headers["accept-ranges"] == "bytes"
    size = len(whole.content)
    part = api.get(path, headers={"range": "bytes=10-19", "if-range": whole.headers["etag"]})
    assert (part.status_code, part.content) == (206, whole.content[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{size}"
    assert part.headers["etag"] == whole.headers["etag"]
    rest = api.get(path, headers={"range": "bytes=10-"})
    assert (rest.status_code, rest.content) == (206, whole.content[10:])
    beyond = api.get(path, headers={"range": f"bytes={size - 1}-{size + 10}"})
    assert beyond.content == whole.content[-1:]


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=10-19", "if-range": '"another"'},
        {"range": "bytes=0-1,5-6"},
        {"range": "lines=1-2"},
        {"range": "bytes=-5"},
    ],
)
def test_what_gets_the_whole_file(headers: dict[str, str], api: httpx.Client, path: str) -> None:
    answer = api.get(path, headers=headers)
    assert (answer.status_code, answer.content) == (200, api.get(path).content)


def test_a_part_that_is_not_there(api: httpx.Client, path: str) -> None:
    size = len(api.get(path).content)
    answer = api.get(path, headers={"range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"

"""The cassettes are what recording gives, one for each documented answer, and hold no secret."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import yaml

from tests.every import every

from .calls import CALLS, covered
from .placeholders import (
    ACCESS_TOKEN,
    PLACEHOLDERS,
    read_body,
    scrub,
    scrub_form,
    scrub_path,
    secrets_in,
    suspicious_texts,
)
from .tapes import CASSETTES, record_all

if TYPE_CHECKING:
    from pathlib import Path


def tapes(folder: Path) -> dict[str, str]:
    """Return the cassettes of a folder: name → text."""
    return {
        path.relative_to(folder).with_suffix("").as_posix(): path.read_text(encoding="ascii")
        for path in sorted(folder.glob("*/*.yaml"))
    }


COMMITTED = tapes(CASSETTES)


def interaction(text: str) -> dict[str, Any]:
    """Return the one request of a cassette with its response."""
    [found] = yaml.safe_load(text)["interactions"]
    assert isinstance(found, dict)
    return found


def test_each_documented_answer_has_a_call_and_a_cassette() -> None:
    names = {answer.name for answer in covered()}
    assert CALLS.keys() == names
    assert COMMITTED.keys() == names


def test_recording_anew_gives_the_same_cassettes(tmp_path: Path) -> None:
    record_all(tmp_path)
    assert tapes(tmp_path) == COMMITTED


@every("answer", covered(), name=lambda answer: answer.name)
def test_a_cassette_is_of_the_operation_and_the_status(answer: Any) -> None:
    found = interaction(COMMITTED[answer.name])
    url = urlsplit(found["request"]["uri"])
    assert (url.scheme, url.netloc) == ("https", "api.particle.io")
    assert found["request"]["method"] == answer.method
    assert re.fullmatch(re.sub(r"{\w+}", "[^/]+", answer.path), url.path)
    assert found["response"]["status"]["code"] == answer.status


@every("name", COMMITTED)
def test_a_cassette_holds_no_secret(name: str) -> None:
    text = COMMITTED[name]
    assert suspicious_texts(text) == []
    found = interaction(text)
    assert "127.0.0.1" not in text
    for side in ("request", "response"):
        headers = {key.lower(): values for key, values in found[side]["headers"].items()}
        assert headers.keys() <= {"authorization", "content-type"}
        assert headers.get("authorization", [f"Bearer {ACCESS_TOKEN}"]) == [
            f"Bearer {ACCESS_TOKEN}"
        ]
        body = found[side]["body"]
        body = body["string"] if isinstance(body, dict) else body or ""
        [content_type] = headers.get("content-type", [""])
        assert secrets_in(read_body(content_type, body)) == []
    url = urlsplit(found["request"]["uri"])
    assert secrets_in(dict(parse_qsl(url.query))) == []
    assert scrub_path(url.path) == url.path


def test_none_of_the_documented_secrets_is_in_a_cassette() -> None:
    secrets = {line.partition(": ")[2] for answer in covered() for line in secrets_in(answer.body)}
    assert secrets, "the documented responses hold example tokens"
    for name, text in COMMITTED.items():
        # Short ones may be part of something else; the test above looks at those by name.
        assert not [secret for secret in secrets if len(secret) > 10 and secret in text], name


def test_secrets_are_replaced_and_found() -> None:
    token = "254406f79c1999af65a7df4388971354f85cfee9"
    body = {"ok": True, "updated": {"tokens": [{"token": "abc"}, "def"], "mobile_secret": None}}
    assert secrets_in(body) == ["token: abc", "tokens: def"]
    assert scrub(body) == {
        "ok": True,
        "updated": {"tokens": [{"token": ACCESS_TOKEN}, ACCESS_TOKEN], "mobile_secret": None},
    }
    assert secrets_in(scrub({name: token for name in PLACEHOLDERS})) == []
    assert scrub_form("username=a%40b.c&password=p+w") == "username=a%40b.c&password=PASSWORD"
    assert scrub_path(f"/v1/access_tokens/{token}") == f"/v1/access_tokens/{ACCESS_TOKEN}"
    assert scrub_path("/v1/access_tokens/current") == "/v1/access_tokens/current"
    assert suspicious_texts(f"x {token} y") == [token]
    assert suspicious_texts("authorization: Basic cGFydGljbGU6cGFydGljbGU=")
    assert suspicious_texts("Bearer 1234") == ["Bearer 1234"]
    assert suspicious_texts("eyJ0eXAiOiJKV1QiLCJhbGci....D3QCiQ")
    assert suspicious_texts(f"Bearer {ACCESS_TOKEN}, device 0123456789abcdef01234567") == []

"""vcrpy, set up so that cassettes are readable, always the same, and free of secrets."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

import vcr  # type: ignore[import-untyped]
import yaml

from particle_client import APIStatusError, EventStream, Particle
from tests.wire.recording import RecordingServer, Reply

from .calls import CALLS, covered
from .placeholders import ACCESS_TOKEN, scrub, scrub_form, scrub_path

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.documented import Answer

__all__ = ["CASSETTES", "cassette", "record", "record_all"]

CASSETTES = Path(__file__).parent
HEADER = "# Recorded by `make record`. Do not edit.\n"
_API = urlsplit("https://api.particle.io")


def cassette(name: str, *, folder: Path = CASSETTES, recording: bool = False) -> Any:
    """Return the context in which a cassette is replayed, or recorded.

    Replayed, a request that isn't in the cassette fails: nothing ever goes out.
    """
    context: AbstractContextManager[Any] = _VCR.use_cassette(
        str(folder / f"{name}.yaml"), record_mode="all" if recording else "none"
    )
    return context


def record_all(folder: Path = CASSETTES) -> None:
    """Record every documented answer anew, from a server on loopback that gives these responses."""
    for old in folder.glob("*/*.yaml"):
        old.unlink()
    with RecordingServer() as server:
        for answer in covered():
            record(answer, server, folder)


def record(answer: Answer, server: RecordingServer, folder: Path) -> None:
    """Record one response."""
    server.reply = _reply(answer)
    with (
        Particle(access_token=ACCESS_TOKEN, base_url=server.base_url) as client,
        cassette(answer.name, folder=folder, recording=True),
    ):
        run(client, answer.name)
    server.take()


def run(client: Particle, name: str) -> Any:
    """Make the call of a response; of an event stream, give the first event."""
    try:
        result = CALLS[name](client)
        if isinstance(result, EventStream):
            with result as events:
                return next(events)
    except APIStatusError as error:
        return error
    return result


def _reply(answer: Answer) -> Reply:
    if answer.body is None:
        return Reply(answer.status)
    if answer.is_text:
        # The reference leaves out the empty line that ends the event.
        return Reply(answer.status, "text/event-stream", f"{answer.body}\n\n".encode())
    return Reply(answer.status, "application/json", json.dumps(answer.body).encode())


# --- what a cassette keeps of a request and a response --------------------------------------------


def _keep_of_request(request: Any) -> Any:
    url = urlsplit(request.uri)
    query = scrub_form(url.query)
    request.uri = urlunsplit((_API.scheme, _API.netloc, scrub_path(url.path), query, ""))
    headers: dict[str, str] = {}
    if request.headers.get("authorization"):
        headers["authorization"] = f"Bearer {ACCESS_TOKEN}"
    if content_type := request.headers.get("content-type"):
        body = (request.body or b"").decode()
        kind, _, boundary = content_type.partition("; boundary=")
        if boundary:
            content_type = f"{kind}; boundary=BOUNDARY"
            body = body.replace(boundary, "BOUNDARY")
        elif kind == "application/json":
            body = json.dumps(scrub(json.loads(body)))
        elif kind == "application/x-www-form-urlencoded":
            body = scrub_form(body)
        headers["content-type"] = content_type
        request.body = body
    request.headers = headers
    return request


def _keep_of_answer(response: dict[str, Any]) -> dict[str, Any]:
    names = {name.lower(): value for name, value in response["headers"].items()}
    kinds = names.get("content-type", [])
    response["headers"] = {"content-type": kinds} if kinds else {}
    if kinds == ["application/json"]:
        body = scrub(json.loads(response["body"]["string"]))
        response["body"]["string"] = json.dumps(body, indent=2).encode()
    return response


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and not re.search(r"[^\x20-\x7e\n]| \n", text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


class _Readable:
    """The serializer."""

    @staticmethod
    def serialize(content: dict[str, Any]) -> str:
        return HEADER + yaml.dump(content, Dumper=_Dumper, sort_keys=False)

    @staticmethod
    def deserialize(text: str) -> Any:
        return yaml.safe_load(text)


_VCR = vcr.VCR(
    match_on=("method", "scheme", "host", "port", "path", "query", "body"),
    before_record_request=_keep_of_request,
    before_record_response=_keep_of_answer,
    serializer="readable",
)
_VCR.register_serializer("readable", _Readable)

"""Every operation of the document can be called, and its response loses nothing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import EventStream, Particle

from .documented import ROOT, Documented, bundled, operations, resolve
from .every import every
from .operations import OPERATIONS
from .recorder import Answer, Recorder, response

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

DOCUMENTED = {each.where: each for each in operations()}
CALLED = OPERATIONS.keys() & DOCUMENTED.keys()


def test_every_operation_has_a_call() -> None:
    problems = [
        f"tests/operation_calls/{scope}.py has no call of {where}: add one"
        for where, scope in sorted(
            (where, DOCUMENTED[where].raw["x-scope"]) for where in DOCUMENTED.keys() - CALLED
        )
    ]
    problems += [
        f"tests/operation_calls/ has a call of {where}, which isn't in openapi/: remove it"
        for where in sorted(OPERATIONS.keys() - CALLED)
    ]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_the_readme_tells_the_number_of_operations() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    if {*re.findall(r"\b(\d+) known operations", text)} != {str(len(DOCUMENTED))}:
        pytest.fail(f"README.md must say: {len(DOCUMENTED)} known operations", pytrace=False)


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


@pytest.fixture(scope="module")
def particle(server: Recorder) -> Iterator[Particle]:
    with Particle(access_token="TOKEN", base_url=server.base_url) as client:
        yield client


@every("where", sorted(CALLED))
def test_the_operation_is_requested_and_its_answer_kept(
    where: str, particle: Particle, server: Recorder
) -> None:
    operation = DOCUMENTED[where]
    for status, kind, sent in answers(operation):
        server.clear()
        prepared = answer(status, kind, sent)
        server.respond = lambda request, prepared=prepared: prepared  # type: ignore[misc]
        given = OPERATIONS[where](particle)
        assert server.last.method == operation.method
        assert re.fullmatch(_pattern(operation.path), server.last.path), server.last.path
        if kind == "text/event-stream":
            assert isinstance(given, EventStream)
        elif kind == "application/octet-stream":
            assert given == sent
        elif given is None:
            assert sent in (None, {"ok": True})  # a confirmation, of a method that gives nothing
        else:
            assert plain(given) == sent


def _pattern(path: str) -> str:
    return re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path))


def plain(given: Any) -> Any:
    """Return the JSON of a typed response."""
    if isinstance(given, list):
        return [plain(each) for each in given]
    return given if isinstance(given, dict) else given.to_dict()


def answer(status: int, kind: str | None, sent: Any) -> Answer:
    if kind is None:
        return response(status, content=b"")
    if kind == "text/event-stream":
        head = f"HTTP/1.1 {status} OK\r\ncontent-type: {kind}\r\n\r\n"
        return Answer(head.encode() + sent, stall=True)  # it stays open
    if isinstance(sent, bytes):
        return response(status, content=sent, content_type=kind)
    return response(status, content=json.dumps(sent).encode(), content_type=kind)


def answers(operation: Documented) -> Iterator[tuple[int, str | None, Any]]:
    """Return the successes: every example, and the least there can be where there is none."""
    for status, reference in operation.raw["responses"].items():
        if not status.startswith("2"):
            continue
        content = resolve(bundled(), reference).get("content", {})
        if not content or operation.method == "HEAD":
            yield int(status), None, None
        elif "text/event-stream" in content:
            yield int(status), "text/event-stream", b":ok\n\n"
        elif kinds := [kind for kind in content if kind.endswith("json")]:
            for kind in kinds:
                media = content[kind]
                examples = [resolve(bundled(), each) for each in media.get("examples", {}).values()]
                for example in examples or [{"value": _least(media["schema"])}]:
                    yield int(status), kind, example["value"]
        else:
            yield int(status), next(iter(content)), b"\x00\xff"


def _least(schema: dict[str, Any]) -> Any:
    return [] if resolve(bundled(), schema).get("type") == "array" else {}

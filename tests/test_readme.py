"""The documentation's Python code runs, and what it names is there.

Every block runs against the cloud of `make sandbox`, as a program of its own: nothing of another
block is known to it. The folder is like the root of a clone, with the examples in it.

A loop over an event stream has no end, so the third event closes the stream of such a loop.
"""

from __future__ import annotations

import inspect
import logging
import re
import shutil
import signal
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.bundle import bundle
from generator.config import MIXINS
from generator.lint import lint
from generator.parse import parse
from generator.plan import make_plan
from particle_client import (
    AsyncEventStream,
    AsyncParticle,
    EventStream,
    Particle,
    RequestOptions,
    errors,
)
from particle_client.calls.options import RawOptions
from particle_client.methods.stream_options import EventStreamOptions, PromptOptions
from particle_client.sandbox import Sandbox
from particle_client.sandbox.demo import demo_cloud

from .documentation import BLOCKS, PAGES, ROOT, Block

EVENTS_OF_A_LOOP = 3
PATIENCE = 60  # seconds for a block: a block that hangs is to fail, not to stop all tests

LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
MAKE = re.compile(r"`make (?P<target>[a-z-]+)|^make (?P<again>[a-z-]+)", re.MULTILINE)


@pytest.fixture
def cloud() -> Iterator[Sandbox]:
    """The cloud of `make sandbox`, but quicker."""
    with demo_cloud(interval=0.02, flash_step=0.01) as cloud:
        yield cloud


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples, as the root of a clone has them; work goes on there."""
    shutil.copytree(
        ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__")
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def environment(cloud: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the client at the cloud, as the documentation says."""
    for name in ("PARTICLE_AUTH", "PARTICLE_CLIENT_ID", "PARTICLE_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PARTICLE_BASE_URL", cloud.base_url)
    monkeypatch.setenv("PARTICLE_ACCESS_TOKEN", cloud.access_token)


@pytest.fixture
def endless_loops_end(cloud: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the stream of a documented loop at its third event.

    In a loop with gaps, the connection is cut after the first event, and the third item that comes
    (event, gap, event) closes the stream.
    """
    plain, with_gaps = EventStream.__iter__, EventStream.with_gaps
    async_plain, async_with_gaps = AsyncEventStream.__aiter__, AsyncEventStream.with_gaps

    def until_closed(stream: EventStream, items: Iterator[Any], cut: bool) -> Iterator[Any]:
        for number, item in enumerate(items, start=1):
            if cut and number == 1:
                cloud.disconnect_streams()
            yield item
            if number == EVENTS_OF_A_LOOP:
                stream.close()

    async def until_aclosed(
        stream: AsyncEventStream, items: AsyncIterator[Any], cut: bool
    ) -> AsyncIterator[Any]:
        number = 0
        async for item in items:
            number += 1
            if cut and number == 1:
                cloud.disconnect_streams()
            yield item
            if number == EVENTS_OF_A_LOOP:
                stream.close()

    def patched(original: Any, limit: Any, *, cut: bool) -> Any:
        def method(stream: Any) -> Any:
            items = original(stream)
            documented = sys._getframe(1).f_code.co_filename.endswith(".md")
            return limit(stream, items, cut) if documented else items

        return method

    monkeypatch.setattr(EventStream, "__iter__", patched(plain, until_closed, cut=False))
    monkeypatch.setattr(EventStream, "with_gaps", patched(with_gaps, until_closed, cut=True))
    monkeypatch.setattr(
        AsyncEventStream, "__aiter__", patched(async_plain, until_aclosed, cut=False)
    )
    monkeypatch.setattr(
        AsyncEventStream, "with_gaps", patched(async_with_gaps, until_aclosed, cut=True)
    )


@pytest.fixture
def log_levels_stay() -> Iterator[None]:
    """Undo what a block does to loggers, which all tests share."""
    loggers = [logging.getLogger(name) for name in ("particle_client", "httpx", "httpcore")]
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@contextmanager
def patience() -> Iterator[None]:
    """Fail what hangs, where the system can interrupt it."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(number: int, frame: object) -> None:
        raise AssertionError(f"the code still ran after {PATIENCE} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("folder", "environment", "endless_loops_end", "log_levels_stay")
@pytest.mark.parametrize("block", [each for each in BLOCKS if not each.not_run], ids=str)
def test_code_runs(block: Block) -> None:
    code = compile(block.source, block.page, "exec")
    with patience():
        exec(code, {"__name__": "__main__"})


def test_the_pages_have_code() -> None:
    """Nobody notices when the blocks are no longer found, but this."""
    pages = {block.page for block in BLOCKS}
    assert {"README.md", "docs/cookbook.md", "docs/events.md", "docs/sandbox.md"} <= pages


def test_every_page_is_in_the_index() -> None:
    index = text_of("docs/README.md")
    for page in PAGES[1:]:
        place = page.relative_to(ROOT / "docs").as_posix()
        listed = f"]({place})" in index or place == "README.md"
        assert listed or (place.startswith("api/") and place != "api/index.md"), place


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        target = page.parent / link["path"] if link["path"] else page
        assert target.exists(), link[0]
        if link["anchor"]:
            titles = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
            assert link["anchor"] in slugs, link[0]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md"])
def test_make_targets_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = MAKE.finditer((ROOT / name).read_text(encoding="utf-8"))
    assert {match["target"] or match["again"] for match in named} <= targets


def test_the_operation_of_contributing_can_be_added(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "openapi", tmp_path / "openapi")
    if "getLamp" in (ROOT / "openapi" / "particle-cloud.bundled.yaml").read_text(encoding="utf-8"):
        pytest.skip("somebody tries it")
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    for file, block in zip(("paths", "schemas"), blocks, strict=True):
        with (tmp_path / "openapi" / file / "devices.yaml").open("a", encoding="utf-8") as target:
            target.write(f"\n{block}")

    document = bundle(tmp_path / "openapi" / "particle.yaml").document

    # `make check` validates the paths that are not new, which takes a while.
    new = {path: item for path, item in document["paths"].items() if path.endswith("/lamp")}
    assert lint({**document, "paths": new}) == []
    plan = make_plan(document, parse(document), MIXINS)
    added = [each for each in plan.operations if each.path.endswith("/lamp")]
    assert [(each.scope, each.tag) for each in added] == [
        ("account", "devices"),
        ("product", "devices"),
    ]
    assert all([method.name for method in each.methods] == ["get_lamp"] for each in added)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def test_every_error_is_explained() -> None:
    page, events = text_of("docs/errors.md"), text_of("docs/events.md")
    rows = "\n".join(line for line in (page + events).splitlines() if line.startswith("| "))
    for name in filter(re.compile(r".*Error").fullmatch, dir(errors)):
        assert re.search(rf"^[├└│─ ]*{name}\b", page, re.MULTILINE), name
        if name not in (
            "ParticleError",
            "ResponseError",
            "StreamError",
        ):  # bases, raised by nothing
            assert re.search(rf"^\| `{name}` ", rows, re.MULTILINE), name


@pytest.mark.parametrize(
    ("page", "subject"),
    [("docs/configuration.md", Particle), ("docs/sandbox.md", Sandbox)],
    ids=["Particle", "Sandbox"],
)
def test_every_argument_is_explained(page: str, subject: type) -> None:
    rows = [line for line in text_of(page).splitlines() if line.startswith("| `")]
    explained = {name for row in rows for name in re.findall(r"`(\w+)=?`", row)}
    assert set(inspect.signature(subject).parameters) <= explained


def test_every_option_is_explained() -> None:
    def options(page: str, title: str) -> set[str]:
        _, _, section = text_of(page).partition(f"\n## {title}\n")
        rows = section.partition("\n\n```")[0].splitlines()
        cells = [row.split("|")[1] for row in rows if row.startswith("| `")]
        return {name for cell in cells for name in re.findall(r"`(\w+)", cell)}

    every_call = options("docs/configuration.md", "Options of a single call")
    assert every_call == set(RequestOptions.__annotations__)
    assert options("docs/events.md", "Options") == set(EventStreamOptions.__annotations__)


@pytest.mark.parametrize("cls", [Particle, AsyncParticle])
def test_the_methods_with_fewer_options_are_named(cls: type[Particle | AsyncParticle]) -> None:
    _, _, section = text_of("docs/configuration.md").partition("\n### Methods with fewer options\n")
    rows = [row.split("|")[1:3] for row in section.splitlines() if row.startswith("| `")]
    named = {name: said for names, said in rows for name in re.findall(r"`([\w.]+)`", names)}
    if cls is Particle:
        named.pop("aclose")

    client = cls("TOKEN")
    kinds = dict(kinds_of_options(client))
    kinds.update(kinds_of_options(client.product("p")))
    kinds.update(kinds_of_options(client.org("o")))
    assert kinds.pop("devices.get") is RequestOptions
    full = (RequestOptions, RawOptions)
    fewer = {name: kind for name, kind in kinds.items() if kind not in full}
    assert fewer.keys() == named.keys()
    for name, kind in fewer.items():
        taken = set(re.findall(r"`(\w+)`", named[name]))
        if kind is EventStreamOptions:  # the others are in a table of their own
            assert taken == kind.__annotations__.keys() & RequestOptions.__annotations__.keys()
        elif kind is PromptOptions:
            assert taken == {*kind.__annotations__, "timeout"}
        else:
            assert not taken, name


def kinds_of_options(client: object, above: str = "") -> Iterator[tuple[str, object]]:
    """Return each method of a client or a scope, and those of its resources, with its options."""
    for name in dir(client):
        member = None if name.startswith("_") else getattr(client, name)
        if inspect.ismethod(member):
            options = member.__func__.__annotations__.get("options", "")
            kind = re.search(r"Unpack\[(\w+)\]", str(options))
            yield above + name, kind and KINDS.get(kind[1])
        elif not above and type(member).__module__.startswith("particle_client."):
            yield from kinds_of_options(member, f"{name}.")


KINDS = {
    each.__name__: each for each in (RequestOptions, RawOptions, EventStreamOptions, PromptOptions)
}


def test_what_has_no_raw_response_is_named(cloud: Sandbox) -> None:
    section = text_of("docs/responses.md").partition("It raises `TypeError`")[2]
    named = set(re.findall(r"`([^`]+)`", section.partition("\n\n")[0]))
    with cloud.client() as particle:
        firmware = particle.product("my-product-v100").firmware
        cases: dict[str, tuple[Any, ...]] = {
            "events.stream": (particle.events.stream, "temperature"),
            "events.publish_and_wait": (particle.events.publish_and_wait, "ping"),
            "stream=True": (partial(firmware.download, stream=True), 1),
            "map_devices": (particle.map_devices, particle.devices.get, []),
            "product": (particle.product, "my-product-v100"),
            "close": (particle.close,),
        }
        assert cases.keys() | {"with_raw_response"} == named
        for call in cases.values():
            with pytest.raises(TypeError):
                particle.with_raw_response(*call)


@pytest.mark.anyio
async def test_what_has_no_raw_response_has_none_async(cloud: Sandbox) -> None:
    async with cloud.async_client() as particle:
        firmware = particle.product("my-product-v100").firmware
        calls: list[tuple[Any, ...]] = [
            (particle.events.stream, "temperature"),
            (particle.events.publish_and_wait, "ping"),
            (partial(firmware.download, stream=True), 1),
            (particle.map_devices, particle.devices.get, []),
            (particle.product, "my-product-v100"),
            (particle.close,),
        ]
        for call in calls:
            with pytest.raises(TypeError):
                await particle.with_raw_response(*call)


def test_the_cookbook_tells_how_to_run_the_examples() -> None:
    """A program that imports another of the folder isn't found by it when it runs as a file."""
    row = re.compile(r"^\| \[\w+\.py\]\(\.\./(.+?)\) (.*)$", re.MULTILINE)
    rows = row.findall(text_of("docs/cookbook.md"))
    assert len(rows) > 3
    for path, said in rows:
        module = path.removesuffix(".py").replace("/", ".")
        as_module = "from examples" in (ROOT / path).read_text(encoding="utf-8")
        assert (f"`python -m {module}`" in said) == as_module, path

"""The recorded requests with files, sent by both clients with every kind of file."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.both import make_client
from tests.documented import DATA
from tests.every import every
from tests.uploads.kinds import ASYNC_KINDS, KINDS
from tests.uploads.kinds import Kind as FileKind
from tests.uploads.test_inputs import close_later

from .compare import differences, ours, theirs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from particle_client import AsyncParticle
    from tests.both import Kind

    from .recording import RecordingServer

pytestmark = pytest.mark.anyio

VECTORS: list[dict[str, Any]] = [
    vector
    for vector in json.loads((DATA / "wire.json").read_text(encoding="utf-8"))
    if "multipart" in (vector["request"]["body"] or {}) and vector["call"] != "request"
]
"""Not the raw request: it takes a body, no files."""


class Files:
    """Makes the files of a vector, all of one kind, each under the name that was recorded."""

    def __init__(self, kind: FileKind, folder: Path, stack: contextlib.ExitStack) -> None:
        self._kind = kind
        self._folder = folder
        self._stack = stack
        self._made = 0

    def one(self, recorded: dict[str, str]) -> Any:
        """Return a file as it is. Its own name, if it has one, isn't the recorded one."""
        self._made += 1
        folder = self._folder / str(self._made)
        folder.mkdir()
        file = self._kind.make(folder, recorded["bytes"].encode())
        close_later(file, self._stack)
        return file

    def named(self, name: str, recorded: dict[str, str]) -> tuple[str, Any]:
        """Return a file with a name."""
        return name, self.one(recorded)

    def mapping(self, recorded: dict[str, dict[str, str]]) -> dict[str, Any]:
        """Return files by name."""
        return {name: self.one(file) for name, file in recorded.items()}

    def listing(self, recorded: dict[str, dict[str, str]]) -> list[Any]:
        """Return a list of named files."""
        return [self.named(name, file) for name, file in recorded.items()]


async def flash(client: AsyncParticle, args: dict[str, Any], files: Any) -> None:
    devices = (client.product(args["product"]) if "product" in args else client).devices
    version = {"target_version": args["targetVersion"]} if "targetVersion" in args else {}
    await devices.flash(args["deviceId"], files, **version)


async def compile_(client: AsyncParticle, args: dict[str, Any], files: Any) -> None:
    version = {"target_version": args["targetVersion"]} if "targetVersion" in args else {}
    await client.firmware.compile(files, platform_id=args["platformId"], **version)


async def upload(client: AsyncParticle, args: dict[str, Any], file: Any) -> None:
    more = {"description": args["description"]} if "description" in args else {}
    firmware = client.product(args["product"]).firmware
    await firmware.upload(file, args["version"], args["title"], **more)


async def import_devices(client: AsyncParticle, args: dict[str, Any], file: Any) -> None:
    await client.product(args["product"]).devices.import_file(file)


async def contribute(client: AsyncParticle, args: dict[str, Any], file: Any) -> None:
    await client.libraries.contribute(file)


CALLS: dict[str, tuple[str, Callable[[AsyncParticle, dict[str, Any], Any], Any]]] = {
    "flashDevice": ("files", flash),
    "compileCode": ("files", compile_),
    "uploadProductFirmware": ("file", upload),
    "addDeviceToProduct": ("file", import_devices),
    "contributeLibrary": ("archive", contribute),
}
"""Call of the SDK → its argument for files, and how we say it."""


class Case(NamedTuple):
    name: str
    vector: dict[str, Any]
    file_kind: FileKind
    client_kind: Kind


def cases() -> Iterator[Case]:
    clients: tuple[tuple[Kind, dict[str, FileKind]], ...] = (
        ("sync", KINDS),
        ("async", KINDS | ASYNC_KINDS),
    )
    for number, vector in enumerate(VECTORS):
        for client_kind, kinds in clients:
            for name, file_kind in kinds.items():
                case = f"{vector['call']}{number}-{name}-{client_kind}"
                yield Case(case, vector, file_kind, client_kind)


@every("case", cases(), name=lambda case: case.name)
async def test_every_kind_of_file_sends_what_was_recorded(
    case: Case, server: RecordingServer, tmp_path: Path
) -> None:
    _, vector, file_kind, client_kind = case
    folder = tmp_path / case.name
    folder.mkdir()
    argument, call = CALLS[vector["call"]]
    recorded = vector["args"][argument]
    server.take()
    with contextlib.ExitStack() as stack:
        files = Files(file_kind, folder, stack)
        if argument == "files":
            given = [files.mapping(recorded), files.listing(recorded)]
            if len(recorded) == 1:
                given += files.listing(recorded)
        else:
            [part] = [p for p in vector["request"]["body"]["multipart"] if "filename" in p]
            # The content type is the SDK's for the name, but for the devices' file.
            given = [(part["filename"], files.one(recorded), part["content_type"])]
        client = make_client(client_kind, access_token="TOKEN", base_url=server.base_url)
        try:
            for each in given:
                await call(client, vector["args"], each)
        finally:
            await client.close()
    requests = server.take()
    assert len(requests) == len(given)
    for request in requests:
        assert differences(ours(request), theirs(vector["request"])) == {}
        assert "content-length" in request.headers


def test_there_is_a_call_for_every_vector() -> None:
    assert {vector["call"] for vector in VECTORS} == CALLS.keys()
    assert len(VECTORS) >= 9

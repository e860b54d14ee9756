"""Large files, up and down, beside plain httpx with the same body: time, and memory.

The memory is that of a process of its own: how far its peak is above what it needed after a small
transfer of the same kind.
"""

from __future__ import annotations

import asyncio
import inspect
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import httpx

from particle_client import AsyncParticle, Particle

from .measure import Table, rounds, seconds
from .server import Server

MEGABYTE = 1024 * 1024
HEADERS = {"Authorization": "Bearer token"}
FIELDS = {"version": "1", "title": "t"}
UPLOAD = "/v1/products/p/firmware"

Job = Callable[[str, Path], object]
"""Transfers a file, or as many bytes as it has; its first argument is the server's URL."""


def main(count: int = 7, megabytes: int = 256) -> None:
    """Print the tables."""
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "firmware.bin")
        file.write_bytes(bytes(megabytes * MEGABYTE))
        for title, jobs in LARGE.items():
            Table(f"{megabytes} MB {title}", "ms", 1000).show(
                _timed(jobs, server.url, file, count), peer=next(iter(jobs))
            )
            grown = {name: [_growth(job, server.url, file)] for name, job in jobs.items()}
            said = ", ".join(f"{name} {value:.1f} MB" for name, [value] in grown.items())
            print(f"  memory at its peak, above the idle client's: {said}")
        project = Path(folder, "project")
        project.mkdir()
        for number in range(1000):
            text = f"int value{number}() {{ return {number}; }}\n" * 20
            (project / f"file{number:03}.cpp").write_text(text)
        Table("1,000 small files in one request", "ms", 1000).show(
            _timed(SMALL, server.url, project, count * 3), peer=next(iter(SMALL))
        )


def _timed(jobs: dict[str, Job], url: str, file: Path, count: int) -> dict[str, list[float]]:
    return rounds(
        {name: lambda job=job: seconds(lambda: _run(job, url, file)) for name, job in jobs.items()},  # type: ignore[misc]
        count,
    )


def _run(job: Job, url: str, file: Path) -> None:
    outcome = job(url, file)
    if inspect.iscoroutine(outcome):
        asyncio.run(outcome)


# --- memory ---------------------------------------------------------------------------------------


def _growth(job: Job, url: str, file: Path) -> float:
    """Return the growth of a process that runs a job, in MB."""
    command = [sys.executable, "-m", "benchmarks.transfers", job.__name__, url, str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _measure(name: str, url: str, file: Path) -> None:
    job: Job = globals()[name]
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.bin")
        small.write_bytes(bytes(MEGABYTE))
        _run(job, url, small)
    before = _peak()
    _run(job, url, file)
    print(_peak() - before)


def _peak() -> float:
    """Return the most memory that this process ever had, in MB."""
    try:
        # The kernel's other figure counts in what the process had before it became this program.
        status = Path("/proc/self/status").read_text()
    except OSError:
        import resource

        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / MEGABYTE
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


# --- downloads ------------------------------------------------------------------------------------
# Both get ready to connect, but neither loads certificates, which this client puts off by itself.


def _plain(url: str) -> httpx.Client:
    return httpx.Client(base_url=url, headers=HEADERS, verify=False)


def _plain_async(url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, headers=HEADERS, verify=False)


def _size(file: Path) -> int:
    return file.stat().st_size


def plain_pieces(url: str, file: Path) -> None:
    size = _size(file)
    with _plain(url) as client, client.stream("GET", f"/v1/binaries/{size}") as response:
        response.raise_for_status()
        assert sum(len(piece) for piece in response.iter_bytes()) == size


def our_pieces(url: str, file: Path) -> None:
    size = _size(file)
    with (
        Particle("token", base_url=url) as particle,
        particle.firmware.download(str(size), stream=True) as download,
    ):
        assert sum(len(piece) for piece in download) == size


async def plain_pieces_async(url: str, file: Path) -> None:
    size = _size(file)
    async with (
        _plain_async(url) as client,
        client.stream("GET", f"/v1/binaries/{size}") as response,
    ):
        response.raise_for_status()
        came = 0
        async for piece in response.aiter_bytes():
            came += len(piece)
        assert came == size


async def our_pieces_async(url: str, file: Path) -> None:
    size = _size(file)
    async with (
        AsyncParticle("token", base_url=url) as particle,
        particle.firmware.download(str(size), stream=True) as download,
    ):
        came = 0
        async for piece in download:
            came += len(piece)
        assert came == size


def plain_save(url: str, file: Path) -> None:
    target = file.with_name("saved")
    with (
        _plain(url) as client,
        client.stream("GET", f"/v1/binaries/{_size(file)}") as response,
        target.open("wb") as opened,
    ):
        response.raise_for_status()
        for piece in response.iter_bytes():
            opened.write(piece)
    target.unlink()


def our_save(url: str, file: Path) -> None:
    with Particle("token", base_url=url) as particle:
        particle.firmware.download(str(_size(file)), to=file.with_name("saved")).unlink()


async def plain_save_async(url: str, file: Path) -> None:
    target = file.with_name("saved")
    async with (
        _plain_async(url) as client,
        client.stream("GET", f"/v1/binaries/{_size(file)}") as response,
    ):
        response.raise_for_status()
        with target.open("wb") as opened:
            async for piece in response.aiter_bytes():
                opened.write(piece)
    target.unlink()


async def our_save_async(url: str, file: Path) -> None:
    async with AsyncParticle("token", base_url=url) as particle:
        path = await particle.firmware.download(str(_size(file)), to=file.with_name("saved"))
        path.unlink()


# --- uploads --------------------------------------------------------------------------------------


def plain_upload(url: str, file: Path) -> None:
    with _plain(url) as client, file.open("rb") as opened:
        client.post(UPLOAD, data=FIELDS, files={"file": opened}).raise_for_status()


def our_upload(url: str, file: Path) -> None:
    with Particle("token", base_url=url) as particle:
        particle.product("p").firmware.upload(file, 1, "t")


async def plain_upload_async(url: str, file: Path) -> None:
    async with _plain_async(url) as client:
        with file.open("rb") as opened:
            response = await client.post(UPLOAD, data=FIELDS, files={"file": opened})
            response.raise_for_status()


async def our_upload_async(url: str, file: Path) -> None:
    async with AsyncParticle("token", base_url=url) as particle:
        await particle.product("p").firmware.upload(file, 1, "t")


def plain_compile(url: str, folder: Path) -> None:
    files = [("file", (path.name, path.read_bytes())) for path in sorted(folder.iterdir())]
    with _plain(url) as client:
        client.post("/v1/binaries", data={"platform_id": "13"}, files=files).raise_for_status()


def our_compile(url: str, folder: Path) -> None:
    with Particle("token", base_url=url) as particle:
        particle.firmware.compile(folder, platform_id=13)


async def our_compile_async(url: str, folder: Path) -> None:
    async with AsyncParticle("token", base_url=url) as particle:
        await particle.firmware.compile(folder, platform_id=13)


LARGE: dict[str, dict[str, Job]] = {
    "down, piece by piece": {"plain httpx": plain_pieces, "stream=True": our_pieces},
    "down, piece by piece, async": {
        "plain httpx": plain_pieces_async,
        "stream=True": our_pieces_async,
    },
    "down, into a file": {"plain httpx": plain_save, "to=": our_save},
    "down, into a file, async": {"plain httpx": plain_save_async, "to=": our_save_async},
    "up, from a file": {"plain httpx": plain_upload, "firmware.upload": our_upload},
    "up, from a file, async": {
        "plain httpx": plain_upload_async,
        "firmware.upload": our_upload_async,
    },
}
SMALL: dict[str, Job] = {
    "plain httpx": plain_compile,
    "firmware.compile": our_compile,
    "firmware.compile, async": our_compile_async,
}

if __name__ == "__main__":
    _measure(sys.argv[1], sys.argv[2], Path(sys.argv[3]))

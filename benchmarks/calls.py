"""What a call costs beside plain httpx on the same kind of kept-alive connection."""

from __future__ import annotations

import asyncio
import time

import httpx

from particle_client import AsyncParticle, Particle

from .measure import Table, rounds, seconds
from .server import Server

DEVICE_ID = "0123456789abcdef01234567"
PATH = f"/v1/devices/{DEVICE_ID}"
HEADERS = {"Authorization": "Bearer token"}


def main(count: int = 15, calls: int = 300) -> None:
    """Print the tables."""
    with Server() as server:
        _sync(server.url, count, calls)
        asyncio.run(_async(server.url, count, calls))


def _sync(url: str, count: int, calls: int) -> None:
    with (
        httpx.Client(base_url=url, headers=HEADERS) as plain,
        Particle(access_token="token", base_url=url) as particle,
    ):

        def ask_plain() -> object:
            response = plain.get(PATH)
            response.raise_for_status()
            return response.json()["name"]

        def call_plain() -> object:
            response = plain.post(f"{PATH}/brew", json={"args": "D0:HIGH"})
            response.raise_for_status()
            return response.json()["id"]

        Table("One call, sync", "us", 1e6, "a device read, its name used; a function called").show(
            rounds(
                {
                    "plain httpx get": lambda: seconds(ask_plain, calls),
                    "devices.get": lambda: seconds(
                        lambda: particle.devices.get(DEVICE_ID).name, calls
                    ),
                },
                count,
            ),
            peer="plain httpx get",
        )
        Table("", "us", 1e6).show(
            rounds(
                {
                    "plain httpx post": lambda: seconds(call_plain, calls),
                    "devices.call_function": lambda: seconds(
                        lambda: particle.devices.call_function(DEVICE_ID, "brew", "D0:HIGH").id,
                        calls,
                    ),
                },
                count,
            ),
            peer="plain httpx post",
        )


async def _async(url: str, count: int, calls: int) -> None:
    results: dict[str, list[float]] = {"plain httpx get": [], "devices.get": []}
    async with (
        httpx.AsyncClient(base_url=url, headers=HEADERS) as plain,
        AsyncParticle(access_token="token", base_url=url) as particle,
    ):
        for number in range(-1, count):
            start = time.perf_counter()
            for _ in range(calls):
                response = await plain.get(PATH)
                response.raise_for_status()
                response.json()["name"]
            middle = time.perf_counter()
            for _ in range(calls):
                (await particle.devices.get(DEVICE_ID)).name  # noqa: B018
            end = time.perf_counter()
            if number >= 0:
                results["plain httpx get"].append((middle - start) / calls)
                results["devices.get"].append((end - middle) / calls)
    Table("One call, async", "us", 1e6).show(results, peer="plain httpx get")

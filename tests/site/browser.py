"""A headless Chromium, driven by its DevTools protocol over a WebSocket."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

__all__ = ["CHROMIUM", "Page", "browser"]

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--remote-debugging-port=0",
)
PATIENCE = 60
"""Seconds until a page must have done what is waited for."""


class Page:
    """A tab: it opens pages, runs JavaScript, and keeps what the pages complain of."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.complaints: list[str] = []
        """Errors in the console, exceptions, and what couldn't be loaded."""
        self.requests: list[str] = []
        self._socket = socket
        self._number = 0
        self._loaded = asyncio.Event()
        self._replies: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reader = asyncio.create_task(self._read())

    async def open(self, url: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._loaded.clear()
        await self.send("Page.navigate", url=url)
        async with asyncio.timeout(PATIENCE):
            await self._loaded.wait()

    async def run(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited if it is a promise."""
        reply = await self.send(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in reply, reply["exceptionDetails"]
        return reply["result"].get("value")

    async def until(self, expression: str) -> Any:
        """Return the value of a JavaScript expression once it is true."""
        return await self.run(
            f"""new Promise((resolve, reject) => {{
                const look = () => {{
                    const found = ({expression});
                    if (found) {{ resolve(found); return true; }}
                    return false;
                }};
                if (look()) return;
                const timer = setInterval(() => look() && clearInterval(timer), 20);
                setTimeout(() => {{ clearInterval(timer); reject({json.dumps(expression)}); }},
                    {PATIENCE} * 1000);
            }})"""
        )

    async def type(self, text: str) -> None:
        """Type a text where the cursor is."""
        await self.send("Input.insertText", text=text)

    async def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol."""
        self._number += 1
        reply = self._replies[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        async with asyncio.timeout(PATIENCE * 2):
            result: dict[str, Any] = await reply
            return result

    async def _read(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if reply := self._replies.pop(told.get("id"), None):
                reply.set_result(told.get("result") or {"error": told.get("error")})
            self._notice(told.get("method", ""), told.get("params", {}))

    def _notice(self, method: str, parameters: dict[str, Any]) -> None:
        match method:
            case "Page.loadEventFired":
                self._loaded.set()
            case "Runtime.exceptionThrown":
                self.complaints.append(str(parameters["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if parameters["type"] in ("error", "assert"):
                self.complaints.append(str(parameters["args"]))
            case "Log.entryAdded" if parameters["entry"]["level"] == "error":
                self.complaints.append(str(parameters["entry"]))
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case _:
                pass


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    """Start Chromium with an empty profile in a folder, and yield a tab of it."""
    assert CHROMIUM is not None
    process = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *_QUIET,
        f"--user-data-dir={folder}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "HOME": str(folder)},
    )
    try:
        assert process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            async for line in process.stderr:
                if b"DevTools listening on " in line:
                    address = line.split()[-1].decode()
                    break
            else:
                raise AssertionError("Chromium ended before it listened")
        drained = asyncio.create_task(process.stderr.read())
        async with aiohttp.ClientSession() as session:
            host = address.split("/")[2]
            async with session.get(f"http://{host}/json/list") as response:
                targets = await response.json()
            [url] = [each["webSocketDebuggerUrl"] for each in targets if each["type"] == "page"]
            async with session.ws_connect(url, max_msg_size=0) as socket:
                page = Page(socket)
                for domain in ("Page", "Runtime", "Log", "Network"):
                    await page.send(f"{domain}.enable")
                yield page
                await page.send("Browser.close")
        await drained
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()

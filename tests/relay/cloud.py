"""A cloud of event streams in a process of its own: all who are connected get the same events.

Commands come by standard input, one a line, and each is answered by a line:

    publish COUNT RATE   begin to publish so many events, at so many a second
    published            how many have been published by now
    connections          how many streams there are
    cut                  cut one of the connections
"""

from __future__ import annotations

import asyncio
import random
import sys
import time

DEVICES = 40
TWICE = 50  # every so many events, one is published twice, in the same millisecond
HEARTBEAT = 0.5
_AT_ONCE = 200
_LARGEST_BACKLOG = 256 * 1024 * 1024


class Cloud:
    def __init__(self) -> None:
        self.writers: list[asyncio.StreamWriter] = []
        self.published = 0
        self.numbers = [0] * DEVICES

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n" + _chunk(b":ok\n\n")
        )
        self.writers.append(writer)
        try:
            while await reader.read(1):
                pass
        except OSError:
            pass
        finally:
            if writer in self.writers:
                self.writers.remove(writer)
            writer.close()

    def send(self, content: bytes) -> None:
        for writer in list(self.writers):
            if writer.transport.get_write_buffer_size() > _LARGEST_BACKLOG:
                writer.transport.abort()
                self.writers.remove(writer)
            else:
                writer.write(_chunk(content))

    async def publish(self, count: int, rate: float) -> None:
        began, until = time.monotonic(), self.published + count
        first = self.published
        while self.published < until:
            due = first + int((time.monotonic() - began) * rate)
            events: list[bytes] = []
            while self.published < min(due, until) and len(events) < _AT_ONCE:
                event = self._event()
                events.append(event)
                self.published += 1
                if self.published % TWICE == 0 and self.published < until:
                    events.append(event)
                    self.published += 1
            if events:
                self.send(b"".join(events))
            await asyncio.sleep(0 if self.published < due else 0.002)

    def _event(self) -> bytes:
        device = random.randrange(DEVICES)
        self.numbers[device] += 1
        now = time.time()
        seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now))
        data = f'{{\\"number\\":{self.numbers[device]},\\"celsius\\":21.5}}'
        return (
            f'event: temperature\ndata: {{"data":"{data}","ttl":60,'
            f'"published_at":"{seconds}.{int(now % 1 * 1000):03}Z","coreid":"{device:024x}"}}\n\n'
        ).encode()

    async def heartbeats(self) -> None:
        while True:
            await asyncio.sleep(HEARTBEAT)
            self.send(b":\n\n")


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(content), content)


async def main() -> None:
    cloud = Cloud()
    server = await asyncio.start_server(cloud.serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    tasks = [asyncio.create_task(cloud.heartbeats())]
    while line := await asyncio.to_thread(sys.stdin.readline):
        command, *arguments = line.split()
        if command == "publish":
            publishing = cloud.publish(int(arguments[0]), float(arguments[1]))
            tasks.append(asyncio.create_task(publishing))
        elif command == "cut" and cloud.writers:
            cloud.writers.pop(random.randrange(len(cloud.writers))).transport.abort()
        print(cloud.published if command == "published" else len(cloud.writers), flush=True)
    for task in tasks:
        task.cancel()
    server.close()


if __name__ == "__main__":
    asyncio.run(main())

"""What the tests talk to the sandbox with: plain httpx, and a reader of event streams."""

import json
import ssl
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import httpx

from particle_client.sandbox import Sandbox
from tests.messages import problems

from .fitting import check_answer


class Received(NamedTuple):
    """An event off the wire."""

    name: str
    data: dict[str, Any]


class StreamReader:
    """Reads one event stream line by line. A missing event ends in httpx's read timeout.

    It checks that each event is what the AsyncAPI document says.
    """

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.lines = response.iter_lines()

    def next_event(self) -> Received:
        name = ""
        for line in self.lines:
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                assert next(self.lines) == ""
                event = Received(name, json.loads(value))
                found = problems(*event)
                assert not found, found
                return event
        raise AssertionError("the stream ended")

    def take(self, count: int) -> list[tuple[str, str | None]]:
        events = [self.next_event() for _ in range(count)]
        return [(event.name, event.data["data"]) for event in events]


OpenStream = Callable[..., AbstractContextManager[StreamReader]]


# The sandbox speaks plain HTTP: an empty TLS context spares each client the loading of its own.
TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def make_api(cloud: Sandbox, token: str | None = None, *, check: bool = True) -> httpx.Client:
    """A client of the sandbox, by default with the default account's token.

    It checks that each response is what the document says.
    """
    headers = {"Authorization": f"Bearer {token or cloud.access_token}"}
    hooks = {"response": [check_answer] if check else []}
    return httpx.Client(base_url=cloud.base_url, headers=headers, verify=TLS, event_hooks=hooks)

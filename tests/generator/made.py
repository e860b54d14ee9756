"""Parts of small documents, and the generated client at work."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

from tests.wire.recording import Reply

if TYPE_CHECKING:
    from types import ModuleType

    from tests.wire.recording import Recorded, RecordingServer

__all__ = ["GADGETS", "Made", "answers", "body", "signature"]

GADGETS = '{$ref: "../schemas/gadgets.yaml#/%s"}'


def answers(schema: str, *, kind: str = "application/json") -> str:
    """Return a response whose body has a schema."""
    return f"{{description: Done., content: {{{kind}: {{schema: {schema}}}}}}}"


def body(schema: str, *, kind: str = "application/json") -> str:
    """Return a request body of a schema of schemas/gadgets.yaml."""
    return f"""
requestBody:
  required: true
  description: What is sent.
  content:
    {kind}:
      schema: {GADGETS % schema}
      examples: {{one: {{summary: One, value: {{}}}}}}
"""


class Made:
    """A generated client, connected to the recording server."""

    def __init__(self, module: ModuleType, server: RecordingServer) -> None:
        self.module = module
        self.server = server
        self.client: Any = module.client.Particle(access_token="TOKEN", base_url=server.base_url)

    @property
    def api(self) -> Any:
        return self.module.api.gadgets

    def last(self) -> Recorded:
        [request] = self.server.take()
        return request

    def reply(self, value: Any) -> None:
        self.server.reply = Reply(200, "application/json", json.dumps(value).encode())


def signature(method: Any) -> str:
    """Return a method's parameters but `self` and the options."""
    parameters = list(inspect.signature(method).parameters.values())[1:-1]
    return ", ".join(
        ("*" if each.kind is each.KEYWORD_ONLY else "") + str(each).replace("'", "")
        for each in parameters
    )

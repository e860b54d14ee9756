"""A web server for webhooks to call."""

import json
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.documented import webhooks

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


@dataclass(frozen=True)
class Arrived:
    """A request that a webhook made."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body, keep_blank_values=True))

    @property
    def sent(self) -> Any:
        """What the body says, by its content type."""
        kind = self.headers.get("content-type")
        return self.form if kind == FORM else self.json if kind == JSON else self.body


class WebhookTarget:
    """Answers every request with ``status``, ``content`` and ``content_type``, and keeps it.

    At the end it checks that each is what the OpenAPI document says of webhooks.
    """

    def __init__(self) -> None:
        self.arrived: list[Arrived] = []
        self.status = 200
        self.content = b"ok"
        self.content_type = "text/plain"
        target = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                url = urlsplit(self.path)
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length).decode()
                headers = {name.lower(): value for name, value in self.headers.items()}
                target.arrived.append(
                    Arrived(self.command, url.path, dict(parse_qsl(url.query)), headers, body)
                )
                self.send_response(target.status)
                self.send_header("Content-Type", target.content_type)
                self.send_header("Content-Length", str(len(target.content)))
                self.end_headers()
                self.wfile.write(target.content)

            do_GET = do_POST = do_PUT = do_DELETE = answer

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        found = [line for request in self.arrived for line in differences(request)]
        assert not found, found


def differences(request: Arrived) -> list[str]:
    """List how a request differs from the document."""
    item = webhooks()["webhooks"]["eventTriggeredWebhook"]
    [query] = [each for each in item["parameters"] if each["in"] == "query"]
    pairs: list[tuple[dict[str, Any], Any]] = [(query["schema"], request.query)]
    if request.body:
        contents = item[request.method.lower()]["requestBody"]["content"]
        kind = request.headers.get("content-type", "")
        media = contents.get(kind) or contents["*/*"]
        pairs.append((media["schema"], request.sent))
    return [
        f"{request.method} {request.path}: {error.json_path}: {error.message}"
        for schema, value in pairs
        for error in validator(schema).iter_errors(value)
    ]


def validator(schema: dict[str, Any]) -> Any:
    """Return what checks a value of a request."""
    return Draft202012Validator(
        {**schema, "components": webhooks()["components"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )

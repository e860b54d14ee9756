"""Answers with the documented example what the sandbox has no behaviour for."""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from starlette.responses import JSONResponse, Response

from .request import Call
from .routing import Auth, Handler, Route

OPERATIONS_FILE = Path(__file__).with_name("operations.json")
"""Written by the generator from the OpenAPI document: a list of objects with ``method``,
``path``, ``operation_id``, ``status``, ``content_type`` and ``example``."""


def documented_routes() -> tuple[Route, ...]:
    """A route for every documented operation; none when the file isn't there."""
    return _read(OPERATIONS_FILE)


@cache
def _read(file: Path) -> tuple[Route, ...]:
    try:
        operations = cast("list[dict[str, Any]]", json.loads(file.read_bytes()))
    except FileNotFoundError:
        return ()
    return tuple(
        Route(
            method=operation["method"].upper(),
            path=operation["path"],
            handler=_answer_with_example(operation),
            auth=Auth.TOKEN_OR_CLIENT,
        )
        for operation in operations
    )


def _answer_with_example(operation: dict[str, Any]) -> Handler:
    status = int(operation.get("status") or 200)
    media_type = str(operation.get("content_type") or "application/json")
    example = operation.get("example")

    def answer(call: Call) -> Response:
        if "example" not in operation or status == 204:
            return Response(status_code=status)
        if media_type.endswith("json"):
            return JSONResponse(example, status_code=status, media_type=media_type)
        return Response(str(example), status_code=status, media_type=media_type)

    return answer

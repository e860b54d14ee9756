"""Checks that what the sandbox answers is what the document says, to the last field."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.document.test_examples import closed_components
from tests.documented import Documented, bundled, operations, resolve

if TYPE_CHECKING:
    import httpx

__all__ = ["check_answer"]


def check_answer(response: httpx.Response) -> None:
    """Check a response, as an event hook of httpx."""
    method = response.request.method
    if method == "HEAD" or response.headers.get("content-type") != "application/json":
        return
    operation = _operation(method, response.request.url.path)
    if operation is None:  # some tests try what the document doesn't have
        return
    documented = resolve(bundled(), operation.raw["responses"].get(str(response.status_code), {}))
    content = documented.get("content", {}).get("application/json")
    if not content:
        raise AssertionError(f"{operation.id}: no {response.status_code} in the document")
    response.read()
    problems = [
        f"{operation.id} {response.status_code}: {error.json_path}: {error.message}"
        for error in _validator(operation.id, str(response.status_code)).iter_errors(
            response.json()
        )
    ]
    if problems:
        raise AssertionError("\n".join(problems))


@cache
def _validator(operation_id: str, status: str) -> Any:
    [operation] = [each for each in operations() if each.id == operation_id]
    content = resolve(bundled(), operation.raw["responses"][status])["content"]
    return Draft202012Validator(
        {**content["application/json"]["schema"], "components": closed_components()}
    )


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], Documented]]:
    # A fixed part of a path goes before a parameter.
    found = sorted(
        operations(), key=lambda each: [part[:1] == "{" for part in each.path.split("/")]
    )
    return [(each.method, re.compile(re.sub(r"{\w+}", "[^/]+", each.path)), each) for each in found]


def _operation(method: str, path: str) -> Documented | None:
    for documented, pattern, operation in _patterns():
        if documented == method and pattern.fullmatch(path):
            return operation
    return None

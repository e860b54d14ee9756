"""The errors that an operation raises beyond those of every operation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .structure import Method

__all__ = ["raises"]

_COMMON = {
    "BadRequest",
    "Unauthorized",
    "Forbidden",
    "NotFound",
    "TooManyRequests",
    "InternalServerError",
}
"""Responses that every operation has; the reference explains them once."""
_COMMON_CLASSES = {"MissingScopeError", "InvalidTokenError"}


def raises(
    method: Method, document: Mapping[str, Any], errors: Mapping[str, Any]
) -> dict[str, str]:
    """Return the classes of errors that an operation's own responses become: class → why.

    Args:
        errors: The content of `openapi/errors.yaml`.
    """
    found: dict[str, str] = {}
    for status, response in method.operation.raw["responses"].items():
        name = response.get("$ref", "").rpartition("/")[2]
        too_large = status == "413" and not method.takes_files  # the operation has several methods
        if int(status) >= 400 and name not in _COMMON and not too_large:
            described = document["components"]["responses"][name] if name else response
            for kind, text in _kinds(status, described, errors):
                found.setdefault(kind, text)
    return found


def _kinds(
    status: str, response: Mapping[str, Any], errors: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    by_status = next(
        entry["class"]
        for entry in errors["statuses"]
        if str(entry["status"]) in (status, f"{status[0]}XX")
    )
    examples = [
        each.get("value")
        for media in response.get("content", {}).values()
        for each in media.get("examples", {}).values()
    ]
    known = [reason for value in examples if (reason := _known(status, value, errors))]
    found = {
        reason["class"]: reason["description"]
        for reason in known
        if reason.get("class") not in (None, by_status, *_COMMON_CLASSES)
    }
    yield from (found or {by_status: " ".join(response["description"].split())}).items()


def _known(status: str, body: Any, errors: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the reason that the body of an example tells, as the client finds it."""
    reasons: list[Mapping[str, Any]] = errors["reasons"]
    texts = [value for value in body.values() if isinstance(value, str)] if body else []
    text = "\n".join([f"{status} ", *texts])
    for reason in reasons:
        for pattern in reason["patterns"]:
            if re.search(pattern, text, re.IGNORECASE | re.MULTILINE):
                return reason
    return None

"""Which request counts against which limit."""

from __future__ import annotations

import json
import pickle
import re
from importlib.resources import files
from typing import Any

import pytest

from particle_client.calls.operation import Operation
from particle_client.rate_limits import DOCUMENTED_LIMITS, Limit, RateLimiter

OPERATIONS = json.loads(files("particle_client.sandbox").joinpath("operations.json").read_bytes())
STREAMS = [one for one in OPERATIONS if one.get("content_type") == "text/event-stream"]


def names(method: str, path: str) -> list[str]:
    """The limits that a request counts against."""
    operation = Operation("request", method, path)
    return [window.name for window in RateLimiter()._windows_of(operation, path)]


@pytest.mark.parametrize(
    ("method", "path", "special"),
    [
        ("POST", "/oauth/token", "create-token"),
        ("GET", "/v1/access_tokens", "list-tokens"),
        ("DELETE", "/v1/access_tokens/0123", "delete-token"),
        ("DELETE", "/v1/access_tokens/current", "delete-token"),
        ("POST", "/v1/users", "create-user"),
        ("DELETE", "/v1/user", "delete-user"),
        ("POST", "/v1/user/password-reset", "request-password-reset"),
        ("PUT", "/v1/user/password-reset", "reset-password"),
        ("GET", "/v1/serial_numbers/P046%2F1", "serial-numbers"),
        ("GET", "/v1/events", "event-streams"),
        ("GET", "/v1/events/temperature", "event-streams"),
        ("GET", "/v1/devices/events/", "event-streams"),
        ("GET", "/v1/devices/events?x=1", "event-streams"),
        ("GET", "/v1/orgs/mine/products/p/devices/0123/events/a", "event-streams"),
    ],
)
def test_limits_of_a_route(method: str, path: str, special: str) -> None:
    assert names(method, path) == [special, "requests"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/devices"),
        ("PUT", "/oauth/token"),
        ("GET", "/v1/access_tokens/current"),
        ("DELETE", "/v1/access_tokens"),
        ("DELETE", "/v1/access_tokens/a/b"),
        ("POST", "/v1/devices/events"),
        ("GET", "/v1/devices/0123/eventsx"),
        ("GET", "/v1/products/p/metrics/events"),
        ("PATCH", "/v1/user"),
    ],
)
def test_all_else_counts_against_the_general_limit(method: str, path: str) -> None:
    assert names(method, path) == ["requests"]


def test_every_stream_of_the_document_counts_as_one() -> None:
    assert len(STREAMS) >= 10
    for operation in STREAMS:
        path = re.sub(r"\{\w+\}", "value", operation["path"])
        assert names(operation["method"], path) == ["event-streams", "requests"], path


def test_the_numbers_are_those_of_the_reference() -> None:
    numbers = {limit.name: (limit.amount, limit.seconds, limit.per) for limit in DOCUMENTED_LIMITS}
    assert numbers.pop("requests") == (10_000, 300, "address")
    assert numbers.pop("serial-numbers") == (50, 3600, "account")
    assert set(numbers.values()) == {(100, 300, "address")}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"amount": 0}, ValueError),
        ({"seconds": -1}, ValueError),
        ({"routes": "GET /v1"}, TypeError),
        ({"routes": ("/v1/devices",)}, ValueError),
        ({"routes": ("get /v1/devices",)}, ValueError),
        ({"routes": ("GET /v1?x=1",)}, ValueError),
    ],
)
def test_a_limit_that_makes_no_sense(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error, match=next(iter(arguments))[:4]):
        Limit(**{"name": "mine", "amount": 1, "seconds": 1, **arguments})


def test_a_limit_pickles() -> None:
    limit = Limit("mine", 1, 2, ("GET /v1/a",))
    assert pickle.loads(pickle.dumps(limit)) == limit

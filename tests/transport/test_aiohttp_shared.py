"""Tests that were written for both clients, over aiohttp.

They are those of other modules, run again: the fixture `kind` says with which client.
"""

from __future__ import annotations

import inspect

import pytest

from tests.client import (
    test_downloads,
    test_encoding,
    test_errors,
    test_failures,
    test_headers,
    test_pagination,
    test_raw_requests,
)

pytest.importorskip("aiohttp")

pytestmark = pytest.mark.anyio

# They look at what httpx raises or gives.
ABOUT_HTTPX = {
    "test_nothing_listens",
    "test_each_phase_that_can_time_out",
    "test_no_error_of_the_http_library_gets_out",
    "test_other_errors_pass_as_they_are",
    "test_a_raw_answer_can_be_read",
}


@pytest.fixture
def kind() -> str:
    """Over aiohttp only."""
    return "aiohttp"


for module in (
    test_downloads,
    test_encoding,
    test_errors,
    test_failures,
    test_headers,
    test_pagination,
    test_raw_requests,
):
    for name, thing in list(vars(module).items()):
        is_test = name.startswith("test_") and inspect.iscoroutinefunction(thing)
        is_fixture = isinstance(thing, type(kind)) and thing.__module__ == module.__name__
        if is_fixture or (is_test and name not in ABOUT_HTTPX):
            assert name not in globals(), name
            globals()[name] = thing
del module, name, thing, test_downloads, test_encoding, test_errors, test_failures, test_headers
del test_pagination, test_raw_requests

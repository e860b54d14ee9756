"""Headers of the client and of the call: User-Agent, tool and project, and the users' own."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any

import pytest

import particle_client
from particle_client import (
    AsyncParticle,
    ConfigurationError,
    Particle,
)
from tests.conftest import TOKEN
from tests.recorder import Recorder

if TYPE_CHECKING:
    from tests.conftest import NewClient

pytestmark = pytest.mark.anyio

LOCAL = "http://127.0.0.1:1"


# --- headers --------------------------------------------------------------------------------------


async def test_what_every_request_carries(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.devices.get("1")
    request = recorder.last
    assert request.header("accept") == "application/json"
    assert request.header("accept-encoding") == "gzip, deflate"
    python = ".".join(platform.python_version_tuple()[:2])
    expected = f"particle-client/{particle_client.__version__} (Python/{python})"
    assert request.header("user-agent") == expected
    assert request.header("host") == recorder.base_url.removeprefix("http://")
    assert request.header("x-particle-tool") is None
    assert request.header("x-particle-project") is None
    assert request.header("cookie") is None


@pytest.mark.parametrize(
    ("tool", "sent"),
    [
        ("my-cli@1.2.3", "my-cli@1.2.3"),
        ({"name": "cli"}, "cli"),
        ({"name": "cli", "version": "1.2.3"}, "cli@1.2.3"),
        (
            {
                "name": "cli",
                "version": "1.2.3",
                "components": [{"name": "bar", "version": "a.b.c"}, {"name": "foo", "version": 0}],
            },
            "cli@1.2.3, bar@a.b.c, foo@0",
        ),
        ({"name": "cli", "components": [{"name": "bar"}]}, "cli, bar"),
        ({}, None),
        ("", None),
    ],
)
async def test_the_tool_is_named_as_the_javascript_sdk_does(
    new_client: NewClient, recorder: Recorder, tool: Any, sent: str | None
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, tool=tool)
    await client.devices.get("1")
    assert recorder.last.header("x-particle-tool") == sent


@pytest.mark.parametrize(
    ("project", "sent"),
    [
        ("blinky", "blinky"),
        ({"name": "blinky"}, "blinky"),
        ({"name": "blinky", "foo": "bar", "baz": 1}, "blinky; foo=bar; baz=1"),
        ({"foo": "bar", "name": "blinky"}, "blinky; foo=bar"),
        ({}, None),
    ],
)
async def test_the_project_is_named_as_the_javascript_sdk_does(
    new_client: NewClient, recorder: Recorder, project: Any, sent: str | None
) -> None:
    client = new_client(access_token=TOKEN, base_url=recorder.base_url, project=project)
    await client.devices.get("1")
    assert recorder.last.header("x-particle-project") == sent


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"tool": {"version": "1"}}, "tool must have a name"),
        ({"tool": {"name": "cli", "components": [{"version": "1"}]}}, "tool must have a name"),
        ({"project": {"foo": "bar"}}, "project must have a name"),
        ({"tool": "a\nb"}, "header X-Particle-Tool"),
        ({"project": "Straße"}, "header X-Particle-Project"),
        ({"project": {"name": "a", "b\r\nc": "d"}}, "header X-Particle-Project"),
    ],
)
def test_contexts_that_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        Particle(base_url=LOCAL, **options)


async def test_headers_of_the_client_and_of_the_call(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        headers={"X-A": "client", "X-B": "client", "Accept-Encoding": "identity", "ACCEPT": "*/*"},
    )
    await client.devices.create_claim_code(headers={"x-b": "call", "x-c": "call"})
    request = recorder.last
    # `header` fails when one comes twice.
    assert [request.header(f"x-{name}") for name in "abc"] == ["client", "call", "call"]
    assert request.header("accept-encoding") == "identity"
    assert request.header("accept") == "*/*"


async def test_no_header_comes_twice(new_client: NewClient, recorder: Recorder) -> None:
    client = new_client(
        access_token=TOKEN,
        base_url=recorder.base_url,
        headers={"Authorization": "Basic eDp5", "Content-Type": "text/plain"},
    )
    await client.devices.create_claim_code()
    assert recorder.last.header("authorization") == f"Bearer {TOKEN}"
    assert recorder.last.header("content-type") == "application/json"
    recorder.clear()
    await client.devices.create_claim_code(
        headers={"authorization": "Basic YTpi", "Content-Type": "application/merge-patch+json"}
    )
    assert recorder.last.header("authorization") == "Basic YTpi"
    assert recorder.last.header("content-type") == "application/merge-patch+json"


async def test_an_authorization_header_of_ones_own_stands_in_for_a_token(
    new_client: NewClient, recorder: Recorder
) -> None:
    client = new_client(base_url=recorder.base_url, headers={"authorization": "Basic eDp5"})
    await client.devices.get("1")
    assert recorder.last.header("authorization") == "Basic eDp5"
    recorder.clear()
    client = new_client(base_url=recorder.base_url)
    await client.devices.get("1", headers={"Authorization": "Basic YTpi"})
    assert recorder.last.header("authorization") == "Basic YTpi"

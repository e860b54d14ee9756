"""Every method sends the request that the official JavaScript SDK sends."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.documented import DATA
from tests.every import every

from .accepted import ACCEPTED, accepted, is_refused
from .calls import CALLS
from .compare import differences, ours, theirs

if TYPE_CHECKING:
    from particle_client import AsyncParticle, Particle

    from .recording import Recorded, RecordingServer

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)


def _read(name: str) -> list[dict[str, Any]]:
    vectors: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return vectors


VECTORS = _read("wire.json")
MORE = _read("wire-more.json")
SENT = [each for each in VECTORS + MORE if not is_refused(each["call"], each["args"])]
"""As odd as arguments get: null, empty, other types, text that has to be encoded, other scopes,
`auth`, `headers` and `context`. Each kind of value of each option is there."""

CLAIM = {"id": "1", "request_transfer": False}
NAMES = {"username": "u", "currentPassword": "p"}
NEW_NAME = {"username": "u", "current_password": "p"}
HOOK = {"event": "e", "url": "https://a.example"}


def _name(vector: dict[str, Any]) -> str:
    request = vector["request"]
    path = request["raw_path"].partition("?")[0].strip("/")
    return f"{vector['call']}-{request['method']}-{path}"


def _check(vector: dict[str, Any], request: Recorded) -> None:
    expected = accepted(vector["call"], vector["args"], theirs(vector["request"]))
    assert differences(ours(request), expected) == {}
    for name in ("x-extra", "x-particle-project", "x-particle-tool"):
        assert request.headers.get(name) == vector["request"].get(name)
    if "accept" in vector["request"]:
        assert request.headers["accept"] == vector["request"]["accept"]


@every("vector", SENT, name=_name)
def test_the_request_is_the_recorded_one(
    vector: dict[str, Any], server: RecordingServer, client: Particle
) -> None:
    server.take()
    CALLS[vector["call"]](client, vector["args"])
    [request] = server.take()
    _check(vector, request)


@pytest.mark.anyio
@every("vector", SENT, name=_name)
async def test_the_async_client_sends_the_recorded_request(
    vector: dict[str, Any], server: RecordingServer, async_client: AsyncParticle
) -> None:
    server.take()
    call: Any = CALLS[vector["call"]]
    answer = call(async_client, vector["args"])
    assert inspect.isawaitable(answer)
    await answer
    [request] = server.take()
    _check(vector, request)


@every("vector", [each for each in VECTORS + MORE if each not in SENT], name=_name)
def test_a_file_without_sense_is_refused(
    vector: dict[str, Any], server: RecordingServer, client: Particle
) -> None:
    server.take()
    with pytest.raises(
        ValueError, match=r"'(archive\.tar\.gz|firmware\.bin)' is empty|isn't one identifier"
    ):
        CALLS[vector["call"]](client, vector["args"])
    assert not server.take()


def test_a_login_is_for_the_call_alone(server: RecordingServer, client: Particle) -> None:
    CALLS["login"](client, {"username": "u", "password": "p"})
    CALLS["getUserInfo"](client, {})
    assert server.take()[-1].headers["authorization"] == "Bearer TOKEN"


# Other arguments than those that are recorded: what the SDK makes of them, by its source.
OTHER_ARGUMENTS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("listSIMs", {"iccid": "1", "page": 2}, {"path": "/v1/sims", "query": []}),
    ("listSIMs", {"product": None}, {"path": "/v1/sims"}),
    ("listDevices", {"product": "p", "groups": None}, {"query": []}),
    ("claimDevice", {"deviceId": "1", "requestTransfer": None}, {"body": CLAIM}),
    ("changeUsername", {**NAMES, "invalidateTokens": False}, {"body": NEW_NAME}),
    ("listBuildTargets", {"onlyFeatured": False}, {"query": []}),
    ("updateDevice", {"deviceId": "1", "notes": None}, {"body": {"notes": None}}),
    ("updateDevice", {"deviceId": "1", "signal": False, "flash": True}, {"body": {"signal": "0"}}),
    ("callFunction", {"deviceId": "1", "name": "f"}, {"body": {}}),
    ("activateSIM", {"product": "p", "iccid": "1"}, {"body": {"sims": ["1"]}}),
    ("getDeviceOsVersion", {"version": "1", "platformId": None}, {"query": []}),
    ("listLibraries", {"architectures": "argon"}, {"query": [("architectures", "argon")]}),
    ("getProductLocations", {"product": "p", "groups": "a"}, {"query": [("groups", "a")]}),
    ("createWebhook", {**HOOK, "hook": {"method": ""}}, {"body": {**HOOK, "requestType": "POST"}}),
    (
        "createIntegration",
        {"event": "e", "deviceId": "1"},
        {"body": {"event": "e", "deviceid": "1"}},
    ),
    ("getEventStream", {"deviceId": "MINE", "name": ""}, {"path": "/v1/devices/events"}),
    ("getEventStream", {"org": "o", "product": 7}, {"path": "/v1/orgs/o/products/7/events"}),
    ("listEnvVars", {"org": "o", "product": None}, {"path": "/v1/orgs/o/env"}),
    ("removeMeshNetworkDevice", {"deviceId": "1"}, {"path": "/v1/devices/1/network"}),
    ("post", {"uri": "/v1/devices"}, {"body": None, "content type": None}),
    ("get", {"uri": "/v1/devices", "query": None}, {"query": []}),
    ("request", {"uri": "/v1/user", "method": "put", "data": {"a": 1}}, {"body": {"a": 1}}),
]


@pytest.mark.parametrize(("call", "args", "expected"), OTHER_ARGUMENTS)
def test_the_calls_take_other_arguments(
    call: str,
    args: dict[str, Any],
    expected: dict[str, Any],
    server: RecordingServer,
    client: Particle,
) -> None:
    CALLS[call](client, args)
    [request] = server.take()
    sent = {**ours(request), "path": request.path}
    assert {name: sent[name] for name in expected} == expected


def test_every_call_belongs_to_a_vector() -> None:
    assert CALLS.keys() == {vector["call"] for vector in VECTORS + MORE}


@pytest.mark.parametrize("difference", ACCEPTED, ids=lambda each: each.reason[:40])
def test_no_difference_is_accepted_for_no_reason(difference: Any) -> None:
    assert difference.reason
    recorded = [(each, theirs(each["request"])[difference.aspect]) for each in VECTORS + MORE]
    assert any(
        difference.expected(vector["call"], vector["args"], value) != value
        for vector, value in recorded
    )

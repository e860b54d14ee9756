"""Every method sends the request that the official JavaScript SDK sends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.documented import DATA

from .accepted import ACCEPTED
from .calls import CALLS
from .compare import differences, ours, theirs

if TYPE_CHECKING:
    from particle_client import Particle

    from .recording import RecordingServer

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)

VECTORS: list[dict[str, Any]] = json.loads((DATA / "wire.json").read_text(encoding="utf-8"))

CLAIM = {"id": "1", "request_transfer": False}
NAMES = {"username": "u", "currentPassword": "p"}
NEW_NAME = {"username": "u", "current_password": "p"}
HOOK = {"event": "e", "url": "https://a.example"}


def _name(vector: dict[str, Any]) -> str:
    request = vector["request"]
    return f"{vector['call']}-{request['method']}-{request['path'].strip('/')}"


@pytest.mark.parametrize("vector", VECTORS, ids=_name)
def test_the_request_is_the_recorded_one(
    vector: dict[str, Any], server: RecordingServer, client: Particle
) -> None:
    CALLS[vector["call"]](client, vector["args"])
    [request] = server.take()
    sent = ours(request)
    accepted = {
        each.aspect: each.sent for each in ACCEPTED if each.concerns(vector["call"], vector["args"])
    }
    # A difference that is accepted has to be there: nothing stays in the table for no reason.
    assert differences(sent, theirs(vector["request"])) == accepted


def test_what_the_calls_have_in_common_changes_nothing(
    server: RecordingServer, client: Particle
) -> None:
    common = {"auth": "OTHER", "headers": {"x-a": "1"}, "context": {"tool": {"name": "t"}}}
    for vector in VECTORS:
        CALLS[vector["call"]](client, vector["args"])
        CALLS[vector["call"]](client, {**vector["args"], **common})
        plain, more = map(ours, server.take())
        assert differences(more, plain) == {}, vector


# Other arguments than those that are recorded: what the SDK makes of them, by its source.
OTHER_ARGUMENTS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("listSIMs", {"iccid": "1", "page": 2}, {"path": "/v1/sims", "query": []}),
    ("listSIMs", {"product": None}, {"path": "/v1/sims"}),
    ("listSIMs", {"product": 7, "iccid": None}, {"path": "/v1/products/7/sims", "query": []}),
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


def test_every_call_and_every_accepted_difference_belongs_to_a_vector() -> None:
    assert CALLS.keys() == {vector["call"] for vector in VECTORS}
    for each in ACCEPTED:
        assert each.reason
        assert any(each.concerns(vector["call"], vector["args"]) for vector in VECTORS), each

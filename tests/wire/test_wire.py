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

VECTORS: list[dict[str, Any]] = json.loads((DATA / "wire.json").read_text(encoding="utf-8"))


def _name(vector: dict[str, Any]) -> str:
    request = vector["request"]
    return f"{vector['call']}-{request['method']}-{request['path'].strip('/')}"


@pytest.mark.filterwarnings("ignore:.*the Cloud API has deprecated it:DeprecationWarning")
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


def test_every_call_and_every_accepted_difference_belongs_to_a_vector() -> None:
    assert CALLS.keys() == {vector["call"] for vector in VECTORS}
    for each in ACCEPTED:
        assert each.reason
        assert any(each.concerns(vector["call"], vector["args"]) for vector in VECTORS), each

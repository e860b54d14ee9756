"""Further fields of a body, for what this version doesn't know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pytest

from particle_client import UNSET

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


async def test_fields_are_added_to_the_body(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.devices.update("1", name="old", extra_body={"colour": "red", "name": None})
    assert recorder.last.json == {"name": None, "colour": "red"}


async def test_objects_within_the_body_are_added_to(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    extra: dict[str, Any] = {
        "ledger": {"name": "new", "limits": {"size": 1, "count": UNSET}},
        "dry_run": True,
    }
    await wire.ledgers.update("l", description="d", extra_body=extra)
    assert recorder.last.json == {
        "ledger": {"description": "d", "name": "new", "limits": {"size": 1}},
        "dry_run": True,
    }
    assert extra["ledger"]["limits"] == {"size": 1, "count": UNSET}, "what was passed stays as is"


async def test_a_body_comes_into_being(wire: AsyncParticle, recorder: Recorder) -> None:
    await wire.product("p").firmware.release(3, groups=["beta"], extra_body={"a": 1})
    await wire.delete("/v1/things", extra_body={"sure": True})
    assert [request.json for request in recorder.requests] == [
        {"version": 3, "groups": ["beta"], "a": 1},
        {"sure": True},
    ]


async def test_a_model_as_a_body_stays_as_it_is(wire: AsyncParticle, recorder: Recorder) -> None:
    settings = {"event": "e", "integration_type": "Webhook", "url": "https://a.example"}
    await wire.integrations.create(settings, extra_body={"disabled": True})
    assert recorder.last.json == {**settings, "disabled": True}
    assert "disabled" not in settings


async def test_a_form_is_added_to(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"access_token": "new", "token_type": "bearer"})
    await wire.login("u", "p", extra_body={"scope": "devices:list"})
    assert ("scope", "devices:list") in parse_qsl(recorder.last.body.decode())


async def test_other_bodies_take_no_fields(wire: AsyncParticle, recorder: Recorder) -> None:
    with pytest.raises(TypeError, match="extra_body is for requests with a JSON body or a form"):
        await wire.devices.get("1", extra_body={"a": 1})
    with pytest.raises(TypeError, match="extra_body is for"):
        await wire.devices.flash("1", {"a.cpp": b""}, extra_body={"a": 1})
    with pytest.raises(TypeError, match="extra_body is for"):
        await wire.post("/v1/things", content=b"", extra_body={"a": 1})
    with pytest.raises(TypeError, match="extra_body adds to an object, but the body is a list"):
        await wire.post("/v1/things", json=[1], extra_body={"a": 1})
    assert recorder.requests == []

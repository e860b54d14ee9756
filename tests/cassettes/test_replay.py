"""Documented answers become typed results, in strict mode, and nothing of them is lost."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
import yaml
from vcr.errors import (  # type: ignore[import-untyped]
    CannotOverwriteExistingCassetteException,
)

from particle_client import (
    APIStatusError,
    AsyncEventStream,
    AsyncParticle,
    BadRequestError,
    Event,
    MFARequiredError,
    Page,
    Particle,
)
from particle_client.calls.async_page import AsyncPage
from particle_client.schema.model import Model
from tests.documented import Answer

from .calls import CALLS, covered
from .placeholders import ACCESS_TOKEN, MFA_TOKEN, PLACEHOLDERS, scrub
from .tapes import CASSETTES, cassette, run

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.anyio

each_answer = pytest.mark.parametrize("answer", covered(), ids=lambda answer: answer.name)

ERRORS: dict[int, type[APIStatusError]] = {400: BadRequestError, 403: MFARequiredError}


@each_answer
def test_the_client_reads_the_answer(answer: Answer, client: Particle) -> None:
    with cassette(answer.name) as tape:
        result = run(client, answer.name)
    assert tape.play_count == 1
    assert_nothing_lost(result, answer)


@each_answer
async def test_the_async_client_reads_the_answer(
    answer: Answer, async_client: AsyncParticle
) -> None:
    with cassette(answer.name) as tape:
        result = await run_async(async_client, answer.name)
    assert tape.play_count == 1
    assert_nothing_lost(result, answer)


async def run_async(client: AsyncParticle, name: str) -> Any:
    """Do what `run` does, with the async client."""
    try:
        # The methods have the same names and arguments.
        result: Any = CALLS[name](cast("Particle", client))
        if isinstance(result, AsyncEventStream):
            async with result as events:
                return await anext(events)
        return await result if inspect.isawaitable(result) else result
    except APIStatusError as error:
        return error


def assert_nothing_lost(result: Any, answer: Answer) -> None:
    """The result is typed, and gives back the JSON that came; secrets are in no repr."""
    came = recorded_body(answer)
    if answer.status >= 400:
        assert isinstance(result, ERRORS[answer.status])
        assert result.status_code == answer.status
        assert result.body == came
        assert result.error == came["error"]
        if isinstance(result, MFARequiredError):
            assert result.mfa_token == MFA_TOKEN
    elif answer.status == 204:
        assert result is None
    elif isinstance(result, Event):
        assert {"event": result.name, "data": result.raw} == came
        assert result.to_dict() == {"name": result.name} | json.loads(came["data"])
        assert all(read_fields(result) for _ in (1, 2))
    elif isinstance(result, list):
        assert [each.to_dict() for each in result] == came
        for each in result:
            read(each)
    elif isinstance(result, Page | AsyncPage):
        assert result.to_dict() == came
        assert len(result.items) == len(next(iter(came.values())))
        for each in result.items:
            read(each)
    else:
        assert isinstance(result, Model)
        # An empty response gives a model without fields.
        assert result.to_dict() == (came or {})
        read(result)
    assert not [secret for secret in PLACEHOLDERS.values() if secret in repr(result)]


def read(model: Any) -> None:
    """Read every field that came, down to the last: reading is what converts them."""
    assert isinstance(model, Model)
    assert not model.additional_properties
    for name in names_of_fields(model):
        value = getattr(model, name)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Model):
                read(item)
    assert json.loads(json.dumps(model.to_dict())) == model.to_dict()


def names_of_fields(model: Model) -> Iterator[str]:
    return (field.name for field in attrs.fields(type(model)))


def read_fields(event: Event) -> bool:
    assert event.data == "25.34"
    assert event.ttl == 60
    assert event.device_id == "0123456789abcdef01234567"
    return event.published_at is not None and not isinstance(event.published_at, str)


def recorded_body(answer: Answer) -> Any:
    """Return what the cassette's answer says: JSON, or the one event of a stream."""
    text = (CASSETTES / f"{answer.name}.yaml").read_text(encoding="ascii")
    [interaction] = yaml.safe_load(text)["interactions"]
    body: str = interaction["response"]["body"]["string"]
    if not body:
        assert answer.body is None
        return None
    if answer.is_text:
        assert body == f"{answer.body}\n\n"
        fields = [line for line in body.splitlines() if line and not line.startswith(":")]
        return dict(field.split(": ", 1) for field in fields)
    came = json.loads(body)
    assert json.dumps(came, sort_keys=True) == json.dumps(scrub(answer.body), sort_keys=True)
    return came


def test_a_request_that_is_not_in_the_cassette_fails(client: Particle) -> None:
    with (
        cassette("devices/getDevice.reference"),
        pytest.raises(CannotOverwriteExistingCassetteException),
    ):
        client.devices.get("another-device")


def test_a_request_with_another_body_fails(client: Particle) -> None:
    with (
        cassette("events/publishEvent.reference"),
        pytest.raises(CannotOverwriteExistingCassetteException),
    ):
        client.events.publish("temperature", "99.99", ttl=60)


def test_the_token_is_sent_where_one_is_needed() -> None:
    for answer in covered():
        text = (CASSETTES / f"{answer.name}.yaml").read_text(encoding="ascii")
        [interaction] = yaml.safe_load(text)["interactions"]
        sent = interaction["request"]["headers"].get("authorization")
        expected = None if "createAccessToken" in answer.name else [f"Bearer {ACCESS_TOKEN}"]
        assert sent == expected, answer.name

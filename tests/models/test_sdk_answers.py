"""Answers in the form that Particle's JavaScript SDK declares them are read as well.

Its types differ from the responses of the API's reference here and there: an object comes without
its envelope, or an array without the page around it. `tests/data/sdk_answers.json` has a response
for every declared type, with a value for each of its fields.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest

from particle_client import AsyncParticle, Particle
from particle_client.calls.page import Page
from particle_client.schema.model import Model
from tests.documented import DATA
from tests.every import every
from tests.operations import OPERATIONS
from tests.recorder import Recorder, response

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*the Cloud API has deprecated it:DeprecationWarning"
)


class Row(NamedTuple):
    where: str
    sdk_method: str
    declared: str
    body: Any


ROWS = [
    Row(f"{row['method']} {row['path']}", row["sdk_method"], row["type"], row["body"])
    for row in json.loads((DATA / "sdk_answers.json").read_text(encoding="utf-8"))
    # The SDK has one type for the account's devices and a product's; only the latter have pages.
    if row["path"] != "/v1/devices"
    or row["type"] != "DeviceInfo[] | DeviceListResponse"
    or isinstance(row["body"], list)
]

ELSEWHERE = {
    "provisionDevice": "devices.provision(): the path also claims a device",
    "flashDevice": "devices.flash(): the path also changes a device",
    "getProductConfigurationSchema": "config.get_schema()",
    "getProductDeviceConfigurationSchema": "config.get_device_schema()",
    "getProductDeviceConfiguration": "the reference shows what is current and what is pending",
}
"""SDK methods whose path has several methods here, of which the table of operations calls one."""


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with Recorder() as recorder:
        yield recorder


@every("row", ROWS, name=lambda row: f"{row.sdk_method} {row.where}")
def test_nothing_is_lost_and_every_field_is_an_attribute(row: Row, server: Recorder) -> None:
    server.respond = lambda request: response(json=row.body)
    with Particle(access_token="TOKEN", base_url=server.base_url) as client:
        given = OPERATIONS[row.where](client)
    assert plain(given) == row.body
    reachable(given, row.body, typed=row.sdk_method not in ELSEWHERE)


def plain(given: Any) -> Any:
    return [each.to_dict() for each in given] if isinstance(given, list) else given.to_dict()


def reachable(given: Any, body: Any, *, typed: bool) -> None:
    """Check that a typed response has a value for each of JSON's."""
    if isinstance(given, Page):
        given = given.items if isinstance(body, list) else given.body
    if isinstance(given, Model) and typed:
        given = unwrapped(given)
        assert given.additional_properties == {}
    if isinstance(body, list):
        assert len(given) == len(body)
        for item, expected in zip(given, body, strict=True):
            reachable(item, expected, typed=typed)
    elif isinstance(body, dict):
        for name, expected in body.items():
            value = attribute(given, name) if isinstance(given, Model) else given[name]
            if isinstance(expected, str) and value is None:  # text where a time should be
                assert given[name] == expected
                assert f"={expected!r}" in repr(given)
                continue
            assert (value is None) == (expected is None), name
            reachable(value, expected, typed=typed)


def unwrapped(given: Model) -> Model:
    """Return what may have come in an envelope, or without it."""
    for field in attrs.fields(type(given)):
        if "envelope" in field.metadata and field.metadata["json_name"] not in given:
            return getattr(given, field.name) or given
    return given


def attribute(given: Model, wire: str) -> Any:
    names = {field.metadata["json_name"]: field.name for field in attrs.fields(type(given))}
    return getattr(given, names.get(wire, wire))


def bodies(sdk_method: str) -> list[Any]:
    return [row.body for row in ROWS if row.sdk_method == sdk_method]


@pytest.mark.anyio
async def test_asyncio_reads_them_likewise(server: Recorder) -> None:
    async with AsyncParticle(access_token="TOKEN", base_url=server.base_url) as client:
        for body in bodies("getLedger"):
            server.answer(json=body)
            answer = await client.ledgers.get("l1")
            assert answer.ledger.name == body["name"]
            assert answer.to_dict() == body
        for body in bodies("archiveLedger"):
            server.answer(json=body)
            confirmed = await client.ledgers.archive("l1")
            assert confirmed is not None
            assert confirmed.to_dict() == body
        server.answer(204)
        assert await client.ledgers.archive("l1") is None
        for body in bodies("listSIMs"):
            if isinstance(body, list):
                server.answer(json=body)
                page = await client.sims.list()
                assert plain(page) == body

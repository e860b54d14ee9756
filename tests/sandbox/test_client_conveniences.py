"""What the client adds to the document's operations, against the sandbox: tokens of customers,
the quarantine, and lists that come in another form than the document says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from particle_client import BadRequestError, ResponseDecodeError
from tests.both import Kind, make_client
from tests.recorder import Recorder, response

if TYPE_CHECKING:
    from collections.abc import Iterator

    from particle_client.sandbox import Sandbox

pytestmark = pytest.mark.anyio


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> Kind:
    kind: Kind = request.param
    return kind


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    with Recorder() as server:
        yield server


async def test_tokens_of_a_customer(cloud: Sandbox, kind: Kind) -> None:
    product = cloud.add_product("Widget", slug="widget")
    oauth_client = cloud.add_oauth_client("widget-app", "secret")
    oauth_client.product_id = product.id
    options: dict[str, Any] = {
        "base_url": cloud.base_url,
        "client_id": "widget-app",
        "client_secret": "secret",
    }
    async with make_client(kind, **options) as client:
        customers = client.product("widget").customers
        await customers.create_with_client("abu@example.com", no_password=True)
        token = await client.tokens.create_for_customer("abu@example.com", expires_in=60)
        assert token.expires_in == 60
        current = await client.with_options(access_token=token.access_token).tokens.current()
        assert current.client == "widget-app"

        assert token.refresh_token
        fresh = await client.tokens.refresh(token.refresh_token)
        assert fresh.access_token != token.access_token
        with pytest.raises(BadRequestError, match="Refresh token is invalid"):
            await client.tokens.refresh(token.refresh_token)
        with pytest.raises(BadRequestError, match="no such customer"):
            await client.tokens.create_for_customer("nobody@example.com")
        # Tokens for others aren't used by the client itself.
        assert cloud.state.directory.token(fresh.access_token) is not None
        with pytest.raises(ValueError, match="email"):
            await client.tokens.create_for_customer("")
        with pytest.raises(ValueError, match="refresh_token"):
            await client.tokens.refresh("")


async def test_a_developers_token_cannot_be_refreshed(cloud: Sandbox, kind: Kind) -> None:
    async with make_client(kind, base_url=cloud.base_url) as client:
        token = await client.login(cloud.username, cloud.password)
        assert token.refresh_token
        with pytest.raises(BadRequestError, match="Refresh token is invalid"):
            await client.tokens.refresh(token.refresh_token)


async def test_quarantine(cloud: Sandbox, kind: Kind) -> None:
    cloud.add_product("Fleet", slug="fleet")
    names = ["in", "waiting", "unwanted"]
    devices = {
        name: cloud.add_device(name, product="fleet", quarantined=name != "in") for name in names
    }
    async with make_client(
        kind, access_token=cloud.access_token, base_url=cloud.base_url
    ) as client:
        quarantine = client.product("fleet").quarantine
        listed = {device.name async for device in quarantine.list()}
        assert listed == {"waiting", "unwanted"}
        await quarantine.approve(devices["waiting"].id)
        await quarantine.deny(devices["unwanted"].id)
        assert not devices["waiting"].quarantined
        assert devices["unwanted"].denied
        assert [device.name for device in await quarantine.list()] == ["unwanted"]


HOOK = {"id": "1", "integration_type": "Webhook", "event": "e", "url": "https://a.example"}


async def test_every_list_can_be_iterated(recorder: Recorder, kind: Kind) -> None:
    async with make_client(kind, access_token="T", base_url=recorder.base_url) as client:
        recorder.respond = lambda request: response(200, json=[HOOK, HOOK])
        assert [hook.id async for hook in client.integrations.list()] == ["1", "1"]
        assert [hook.id for hook in await client.integrations.list()] == ["1", "1"]


async def test_a_list_in_another_form_than_documented(recorder: Recorder, kind: Kind) -> None:
    options: dict[str, Any] = {"access_token": "T", "base_url": recorder.base_url}
    async with make_client(kind, **options) as client:
        recorder.respond = lambda request: response(200, json={"ok": True, "items": [HOOK]})
        assert [hook.id for hook in await client.integrations.list()] == ["1"]
        assert [device.id for device in await client.devices.list()] == ["1"]

        pages = [[{"id": "1"}], []]
        recorder.respond = lambda request: response(200, json=pages.pop(0))
        listed = [device.id async for device in client.product("p").devices.list()]
        assert listed == ["1"]

        recorder.respond = lambda request: response(200, json={"a": [], "b": []})
        with pytest.raises(ResponseDecodeError, match="not an array"):
            await client.integrations.list()
        with pytest.raises(ResponseDecodeError, match="not an array"):
            await client.devices.list()


async def test_a_version_of_a_ledger_by_the_time_that_the_list_shows(
    cloud: Sandbox, kind: Kind
) -> None:
    device_id = "0123456789abcdef01234567"
    options: dict[str, Any] = {"base_url": cloud.base_url, "access_token": cloud.access_token}
    async with make_client(kind, **options, strict=True) as client:
        await client.ledgers.create("climate", "Device", "Upstream")
        for degrees in (20, 21):
            await client.ledgers.set_instance("climate", device_id, {"degrees": degrees})
        new, old = [each async for each in client.ledgers.list_versions("climate", device_id)]
        for listed, degrees in ((old, 20), (new, 21)):
            for time in (listed.updated_at, listed["updated_at"]):
                version = await client.ledgers.get_version("climate", device_id, time)
                assert version.instance.data == {"degrees": degrees}

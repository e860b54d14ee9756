"""A sandbox that holds everything that the sample arguments of tests/operations.py name."""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from particle_client.sandbox import Sandbox
from particle_client.sandbox.accounts import OAuthClient
from particle_client.sandbox.agreements import UsageReport
from particle_client.sandbox.compiler import Binary
from particle_client.sandbox.integrations import Integration
from particle_client.sandbox.ledgers import Instance
from particle_client.sandbox.logic import LogicFunction, LogicRun
from particle_client.sandbox.networks import MeshNetwork
from particle_client.sandbox.owners import Owner
from tests.operation_calls.samples import (
    DEVICE,
    ICCID,
    ORG,
    PASSWORD,
    PRODUCT,
    USER,
    VERSION,
    library_archive,
)

from .wire import make_api

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    import httpx

__all__ = ["furnished"]

CUSTOMER = "customer@example.com"
MOMENT = "2026-01-02T03:04:05.678Z"


@contextmanager
def furnished(where: str) -> Generator[Sandbox]:
    """Serve a sandbox in which the operation (`GET /v1/…`) finds what it asks for."""
    logs_in = "/oauth" in where or "access_token" in where or "/user" in where
    me = USER if logs_in and where != "POST /v1/users" else "owner@example.com"
    cloud = Sandbox(username=me, password=PASSWORD, flash_step=0, device_timeout=5)
    state, account = cloud.state, cloud.account
    if "/Users/" in where:
        account.id = "scim-user-1"
    # A token, a password reset, and a second step of a log-in that are under way.
    state.directory.issue(account, token="token-1")
    account.pending_mfa_token = "mfa-token"
    account.password_reset_token = "reset-token"
    if where == "PUT /v1/user/mfa-disable":
        account.otp = "123456"
    if where == "POST /v1/user/verify":
        account.verified, account.verification_token = False, "token-1"
    organization = cloud.add_organization("My org", slug=ORG)
    in_organization = "/orgs/" in where
    product = cloud.add_product(
        "My product",
        slug=PRODUCT,
        groups=["beta"],
        organization=organization if in_organization else None,
    )
    in_product = in_organization or ("/products/" in where and where != f"POST {_DEVICES}")
    device = cloud.add_device(
        "greenhouse",
        id=DEVICE,
        product=product if in_product else None,
        variables={"my-name": 21.5},
        functions={"my-name": len},
        firmware_version=3,
        serial_number="PH-160101-AB12",
        iccid=ICCID,
        protected=True,
        groups=["beta"] if in_product else [],
    )
    device.documents["my-name"] = {"a": 1, "b": 2}
    if where == "POST /v1/devices":
        device.owner = None
    sim = state.sims.add(ICCID)
    sim.account, sim.product = (None, product) if in_product else (account, None)
    if where not in ("PUT /v1/sims/{iccid}", f"POST {_PRODUCT}/sims"):
        sim.activate(state.clock.now())
    if where.startswith("DELETE"):
        sim.deactivate(state.clock.now())
    keeper = Owner(organization=organization) if in_organization else Owner(account=account)
    for owner in (Owner(product=product) if "/products/" in where else keeper,):
        for name, kind in (("integration-1", "Webhook"), ("hook-1", "Webhook")):
            state.integrations.add(
                Integration(
                    id=name,
                    owner=owner,
                    kind=kind,
                    created_at=MOMENT,
                    settings={
                        "event": "temperature",
                        "url": "http://127.0.0.1:9/",
                        "requestType": "POST",
                    },
                )
            )
    state.directory.clients["client-1"] = OAuthClient(
        id="client-1",
        secret="secret",
        owner=account,
        name="my-client",
        product_id=product.id if "/products/" in where else None,
    )
    function = LogicFunction(
        id="function-1",
        owner=keeper,
        name="my-function",
        created_at=MOMENT,
        updated_at=MOMENT,
        created_by=account.id,
        updated_by=account.id,
    )
    function.runs.append(
        LogicRun(
            id="run-1",
            trigger_type="Event",
            trigger_id="trigger-1",
            started_at=MOMENT,
            finished_at=MOMENT,
        )
    )
    state.logic.add(function)
    state.binaries["5f91f6c8f3b2a1d0c4e7b6a5"] = Binary(
        id="5f91f6c8f3b2a1d0c4e7b6a5",
        content=b"binary",
        owner_id=account.id,
        platform_id=13,
        target_version="6.1.0",
        size_info="",
        expires_at=state.clock.now() + timedelta(days=1),
    )
    state.networks.add(
        MeshNetwork(id="network-1", name="net", owner=account, devices={DEVICE: True})
    )
    agreement = state.agreements.of(keeper)
    agreement.id = "17"
    state.agreements.notify(keeper, "usage_threshold_reached", threshold=70)
    state.agreements.reports["18"] = UsageReport(
        id="18",
        agreement=agreement,
        report_type="devices",
        start="2024-01-01",
        end="2024-01-31",
        devices=[DEVICE],
        products=[],
        recipient=USER,
        created_at=state.clock.now(),
    )
    with cloud:
        with make_api(cloud) as api:
            _fill(cloud, api, where)
        yield cloud


_PRODUCT = "/v1/products/{productIdOrSlug}"
_DEVICES = f"{_PRODUCT}/devices"


def _fill(cloud: Sandbox, api: httpx.Client, where: str) -> None:
    """Make what is easier to make through the API."""
    scope = next(
        (f"/v1/{kind}/{name}" for kind, name in _SCOPES.items() if f"/{kind}/{{" in where), "/v1"
    )
    put, post = api.put, api.post
    if "/ledgers/{" in where:
        _sent(post(f"{scope}/ledgers", json={"ledger": {"name": "settings", "scope": "Device"}}))
        url = f"{scope}/ledgers/settings/instances/{DEVICE}"
        _sent(put(url, json={"instance": {"data": {"a": 1}}}))
        if "archive" not in where and where.startswith("DELETE") and "instances" not in where:
            _sent(api.delete(url))
    if "/env" in where:
        of_device = "/env/{deviceId}" in where
        for key in ("FOO", "OLD"):
            url = f"{scope}/env/{DEVICE}/{key}" if of_device else f"{scope}/env/{key}"
            _sent(put(url, json={"value": "1"}))
    if "/secrets" in where:
        _sent(put(f"{scope}/secrets/MY_SECRET", json={"secret": {"value": "x"}}))
    if (
        ("/firmware" in where or where.endswith("/impact"))
        and "/products/" in where
        and not where.startswith("POST")
    ):
        files = {"binary": ("firmware.bin", b"firmware", "application/octet-stream")}
        _sent(post(f"{scope}/firmware", data={"version": "3", "title": "First"}, files=files))
    if "/customers" in where and not where.startswith("POST"):
        _sent(post(f"{scope}/customers", json={"email": CUSTOMER, "password": "old password"}))
    if "/ledgers/" in where and where.endswith("/versions/{version}"):
        for instance in _instances(cloud):
            instance.current.updated_at = datetime.fromisoformat(VERSION)
    if "/team/" in where:
        _join_team(cloud, where)
    if where.startswith("POST") and where.endswith("/team"):
        cloud.add_account(USER, PASSWORD)
    if "/libraries/" in where:
        files = {"archive": ("library.tar.gz", library_archive(), "application/gzip")}
        _sent(post("/v1/libraries", files=files))
    if "/diagnostics/" in where:
        _sent(post(f"{scope}/diagnostics/{DEVICE}/update"))
    if "/locations/" in where:
        place = {"loc": {"lck": 1, "time": 1700000000, "lat": 1.5, "lon": 2.5}}
        cloud.devices[0].publish("loc", json.dumps(place))
    if "/config" in where:
        schema = {"type": "object", "properties": {"location": {"type": "object"}}}
        _sent(put(f"{scope}/config", json=schema))
        _sent(put(f"{scope}/config/{DEVICE}", json={"location": {"radius": 1}}))


def _instances(cloud: Sandbox) -> Iterator[Instance]:
    for ledger in cloud.state.ledgers.all():
        yield from ledger.instances.values()


def _join_team(cloud: Sandbox, where: str) -> None:
    """Take the user in; as an API user where the operation is about one's token."""
    state = cloud.state
    if "/orgs/" in where:
        owner = Owner(organization=next(iter(state.organizations.values())))
    else:
        owner = Owner(product=next(iter(state.products.values())))
    if where.startswith("PUT"):
        state.teams.add_api_user(owner, "program", ["devices:list"]).account.username = USER
    else:
        state.teams.set_role(owner, cloud.add_account(USER, PASSWORD), "Developer")


_SCOPES = {"products": PRODUCT, "orgs": ORG}


def _sent(answer: httpx.Response) -> Any:
    assert answer.is_success, answer.text
    return answer

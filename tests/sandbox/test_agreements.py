"""Service agreements and usage reports."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox
from particle_client.sandbox.owners import Owner

REPORT = {
    "report_type": "devices",
    "date_period_start": "2024-01-01",
    "date_period_end": "2024-01-31",
    "devices": ["d1", "d2"],
}


def agreement_id(api: httpx.Client, base: str) -> str:
    [agreement] = api.get(f"{base}/service_agreements").json()["data"]
    return str(agreement["id"])


@pytest.fixture(params=["/v1/user", "/v1/orgs/acme"])
def base(cloud: Sandbox, request: pytest.FixtureRequest) -> str:
    cloud.add_organization("Acme", slug="acme")
    return str(request.param)


def test_the_agreement_counts_the_devices(cloud: Sandbox, api: httpx.Client, base: str) -> None:
    organization = next(iter(cloud.state.organizations.values()))
    cloud.add_product("Fleet", slug="fleet", organization=organization)
    cloud.add_device(product="fleet").publish("e")
    [agreement] = api.get(f"{base}/service_agreements").json()["data"]
    attributes = agreement["attributes"]
    is_org = "orgs" in base
    assert attributes["owner_type"] == ("organization" if is_org else "individual")
    assert attributes["owner_id"] == (organization.id if is_org else cloud.account.id)
    usage = attributes["current_usage_summary"]["connectivity"]
    assert usage["all"]["owned_devices"] == usage["cellular"]["owned_devices"] == 1
    assert usage["all"]["device_messages"] == 1
    assert usage["wifi"]["owned_devices"] == 0
    assert agreement_id(api, base) == agreement["id"]  # the same, every time


def test_a_usage_report(cloud: Sandbox, api: httpx.Client, base: str) -> None:
    path = f"{base}/service_agreements/{agreement_id(api, base)}/usage_reports"
    asked = api.post(path, json=REPORT)
    assert asked.status_code == 202
    report = asked.json()["data"]
    assert report["attributes"]["state"] == "pending"
    assert report["attributes"]["download_url"] is None
    made = api.get(f"{base}/usage_reports/{report['id']}").json()["data"]["attributes"]
    assert made["state"] == "available"
    assert made["report_params"]["devices"] == ["d1", "d2"]
    file = httpx.get(made["download_url"], verify=False)
    assert file.text.splitlines() == [
        "device,start,end,messages",
        "d1,2024-01-01,2024-01-31,0",
        "d2,2024-01-01,2024-01-31,0",
    ]
    cloud.advance_time(8 * 24 * 3600)
    assert httpx.get(made["download_url"], verify=False).status_code == 404


@pytest.mark.parametrize(
    "change",
    [
        {"report_type": "people"},
        {"date_period_start": "soon"},
        {"date_period_start": "2024-02-01"},
        {"products": "p"},
        {"devices": 1},
    ],
)
def test_bad_reports(api: httpx.Client, base: str, change: dict[str, Any]) -> None:
    path = f"{base}/service_agreements/{agreement_id(api, base)}/usage_reports"
    assert api.post(path, json=REPORT | change).status_code == 400


def test_notifications(cloud: Sandbox, api: httpx.Client, base: str) -> None:
    path = f"{base}/service_agreements/{agreement_id(api, base)}/notifications"
    assert api.get(path).json() == {"data": []}
    organization = next(iter(cloud.state.organizations.values()))
    owner = Owner(organization=organization) if "orgs" in base else Owner(account=cloud.account)
    cloud.state.agreements.notify(owner, "usage_threshold_reached", threshold=70)
    [notification] = api.get(path).json()["data"]
    assert notification["attributes"]["event_name"] == "usage_threshold_reached"
    assert notification["attributes"]["details"] == {"threshold": 70}


def test_what_belongs_to_others_is_not_found(
    api: httpx.Client, other_api: httpx.Client, base: str
) -> None:
    number = agreement_id(api, base)
    report = api.post(f"{base}/service_agreements/{number}/usage_reports", json=REPORT).json()
    other = "/v1/user"
    assert other_api.get(f"{other}/service_agreements/{number}/notifications").status_code == 404
    assert other_api.get(f"{other}/usage_reports/{report['data']['id']}").status_code == 404

"""The search of an account and of an organization."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox

ICCID = "8934076500002589174"


def find(api: httpx.Client, text: str, scope: str = "/v1/user", **more: str) -> dict[str, Any]:
    answer = api.get(f"{scope}/search", params={"text": text, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    assert found["ok"] is True
    return found


def test_an_account(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    product = cloud.add_product("Alpha Product")
    inside = cloud.add_device("Alpha Device", product=product, claimed=False)
    own = cloud.add_device("my alpha")
    cloud.add_device("other")
    found = find(api, "ALPHA")
    assert [(each["type"], each[each["type"]]["name"]) for each in found["results"]] == [
        ("device", "Alpha Device"),
        ("device", "my alpha"),
        ("product", "Alpha Product"),
    ]
    assert found["results"][0]["device"] == {
        "id": inside.id,
        "name": "Alpha Device",
        "product_id": str(product.id),
        "product_name": "Alpha Product",
    }
    assert found["hasMore"] is False
    assert find(api, "alpha", type="product")["results"] == found["results"][2:]
    assert find(api, own.id[:12])["results"][0]["device"]["id"] == own.id
    assert find(other_api, "alpha")["results"] == []


def test_sim_cards(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device("d", iccid=ICCID)
    (found,) = find(api, ICCID[4:])["results"]
    assert (found["type"], found["sim"]["iccid"]) == ("sim", ICCID)


def test_an_organization(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    organization = cloud.add_organization("Acme", slug="acme")
    product = cloud.add_product("Fleet", organization=organization)
    for number in range(11):
        cloud.add_device(f"alpha {number}", product=product, claimed=False)
    cloud.add_device("alpha of mine")
    found = find(api, "alpha", "/v1/orgs/acme")
    assert (len(found["results"]), found["hasMore"]) == (10, True)
    assert {(each["org"], each["orgName"]) for each in found["results"]} == {("acme", "Acme")}
    assert [each["device"]["name"] for each in find(api, "alpha")["results"]] == ["alpha of mine"]
    assert other_api.get("/v1/orgs/acme/search", params={"text": "a"}).status_code == 403


@pytest.mark.parametrize("query", [{}, {"text": " "}, {"text": "a", "type": "person"}])
def test_what_is_no_search(api: httpx.Client, query: dict[str, str]) -> None:
    assert api.get("/v1/user/search", params=query).status_code == 400

"""OAuth clients and the customers that they create and log in."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox

from .wire import make_api


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Widget", slug="widget")


CLIENTS = "/v1/products/widget/clients"
CUSTOMERS = "/v1/products/widget/customers"
SERVER = {"name": "My Server", "type": "installed"}


def create_client(api: httpx.Client, path: str = CLIENTS, **changes: Any) -> dict[str, Any]:
    answer = api.post(path, json={**SERVER, **changes})
    assert answer.status_code == 200, answer.text
    client: dict[str, Any] = answer.json()["client"]
    return client


def credentials(client: dict[str, Any]) -> httpx.BasicAuth:
    return httpx.BasicAuth(client["id"], client["secret"])


def test_clients(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    own = create_client(api, "/v1/clients")
    web = {"type": "web", "redirect_uri": "https://x.example/cb"}
    of_product = create_client(api, scope="customers:create", **web)
    assert own["id"].startswith("my-server-")
    assert of_product["product_id"] == product.id
    listed = {"id": own["id"], "name": "My Server", "type": "installed"}
    assert api.get("/v1/clients").json() == {"ok": True, "clients": [listed]}
    assert [c["id"] for c in api.get(CLIENTS).json()["clients"]] == [of_product["id"]]
    renamed = api.put(f"/v1/clients/{own['id']}", json={"name": "N2"}).json()
    assert renamed == {"ok": True, "client": {**own, "name": "N2"}}
    assert api.put(f"{CLIENTS}/{own['id']}", json={"name": "N3"}).status_code == 404
    grant = {"grant_type": "client_credentials"}
    token = api.post("/oauth/token", data=grant, auth=credentials(own)).json()["access_token"]
    with make_api(cloud, token) as owner:
        assert owner.get("/v1/user").json()["username"] == cloud.username
    token = api.post("/oauth/token", data=grant, auth=credentials(of_product)).json()
    with make_api(cloud, token["access_token"]) as restricted:
        assert restricted.get("/v1/user").json()["error"] == "unauthorized"
        body = {"email": "c@example.com", "password": "p"}
        assert restricted.post(CUSTOMERS, json=body).status_code == 201
    assert api.delete(f"/v1/clients/{own['id']}").status_code == 204
    assert api.get("/v1/clients").json()["clients"] == []
    gone = api.post("/oauth/token", data=grant, auth=credentials(own))
    assert gone.json()["error"] == "invalid_client"


@pytest.mark.parametrize(
    "body",
    [
        {"name": "x"},
        {"name": "x", "type": "other"},
        {"name": "x", "type": "web"},
        {"type": "installed"},
        {"name": "x", "type": "installed", "scope": "devices:list"},
    ],
)
def test_what_is_no_client(api: httpx.Client, product: Product, body: dict[str, Any]) -> None:
    assert api.post(CLIENTS, json=body).status_code == 400
    assert api.get(CLIENTS).json()["clients"] == []


def test_a_customer_claims_a_device(
    cloud: Sandbox, api: httpx.Client, anyone: httpx.Client, product: Product
) -> None:
    server = credentials(create_client(api))
    body = {"email": "abu@example.com", "no_password": "true"}
    created = anyone.post(CUSTOMERS, data=body, auth=server)
    assert created.status_code == 201
    assert (created.json()["token_type"], created.json()["expires_in"]) == ("bearer", 7776000)
    assert anyone.post(CUSTOMERS, data=body, auth=server).status_code == 400
    grant = {"grant_type": "client_credentials", "scope": "customer=abu@example.com"}
    token = anyone.post("/oauth/token", data=grant, auth=server).json()
    with make_api(cloud, token["access_token"]) as customer:
        answer = customer.post("/v1/products/widget/device_claims", json={}).json()
        device = cloud.add_device("w", product=product, claimed=False, variables={"t": 4})
        device.claim_with_code(answer["claim_code"])
        assert [d["id"] for d in customer.get("/v1/devices").json()] == [device.id]
        assert customer.get(f"/v1/devices/{device.id}/t").json()["result"] == 4
        assert customer.get("/v1/products/widget").status_code == 403
        assert customer.get(CUSTOMERS).status_code == 403
    listed = api.get(CUSTOMERS).json()
    assert [(c["username"], c["devices"]) for c in listed["customers"]] == [
        ("abu@example.com", [device.id])
    ]
    assert [(d["id"], d["online"]) for d in listed["devices"]] == [(device.id, True)]
    refresh = {"grant_type": "refresh_token", "refresh_token": token["refresh_token"]}
    assert anyone.post("/oauth/token", data=refresh, auth=server).status_code == 200
    assert api.delete(f"{CUSTOMERS}/abu@example.com").json() == {"ok": True}
    assert device.owner is None
    with make_api(cloud, token["access_token"]) as customer:
        assert customer.get("/v1/devices").status_code == 401
    assert anyone.post("/oauth/token", data=grant, auth=server).json()["error"] == "invalid_scope"
    assert api.delete(f"{CUSTOMERS}/abu@example.com").status_code == 404


def test_passwords(
    cloud: Sandbox, api: httpx.Client, anyone: httpx.Client, product: Product
) -> None:
    client = create_client(api)
    assert api.post(CUSTOMERS, json={"email": "c@example.com"}).status_code == 400
    body = {"email": "c@example.com", "password": "first"}
    assert api.post(CUSTOMERS, json=body).status_code == 201
    login = {"grant_type": "password", "username": "c@example.com", "password": "first"}
    assert anyone.post("/oauth/token", data=login, auth=credentials(client)).status_code == 200
    assert api.put(f"{CUSTOMERS}/c@example.com", json={"password": "second"}).json() == {"ok": True}
    refused = anyone.post("/oauth/token", data=login, auth=credentials(client))
    assert refused.json()["error"] == "invalid_grant"
    login["password"] = "second"
    assert anyone.post("/oauth/token", data=login, auth=credentials(client)).status_code == 200
    assert anyone.post(CUSTOMERS, data=body).status_code == 401


def test_what_the_javascript_sdk_sends(
    cloud: Sandbox, anyone: httpx.Client, other_api: httpx.Client, product: Product
) -> None:
    body = {
        "email": "c@example.com",
        "password": "pw",
        "grant_type": "client_credentials",
        "client_id": "particle-api",
        "client_secret": "particle-api",
    }
    assert anyone.post(CUSTOMERS, data=body).status_code == 201
    assert anyone.post(CUSTOMERS, data={**body, "client_secret": "?"}).status_code == 400
    cloud.add_product("Foreign", owner="other@example.com")
    assert anyone.post("/v1/products/foreign/customers", data=body).status_code == 403


def test_implicit_grant(
    cloud: Sandbox, api: httpx.Client, anyone: httpx.Client, product: Product
) -> None:
    web = create_client(api, type="web", redirect_uri="https://x.example/cb")
    body = {"email": "c@example.com", "password": "pw", "response_type": "token"}
    answer = anyone.post(CUSTOMERS, data={**body, "client_id": web["id"]})
    assert (answer.status_code, answer.content) == (201, b"")
    location = urlsplit(answer.headers["location"])
    assert location.netloc == "x.example"
    with make_api(cloud, parse_qs(location.fragment)["access_token"][0]) as customer:
        assert customer.get("/v1/devices").json() == []
    installed = create_client(api)
    assert anyone.post(CUSTOMERS, data={**body, "client_id": installed["id"]}).status_code == 400


def test_customers_come_in_pages(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    url = f"/v1/products/{product.slug}/customers"
    for number in range(30):
        fields = {"email": f"c{number}@example.com", "password": "pw"}
        assert api.post(url, json=fields).status_code == 201
    first, second = (api.get(url, params={"page": page}).json() for page in (1, 2))
    assert (len(first["customers"]), len(second["customers"])) == (25, 5)
    assert first["meta"]["total_pages"] == 2
    with cloud.client() as particle:
        customers = particle.product(product.slug).customers.list()
        assert (customers.total_pages, len(list(customers))) == (2, 30)

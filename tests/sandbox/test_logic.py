"""Logic functions and their runs."""

from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox

FUNCTIONS = "/v1/logic/functions"
SOURCE = {"type": "JavaScript", "code": "export default function main() {}"}
SCHEDULE = {"type": "Scheduled", "cron": "0 * * * *"}


def create(api: httpx.Client, path: str = FUNCTIONS, **fields: Any) -> dict[str, Any]:
    answer = api.post(path, json={"logic_function": {"name": "f", "source": SOURCE, **fields}})
    assert answer.status_code == 201, answer.text
    function: dict[str, Any] = answer.json()["logic_function"]
    return function


def test_life_of_a_function(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    trigger = {"type": "Scheduled", "cron": "0 * * * *"}
    created = create(api, logic_triggers=[trigger])
    assert (created["owner_id"], created["version"]) == (f"user:{cloud.account.id}", 1)
    (stored,) = created["logic_triggers"]
    assert trigger.items() <= stored.items()
    assert (stored["logic_function_id"], stored["enabled"]) == (created["id"], True)
    url = f"{FUNCTIONS}/{created['id']}"
    assert api.get(url).json() == {"logic_function": created}
    assert api.get(FUNCTIONS).json() == {"logic_functions": [created]}
    assert other_api.get(url).status_code == 404
    changes = {
        "name": "g",
        "enabled": False,
        "logic_triggers": [{"id": stored["id"], "cron": "1 * * * *"}, trigger],
    }
    updated = api.put(url, json={"logic_function": changes})
    assert updated.status_code == 201
    function = updated.json()["logic_function"]
    assert (function["name"], function["enabled"], function["version"]) == ("g", False, 2)
    assert function["source"] == SOURCE
    first, second = function["logic_triggers"]
    assert (first["id"], first["cron"], first["type"]) == (stored["id"], "1 * * * *", "Scheduled")
    assert (second["id"] != first["id"], second["type"]) == (True, "Scheduled")
    assert (first["version"], second["version"]) == (2, 2)
    assert function["today_stats"] == {"success": 0, "failure": 0, "timeout": 0}
    assert api.delete(url).status_code == 204
    assert api.get(url).status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        None,
        {},
        {"name": ""},
        {"name": "f", "source": {"type": "Python", "code": "1"}},
        {"name": "f", "source": "1"},
        {"name": "f", "logic_triggers": {}},
        {"name": "f", "logic_triggers": [{"type": "Never"}]},
        {"name": "f", "logic_triggers": [{"type": "Event", "event": 1}]},
        {"name": "f", "logic_triggers": [{"type": "Event", "product_id": "1"}]},
        {"name": "f", "logic_triggers": [{"type": "Event", "event_name": "x"}]},
        {"name": "f", "logic_triggers": [{"type": "Event", "product_id": 1}, SCHEDULE]},
        {"name": "f", "logic_triggers": [SCHEDULE] * 6},
        {"name": "f", "api_username": 1},
        {"name": "f", "secrets": [1]},
        {"name": "f", "use_env": "perhaps"},
    ],
)
def test_what_is_no_function(api: httpx.Client, fields: Any) -> None:
    assert api.post(FUNCTIONS, json={"logic_function": fields}).status_code == 400
    assert api.get(FUNCTIONS).json() == {"logic_functions": []}


def test_runs(cloud: Sandbox, api: httpx.Client) -> None:
    product = cloud.add_product("Fleet")
    own, inside = cloud.add_device("own"), cloud.add_device("inside", product=product)
    trigger = {"type": "Event", "event_name": "temp", "product_id": product.id}
    function = create(api, logic_triggers=[trigger])
    # The JavaScript SDK has another name for the event.
    by_sdk = {"type": "Event", "event": "temperature", "product_id": product.id}
    another = create(api, name="g", logic_triggers=[by_sdk])
    assert another["logic_triggers"][0]["event_name"] == "temperature"
    assert "version" not in another["logic_triggers"][0]
    create(api, name="h", enabled=False, logic_triggers=[trigger])
    own.publish("temp", "1")  # a device of no product triggers nothing
    inside.publish("temp", "2")
    inside.publish("temperature", "3")  # the whole name counts, not its beginning
    inside.publish("other", "4")
    url = f"{FUNCTIONS}/{function['id']}"
    (run,) = api.get(f"{url}/runs").json()["logic_runs"]
    assert (run["status"], run["logic_trigger_id"]) == (
        "Success",
        function["logic_triggers"][0]["id"],
    )
    assert api.get(f"{url}/runs/{run['id']}").json() == {"logic_run": run}
    assert api.get(f"{url}/runs/{run['id']}/logs").json() == {"logic_run_logs": {"logs": []}}
    assert api.get(f"{url}/runs/x/logs").status_code == 404
    (day,) = api.get(f"{url}/stats").json()["logic_function_stats"]
    assert (len(day["date"]), day["success"]) == (8, 1)
    listed = api.get(FUNCTIONS, params={"today_stats": "true"}).json()["logic_functions"]
    assert [f["today_stats"]["success"] for f in listed] == [1, 1, 0]
    assert api.get("/v1/products/fleet/logs").json() == {"logic_run_logs": {"logs": []}}


def test_organizations(cloud: Sandbox, api: httpx.Client) -> None:
    organization = cloud.add_organization("Acme", slug="acme")
    cloud.add_product("Rocket", organization=organization)
    created = create(api, "/v1/orgs/acme/logic/functions")
    assert created["owner_id"] == f"org:{organization.id}"
    # A product's path leads to whom the product belongs to.
    url = f"/v1/products/rocket/logic/functions/{created['id']}"
    assert api.get(url).json() == {"logic_function": created}
    assert api.get(FUNCTIONS).json() == {"logic_functions": []}


@pytest.mark.parametrize("base", ["/v1", "/v1/orgs/acme"])
def test_execution(cloud: Sandbox, api: httpx.Client, base: str) -> None:
    cloud.add_organization("Acme", slug="acme")
    body: dict[str, Any] = {"source": SOURCE, "event": {"event_name": "x"}}
    answer = api.post(f"{base}/logic/execute", json=body)
    assert answer.json() == {"result": {"status": "Success", "logs": []}}
    assert api.post(f"{base}/logic/execute", json={"event": {}}).status_code == 400


def test_names_are_unique_and_functions_are_few(api: httpx.Client) -> None:
    first = create(api)
    assert api.post(FUNCTIONS, json={"logic_function": {"name": "f"}}).status_code == 400
    others = [create(api, name=f"f{number}") for number in range(19)]
    assert api.post(FUNCTIONS, json={"logic_function": {"name": "one more"}}).status_code == 400
    renamed = {"logic_function": {"name": first["name"]}}
    assert api.put(f"{FUNCTIONS}/{others[0]['id']}", json=renamed).status_code == 400
    assert api.put(f"{FUNCTIONS}/{first['id']}", json=renamed).status_code == 201


def test_what_the_code_may_use(api: httpx.Client) -> None:
    created = create(api)
    names = ("api_username", "secrets", "use_env")
    assert [created[name] for name in names] == [None, None, None]
    given = {"api_username": "program@example.com", "secrets": ["API_KEY"], "use_env": True}
    url = f"{FUNCTIONS}/{created['id']}"
    updated = api.put(url, json={"logic_function": given}).json()["logic_function"]
    assert given.items() <= updated.items()
    nothing = {"logic_function": dict.fromkeys(names)}
    assert [api.put(url, json=nothing).json()["logic_function"][n] for n in names] == [None] * 3
    body = {"source": SOURCE, **given}
    assert api.post("/v1/logic/execute", json=body).status_code == 200
    assert api.post("/v1/logic/execute", json={**body, "secrets": 1}).status_code == 400

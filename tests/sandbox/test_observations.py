"""What devices tell the cloud: locations and vitals; and the versions of Device OS."""

import csv
import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Product, Sandbox, VirtualDevice

from .wire import OpenStream


@pytest.fixture
def product(cloud: Sandbox) -> Product:
    return cloud.add_product("Fleet", slug="fleet")


LOCATIONS = "/v1/products/fleet/locations"
START = datetime(2020, 12, 5, 20, 0, tzinfo=UTC).timestamp()


def report(device: VirtualDevice, lat: float, lon: float, minute: int, **more: Any) -> None:
    loc = {"lck": 1, "time": START + 60 * minute, "lat": lat, "lon": lon, **more}
    device.publish("loc", json.dumps({"cmd": "loc", "time": 0, "loc": loc}))


def test_last_known_locations(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    truck = cloud.add_device("truck-1", product=product, groups=["east"])
    report(truck, 31.5, 34.5, 1)
    report(truck, 31.6, 34.6, 2, h_acc=5.0, spd=1.5)
    cloud.add_device("nowhere", product=product).publish("loc", '{"loc":{"lck":0}}')
    answer = api.get(LOCATIONS).json()
    (location,) = answer["locations"]
    assert location == {
        "device_id": truck.id,
        "product_id": product.id,
        "device_name": "truck-1",
        "groups": ["east"],
        "gps_lock": True,
        "last_heard": "2020-12-05T20:02:00Z",
        "timestamps": ["2020-12-05T20:02:00Z"],
        "online": True,
        "geometry": {"type": "Point", "coordinates": [34.6, 31.6]},
    }
    assert answer["meta"] == {"page": 1, "per_page": 20, "total_pages": 1, "devices_found": 1}
    assert api.get("/v1/products/fleet/fleet_locations").json() == {"locations": [location]}
    single = api.get(f"{LOCATIONS}/{truck.id}").json()
    properties = [{"acc_h": 5.0, "spd": 1.5}]
    assert single == {"location": {**location, "properties": properties}, "meta": {}}


def test_history(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    truck = cloud.add_device("truck-1", product=product)
    for minute in (3, 1, 2, 0):
        report(truck, 31.0 + minute, 34.0, minute)
    query = {"date_range": "2020-12-05T20:01:00Z,2020-12-05T20:02:30Z"}
    location = api.get(f"{LOCATIONS}/{truck.id}", params=query).json()["location"]
    line = {"type": "LineString", "coordinates": [[34.0, 32.0], [34.0, 33.0]]}
    assert (location["geometry"], len(location["properties"])) == (line, 2)
    query |= {"rect_bl": "32.5,33", "rect_tr": "36,35"}
    location = api.get(f"{LOCATIONS}/{truck.id}", params=query).json()["location"]
    assert location["timestamps"] == ["2020-12-05T20:02:00Z"]
    query |= {"rect_bl": "50,33", "rect_tr": "51,35"}
    assert api.get(f"{LOCATIONS}/{truck.id}", params=query).status_code == 404
    assert api.get(LOCATIONS, params=query).json()["locations"] == []


def test_filters_of_locations(cloud: Sandbox, api: httpx.Client, product: Product) -> None:
    for number, (name, groups) in enumerate(
        [("truck-1", ["east"]), ("truck-2", ["west"]), ("van", [])]
    ):
        cloud.advance_time(1)
        device = cloud.add_device(name, id=f"e00fce68{number:016}", product=product, groups=groups)
        report(device, 31, 34, number)

    def names(**query: Any) -> list[str]:
        found = api.get(LOCATIONS, params=query).json()["locations"]
        return [location["device_name"] for location in found]

    assert names() == ["van", "truck-2", "truck-1"]
    assert names(device_name="truck") == ["truck-2", "truck-1"]
    assert names(device_id="E00FCE680000000000000002") == ["van"]
    assert names(groups="east,none") == ["truck-1"]
    assert names(**{"groups[0]": "east", "groups[1]": "west"}) == ["truck-2", "truck-1"]
    assert names(page=2, per_page=2) == ["truck-1"]
    for bad in ({"rect_bl": "1,2"}, {"rect_bl": "x", "rect_tr": "y"}, {"date_range": "now"}):
        assert api.get(LOCATIONS, params=bad).status_code == 400


@pytest.mark.parametrize("base", ["/v1", "/v1/products/fleet"])
def test_vitals(
    cloud: Sandbox, api: httpx.Client, product: Product, open_stream: OpenStream, base: str
) -> None:
    device = cloud.add_device("d", product=product)
    url = f"{base}/diagnostics/{device.id}"
    first = api.get(f"{url}/last").json()["diagnostics"]
    assert first["deviceID"] == device.id
    assert first["payload"]["device"]["system"]["uptime"] == 0
    cloud.advance_time(60)
    with open_stream("/v1/devices/events/spark") as stream:
        answer = api.post(f"{url}/update")
        assert (answer.status_code, answer.json()) == (202, {"ok": True})
        event = stream.next_event()
    assert event.name == "spark/device/diagnostics/update"
    last = api.get(f"{url}/last").json()["diagnostics"]
    assert last["payload"] == json.loads(event.data["data"])
    assert last["payload"]["device"]["system"]["uptime"] >= 60
    assert api.get(url).json() == {"diagnostics": [first, last]}
    later = {"start_date": last["updated_at"]}
    assert api.get(url, params={"end_date": last["updated_at"]}).json()["diagnostics"] == [first]
    assert api.get(url, params=later).json()["diagnostics"] == [last]
    table = api.get(url, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(table.text.splitlines()))
    assert table.headers["content-type"].startswith("text/csv")
    assert [row["payload.device.system.uptime"] for row in rows] == [
        str(record["payload"]["device"]["system"]["uptime"]) for record in (first, last)
    ]
    device.go_offline()
    assert api.post(f"{url}/update").status_code == 202
    assert len(api.get(url).json()["diagnostics"]) == 2
    cloud.advance_time(31 * 24 * 3600)
    assert api.get(url).json() == {"diagnostics": []}
    assert api.get(f"{url}/last").status_code == 404


def test_dates_of_vitals(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    device = cloud.add_device("d")
    url = f"/v1/diagnostics/{device.id}"
    for query, words in [
        ({"end_date": "invalid-date"}, "ISO8601"),
        ({"start_date": "2017-12-18T12:37:07.318Z"}, "30 days ago"),
    ]:
        answer = api.get(url, params=query)
        assert (answer.status_code, answer.json()["error"]) == (400, "bad_request")
        assert words in answer.json()["description"]
    assert other_api.get(url).status_code == 403


def test_device_os_versions(api: httpx.Client) -> None:
    url = "/v1/device-os/versions"
    found = api.get(url, params={"platform_id": 6}).json()
    versions = [v["version"] for v in found["versions"]]
    assert versions[0] == "2.3.1"
    assert "1.5.2" in versions
    assert {v["platform_id"] for v in found["versions"]} == {6}
    assert found["meta"]["total_pages"] == 1
    query = {"internal_version": 6302, "platform_id": 13}
    (version,) = api.get(url, params=query).json()["versions"]
    assert api.get(f"{url}/6.3.2", params={"platform_id": 13}).json() == version
    every = api.get(url, params={"per_page": 100}).json()["versions"]
    assert api.get(url, params={"page": 2, "per_page": 5}).json()["versions"] == every[5:10]
    assert api.get(f"{url}/6.3.2", params={"platform_id": 6}).status_code == 404
    assert api.get(f"{url}/latest").status_code == 404
    assert api.get(url, params={"platform_id": "Boron"}).status_code == 400

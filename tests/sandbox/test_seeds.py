"""Seeds: what they add, their schema, and what is said of mistakes."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from particle_client.sandbox import Sandbox, scripts
from particle_client.sandbox.cloud import Cloud
from particle_client.sandbox.codec import NAMED
from particle_client.sandbox.devices import Function, Script, VariableFunction, VirtualDevice

FOLDER = Path(scripts.__file__).parent
SCHEMA: dict[str, Any] = json.loads((FOLDER / "seed.schema.json").read_bytes())
FLEET = """
accounts:
  - {username: careful@example.com, password: correct horse, mfa: "123456", first_name: Ada}
oauth_clients:
  - {client_id: my-service, secret: client-secret}
organizations:
  - {name: My Org, members: [careful@example.com]}
products:
  - {name: Greenhouses, slug: greenhouses, organization: my-org, groups: [beta]}
firmware:
  - {product: greenhouses, version: 1, product_default: true}
  - {product: greenhouses, version: 2, groups: [beta]}
devices:
  - name: greenhouse
    count: 3
    product: greenhouses
    firmware_version: 1
    variables:
      temperature: {walk: {value: 21, step: 0.2, low: 10, high: 35}}
      light: {wave: {mean: 500, amplitude: 400, noise: 20}}
      humidity: 61
    functions:
      setVent: {assign: {variable: vent, low: 0, high: 100}}
      fail: {answer: {error: out of tea}}
      seven: 7
    scripts:
      - publish: {every: 5, jitter: 0.5, event: reading, data: {celsius: $temperature}}
      - dropOut: {every: 600, seconds: 20}
      - battery: {hours: 48, low: 25}
  - name: van
    id: "0123456789abcdef01234567"
    claimed: false
    scripts:
      - track: {every: 10, speed: 14, points: [[52.5, 13.4], [52.6, 13.5], [52.5, 13.6]]}
"""


@pytest.fixture
def fleet(tmp_path: Path) -> Path:
    path = tmp_path / "fleet.yaml"
    path.write_text(FLEET, encoding="utf-8")
    return path


def test_a_fleet(fleet: Path, tmp_path: Path) -> None:
    from_yaml = Sandbox.from_seed(fleet, username="me@example.com", flash_step=0)
    seed = read(fleet)
    as_json = tmp_path / "fleet.json"
    as_json.write_text(json.dumps({"$schema": "seed.schema.json", **seed}))
    for cloud in (from_yaml, Sandbox.from_seed(as_json), Sandbox.from_seed(seed)):
        names = ["greenhouse-1", "greenhouse-2", "greenhouse-3", "van"]
        assert [device.name for device in cloud.devices] == names
        assert cloud.devices[-1].owner is None
        assert cloud.devices[0].variables["temperature"] == scripts.Walk(21, 0.2, 10, 35)
        first, second = (device.variables["temperature"] for device in cloud.devices[:2])
        assert first is not second
        assert cloud.state.products[10_001].firmware[1].product_default
        account = cloud.state.directory.account("careful@example.com")
        assert account
        assert account.id in next(iter(cloud.state.organizations.values())).members
    with from_yaml as cloud, cloud.client() as particle:
        device = cloud.devices[0]
        assert particle.devices.call_function(device.id, "setVent", "40").return_value == 40
        assert particle.devices.get_variable(device.id, "vent").result == 40
        assert particle.devices.call_function(device.id, "seven", "").return_value == 7
        assert 10 <= float(particle.devices.get_variable(device.id, "temperature").result) <= 35


def read(path: Path) -> dict[str, Any]:
    import yaml

    seed: dict[str, Any] = yaml.safe_load(path.read_bytes())
    return seed


def test_the_schema_takes_the_fleet(fleet: Path) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(read(fleet), SCHEMA)


def test_the_schema_has_what_the_code_takes() -> None:
    adders: dict[str, Callable[..., Any]] = {
        "account": Cloud.add_account,
        "oauth_client": Cloud.add_oauth_client,
        "organization": Cloud.add_organization,
        "product": Cloud.add_product,
        "firmware": Cloud.add_firmware,
        "device": Cloud.add_device,
    }
    for name, add in adders.items():
        described = set(SCHEMA["$defs"][name]["properties"])
        taken = set(inspect.signature(add).parameters) - {"self", "attributes", "account_info"}
        more = described - taken - {"count"}
        attributes = {field.name for field in dataclasses.fields(VirtualDevice)}
        assert taken <= described, name
        assert more <= (attributes if name == "device" else set()), name
    for place, kinds in {
        "variable": NAMED[VariableFunction],
        "function": NAMED[Function],
        "script": NAMED[Script],
    }.items():
        described = SCHEMA["$defs"][place]
        described = described.get("properties") or described["anyOf"][1]["properties"]
        assert described.keys() == kinds.keys()
        for name, kind in kinds.items():
            fields = {field.name for field in dataclasses.fields(kind) if field.init}
            assert described[name]["properties"].keys() == fields, name


@pytest.mark.parametrize(
    ("seed", "complaint"),
    [
        ({"gadgets": []}, "a seed has no 'gadgets'; there are accounts, oauth_clients"),
        ({"devices": {}}, r"devices must be list\[dict"),
        ({"devices": [3]}, r"devices\[0\] must be dict\[str, Any\], not 3"),
        ({"devices": [{"colour": "red"}]}, r"devices\[0\] has no 'colour'"),
        ({"devices": [{}, {"runtime": 3}]}, r"devices\[1\] has no 'runtime'"),
        ({"devices": [{"name": 3}]}, r"devices\[0\]: name must be str \| None, not 3"),
        ({"devices": [{"count": -1}]}, "count must be from 0"),
        ({"devices": [{"groups": "beta"}]}, r"groups must be list\[str\], not 'beta'"),
        ({"devices": [{"groups": ["a", 3]}]}, r"groups\[1\] must be str, not 3"),
        ({"devices": [{"firmware_version": True}]}, "firmware_version must be int, not True"),
        ({"devices": [{"variables": {"t": {"walk": {"speed": 3}}}}]}, "walk has no 'speed'"),
        ({"devices": [{"variables": {"t": {"walk": "x"}}}]}, "variables: t must be str | int"),
        (
            {"devices": [{"variables": {"t": {"walk": {"value": "x"}}}}]},
            r"devices\[0\]: variables: t: walk: value must be float, not 'x'",
        ),
        ({"devices": [{"variables": {"t": {"run": 3}}}]}, "variables: t must be str | int"),
        (
            {"devices": [{"variables": {"t": [1]}}]},
            r"t must be .* {walk: …} \| {wave: …}, not \[1\]",
        ),
        ({"devices": [{"functions": {"f": "x"}}]}, "functions: f must be {answer: …}"),
        ({"devices": [{"scripts": [{"publish": {"every": 5}}]}]}, "publish needs 'event'"),
        ({"devices": [{"scripts": [{"dropOut": {"every": 0}}]}]}, "every must be 0.001 seconds"),
        (
            {"devices": [{"variables": {"t": {"wave": {"period": 0}}}}]},
            "period must be more than 0",
        ),
        ({"devices": [{"scripts": [{"track": {"every": 1, "points": []}}]}]}, "two or more pairs"),
        ({"products": [{"name": "x", "organization": "y"}]}, "there is no organization 'y'"),
        ({"accounts": [{"username": "x"}]}, r"accounts\[0\] needs 'password'"),
        ({"firmware": [{"product": "x", "version": 1}]}, "there is no product 'x'"),
    ],
)
def test_mistakes(seed: dict[str, Any], complaint: str) -> None:
    with pytest.raises((ValueError, TypeError), match=complaint):
        Sandbox.from_seed(seed)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("x.json", "{", "is no JSON"),
        ("x.yaml", "a: [", "is no YAML"),
        ("x.yaml", "- a", "must hold an object"),
        ("x.yml", "!!python/object/apply:os.system [ls]", "is no YAML"),
    ],
)
def test_files_that_are_none(tmp_path: Path, name: str, content: str, complaint: str) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(ValueError, match=complaint):
        Sandbox.from_seed(path)


def test_without_pyyaml(fleet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(ValueError, match=re.escape('pip install "particle-client[sandbox,yaml]"')):
        Sandbox.from_seed(fleet)
    path = tmp_path / "seed.json"
    path.write_text('{"devices": [{"name": "one"}]}')
    assert Sandbox.from_seed(path).devices[0].name == "one"

"""What one thin source tells of the Cloud API isn't in the document, but can be read and sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from particle_client import Particle
from particle_client.models import EnvVars, InheritedEnvVar, LogicTrigger, Secret

if TYPE_CHECKING:
    from tests.recorder import Recorder


def test_triggers_of_ledgers() -> None:
    body = {
        "id": "t1",
        "type": "LedgerChange",
        "logic_function_id": "f1",
        "enabled": True,
        "change_type": "set",
        "ledger_name": "settings",
        "instance_scope": None,
    }
    trigger = LogicTrigger.from_dict(body)
    assert (trigger.type, trigger["ledger_name"]) == ("LedgerChange", "settings")
    assert trigger.to_dict() == body


def test_environment_variables_of_an_organization() -> None:
    body = {"from": "Organization", "value": "1"}
    assert InheritedEnvVar.from_dict(body).from_ == "Organization"
    latest = {"own": {"A": {"value": "1", "access": ["Device"]}}}
    variables = EnvVars.from_dict({"latest": latest, "last_snapshot": None, "updated_by": "u"})
    assert variables.latest.own["A"]["access"] == ["Device"]
    assert variables.latest.inherited is None
    assert variables["updated_by"] == "u"


def test_older_secrets() -> None:
    body = {
        "name": "A",
        "integrations": [{"org_integration_id": "i1"}],
        "logic_functions": ["f1"],
    }
    secret = Secret.from_dict(body)
    assert [each.org_integration_id for each in secret.integrations or ()] == ["i1"]
    assert secret.to_dict() == body


def test_sorting_and_paths_that_are_not_documented(recorder: Recorder) -> None:
    with Particle("TOKEN", base_url=recorder.base_url) as particle:
        particle.product("p").devices.list(sort_attr="lastHeard")
        particle.post("/v1/orgs/acme/secrets", json={"secret": {"name": "A", "value": "1"}})
    listed, created = recorder.requests
    assert listed.query == [("sortAttr", "lastHeard")]
    assert (created.method, created.path) == ("POST", "/v1/orgs/acme/secrets")

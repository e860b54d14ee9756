"""The resources and methods that a Python programmer guesses are there, in both clients."""

from __future__ import annotations

import inspect

from particle_client import AsyncParticle, Particle
from particle_client.methods.async_resource import AsyncResource
from particle_client.methods.resource import Resource
from tests.every import every

GUESSED: dict[str, dict[str, str]] = {
    "account": {
        "devices": "list get claim unclaim update rename signal set_notes flash ping "
        "call_function get_variable",
        "events": "stream publish",
        "firmware": "compile list_build_targets download",
        "tokens": "list current delete delete_all create_for_customer refresh",
        "user": "get update create delete enable_mfa",
        "sims": "list get activate deactivate reactivate remove status data_usage",
        "libraries": "list get get_versions contribute publish delete download",
        "integrations": "list get create update delete test",
        "webhooks": "list create delete",
        "ledgers": "list get create update archive get_instance set_instance list_versions",
        "logic": "list_functions get_function create_function execute list_runs",
        "env": "list set delete update render start_rollout",
        "secrets": "list get set delete",
        "oauth_clients": "list create update delete",
        "orgs": "list get",
        "products": "list get create",
        "device_os": "list_versions get_version",
        "diagnostics": "list last refresh",
        "serial_numbers": "lookup",
        "networks": "list get create delete",
        "service_agreements": "list create_usage_report get_usage_report",
    },
    "product": {
        "devices": "list get add remove rename signal set_notes mark_as_development "
        "lock_firmware unlock_firmware unclaim call_function get_variable",
        "events": "stream publish",
        "firmware": "list get upload update delete release download",
        "groups": "list get create update delete",
        "customers": "list create delete",
        "team": "list invite update remove",
        "config": "get set get_device set_device",
        "locations": "list get",
        "metrics": "online events integrations functions variables",
        "quarantine": "list approve deny",
        "sims": "list activate deactivate remove",
        "integrations": "list create",
        "webhooks": "list create delete",
        "oauth_clients": "list create",
        "ledgers": "list get",
        "logic": "list_functions get_function",
        "env": "list set",
        "diagnostics": "list last",
    },
    "org": {
        "events": "stream",
        "products": "list create",
        "team": "list invite remove",
        "ledgers": "list get",
        "logic": "list_functions get_function",
        "env": "list set",
        "secrets": "list get set delete",
        "service_agreements": "list",
        "devices": "unprotect",
    },
}

NAMES = [
    (scope, resource, method)
    for scope, resources in GUESSED.items()
    for resource, methods in resources.items()
    for method in methods.split()
]


CLIENTS = ((Particle("TOKEN"), Resource), (AsyncParticle("TOKEN"), AsyncResource))
"""They send nothing."""


@every("name", NAMES)
def test_the_name_is_there(name: tuple[str, str, str]) -> None:
    scope, resource, method = name
    for client, kind in CLIENTS:
        found = getattr(_scope(client, scope), resource)
        assert isinstance(found, kind)
        assert inspect.getdoc(getattr(found, method))


def test_files_of_any_address_can_be_downloaded() -> None:
    assert inspect.getdoc(Particle.download_file)
    assert inspect.getdoc(AsyncParticle.download_file)


def _scope(client: Particle | AsyncParticle, scope: str) -> object:
    if scope == "product":
        return client.product("my-product")
    return client.org("my-org") if scope == "org" else client

"""The operations of an organization: each as a call with sample arguments.

The paths are those below the organization.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .samples import DEVICE, INTEGRATION, OPS, PRODUCT, SOURCE, USER, VERSION, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client.scopes import OrganizationScope

__all__ = ["OPERATIONS"]

OPERATIONS: dict[str, Callable[[OrganizationScope], object]] = {
    "PUT /devices/{deviceId}/unprotect": lambda org: org.devices.unprotect(DEVICE, "prepare"),
    "GET /events": lambda org: opened(org.events.stream()),
    "POST /events": lambda org: org.events.publish("my-name", data="21.5"),
    "GET /events/{eventPrefix}": lambda org: opened(org.events.stream("temperature")),
    "GET /devices/{deviceId}/events": lambda org: opened(org.events.stream(device=DEVICE)),
    "GET /products/{productIdOrSlug}/events/{eventPrefix}": lambda org: opened(
        org.events.stream("temperature", product=PRODUCT)
    ),
    "GET /integrations": lambda org: org.integrations.list(),
    "POST /integrations": lambda org: org.integrations.create(INTEGRATION),
    "PUT /integrations/{integrationId}": lambda org: org.integrations.update(
        "integration-1", {"event": "other", "url": "https://example.com/other"}
    ),
    "DELETE /integrations/{integrationId}": lambda org: org.integrations.delete("integration-1"),
    "GET /logic/functions": lambda org: org.logic.list_functions(),
    "POST /logic/functions": lambda org: org.logic.create_function("my-name", source=SOURCE),
    "GET /logic/functions/{logicFunctionId}": lambda org: org.logic.get_function("function-1"),
    "PUT /logic/functions/{logicFunctionId}": lambda org: org.logic.update_function(
        "function-1", name="my-name"
    ),
    "DELETE /logic/functions/{logicFunctionId}": lambda org: org.logic.delete_function(
        "function-1"
    ),
    "POST /logic/execute": lambda org: org.logic.execute(SOURCE),
    "GET /logic/functions/{logicFunctionId}/runs": lambda org: org.logic.list_runs("function-1"),
    "GET /logic/functions/{logicFunctionId}/runs/{logicRunId}": lambda org: org.logic.get_run(
        "function-1", "run-1"
    ),
    "GET /logic/functions/{logicFunctionId}/runs/{logicRunId}/logs": lambda org: (
        org.logic.get_run_logs("function-1", "run-1")
    ),
    "GET /logic/functions/{logicFunctionId}/stats": lambda org: org.logic.get_stats("function-1"),
    "GET /ledgers": lambda org: org.ledgers.list(),
    "POST /ledgers": lambda org: org.ledgers.create("my-name", scope="Device"),
    "GET /ledgers/{ledgerName}": lambda org: org.ledgers.get("settings"),
    "PUT /ledgers/{ledgerName}": lambda org: org.ledgers.update("settings", description="d"),
    "DELETE /ledgers/{ledgerName}": lambda org: org.ledgers.archive("settings"),
    "GET /ledgers/{ledgerName}/instances": lambda org: org.ledgers.list_instances("settings"),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}": lambda org: org.ledgers.get_instance(
        "settings", DEVICE
    ),
    "PUT /ledgers/{ledgerName}/instances/{scopeValue}": lambda org: org.ledgers.set_instance(
        "settings", DEVICE, {"temperature": 21.5}
    ),
    "DELETE /ledgers/{ledgerName}/instances/{scopeValue}": lambda org: org.ledgers.delete_instance(
        "settings", DEVICE
    ),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}/versions": lambda org: (
        org.ledgers.list_versions("settings", DEVICE)
    ),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}": lambda org: (
        org.ledgers.get_version("settings", DEVICE, VERSION)
    ),
    "GET /env": lambda org: org.env.list(),
    "PATCH /env": lambda org: org.env.update(OPS),
    "GET /env/render": lambda org: org.env.render(),
    "GET /env/rollout": lambda org: org.env.review_rollout(),
    "POST /env/rollout": lambda org: org.env.start_rollout("Immediate"),
    "PUT /env/{name}": lambda org: org.env.set("FOO", "bar"),
    "DELETE /env/{name}": lambda org: org.env.delete("FOO"),
    "GET /secrets": lambda org: org.secrets.list(),
    "GET /secrets/{name}": lambda org: org.secrets.get("MY_SECRET"),
    "PUT /secrets/{name}": lambda org: org.secrets.set("MY_SECRET", "bar"),
    "DELETE /secrets/{name}": lambda org: org.secrets.delete("MY_SECRET"),
    "GET /products": lambda org: org.products.list(),
    "POST /products": lambda org: org.products.create("my-name", 13),
    "GET /team": lambda org: org.team.list(),
    "POST /team": lambda org: org.team.invite(USER),
    "DELETE /team/{username}": lambda org: org.team.remove(USER),
    "PUT /team/{username}/token": lambda org: org.team.regenerate_token(USER),
    "GET /team/provision/Users/{userId}": lambda org: org.team.get_scim_user("scim-user-1"),
    "PATCH /team/provision/Users/{userId}": lambda org: org.team.update_scim_user(
        "scim-user-1", {"Operations": [{"op": "replace", "path": "active", "value": False}]}
    ),
    "GET /search": lambda org: org.search.find("greenhouse"),
    "GET /service_agreements": lambda org: org.service_agreements.list(),
    "GET /service_agreements/{serviceAgreementId}/notifications": lambda org: (
        org.service_agreements.list_notifications(17)
    ),
    "POST /service_agreements/{serviceAgreementId}/usage_reports": lambda org: (
        org.service_agreements.create_usage_report(
            17, "devices", "2024-01-01", "2024-01-31", devices=[DEVICE]
        )
    ),
    "GET /usage_reports/{usageReportId}": lambda org: org.service_agreements.get_usage_report(18),
}

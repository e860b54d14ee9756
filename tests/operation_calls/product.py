"""The operations of a product: each as a call with sample arguments.

The paths are those below the product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .samples import DEVICE, ICCID, INTEGRATION, OPS, PASSWORD, SOURCE, USER, VERSION, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client.scopes import ProductScope

__all__ = ["OPERATIONS"]

OPERATIONS: dict[str, Callable[[ProductScope], object]] = {
    "POST /device_claims": lambda product: product.devices.create_claim_code(),
    "GET /devices/{deviceId}": lambda product: product.devices.get(DEVICE),
    "PUT /devices/{deviceId}": lambda product: product.devices.update(DEVICE, name="kitchen"),
    "DELETE /devices/{deviceId}": lambda product: product.devices.remove(DEVICE),
    "GET /devices": lambda product: product.devices.list(),
    "PUT /devices": lambda product: product.devices.batch_assign_groups(
        [DEVICE], {"add": ["beta"]}
    ),
    "POST /devices": lambda product: product.devices.add(id=DEVICE),
    "DELETE /devices/{deviceId}/owner": lambda product: product.devices.unclaim(DEVICE),
    "PUT /devices/{deviceId}/ping": lambda product: product.devices.ping(DEVICE),
    "PUT /devices/{deviceId}/unprotect": lambda product: product.devices.unprotect(
        DEVICE, "prepare"
    ),
    "GET /devices/{deviceId}/{name}": lambda product: product.devices.get_variable(
        DEVICE, "my-name"
    ),
    "POST /devices/{deviceId}/{name}": lambda product: product.devices.call_function(
        DEVICE, "my-name", argument="on"
    ),
    "GET /devices/{deviceId}/docs/{docName}": lambda product: product.devices.get_document(
        DEVICE, "my-name"
    ),
    "PATCH /devices/{deviceId}/docs/{docName}": lambda product: product.devices.patch_document(
        DEVICE, "my-name", {"action": "remove", "path": ["a"]}
    ),
    "PUT /devices/{deviceId}/target_profile": lambda product: product.devices.set_target_profile(
        DEVICE, "US"
    ),
    "POST /registration_code": lambda product: product.devices.create_registration_code(),
    "GET /diagnostics/{deviceId}": lambda product: product.diagnostics.list(DEVICE),
    "GET /diagnostics/{deviceId}/last": lambda product: product.diagnostics.last(DEVICE),
    "POST /diagnostics/{deviceId}/update": lambda product: product.diagnostics.refresh(DEVICE),
    "GET /sims": lambda product: product.sims.list(),
    "POST /sims": lambda product: product.sims.activate([ICCID]),
    "GET /sims/data_usage": lambda product: product.sims.fleet_data_usage(),
    "PUT /sims/{iccid}": lambda product: product.sims.deactivate(ICCID),
    "DELETE /sims/{iccid}": lambda product: product.sims.remove(ICCID),
    "GET /sims/{iccid}/data_usage": lambda product: product.sims.data_usage(ICCID),
    "GET /sims/{iccid}/status": lambda product: product.sims.status(ICCID),
    "GET /firmware": lambda product: product.firmware.list(),
    "POST /firmware": lambda product: product.firmware.upload(b"content", 3, "First version"),
    "PUT /firmware/release": lambda product: product.firmware.release(3, product_default=True),
    "GET /firmware/{version}": lambda product: product.firmware.get(3),
    "PUT /firmware/{version}": lambda product: product.firmware.update(3, title="Better title"),
    "DELETE /firmware/{version}": lambda product: product.firmware.delete(3),
    "GET /firmware/{version}/binary": lambda product: product.firmware.download(3),
    "GET /events": lambda product: opened(product.events.stream()),
    "POST /events": lambda product: product.events.publish("my-name", data="21.5"),
    "GET /events/{eventPrefix}": lambda product: opened(product.events.stream("temperature")),
    "GET /devices/{deviceId}/events": lambda product: opened(product.events.stream(device=DEVICE)),
    "GET /devices/{deviceId}/events/{eventPrefix}": lambda product: opened(
        product.events.stream("temperature", device=DEVICE)
    ),
    "GET /integrations": lambda product: product.integrations.list(),
    "POST /integrations": lambda product: product.integrations.create(INTEGRATION),
    "GET /integrations/{integrationId}": lambda product: product.integrations.get("integration-1"),
    "PUT /integrations/{integrationId}": lambda product: product.integrations.update(
        "integration-1", INTEGRATION
    ),
    "DELETE /integrations/{integrationId}": lambda product: product.integrations.delete(
        "integration-1"
    ),
    "POST /integrations/{integrationId}/test": lambda product: product.integrations.test(
        "integration-1"
    ),
    "GET /webhooks": lambda product: product.webhooks.list(),
    "POST /webhooks": lambda product: product.webhooks.create(
        "temperature", "https://example.com/hook"
    ),
    "DELETE /webhooks/{hookId}": lambda product: product.webhooks.delete("hook-1"),
    "GET /logic/functions": lambda product: product.logic.list_functions(),
    "POST /logic/functions": lambda product: product.logic.create_function(
        "my-name", source=SOURCE
    ),
    "GET /logic/functions/{logicFunctionId}": lambda product: product.logic.get_function(
        "function-1"
    ),
    "PUT /logic/functions/{logicFunctionId}": lambda product: product.logic.update_function(
        "function-1", name="my-name"
    ),
    "DELETE /logic/functions/{logicFunctionId}": lambda product: product.logic.delete_function(
        "function-1"
    ),
    "POST /logic/execute": lambda product: product.logic.execute(SOURCE),
    "GET /logic/functions/{logicFunctionId}/runs": lambda product: product.logic.list_runs(
        "function-1"
    ),
    "GET /logic/functions/{logicFunctionId}/runs/{logicRunId}": lambda product: (
        product.logic.get_run("function-1", "run-1")
    ),
    "GET /logs": lambda product: product.logic.get_logs(),
    "GET /logic/functions/{logicFunctionId}/stats": lambda product: product.logic.get_stats(
        "function-1"
    ),
    "GET /ledgers": lambda product: product.ledgers.list(),
    "POST /ledgers": lambda product: product.ledgers.create("my-name", scope="Device"),
    "GET /ledgers/{ledgerName}": lambda product: product.ledgers.get("settings"),
    "PUT /ledgers/{ledgerName}": lambda product: product.ledgers.update(
        "settings", description="d"
    ),
    "DELETE /ledgers/{ledgerName}": lambda product: product.ledgers.archive("settings"),
    "GET /ledgers/{ledgerName}/instances": lambda product: product.ledgers.list_instances(
        "settings"
    ),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}": lambda product: (
        product.ledgers.get_instance("settings", DEVICE)
    ),
    "PUT /ledgers/{ledgerName}/instances/{scopeValue}": lambda product: (
        product.ledgers.set_instance("settings", DEVICE, {"temperature": 21.5})
    ),
    "DELETE /ledgers/{ledgerName}/instances/{scopeValue}": lambda product: (
        product.ledgers.delete_instance("settings", DEVICE)
    ),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}/versions": lambda product: (
        product.ledgers.list_versions("settings", DEVICE)
    ),
    "GET /ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}": lambda product: (
        product.ledgers.get_version("settings", DEVICE, VERSION)
    ),
    "GET /env": lambda product: product.env.list(),
    "PATCH /env": lambda product: product.env.update(OPS),
    "GET /env/render": lambda product: product.env.render(),
    "GET /env/rollout": lambda product: product.env.review_rollout(),
    "POST /env/rollout": lambda product: product.env.start_rollout("Immediate"),
    "PUT /env/{name}": lambda product: product.env.set("FOO", "bar"),
    "DELETE /env/{name}": lambda product: product.env.delete("FOO"),
    "GET /groups": lambda product: product.groups.list(),
    "POST /groups": lambda product: product.groups.create("my-name"),
    "GET /groups/{groupName}": lambda product: product.groups.get("beta"),
    "PUT /groups/{groupName}": lambda product: product.groups.update(
        "beta", description="Early ones"
    ),
    "DELETE /groups/{groupName}": lambda product: product.groups.delete("beta"),
    "GET /impact": lambda product: product.groups.impact(3),
    "GET /config": lambda product: product.config.get(),
    "PUT /config": lambda product: product.config.set({"location": {"radius": 5}}),
    "DELETE /config": lambda product: product.config.delete_schema(),
    "GET /config/{deviceId}": lambda product: product.config.get_device(DEVICE),
    "PUT /config/{deviceId}": lambda product: product.config.set_device(
        DEVICE, {"location": {"radius": 5}}
    ),
    "DELETE /config/{deviceId}": lambda product: product.config.delete_device_schema(DEVICE),
    "GET /locations": lambda product: product.locations.list(),
    "GET /locations/{deviceId}": lambda product: product.locations.get(DEVICE),
    "GET /fleet_locations": lambda product: product.locations.list_fleet(),
    "GET /metrics/online": lambda product: product.metrics.online(),
    "GET /metrics/events": lambda product: product.metrics.events(),
    "GET /metrics/integration": lambda product: product.metrics.integrations(),
    "GET /metrics/functions": lambda product: product.metrics.functions(),
    "GET /metrics/variables": lambda product: product.metrics.variables(),
    "GET /customers": lambda product: product.customers.list(),
    "POST /customers": lambda product: product.customers.create("customer@example.com", PASSWORD),
    "PUT /customers/{customerEmail}": lambda product: product.customers.update_password(
        "customer@example.com", PASSWORD
    ),
    "DELETE /customers/{customerEmail}": lambda product: product.customers.delete(
        "customer@example.com"
    ),
    "GET /team": lambda product: product.team.list(),
    "POST /team": lambda product: product.team.invite(USER),
    "POST /team/{username}": lambda product: product.team.update(USER, role="Developer"),
    "PUT /team/{username}": lambda product: product.team.update_api_user(
        USER, friendly_name="my-name"
    ),
    "DELETE /team/{username}": lambda product: product.team.remove(USER),
    "PUT /team/{username}/token": lambda product: product.team.regenerate_token(USER),
    "GET /clients": lambda product: product.oauth_clients.list(),
    "POST /clients": lambda product: product.oauth_clients.create(
        "my-name", "web", redirect_uri="https://example.com/callback"
    ),
    "PUT /clients/{clientId}": lambda product: product.oauth_clients.update(
        "client-1", name="my-name"
    ),
    "DELETE /clients/{clientId}": lambda product: product.oauth_clients.delete("client-1"),
}

"""The operations of the account: each as a call with sample arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .samples import (
    DEVICE,
    ICCID,
    INTEGRATION,
    OPS,
    ORG,
    PASSWORD,
    PRODUCT,
    PUBLIC_KEY,
    SOURCE,
    USER,
    VERSION,
    library_archive,
    opened,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Particle

__all__ = ["OPERATIONS"]

OPERATIONS: dict[str, Callable[[Particle], object]] = {
    "POST /oauth/token": lambda client: client.login(USER, PASSWORD),
    "GET /v1/access_tokens": lambda client: client.tokens.list(USER, PASSWORD),
    "DELETE /v1/access_tokens": lambda client: client.tokens.delete_all(),
    "GET /v1/access_tokens/current": lambda client: client.tokens.current(),
    "DELETE /v1/access_tokens/current": lambda client: client.tokens.delete_current(),
    "DELETE /v1/access_tokens/{token}": lambda client: client.tokens.delete("token-1"),
    "GET /v1/user": lambda client: client.user.get(),
    "PUT /v1/user": lambda client: client.user.update({"first_name": "Ada"}),
    "DELETE /v1/user": lambda client: client.user.delete(PASSWORD),
    "POST /v1/user/password-reset": lambda client: client.user.reset_password(USER),
    "PUT /v1/user/password-reset": lambda client: client.user.complete_password_reset(
        {"token": "reset-token", "password": PASSWORD}
    ),
    "GET /v1/user/search": lambda client: client.search.find("greenhouse"),
    "POST /v1/users": lambda client: client.user.create(USER, PASSWORD),
    "POST /v1/user/verify": lambda client: client.user.verify("token-1"),
    "GET /v1/user/identify": lambda client: client.user.tracking_identity(),
    "GET /v1/user/mfa-enable": lambda client: client.user.enable_mfa(),
    "POST /v1/user/mfa-enable": lambda client: client.user.confirm_mfa("mfa-token", "123456"),
    "PUT /v1/user/mfa-disable": lambda client: client.user.disable_mfa(PASSWORD),
    "GET /v1/devices": lambda client: client.devices.list(),
    "POST /v1/devices": lambda client: client.devices.claim(DEVICE),
    "POST /v1/device_claims": lambda client: client.devices.create_claim_code(),
    "GET /v1/devices/{deviceId}": lambda client: client.devices.get(DEVICE),
    "PUT /v1/devices/{deviceId}": lambda client: client.devices.update(DEVICE, name="kitchen"),
    "DELETE /v1/devices/{deviceId}": lambda client: client.devices.unclaim(DEVICE),
    "PUT /v1/devices/{deviceId}/ping": lambda client: client.devices.ping(DEVICE),
    "PUT /v1/devices/{deviceId}/unprotect": lambda client: client.devices.unprotect(
        DEVICE, "prepare"
    ),
    "GET /v1/devices/{deviceId}/{name}": lambda client: client.devices.get_variable(
        DEVICE, "my-name"
    ),
    "POST /v1/devices/{deviceId}/{name}": lambda client: client.devices.call_function(
        DEVICE, "my-name", argument="on"
    ),
    "PUT /v1/devices/{deviceId}/backup_files": lambda client: (
        client.devices.download_manufacturing_backup(DEVICE)
    ),
    "POST /v1/provisioning/{deviceId}": lambda client: client.devices.send_public_key(
        DEVICE, PUBLIC_KEY
    ),
    "GET /v1/serial_numbers/{serial_number}": lambda client: client.serial_numbers.lookup(
        "PH-160101-AB12"
    ),
    "GET /v1/diagnostics/{deviceId}": lambda client: client.diagnostics.list(DEVICE),
    "GET /v1/diagnostics/{deviceId}/last": lambda client: client.diagnostics.last(DEVICE),
    "POST /v1/diagnostics/{deviceId}/update": lambda client: client.diagnostics.refresh(DEVICE),
    "GET /v1/sims": lambda client: client.sims.list(),
    "GET /v1/sims/{iccid}": lambda client: client.sims.get(ICCID),
    "PUT /v1/sims/{iccid}": lambda client: client.sims.activate(ICCID),
    "DELETE /v1/sims/{iccid}": lambda client: client.sims.remove(ICCID),
    "HEAD /v1/sims/{iccid}": lambda client: client.sims.check(ICCID),
    "GET /v1/sims/{iccid}/data_usage": lambda client: client.sims.data_usage(ICCID),
    "GET /v1/sims/{iccid}/status": lambda client: client.sims.status(ICCID),
    "GET /v1/build_targets": lambda client: client.firmware.list_build_targets(),
    "POST /v1/binaries": lambda client: client.firmware.compile(
        {"main.cpp": b"void setup() {}"}, platform_id=13
    ),
    "GET /v1/binaries/{binaryId}": lambda client: client.firmware.download(
        "5f91f6c8f3b2a1d0c4e7b6a5"
    ),
    "GET /v1/device-os/versions": lambda client: client.device_os.list_versions(),
    "GET /v1/device-os/versions/{version}": lambda client: client.device_os.get_version("6.3.2"),
    "GET /v1/libraries": lambda client: client.libraries.list(),
    "POST /v1/libraries": lambda client: client.libraries.contribute(library_archive()),
    "GET /v1/libraries/{libraryName}": lambda client: client.libraries.get("my-name"),
    "DELETE /v1/libraries/{libraryName}": lambda client: client.libraries.delete(
        "my-name", force="key"
    ),
    "PATCH /v1/libraries/{libraryName}": lambda client: client.libraries.publish("my-name"),
    "GET /v1/libraries/{libraryName}/versions": lambda client: client.libraries.get_versions(
        "my-name"
    ),
    "GET /v1/events": lambda client: opened(client.events.stream()),
    "GET /v1/events/{eventPrefix}": lambda client: opened(client.events.stream("temperature")),
    "GET /v1/devices/events": lambda client: opened(client.events.stream(device="mine")),
    "POST /v1/devices/events": lambda client: client.events.publish("my-name", data="21.5"),
    "GET /v1/devices/events/{eventPrefix}": lambda client: opened(
        client.events.stream("temperature", device="mine")
    ),
    "GET /v1/devices/{deviceId}/events": lambda client: opened(client.events.stream(device=DEVICE)),
    "GET /v1/devices/{deviceId}/events/{eventPrefix}": lambda client: opened(
        client.events.stream("temperature", device=DEVICE)
    ),
    "GET /v1/integrations": lambda client: client.integrations.list(),
    "POST /v1/integrations": lambda client: client.integrations.create(INTEGRATION),
    "GET /v1/integrations/{integrationId}": lambda client: client.integrations.get("integration-1"),
    "PUT /v1/integrations/{integrationId}": lambda client: client.integrations.update(
        "integration-1", INTEGRATION
    ),
    "DELETE /v1/integrations/{integrationId}": lambda client: client.integrations.delete(
        "integration-1"
    ),
    "POST /v1/integrations/{integrationId}/test": lambda client: client.integrations.test(
        "integration-1"
    ),
    "GET /v1/webhooks": lambda client: client.webhooks.list(),
    "POST /v1/webhooks": lambda client: client.webhooks.create(
        "temperature", "https://example.com/hook"
    ),
    "DELETE /v1/webhooks/{hookId}": lambda client: client.webhooks.delete("hook-1"),
    "GET /v1/logic/functions": lambda client: client.logic.list_functions(),
    "POST /v1/logic/functions": lambda client: client.logic.create_function(
        "my-name", source=SOURCE
    ),
    "GET /v1/logic/functions/{logicFunctionId}": lambda client: client.logic.get_function(
        "function-1"
    ),
    "PUT /v1/logic/functions/{logicFunctionId}": lambda client: client.logic.update_function(
        "function-1", name="my-name"
    ),
    "DELETE /v1/logic/functions/{logicFunctionId}": lambda client: client.logic.delete_function(
        "function-1"
    ),
    "POST /v1/logic/execute": lambda client: client.logic.execute(SOURCE),
    "GET /v1/logic/functions/{logicFunctionId}/runs": lambda client: client.logic.list_runs(
        "function-1"
    ),
    "GET /v1/logic/functions/{logicFunctionId}/runs/{logicRunId}": lambda client: (
        client.logic.get_run("function-1", "run-1")
    ),
    "GET /v1/logic/functions/{logicFunctionId}/runs/{logicRunId}/logs": lambda client: (
        client.logic.get_run_logs("function-1", "run-1")
    ),
    "GET /v1/logic/functions/{logicFunctionId}/stats": lambda client: client.logic.get_stats(
        "function-1"
    ),
    "GET /v1/ledgers": lambda client: client.ledgers.list(),
    "POST /v1/ledgers": lambda client: client.ledgers.create("my-name", scope="Device"),
    "GET /v1/ledgers/{ledgerName}": lambda client: client.ledgers.get("settings"),
    "PUT /v1/ledgers/{ledgerName}": lambda client: client.ledgers.update(
        "settings", description="d"
    ),
    "DELETE /v1/ledgers/{ledgerName}": lambda client: client.ledgers.archive("settings"),
    "GET /v1/ledgers/{ledgerName}/instances": lambda client: client.ledgers.list_instances(
        "settings"
    ),
    "GET /v1/ledgers/{ledgerName}/instances/{scopeValue}": lambda client: (
        client.ledgers.get_instance("settings", DEVICE)
    ),
    "PUT /v1/ledgers/{ledgerName}/instances/{scopeValue}": lambda client: (
        client.ledgers.set_instance("settings", DEVICE, {"temperature": 21.5})
    ),
    "DELETE /v1/ledgers/{ledgerName}/instances/{scopeValue}": lambda client: (
        client.ledgers.delete_instance("settings", DEVICE)
    ),
    "GET /v1/ledgers/{ledgerName}/instances/{scopeValue}/versions": lambda client: (
        client.ledgers.list_versions("settings", DEVICE)
    ),
    "GET /v1/ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}": lambda client: (
        client.ledgers.get_version("settings", DEVICE, VERSION)
    ),
    "GET /v1/env": lambda client: client.env.list(),
    "PATCH /v1/env": lambda client: client.env.update(OPS),
    "GET /v1/env/render": lambda client: client.env.render(),
    "GET /v1/env/rollout": lambda client: client.env.review_rollout(),
    "POST /v1/env/rollout": lambda client: client.env.start_rollout("Immediate"),
    "GET /v1/env/{name}": lambda client: client.env.list_for_device(DEVICE),
    "PUT /v1/env/{name}": lambda client: client.env.set("FOO", "bar"),
    "DELETE /v1/env/{name}": lambda client: client.env.delete("FOO"),
    "PATCH /v1/env/{name}": lambda client: client.env.update_for_device(DEVICE, OPS),
    "GET /v1/env/{deviceId}/render": lambda client: client.env.render_for_device(DEVICE),
    "GET /v1/env/{deviceId}/rollout": lambda client: client.env.review_rollout_for_device(DEVICE),
    "POST /v1/env/{deviceId}/rollout": lambda client: client.env.start_rollout_for_device(
        DEVICE, "Immediate"
    ),
    "PUT /v1/env/{deviceId}/{key}": lambda client: client.env.set_for_device(DEVICE, "FOO", "bar"),
    "DELETE /v1/env/{deviceId}/{key}": lambda client: client.env.delete_for_device(DEVICE, "FOO"),
    "GET /v1/secrets": lambda client: client.secrets.list(),
    "POST /v1/secrets": lambda client: client.secrets.create("MY_API_KEY", "bar"),
    "GET /v1/secrets/{name}": lambda client: client.secrets.get("MY_SECRET"),
    "PUT /v1/secrets/{name}": lambda client: client.secrets.set("MY_SECRET", "bar"),
    "DELETE /v1/secrets/{name}": lambda client: client.secrets.delete("MY_SECRET"),
    "GET /v1/products": lambda client: client.products.list(),
    "GET /v1/products/{productIdOrSlug}": lambda client: client.products.get(PRODUCT),
    "GET /v1/user/products": lambda client: client.products.list_for_user(),
    "POST /v1/user/products": lambda client: client.products.create("my-name", 13),
    "GET /v1/orgs": lambda client: client.orgs.list(),
    "GET /v1/orgs/{orgIdOrSlug}": lambda client: client.orgs.get(ORG),
    "GET /v1/clients": lambda client: client.oauth_clients.list(),
    "POST /v1/clients": lambda client: client.oauth_clients.create(
        "my-name", "web", redirect_uri="https://example.com/callback"
    ),
    "PUT /v1/clients/{clientId}": lambda client: client.oauth_clients.update(
        "client-1", name="my-name"
    ),
    "DELETE /v1/clients/{clientId}": lambda client: client.oauth_clients.delete("client-1"),
    "GET /v1/user/service_agreements": lambda client: client.service_agreements.list(),
    "GET /v1/user/service_agreements/{serviceAgreementId}/notifications": lambda client: (
        client.service_agreements.list_notifications(17)
    ),
    "POST /v1/user/service_agreements/{serviceAgreementId}/usage_reports": lambda client: (
        client.service_agreements.create_usage_report(
            17, "devices", "2024-01-01", "2024-01-31", devices=[DEVICE]
        )
    ),
    "GET /v1/user/usage_reports/{usageReportId}": lambda client: (
        client.service_agreements.get_usage_report(18)
    ),
    "GET /v1/networks": lambda client: client.networks.list(),
    "POST /v1/networks": lambda client: client.networks.create("my-name", DEVICE),
    "GET /v1/networks/{networkId}": lambda client: client.networks.get("network-1"),
    "PUT /v1/networks/{networkId}": lambda client: client.networks.update(
        "network-1", "gateway-enable", DEVICE
    ),
    "DELETE /v1/networks/{networkId}": lambda client: client.networks.delete("network-1"),
    "GET /v1/networks/{networkId}/devices": lambda client: client.networks.list_devices(
        "network-1"
    ),
    "DELETE /v1/devices/{deviceId}/network": lambda client: client.networks.remove_device_from_any(
        DEVICE
    ),
}

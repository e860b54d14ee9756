"""docs/from-javascript.md: each method of the JavaScript SDK beside its call.

`python -m tests.wire.from_javascript` writes the page. The calls are executed in
test_from_javascript.py. A positional argument has the name of the parameter; where the SDK's option
is called otherwise, RENAMED tells which. The value of a keyword argument has the option's name.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

from particle_client.api import scopes

from .accepted import ACCEPTED

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ALIASES", "DOCUMENTED", "ERRORS", "PAGE", "RENAMED", "SECTIONS", "STREAM", "page"]

PAGE = Path(__file__).parents[2] / "docs" / "from-javascript.md"

_SCOPES: dict[str, type] = {
    "particle": scopes.AccountResources,
    "product": scopes.ProductResources,
    "org": scopes.OrgResources,
}

SECTIONS: dict[str, dict[str, list[str]]] = {
    "Set-up": {
        "new Particle": ["Particle(access_token, base_url=base_url)"],
        "setDefaultAuth": ["particle.with_options(access_token=token)"],
        "setBaseUrl": ["particle.with_options(base_url=base_url)"],
        "setContext": ["particle.with_options(tool=tool, project=project)"],
        "client": ["particle.with_options(access_token=token)"],
    },
    "Logging in and access tokens": {
        "login": ["particle.login(username, password, expires_in=token_duration)"],
        "sendOtp": ["particle.submit_otp(mfa_token, otp)"],
        "loginAsClientOwner": ["particle.login_as_client_owner()"],
        "listAccessTokens": ["particle.tokens.list(username, password)"],
        "deleteAccessToken": ["particle.tokens.delete(token)"],
        "removeAccessToken": ["particle.tokens.delete(token)"],
        "deleteCurrentAccessToken": ["particle.tokens.delete_current()"],
        "deleteActiveAccessTokens": ["particle.tokens.delete_all()"],
    },
    "User": {
        "createUser": ["particle.user.create(username, password, account_info=account_info)"],
        "verifyUser": ["particle.user.verify(token)"],
        "getUserInfo": ["particle.user.get()"],
        "setUserInfo": ["particle.user.update(account_info)"],
        "changeUsername": ["particle.user.change_username(username, current_password)"],
        "changeUserPassword": ["particle.user.change_password(password, current_password)"],
        "resetPassword": ["particle.user.reset_password(username)"],
        "deleteUser": ["particle.user.delete(password)"],
        "trackingIdentity": ["particle.user.tracking_identity()"],
        "enableMfa": ["particle.user.enable_mfa()"],
        "confirmMfa": ["particle.user.confirm_mfa(mfa_token, otp)"],
        "disableMfa": ["particle.user.disable_mfa(current_password)"],
    },
    "Devices": {
        "listDevices": [
            "particle.devices.list()",
            "product.devices.list(groups=groups, page=page, per_page=per_page)",
        ],
        "getDevice": ["particle.devices.get(device_id)"],
        "claimDevice": ["particle.devices.claim(device_id)"],
        "provisionDevice": ["particle.devices.provision(product_id)"],
        "getClaimCode": ["particle.devices.create_claim_code()"],
        "addDeviceToProduct": [
            "product.devices.add(id=device_id)",
            "product.devices.import_file(file)",
        ],
        "removeDevice": [
            "particle.devices.unclaim(device_id)",
            "product.devices.remove(device_id, deny=deny)",
        ],
        "removeDeviceOwner": ["product.devices.unclaim(device_id)"],
        "updateDevice": ["particle.devices.update(device_id, name=name, notes=notes)"],
        "renameDevice": ["particle.devices.rename(device_id, name)"],
        "signalDevice": ["particle.devices.signal(device_id, signaling)"],
        "setDeviceNotes": ["particle.devices.set_notes(device_id, notes)"],
        "changeProduct": ["particle.devices.change_product(device_id, product_id)"],
        "markAsDevelopmentDevice": ["product.devices.mark_as_development(device_id)"],
        "lockDeviceProductFirmware": [
            "product.devices.lock_firmware(device_id, version, flash=flash)"
        ],
        "unlockDeviceProductFirmware": ["product.devices.unlock_firmware(device_id)"],
        "getVariable": ["particle.devices.get_variable(device_id, name)"],
        "callFunction": ["particle.devices.call_function(device_id, name, argument)"],
        "flashDevice": [
            "particle.devices.flash(device_id, files)",
            "particle.devices.flash(device_id, files, target_version=target_version)",
        ],
        "flashTinker": ["particle.devices.flash_tinker(device_id)"],
        "unprotectDevice": ["particle.devices.unprotect(device_id, action)"],
        "sendPublicKey": ["particle.devices.send_public_key(device_id, key)"],
        "downloadManufacturingBackup": [
            "particle.devices.download_manufacturing_backup(device_id)"
        ],
        "lookupSerialNumber": ["particle.serial_numbers.lookup(serial_number)"],
    },
    "Events": {
        "publishEvent": ["particle.events.publish(name, data, private=is_private)"],
        "getEventStream": [
            "particle.events.stream(prefix)",
            'particle.events.stream(prefix, device="mine")',
            "particle.events.stream(prefix, device=device_id)",
            "product.events.stream(prefix)",
            "org.events.stream(prefix)",
        ],
    },
    "Firmware and Device OS": {
        "listBuildTargets": ["particle.firmware.list_build_targets(featured=only_featured)"],
        "compileCode": [
            "particle.firmware.compile(files, platform_id=platform_id)",
            "particle.firmware.compile("
            "files, platform_id=platform_id, target_version=target_version)",
        ],
        "downloadFirmwareBinary": ["particle.firmware.download(binary_id)"],
        "listProductFirmware": ["product.firmware.list()"],
        "uploadProductFirmware": ["product.firmware.upload(file, version, title)"],
        "getProductFirmware": ["product.firmware.get(version)"],
        "updateProductFirmware": ["product.firmware.update(version, title=title)"],
        "downloadProductFirmware": ["product.firmware.download(version)"],
        "releaseProductFirmware": ["product.firmware.release(version, product_default=True)"],
        "listDeviceOsVersions": ["particle.device_os.list_versions()"],
        "getDeviceOsVersion": ["particle.device_os.get_version(version)"],
    },
    "Libraries and files": {
        "listLibraries": ["particle.libraries.list()"],
        "getLibrary": ["particle.libraries.get(name)"],
        "getLibraryVersions": ["particle.libraries.get_versions(name)"],
        "contributeLibrary": ["particle.libraries.contribute(library)"],
        "publishLibrary": ["particle.libraries.publish(name)"],
        "deleteLibrary": ["particle.libraries.delete(name, force=force)"],
        "library.download": ["particle.libraries.download(name_or_library)"],
        "downloadFile": ["particle.download_file(url)"],
    },
    "Client objects (`particle.client()`)": {
        "client.libraries": ["particle.libraries.list()"],
        "client.library": ["particle.libraries.get(name)"],
        "client.libraryVersions": ["particle.libraries.get_versions(name)"],
        "client.contributeLibrary": ["particle.libraries.contribute(library)"],
        "client.publishLibrary": ["particle.libraries.publish(name)"],
        "client.deleteLibrary": ["particle.libraries.delete(name, force=force)"],
        "client.downloadFile": ["particle.download_file(url)"],
        "client.compileCode": ["particle.firmware.compile(files, platform_id=platform_id)"],
        "client.signalDevice": ["particle.devices.signal(device_id, signaling)"],
        "client.listDevices": ["particle.devices.list()"],
        "client.listBuildTargets": ["particle.firmware.list_build_targets(featured=True)"],
        "client.trackingIdentity": ["particle.user.tracking_identity()"],
    },
    "Products, teams and customers": {
        "listProducts": ["particle.products.list()"],
        "getProduct": ["particle.products.get(product=product_id)", "product.get()"],
        "listTeamMembers": ["product.team.list()"],
        "inviteTeamMember": ["product.team.invite(username)"],
        "removeTeamMember": ["product.team.remove(username)"],
        "createCustomer": ["product.customers.create_with_client(email, password)"],
        "getProductConfiguration": ["product.config.get()"],
        "getProductConfigurationSchema": ["product.config.get_schema()"],
        "getProductDeviceConfiguration": ["product.config.get_device(device_id)"],
        "getProductDeviceConfigurationSchema": ["product.config.get_device_schema(device_id)"],
        "setProductConfiguration": ["product.config.set(configuration)"],
        "setProductDeviceConfiguration": ["product.config.set_device(device_id, configuration)"],
        "getProductLocations": ["product.locations.list()"],
        "getProductDeviceLocations": ["product.locations.get(device_id)"],
    },
    "SIM cards": {
        "listSIMs": ["particle.sims.list()"],
        "getSIMDataUsage": ["particle.sims.data_usage(iccid)"],
        "getFleetDataUsage": ["product.sims.fleet_data_usage()"],
        "checkSIM": ["particle.sims.check(iccid)"],
        "activateSIM": [
            "particle.sims.activate(iccid, country=country)",
            "product.sims.activate(iccids, country=country)",
        ],
        "deactivateSIM": ["particle.sims.deactivate(iccid)"],
        "reactivateSIM": ["particle.sims.reactivate(iccid)"],
        "updateSIM": ["particle.sims.update(iccid, mb_limit)"],
        "removeSIM": ["particle.sims.remove(iccid)"],
    },
    "Integrations and webhooks": {
        "listIntegrations": ["particle.integrations.list()"],
        "createIntegration": ['particle.integrations.create({"event": event, **settings})'],
        "editIntegration": [
            'particle.integrations.update(integration_id, {"event": event, **settings})'
        ],
        "deleteIntegration": ["particle.integrations.delete(integration_id)"],
        "listWebhooks": ["particle.webhooks.list()"],
        "createWebhook": [
            "particle.webhooks.create(event, url)",
            "particle.webhooks.create(event, url, device_id=device)",
            "product.webhooks.create(event, url, "
            'request_type=hook["method"], auth=hook["auth"], request_headers=hook["headers"], '
            'request_query=hook["query"], json=hook["json"], '
            'response_template=hook["responseTemplate"], response_topic=hook["responseEvent"], '
            'error_response_topic=hook["errorResponseEvent"])',
        ],
        "deleteWebhook": ["particle.webhooks.delete(hook_id)"],
    },
    "OAuth clients": {
        "listOAuthClients": ["particle.oauth_clients.list()"],
        "createOAuthClient": ["particle.oauth_clients.create(name, type)"],
        "updateOAuthClient": ["particle.oauth_clients.update(client_id, name=name)"],
        "deleteOAuthClient": ["particle.oauth_clients.delete(client_id)"],
    },
    "Logic": {
        "executeLogic": ["particle.logic.execute(**logic)"],
        "createLogicFunction": ["particle.logic.create_function(**logic_function)"],
        "listLogicFunctions": ["particle.logic.list_functions()"],
        "getLogicFunction": ["particle.logic.get_function(function_id)"],
        "updateLogicFunction": ["particle.logic.update_function(function_id, **logic_function)"],
        "deleteLogicFunction": ["particle.logic.delete_function(function_id)"],
        "listLogicRuns": ["particle.logic.list_runs(function_id)"],
        "getLogicRun": ["particle.logic.get_run(function_id, run_id)"],
        "getLogicRunLogs": ["particle.logic.get_run_logs(function_id, run_id)"],
    },
    "Ledgers": {
        "createLedger": ["particle.ledgers.create(**ledger)"],
        "listLedgers": ["particle.ledgers.list()"],
        "getLedger": ["particle.ledgers.get(ledger_name)"],
        "updateLedger": ["particle.ledgers.update(ledger_name, **ledger)"],
        "archiveLedger": ["particle.ledgers.archive(ledger_name)"],
        "listLedgerInstances": ["particle.ledgers.list_instances(ledger_name)"],
        "getLedgerInstance": ["particle.ledgers.get_instance(ledger_name, scope_value)"],
        "setLedgerInstance": [
            'particle.ledgers.set_instance(ledger_name, scope_value, data=instance["data"])'
        ],
        "deleteLedgerInstance": ["particle.ledgers.delete_instance(ledger_name, scope_value)"],
        "listLedgerInstanceVersions": ["particle.ledgers.list_versions(ledger_name, scope_value)"],
        "getLedgerInstanceVersion": [
            "particle.ledgers.get_version(ledger_name, scope_value, version)"
        ],
    },
    "Environment variables": {
        "listEnvVars": ["particle.env.list()", "particle.env.list_for_device(device_id)"],
        "updateEnvVars": [
            "particle.env.update(ops)",
            "particle.env.update_for_device(device_id, ops)",
        ],
        "setEnvVar": [
            "particle.env.set(key, value)",
            "particle.env.set_for_device(device_id, key, value)",
        ],
        "deleteEnvVar": [
            "particle.env.delete(key)",
            "particle.env.delete_for_device(device_id, key)",
        ],
        "renderEnvVars": ["particle.env.render()", "particle.env.render_for_device(device_id)"],
        "reviewEnvVarsRollout": [
            "particle.env.review_rollout()",
            "particle.env.review_rollout_for_device(device_id)",
        ],
        "startEnvVarsRollout": [
            "particle.env.start_rollout(when)",
            "particle.env.start_rollout_for_device(device_id, when)",
        ],
    },
    "Mesh networks": {
        "listMeshNetworks": ["particle.networks.list()"],
        "createMeshNetwork": ["particle.networks.create(name, device_id)"],
        "getMeshNetwork": ["particle.networks.get(network_id)"],
        "updateMeshNetwork": ["particle.networks.update(network_id, action, device_id)"],
        "removeMeshNetwork": ["particle.networks.delete(network_id)"],
        "listMeshNetworkDevices": ["particle.networks.list_devices(network_id)"],
        "addMeshNetworkDevice": ["particle.networks.add_device(network_id, device_id)"],
        "removeMeshNetworkDevice": [
            "particle.networks.remove_device(network_id, device_id)",
            "particle.networks.remove_device_from_any(device_id)",
        ],
    },
    "Raw requests": {
        "get": ["particle.get(path)"],
        "head": ["particle.head(path)"],
        "post": ["particle.post(path, json=data)"],
        "put": ["particle.put(path, json=data)"],
        "patch": ["particle.patch(path, json=data)"],
        "delete": ["particle.delete(path, json=data)"],
        "request": ["particle.request(method, path, form=form)"],
        "validatePromoCode": ['particle.get(f"/v1/promo_code/{promo_code}")'],
    },
}

DOCUMENTED: dict[str, list[str]] = {
    method: calls for section in SECTIONS.values() for method, calls in section.items()
}
"""Method of the SDK → the calls that stand for it."""

ALIASES = {
    "removeAccessToken": "deleteAccessToken",
    **{
        name: name.removeprefix("client.")
        for name in SECTIONS["Client objects (`particle.client()`)"]
    },
    "client.libraries": "listLibraries",
    "client.library": "getLibrary",
    "client.libraryVersions": "getLibraryVersions",
}
"""Methods of the SDK that call another one."""

RENAMED = {
    "archive": ("library",),
    "config": ("configuration",),
    "desired_firmware_version": ("version",),
    "logic_function_id": ("function_id",),
    "logic_run_id": ("run_id",),
    "name": ("prefix",),
    "signal": ("signaling",),
    "uri": ("path", "url"),
}
"""Option of the SDK, in snake_case → parameters that take it here, under another name."""

STREAM = {
    "stream.on('event', handler)": "for event in stream: handler(event)",
    "stream.on('disconnect', handler)": "particle.events.stream(prefix, on_disconnect=handler)",
    "stream.on('reconnect', handler)": "particle.events.stream(prefix, on_retry=handler)",
    "stream.on('reconnect-error', handler)": "particle.events.stream(prefix, on_retry=handler)",
    "stream.on('reconnect-success', handler)": (
        "particle.events.stream(prefix, on_reconnect=handler)"
    ),
    "stream.abort()": "stream.close()",
    "event.name": "event.name",
    "event.data": "event.data",
    "JSON.parse(event.data)": "event.json()",
    "event.published_at": "event.published_at",
    "event.coreid": "event.device_id",
    "event.ttl": "event.ttl",
    "event.userid": "event.user_id",
    "event.productID": "event.product_id",
    "event.version": "event.version",
    "event.public": "event.public",
}
"""What `getEventStream` resolves to, and what it emits."""

ERRORS = {
    "error.statusCode": "error.status_code",
    "error.body": "error.body",
    "error.body.error": "error.error",
    "error.shortErrorDescription": "error.error_description",
    "error.errorDescription": "str(error)",
    "error.statusCode === 401": "isinstance(error, AuthenticationError)",
    "error.statusCode === 403": "isinstance(error, PermissionDeniedError)",
    "error.statusCode === 404": "isinstance(error, NotFoundError)",
    "error.statusCode === 429": "isinstance(error, RateLimitError)",
    "error.statusCode >= 500": "isinstance(error, InternalServerError)",
    "error.statusCode === undefined": "isinstance(error, APIConnectionError)",
    "error.body.error === 'mfa_required'": "isinstance(error, MFARequiredError)",
    "error.body.mfa_token": "error.mfa_token",
}
"""What a promise of the SDK is rejected with."""

_INTRODUCTION = """\
<!-- Made by `python -m tests.wire.from_javascript`. Do not edit. -->

# From the JavaScript SDK

Every method of `particle-api-js` (10.4.2, and the later ones up to 12.0.2) with the Python call
that sends the same request. Search this page for the name of a method.

## A script in both languages

```javascript
const Particle = require('particle-api-js');
const particle = new Particle();

async function main() {
    const login = await particle.login({ username: 'you@example.com', password: 'correct horse' });
    const auth = login.body.access_token;

    const devices = await particle.listDevices({ product: 'my-product-v100', auth });
    for (const device of devices.body.devices) {
        console.log(device.id, device.name, device.online);
    }

    const deviceId = devices.body.devices[0].id;
    try {
        const variable = await particle.getVariable({ deviceId, name: 'temperature', auth });
        console.log(variable.body.result);
    } catch (error) {
        console.log(error.statusCode, error.shortErrorDescription);
    }

    const stream = await particle.getEventStream({ deviceId: 'mine', name: 'temperature', auth });
    stream.on('event', (event) => {
        console.log(event.published_at, event.coreid, JSON.parse(event.data).celsius);
    });
}

main();
```

```python
from particle_client import APIStatusError, Particle, PasswordLogin

with Particle(access_token=PasswordLogin("you@example.com", "correct horse")) as particle:
    product = particle.product("my-product-v100")

    devices = list(product.devices.list())  # all pages
    for device in devices:
        print(device.id, device.name, device.online)

    device_id = devices[0].id
    try:
        variable = particle.devices.get_variable(device_id, "temperature")
        print(variable.result)
    except APIStatusError as error:
        print(error.status_code, error.error_description)

    with particle.events.stream("temperature", device="mine") as stream:
        for event in stream:
            print(event.published_at, event.device_id, event.json()["celsius"])
```

## Differences

- Options become arguments: required ones first, the others as keyword arguments in snake_case, so
  `deviceName` is `device_name=`. The calls below have the names of this client: `logicFunctionId`
  is `function_id`. Full signatures are in the [reference](api/index.md).
- Leave out what is `undefined`. `null` is `None`.
- `files: { "main.cpp": buffer }` is `files={"main.cpp": b"…"}`. Paths, open files and project
  folders work as well, see [uploads](uploads.md).
- `particle` is a `Particle`, or an `AsyncParticle` with `await` and `async for`.
- Instead of `product: "…"` and `org: "…"` there are scopes: `product = particle.product("…")` and
  `org = particle.org("…")`. The last column names the scopes that have the same call: `product`
  next to `particle.devices.get(device_id)` means that `product.devices.get(device_id)` exists. Of
  several calls, each has a line of its own there.
- The client has an access token, so calls don't need `auth`. To use another one for a single call,
  pass `access_token=`. `headers` is `headers=`. `context` belongs to the client: `Particle(tool=…,
  project=…)`.
- Methods return the typed body instead of `{ body, statusCode }`. For status and headers, use
  `particle.with_raw_response(particle.devices.get, device_id)`.
- Methods raise an exception where a promise is rejected, see [Errors](#errors).
- Iterating over a list fetches all of its pages.
- `auth: { username, password }` is `basic_auth=(username, password)`.

## Errors

The classes are in `particle_client`; [errors.md](errors.md) explains them.

| JavaScript | Python |
| --- | --- |
@ERRORS@
"""


OPTIONS = {
    "auth": "access_token=token",
    "baseUrl": "base_url=base_url",
    "clientId": "client_id=client_id",
    "clientSecret": "client_secret=client_secret",
    "tokenDuration": "token_duration=seconds",
    "httpAgent": "http_client=httpx.Client(proxy=url)",
    "debug": "on_request=print, on_response=print",
}
"""What the SDK is set up with."""

_STREAM_INTRODUCTION = """\
`getEventStream` resolves to an event emitter. `stream` returns an iterator to be used in a `with`
block, see [events](events.md). Both reconnect on their own. What the SDK emits as `error` is raised
as an exception from the loop. The fields from `userid` on exist only on streams of products and
organizations.
"""


def page() -> str:
    """Return the page, in Markdown."""
    errors = "\n".join(f"| `{theirs}` | `{ours}` |" for theirs, ours in ERRORS.items())
    lines = [_INTRODUCTION.replace("@ERRORS@", errors)]
    for title, methods in SECTIONS.items():
        lines += [f"## {title}", "", "| JavaScript | Python | also |", "| --- | --- | --- |"]
        for method, calls in methods.items():
            shown = "<br>".join(f"`{call}`" for call in calls)
            scopes = [", ".join(f"`{each}`" for each in _scopes(call, calls)) for call in calls]
            also = "<br>".join(each or "none" for each in scopes) if any(scopes) else ""
            lines.append(f"| `{method}` | {shown} | {also} |")
        lines.append("")
        if title == "Set-up":
            lines += ["The options of both, see [configuration](configuration.md):", ""]
            lines += _table(OPTIONS)
        if title == "Events":
            lines += [_STREAM_INTRODUCTION, *_table(STREAM)]
    lines += ["## Requests that differ", ""]
    for each in ACCEPTED:
        concerned = ", ".join(f"`{name}`" for name in sorted(each.calls or ())) or "All methods"
        lines.append(f"- {concerned}: {each.reason}")
    return "\n".join(lines).rstrip() + "\n"


def _table(rows: Mapping[str, str]) -> list[str]:
    lines = [f"| `{theirs}` | `{ours}` |" for theirs, ours in rows.items()]
    return ["| JavaScript | Python |", "| --- | --- |", *lines, ""]


def _scopes(call: str, calls: list[str]) -> list[str]:
    """Return the scopes in which a call exists as well, and which its row doesn't name anyway."""
    named = {each.partition(".")[0] for each in calls}
    return [scope for scope, cls in _SCOPES.items() if scope not in named and _has(cls, call)]


def _has(scope: type, call: str) -> bool:
    """Whether a scope has the same method, with the same required arguments and those named."""
    name = call.partition("(")[0].split(".")
    if len(name) != 3 or name[0] not in _SCOPES:
        return False
    ours, theirs = (_parameters(cls, *name[1:]) for cls in (_SCOPES[name[0]], scope))
    if ours is None or theirs is None:
        return False
    keywords = set(re.findall(r"\b(\w+)=", call)) & ours.keys()
    return _required(ours) == _required(theirs) and keywords <= theirs.keys()


def _parameters(scope: type, resource: str, method: str) -> Mapping[str, inspect.Parameter] | None:
    class Probe(scope):  # type: ignore[misc]
        def __init__(self) -> None: ...

        def _scope_context(self) -> tuple[None, str]:
            return None, ""

    function = getattr(getattr(Probe(), resource, None), method, None)
    if function is None:
        return None
    return inspect.signature(function).parameters


def _required(parameters: Mapping[str, inspect.Parameter]) -> list[str]:
    return [name for name, each in parameters.items() if each.default is each.empty]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""Webhooks and other integrations of accounts, products and organizations."""

from typing import Any, cast

from starlette.responses import JSONResponse, Response

from ..errors import failure
from ..events import Event
from ..integrations import Integration
from ..request import Call, as_bool, as_names
from ..routing import paths_for, route

_INTEGRATIONS = paths_for("/integrations")
_INTEGRATION = paths_for("/integrations/{integration}")
# Nothing tells of these for an organization.
_READABLE = paths_for("/integrations/{integration}", organizations=False)
_WEBHOOKS = paths_for("/webhooks", organizations=False)
_WEBHOOK = paths_for("/webhooks/{integration}", organizations=False)

_METHODS = ("GET", "POST", "PUT", "DELETE")
_REQUIRED = {
    "Webhook": ("event", "url"),
    "AzureIotHub": ("event", "hub_name", "policy_name", "policy_key"),
    "GoogleCloudPubSub": ("event", "topic"),
    "GoogleMaps": ("event", "api_key"),
}
_CREATED = {
    kind: {"id", "created_at", "integration_type", "name", *required}
    for kind, required in _REQUIRED.items()
}
"""What the response to creating one shows."""
_TEXTS = ("name", "deviceID", "body", "responseTopic", "errorResponseTopic", "template")
_OBJECTS = ("form", "query", "auth", "headers")
_FLAGS = ("noDefaults", "disabled", "rejectUnauthorized", "unchunked", "dataUrlResponseEvent")
_TEMPLATES = ("json", "responseTemplate")  # a text or an object
_OTHERS_HAVE = ("name", "deviceID", "disabled", "json")
"""What integrations that are no webhooks may have, too."""
_OTHER_NAMES = {"eventName": "event", "deviceid": "deviceID", "deviceId": "deviceID"}


@route("GET", *_INTEGRATIONS, scope="integrations:list")
def list_integrations(call: Call) -> list[dict[str, Any]]:
    return [_integration_json(i) for i in call.cloud.integrations.of(call.owner())]


@route("GET", *_WEBHOOKS, scope="integrations:list")
def list_webhooks(call: Call) -> list[dict[str, Any]]:
    found = call.cloud.integrations.of(call.owner())
    return [_integration_json(i) for i in found if i.kind == "Webhook"]


@route("POST", *_INTEGRATIONS, scope="integrations:create")
def create_integration(call: Call) -> Response:
    kind = call.body.fields.get("integration_type")
    if not isinstance(kind, str) or kind not in _REQUIRED:
        raise failure(400, f"integration_type must be one of {', '.join(_REQUIRED)}")
    return _create(call, kind, "integrations")


@route("POST", *_WEBHOOKS, scope="integrations:create")
def create_webhook(call: Call) -> Response:
    return _create(call, "Webhook", "webhooks")


def _create(call: Call, kind: str, collection: str) -> Response:
    fields = call.body.fields
    if not isinstance(fields.get("parameters", []), list):
        raise failure(400, "parameters must be a list")
    integration = Integration(
        owner=call.owner(),
        kind=kind,
        created_at=call.cloud.clock.timestamp(),
        settings=_settings(call, kind, {}),
        secrets=as_names(fields.get("secrets", []), "secrets"),
    )
    call.cloud.integrations.add(integration)
    owner = integration.owner
    scope = "" if owner.account else f"{'products' if owner.product else 'orgs'}/{owner.value}/"
    url = f"{call.request.base_url}v1/{scope}{collection}/{integration.id}"
    link = {"hookUrl" if kind == "Webhook" else "integrationUrl": url}
    shown = {n: v for n, v in _integration_json(integration).items() if n in _CREATED[kind]}
    return JSONResponse({"ok": True, **shown, **link}, status_code=201)


@route("GET", *_READABLE, *_WEBHOOK, scope="integrations:get")
def get_integration(call: Call) -> dict[str, Any]:
    integration = _integration(call)
    logs = {"logs": integration.logs}
    return {"integration": _integration_json(integration) | logs}


@route("PUT", *_INTEGRATION, scope="integrations:update")
def update_integration(call: Call) -> dict[str, Any]:
    integration = _integration(call)
    # Nothing is merged, but for what an integration can't be without.
    kept = {*_REQUIRED[integration.kind], "requestType"} & set(integration.settings)
    old = {name: integration.settings[name] for name in kept}
    integration.settings = _settings(call, integration.kind, old)
    return {"integration": _integration_json(integration)}


@route("DELETE", *_INTEGRATION, *_WEBHOOK, scope="integrations:remove")
def delete_integration(call: Call) -> Response:
    call.cloud.integrations.remove(_integration(call))
    return Response(status_code=204)


@route("POST", *(f"{path}/test" for path in _READABLE), scope="integrations:test")
async def test_integration(call: Call) -> dict[str, Any]:
    cloud, fields = call.cloud, call.body.fields
    data, device_id = fields.get("data", "test-event"), fields.get("device_id", "api")
    if not isinstance(data, str) or not isinstance(device_id, str):
        raise failure(400, "data and device_id must be text")
    with cloud.lock:
        integration = _integration(call)
        product = integration.owner.product
        event = Event(
            name=integration.settings["event"],
            data=data,
            device_id=device_id,
            published_at=cloud.clock.timestamp(),
            user_id=call.account.id,
            product_id=product.id if product else None,
        )
    if integration.kind != "Webhook":
        return {"pass": False, "error": f"The sandbox has no connection to {integration.kind}"}
    outcome, _ = await cloud.integrations.call(integration, event)
    if outcome.error is not None:
        return {"pass": False, "error": outcome.error}
    content = outcome.response.content if outcome.response else b""
    return {"pass": True, "data": content.decode("utf-8", "replace") or None}


def _integration(call: Call) -> Integration:
    found = call.cloud.integrations.find(call.owner(), call.parameters["integration"])
    if found is None:
        raise failure(404, f"There is no integration {call.parameters['integration']}")
    return found


def _settings(call: Call, kind: str, old: dict[str, Any]) -> dict[str, Any]:
    given = {_OTHER_NAMES.get(name, name): v for name, v in call.body.fields.items()}
    fields = {**old, **{name: value for name, value in given.items() if value is not None}}
    if kind != "Webhook":
        fields = {n: v for n, v in fields.items() if n in (*_REQUIRED[kind], *_OTHERS_HAVE)}
        if kind != "AzureIotHub":
            fields.pop("json", None)
        elif not isinstance(fields.get("json", {}), dict):
            raise failure(400, "json must be an object")
    settings: dict[str, Any] = {}
    for name in _REQUIRED[kind]:
        if not isinstance(fields.get(name), str) or not fields[name]:
            raise failure(400, f"{name} is required")
        settings[name] = fields[name]
    if kind == "Webhook":
        settings["requestType"] = _method(fields.get("requestType", "POST"))
        if not settings["url"].startswith(("http://", "https://", "{{")):
            raise failure(400, "url must start with http:// or https://")
        if sum(name in fields for name in ("json", "form", "body")) > 1:
            raise failure(400, "A webhook sends one of json, form and body")
    for name in (name for name in _TEXTS if name in fields):
        if not isinstance(fields[name], str):
            raise failure(400, f"{name} must be text")
        settings[name] = fields[name]
    for name in (name for name in _OBJECTS if name in fields):
        if not isinstance(fields[name], dict):
            raise failure(400, f"{name} must be an object")
        entries = cast("dict[str, Any]", fields[name])
        as_text = name in ("auth", "headers")
        settings[name] = {k: str(v) if as_text else v for k, v in entries.items()}
    for name in (name for name in _FLAGS if name in fields):
        settings[name] = as_bool(fields[name], name)
    for name in (name for name in _TEMPLATES if name in fields):
        if not isinstance(fields[name], str | dict):
            raise failure(400, f"{name} must be an object or text")
        settings[name] = fields[name]
    settings.setdefault("name", _default_name(kind, settings))
    return settings


def _method(value: object) -> str:
    if not isinstance(value, str) or value.upper() not in _METHODS:
        raise failure(400, f"requestType must be one of {', '.join(_METHODS)}")
    return value.upper()


def _default_name(kind: str, settings: dict[str, Any]) -> str:
    if kind == "Webhook":
        target = settings["url"].partition("//")[2].partition("/")[0] or settings["url"]
        return f"{settings['event']} for {target}"
    others = {"AzureIotHub": "hub_name", "GoogleCloudPubSub": "topic"}
    return f"{settings['event']} for {settings[others[kind]] if kind in others else 'Google Maps'}"


def _integration_json(integration: Integration) -> dict[str, Any]:
    return {
        "id": integration.id,
        "created_at": integration.created_at,
        "integration_type": integration.kind,
        **integration.settings,
    }

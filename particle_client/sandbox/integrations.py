"""Integrations: what the cloud does with events besides streaming them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from .clock import new_id
from .environment import Environments
from .events import Event, EventBus
from .metrics import Metrics
from .mustache import Context, render
from .owners import Owner, owner_of_product
from .products import Product
from .runtime import Runtime
from .webhooks import (
    TIMEOUT_SECONDS,
    WebhookError,
    WebhookRequest,
    WebhookResponse,
    build_request,
    error_of,
    response_parts,
    send,
    variables,
)

LOG_LENGTH = 10

_SENDER = "particle-internal"
_EVENT_NAME = "{{{PARTICLE_EVENT_NAME}}}"


@dataclass(eq=False, kw_only=True)
class Integration:
    """A webhook or another integration of an account, a product or an organization."""

    id: str = field(default_factory=new_id)
    owner: Owner
    kind: str
    """``integration_type``: ``Webhook``, ``AzureIotHub``, …"""
    created_at: str
    settings: dict[str, Any]
    secrets: list[str] = field(default_factory=list[str])
    """Names of secrets that it may use besides those that its templates name."""
    logs: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])

    def wants(self, event: Event, product: Product | None) -> bool:
        """Whether the event, which belongs to that product, triggers it."""
        if self.settings.get("disabled") or not event.name.startswith(self.settings["event"]):
            return False
        if self.settings.get("deviceID") not in (None, "", event.device_id):
            return False
        if self.owner.account:
            return event.owner_id == self.owner.account.id
        return self.owner.has_product(product)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a call of a webhook ended: with a response, an error, or a response that is one."""

    request: WebhookRequest | None = None
    response: WebhookResponse | None = None
    error: str | None = None


class Integrations:
    """All integrations, and the calls that events set off."""

    _integrations: dict[str, Integration]

    def __init__(
        self,
        runtime: Runtime,
        events: EventBus,
        environments: Environments,
        metrics: Metrics,
        products: Mapping[int, Product],
    ) -> None:
        self._runtime = runtime
        self._events = events
        self._environments = environments
        self._metrics = metrics
        self._products = products
        self._integrations = {}

    def all(self) -> list[Integration]:
        """Everybody's integrations, oldest first."""
        return list(self._integrations.values())

    def of(self, owner: Owner) -> list[Integration]:
        """The owner's integrations, oldest first."""
        return [i for i in self._integrations.values() if i.owner.key == owner.key]

    def find(self, owner: Owner, integration_id: str) -> Integration | None:
        """The owner's integration with that id."""
        found = self._integrations.get(integration_id)
        return found if found and found.owner.key == owner.key else None

    def add(self, integration: Integration) -> None:
        """Stores a new integration."""
        self._integrations[integration.id] = integration

    def remove(self, integration: Integration) -> None:
        """Deletes an integration; events trigger it no more."""
        self._integrations.pop(integration.id, None)

    def on_event(self, event: Event) -> None:
        """Starts the webhooks that the event triggers; the caller holds the lock."""
        if event.name.startswith("hook-"):
            return
        product = self._products.get(event.product_id or 0)
        for integration in self._integrations.values():
            if integration.kind == "Webhook" and integration.wants(event, product):
                self._runtime.spawn(partial(self._deliver, integration, event))

    async def call(self, integration: Integration, event: Event) -> tuple[Outcome, Context]:
        """Calls a webhook for an event and logs it."""
        with self._runtime.lock:
            settings = dict(integration.settings)
            context = self._context(integration, event)
            sent_at = self._runtime.clock.timestamp()
        outcome = await self._send(settings, context)
        with self._runtime.lock:
            logs = [*integration.logs, _log_entry(event, sent_at, outcome)]
            integration.logs = logs[-LOG_LENGTH:]
            if integration.owner.product:
                result = "success" if outcome.error is None else "failure"
                self._metrics.count_for(
                    "integrations", result, integration.owner.product.id, event.device_id
                )
        return outcome, context

    async def _send(self, settings: dict[str, Any], context: Context) -> Outcome:
        request: WebhookRequest | None = None
        try:
            request = build_request(settings, context)
            verify = bool(settings.get("rejectUnauthorized", True))
            call = partial(send, request, verify=verify)
            response = await self._runtime.call(call, TIMEOUT_SECONDS)
        except (WebhookError, ValueError) as error:
            return Outcome(request=request, error=str(error))
        except TimeoutError:
            return Outcome(request=request, error="the server did not answer in time")
        assert isinstance(response, WebhookResponse)
        return Outcome(request=request, response=response, error=error_of(request, response))

    def _context(self, integration: Integration, event: Event) -> Context:
        owner = integration.owner
        keeper = owner_of_product(owner.product) if owner.product else owner
        secrets = self._environments.secrets.get(keeper.key, {})
        for secret in secrets.values():
            if uses_secret(integration, secret.name):
                secret.last_accessed_at = self._runtime.clock.timestamp()
        user = owner.product.owner if owner.product else owner.account
        values = {name: secret.value for name, secret in secrets.items()}
        return variables(event, str(uuid.uuid4()), values, user.id if user else "")

    async def _deliver(self, integration: Integration, event: Event) -> None:
        outcome, context = await self.call(integration, event)
        settings = integration.settings
        with self._runtime.lock:
            if outcome.response:
                self._emit(integration, event, f"hook-sent/{event.name}", "undefined")
            if outcome.error is not None:
                topic = settings.get("errorResponseTopic") or f"hook-error/{_EVENT_NAME}"
                self._emit(integration, event, f"{render(topic, context)}/0", outcome.error)
            elif outcome.response:
                name = render(_response_topic(integration), context)
                parts = response_parts(settings, outcome.response, context)
                for number, part in enumerate(parts):
                    self._emit(integration, event, f"{name}/{number}", part)

    def _emit(self, integration: Integration, event: Event, name: str, data: str) -> None:
        self._events.publish(
            "".join(c if c.isprintable() else "?" for c in name),
            data,
            device_id=_SENDER,
            owner_id=event.owner_id,
            user_id=event.user_id,
            product_id=None if integration.owner.account else event.product_id,
        )


def _response_topic(integration: Integration) -> str:
    topic = integration.settings.get("responseTopic")
    if topic:
        return str(topic)
    of_device = "" if integration.owner.account else "{{{PARTICLE_DEVICE_ID}}}/"
    return f"{of_device}hook-response/{_EVENT_NAME}"


def uses_secret(integration: Integration, name: str) -> bool:
    """Whether the integration or its templates name the secret."""
    return name in integration.secrets or f"{{{{{name}}}}}" in str(integration.settings)


def _log_entry(event: Event, sent_at: str, outcome: Outcome) -> dict[str, Any]:
    request, response = outcome.request, outcome.response
    entry: dict[str, Any] = {"event": event.name, "time": sent_at, "type": "webhook"}
    if request:
        # Without the headers, which may hold credentials.
        body = request.body.decode("utf-8", "replace") if request.body else None
        entry["request"] = {"method": request.method, "url": request.url, "body": body}
    if response:
        text = response.content.decode("utf-8", "replace")
        entry["response"] = {"statusCode": response.status, "body": text}
    if outcome.error is not None:
        entry["error"] = outcome.error
    return entry

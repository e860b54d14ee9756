# Generated from openapi/ by `make generate`. Do not edit.
"""Models of webhooks."""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model

__all__ = ["Webhook", "WebhookAuth", "WebhookCreated", "WebhookRequestType", "WebhookUpdated"]


class WebhookRequestType(StrEnum):
    """HTTP method of the request that a webhook makes."""

    GET = "GET"
    POST = "POST"
    PUT = "PUT"
    DELETE = "DELETE"


@model
class WebhookAuth(Model):
    """Credentials for HTTP Basic authentication at the target of a webhook. Both values may contain
    variables.
    """

    username: str | None = UNSET
    """The username."""
    password: str | None = json_field(default=UNSET, secret=True)
    """The password."""


@model
class Webhook(Model):
    """An integration that sends an HTTP request to a web address whenever an event happens.
    Settings that weren't given when it was created are missing.
    """

    id: str
    """ID of the webhook."""
    event: str
    """Beginning of the names of the events that trigger the webhook."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the webhook."""
    created_at: datetime
    """When the webhook was created."""
    integration_type: Literal["Webhook"] | None = UNSET
    """Always `Webhook`. Missing where a response holds nothing but webhooks."""
    url: str = json_field(secret=True)
    """The web address that the request goes to."""
    request_type: WebhookRequestType | str = json_field(name="requestType")
    """HTTP method of the request."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the only device whose events trigger the webhook. Missing when all devices' do."""
    body: str | None = json_field(default=UNSET, secret=True)
    """Text to send as the body of the request, as it is: no content type is set. Instead of `json`
    and `form`.
    """
    json: dict[str, Any] | str | None = json_field(default=UNSET, secret=True)
    """Body of the request as JSON, an object or its text. Sets the content type to
    `application/json`. Instead of `form` and `body`.
    """
    form: dict[str, Any] | None = json_field(default=UNSET, secret=True)
    """Body of the request as the names and values of a form; with the method GET they become the
    query string. Sets the content type to `application/x-www-form-urlencoded`. Instead of `json`
    and `body`.
    """
    request_query: dict[str, Any] | None = json_field(default=UNSET, name="query", secret=True)
    """Names and values for the query string of the request."""
    auth: WebhookAuth | None = json_field(default=UNSET, secret=True)
    """Username and password, which become an `Authorization` header (HTTP Basic)."""
    request_headers: dict[str, str] | None = json_field(default=UNSET, name="headers", secret=True)
    """Further HTTP headers of the webhook's request."""
    response_topic: str | None = json_field(default=UNSET, name="responseTopic")
    """Name of the events that carry the target's response back to devices. Default
    `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with `{{PARTICLE_DEVICE_ID}}/` in front of
    it.
    """
    error_response_topic: str | None = json_field(default=UNSET, name="errorResponseTopic")
    """Name of the event that reports a failed request. Default
    `hook-error/{{PARTICLE_EVENT_NAME}}`.
    """
    response_template: str | dict[str, Any] | None = json_field(
        default=UNSET, name="responseTemplate"
    )
    """Template, in Mustache, that makes the data of the response events of the target's JSON
    response. By default they carry the response as it came.
    """
    no_defaults: bool | None = json_field(default=UNSET, name="noDefaults")
    """Whether to leave out of the request what it holds by default: the event's name, data and
    time, and the device's ID. Default false.
    """
    disabled: bool | None = UNSET
    """Whether the webhook is switched off, so that events don't trigger it. Default false."""
    reject_unauthorized: bool | None = json_field(default=UNSET, name="rejectUnauthorized")
    """Whether the target's TLS certificate must be valid; false accepts any. Default true."""
    unchunked: bool | None = UNSET
    """Whether the response comes in one event instead of parts of 512 bytes: up to 100 KB for
    Logic, but devices receive only what fits into an event, usually 1024 bytes. Default false.
    """
    data_url_response_event: bool | None = json_field(default=UNSET, name="dataUrlResponseEvent")
    """Whether Logic and event streams get the response as a data URL, so that it may be binary; a
    device that subscribes gets its bytes. Default false.
    """
    template: str | None = UNSET
    """Name of the template that the webhook was created from."""
    logs: list[dict[str, Any]] | None = json_field(default=UNSET, secret=True)
    """The last 10 requests that the webhook made, each with its response. Only in the response for
    a single integration.
    """


@model
class WebhookCreated(Model):
    """A new webhook, in short."""

    ok: bool
    """Whether the webhook was created."""
    id: str
    """ID of the webhook."""
    event: str | None = UNSET
    """Beginning of the names of the events that trigger the webhook."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the webhook."""
    url: str = json_field(secret=True)
    """The web address that the request goes to."""
    request_type: str | None = json_field(default=UNSET, name="requestType")
    """The HTTP method of the request."""
    created_at: datetime
    """When the webhook was created."""
    integration_type: Literal["Webhook"] | None = UNSET
    """Always `Webhook`. Missing where the webhook wasn't created as an integration."""
    hook_url: str = json_field(name="hookUrl")
    """Address in the Cloud API at which the webhook can be read."""


@model
class WebhookUpdated(Model):
    """A webhook as it is after a change."""

    integration: Webhook = json_field(envelope=True)
    """The webhook."""

    @property
    def id(self) -> str:
        """ID of the webhook."""
        return content_of(self.integration, "id")

    @property
    def event(self) -> str:
        """Beginning of the names of the events that trigger the webhook."""
        return content_of(self.integration, "event")

    @property
    def name(self) -> str | None:
        """Label of the webhook."""
        return content_of(self.integration, "name")

    @property
    def created_at(self) -> datetime:
        """When the webhook was created."""
        return content_of(self.integration, "created_at")

    @property
    def integration_type(self) -> Literal["Webhook"] | None:
        """Always `Webhook`. Missing where a response holds nothing but webhooks."""
        return content_of(self.integration, "integration_type")

    @property
    def url(self) -> str:
        """The web address that the request goes to."""
        return content_of(self.integration, "url")

    @property
    def request_type(self) -> WebhookRequestType | str:
        """HTTP method of the request."""
        return content_of(self.integration, "request_type")

    @property
    def device_id(self) -> str | None:
        """ID of the only device whose events trigger the webhook. Missing when all devices' do."""
        return content_of(self.integration, "device_id")

    @property
    def body(self) -> str | None:
        """Text to send as the body of the request, as it is: no content type is set. Instead of
        `json` and `form`.
        """
        return content_of(self.integration, "body")

    @property
    def json(self) -> dict[str, Any] | str | None:
        """Body of the request as JSON, an object or its text. Sets the content type to
        `application/json`. Instead of `form` and `body`.
        """
        return content_of(self.integration, "json")

    @property
    def form(self) -> dict[str, Any] | None:
        """Body of the request as the names and values of a form; with the method GET they become
        the query string. Sets the content type to `application/x-www-form-urlencoded`. Instead of
        `json` and `body`.
        """
        return content_of(self.integration, "form")

    @property
    def request_query(self) -> dict[str, Any] | None:
        """Names and values for the query string of the request."""
        return content_of(self.integration, "request_query")

    @property
    def auth(self) -> WebhookAuth | None:
        """Username and password, which become an `Authorization` header (HTTP Basic)."""
        return content_of(self.integration, "auth")

    @property
    def request_headers(self) -> dict[str, str] | None:
        """Further HTTP headers of the webhook's request."""
        return content_of(self.integration, "request_headers")

    @property
    def response_topic(self) -> str | None:
        """Name of the events that carry the target's response back to devices. Default
        `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with `{{PARTICLE_DEVICE_ID}}/` in
        front of it.
        """
        return content_of(self.integration, "response_topic")

    @property
    def error_response_topic(self) -> str | None:
        """Name of the event that reports a failed request. Default
        `hook-error/{{PARTICLE_EVENT_NAME}}`.
        """
        return content_of(self.integration, "error_response_topic")

    @property
    def response_template(self) -> str | dict[str, Any] | None:
        """Template, in Mustache, that makes the data of the response events of the target's JSON
        response. By default they carry the response as it came.
        """
        return content_of(self.integration, "response_template")

    @property
    def no_defaults(self) -> bool | None:
        """Whether to leave out of the request what it holds by default: the event's name, data and
        time, and the device's ID. Default false.
        """
        return content_of(self.integration, "no_defaults")

    @property
    def disabled(self) -> bool | None:
        """Whether the webhook is switched off, so that events don't trigger it. Default false."""
        return content_of(self.integration, "disabled")

    @property
    def reject_unauthorized(self) -> bool | None:
        """Whether the target's TLS certificate must be valid; false accepts any. Default true."""
        return content_of(self.integration, "reject_unauthorized")

    @property
    def unchunked(self) -> bool | None:
        """Whether the response comes in one event instead of parts of 512 bytes: up to 100 KB for
        Logic, but devices receive only what fits into an event, usually 1024 bytes. Default false.
        """
        return content_of(self.integration, "unchunked")

    @property
    def data_url_response_event(self) -> bool | None:
        """Whether Logic and event streams get the response as a data URL, so that it may be binary;
        a device that subscribes gets its bytes. Default false.
        """
        return content_of(self.integration, "data_url_response_event")

    @property
    def template(self) -> str | None:
        """Name of the template that the webhook was created from."""
        return content_of(self.integration, "template")

    @property
    def logs(self) -> list[dict[str, Any]] | None:
        """The last 10 requests that the webhook made, each with its response. Only in the response
        for a single integration.
        """
        return content_of(self.integration, "logs")

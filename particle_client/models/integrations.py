# Generated from openapi/ by `make generate`. Do not edit.
"""Models of integrations."""

from datetime import datetime
from typing import Any, Literal

from ..base.unset import UNSET
from ..schema.fields import content_of, json_field, model
from ..schema.model import Model
from .webhooks import Webhook

__all__ = [
    "AzureIotHubIntegration",
    "AzureIotHubIntegrationCreated",
    "AzureIotHubIntegrationUpdated",
    "GoogleCloudPlatformIntegration",
    "GoogleCloudPlatformIntegrationCreated",
    "GoogleCloudPlatformIntegrationUpdated",
    "GoogleMapsIntegration",
    "GoogleMapsIntegrationCreated",
    "GoogleMapsIntegrationUpdated",
    "IntegrationResponse",
    "IntegrationTestResult",
]


@model
class AzureIotHubIntegration(Model):
    """An integration that passes events on to a hub of Microsoft's Azure IoT Hub."""

    id: str
    """ID of the integration."""
    event: str
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["AzureIotHub"]
    """Always `AzureIotHub`."""
    hub_name: str
    """Name of the hub."""
    policy_name: str
    """Name of the shared access policy that the cloud authenticates with at the hub."""
    policy_key: str | None = json_field(default=UNSET, secret=True)
    """Key of the shared access policy."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the only device whose events trigger the integration. Missing when all devices' do."""
    json: dict[str, Any] | None = json_field(default=UNSET, secret=True)
    """JSON to send along with the event."""
    disabled: bool | None = UNSET
    """Whether the integration is switched off, so that events don't trigger it. Default false."""
    logs: list[dict[str, Any]] | None = json_field(default=UNSET, secret=True)
    """The last 10 requests that the integration made, each with its response. Only in the response
    for a single integration.
    """


@model
class AzureIotHubIntegrationCreated(Model):
    """A new integration with Azure IoT Hub."""

    ok: bool
    """Whether the integration was created."""
    id: str
    """ID of the integration."""
    event: str | None = UNSET
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["AzureIotHub"]
    """Always `AzureIotHub`."""
    integration_url: str = json_field(name="integrationUrl")
    """Address in the Cloud API at which the integration can be read."""
    hub_name: str
    """Name of the hub."""
    policy_name: str
    """Name of the shared access policy that the cloud authenticates with at the hub."""
    policy_key: str = json_field(secret=True)
    """Key of the shared access policy."""


@model
class AzureIotHubIntegrationUpdated(Model):
    """An integration with Azure IoT Hub as it is after a change."""

    integration: AzureIotHubIntegration = json_field(envelope=True)
    """The integration."""

    @property
    def id(self) -> str:
        """ID of the integration."""
        return content_of(self.integration, "id")

    @property
    def event(self) -> str:
        """Beginning of the names of the events that trigger the integration."""
        return content_of(self.integration, "event")

    @property
    def name(self) -> str | None:
        """Label of the integration."""
        return content_of(self.integration, "name")

    @property
    def created_at(self) -> datetime:
        """When the integration was created."""
        return content_of(self.integration, "created_at")

    @property
    def integration_type(self) -> Literal["AzureIotHub"]:
        """Always `AzureIotHub`."""
        return content_of(self.integration, "integration_type")

    @property
    def hub_name(self) -> str:
        """Name of the hub."""
        return content_of(self.integration, "hub_name")

    @property
    def policy_name(self) -> str:
        """Name of the shared access policy that the cloud authenticates with at the hub."""
        return content_of(self.integration, "policy_name")

    @property
    def policy_key(self) -> str | None:
        """Key of the shared access policy."""
        return content_of(self.integration, "policy_key")

    @property
    def device_id(self) -> str | None:
        """ID of the only device whose events trigger the integration. Missing when all devices'
        do.
        """
        return content_of(self.integration, "device_id")

    @property
    def json(self) -> dict[str, Any] | None:
        """JSON to send along with the event."""
        return content_of(self.integration, "json")

    @property
    def disabled(self) -> bool | None:
        """Whether the integration is switched off, so that events don't trigger it. Default
        false.
        """
        return content_of(self.integration, "disabled")

    @property
    def logs(self) -> list[dict[str, Any]] | None:
        """The last 10 requests that the integration made, each with its response. Only in the
        response for a single integration.
        """
        return content_of(self.integration, "logs")


@model
class GoogleCloudPlatformIntegration(Model):
    """An integration that publishes events to a topic of Google Cloud Pub/Sub."""

    id: str
    """ID of the integration."""
    event: str
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["GoogleCloudPubSub"]
    """Always `GoogleCloudPubSub`."""
    topic: str
    """Name of the Pub/Sub topic."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the only device whose events trigger the integration. Missing when all devices' do."""
    disabled: bool | None = UNSET
    """Whether the integration is switched off, so that events don't trigger it. Default false."""
    logs: list[dict[str, Any]] | None = json_field(default=UNSET, secret=True)
    """The last 10 requests that the integration made, each with its response. Only in the response
    for a single integration.
    """


@model
class GoogleCloudPlatformIntegrationCreated(Model):
    """A new integration with Google Cloud Platform (Pub/Sub)."""

    ok: bool
    """Whether the integration was created."""
    id: str
    """ID of the integration."""
    event: str | None = UNSET
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["GoogleCloudPubSub"]
    """Always `GoogleCloudPubSub`."""
    integration_url: str = json_field(name="integrationUrl")
    """Address in the Cloud API at which the integration can be read."""
    topic: str
    """Name of the Pub/Sub topic."""


@model
class GoogleCloudPlatformIntegrationUpdated(Model):
    """An integration with Google Cloud Platform as it is after a change."""

    integration: GoogleCloudPlatformIntegration = json_field(envelope=True)
    """The integration."""

    @property
    def id(self) -> str:
        """ID of the integration."""
        return content_of(self.integration, "id")

    @property
    def event(self) -> str:
        """Beginning of the names of the events that trigger the integration."""
        return content_of(self.integration, "event")

    @property
    def name(self) -> str | None:
        """Label of the integration."""
        return content_of(self.integration, "name")

    @property
    def created_at(self) -> datetime:
        """When the integration was created."""
        return content_of(self.integration, "created_at")

    @property
    def integration_type(self) -> Literal["GoogleCloudPubSub"]:
        """Always `GoogleCloudPubSub`."""
        return content_of(self.integration, "integration_type")

    @property
    def topic(self) -> str:
        """Name of the Pub/Sub topic."""
        return content_of(self.integration, "topic")

    @property
    def device_id(self) -> str | None:
        """ID of the only device whose events trigger the integration. Missing when all devices'
        do.
        """
        return content_of(self.integration, "device_id")

    @property
    def disabled(self) -> bool | None:
        """Whether the integration is switched off, so that events don't trigger it. Default
        false.
        """
        return content_of(self.integration, "disabled")

    @property
    def logs(self) -> list[dict[str, Any]] | None:
        """The last 10 requests that the integration made, each with its response. Only in the
        response for a single integration.
        """
        return content_of(self.integration, "logs")


@model
class GoogleMapsIntegration(Model):
    """An integration that asks Google's Geolocation API where a device is, from the access points
    and cells that it sees.
    """

    id: str
    """ID of the integration."""
    event: str
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["GoogleMaps"]
    """Always `GoogleMaps`."""
    api_key: str | None = json_field(default=UNSET, secret=True)
    """Your key for Google's Geolocation API."""
    device_id: str | None = json_field(default=UNSET, name="deviceID")
    """ID of the only device whose events trigger the integration. Missing when all devices' do."""
    disabled: bool | None = UNSET
    """Whether the integration is switched off, so that events don't trigger it. Default false."""
    logs: list[dict[str, Any]] | None = json_field(default=UNSET, secret=True)
    """The last 10 requests that the integration made, each with its response. Only in the response
    for a single integration.
    """


@model
class GoogleMapsIntegrationCreated(Model):
    """A new integration with Google Maps."""

    ok: bool
    """Whether the integration was created."""
    id: str
    """ID of the integration."""
    event: str | None = UNSET
    """Beginning of the names of the events that trigger the integration."""
    name: str | None = json_field(default=UNSET, nullable=True)
    """Label of the integration."""
    created_at: datetime
    """When the integration was created."""
    integration_type: Literal["GoogleMaps"]
    """Always `GoogleMaps`."""
    integration_url: str = json_field(name="integrationUrl")
    """Address in the Cloud API at which the integration can be read."""
    api_key: str = json_field(secret=True)
    """Your key for Google's Geolocation API."""


@model
class GoogleMapsIntegrationUpdated(Model):
    """An integration with Google Maps as it is after a change."""

    integration: GoogleMapsIntegration = json_field(envelope=True)
    """The integration."""

    @property
    def id(self) -> str:
        """ID of the integration."""
        return content_of(self.integration, "id")

    @property
    def event(self) -> str:
        """Beginning of the names of the events that trigger the integration."""
        return content_of(self.integration, "event")

    @property
    def name(self) -> str | None:
        """Label of the integration."""
        return content_of(self.integration, "name")

    @property
    def created_at(self) -> datetime:
        """When the integration was created."""
        return content_of(self.integration, "created_at")

    @property
    def integration_type(self) -> Literal["GoogleMaps"]:
        """Always `GoogleMaps`."""
        return content_of(self.integration, "integration_type")

    @property
    def api_key(self) -> str | None:
        """Your key for Google's Geolocation API."""
        return content_of(self.integration, "api_key")

    @property
    def device_id(self) -> str | None:
        """ID of the only device whose events trigger the integration. Missing when all devices'
        do.
        """
        return content_of(self.integration, "device_id")

    @property
    def disabled(self) -> bool | None:
        """Whether the integration is switched off, so that events don't trigger it. Default
        false.
        """
        return content_of(self.integration, "disabled")

    @property
    def logs(self) -> list[dict[str, Any]] | None:
        """The last 10 requests that the integration made, each with its response. Only in the
        response for a single integration.
        """
        return content_of(self.integration, "logs")


@model
class IntegrationResponse(Model):
    """A single integration."""

    integration: (
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ) = json_field(envelope=True)
    """The integration; `integration_type` tells which of the types it is."""

    @property
    def id(self) -> str:
        """The one of `integration`."""
        return content_of(self.integration, "id")

    @property
    def event(self) -> str:
        """The one of `integration`."""
        return content_of(self.integration, "event")

    @property
    def name(self) -> str | None:
        """The one of `integration`."""
        return content_of(self.integration, "name")

    @property
    def created_at(self) -> datetime:
        """The one of `integration`."""
        return content_of(self.integration, "created_at")

    @property
    def integration_type(
        self,
    ) -> (
        Literal["Webhook"]
        | Literal["AzureIotHub"]
        | Literal["GoogleCloudPubSub"]
        | Literal["GoogleMaps"]
        | None
    ):
        """The one of `integration`."""
        return content_of(self.integration, "integration_type")

    @property
    def device_id(self) -> str | None:
        """The one of `integration`."""
        return content_of(self.integration, "device_id")

    @property
    def disabled(self) -> bool | None:
        """The one of `integration`."""
        return content_of(self.integration, "disabled")

    @property
    def logs(self) -> list[dict[str, Any]] | None:
        """The one of `integration`."""
        return content_of(self.integration, "logs")


@model
class IntegrationTestResult(Model):
    """How the test of an integration went."""

    passed: bool = json_field(name="pass")
    """Whether the target responded with success."""
    data: str | None = json_field(default=UNSET, nullable=True)
    """What the target responded, when the test succeeded."""
    error: str | None = json_field(default=UNSET, nullable=True)
    """What the target responded, or what went wrong, when the test failed."""

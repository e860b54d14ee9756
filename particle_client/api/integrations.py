# Generated from openapi/ by `make generate`. Do not edit.
"""Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
Platform and Google Maps.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncListing
from ..calls.options import RequestOptions
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.integrations import (
    AzureIotHubIntegration,
    AzureIotHubIntegrationCreated,
    AzureIotHubIntegrationUpdated,
    GoogleCloudPlatformIntegration,
    GoogleCloudPlatformIntegrationCreated,
    GoogleCloudPlatformIntegrationUpdated,
    GoogleMapsIntegration,
    GoogleMapsIntegrationCreated,
    GoogleMapsIntegrationUpdated,
    IntegrationResponse,
    IntegrationTestResult,
)
from ..models.webhooks import (
    Webhook,
    WebhookAuth,
    WebhookCreated,
    WebhookRequestType,
    WebhookUpdated,
)
from ..operations.integrations import (
    CREATE_INTEGRATION,
    DELETE_INTEGRATION,
    GET_INTEGRATION,
    LIST_INTEGRATIONS,
    TEST_INTEGRATION,
    UPDATE_INTEGRATION,
)

__all__ = [
    "AsyncIntegrations",
    "AsyncOrgIntegrations",
    "AsyncProductIntegrations",
    "Integrations",
    "OrgIntegrations",
    "ProductIntegrations",
]


class IntegrationsBase(Resource):
    """What the integrations of the account, a product and an organization have in common."""

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> builtins.list[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]:
        """List integrations.

        All integrations in one response, of whatever type: `integration_type` tells which one each
        is. Webhooks are among them.

        Examples:
            >>> for integration in particle.integrations.list():
            ...     print(integration.name)

        Cloud API: listIntegrations, GET {scope}/integrations. Permission of API users:
        integrations:list.
        """
        return self._list(
            LIST_INTEGRATIONS,
            options,
            Webhook
            | AzureIotHubIntegration
            | GoogleCloudPlatformIntegration
            | GoogleMapsIntegration,
        )

    def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ):
        """Create an integration.

        Creates an integration of any type, from all of its settings as the Cloud API names them,
        `integration_type` and `event` among them. The methods for the single types have the
        settings as arguments.

        Args:
            integration: A new integration, with all of its settings as the Cloud API names
                them, as in `{"integration_type": "GoogleMaps", "event": "deviceLocator", "api_key":
                "…"}`. `integration_type` says which settings there are.

        Examples:
            >>> particle.integrations.create(
            ...     {
            ...         "integration_type": "AzureIotHub",
            ...         "event": "hello",
            ...         "hub_name": "myHubName",
            ...         "policy_name": "particle",
            ...         "policy_key": "123abc",
            ...     }
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        integration = hidden(integration)
        return self._call(
            CREATE_INTEGRATION,
            options,
            WebhookCreated
            | AzureIotHubIntegrationCreated
            | GoogleCloudPlatformIntegrationCreated
            | GoogleMapsIntegrationCreated,
            json=integration,
        )

    def create_webhook(
        self,
        event: str,
        url: str,
        *,
        request_type: WebhookRequestType | str = "POST",
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | str | Unset = UNSET,
        form: Mapping[str, Any] | Unset = UNSET,
        body: str | Unset = UNSET,
        request_query: Mapping[str, Any] | Unset = UNSET,
        request_headers: Mapping[str, str] | Unset = UNSET,
        auth: WebhookAuth | Mapping[str, Any] | Unset = UNSET,
        no_defaults: bool | Unset = UNSET,
        response_topic: str | Unset = UNSET,
        response_template: str | Mapping[str, Any] | Unset = UNSET,
        error_response_topic: str | Unset = UNSET,
        unchunked: bool | Unset = UNSET,
        data_url_response_event: bool | Unset = UNSET,
        reject_unauthorized: bool | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        template: str | Unset = UNSET,
        secrets: Sequence[str] | Unset = UNSET,
        parameters: Sequence[Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> WebhookCreated:
        """Create a webhook.

        Makes the cloud send an HTTP request to a web address whenever an event of that name
        happens.

        By default the request is a POST of a form with the event's name, data and time, and the
        device's ID. The target must respond within 20 seconds. Its response comes back as events,
        in parts of 512 bytes (`/0`, `/1` …), up to 100 KB. An event reaches the target at least
        once, perhaps out of order; when the target mostly responds with errors, the cloud skips
        events and tries them again 30 seconds and a minute later.

        The same call twice makes two webhooks.

        Args:
            event: Beginning of the names of the events that trigger the webhook, at least one
                character. Case matters; there are no wildcards.
            url: The web address that the request goes to.
            request_type: HTTP method of the request. Default POST.
            name: Label of the webhook. By default made of the event and the host, as in `hello
                for samplesite.com`.
            device_id: ID of a device: only its events trigger the webhook then. For the
                webhooks of an account, not for those of a product.
            json: Body of the request as JSON, an object or its text. Sets the content type to
                `application/json`. Instead of `form` and `body`.
            form: Body of the request as the names and values of a form; with the method GET
                they become the query string. Sets the content type to
                `application/x-www-form-urlencoded`. Instead of `json` and `body`.
            body: Text to send as the body of the request, as it is: no content type is set.
                Instead of `json` and `form`.
            request_query: Names and values for the query string of the request.
            request_headers: Further HTTP headers of the webhook's request.
            auth: Username and password, which become an `Authorization` header (HTTP Basic).
            no_defaults: Whether to leave out of the request what it holds by default: the
                event's name, data and time, and the device's ID. Default false.
            response_topic: Name of the events that carry the target's response back to devices.
                Default `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with
                `{{PARTICLE_DEVICE_ID}}/` in front of it.
            response_template: Template, in Mustache, that makes the data of the response events
                of the target's JSON response. By default they carry the response as it came.
            error_response_topic: Name of the event that reports a failed request. Default
                `hook-error/{{PARTICLE_EVENT_NAME}}`.
            unchunked: Whether the response comes in one event instead of parts of 512 bytes: up
                to 100 KB for Logic, but devices receive only what fits into an event, usually 1024
                bytes. Default false.
            data_url_response_event: Whether Logic and event streams get the response as a data
                URL, so that it may be binary; a device that subscribes gets its bytes. Default
                false.
            reject_unauthorized: Whether the target's TLS certificate must be valid; false
                accepts any. Default true.
            disabled: Whether the webhook is switched off, so that events don't trigger it.
                Default false.
            template: Name of the template that the webhook was created from.
            secrets: Names of the secrets that the webhook may use, each as a variable in the
                Mustache form, such as `{{MY_API_KEY}}`. The Cloud API doesn't document what it has
                in the list; names follow from its page on secrets.
            parameters: Listed by the Cloud API without a word on what it has in it.

        Examples:
            >>> particle.integrations.create_webhook(
            ...     "hello", "https://samplesite.com", request_type="POST"
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        parameters = hidden(parameters)
        return self._call(
            CREATE_INTEGRATION,
            options,
            WebhookCreated,
            json={
                "event": event,
                "url": url,
                "integration_type": "Webhook",
                "requestType": request_type,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "form": form,
                "body": body,
                "query": request_query,
                "headers": request_headers,
                "auth": auth,
                "noDefaults": no_defaults,
                "responseTopic": response_topic,
                "responseTemplate": response_template,
                "errorResponseTopic": error_response_topic,
                "unchunked": unchunked,
                "dataUrlResponseEvent": data_url_response_event,
                "rejectUnauthorized": reject_unauthorized,
                "disabled": disabled,
                "template": template,
                "secrets": several("secrets", secrets),
                "parameters": several("parameters", parameters),
            },
        )

    def create_azure_iot_hub(
        self,
        event: str,
        hub_name: str,
        *,
        policy_name: str,
        policy_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AzureIotHubIntegrationCreated:
        """Create an Azure IoT Hub integration.

        Makes the cloud pass events of that name on to a hub of Azure IoT Hub.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            hub_name: Name of the hub.
            policy_name: Name of the shared access policy that the cloud authenticates with at
                the hub.
            policy_key: Key of the shared access policy.
            name: Label of the integration. By default made of the event and the hub, as in
                `hello for my-hub`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            json: JSON to send along with the event.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.create_azure_iot_hub(
            ...     "hello", "myHubName", policy_name="particle", policy_key="123abc"
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        policy_key = hidden(policy_key)
        json = hidden(json)
        return self._call(
            CREATE_INTEGRATION,
            options,
            AzureIotHubIntegrationCreated,
            json={
                "event": event,
                "hub_name": hub_name,
                "integration_type": "AzureIotHub",
                "policy_name": policy_name,
                "policy_key": policy_key,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "disabled": disabled,
            },
        )

    def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated:
        """Create a Google Cloud Platform integration.

        Makes the cloud publish events of that name to a topic of Google Cloud Pub/Sub.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            topic: Name of the Pub/Sub topic.
            name: Label of the integration. By default made of the event and the topic, as in
                `hello for my-topic`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.create_google_cloud_platform("hello", "your/topic/name")

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        return self._call(
            CREATE_INTEGRATION,
            options,
            GoogleCloudPlatformIntegrationCreated,
            json={
                "event": event,
                "topic": topic,
                "integration_type": "GoogleCloudPubSub",
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated:
        """Create a Google Maps integration.

        Makes the cloud ask Google's Geolocation API for the place of a device whenever it publishes
        an event of that name.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            api_key: Your key for Google's Geolocation API.
            name: Label of the integration. By default made of the event, as in `hello for
                Google Maps`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.create_google_maps("hello", api_key="123abc")

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        api_key = hidden(api_key)
        return self._call(
            CREATE_INTEGRATION,
            options,
            GoogleMapsIntegrationCreated,
            json={
                "event": event,
                "integration_type": "GoogleMaps",
                "api_key": api_key,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse:
        """Replace the settings of an integration.

        Replaces the settings of an integration of any type, which are named as in the Cloud API.
        They replace the whole previous configuration: nothing is merged, so repeat what is to stay.
        The methods for the single types have the settings as arguments.

        Args:
            integration_id: ID of the integration.
            integration: The whole new configuration of an integration, as the Cloud API names
                its settings, without `integration_type`. What isn't given is gone afterwards.

        Examples:
            >>> particle.integrations.update(
            ...     "12345",
            ...     {
            ...         "event": "bye",
            ...         "deviceid": "0123456789abcdef01234567",
            ...         "url": "https://b.example",
            ...     },
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        integration = hidden(integration)
        return self._call(
            UPDATE_INTEGRATION,
            options,
            IntegrationResponse,
            path={"integration_id": integration_id},
            json=integration,
        )

    def update_webhook(
        self,
        integration_id: str,
        *,
        event: str,
        url: str,
        request_type: WebhookRequestType | str | Unset = UNSET,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | str | Unset = UNSET,
        form: Mapping[str, Any] | Unset = UNSET,
        body: str | Unset = UNSET,
        request_query: Mapping[str, Any] | Unset = UNSET,
        request_headers: Mapping[str, str] | Unset = UNSET,
        auth: WebhookAuth | Mapping[str, Any] | Unset = UNSET,
        no_defaults: bool | Unset = UNSET,
        response_topic: str | Unset = UNSET,
        response_template: str | Mapping[str, Any] | Unset = UNSET,
        error_response_topic: str | Unset = UNSET,
        unchunked: bool | Unset = UNSET,
        data_url_response_event: bool | Unset = UNSET,
        reject_unauthorized: bool | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        template: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> WebhookUpdated:
        """Replace the settings of a webhook.

        Replaces the settings of a webhook, from the next event on. They replace the whole previous
        configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the webhook, at least one
                character. Case matters; there are no wildcards.
            url: The web address that the request goes to.
            request_type: HTTP method of the request.
            name: Label of the webhook.
            device_id: ID of a device: only its events trigger the webhook then. For the
                webhooks of an account, not for those of a product.
            json: Body of the request as JSON, an object or its text. Sets the content type to
                `application/json`. Instead of `form` and `body`.
            form: Body of the request as the names and values of a form; with the method GET
                they become the query string. Sets the content type to
                `application/x-www-form-urlencoded`. Instead of `json` and `body`.
            body: Text to send as the body of the request, as it is: no content type is set.
                Instead of `json` and `form`.
            request_query: Names and values for the query string of the request.
            request_headers: Further HTTP headers of the webhook's request.
            auth: Username and password, which become an `Authorization` header (HTTP Basic).
            no_defaults: Whether to leave out of the request what it holds by default: the
                event's name, data and time, and the device's ID. Default false.
            response_topic: Name of the events that carry the target's response back to devices.
                Default `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with
                `{{PARTICLE_DEVICE_ID}}/` in front of it.
            response_template: Template, in Mustache, that makes the data of the response events
                of the target's JSON response. By default they carry the response as it came.
            error_response_topic: Name of the event that reports a failed request. Default
                `hook-error/{{PARTICLE_EVENT_NAME}}`.
            unchunked: Whether the response comes in one event instead of parts of 512 bytes: up
                to 100 KB for Logic, but devices receive only what fits into an event, usually 1024
                bytes. Default false.
            data_url_response_event: Whether Logic and event streams get the response as a data
                URL, so that it may be binary; a device that subscribes gets its bytes. Default
                false.
            reject_unauthorized: Whether the target's TLS certificate must be valid; false
                accepts any. Default true.
            disabled: Whether the webhook is switched off, so that events don't trigger it.
                Default false.
            template: Name of the template that the webhook was created from.

        Examples:
            >>> particle.integrations.update_webhook("12345", event="bye", url="https://b.example")

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        return self._call(
            UPDATE_INTEGRATION,
            options,
            WebhookUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "url": url,
                "requestType": request_type,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "form": form,
                "body": body,
                "query": request_query,
                "headers": request_headers,
                "auth": auth,
                "noDefaults": no_defaults,
                "responseTopic": response_topic,
                "responseTemplate": response_template,
                "errorResponseTopic": error_response_topic,
                "unchunked": unchunked,
                "dataUrlResponseEvent": data_url_response_event,
                "rejectUnauthorized": reject_unauthorized,
                "disabled": disabled,
                "template": template,
            },
        )

    def update_azure_iot_hub(
        self,
        integration_id: str,
        *,
        event: str,
        hub_name: str,
        policy_name: str,
        policy_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AzureIotHubIntegrationUpdated:
        """Replace the settings of an Azure IoT Hub integration.

        Replaces the settings of an integration with Azure IoT Hub, from the next event on. They
        replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            hub_name: Name of the hub.
            policy_name: Name of the shared access policy that the cloud authenticates with at
                the hub.
            policy_key: Key of the shared access policy.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            json: JSON to send along with the event.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.update_azure_iot_hub(
            ...     "12345",
            ...     event="foo",
            ...     hub_name="myHubName",
            ...     policy_name="particle",
            ...     policy_key="123abc",
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        policy_key = hidden(policy_key)
        json = hidden(json)
        return self._call(
            UPDATE_INTEGRATION,
            options,
            AzureIotHubIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "hub_name": hub_name,
                "policy_name": policy_name,
                "policy_key": policy_key,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "disabled": disabled,
            },
        )

    def update_google_cloud_platform(
        self,
        integration_id: str,
        *,
        event: str,
        topic: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationUpdated:
        """Replace the settings of a Google Cloud Platform integration.

        Replaces the settings of an integration with Google Cloud Platform, from the next event on.
        They replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            topic: Name of the Pub/Sub topic.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.update_google_cloud_platform(
            ...     "12345", event="foo", topic="your/topic/name"
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        return self._call(
            UPDATE_INTEGRATION,
            options,
            GoogleCloudPlatformIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "topic": topic,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    def update_google_maps(
        self,
        integration_id: str,
        *,
        event: str,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationUpdated:
        """Replace the settings of a Google Maps integration.

        Replaces the settings of an integration with Google Maps, from the next event on. They
        replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            api_key: Your key for Google's Geolocation API.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> particle.integrations.update_google_maps("12345", event="foo", api_key="123abc")

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        api_key = hidden(api_key)
        return self._call(
            UPDATE_INTEGRATION,
            options,
            GoogleMapsIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "api_key": api_key,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete an integration.

        Deletes an integration, of whatever type. Events don't trigger it any more.

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> particle.integrations.delete("12345")

        Cloud API: deleteIntegration, DELETE {scope}/integrations/{integrationId}. Permission of API
        users: integrations:remove.
        """
        return self._call(
            DELETE_INTEGRATION, options, Ok | None, path={"integration_id": integration_id}
        )


class Integrations(IntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.integrations`.
    """

    __slots__ = ()

    def get(self, integration_id: str, **options: Unpack[RequestOptions]) -> IntegrationResponse:
        """Get an integration.

        One integration, of whatever type: `integration_type` tells which one it is. The response
        also holds the last 10 requests that it made, each with its response (`logs`).

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> particle.integrations.get("12345")

        Cloud API: getIntegration, GET {scope}/integrations/{integrationId}. Permission of API
        users: integrations:get.
        """
        return self._call(
            GET_INTEGRATION, options, IntegrationResponse, path={"integration_id": integration_id}
        )

    def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult:
        """Test an integration.

        Triggers the integration with a test event, and tells what its target responded. A failed
        test is no error of this call: the response says so.

        Args:
            integration_id: ID of the integration.
            data: Data of the event. Default `test-event`.
            device_id: ID of the device that the event appears to come from. Default `api`.

        Examples:
            >>> particle.integrations.test("12345", data="my-data")

        Cloud API: testIntegration, POST {scope}/integrations/{integrationId}/test. Permission of
        API users: integrations:test.
        """
        return self._call(
            TEST_INTEGRATION,
            options,
            IntegrationTestResult,
            path={"integration_id": integration_id},
            json={"data": data, "device_id": device_id},
        )


class ProductIntegrations(IntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.product(…).integrations`.
    """

    __slots__ = ()

    def get(self, integration_id: str, **options: Unpack[RequestOptions]) -> IntegrationResponse:
        """Get an integration.

        One integration, of whatever type: `integration_type` tells which one it is. The response
        also holds the last 10 requests that it made, each with its response (`logs`).

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> product.integrations.get("12345")

        Cloud API: getIntegration, GET {scope}/integrations/{integrationId}. Permission of API
        users: integrations:get.
        """
        return self._call(
            GET_INTEGRATION, options, IntegrationResponse, path={"integration_id": integration_id}
        )

    def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult:
        """Test an integration.

        Triggers the integration with a test event, and tells what its target responded. A failed
        test is no error of this call: the response says so.

        Args:
            integration_id: ID of the integration.
            data: Data of the event. Default `test-event`.
            device_id: ID of the device that the event appears to come from. Default `api`.

        Examples:
            >>> product.integrations.test("12345", data="my-data")

        Cloud API: testIntegration, POST {scope}/integrations/{integrationId}/test. Permission of
        API users: integrations:test.
        """
        return self._call(
            TEST_INTEGRATION,
            options,
            IntegrationTestResult,
            path={"integration_id": integration_id},
            json={"data": data, "device_id": device_id},
        )


class OrgIntegrations(IntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.org(…).integrations`.
    """

    __slots__ = ()


class AsyncIntegrationsBase(AsyncResource):
    """What the integrations of the account, a product and an organization have in common."""

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncListing[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]:
        """List integrations.

        All integrations in one response, of whatever type: `integration_type` tells which one each
        is. Webhooks are among them.

        Examples:
            >>> async for integration in particle.integrations.list():
            ...     print(integration.name)

        Cloud API: listIntegrations, GET {scope}/integrations. Permission of API users:
        integrations:list.
        """
        return self._list(
            LIST_INTEGRATIONS,
            options,
            Webhook
            | AzureIotHubIntegration
            | GoogleCloudPlatformIntegration
            | GoogleMapsIntegration,
        )

    async def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ):
        """Create an integration.

        Creates an integration of any type, from all of its settings as the Cloud API names them,
        `integration_type` and `event` among them. The methods for the single types have the
        settings as arguments.

        Args:
            integration: A new integration, with all of its settings as the Cloud API names
                them, as in `{"integration_type": "GoogleMaps", "event": "deviceLocator", "api_key":
                "…"}`. `integration_type` says which settings there are.

        Examples:
            >>> await particle.integrations.create(
            ...     {
            ...         "integration_type": "AzureIotHub",
            ...         "event": "hello",
            ...         "hub_name": "myHubName",
            ...         "policy_name": "particle",
            ...         "policy_key": "123abc",
            ...     }
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        integration = hidden(integration)
        return await self._call(
            CREATE_INTEGRATION,
            options,
            WebhookCreated
            | AzureIotHubIntegrationCreated
            | GoogleCloudPlatformIntegrationCreated
            | GoogleMapsIntegrationCreated,
            json=integration,
        )

    async def create_webhook(
        self,
        event: str,
        url: str,
        *,
        request_type: WebhookRequestType | str = "POST",
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | str | Unset = UNSET,
        form: Mapping[str, Any] | Unset = UNSET,
        body: str | Unset = UNSET,
        request_query: Mapping[str, Any] | Unset = UNSET,
        request_headers: Mapping[str, str] | Unset = UNSET,
        auth: WebhookAuth | Mapping[str, Any] | Unset = UNSET,
        no_defaults: bool | Unset = UNSET,
        response_topic: str | Unset = UNSET,
        response_template: str | Mapping[str, Any] | Unset = UNSET,
        error_response_topic: str | Unset = UNSET,
        unchunked: bool | Unset = UNSET,
        data_url_response_event: bool | Unset = UNSET,
        reject_unauthorized: bool | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        template: str | Unset = UNSET,
        secrets: Sequence[str] | Unset = UNSET,
        parameters: Sequence[Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> WebhookCreated:
        """Create a webhook.

        Makes the cloud send an HTTP request to a web address whenever an event of that name
        happens.

        By default the request is a POST of a form with the event's name, data and time, and the
        device's ID. The target must respond within 20 seconds. Its response comes back as events,
        in parts of 512 bytes (`/0`, `/1` …), up to 100 KB. An event reaches the target at least
        once, perhaps out of order; when the target mostly responds with errors, the cloud skips
        events and tries them again 30 seconds and a minute later.

        The same call twice makes two webhooks.

        Args:
            event: Beginning of the names of the events that trigger the webhook, at least one
                character. Case matters; there are no wildcards.
            url: The web address that the request goes to.
            request_type: HTTP method of the request. Default POST.
            name: Label of the webhook. By default made of the event and the host, as in `hello
                for samplesite.com`.
            device_id: ID of a device: only its events trigger the webhook then. For the
                webhooks of an account, not for those of a product.
            json: Body of the request as JSON, an object or its text. Sets the content type to
                `application/json`. Instead of `form` and `body`.
            form: Body of the request as the names and values of a form; with the method GET
                they become the query string. Sets the content type to
                `application/x-www-form-urlencoded`. Instead of `json` and `body`.
            body: Text to send as the body of the request, as it is: no content type is set.
                Instead of `json` and `form`.
            request_query: Names and values for the query string of the request.
            request_headers: Further HTTP headers of the webhook's request.
            auth: Username and password, which become an `Authorization` header (HTTP Basic).
            no_defaults: Whether to leave out of the request what it holds by default: the
                event's name, data and time, and the device's ID. Default false.
            response_topic: Name of the events that carry the target's response back to devices.
                Default `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with
                `{{PARTICLE_DEVICE_ID}}/` in front of it.
            response_template: Template, in Mustache, that makes the data of the response events
                of the target's JSON response. By default they carry the response as it came.
            error_response_topic: Name of the event that reports a failed request. Default
                `hook-error/{{PARTICLE_EVENT_NAME}}`.
            unchunked: Whether the response comes in one event instead of parts of 512 bytes: up
                to 100 KB for Logic, but devices receive only what fits into an event, usually 1024
                bytes. Default false.
            data_url_response_event: Whether Logic and event streams get the response as a data
                URL, so that it may be binary; a device that subscribes gets its bytes. Default
                false.
            reject_unauthorized: Whether the target's TLS certificate must be valid; false
                accepts any. Default true.
            disabled: Whether the webhook is switched off, so that events don't trigger it.
                Default false.
            template: Name of the template that the webhook was created from.
            secrets: Names of the secrets that the webhook may use, each as a variable in the
                Mustache form, such as `{{MY_API_KEY}}`. The Cloud API doesn't document what it has
                in the list; names follow from its page on secrets.
            parameters: Listed by the Cloud API without a word on what it has in it.

        Examples:
            >>> await particle.integrations.create_webhook(
            ...     "hello", "https://samplesite.com", request_type="POST"
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        parameters = hidden(parameters)
        return await self._call(
            CREATE_INTEGRATION,
            options,
            WebhookCreated,
            json={
                "event": event,
                "url": url,
                "integration_type": "Webhook",
                "requestType": request_type,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "form": form,
                "body": body,
                "query": request_query,
                "headers": request_headers,
                "auth": auth,
                "noDefaults": no_defaults,
                "responseTopic": response_topic,
                "responseTemplate": response_template,
                "errorResponseTopic": error_response_topic,
                "unchunked": unchunked,
                "dataUrlResponseEvent": data_url_response_event,
                "rejectUnauthorized": reject_unauthorized,
                "disabled": disabled,
                "template": template,
                "secrets": several("secrets", secrets),
                "parameters": several("parameters", parameters),
            },
        )

    async def create_azure_iot_hub(
        self,
        event: str,
        hub_name: str,
        *,
        policy_name: str,
        policy_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AzureIotHubIntegrationCreated:
        """Create an Azure IoT Hub integration.

        Makes the cloud pass events of that name on to a hub of Azure IoT Hub.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            hub_name: Name of the hub.
            policy_name: Name of the shared access policy that the cloud authenticates with at
                the hub.
            policy_key: Key of the shared access policy.
            name: Label of the integration. By default made of the event and the hub, as in
                `hello for my-hub`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            json: JSON to send along with the event.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.create_azure_iot_hub(
            ...     "hello", "myHubName", policy_name="particle", policy_key="123abc"
            ... )

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        policy_key = hidden(policy_key)
        json = hidden(json)
        return await self._call(
            CREATE_INTEGRATION,
            options,
            AzureIotHubIntegrationCreated,
            json={
                "event": event,
                "hub_name": hub_name,
                "integration_type": "AzureIotHub",
                "policy_name": policy_name,
                "policy_key": policy_key,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "disabled": disabled,
            },
        )

    async def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated:
        """Create a Google Cloud Platform integration.

        Makes the cloud publish events of that name to a topic of Google Cloud Pub/Sub.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            topic: Name of the Pub/Sub topic.
            name: Label of the integration. By default made of the event and the topic, as in
                `hello for my-topic`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.create_google_cloud_platform("hello", "your/topic/name")

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        return await self._call(
            CREATE_INTEGRATION,
            options,
            GoogleCloudPlatformIntegrationCreated,
            json={
                "event": event,
                "topic": topic,
                "integration_type": "GoogleCloudPubSub",
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    async def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated:
        """Create a Google Maps integration.

        Makes the cloud ask Google's Geolocation API for the place of a device whenever it publishes
        an event of that name.

        Args:
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            api_key: Your key for Google's Geolocation API.
            name: Label of the integration. By default made of the event, as in `hello for
                Google Maps`.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.create_google_maps("hello", api_key="123abc")

        Cloud API: createIntegration, POST {scope}/integrations. Permission of API users:
        integrations:create.
        """
        api_key = hidden(api_key)
        return await self._call(
            CREATE_INTEGRATION,
            options,
            GoogleMapsIntegrationCreated,
            json={
                "event": event,
                "integration_type": "GoogleMaps",
                "api_key": api_key,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    async def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse:
        """Replace the settings of an integration.

        Replaces the settings of an integration of any type, which are named as in the Cloud API.
        They replace the whole previous configuration: nothing is merged, so repeat what is to stay.
        The methods for the single types have the settings as arguments.

        Args:
            integration_id: ID of the integration.
            integration: The whole new configuration of an integration, as the Cloud API names
                its settings, without `integration_type`. What isn't given is gone afterwards.

        Examples:
            >>> await particle.integrations.update(
            ...     "12345",
            ...     {
            ...         "event": "bye",
            ...         "deviceid": "0123456789abcdef01234567",
            ...         "url": "https://b.example",
            ...     },
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        integration = hidden(integration)
        return await self._call(
            UPDATE_INTEGRATION,
            options,
            IntegrationResponse,
            path={"integration_id": integration_id},
            json=integration,
        )

    async def update_webhook(
        self,
        integration_id: str,
        *,
        event: str,
        url: str,
        request_type: WebhookRequestType | str | Unset = UNSET,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | str | Unset = UNSET,
        form: Mapping[str, Any] | Unset = UNSET,
        body: str | Unset = UNSET,
        request_query: Mapping[str, Any] | Unset = UNSET,
        request_headers: Mapping[str, str] | Unset = UNSET,
        auth: WebhookAuth | Mapping[str, Any] | Unset = UNSET,
        no_defaults: bool | Unset = UNSET,
        response_topic: str | Unset = UNSET,
        response_template: str | Mapping[str, Any] | Unset = UNSET,
        error_response_topic: str | Unset = UNSET,
        unchunked: bool | Unset = UNSET,
        data_url_response_event: bool | Unset = UNSET,
        reject_unauthorized: bool | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        template: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> WebhookUpdated:
        """Replace the settings of a webhook.

        Replaces the settings of a webhook, from the next event on. They replace the whole previous
        configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the webhook, at least one
                character. Case matters; there are no wildcards.
            url: The web address that the request goes to.
            request_type: HTTP method of the request.
            name: Label of the webhook.
            device_id: ID of a device: only its events trigger the webhook then. For the
                webhooks of an account, not for those of a product.
            json: Body of the request as JSON, an object or its text. Sets the content type to
                `application/json`. Instead of `form` and `body`.
            form: Body of the request as the names and values of a form; with the method GET
                they become the query string. Sets the content type to
                `application/x-www-form-urlencoded`. Instead of `json` and `body`.
            body: Text to send as the body of the request, as it is: no content type is set.
                Instead of `json` and `form`.
            request_query: Names and values for the query string of the request.
            request_headers: Further HTTP headers of the webhook's request.
            auth: Username and password, which become an `Authorization` header (HTTP Basic).
            no_defaults: Whether to leave out of the request what it holds by default: the
                event's name, data and time, and the device's ID. Default false.
            response_topic: Name of the events that carry the target's response back to devices.
                Default `hook-response/{{PARTICLE_EVENT_NAME}}`, in a product with
                `{{PARTICLE_DEVICE_ID}}/` in front of it.
            response_template: Template, in Mustache, that makes the data of the response events
                of the target's JSON response. By default they carry the response as it came.
            error_response_topic: Name of the event that reports a failed request. Default
                `hook-error/{{PARTICLE_EVENT_NAME}}`.
            unchunked: Whether the response comes in one event instead of parts of 512 bytes: up
                to 100 KB for Logic, but devices receive only what fits into an event, usually 1024
                bytes. Default false.
            data_url_response_event: Whether Logic and event streams get the response as a data
                URL, so that it may be binary; a device that subscribes gets its bytes. Default
                false.
            reject_unauthorized: Whether the target's TLS certificate must be valid; false
                accepts any. Default true.
            disabled: Whether the webhook is switched off, so that events don't trigger it.
                Default false.
            template: Name of the template that the webhook was created from.

        Examples:
            >>> await particle.integrations.update_webhook(
            ...     "12345", event="bye", url="https://b.example"
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        return await self._call(
            UPDATE_INTEGRATION,
            options,
            WebhookUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "url": url,
                "requestType": request_type,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "form": form,
                "body": body,
                "query": request_query,
                "headers": request_headers,
                "auth": auth,
                "noDefaults": no_defaults,
                "responseTopic": response_topic,
                "responseTemplate": response_template,
                "errorResponseTopic": error_response_topic,
                "unchunked": unchunked,
                "dataUrlResponseEvent": data_url_response_event,
                "rejectUnauthorized": reject_unauthorized,
                "disabled": disabled,
                "template": template,
            },
        )

    async def update_azure_iot_hub(
        self,
        integration_id: str,
        *,
        event: str,
        hub_name: str,
        policy_name: str,
        policy_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        json: Mapping[str, Any] | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AzureIotHubIntegrationUpdated:
        """Replace the settings of an Azure IoT Hub integration.

        Replaces the settings of an integration with Azure IoT Hub, from the next event on. They
        replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            hub_name: Name of the hub.
            policy_name: Name of the shared access policy that the cloud authenticates with at
                the hub.
            policy_key: Key of the shared access policy.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            json: JSON to send along with the event.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.update_azure_iot_hub(
            ...     "12345",
            ...     event="foo",
            ...     hub_name="myHubName",
            ...     policy_name="particle",
            ...     policy_key="123abc",
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        policy_key = hidden(policy_key)
        json = hidden(json)
        return await self._call(
            UPDATE_INTEGRATION,
            options,
            AzureIotHubIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "hub_name": hub_name,
                "policy_name": policy_name,
                "policy_key": policy_key,
                "name": name,
                "deviceid": device_id,
                "json": json,
                "disabled": disabled,
            },
        )

    async def update_google_cloud_platform(
        self,
        integration_id: str,
        *,
        event: str,
        topic: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationUpdated:
        """Replace the settings of a Google Cloud Platform integration.

        Replaces the settings of an integration with Google Cloud Platform, from the next event on.
        They replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            topic: Name of the Pub/Sub topic.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.update_google_cloud_platform(
            ...     "12345", event="foo", topic="your/topic/name"
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        return await self._call(
            UPDATE_INTEGRATION,
            options,
            GoogleCloudPlatformIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "topic": topic,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    async def update_google_maps(
        self,
        integration_id: str,
        *,
        event: str,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationUpdated:
        """Replace the settings of a Google Maps integration.

        Replaces the settings of an integration with Google Maps, from the next event on. They
        replace the whole previous configuration: nothing is merged, so repeat what is to stay.

        Args:
            integration_id: ID of the integration.
            event: Beginning of the names of the events that trigger the integration, at least
                one character. Case matters; there are no wildcards.
            api_key: Your key for Google's Geolocation API.
            name: Label of the integration.
            device_id: ID of a device: only its events trigger the integration then. For the
                integrations of an account, not for those of a product.
            disabled: Whether the integration is switched off, so that events don't trigger it.
                Default false.

        Examples:
            >>> await particle.integrations.update_google_maps(
            ...     "12345", event="foo", api_key="123abc"
            ... )

        Cloud API: updateIntegration, PUT {scope}/integrations/{integrationId}. Permission of API
        users: integrations:update.
        """
        api_key = hidden(api_key)
        return await self._call(
            UPDATE_INTEGRATION,
            options,
            GoogleMapsIntegrationUpdated,
            path={"integration_id": integration_id},
            json={
                "event": event,
                "api_key": api_key,
                "name": name,
                "deviceid": device_id,
                "disabled": disabled,
            },
        )

    async def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete an integration.

        Deletes an integration, of whatever type. Events don't trigger it any more.

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> await particle.integrations.delete("12345")

        Cloud API: deleteIntegration, DELETE {scope}/integrations/{integrationId}. Permission of API
        users: integrations:remove.
        """
        return await self._call(
            DELETE_INTEGRATION, options, Ok | None, path={"integration_id": integration_id}
        )


class AsyncIntegrations(AsyncIntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.integrations` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse:
        """Get an integration.

        One integration, of whatever type: `integration_type` tells which one it is. The response
        also holds the last 10 requests that it made, each with its response (`logs`).

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> await particle.integrations.get("12345")

        Cloud API: getIntegration, GET {scope}/integrations/{integrationId}. Permission of API
        users: integrations:get.
        """
        return await self._call(
            GET_INTEGRATION, options, IntegrationResponse, path={"integration_id": integration_id}
        )

    async def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult:
        """Test an integration.

        Triggers the integration with a test event, and tells what its target responded. A failed
        test is no error of this call: the response says so.

        Args:
            integration_id: ID of the integration.
            data: Data of the event. Default `test-event`.
            device_id: ID of the device that the event appears to come from. Default `api`.

        Examples:
            >>> await particle.integrations.test("12345", data="my-data")

        Cloud API: testIntegration, POST {scope}/integrations/{integrationId}/test. Permission of
        API users: integrations:test.
        """
        return await self._call(
            TEST_INTEGRATION,
            options,
            IntegrationTestResult,
            path={"integration_id": integration_id},
            json={"data": data, "device_id": device_id},
        )


class AsyncProductIntegrations(AsyncIntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.product(…).integrations` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse:
        """Get an integration.

        One integration, of whatever type: `integration_type` tells which one it is. The response
        also holds the last 10 requests that it made, each with its response (`logs`).

        Args:
            integration_id: ID of the integration.

        Examples:
            >>> await product.integrations.get("12345")

        Cloud API: getIntegration, GET {scope}/integrations/{integrationId}. Permission of API
        users: integrations:get.
        """
        return await self._call(
            GET_INTEGRATION, options, IntegrationResponse, path={"integration_id": integration_id}
        )

    async def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult:
        """Test an integration.

        Triggers the integration with a test event, and tells what its target responded. A failed
        test is no error of this call: the response says so.

        Args:
            integration_id: ID of the integration.
            data: Data of the event. Default `test-event`.
            device_id: ID of the device that the event appears to come from. Default `api`.

        Examples:
            >>> await product.integrations.test("12345", data="my-data")

        Cloud API: testIntegration, POST {scope}/integrations/{integrationId}/test. Permission of
        API users: integrations:test.
        """
        return await self._call(
            TEST_INTEGRATION,
            options,
            IntegrationTestResult,
            path={"integration_id": integration_id},
            json={"data": data, "device_id": device_id},
        )


class AsyncOrgIntegrations(AsyncIntegrationsBase):
    """Integrations, which pass events on to other services: webhooks, Azure IoT Hub, Google Cloud
    Platform and Google Maps.

    Reached as `particle.org(…).integrations` of an `AsyncParticle`.
    """

    __slots__ = ()

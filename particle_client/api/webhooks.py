# Generated from openapi/ by `make generate`. Do not edit.
"""Webhooks, the integrations that send an HTTP request to a web address whenever an event
happens.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import Any, Unpack

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncListing
from ..calls.options import RequestOptions
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.webhooks import Webhook, WebhookAuth, WebhookCreated, WebhookRequestType
from ..operations.webhooks import CREATE_WEBHOOK, DELETE_WEBHOOK, LIST_WEBHOOKS

__all__ = ["AsyncWebhooks", "Webhooks"]


class Webhooks(Resource):
    """Webhooks, the integrations that send an HTTP request to a web address whenever an event
    happens.

    Reached as `particle.webhooks` and `particle.product(…).webhooks`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> builtins.list[Webhook]:
        """List webhooks.

        All webhooks in one response. Integrations of other types are in the list of integrations.

        Examples:
            >>> for webhook in particle.webhooks.list():
            ...     print(webhook.name)

        Cloud API: listWebhooks, GET {scope}/webhooks. Permission of API users: integrations:list.
        """
        return self._list(LIST_WEBHOOKS, options, Webhook)

    def create(
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
        **options: Unpack[RequestOptions],
    ) -> WebhookCreated:
        """Create a webhook.

        Makes the cloud send an HTTP request to a web address whenever an event of that name
        happens. A webhook of an account works for the devices that the account claimed, one of a
        product for all devices of the product, claimed or not.

        By default the request is a POST of a form with the event's name, data and time, and the
        device's ID. The target must respond within 20 seconds. Its response comes back as events,
        in parts of 512 bytes (`/0`, `/1` …), up to 100 KB. An event reaches the target at least
        once, perhaps out of order; when the target mostly responds with errors, the cloud skips
        events and tries them again 30 seconds and a minute later.

        The same call twice makes two webhooks. A webhook is an integration: that resource can also
        read, change and test it.

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

        Examples:
            >>> particle.webhooks.create("hello", "https://samplesite.com", request_type="POST")

        Cloud API: createWebhook, POST {scope}/webhooks.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        return self._call(
            CREATE_WEBHOOK,
            options,
            WebhookCreated,
            json={
                "event": event,
                "url": url,
                "requestType": request_type,
                "name": name,
                "deviceId": device_id,
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
            },
        )

    def delete(self, hook_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete a webhook.

        Deletes a webhook. Events don't trigger it any more.

        Args:
            hook_id: ID of the webhook.

        Examples:
            >>> particle.webhooks.delete("abc123")

        Cloud API: deleteWebhook, DELETE {scope}/webhooks/{hookId}.
        """
        return self._call(DELETE_WEBHOOK, options, Ok | None, path={"hook_id": hook_id})


class AsyncWebhooks(AsyncResource):
    """Webhooks, the integrations that send an HTTP request to a web address whenever an event
    happens.

    Reached as `particle.webhooks` and `particle.product(…).webhooks` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Webhook]:
        """List webhooks.

        All webhooks in one response. Integrations of other types are in the list of integrations.

        Examples:
            >>> async for webhook in particle.webhooks.list():
            ...     print(webhook.name)

        Cloud API: listWebhooks, GET {scope}/webhooks. Permission of API users: integrations:list.
        """
        return self._list(LIST_WEBHOOKS, options, Webhook)

    async def create(
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
        **options: Unpack[RequestOptions],
    ) -> WebhookCreated:
        """Create a webhook.

        Makes the cloud send an HTTP request to a web address whenever an event of that name
        happens. A webhook of an account works for the devices that the account claimed, one of a
        product for all devices of the product, claimed or not.

        By default the request is a POST of a form with the event's name, data and time, and the
        device's ID. The target must respond within 20 seconds. Its response comes back as events,
        in parts of 512 bytes (`/0`, `/1` …), up to 100 KB. An event reaches the target at least
        once, perhaps out of order; when the target mostly responds with errors, the cloud skips
        events and tries them again 30 seconds and a minute later.

        The same call twice makes two webhooks. A webhook is an integration: that resource can also
        read, change and test it.

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

        Examples:
            >>> await particle.webhooks.create(
            ...     "hello", "https://samplesite.com", request_type="POST"
            ... )

        Cloud API: createWebhook, POST {scope}/webhooks.
        """
        url = hidden(url)
        json = hidden(json)
        form = hidden(form)
        body = hidden(body)
        request_query = hidden(request_query)
        request_headers = hidden(request_headers)
        auth = hidden(auth)
        return await self._call(
            CREATE_WEBHOOK,
            options,
            WebhookCreated,
            json={
                "event": event,
                "url": url,
                "requestType": request_type,
                "name": name,
                "deviceId": device_id,
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
            },
        )

    async def delete(self, hook_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete a webhook.

        Deletes a webhook. Events don't trigger it any more.

        Args:
            hook_id: ID of the webhook.

        Examples:
            >>> await particle.webhooks.delete("abc123")

        Cloud API: deleteWebhook, DELETE {scope}/webhooks/{hookId}.
        """
        return await self._call(DELETE_WEBHOOK, options, Ok | None, path={"hook_id": hook_id})

"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncWebhooks:
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
    ) -> WebhookCreated: ...
    async def delete(self, hook_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Webhook]: ...

class Webhooks:
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
    ) -> WebhookCreated: ...
    def delete(self, hook_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(self, **options: Unpack[RequestOptions]) -> list[Webhook]: ...

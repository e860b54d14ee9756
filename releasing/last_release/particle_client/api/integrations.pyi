"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncIntegrations:
    async def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    async def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    async def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    async def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    async def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncListing[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    async def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult: ...
    async def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

class AsyncOrgIntegrations:
    async def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    async def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    async def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    async def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncListing[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    async def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

class AsyncProductIntegrations:
    async def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    async def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    async def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    async def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    async def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncListing[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    async def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult: ...
    async def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

class Integrations:
    def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> list[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult: ...
    def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

class OrgIntegrations:
    def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> list[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

class ProductIntegrations:
    def create(
        self, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> (
        WebhookCreated
        | AzureIotHubIntegrationCreated
        | GoogleCloudPlatformIntegrationCreated
        | GoogleMapsIntegrationCreated
    ): ...
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
    ) -> AzureIotHubIntegrationCreated: ...
    def create_google_cloud_platform(
        self,
        event: str,
        topic: str,
        *,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleCloudPlatformIntegrationCreated: ...
    def create_google_maps(
        self,
        event: str,
        *,
        api_key: str,
        name: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        disabled: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> GoogleMapsIntegrationCreated: ...
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
    ) -> WebhookCreated: ...
    def delete(self, integration_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def get(
        self, integration_id: str, **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> list[
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    ]: ...
    def test(
        self,
        integration_id: str,
        *,
        data: str | Unset = UNSET,
        device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> IntegrationTestResult: ...
    def update(
        self, integration_id: str, integration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> IntegrationResponse: ...
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
    ) -> AzureIotHubIntegrationUpdated: ...
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
    ) -> GoogleCloudPlatformIntegrationUpdated: ...
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
    ) -> GoogleMapsIntegrationUpdated: ...
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
    ) -> WebhookUpdated: ...

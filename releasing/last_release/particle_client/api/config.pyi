"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncProductConfig:
    async def delete_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> None: ...
    async def delete_schema(self, **options: Unpack[RequestOptions]) -> None: ...
    async def get(self, **options: Unpack[RequestOptions]) -> ProductConfiguration: ...
    async def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse: ...
    async def get_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema: ...
    async def get_schema(self, **options: Unpack[RequestOptions]) -> ConfigurationSchema: ...
    async def set(
        self,
        configuration: Mapping[str, Any],
        *,
        device_ids: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSet: ...
    async def set_device(
        self, device_id: str, configuration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSet: ...
    async def set_device_schema(
        self,
        device_id: str,
        schema: ConfigurationSchema | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSchema: ...
    async def set_schema(
        self, schema: ConfigurationSchema | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema: ...

class ProductConfig:
    def delete_device_schema(self, device_id: str, **options: Unpack[RequestOptions]) -> None: ...
    def delete_schema(self, **options: Unpack[RequestOptions]) -> None: ...
    def get(self, **options: Unpack[RequestOptions]) -> ProductConfiguration: ...
    def get_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DeviceConfigurationResponse: ...
    def get_device_schema(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema: ...
    def get_schema(self, **options: Unpack[RequestOptions]) -> ConfigurationSchema: ...
    def set(
        self,
        configuration: Mapping[str, Any],
        *,
        device_ids: Sequence[str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSet: ...
    def set_device(
        self, device_id: str, configuration: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSet: ...
    def set_device_schema(
        self,
        device_id: str,
        schema: ConfigurationSchema | Mapping[str, Any],
        **options: Unpack[RequestOptions],
    ) -> ConfigurationSchema: ...
    def set_schema(
        self, schema: ConfigurationSchema | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> ConfigurationSchema: ...

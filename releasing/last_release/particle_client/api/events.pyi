"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncEvents:
    async def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> Event: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream: ...

class AsyncOrgEvents:
    async def publish(
        self, name: str, data: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        product: str | int | None = None,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream: ...

class AsyncProductEvents:
    async def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> Event: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> AsyncEventStream: ...

class Events:
    def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> Event: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream: ...

class OrgEvents:
    def publish(
        self, name: str, data: str | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Ok: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        product: str | int | None = None,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream: ...

class ProductEvents:
    def publish(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def publish_and_wait(
        self,
        name: str,
        data: str | Unset = UNSET,
        *,
        wait_for: str | None = None,
        where: Callable[[Event], object] | None = None,
        device: str | None = None,
        timeout: float = 30.0,
        ttl: int | Unset = UNSET,
        private: bool | Unset = UNSET,
        as_device_id: str | Unset = UNSET,
        **options: Unpack[PromptOptions],
    ) -> Event: ...
    def stream(
        self,
        prefix: str | None = None,
        *,
        device: str | None = None,
        **options: Unpack[EventStreamOptions],
    ) -> EventStream: ...

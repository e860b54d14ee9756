"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncRelayConsumer:
    def __init__(
        self,
        redis: str | Any,
        group: str,
        *,
        name: str = "particle",
        start: Literal["beginning", "end"] | datetime = "beginning",
        attempts: int = 5,
        retry_delay: float = 0.1,
        batch: int = 100,
        lease: float = 30.0,
    ) -> None: ...
    attempts: int
    batch: int
    group: str
    handled: int
    lease: float
    name: str
    retry_delay: float
    async def run(
        self,
        on_event: Callable[[Event], object],
        on_gap: Callable[[RelayGap], object] | None = None,
    ) -> None: ...
    start: Literal["beginning", "end"] | datetime
    def stop(self) -> None: ...
    worker: str

class Relay:
    def __init__(
        self,
        redis: str | Any,
        sources: Mapping[str, Callable[..., EventStream]],
        *,
        name: str = "particle",
        partitions: int | None = None,
        max_entries: int | None = 1000000,
        max_age: float | None = None,
        max_buffer: int = 100000,
    ) -> None: ...
    id: str
    max_age: float | None
    max_buffer: int
    max_entries: int | None
    name: str
    partitions: int | None
    def run(self) -> None: ...
    def status(self) -> dict[str, Any]: ...
    def stop(self) -> None: ...

class RelayConsumer:
    def __init__(
        self,
        redis: str | Any,
        group: str,
        *,
        name: str = "particle",
        start: Literal["beginning", "end"] | datetime = "beginning",
        attempts: int = 5,
        retry_delay: float = 0.1,
        batch: int = 100,
        lease: float = 30.0,
    ) -> None: ...
    attempts: int
    batch: int
    group: str
    handled: int
    lease: float
    name: str
    retry_delay: float
    def run(
        self,
        on_event: Callable[[Event], object],
        on_gap: Callable[[RelayGap], object] | None = None,
    ) -> None: ...
    start: Literal["beginning", "end"] | datetime
    def stop(self) -> None: ...
    worker: str

class RelayGap:
    def __init__(
        self, source: str, since: datetime, until: datetime, reason: str, dropped: int
    ) -> None: ...
    dropped: int
    reason: str
    since: datetime
    source: str
    until: datetime

class StatusCollector:
    def __init__(self, redis: str | Any, name: str = "particle") -> None: ...
    def collect(self) -> Iterator[Any]: ...

class WebhookEndpoint:
    async def __call__(self, scope: Any, receive: Any, send: Any) -> None: ...
    def __init__(
        self,
        redis: str | Any,
        secret: str,
        *,
        name: str = "particle",
        wait: float = 5.0,
        max_body: int = 256 * 1024,
    ) -> None: ...
    max_body: int
    name: str
    wait: float

def read_status(redis: str | Any, name: str = "particle") -> dict[str, Any]: ...

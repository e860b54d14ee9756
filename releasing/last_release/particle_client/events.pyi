"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AppHash(SystemEvent):
    hash: str

class AsyncEventStream:
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *exception: object) -> None: ...
    def __aiter__(self) -> Self: ...
    async def __anext__(self) -> Event: ...
    def __init__(
        self, connect: Any, prefix: str = "", path: str = "", **options: Unpack[StreamOptions]
    ) -> None: ...
    async def aclose(self) -> None: ...
    def buffered(self, size: int, when_full: Literal["block", "drop_oldest"] = "block") -> Self: ...
    def close(self) -> None: ...
    closed: bool
    async def connect(self, timeout: float | None = None) -> Self: ...
    connected: bool
    dropped: int
    events: int
    last_event_id: str | None
    reconnects: int
    async def wait_for(
        self,
        name: str | None = None,
        *,
        timeout: float | None = None,
        where: Callable[[Event], object] | None = None,
    ) -> Event: ...
    async def with_gaps(self) -> AsyncIterator[Event | Gap]: ...

class DeviceStatus(SystemEvent):
    online: bool | None
    status: str

class Diagnostics(SystemEvent):
    device: dict[str, Any]
    def find(self, path: str) -> Any: ...
    payload: dict[str, Any]
    service: dict[str, Any]

class Event:
    def __contains__(self, field: object) -> bool: ...
    def __getitem__(self, field: str) -> Any: ...
    def __init__(self, name: str, raw: str, id: str = "") -> None: ...
    additional_properties: dict[str, Any]
    content_type: str | None
    data: str | None
    def data_bytes(self) -> bytes | None: ...
    device_id: str | None
    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self: ...
    id: str
    def json(self) -> Any: ...
    def keys(self) -> KeysView[str]: ...
    malformed: bool
    name: str
    product_id: int | None
    public: bool | None
    published_at: datetime | None
    raw: str
    system: SystemEvent | None
    def to_dict(self) -> dict[str, Any]: ...
    ttl: int | None
    user_id: str | None
    version: int | None

class EventStream:
    def __enter__(self) -> Self: ...
    def __exit__(self, *exception: object) -> None: ...
    def __init__(
        self, connect: Any, prefix: str = "", path: str = "", **options: Unpack[StreamOptions]
    ) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> Event: ...
    def buffered(self, size: int, when_full: Literal["block", "drop_oldest"] = "block") -> Self: ...
    def close(self) -> None: ...
    closed: bool
    def connect(self, timeout: float | None = None) -> Self: ...
    connected: bool
    dropped: int
    events: int
    last_event_id: str | None
    reconnects: int
    def wait_for(
        self,
        name: str | None = None,
        *,
        timeout: float | None = None,
        where: Callable[[Event], object] | None = None,
    ) -> Event: ...
    def with_gaps(self) -> Iterator[Event | Gap]: ...

class FirmwareChange(SystemEvent):
    action: str
    immediate: bool | None
    version: int | None

class FlashStatus(SystemEvent):
    finished: bool
    status: str

class Gap:
    def __init__(
        self,
        seconds: float,
        attempts: int,
        reason: Exception | None,
        since: datetime,
        until: datetime,
    ) -> None: ...
    attempts: int
    reason: Exception | None
    seconds: float
    since: datetime
    until: datetime

class HookError(SystemEvent):
    hook_event: str
    part: int | None
    text: str

class HookResponse(SystemEvent):
    hook_event: str
    part: int | None
    text: str

class HookSent(SystemEvent):
    hook_event: str

class LastReset(SystemEvent):
    panic_code: str | None
    reason: str

class Location(SystemEvent):
    access_points: tuple[dict[str, Any], ...]
    altitude: float | None
    battery: float | None
    cellular_strength: float | None
    device_time: datetime | None
    enhanced: bool
    heading: float | None
    horizontal_accuracy: float | None
    latitude: float | None
    locked: bool | None
    longitude: float | None
    request_id: int | None
    sources: tuple[str, ...]
    speed: float | None
    temperature: float | None
    time: datetime | None
    towers: tuple[dict[str, Any], ...]
    triggers: tuple[str, ...]
    vertical_accuracy: float | None

class SafeMode(SystemEvent):
    cellular_firmware: str | None
    iccid: str | None
    imei: str | None
    modules: tuple[dict[str, Any], ...]
    platform_id: int | None

class SafeModeUpdate(SystemEvent):
    value: str

class StreamOptions(TypedDict):
    connect_timeout: float
    deadline: float | None
    idle_timeout: float | None
    last_event_id: str | None
    max_event_size: int
    max_line_size: int
    max_reconnect_delay: float
    max_reconnects: int | None
    on_connect: Callable[[], object] | None
    on_disconnect: Callable[[Exception], object] | None
    on_reconnect: Callable[[int, float], object] | None
    on_retry: Callable[[int, float, Exception], object] | None
    reconnect_delay: float

class SystemEvent:
    device_id: str | None
    event: EventContent

class UpdateSetting(SystemEvent):
    setting: str
    value: bool

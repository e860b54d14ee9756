"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AccessToken:
    def __init__(
        self,
        *,
        token: str,
        account: Account,
        client_id: str,
        expires_in: int,
        expires_at: datetime | None,
        scopes: tuple[str, ...] = ("*:*",),
        refresh_token: str = new_token(),
        refresh_expires_at: datetime,
    ) -> None: ...
    account: Account
    client_id: str
    expires_at: datetime | None
    expires_in: int
    def has_scope(self, scope: str | None) -> bool: ...
    refresh_expires_at: datetime
    refresh_token: str
    scopes: tuple[str, ...]
    token: str

class Account:
    def __init__(
        self,
        *,
        id: str = new_id(),
        username: str,
        password: str,
        otp: str | None = None,
        account_info: dict[str, Any] = dict[str, Any](),
        verified: bool = True,
        verification_token: str = new_token(),
        password_reset_token: str | None = None,
        pending_mfa_token: str | None = None,
        scim: dict[str, Any] | None = None,
    ) -> None: ...
    account_info: dict[str, Any]
    id: str
    mfa_enabled: bool
    otp: str | None
    password: str
    password_reset_token: str | None
    pending_mfa_token: str | None
    scim: dict[str, Any] | None
    username: str
    verification_token: str
    verified: bool

class Event:
    def __init__(
        self,
        *,
        name: str,
        data: str | None,
        device_id: str,
        published_at: str,
        ttl: int = 60,
        public: bool = False,
        owner_id: str | None = None,
        user_id: str = "",
        product_id: int | None = None,
        version: int = 0,
    ) -> None: ...
    brief_frame: bytes
    data: str | None
    detailed_frame: bytes
    device_id: str
    name: str
    owner_id: str | None
    product_id: int | None
    public: bool
    published_at: str
    ttl: int
    user_id: str
    version: int

class Fault:
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(
        self,
        faults: Faults,
        target: str | Callable[[Request], object] | None,
        effect: Effect,
        *,
        times: int | None = None,
        skip: int = 0,
        probability: float = 1.0,
        seed: int = 0,
        hits: int = 0,
    ) -> None: ...
    can_be_saved: bool
    def cut_off(self) -> None: ...
    effect: str
    hits: int
    id: str
    def release(self) -> None: ...
    def remove(self) -> None: ...
    async def spoil(self, exchange: Exchange) -> None: ...
    def take(self, requested: _Requested, exchange: Exchange) -> bool: ...
    def to_save(self) -> dict[str, Any]: ...
    def wait(self, hits: int = 1, *, timeout: float = 10.0) -> None: ...

class Faults:
    def __init__(self) -> None: ...
    def __iter__(self) -> Iterator[Fault]: ...
    def __len__(self) -> int: ...
    def add(
        self,
        target: str | Callable[[Request], object] | None = None,
        *,
        status: int | None = None,
        json: object = UNSET,
        content: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        at: Literal["request", "before", "after"] = "before",
        **options: Unpack[FaultOptions],
    ) -> Fault: ...
    def clear(self) -> None: ...
    def cut_off(self) -> None: ...
    def discard(self, fault: Fault) -> None: ...
    def drop(
        self,
        target: str | Callable[[Request], object] | None = None,
        at: Literal["request", "before", "after", "headers", "body"] = "before",
        *,
        reset: bool = False,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault: ...
    def garbage(
        self,
        target: str | Callable[[Request], object] | None = None,
        kind: Literal["text", "html", "empty", "truncated", "content type", "encoding"] = "text",
        *,
        status: int = 200,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault: ...
    def install(self, faults: list[Fault]) -> None: ...
    def rate_limit(
        self,
        target: str | Callable[[Request], object] | None = None,
        *,
        retry_after: float | datetime | str | None = None,
        status: Literal[429, 529] = 429,
        **options: Unpack[FaultOptions],
    ) -> Fault: ...
    def stall(
        self,
        target: str | Callable[[Request], object] | None = None,
        at: Literal["request", "before", "after", "headers", "body"] = "before",
        *,
        after_events: int | None = None,
        **options: Unpack[FaultOptions],
    ) -> Fault: ...

class FunctionCall(NamedTuple):
    argument: str
    name: str

class OAuthClient:
    def __init__(
        self,
        *,
        id: str,
        secret: str,
        owner: Account | None = None,
        product_id: int | None = None,
        name: str = "",
        type: str = "installed",
        redirect_uri: str | None = None,
        scope: object = None,
    ) -> None: ...
    id: str
    is_public: bool
    name: str
    owner: Account | None
    product_id: int | None
    redirect_uri: str | None
    scope: object
    scopes: tuple[str, ...]
    secret: str
    type: str

class Organization:
    def __init__(
        self, *, id: str = new_id(), slug: str, name: str, members: set[str] = set[str]()
    ) -> None: ...
    id: str
    members: set[str]
    name: str
    slug: str

class Product:
    def __init__(
        self,
        *,
        id: int,
        slug: str,
        name: str,
        platform_id: int,
        description: str = "",
        owner: Account,
        organization: Organization | None = None,
        team: set[str] = set[str](),
        groups: list[str] = list[str](),
        group_details: dict[str, DeviceGroup] = dict[str, DeviceGroup](),
        settings: dict[str, Any] = (
            lambda: {"location": {}, "known_application": {"opt_in": True}, "quarantine": False}
        )(),
        firmware: dict[int, ProductFirmware] = dict[int, ProductFirmware](),
    ) -> None: ...
    def add_groups(self, names: list[str]) -> None: ...
    description: str
    firmware: dict[int, ProductFirmware]
    group_details: dict[str, DeviceGroup]
    groups: list[str]
    id: int
    def is_open_to(self, account: Account) -> bool: ...
    name: str
    organization: Organization | None
    owner: Account
    platform_id: int
    def release(self, version: int, *, product_default: bool, groups: list[str]) -> None: ...
    def released_version(self, device_groups: list[str]) -> int | None: ...
    settings: dict[str, Any]
    slug: str
    team: set[str]

class ProductFirmware:
    def __init__(
        self,
        *,
        id: str = new_id(),
        version: int,
        title: str,
        description: str,
        filename: str,
        content: bytes,
        uploaded_by: str,
        uploaded_on: str,
        updated_at: str | None = None,
        mandatory: bool = False,
        product_default: bool = False,
        groups: list[str] = list[str](),
        ever_released: bool = False,
    ) -> None: ...
    content: bytes
    description: str
    ever_released: bool
    filename: str
    groups: list[str]
    id: str
    mandatory: bool
    product_default: bool
    title: str
    updated_at: str | None
    uploaded_by: str
    uploaded_on: str
    version: int

class RemoteSandbox(ABC):
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *error: object) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(self, url: str, token: str) -> None: ...
    access_token: str
    account: Account
    add_account: Final
    add_device: Final
    add_firmware: Final
    add_oauth_client: Final
    add_organization: Final
    add_product: Final
    def add_seed(self, seed: Mapping[str, Any] | str | PathLike[str]) -> None: ...
    admin: Admin
    admin_token: str
    advance_time: Final
    def async_client(self, **options: Any) -> AsyncParticle: ...
    base_url: str
    def client(self, **options: Any) -> Particle: ...
    console_url: str
    create_claim_code: Final
    create_token: Final
    devices: list[RemoteDevice]
    disconnect_streams: Final
    events: list[Event]
    faults: RemoteFaults
    flash: Final
    @classmethod
    def from_environment(cls) -> Self: ...
    open_streams: int
    password: str
    publish: Final
    release_firmware: Final
    remove_device: Final
    def replace(self, document: object) -> None: ...
    requests: list[SeenRequest]
    reset: Final
    def restore(self, path: str | PathLike[str]) -> None: ...
    def run_every(self, seconds: float, action: Callable[[], object]) -> NoReturn: ...
    run_scripts: Final
    def save(self, path: str | PathLike[str]) -> None: ...
    def snapshot(self) -> dict[str, Any]: ...
    def start(self) -> Self: ...
    def stop(self) -> None: ...
    username: str

class Sandbox(ABC):
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *error: object) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...
    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        username: str = "developer@example.com",
        password: str = "sandbox-password",
        access_token: str | None = None,
        heartbeat_interval: float | None = 9.0,
        flash_step: float = 0.05,
        device_timeout: float = 10.0,
        allowed_hosts: Sequence[str] = (),
        middleware: Sequence[Middleware] = (),
        admin_token: str | None = None,
        remote_admin: bool = False,
        cors: Sequence[str] = (),
    ) -> None: ...
    access_token: str
    account: Account
    def add_account(
        self, username: str, password: str, *, mfa: bool | str = False, **account_info: Any
    ) -> Account: ...
    def add_device(
        self,
        name: str | None = None,
        *,
        id: str | None = None,
        platform_id: int | None = None,
        variables: Mapping[str, str | int | float | bool | Callable[[], object]] | None = None,
        functions: Mapping[str, Callable[[str], object]] | None = None,
        online: bool = True,
        product: Product | str | int | None = None,
        owner: Account | str | None = None,
        claimed: bool = True,
        scripts: Sequence[Script] = (),
        **attributes: Any,
    ) -> VirtualDevice: ...
    def add_firmware(
        self,
        product: Product | str | int,
        version: int,
        *,
        title: str | None = None,
        product_default: bool = False,
        groups: Sequence[str] = (),
    ) -> ProductFirmware: ...
    def add_oauth_client(
        self, client_id: str, secret: str | None = None, *, owner: Account | str | None = None
    ) -> OAuthClient: ...
    def add_organization(
        self, name: str, *, slug: str | None = None, members: Sequence[Account | str] = ()
    ) -> Organization: ...
    def add_product(
        self,
        name: str,
        *,
        id: int | None = None,
        slug: str | None = None,
        platform_id: int = DEFAULT_PLATFORM,
        description: str = "",
        owner: Account | str | None = None,
        organization: Organization | str | None = None,
        team: Sequence[Account | str] = (),
        groups: Sequence[str] = (),
    ) -> Product: ...
    def add_seed(self, seed: Mapping[str, Any] | str | PathLike[str]) -> None: ...
    admin_token: str
    def advance_time(self, seconds: float) -> None: ...
    def async_client(self, **options: Any) -> AsyncParticle: ...
    base_url: str
    def client(self, **options: Any) -> Particle: ...
    console_url: str
    def create_claim_code(self, owner: Account | str | None = None) -> str: ...
    def create_token(
        self,
        owner: Account | str | None = None,
        *,
        expires_in: int = 7776000,
        scopes: Sequence[str] = ("*:*",),
        client_id: str = "particle-api",
    ) -> str: ...
    devices: list[VirtualDevice]
    def disconnect_streams(self) -> None: ...
    events: list[Event]
    faults: Faults
    def flash(self, device: VirtualDevice | str, version: int) -> None: ...
    @classmethod
    def from_seed(cls, seed: Mapping[str, Any] | str | PathLike[str], **options: Any) -> Self: ...
    @classmethod
    def load(cls, path: str | PathLike[str], **options: Any) -> Self: ...
    open_streams: int
    password: str
    def publish(
        self,
        name: str,
        data: str | None = None,
        *,
        product: Product | str | int | None = None,
        owner: Account | str | None = None,
        ttl: int = 60,
        device_id: str = "api",
    ) -> Event: ...
    def release_firmware(
        self,
        product: Product | str | int,
        version: int,
        *,
        product_default: bool = True,
        groups: Sequence[str] = (),
        immediate: bool = False,
    ) -> None: ...
    def remove_device(self, device: VirtualDevice | str) -> None: ...
    def replace(self, document: object) -> None: ...
    requests: list[SeenRequest]
    requests_log: RequestLog
    def reset(self) -> None: ...
    def restore(self, path: str | PathLike[str]) -> None: ...
    def run_every(self, seconds: float, action: Callable[[], object]) -> None: ...
    def run_scripts(self, device: VirtualDevice | str, scripts: Sequence[Script]) -> None: ...
    def save(self, path: str | PathLike[str]) -> None: ...
    def snapshot(self) -> dict[str, Any]: ...
    def start(self) -> Self: ...
    state: CloudState
    def stop(self) -> None: ...
    username: str

class SeenRequest:
    def __init__(
        self,
        *,
        number: int,
        at: str,
        method: str,
        path: str,
        status: int | None = None,
        seconds: float | None = None,
        sender: str = "",
        user_agent: str = "",
        fault: str = "",
        request_body: str = "",
        response_body: str = "",
    ) -> None: ...
    at: str
    fault: str
    method: str
    number: int
    path: str
    request_body: str
    response_body: str
    seconds: float | None
    sender: str
    status: int | None
    user_agent: str

class VirtualDevice:
    def __init__(
        self,
        *,
        runtime: Runtime,
        event_bus: EventBus,
        directory: Directory,
        id: str = new_id(),
        name: str | None = None,
        platform_id: int,
        owner: Account | None = None,
        product: Product | None = None,
        online: bool = True,
        variables: dict[str, str | int | float | bool | Callable[[], object]] = dict[
            str, Variable
        ](),
        functions: dict[str, Callable[[str], object]] = dict[str, Function](),
        notes: str | None = None,
        serial_number: str,
        iccid: str | None = None,
        imei: str | None = None,
        mac_wifi: str | None = None,
        mobile_secret: str,
        last_ip_address: str = "127.0.0.1",
        last_heard: datetime,
        last_handshake_at: datetime,
        system_firmware_version: str = "",
        app_hash: str = "",
        signaling: bool = False,
        firmware_updates_enabled: bool = True,
        firmware_updates_forced: bool = False,
        firmware_version: int = 0,
        desired_firmware_version: int | None = None,
        development: bool = False,
        quarantined: bool = False,
        denied: bool = False,
        protected: bool = False,
        unprotecting: bool = False,
        groups: list[str] = list[str](),
        public_key: str | None = None,
        esim_country: str | None = None,
        documents: dict[str, dict[str, Any]] = dict[str, dict[str, Any]](),
        flash_outcome: Literal["success", "failed", "timeout"] = "success",
        calls: list[FunctionCall] = list[FunctionCall](),
        last_values: dict[str, object] = dict[str, object](),
        flashed: list[bytes] = list[bytes](),
        scripts: list[Script] = list[Script](),
    ) -> None: ...
    app_hash: str
    calls: list[FunctionCall]
    cellular: bool
    def claim_with_code(self, claim_code: str) -> None: ...
    denied: bool
    desired_firmware_version: int | None
    development: bool
    directory: Directory
    documents: dict[str, dict[str, Any]]
    def emit(
        self, name: str, data: str | None, *, ttl: int = 60, automatic: bool = False
    ) -> Event: ...
    esim_country: str | None
    event_bus: EventBus
    firmware_updates_enabled: bool
    firmware_updates_forced: bool
    firmware_version: int
    flash_outcome: Literal["success", "failed", "timeout"]
    flashed: list[bytes]
    functions: dict[str, Callable[[str], object]]
    def go_offline(self) -> None: ...
    def go_online(self) -> None: ...
    groups: list[str]
    def handshake(self, *, automatic: bool = False) -> None: ...
    iccid: str | None
    id: str
    imei: str | None
    last_handshake_at: datetime
    last_heard: datetime
    last_ip_address: str
    last_values: dict[str, object]
    def leave_product(self) -> None: ...
    mac_wifi: str | None
    mobile_secret: str
    name: str | None
    notes: str | None
    online: bool
    owner: Account | None
    platform_id: int
    product: Product | None
    product_id: int
    protected: bool
    public_key: str | None
    def publish(self, name: str, data: str | None = None, *, ttl: int = 60) -> Event: ...
    quarantined: bool
    def run_function(self, name: str, argument: str) -> object: ...
    runtime: Runtime
    scripts: list[Script]
    serial_number: str
    signaling: bool
    system_firmware_version: str
    target_version: int | None
    unprotecting: bool
    updating: bool
    variables: dict[str, str | int | float | bool | Callable[[], object]]

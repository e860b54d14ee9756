"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload
from particle_client.without_a_module import Model

class AccessToken(Model):
    access_token: str
    expires_in: int
    refresh_token: str | None
    token_type: str

class AccessTokenInfo(Model):
    client: str | None
    expires_at: datetime | None
    token: str

class AccountInfo(Model):
    business_account: bool | None
    company_name: str | None
    first_name: str | None
    last_name: str | None

class AgreementDataLimit(Model):
    max_data: int | None

class AgreementDataTerms(Model):
    asset_tracker: AgreementDataLimit | None
    cap_exception: bool | None
    cellular: AgreementDataLimit | None
    device_data: int | None
    devices_cap: int | None
    duration: str | None
    max_data: int | None
    name: str | None
    uom: str | None

class AgreementDeviceLimit(Model):
    max_devices: int | None

class AgreementDeviceTerms(Model):
    asset_tracker: AgreementDeviceLimit | None
    cellular: AgreementDeviceLimit | None
    duration: str | None
    max_devices: int | None
    name: str | None
    wifi: AgreementDeviceLimit | None

class AgreementMessageLimit(Model):
    max_messages: int | None

class AgreementMessagingTerms(Model):
    asset_tracker: AgreementMessageLimit | None
    cellular: AgreementMessageLimit | None
    duration: str | None
    max_messages: int | None
    name: str | None
    wifi: AgreementMessageLimit | None

class AgreementOwnerType(StrEnum):
    INDIVIDUAL = "individual"
    ORGANIZATION = "organization"

class AgreementPricingTerms(Model):
    device: AgreementDeviceTerms | None
    device_data: AgreementDataTerms | None
    messaging: AgreementMessagingTerms | None
    rates: AgreementRates | None
    support: AgreementSupport | None

class AgreementRate(Model):
    duration: str | None
    list_price: float | None
    per_block: float | None
    tier: int | None

class AgreementRates(Model):
    all_platforms: AgreementRate | None
    asset_tracker: AgreementRate | None
    cellular: AgreementRate | None
    pricing_model_version: str | None
    wifi: AgreementRate | None

class AgreementSupport(Model):
    account_rep: str | None

class ApiUser(Model):
    friendly_name: str | None
    is_programmatic: bool | None
    scopes: list[str] | None
    tokens: list[ApiUserToken] | None
    username: str

class ApiUserCreated(Model):
    created: ApiUser
    friendly_name: str | None
    is_programmatic: bool | None
    ok: bool
    scopes: list[str] | None
    tokens: list[ApiUserToken] | None
    username: str

class ApiUserToken(Model):
    token: str

class ApiUserUpdated(Model):
    friendly_name: str | None
    is_programmatic: bool | None
    ok: bool
    scopes: list[str] | None
    tokens: list[ApiUserToken] | None
    updated: ApiUser
    username: str

class AzureIotHubIntegration(Model):
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    hub_name: str
    id: str
    integration_type: Literal["AzureIotHub"]
    json: dict[str, Any] | None
    logs: list[dict[str, Any]] | None
    name: str | None
    policy_key: str | None
    policy_name: str

class AzureIotHubIntegrationCreated(Model):
    created_at: datetime
    event: str | None
    hub_name: str
    id: str
    integration_type: Literal["AzureIotHub"]
    integration_url: str
    name: str | None
    ok: bool
    policy_key: str
    policy_name: str

class AzureIotHubIntegrationUpdated(Model):
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    hub_name: str
    id: str
    integration: AzureIotHubIntegration
    integration_type: Literal["AzureIotHub"]
    json: dict[str, Any] | None
    logs: list[dict[str, Any]] | None
    name: str | None
    policy_key: str | None
    policy_name: str

class BuildTarget(Model):
    firmware_vendor: str | None
    platforms: list[int]
    prereleases: list[int] | None
    version: str

class BuildTargets(Model):
    default_versions: dict[str, str] | None
    platforms: dict[str, int] | None
    targets: list[BuildTarget]

class ClaimCode(Model):
    claim_code: str
    device_ids: list[str] | None

class CompileFailure(Model):
    errors: list[str] | None
    ok: bool
    output: str | None

class CompiledFirmware(Model):
    binary_id: str
    binary_url: str | None
    build_target_version: str | None
    expires_at: datetime | None
    ok: bool
    size: BinarySize | None
    size_info: str | None

class ConfigurationSchema(Model):
    description: str | None
    dialect: str | None
    id: str | None
    properties: dict[str, Any] | None
    required: list[str] | None
    title: str | None
    type_: str | None

class ConfigurationSet(Model):
    configuration: dict[str, Any] | None

class ConnectivityUsage(Model):
    all: DeviceTypeUsage | None
    asset_tracker: DeviceTypeUsage | None
    cellular: DeviceTypeUsage | None
    wifi: DeviceTypeUsage | None

class CurrentAccessToken(Model):
    client: str | None
    client_id: str | None
    expires_at: datetime | None
    expires_in: int | str | None
    orgs: list[TokenOrganization]
    scopes: list[str]

class Customer(Model):
    devices: list[str] | None
    full_name: str | None
    id: str
    username: str

class CustomerDevice(Model):
    firmware_version: int | None
    id: str
    last_ip_address: str | None
    online: bool | None
    product_id: int | None

class CustomerList(Model):
    customers: list[Customer]
    devices: list[CustomerDevice] | None
    meta: PageMeta | None

class DataUsageDay(Model):
    day: date
    mbs_used: float
    mbs_used_cumulative: float

class Device(Model):
    cellular: bool
    connected: bool | None
    current_build_target: str | None
    default_build_target: str | None
    denied: bool | None
    desired_firmware_version: int | None
    development: bool | None
    device_protection: DeviceProtection | None
    firmware_product_id: int | None
    firmware_updates_enabled: bool | None
    firmware_updates_forced: bool | None
    firmware_version: int | None
    functions: list[str] | None
    groups: list[str] | None
    iccid: str | None
    id: str
    imei: str | None
    last_app: str | None
    last_handshake_at: datetime | None
    last_heard: datetime | None
    last_iccid: str | None
    last_ip_address: str | None
    mac_wifi: str | None
    mobile_secret: str | None
    name: str | None
    notes: str | None
    online: bool
    owner: str | None
    pinned_build_target: str | None
    platform_id: int
    product_id: int
    quarantined: bool | None
    serial_number: str | None
    status: DeviceStatus | str | None
    system_firmware_version: str | None
    targeted_firmware_release_version: int | None
    variables: dict[str, str] | None

class DeviceClaimed(Model):
    claimed: bool | None
    device_id: str | None
    ok: bool | None
    transfer_id: str | None

class DeviceConfiguration(Model):
    current: dict[str, Any] | None
    pending: dict[str, Any] | None

class DeviceConfigurationResponse(Model):
    configuration: DeviceConfiguration
    current: dict[str, Any] | None
    pending: dict[str, Any] | None

class DeviceCustomer(Model):
    id: str | None
    username: str | None

class DeviceDevelopmentMarked(Model):
    development: bool | None
    id: str
    updated_at: datetime | None

class DeviceDocument(Model):
    data: dict[str, Any] | None

class DeviceDocumentOperation(Model):
    action: str | None
    key: str | None
    path: list[str] | None
    predicate: dict[str, Any] | None
    value: Any | None

class DeviceFirmwareLocked(Model):
    desired_firmware_version: int | str | None
    id: str
    updated_at: datetime | None

class DeviceFlashed(Model):
    id: str | None
    message: str | None
    ok: bool | None
    status: str | None

class DeviceGroup(Model):
    color: str | None
    description: str | None
    device_count: int | None
    firmware_version: int | str | None
    name: str

class DeviceGroupChanges(Model):
    add: list[str] | None
    remove: list[str] | None

class DeviceGroupList(Model):
    groups: list[DeviceGroup]

class DeviceGroupResponse(Model):
    color: str | None
    description: str | None
    device_count: int | None
    firmware_version: int | str | None
    group: DeviceGroup
    name: str

class DeviceGroupsSet(Model):
    groups: list[str] | None
    id: str
    updated_at: datetime | None

class DeviceLocation(Model):
    device_id: str
    device_name: str | None
    geometry: LocationGeometry
    gps_lock: bool
    groups: list[str] | None
    last_heard: datetime
    online: bool | None
    product_id: int
    properties: list[LocationProperties] | None
    timestamp: datetime | None
    timestamps: list[datetime] | None

class DeviceNotesSet(Model):
    id: str
    notes: str | None
    updated_at: datetime | None

class DeviceOsModule(Model):
    crc: dict[str, Any] | None
    filename: str | None
    prefix_info: dict[str, Any] | None
    suffix_info: dict[str, Any] | None

class DeviceOsVersion(Model):
    base_url: str | None
    internal_version: int | None
    module_version: int | None
    modules: list[DeviceOsModule] | None
    platform_id: int | None
    release_date: str | None
    state: str | None
    supported_platforms: list[int] | None
    version: str

class DeviceOsVersionList(Model):
    meta: PageMeta | None
    versions: list[DeviceOsVersion]

class DevicePing(Model):
    ok: bool | None
    online: bool

class DeviceProtection(Model):
    status: str | None

class DeviceRenamed(Model):
    id: str
    name: str | None
    updated_at: datetime | None

class DeviceSignaled(Model):
    connected: bool | None
    id: str
    signaling: bool | None

class DeviceSortAttribute(StrEnum):
    DEVICE_ID = "deviceId"
    DEVICE_NAME = "deviceName"
    FIRMWARE_VERSION = "firmwareVersion"
    LAST_CONNECTION = "lastConnection"

class DeviceStatus(StrEnum):
    NORMAL = "normal"
    SAFE_MODE = "safe_mode"

class DeviceTypeUsage(Model):
    billable_devices: int | None
    device_data: int | None
    device_messages: int | None
    owned_devices: int | None

class DeviceUnprotected(Model):
    ok: bool
    server_nonce: str | None
    server_public_key_fingerprint: str | None
    server_signature: str | None

class DeviceUpdated(Model):
    cellular: bool | None
    connected: bool | None
    denied: bool | None
    desired_firmware_version: int | str | None
    development: bool | None
    firmware_version: int | None
    functions: list[str] | None
    groups: list[str] | None
    id: str
    last_app: str | None
    last_handshake_at: datetime | None
    last_heard: datetime | None
    name: str | None
    notes: str | None
    online: bool | None
    platform_id: int | None
    product_id: int | None
    quarantined: bool | None
    signaling: bool | None
    updated_at: datetime | None
    variables: dict[str, str] | None

class DeviceUpdatesForced(Model):
    firmware_updates_forced: bool | None
    id: str

class DeviceVitals(Model):
    device: VitalsDevice | None
    service: VitalsService | None

class DeviceVitalsList(Model):
    description: str | None
    diagnostics: list[DeviceVitalsRecord] | None
    error: str | None

class DeviceVitalsRecord(Model):
    device_id: str
    payload: DeviceVitals
    updated_at: datetime

class DeviceVitalsResponse(Model):
    device_id: str
    diagnostics: DeviceVitalsRecord
    payload: DeviceVitals
    updated_at: datetime

class DevicesImported(Model):
    existing_device_ids: list[str] | None
    invalid_device_ids: list[str] | None
    nonmember_device_ids: list[str] | None
    ok: bool | None
    protected_device_ids: list[str] | None
    updated: int | None
    updated_device_ids: list[str] | None

class EnvVar(Model):
    value: str

class EnvVarChange(Model):
    after: str | None
    before: str | None
    key: str
    op: EnvVarChangeType | str

class EnvVarChangeType(StrEnum):
    ADDED = "Added"
    CHANGED = "Changed"
    REMOVED = "Removed"

class EnvVarOperation(Model):
    key: str
    op: EnvVarOperationType | str
    value: str | None

class EnvVarOperationType(StrEnum):
    SET = "Set"
    UNSET = "Unset"

class EnvVarSource(StrEnum):
    FIRMWARE = "Firmware"
    OWNER = "Owner"
    PRODUCT = "Product"

class EnvVars(Model):
    last_snapshot: EnvVarsSnapshot | None
    latest: EnvVarsLatest
    on_device: EnvVarsOnDevice | None

class EnvVarsDiff(Model):
    changes: list[EnvVarChange]
    unchanged: dict[str, str]

class EnvVarsLatest(Model):
    created_at: datetime | None
    created_by: str | None
    inherited: dict[str, InheritedEnvVar]
    own: dict[str, EnvVar]
    updated_at: datetime | None
    updated_by: str | None

class EnvVarsOnDevice(Model):
    development_env: bool | None
    last_reported_at: datetime
    rendered: dict[str, str]

class EnvVarsRolloutReview(Model):
    from_device: EnvVarsDiff | None
    from_snapshot: EnvVarsDiff

class EnvVarsRolloutStarted(Model):
    success: bool

class EnvVarsRolloutTiming(StrEnum):
    CONNECT = "Connect"
    IMMEDIATE = "Immediate"

class EnvVarsSnapshot(Model):
    inherited: dict[str, InheritedEnvVar]
    own: dict[str, EnvVar]
    rollout_at: datetime | None
    rollout_by: str | None

class EsimTargetSet(Model):
    ok: bool | None

class EventMetric(Model):
    received: int
    time: datetime

class EventMetrics(Model):
    events: list[EventMetric]

class FleetDataUsage(Model):
    quota: float | None
    total_active_sim_cards: int | None
    total_mbs_used: float | None
    usage_by_day: list[DataUsageDay]
    used: float | None

class FleetLocationList(Model):
    locations: list[DeviceLocation]

class FoundDevice(Model):
    id: str | None
    name: str | None
    product_id: str | int | None
    product_name: str | None

class FunctionMetric(Model):
    failure: int | None
    offline: int | None
    success: int | None
    time: datetime

class FunctionMetrics(Model):
    functions: list[FunctionMetric]

class FunctionResult(Model):
    connected: bool | None
    id: str
    name: str | None
    return_value: int

class GoogleCloudPlatformIntegration(Model):
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    id: str
    integration_type: Literal["GoogleCloudPubSub"]
    logs: list[dict[str, Any]] | None
    name: str | None
    topic: str

class GoogleCloudPlatformIntegrationCreated(Model):
    created_at: datetime
    event: str | None
    id: str
    integration_type: Literal["GoogleCloudPubSub"]
    integration_url: str
    name: str | None
    ok: bool
    topic: str

class GoogleCloudPlatformIntegrationUpdated(Model):
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    id: str
    integration: GoogleCloudPlatformIntegration
    integration_type: Literal["GoogleCloudPubSub"]
    logs: list[dict[str, Any]] | None
    name: str | None
    topic: str

class GoogleMapsIntegration(Model):
    api_key: str | None
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    id: str
    integration_type: Literal["GoogleMaps"]
    logs: list[dict[str, Any]] | None
    name: str | None

class GoogleMapsIntegrationCreated(Model):
    api_key: str
    created_at: datetime
    event: str | None
    id: str
    integration_type: Literal["GoogleMaps"]
    integration_url: str
    name: str | None
    ok: bool

class GoogleMapsIntegrationUpdated(Model):
    api_key: str | None
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    id: str
    integration: GoogleMapsIntegration
    integration_type: Literal["GoogleMaps"]
    logs: list[dict[str, Any]] | None
    name: str | None

class GroupsImpact(Model):
    devices: GroupsImpactDevices | None
    firmware_update: GroupsImpactUpdate | None

class GroupsImpactDevices(Model):
    firmware_update: GroupsImpactUpdate | None

class GroupsImpactUpdate(Model):
    by_version: list[GroupsImpactVersion] | None
    total: int

class GroupsImpactVersion(Model):
    total: int
    version: int | str

class InheritedEnvVar(Model):
    from_: EnvVarSource | str
    value: str

class IntegrationMetric(Model):
    failure: int | None
    sleep: int | None
    success: int | None
    time: datetime

class IntegrationMetrics(Model):
    integrations: list[IntegrationMetric]

class IntegrationResponse(Model):
    created_at: datetime
    device_id: str | None
    disabled: bool | None
    event: str
    id: str
    integration: (
        Webhook | AzureIotHubIntegration | GoogleCloudPlatformIntegration | GoogleMapsIntegration
    )
    integration_type: (
        Literal["Webhook"]
        | Literal["AzureIotHub"]
        | Literal["GoogleCloudPubSub"]
        | Literal["GoogleMaps"]
        | None
    )
    logs: list[dict[str, Any]] | None
    name: str | None

class IntegrationTestResult(Model):
    data: str | None
    error: str | None
    passed: bool

class LedgerDefinition(Model):
    archived_at: datetime | None
    created_at: datetime
    description: str
    direction: LedgerDirection | str
    name: str
    scope: LedgerScopeType | str
    updated_at: datetime

class LedgerDefinitionList(Model):
    ledger_definitions: list[LedgerDefinition] | None
    ledgers: list[LedgerDefinition] | None
    meta: PageMeta | None

class LedgerDefinitionResponse(Model):
    archived_at: datetime | None
    created_at: datetime
    description: str
    direction: LedgerDirection | str
    ledger: LedgerDefinition
    name: str
    scope: LedgerScopeType | str
    updated_at: datetime

class LedgerDirection(StrEnum):
    DOWNSTREAM = "Downstream"
    UPSTREAM = "Upstream"

class LedgerInstance(Model):
    created_at: datetime
    data: dict[str, Any]
    name: str
    replaced_at: datetime | None
    scope: LedgerScope
    size_bytes: int
    updated_at: datetime

class LedgerInstanceList(Model):
    instances: list[LedgerInstance]
    meta: PageMeta

class LedgerInstanceResponse(Model):
    created_at: datetime
    data: dict[str, Any]
    instance: LedgerInstance
    name: str
    replaced_at: datetime | None
    scope: LedgerScope
    size_bytes: int
    updated_at: datetime

class LedgerScope(Model):
    name: str | None
    not_owned: bool | None
    type: LedgerScopeType | str
    value: str

class LedgerScopeType(StrEnum):
    DEVICE = "Device"
    OWNER = "Owner"
    PRODUCT = "Product"

class LedgerSetMode(StrEnum):
    MERGE = "Merge"
    REPLACE = "Replace"

class LedgerVersionList(Model):
    meta: LedgerVersionMeta
    versions: list[LedgerInstance]

class LedgerVersionMeta(Model):
    has_more: bool

class Library(Model):
    attributes: LibraryAttributes
    id: str
    links: LibraryLinks | None
    type: str

class LibraryAttributes(Model):
    architectures: list[str] | None
    author: str | None
    installs: int | None
    license: str | None
    mine: bool | None
    name: str
    official: bool | None
    paragraph: str | None
    repository: str | None
    sentence: str | None
    url: str | None
    verified: bool | None
    version: str
    visibility: LibraryVisibility | str | None

class LibraryLinks(Model):
    download: str | None

class LibraryList(Model):
    data: list[Library]

class LibraryResponse(Model):
    attributes: LibraryAttributes
    data: Library
    id: str
    links: LibraryLinks | None
    type: str

class LibraryScope(StrEnum):
    ALL = "all"
    FEATURED = "featured"
    MINE = "mine"
    OFFICIAL = "official"
    PRIVATE = "private"
    PUBLIC = "public"
    VERIFIED = "verified"

class LibrarySortKey(StrEnum):
    CREATED = "created"
    INSTALLS = "installs"
    NAME = "name"
    OFFICIAL = "official"
    POPULARITY = "popularity"
    PUBLISHED = "published"
    UPDATED = "updated"
    VERIFIED = "verified"

class LibraryVersionScope(StrEnum):
    ALL = "all"
    PRIVATE = "private"
    PUBLIC = "public"

class LibraryVisibility(StrEnum):
    PRIVATE = "private"
    PUBLIC = "public"

class LocationGeometry(Model):
    coordinates: list[float] | list[list[float]]
    type_: LocationGeometryType | str

class LocationGeometryType(StrEnum):
    LINE_STRING = "LineString"
    POINT = "Point"

class LocationList(Model):
    locations: list[DeviceLocation]
    meta: LocationPageMeta | None

class LocationPageMeta(Model):
    devices_found: int | None
    page: int | None
    per_page: int | None
    total: int | None
    total_pages: int | None

class LocationProperties(Model):
    acc_h: float | None
    hd: float | None
    speed: float | None
    temp: float | None

class LocationResponse(Model):
    device_id: str
    device_name: str | None
    geometry: LocationGeometry
    gps_lock: bool
    groups: list[str] | None
    last_heard: datetime
    location: DeviceLocation
    meta: dict[str, Any] | None
    online: bool | None
    product_id: int
    properties: list[LocationProperties] | None
    timestamp: datetime | None
    timestamps: list[datetime] | None

class LogicEvent(Model):
    device_id: str | None
    event_data: str | None
    event_name: str | None
    product_id: str | int | None

class LogicExecution(Model):
    err: str | None
    logs: list[LogicRunLog]
    status: LogicExecutionStatus | str

class LogicExecutionResponse(Model):
    err: str | None
    logs: list[LogicRunLog]
    result: LogicExecution
    status: LogicExecutionStatus | str

class LogicExecutionStatus(StrEnum):
    EXCEPTION = "Exception"
    FAILURE = "Failure"
    SUCCESS = "Success"

class LogicFunction(Model):
    api_username: str | None
    created_at: datetime
    created_by: str
    description: str
    enabled: bool
    id: str
    logic_triggers: list[LogicTrigger]
    name: str
    org_slug: str | None
    owner_id: str
    secrets: list[str] | None
    source: LogicSource
    template_slug: str | None
    today_stats: LogicFunctionStats | None
    updated_at: datetime
    updated_by: str
    use_env: bool | None
    version: int

class LogicFunctionDailyStats(Model):
    day: str
    failure: int
    success: int
    timeout: int

class LogicFunctionList(Model):
    logic_functions: list[LogicFunction]

class LogicFunctionResponse(Model):
    api_username: str | None
    created_at: datetime
    created_by: str
    description: str
    enabled: bool
    id: str
    logic_function: LogicFunction
    logic_triggers: list[LogicTrigger]
    name: str
    org_slug: str | None
    owner_id: str
    secrets: list[str] | None
    source: LogicSource
    template_slug: str | None
    today_stats: LogicFunctionStats | None
    updated_at: datetime
    updated_by: str
    use_env: bool | None
    version: int

class LogicFunctionStats(Model):
    failure: int
    success: int
    timeout: int

class LogicFunctionStatsList(Model):
    logic_function_stats: list[LogicFunctionDailyStats]

class LogicLogLevel(StrEnum):
    ERROR = "Error"
    INFO = "Info"
    WARNING = "Warning"

class LogicRun(Model):
    finished_at: datetime
    id: str
    log_filename: str
    logic_function_id: str
    logic_trigger_id: str
    logic_trigger_type: str
    owner_id: str
    started_at: datetime
    status: LogicRunStatus | str

class LogicRunList(Model):
    logic_runs: list[LogicRun]

class LogicRunLog(Model):
    args: list[Any]
    level: LogicLogLevel | str
    timestamp: datetime

class LogicRunLogs(Model):
    logs: list[LogicRunLog]

class LogicRunLogsResponse(Model):
    logic_run_logs: LogicRunLogs
    logs: list[LogicRunLog]

class LogicRunResponse(Model):
    finished_at: datetime
    id: str
    log_filename: str
    logic_function_id: str
    logic_run: LogicRun
    logic_trigger_id: str
    logic_trigger_type: str
    owner_id: str
    started_at: datetime
    status: LogicRunStatus | str

class LogicRunStatus(StrEnum):
    FAILURE = "Failure"
    SUCCESS = "Success"
    TIMEOUT = "Timeout"

class LogicSource(Model):
    code: str
    type: Literal["JavaScript"]

class LogicTrigger(Model):
    cron: str | None
    enabled: bool
    end_at: datetime | None
    event: str | None
    event_name: str | None
    id: str
    last_scheduled_at: datetime | None
    logic_function_id: str
    next_unscheduled_at: datetime | None
    product_id: int | None
    start_at: datetime | None
    type: LogicTriggerType | str
    version: int | None

class LogicTriggerSettings(Model):
    cron: str | None
    enabled: bool | None
    end_at: datetime | None
    event: str | None
    event_name: str | None
    id: str | None
    product_id: int | None
    start_at: datetime | None
    type: LogicTriggerType | str | None

class LogicTriggerType(StrEnum):
    EVENT = "Event"
    SCHEDULED = "Scheduled"

class MeshMembership(Model):
    id: str | None
    role: MeshMembershipRole | None

class MeshMembershipRole(Model):
    gateway: bool | None
    state: MeshState | str | None

class MeshNetwork(Model):
    channel: int | None
    device_count: int | None
    gateway_count: int | None
    id: str | None
    last_heard: datetime | None
    name: str | None
    notes: str | None
    pan_id: str | None
    state: MeshState | str | None
    type: str | None
    xpan_id: str | None

class MeshNetworkAction(StrEnum):
    ADD_DEVICE = "add-device"
    GATEWAY_DISABLE = "gateway-disable"
    GATEWAY_ENABLE = "gateway-enable"
    REMOVE_DEVICE = "remove-device"

class MeshNetworkDevice(Model):
    id: str | None
    name: str | None
    network: MeshMembership | None
    platform_id: int | None

class MeshNetworkResponse(Model):
    channel: int | None
    device_count: int | None
    gateway_count: int | None
    id: str | None
    last_heard: datetime | None
    name: str | None
    network: MeshNetwork | None
    notes: str | None
    ok: bool | None
    pan_id: str | None
    state: MeshState | str | None
    type: str | None
    xpan_id: str | None

class MeshRole(StrEnum):
    GATEWAY = "gateway"
    NODE = "node"

class MeshState(StrEnum):
    CONFIRMED = "confirmed"
    PENDING = "pending"

class MfaConfirmed(Model):
    enrolled: bool
    tokens: list[str] | None

class MfaEnrollment(Model):
    mfa_token: str
    qr_url: str
    secret: str | None

class MfaStatus(Model):
    enabled: bool

class OAuthClient(Model):
    id: str
    name: str
    product_id: int | None
    redirect_uri: str | None
    secret: str | None
    type: OAuthClientType | str

class OAuthClientList(Model):
    clients: list[OAuthClient]
    ok: bool | None

class OAuthClientResponse(Model):
    client: OAuthClient
    id: str
    name: str
    ok: bool | None
    product_id: int | None
    redirect_uri: str | None
    secret: str | None
    type: OAuthClientType | str

class OAuthClientType(StrEnum):
    INSTALLED = "installed"
    WEB = "web"

class Ok(Model):
    ok: bool

class OnlineMetric(Model):
    count: int
    time: datetime

class OnlineMetrics(Model):
    online: list[OnlineMetric]

class Organization(Model):
    id: str
    name: str
    slug: str

class OrganizationList(Model):
    organizations: list[Organization]

class OrganizationResponse(Model):
    id: str
    name: str
    organization: Organization
    slug: str

class PageMeta(Model):
    page: int | None
    per_page: int | None
    total: int | None
    total_pages: int | None

class Product(Model):
    description: str | None
    device_protection: ProductDeviceProtection | str | None
    groups: list[str] | None
    id: int | str
    name: str
    org: str | None
    organization: str | None
    organization_id: str | None
    platform_id: int
    product_id: int | None
    requires_activation_codes: bool | None
    settings: ProductSettings | None
    slug: str
    subscription_id: int | None
    user: str | None

class ProductConfiguration(Model):
    configuration: dict[str, Any]

class ProductDeviceList(Model):
    customers: list[DeviceCustomer] | None
    devices: list[Device]
    meta: PageMeta | None

class ProductDeviceProtection(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"

class ProductFirmware(Model):
    current: bool | None
    description: str | None
    device_count: int | None
    groups: list[str] | None
    id: str | None
    intelligent: bool | None
    mandatory: bool | None
    name: str | None
    product_default: bool | None
    product_id: int | None
    size: int | None
    title: str | None
    updated_at: datetime | None
    uploaded_at: datetime | None
    uploaded_by: UserReference | None
    uploaded_on: datetime | None
    version: int

class ProductFirmwareReleased(Model):
    description: str | None
    groups: list[str] | None
    id: str | None
    intelligent: bool | None
    mandatory: bool | None
    name: str | None
    ok: bool | None
    product_default: bool | None
    product_id: int | None
    size: int | None
    title: str | None
    updated_at: datetime | None
    uploaded_by: UserReference | None
    uploaded_on: datetime | None
    version: int | None

class ProductKnownApplicationSettings(Model):
    opt_in: bool | None

class ProductList(Model):
    products: list[Product]

class ProductLocationSettings(Model):
    opt_in: bool | None

class ProductResponse(Model):
    description: str | None
    device_protection: ProductDeviceProtection | str | None
    groups: list[str] | None
    id: int | str
    name: str
    org: str | None
    organization: str | None
    organization_id: str | None
    platform_id: int
    product: Product
    product_id: int | None
    requires_activation_codes: bool | None
    settings: ProductSettings | None
    slug: str
    subscription_id: int | None
    user: str | None

class ProductSettings(Model):
    known_application: ProductKnownApplicationSettings | None
    location: ProductLocationSettings | None
    quarantine: bool | None

class RegistrationCode(Model):
    registration_code: str

class RenderedEnvVars(Model):
    env: dict[str, str]
    last_updated_at: datetime | None
    rollout_at: datetime | None
    rollout_by: str | None

class ScimUser(Model):
    active: bool | None
    id: str | None
    schemas: list[str] | None
    user_name: str | None

class SearchResult(Model):
    device: FoundDevice | None
    org: str | None
    org_name: str | None
    type: SearchResultType | str

class SearchResultType(StrEnum):
    DEVICE = "device"
    PRODUCT = "product"
    SIM = "sim"

class SearchResults(Model):
    has_more: bool
    ok: bool
    results: list[SearchResult]

class Secret(Model):
    created_at: datetime | None
    created_by: str | None
    integrations: list[SecretIntegration] | None
    last_accessed_at: datetime | None
    logic_functions: list[SecretLogicFunction] | None
    name: str
    updated_at: datetime | None
    updated_by: str | None

class SecretIntegration(Model):
    id: str | None
    name: str | None
    org_integration_id: str | None
    product_slug: str | None

class SecretList(Model):
    secrets: list[Secret]

class SecretLogicFunction(Model):
    id: str | None
    name: str | None

class SecretResponse(Model):
    created_at: datetime | None
    created_by: str | None
    integrations: list[SecretIntegration] | None
    last_accessed_at: datetime | None
    logic_functions: list[SecretLogicFunction] | None
    name: str
    secret: Secret
    updated_at: datetime | None
    updated_by: str | None

class SerialNumber(Model):
    device_id: str | None
    iccid: str | None
    id: str | None
    ok: bool | None
    platform_id: int | None
    serial_number: str | None

class ServiceAgreement(Model):
    attributes: ServiceAgreementAttributes
    id: str
    type: str

class ServiceAgreementAttributes(Model):
    agreement_type: str | None
    current_billing_period_end: date | None
    current_billing_period_start: date | None
    current_usage_summary: UsageSummary | None
    duration: str | None
    ends_on: date | None
    name: str | None
    next_billing_period_start: date | None
    owner_id: str | None
    owner_type: AgreementOwnerType | str | None
    pricing_terms: AgreementPricingTerms | None
    starts_on: date | None
    state: str | None

class ServiceAgreementList(Model):
    data: list[ServiceAgreement]

class ServiceAgreementNotification(Model):
    attributes: ServiceAgreementNotificationAttributes
    id: str
    type: str

class ServiceAgreementNotificationAttributes(Model):
    created_at: datetime | None
    details: dict[str, Any] | None
    event_name: str | None
    resource_id: str | int | None
    resource_type: str | None
    state: str | None
    time_period: str | None
    updated_at: datetime | None

class ServiceAgreementNotificationList(Model):
    data: list[ServiceAgreementNotification]

class Sim(Model):
    activated_on: datetime | None
    activations_count: int | None
    base_country_code: str | None
    base_monthly_rate: float | None
    carrier: str | None
    deactivations_count: int | None
    device_id: str | None
    device_name: str | None
    first_activated_on: datetime | None
    iccid: str | None
    id: str | None
    last_activated_on: datetime | None
    last_activated_via: str | None
    last_device_id: str | None
    last_device_name: str | None
    last_status_change_action: str | None
    last_status_change_action_error: str | None
    msisdn: str | None
    overage_monthly_rate: float | None
    owner: str | None
    product_id: str | int | None
    status: SimStatus | str
    stripe_plan_slug: str | None
    updated_at: datetime | None
    user_id: str | None

class SimConnection(Model):
    connected: bool | None
    data_connection: bool | None
    gsm_connection: bool | None

class SimConnectionCheck(Model):
    connected: bool | None
    data_connection: bool | None
    gsm_connection: bool | None
    meta: SimConnectionTask
    ok: bool
    sim_status: SimConnection

class SimConnectionTask(Model):
    check_again_after: datetime | None
    created_at: datetime | None
    expires_at: datetime | None
    method: str | None
    state: SimConnectionTaskState | str | None
    task_id: str | None

class SimConnectionTaskState(StrEnum):
    COMPLETE = "complete"
    PENDING = "pending"

class SimDataUsage(Model):
    iccid: str | None
    quota: float | None
    usage_by_day: list[DataUsageDay]
    used: float | None

class SimList(Model):
    meta: PageMeta | None
    sims: list[Sim]

class SimResponse(Model):
    activated_on: datetime | None
    activations_count: int | None
    base_country_code: str | None
    base_monthly_rate: float | None
    carrier: str | None
    deactivations_count: int | None
    device_id: str | None
    device_name: str | None
    first_activated_on: datetime | None
    iccid: str | None
    id: str | None
    last_activated_on: datetime | None
    last_activated_via: str | None
    last_device_id: str | None
    last_device_name: str | None
    last_status_change_action: str | None
    last_status_change_action_error: str | None
    msisdn: str | None
    overage_monthly_rate: float | None
    owner: str | None
    product_id: str | int | None
    sim: Sim
    status: SimStatus | str
    stripe_plan_slug: str | None
    updated_at: datetime | None
    user_id: str | None

class SimStatus(StrEnum):
    ACTIVE = "active"
    DEACTIVATED = "deactivated"
    INACTIVE = "inactive"

class SortDirection(StrEnum):
    ASC = "asc"
    DESC = "desc"

class TeamInvited(Model):
    friendly_name: str | None
    id: str | None
    invited: TeamMember
    is_programmatic: bool | None
    no_mfa: bool | None
    no_password: bool | None
    ok: bool
    product_id: int | None
    role: TeamRole | None
    scim_provisioned: bool | None
    scopes: list[str] | None
    username: str

class TeamList(Model):
    ok: bool | None
    team: list[TeamMember]

class TeamMember(Model):
    friendly_name: str | None
    id: str | None
    is_programmatic: bool | None
    no_mfa: bool | None
    no_password: bool | None
    product_id: int | None
    role: TeamRole | None
    scim_provisioned: bool | None
    scopes: list[str] | None
    username: str

class TeamMemberUpdated(Model):
    friendly_name: str | None
    id: str | None
    is_programmatic: bool | None
    no_mfa: bool | None
    no_password: bool | None
    ok: bool | None
    product_id: int | None
    role: TeamRole | None
    scim_provisioned: bool | None
    scopes: list[str] | None
    updated: TeamMember | None
    username: str

class TeamRole(Model):
    id: str | None
    name: str | None

class TeamRoleName(StrEnum):
    ADMINISTRATOR = "Administrator"
    DEVELOPER = "Developer"
    SUPPORT = "Support"
    VIEW_ONLY = "View-only"

class TokenOrganization(Model):
    id: str
    slug: str | None

class TrackingIdentity(Model):
    email: str | None
    id: str

class UnprotectAction(StrEnum):
    CONFIRM = "confirm"
    PREPARE = "prepare"

class UsageReport(Model):
    attributes: UsageReportAttributes
    id: str
    type: str

class UsageReportAttributes(Model):
    created_at: datetime | None
    date_period_end: date | None
    date_period_start: date | None
    download_url: str | None
    expires_at: datetime | None
    report_params: UsageReportParams | None
    report_type: UsageReportType | str | None
    service_agreement_id: int | str | None
    state: str | None

class UsageReportParams(Model):
    devices: list[str] | None
    products: list[str | int] | None
    recipient_list: list[str] | None

class UsageReportResponse(Model):
    attributes: UsageReportAttributes
    data: UsageReport
    id: str
    type: str

class UsageReportType(StrEnum):
    DEVICES = "devices"
    PRODUCTS = "products"

class UsageSummary(Model):
    connectivity: ConnectivityUsage | None
    device_limit_reached: bool | None

class User(Model):
    account_info: AccountInfo
    cellular_device_count: int | None
    memberships: list[dict[str, Any]] | None
    mfa: MfaStatus
    no_password: bool | None
    scim_provisioned: bool | None
    subscription_ids: list[int | str] | None
    tos: int | None
    username: str
    wifi_device_count: int | None

class UserConfirmation(Model):
    message: str | None
    ok: bool

class UserReference(Model):
    username: str | None

class UserUpdated(Model):
    account_info: AccountInfo | None
    cellular_device_count: int | None
    memberships: list[dict[str, Any]] | None
    message: str | None
    mfa: MfaStatus | None
    no_password: bool | None
    ok: bool | None
    scim_provisioned: bool | None
    tos: int | None
    username: str | None
    wifi_device_count: int | None

class VariableMetric(Model):
    failure: int | None
    offline: int | None
    success: int | None
    time: datetime

class VariableMetrics(Model):
    variables: list[VariableMetric]

class VariableResult(Model):
    core_info: VariableSource | None
    name: str
    result: Any

class VariableSource(Model):
    connected: bool | None
    device_id: str | None
    last_handshake_at: datetime | None
    name: str | None

class VitalsBattery(Model):
    charge: float | VitalsFault | None
    state: VitalsBatteryState | str | None

class VitalsBatteryState(StrEnum):
    CHARGED = "charged"
    CHARGING = "charging"
    DISCHARGING = "discharging"
    DISCONNECTED = "disconnected"
    FAULT = "fault"
    NOT_CHARGING = "not_charging"
    UNKNOWN = "unknown"

class VitalsCellIdentity(Model):
    cell_id: int | None
    location_area_code: int | None
    mobile_country_code: int | None
    mobile_network_code: str | None

class VitalsCellular(Model):
    cell_global_identity: VitalsCellIdentity | None
    operator: str | None
    radio_access_technology: str | None

class VitalsCloud(Model):
    coap: VitalsMessages | None
    connection: VitalsCloudConnection | None
    disconnects: int | None
    publish: VitalsPublishing | None

class VitalsCloudConnection(Model):
    attempts: int | None
    disconnect_reason: VitalsCloudDisconnectReason | str | None
    disconnects: int | None
    error: int | None
    status: VitalsCloudStatus | str | None

class VitalsCloudDisconnectReason(StrEnum):
    ERROR = "error"
    LISTENING = "listening"
    NETWORK_DISCONNECT = "network_disconnect"
    NONE = "none"
    USER = "user"

class VitalsCloudStatus(StrEnum):
    CONNECTED = "connected"
    CONNECTING = "connecting"
    DISCONNECTED = "disconnected"
    DISCONNECTING = "disconnecting"

class VitalsDevice(Model):
    cloud: VitalsCloud | None
    network: VitalsNetwork | None
    power: VitalsPower | None
    system: VitalsSystem | None

class VitalsFault(Model):
    err: int

class VitalsMemory(Model):
    total: int | None
    used: int | None

class VitalsMessages(Model):
    retransmit: int | None
    round_trip: float | None
    transmit: int | None
    unack: int | None

class VitalsNetwork(Model):
    cellular: VitalsCellular | None
    connection: VitalsNetworkConnection | None
    signal: VitalsSignal | None

class VitalsNetworkConnection(Model):
    attempts: int | None
    disconnect_reason: VitalsNetworkDisconnectReason | str | None
    disconnects: int | None
    error: int | None
    status: VitalsNetworkStatus | str | None

class VitalsNetworkDisconnectReason(StrEnum):
    ERROR = "error"
    LISTENING = "listening"
    NETWORK_OFF = "network_off"
    NONE = "none"
    RESET = "reset"
    SLEEP = "sleep"
    UNKNOWN = "unknown"
    USER = "user"

class VitalsNetworkStatus(StrEnum):
    CONNECTED = "connected"
    CONNECTING = "connecting"
    DISCONNECTED = "disconnected"
    DISCONNECTING = "disconnecting"
    TURNED_OFF = "turned_off"
    TURNING_OFF = "turning_off"
    TURNING_ON = "turning_on"

class VitalsPower(Model):
    battery: VitalsBattery | None
    source: VitalsPowerSource | str | None

class VitalsPowerSource(StrEnum):
    UNKNOWN = "unknown"
    USB_ADAPTER = "USB adapter"
    USB_HOST = "USB host"
    USB_OTG = "USB otg"
    VIN = "VIN"

class VitalsPublishing(Model):
    rate_limited: int | None

class VitalsQualityType(StrEnum):
    ECN0 = "ECN0"
    RSRQ = "RSRQ"
    RXQUAL = "RXQUAL"
    SNR = "SNR"

class VitalsRadioTechnology(StrEnum):
    CDMA = "CDMA"
    EDGE = "EDGE"
    GSM = "GSM"
    LTE = "LTE"
    LTE_CAT_M1 = "LTE Cat-M1"
    LTE_CAT_NB1 = "LTE Cat-NB1"
    UMTS = "UMTS"
    WI_FI = "Wi-Fi"

class VitalsService(Model):
    cloud: VitalsServiceCloud | None
    coap: VitalsServiceMessages | None
    device: VitalsServiceDevice | None

class VitalsServiceCloud(Model):
    publish: VitalsServicePublishing | None
    uptime: int | None

class VitalsServiceDevice(Model):
    status: VitalsServiceStatus | str | None

class VitalsServiceMessages(Model):
    round_trip: float | None

class VitalsServicePublishing(Model):
    sent: int | None

class VitalsServiceStatus(StrEnum):
    ERROR = "error"
    OK = "ok"

class VitalsSignal(Model):
    at: VitalsRadioTechnology | str | None
    quality: float | None
    quality_units: str | None
    qualityv: float | None
    qualityv_type: VitalsQualityType | str | None
    qualityv_units: str | None
    strength: float | None
    strength_units: str | None
    strengthv: float | None
    strengthv_type: VitalsStrengthType | str | None
    strengthv_units: str | None

class VitalsStrengthType(StrEnum):
    RSCP = "RSCP"
    RSRP = "RSRP"
    RSSI = "RSSI"
    RXLEV = "RXLEV"

class VitalsSystem(Model):
    memory: VitalsMemory | None
    uptime: int | None

class Webhook(Model):
    auth: WebhookAuth | None
    body: str | None
    created_at: datetime
    data_url_response_event: bool | None
    device_id: str | None
    disabled: bool | None
    error_response_topic: str | None
    event: str
    form: dict[str, Any] | None
    id: str
    integration_type: Literal["Webhook"] | None
    json: dict[str, Any] | str | None
    logs: list[dict[str, Any]] | None
    name: str | None
    no_defaults: bool | None
    reject_unauthorized: bool | None
    request_headers: dict[str, str] | None
    request_query: dict[str, Any] | None
    request_type: WebhookRequestType | str
    response_template: str | dict[str, Any] | None
    response_topic: str | None
    template: str | None
    unchunked: bool | None
    url: str

class WebhookAuth(Model):
    password: str | None
    username: str | None

class WebhookCreated(Model):
    created_at: datetime
    event: str | None
    hook_url: str
    id: str
    integration_type: Literal["Webhook"] | None
    name: str | None
    ok: bool
    request_type: str | None
    url: str

class WebhookRequestType(StrEnum):
    DELETE = "DELETE"
    GET = "GET"
    POST = "POST"
    PUT = "PUT"

class WebhookUpdated(Model):
    auth: WebhookAuth | None
    body: str | None
    created_at: datetime
    data_url_response_event: bool | None
    device_id: str | None
    disabled: bool | None
    error_response_topic: str | None
    event: str
    form: dict[str, Any] | None
    id: str
    integration: Webhook
    integration_type: Literal["Webhook"] | None
    json: dict[str, Any] | str | None
    logs: list[dict[str, Any]] | None
    name: str | None
    no_defaults: bool | None
    reject_unauthorized: bool | None
    request_headers: dict[str, str] | None
    request_query: dict[str, Any] | None
    request_type: WebhookRequestType | str
    response_template: str | dict[str, Any] | None
    response_topic: str | None
    template: str | None
    unchunked: bool | None
    url: str

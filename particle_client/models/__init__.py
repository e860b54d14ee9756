# Generated from openapi/ by `make generate`. Do not edit.
"""Models of the Cloud API, one module a resource. Each module is imported when first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .common import Ok, PageMeta, SortDirection, UserReference
    from .devices import (
        ClaimCode,
        Device,
        DeviceClaimed,
        DeviceCustomer,
        DeviceDevelopmentMarked,
        DeviceFirmwareLocked,
        DeviceFlashed,
        DeviceGroupChanges,
        DeviceGroupsSet,
        DeviceNotesSet,
        DevicePing,
        DeviceProtection,
        DeviceRenamed,
        DeviceSignaled,
        DevicesImported,
        DeviceSortAttribute,
        DeviceStatus,
        DeviceUpdated,
        DeviceUpdatesForced,
        FunctionResult,
        ProductDeviceList,
        UnprotectAction,
        VariableResult,
        VariableSource,
    )
    from .firmware import (
        BuildTarget,
        BuildTargets,
        CompiledFirmware,
        CompileFailure,
        ProductFirmware,
        ProductFirmwareReleased,
    )
    from .orgs import Organization, OrganizationList, OrganizationResponse
    from .products import (
        Product,
        ProductKnownApplicationSettings,
        ProductList,
        ProductLocationSettings,
        ProductResponse,
        ProductSettings,
    )
    from .team import (
        ApiUser,
        ApiUserCreated,
        ApiUserToken,
        ApiUserUpdated,
        TeamInvited,
        TeamList,
        TeamMember,
        TeamMemberUpdated,
        TeamRole,
        TeamRoleName,
    )
    from .tokens import AccessToken, AccessTokenInfo, CurrentAccessToken, TokenOrganization
    from .user import (
        AccountInfo,
        MfaConfirmed,
        MfaEnrollment,
        MfaStatus,
        TrackingIdentity,
        User,
        UserConfirmation,
        UserUpdated,
    )

__all__ = [
    "AccessToken",
    "AccessTokenInfo",
    "AccountInfo",
    "ApiUser",
    "ApiUserCreated",
    "ApiUserToken",
    "ApiUserUpdated",
    "BuildTarget",
    "BuildTargets",
    "ClaimCode",
    "CompileFailure",
    "CompiledFirmware",
    "CurrentAccessToken",
    "Device",
    "DeviceClaimed",
    "DeviceCustomer",
    "DeviceDevelopmentMarked",
    "DeviceFirmwareLocked",
    "DeviceFlashed",
    "DeviceGroupChanges",
    "DeviceGroupsSet",
    "DeviceNotesSet",
    "DevicePing",
    "DeviceProtection",
    "DeviceRenamed",
    "DeviceSignaled",
    "DeviceSortAttribute",
    "DeviceStatus",
    "DeviceUpdated",
    "DeviceUpdatesForced",
    "DevicesImported",
    "FunctionResult",
    "MfaConfirmed",
    "MfaEnrollment",
    "MfaStatus",
    "Ok",
    "Organization",
    "OrganizationList",
    "OrganizationResponse",
    "PageMeta",
    "Product",
    "ProductDeviceList",
    "ProductFirmware",
    "ProductFirmwareReleased",
    "ProductKnownApplicationSettings",
    "ProductList",
    "ProductLocationSettings",
    "ProductResponse",
    "ProductSettings",
    "SortDirection",
    "TeamInvited",
    "TeamList",
    "TeamMember",
    "TeamMemberUpdated",
    "TeamRole",
    "TeamRoleName",
    "TokenOrganization",
    "TrackingIdentity",
    "UnprotectAction",
    "User",
    "UserConfirmation",
    "UserReference",
    "UserUpdated",
    "VariableResult",
    "VariableSource",
]

_MODULES = {
    "common": "Ok PageMeta SortDirection UserReference",
    "devices": "ClaimCode Device DeviceClaimed DeviceCustomer DeviceDevelopmentMarked DeviceFirmwareLocked DeviceFlashed DeviceGroupChanges DeviceGroupsSet DeviceNotesSet DevicePing DeviceProtection DeviceRenamed DeviceSignaled DeviceSortAttribute DeviceStatus DeviceUpdated DeviceUpdatesForced DevicesImported FunctionResult ProductDeviceList UnprotectAction VariableResult VariableSource",
    "firmware": "BuildTarget BuildTargets CompileFailure CompiledFirmware ProductFirmware ProductFirmwareReleased",
    "orgs": "Organization OrganizationList OrganizationResponse",
    "products": "Product ProductKnownApplicationSettings ProductList ProductLocationSettings ProductResponse ProductSettings",
    "team": "ApiUser ApiUserCreated ApiUserToken ApiUserUpdated TeamInvited TeamList TeamMember TeamMemberUpdated TeamRole TeamRoleName",
    "tokens": "AccessToken AccessTokenInfo CurrentAccessToken TokenOrganization",
    "user": "AccountInfo MfaConfirmed MfaEnrollment MfaStatus TrackingIdentity User UserConfirmation UserUpdated",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    for module, names in _MODULES.items():
        if name in names.split():
            return getattr(import_module(f".{module}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__

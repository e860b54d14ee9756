# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `service_agreements`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "CREATE_ORG_USAGE_REPORT",
    "CREATE_USER_USAGE_REPORT",
    "GET_ORG_USAGE_REPORT",
    "GET_USER_USAGE_REPORT",
    "LIST_ORG_SERVICE_AGREEMENTS",
    "LIST_ORG_SERVICE_AGREEMENT_NOTIFICATIONS",
    "LIST_USER_SERVICE_AGREEMENTS",
    "LIST_USER_SERVICE_AGREEMENT_NOTIFICATIONS",
]

LIST_USER_SERVICE_AGREEMENTS = Operation(
    "listUserServiceAgreements", "GET", "/v1/user/service_agreements", pagination=Pagination("data")
)
LIST_USER_SERVICE_AGREEMENT_NOTIFICATIONS = Operation(
    "listUserServiceAgreementNotifications",
    "GET",
    "/v1/user/service_agreements/{serviceAgreementId}/notifications",
    pagination=Pagination("data"),
)
CREATE_USER_USAGE_REPORT = Operation(
    "createUserUsageReport",
    "POST",
    "/v1/user/service_agreements/{serviceAgreementId}/usage_reports",
)
GET_USER_USAGE_REPORT = Operation(
    "getUserUsageReport", "GET", "/v1/user/usage_reports/{usageReportId}"
)
LIST_ORG_SERVICE_AGREEMENTS = Operation(
    "listOrgServiceAgreements",
    "GET",
    "/v1/orgs/{orgIdOrSlug}/service_agreements",
    pagination=Pagination("data"),
)
LIST_ORG_SERVICE_AGREEMENT_NOTIFICATIONS = Operation(
    "listOrgServiceAgreementNotifications",
    "GET",
    "/v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/notifications",
    pagination=Pagination("data"),
)
CREATE_ORG_USAGE_REPORT = Operation(
    "createOrgUsageReport",
    "POST",
    "/v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/usage_reports",
)
GET_ORG_USAGE_REPORT = Operation(
    "getOrgUsageReport", "GET", "/v1/orgs/{orgIdOrSlug}/usage_reports/{usageReportId}"
)

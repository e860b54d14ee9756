# Generated from openapi/ by `make generate`. Do not edit.
"""Service agreements: what an account or an organization may use of the cloud, what it has used,
and reports about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from ..base.unset import UNSET, Unset
from ..calls.encoding import several
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.service_agreements import (
    ServiceAgreement,
    ServiceAgreementList,
    ServiceAgreementNotification,
    ServiceAgreementNotificationList,
    UsageReportResponse,
    UsageReportType,
)
from ..operations.service_agreements import (
    CREATE_ORG_USAGE_REPORT,
    CREATE_USER_USAGE_REPORT,
    GET_ORG_USAGE_REPORT,
    GET_USER_USAGE_REPORT,
    LIST_ORG_SERVICE_AGREEMENT_NOTIFICATIONS,
    LIST_ORG_SERVICE_AGREEMENTS,
    LIST_USER_SERVICE_AGREEMENT_NOTIFICATIONS,
    LIST_USER_SERVICE_AGREEMENTS,
)

__all__ = [
    "AsyncOrgServiceAgreements",
    "AsyncServiceAgreements",
    "OrgServiceAgreements",
    "ServiceAgreements",
]


class ServiceAgreements(Resource):
    """Service agreements: what an account or an organization may use of the cloud, what it has
    used, and reports about it.

    Reached as `particle.service_agreements`.
    """

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementList, ServiceAgreement]:
        """List the service agreements of your account.

        The account's agreements with Particle on what it may use, each with the usage of the
        current billing period and the pricing terms.

        Examples:
            >>> for agreement in particle.service_agreements.list():
            ...     print(agreement.id)

        Cloud API: listUserServiceAgreements, GET /v1/user/service_agreements.
        """
        return self._page(
            LIST_USER_SERVICE_AGREEMENTS, options, ServiceAgreementList, ServiceAgreement
        )

    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementNotificationList, ServiceAgreementNotification]:
        """List the notifications about a service agreement.

        What happened to one of the account's service agreements in the current usage period: the
        usage reached 70, 90 or 100 percent of a limit, or the service was paused or resumed.

        Args:
            service_agreement_id: ID of the service agreement.

        Examples:
            >>> for notification in particle.service_agreements.list_notifications(1):
            ...     print(notification.id)

        Cloud API: listUserServiceAgreementNotifications, GET
        /v1/user/service_agreements/{serviceAgreementId}/notifications. Permission of API users:
        service_agreements.notifications:list.
        """
        return self._page(
            LIST_USER_SERVICE_AGREEMENT_NOTIFICATIONS,
            options,
            ServiceAgreementNotificationList,
            ServiceAgreementNotification,
            path={"service_agreement_id": service_agreement_id},
        )

    def create_usage_report(
        self,
        service_agreement_id: int | str,
        report_type: UsageReportType | str,
        date_period_start: date | str,
        date_period_end: date | str,
        *,
        devices: Sequence[str] | Unset = UNSET,
        products: Sequence[str | int] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UsageReportResponse:
        """Request a usage report.

        Asks for a report on what the devices or products under one of the account's service
        agreements used. The cloud makes it in the background: ask for the report by its ID until
        its state is `available`, and it has a `download_url`.

        Args:
            service_agreement_id: ID of the service agreement.
            report_type: Whether the report is about devices or products.
            date_period_start: First day that the report is about, as in `2022-01-01`.
            date_period_end: Last day that the report is about, as in `2022-01-31`.
            devices: IDs of the devices that the report is about.
            products: IDs of the products that the report is about.

        Examples:
            >>> particle.service_agreements.create_usage_report(
            ...     1, "devices", "2022-01-01", "2022-01-31", devices=["device1", "device2"]
            ... )

        Cloud API: createUserUsageReport, POST
        /v1/user/service_agreements/{serviceAgreementId}/usage_reports. Permission of API users:
        service_agreements.usage_reports:create.
        """
        return self._call(
            CREATE_USER_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"service_agreement_id": service_agreement_id},
            json={
                "report_type": report_type,
                "date_period_start": date_period_start,
                "date_period_end": date_period_end,
                "devices": several("devices", devices),
                "products": several("products", products),
            },
        )

    def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse:
        """Get a usage report.

        One usage report of your account, with its state. A report whose state is `available` has
        the address of its file in `download_url`, for as long as `expires_at` says.

        Args:
            usage_report_id: ID of the usage report.

        Examples:
            >>> particle.service_agreements.get_usage_report(1)

        Cloud API: getUserUsageReport, GET /v1/user/usage_reports/{usageReportId}.
        """
        return self._call(
            GET_USER_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"usage_report_id": usage_report_id},
        )


class OrgServiceAgreements(Resource):
    """Service agreements: what an account or an organization may use of the cloud, what it has
    used, and reports about it.

    Reached as `particle.org(…).service_agreements`.
    """

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementList, ServiceAgreement]:
        """List the service agreements of an organization.

        The organization's agreements with Particle on what it may use, each with the usage of the
        current billing period and the pricing terms.

        The usage needs the permission `service_agreements.usage_summary:get`, the pricing terms
        need `service_agreements.pricing_terms:get`.

        Examples:
            >>> for agreement in org.service_agreements.list():
            ...     print(agreement.id)

        Cloud API: listOrgServiceAgreements, GET /v1/orgs/{orgIdOrSlug}/service_agreements.
        Permission of API users: service_agreements:list, service_agreements.usage_summary:get,
        service_agreements.pricing_terms:get.
        """
        return self._page(
            LIST_ORG_SERVICE_AGREEMENTS, options, ServiceAgreementList, ServiceAgreement
        )

    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementNotificationList, ServiceAgreementNotification]:
        """List the notifications about a service agreement.

        What happened to one of the organization's service agreements in the current usage period:
        the usage reached 70, 90 or 100 percent of a limit, or the service was paused or resumed.

        Args:
            service_agreement_id: ID of the service agreement.

        Examples:
            >>> for notification in org.service_agreements.list_notifications(1):
            ...     print(notification.id)

        Cloud API: listOrgServiceAgreementNotifications, GET
        /v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/notifications. Permission of
        API users: service_agreements.notifications:list.
        """
        return self._page(
            LIST_ORG_SERVICE_AGREEMENT_NOTIFICATIONS,
            options,
            ServiceAgreementNotificationList,
            ServiceAgreementNotification,
            path={"service_agreement_id": service_agreement_id},
        )

    def create_usage_report(
        self,
        service_agreement_id: int | str,
        report_type: UsageReportType | str,
        date_period_start: date | str,
        date_period_end: date | str,
        *,
        devices: Sequence[str] | Unset = UNSET,
        products: Sequence[str | int] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UsageReportResponse:
        """Request a usage report.

        Asks for a report on what the devices or products under one of the organization's service
        agreements used. The cloud makes it in the background: ask for the report by its ID until
        its state is `available`, and it has a `download_url`.

        The user of the access token must be an active member of the organization.

        Args:
            service_agreement_id: ID of the service agreement.
            report_type: Whether the report is about devices or products.
            date_period_start: First day that the report is about, as in `2022-01-01`.
            date_period_end: Last day that the report is about, as in `2022-01-31`.
            devices: IDs of the devices that the report is about.
            products: IDs of the products that the report is about.

        Examples:
            >>> org.service_agreements.create_usage_report(
            ...     1, "devices", "2022-01-01", "2022-01-31", devices=["device1", "device2"]
            ... )

        Cloud API: createOrgUsageReport, POST
        /v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/usage_reports.
        """
        return self._call(
            CREATE_ORG_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"service_agreement_id": service_agreement_id},
            json={
                "report_type": report_type,
                "date_period_start": date_period_start,
                "date_period_end": date_period_end,
                "devices": several("devices", devices),
                "products": several("products", products),
            },
        )

    def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse:
        """Get a usage report.

        One usage report of the organization, with its state. A report whose state is `available`
        has the address of its file in `download_url`, for as long as `expires_at` says.

        The user of the access token must be an active member of the organization.

        Args:
            usage_report_id: ID of the usage report.

        Examples:
            >>> org.service_agreements.get_usage_report(1)

        Cloud API: getOrgUsageReport, GET /v1/orgs/{orgIdOrSlug}/usage_reports/{usageReportId}.
        Permission of API users: service_agreements.usage_reports:get.
        """
        return self._call(
            GET_ORG_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"usage_report_id": usage_report_id},
        )


class AsyncServiceAgreements(AsyncResource):
    """Service agreements: what an account or an organization may use of the cloud, what it has
    used, and reports about it.

    Reached as `particle.service_agreements` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementList, ServiceAgreement]:
        """List the service agreements of your account.

        The account's agreements with Particle on what it may use, each with the usage of the
        current billing period and the pricing terms.

        Examples:
            >>> async for agreement in particle.service_agreements.list():
            ...     print(agreement.id)

        Cloud API: listUserServiceAgreements, GET /v1/user/service_agreements.
        """
        return self._page(
            LIST_USER_SERVICE_AGREEMENTS, options, ServiceAgreementList, ServiceAgreement
        )

    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementNotificationList, ServiceAgreementNotification]:
        """List the notifications about a service agreement.

        What happened to one of the account's service agreements in the current usage period: the
        usage reached 70, 90 or 100 percent of a limit, or the service was paused or resumed.

        Args:
            service_agreement_id: ID of the service agreement.

        Examples:
            >>> async for notification in particle.service_agreements.list_notifications(1):
            ...     print(notification.id)

        Cloud API: listUserServiceAgreementNotifications, GET
        /v1/user/service_agreements/{serviceAgreementId}/notifications. Permission of API users:
        service_agreements.notifications:list.
        """
        return self._page(
            LIST_USER_SERVICE_AGREEMENT_NOTIFICATIONS,
            options,
            ServiceAgreementNotificationList,
            ServiceAgreementNotification,
            path={"service_agreement_id": service_agreement_id},
        )

    async def create_usage_report(
        self,
        service_agreement_id: int | str,
        report_type: UsageReportType | str,
        date_period_start: date | str,
        date_period_end: date | str,
        *,
        devices: Sequence[str] | Unset = UNSET,
        products: Sequence[str | int] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UsageReportResponse:
        """Request a usage report.

        Asks for a report on what the devices or products under one of the account's service
        agreements used. The cloud makes it in the background: ask for the report by its ID until
        its state is `available`, and it has a `download_url`.

        Args:
            service_agreement_id: ID of the service agreement.
            report_type: Whether the report is about devices or products.
            date_period_start: First day that the report is about, as in `2022-01-01`.
            date_period_end: Last day that the report is about, as in `2022-01-31`.
            devices: IDs of the devices that the report is about.
            products: IDs of the products that the report is about.

        Examples:
            >>> await particle.service_agreements.create_usage_report(
            ...     1, "devices", "2022-01-01", "2022-01-31", devices=["device1", "device2"]
            ... )

        Cloud API: createUserUsageReport, POST
        /v1/user/service_agreements/{serviceAgreementId}/usage_reports. Permission of API users:
        service_agreements.usage_reports:create.
        """
        return await self._call(
            CREATE_USER_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"service_agreement_id": service_agreement_id},
            json={
                "report_type": report_type,
                "date_period_start": date_period_start,
                "date_period_end": date_period_end,
                "devices": several("devices", devices),
                "products": several("products", products),
            },
        )

    async def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse:
        """Get a usage report.

        One usage report of your account, with its state. A report whose state is `available` has
        the address of its file in `download_url`, for as long as `expires_at` says.

        Args:
            usage_report_id: ID of the usage report.

        Examples:
            >>> await particle.service_agreements.get_usage_report(1)

        Cloud API: getUserUsageReport, GET /v1/user/usage_reports/{usageReportId}.
        """
        return await self._call(
            GET_USER_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"usage_report_id": usage_report_id},
        )


class AsyncOrgServiceAgreements(AsyncResource):
    """Service agreements: what an account or an organization may use of the cloud, what it has
    used, and reports about it.

    Reached as `particle.org(…).service_agreements` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementList, ServiceAgreement]:
        """List the service agreements of an organization.

        The organization's agreements with Particle on what it may use, each with the usage of the
        current billing period and the pricing terms.

        The usage needs the permission `service_agreements.usage_summary:get`, the pricing terms
        need `service_agreements.pricing_terms:get`.

        Examples:
            >>> async for agreement in org.service_agreements.list():
            ...     print(agreement.id)

        Cloud API: listOrgServiceAgreements, GET /v1/orgs/{orgIdOrSlug}/service_agreements.
        Permission of API users: service_agreements:list, service_agreements.usage_summary:get,
        service_agreements.pricing_terms:get.
        """
        return self._page(
            LIST_ORG_SERVICE_AGREEMENTS, options, ServiceAgreementList, ServiceAgreement
        )

    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementNotificationList, ServiceAgreementNotification]:
        """List the notifications about a service agreement.

        What happened to one of the organization's service agreements in the current usage period:
        the usage reached 70, 90 or 100 percent of a limit, or the service was paused or resumed.

        Args:
            service_agreement_id: ID of the service agreement.

        Examples:
            >>> async for notification in org.service_agreements.list_notifications(1):
            ...     print(notification.id)

        Cloud API: listOrgServiceAgreementNotifications, GET
        /v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/notifications. Permission of
        API users: service_agreements.notifications:list.
        """
        return self._page(
            LIST_ORG_SERVICE_AGREEMENT_NOTIFICATIONS,
            options,
            ServiceAgreementNotificationList,
            ServiceAgreementNotification,
            path={"service_agreement_id": service_agreement_id},
        )

    async def create_usage_report(
        self,
        service_agreement_id: int | str,
        report_type: UsageReportType | str,
        date_period_start: date | str,
        date_period_end: date | str,
        *,
        devices: Sequence[str] | Unset = UNSET,
        products: Sequence[str | int] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UsageReportResponse:
        """Request a usage report.

        Asks for a report on what the devices or products under one of the organization's service
        agreements used. The cloud makes it in the background: ask for the report by its ID until
        its state is `available`, and it has a `download_url`.

        The user of the access token must be an active member of the organization.

        Args:
            service_agreement_id: ID of the service agreement.
            report_type: Whether the report is about devices or products.
            date_period_start: First day that the report is about, as in `2022-01-01`.
            date_period_end: Last day that the report is about, as in `2022-01-31`.
            devices: IDs of the devices that the report is about.
            products: IDs of the products that the report is about.

        Examples:
            >>> await org.service_agreements.create_usage_report(
            ...     1, "devices", "2022-01-01", "2022-01-31", devices=["device1", "device2"]
            ... )

        Cloud API: createOrgUsageReport, POST
        /v1/orgs/{orgIdOrSlug}/service_agreements/{serviceAgreementId}/usage_reports.
        """
        return await self._call(
            CREATE_ORG_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"service_agreement_id": service_agreement_id},
            json={
                "report_type": report_type,
                "date_period_start": date_period_start,
                "date_period_end": date_period_end,
                "devices": several("devices", devices),
                "products": several("products", products),
            },
        )

    async def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse:
        """Get a usage report.

        One usage report of the organization, with its state. A report whose state is `available`
        has the address of its file in `download_url`, for as long as `expires_at` says.

        The user of the access token must be an active member of the organization.

        Args:
            usage_report_id: ID of the usage report.

        Examples:
            >>> await org.service_agreements.get_usage_report(1)

        Cloud API: getOrgUsageReport, GET /v1/orgs/{orgIdOrSlug}/usage_reports/{usageReportId}.
        Permission of API users: service_agreements.usage_reports:get.
        """
        return await self._call(
            GET_ORG_USAGE_REPORT,
            options,
            UsageReportResponse,
            path={"usage_report_id": usage_report_id},
        )

"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncOrgServiceAgreements:
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
    ) -> UsageReportResponse: ...
    async def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementList, ServiceAgreement]: ...
    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementNotificationList, ServiceAgreementNotification]: ...

class AsyncServiceAgreements:
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
    ) -> UsageReportResponse: ...
    async def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementList, ServiceAgreement]: ...
    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> AsyncPager[ServiceAgreementNotificationList, ServiceAgreementNotification]: ...

class OrgServiceAgreements:
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
    ) -> UsageReportResponse: ...
    def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementList, ServiceAgreement]: ...
    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementNotificationList, ServiceAgreementNotification]: ...

class ServiceAgreements:
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
    ) -> UsageReportResponse: ...
    def get_usage_report(
        self, usage_report_id: int | str, **options: Unpack[RequestOptions]
    ) -> UsageReportResponse: ...
    def list(
        self, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementList, ServiceAgreement]: ...
    def list_notifications(
        self, service_agreement_id: int | str, **options: Unpack[RequestOptions]
    ) -> Page[ServiceAgreementNotificationList, ServiceAgreementNotification]: ...

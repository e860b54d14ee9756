"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncLedgers:
    async def archive(self, ledger_name: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    async def create(
        self,
        name: str,
        scope: LedgerScopeType | str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        *,
        description: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse: ...
    async def delete_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    async def get(
        self, ledger_name: str, **options: Unpack[RequestOptions]
    ) -> LedgerDefinitionResponse: ...
    async def get_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> LedgerInstanceResponse: ...
    async def get_version(
        self,
        ledger_name: str,
        scope_value: str | int,
        version: datetime | str,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse: ...
    def list(
        self,
        *,
        scope: LedgerScopeType | str | Unset = UNSET,
        archived: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerDefinitionList, LedgerDefinition]: ...
    def list_instances(
        self,
        ledger_name: str,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerInstanceList, LedgerInstance]: ...
    def list_versions(
        self,
        ledger_name: str,
        scope_value: str | int,
        *,
        replaced_before: datetime | str | Unset = UNSET,
        replaced_after: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerVersionList, LedgerInstance]: ...
    async def set_instance(
        self,
        ledger_name: str,
        scope_value: str | int,
        data: Mapping[str, Any],
        *,
        set_mode: LedgerSetMode | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse: ...
    async def update(
        self,
        ledger_name: str,
        *,
        description: str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse: ...

class Ledgers:
    def archive(self, ledger_name: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def create(
        self,
        name: str,
        scope: LedgerScopeType | str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        *,
        description: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse: ...
    def delete_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> Ok | None: ...
    def get(
        self, ledger_name: str, **options: Unpack[RequestOptions]
    ) -> LedgerDefinitionResponse: ...
    def get_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> LedgerInstanceResponse: ...
    def get_version(
        self,
        ledger_name: str,
        scope_value: str | int,
        version: datetime | str,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse: ...
    def list(
        self,
        *,
        scope: LedgerScopeType | str | Unset = UNSET,
        archived: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerDefinitionList, LedgerDefinition]: ...
    def list_instances(
        self,
        ledger_name: str,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerInstanceList, LedgerInstance]: ...
    def list_versions(
        self,
        ledger_name: str,
        scope_value: str | int,
        *,
        replaced_before: datetime | str | Unset = UNSET,
        replaced_after: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerVersionList, LedgerInstance]: ...
    def set_instance(
        self,
        ledger_name: str,
        scope_value: str | int,
        data: Mapping[str, Any],
        *,
        set_mode: LedgerSetMode | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse: ...
    def update(
        self,
        ledger_name: str,
        *,
        description: str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse: ...

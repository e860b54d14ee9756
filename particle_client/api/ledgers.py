# Generated from openapi/ by `make generate`. Do not edit.
"""Ledgers: data that devices and the cloud share, kept for the whole account, for each product or
for each device, with their earlier versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.ledgers import (
    LedgerDefinition,
    LedgerDefinitionList,
    LedgerDefinitionResponse,
    LedgerDirection,
    LedgerInstance,
    LedgerInstanceList,
    LedgerInstanceResponse,
    LedgerScopeType,
    LedgerSetMode,
    LedgerVersionList,
)
from ..operations.ledgers import (
    ARCHIVE_LEDGER,
    CREATE_LEDGER,
    DELETE_LEDGER_INSTANCE,
    GET_LEDGER,
    GET_LEDGER_INSTANCE,
    GET_LEDGER_INSTANCE_VERSION,
    LIST_LEDGER_INSTANCE_VERSIONS,
    LIST_LEDGER_INSTANCES,
    LIST_LEDGERS,
    SET_LEDGER_INSTANCE,
    UPDATE_LEDGER,
)

__all__ = ["AsyncLedgers", "Ledgers"]


class Ledgers(Resource):
    """Ledgers: data that devices and the cloud share, kept for the whole account, for each product
    or for each device, with their earlier versions.

    Reached as `particle.ledgers`, `particle.product(…).ledgers` and `particle.org(…).ledgers`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        scope: LedgerScopeType | str | Unset = UNSET,
        archived: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerDefinitionList, LedgerDefinition]:
        """List ledgers.

        The definitions of the ledgers, page by page: what they are called and what they are for,
        not the data in them.

        Args:
            scope: Only ledgers with this scope, which is `Owner`, `Product` or `Device`.
            archived: Only archived ledgers (true) or only those in use (false). By default
                both.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Default 100.

        Examples:
            >>> for definition in particle.ledgers.list():
            ...     print(definition.name)

        Cloud API: listLedgers, GET {scope}/ledgers. Permission of API users:
        ledger.definitions:list.
        """
        return self._page(
            LIST_LEDGERS,
            options,
            LedgerDefinitionList,
            LedgerDefinition,
            query={"scope": scope, "archived": archived, "page": page, "per_page": per_page},
        )

    def create(
        self,
        name: str,
        scope: LedgerScopeType | str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        *,
        description: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse:
        """Create a ledger.

        Defines a new ledger. Its instances come into being when data are set, by the API or by a
        device.

        Args:
            name: Name of the ledger, by which devices and the API know it, unique over all
                scopes. It has lowercase letters, digits and hyphens, at most 32.
            scope: What has an instance each: the whole account or organization (`Owner`), each
                `Product`, or each `Device`.
            direction: The direction of the data: from the cloud to the devices (`Downstream`),
                or from the devices to the cloud (`Upstream`).
            description: What the ledger is for.

        Examples:
            >>> particle.ledgers.create("l1", "Device", "Upstream")

        Cloud API: createLedger, POST {scope}/ledgers. Permission of API users:
        ledger.definitions:create.
        """
        return self._call(
            CREATE_LEDGER,
            options,
            LedgerDefinitionResponse,
            json={
                "ledger": {
                    "name": name,
                    "scope": scope,
                    "direction": direction,
                    "description": description,
                }
            },
        )

    def get(self, ledger_name: str, **options: Unpack[RequestOptions]) -> LedgerDefinitionResponse:
        """Get a ledger.

        The definition of one ledger: what it is for, not the data in it.

        Args:
            ledger_name: Name of the ledger.

        Examples:
            >>> particle.ledgers.get("l1")

        Cloud API: getLedger, GET {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:get.
        """
        return self._call(
            GET_LEDGER, options, LedgerDefinitionResponse, path={"ledger_name": ledger_name}
        )

    def update(
        self,
        ledger_name: str,
        *,
        description: str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse:
        """Change a ledger.

        Changes what the definition of a ledger says. Name and scope stay as they are.

        Args:
            ledger_name: Name of the ledger.
            description: What the ledger is for.
            direction: The direction of the data: from the cloud to the devices (`Downstream`),
                or from the devices to the cloud (`Upstream`).

        Examples:
            >>> particle.ledgers.update("l1", description="d")

        Cloud API: updateLedger, PUT {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:update.
        """
        return self._call(
            UPDATE_LEDGER,
            options,
            LedgerDefinitionResponse,
            path={"ledger_name": ledger_name},
            json={"ledger": {"description": description, "direction": direction}},
        )

    def archive(self, ledger_name: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Archive a ledger.

        Takes a ledger out of use. It stays in the lists, with the time of this in `archived_at`.

        Args:
            ledger_name: Name of the ledger.

        Examples:
            >>> particle.ledgers.archive("l1")

        Cloud API: archiveLedger, DELETE {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:archive.
        """
        return self._call(ARCHIVE_LEDGER, options, Ok | None, path={"ledger_name": ledger_name})

    def list_instances(
        self,
        ledger_name: str,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerInstanceList, LedgerInstance]:
        """List the instances of a ledger.

        The data of a ledger, page by page: one instance for each owner, product or device that has
        data in it.

        Args:
            ledger_name: Name of the ledger.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Default 100.

        Examples:
            >>> for instance in particle.ledgers.list_instances("l1"):
            ...     print(instance.name)

        Cloud API: listLedgerInstances, GET {scope}/ledgers/{ledgerName}/instances. Permission of
        API users: ledger.instances:list.
        """
        return self._page(
            LIST_LEDGER_INSTANCES,
            options,
            LedgerInstanceList,
            LedgerInstance,
            path={"ledger_name": ledger_name},
            query={"page": page, "per_page": per_page},
        )

    def get_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> LedgerInstanceResponse:
        """Get an instance of a ledger.

        The data that a ledger keeps for one owner, product or device.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.

        Examples:
            >>> particle.ledgers.get_instance("l1", "0123456789abcdef01234567")

        Cloud API: getLedgerInstance, GET {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:get.
        """
        return self._call(
            GET_LEDGER_INSTANCE,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
        )

    def set_instance(
        self,
        ledger_name: str,
        scope_value: str | int,
        data: Mapping[str, Any],
        *,
        set_mode: LedgerSetMode | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse:
        """Set the data of an instance.

        Sets the data that a ledger keeps for one owner, product or device. They take the place of
        those that are there, unless `set_mode` says to merge them. What was there before stays
        readable as a version.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            data: The data, with names of your choice. As JSON, 16 KB at most.
            set_mode: Whether the data replace those that are there (`Replace`), or are added to
                them, name by name (`Merge`). Default `Replace`.

        Examples:
            >>> particle.ledgers.set_instance("l1", "0123456789abcdef01234567", {"a": 1})

        Cloud API: setLedgerInstance, PUT {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:set.
        """
        return self._call(
            SET_LEDGER_INSTANCE,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
            query={"set_mode": set_mode},
            json={"instance": {"data": data}},
        )

    def delete_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> Ok | None:
        """Delete an instance of a ledger.

        Deletes the data that a ledger keeps for one owner, product or device.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.

        Examples:
            >>> particle.ledgers.delete_instance("l1", "0123456789abcdef01234567")

        Cloud API: deleteLedgerInstance, DELETE {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:remove.
        """
        return self._call(
            DELETE_LEDGER_INSTANCE,
            options,
            Ok | None,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
        )

    def list_versions(
        self,
        ledger_name: str,
        scope_value: str | int,
        *,
        replaced_before: datetime | str | Unset = UNSET,
        replaced_after: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Page[LedgerVersionList, LedgerInstance]:
        """List the versions of an instance.

        The current data of an instance and its earlier versions, the current one first.
        `replaced_at` is the time when the next version replaced it.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            replaced_before: Only versions that were replaced before this time.
            replaced_after: Only versions that were replaced after this time.

        Examples:
            >>> for instance in particle.ledgers.list_versions("l1", "0123456789abcdef01234567"):
            ...     print(instance.name)

        Cloud API: listLedgerInstanceVersions, GET
        {scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions. Permission of API users:
        ledger.instances.versions:list.
        """
        return self._page(
            LIST_LEDGER_INSTANCE_VERSIONS,
            options,
            LedgerVersionList,
            LedgerInstance,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
            query={"replaced_before": replaced_before, "replaced_after": replaced_after},
        )

    def get_version(
        self,
        ledger_name: str,
        scope_value: str | int,
        version: datetime | str,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse:
        """Get a version of an instance.

        The data of one version of an instance.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            version: The version, by the time that it was set: `updated_at` in the list of
                versions.

        Examples:
            >>> particle.ledgers.get_version(
            ...     "l1", "0123456789abcdef01234567", "2023-11-01T00:00:00.000Z"
            ... )

        Cloud API: getLedgerInstanceVersion, GET
        {scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}. Permission of API
        users: ledger.instances.versions:get.
        """
        return self._call(
            GET_LEDGER_INSTANCE_VERSION,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value, "version": version},
        )


class AsyncLedgers(AsyncResource):
    """Ledgers: data that devices and the cloud share, kept for the whole account, for each product
    or for each device, with their earlier versions.

    Reached as `particle.ledgers`, `particle.product(…).ledgers` and `particle.org(…).ledgers` of an
    `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self,
        *,
        scope: LedgerScopeType | str | Unset = UNSET,
        archived: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerDefinitionList, LedgerDefinition]:
        """List ledgers.

        The definitions of the ledgers, page by page: what they are called and what they are for,
        not the data in them.

        Args:
            scope: Only ledgers with this scope, which is `Owner`, `Product` or `Device`.
            archived: Only archived ledgers (true) or only those in use (false). By default
                both.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Default 100.

        Examples:
            >>> async for definition in particle.ledgers.list():
            ...     print(definition.name)

        Cloud API: listLedgers, GET {scope}/ledgers. Permission of API users:
        ledger.definitions:list.
        """
        return self._page(
            LIST_LEDGERS,
            options,
            LedgerDefinitionList,
            LedgerDefinition,
            query={"scope": scope, "archived": archived, "page": page, "per_page": per_page},
        )

    async def create(
        self,
        name: str,
        scope: LedgerScopeType | str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        *,
        description: str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse:
        """Create a ledger.

        Defines a new ledger. Its instances come into being when data are set, by the API or by a
        device.

        Args:
            name: Name of the ledger, by which devices and the API know it, unique over all
                scopes. It has lowercase letters, digits and hyphens, at most 32.
            scope: What has an instance each: the whole account or organization (`Owner`), each
                `Product`, or each `Device`.
            direction: The direction of the data: from the cloud to the devices (`Downstream`),
                or from the devices to the cloud (`Upstream`).
            description: What the ledger is for.

        Examples:
            >>> await particle.ledgers.create("l1", "Device", "Upstream")

        Cloud API: createLedger, POST {scope}/ledgers. Permission of API users:
        ledger.definitions:create.
        """
        return await self._call(
            CREATE_LEDGER,
            options,
            LedgerDefinitionResponse,
            json={
                "ledger": {
                    "name": name,
                    "scope": scope,
                    "direction": direction,
                    "description": description,
                }
            },
        )

    async def get(
        self, ledger_name: str, **options: Unpack[RequestOptions]
    ) -> LedgerDefinitionResponse:
        """Get a ledger.

        The definition of one ledger: what it is for, not the data in it.

        Args:
            ledger_name: Name of the ledger.

        Examples:
            >>> await particle.ledgers.get("l1")

        Cloud API: getLedger, GET {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:get.
        """
        return await self._call(
            GET_LEDGER, options, LedgerDefinitionResponse, path={"ledger_name": ledger_name}
        )

    async def update(
        self,
        ledger_name: str,
        *,
        description: str | Unset = UNSET,
        direction: LedgerDirection | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerDefinitionResponse:
        """Change a ledger.

        Changes what the definition of a ledger says. Name and scope stay as they are.

        Args:
            ledger_name: Name of the ledger.
            description: What the ledger is for.
            direction: The direction of the data: from the cloud to the devices (`Downstream`),
                or from the devices to the cloud (`Upstream`).

        Examples:
            >>> await particle.ledgers.update("l1", description="d")

        Cloud API: updateLedger, PUT {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:update.
        """
        return await self._call(
            UPDATE_LEDGER,
            options,
            LedgerDefinitionResponse,
            path={"ledger_name": ledger_name},
            json={"ledger": {"description": description, "direction": direction}},
        )

    async def archive(self, ledger_name: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Archive a ledger.

        Takes a ledger out of use. It stays in the lists, with the time of this in `archived_at`.

        Args:
            ledger_name: Name of the ledger.

        Examples:
            >>> await particle.ledgers.archive("l1")

        Cloud API: archiveLedger, DELETE {scope}/ledgers/{ledgerName}. Permission of API users:
        ledger.definitions:archive.
        """
        return await self._call(
            ARCHIVE_LEDGER, options, Ok | None, path={"ledger_name": ledger_name}
        )

    def list_instances(
        self,
        ledger_name: str,
        *,
        page: int | Unset = UNSET,
        per_page: int | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerInstanceList, LedgerInstance]:
        """List the instances of a ledger.

        The data of a ledger, page by page: one instance for each owner, product or device that has
        data in it.

        Args:
            ledger_name: Name of the ledger.
            page: Number of the page to return, counted from 1. Default 1.
            per_page: Number of records on a page. Default 100.

        Examples:
            >>> async for instance in particle.ledgers.list_instances("l1"):
            ...     print(instance.name)

        Cloud API: listLedgerInstances, GET {scope}/ledgers/{ledgerName}/instances. Permission of
        API users: ledger.instances:list.
        """
        return self._page(
            LIST_LEDGER_INSTANCES,
            options,
            LedgerInstanceList,
            LedgerInstance,
            path={"ledger_name": ledger_name},
            query={"page": page, "per_page": per_page},
        )

    async def get_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> LedgerInstanceResponse:
        """Get an instance of a ledger.

        The data that a ledger keeps for one owner, product or device.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.

        Examples:
            >>> await particle.ledgers.get_instance("l1", "0123456789abcdef01234567")

        Cloud API: getLedgerInstance, GET {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:get.
        """
        return await self._call(
            GET_LEDGER_INSTANCE,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
        )

    async def set_instance(
        self,
        ledger_name: str,
        scope_value: str | int,
        data: Mapping[str, Any],
        *,
        set_mode: LedgerSetMode | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse:
        """Set the data of an instance.

        Sets the data that a ledger keeps for one owner, product or device. They take the place of
        those that are there, unless `set_mode` says to merge them. What was there before stays
        readable as a version.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            data: The data, with names of your choice. As JSON, 16 KB at most.
            set_mode: Whether the data replace those that are there (`Replace`), or are added to
                them, name by name (`Merge`). Default `Replace`.

        Examples:
            >>> await particle.ledgers.set_instance("l1", "0123456789abcdef01234567", {"a": 1})

        Cloud API: setLedgerInstance, PUT {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:set.
        """
        return await self._call(
            SET_LEDGER_INSTANCE,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
            query={"set_mode": set_mode},
            json={"instance": {"data": data}},
        )

    async def delete_instance(
        self, ledger_name: str, scope_value: str | int, **options: Unpack[RequestOptions]
    ) -> Ok | None:
        """Delete an instance of a ledger.

        Deletes the data that a ledger keeps for one owner, product or device.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.

        Examples:
            >>> await particle.ledgers.delete_instance("l1", "0123456789abcdef01234567")

        Cloud API: deleteLedgerInstance, DELETE {scope}/ledgers/{ledgerName}/instances/{scopeValue}.
        Permission of API users: ledger.instances:remove.
        """
        return await self._call(
            DELETE_LEDGER_INSTANCE,
            options,
            Ok | None,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
        )

    def list_versions(
        self,
        ledger_name: str,
        scope_value: str | int,
        *,
        replaced_before: datetime | str | Unset = UNSET,
        replaced_after: datetime | str | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AsyncPager[LedgerVersionList, LedgerInstance]:
        """List the versions of an instance.

        The current data of an instance and its earlier versions, the current one first.
        `replaced_at` is the time when the next version replaced it.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            replaced_before: Only versions that were replaced before this time.
            replaced_after: Only versions that were replaced after this time.

        Examples:
            >>> async for instance in particle.ledgers.list_versions(
            ...     "l1", "0123456789abcdef01234567"
            ... ):
            ...     print(instance.name)

        Cloud API: listLedgerInstanceVersions, GET
        {scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions. Permission of API users:
        ledger.instances.versions:list.
        """
        return self._page(
            LIST_LEDGER_INSTANCE_VERSIONS,
            options,
            LedgerVersionList,
            LedgerInstance,
            path={"ledger_name": ledger_name, "scope_value": scope_value},
            query={"replaced_before": replaced_before, "replaced_after": replaced_after},
        )

    async def get_version(
        self,
        ledger_name: str,
        scope_value: str | int,
        version: datetime | str,
        **options: Unpack[RequestOptions],
    ) -> LedgerInstanceResponse:
        """Get a version of an instance.

        The data of one version of an instance.

        Args:
            ledger_name: Name of the ledger.
            scope_value: ID of what the data belong to; of the owner, the product or the device,
                by the scope of the ledger.
            version: The version, by the time that it was set: `updated_at` in the list of
                versions.

        Examples:
            >>> await particle.ledgers.get_version(
            ...     "l1", "0123456789abcdef01234567", "2023-11-01T00:00:00.000Z"
            ... )

        Cloud API: getLedgerInstanceVersion, GET
        {scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}. Permission of API
        users: ledger.instances.versions:get.
        """
        return await self._call(
            GET_LEDGER_INSTANCE_VERSION,
            options,
            LedgerInstanceResponse,
            path={"ledger_name": ledger_name, "scope_value": scope_value, "version": version},
        )

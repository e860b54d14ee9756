# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `ledgers`."""

from __future__ import annotations

from ..calls.operation import Operation, Pagination

__all__ = [
    "ARCHIVE_LEDGER",
    "CREATE_LEDGER",
    "DELETE_LEDGER_INSTANCE",
    "GET_LEDGER",
    "GET_LEDGER_INSTANCE",
    "GET_LEDGER_INSTANCE_VERSION",
    "LIST_LEDGERS",
    "LIST_LEDGER_INSTANCES",
    "LIST_LEDGER_INSTANCE_VERSIONS",
    "SET_LEDGER_INSTANCE",
    "UPDATE_LEDGER",
]

LIST_LEDGERS = Operation(
    "listLedgers",
    "GET",
    "{scope}/ledgers",
    pagination=Pagination(
        "ledgers", page="page", total_pages="meta.total_pages", total="meta.total", identity="name"
    ),
)
CREATE_LEDGER = Operation("createLedger", "POST", "{scope}/ledgers")
GET_LEDGER = Operation("getLedger", "GET", "{scope}/ledgers/{ledgerName}")
UPDATE_LEDGER = Operation("updateLedger", "PUT", "{scope}/ledgers/{ledgerName}")
ARCHIVE_LEDGER = Operation("archiveLedger", "DELETE", "{scope}/ledgers/{ledgerName}")
LIST_LEDGER_INSTANCES = Operation(
    "listLedgerInstances",
    "GET",
    "{scope}/ledgers/{ledgerName}/instances",
    pagination=Pagination(
        "instances",
        page="page",
        total_pages="meta.total_pages",
        total="meta.total",
        identity="scope.value",
    ),
)
GET_LEDGER_INSTANCE = Operation(
    "getLedgerInstance", "GET", "{scope}/ledgers/{ledgerName}/instances/{scopeValue}"
)
SET_LEDGER_INSTANCE = Operation(
    "setLedgerInstance", "PUT", "{scope}/ledgers/{ledgerName}/instances/{scopeValue}"
)
DELETE_LEDGER_INSTANCE = Operation(
    "deleteLedgerInstance", "DELETE", "{scope}/ledgers/{ledgerName}/instances/{scopeValue}"
)
LIST_LEDGER_INSTANCE_VERSIONS = Operation(
    "listLedgerInstanceVersions",
    "GET",
    "{scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions",
    pagination=Pagination(
        "versions", has_more="meta.has_more", cursor="replaced_before", cursor_field="replaced_at"
    ),
)
GET_LEDGER_INSTANCE_VERSION = Operation(
    "getLedgerInstanceVersion",
    "GET",
    "{scope}/ledgers/{ledgerName}/instances/{scopeValue}/versions/{version}",
)

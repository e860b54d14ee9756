"""Ledgers with their instances and versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from particle_client import UNSET

from .common import Args, Call, fields, in_query, is_true

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.ledgers import Ledgers

__all__ = ["CALLS"]


def ledgers(client: Particle, args: Args) -> Ledgers:
    return (client.org(args["org"]) if is_true(args["org"]) else client).ledgers


def create_ledger(client: Particle, args: Args) -> object:
    create = ledgers(client, args).create
    return create(**{"name": UNSET, **fields(create, args["ledger"], "ledger")})


def update_ledger(client: Particle, args: Args) -> object:
    update = ledgers(client, args).update
    return update(args["ledgerName"], **fields(update, args["ledger"], "ledger"))


def list_ledgers(client: Particle, args: Args) -> object:
    options = in_query(args, scope="scope", archived="archived", page="page", per_page="perPage")
    return ledgers(client, args).list(**options)


def set_instance(client: Particle, args: Args) -> object:
    set_data = ledgers(client, args).set_instance
    instance = {"data": UNSET, **fields(set_data, args["instance"], "instance")}
    options = in_query(args, set_mode="setMode")
    return set_data(args["ledgerName"], args["scopeValue"], **instance, **options)


def list_versions(client: Particle, args: Args) -> object:
    options = in_query(args, replaced_before="replacedBefore", replaced_after="replacedAfter")
    return ledgers(client, args).list_versions(args["ledgerName"], args["scopeValue"], **options)


CALLS: dict[str, Call] = {
    "createLedger": create_ledger,
    "getLedger": lambda client, args: ledgers(client, args).get(args["ledgerName"]),
    "updateLedger": update_ledger,
    "archiveLedger": lambda client, args: ledgers(client, args).archive(args["ledgerName"]),
    "listLedgers": list_ledgers,
    "getLedgerInstance": lambda client, args: ledgers(client, args).get_instance(
        args["ledgerName"], args["scopeValue"]
    ),
    "setLedgerInstance": set_instance,
    "deleteLedgerInstance": lambda client, args: ledgers(client, args).delete_instance(
        args["ledgerName"], args["scopeValue"]
    ),
    "listLedgerInstances": lambda client, args: ledgers(client, args).list_instances(
        args["ledgerName"], **in_query(args, page="page", per_page="perPage")
    ),
    "listLedgerInstanceVersions": list_versions,
    "getLedgerInstanceVersion": lambda client, args: ledgers(client, args).get_version(
        args["ledgerName"], args["scopeValue"], args["version"]
    ),
}

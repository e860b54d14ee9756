"""Ledgers with their instances and versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, given

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.ledgers import Ledgers

__all__ = ["CALLS"]


def ledgers(client: Particle, args: Args) -> Ledgers:
    return (client.org(args["org"]) if args.get("org") else client).ledgers


def list_ledgers(client: Particle, args: Args) -> object:
    options = given(args, scope="scope", archived="archived", page="page", per_page="perPage")
    return ledgers(client, args).list(**options)


def set_instance(client: Particle, args: Args) -> object:
    options = given(args, set_mode="setMode")
    return ledgers(client, args).set_instance(
        args["ledgerName"], args["scopeValue"], **args["instance"], **options
    )


def list_versions(client: Particle, args: Args) -> object:
    options = given(args, replaced_before="replacedBefore", replaced_after="replacedAfter")
    return ledgers(client, args).list_versions(args["ledgerName"], args["scopeValue"], **options)


CALLS: dict[str, Call] = {
    "createLedger": lambda client, args: ledgers(client, args).create(**args["ledger"]),
    "getLedger": lambda client, args: ledgers(client, args).get(args["ledgerName"]),
    "updateLedger": lambda client, args: ledgers(client, args).update(
        args["ledgerName"], **args["ledger"]
    ),
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
        args["ledgerName"], **given(args, page="page", per_page="perPage")
    ),
    "listLedgerInstanceVersions": list_versions,
    "getLedgerInstanceVersion": lambda client, args: ledgers(client, args).get_version(
        args["ledgerName"], args["scopeValue"], args["version"]
    ),
}

"""Integrations, webhooks and logic functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from particle_client import UNSET

from .common import Args, Call, drop_unset, fields, in_query, is_true, wanted

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.integrations import (
        Integrations,
        OrgIntegrations,
        ProductIntegrations,
    )
    from particle_client.api.logic import Logic, OrgLogic
    from particle_client.api.webhooks import Webhooks

__all__ = ["CALLS"]


def webhooks(client: Particle, args: Args) -> Webhooks:
    return (client.product(args["product"]) if is_true(args["product"]) else client).webhooks


def integrations(
    client: Particle, args: Args
) -> Integrations | ProductIntegrations | OrgIntegrations:
    if is_true(args["org"]):
        return client.org(args["org"]).integrations
    return (client.product(args["product"]) if is_true(args["product"]) else client).integrations


def logic(client: Particle, args: Args) -> Logic | OrgLogic:
    return client.org(args["org"]).logic if is_true(args["org"]) else client.logic


def create_webhook(client: Particle, args: Args) -> object:
    hook = Args(args.get("hook") or {})
    return webhooks(client, args).create(
        args["event"],
        args["url"],
        **drop_unset(
            args,
            device_id="device",
            reject_unauthorized="rejectUnauthorized",
            no_defaults="noDefaults",
        ),
        **wanted(hook, request_type="method"),
        **drop_unset(
            hook,
            auth="auth",
            request_headers="headers",
            request_query="query",
            json="json",
            form="form",
            body="body",
            response_template="responseTemplate",
            response_topic="responseEvent",
            error_response_topic="errorResponseEvent",
        ),
    )


def settings(args: Args) -> dict[str, Any]:
    """The SDK's `event`, `deviceId` and `settings` are one object on the wire."""
    return {**drop_unset(args, event="event", deviceid="deviceId"), **(args.get("settings") or {})}


def execute_logic(client: Particle, args: Args) -> object:
    execute = logic(client, args).execute
    return execute(**{"source": UNSET, **fields(execute, args["logic"])})


def create_logic_function(client: Particle, args: Args) -> object:
    create = logic(client, args).create_function
    return create(**{"name": UNSET, **fields(create, args["logicFunction"], "logic_function")})


def update_logic_function(client: Particle, args: Args) -> object:
    update = logic(client, args).update_function
    return update(
        args["logicFunctionId"], **fields(update, args["logicFunction"], "logic_function")
    )


CALLS: dict[str, Call] = {
    "createWebhook": create_webhook,
    "deleteWebhook": lambda client, args: webhooks(client, args).delete(args["hookId"]),
    "listWebhooks": lambda client, args: webhooks(client, args).list(),
    "createIntegration": lambda client, args: integrations(client, args).create(settings(args)),
    "editIntegration": lambda client, args: integrations(client, args).update(
        args["integrationId"], settings(args)
    ),
    "deleteIntegration": lambda client, args: integrations(client, args).delete(
        args["integrationId"]
    ),
    "listIntegrations": lambda client, args: integrations(client, args).list(),
    "executeLogic": execute_logic,
    "createLogicFunction": create_logic_function,
    "getLogicFunction": lambda client, args: logic(client, args).get_function(
        args["logicFunctionId"]
    ),
    "updateLogicFunction": update_logic_function,
    "deleteLogicFunction": lambda client, args: logic(client, args).delete_function(
        args["logicFunctionId"]
    ),
    "listLogicFunctions": lambda client, args: logic(client, args).list_functions(
        **in_query(args, today_stats="todayStats")
    ),
    "listLogicRuns": lambda client, args: logic(client, args).list_runs(args["logicFunctionId"]),
    "getLogicRun": lambda client, args: logic(client, args).get_run(
        args["logicFunctionId"], args["logicRunId"]
    ),
    "getLogicRunLogs": lambda client, args: logic(client, args).get_run_logs(
        args["logicFunctionId"], args["logicRunId"]
    ),
}

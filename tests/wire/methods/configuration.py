"""Environment variables, the configuration of a product's devices, and their locations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, in_query, is_true

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.config import ProductConfig
    from particle_client.api.env import Env, OrgEnv, ProductEnv

__all__ = ["CALLS"]


def config(client: Particle, args: Args) -> ProductConfig:
    return client.product(args["product"]).config


def env(client: Particle, args: Args) -> Env | ProductEnv | OrgEnv:
    if is_true(args["product"]):
        return client.product(args["product"]).env
    return client.org(args["org"]).env if is_true(args["org"]) else client.env


def list_env(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.list_for_device(args["deviceId"])
    return env(client, args).list()


def update_env(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.update_for_device(args["deviceId"], args["ops"])
    return env(client, args).update(args["ops"])


def set_env(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.set_for_device(args["deviceId"], args["key"], args["value"])
    return env(client, args).set(args["key"], args["value"])


def delete_env(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.delete_for_device(args["deviceId"], args["key"])
    return env(client, args).delete(args["key"])


def render_env(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.render_for_device(args["deviceId"])
    return env(client, args).render()


def review_rollout(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.review_rollout_for_device(args["deviceId"])
    return env(client, args).review_rollout()


def start_rollout(client: Particle, args: Args) -> object:
    if is_true(args["deviceId"]):
        return client.env.start_rollout_for_device(args["deviceId"], args["when"])
    return env(client, args).start_rollout(args["when"])


def list_locations(client: Particle, args: Args) -> object:
    options = in_query(
        args,
        date_range="dateRange",
        rect_bl="rectBl",
        rect_tr="rectTr",
        device_id="deviceId",
        device_name="deviceName",
        groups="groups",
        page="page",
        per_page="perPage",
    )
    if options.get("groups") == []:  # numbers nothing
        del options["groups"]
    return client.product(args["product"]).locations.list(**options)


def device_locations(client: Particle, args: Args) -> object:
    options = in_query(args, date_range="dateRange", rect_bl="rectBl", rect_tr="rectTr")
    return client.product(args["product"]).locations.get(args["deviceId"], **options)


CALLS: dict[str, Call] = {
    "listEnvVars": list_env,
    "updateEnvVars": update_env,
    "setEnvVar": set_env,
    "deleteEnvVar": delete_env,
    "renderEnvVars": render_env,
    "reviewEnvVarsRollout": review_rollout,
    "startEnvVarsRollout": start_rollout,
    "getProductConfiguration": lambda client, args: config(client, args).get(),
    "getProductConfigurationSchema": lambda client, args: config(client, args).get_schema(),
    "getProductDeviceConfiguration": lambda client, args: config(client, args).get_device(
        args["deviceId"]
    ),
    "getProductDeviceConfigurationSchema": lambda client, args: config(
        client, args
    ).get_device_schema(args["deviceId"]),
    "setProductConfiguration": lambda client, args: config(client, args).set(args["config"]),
    "setProductDeviceConfiguration": lambda client, args: config(client, args).set_device(
        args["deviceId"], args["config"]
    ),
    "getProductLocations": list_locations,
    "getProductDeviceLocations": device_locations,
}

# Generated from openapi/ by `make generate`. Do not edit.
"""Environment variables, which devices get with a rollout: those of an organization or an account
hold for its products, those of a product for its devices, and a device may have its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from ..calls.encoding import several
from ..calls.options import RequestOptions
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.env import (
    EnvVarOperation,
    EnvVars,
    EnvVarsRolloutReview,
    EnvVarsRolloutStarted,
    EnvVarsRolloutTiming,
    RenderedEnvVars,
)
from ..operations.env import (
    DELETE_DEVICE_ENV_VAR,
    DELETE_ENV_VAR,
    LIST_DEVICE_ENV_VARS,
    LIST_ENV_VARS,
    RENDER_DEVICE_ENV_VARS,
    RENDER_ENV_VARS,
    REVIEW_DEVICE_ENV_VARS_ROLLOUT,
    REVIEW_ENV_VARS_ROLLOUT,
    SET_DEVICE_ENV_VAR,
    SET_ENV_VAR,
    START_DEVICE_ENV_VARS_ROLLOUT,
    START_ENV_VARS_ROLLOUT,
    UPDATE_DEVICE_ENV_VARS,
    UPDATE_ENV_VARS,
)

__all__ = ["AsyncEnv", "AsyncOrgEnv", "AsyncProductEnv", "Env", "OrgEnv", "ProductEnv"]


class EnvBase(Resource):
    """What the env of the account, a product and an organization have in common."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> EnvVars:
        """List environment variables.

        The environment variables of the account, the product or the organization: those that are
        set there and those that come from further up, as they are now (`latest`) and as they were
        last rolled out (`last_snapshot`).

        Examples:
            >>> particle.env.list()

        Cloud API: listEnvVars, GET {scope}/env.
        """
        return self._call(LIST_ENV_VARS, options, EnvVars)

    def update(
        self, ops: Sequence[EnvVarOperation | Mapping[str, Any]], **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Set and remove several environment variables.

        Makes up to 50 changes in one request. Variables that aren't named stay as they are. Devices
        get the changes with the next rollout. There are at most 100 variables here, and all that a
        device gets are at most 16 KB, as JSON.

        Args:
            ops: The changes, at most 50, as in `{"op": "Set", "key": "FOO", "value": "bar"}` or
                `{"op": "Unset", "key": "FOO"}`.

        Examples:
            >>> particle.env.update(
            ...     [{"op": "Set", "key": "FOO", "value": "bar"}, {"op": "Unset", "key": "OLD"}]
            ... )

        Cloud API: updateEnvVars, PATCH {scope}/env.
        """
        return self._call(UPDATE_ENV_VARS, options, EnvVars, json={"ops": several("ops", ops)})

    def render(self, **options: Unpack[RequestOptions]) -> RenderedEnvVars:
        """Get the environment variables merged.

        The values that hold in the end, with those from further up and those that are set here
        merged into one mapping.

        Examples:
            >>> particle.env.render()

        Cloud API: renderEnvVars, GET {scope}/env/render.
        """
        return self._call(RENDER_ENV_VARS, options, RenderedEnvVars)

    def review_rollout(self, **options: Unpack[RequestOptions]) -> EnvVarsRolloutReview:
        """Review what a rollout would change.

        The variables that a rollout would add, change or remove on the devices, compared with the
        last one. Nothing is changed.

        Examples:
            >>> particle.env.review_rollout()

        Cloud API: reviewEnvVarsRollout, GET {scope}/env/rollout.
        """
        return self._call(REVIEW_ENV_VARS_ROLLOUT, options, EnvVarsRolloutReview)

    def start_rollout(
        self, when: EnvVarsRolloutTiming | str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutStarted:
        """Roll the environment variables out.

        Sends devices the variables as they are set now, at once or when they connect the next time.

        Args:
            when: Whether devices get the variables at once (`Immediate`) or when they connect
                the next time (`Connect`).

        Examples:
            >>> particle.env.start_rollout("Immediate")

        Cloud API: startEnvVarsRollout, POST {scope}/env/rollout.
        """
        return self._call(
            START_ENV_VARS_ROLLOUT, options, EnvVarsRolloutStarted, json={"when": when}
        )

    def set(self, key: str, value: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """Set an environment variable.

        Sets one variable, whether it is there already or not. Devices get it with the next rollout.

        Args:
            key: Name of the variable. It has uppercase letters, digits and underscores, no
                digit at the beginning, and at most 128 characters. Names that begin with
                `PARTICLE_` are reserved.
            value: The value.

        Examples:
            >>> particle.env.set("FOO", "bar")

        Cloud API: setEnvVar, PUT {scope}/env/{name}.
        """
        return self._call(SET_ENV_VAR, options, EnvVars, path={"key": key}, json={"value": value})

    def delete(self, key: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """Delete an environment variable.

        Removes one variable. If one of that name is set further up, its value holds again. Devices
        get the change with the next rollout.

        Args:
            key: Name of the variable.

        Examples:
            >>> particle.env.delete("FOO")

        Cloud API: deleteEnvVar, DELETE {scope}/env/{name}.
        """
        return self._call(DELETE_ENV_VAR, options, EnvVars, path={"key": key})


class Env(EnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.env`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    def list_for_device(self, device_id: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """List the environment variables of a device.

        The environment variables of a device: those that are set for it alone and those that come
        from further up, as they are now (`latest`), as they were last rolled out (`last_snapshot`),
        and as the device has them (`on_device`).

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.env.list_for_device("0123456789abcdef01234567")

        Cloud API: listDeviceEnvVars, GET /v1/env/{name}.
        """
        return self._call(LIST_DEVICE_ENV_VARS, options, EnvVars, path={"device_id": device_id})

    def update_for_device(
        self,
        device_id: str,
        ops: Sequence[EnvVarOperation | Mapping[str, Any]],
        **options: Unpack[RequestOptions],
    ) -> EnvVars:
        """Set and remove several environment variables of a device.

        Makes up to 50 changes in one request. Variables that aren't named stay as they are. The
        device gets the changes with the next rollout.

        Args:
            device_id: ID of the device.
            ops: The changes, at most 50, as in `{"op": "Set", "key": "FOO", "value": "bar"}` or
                `{"op": "Unset", "key": "FOO"}`.

        Examples:
            >>> particle.env.update_for_device(
            ...     "0123456789abcdef01234567",
            ...     [{"op": "Set", "key": "FOO", "value": "bar"}, {"op": "Unset", "key": "OLD"}],
            ... )

        Cloud API: updateDeviceEnvVars, PATCH /v1/env/{name}.
        """
        return self._call(
            UPDATE_DEVICE_ENV_VARS,
            options,
            EnvVars,
            path={"device_id": device_id},
            json={"ops": several("ops", ops)},
        )

    def render_for_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> RenderedEnvVars:
        """Get the environment variables of a device merged.

        The values that hold for a device in the end, with those from further up and its own merged
        into one mapping.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.env.render_for_device("0123456789abcdef01234567")

        Cloud API: renderDeviceEnvVars, GET /v1/env/{deviceId}/render.
        """
        return self._call(
            RENDER_DEVICE_ENV_VARS, options, RenderedEnvVars, path={"device_id": device_id}
        )

    def review_rollout_for_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutReview:
        """Review what a rollout to a device would change.

        The variables that a rollout would add, change or remove, compared with the last one
        (`from_snapshot`) and with what the device has (`from_device`). Nothing is changed.

        Args:
            device_id: ID of the device.

        Examples:
            >>> particle.env.review_rollout_for_device("0123456789abcdef01234567")

        Cloud API: reviewDeviceEnvVarsRollout, GET /v1/env/{deviceId}/rollout.
        """
        return self._call(
            REVIEW_DEVICE_ENV_VARS_ROLLOUT,
            options,
            EnvVarsRolloutReview,
            path={"device_id": device_id},
        )

    def start_rollout_for_device(
        self, device_id: str, when: EnvVarsRolloutTiming | str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutStarted:
        """Roll the environment variables of a device out.

        Sends a device its variables as they are set now, at once or when it connects the next time.

        Args:
            device_id: ID of the device.
            when: Whether devices get the variables at once (`Immediate`) or when they connect
                the next time (`Connect`).

        Examples:
            >>> particle.env.start_rollout_for_device("0123456789abcdef01234567", "Immediate")

        Cloud API: startDeviceEnvVarsRollout, POST /v1/env/{deviceId}/rollout.
        """
        return self._call(
            START_DEVICE_ENV_VARS_ROLLOUT,
            options,
            EnvVarsRolloutStarted,
            path={"device_id": device_id},
            json={"when": when},
        )

    def set_for_device(
        self, device_id: str, key: str, value: str, **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Set an environment variable of a device.

        Sets one variable for a device alone. The device gets it with the next rollout.

        Args:
            device_id: ID of the device.
            key: Name of the variable. It has uppercase letters, digits and underscores, no
                digit at the beginning, and at most 128 characters. Names that begin with
                `PARTICLE_` are reserved.
            value: The value.

        Examples:
            >>> particle.env.set_for_device("0123456789abcdef01234567", "FOO", "bar")

        Cloud API: setDeviceEnvVar, PUT /v1/env/{deviceId}/{key}.
        """
        return self._call(
            SET_DEVICE_ENV_VAR,
            options,
            EnvVars,
            path={"device_id": device_id, "key": key},
            json={"value": value},
        )

    def delete_for_device(
        self, device_id: str, key: str, **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Delete an environment variable of a device.

        Removes the value that one variable has for a device alone. If one of that name is set
        further up, its value holds again. The device gets the change with the next rollout.

        Args:
            device_id: ID of the device.
            key: Name of the variable.

        Examples:
            >>> particle.env.delete_for_device("0123456789abcdef01234567", "FOO")

        Cloud API: deleteDeviceEnvVar, DELETE /v1/env/{deviceId}/{key}.
        """
        return self._call(
            DELETE_DEVICE_ENV_VAR, options, EnvVars, path={"device_id": device_id, "key": key}
        )


class ProductEnv(EnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.product(…).env`.
    """

    __slots__ = ()


class OrgEnv(EnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.org(…).env`.
    """

    __slots__ = ()


class AsyncEnvBase(AsyncResource):
    """What the env of the account, a product and an organization have in common."""

    __slots__ = ()

    async def list(self, **options: Unpack[RequestOptions]) -> EnvVars:
        """List environment variables.

        The environment variables of the account, the product or the organization: those that are
        set there and those that come from further up, as they are now (`latest`) and as they were
        last rolled out (`last_snapshot`).

        Examples:
            >>> await particle.env.list()

        Cloud API: listEnvVars, GET {scope}/env.
        """
        return await self._call(LIST_ENV_VARS, options, EnvVars)

    async def update(
        self, ops: Sequence[EnvVarOperation | Mapping[str, Any]], **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Set and remove several environment variables.

        Makes up to 50 changes in one request. Variables that aren't named stay as they are. Devices
        get the changes with the next rollout. There are at most 100 variables here, and all that a
        device gets are at most 16 KB, as JSON.

        Args:
            ops: The changes, at most 50, as in `{"op": "Set", "key": "FOO", "value": "bar"}` or
                `{"op": "Unset", "key": "FOO"}`.

        Examples:
            >>> await particle.env.update(
            ...     [{"op": "Set", "key": "FOO", "value": "bar"}, {"op": "Unset", "key": "OLD"}]
            ... )

        Cloud API: updateEnvVars, PATCH {scope}/env.
        """
        return await self._call(
            UPDATE_ENV_VARS, options, EnvVars, json={"ops": several("ops", ops)}
        )

    async def render(self, **options: Unpack[RequestOptions]) -> RenderedEnvVars:
        """Get the environment variables merged.

        The values that hold in the end, with those from further up and those that are set here
        merged into one mapping.

        Examples:
            >>> await particle.env.render()

        Cloud API: renderEnvVars, GET {scope}/env/render.
        """
        return await self._call(RENDER_ENV_VARS, options, RenderedEnvVars)

    async def review_rollout(self, **options: Unpack[RequestOptions]) -> EnvVarsRolloutReview:
        """Review what a rollout would change.

        The variables that a rollout would add, change or remove on the devices, compared with the
        last one. Nothing is changed.

        Examples:
            >>> await particle.env.review_rollout()

        Cloud API: reviewEnvVarsRollout, GET {scope}/env/rollout.
        """
        return await self._call(REVIEW_ENV_VARS_ROLLOUT, options, EnvVarsRolloutReview)

    async def start_rollout(
        self, when: EnvVarsRolloutTiming | str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutStarted:
        """Roll the environment variables out.

        Sends devices the variables as they are set now, at once or when they connect the next time.

        Args:
            when: Whether devices get the variables at once (`Immediate`) or when they connect
                the next time (`Connect`).

        Examples:
            >>> await particle.env.start_rollout("Immediate")

        Cloud API: startEnvVarsRollout, POST {scope}/env/rollout.
        """
        return await self._call(
            START_ENV_VARS_ROLLOUT, options, EnvVarsRolloutStarted, json={"when": when}
        )

    async def set(self, key: str, value: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """Set an environment variable.

        Sets one variable, whether it is there already or not. Devices get it with the next rollout.

        Args:
            key: Name of the variable. It has uppercase letters, digits and underscores, no
                digit at the beginning, and at most 128 characters. Names that begin with
                `PARTICLE_` are reserved.
            value: The value.

        Examples:
            >>> await particle.env.set("FOO", "bar")

        Cloud API: setEnvVar, PUT {scope}/env/{name}.
        """
        return await self._call(
            SET_ENV_VAR, options, EnvVars, path={"key": key}, json={"value": value}
        )

    async def delete(self, key: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """Delete an environment variable.

        Removes one variable. If one of that name is set further up, its value holds again. Devices
        get the change with the next rollout.

        Args:
            key: Name of the variable.

        Examples:
            >>> await particle.env.delete("FOO")

        Cloud API: deleteEnvVar, DELETE {scope}/env/{name}.
        """
        return await self._call(DELETE_ENV_VAR, options, EnvVars, path={"key": key})


class AsyncEnv(AsyncEnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.env` of an `AsyncParticle`.

    Arguments of several methods:
        device_id: ID of the device. It is usually 24 hexadecimal digits, as the lists of
            devices show it, and never changes, unlike the device's name.
    """

    __slots__ = ()

    async def list_for_device(self, device_id: str, **options: Unpack[RequestOptions]) -> EnvVars:
        """List the environment variables of a device.

        The environment variables of a device: those that are set for it alone and those that come
        from further up, as they are now (`latest`), as they were last rolled out (`last_snapshot`),
        and as the device has them (`on_device`).

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.env.list_for_device("0123456789abcdef01234567")

        Cloud API: listDeviceEnvVars, GET /v1/env/{name}.
        """
        return await self._call(
            LIST_DEVICE_ENV_VARS, options, EnvVars, path={"device_id": device_id}
        )

    async def update_for_device(
        self,
        device_id: str,
        ops: Sequence[EnvVarOperation | Mapping[str, Any]],
        **options: Unpack[RequestOptions],
    ) -> EnvVars:
        """Set and remove several environment variables of a device.

        Makes up to 50 changes in one request. Variables that aren't named stay as they are. The
        device gets the changes with the next rollout.

        Args:
            device_id: ID of the device.
            ops: The changes, at most 50, as in `{"op": "Set", "key": "FOO", "value": "bar"}` or
                `{"op": "Unset", "key": "FOO"}`.

        Examples:
            >>> await particle.env.update_for_device(
            ...     "0123456789abcdef01234567",
            ...     [{"op": "Set", "key": "FOO", "value": "bar"}, {"op": "Unset", "key": "OLD"}],
            ... )

        Cloud API: updateDeviceEnvVars, PATCH /v1/env/{name}.
        """
        return await self._call(
            UPDATE_DEVICE_ENV_VARS,
            options,
            EnvVars,
            path={"device_id": device_id},
            json={"ops": several("ops", ops)},
        )

    async def render_for_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> RenderedEnvVars:
        """Get the environment variables of a device merged.

        The values that hold for a device in the end, with those from further up and its own merged
        into one mapping.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.env.render_for_device("0123456789abcdef01234567")

        Cloud API: renderDeviceEnvVars, GET /v1/env/{deviceId}/render.
        """
        return await self._call(
            RENDER_DEVICE_ENV_VARS, options, RenderedEnvVars, path={"device_id": device_id}
        )

    async def review_rollout_for_device(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutReview:
        """Review what a rollout to a device would change.

        The variables that a rollout would add, change or remove, compared with the last one
        (`from_snapshot`) and with what the device has (`from_device`). Nothing is changed.

        Args:
            device_id: ID of the device.

        Examples:
            >>> await particle.env.review_rollout_for_device("0123456789abcdef01234567")

        Cloud API: reviewDeviceEnvVarsRollout, GET /v1/env/{deviceId}/rollout.
        """
        return await self._call(
            REVIEW_DEVICE_ENV_VARS_ROLLOUT,
            options,
            EnvVarsRolloutReview,
            path={"device_id": device_id},
        )

    async def start_rollout_for_device(
        self, device_id: str, when: EnvVarsRolloutTiming | str, **options: Unpack[RequestOptions]
    ) -> EnvVarsRolloutStarted:
        """Roll the environment variables of a device out.

        Sends a device its variables as they are set now, at once or when it connects the next time.

        Args:
            device_id: ID of the device.
            when: Whether devices get the variables at once (`Immediate`) or when they connect
                the next time (`Connect`).

        Examples:
            >>> await particle.env.start_rollout_for_device("0123456789abcdef01234567", "Immediate")

        Cloud API: startDeviceEnvVarsRollout, POST /v1/env/{deviceId}/rollout.
        """
        return await self._call(
            START_DEVICE_ENV_VARS_ROLLOUT,
            options,
            EnvVarsRolloutStarted,
            path={"device_id": device_id},
            json={"when": when},
        )

    async def set_for_device(
        self, device_id: str, key: str, value: str, **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Set an environment variable of a device.

        Sets one variable for a device alone. The device gets it with the next rollout.

        Args:
            device_id: ID of the device.
            key: Name of the variable. It has uppercase letters, digits and underscores, no
                digit at the beginning, and at most 128 characters. Names that begin with
                `PARTICLE_` are reserved.
            value: The value.

        Examples:
            >>> await particle.env.set_for_device("0123456789abcdef01234567", "FOO", "bar")

        Cloud API: setDeviceEnvVar, PUT /v1/env/{deviceId}/{key}.
        """
        return await self._call(
            SET_DEVICE_ENV_VAR,
            options,
            EnvVars,
            path={"device_id": device_id, "key": key},
            json={"value": value},
        )

    async def delete_for_device(
        self, device_id: str, key: str, **options: Unpack[RequestOptions]
    ) -> EnvVars:
        """Delete an environment variable of a device.

        Removes the value that one variable has for a device alone. If one of that name is set
        further up, its value holds again. The device gets the change with the next rollout.

        Args:
            device_id: ID of the device.
            key: Name of the variable.

        Examples:
            >>> await particle.env.delete_for_device("0123456789abcdef01234567", "FOO")

        Cloud API: deleteDeviceEnvVar, DELETE /v1/env/{deviceId}/{key}.
        """
        return await self._call(
            DELETE_DEVICE_ENV_VAR, options, EnvVars, path={"device_id": device_id, "key": key}
        )


class AsyncProductEnv(AsyncEnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.product(…).env` of an `AsyncParticle`.
    """

    __slots__ = ()


class AsyncOrgEnv(AsyncEnvBase):
    """Environment variables, which devices get with a rollout: those of an organization or an
    account hold for its products, those of a product for its devices, and a device may have its
    own.

    Reached as `particle.org(…).env` of an `AsyncParticle`.
    """

    __slots__ = ()

# Generated from openapi/ by `make generate`. Do not edit.
"""Secrets, which logic functions and integrations use by name and nobody can read again."""

from __future__ import annotations

from typing import Unpack

from ..base.secrets import hidden
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.secrets import Secret, SecretList, SecretResponse
from ..operations.secrets import DELETE_SECRET, GET_SECRET, LIST_SECRETS, SET_SECRET

__all__ = ["AsyncSecrets", "Secrets"]


class Secrets(Resource):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.secrets` and `particle.org(…).secrets`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[SecretList, Secret]:
        """List secrets.

        All secrets in one response, with the times of their use and what uses them. Their values
        can't be read.

        Cloud API: listSecrets, GET {scope}/secrets.
        """
        return self._page(LIST_SECRETS, options, SecretList, Secret)

    def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return self._call(GET_SECRET, options, SecretResponse, path={"name": name})

    def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Creates a secret, or replaces the value of the one of that name.

        Args:
            name: Name of the secret.
            value: The value to keep.

        Cloud API: setSecret, PUT {scope}/secrets/{name}.
        """
        value = hidden(value)
        return self._call(
            SET_SECRET,
            options,
            SecretResponse,
            path={"name": name},
            json={"secret": {"value": value}},
        )

    def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a secret.

        Deletes a secret with its value. What uses it doesn't find it any more.

        Args:
            name: Name of the secret.

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        self._call(DELETE_SECRET, options, path={"name": name})


class AsyncSecrets(AsyncResource):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.secrets` and `particle.org(…).secrets` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[SecretList, Secret]:
        """List secrets.

        All secrets in one response, with the times of their use and what uses them. Their values
        can't be read.

        Cloud API: listSecrets, GET {scope}/secrets.
        """
        return self._page(LIST_SECRETS, options, SecretList, Secret)

    async def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return await self._call(GET_SECRET, options, SecretResponse, path={"name": name})

    async def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Creates a secret, or replaces the value of the one of that name.

        Args:
            name: Name of the secret.
            value: The value to keep.

        Cloud API: setSecret, PUT {scope}/secrets/{name}.
        """
        value = hidden(value)
        return await self._call(
            SET_SECRET,
            options,
            SecretResponse,
            path={"name": name},
            json={"secret": {"value": value}},
        )

    async def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a secret.

        Deletes a secret with its value. What uses it doesn't find it any more.

        Args:
            name: Name of the secret.

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        await self._call(DELETE_SECRET, options, path={"name": name})

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
from ..operations.secrets import CREATE_SECRET, DELETE_SECRET, GET_SECRET, LIST_SECRETS, SET_SECRET

__all__ = ["AsyncOrgSecrets", "AsyncSecrets", "OrgSecrets", "Secrets"]


class SecretsBase(Resource):
    """What the secrets of the account and an organization have in common."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[SecretList, Secret]:
        """List secrets.

        All secrets in one response, with the times of their use and what uses them. Their values
        can't be read.

        Examples:
            >>> for secret in particle.secrets.list():
            ...     print(secret.name)

        Cloud API: listSecrets, GET {scope}/secrets.
        """
        return self._page(LIST_SECRETS, options, SecretList, Secret)

    def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Examples:
            >>> particle.secrets.get("FOO")

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return self._call(GET_SECRET, options, SecretResponse, path={"name": name})

    def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Replaces the value of the secret of that name, at once wherever it is used. Without one,
        creates it, as Particle's command line tool does.

        Args:
            name: Name of the secret. It has uppercase letters, digits and underscores, and no
                digit at the beginning.
            value: The value to keep.

        Examples:
            >>> particle.secrets.set("FOO", "bar")

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

        Deletes a secret with its value. One in use can't be deleted (400): take it out of every
        integration and logic function first.

        Args:
            name: Name of the secret.

        Examples:
            >>> particle.secrets.delete("FOO")

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        self._call(DELETE_SECRET, options, path={"name": name})


class Secrets(SecretsBase):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.secrets`.
    """

    __slots__ = ()

    def create(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Create a secret.

        Creates a secret of your account. Its name must be new: setting a secret replaces a value.

        Args:
            name: Name of the secret, unique in the account. It has uppercase letters, digits
                and underscores, and no digit at the beginning.
            value: The value to keep.

        Examples:
            >>> particle.secrets.create("MY_API_KEY", "bar")

        Cloud API: createSecret, POST /v1/secrets.
        """
        value = hidden(value)
        return self._call(
            CREATE_SECRET, options, SecretResponse, json={"secret": {"name": name, "value": value}}
        )


class OrgSecrets(SecretsBase):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.org(…).secrets`.
    """

    __slots__ = ()


class AsyncSecretsBase(AsyncResource):
    """What the secrets of the account and an organization have in common."""

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[SecretList, Secret]:
        """List secrets.

        All secrets in one response, with the times of their use and what uses them. Their values
        can't be read.

        Examples:
            >>> async for secret in particle.secrets.list():
            ...     print(secret.name)

        Cloud API: listSecrets, GET {scope}/secrets.
        """
        return self._page(LIST_SECRETS, options, SecretList, Secret)

    async def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Examples:
            >>> await particle.secrets.get("FOO")

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return await self._call(GET_SECRET, options, SecretResponse, path={"name": name})

    async def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Replaces the value of the secret of that name, at once wherever it is used. Without one,
        creates it, as Particle's command line tool does.

        Args:
            name: Name of the secret. It has uppercase letters, digits and underscores, and no
                digit at the beginning.
            value: The value to keep.

        Examples:
            >>> await particle.secrets.set("FOO", "bar")

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

        Deletes a secret with its value. One in use can't be deleted (400): take it out of every
        integration and logic function first.

        Args:
            name: Name of the secret.

        Examples:
            >>> await particle.secrets.delete("FOO")

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        await self._call(DELETE_SECRET, options, path={"name": name})


class AsyncSecrets(AsyncSecretsBase):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.secrets` of an `AsyncParticle`.
    """

    __slots__ = ()

    async def create(
        self, name: str, value: str, **options: Unpack[RequestOptions]
    ) -> SecretResponse:
        """Create a secret.

        Creates a secret of your account. Its name must be new: setting a secret replaces a value.

        Args:
            name: Name of the secret, unique in the account. It has uppercase letters, digits
                and underscores, and no digit at the beginning.
            value: The value to keep.

        Examples:
            >>> await particle.secrets.create("MY_API_KEY", "bar")

        Cloud API: createSecret, POST /v1/secrets.
        """
        value = hidden(value)
        return await self._call(
            CREATE_SECRET, options, SecretResponse, json={"secret": {"name": name, "value": value}}
        )


class AsyncOrgSecrets(AsyncSecretsBase):
    """Secrets, which logic functions and integrations use by name and nobody can read again.

    Reached as `particle.org(…).secrets` of an `AsyncParticle`.
    """

    __slots__ = ()

# Generated from openapi/ by `make generate`. Do not edit.
"""Secrets, which logic functions and integrations use by name and nobody can read again."""

from __future__ import annotations

from typing import Unpack

from ..models.secrets import Secret, SecretList, SecretResponse
from ..operation import Operation, RequestOptions
from ..resources.base import (
    AsyncPager,
    AsyncResource,
    Page,
    Pagination,
    Resource,
    given,
    hidden,
    path_segment,
)

__all__ = ["DELETE_SECRET", "GET_SECRET", "LIST_SECRETS", "SET_SECRET", "AsyncSecrets", "Secrets"]

LIST_SECRETS = Operation("listSecrets", "GET", "{scope}/secrets")
GET_SECRET = Operation("getSecret", "GET", "{scope}/secrets/{name}")
SET_SECRET = Operation("setSecret", "PUT", "{scope}/secrets/{name}")
DELETE_SECRET = Operation("deleteSecret", "DELETE", "{scope}/secrets/{name}")
_LIST_SECRETS_PAGES = Pagination("secrets")


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
        return self._page(
            LIST_SECRETS, SecretList, Secret, _LIST_SECRETS_PAGES, "/secrets", options
        )

    def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return self._model(
            GET_SECRET, SecretResponse, f"/secrets/{path_segment('name', name)}", options
        )

    def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Creates a secret, or gives the one of that name another value.

        Args:
            name: Name of the secret.
            value: The value to keep.

        Cloud API: setSecret, PUT {scope}/secrets/{name}.
        """
        value = hidden(value)
        return self._model(
            SET_SECRET,
            SecretResponse,
            f"/secrets/{path_segment('name', name)}",
            options,
            json={"secret": given({"value": value})},
        )

    def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a secret.

        Deletes a secret with its value. What uses it doesn't find it any more.

        Args:
            name: Name of the secret.

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        self._nothing(DELETE_SECRET, f"/secrets/{path_segment('name', name)}", options)


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
        return self._page(
            LIST_SECRETS, SecretList, Secret, _LIST_SECRETS_PAGES, "/secrets", options
        )

    async def get(self, name: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Get a secret.

        What there is to know about one secret: the times of its use and what uses it. Its value
        can't be read.

        Args:
            name: Name of the secret.

        Cloud API: getSecret, GET {scope}/secrets/{name}.
        """
        return await self._model(
            GET_SECRET, SecretResponse, f"/secrets/{path_segment('name', name)}", options
        )

    async def set(self, name: str, value: str, **options: Unpack[RequestOptions]) -> SecretResponse:
        """Set a secret.

        Creates a secret, or gives the one of that name another value.

        Args:
            name: Name of the secret.
            value: The value to keep.

        Cloud API: setSecret, PUT {scope}/secrets/{name}.
        """
        value = hidden(value)
        return await self._model(
            SET_SECRET,
            SecretResponse,
            f"/secrets/{path_segment('name', name)}",
            options,
            json={"secret": given({"value": value})},
        )

    async def delete(self, name: str, **options: Unpack[RequestOptions]) -> None:
        """Delete a secret.

        Deletes a secret with its value. What uses it doesn't find it any more.

        Args:
            name: Name of the secret.

        Cloud API: deleteSecret, DELETE {scope}/secrets/{name}.
        """
        await self._nothing(DELETE_SECRET, f"/secrets/{path_segment('name', name)}", options)

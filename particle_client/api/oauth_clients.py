# Generated from openapi/ by `make generate`. Do not edit.
"""OAuth clients: the applications that ask for access tokens, each with an ID and a secret."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.oauth_clients import (
    OAuthClient,
    OAuthClientList,
    OAuthClientResponse,
    OAuthClientType,
)
from ..operations.oauth_clients import (
    CREATE_OAUTH_CLIENT,
    DELETE_OAUTH_CLIENT,
    LIST_OAUTH_CLIENTS,
    UPDATE_OAUTH_CLIENT,
)

__all__ = ["AsyncOAuthClients", "OAuthClients"]


class OAuthClients(Resource):
    """OAuth clients: the applications that ask for access tokens, each with an ID and a secret.

    Reached as `particle.oauth_clients` and `particle.product(…).oauth_clients`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> Page[OAuthClientList, OAuthClient]:
        """List OAuth clients.

        All OAuth clients of your account, or of the product, in one response. Their secrets are not
        shown.

        Examples:
            >>> for client in particle.oauth_clients.list():
            ...     print(client.name)

        Cloud API: listOAuthClients, GET {scope}/clients. Permission of API users: clients:list.
        """
        return self._page(LIST_OAUTH_CLIENTS, options, OAuthClientList, OAuthClient)

    def create(
        self,
        name: str,
        type: OAuthClientType | str,
        *,
        redirect_uri: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse:
        """Create an OAuth client.

        Registers an application, which then asks for access tokens with the ID and secret of its
        client. Give each application a client of its own. An application for a product needs a
        client of the product: that decides which devices and customers it reaches.

        The response is the only one that ever shows the secret: keep it, and keep it out of
        browsers.

        Args:
            name: Name of the client.
            type: Kind of the application.
            redirect_uri: Where users are sent after they allowed or denied access. Needed for
                the type `web`, and only there.
            scope: What the client's tokens may do, separated by spaces: `customers:create`, or
                `*:*` for full control. The cloud knows no others.

        Examples:
            >>> particle.oauth_clients.create("MyApp", "installed")

        Cloud API: createOAuthClient, POST {scope}/clients. Permission of API users: clients:create.
        """
        return self._call(
            CREATE_OAUTH_CLIENT,
            options,
            OAuthClientResponse,
            json={"name": name, "type": type, "redirect_uri": redirect_uri, "scope": scope},
        )

    def update(
        self,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse:
        """Update an OAuth client.

        Changes the name of a client, or what its tokens may do. What isn't given stays as it is.

        Args:
            client_id: ID of the client, as the list shows it.
            name: New name of the client.
            scope: What the client's tokens may do from now on: `customers:create` for nothing
                but creating customers. Null takes all limits away, which gives full permissions.

        Examples:
            >>> particle.oauth_clients.update("client-123", name="My App 2")

        Cloud API: updateOAuthClient, PUT {scope}/clients/{clientId}. Permission of API users:
        clients:update.
        """
        return self._call(
            UPDATE_OAUTH_CLIENT,
            options,
            OAuthClientResponse,
            path={"client_id": client_id},
            json={"name": name, "scope": scope},
        )

    def delete(self, client_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete an OAuth client.

        Removes a client: the application can't ask for tokens any more.

        Args:
            client_id: ID of the client, as the list shows it.

        Examples:
            >>> particle.oauth_clients.delete("client-123")

        Cloud API: deleteOAuthClient, DELETE {scope}/clients/{clientId}. Permission of API users:
        clients:remove.
        """
        return self._call(DELETE_OAUTH_CLIENT, options, Ok | None, path={"client_id": client_id})


class AsyncOAuthClients(AsyncResource):
    """OAuth clients: the applications that ask for access tokens, each with an ID and a secret.

    Reached as `particle.oauth_clients` and `particle.product(…).oauth_clients` of an
    `AsyncParticle`.
    """

    __slots__ = ()

    def list(self, **options: Unpack[RequestOptions]) -> AsyncPager[OAuthClientList, OAuthClient]:
        """List OAuth clients.

        All OAuth clients of your account, or of the product, in one response. Their secrets are not
        shown.

        Examples:
            >>> async for client in particle.oauth_clients.list():
            ...     print(client.name)

        Cloud API: listOAuthClients, GET {scope}/clients. Permission of API users: clients:list.
        """
        return self._page(LIST_OAUTH_CLIENTS, options, OAuthClientList, OAuthClient)

    async def create(
        self,
        name: str,
        type: OAuthClientType | str,
        *,
        redirect_uri: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse:
        """Create an OAuth client.

        Registers an application, which then asks for access tokens with the ID and secret of its
        client. Give each application a client of its own. An application for a product needs a
        client of the product: that decides which devices and customers it reaches.

        The response is the only one that ever shows the secret: keep it, and keep it out of
        browsers.

        Args:
            name: Name of the client.
            type: Kind of the application.
            redirect_uri: Where users are sent after they allowed or denied access. Needed for
                the type `web`, and only there.
            scope: What the client's tokens may do, separated by spaces: `customers:create`, or
                `*:*` for full control. The cloud knows no others.

        Examples:
            >>> await particle.oauth_clients.create("MyApp", "installed")

        Cloud API: createOAuthClient, POST {scope}/clients. Permission of API users: clients:create.
        """
        return await self._call(
            CREATE_OAUTH_CLIENT,
            options,
            OAuthClientResponse,
            json={"name": name, "type": type, "redirect_uri": redirect_uri, "scope": scope},
        )

    async def update(
        self,
        client_id: str,
        *,
        name: str | Unset = UNSET,
        scope: str | Mapping[str, Any] | Unset | None = UNSET,
        **options: Unpack[RequestOptions],
    ) -> OAuthClientResponse:
        """Update an OAuth client.

        Changes the name of a client, or what its tokens may do. What isn't given stays as it is.

        Args:
            client_id: ID of the client, as the list shows it.
            name: New name of the client.
            scope: What the client's tokens may do from now on: `customers:create` for nothing
                but creating customers. Null takes all limits away, which gives full permissions.

        Examples:
            >>> await particle.oauth_clients.update("client-123", name="My App 2")

        Cloud API: updateOAuthClient, PUT {scope}/clients/{clientId}. Permission of API users:
        clients:update.
        """
        return await self._call(
            UPDATE_OAUTH_CLIENT,
            options,
            OAuthClientResponse,
            path={"client_id": client_id},
            json={"name": name, "scope": scope},
        )

    async def delete(self, client_id: str, **options: Unpack[RequestOptions]) -> Ok | None:
        """Delete an OAuth client.

        Removes a client: the application can't ask for tokens any more.

        Args:
            client_id: ID of the client, as the list shows it.

        Examples:
            >>> await particle.oauth_clients.delete("client-123")

        Cloud API: deleteOAuthClient, DELETE {scope}/clients/{clientId}. Permission of API users:
        clients:remove.
        """
        return await self._call(
            DELETE_OAUTH_CLIENT, options, Ok | None, path={"client_id": client_id}
        )

# Generated from openapi/ by `make generate`. Do not edit.
"""Customers of a product: end users with a login of their own, each with the devices that they
claimed.
"""

from __future__ import annotations

from typing import Unpack

from ..base.secrets import hidden
from ..base.unset import UNSET, Unset
from ..calls.lazy import AsyncPager
from ..calls.options import RequestOptions
from ..calls.page import Page
from ..methods.async_resource import AsyncResource
from ..methods.resource import Resource
from ..models.common import Ok
from ..models.customers import Customer, CustomerList
from ..models.tokens import AccessToken
from ..operations.customers import (
    CREATE_PRODUCT_CUSTOMER,
    DELETE_PRODUCT_CUSTOMER,
    LIST_PRODUCT_CUSTOMERS,
    UPDATE_PRODUCT_CUSTOMER,
)

__all__ = ["AsyncProductCustomers", "ProductCustomers"]


class ProductCustomers(Resource):
    """Customers of a product: end users with a login of their own, each with the devices that they
    claimed.

    Reached as `particle.product(…).customers`.
    """

    __slots__ = ()

    def list(
        self, *, page: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> Page[CustomerList, Customer]:
        """List the customers of a product.

        The customers of the product, page by page. Each names their devices by ID; the devices
        themselves come beside the customers, in the response's own field `devices`.

        Args:
            page: Number of the page to return, counted from 1. Default 1. The Cloud API
                documents that the response tells the number of pages, but not how to ask for one;
                its other lists take this parameter.

        Examples:
            >>> for customer in product.customers.list():
            ...     print(customer.id)

        Cloud API: listProductCustomers, GET /v1/products/{productIdOrSlug}/customers. Permission of
        API users: customers:list.
        """
        return self._page(
            LIST_PRODUCT_CUSTOMERS, options, CustomerList, Customer, query={"page": page}
        )

    def create(self, email: str, password: str, **options: Unpack[RequestOptions]) -> AccessToken:
        """Create a customer.

        Creates a customer on behalf of somebody with access to the product, whose access token
        authorizes the request. The response is a login of the new customer: their access token, and
        a refresh token.

        The email address may be another unique identifier, but then mails, such as the one to reset
        a password, can't arrive.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer.

        Examples:
            >>> product.customers.create("c@example.com", "pw")

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        return self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            AccessToken,
            form={"email": email, "password": password},
        )

    def create_with_client(
        self,
        email: str,
        password: str | Unset = UNSET,
        *,
        client_id: str | Unset = UNSET,
        client_secret: str | Unset = UNSET,
        no_password: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Create a customer by an OAuth client.

        Creates a customer on behalf of an application, which shows the ID and secret of an OAuth
        client of the product: for servers and mobile apps, not for anything that runs in a browser.
        No access token is needed. One that the client has (perhaps from `PARTICLE_ACCESS_TOKEN`) is
        sent, too, unless you pass `access_token=None`. The response is a login of the new customer:
        their access token, and a refresh token.

        With `no_password` the customer has no password (a shadow customer): your server logs them
        in with the OAuth client alone.

        The default OAuth client is that of `Particle(client_id=…, client_secret=…)`.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer. Left out with `no_password`.
            client_id: ID of an OAuth client of the product.
            client_secret: Secret of the OAuth client.
            no_password: True for a shadow customer: one without a password. Only the OAuth
                client can log them in. Default false.

        Examples:
            >>> product.customers.create_with_client(
            ...     "c@example.com", "pw", client_id="particle-api", client_secret="particle-api"
            ... )

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        client_secret = hidden(client_secret)
        return self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            AccessToken,
            form={
                "email": email,
                "password": password,
                "client_id": client_id,
                "client_secret": client_secret,
                "no_password": no_password,
                "grant_type": "client_credentials",
            },
        )

    def create_implicit(
        self, email: str, password: str, *, client_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Create a customer from a browser.

        Creates a customer by OAuth's implicit grant, which a web application uses: it shows the ID
        of an OAuth client of the type `web`, and keeps the secret to itself. The new customer's
        token is not in the body of the response; the cloud appends it to the client's redirect URI,
        as its fragment. `on_response` is called with the response and its headers.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer.
            client_id: ID of an OAuth client of the product, of the type `web`.

        Examples:
            >>> product.customers.create_implicit(
            ...     "c@example.com", "pw", client_id="widget-web-1234"
            ... )

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            form={
                "email": email,
                "password": password,
                "client_id": client_id,
                "response_type": "token",
            },
        )

    def update_password(self, email: str, password: str, **options: Unpack[RequestOptions]) -> Ok:
        """Change the password of a customer.

        Changes the password of a customer. Only for customers whose password Particle keeps; shadow
        customers have none. Takes an access token with access to the product: the customer's own
        token is not enough.

        Args:
            email: The email address (or other identifier) that the customer was created with.
            password: The new password.

        Examples:
            >>> product.customers.update_password("test@company.com", "newpassword")

        Cloud API: updateProductCustomer, PUT
        /v1/products/{productIdOrSlug}/customers/{customerEmail}. Permission of API users:
        customers:update.
        """
        password = hidden(password)
        return self._call(
            UPDATE_PRODUCT_CUSTOMER, options, Ok, path={"email": email}, json={"password": password}
        )

    def delete(self, email: str, **options: Unpack[RequestOptions]) -> Ok:
        """Delete a customer.

        Deletes a customer of the product, and with them all their access tokens, claim codes that
        wait for a device, and activation codes.

        Args:
            email: The email address (or other identifier) that the customer was created with.

        Examples:
            >>> product.customers.delete("test@company.com")

        Cloud API: deleteProductCustomer, DELETE
        /v1/products/{productIdOrSlug}/customers/{customerEmail}. Permission of API users:
        customers:remove.
        """
        return self._call(DELETE_PRODUCT_CUSTOMER, options, Ok, path={"email": email})


class AsyncProductCustomers(AsyncResource):
    """Customers of a product: end users with a login of their own, each with the devices that they
    claimed.

    Reached as `particle.product(…).customers` of an `AsyncParticle`.
    """

    __slots__ = ()

    def list(
        self, *, page: int | Unset = UNSET, **options: Unpack[RequestOptions]
    ) -> AsyncPager[CustomerList, Customer]:
        """List the customers of a product.

        The customers of the product, page by page. Each names their devices by ID; the devices
        themselves come beside the customers, in the response's own field `devices`.

        Args:
            page: Number of the page to return, counted from 1. Default 1. The Cloud API
                documents that the response tells the number of pages, but not how to ask for one;
                its other lists take this parameter.

        Examples:
            >>> async for customer in product.customers.list():
            ...     print(customer.id)

        Cloud API: listProductCustomers, GET /v1/products/{productIdOrSlug}/customers. Permission of
        API users: customers:list.
        """
        return self._page(
            LIST_PRODUCT_CUSTOMERS, options, CustomerList, Customer, query={"page": page}
        )

    async def create(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> AccessToken:
        """Create a customer.

        Creates a customer on behalf of somebody with access to the product, whose access token
        authorizes the request. The response is a login of the new customer: their access token, and
        a refresh token.

        The email address may be another unique identifier, but then mails, such as the one to reset
        a password, can't arrive.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer.

        Examples:
            >>> await product.customers.create("c@example.com", "pw")

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        return await self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            AccessToken,
            form={"email": email, "password": password},
        )

    async def create_with_client(
        self,
        email: str,
        password: str | Unset = UNSET,
        *,
        client_id: str | Unset = UNSET,
        client_secret: str | Unset = UNSET,
        no_password: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> AccessToken:
        """Create a customer by an OAuth client.

        Creates a customer on behalf of an application, which shows the ID and secret of an OAuth
        client of the product: for servers and mobile apps, not for anything that runs in a browser.
        No access token is needed. One that the client has (perhaps from `PARTICLE_ACCESS_TOKEN`) is
        sent, too, unless you pass `access_token=None`. The response is a login of the new customer:
        their access token, and a refresh token.

        With `no_password` the customer has no password (a shadow customer): your server logs them
        in with the OAuth client alone.

        The default OAuth client is that of `Particle(client_id=…, client_secret=…)`.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer. Left out with `no_password`.
            client_id: ID of an OAuth client of the product.
            client_secret: Secret of the OAuth client.
            no_password: True for a shadow customer: one without a password. Only the OAuth
                client can log them in. Default false.

        Examples:
            >>> await product.customers.create_with_client(
            ...     "c@example.com", "pw", client_id="particle-api", client_secret="particle-api"
            ... )

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        client_secret = hidden(client_secret)
        return await self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            AccessToken,
            form={
                "email": email,
                "password": password,
                "client_id": client_id,
                "client_secret": client_secret,
                "no_password": no_password,
                "grant_type": "client_credentials",
            },
        )

    async def create_implicit(
        self, email: str, password: str, *, client_id: str, **options: Unpack[RequestOptions]
    ) -> None:
        """Create a customer from a browser.

        Creates a customer by OAuth's implicit grant, which a web application uses: it shows the ID
        of an OAuth client of the type `web`, and keeps the secret to itself. The new customer's
        token is not in the body of the response; the cloud appends it to the client's redirect URI,
        as its fragment. `on_response` is called with the response and its headers.

        Args:
            email: Email address of the customer, or another identifier that is unique in the
                product.
            password: Password of the customer.
            client_id: ID of an OAuth client of the product, of the type `web`.

        Examples:
            >>> await product.customers.create_implicit(
            ...     "c@example.com", "pw", client_id="widget-web-1234"
            ... )

        Cloud API: createProductCustomer, POST /v1/products/{productIdOrSlug}/customers.
        """
        password = hidden(password)
        await self._call(
            CREATE_PRODUCT_CUSTOMER,
            options,
            form={
                "email": email,
                "password": password,
                "client_id": client_id,
                "response_type": "token",
            },
        )

    async def update_password(
        self, email: str, password: str, **options: Unpack[RequestOptions]
    ) -> Ok:
        """Change the password of a customer.

        Changes the password of a customer. Only for customers whose password Particle keeps; shadow
        customers have none. Takes an access token with access to the product: the customer's own
        token is not enough.

        Args:
            email: The email address (or other identifier) that the customer was created with.
            password: The new password.

        Examples:
            >>> await product.customers.update_password("test@company.com", "newpassword")

        Cloud API: updateProductCustomer, PUT
        /v1/products/{productIdOrSlug}/customers/{customerEmail}. Permission of API users:
        customers:update.
        """
        password = hidden(password)
        return await self._call(
            UPDATE_PRODUCT_CUSTOMER, options, Ok, path={"email": email}, json={"password": password}
        )

    async def delete(self, email: str, **options: Unpack[RequestOptions]) -> Ok:
        """Delete a customer.

        Deletes a customer of the product, and with them all their access tokens, claim codes that
        wait for a device, and activation codes.

        Args:
            email: The email address (or other identifier) that the customer was created with.

        Examples:
            >>> await product.customers.delete("test@company.com")

        Cloud API: deleteProductCustomer, DELETE
        /v1/products/{productIdOrSlug}/customers/{customerEmail}. Permission of API users:
        customers:remove.
        """
        return await self._call(DELETE_PRODUCT_CUSTOMER, options, Ok, path={"email": email})

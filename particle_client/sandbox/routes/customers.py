"""Customers of a product."""

from typing import Any
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from ..accounts import Account, OAuthClient
from ..authorization import authorize, basic_credentials, oauth_client
from ..clock import new_token
from ..customers import Customer
from ..errors import failure, oauth_error
from ..paging import page_of
from ..products import Product
from ..request import Call, as_bool
from ..routing import Auth, Route, route
from .tokens import token_json

_CUSTOMERS = "/v1/products/{product}/customers"
_CUSTOMER = _CUSTOMERS + "/{email}"


@route("GET", _CUSTOMERS, scope="customers:list")
def list_customers(call: Call) -> dict[str, Any]:
    product = _product(call)
    everybody, page = call.cloud.customers.of_product(product), page_of(call)
    customers = page.of(everybody)
    accounts = {customer.account.id for customer in customers}
    devices = [d for d in call.cloud.devices_in(product) if d.owner and d.owner.id in accounts]
    return {
        "customers": [
            {
                "id": customer.account.id,
                "username": customer.account.username,
                "devices": [d.id for d in devices if d.owner is customer.account],
            }
            for customer in customers
        ],
        "devices": [
            {
                "id": device.id,
                "product_id": product.id,
                "last_ip_address": device.last_ip_address,
                "firmware_version": device.firmware_version,
                "online": device.online,
            }
            for device in devices
        ],
        "meta": page.meta(len(everybody)),
    }


# Three ways to prove oneself, told apart by what is sent: hence no rule for the path.
@route("POST", _CUSTOMERS, auth=Auth.NONE)
def create_customer(call: Call) -> Response:
    client = _client(call)
    product = _product_of_client(call, client) if client else _authorized_product(call)
    email = call.required_text("email")
    shadow = as_bool(call.body.fields.get("no_password", False), "no_password")
    if shadow and client is None:
        raise failure(400, "A customer without a password needs an OAuth client")
    password = new_token() if shadow else call.required_text("password")
    if call.cloud.customers.find(product, email):
        raise failure(400, f"There is a customer {email} already")
    customer = Customer(
        product=product,
        account=Account(username=email, password=password),
        has_password=not shadow,
    )
    call.cloud.customers.add(customer)
    client_id = client.id if client else call.token.client_id if call.token else "particle-api"
    token = call.cloud.directory.issue(customer.account, client_id=client_id)
    if client and call.body.fields.get("response_type") == "token":
        location = f"{client.redirect_uri or ''}#{urlencode(token_json(token))}"
        return Response(status_code=201, headers={"Location": location})
    return JSONResponse(token_json(token), status_code=201)


def _client(call: Call) -> OAuthClient | None:
    """The OAuth client that the request shows; None when it shows an access token."""
    fields = call.body.fields
    by_header = basic_credentials(call.request)
    if by_header is None and ("client_id" not in fields or _has_token(call)):
        return None
    if fields.get("response_type") != "token":
        return oauth_client(call.cloud, call.request, fields)
    # The implicit grant is for browsers, which can't keep a secret.
    client_id = by_header[0] if by_header else fields.get("client_id")
    client = call.cloud.directory.clients.get(str(client_id))
    if client is None or client.type != "web":
        raise oauth_error(400, "invalid_client", "The implicit grant needs a client of type web")
    return client


def _has_token(call: Call) -> bool:
    return call.request.headers.get("authorization", "").lower().startswith("bearer ")


def _product_of_client(call: Call, client: OAuthClient) -> Product:
    owner = client.owner or call.cloud.default_account
    product = call.cloud.product(owner, call.parameters["product"])
    if client.product_id not in (None, product.id):
        raise failure(403, f"The OAuth client {client.id} belongs to another product")
    return product


def _authorized_product(call: Call) -> Product:
    by_token = Route(
        method="POST", path=_CUSTOMERS, handler=create_customer, scope="customers:create"
    )
    authorize(call, by_token)
    return _product(call)


@route("PUT", _CUSTOMER, scope="customers:update")
def update_customer(call: Call) -> dict[str, Any]:
    customer = _customer(call)
    if not customer.has_password:
        raise failure(400, "The customer has no password")
    customer.account.password = call.required_text("password")
    return {"ok": True}


@route("DELETE", _CUSTOMER, scope="customers:remove")
def delete_customer(call: Call) -> dict[str, Any]:
    customer, cloud = _customer(call), call.cloud
    cloud.directory.revoke_all(customer.account)
    codes = cloud.directory.claim_codes
    for code in [c for c, account in codes.items() if account is customer.account]:
        del codes[code]
    for device in cloud.devices_of(customer.account):
        device.owner = None
    cloud.customers.remove(customer)
    return {"ok": True}


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _customer(call: Call) -> Customer:
    customer = call.cloud.customers.find(_product(call), call.parameters["email"])
    if customer is None:
        raise failure(404, f"The product has no customer {call.parameters['email']}")
    return customer

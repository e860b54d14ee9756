"""OAuth clients of accounts and products."""

import secrets
from typing import Any

from starlette.responses import Response

from ..accounts import OAuthClient
from ..clock import new_token
from ..errors import failure
from ..owners import Owner
from ..products import slug_of
from ..request import Call
from ..routing import paths_for, route

_CLIENTS = paths_for("/clients", organizations=False)
_CLIENT = paths_for("/clients/{client}", organizations=False)
_TYPES = ("installed", "web")


@route("GET", *_CLIENTS, scope="clients:list")
def list_clients(call: Call) -> dict[str, Any]:
    owner = call.owner()
    clients = [c for c in call.cloud.directory.clients.values() if _belongs(c, owner)]
    return {"ok": True, "clients": [_client_json(client) for client in clients]}


@route("POST", *_CLIENTS, scope="clients:create")
def create_client(call: Call) -> dict[str, Any]:
    owner, fields = call.owner(), call.body.fields
    name, kind = call.required_text("name"), fields.get("type")
    if kind not in _TYPES:
        raise failure(400, f"type must be one of {', '.join(_TYPES)}")
    redirect_uri = call.required_text("redirect_uri") if kind == "web" else None
    client = OAuthClient(
        id=f"{slug_of(name)}-{secrets.randbelow(9000) + 1000}",
        secret=new_token(),
        owner=owner.product.owner if owner.product else call.account,
        product_id=owner.product.id if owner.product else None,
        name=name,
        type=str(kind),
        redirect_uri=redirect_uri,
        scope=_scope(fields.get("scope")),
    )
    while client.id in call.cloud.directory.clients:
        client.id += secrets.token_hex(1)
    call.cloud.directory.clients[client.id] = client
    return {"ok": True, "client": _client_json(client) | {"secret": client.secret}}


@route("PUT", *_CLIENT, scope="clients:update")
def update_client(call: Call) -> dict[str, Any]:
    client, fields = _client(call), call.body.fields
    if not {"name", "scope"} & set(fields):
        raise failure(400, "Send what to change: name or scope")
    scope = _scope(fields["scope"]) if "scope" in fields else client.scope
    if "name" in fields:
        client.name = call.required_text("name")
    client.scope = scope
    # The documented response has the secret, although it is said to be shown only once.
    return {"ok": True, "client": _client_json(client) | {"secret": client.secret}}


@route("DELETE", *_CLIENT, scope="clients:remove")
def delete_client(call: Call) -> Response:
    del call.cloud.directory.clients[_client(call).id]
    return Response(status_code=204)


def _belongs(client: OAuthClient, owner: Owner) -> bool:
    if client.is_public:
        return False
    if owner.product:
        return client.product_id == owner.product.id
    return client.product_id is None and client.owner is owner.account


def _client(call: Call) -> OAuthClient:
    client = call.cloud.directory.clients.get(call.parameters["client"])
    if client is None or not _belongs(client, call.owner()):
        raise failure(404, f"There is no OAuth client {call.parameters['client']}")
    return client


def _scope(value: object) -> object:
    """The scope as it is kept: None stands for no limits, and so do an empty text and "none"."""
    if value in (None, "", "none", "*:*"):
        return None
    # The JavaScript SDK declares an object.
    if isinstance(value, dict) or value == "customers:create":
        return value  # pyright: ignore[reportUnknownVariableType]
    raise failure(400, "scope must be customers:create or *:*")


def _client_json(client: OAuthClient) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "id": client.id,
        "name": client.name or client.id,
        "type": client.type,
    }
    if client.redirect_uri:
        shown["redirect_uri"] = client.redirect_uri
    if client.product_id:
        shown["product_id"] = client.product_id
    return shown

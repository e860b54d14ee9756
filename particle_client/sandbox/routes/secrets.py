"""Cloud secrets, whose values nobody gets back."""

import re
from typing import Any

from starlette.responses import Response

from ..environment import Secret
from ..errors import failure
from ..integrations import uses_secret
from ..owners import Owner, owner_of_product
from ..request import Call
from ..routing import paths_for, route

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,127}\Z")
_SECRETS = paths_for("/secrets", products=False)
_SECRET = paths_for("/secrets/{name}", products=False)


@route("GET", *_SECRETS)
def list_secrets(call: Call) -> dict[str, Any]:
    owner = call.owner()
    return {"secrets": [_secret_json(call, owner, s) for s in _secrets(call, owner).values()]}


@route("GET", *_SECRET)
def get_secret(call: Call) -> dict[str, Any]:
    owner = call.owner()
    return {"secret": _secret_json(call, owner, _secret(call, owner))}


@route("PUT", *_SECRET)
def set_secret(call: Call) -> dict[str, Any]:
    owner, name = call.owner(), call.parameters["name"]
    value = call.required_object("secret").get("value")
    if not isinstance(value, str) or not value:
        raise failure(400, "secret.value is required and must be text")
    if not _NAME.match(name):
        raise failure(400, "The name of a secret has letters, digits and underscores")
    now, secrets = call.cloud.clock.timestamp(), _secrets(call, owner)
    secret = secrets.setdefault(
        name, Secret(name=name, value=value, created_at=now, updated_at=now)
    )
    secret.value, secret.updated_at = value, now
    return {"secret": _secret_json(call, owner, secret)}


@route("DELETE", *_SECRET)
def delete_secret(call: Call) -> Response:
    owner = call.owner()
    del _secrets(call, owner)[_secret(call, owner).name]
    return Response(status_code=204)


def _secrets(call: Call, owner: Owner) -> dict[str, Secret]:
    return call.cloud.environments.secrets.setdefault(owner.key, {})


def _secret(call: Call, owner: Owner) -> Secret:
    secret = _secrets(call, owner).get(call.parameters["name"])
    if secret is None:
        raise failure(404, f"There is no secret {call.parameters['name']}")
    return secret


def _keeper(owner: Owner) -> Owner:
    return owner_of_product(owner.product) if owner.product else owner


def _secret_json(call: Call, owner: Owner, secret: Secret) -> dict[str, Any]:
    return {
        "name": secret.name,
        "created_at": secret.created_at,
        "updated_at": secret.updated_at,
        "last_accessed_at": secret.last_accessed_at,
        "logic_functions": [],
        "integrations": [
            {"id": integration.id, "name": integration.settings["name"]}
            for integration in call.cloud.integrations.all()
            if _keeper(integration.owner).key == owner.key and uses_secret(integration, secret.name)
        ],
    }

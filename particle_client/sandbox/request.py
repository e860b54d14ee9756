"""A request as the handlers see it: parameters, body and who asks."""

import re
from dataclasses import dataclass
from typing import Any, cast

from starlette.datastructures import QueryParams
from starlette.requests import Request

from .accounts import AccessToken, Account
from .body import Body
from .errors import failure, missing_token
from .owners import Owner, owner_of_product
from .state import CloudState


@dataclass(kw_only=True)
class Call:
    """One request, ready for its handler."""

    cloud: CloudState
    request: Request
    parameters: dict[str, str]
    body: Body
    token: AccessToken | None = None
    user: Account | None = None

    @property
    def query(self) -> QueryParams:
        """The query parameters."""
        return self.request.query_params

    @property
    def account(self) -> Account:
        """Who asks."""
        if self.user is None:
            raise missing_token()
        return self.user

    def owner(self) -> Owner:
        """Return the owner that the path names: by default the account that asks."""
        if "product" in self.parameters:
            return Owner(product=self.cloud.product(self.account, self.parameters["product"]))
        if "organization" in self.parameters:
            found = self.cloud.organization(self.account, self.parameters["organization"])
            return Owner(organization=found)
        return Owner(account=self.account)

    def account_or_organization(self) -> Owner:
        """Return the owner; for a product's path, whom the product belongs to."""
        owner = self.owner()
        return owner if owner.product is None else owner_of_product(owner.product)

    def required_text(self, name: str) -> str:
        """A text field of the body that must be there."""
        value = self.body.fields.get(name)
        if not isinstance(value, str) or not value:
            raise failure(400, f"{name} is required")
        return value

    def required_object(self, *names: str) -> dict[str, Any]:
        """Return the first of the fields that the body has; it must be an object."""
        fields = self.body.fields
        name = next((name for name in names if name in fields), names[0])
        value: object = fields.get(name)
        if not isinstance(value, dict):
            raise failure(400, f"{name} is required and must be an object")
        return cast("dict[str, Any]", value)


def as_bool(value: object, name: str) -> bool:
    """A flag as JSON or a form gives it: true, "true", 1, "1" and their opposites."""
    if isinstance(value, str):
        value = value.lower()
    if value in (True, 1, "true", "1"):
        return True
    if value in (False, 0, "false", "0", ""):
        return False
    raise failure(400, f"{name} must be true or false, got {value!r}")


def as_int(value: object, name: str) -> int:
    """A whole number as JSON or a form gives it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}", value):
        return int(value)
    raise failure(400, f"{name} must be a whole number, got {value!r}")


def as_nullable_int(value: object, name: str) -> int | None:
    """Like :func:`as_int`, with null, which a form writes as ``null`` or nothing."""
    return None if value in (None, "", "null") else as_int(value, name)


def as_names(value: object, name: str) -> list[str]:
    """A list of names: a JSON array, repeated form fields, or one text with commas."""
    if isinstance(value, str):
        return [part for part in (piece.strip() for piece in value.split(",")) if part]
    if isinstance(value, list):
        items = cast("list[object]", value)
        if all(isinstance(item, str) for item in items):
            return [str(item) for item in items]
    raise failure(400, f"{name} must be a list of names, got {value!r}")

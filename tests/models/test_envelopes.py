"""An object that should come as `{"ledger": {…}}` may come without that envelope."""

from __future__ import annotations

import copy
import pickle
from typing import get_args

import attrs
import pytest

from particle_client import models
from particle_client.models.common import Ok
from particle_client.models.integrations import AzureIotHubIntegration, IntegrationResponse
from particle_client.models.ledgers import LedgerDefinition, LedgerDefinitionResponse
from particle_client.models.oauth_clients import OAuthClientResponse
from particle_client.models.products import ProductResponse
from particle_client.schema.differences import differences
from particle_client.schema.model import Model
from tests.every import every

LEDGER = {"name": "l1", "created_at": "2023-01-01T00:00:00.000Z", "shape": "new"}


@pytest.mark.parametrize("json", [{"ledger": LEDGER}, LEDGER])
def test_with_and_without_it_reads_the_same(json: dict[str, object]) -> None:
    answer = LedgerDefinitionResponse.from_dict(json)
    assert isinstance(answer.ledger, LedgerDefinition)
    assert answer.ledger.name == "l1"
    assert answer.ledger.created_at.year == 2023
    assert answer.ledger is answer.ledger
    assert answer.ledger.additional_properties == {"shape": "new"}
    assert answer.to_dict() == json
    for again in (copy.deepcopy(answer), pickle.loads(pickle.dumps(answer))):
        assert again == answer
        assert again.ledger == answer.ledger


def test_without_it_the_fields_can_be_reached_as_they_came() -> None:
    answer = LedgerDefinitionResponse.from_dict(LEDGER)
    assert answer["created_at"] == "2023-01-01T00:00:00.000Z"
    assert answer.shape == "new"  # type: ignore[attr-defined]
    assert answer.additional_properties == LEDGER
    assert repr(answer).startswith("LedgerDefinitionResponse(ledger=LedgerDefinition(name='l1', ")


@pytest.mark.parametrize("json", [{}, {"ok": True}, {"ledger": None, "name": "x"}, {"other": 1}])
def test_what_has_no_field_of_it_isnt_one(json: dict[str, object]) -> None:
    answer = LedgerDefinitionResponse.from_dict(json)
    assert answer.ledger is None
    assert answer.to_dict() == json
    assert "ledger=LedgerDefinition" not in repr(answer)


def test_a_confirmation_is_none() -> None:
    assert OAuthClientResponse.from_dict({"ok": True}).client is None
    assert OAuthClientResponse.from_dict({"ok": True}).ok is True


PRODUCT = {"id": 1, "name": "lamp", "slug": "lamp-v1", "platform_id": 6, "org": None}


def test_what_is_in_an_envelope_can_be_reached_on_it() -> None:
    answer = ProductResponse.from_dict({"product": PRODUCT})
    assert (answer.id, answer.name, answer.slug) == (1, "lamp", "lamp-v1")
    assert answer.to_dict() == {"product": PRODUCT}
    assert "slug" in dir(answer)
    assert LedgerDefinitionResponse.from_dict(LEDGER).created_at.year == 2023
    assert LedgerDefinitionResponse.from_dict({"ledger": LEDGER}).name == "l1"


def test_where_nothing_is_in_it_they_are_none() -> None:
    confirmed = OAuthClientResponse.from_dict({"ok": True})
    assert confirmed.name is confirmed.secret is None
    broken = ProductResponse.from_dict({"product": "text"})
    assert broken.name is broken.slug is None


def test_of_several_kinds_what_all_have_can_be_reached() -> None:
    hook = {"id": "1", "integration_type": "Webhook", "event": "e", "url": "https://x"}
    answer = IntegrationResponse.from_dict({"integration": hook})
    assert (answer.id, answer.event, answer.integration_type) == ("1", "e", "Webhook")
    assert not hasattr(IntegrationResponse, "hub_name")


def test_secrets_in_it_are_not_shown() -> None:
    answer = OAuthClientResponse.from_dict({"client": {"id": "c", "secret": "canary"}})
    assert answer.secret == "canary"
    assert "secret" not in dir(answer)
    assert "canary" not in repr(answer)


RESULTS = [
    cls
    for name in models.__all__
    if isinstance(cls := getattr(models, name), type)
    and issubclass(cls, Model)
    and name.endswith(("Response", "Updated", "Created", "Invited"))
]


@every("cls", RESULTS, name=lambda cls: cls.__name__)
def test_every_envelope_has_the_fields_of_what_is_in_it(cls: type[Model]) -> None:
    rest = [field for field in attrs.fields(cls) if field.name not in ("ok", "message", "meta")]
    kinds = get_args(rest[0].type) or (rest[0].type,)
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(rest) == 1 and all(isinstance(k, type) and issubclass(k, Model) for k in kinds):
        names = [{field.name for field in attrs.fields(kind)} for kind in kinds]
        assert set.intersection(*names) <= {*vars(cls)}


def test_of_several_kinds_the_fitting_one_is_read() -> None:
    json = {"id": "1", "integration_type": "AzureIotHub", "hub_name": "h"}
    answer = IntegrationResponse.from_dict(json)
    assert isinstance(answer.integration, AzureIotHubIntegration)
    assert answer.integration.hub_name == "h"


def test_strict_mode_compares_what_came() -> None:
    whole = {
        "scope": "Owner",
        "name": "l1",
        "description": "d",
        "direction": "Downstream",
        "updated_at": "2023-01-01T00:00:00.000Z",
        "created_at": "2023-01-01T00:00:00.000Z",
        "archived_at": None,
    }
    assert differences(LedgerDefinitionResponse, whole) == []
    assert differences(LedgerDefinitionResponse, {**whole, "name": 1}) == [
        "response.name: 1 is not a JSON string"
    ]
    assert differences(LedgerDefinitionResponse, {}) == [
        "response.ledger: missing, but the API description requires it"
    ]


def test_a_field_that_isnt_there_is_an_attribute_error_with_a_hint() -> None:
    with pytest.raises(AttributeError, match="Ok has no field 'okay'") as caught:
        _ = Ok.from_dict({"ok": True}).okay  # type: ignore[attr-defined]
    assert caught.value.name == "okay"
    assert not hasattr(Ok.from_dict({"_private": 1}), "_private")

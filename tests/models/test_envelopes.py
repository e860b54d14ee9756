"""An object that should come as `{"ledger": {…}}` may come without that envelope."""

from __future__ import annotations

import copy
import pickle

import pytest

from particle_client.models.common import Ok
from particle_client.models.integrations import AzureIotHubIntegration, IntegrationResponse
from particle_client.models.ledgers import LedgerDefinition, LedgerDefinitionResponse
from particle_client.models.oauth_clients import OAuthClientResponse
from particle_client.schema.differences import differences

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

"""Where `Any` stands in public types is found, and why it is there is known."""

from __future__ import annotations

from generator.anything import Place, places, summary

MODEL = Place("particle_client.api.logic.Logic.execute(source)", "LogicSource | Mapping[str, Any]")
MODELS = Place(
    "particle_client.api.env.Env.update(ops)", "Sequence[EnvVarOperation | Mapping[str, Any]]"
)
JSON = Place("particle_client.api.ledgers.Ledgers.set_instance(data)", "Mapping[str, Any]")
FIELD = Place("particle_client.models.logic.LogicRunLog.args", "list[Any]")
BY_HAND = Place("particle_client.base.response.Response.json()", "Any")


def test_public_classes_are_searched_through() -> None:
    found = set(places())
    assert {JSON, FIELD, BY_HAND} <= found
    assert not [each.name for each in found if "Async" in each.name or "._client" in each.name]
    assert not [each.name for each in found if each.name.endswith("Secret.integrations")]


def test_a_dict_instead_of_a_model_is_told_apart() -> None:
    assert MODEL.is_dict_for_model
    assert MODELS.is_dict_for_model
    assert not any(each.is_dict_for_model for each in (JSON, FIELD, BY_HAND))


def test_the_summary_counts() -> None:
    assert summary([MODEL, JSON, FIELD, BY_HAND]) == (
        "Any in public types: 3 places from openapi/ (1 of them a dict instead of a model, "
        "the others with an x-any), 1 by hand"
    )

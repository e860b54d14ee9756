"""Every response that the Cloud API's reference shows is an example of the document, as it is."""

from __future__ import annotations

import json
from typing import Any

from tests.documented import Answer, Documented, answers, bundled, operations, resolve, unnamed
from tests.every import every

BY_ROUTE = {(each.method, unnamed(each.path)): each for each in operations()}


def shown(operation: Documented, status: int) -> list[Any]:
    """Return the examples that an operation has for a status."""
    response = resolve(bundled(), operation.raw["responses"].get(str(status), {}))
    return [
        example["value"]
        for media in response.get("content", {}).values()
        for example in media.get("examples", {}).values()
    ]


def as_text(value: Any) -> str:
    """Return JSON text: to Python, `1 == True == 1.0`."""
    return json.dumps(value, sort_keys=True)


@every("answer", answers(), name=lambda answer: answer.name)
def test_the_document_shows_the_answer(answer: Answer) -> None:
    for path in (answer.path, *answer.variants):
        operation = BY_ROUTE[answer.method, unnamed(path)]
        assert str(answer.status) in operation.raw["responses"], operation.where
        if answer.body is None:
            continue
        examples = shown(operation, answer.status)
        if answer.is_text:
            # A block of YAML ends with a line break, which says nothing in an event stream.
            examples = [example.rstrip("\n") for example in examples]
        assert as_text(answer.body) in map(as_text, examples), operation.where


def test_names_of_answers_are_resource_and_operation() -> None:
    assert len({answer.name for answer in answers()}) == len(answers())
    for answer in answers():
        operation = BY_ROUTE[answer.method, unnamed(answer.path)]
        name, _, what = answer.name.partition(".")
        assert name == f"{operation.raw['tags'][0]}/{operation.id}"
        assert what

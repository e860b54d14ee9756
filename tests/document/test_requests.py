"""Every request with a body that the Cloud API's reference shows is an example of the document.

`tests/data/requests.json` has what those requests send, as they do it: names and texts, those of
nested objects with dots. An example of the document holds the values before they become text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.documented import DATA, bundled, operations, resolve
from tests.every import every

if TYPE_CHECKING:
    from collections.abc import Iterator


class Request(NamedTuple):
    where: str
    fields: set[tuple[str, str]]


REQUESTS = [
    Request(f"{row['method']} {row['path']}", {(name, text) for name, text in row["fields"]})
    for row in json.loads((DATA / "requests.json").read_text(encoding="utf-8"))
]
BY_WHERE = {each.where: each for each in operations()}


def texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Return the values of an example with their names, as they would be sent in a form."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from texts(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item, name)
    else:
        yield name, value if isinstance(value, str) else json.dumps(value)


@every("request_", REQUESTS, name=lambda each: f"{each.where} {min(each.fields)}")
def test_the_document_shows_the_request(request_: Request) -> None:
    body = resolve(bundled(), BY_WHERE[request_.where].raw["requestBody"])
    examples = [
        set(texts(example["value"]))
        for media in body["content"].values()
        for example in media["examples"].values()
    ]
    assert any(request_.fields <= example for example in examples), request_.fields

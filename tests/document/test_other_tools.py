"""The document is one that other people's tools can take, and that says nothing of this package."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.yaml_io import read_yaml
from tests.documented import ROOT, Documented, bundled, operations, resolve
from tests.every import every

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL = list(operations())
each_operation = every("operation", ALL, name=lambda operation: operation.id)

OF_THIS_PACKAGE = re.compile(
    r"by itself, (since|because)|retried|Python|the client('s own| itself| never)|\bNone\b"
    r"|particle_client|Particle\(|attrs|httpx"
)
"""What only this client's users could make sense of; it belongs into an `x-` field."""

OF_RUNTIMES = {"ApiClient", "ApiException", "ApiResponse", "Client", "Configuration", "Response"}
"""Classes that the runtimes of generated clients have, and no schema may be called like."""


def _nodes(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Return every object of the document, with its place, but for what is under `x-` fields."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if not str(key).startswith("x-"):
                yield from _nodes(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from _nodes(item, f"{path}/{index}")


def test_summaries_are_unique() -> None:
    found = Counter(operation.raw["summary"] for operation in ALL)
    assert [summary for summary, count in found.items() if count > 1] == []


@each_operation
def test_every_response_with_a_body_has_an_example(operation: Documented) -> None:
    for status, response in operation.raw["responses"].items():
        for kind, media in resolve(bundled(), response).get("content", {}).items():
            assert media.get("examples"), f"{status}: no example of {kind}"


def test_license_and_contact_are_named() -> None:
    info = bundled()["info"]
    assert info["license"]["url"].startswith("https://www.apache.org/licenses/")
    assert info["contact"]["name"]


def test_passwords_are_strings() -> None:
    wrong = [
        path
        for path, node in _nodes(bundled())
        if node.get("format") == "password"
        and node.get("type") not in ("string", ["string", "null"])
    ]
    assert wrong == [], "x-sensitive is for what may have secrets inside"


def test_encodings_are_those_of_properties() -> None:
    wrong = [
        f"{path}: {name}"
        for path, media in _nodes(bundled())
        if isinstance(media.get("encoding"), dict)
        for name in media["encoding"]
        if name not in resolve(bundled(), media["schema"]).get("properties", {})
    ]
    assert wrong == []


def test_nothing_can_only_be_null() -> None:
    # Generators have no type for it; `type: [integer, "null"]` with `const: null` is the same.
    wrong = [
        path
        for path, node in _nodes(bundled())
        if node.get("type") == "null" and path.split("/")[-2] == "properties"
    ]
    assert wrong == []


def test_schemas_are_not_called_like_what_generated_clients_define() -> None:
    schemas = bundled()["components"]["schemas"].keys()
    assert schemas & OF_RUNTIMES == set()
    # Go has a function NewX for each type X.
    assert [name for name in schemas if f"New{name}" in schemas] == []


def test_no_text_is_about_this_package() -> None:
    found = [
        f"{path}/{key}: {text}"
        for path, node in _nodes(bundled())
        for key in ("summary", "description")
        if isinstance(text := node.get(key), str) and OF_THIS_PACKAGE.search(text)
    ]
    assert found == []
    assert OF_THIS_PACKAGE.search("Send it with the client's own `get`.")


def test_contributing_lists_every_field_of_our_own() -> None:
    used: set[str] = set()
    sources = [*(ROOT / "openapi").glob("*.yaml"), *(ROOT / "openapi").glob("*/*.yaml")]
    for source in sources:
        used |= _own_fields(read_yaml(source))
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(x-[a-z-]+)`", text, re.MULTILINE)) == used


def _own_fields(node: Any) -> set[str]:
    if isinstance(node, list):
        return {name for item in node for name in _own_fields(item)}
    if not isinstance(node, dict):
        return set()
    # Examples may have headers that begin like that.
    inner = (value for key, value in node.items() if key not in ("examples", "example", "value"))
    return {key for key in node if re.fullmatch(r"x-[a-z-]+", str(key))} | {
        name for value in inner for name in _own_fields(value)
    }

"""Bundling: from many files to one plain document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator.errors import GeneratorError
from generator.yaml_io import read_yaml, write_yaml

from .project import PATHS_YAML, SCHEMAS_YAML, Project, one_operation

if TYPE_CHECKING:
    from pathlib import Path


def refused(project: Project) -> str:
    with pytest.raises(GeneratorError) as caught:
        project.bundle()
    return str(caught.value)


# --- references -----------------------------------------------------------------------------------


def test_references_across_files_become_components(project: Project) -> None:
    project.write("schemas/parts.yaml", "Part: {type: object, description: A part.}")
    project.write(
        "schemas/gadgets.yaml",
        """
        Error: {type: object, description: An error.}
        Gadget:
          type: object
          description: A thing.
          properties:
            parts: {type: array, items: {$ref: "parts.yaml#/Part"}, description: Its parts.}
            error: {$ref: "#/Error", description: The latest error.}
        """,
    )
    bundled = project.bundle()
    components = bundled.document["components"]
    assert list(components["schemas"]) == ["Error", "Gadget", "Part"]
    assert components["schemas"]["Gadget"]["properties"] == {
        "parts": {
            "type": "array",
            "items": {"$ref": "#/components/schemas/Part"},
            "description": "Its parts.",
        },
        "error": {"$ref": "#/components/schemas/Error", "description": "The latest error."},
    }
    operation = bundled.document["paths"]["/v1/gadgets/{gadgetId}"]["get"]
    assert operation["parameters"] == [{"$ref": "#/components/parameters/GadgetId"}]
    assert operation["responses"]["400"] == {"$ref": "#/components/responses/BadRequest"}
    assert bundled.schema_files == {"Gadget": "gadgets", "Error": "gadgets", "Part": "parts"}


def test_schemas_may_refer_to_each_other(project: Project) -> None:
    project.add(
        "schemas/gadgets.yaml",
        """
        Box:
          type: object
          description: A box of boxes.
          properties:
            boxes: {type: array, items: {$ref: "#/Box"}, description: What is in it.}
        """,
    )
    project.add("paths/gadgets.yaml", answering("Box"))
    boxes = project.document()["components"]["schemas"]["Box"]["properties"]["boxes"]
    assert boxes["items"] == {"$ref": "#/components/schemas/Box"}


def answering(schema: str) -> str:
    reference = f'{{$ref: "../schemas/gadgets.yaml#/{schema}"}}'
    return one_operation(
        response=f"{{description: Done., content: {{application/json: {{schema: {reference}}}}}}}"
    )


def test_data_is_no_structure(project: Project) -> None:
    """Examples and constants may hold anything; properties may be called like keywords."""
    project.write(
        "schemas/gadgets.yaml",
        """
        Error: {type: object, description: An error.}
        Gadget:
          type: object
          description: A thing.
          properties:
            example: {$ref: "#/Error"}
            value: {$ref: "#/Error"}
            enum: {const: {$ref: nowhere}}
          example: {$ref: nowhere}
        """,
    )
    schema = project.document()["components"]["schemas"]["Gadget"]
    error = {"$ref": "#/components/schemas/Error"}
    assert schema["properties"] == {
        "example": error,
        "value": error,
        "enum": {"const": {"$ref": "nowhere"}},
    }
    assert schema["example"] == {"$ref": "nowhere"}


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("../schemas/none.yaml#/Gadget", "schemas/none.yaml: there is no such file in openapi/"),
        ("../schemas/gadgets.yaml#/Gizmo", "schemas/gadgets.yaml has no Gizmo"),
        ("../schemas/gadgets.yaml", "a reference must read FILE#/NAME"),
        ("../schemas/gadgets.yaml#/Gadget/properties/id", "a reference must read FILE#/NAME"),
        ("#/Gadget", "paths/gadgets.yaml is no file of schemas, parameters or responses"),
    ],
)
def test_a_reference_to_nothing_is_refused(project: Project, reference: str, message: str) -> None:
    project.write(
        "paths/gadgets.yaml", PATHS_YAML.replace("../schemas/gadgets.yaml#/Gadget", reference)
    )
    assert message in refused(project)


def test_webhooks_are_in_a_document_of_their_own_and_not_in_the_client(project: Project) -> None:
    project.write(
        "deliveries.yaml",
        """
        gadgetMoved:
          post:
            operationId: tellOfGadget
            requestBody:
              content: {application/json: {schema: {$ref: "schemas/gadgets.yaml#/Moved"}}}
            responses: {2XX: {description: Thanks.}}
        """,
    )
    before = project.generate()
    project.add("particle.yaml", "x-webhooks: deliveries.yaml\n")
    project.add("schemas/gadgets.yaml", "Moved: {type: object, description: A gadget moved.}\n")
    after = project.generate()
    path = "openapi/webhooks.bundled.yaml"
    assert {path for path in after if after[path] != before.get(path)} == {
        path,
        "openapi/particle-cloud.bundled.yaml",  # its components
    }
    document: dict[str, Any] = yaml.safe_load(after[path])
    [content] = document["webhooks"]["gadgetMoved"]["post"]["requestBody"]["content"].values()
    assert content == {"schema": {"$ref": "#/components/schemas/Moved"}}
    assert document["components"]["schemas"].keys() == {"Moved"}


def test_a_missing_file_of_paths_is_named(project: Project) -> None:
    root = project.root / "openapi" / "particle.yaml"
    root.write_text(root.read_text().replace("paths/gadgets.yaml", "paths/gizmos.yaml"))
    assert refused(project) == "paths/gizmos.yaml: there is no such file in openapi/"


def test_a_file_of_paths_that_nobody_lists_is_reported(project: Project) -> None:
    project.write("paths/more.yaml", one_operation())
    assert refused(project) == "paths/more.yaml is not in x-path-files"


def test_a_schema_that_nothing_refers_to_is_reported(project: Project) -> None:
    project.add("schemas/gadgets.yaml", "Gizmo: {type: object, description: Lonely.}")
    assert refused(project) == "schemas/gadgets.yaml: nothing refers to Gizmo"


def test_a_name_in_two_files_is_reported(project: Project) -> None:
    project.write("schemas/others.yaml", SCHEMAS_YAML)
    project.add(
        "paths/gadgets.yaml", answering("Gadget").replace("gadgets.yaml#/G", "others.yaml#/G")
    )
    assert "the schema Gadget is in schemas/others.yaml and in schemas/gadgets.yaml" in refused(
        project
    )


# --- scopes ---------------------------------------------------------------------------------------


def scoped(scopes: str, path: str = "{scope}/gadgets/{gadgetId}") -> str:
    parameter = 'parameters: [{$ref: "../parameters.yaml#/GadgetId"}]'
    return one_operation(path=path, more=f"x-scopes: [{scopes}]\n{parameter}")


def test_a_scoped_path_becomes_one_path_a_scope(project: Project) -> None:
    project.write("paths/gadgets.yaml", scoped("account, product, org"))
    project.write("schemas/gadgets.yaml", "Error: {type: object, description: An error.}")
    found = {path: item["post"] for path, item in project.document()["paths"].items()}
    assert {path: operation["operationId"] for path, operation in found.items()} == {
        "/v1/gadgets/{gadgetId}": "doIt",
        "/v1/products/{productIdOrSlug}/gadgets/{gadgetId}": "doProductIt",
        "/v1/orgs/{orgIdOrSlug}/gadgets/{gadgetId}": "doOrgIt",
    }
    assert [operation["x-scope"] for operation in found.values()] == ["account", "product", "org"]
    assert {operation["x-operation"] for operation in found.values()} == {"doIt"}
    names = [
        [parameter["$ref"].rsplit("/", 1)[1] for parameter in operation["parameters"]]
        for operation in found.values()
    ]
    assert names == [["GadgetId"], ["ProductIdOrSlug", "GadgetId"], ["OrgIdOrSlug", "GadgetId"]]


def test_only_the_scopes_named_are_expanded(project: Project) -> None:
    project.add("paths/gadgets.yaml", scoped("product"))
    paths = project.document()["paths"]
    assert list(paths) == [
        "/v1/gadgets/{gadgetId}",
        "/v1/products/{productIdOrSlug}/gadgets/{gadgetId}",
    ]
    assert paths["/v1/gadgets/{gadgetId}"]["get"]["x-scope"] == "account"


def test_plain_and_scoped_paths_are_merged(project: Project) -> None:
    project.add("paths/gadgets.yaml", scoped("account"))
    assert list(project.document()["paths"]["/v1/gadgets/{gadgetId}"]) == ["get", "post"]


def test_an_operation_written_twice_is_reported(project: Project) -> None:
    project.add("paths/gadgets.yaml", scoped("account"))
    project.write("paths/more.yaml", scoped("account, product"))
    root = project.root / "openapi" / "particle.yaml"
    root.write_text(
        root.read_text().replace("[paths/gadgets.yaml]", "[paths/gadgets.yaml, paths/more.yaml]")
    )
    assert refused(project) == "paths/more.yaml: post /v1/gadgets/{gadgetId} is written twice"


def test_a_scoped_path_without_scopes_is_reported(project: Project) -> None:
    project.add("paths/gadgets.yaml", one_operation(path="{scope}/gizmos"))
    assert refused(project) == "paths/gadgets.yaml: post {scope}/gizmos names no x-scopes"


def test_expanding_leaves_each_scope_its_own_copy(project: Project) -> None:
    project.add("paths/gadgets.yaml", scoped("product, org"))
    paths = project.document()["paths"]
    product = paths["/v1/products/{productIdOrSlug}/gadgets/{gadgetId}"]["post"]
    org = paths["/v1/orgs/{orgIdOrSlug}/gadgets/{gadgetId}"]["post"]
    product["responses"]["200"]["description"] = "Changed."
    assert org["responses"]["200"]["description"] == "Done."


# --- YAML -----------------------------------------------------------------------------------------


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text("one: 1\nnested:\n  key: 1\n  other: 2\n  key: 3\n")
    with pytest.raises(GeneratorError, match=r"line 5.*'key' stands twice") as caught:
        read_yaml(path)
    assert "twice.yaml" in str(caught.value)


def test_broken_yaml_is_refused_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("one: [1\n")
    with pytest.raises(GeneratorError, match=re.escape("broken.yaml")):
        read_yaml(path)


def test_texts_stay_texts(tmp_path: Path) -> None:
    """YAML 1.1 would make a country a truth value and a timestamp a datetime."""
    path = tmp_path / "texts.yaml"
    path.write_text("[no, on, yes, 2015-07-17, 2015-07-17T22:28:40.907Z, true, 12, 1.5, null, '7']")
    assert read_yaml(path) == [
        "no", "on", "yes", "2015-07-17", "2015-07-17T22:28:40.907Z", True, 12, 1.5, None, "7",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        {"b": 1, "a": ["no", "2015-07-17", "true", "12", "", " x "]},
        {"text": "two\nlines\n", "more": "trailing \nspace", "tab": "a\tb\nc", "é": "…\n✓\n"},
        [{"same": [1, 2]}] * 2,
    ],
)
def test_what_is_written_reads_the_same(tmp_path: Path, data: Any) -> None:
    path = tmp_path / "data.yaml"
    text = write_yaml(data)
    path.write_text(text, encoding="utf-8")
    assert read_yaml(path) == data
    assert "&" not in text, "an alias"


# --- what is added for readers --------------------------------------------------------------------


def test_summaries_that_operations_share_say_the_scope(project: Project) -> None:
    scopes = "x-scopes: [account, product, org]"
    project.add("paths/gadgets.yaml", one_operation(path="{scope}/things", more=scopes))
    found = {
        operation["summary"]
        for item in project.bundle().document["paths"].values()
        for operation in item.values()
    }
    assert {"Do it", "Do it (product)", "Do it (organization)"} <= found


def test_the_version_changes_with_the_content(project: Project) -> None:
    def version() -> str:
        found: str = project.bundle().document["info"]["version"]
        return found

    before = version()
    assert before.startswith("v1+")
    assert version() == before
    project.add("paths/gadgets.yaml", one_operation())
    assert version() != before

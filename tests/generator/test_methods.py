"""Operations in YAML → generated methods → the request on the wire."""

from __future__ import annotations

import json
from importlib import import_module
from inspect import getdoc
from typing import Any

import pytest

from .made import GADGETS, answers, body, signature
from .project import one_operation

# --- arguments ------------------------------------------------------------------------------------


def test_path_and_query(make: Any) -> None:
    made = make(
        one_operation(
            path="/v1/gadgets/{gadgetId}/parts/{partName}",
            method="delete",
            more="""
            parameters:
              - {name: partName, in: path, required: true, x-name: part, example: p,
                 description: Name of the part., schema: {type: string}}
              - {name: onlyOld, in: query, description: Whether., schema: {type: boolean}}
              - {name: sortBy, in: query, required: true, description: Key., schema: {type: string}}
              - {name: tags, in: query, description: Tags., explode: false,
                 schema: {type: array, items: {type: string}}}
              - {name: inner, in: query, x-hidden: true, description: No., schema: {type: string}}
              - $ref: "../parameters.yaml#/GadgetId"
            """,
        )
    )
    method = made.api.Gadgets.do_it
    assert signature(method) == (
        "gadget_id: str, part: str, sort_by: str, "
        "*only_old: bool | Unset = UNSET, *tags: Sequence[str] | Unset = UNSET"
    )
    assert "part: Name of the part." in method.__doc__
    made.client.gadgets.do_it("g/1", "ä", "name", only_old=True, tags=["a", "b"])
    request = made.last()
    assert request.method == "DELETE"
    assert request.path == "/v1/gadgets/g%2F1/parts/%C3%A4"
    assert sorted(request.query) == [("onlyOld", "true"), ("sortBy", "name"), ("tags", "a,b")]
    made.client.gadgets.do_it("g", "p", "name")
    assert made.last().query == [("sortBy", "name")]


def test_json_body(make: Any) -> None:
    made = make(
        one_operation(more=body("Doing") + "x-positional: [colour]\n"),
        """
        Doing:
          type: object
          description: What to do.
          required: [colour]
          properties:
            colour: {$ref: "#/Colour", description: The colour.}
            newName: {type: string, x-name: name, description: The name.}
            version: {type: [integer, "null"], description: The version.}
            at: {type: string, format: date-time, description: The time.}
            part: {$ref: "#/Part", description: The part.}
            kind: {const: gadget, description: Always so.}
            on: {type: string, enum-free: true, x-boolean: ["0", "1"], description: On or off.}
            how: {type: string, x-default: fast, description: The way.}
            secret: {type: string, x-hidden: true, description: Not for users.}
        Part:
          type: object
          description: A part.
          properties:
            partId: {type: string, description: ID.}
        Colour: {type: string, description: A colour., enum: [red, green]}
        """,
    )
    assert signature(made.api.Gadgets.do_it) == (
        "colour: Colour | str, *name: str | Unset = UNSET, "
        "*version: int | Unset | None = UNSET, *at: datetime | str | Unset = UNSET, "
        "*part: Part | Mapping[str, Any] | Unset = UNSET, "
        "*on: bool | Unset = UNSET, *how: str = fast"
    )
    models = made.module.models.gadgets
    made.client.gadgets.do_it(models.Colour.RED)
    assert json.loads(made.last().body) == {"colour": "red", "kind": "gadget", "how": "fast"}
    made.client.gadgets.do_it(
        "blue", name="n", version=None, part=models.Part(part_id="p"), on=False, how="slow"
    )
    assert json.loads(made.last().body) == {
        "colour": "blue",
        "newName": "n",
        "version": None,
        "part": {"partId": "p"},
        "kind": "gadget",
        "on": "0",
        "how": "slow",
    }


def test_a_field_around_the_body(make: Any) -> None:
    made = make(
        one_operation(more=body("Wrapped") + "x-body-field: gadget\n"),
        """
        Wrapped:
          type: object
          description: A wrapper.
          required: [gadget]
          properties:
            gadget: {$ref: "#/Gadget", description: The gadget.}
        """,
    )
    made.client.gadgets.do_it("g1", name=None)
    assert json.loads(made.last().body) == {"gadget": {"id": "g1", "name": None}}


def test_a_map_as_the_whole_body(make: Any) -> None:
    made = make(
        one_operation(more=body("Counts")),
        "Counts: {type: object, description: D., additionalProperties: {type: integer}}",
    )
    assert signature(made.api.Gadgets.do_it) == "body: Mapping[str, int]"
    made.client.gadgets.do_it({"a": 1})
    assert json.loads(made.last().body) == {"a": 1}


def test_further_fields_of_the_body(make: Any) -> None:
    made = make(
        one_operation(more=body("Settings")),
        """
        Settings:
          type: object
          description: D.
          properties:
            ids: {type: array, items: {type: string}, description: I.}
          additionalProperties: {x-name: values, description: V.}
        """,
    )
    expected = "values: Mapping[str, Any], *ids: Sequence[str] | Unset = UNSET"
    assert signature(made.api.Gadgets.do_it) == expected
    made.client.gadgets.do_it({"a": 1})
    assert json.loads(made.last().body) == {"a": 1}
    made.client.gadgets.do_it({"a": 1}, ids=["b"])
    assert json.loads(made.last().body) == {"a": 1, "ids": ["b"]}


def test_methods_with_media_types_of_their_own(make: Any) -> None:
    made = make(
        one_operation(
            method="put",
            more="""
            x-methods:
              - {name: set, body: Gadget, content: application/schema+json}
              - {name: see, body: Gadget, accept: application/json}
            requestBody:
              required: true
              content:
                application/json: &gadget
                  schema: {$ref: "../schemas/gadgets.yaml#/Gadget"}
                  examples: {one: {summary: One, value: {id: g}}}
                application/schema+json: *gadget
            """,
            response=answers(GADGETS % "Gadget"),
        ).replace("    x-method: do_it\n", ""),
    )
    made.reply({"id": "g"})
    made.client.gadgets.set({"id": "g"}, headers={"x-a": "b"})
    request = made.last()
    assert request.content_type == "application/schema+json"
    assert request.headers["x-a"] == "b"
    assert json.loads(request.body) == {"id": "g"}
    made.client.gadgets.see("g")
    request = made.last()
    assert (request.content_type, request.headers["accept"]) == ("application/json",) * 2
    assert json.loads(request.body) == {"id": "g"}


def test_form_body(make: Any) -> None:
    made = make(one_operation(more=body("Gadget", kind="application/x-www-form-urlencoded")))
    made.client.gadgets.do_it("g 1", name="ä&b")
    request = made.last()
    assert request.content_type == "application/x-www-form-urlencoded"
    assert request.form == [("id", "g 1"), ("name", "ä&b")]


def test_files(make: Any) -> None:
    made = make(
        one_operation(more=body("Upload", kind="multipart/form-data")),
        """
        Upload:
          type: object
          description: A file.
          required: [file]
          properties:
            file: {type: string, format: binary, x-filename: gadget.bin, description: The file.}
            title: {type: string, description: The title.}
        """,
    )
    assert signature(made.api.Gadgets.do_it) == (
        "file: FileInput, *title: str | Unset = UNSET, *progress: Progress | None = None"
    )
    assert signature(made.api.AsyncGadgets.do_it).startswith("file: AsyncFileInput")
    made.client.gadgets.do_it(b"content", title="t")
    found = [(part.name, part.filename, part.content) for part in made.last().parts]
    assert found == [("file", "gadget.bin", b"content"), ("title", None, b"t")]


def test_several_methods_of_one_operation(make: Any) -> None:
    made = make(
        one_operation(
            method="put",
            more="""
            x-methods:
              - {name: rename, body: Rename, response: Gadget, summary: Rename it,
                 positional: [name]}
              - {name: stop, body: Stop, response: null, description: Stops it., idempotent: false,
                 timeout: 90, deprecated: true}
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    oneOf:
                      - {$ref: "../schemas/gadgets.yaml#/Rename"}
                      - {$ref: "../schemas/gadgets.yaml#/Stop"}
                  examples: {one: {summary: One, value: {name: n}}}
            """,
            response=answers(GADGETS % "Gadget"),
        ).replace("    x-method: do_it\n", ""),
        """
        Rename:
          type: object
          description: A name.
          properties:
            name: {type: string, description: The name.}
        Stop:
          type: object
          description: An end.
          required: [action]
          properties:
            action: {const: stop, description: What to do.}
        """,
    )
    made.reply({"id": "g", "name": "n"})
    result = made.client.gadgets.rename("n")
    assert type(result).__name__ == "Gadget"
    assert json.loads(made.last().body) == {"name": "n"}
    assert made.api.Gadgets.rename.__doc__.startswith("Rename it.")
    with pytest.warns(DeprecationWarning, match="Do it: the Cloud API has deprecated it"):
        assert made.client.gadgets.stop() is None
    assert json.loads(made.last().body) == {"action": "stop"}
    assert made.api.DO_IT.idempotent
    assert not made.api.DO_IT_STOP.idempotent
    assert made.api.DO_IT_STOP.timeout == 90


def test_what_an_operation_says_of_itself(make: Any) -> None:
    made = make(
        one_operation(
            path="/v1/secret/{gadgetId}",
            more="""
            x-timeout: 300
            x-idempotent: true
            deprecated: true
            parameters:
              - {name: gadgetId, in: path, required: true, description: A secret., example: g,
                 schema: {type: string, format: password}}
            """,
        ).replace("[{accessToken: []}]", '[{accessToken: ["gadgets:do"]}]')
    )
    operation = made.api.DO_IT
    assert (operation.name, operation.method) == ("doIt", "POST")
    assert operation.path == "/v1/secret/{gadgetId}"
    assert (operation.timeout, operation.idempotent, operation.secret) == (300, True, True)
    method = made.api.Gadgets.do_it
    assert "Cloud API: doIt, POST /v1/secret/{gadgetId}." in method.__doc__
    assert "Permission of API users: gadgets:do." in method.__doc__
    with pytest.warns(DeprecationWarning, match="deprecated"):
        made.client.gadgets.do_it("g")


def test_what_is_said_of_the_python_method_alone(make: Any) -> None:
    doc = getdoc(make(one_operation(more="x-python: It blocks.")).api.Gadgets.do_it)
    assert doc
    assert "Does it.\n\nIt blocks.\n" in doc


def test_the_scope_in_a_shared_summary_stays_out_of_docstrings(make: Any) -> None:
    scopes = "x-scopes: [account, product]"
    made = make(one_operation(path="{scope}/things", more=scopes))
    assert made.api.Gadgets.do_it.__doc__.startswith("Do it.\n")


def test_who_may_call(make: Any) -> None:
    basic = one_operation(path="/v1/basic", method="get")
    nobody = one_operation(path="/v1/open", method="get")
    made = make(
        basic.replace("[{accessToken: []}]", "[{userPassword: []}]")
        .replace("doIt", "doBasic")
        .replace("do_it", "do_basic")
        + nobody.replace("[{accessToken: []}]", "[]")
    )
    assert signature(made.api.Gadgets.do_basic) == "username: str, password: str"
    made.client.gadgets.do_basic("user", "word")
    assert made.last().headers["authorization"] == "Basic dXNlcjp3b3Jk"
    without = made.client.with_options(access_token=None)
    without.gadgets.do_it()
    assert "authorization" not in made.last().headers
    with pytest.raises(made.module.errors.ConfigurationError, match="access token"):
        without.gadgets.get("g")


def test_an_operation_written_by_hand_is_a_constant_alone(make: Any) -> None:
    made = make(one_operation(more="x-hand-written: true"))
    operations = import_module(f"{made.module.__name__}.operations.gadgets")
    assert operations.DO_IT.name == "doIt"
    assert not hasattr(made.api.Gadgets, "do_it")

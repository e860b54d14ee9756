"""Operations in YAML → generated methods → the request on the wire and the result."""

from __future__ import annotations

import inspect
import json
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import GeneratorError
from tests.wire.recording import Reply

from .project import Project, one_operation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from tests.wire.recording import Recorded, RecordingServer

pytestmark = pytest.mark.anyio

GADGETS = '{$ref: "../schemas/gadgets.yaml#/%s"}'


def answers(schema: str, *, status: int = 200, kind: str = "application/json") -> str:
    return f"{{description: Done., content: {{{kind}: {{schema: {schema}}}}}}}"


def body(schema: str, *, kind: str = "application/json", required: str = "true") -> str:
    """Give a request body of a schema of schemas/gadgets.yaml."""
    return f"""
requestBody:
  required: {required}
  description: What is sent.
  content:
    {kind}:
      schema: {GADGETS % schema}
      examples: {{one: {{summary: One, value: {{}}}}}}
"""


class Made:
    """A generated client, connected to the recording server."""

    def __init__(self, module: ModuleType, server: RecordingServer) -> None:
        self.module = module
        self.server = server
        self.client: Any = module.client.Particle(access_token="TOKEN", base_url=server.base_url)

    @property
    def api(self) -> Any:
        return self.module.api.gadgets

    def last(self) -> Recorded:
        [request] = self.server.take()
        return request

    def reply(self, value: Any, status: int = 200) -> None:
        self.server.reply = Reply(status, "application/json", json.dumps(value).encode())


@pytest.fixture
def make(project: Project, server: RecordingServer) -> Iterator[Any]:
    """Add operations and schemas to the small project; generate and import its client."""
    made: list[Made] = []

    def make(paths: str, schemas: str = "") -> Made:
        project.add("paths/gadgets.yaml", paths)
        project.add("schemas/gadgets.yaml", schemas)
        made.append(Made(project.make_client(), server))
        return made[-1]

    yield make
    for each in made:
        each.client.close()


def signature(method: Any) -> str:
    """Give a method's parameters but `self` and the options."""
    parameters = list(inspect.signature(method).parameters.values())[1:-1]
    return ", ".join(
        ("*" if each.kind is each.KEYWORD_ONLY else "") + str(each).replace("'", "")
        for each in parameters
    )


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
    assert signature(made.api.Gadgets.do_it) == ("file: FileInput, *title: str | Unset = UNSET")
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
    assert made.api.DO_IT.name == "doIt"
    assert not hasattr(made.api.Gadgets, "do_it")


# --- answers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "sent", "returns"),
    [
        (GADGETS % "Gadget", {"id": "g"}, "Gadget"),
        (f"{{type: array, items: {GADGETS % 'Gadget'}}}", [{"id": "g"}], "list[Gadget]"),
        ("{type: object, additionalProperties: {type: integer}}", {"a": 1}, "dict[str, int]"),
        ("{type: array, items: {type: string}}", ["a"], "list[str]"),
        ("{type: boolean}", True, "bool"),
    ],
    ids=["model", "models", "map", "list", "value"],
)
async def test_what_a_method_returns(make: Any, schema: str, sent: Any, returns: str) -> None:
    made = make(one_operation(method="get", response=answers(schema)))
    made.reply(sent)
    result = made.client.gadgets.do_it()
    assert inspect.signature(made.api.Gadgets.do_it).return_annotation == returns
    async with made.module.client.AsyncParticle(
        access_token="TOKEN", base_url=made.server.base_url
    ) as client:
        assert await client.gadgets.do_it() == result
    if "Gadget" in returns:
        first = result[0] if isinstance(result, list) else result
        assert first.id == "g"
        assert first.to_dict() == {"id": "g"}
    else:
        assert result == sent


def test_an_answer_without_a_body(make: Any) -> None:
    made = make(one_operation().replace('"200"', '"204"'))
    assert made.client.gadgets.do_it() is None
    assert inspect.signature(made.api.Gadgets.do_it).return_annotation == "None"


def test_a_download(make: Any) -> None:
    made = make(
        one_operation(
            method="get",
            more="x-download: true",
            response=answers("{type: string, format: binary}", kind="application/octet-stream"),
        )
    )
    made.server.reply = Reply(200, "application/octet-stream", b"\x00\xff")
    assert made.client.gadgets.do_it() == b"\x00\xff"


def test_pages(make: Any) -> None:
    made = make(
        one_operation(
            method="get",
            more="""
            parameters: [{name: page, in: query, description: P., schema: {type: integer}}]
            x-pagination: {style: page, items: gadgets, page: page, total_pages: meta.total}
            """,
            response=answers(GADGETS % "GadgetList"),
        ),
        """
        GadgetList:
          type: object
          description: Gadgets.
          properties:
            gadgets: {type: array, items: {$ref: "#/Gadget"}, description: The gadgets.}
            meta: {$ref: "#/Meta", description: About the list.}
        Meta:
          type: object
          description: About a list.
          properties:
            total: {type: integer, description: Number of pages.}
        """,
    )
    made.reply({"gadgets": [{"id": "a"}], "meta": {"total": 1}})
    page = made.client.gadgets.do_it(page=1)
    assert [gadget.id for gadget in page] == ["a"]
    assert page.total_pages == 1
    assert made.last().query == [("page", "1")]
    returns = inspect.signature(made.api.AsyncGadgets.do_it).return_annotation
    assert returns == "AsyncPager[GadgetList, Gadget]"


# --- scopes ---------------------------------------------------------------------------------------


def test_scopes_with_the_same_methods_share_a_class(project: Project, make: Any) -> None:
    project.write("paths/gadgets.yaml", "")
    project.write("schemas/gadgets.yaml", "Error: {type: object, description: An error.}")
    made = make(
        one_operation(path="{scope}/gadgets", more="x-scopes: [account, product, org]"),
    )
    client = made.client
    scopes = (client, client.product("p/1"), client.org("acme"))
    assert {type(scope.gadgets) for scope in scopes} == {made.api.Gadgets}
    assert made.api.DO_IT.path == "{scope}/gadgets"
    for scope, path in zip(
        scopes, ("/v1/gadgets", "/v1/products/p%2F1/gadgets", "/v1/orgs/acme/gadgets"), strict=True
    ):
        scope.gadgets.do_it()
        assert made.last().path == path


def test_scopes_with_different_methods_have_classes_of_their_own(make: Any) -> None:
    made = make(one_operation(path="{scope}/gadgets", more="x-scopes: [account, product]"))
    api = made.api
    assert {type(made.client.gadgets), type(made.client.product("p").gadgets)} == {
        api.Gadgets,
        api.ProductGadgets,
    }
    assert issubclass(api.Gadgets, api.CommonGadgets)
    assert issubclass(api.ProductGadgets, api.CommonGadgets)
    assert hasattr(api.Gadgets, "get")
    assert not hasattr(api.ProductGadgets, "get")
    assert not hasattr(made.client.org("acme"), "gadgets")


# --- what can't be generated ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "schemas", "message"),
    [
        ("x-positional: [nothing]", "", "doIt: positional: there is no nothing"),
        (
            "parameters: [{name: id, in: query, description: D., schema: {type: string}}]\n"
            + body("Gadget"),
            "",
            "doIt: two arguments are called id",
        ),
        (
            body("Upload", kind="multipart/form-data"),
            """
            Upload:
              type: object
              description: Files.
              properties:
                files:
                  {type: array, items: {type: string, format: binary}, description: The files.}
            """,
            "doIt: files: a list of files needs a hand-written method",
        ),
        (
            "x-pagination: {style: single, items: gizmos}",
            "",
            "doIt: Gadget has no gizmos",
        ),
        (
            "parameters: [{name: a, x-name: class, in: query, description: D., schema: {}}]",
            "",
            "doIt: an argument can't be called 'class': add an x-name",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused(
    project: Project, more: str, schemas: str, message: str
) -> None:
    response = answers(GADGETS % "Gadget")
    project.add("paths/gadgets.yaml", one_operation(more=more, response=response))
    project.add("schemas/gadgets.yaml", schemas)
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == (message,)


def test_two_methods_of_one_name_are_refused(project: Project) -> None:
    project.add("paths/gadgets.yaml", one_operation().replace("x-method: do_it", "x-method: get"))
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == ("gadgets: doIt and getGadget are both get() for the account",)


def test_a_method_that_is_no_name_is_refused(project: Project) -> None:
    project.add(
        "paths/gadgets.yaml", one_operation().replace("x-method: do_it", "x-method: import")
    )
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == (
        "doIt: a method can't be called 'import': choose another x-method",
    )


def test_importing_a_generated_client_warns_of_nothing(make: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        make(one_operation())

"""Operations in YAML → generated methods → what they return, in which scope."""

from __future__ import annotations

import inspect
import warnings
from importlib import import_module
from typing import Any

import pytest

from tests.wire.recording import Reply

from .made import GADGETS, answers
from .project import Project, one_operation

pytestmark = pytest.mark.anyio


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
    asynchronous: Any = import_module(f"{made.module.__name__}.async_client")
    async with asynchronous.AsyncParticle(
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
            more="""
            x-download: true
            x-alias: do_the_same
            """,
            response=answers("{type: string, format: binary}", kind="application/octet-stream"),
        )
    )
    made.server.reply = Reply(200, "application/octet-stream", b"\x00\xff")
    assert made.client.gadgets.do_it() == b"\x00\xff"
    assert made.client.gadgets.do_the_same() == b"\x00\xff"


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
    assert issubclass(api.Gadgets, api.GadgetsBase)
    assert issubclass(api.ProductGadgets, api.GadgetsBase)
    assert hasattr(api.Gadgets, "get")
    assert not hasattr(api.ProductGadgets, "get")
    assert not hasattr(made.client.org("acme"), "gadgets")


def test_importing_a_generated_client_warns_of_nothing(make: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        make(one_operation())

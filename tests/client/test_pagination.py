"""Lists: pages are fetched as they are needed; AsyncParticle's are awaited or iterated."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import NotFoundError, ResponseDecodeError, ResponseValidationError
from particle_client.models import Device, DeviceCustomer, ProductDeviceList
from tests.recorder import Answer, Recorded, response

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio


def pages_of(*pages: list[Any], total_pages: Any = None) -> Callable[[Recorded], Answer]:
    """Answer with pages, by the `page` of the query; beyond the last one they are empty."""

    def respond(request: Recorded) -> Answer:
        number = int(dict(request.query).get("page", "1"))
        body: dict[str, Any] = {"devices": pages[number - 1] if number <= len(pages) else []}
        if total_pages is not None:
            body["meta"] = {"total_pages": total_pages}
        return response(json=body)

    return respond


def asked(recorder: Recorder) -> list[str | None]:
    """Return the page numbers that were asked for."""
    return [dict(request.query).get("page") for request in recorder.requests]


def devices(*ids: str) -> list[dict[str, str]]:
    return [{"id": each} for each in ids]


THREE = (devices("a", "b"), devices("c", "d"), devices("e"))


# --- pages ----------------------------------------------------------------------------------------


async def test_iterating_goes_over_all_pages(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    found = [each async for each in wire.product("p").devices.list(groups=["x"], per_page=2)]
    assert [each.id for each in found] == ["a", "b", "c", "d", "e"]
    assert all(type(each) is Device for each in found)
    assert asked(recorder) == [None, "2", "3"]
    for request in recorder.requests:
        query = dict(request.query)
        assert (query["groups"], query["per_page"]) == ("x", "2")


async def test_pages_are_fetched_when_they_are_needed(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    seen: list[str] = []
    async for device in wire.product("p").devices.list():
        seen.append(device.id)
        if device.id == "c":
            break
    assert seen == ["a", "b", "c"]
    assert asked(recorder) == [None, "2"]


async def test_a_page_by_itself(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    page = await wire.product("p").devices.list()
    assert asked(recorder) == [None]
    assert [each.id for each in page.items] == ["a", "b"]
    assert (page.number, page.total_pages, page.has_next) == (1, 3, True)
    assert type(page.body) is ProductDeviceList
    assert page.body.meta
    assert page.body.meta.total_pages == 3
    assert page.to_dict() == {"devices": devices("a", "b"), "meta": {"total_pages": 3}}
    assert repr(page).endswith("Page 1 of 3: 2 items>")
    second = await page.next_page()
    assert second
    third = await second.next_page()
    assert third
    assert (third.number, third.has_next, await third.next_page()) == (3, False, None)
    assert asked(recorder) == [None, "2", "3"]
    assert [each.id async for each in second] == ["c", "d", "e"]


async def test_pages_one_by_one(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    first = await wire.product("p").devices.list()
    numbers = [(page.number, len(page.items)) async for page in first.pages()]
    assert numbers == [(1, 2), (2, 2), (3, 1)]


async def test_pages_of_a_list_that_was_not_awaited(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    target: Any = getattr(wire, "target", wire)
    pages = target.product("p").devices.list().pages()
    if target is wire:
        assert [page.number async for page in pages] == [1, 2, 3]
    else:
        assert [page.number for page in pages] == [1, 2, 3]


@pytest.mark.parametrize("options", [{"page": 2}, {"query": {"page": 2}}, {"query": {"page": "2"}}])
async def test_a_list_may_start_at_another_page(
    options: dict[str, Any], wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    page = await wire.product("p").devices.list(**options)
    assert page.number == 2
    assert [each.id async for each in page] == ["c", "d", "e"]
    assert asked(recorder) == ["2", "3"]


async def test_a_page_number_is_a_number(wire: AsyncParticle, recorder: Recorder) -> None:
    for wrong in ("two", [1]):
        number: Any = wrong
        with pytest.raises((TypeError, ValueError), match="int"):
            await wire.product("p").devices.list(page=number)
    assert recorder.requests == []
    nothing: Any = None
    assert (await wire.product("p").devices.list(page=nothing)).number == 1


async def test_without_a_total_the_list_ends_with_an_empty_page(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = pages_of(*THREE)
    page = await wire.product("p").devices.list()
    assert (page.total_pages, page.has_next) == (None, True)
    assert repr(page).endswith("Page 1: 2 items>")
    assert [each.id async for each in page] == ["a", "b", "c", "d", "e"]
    assert asked(recorder) == [None, "2", "3", "4"]


@pytest.mark.parametrize("total_pages", [0, 1, -1])
async def test_no_further_page(total_pages: int, wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = pages_of(*THREE, total_pages=total_pages)
    assert [each.id async for each in wire.product("p").devices.list()] == ["a", "b"]
    assert asked(recorder) == [None]


@pytest.mark.parametrize("body", [{}, {"devices": []}, {"devices": None}, {"devices": "none"}])
async def test_an_empty_list(body: dict[str, Any], wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(json=body)
    assert [each async for each in wire.product("p").devices.list()] == []
    assert len(recorder.requests) == 1


async def test_an_empty_page_ends_a_list_whatever_the_total_says(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.respond = pages_of(*THREE, total_pages=1_000_000)
    assert len([each async for each in wire.product("p").devices.list()]) == 5
    assert asked(recorder) == [None, "2", "3", "4"]


@pytest.mark.parametrize("total", ["3", True, 2.5, None, {}, []])
async def test_a_total_that_is_no_number_is_as_good_as_none(
    total: Any, wire: AsyncParticle, recorder: Recorder
) -> None:
    body = {"devices": devices("a"), "meta": {"total_pages": total}}
    recorder.respond = lambda request: response(json=body)
    page = await wire.product("p").devices.list()
    assert page.total_pages is None
    recorder.respond = lambda request: response(json={"devices": devices("a"), "meta": total})
    assert (await wire.product("p").devices.list()).total_pages is None


async def test_a_server_that_ignores_page_numbers(wire: AsyncParticle, recorder: Recorder) -> None:
    def respond(request: Recorded) -> Answer:
        # The error ends a loop that would have no end.
        return response(200 if len(recorder.requests) < 9 else 500, json=body)

    body = {"devices": devices("a", "b")}
    recorder.respond = respond
    assert [each.id async for each in wire.product("p").devices.list()] == ["a", "b"]
    assert asked(recorder) == [None, "2"]


async def test_a_server_that_ignores_page_numbers_while_devices_change(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    def respond(request: Recorded) -> Answer:
        moment = len(recorder.requests)
        changing = [{**each, "last_heard": moment} for each in devices("a", "b")]
        body = {"devices": changing, "meta": {"total_pages": 1000}}
        return response(200 if moment < 9 else 500, json=body)

    recorder.respond = respond
    assert [each.id async for each in wire.product("p").devices.list()] == ["a", "b"]
    assert asked(recorder) == [None, "2"]


async def test_items_that_are_no_objects_stay_as_they_are(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    odd: list[Any] = ["text", 7, None, ["list"], {"id": {"not": "hashable"}}]
    recorder.respond = pages_of(odd, odd)
    found: list[Any] = [each async for each in wire.product("p").devices.list()]
    assert found[:4] == odd[:4]
    assert type(found[4]) is Device
    assert len(found) == 5


async def test_options_hold_for_every_page(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = pages_of(*THREE, total_pages=3)
    statuses: list[int] = []
    found = [
        each
        async for each in wire.product("p").devices.list(
            headers={"X-A": "1"},
            query={"more": "yes"},
            access_token="other",
            on_response=lambda response: statuses.append(response.status_code),
        )
    ]
    assert len(found) == 5
    assert statuses == [200, 200, 200]
    for request in recorder.requests:
        assert request.header("x-a") == "1"
        assert request.header("authorization") == "Bearer other"
        assert dict(request.query)["more"] == "yes"


async def test_a_page_that_fails(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"devices": devices("a")})
    recorder.answer(404, json={"error": "gone"})
    seen: list[str] = []

    async def collect() -> None:
        async for device in wire.product("p").devices.list():
            seen.append(device.id)

    with pytest.raises(NotFoundError, match="gone"):
        await collect()
    assert seen == ["a"]


async def test_what_else_an_answer_holds(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"devices": [], "customers": [{"id": "1", "username": "ada"}]})
    page = await wire.product("p").devices.list()
    assert page.body.customers == [DeviceCustomer(id="1", username="ada")]


async def test_a_list_that_comes_whole(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"products": [{"id": 1}, {"id": 2}], "meta": {"total_pages": 9}})
    page = await wire.products.list()
    assert (page.total_pages, page.has_next, await page.next_page()) == (1, False, None)
    assert [product.id async for product in page] == [1, 2]
    assert len(recorder.requests) == 1


async def test_paging_with_the_local_cloud(client: AsyncParticle, cloud: Sandbox) -> None:
    product = cloud.add_product(f"Pages {len(cloud.state.products)}")
    for number in range(7):
        cloud.add_device(f"device-{number}", product=product)
    # The local cloud counts the records under a name that the document doesn't have.
    client = client.with_options(strict=False)
    found = client.product(product.slug).devices.list(per_page=3, sort_attr="deviceName")
    assert [each.name async for each in found] == [f"device-{number}" for number in range(7)]
    page = await client.product(product.id).devices.list(per_page=3)
    assert page.total_pages == 3


async def test_how_many_items_there_are(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"devices": devices("a"), "meta": {"total_pages": 3, "total": 5}})
    recorder.answer(json={"devices": devices("a"), "meta": {"total_pages": 3, "total": "many"}})
    assert (await wire.product("p").devices.list()).total == 5
    assert (await wire.product("p").devices.list()).total is None
    recorder.answer(json={"locations": [{"device_id": "a"}], "meta": {"devices_found": 7}})
    assert (await wire.product("p").locations.list()).total == 7
    recorder.answer(json={"products": [{"id": 1}, {"id": 2}]})
    assert (await wire.products.list()).total == 2


async def test_the_sim_cards_of_the_account_come_whole(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(json={"sims": [{"_id": "1"}, {"_id": "2"}]})
    found = await wire.sims.list()
    assert [each.id async for each in found] == ["1", "2"]
    assert (found.total, asked(recorder)) == (2, [None])


@pytest.mark.parametrize("ignored", [False, True])
async def test_customers_come_in_pages(
    ignored: bool, wire: AsyncParticle, recorder: Recorder
) -> None:
    """That there are pages is documented, how to ask for one isn't."""

    def respond(request: Recorded) -> Answer:
        number = "1" if ignored else dict(request.query).get("page", "1")
        customers = [{"id": number, "username": "c@example.com"}]
        return response(json={"customers": customers, "meta": {"total_pages": 3}})

    recorder.respond = respond
    found = [each.id async for each in wire.product("p").customers.list()]
    assert found == (["1"] if ignored else ["1", "2", "3"])
    assert asked(recorder) == ([None, "2"] if ignored else [None, "2", "3"])


@pytest.mark.filterwarnings("ignore:.*deprecated:DeprecationWarning")
@pytest.mark.parametrize("strict", [False, True])
async def test_pages_that_are_nothing_but_an_array(
    strict: bool, wire: AsyncParticle, recorder: Recorder
) -> None:
    network = {"id": "n1", "name": "one"}

    def respond(request: Recorded) -> Answer:
        number = dict(request.query).get("page", "1")
        return response(json=[{**network, "id": number}] if number in ("1", "2") else [])

    recorder.respond = respond
    client = wire.with_options(strict=strict)
    found = [each async for each in client.networks.list()]
    assert [each.id for each in found] == ["1", "2"]
    assert asked(recorder) == [None, "2", "3"]
    page = await client.networks.list()
    answer: Any = page.to_dict()
    assert answer == [{**network, "id": "1"}]
    assert (page.total, page.total_pages) == (None, None)


async def test_strict_mode_looks_into_an_array_of_items(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    client = wire.with_options(strict=True)
    recorder.answer(json=[{"username": 1}])
    with pytest.raises(ResponseValidationError, match=r"response\[0\]\.username: 1 is not"):
        await client.product("p").team.list()
    recorder.answer(json=[{"id": "1"}])
    with pytest.raises(ResponseDecodeError, match="not an object"):
        await client.product("p").devices.list()  # the document has no array for it


async def test_items_under_another_name(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.answer(json={"ledger_definitions": [{"name": "l1"}], "ok": True})
    page = await wire.ledgers.list()
    assert [each.name for each in page.items] == ["l1"]
    recorder.answer(json={"devices": None, "others": [{"id": "1"}]})
    assert (await wire.product("p").devices.list()).items == []
    recorder.answer(json={"some": [{"id": "1"}], "others": [{"id": "2"}]})
    assert (await wire.product("p").devices.list()).items == []


@pytest.mark.parametrize(
    ("links", "pages"),
    [({"next": None}, [None]), ({"prev": "/x"}, [None, "2"]), ({"next": "/x"}, [None, "2"])],
)
async def test_a_json_api_list_that_says_it_ends(
    links: dict[str, Any], pages: list[str | None], wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(json={"data": [{"id": "neopixel"}], "links": links})
    recorder.answer(json={"data": []})
    assert [each.id async for each in wire.libraries.list()] == ["neopixel"]
    assert asked(recorder) == pages


# --- lists without pages --------------------------------------------------------------------------


async def test_a_list_is_awaited_or_iterated(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(json=devices("a", "b"))
    whole = await wire.devices.list()
    assert isinstance(whole, list)
    assert [each.id for each in whole] == ["a", "b"]
    assert [each.id async for each in wire.devices.list()] == ["a", "b"]
    assert len(recorder.requests) == 2


async def test_a_list_that_is_no_list(wire: AsyncParticle, recorder: Recorder) -> None:
    recorder.respond = lambda request: response(json={"ok": True})
    with pytest.raises(ResponseDecodeError, match="not an array"):
        [each async for each in wire.devices.list()]


async def test_nothing_is_sent_before_a_list_is_used(
    wire: AsyncParticle, recorder: Recorder
) -> None:
    calls = wire.devices.list(), wire.product("p").devices.list()
    assert recorder.requests == []
    recorder.respond = lambda request: response(
        content=json.dumps([] if request.path == "/v1/devices" else {}).encode()
    )
    for call in calls:
        await call
    assert len(recorder.requests) == 2

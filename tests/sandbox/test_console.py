"""The console, in a real browser: each button, many devices, restarts, and attacks on it.

With CONSOLE_PICTURES it takes the pictures for the docs.
"""

from __future__ import annotations

import base64
import http.server
import json
import math
import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from particle_client.sandbox import Sandbox
from particle_client.sandbox.demo import demo_cloud
from particle_client.sandbox.scripts import Answer, Walk
from tests.chromium import Page, chromium, expect, watched
from tests.ports import lasting_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

T = TypeVar("T")


class Console:
    """The page, as a person uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints, self.requests = watched(page)
        self.pressed: set[str] = set()

    def show(self, view: str) -> None:
        self.page.get_by_role("link", name=view).click()

    def field(self, name: str) -> Locator:
        return self.page.locator(f"section:visible [name={name}]")

    def press(self, verb: str, within: str = "section:visible", /, **fields: Any) -> None:
        """Fill in the form of a button, and press it."""
        button = self.page.get_by_role("button", name=verb, exact=True)
        form = self.page.locator(f"{within} form").filter(has=button).first
        for name, value in fields.items():
            field = form.locator(f"[name={name}]")
            if isinstance(value, bool):
                field.set_checked(value)
            elif field.evaluate("(element) => element.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        self.page.locator(within).locator(button).first.click()
        self.pressed.add(verb)

    def sees(self, selector: str, text: str) -> None:
        expect(self.page.locator(selector).filter(has_text=text).first).to_be_visible()

    def picture(self, name: str) -> None:
        if folder := os.environ.get("CONSOLE_PICTURES"):
            session = self.page.context.new_cdp_session(self.page)
            shot = session.send("Page.captureScreenshot", {"format": "webp", "quality": 70})
            (Path(folder) / f"console-{name}.webp").write_bytes(base64.b64decode(shot["data"]))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def console(browser: Browser) -> Iterator[Console]:
    with browser.new_context(viewport={"width": 1200, "height": 720}) as context:
        console = Console(context.new_page())
        yield console
    assert [each for each in console.complaints if "Failed to load" not in each] == []


@pytest.fixture
def cloud() -> Iterator[Sandbox]:
    with demo_cloud(12, flash_step=0) as cloud:
        yield cloud


def wait_for(look: Callable[[], T | None]) -> T:
    """What ``look`` gives, once it is true: the page's requests take a moment."""
    pause = threading.Event()
    for _ in range(1_500):
        if found := look():
            return found
        pause.wait(0.02)
    raise AssertionError("it didn't happen")


def test_each_button(cloud: Sandbox, console: Console) -> None:
    page = console.page
    greenhouse, machine = cloud.devices[:2]
    page.goto(cloud.console_url)
    console.sees("#connection", "Connected")
    assert page.url == f"{cloud.base_url}/__sandbox__/"

    # Devices
    console.show("Devices")
    console.sees("#device-list td", "coffee-machine-6")
    console.press("Add a device", name="shed", product="my-product-v100", claimed=False)
    shed = wait_for(lambda: next((d for d in cloud.devices if d.name == "shed"), None))
    console.sees("#device h2", "shed")
    console.press("Close", "#device")
    page.locator("#device-list td").get_by_text("greenhouse", exact=True).click()
    console.sees("#device h2", "greenhouse ● online")
    console.sees("#device td", "temperature")
    console.picture("devices")
    console.press("Go offline")
    wait_for(lambda: not greenhouse.online)
    console.sees("#device h2", "offline")
    console.press("Go online")
    wait_for(lambda: greenhouse.online)
    console.press("Set", variable="humidity", value="44")
    wait_for(lambda: greenhouse.variables["humidity"] == 44)
    console.press("Set", variable="wind", value='{"walk": {"value": 3}}')
    wait_for(lambda: isinstance(greenhouse.variables.get("wind"), Walk))
    console.press("Call", name="setVent", argument="40")
    console.sees("#message", "Call: 40")
    console.sees("#device dd", '[["setVent","40"]]')
    console.press("Call", name="nothing")
    console.sees("#message.bad", "nothing")
    console.press("Publish", name="hello", data="<b>world</b>")
    wait_for(lambda: any(event.name == "hello" for event in cloud.events))
    place = page.get_by_role("button", name="Change").bounding_box()
    console.press("Change", groups="beta, north", flash_outcome="failed")
    console.sees("#message", "Change: greenhouse")
    assert page.get_by_role("button", name="Change").bounding_box() == place
    wait_for(lambda: greenhouse.groups == ["beta", "north"])
    console.press("Flash", version="7")
    console.sees("#message", "Flash: OK")
    wait_for(lambda: not greenhouse.updating)
    assert greenhouse.firmware_version == 0, "its updates fail"
    console.press("Change", flash_outcome="success")
    wait_for(lambda: greenhouse.flash_outcome == "success")
    console.press("Flash", version="7")
    wait_for(lambda: greenhouse.firmware_version == 7)
    page.locator("#variable-list tr", has_text="temperature").get_by_text("Chart").click()
    chart = page.locator("figure", has_text="temperature of greenhouse")
    expect(chart.locator("output")).not_to_be_empty()
    if os.environ.get("CONSOLE_PICTURES"):  # the charts take a value a second
        with cloud.client() as particle:
            for count in range(3, 25):
                for _ in range(count % 7):
                    particle.devices.list()
                expect(chart.get_by_role("img", name=f": {count} values")).to_be_visible()
    console.picture("overview")
    chart.get_by_role("button", name="Close").click()
    expect(page.locator("figure")).to_have_count(2)

    # The sandbox
    console.press("New claim code")
    console.sees("#message", "New claim code: ")
    page.locator("summary").click()
    console.sees("pre", f"PARTICLE_BASE_URL={cloud.base_url}")
    console.sees("pre", f"PARTICLE_ACCESS_TOKEN={cloud.access_token}")
    console.press("Publish", name="from outside")
    wait_for(lambda: any(event.name == "from outside" for event in cloud.events))
    before = cloud.state.clock.now()
    console.press("Move the clock", seconds="3600")
    wait_for(lambda: (cloud.state.clock.now() - before).total_seconds() > 3_600)
    console.press("End all event streams")
    console.sees("#message", "End all event streams: OK")
    assert shed.owner is None
    console.show("Devices")
    console.field("search").fill("shed")
    expect(page.locator("#device-list tbody tr")).to_have_count(1)
    page.locator("#device-list tbody tr").click()
    console.sees("#device h2", "shed")
    console.press("Claim")  # the code is there
    wait_for(lambda: shed.owner is cloud.account)
    console.press("Remove")
    wait_for(lambda: shed.id not in cloud.state.devices)
    expect(page.locator("#device")).to_be_hidden()

    # Events
    console.show("Events")
    console.sees("#event-list td", "temperature")
    console.field("filter").fill("coffee")
    machine.run_function("brew", "mocha")
    console.sees("#event-list td", "mocha")
    console.field("pause").check()
    machine.run_function("brew", "latte")
    wait_for(lambda: cloud.events[-1].name == "temperature")
    console.field("filter").fill("latte")
    console.sees("#events output", "0 of the last")
    console.field("pause").uncheck()
    console.sees("#event-list td", "latte")
    console.field("filter").fill("celsius")
    console.field("pause").check()
    page.locator("#event-list tbody tr").first.click()
    console.sees("#event dd", "celsius")
    console.field("pause").uncheck()
    console.press("Chart celsius")
    expect(page.locator("figure").nth(2).locator("output")).not_to_be_empty()
    console.show("Events")
    console.press("Close", "#event")
    console.press("Clear")
    expect(console.field("filter")).to_be_empty()

    # Faults and requests
    console.show("Faults")
    console.press("Fail", times="1")
    console.sees("#fault-list td", "status 503")
    with cloud.client(retries=0) as particle:
        with pytest.raises(Exception, match="503"):
            particle.devices.list()
        expect(page.locator("#fault-list td").nth(2)).to_have_text("1")
        particle.devices.get(machine.id)
        particle.devices.call_function(machine.id, "brew", "<i>mocha</i>")
    console.press("Clear all")
    wait_for(lambda: len(cloud.faults) == 0)
    kinds = ("Fail", "Delay", "Rate limit", "Drop the connection", "Stall", "Garbage")
    for kind in kinds:
        console.press(kind, target="getDevice", times="3", probability="0.5")
    expect(page.locator("#fault-list tbody tr")).to_have_count(len(kinds))
    assert page.locator("#operations option").count() > 200
    console.press("release", "#fault-list")
    console.press("remove", "#fault-list")
    expect(page.locator("#fault-list tbody tr")).to_have_count(len(kinds) - 1)
    console.press("Stall", target="nothing like this")
    console.sees("#message.bad", "there is no operation")
    console.show("Requests")
    console.field("filter").fill("brew")
    expect(page.locator("#request-list tbody tr")).to_have_count(1)
    page.locator("#request-list tbody tr").click()
    console.sees("#request h2", "POST /v1/devices")
    console.sees("#request dd", "<i>mocha</i>")
    expect(page.locator("#request-list td").nth(3)).to_have_text(re.compile(r"^\d+\.\d ms$"))
    console.field("filter").fill("")
    console.sees("#request-list td", "503")
    console.picture("requests")
    console.press("Close", "#request")

    # Products: a rollout
    console.show("Products")
    console.sees("#product-list td", "my-product-v100")
    console.press("Add a product", name="Sheds", groups="pilot")
    console.sees("#product-list td", "sheds")
    console.press("Add firmware", product="my-product-v100", version="8", title="Eighth")
    console.sees("#firmware-list td", "Eighth")
    machine.flash_outcome = "failed"
    console.press(
        "Release",
        product="my-product-v100",
        version="8",
        groups="beta",
        product_default=True,
        immediate=True,
    )
    wait_for(lambda: greenhouse.firmware_version == 8)
    console.sees("#firmware-list tr", "my-product-v1008Eighthtruebeta")
    assert machine.firmware_version == 0
    console.sees("#product-list td", "v0: 1, v8: 11")

    # States
    console.show("Overview")
    with page.expect_download() as download:
        console.press("Save the state")
    saved = download.value.path()
    console.press("Reset")  # the dialog is dismissed
    assert len(cloud.devices) == 12
    page.once("dialog", lambda dialog: dialog.accept())
    console.press("Reset")
    wait_for(lambda: cloud.devices == [])
    cloud.publish("after the reset")
    console.show("Events")
    console.sees("#event-list td", "after the reset")
    console.show("Overview")
    page.locator("[type=file]").set_input_files(saved)
    console.press("Load the state")
    wait_for(lambda: len(cloud.devices) == 12)
    assert set(page.locator("button").all_text_contents()) - console.pressed == {"Open"}


def test_many_devices_and_events(console: Console) -> None:
    page = console.page
    with Sandbox() as cloud:
        cloud.add_seed({"devices": [{"name": "d", "count": 10_000}]})
        page.goto(f"{cloud.console_url}")
        console.show("Devices")
        console.sees("#devices output", "10000 devices")
        console.sees("#device-list td", "d-1")
        console.field("from").fill("9901")
        console.sees("#device-list td", "d-10000")
        expect(page.locator("#device-list tbody tr")).to_have_count(100)
        console.field("search").fill("d-777")
        console.sees("#devices output", "11 devices")
        expect(page.locator("#device-list tbody tr")).to_have_count(11)
        console.show("Events")
        for number in range(5_000):
            cloud.devices[number].publish("tick", json.dumps({"value": number}))
        console.sees("#event-list td", '{"value": 4999}')
        for number in range(5_000):
            cloud.publish(f"tock-{number}")
            if number % 300 == 0:
                console.sees("#event-list td", f"tock-{number}")
        console.sees("#events output", "of the last 2000")
        expect(page.locator("#event-list tbody tr")).to_have_count(100)


def test_a_restart_while_it_is_open(console: Console) -> None:
    page = console.page
    port = lasting_port()
    first = Sandbox(port=port).start()
    first.add_device("one")
    page.goto(first.console_url)
    console.show("Devices")
    console.sees("#device-list td", "one")
    page.locator("#device-list tbody tr").click()
    console.sees("#device h2", "one")
    first.stop()
    console.sees("#connection", "No connection")
    with Sandbox(port=port, admin_token=first.admin_token) as second:
        second.add_device("two")
        console.sees("#message", "The sandbox was restarted")
        console.sees("#connection", "Connected")
        console.sees("#device-list td", "two")
        expect(page.locator("#device-list td", has_text="one")).to_have_count(0)
        expect(page.locator("#device")).to_be_hidden()
        second.publish("of the second")
        console.show("Events")
        console.sees("#event-list td", "of the second")


HTML = "<img src=x onerror='window.caught = 1'><script>window.caught = 1</script>"


def test_html_stays_text(console: Console) -> None:
    page = console.page
    with Sandbox() as cloud:
        device = cloud.add_device(
            HTML, notes=HTML, groups=[HTML], variables={HTML: HTML}, functions={HTML: Answer()}
        )
        cloud.add_product(HTML, description=HTML, groups=[HTML])
        device.publish(HTML, HTML)
        with cloud.client(retries=0, access_token="x" * 40) as particle:
            for name in (HTML, "../" * 8):
                with pytest.raises(Exception, match="401"):
                    particle.devices.get(name)
        page.goto(cloud.console_url)
        for view, kind in (("Devices", "device"), ("Events", "event"), ("Requests", "request")):
            console.show(view)
            page.locator(f"#{kind}-list tbody tr").first.click()
            expect(page.locator(f"#{kind} h2")).to_be_visible()
        console.show("Products")
        console.sees("#product-list td", HTML)
        assert page.locator("img, main script").count() == 0
        assert page.evaluate("window.caught") is None


def test_without_the_token(cloud: Sandbox, console: Console) -> None:
    page = console.page
    page.goto(f"{cloud.base_url}/__sandbox__")
    console.sees("#connection", "The admin token is missing or wrong")
    assert page.url == f"{cloud.base_url}/__sandbox__/"
    console.press("Open", "#login", token="… not for a header")
    assert page.locator("#login :invalid").count() == 2, "the form and the field"
    for token in ("wrong", cloud.admin_token):
        console.press("Open", "#login", token=token)
        console.sees("#connection", "Connected" if token == cloud.admin_token else "wrong")
    console.show("Devices")
    console.sees("#device-list td", "greenhouse")
    page.evaluate("delete sessionStorage.token")
    console.sees("#connection", "wrong")
    page.goto(cloud.console_url)  # only what is after # differs
    console.sees("#connection", "Connected")
    assert page.url == f"{cloud.base_url}/__sandbox__/"
    assert not any(cloud.admin_token in url.partition("#")[0] for url in console.requests)


def test_a_token_with_special_characters(console: Console) -> None:
    with Sandbox(admin_token="a+b/c=&d%20#e") as cloud:
        console.page.goto(cloud.console_url)
        console.sees("#connection", "Connected")


def test_charts_of_numbers_that_are_none(console: Console) -> None:
    page = console.page
    with Sandbox() as cloud:
        device = cloud.add_device(None, variables={"level": math.inf})
        device.name = None
        page.goto(cloud.console_url)
        console.show("Devices")
        page.locator("#device-list tbody tr").click()
        console.sees("#device h2", f"{device.id} ● online")
        console.press("Chart", "#device td")
        chart = page.locator("figure", has_text=f"level of {device.id}")
        device.variables["level"] = 4.5
        expect(chart.locator("output")).to_have_text("4.5")


def test_what_somebody_has_selected_stays(cloud: Sandbox, console: Console) -> None:
    page = console.page
    page.goto(cloud.console_url)
    console.show("Devices")
    page.locator("#device-list tbody tr").first.click()
    page.locator("#device dd").first.select_text()
    cloud.devices[0].notes = "changed meanwhile"
    console.sees("#device dd", "changed meanwhile")
    assert page.evaluate("String(getSelection())").strip() == cloud.devices[0].id


def test_other_pages_get_nowhere(cloud: Sandbox, console: Console) -> None:
    content = b"<!doctype html><title>elsewhere</title><iframe></iframe>"

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        console.page.goto(f"http://127.0.0.1:{server.server_port}/")
        url = f"{cloud.base_url}/__sandbox__/api/reset"
        for options in (
            {"method": "POST"},
            {"method": "POST", "mode": "no-cors", "body": "{}"},
            {"method": "POST", "headers": {"Authorization": f"Bearer {cloud.admin_token}"}},
        ):
            outcome = console.page.evaluate(
                """([url, options]) =>
                    fetch(url, options).then((answer) => answer.type, () => "refused")""",
                [url, options],
            )
            assert outcome in ("refused", "opaque")
        with console.page.expect_console_message(lambda said: "frame-ancestors" in said.text):
            console.page.evaluate(
                "(url) => { document.querySelector('iframe').src = url }", cloud.console_url
            )
        assert len(cloud.devices) == 12
        console.complaints.clear()
        server.shutdown()
        thread.join()


def test_by_keyboard(cloud: Sandbox, console: Console) -> None:
    page = console.page
    page.goto(cloud.console_url)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Devices")).to_have_attribute("aria-current", "page")
    console.sees("#device-list td", "coffee-machine")
    console.field("from").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    console.sees("#device h2", "greenhouse")
    page.keyboard.press("ArrowDown")
    console.sees("#device h2", "coffee-machine")
    page.locator("#device").get_by_role("button", name="Close").press("Enter")
    expect(page.locator("#device")).to_be_hidden()
    expect(page.get_by_role("radio", name="coffee-machine", exact=True)).to_be_focused()


def test_in_the_dark_on_a_phone(cloud: Sandbox, console: Console) -> None:
    page = console.page
    page.goto(cloud.console_url)
    colour = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(colour)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(colour) != light
    page.set_viewport_size({"width": 360, "height": 740})
    for view in ("Overview", "Devices", "Events", "Requests", "Faults", "Products"):
        console.show(view)
        expect(page.locator(f"#{view.lower()}")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, view
    console.show("Devices")
    page.locator("#device-list tbody tr").first.click()
    expect(page.locator("#device h2")).to_be_in_viewport()
    page.locator("#device").get_by_role("button", name="Chart").first.click()
    line = page.locator("figure").nth(2).locator("polyline")
    expect(line).to_have_attribute("points", re.compile(r"\d"))
    assert line.evaluate("(line) => getComputedStyle(line).stroke") == "rgb(93, 180, 255)"
    height = page.locator("figure").nth(2).get_by_role("button").evaluate("(it) => it.offsetHeight")
    assert height < 45, "its text has one line"

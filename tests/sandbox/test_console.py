"""The console, in a real browser: each button, many devices, restarts, and attacks on it.

Skipped where there is no Chromium. With CONSOLE_PICTURES it takes the pictures for the docs.
"""

from __future__ import annotations

import asyncio
import base64
import http.server
import json
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from particle_client.sandbox import Sandbox
from particle_client.sandbox.demo import demo_cloud
from particle_client.sandbox.scripts import Answer, Walk
from tests.site.browser import CHROMIUM, Page, browser

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium: apt-get install chromium"
)
T = TypeVar("T")
HELPERS = """
window.inSight = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each.offsetParent !== null);
window.pressed = [];
window.press = (text, within = "body") => {
    const found = inSight(`${within} button`).find((each) => each.textContent === text);
    if (found) { pressed.push(text); found.click(); }
    return Boolean(found);
};
window.fill = (title, values, within = "body") => {
    const titled = (each) => each.querySelector("b")?.textContent === title;
    const form = inSight(`${within} form`).find(titled);
    if (!form) return false;
    for (const [name, value] of Object.entries(values)) {
        const input = form.elements[name];
        if (input.type === "checkbox") input.checked = value; else input.value = value;
    }
    pressed.push(title);
    form.requestSubmit();
    return true;
};
window.texts = (selector) => inSight(selector).map((each) => each.textContent);
window.has = (selector, text) => texts(selector).some((each) => each.includes(text));
"""


class Console:
    """The page, driven from a test that isn't asynchronous."""

    def __init__(self, runner: asyncio.Runner, page: Page) -> None:
        self._runner = runner
        self.page = page

    def send(self, method: str, **parameters: Any) -> Any:
        return self._runner.run(self.page.send(method, **parameters))

    def open(self, url: str) -> None:
        self.send("Emulation.setDeviceMetricsOverride", **SCREEN)
        self.send("Emulation.setEmulatedMedia", features=[])
        self._runner.run(self.page.open("about:blank"))
        self._runner.run(self.page.open(url))
        self.run(HELPERS + "0")

    def show(self, view: str) -> None:
        self.run(f"document.getElementById('tab-{view}').click()")

    def run(self, expression: str) -> Any:
        return self._runner.run(self.page.run(expression))

    def until(self, expression: str) -> Any:
        return self._runner.run(self.page.until(expression))

    def press(self, text: str, within: str = "body") -> None:
        self.until(f"press({json.dumps(text)}, {json.dumps(within)})")

    def fill(self, title: str, within: str = "body", /, **values: Any) -> None:
        self.until(f"fill({json.dumps(title)}, {json.dumps(values)}, {json.dumps(within)})")

    def sees(self, selector: str, text: str) -> None:
        self.until(f"has({json.dumps(selector)}, {json.dumps(text)})")

    def picture(self, name: str) -> None:
        if folder := os.environ.get("CONSOLE_PICTURES"):
            self.run("document.getElementById('message').hidden = true; scrollTo(0, 0)")
            shot = self.send("Page.captureScreenshot", format="webp", quality=70)
            (Path(folder) / f"console-{name}.webp").write_bytes(base64.b64decode(shot["data"]))


SCREEN = {"width": 1200, "height": 720, "deviceScaleFactor": 1, "mobile": False}
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    with asyncio.Runner() as runner:
        opened = browser(tmp_path_factory.mktemp("chromium"))
        page = runner.run(opened.__aenter__())
        yield Console(runner, page)
        runner.run(opened.__aexit__(None, None, None))


@pytest.fixture
def console(chromium: Console) -> Iterator[Console]:
    yield chromium
    complaints = [each for each in chromium.page.complaints if "Failed to load" not in each]
    chromium.open("about:blank")
    chromium.page.complaints.clear()
    assert complaints == []


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
    greenhouse, machine = cloud.devices[:2]
    console.open(cloud.console_url)
    console.sees("#connection", "Connected")
    assert console.run("location.href") == f"{cloud.base_url}/__sandbox__/"

    # Devices
    console.sees("#device-list .row", "coffee-machine-6")
    console.fill("Add a device", name="shed", product="my-product-v100", claimed=False)
    shed = wait_for(lambda: next((d for d in cloud.devices if d.name == "shed"), None))
    console.sees("#device h2", "shed")
    console.press("Close", "#device")
    console.run("inSight('#device-list [role=option]')[0].click()")
    console.sees("#device h2", "greenhouse")
    console.sees("#device td", "temperature")
    console.picture("devices")
    console.press("Go offline")
    wait_for(lambda: not greenhouse.online)
    console.sees("#device dd", "offline")
    console.press("Go online")
    wait_for(lambda: greenhouse.online)
    console.fill("Set variable", name="humidity", value="44")
    wait_for(lambda: greenhouse.variables["humidity"] == 44)
    console.fill("Set variable", name="wind", value='{"walk": {"value": 3}}')
    wait_for(lambda: isinstance(greenhouse.variables.get("wind"), Walk))
    console.fill("Call function", name="setVent", argument="40")
    console.sees("#message", "setVent returned 40")
    console.sees("#device pre", "setVent: 40")
    console.fill("Call function", name="nothing")
    console.sees("#message.bad", "nothing")
    console.fill("Publish", "#device", name="hello", data="<b>world</b>")
    wait_for(lambda: any(event.name == "hello" for event in cloud.events))
    console.fill("Change", groups="beta, north", flash_outcome="failed")
    wait_for(lambda: greenhouse.groups == ["beta", "north"])
    console.fill("Flash", version="7")
    console.sees("#message", "Flashing has begun")
    wait_for(lambda: not greenhouse.updating)
    assert greenhouse.firmware_version == 0, "its updates fail"
    console.fill("Change", flash_outcome="success")
    wait_for(lambda: greenhouse.flash_outcome == "success")
    console.fill("Flash", version="7")
    wait_for(lambda: greenhouse.firmware_version == 7)
    console.press("Chart", "#device")
    console.sees("figcaption", "temperature of greenhouse")
    console.until("Number(inSight('figcaption output')[2]?.textContent) > 0")
    if os.environ.get("CONSOLE_PICTURES"):  # the charts take a value a second
        read = r"+(/: (\d+) /.exec(each.ariaLabel)?.[1] ?? 0)"
        values = f"Math.min(...inSight('canvas').map((each) => {read}))"
        with cloud.client() as particle:
            for count in range(25):
                for _ in range(count % 7):
                    particle.devices.list()
                console.until(f"{values} >= {count}")
    console.picture("overview")
    console.press("Close", "figure")
    console.until("inSight('figure').length === 2")

    # The sandbox
    console.press("New claim code")
    console.sees("#access dt", "Claim code")
    code = console.run("texts('#access dd').at(-1)")
    console.press("Show")
    console.sees("#access dd", cloud.access_token)
    console.fill("Publish", "#overview", name="from outside")
    wait_for(lambda: any(event.name == "from outside" for event in cloud.events))
    before = cloud.state.clock.now()
    console.fill("Move the clock", seconds="3600")
    wait_for(lambda: (cloud.state.clock.now() - before).total_seconds() > 3_600)
    console.run("press('End all event streams')")
    console.sees("#message", "Ended")
    assert shed.owner is None
    console.show("devices")
    console.run("document.getElementById('device-search').value = 'shed'")
    console.run("document.getElementById('device-search').dispatchEvent(new Event('input'))")
    console.sees("#device-list [role=option]:first-child", "shed")
    console.run("inSight('#device-list [role=option]')[0].click()")
    console.sees("#device h2", "shed")
    console.fill("Claim", claim_code=code)
    wait_for(lambda: shed.owner is cloud.account)
    console.press("Remove", "#device")
    wait_for(lambda: shed.id not in cloud.state.devices)

    # Events
    console.show("events")
    console.sees("#event-list .row", "temperature")
    console.run("document.getElementById('event-filter').value = 'coffee'")
    machine.run_function("brew", "mocha")
    console.sees("#event-list .row", "coffee/brewed")
    console.press("Pause")
    console.sees("#event-pause", "Go on")
    machine.run_function("brew", "latte")
    console.run("document.getElementById('event-filter').value = ''")
    console.press("Go on")
    console.sees("#event-list .row", "latte")
    rows = "inSight('#event-list [role=option]')"
    console.run(f"{rows}.find((each) => each.textContent.includes('celsius')).click()")
    console.sees("#event pre", "celsius")
    console.press("Chart celsius")
    console.until(
        "inSight('figcaption output').length === 3 && inSight('figcaption output')[2].textContent"
    )
    console.show("events")
    console.press("Close", "#event")
    console.press("Clear", "#events")

    # Faults and requests
    console.show("faults")
    console.press("Next request: 503")
    console.sees("#fault-list td", "status 503")
    with cloud.client(retries=0) as particle:
        with pytest.raises(Exception, match="503"):
            particle.devices.list()
        console.until("document.querySelectorAll('#fault-list td')[2].textContent === '1'")
        particle.devices.get(machine.id)
        particle.devices.call_function(machine.id, "brew", "<i>mocha</i>")
    console.press("Clear all")
    wait_for(lambda: len(cloud.faults) == 0)
    for preset in ("Rate limit all", "Slow: 2 s", "Every tenth connection breaks"):
        console.press(preset)
    console.press("Devices' calls stall")
    for kind in ("status", "delay", "rate limit", "drop", "stall", "garbage"):
        console.fill("Add a fault", kind=kind, target="getDevice", times="3", probability="0.5")
    wait_for(lambda: len(cloud.faults) == 10)
    console.until("document.querySelectorAll('#fault-list tr').length === 11")
    assert console.run("document.querySelectorAll('#operations option').length") > 200
    console.press("Release")
    console.press("Remove", "#fault-list")
    wait_for(lambda: len(cloud.faults) == 9)
    console.fill("Add a fault", kind="drop", target="nothing like this")
    console.sees("#message.bad", "there is no operation")
    console.show("requests")
    console.run("document.getElementById('request-filter').value = 'brew'")
    console.until("inSight('#request-list [role=option]').length === 1")
    console.run("inSight('#request-list [role=option]')[0].click()")
    console.sees("#request pre", "<i>mocha</i>")
    assert console.run(r"texts('#request dd').some((each) => /^\d+\.\d ms$/.test(each))")
    console.press("Pause")
    console.press("Go on")
    console.run("document.getElementById('request-filter').value = ''")
    console.sees("#request-list .row", "status 503")
    console.picture("requests")
    console.press("Close", "#request")
    console.press("Clear", "#requests")

    # Products: a rollout
    console.show("products")
    console.sees("h2", "My Product")
    console.fill("Add a product", name="Sheds", groups="pilot")
    console.sees("h2", "Sheds")
    card = ".card:first-child"
    console.fill("Add firmware", card, version="8", title="Eighth")
    console.sees("td", "Eighth")
    machine.flash_outcome = "failed"
    console.fill("Release", card, version="8", groups="beta", product_default=True, immediate=True)
    wait_for(lambda: greenhouse.firmware_version == 8)
    console.sees("td", "all, beta")
    assert machine.firmware_version == 0

    # States
    console.show("overview")
    console.press("Save the state")
    console.press("Reset")
    wait_for(lambda: cloud.devices == [])
    cloud.publish("after the reset")
    console.show("events")
    console.sees("#event-list .row", "after the reset")
    console.show("overview")
    labels = set(console.run("[...document.querySelectorAll('button')].map((e) => e.textContent)"))
    titles = set(console.run("[...document.querySelectorAll('form b')].map((e) => e.textContent)"))
    in_forms = set(
        console.run("[...document.querySelectorAll('form button')].map((e) => e.textContent)")
    )
    views = set(
        console.run("[...document.querySelectorAll('#tabs button')].map((e) => e.textContent)")
    )
    pressed = set(console.run("pressed"))
    assert labels - in_forms - views - pressed <= {"Copy"}  # the clipboard is the user's
    assert titles - pressed <= {"Load a state"}
    # What a test can't choose in a dialog: the file.
    state = json.dumps(demo_cloud(3).snapshot())
    console.run(
        f"""(() => {{
            const chosen = new DataTransfer();
            chosen.items.add(new File([{json.dumps(state)}], "state.json"));
            document.querySelector("input[type=file]").files = chosen.files;
        }})()"""
    )
    console.fill("Load a state")
    wait_for(lambda: len(cloud.devices) == 3)


def test_many_devices_and_events(console: Console) -> None:
    with Sandbox() as cloud:
        cloud.add_seed({"devices": [{"name": "d", "count": 10_000}]})
        console.open(cloud.console_url)
        console.sees("#device-count", "10000 devices")
        console.sees("#device-list .row", "d-1")
        console.run("document.querySelector('#device-list .list').scrollTop = 1e9")
        console.sees("#device-list .row", "d-10000")
        assert console.run("document.querySelectorAll('#device-list .row').length") < 60
        console.run("document.getElementById('device-search').value = 'd-777'")
        console.run("document.getElementById('device-search').dispatchEvent(new Event('input'))")
        console.sees("#device-count", "11 devices")
        console.show("events")
        for number in range(5_000):
            cloud.devices[number].publish("tick", json.dumps({"value": number}))
        console.sees("#event-list .row", '{"value": 4999}')
        for number in range(5_000):
            cloud.publish(f"tock-{number}")
            if number % 300 == 0:
                console.sees("#event-list .row", f"tock-{number}")
        assert console.run("document.querySelectorAll('#event-list .row').length") < 60
        console.until("has('#events output', ' 2000')")


def test_a_restart_while_it_is_open(console: Console) -> None:
    first = Sandbox().start()
    first.add_device("one")
    port = int(first.base_url.rpartition(":")[2])
    console.open(first.console_url)
    console.sees("#device-list .row", "one")
    first.stop()
    console.sees("#connection", "No connection")
    with Sandbox(port=port, admin_token=first.admin_token) as second:
        second.add_device("two")
        console.sees("#message", "The sandbox was restarted")
        console.sees("#connection", "Connected")
        console.sees("#device-list .row", "two")
        assert not console.run("has('#device-list .row', 'one')")


HTML = "<img src=x onerror='window.caught = 1'><script>window.caught = 1</script>"


def test_html_stays_text(console: Console) -> None:
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
        console.open(cloud.console_url)
        for view, kind in (("devices", "device"), ("events", "event"), ("requests", "request")):
            console.show(view)
            console.until(f"inSight('#{kind}-list [role=option]').length")
            console.run(f"inSight('#{kind}-list [role=option]')[0].click()")
            console.until(f"inSight('#{kind} h2').length")
        console.show("products")
        console.sees("#product-list h2", HTML)
        assert console.run("document.querySelectorAll('img, main script').length") == 0
        assert console.run("window.caught") is None


def test_without_the_token(cloud: Sandbox, console: Console) -> None:
    console.open(f"{cloud.base_url}/__sandbox__")
    console.sees("#connection", "token is needed")
    assert console.run("location.pathname") == "/__sandbox__/"
    submit = """(token) => {
        const form = document.getElementById("login");
        form.querySelector("input").value = token;
        form.requestSubmit();
    }"""
    console.run(f"({submit})('wrong')")
    console.sees("#connection", "The token is wrong")
    console.run(f"({submit})({json.dumps(cloud.admin_token)})")
    console.sees("#device-list .row", "greenhouse")
    assert not any(cloud.admin_token in url for url in console.page.requests)


def test_other_pages_get_nowhere(cloud: Sandbox, console: Console) -> None:
    page = b"<!doctype html><title>elsewhere</title><iframe></iframe>"

    class Elsewhere(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        console.open(f"http://127.0.0.1:{server.server_port}/")
        url = f"{cloud.base_url}/__sandbox__/api/reset"
        for options in (
            {"method": "POST"},
            {"method": "POST", "mode": "no-cors", "body": "{}"},
            {"method": "POST", "headers": {"Authorization": f"Bearer {cloud.admin_token}"}},
        ):
            asked = f"fetch({json.dumps(url)}, {json.dumps(options)})"
            outcome = console.run(f"{asked}.then((answer) => answer.type, () => 'refused')")
            assert outcome in ("refused", "opaque")
        console.run(f"document.querySelector('iframe').src = {json.dumps(cloud.console_url)}")
        complaints = console.page.complaints
        wait_for(lambda: console.run("1") and any("frame-ancestors" in c for c in complaints))
        assert len(cloud.devices) == 12
        console.page.complaints.clear()
        server.shutdown()
        thread.join()


def test_by_keyboard_on_a_phone_and_in_the_dark(cloud: Sandbox, console: Console) -> None:
    console.open(cloud.console_url)
    console.sees("#device-list .row", "coffee-machine")
    light = console.run("getComputedStyle(document.body).backgroundColor")
    dark = [{"name": "prefers-color-scheme", "value": "dark"}]
    console.send("Emulation.setEmulatedMedia", features=dark)
    assert console.run("getComputedStyle(document.body).backgroundColor") != light
    console.run("document.querySelector('#device-list .list').focus()")
    for _ in range(2):
        for kind in ("keyDown", "keyUp"):
            console.send("Input.dispatchKeyEvent", type=kind, key="ArrowDown", code="ArrowDown")
    console.sees("#device h2", "coffee-machine")
    console.send("Emulation.setDeviceMetricsOverride", **PHONE)
    for view in ("overview", "events", "requests", "faults", "products", "devices"):
        console.show(view)
        assert console.run("document.documentElement.scrollWidth") <= 360, view
    console.press("Close", "#device")
    console.until("document.activeElement.matches('#device-list .list')")
    for text in ("● online", "◐ updating", "○ offline"):
        fits = f"""(() => {{
            const cell = inSight("#device-list [role=option] span")[0];
            cell.textContent = {json.dumps(text)};
            return cell.scrollWidth <= cell.clientWidth;
        }})()"""
        assert console.run(fits), text
    console.run("document.querySelectorAll('#device-list [role=option]')[0].click()")
    in_sight = "document.getElementById('device').getBoundingClientRect().top"
    console.until(f"!document.getElementById('device').hidden && {in_sight} < 400")
    console.press("Chart", "#device")
    console.until("inSight('figure canvas')[2]?.ariaLabel?.includes(' values')")
    # What is drawn in the dark can be seen: it isn't black.
    brightest = """(() => {
        const canvas = inSight("figure canvas")[2];
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return Math.max(...data.filter((each, at) => at % 4 < 3));
    })()"""
    assert console.run(brightest) > 100
    button = "inSight('figure button')[0].getBoundingClientRect().height"
    assert console.run(button) < 45, "its text has one line"

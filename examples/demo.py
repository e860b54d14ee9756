"""What the client does, on a local Device Cloud: `make demo`, or `python -m examples.demo`.

Each step below is a small function. The demo shows its body, runs it, and shows what came back.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from examples.demo_cloud import ANSWER_TIME, MFA_LOGIN, ONE_TIME_PASSWORD, furnish
from examples.demo_output import Show
from examples.demo_relay import redis_server, two_relays
from particle_client import (
    AsyncParticle,
    FlashResult,
    MFARequiredError,
    NotFoundError,
    Particle,
    ParticleError,
    __version__,
)
from particle_client.progress import ProgressBar
from particle_client.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client import Event
    from particle_client.models import (
        AccessToken,
        CompiledFirmware,
        Device,
        FunctionResult,
        User,
        VariableResult,
    )

    Printer = Callable[..., object]

PROJECT = Path(__file__).parent / "firmware"
DEVICES_SHOWN = 5

# --- what the client does: these bodies are shown as they are -------------------------------------
# (`print` is the demo's own, and `bar` a ProgressBar.)


def log_in(cloud: Sandbox) -> tuple[Particle, AccessToken]:
    particle = Particle(base_url=cloud.base_url)
    token = particle.login(cloud.username, cloud.password)
    return particle, token


def log_in_with_mfa(particle: Particle, email: str, password: str, ask: Callable[[], str]) -> User:
    try:
        particle.login(email, password)
    except MFARequiredError as error:
        particle.submit_otp(error.mfa_token, ask())
    user = particle.user.get()
    return user


def list_devices(particle: Particle) -> list[Device]:
    devices = particle.devices.list()
    return devices


def use_a_device(particle: Particle, device: Device) -> tuple[VariableResult, FunctionResult]:
    reading = particle.devices.get_variable(device.id, "temperature")
    call = particle.devices.call_function(device.id, "setVent", "40")
    return reading, call


def compile_project(particle: Particle, bar: ProgressBar) -> tuple[CompiledFirmware, bytes]:
    firmware = particle.firmware.compile(PROJECT, platform_id=13)
    binary = particle.firmware.download(firmware.binary_id, progress=bar)
    return firmware, binary


def flash_and_follow(
    particle: Particle, device: Device, binary: bytes, bar: ProgressBar, print: Printer
) -> None:
    with particle.events.stream("spark/", device=device.id, deadline=30) as events:
        particle.devices.flash(device.id, {"firmware.bin": binary}, progress=bar)
        for event in events:
            print(event.published_at, event.name, event.data)
            if event.name == "spark/device/app-hash":  # it runs
                break


def flash_and_wait(particle: Particle, device: Device) -> FlashResult:
    result = particle.devices.flash(device.id, PROJECT, wait=True)
    return result


def follow_events(particle: Particle, print: Printer) -> None:
    with particle.events.stream("temperature", device="mine", deadline=30) as events:
        for event in events:
            print(event.published_at, event.name, event.data, event.device_id)
            if events.events == 3:
                break


def walk_a_product(particle: Particle, print: Printer) -> None:
    fleet = particle.product("greenhouses")
    for page in fleet.devices.list(groups=["roof"], per_page=4).pages():
        print(page, [device.name for device in page.items])


def work_on_events(redis: str, print: Printer) -> None:
    from particle_client.relay import RelayConsumer

    consumer = RelayConsumer(redis, group="demo")

    def handle(event: Event) -> None:
        print(event.published_at, event.name, event.data, event.id)
        if consumer.handled == 2:  # and this one
            consumer.stop()

    consumer.run(handle)


async def read_all_at_once(base_url: str, token: str) -> list[VariableResult]:
    async with AsyncParticle(token, base_url=base_url) as particle:
        fleet = particle.product("greenhouses")
        calls = [
            fleet.devices.get_variable(device.id, "temperature")
            async for device in fleet.devices.list()
        ]
        readings = await asyncio.gather(*calls)
    return readings


def meet_an_error(
    particle: Particle, device: Device, explain: Callable[[NotFoundError], None]
) -> None:
    try:
        particle.devices.call_function(device.id, "brew", "espresso")
    except NotFoundError as error:
        explain(error)


# --- the demo -------------------------------------------------------------------------------------


def run(show: Show, cloud: Sandbox) -> None:
    """Show it all."""
    show.chapter("Log in", log_in)
    particle, token = log_in(cloud)
    with particle:
        show.facts(("token", token), ("valid for", f"{(token.expires_in or 0) // 86_400} days"))

        show.chapter("Log in with a one-time password", log_in_with_mfa)
        with Particle(base_url=cloud.base_url) as other:
            user = log_in_with_mfa(other, *MFA_LOGIN, lambda: ONE_TIME_PASSWORD)
        show.facts(("user.username", user.username))

        show.chapter("List devices", list_devices)
        devices = list_devices(particle)
        _show_devices(show, devices)
        greenhouse = next(device for device in devices if device.online)
        switched_off = next(device for device in devices if not device.online)

        show.chapter("Read a variable, call a function", use_a_device)
        reading, call = use_a_device(particle, greenhouse)
        show.facts(("reading.result", reading.result), ("call.return_value", call.return_value))

        show.chapter("Compile a project in the cloud", compile_project)
        with show.bar("download") as bar:
            firmware, binary = compile_project(particle, bar)
        show.facts(
            ("firmware.build_target_version", firmware.build_target_version),
            ("len(binary)", f"{len(binary):,}"),
        )

        show.chapter("Flash a device, and follow its events meanwhile", flash_and_follow)
        with show.bar("upload") as bar:
            flash_and_follow(particle, greenhouse, binary, bar, show.event)
        flashed = particle.devices.get(greenhouse.id)
        if flashed.firmware_version != 2:
            raise RuntimeError("the device doesn't run the firmware that it was flashed with")
        show.facts(
            (
                "firmware version",
                f"{greenhouse.firmware_version} before, {flashed.firmware_version} now",
            )
        )

        show.chapter("Flash a project, and wait until the device runs it", flash_and_wait)
        result = flash_and_wait(particle, greenhouse)
        show.facts(
            ("result.seconds", f"{result.seconds:.2f}"),
            ("len(result.events)", len(result.events)),
        )

        show.chapter("Follow what devices publish", follow_events)
        follow_events(particle, show.event)

        show.chapter("Share the events of a product among workers, with a relay", work_on_events)
        if server := redis_server():
            with two_relays(server, particle, "greenhouses") as redis:
                work_on_events(redis, show.event)
            show.note("Two relays followed the product: each event was written once.")
        else:
            show.note("Left out: it needs redis-server, and the extra relay.")

        show.chapter("A product's devices, page by page", walk_a_product)
        walk_a_product(particle, show.print)

        show.chapter("Many devices at once, with asyncio", read_all_at_once)
        began = time.perf_counter()
        readings = asyncio.run(read_all_at_once(cloud.base_url, token.access_token))
        seconds = time.perf_counter() - began
        show.print(*(reading.result for reading in readings))
        show.note(
            f"{len(readings)} devices that each take {ANSWER_TIME} s to answer, in {seconds:.2f} s"
        )

        show.chapter("When something goes wrong", meet_an_error)
        meet_an_error(particle, switched_off, lambda error: _show_error(show, error))


def _show_devices(show: Show, devices: list[Device]) -> None:
    rows = [
        (
            device.name or "",
            Text(device.id, style="dim"),
            Text("● online", style="green") if device.online else Text("○ offline", style="dim"),
            ", ".join(device.variables or ()),
        )
        for device in devices[:DEVICES_SHOWN]
    ]
    show.table(("name", "id", "state", "variables"), rows)
    if len(devices) > DEVICES_SHOWN:
        show.note(f"… and {len(devices) - DEVICES_SHOWN} more")


def _show_error(show: Show, error: NotFoundError) -> None:
    kinds = [kind for kind in reversed(type(error).__mro__) if issubclass(kind, ParticleError)]
    show.facts(
        ("type(error)", " > ".join(kind.__name__ for kind in kinds)),
        ("error.status_code", error.status_code),
        ("error.error", error.error),
        ("str(error)", error),
    )


def main() -> int:
    """Run the demo; 0 when all of it went well."""
    show = Show()
    for name in list(os.environ):  # the demo talks to itself, whatever the machine is set up for
        if name.startswith("PARTICLE_") or name.lower().endswith("_proxy"):
            del os.environ[name]
    began = time.perf_counter()
    try:
        with Sandbox(flash_step=0.4 if show.interactive else 0.1) as cloud:
            furnish(cloud)
            show.title(
                f"particle-client {__version__}",
                f"on a Device Cloud that runs here, at {cloud.base_url}\n"
                f"Watch it in a browser, as long as it runs: {cloud.console_url}",
            )
            run(show, cloud)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        show.failed(error)
        return 1
    show.end(
        f"All of it worked, in {time.perf_counter() - began:.1f} s.",
        "Go on with README.md, or with the other programs in examples/.",
        "`make sandbox` serves a local cloud for your own experiments, with a console to watch it.",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Flashing a device, and waiting until it runs the firmware."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from particle_client import (
    AsyncParticle,
    CompileError,
    FlashError,
    FlashTimeoutError,
    NotFoundError,
    StreamTimeoutError,
)
from particle_client.events import Event
from particle_client.firmware.flashing import SETTLING, FlashResult, FlashWatch
from particle_client.methods.async_devices import follow as async_follow
from particle_client.methods.devices import follow as sync_follow
from particle_client.models import DeviceFlashed

from .conftest import TOKEN
from .events.raw_server import RawServer, then

if TYPE_CHECKING:
    from collections.abc import Callable

    from particle_client.sandbox import Sandbox, VirtualDevice

    from .conftest import NewClient

pytestmark = pytest.mark.anyio

PATIENCE = 30.0
BINARY = {"firmware.bin": b"what the device shall run"}
SOURCES = {"main.cpp": b"PRODUCT_VERSION(3);\nvoid setup() {}\nvoid loop() {}\n"}


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    if not any(product.slug == "fleet" for product in cloud.state.products.values()):
        cloud.add_product("Fleet", slug="fleet")
    return cloud.add_device(product="fleet", firmware_version=2)


# --- through the local cloud --------------------------------------------------------------------


async def test_the_device_runs_it(client: AsyncParticle, device: VirtualDevice) -> None:
    result = await client.devices.flash(device.id, BINARY, wait=True, wait_timeout=PATIENCE)
    assert isinstance(result, FlashResult)
    assert device.flashed == [b"what the device shall run"]
    assert device.online
    assert result.device_id == device.id
    assert result.version is None  # an account's stream doesn't tell it
    assert result.response.status == "Update started"
    assert result.seconds < PATIENCE
    told = [(found.name, (found.data or "").strip()) for found in result.events][:4]
    assert told == [
        ("spark/flash/status", "started"),
        ("spark/flash/status", "success"),
        ("spark/status", "offline"),
        ("spark/status", "online"),
    ]


async def test_the_version_is_told_in_a_product(
    client: AsyncParticle, device: VirtualDevice
) -> None:
    devices = client.product("fleet").devices
    result = await devices.flash(device.id, SOURCES, wait=True, wait_timeout=PATIENCE)
    assert isinstance(result, FlashResult)
    assert result.version == device.firmware_version == 3


async def test_the_same_firmware_again(client: AsyncParticle, device: VirtualDevice) -> None:
    """No app-hash event comes then."""
    for _ in range(2):
        await client.devices.flash(device.id, BINARY, wait=True, wait_timeout=PATIENCE)
    assert len(device.flashed) == 2


async def test_without_waiting(client: AsyncParticle, device: VirtualDevice) -> None:
    answer = await client.devices.flash(device.id, BINARY)
    assert isinstance(answer, DeviceFlashed)


async def test_a_flash_that_fails(client: AsyncParticle, device: VirtualDevice) -> None:
    device.flash_outcome = "failed"
    with pytest.raises(FlashError, match=device.id) as raised:
        await client.devices.flash(device.id, BINARY, wait=True, wait_timeout=SETTLING / 2)
    error = raised.value
    assert type(error) is FlashError
    assert (error.device_id, error.reason) == (device.id, "failed")
    assert [(found.data or "").strip() for found in error.events] == ["started", "failed"]
    assert device.flashed == []


async def test_a_device_that_is_not_heard_of_again(
    client: AsyncParticle, device: VirtualDevice
) -> None:
    device.flash_outcome = "timeout"
    with pytest.raises(FlashTimeoutError, match="hasn't taken the firmware") as raised:
        await client.devices.flash(device.id, BINARY, wait=True, wait_timeout=0.3)
    assert isinstance(raised.value, TimeoutError)
    assert raised.value.phase == "transferring"


async def test_sources_that_do_not_compile(client: AsyncParticle, device: VirtualDevice) -> None:
    with pytest.raises(CompileError):
        await client.devices.flash(
            device.id, {"main.cpp": b"#error no\n"}, wait=True, wait_timeout=PATIENCE
        )


async def test_a_device_that_is_offline(client: AsyncParticle, device: VirtualDevice) -> None:
    device.online = False
    with pytest.raises(NotFoundError):
        await client.devices.flash(device.id, BINARY, wait=True, wait_timeout=PATIENCE)


async def test_nothing_is_flashed_without_a_stream(new_client: NewClient) -> None:
    with RawServer() as server:
        server.script = [then(b"")]
        client = new_client(access_token=TOKEN, base_url=server.url)
        with pytest.raises(FlashTimeoutError, match="nothing was flashed") as raised:
            await client.devices.flash("0" * 24, BINARY, wait=True, wait_timeout=1)
        assert raised.value.phase == "connecting"
        assert raised.value.__cause__ is not None
        assert {request.request_line.split()[0] for request in server.requests} == {"GET"}
        assert server.requests[0].request_line.split()[1] == (
            f"/v1/devices/{'0' * 24}/events/spark%2F"
        )


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"wait": "yes"}, TypeError, "wait must be True or False"),
        ({"wait": True, "wait_timeout": "9"}, TypeError, "wait_timeout must be a number, not str"),
        ({"wait": True, "wait_timeout": None}, TypeError, "wait_timeout must be a number"),
        ({"wait": True, "wait_timeout": 0}, ValueError, "wait_timeout must be more than 0 seconds"),
        ({"wait_timeout": -1}, ValueError, "wait_timeout must be more than 0 seconds"),
    ],
)
async def test_nothing_is_flashed_with_wrong_arguments(
    options: dict[str, Any],
    error: type[Exception],
    message: str,
    client: AsyncParticle,
    device: VirtualDevice,
) -> None:
    for devices in (client.devices, client.product("fleet").devices):
        with pytest.raises(error, match=message):
            await devices.flash(device.id, BINARY, **options)
    assert device.flashed == []


# --- what the events of a device mean -----------------------------------------------------------

DEVICE_ID = "0123456789abcdef01234567"


class Watched:
    """A watch, its clock, and what it has been told."""

    def __init__(self, timeout: float = 100) -> None:
        self.now = 1000.0
        self.watch = FlashWatch(DEVICE_ID, timeout, lambda: self.now)
        self.watch.accepted(DeviceFlashed())

    def tell(self, *told: str, version: int | None = None) -> bool:
        fields: dict[str, Any] = {} if version is None else {"version": version}
        for each in told:
            name, data = each.split(" ", 1)
            self.watch.take(Event(name, json.dumps({"data": data, **fields})))
        return self.watch.finished

    def wait(self) -> None:
        """Nothing comes for as long as the watch waits."""
        self.now += self.watch.remaining
        self.watch.on_timeout(StreamTimeoutError("nothing"))


STARTED, SUCCESS = "spark/flash/status started ", "spark/flash/status success "
OFFLINE, ONLINE = "spark/status offline", "spark/status online"
SAFE_MODE = 'spark/status/safe-mode {"p":13}'
RESET = "spark/device/last_reset update"
HASH = f"spark/device/app-hash {'0' * 64}"


def test_a_device_that_says_nothing_but_online() -> None:
    watched = Watched()
    assert not watched.tell(STARTED, SUCCESS, OFFLINE, ONLINE, version=7)
    assert watched.watch.remaining == SETTLING
    watched.wait()
    assert watched.watch.finished
    assert watched.watch.result().version == 7
    assert watched.watch.result().seconds == SETTLING


def test_a_device_os_update_in_steps() -> None:
    """The device comes online in safe mode, twice, before it runs the application."""
    watched = Watched()
    assert not watched.tell(STARTED, SUCCESS, OFFLINE, ONLINE, SAFE_MODE, version=0)
    assert watched.watch.remaining == 100
    assert not watched.tell(OFFLINE, ONLINE, SAFE_MODE, SUCCESS, OFFLINE, version=0)
    assert not watched.tell(ONLINE, version=3)
    assert watched.tell(RESET, version=3)
    assert watched.watch.result().version == 3


def test_a_version_that_was_told_stays_when_the_last_event_tells_none() -> None:
    watched = Watched()
    assert not watched.tell(STARTED, SUCCESS, OFFLINE)
    assert not watched.tell(ONLINE, version=4)
    assert watched.tell(RESET)
    assert watched.watch.result().version == 4


def test_the_application_runs_although_events_were_missed() -> None:
    assert Watched().tell(STARTED, HASH)


def test_what_was_before_the_flash_proves_nothing() -> None:
    watched = Watched()
    assert not watched.tell(OFFLINE, ONLINE, RESET, HASH)
    assert watched.watch.phase == "starting"


@pytest.mark.parametrize(
    ("told", "phase", "message"),
    [
        ([], "starting", "the transfer hasn't started"),
        ([STARTED], "transferring", "hasn't taken the firmware yet"),
        ([STARTED, SUCCESS, OFFLINE], "restarting", "hasn't come online with it"),
        ([STARTED, SUCCESS, OFFLINE, ONLINE, SAFE_MODE], "restarting", "hasn't come online"),
    ],
)
def test_the_phase_in_which_the_time_was_over(told: list[str], phase: str, message: str) -> None:
    watched = Watched()
    watched.tell(*told)
    with pytest.raises(FlashTimeoutError, match=message) as raised:
        watched.wait()
    assert raised.value.phase == phase
    assert raised.value.reason == "timeout"
    assert watched.now == 1100


# --- the course of a flash ------------------------------------------------------------------------

FAILED = "spark/flash/status failed "
SUCCEEDS, FAILS = FlashResult, FlashError

# The seconds before each event, the event, and how it ends.
COURSES: dict[str, tuple[list[tuple[float, str]], type]] = {
    "the documented one": (
        [(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE), (0.8, HASH), (0.1, RESET)],
        SUCCEEDS,
    ),
    "online is the last": ([(1, STARTED), (3, SUCCESS), (8, OFFLINE), (9, ONLINE)], SUCCEEDS),
    "each twice": (
        [(0.1, each) for each in (STARTED, SUCCESS, OFFLINE, ONLINE) for _ in range(2)],
        SUCCEEDS,
    ),
    "Device OS, safe mode soon": (
        [
            *[(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE), (1.8, SAFE_MODE)],
            *[(4.2, SUCCESS), (1, ONLINE)],
        ],
        SUCCEEDS,
    ),
    "Device OS, safe mode later": (
        [
            *[(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE), (2.3, SAFE_MODE)],
            *[(60, SUCCESS), (8, OFFLINE), (1, ONLINE), (0.5, RESET)],
        ],
        SUCCEEDS,
    ),
    "Device OS and another part": (
        [
            *[(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE), (1, SAFE_MODE)],
            *[(40, OFFLINE), (0.1, ONLINE), (1, SAFE_MODE), (40, SUCCESS)],
            *[(8, OFFLINE), (1, ONLINE)],
        ],
        SUCCEEDS,
    ),
    "safe mode is told before online": (
        [
            *[(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, SAFE_MODE), (0.01, ONLINE)],
            *[(40, SUCCESS), (8, OFFLINE), (1, ONLINE)],
        ],
        SUCCEEDS,
    ),
    "an attempt fails": (
        [(1, STARTED), (9, FAILED), (3, STARTED), (9, SUCCESS), (1, OFFLINE), (5, ONLINE)],
        SUCCEEDS,
    ),
    "the failure of an earlier one": (
        [(1, FAILED), (0.1, STARTED), (9, SUCCESS), (1, OFFLINE), (5, ONLINE)],
        SUCCEEDS,
    ),
    "online before success": ([(1, STARTED), (9, OFFLINE), (3, ONLINE), (0.1, SUCCESS)], SUCCEEDS),
    "success before started": (
        [(1, SUCCESS), (0.1, STARTED), (8, OFFLINE), (3, ONLINE)],
        SUCCEEDS,
    ),
    "the connection breaks in the transfer": (
        [
            *[(1, STARTED), (9, OFFLINE), (3, ONLINE), (9, SUCCESS)],
            *[(8, OFFLINE), (30, ONLINE)],
        ],
        SUCCEEDS,
    ),
    "it fails": ([(1, STARTED), (9, FAILED)], FAILS),
    "it fails twice": ([(1, STARTED), (9, FAILED), (3, STARTED), (9, FAILED)], FAILS),
    "it stays away": ([(1, STARTED), (3, SUCCESS), (8, OFFLINE)], FlashTimeoutError),
    "it stays in safe mode": (
        [(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE), (2.3, SAFE_MODE)],
        FlashTimeoutError,
    ),
}


class Course:
    """Stands for an event stream: what the events of a course are to `wait_for`, on their clock."""

    def __init__(self, steps: list[tuple[float, str]], *, dated: bool = False) -> None:
        self.now = 1000.0
        self.coming: list[tuple[float, Event]] = []
        at = self.now
        for pause, each in steps:
            at += pause
            self.coming.append((at, self.event(each, at if dated else None)))

    def event(self, told: str, at: float | None) -> Event:
        name, data = told.split(" ", 1)
        date = {} if at is None else {"published_at": datetime.fromtimestamp(at, UTC).isoformat()}
        return Event(name, json.dumps({"data": data, **date}))

    def wait_for(self, *, timeout: float, where: Callable[[Event], object]) -> Event:
        until = self.now + timeout
        while self.coming and self.coming[0][0] <= until:
            self.now, event = self.coming.pop(0)
            if where(event):
                return event
        # As timers may, this one ends a little early.
        self.now = max(self.now, until - 1e-6) if timeout > 1e-5 else until
        raise StreamTimeoutError("nothing")


class AsyncCourse(Course):
    async def wait_for(self, **options: Any) -> Event:  # type: ignore[override]
        return super().wait_for(**options)


async def follow(course: Course, timeout: float = 300) -> tuple[object, float]:
    """Return how it ends, and after how many seconds."""
    watch = FlashWatch(DEVICE_ID, timeout, lambda: course.now)
    watch.accepted(DeviceFlashed())
    stream: Any = course
    try:
        if isinstance(course, AsyncCourse):
            await async_follow(watch, stream)
        else:
            sync_follow(watch, stream)
    except FlashError as error:
        return error, course.now - 1000
    return watch.result(), course.now - 1000


@pytest.mark.parametrize("kind", [Course, AsyncCourse])
@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize("course", COURSES)
async def test_the_course_of_a_flash(course: str, dated: bool, kind: type[Course]) -> None:
    steps, outcome = COURSES[course]
    stream = kind(steps, dated=dated)
    found, seconds = await follow(stream)
    assert type(found) is outcome
    told = sum(pause for pause, _ in steps)
    if outcome is FlashTimeoutError:
        assert seconds == pytest.approx(300)
    else:
        assert told - 1 < seconds <= told + SETTLING + 0.001


@pytest.mark.parametrize("kind", [Course, AsyncCourse])
async def test_events_that_come_late_and_again(kind: type[Course]) -> None:
    """Their dates tell what they are."""
    stream = kind([(1, STARTED), (3, SUCCESS), (8, OFFLINE), (1, ONLINE)], dated=True)
    started, success, offline, online = stream.coming
    stream.coming = [success, started, online]
    stream.coming += [
        (online[0] + late, event) for late, (_, event) in ((1, offline), (2, started))
    ]
    found, seconds = await follow(stream)
    assert type(found) is FlashResult
    assert seconds == pytest.approx(13 + SETTLING)


NEXT_PART = [(60.0, SUCCESS), (8.0, OFFLINE), (1.0, ONLINE)]


# Of events in another order, only a date tells whether `started` belongs to another transfer.
@pytest.mark.parametrize(
    ("after", "dated", "seconds"),
    [
        ([(2.0, STARTED)], False, 15),
        ([(2.0, STARTED), (1.0, STARTED)], False, 16),
        ([(2.0, STARTED), (3.0, SUCCESS), (8.0, OFFLINE), (30.0, ONLINE)], False, 56),
        ([(2.0, STARTED), *NEXT_PART], True, 84),
    ],
)
@pytest.mark.parametrize("kind", [Course, AsyncCourse])
async def test_another_start_after_online(
    after: list[tuple[float, str]], dated: bool, seconds: float, kind: type[Course]
) -> None:
    course = [(1.0, STARTED), (3.0, SUCCESS), (8.0, OFFLINE), (1.0, ONLINE)]
    found, took = await follow(kind(course + after, dated=dated))
    assert type(found) is FlashResult
    assert took == pytest.approx(seconds + SETTLING)


@pytest.mark.parametrize("kind", [Course, AsyncCourse])
async def test_the_time_of_a_flash_is_over_when_it_is_over(kind: type[Course]) -> None:
    steps = [(1.0, STARTED), (3.0, SUCCESS), (8.0, OFFLINE), (1.0, ONLINE), (1.8, SAFE_MODE)]
    found, seconds = await follow(kind(steps), timeout=2_000_000)
    assert isinstance(found, FlashTimeoutError)
    assert seconds == pytest.approx(2_000_000)
    assert "within 2000000 s" in str(found)


def test_the_errors_pickle() -> None:
    found = Event("spark/flash/status", '{"data":"failed "}')
    for error in (
        FlashError(DEVICE_ID, "failed", events=(found,)),
        FlashTimeoutError(DEVICE_ID, "too long", phase="starting"),
    ):
        for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            assert type(other) is type(error)
            assert str(other) == str(error)
            assert other.__dict__ == error.__dict__

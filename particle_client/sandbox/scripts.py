"""What virtual devices do by themselves, in a form that a file can hold.

Each script is a dataclass: ``Walk(21, step=0.2)`` in Python is ``{"walk": {"value": 21, "step":
0.2}}`` in a file, or ``{"walk": 21}`` with its first field alone.
"""

import dataclasses
import json
import math
import random
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from .devices import DeviceFunction, VirtualDevice, current_value
from .fitting import check_fields

Json: TypeAlias = Any

# Values of variables: called for each reading


@dataclass
class Walk:
    """A random walk: each reading is at most ``step`` from the last, within ``low`` and
    ``high``."""

    value: float = 20.0
    step: float = 0.5
    low: float = -math.inf
    high: float = math.inf
    digits: int = 2

    def __call__(self) -> float:
        moved = self.value + random.uniform(-self.step, self.step)
        self.value = round(min(max(moved, self.low), self.high), self.digits)
        return self.value


@dataclass
class Wave:
    """A sine wave of the time of day: ``mean`` plus and minus ``amplitude``, in ``period``
    seconds, with ``noise``."""

    mean: float = 20.0
    amplitude: float = 5.0
    period: float = 86_400.0
    noise: float = 0.0
    digits: int = 2

    def __call__(self) -> float:
        swing = self.amplitude * math.sin(math.tau * time.time() / self.period)
        return round(self.mean + swing + random.uniform(-self.noise, self.noise), self.digits)


# Functions: they get the device, too


@dataclass
class Answer(DeviceFunction):
    """Answers ``value``; with ``error`` it fails, with ``timeout`` the device doesn't answer."""

    value: int = 0
    error: str = ""
    timeout: bool = False

    def run(self, device: VirtualDevice, argument: str) -> int:
        if self.timeout:
            raise TimeoutError
        if self.error:
            raise RuntimeError(self.error)
        return self.value


@dataclass
class Assign(DeviceFunction):
    """Sets a variable to its argument, a whole number from ``low`` to ``high``, and answers it."""

    variable: str
    low: int = -(2**31)
    high: int = 2**31 - 1

    def run(self, device: VirtualDevice, argument: str) -> int:
        value = min(max(int(argument), self.low), self.high)
        device.variables[self.variable] = value
        return value


@dataclass
class Count(DeviceFunction):
    """Counts its calls in a variable, which it answers, and publishes ``event``, if it has one,
    with its argument (or ``default``)."""

    variable: str
    event: str = ""
    default: str = ""

    def run(self, device: VirtualDevice, argument: str) -> int:
        before = device.variables.get(self.variable)
        count = before + 1 if isinstance(before, int) else 1
        device.variables[self.variable] = count
        if self.event:
            device.publish(self.event, argument or self.default or None)
        return count


# What goes on: the scheduler calls step() again and again


@dataclass
class Script:
    """Something that a device does from time to time."""

    every: float
    """Seconds from one step to the next."""
    jitter: float = field(default=0.1, kw_only=True)
    """How much the time varies: 0.1 is a tenth of it, more or less."""

    def __post_init__(self) -> None:
        if not self.every >= 0.001:  # the sandbox would do nothing else
            raise ValueError(f"every must be 0.001 seconds or more: {self.every}")
        if not 0 <= self.jitter <= 1:
            raise ValueError(f"jitter must be from 0 to 1: {self.jitter}")

    def pause(self) -> float:
        """The seconds until the next step."""
        return self.every * (1 + random.uniform(-self.jitter, self.jitter))

    def step(self, device: VirtualDevice) -> float:
        """Does it once, under the sandbox's lock, and gives the seconds until the next time."""
        raise NotImplementedError


@dataclass
class Publish(Script):
    """Publishes an event every ``every`` seconds. In ``data``, text or anything that JSON can
    express, ``"$name"`` stands for the value of the variable ``name``."""

    event: str
    data: Json = None

    def step(self, device: VirtualDevice) -> float:
        if device.online:
            data = _filled_in(self.data, device)
            text = data if data is None or isinstance(data, str) else json.dumps(data)
            device.publish(self.event, text)
        return self.pause()


@dataclass
class DropOut(Script):
    """Loses its connection every ``every`` seconds, for ``seconds``."""

    seconds: float = 5.0
    _away: bool = field(default=False, init=False, repr=False)

    def step(self, device: VirtualDevice) -> float:
        back, self._away = self._away, not self._away and device.online
        if back and not device.online:
            device.go_online()
        elif self._away:
            device.go_offline()
            return self.seconds
        return self.pause()


@dataclass
class Battery(Script):
    """A battery that lasts ``hours``, with its charge in percent as a variable. At ``low`` the
    device publishes ``battery/low``, at 0 it is offline for ``charging`` seconds."""

    every: float = 10.0
    hours: float = 24.0
    low: float = 20.0
    charging: float = 60.0
    variable: str = "battery"
    level: float = 100.0

    def step(self, device: VirtualDevice) -> float:
        pause, before = self.pause(), self.level
        if before <= 0:
            self.level = 100.0
            device.go_online()
        else:
            self.level = max(0.0, before - 100 * pause / (self.hours * 3600))
        device.variables[self.variable] = round(self.level, 1)
        if self.level <= self.low < before and device.online:
            device.publish("battery/low", str(round(self.level, 1)))
        if self.level <= 0:
            device.go_offline()
            return self.charging
        return pause


@dataclass
class Track(Script):
    """Travels along ``points``, pairs of latitude and longitude, at ``speed`` metres a second, and
    from the last to the first again; reports where it is in ``loc`` events like a Tracker."""

    points: list[list[float]]
    speed: float = 10.0
    travelled: float = 0.0

    def __post_init__(self) -> None:
        super().__post_init__()
        if len(self.points) < 2 or any(len(point) != 2 for point in self.points):
            raise ValueError("points must be two or more pairs of latitude and longitude")

    def step(self, device: VirtualDevice) -> float:
        pause = self.pause()
        latitude, longitude = self._position()
        self.travelled += self.speed * pause
        if device.online:
            loc = {"lck": 1, "lat": round(latitude, 6), "lon": round(longitude, 6)}
            loc |= {"spd": self.speed, "time": int(time.time())}
            device.publish("loc", json.dumps({"cmd": "loc", "loc": loc}))
        return pause

    def _position(self) -> tuple[float, float]:
        legs = list(zip(self.points, self.points[1:] + self.points[:1], strict=True))
        lengths = [_metres(*leg) for leg in legs]
        left = self.travelled % (sum(lengths) or 1.0)
        for (start, end), length in zip(legs, lengths, strict=True):
            if left <= length:
                part = left / (length or 1.0)
                return (
                    start[0] + part * (end[0] - start[0]),
                    start[1] + part * (end[1] - start[1]),
                )
            left -= length
        return self.points[0][0], self.points[0][1]


def _metres(start: list[float], end: list[float]) -> float:
    north = end[0] - start[0]
    east = (end[1] - start[1]) * math.cos(math.radians(start[0]))
    return math.hypot(north, east) * 111_195


def _filled_in(data: Json, device: VirtualDevice) -> Json:
    if isinstance(data, str):
        name = data.removeprefix("$")
        return current_value(device, name) if name != data and name in device.variables else data
    if isinstance(data, list):
        return [_filled_in(each, device) for each in cast("Iterable[Json]", data)]
    if isinstance(data, dict):
        entries = cast("dict[str, Json]", data)
        return {name: _filled_in(value, device) for name, value in entries.items()}
    return data


# As JSON


Kind: TypeAlias = type[Any]
VALUES: dict[str, Kind] = {"walk": Walk, "wave": Wave}
FUNCTIONS: dict[str, Kind] = {"answer": Answer, "assign": Assign, "count": Count}
SCRIPTS: dict[str, Kind] = {
    "publish": Publish,
    "dropOut": DropOut,
    "battery": Battery,
    "track": Track,
}
_NAMES = {kind: name for kinds in (VALUES, FUNCTIONS, SCRIPTS) for name, kind in kinds.items()}


def is_script(value: object) -> bool:
    """Whether :func:`to_json` knows the value."""
    return type(value) in _NAMES


def to_json(script: object) -> Json:
    """The script as a file has it."""
    fields = {
        each.name: value
        for each in dataclasses.fields(cast("Any", script))
        if each.init and (value := getattr(script, each.name)) != each.default
    }
    return {_NAMES[type(script)]: fields}


def from_json(spec: object, kinds: Mapping[str, Kind], what: str) -> Any:
    """The script that ``{name: fields}`` describes; ``what`` says in errors what it is of."""
    entries = cast("dict[str, Json]", spec) if isinstance(spec, dict) else {}
    if len(entries) != 1 or not entries.keys() <= kinds.keys():
        raise ValueError(f"{what} must have one of {', '.join(kinds)}, got {spec!r}"[:500])
    [(name, fields)] = entries.items()
    kind = kinds[name]
    if type(fields) is not dict:
        fields = {dataclasses.fields(kind)[0].name: fields}
    check_fields(kind, cast("dict[str, Json]", fields), f"{what}: {name}")
    return kind(**fields)


def value_from_json(spec: object, what: str) -> Any:
    """A variable: a value, or a script that gives it."""
    return from_json(cast("Json", spec), VALUES, what) if isinstance(spec, dict) else spec


def function_from_json(spec: object, what: str) -> Any:
    """A function: a script, or the number that it answers."""
    if callable(spec):  # it was there before
        return spec
    return from_json({"answer": spec} if isinstance(spec, int) else spec, FUNCTIONS, what)

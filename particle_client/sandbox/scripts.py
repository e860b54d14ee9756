"""What virtual devices do by themselves, as dataclasses, which a file can hold: see ``codec``."""

import itertools
import json
import math
import random
import time
from dataclasses import dataclass
from typing import Any

from .devices import DeviceFunction, VirtualDevice, current_value
from .devices import Script as Script  # those of users derive from it

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

    def __post_init__(self) -> None:
        if not self.period > 0:
            raise ValueError(f"period must be more than 0 seconds: {self.period}")

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


# What goes on: Script.run() calls step() again and again


@dataclass
class Publish(Script):
    """Publishes an event every ``every`` seconds. In ``data``, text or anything that JSON can
    express, ``"$name"`` stands for the value of the variable ``name``."""

    event: str
    data: Any = None

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
    away: bool = False

    def step(self, device: VirtualDevice) -> float:
        was_away, self.away = self.away, False
        if was_away and not device.online:
            device.go_online()
        elif device.online and not was_away:
            self.away = True
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

    def _position(self) -> list[float]:
        legs = list(itertools.pairwise([*self.points, self.points[0]]))
        left = self.travelled % (sum(_metres(*leg) for leg in legs) or 1.0)
        for start, end in legs:
            length = _metres(start, end)
            if left <= length:
                part = left / (length or 1.0)
                return [a + part * (b - a) for a, b in zip(start, end, strict=True)]
            left -= length
        return self.points[0]  # a rounding error beyond the last leg


def _metres(start: list[float], end: list[float]) -> float:
    north = end[0] - start[0]
    east = (end[1] - start[1]) * math.cos(math.radians(start[0]))
    return math.hypot(north, east) * 111_195


def _filled_in(data: Any, device: VirtualDevice) -> Any:
    if data.__class__ is str:
        is_variable = data[:1] == "$" and data[1:] in device.variables
        return current_value(device, data[1:]) if is_variable else data
    if data.__class__ is list:
        return [_filled_in(each, device) for each in data]
    if data.__class__ is dict:
        return {name: _filled_in(each, device) for name, each in data.items()}
    return data

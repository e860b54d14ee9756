"""Virtual devices."""

import asyncio
import inspect
import logging
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias, cast

from .accounts import Account, Directory
from .clock import isoformat, new_id
from .events import Event, EventBus
from .platforms import is_cellular, newest_version
from .products import Product
from .runtime import Runtime

_log = logging.getLogger("particle_client.sandbox")

VariableFunction: TypeAlias = Callable[[], object]
"""Gives a variable's value on every read."""

Variable: TypeAlias = str | int | float | bool | VariableFunction
"""A variable's value, or a callable that gives it on every read."""

Function: TypeAlias = Callable[[str], object]
"""Implements a function: takes the argument, returns an int (None counts as 0).

What it raises is a device error (400); TimeoutError is a device that doesn't answer (408).
"""


class DeviceFunction:
    """A function that is given its device, too; see ``scripts``."""

    def run(self, device: "VirtualDevice", argument: str) -> int:
        """What the function does on the device."""
        raise NotImplementedError

    def __call__(self, argument: str) -> int:
        raise TypeError("this function has to be called on its device")


@dataclass
class Script:
    """Something that a device does from time to time; see ``scripts``."""

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

    def step(self, device: "VirtualDevice") -> float:
        """Does it once, under the sandbox's lock, and gives the seconds until the next time."""
        raise NotImplementedError

    async def run(self, device: "VirtualDevice", known: "Mapping[str, VirtualDevice]") -> None:
        """Goes on with it, from a random moment, as long as the device is known and has it."""
        pause = random.uniform(0, self.every)
        try:
            while True:
                await asyncio.sleep(pause)
                with device.runtime.lock:
                    has_it = any(each is self for each in device.scripts)
                    if not has_it or known.get(device.id) is not device:
                        return
                    pause = self.step(device)
        except Exception:
            _log.exception("A script of %s failed: %r", device.name, self)


def check_scripts(scripts: object) -> None:
    """Raise TypeError for what is no list of scripts."""
    if not isinstance(scripts, list | tuple):
        raise TypeError(f"scripts must be a list, not {type(scripts).__name__}")
    for script in cast("list[object]", scripts):
        if not isinstance(script, Script):
            raise TypeError(f"a script must be one of particle_client.sandbox.scripts: {script!r}")


class FunctionCall(NamedTuple):
    """A function call that reached a device."""

    name: str
    argument: str


@dataclass(eq=False, kw_only=True)
class VirtualDevice:
    """A device that exists in the sandbox only.

    Its attributes are its state: reading them is fine from any thread, and so is changing the
    ones that describe it (``variables``, ``functions``, ``notes``, …) between requests.
    """

    runtime: Runtime = field(repr=False)
    event_bus: EventBus = field(repr=False)
    directory: Directory = field(repr=False)
    id: str = field(default_factory=new_id)
    name: str | None = None
    platform_id: int
    owner: Account | None = field(default=None, repr=False)
    product: Product | None = field(default=None, repr=False)
    online: bool = True
    variables: dict[str, Variable] = field(default_factory=dict[str, Variable], repr=False)
    functions: dict[str, Function] = field(default_factory=dict[str, Function], repr=False)
    notes: str | None = None
    serial_number: str
    iccid: str | None = None
    imei: str | None = None
    mac_wifi: str | None = None
    mobile_secret: str
    last_ip_address: str = "127.0.0.1"
    last_heard: datetime
    last_handshake_at: datetime
    system_firmware_version: str = ""
    app_hash: str = ""
    signaling: bool = False
    firmware_updates_enabled: bool = True
    firmware_updates_forced: bool = False
    firmware_version: int = 0
    desired_firmware_version: int | None = None
    development: bool = False
    quarantined: bool = False
    denied: bool = False
    protected: bool = False
    unprotecting: bool = False
    """The first step of ending its protection was done."""
    groups: list[str] = field(default_factory=list[str])
    public_key: str | None = field(default=None, repr=False)
    esim_country: str | None = None
    documents: dict[str, dict[str, Any]] = field(
        default_factory=dict[str, dict[str, Any]], repr=False
    )
    flash_outcome: Literal["success", "failed", "timeout"] = "success"
    """How the next flash ends: well, with a failure, or not at all."""
    updating: bool = field(default=False, init=False)
    calls: list[FunctionCall] = field(default_factory=list[FunctionCall], repr=False)
    """Every function call that reached the device, oldest first."""
    last_values: dict[str, object] = field(default_factory=dict[str, object], repr=False)
    """What the variables that are callables gave when they were read last."""
    flashed: list[bytes] = field(default_factory=list[bytes], repr=False)
    """Content of every firmware image that the device was flashed with."""

    scripts: list[Script] = field(default_factory=list[Script], repr=False)
    """What the device does by itself: see ``Cloud.run_scripts()``."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[\w-]+", self.id, re.A):  # it is part of paths
            raise ValueError(f"a device's id must be letters, digits, - and _: {self.id!r}"[:200])

    def publish(self, name: str, data: str | None = None, *, ttl: int = 60) -> Event:
        """Publishes an event as this device; RuntimeError while it is offline. Data is text: use
        ``json.dumps()`` for anything else."""
        with self.runtime.lock:
            if not self.online:
                raise RuntimeError(
                    f"device {self.name or self.id} is offline and can't publish {name!r}: "
                    "call go_online() before"
                )
            self.last_heard = self.runtime.clock.now()
            return self.emit(name, data, ttl=ttl)

    def go_offline(self) -> None:
        """Disconnects the device; nothing happens when it is offline already."""
        with self.runtime.lock:
            if self.online:
                self.online = False
                self.emit("spark/status", "offline")

    def go_online(self) -> None:
        """Connects the device. If the cloud thought that it still was connected, "offline" comes
        first, as in the real one. A pending product firmware update starts then."""
        with self.runtime.lock:
            if self.online:
                self.emit("spark/status", "offline")
            self.handshake()

    def claim_with_code(self, claim_code: str) -> None:
        """Hands in a claim code at connecting, as a device does after its set-up."""
        with self.runtime.lock:
            owner = self.directory.claim_codes.pop(claim_code, None)
            if owner is None:
                raise ValueError("the claim code is unknown or was used already")
            self.owner = owner
            self.go_online()

    # The rest is for the sandbox itself; the caller holds the lock.

    def run_function(self, name: str, argument: str) -> object:
        """What a call of the function gives. The caller doesn't hold the lock."""
        function = self.functions[name]
        if isinstance(function, DeviceFunction):
            with self.runtime.lock:
                return function.run(self, argument)
        return function(argument)

    def handshake(self, *, automatic: bool = False) -> None:
        """The device is connected anew."""
        self.online = True
        self.last_heard = self.last_handshake_at = self.runtime.clock.now()
        self.emit("spark/status", "online", automatic=automatic)

    def emit(self, name: str, data: str | None, *, ttl: int = 60, automatic: bool = False) -> Event:
        """An event with this device's identity; ``automatic`` ones belong to no user."""
        in_product = self.product is not None and not self.quarantined
        return self.event_bus.publish(
            name,
            data,
            ttl=ttl,
            device_id=self.id,
            owner_id=self.owner.id if self.owner else None,
            user_id=self.owner.id if self.owner and not automatic else "",
            product_id=self.product.id if self.product and in_product else None,
            version=self.firmware_version,
        )

    @property
    def cellular(self) -> bool:
        """Whether the device has a modem."""
        return is_cellular(self.platform_id)

    @property
    def product_id(self) -> int:
        """The product's id, or the platform's for a device in no product."""
        return self.product.id if self.product else self.platform_id

    @property
    def target_version(self) -> int | None:
        """The product firmware version that the device should run, if there is one."""
        if self.product is None or self.development or self.quarantined:
            return None
        if self.desired_firmware_version is not None:
            return self.desired_firmware_version
        return self.product.released_version(self.groups)

    def leave_product(self) -> None:
        """Makes it a device of no product again."""
        self.product = None
        self.groups = []
        self.desired_firmware_version = None
        self.development = self.quarantined = self.denied = False


_TYPES: dict[Any, str] = {
    **{bool: "bool", int: "int32", float: "double"},
    **{"bool": "bool", "int": "int32", "float": "double"},  # annotations may be text
}


def current_value(device: VirtualDevice, name: str) -> object:
    """A variable's value now."""
    value: object = device.variables[name]
    if callable(value):
        device.last_values[name] = value = value()
    return value


def variable_types(device: VirtualDevice) -> dict[str, str]:
    """The types of the device's variables, as it announces them.

    That of a callable is the type of the value that it gave last, or is annotated with.
    """
    return {name: _variable_type(device, name, v) for name, v in device.variables.items()}


def _variable_type(device: VirtualDevice, name: str, value: Variable) -> str:
    if not callable(value):
        return _TYPES.get(type(value), "string")
    if name in device.last_values:
        return _TYPES.get(type(device.last_values[name]), "string")
    try:
        return _TYPES.get(inspect.signature(value).return_annotation, "string")
    except (TypeError, ValueError):
        return "string"


def device_json(device: VirtualDevice, *, in_product: bool) -> dict[str, Any]:
    """The device as the API shows it; ``in_product`` for the product endpoints."""
    shown: dict[str, Any] = {
        "id": device.id,
        "name": device.name,
        "last_ip_address": device.last_ip_address,
        "last_heard": isoformat(device.last_heard),
        "last_handshake_at": isoformat(device.last_handshake_at),
        "product_id": device.product_id,
        "online": device.online,
        "connected": device.online,
        "platform_id": device.platform_id,
        "cellular": device.cellular,
        "notes": device.notes,
        "functions": list(device.functions),
        "variables": variable_types(device),
        "status": "normal",
        "serial_number": device.serial_number,
        "mobile_secret": device.mobile_secret,
        "system_firmware_version": device.system_firmware_version,
        "current_build_target": device.system_firmware_version,
        "default_build_target": newest_version(device.platform_id),
        "firmware_updates_enabled": device.firmware_updates_enabled,
        "firmware_updates_forced": device.firmware_updates_forced,
        "device_protection": {"status": "active" if device.protected else "disabled"},
    }
    if device.owner:
        shown["owner"] = device.owner.username
    if device.cellular:
        shown |= {"iccid": device.iccid, "last_iccid": device.iccid, "imei": device.imei}
    else:
        shown["mac_wifi"] = device.mac_wifi
    if device.product:
        shown |= {
            "firmware_product_id": device.product.id,
            "groups": list(device.groups),
            "firmware_version": device.firmware_version,
            "desired_firmware_version": device.desired_firmware_version,
        }
    if in_product:
        shown |= {
            "development": device.development,
            "quarantined": device.quarantined,
            "denied": device.denied,
            "targeted_firmware_release_version": device.target_version,
        }
    return shown

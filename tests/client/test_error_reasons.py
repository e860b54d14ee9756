"""What went wrong, known from the body of a response: `error.reason` and the error's class."""

from __future__ import annotations

import copy
import json
import pickle
import re
import uuid
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import particle_client
from generator.yaml_io import read_yaml
from particle_client import APIStatusError, CompileError, ErrorReason, errors
from particle_client.base.error_factory import status_error
from particle_client.base.known_errors import BY_REASON
from tests.every import every
from tests.responses import raw_response

if TYPE_CHECKING:
    from particle_client import AsyncParticle
    from particle_client.sandbox import Sandbox
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

ANSWERS = Path(__file__).parents[1] / "data" / "answers.json"
DOCS = Path(__file__).parents[2] / "docs" / "errors.md"

DEVICE = "https://api.particle.io/v1/devices/0123456789abcdef01234567"
PRODUCT = "https://api.particle.io/v1/products/1337/devices"

# Status, body, reason, and the name of the class.
SAID: list[tuple[int, str, Any, str, str]] = [
    # The reference: statuses, and errors of API users.
    (404, DEVICE, {"error": "Device is not connected"}, "device_offline", "DeviceOfflineError"),
    (408, DEVICE, {"error": "Timed out."}, "device_timeout", "DeviceTimeoutError"),
    (
        400,
        DEVICE,
        {
            "error": "unauthorized",
            "error_description": "API users are not allowed to call this endpoint",
        },
        "missing_scope",
        "MissingScopeError",
    ),
    (429, DEVICE, {}, "rate_limited", "RateLimitError"),
    (529, DEVICE, {"error": "Too many"}, "rate_limited", "RateLimitError"),
    # Particle's command-line tool: how it knows tokens, and what its tests expect.
    (401, DEVICE, {"error": "invalid_token"}, "invalid_token", "InvalidTokenError"),
    (400, DEVICE, {"error": "expired_token"}, "invalid_token", "InvalidTokenError"),
    (
        401,
        DEVICE,
        {"error": "invalid_request", "error_description": "The access token was not found"},
        "invalid_token",
        "InvalidTokenError",
    ),
    (400, DEVICE, {"error": "Unknown Variable: NOPE"}, "unknown_variable", "UnknownVariableError"),
    (404, DEVICE, {"error": "Variable not found"}, "unknown_variable", "UnknownVariableError"),
    (404, DEVICE, {"error": "Function fn not found"}, "unknown_function", "UnknownFunctionError"),
    (200, DEVICE, {"ok": False, "error": "Function fn not found"}, "unknown_function", ""),
    (404, DEVICE, {"errors": ["device not found"]}, "unknown_device", "UnknownDeviceError"),
    (
        403,
        DEVICE,
        {"error": "Permission Denied", "info": "I didn't recognize that device name or ID, try …"},
        "unknown_device",
        "UnknownDeviceError",
    ),
    (
        404,
        PRODUCT,
        {"error": "Device not found for this product"},
        "unknown_device",
        "UnknownDeviceError",
    ),
    (403, PRODUCT, {"error": "Permission denied"}, "unknown_product", "UnknownProductError"),
    (
        400,
        DEVICE,
        {"ok": False, "error": "Failed to create secret: Name already in use"},
        "name_in_use",
        "NameInUseError",
    ),
    (
        400,
        DEVICE,
        {
            "ok": False,
            "error": "This secret cannot be deleted as it is being used by integrations or Logic "
            "Functions.",
        },
        "in_use",
        "BadRequestError",
    ),
    # The notes of particlerb, a client by Particle's staff: the same text with several statuses.
    (400, DEVICE, {"ok": False, "error": "Timed out"}, "device_timeout", "DeviceTimeoutError"),
    (
        200,
        DEVICE,
        {"ok": False, "errors": [{"error": "Timed out, didn't hear back from device service"}]},
        "device_timeout",
        "DeviceTimeoutError",
    ),
    (404, DEVICE, {"errors": ["device doesn't exist"]}, "unknown_device", "UnknownDeviceError"),
    (404, DEVICE, {"errors": [["Core isn't online", 404]]}, "device_offline", "DeviceOfflineError"),
    # RFC 6750.
    (403, DEVICE, {"error": "insufficient_scope"}, "missing_scope", "MissingScopeError"),
    # Guesses: no text for limits is published.
    (403, DEVICE, {"error": "Data limit reached"}, "limit_reached", "LimitReachedError"),
    (429, DEVICE, {"error": "Monthly quota exceeded"}, "limit_reached", "LimitReachedError"),
]


@pytest.mark.parametrize(("status", "url", "body", "reason", "name"), SAID)
def test_what_the_body_says(status: int, url: str, body: Any, reason: str, name: str) -> None:
    error = status_error(raw_response(status, json.dumps(body).encode(), url=url))
    assert error.reason is ErrorReason(reason)
    assert error.reason == reason
    assert not name or isinstance(error, getattr(particle_client, name))
    assert not name or type(error).__name__ == name


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (401, b'{"error": "unauthorized"}'),
        (403, b'{"error": "Permission denied"}'),
        (403, b'["mfa_required"]'),
        (404, b"{}"),
        (404, b'{"error": "Environment variable X not found"}'),
        (413, b'{"error": "File size limit exceeded"}'),
        (502, b"<h1>upstream timed out</h1>"),
        (504, b'{"message": "Endpoint request timed out"}'),
        (500, b""),
        (500, b"device is offline"),
    ],
)
def test_what_is_not_known_has_no_reason(status: int, body: bytes) -> None:
    error = status_error(raw_response(status, body, url=DEVICE))
    assert error.reason is None
    assert type(error) is type(status_error(raw_response(status, b'{"error": "x"}')))


def test_long_texts_are_sought_in_no_time() -> None:
    text = "name limit device access token lack " * 100_000
    assert status_error(raw_response(400, json.dumps({"error": text}).encode())).reason is None


STATUSES = (200, 302, 400, 401, 402, 403, 404, 408, 409, 429, 500, 503)


@every("case", list(product(STATUSES, BY_REASON)), name=str)
def test_an_error_is_of_its_status_as_before(case: tuple[int, ErrorReason]) -> None:
    """`except NotFoundError`, written before there were reasons, catches what it caught."""
    status, reason = case
    texts = {ErrorReason(reason): (url, body) for _, url, body, reason, _ in SAID}
    texts[ErrorReason.MFA_REQUIRED] = DEVICE, {"error": "mfa_required", "mfa_token": "t0ken"}
    texts[ErrorReason.INVALID_CREDENTIALS] = DEVICE, {"error": "invalid_grant"}
    texts[ErrorReason.FUNCTION_FAILED] = DEVICE, {"error": "Function brew failed"}
    texts[ErrorReason.RATE_LIMITED] = DEVICE, {"error": "Too many requests"}
    url, body = texts[reason]
    by_status = type(status_error(raw_response(status, b'{"error": "x"}')))
    error = status_error(raw_response(status, json.dumps(body).encode(), url=url))
    assert isinstance(error, by_status)
    if (status, reason) != (401, ErrorReason.MISSING_SCOPE):  # a 401 is about the token itself
        assert isinstance(error, BY_REASON[reason])
        assert error.reason is reason
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(other) is type(error)
        assert (str(other), other.reason) == (str(error), error.reason)


def test_the_documented_responses() -> None:
    """Of errors that the reference shows, those that have a reason."""
    known = {
        (each["name"].partition("/")[2], error.reason.value)
        for each in json.loads(ANSWERS.read_text("utf-8"))
        if each["status"] >= 400
        and (error := status_error(raw_response(each["status"], json.dumps(each["body"]).encode())))
        and error.reason
    }
    assert known == {
        ("createAccessToken.400", "invalid_credentials"),
        ("createAccessToken.403", "mfa_required"),
        ("setProductDeviceConfig.400", "configuration_rejected"),
    }


def test_each_reason_has_a_source_and_a_text() -> None:
    rows = read_yaml(DOCS.parents[1] / "openapi" / "errors.yaml")["reasons"]
    assert [each["reason"] for each in rows] == list(ErrorReason)
    assert all(each["source"] and each["description"].endswith(".") for each in rows)
    told = {reason for *_, reason, _ in SAID} | {"mfa_required", "invalid_credentials"}
    assert told | {"function_failed", "configuration_rejected"} == set(ErrorReason)


def test_the_docs_list_the_reasons() -> None:
    rows = re.findall(r"^\|(?: `(\w+)`)? \| `(\w+)` \| .+ \|$", DOCS.read_text("utf-8"), re.M)
    listed = {reason: name for name, reason in rows if reason in set(ErrorReason)}
    assert listed == {
        each.value: BY_REASON[each].__name__ if each in BY_REASON else "" for each in ErrorReason
    }


# --- from the sandbox, as programs get them -------------------------------------------------------


async def test_devices_of_the_sandbox(client: AsyncParticle, cloud: Sandbox) -> None:
    def broken(argument: str) -> int:
        raise ValueError(argument)

    device = cloud.add_device(functions={"brew": broken}, variables={"heat": 1})
    with pytest.raises(errors.FunctionFailedError):
        await client.devices.call_function(device.id, "brew", "tea")
    with pytest.raises(errors.UnknownFunctionError):
        await client.devices.call_function(device.id, "stew")
    with pytest.raises(errors.UnknownVariableError):
        await client.devices.get_variable(device.id, "cold")
    with pytest.raises(errors.UnknownDeviceError):
        await client.devices.get_variable("f" * 24, "heat")
    with pytest.raises(errors.UnknownProductError):
        await client.product("nothing").groups.list()
    device.online = False
    with pytest.raises(errors.DeviceOfflineError) as caught:
        await client.devices.get_variable(device.id, "heat")
    assert isinstance(caught.value, errors.NotFoundError)
    assert caught.value.advice == "The device is offline: try again when it is online."
    with pytest.raises(errors.InvalidTokenError):
        await client.devices.get(device.id, access_token="0" * 40)


async def test_names_in_the_sandbox(client: AsyncParticle, cloud: Sandbox) -> None:
    if not cloud.state.products:
        cloud.add_product("Lamps", slug="lamps")
    groups = client.product("lamps").groups
    name = f"attic-{uuid.uuid4().hex[:8]}"
    await groups.create(name)
    with pytest.raises(errors.NameInUseError):
        await groups.create(name)


# --- errors that have a type of their own ---------------------------------------------------------

OUTPUT = "main.cpp:1:2: error: expected ';'"


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize("call", ["flash", "compile"])
async def test_source_code_that_does_not_compile(
    call: str, status: int, wire: AsyncParticle, recorder: Recorder
) -> None:
    for body in (
        {"ok": False, "errors": [OUTPUT], "output": "App code was invalid"},
        {"ok": False, "errors": [OUTPUT]},
        {"ok": False, "errors": [{"ok": False, "errors": [OUTPUT, {"killed": False}]}]},
    ):
        recorder.answer(status, json=body)
        files = {"main.cpp": b"int x"}
        with pytest.raises(CompileError, match="expected ';'") as caught:
            await (
                wire.devices.flash("1", files) if call == "flash" else wire.firmware.compile(files)
            )
        assert [(each.file, each.line) for each in caught.value.messages] == [("main.cpp", 1)]


@pytest.mark.parametrize(
    ("status", "body", "name"),
    [
        (404, {"ok": False, "errors": ["Device is not connected"]}, "DeviceOfflineError"),
        (200, {"ok": False, "errors": ["Request Timed Out"]}, "DeviceTimeoutError"),
        (413, {"ok": False, "error": "Too large"}, "PayloadTooLargeError"),
        (400, {"ok": False, "errors": ["No files"]}, "BadRequestError"),
        (500, {}, "InternalServerError"),
    ],
)
async def test_other_failures_are_no_compile_errors(
    status: int, body: Any, name: str, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(status, json=body)
    with pytest.raises(APIStatusError) as caught:
        await wire.devices.flash("1", {"main.cpp": b"int x"})
    assert type(caught.value).__name__ == name


@pytest.mark.parametrize("status", [200, 400, 401, 403, 422, 500])
async def test_a_login_that_needs_a_password_or_is_wrong(
    status: int, wire: AsyncParticle, recorder: Recorder
) -> None:
    recorder.answer(status, json={"error": "mfa_required", "mfa_token": "s3cr3t"})
    with pytest.raises(errors.MFARequiredError) as caught:
        await wire.login("user", "password")
    assert caught.value.mfa_token == "s3cr3t"
    recorder.answer(status, json={"error": "invalid_grant"})
    with pytest.raises(errors.InvalidCredentialsError):
        await wire.login("user", "password")

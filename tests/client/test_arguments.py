"""Arguments that would mislead: each is refused before anything is sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest

from particle_client import AsyncParticle, Particle
from tests.every import every

from .methods import METHODS, Method

if TYPE_CHECKING:
    from tests.recorder import Recorder

pytestmark = pytest.mark.anyio

TOKEN = "0123456789abcdef0123456789abcdef01234567"
NAIVE = datetime(2026, 1, 2, 3, 4, 5)
NEW_YORK = datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=-5)))

WITH_SEVERAL = [
    (method, name)
    for method in METHODS
    for name, parameter in method.parameters.items()
    if str(parameter.annotation).startswith("Sequence[")
]
WITH_TIME = [
    (method, name)
    for method in METHODS
    for name, parameter in method.parameters.items()
    if "datetime" in str(parameter.annotation)
]


def test_what_is_checked() -> None:
    names = {f"{method}.{name}" for method, name in WITH_SEVERAL}
    assert {
        "product-sims-activate.iccids",
        "product-devices-list.groups",
        "product-devices-add.ids",
        "product-devices-batch_assign_groups.devices",
        "product-devices-patch_document.operations",
        "product-firmware-release.groups",
    } <= names
    assert len(names) >= 30
    assert len(WITH_TIME) >= 20


@every("case", WITH_SEVERAL, name=lambda case: f"{case[0]}.{case[1]}")
def test_one_str_is_not_several(case: tuple[Method, str], recorder: Recorder) -> None:
    method, name = case
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        call: Any = method.of(particle)  # type: ignore[arg-type]
        for wrong in ("some-text", b"bytes"):
            with pytest.raises(TypeError, match=rf"^{name} takes several values: pass a list, "):
                call(**{**method.arguments, name: wrong})
    assert not recorder.requests


@every("case", WITH_TIME, name=lambda case: f"{case[0]}.{case[1]}")
def test_a_datetime_says_its_time_zone(case: tuple[Method, str], recorder: Recorder) -> None:
    method, name = case
    recorder.clear()
    recorder.answer(json={})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        call: Any = method.of(particle)  # type: ignore[arg-type]
        with pytest.raises(ValueError, match=r"must say its time zone: datetime\.now\(UTC\), "):
            call(**{**method.arguments, name: NAIVE})
        assert not recorder.requests
        call(**{**method.arguments, name: NEW_YORK})
    assert "2026-01-02T08:04:05.000Z" in unquote(recorder.last.target)


@pytest.mark.parametrize("where", ["data", "inside", "query"])
async def test_a_datetime_anywhere(where: str, recorder: Recorder) -> None:
    async with AsyncParticle(TOKEN, base_url=recorder.base_url) as particle:
        places: dict[str, dict[str, Any]] = {
            "data": {"json": NAIVE},
            "inside": {"json": {"at": [NAIVE]}},
            "query": {"query": {"at": NAIVE}},
        }
        with pytest.raises(ValueError, match=r"value\.astimezone\(\) for one in this machine's"):
            await particle.request("POST", "/v1/x", **places[where])
    assert not recorder.requests


# The reference releases to `groups`, or with `product_default` to the whole product.
@pytest.mark.parametrize(
    "target", [{}, {"groups": []}, {"product_default": False}, {"intelligent": True}]
)
def test_a_release_has_a_target(target: Any, recorder: Recorder) -> None:
    with (
        Particle(TOKEN, base_url=recorder.base_url) as particle,
        pytest.raises(TypeError, match=r"pass groups=\[…\], or product_default=True for the whole"),
    ):
        particle.product(1).firmware.release(2, **target)
    assert not recorder.requests


@pytest.mark.parametrize("target", [{"groups": ["beta"]}, {"product_default": True}])
def test_a_release_to_a_target(target: Any, recorder: Recorder) -> None:
    recorder.answer(json={"ok": True})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        particle.product(1).firmware.release(2, **target)
    assert recorder.last.json == {"version": 2, **target}


@pytest.mark.parametrize(
    ("argument", "sent"), [(5, "5"), (-1.5, "-1.5"), ("on", "on"), ("", ""), (True, "true")]
)
def test_a_function_gets_text(argument: Any, sent: str, recorder: Recorder) -> None:
    recorder.answer(json={"return_value": 1})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        particle.devices.call_function("0123", "f", argument)
        assert recorder.last.json == {"args": sent}


def test_utc_is_sent_as_it_is(recorder: Recorder) -> None:
    recorder.answer(json={})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        particle.request("POST", "/v1/x", json=[datetime(2026, 1, 2, tzinfo=UTC)])
    assert recorder.last.json == ["2026-01-02T00:00:00.000Z"]


# The reference on each of them: the new configuration replaces the entire previous one.
@pytest.mark.parametrize(
    ("method", "needed"),
    [
        ("update_webhook", ["event", "url"]),
        ("update_azure_iot_hub", ["event", "hub_name", "policy_name", "policy_key"]),
        ("update_google_cloud_platform", ["event", "topic"]),
        ("update_google_maps", ["event", "api_key"]),
    ],
)
def test_what_replaces_everything_demands_it(
    method: str, needed: list[str], recorder: Recorder
) -> None:
    recorder.answer(json={"integration": {}})
    with Particle(TOKEN, base_url=recorder.base_url) as particle:
        update = getattr(particle.product(1).integrations, method)
        settings = {name: name for name in needed}
        for name in needed:
            rest = {other: other for other in needed if other != name}
            with pytest.raises(TypeError, match=f"required keyword-only argument: '{name}'"):
                update("1", **rest, name="new")
        assert not recorder.requests
        update("1", **settings, name="new")
    assert recorder.last.json == {**settings, "name": "new"}

"""Editors complete what users type: those that read the code without running it, too."""

from __future__ import annotations

import jedi  # type: ignore[import-untyped]
import pytest


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import particle_client\nparticle_client.Par", {"Particle", "ParticleError"}),
        ("from particle_client import Particle\nParticle().", {"devices", "product", "login"}),
        (
            "from particle_client import AsyncParticle\nAsyncParticle().events.",
            {"stream", "publish"},
        ),
        (
            "from particle_client import Particle\nParticle().devices.get('1').",
            {"name", "last_heard", "to_dict"},
        ),
        (
            "from particle_client import Particle\nParticle().product(1).devices.",
            {"list", "lock_firmware"},
        ),
        (
            "from particle_client import Particle\n"
            "for event in Particle().events.stream():\n    event.",
            {"data", "published_at"},
        ),
    ],
)
def test_names_are_completed(code: str, expected: set[str]) -> None:
    found = {completion.name for completion in jedi.Script(code).complete()}
    assert expected <= found

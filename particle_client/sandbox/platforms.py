"""Kinds of devices and the Device OS versions to build for them."""

from typing import Any

PLATFORMS = {
    "Core": 0,
    "Photon": 6,
    "P1": 8,
    "Electron": 10,
    "Argon": 12,
    "Boron": 13,
    "Xenon": 14,
    "E-SoM-X": 15,
    "A-SoM": 22,
    "B-Series SoM": 23,
    "X-SoM": 24,
    "B5 SoM": 25,
    "Tracker": 26,
    "Tracker M": 28,
    "P2": 32,
    "M-SoM": 35,
    "Electron 2": 37,
    "Sulu": 38,
}

DEFAULT_PLATFORM = PLATFORMS["Boron"]

_CELLULAR = {10, 13, 15, 23, 25, 26, 28, 35, 37, 38}
_GEN_2 = [6, 8, 10]
_MESH = [12, 13, 14, 22, 23, 24]
_GEN_3 = [12, 13, 15, 23, 25, 26]
_GEN_4 = [28, 32, 35, 37, 38]

_TARGETS: list[tuple[str, list[int], bool]] = [
    # version, platforms, featured
    ("0.6.1", [0, *_GEN_2], False),
    ("0.7.0", [0, *_GEN_2], False),
    ("1.0.1", _GEN_2, False),
    ("1.4.4", [*_GEN_2, *_MESH], False),
    ("1.5.1", [*_GEN_2, *_MESH], False),
    ("1.5.2", [*_GEN_2, *_MESH], False),
    ("2.0.1", [*_GEN_2, *_MESH, 25], False),
    ("2.3.0", [*_GEN_2, *_GEN_3], False),
    ("2.3.1", [*_GEN_2, *_GEN_3], True),
    ("3.0.0", _GEN_3, False),
    ("3.3.1", _GEN_3, False),
    ("4.0.2", _GEN_3, False),
    ("4.2.0", _GEN_3, True),
    ("5.3.0", [*_GEN_3, 28, 32], False),
    ("5.5.0", [*_GEN_3, 28, 32, 35], False),
    ("5.8.2", [*_GEN_3, 28, 32, 35], True),
    ("6.1.0", [*_GEN_3, *_GEN_4], False),
    ("6.2.1", [*_GEN_3, *_GEN_4], False),
    ("6.3.2", [*_GEN_3, *_GEN_4], True),
]

_PRERELEASES = {"6.3.2": [37, 38]}


def is_cellular(platform_id: int) -> bool:
    """Whether devices of that platform have a modem."""
    return platform_id in _CELLULAR


def build_targets(*, featured_only: bool = False) -> dict[str, Any]:
    """The response of "list build targets"."""
    targets = [
        {
            "platforms": platforms,
            "prereleases": _PRERELEASES.get(version, []),
            "firmware_vendor": "Particle",
            "version": version,
        }
        for version, platforms, featured in _TARGETS
        if featured or not featured_only
    ]
    used = {platform for _, platforms, _ in _TARGETS for platform in platforms}
    return {
        "targets": targets,
        "platforms": {name: number for name, number in PLATFORMS.items() if number in used},
        "default_versions": {str(number): newest_version(number) for number in sorted(used)},
    }


def versions(platform_id: int) -> list[str]:
    """Device OS versions that can be built for the platform, oldest first."""
    return [version for version, platforms, _ in _TARGETS if platform_id in platforms]


def all_versions() -> list[tuple[str, list[int]]]:
    """Every Device OS version with the platforms it is for, newest first."""
    return [(version, platforms) for version, platforms, _ in reversed(_TARGETS)]


def newest_version(platform_id: int) -> str:
    """The newest Device OS version for the platform."""
    known = versions(platform_id)
    return known[-1] if known else _TARGETS[-1][0]

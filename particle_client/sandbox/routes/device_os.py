"""Versions of Device OS."""

from typing import Any

from ..errors import failure
from ..paging import page_of
from ..platforms import all_versions
from ..request import Call, as_int
from ..routing import route


@route("GET", "/v1/device-os/versions")
def list_device_os_versions(call: Call) -> dict[str, Any]:
    page, wanted = page_of(call), _platform(call)
    found = [_version_json(v, p, wanted) for v, p in all_versions() if wanted in (None, *p)]
    if "internal_version" in call.query:
        number = as_int(call.query["internal_version"], "internal_version")
        found = [version for version in found if version["internal_version"] == number]
    return {"versions": page.of(found), "meta": page.meta(len(found))}


@route("GET", "/v1/device-os/versions/{version}")
def get_device_os_version(call: Call) -> dict[str, Any]:
    asked, wanted = call.parameters["version"], _platform(call)
    for version, platforms in all_versions():
        if version == asked and wanted in (None, *platforms):
            return _version_json(version, platforms, wanted)
    raise failure(404, f"There is no Device OS {asked} for the platform")


def _platform(call: Call) -> int | None:
    query = call.query
    return as_int(query["platform_id"], "platform_id") if "platform_id" in query else None


def _version_json(version: str, platforms: list[int], wanted: int | None) -> dict[str, Any]:
    major, minor, patch = map(int, version.split("."))
    number = major * 1000 + minor * 100 + patch
    return {
        "version": version,
        "internal_version": number,
        "module_version": number,
        "platform_id": platforms[0] if wanted is None else wanted,
        "supported_platforms": platforms,
        "state": "released",
    }

"""Compiling, and the binaries that come out of it."""

from typing import Any

from starlette.responses import Response

from ..clock import isoformat
from ..compiler import compile_sources
from ..errors import failure
from ..files import file_response
from ..platforms import DEFAULT_PLATFORM, build_targets
from ..request import Call, as_bool, as_int
from ..routing import Auth, route


@route("GET", "/v1/build_targets", auth=Auth.NONE)
def list_build_targets(call: Call) -> dict[str, Any]:
    return build_targets(featured_only=as_bool(call.query.get("featured", False), "featured"))


@route("POST", "/v1/binaries")
def compile_source(call: Call) -> dict[str, Any]:
    fields = call.body.fields
    latest = as_bool(fields.get("latest", False), "latest")
    binary = compile_sources(
        call.body.files,
        platform_id=_platform_id(call),
        target_version=None if latest else fields.get("build_target_version"),
        owner_id=call.account.id,
        clock=call.cloud.clock,
    )
    call.cloud.binaries[binary.id] = binary
    return {
        "ok": True,
        "binary_id": binary.id,
        "binary_url": f"/v1/binaries/{binary.id}",
        "build_target_version": binary.target_version,
        "expires_at": isoformat(binary.expires_at),
        "sizeInfo": binary.size_info,
    }


def _platform_id(call: Call) -> int:
    fields = call.body.fields
    if "platform_id" in fields:
        return as_int(fields["platform_id"], "platform_id")
    if "product_id" in fields:
        return call.cloud.product(call.account, str(fields["product_id"])).platform_id
    return DEFAULT_PLATFORM


@route("GET", "/v1/binaries/{binary_id}")
def download_binary(call: Call) -> Response:
    binary = call.cloud.binaries.get(call.parameters["binary_id"])
    if (
        binary is None
        or binary.owner_id != call.account.id
        or binary.expires_at <= call.cloud.clock.now()
    ):
        raise failure(404, "There is no such binary, or it has expired")
    return file_response(call, binary.content, "application/octet-stream")

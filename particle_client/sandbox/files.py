"""Files as an HTTP server gives them out: whole, or in parts, so that a download can be resumed."""

import hashlib
import re

from starlette.responses import Response

from .request import Call

_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{0,15})").fullmatch


def file_response(call: Call, content: bytes, media_type: str) -> Response:
    """The file, or the one range of it that is asked for."""
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {"accept-ranges": "bytes", "etag": etag}
    asked = call.request.headers
    wanted = _RANGE(asked.get("range", ""))
    # Anything else, such as several ranges, may get all of it.
    if wanted is None or asked.get("if-range", etag) != etag:
        return Response(content, headers=headers, media_type=media_type)
    size = len(content)
    first = int(wanted[1])
    last = min(int(wanted[2] or size), size - 1)
    if first > last:
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{size}"})
    headers["content-range"] = f"bytes {first}-{last}/{size}"
    return Response(content[first : last + 1], 206, headers, media_type)

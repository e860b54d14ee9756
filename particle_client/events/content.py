"""What an event of the Device Cloud says, read from the line of JSON that carried it."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, KeysView, Mapping
from typing import Any, Self, cast
from urllib.parse import unquote_to_bytes

from ..schema.model import Portable
from . import decoder
from .decoder import decode_json, decode_object, with_bytes
from .fields import KNOWN_FIELDS, EventFields


class EventContent(EventFields, Portable):
    """The fields of an event, decoded when they are first read; nothing that came is lost."""

    # Not one of the attrs fields, so that nothing takes it for content.
    __slots__ = ("_fields",)

    name: str
    raw: str
    _fields: dict[str, Any] | None

    def _decoded(self) -> dict[str, Any]:
        fields = self._fields
        if fields is None:
            try:
                fields = decoder.decode_fast(self.raw)
            except Exception:  # only the fast way: see there
                found = decode_object(self.raw)
                fields = _NO_FIELDS if found is None else found
            self._fields = fields
        return fields

    def _name_in_json(self) -> str:
        name = self._decoded().get("name")
        # `message` is what the event stream standard calls an event without a name.
        return name if isinstance(name, str) and name else "message"

    @property
    def malformed(self) -> bool:
        """Whether the data line is not a JSON object; then `data` is the line as it came."""
        return self._decoded() is _NO_FIELDS

    @property
    def data(self) -> str | None:
        """What was published, as text; None when nothing was."""
        fields = self._fields
        if fields is None:  # as `_decoded`, in most cases: fast streams notice a call
            try:
                fields = self._fields = decoder.decode_fast(self.raw)
            except Exception:
                fields = self._decoded()
        data = fields.get("data")
        if type(data) is str:
            return data
        if data is None:
            return None if fields is not _NO_FIELDS else self.raw
        # Data that isn't a string in the JSON: return its JSON as the text.
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def json(self) -> Any:
        """Decode the data as JSON; None when there is none. Bytes inside that a device published
        (`{"_type": "buffer", "_data": …}`) are bytes.

        Raises:
            ValueError: The data is not JSON (json.JSONDecodeError).
        """
        data = self.raw if self.malformed else self._decoded().get("data")
        if not isinstance(data, str):
            return data
        return decode_json(data, with_bytes if '"_data"' in data else None)

    @property
    def content_type(self) -> str | None:
        """The media type of data that is a data URL (`data:image/png;base64,…`), else None."""
        found = _DATA_URL.match(self.data or "")
        return (found["type"] or "text/plain") if found else None

    def data_bytes(self) -> bytes | None:
        """Return the data as bytes: a data URL decoded, other text in UTF-8; None without data.

        Raises:
            ValueError: The data is a data URL, but its base64 is broken.
        """
        data = self.data
        if data is None:
            return None
        found = _DATA_URL.match(data)
        if found is None:
            return data.encode("utf-8", "surrogatepass")
        content = unquote_to_bytes(data[found.end() :])
        if not found["base64"]:
            return content
        content = content.translate(None, b" \t\r\n").rstrip(b"=")
        try:
            return base64.b64decode(content + b"=" * (-len(content) % 4), validate=True)
        except ValueError as error:
            raise ValueError(f"The data URL of event {self.name!r} is broken: {error}") from error

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields of the JSON that this class has no attribute for."""
        return {key: value for key, value in self._decoded().items() if key not in KNOWN_FIELDS}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Self:
        """Make an event of its JSON, for example of what `to_dict` returned or a webhook got."""
        rest = {key: value for key, value in fields.items() if key != "name"}
        name = fields.get("name")
        new = cast("Callable[[str, str], Self]", cls)
        return new(name if isinstance(name, str) else "", json.dumps(rest, ensure_ascii=False))

    def to_dict(self) -> dict[str, Any]:
        """Return the event as one JSON object: the name and all fields as they came."""
        if self.malformed:
            return {"name": self.name, "data": self.raw}
        # Decoded anew, so that nobody changes the event by changing what it returned.
        fields = cast("dict[str, Any]", decode_json(self.raw))
        return {"name": self.name} | fields | {"name": self.name}

    def keys(self) -> KeysView[str]:
        return self.to_dict().keys()

    def __getitem__(self, field: str) -> Any:
        return self.to_dict()[field]

    def __contains__(self, field: object) -> bool:
        return field in self.to_dict()


# Stands for "no JSON object"; told from an empty object by identity.
_NO_FIELDS: dict[str, Any] = {}
_DATA_URL = re.compile(
    r"data:(?P<type>[\w.+-]+/[\w.+-]+(?:;[\w-]+=[^;,]*)*)?(?P<base64>;base64)?,", re.IGNORECASE
)

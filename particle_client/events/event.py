"""An event of the Device Cloud, as a typed view over the line of JSON that carried it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

from ..schema.timestamps import parse_timestamp
from . import decoder
from .decoder import KNOWN_FIELDS, decode_json, decode_object

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from .decoder import Fields
    from .system import SystemEvent

__all__ = ["Event"]

# Longer data could hold something that is not for a log.
_SHOWN_DATA = 24


class Event:
    """Something that a device, the cloud or a client published.

    The JSON is decoded when it is first needed. What isn't there reads as None, and nothing that
    came is lost: `to_dict()`, `additional_properties` and `raw` have it. Treat events as
    read-only: they compare by content, hash and pickle.

    Args:
        name: The event's name. When it is empty, the name in the JSON is taken.
        raw: The data line of the stream: a JSON object.
        id: The id that the event stream gave.

    Attributes:
        name: The event's name, such as `temperature` or `spark/status`.
        raw: The data line of the stream as it came.
        id: The id that the event stream gave last; empty when it gives none.
    """

    __slots__ = ("_fields", "id", "name", "raw")

    def __init__(self, name: str, raw: str, id: str = "") -> None:
        self.raw = raw
        self.id = id
        self._fields: Fields | None = None  # until they are needed
        self.name = name or self._name_in_json()

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Event:
        """Make an event of its JSON, for example of what `to_dict` gave or a webhook received."""
        rest = {key: value for key, value in fields.items() if key != "name"}
        name = fields.get("name")
        return cls(name if isinstance(name, str) else "", json.dumps(rest, ensure_ascii=False))

    # --- decoding -------------------------------------------------------------------------------

    def _load(self) -> Fields:
        """Decode the JSON as far as the properties need it."""
        try:
            fields = self._fields = decoder.decode_fields(self.raw)
        except Exception:  # only the fast way: see there
            return self._all()
        return fields

    def _get(self, name: str) -> Any:
        """Give a field that is known, by its name in the JSON; None if it is missing."""
        fields = self._fields
        if fields is None:
            fields = self._load()
        return fields.get(name) if isinstance(fields, dict) else getattr(fields, name)

    def _all(self) -> dict[str, Any]:
        """Decode the whole JSON, once."""
        fields = self._fields
        if not isinstance(fields, dict):
            fields = decode_object(self.raw)
            if fields is None:
                fields = _NO_FIELDS
            self._fields = fields
        return fields

    def _name_in_json(self) -> str:
        name = self._get("name")
        # `message` is what the event stream standard calls an event without a name.
        return name if type(name) is str and name else "message"

    @property
    def malformed(self) -> bool:
        """Whether the data line is not a JSON object; then `data` is the line as it came."""
        fields = self._fields
        return (self._load() if fields is None else fields) is _NO_FIELDS

    # --- fields ---------------------------------------------------------------------------------

    @property
    def data(self) -> str | None:
        """What was published, as text; None when nothing was."""
        fields = self._fields
        if fields is None:
            fields = self._load()
        data: Any = fields.get("data") if isinstance(fields, dict) else fields.data
        if type(data) is str:
            return data
        if data is None:
            return None if fields is not _NO_FIELDS else self.raw
        # Data that isn't a string in the JSON: give its JSON as the text.
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    def json(self) -> Any:
        """Decode the data as JSON; None when there is none.

        Raises:
            ValueError: The data is not JSON (json.JSONDecodeError).
        """
        data = self.raw if self.malformed else self._get("data")
        return decode_json(data) if isinstance(data, str) else data

    @property
    def content_type(self) -> str | None:
        """The media type of data that is a data URL (`data:image/png;base64,…`), else None."""
        found = _DATA_URL.match(self.data or "")
        return (found["type"] or "text/plain") if found else None

    def data_bytes(self) -> bytes | None:
        """Give the data as bytes: a data URL decoded, other text in UTF-8; None without data.

        Raises:
            ValueError: The data is a data URL, but its base64 is broken.
        """
        data = self.data
        if data is None:
            return None
        found = _DATA_URL.match(data)
        if found is None:
            return data.encode("utf-8", "surrogatepass")
        from urllib.parse import unquote_to_bytes

        content = unquote_to_bytes(data[found.end() :])
        if not found["base64"]:
            return content
        import base64

        content = content.translate(None, b" \t\r\n").rstrip(b"=")
        try:
            return base64.b64decode(content + b"=" * (-len(content) % 4), validate=True)
        except ValueError as error:
            raise ValueError(f"The data URL of event {self.name!r} is broken: {error}") from error

    @property
    def published_at(self) -> datetime | str | None:
        """When the cloud received it: an aware datetime; as it came when nobody can read it."""
        value = self._get("published_at")
        return parse_timestamp(value) if type(value) is str else _text(value)

    @property
    def ttl(self) -> int | None:
        """Seconds that the event was given to live; has no effect today."""
        return _integer(self._get("ttl"))

    @property
    def device_id(self) -> str | None:
        """The device it came from (`coreid`); `particle-internal` or `api` for the cloud's own."""
        return _text(self._get("coreid"))

    @property
    def user_id(self) -> str | None:
        """The user it belongs to (`userid`); may be empty."""
        return _text(self._get("userid"))

    @property
    def product_id(self) -> int | None:
        """The product of the device (`productID`)."""
        return _integer(self._get("productID"))

    @property
    def version(self) -> int | None:
        """The version of the product firmware on the device; 0 for none."""
        return _integer(self._get("version"))

    @property
    def public(self) -> bool | None:
        """Whether it was published to everybody."""
        value = self._get("public")
        return _BOOLEANS.get(value.lower()) if isinstance(value, str) else _boolean(value)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields of the JSON that this class has no attribute for."""
        return {key: value for key, value in self._all().items() if key not in KNOWN_FIELDS}

    @property
    def system(self) -> SystemEvent | None:
        """A typed view (see `particle_client.events`) when the cloud itself sent it, or None."""
        from .system import system_event

        return system_event(self)

    def to_dict(self) -> dict[str, Any]:
        """Give the event as one JSON object: the name and all fields as they came."""
        if self.malformed:
            return {"name": self.name, "data": self.raw}
        # Decoded anew: what the caller does with it stays his.
        fields = cast("dict[str, Any]", decode_json(self.raw))
        return {"name": self.name} | fields | {"name": self.name}

    def __getitem__(self, field: str) -> Any:
        """Give a field of the JSON by its name there, unconverted. KeyError if it's missing."""
        return self._all()[field]

    def __contains__(self, field: object) -> bool:
        return field in self._all()

    # --- protocols ------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Event):
            return NotImplemented
        return self.raw == other.raw and self.name == other.name and self.id == other.id

    def __hash__(self) -> int:
        return hash((self.name, self.raw, self.id))

    def __reduce__(self) -> tuple[Any, ...]:
        return Event, (self.name, self.raw, self.id)

    def __repr__(self) -> str:
        data = self.data
        if data is not None and len(data) > _SHOWN_DATA:
            shown = f"<{len(data)} characters>"
        else:
            shown = repr(data)
        device = f" device_id={self.device_id!r}" if self.device_id else ""
        return f"<Event {self.name!r}{device} data={shown}{' malformed' * self.malformed}>"


# Stands for "no JSON object"; told from an empty object by identity.
_NO_FIELDS: dict[str, Any] = {}
_DATA_URL = re.compile(
    r"data:(?P<type>[\w.+-]+/[\w.+-]+(?:;[\w-]+=[^;,]*)*)?(?P<base64>;base64)?,", re.IGNORECASE
)
_BOOLEANS = {"true": True, "false": False}


def _text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)


def _integer(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    if isinstance(value, str) and len(value) < 20:
        try:
            return int(value)
        except ValueError:
            return None
    return None


def _boolean(value: object) -> bool | None:
    return value if isinstance(value, bool) else None

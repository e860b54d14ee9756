"""Values of JavaScript, of which some aren't known, and the requests that are made of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .javascript import Place


class _Undefined:
    """JavaScript's `undefined`."""

    def __repr__(self) -> str:
        return "undefined"


UNDEFINED = _Undefined()


@dataclass(frozen=True)
class Unknown:
    """A value that isn't known, and the source that gives it."""

    source: str

    def __str__(self) -> str:
        return self.source


@dataclass
class Object:
    """An object: the fields that are known, where they are set, and whether it may have others."""

    fields: dict[str, tuple[Any, Place]] = field(default_factory=dict)
    open: bool = False

    def get(self, name: str) -> Any:
        """Return the value of the field `name`."""
        if name in self.fields:
            return self.fields[name][0]
        return Unknown(name) if self.open else UNDEFINED

    def update(self, other: Any) -> None:
        """Take the fields of `other`, as Object.assign does."""
        if isinstance(other, Object):
            self.fields |= other.fields
        self.open |= isinstance(other, Unknown) or (isinstance(other, Object) and other.open)

    def leaves(self) -> Iterator[tuple[str, Any, Place]]:
        """Iterate over its fields, those of objects in it as `name.inner` or `name[].inner`.

        What isn't known is None.
        """
        for name, (value, place) in self.fields.items():
            inner, label = value, name
            if isinstance(value, list):
                inner, label = next(iter(value), None), f"{name}[]"
            if isinstance(inner, Object) and inner.fields:
                for deeper, leaf, at in inner.leaves():
                    yield f"{label}.{deeper}", leaf, at
            elif value is not UNDEFINED:
                known = isinstance(value, (str, bool, int)) and "{" not in str(value)
                yield name, (value if known else None), place


def in_text(value: Any, mark: bool = False) -> str:
    """Return what stands for `value` in a text: `{name}` if it isn't known.

    What is known, but put into a template, may be marked as one value of a parameter: `{=value}`.
    """
    if isinstance(value, str):
        return f"{{={value}}}" if mark and re.fullmatch(r"[\w-]+", value) else value
    if isinstance(value, (bool, int)):
        return str(value)
    name = re.search(r"(\w+)\W*$", str(value))
    return f"{{{name[1] if name else ''}}}"


@dataclass
class Request:
    """A request as some way through a function sends it.

    The parameters are `query.name`, `json.name`, `form.name`, `multipart.name` or, in an object,
    `json.object.name`; their values are None if they aren't known.
    """

    method: str
    path: str
    place: Place
    sender: str
    """The package whose code sends it: another one, if `place` calls that."""
    parameters: dict[str, tuple[Any, Place]] = field(default_factory=dict)
    open: bool = False
    """Whether it may have further parameters."""


# A path of the Cloud API, after nothing, after a host that isn't known, or after that of the API.
_ADDRESS = re.compile(
    r"(?:https?://(?:\{[^}]*\}|api[\w.-]*\.particle\.io)(?::\d+)?|\{[^}]*\})?"
    r"(?P<path>/(?:v\d+|oauth)/[^?#]*)(?:\?(?P<query>[^#]*))?"
)
_PARTS = {
    **dict.fromkeys(("query", "qs", "params"), "query"),
    **dict.fromkeys(("form", "formData"), "form"),
    **dict.fromkeys(("data", "json", "body"), "json"),
}


def request(address: Any, options: Object, verb: str, place: Place, sender: str) -> Request | None:
    """Return the request to `address` with `options`, if it goes to the Cloud API."""
    match = _ADDRESS.fullmatch(address) if isinstance(address, str) else None
    if not match:
        return None
    given = options.get("method")
    made = Request(
        (given if isinstance(given, str) else verb).upper(), match["path"], place, sender
    )
    for part in match["query"].split("&") if match["query"] else ():
        name = part.partition("=")[0]
        if name.startswith("{"):
            made.open = True
        else:
            made.parameters[f"query.{name}"] = (None, place)
    files = options.get("files") is not UNDEFINED
    if files:
        # The SDK names the parts `file`, `file2` and so on, whatever the files are called.
        made.parameters["multipart.file"] = (None, place)
    for name, kind in _PARTS.items():
        value = options.get(name)
        if isinstance(value, Object):
            sent = "multipart" if kind == "form" and files else kind
            for field_name, leaf, at in value.leaves():
                made.parameters[f"{sent}.{field_name}"] = (leaf, at)
        made.open |= isinstance(value, Unknown) or (isinstance(value, Object) and value.open)
    return made

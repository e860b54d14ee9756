"""Parser for `text/event-stream`, by the rules of the WHATWG HTML standard.

Pure: bytes go in, in pieces of any size, and events come out. It knows nothing of connections.
What is common (`event:` and one `data:` line, LF) is found by whole-string operations; everything
else goes line by line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, NamedTuple, NoReturn, TypeVar

from ..base.errors import StreamLimitError

if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence

T = TypeVar("T")

DEFAULT_LIMIT = 1024 * 1024
"""Bytes that a line, and all lines of an event together, may have."""

_SMALL = 4096  # bytes; larger pieces are likely to hold more than one event
_BOM = b"\xef\xbb\xbf"
# `.` matches all but LF.
_COMMON_BLOCKS = re.compile(r"^event: (.*)\ndata: (.*)(?:\n\n|\Z)", re.MULTILINE).findall
# More digits than any delay needs: int() refuses thousands of them.
_MAX_RETRY_DIGITS = 15


class ServerSentEvent(NamedTuple):
    """An event as the standard defines it."""

    event: str
    """Its type; `message` when the stream gave none."""
    data: str
    id: str
    """The last event id that the stream set, in this event or earlier; may be empty."""


def _server_sent_event(name: str, data: str, last_event_id: str) -> ServerSentEvent:
    return ServerSentEvent(name or "message", data, last_event_id)


class EventStreamParser(Generic[T]):
    """Turns the bytes of one connection into events.

    Args:
        make: Makes an event of its name (empty when the stream gave none), data and id.
        last_event_id: The id that earlier connections left.
        max_line_size: Bytes a line may have.
        max_event_size: Bytes that the lines of an event may have together.

    Attributes:
        last_event_id: The id to send as `Last-Event-ID` when connecting again; may be empty.
        retry: Milliseconds that the server wants clients to wait before they connect again;
            None as long as it said nothing.
        heartbeats: How many signs of life have come that are no event: comments, and blank lines
            that end nothing. The greeting `:ok` at the beginning doesn't count.
    """

    __slots__ = (
        "_after_comment",
        "_after_cr",
        "_allowed",
        "_beginning",
        "_data",
        "_first_line",
        "_id",
        "_in_block",
        "_make",
        "_max_event_size",
        "_max_line_size",
        "_name",
        "_partial",
        "_size",
        "_small",
        "heartbeats",
        "last_event_id",
        "retry",
    )

    def __init__(
        self,
        make: Callable[[str, str, str], T],
        *,
        last_event_id: str = "",
        max_line_size: int = DEFAULT_LIMIT,
        max_event_size: int = DEFAULT_LIMIT,
    ) -> None:
        self.last_event_id = last_event_id
        self.retry: int | None = None
        self.heartbeats = 0
        self._make = make
        self._max_line_size = max_line_size
        self._max_event_size = max_event_size
        self._beginning: bytes | None = b""  # held back while it may be a byte order mark
        self._small = min(_SMALL, max_line_size, max_event_size)
        self._first_line = True
        self._after_cr = False
        self._after_comment = False
        self._partial = bytearray()  # a line without its end
        # The block that is being read, up to its blank line:
        self._in_block = False
        self._name = ""
        self._data: list[str] = []
        self._id = last_event_id
        self._size = 0
        self._allowed = min(max_line_size, max_event_size)  # bytes that the next line may have

    def feed(self, chunk: bytes, into: MutableSequence[T]) -> None:
        """Take the next bytes and append the events that they complete to `into`.

        Raises:
            StreamLimitError: A line or an event is over its limit. The events before it are in
                `into`; the parser can't go on.
        """
        if len(chunk) < self._small and not self._partial and chunk.startswith(b"event: "):
            # Perhaps just one event of the common form. (For bytes, splitlines knows no other
            # line ends than ours.)
            lines = chunk.splitlines()
            if (
                len(lines) == 3
                and not lines[2]
                and lines[1].startswith(b"data: ")
                and chunk[-1] == 10
                and not (self._in_block or self._beginning)
            ):
                self._beginning = None
                self._first_line = self._after_comment = self._after_cr = False
                name = lines[0][7:].decode("utf-8", "replace")
                data = lines[1][6:].decode("utf-8", "replace")
                into.append(self._make(name, data, self.last_event_id))
                return
        if self._beginning is not None:
            chunk = self._without_bom(chunk)
        if self._after_cr and chunk:
            # The CR ended the line; an LF right after it belongs to it.
            self._after_cr = False
            if chunk[0] == 10:
                chunk = chunk[1:]
        if b"\r" in chunk:
            self._after_cr = chunk[-1] == 13
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if b"\n" not in chunk:
            partial = self._partial
            partial += chunk
            if len(partial) > self._allowed:
                self._over_limit(len(partial))
            return
        start = 0
        if self._partial or self._in_block:
            start = self._lines(chunk, 0, into, until_block_ends=True)
        end = chunk.rfind(b"\n\n", start)
        if end >= 0:
            if end - start <= self._allowed:
                self._blocks(chunk[start:end].decode("utf-8", "replace"), into)
                start = end + 2
            else:  # large enough to hold something over a limit
                start = self._lines(chunk, start, into)
        if start < len(chunk):
            self._lines(chunk, start, into)

    def _without_bom(self, chunk: bytes) -> bytes:
        assert self._beginning is not None
        chunk = self._beginning + chunk
        if len(chunk) < len(_BOM) and _BOM.startswith(chunk):
            self._beginning = chunk
            return b""
        self._beginning = None
        return chunk.removeprefix(_BOM)

    def _blocks(self, text: str, into: MutableSequence[T]) -> None:
        """Take whole blocks. `text` lacks only the blank line of its last one."""
        make = self._make
        blocks = _COMMON_BLOCKS(text)
        # A block has one line end, and two stand between each two: then that is all there is.
        if text.count("\n") == 3 * len(blocks) - 2:
            self._first_line = self._after_comment = False
            last_event_id = self.last_event_id
            into += [make(name, data, last_event_id) for name, data in blocks]
            return
        for block in text.split("\n\n"):
            name, found, data = block.partition("\ndata: ")
            if found and name.startswith("event: ") and "\n" not in data and "\n" not in name:
                self._first_line = self._after_comment = False
                into.append(make(name[7:], data, self.last_event_id))
            else:
                for line in block.split("\n"):
                    self._line(line, into)
                self._line("", into)

    def _lines(
        self, chunk: bytes, start: int, into: MutableSequence[T], *, until_block_ends: bool = False
    ) -> int:
        """Take lines from `start` on, keep an unfinished one; return where the next one begins."""
        partial = self._partial
        while (end := chunk.find(b"\n", start)) >= 0:
            if partial:
                partial += chunk[start:end]
                line = bytes(partial)
                partial.clear()
            else:
                line = chunk[start:end]
            start = end + 1
            if len(line) > self._allowed:
                self._over_limit(len(line))
            self._line(line.decode("utf-8", "replace"), into)
            if self._in_block:
                if not line.startswith(b":"):
                    self._size += len(line)
                    self._allowed = min(self._max_line_size, self._max_event_size - self._size)
            elif until_block_ends:
                return start
        partial += chunk[start:]
        if len(partial) > self._allowed:
            self._over_limit(len(partial))
        return len(chunk)

    def _over_limit(self, line_size: int) -> NoReturn:
        if line_size > self._max_line_size:
            raise StreamLimitError(
                f"A line of the event stream is longer than max_line_size={self._max_line_size} "
                "bytes. Raise the limit if such lines are to be expected."
            )
        raise StreamLimitError(
            f"An event of the stream is larger than max_event_size={self._max_event_size} "
            "bytes. Raise the limit if such events are to be expected."
        )

    def _line(self, line: str, into: MutableSequence[T]) -> None:
        first_line, self._first_line = self._first_line, False
        if not line:
            self._blank_line(into)
            return
        field, _, value = line.partition(":")
        if not field:
            if not (first_line and value.strip() == "ok"):
                self.heartbeats += 1
            self._after_comment = True
            return
        self._in_block = True
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
        elif field == "event":
            self._name = value
        elif field == "id":
            if "\0" not in value:
                self._id = value
        elif (
            field == "retry"
            and value.isascii()
            and value.isdigit()
            and len(value) <= _MAX_RETRY_DIGITS
        ):
            self.retry = int(value)

    def _blank_line(self, into: MutableSequence[T]) -> None:
        if self._in_block:
            self.last_event_id = self._id
            if self._data:
                into.append(self._make(self._name, "\n".join(self._data), self._id))
                self._data.clear()
            self._name = ""
            self._size = 0
            self._allowed = min(self._max_line_size, self._max_event_size)
            self._in_block = False
        elif not self._after_comment:
            self.heartbeats += 1
        self._after_comment = False


def parse(content: bytes) -> list[ServerSentEvent]:
    """Return the events of a whole event stream, for example of a recorded one."""
    events: list[ServerSentEvent] = []
    EventStreamParser(
        _server_sent_event, max_line_size=len(content), max_event_size=len(content)
    ).feed(content, events)
    return events

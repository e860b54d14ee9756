"""Parser for `text/event-stream`, by the rules of the WHATWG HTML standard.

Pure: bytes go in, in pieces of any size, and events come out. It knows nothing of connections.
What is common (`event:` and one `data:` line, LF) is found by whole-string operations; everything
else goes line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from itertools import starmap
from typing import Generic, TypeVar

from ..base.errors import StreamLimitError

T = TypeVar("T")

DEFAULT_LIMIT = 1024 * 1024
"""Bytes that a line, and all lines of an event together, may have."""

_BOM = b"\xef\xbb\xbf"
# `.` matches all but LF.
_common_blocks = re.compile(r"^event: (.*)\ndata: (.*)(?:\n\n|\Z)", re.MULTILINE).findall
_is_retry = re.compile("[0-9]{1,15}").fullmatch  # int() refuses thousands of digits


class EventStreamParser(Generic[T]):
    """Turns the bytes of one connection into events.

    Args:
        make: Makes an event of its name (empty when the stream gave none), data and id; without an
            id if the stream has given none so far.
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

    def __init__(
        self,
        make: Callable[..., T],
        *,
        last_event_id: str = "",
        max_line_size: int = DEFAULT_LIMIT,
        max_event_size: int = DEFAULT_LIMIT,
    ) -> None:
        self.last_event_id: str = last_event_id
        self.retry: int | None = None
        self.heartbeats: int = 0
        self._make = make
        self._max_line_size = max_line_size
        self._max_event_size = max_event_size
        self._beginning: bytes | None = b""  # held back while it may be a byte order mark
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

    def copy(self) -> EventStreamParser[T]:
        """Return a parser that goes on from here: feeding it changes nothing in this one."""
        other = copy(self)
        other._partial, other._data = self._partial.copy(), self._data.copy()
        return other

    def feed(self, chunk: bytes, into: list[T]) -> None:
        """Take the next bytes and append the events that they complete to `into`.

        Raises:
            StreamLimitError: A line or an event is over its limit. The events before it are in
                `into`; the parser can't go on.
        """
        if self._beginning is not None:
            chunk = self._without_bom(self._beginning + chunk)
        if self._after_cr and chunk:
            # The CR ended the line; an LF right after it belongs to it.
            self._after_cr = False
            chunk = chunk.removeprefix(b"\n")
        if b"\r" in chunk:
            self._after_cr = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        start = 0
        if self._partial or self._in_block:
            start = self._lines(chunk, 0, into, until_block_ends=True)
        end = chunk.rfind(b"\n\n", start)
        # What is larger may hold something over a limit.
        if 0 <= end <= start + self._allowed and self._blocks(chunk[start:end], into):
            start = end + 2
        self._lines(chunk, start, into)

    def _without_bom(self, chunk: bytes) -> bytes:
        if len(chunk) < len(_BOM) and _BOM.startswith(chunk):
            self._beginning = chunk
            return b""
        self._beginning = None
        return chunk.removeprefix(_BOM)

    def _blocks(self, content: bytes, into: list[T]) -> bool:
        """Take whole blocks, without the last blank line; False if they aren't all common ones."""
        text = content.decode("utf-8", "replace")
        blocks = _common_blocks(text)
        # A block has one line end, and two stand between each two: then that is all there is.
        if text.count("\n") != 3 * len(blocks) - 2:
            return False
        self._first_line = self._after_comment = False
        make, last_event_id = self._make, self.last_event_id
        if last_event_id:
            into += [make(name, data, last_event_id) for name, data in blocks]
        else:  # as of the Device Cloud; it takes a fifth less
            into += starmap(make, blocks)
        return True

    def _lines(
        self, chunk: bytes, start: int, into: list[T], *, until_block_ends: bool = False
    ) -> int:
        """Take lines from `start` on, keep an unfinished one; return where the next one begins."""
        partial = self._partial
        while (end := chunk.find(b"\n", start)) >= 0:
            line = bytes(partial) + chunk[start:end]
            partial.clear()
            start = end + 1
            self._check_size(len(line))
            self._line(line.decode("utf-8", "replace"), into)
            if self._in_block:
                if not line.startswith(b":"):
                    self._size += len(line)
                    self._allowed = min(self._max_line_size, self._max_event_size - self._size)
            elif until_block_ends:
                return start
        partial += chunk[start:]
        self._check_size(len(partial))
        return len(chunk)

    def _check_size(self, line_size: int) -> None:
        if line_size <= self._allowed:
            return
        what, option, limit = "An event", "max_event_size", self._max_event_size
        if line_size > self._max_line_size:
            what, option, limit = "A line", "max_line_size", self._max_line_size
        raise StreamLimitError(
            f"{what} of the event stream is over {option}={limit} bytes. Raise the limit if such "
            "are to be expected."
        )

    def _line(self, line: str, into: list[T]) -> None:
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
        elif field == "id" and "\0" not in value:
            self._id = value
        elif field == "retry" and _is_retry(value):
            self.retry = int(value)

    def _blank_line(self, into: list[T]) -> None:
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

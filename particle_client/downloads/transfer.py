"""One file on its way here: every decision, and no I/O.

A connection that breaks is followed by another request for the rest of the file (`Range`), where
the server gave the file a mark that tells whether it is still the same one (`ETag`,
`Last-Modified`). Without one, or where what comes isn't the rest, the file is asked for from its
beginning, if nobody got its first pieces yet.
"""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING, Any

from ..base.errors import ChecksumError, DownloadError
from ..base.response import WEB_PAGE, Response, ResponseDecodeError
from ..base.status_errors import APIStatusError
from ..calls.operation import RAW, Operation
from ..calls.retries import RetryAttempt
from ..calls.telemetry import is_observed, log_retry
from .checksums import Checksum, checksum_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..base.errors import APIConnectionError
    from ..calls.retries import RetryPolicy
    from ..uploads.multipart import Progress

__all__ = ["Transfer"]

_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)\Z").match
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


class Transfer:
    """A file that is being downloaded.

    Attributes:
        done: Bytes that came.
        length: Bytes in all, None if the server doesn't say or if they are compressed on the way.
        headers: Those of the response that the file began with, None before it.
    """

    def __init__(self, policy: RetryPolicy, progress: Progress | None) -> None:
        self.operation = Operation("download", "GET", "")
        self.url = ""
        """For messages: without query."""
        self._path = ""
        self.done = 0
        self.length: int | None = None
        self.headers: Mapping[str, str] | None = None
        self._policy = policy
        self._retries = 0
        self._expires = None if policy.deadline is None else time.monotonic() + policy.deadline
        self._progress = progress
        self._checksum: Checksum | None = None
        self._mark: str | None = None

    def locate(self, operation: Operation, path: str, url: str) -> None:
        """Learn where the file is."""
        self.operation = operation
        self._path = path
        self.url = url.partition("?")[0]

    # --- requests and answers -------------------------------------------------------------------

    def request_headers(self) -> dict[str, str]:
        """Give what the next request says."""
        # A range is one of the bytes on the way, and what is compressed anew may differ.
        headers = {"accept-encoding": "identity"}
        if self.done and self._mark is not None:
            headers["range"] = f"bytes={self.done}-"
            headers["if-range"] = self._mark
        return headers

    def begin(self, status: int, headers: Mapping[str, str], *, may_restart: bool) -> bool:
        """Take the head of a response. False: the file begins anew, forget what came.

        Raises:
            DownloadError: It isn't the rest of the file, and the file can't begin anew.
        """
        again = self.headers is not None
        if again and self.done and self._mark is not None and status == 206:
            self._check_range(headers)
            return True
        if self.done and not may_restart:
            raise self.error(
                "the connection broke, and the server doesn't give the rest of the same file: it "
                "has changed, or the server can't send parts. Download it again"
            )
        kept = not self.done
        self._begin_anew(status, headers)
        return kept

    def gives_up_part(self, error: BaseException, *, may_restart: bool) -> bool:
        """Take the error of a request. True: the rest can't be had; ask for the file as a whole."""
        part = self.done and self._mark is not None
        refused = isinstance(error, DownloadError) or (
            isinstance(error, APIStatusError) and error.status_code == 416
        )
        if not (part and refused and may_restart):
            return False
        self.done = 0
        self._mark = None
        return True

    def _begin_anew(self, status: int, headers: Mapping[str, str]) -> None:
        self.done = 0
        self.headers = headers
        encoded = _is_encoded(headers)
        length = headers.get("content-length", "")
        # Of a compressed body the HTTP library checks the length.
        self.length = int(length) if length.isdecimal() and not encoded else None
        whole = status == 200 and not encoded
        self._checksum = checksum_of(headers) if whole else None
        resumable = whole and self.operation.method == "GET"
        if resumable and headers.get("accept-ranges", "bytes").strip().lower() != "none":
            self._mark = _mark_of(headers)
        else:
            self._mark = None
        self._report()

    def _check_range(self, headers: Mapping[str, str]) -> None:
        range_ = _CONTENT_RANGE(headers.get("content-range", "").strip())
        total = range_[3] if range_ else None
        if (
            range_ is None
            or int(range_[1]) != self.done
            or (self.length is not None and total not in ("*", str(self.length)))
            or headers.get("etag", self._mark) not in (self._mark, self._etag())
            or _is_encoded(headers)
        ):
            raise self.error(
                "the connection broke, and the server sent another part of the file than the one "
                f"asked for ({headers.get('content-range', 'no Content-Range')!r})"
            )

    def _etag(self) -> str | None:
        return None if self.headers is None else self.headers.get("etag")

    def is_no_file(self, headers: Mapping[str, str]) -> bool:
        """Whether a web page came for what the Cloud API gives no web page for."""
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind == "text/html" and self.operation.name not in RAW

    def no_file(
        self, status: int, headers: Mapping[str, str], content: bytes
    ) -> ResponseDecodeError:
        """Give the error for that."""
        response: Response[bytes] = Response(
            method=self.operation.method,
            url=self.url,
            status_code=status,
            headers=headers,
            content=content,
        )
        return ResponseDecodeError(f"but it is no file. {WEB_PAGE}", response)

    # --- bytes ----------------------------------------------------------------------------------

    def count(self, piece: bytes) -> None:
        """Take the next bytes.

        Raises:
            DownloadError: There are more than announced.
        """
        self.done += len(piece)
        if self.length is not None and self.done > self.length:
            raise self.error(f"more came than the {self.length} bytes that were announced")
        if self._checksum is not None:
            self._checksum.update(piece)
        self._report()

    def end(self) -> None:
        """Take the end of the file.

        Raises:
            DownloadError: There are fewer bytes than announced.
            ChecksumError: They aren't the bytes that were announced.
        """
        if self.length is not None and self.done != self.length:
            raise self.error(f"it ended after {self.done} of {self.length} bytes")
        checksum = self._checksum
        if checksum is not None and checksum.actual != checksum.expected:
            raise ChecksumError(
                f"{self._named()}: what came is not what was sent: its {checksum.algorithm} is "
                f"{checksum.actual.hex()}, but {checksum.header} says {checksum.expected.hex()}. "
                "Download it again",
                **self._facts(),
            )

    def _report(self) -> None:
        if self._progress is not None:
            self._progress(self.done, self.length)

    # --- when the connection breaks -------------------------------------------------------------

    def retry(self, error: APIConnectionError, *, may_restart: bool) -> float:
        """Give the seconds to wait before the next request; raises the error when there is none.

        Counts the requests for the rest. Each may be retried on its own, as every request.
        """
        policy, operation = self._policy, self.operation
        if (
            (self.done and self._mark is None and not may_restart)
            or self._retries >= policy.max_retries
            or not policy.should_retry(operation, error)
        ):
            raise error
        delay = policy.delay(self._retries + 1, error)
        if delay is None or (
            self._expires is not None and time.monotonic() + delay >= self._expires
        ):
            raise error
        self._retries += 1
        if is_observed():
            log_retry(operation, self._path, self._retries, delay, error)
        if policy.on_retry is not None:
            policy.on_retry(RetryAttempt(operation, self._retries, delay, error))
        return delay

    # --- about it -------------------------------------------------------------------------------

    @property
    def filename(self) -> str | None:
        """The name that the server gives the file, without folders; None without one."""
        disposition = (self.headers or {}).get("content-disposition")
        name = None
        if disposition:
            from email.message import Message

            message = Message()
            message["content-disposition"] = disposition
            name = message.get_filename()
        if name is None:
            return None
        name = os.path.basename(_UNSAFE.sub("", name).replace("\\", "/")).strip(" .")
        return name or None

    def error(self, said: str) -> DownloadError:
        """Give the error for a download that went wrong."""
        return DownloadError(f"{self._named()}: {said}", **self._facts())

    def _named(self) -> str:
        return f"{self.operation.method} {self.url}"

    def _facts(self) -> dict[str, Any]:
        return {
            "method": self.operation.method,
            "url": self.url,
            "done": self.done,
            "length": self.length,
        }


def _is_encoded(headers: Mapping[str, str]) -> bool:
    return headers.get("content-encoding", "").strip().lower() not in ("", "identity")


def _mark_of(headers: Mapping[str, str]) -> str | None:
    """Give what tells whether a file is still the same, byte by byte."""
    etag = headers.get("etag", "").strip()
    if etag.startswith('"'):  # a weak one, `W/"…"`, is about the meaning
        return etag
    # A file may change twice in a second, so a date that is as new as the response proves nothing.
    modified, date = headers.get("last-modified"), headers.get("date")
    if not modified or not date:
        return None
    from email.utils import parsedate_to_datetime

    try:
        age = parsedate_to_datetime(date) - parsedate_to_datetime(modified)
    except (TypeError, ValueError):
        return None
    return modified if age.total_seconds() >= 1 else None

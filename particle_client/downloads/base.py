"""What both kinds of downloads have in common: every decision, but no I/O."""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING, Any, TypeAlias

from ..base.checks import check_function
from ..base.errors import DownloadError
from ..base.secrets import hidden
from ..base.unset import UNSET
from ..calls.call import check_options
from ..calls.operation import RAW
from ..calls.retries import RetryAttempt, retry_policy_from
from ..calls.telemetry import is_observed, log_retry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..base.errors import APIConnectionError
    from ..base.response import Response
    from ..calls.client_base import ClientBase
    from ..calls.operation import Operation
    from ..calls.options import RequestOptions
    from ..uploads import Progress
    from .targets import TargetPath

__all__ = ["DownloadBase", "ResourceLocation", "check_choice"]

ResourceLocation: TypeAlias = "tuple[Operation, str]"
"""The operation that returns a file, and its path; the URL, for a file on another host."""

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')


class DownloadBase:
    """A file that is being downloaded."""

    def __init__(
        self,
        client: ClientBase,
        source: ResourceLocation | Callable[[], Any],
        options: RequestOptions,
        progress: Progress | None = None,
        **body_args: Any,
    ) -> None:
        check_options(options)
        check_function("progress", progress)
        self._client: Any = client
        self._source: Any = source
        """Where the file is, or a function that finds that out when the file is asked for."""
        self._on_response = options.get("on_response")
        headers = {"accept-encoding": "identity", **(options.get("headers") or {})}
        self._options = {**options, "headers": hidden(headers), "on_response": self._take_head}
        self._body_args = body_args
        self._progress = progress
        self._policy = retry_policy_from(options.get("retries", UNSET), client._retries)
        deadline = self._policy.deadline
        self._deadline = None if deadline is None else time.monotonic() + deadline
        self._retries = 0
        self._response: Any = None
        """The response whose body is being read."""
        self._pieces: Any = None
        self._head: Response[Any] | None = None
        """The response without its body, after it was read, too."""
        self._length: int | None = None
        self._done = 0
        self._is_handed_out = False
        """Whether the user got a piece, so that the file can't begin anew."""
        self._state = "new"

    @property
    def length(self) -> int | None:
        """Bytes in all, None if the server doesn't say or if they are compressed on the way."""
        self._headers()
        return self._length

    @property
    def done(self) -> int:
        """Bytes that came so far."""
        return self._done

    @property
    def filename(self) -> str | None:
        """The name that the server gives the file, None if it gives none. It holds no folder."""
        disposition = self._headers().get("content-disposition")
        if not disposition:
            return None
        from email.message import Message  # most downloads don't need it

        message = Message()
        message["content-disposition"] = disposition
        name = _UNSAFE.sub("", message.get_filename() or "")
        return os.path.basename(name.replace("\\", "/")).strip(" .") or None

    @property
    def content_type(self) -> str | None:
        """The media type, None if the server doesn't say."""
        return self._headers().get("content-type")

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are found in any case."""
        return self._headers()

    def __repr__(self) -> str:
        url = "not open" if self._head is None else self._head.url
        return f"<{type(self).__name__} {url} {self._done} of {self._length} bytes>"

    # --- inside ---------------------------------------------------------------------------------

    def _headers(self) -> Mapping[str, str]:
        if self._head is None:
            raise RuntimeError("The download isn't open: use it in a `with` block")
        return self._head.headers

    def _take_head(self, response: Response[Any]) -> None:
        """Take a response before its body is read. Hooks see it when that is done."""
        if 200 <= response.status_code <= 299:
            self._head = response
        elif self._on_response is not None:
            self._on_response(response)

    def _notify_hooks(self, content: bytes = b"") -> None:
        if self._head is not None and self._on_response is not None:
            self._head.content = content
            self._on_response(self._head)
        self._on_response = None

    def _is_web_page(self) -> bool:
        """Whether a web page came for what the Cloud API returns no web page for."""
        operation: Operation = self._source[0]
        media_type = self._headers().get("content-type", "").partition(";")[0].strip().lower()
        return media_type == "text/html" and operation.name not in RAW

    def _begin(self) -> None:
        """Take the beginning of the body."""
        headers = self._headers()
        encoding = headers.get("content-encoding", "").strip().lower()
        length = headers.get("content-length", "")
        # Of a compressed body the HTTP library checks the length.
        is_length = length.isdecimal() and encoding in ("", "identity")
        self._length = int(length) if is_length else None
        self._done = 0
        self._report()

    def _count(self, piece: bytes) -> None:
        self._done += len(piece)
        if self._length is not None and self._done > self._length:
            raise self._error(f"more came than the {self._length} bytes that were announced")
        self._report()

    def _end(self) -> None:
        if self._length is not None and self._done < self._length:
            raise self._error(f"it ended after {self._done} of {self._length} bytes")
        self._state = "ended"

    def _is_at_end(self) -> bool:
        if self._state == "closed":
            raise self._error("the download was closed before its end")
        return self._state == "ended"

    def _report(self) -> None:
        if self._progress is not None:
            self._progress(self._done, self._length)

    def _error(self, detail: str) -> DownloadError:
        head = self._head
        method, url = ("", "") if head is None else (head.method, head.url)
        return DownloadError(
            f"{method} {url}: {detail}",
            method=method,
            url=url,
            done=self._done,
            length=self._length,
        )

    def _retry_delay(self, error: APIConnectionError) -> float:
        """Return the seconds until the file is asked for anew; raise the error if it isn't."""
        policy = self._policy
        # Where no body had begun, the call was retried already.
        if self._pieces is None or self._is_handed_out or self._retries >= policy.max_retries:
            raise error
        operation, path = self._source
        delay = policy.delay(self._retries + 1, error)
        if (
            delay is None
            or not policy.should_retry(operation, error)
            or (self._deadline is not None and time.monotonic() + delay >= self._deadline)
        ):
            raise error
        self._retries += 1
        if is_observed():
            log_retry(operation, path, self._retries, delay, error)
        if policy.on_retry is not None:
            policy.on_retry(RetryAttempt(operation, self._retries, delay, error))
        return delay


def check_choice(to: TargetPath | None, stream: bool) -> None:
    """TypeError where a download is to be saved, and returned piece by piece as well."""
    if stream and to is not None:
        raise TypeError("pass to= or stream=True, not both")

"""What a download tells about itself, sync or async."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ..base.checks import check_function
from ..base.secrets import hidden
from ..calls.call import check_options
from ..calls.retries import retry_policy_from
from .transfer import Transfer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..base.response import Response
    from ..calls.client_base import ClientBase
    from ..calls.operation import Operation
    from ..calls.options import RequestOptions
    from ..uploads.multipart import Progress
    from .targets import TargetPath

__all__ = ["DownloadBase", "Place", "check_choice"]

Place: TypeAlias = "tuple[Operation, str]"
"""The operation that gives a file, and its path; the URL, for a file on another host."""


class DownloadBase:
    """What both kinds of downloads have in common."""

    def __init__(
        self,
        client: ClientBase,
        place: Place | Callable[[], Any],
        options: RequestOptions,
        progress: Progress | None = None,
        **what: Any,
    ) -> None:
        check_options(options)
        self._client: Any = client
        self._place: Place | None = None
        self._locate: Callable[[], Any] | None = None
        """Gives the place, or what to await for it, where that takes a request."""
        self._options = options
        self._what = what
        policy = client._retries
        if "retries" in options:
            policy = retry_policy_from(options["retries"], policy)
        check_function("progress", progress)
        self._transfer = Transfer(policy, progress)
        if callable(place):
            self._locate = place
        else:
            self._located(place)
        self._on_response = options.get("on_response")
        self._answer: Response[Any] | None = None
        self._response: Any = None  # its body is left to be read
        self._pieces: Any = None
        self._given = False
        """Whether the user got a piece, so that the file can't begin anew."""
        self._state = "new"

    @property
    def length(self) -> int | None:
        """Bytes in all, None if the server doesn't say."""
        self._head()
        return self._transfer.length

    @property
    def done(self) -> int:
        """Bytes that came so far."""
        return self._transfer.done

    @property
    def filename(self) -> str | None:
        """The name that the server gives the file, None if it gives none. It holds no folder."""
        self._head()
        return self._transfer.filename

    @property
    def content_type(self) -> str | None:
        """The media type, None if the server doesn't say."""
        return self._head().get("content-type")

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are found in any case."""
        return self._head()

    def __repr__(self) -> str:
        transfer = self._transfer
        return f"<{type(self).__name__} {transfer.url} {transfer.done} of {transfer.length} bytes>"

    def _head(self) -> Mapping[str, str]:
        headers = self._transfer.headers
        if headers is None:
            raise RuntimeError("The download isn't open: use it in a `with` block")
        return headers

    def _located(self, place: Place) -> None:
        operation, path = self._place = place
        url = path if operation.auth == "cross_origin" else self._client.base_url + path
        self._transfer.locate(operation, path, url)

    def _open(self) -> Any:
        """Ask for the file, or for its rest; gives the client's answer, or what to await for it."""
        headers = hidden(
            {**self._transfer.request_headers(), **(self._options.get("headers") or {})}
        )
        options = {**self._options, "headers": headers, "on_response": self._take}
        assert self._place is not None
        operation, path = self._place
        return self._client._open(operation, path, options, **self._what)

    def _take(self, response: Response[Any]) -> None:
        """Take a response's head, for who wants to see the raw response."""
        if 200 <= response.status_code <= 299:
            self._answer = response
        elif self._on_response is not None:
            self._on_response(response)

    def _tell(self, content: bytes = b"") -> None:
        """Show the raw response, with the content that it is about to be given for."""
        if self._answer is not None and self._on_response is not None:
            self._answer.content = content
            self._on_response(self._answer)
        self._on_response = None

    def _check(self) -> bool:
        """Whether there is more; DownloadError if that can't be known any more."""
        if self._state == "closed":
            raise self._transfer.error("the download was closed before its end")
        return self._state != "ended"


def check_choice(to: TargetPath | None, stream: bool) -> None:
    """TypeError where a download is to be saved, and given piece by piece as well."""
    if stream and to is not None:
        raise TypeError("pass to= or stream=True, not both")

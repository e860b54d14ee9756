"""The login of Particle's command-line tool: what `particle login` has left on this machine."""

from __future__ import annotations

import json
import logging
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..base.errors import ConfigurationError
from ..base.secrets import Secret
from ..calls.config import DEFAULT_BASE_URL
from ..calls.credentials import checked_token
from ..schema.timestamps import parse_timestamp
from .provider import TokenProvider

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from ..calls.async_sender import AsyncSender
    from ..calls.sender import Sender

__all__ = ["CliProfile"]

_log = logging.getLogger("particle_client.login")


class _Login(NamedTuple):
    token: Secret
    username: str | None
    base_url: str
    expires_at: float | None


class CliProfile(TokenProvider):
    """The login of Particle's command-line tool, from its files in `~/.particle`.

        particle = Particle.from_cli_profile()

    The file is read now, and again when the token has expired or the cloud doesn't take it: after a
    `particle login` in another terminal a program goes on. Only with the same account of the same
    cloud, though: for another one it must be started anew. The files are never written.

    Args:
        profile: Name of the profile. Default: the one that the tool uses at the moment
            (`particle config`).
        folder: Where the tool has its files. Default: `~/.particle`.
        clock: Returns the seconds since 1970, for tests.

    Raises:
        ConfigurationError: The tool isn't logged in here, or its file can't be read.
    """

    def __init__(
        self,
        profile: str | None = None,
        *,
        folder: str | os.PathLike[str] | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._folder = Path.home() / ".particle" if folder is None else Path(folder).expanduser()
        self.profile = _current_profile(self._folder) if profile is None else profile
        if not self.profile.strip(".") or set("/\\:\0") & set(self.profile):
            raise ConfigurationError(f"not the name of a profile: {self.profile!r}")
        self._clock = clock or time.time
        self._lock = threading.Lock()
        self._login = self._read()

    @property
    def base_url(self) -> str:
        """The cloud that the login is for."""
        return self._login.base_url

    @property
    def username(self) -> str | None:
        """The account, if the file tells."""
        return self._login.username

    def get_token(self, client: Sender) -> str:
        """Return the token."""
        return self._token()

    async def aget_token(self, client: AsyncSender) -> str:
        """Return the token."""
        return self._token()

    def reject(self, token: str) -> bool:
        """Look whether there is another token in the file by now."""
        with self._lock:
            if self._login.token == token:
                self._read_again()
            return self._login.token != token

    def __repr__(self) -> str:
        return f"CliProfile({self.profile!r})"

    def _token(self) -> str:
        expires_at = self._login.expires_at
        if expires_at is not None and self._clock() >= expires_at:
            with self._lock:
                self._read_again()
        return self._login.token  # one that has expired, too: the cloud knows best

    def _read_again(self) -> None:
        try:
            login = self._read()
        except ConfigurationError as error:
            _log.warning("%s", error)
            return
        before = self._login
        if (login.base_url, login.username) != (before.base_url, before.username):
            _log.warning(
                "The profile %r is now of another account or cloud: its token isn't used here.",
                self.profile,
            )
            return
        self._login = login

    def _read(self) -> _Login:
        path = self._folder / f"{self.profile}.config.json"
        fields = _read_json(path)
        if fields is None:
            raise ConfigurationError(
                f"There is no {path}: run `particle login` first, or pass access_token=."
            )
        token = fields.get("access_token")
        if not token:
            raise ConfigurationError(
                f"Nobody is logged in, says {path}: run `particle login`, or pass access_token=."
            )
        try:
            token = Secret(checked_token(token))
        except (TypeError, ConfigurationError):
            raise ConfigurationError(
                f"The access_token in {path} can't be right: run `particle login`."
            ) from None
        username, base_url = fields.get("username"), fields.get("apiUrl")
        return _Login(
            token,
            username if isinstance(username, str) and username else None,
            base_url if isinstance(base_url, str) and base_url else DEFAULT_BASE_URL,
            _seconds(fields.get("access_token_expires_at")),
        )


def _current_profile(folder: Path) -> str:
    fields = _read_json(folder / "profile.json") or {}
    name = fields.get("name")
    return name if isinstance(name, str) and name else "particle"


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        content: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ConfigurationError(f"{path} can't be read: {error.strerror}") from error
    except (ValueError, RecursionError):
        # Not chained: the error would hold the file's text, and with it the token.
        content = None
    if not isinstance(content, dict):
        raise ConfigurationError(f"{path} is not the JSON object that `particle login` writes.")
    return cast("dict[str, Any]", content)


def _seconds(timestamp: object) -> float | None:
    """Return the seconds since 1970 of a timestamp, None if it is none."""
    moment = parse_timestamp(timestamp) if isinstance(timestamp, str) else None
    return moment.timestamp() if isinstance(moment, datetime) else None

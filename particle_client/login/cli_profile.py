"""The login of Particle's command-line tool: what `particle login` has left on this machine."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path
from typing import Any, cast

from ..base.errors import ConfigurationError
from ..base.secrets import Secret, SecretDict
from ..calls.config import DEFAULT_BASE_URL
from ..calls.credentials import checked_token
from .providers import TokenProvider

_log = logging.getLogger("particle_client.login")


class CliProfile(TokenProvider):
    """The login of Particle's command-line tool, from its files in `~/.particle`.

        particle = Particle.from_cli_profile()

    The file is read now, and again when the cloud doesn't take the token: after a `particle login`
    in another terminal a program goes on. Only with the same account of the same cloud, though: for
    another one it must be started anew. The files are never written.

    Attributes:
        profile: The name of the profile.
        base_url: The cloud that the login is for.
        username: The account, if the file tells.

    Args:
        profile: Name of the profile. Default: the one that the tool uses at the moment
            (`particle config`).
        folder: Where the tool has its files. Default: `~/.particle`.

    Raises:
        ConfigurationError: The tool isn't logged in here, or its file can't be read.
    """

    def __init__(
        self, profile: str | None = None, *, folder: str | os.PathLike[str] | None = None
    ) -> None:
        self._folder = Path.home() / ".particle" if folder is None else Path(folder).expanduser()
        self.profile: str = (
            _read_json(self._folder / "profile.json").get("name") or "particle"
            if profile is None
            else profile
        )
        self.base_url: str
        self.username: str | None
        self._token, self.base_url, self.username = self._read()

    def get_token(self, client: object) -> str:
        """Return the token, one that has expired, too: the cloud knows best."""
        return self._token

    async def aget_token(self, client: object) -> str:
        """Return the token."""
        return self._token

    def reject(self, token: str) -> bool:
        """Look whether there is another token in the file by now."""
        if self._token == token:
            self._read_again()
        return self._token != token

    def __repr__(self) -> str:
        return f"CliProfile({self.profile!r})"

    def _read_again(self) -> None:
        try:
            token, base_url, username = self._read()
        except ConfigurationError as error:
            _log.warning("%s", error)
            return
        if (base_url, username) == (self.base_url, self.username):
            self._token = token
        else:
            _log.warning(
                "The profile %r is now of another account or cloud: its token isn't used here.",
                self.profile,
            )

    def _read(self) -> tuple[Secret, str, str | None]:
        path = self._folder / f"{self.profile}.config.json"
        fields = _read_json(path)
        if not fields.get("access_token"):
            raise ConfigurationError(
                f"Nobody is logged in: there is no access_token in {path}. Run `particle login`, "
                "or pass access_token=."
            )
        try:
            token = Secret(checked_token(fields["access_token"]))
        except (TypeError, ConfigurationError):
            raise ConfigurationError(
                f"The access_token in {path} can't be right: run `particle login`."
            ) from None
        return token, fields.get("apiUrl") or DEFAULT_BASE_URL, fields.get("username") or None


def _read_json(path: Path) -> SecretDict:
    try:
        content: Any = json.loads(path.read_bytes())
    except FileNotFoundError:
        return SecretDict()
    except OSError as error:
        raise ConfigurationError(f"{path} can't be read: {error.strerror}") from error
    except (ValueError, RecursionError):
        # Not chained: the error would hold the file's text, and with it the token.
        content = None
    if not isinstance(content, dict):
        raise ConfigurationError(f"{path} is not the JSON object that `particle login` writes.")
    return SecretDict(cast("dict[str, Any]", content))

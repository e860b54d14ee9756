"""Tokens in a file that only its owner can read."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import Any, cast

from .stores import TokenKey, TokenStore
from .tokens import Token

__all__ = ["FileTokenStore"]

_log = logging.getLogger("particle_client.login")

_LOCK_TIMEOUT = 5.0


class FileTokenStore(TokenStore):
    """Keeps tokens in a file that only its owner can read (mode 0600).

    Several processes and threads may use it at a time: each change is made under a lock, to the
    newest content, and replaces the file as a whole. A file that others may read or write, or that
    isn't the user's own, is not used, but replaced at the next login; the log says so. So is one
    that is damaged. On Windows the folder's own permissions protect it.

    Args:
        path: The file. Default: `particle-client/tokens.json` in the user's folder for
            configuration: `XDG_CONFIG_HOME` or `~/.config`, on macOS
            `~/Library/Application Support`, on Windows `LOCALAPPDATA`. Missing folders are made,
            with mode 0700.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        if path is None:
            from platformdirs import user_config_path

            path = user_config_path("particle-client", appauthor=False) / "tokens.json"
        self.path = Path(path).expanduser()

    def load(self, key: TokenKey) -> Token | None:
        """Return the token of the file, None if it has none."""
        entry = self._read().get(str(key))
        return None if entry is None else Token.from_dict(entry)

    def save(self, key: TokenKey, token: Token) -> None:
        """Write the token into the file, which keeps those of others.

        Raises:
            TimeoutError: Another process has held the lock for too long.
        """
        from filelock import FileLock

        path = Path(os.path.realpath(self.path))  # a link stays one
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with FileLock(path.with_name(f"{path.name}.lock"), timeout=_LOCK_TIMEOUT, mode=0o600):
            entries = self._read()
            entries[str(key)] = token.to_dict()
            _replace(path, json.dumps({"version": 1, "tokens": entries}, indent=2))

    def _read(self) -> dict[str, Any]:
        try:
            # A pipe in its place isn't waited for.
            with open(self.path, "rb", opener=_open_at_once) as file:
                status = os.fstat(file.fileno())
                if not _is_private(status):
                    _log.warning(
                        "%s isn't used, since it is no file of yours alone (mode %o). "
                        "Better revoke the tokens in it.",
                        self.path,
                        stat.S_IMODE(status.st_mode),
                    )
                    return {}
                content: Any = json.loads(file.read())
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            content = None
        if isinstance(content, dict):
            entries = cast("dict[str, Any]", content).get("tokens")
            if isinstance(entries, dict):
                return cast("dict[str, Any]", entries)
        _log.warning("%s is damaged: its tokens are lost, and it will be replaced.", self.path)
        return {}

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"


def _is_private(status: os.stat_result) -> bool:
    """Whether it is an ordinary file that only this user can read and write."""
    return stat.S_ISREG(status.st_mode) and (
        sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    )


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole, or not at all."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise

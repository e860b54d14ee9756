"""Tokens in a file that only its owner can read."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from .stores import TokenKey, TokenStore
from .tokens import Token

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["FileTokenStore"]

_log = logging.getLogger("particle_client.login")

_LARGEST = 4 * 1024 * 1024
_VERSION = 1


class FileTokenStore(TokenStore):
    """Keeps tokens in a file that only its owner can read (mode 0600).

    Several processes and threads may use it at a time: each change is made under a lock, to the
    newest content, and replaces the file as a whole. A file that others may read or write, or that
    isn't the user's own, is not used, but replaced at the next login; the log says so. So is one
    that is damaged. On Windows the folder's own permissions protect it.

    Args:
        path: The file. Default: `particle-client/tokens.json` in XDG_CONFIG_HOME, else in
            `~/.config`; on Windows in LOCALAPPDATA. Missing folders are made, with mode 0700.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = _default_path() if path is None else Path(path).expanduser()

    def load(self, key: TokenKey) -> Token | None:
        """Give the token of the file, None if it has none."""
        entry = self._read().get(str(key))
        return None if entry is None else Token.from_dict(entry)

    def save(self, key: TokenKey, token: Token) -> None:
        """Write the token into the file, which keeps those of others."""
        path = Path(os.path.realpath(self.path))  # a link stays one
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _locked(path.with_name(f"{path.name}.lock")):
            entries = self._read()
            entries[str(key)] = token.to_dict()
            _replace(path, json.dumps({"version": _VERSION, "tokens": entries}, indent=2))

    def _read(self) -> dict[str, Any]:
        try:
            with open(self.path, "rb", opener=_open_at_once) as file:
                if not self._is_private(os.fstat(file.fileno())):
                    return {}
                data = file.read(_LARGEST + 1)
        except FileNotFoundError:
            return {}
        try:
            content: Any = json.loads(data) if len(data) <= _LARGEST else None
        except (ValueError, RecursionError):
            content = None
        if isinstance(content, dict):
            entries = cast("dict[str, Any]", content).get("tokens")
            if isinstance(entries, dict):
                return cast("dict[str, Any]", entries)
        _log.warning("%s is damaged: its tokens are lost, and it will be replaced.", self.path)
        return {}

    def _is_private(self, status: os.stat_result) -> bool:
        if not stat.S_ISREG(status.st_mode):
            _log.warning("%s is no ordinary file: it isn't used.", self.path)
            return False
        if sys.platform == "win32":
            return True
        if status.st_uid != os.geteuid():
            _log.warning("%s belongs to another user: it isn't used.", self.path)
            return False
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            _log.warning(
                "%s is open to others (mode %o): its tokens aren't used. Better revoke them.",
                self.path,
                stat.S_IMODE(status.st_mode),
            )
            return False
        return True

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a pipe in its place isn't waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _default_path() -> Path:
    windows = sys.platform == "win32"
    folder = os.environ.get("LOCALAPPDATA" if windows else "XDG_CONFIG_HOME", "")
    if not os.path.isabs(folder):  # then it is invalid, says the XDG specification
        folder = os.path.expanduser("~/AppData/Local" if windows else "~/.config")
    return Path(folder) / "particle-client" / "tokens.json"


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole, or not at all."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


@contextlib.contextmanager
def _locked(path: Path) -> Generator[None]:
    """Let one process, and one thread of it, in at a time."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)  # which unlocks it

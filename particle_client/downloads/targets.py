"""Writing a download to a path: the whole file appears there at once, or nothing changes."""

from __future__ import annotations

import os
import secrets
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

TargetPath: TypeAlias = "str | os.PathLike[str]"
"""Where a download is to be saved."""

_BUFFER = 2 * 1024 * 1024
"""Bytes that are kept in memory: more than come before a flush."""


class Target:
    """A file that is written under another name, next to where it is to be.

    `open`, `flush` and `commit` may run in another thread; `discard` waits for it, and what comes
    after `discard` fails. So a task that is cancelled leaves nothing behind, whatever its thread is
    doing.
    """

    def __init__(self, to: TargetPath) -> None:
        if hasattr(to, "write"):
            raise TypeError(
                "to= takes a path. For a file object pass stream=True, and write the pieces to it"
            )
        self.path = Path(to)
        # A symbolic link stays one; and the working directory may be another one by then.
        self.final = os.path.realpath(self.path)
        self._folder = os.path.dirname(self.final)
        self._names_folder = os.fspath(to).endswith(("/", os.sep))
        self._temporary = os.path.join(self._folder, f".particle-{secrets.token_hex(8)}.part")
        self._file: Any = None
        self._over = False
        self._lock = threading.Lock()

    def check(self) -> int | None:
        """Return the permissions of what is there already.

        Raises:
            OSError, ValueError: Nothing can be saved there.
        """
        try:
            mode = os.stat(self.final).st_mode
        except FileNotFoundError:
            mode = None
        if self._names_folder or (mode is not None and stat.S_ISDIR(mode)):
            raise IsADirectoryError(f"{str(self.path)!r} is a folder: name the file in it, too")
        if mode is None:
            if not os.path.isdir(self._folder):
                raise FileNotFoundError(
                    f"There is no folder {self._folder!r} to save {self.path.name!r} in: make it "
                    "first"
                )
            return None
        if not stat.S_ISREG(mode):  # a device or a pipe, which must not be replaced
            raise ValueError(
                f"{str(self.path)!r} is no ordinary file: pass stream=True, and write the pieces "
                "to it"
            )
        return stat.S_IMODE(mode)

    def open(self) -> None:
        """Create the file, or empty it."""
        with self._lock:
            if self._over:
                raise ValueError(f"The download to {str(self.path)!r} is over")
            if self._file is None:
                permissions = self.check()
                self._file = open(self._temporary, "xb", buffering=_BUFFER)  # noqa: SIM115
                if permissions is not None:
                    with suppress(OSError):  # some file systems have none
                        os.chmod(self._temporary, permissions)
            self._file.seek(0)
            self._file.truncate()

    def write(self, piece: bytes) -> None:
        """Take the next bytes. They are kept in memory, if `flush` is called often enough."""
        self._file.write(piece)

    def flush(self) -> None:
        """Write what was kept in memory."""
        with self._lock:
            self._file.flush()

    def commit(self) -> None:
        """Write the last bytes, and let the file take its place."""
        with self._lock:
            self._file.close()
            os.replace(self._temporary, self.final)
            self._over = True

    def discard(self) -> None:
        """Delete what was written, unless it took its place."""
        with self._lock:
            if not self._over and self._file is not None:
                with suppress(OSError):  # closing writes what is left, and the disk may be full
                    self._file.close()
                with suppress(OSError):
                    os.unlink(self._temporary)
            self._over = True

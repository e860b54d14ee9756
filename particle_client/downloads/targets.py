"""Writing a download to a path: the whole file appears there at once, or nothing changes."""

from __future__ import annotations

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from ..base.files import TargetPath

BATCH = 2 * 1024 * 1024
"""Bytes that are written in one go: a hop to another thread takes longer than to write a piece."""


class Target:
    """A file that is written under another name, next to where it is to be.

    `open`, `flush` and `commit` may run in another thread. `discard` waits for it, and what comes
    after `discard` fails: a task that is cancelled leaves nothing behind.
    """

    def __init__(self, to: TargetPath) -> None:
        if hasattr(to, "write"):
            raise TypeError(
                "to= takes a path. For a file object pass stream=True, and write the pieces to it"
            )
        self.path: Path = Path(to)
        # A symbolic link stays one; and the working directory may be another one by then.
        self.final: str = os.path.realpath(self.path)
        self._folder = os.path.dirname(self.final)
        self._names_folder = os.fspath(to).endswith(("/", os.sep))
        self._temporary = os.path.join(self._folder, f".particle-{os.urandom(8).hex()}.part")
        self._file: Any = None
        self._over = False
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raise OSError or ValueError if nothing can be saved there."""
        if self._names_folder or os.path.isdir(self.final):
            raise IsADirectoryError(f"{str(self.path)!r} is a folder: name the file in it, too")
        if not os.path.isdir(self._folder):
            raise FileNotFoundError(
                f"There is no folder {self._folder!r} to save {self.path.name!r} in: make it first"
            )
        if os.path.exists(self.final) and not os.path.isfile(self.final):  # a device or a pipe
            raise ValueError(
                f"{str(self.path)!r} is no ordinary file: pass stream=True, and write the pieces "
                "to it"
            )

    def open(self) -> None:
        """Create the file with the permissions of the one that is there, or empty it."""
        with self._lock:
            if self._over:
                raise ValueError(f"The download to {str(self.path)!r} is over")
            if self._file is None:
                self.check()
                self._file = open(self._temporary, "xb", buffering=2 * BATCH)  # noqa: SIM115
                with suppress(OSError):  # there is none, or the file system has no permissions
                    os.chmod(self._temporary, stat.S_IMODE(os.stat(self.final).st_mode))
            self._file.seek(0)
            self._file.truncate()

    def write(self, piece: bytes) -> None:
        """Take the next bytes. They stay in memory, one place for all, until `flush`."""
        self._file.write(piece)

    def flush(self) -> None:
        """Write what is in memory."""
        with self._lock:
            self._file.flush()

    def commit(self) -> None:
        """Let the file take its place."""
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

"""Where tokens are kept, so that a script needn't log in each time: a file, the key ring."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..base.errors import ConfigurationError
from .tokens import Token

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_log = logging.getLogger("particle_client.login")

_LOCK_TIMEOUT = 5.0


class TokenKey(NamedTuple):
    """Which token: of which cloud, by which OAuth client, for which account."""

    base_url: str
    client_id: str
    account: str
    """The user name, `customer=` and an e-mail address, or nothing for the client's owner."""

    def __str__(self) -> str:
        return " ".join(self)


class TokenStore:
    """Keeps tokens beyond the life of a process; the base of those here and of your own.

    It is asked in threads, and by several processes. What it raises is logged and does no harm: the
    provider logs in. Only a ConfigurationError gets to the user.
    """

    def load(self, key: TokenKey) -> Token | None:
        """Return the token, None if there is none. Expired ones are sorted out elsewhere."""
        raise NotImplementedError

    def save(self, key: TokenKey, token: Token) -> None:
        """Keep a token instead of the one before."""
        raise NotImplementedError


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
            with self.path.open("rb") as file:
                status = os.fstat(file.fileno())
                if not _is_private(status):
                    _log.warning(
                        "%s isn't used, since it is no file of yours alone (mode %o). "
                        "Better revoke the tokens in it.",
                        self.path,
                        stat.S_IMODE(status.st_mode),
                    )
                    return {}
                return {**json.loads(file.read())["tokens"]}
        except FileNotFoundError:
            return {}
        except (ValueError, LookupError, TypeError, RecursionError):
            _log.warning("%s is damaged: its tokens are lost, and it will be replaced.", self.path)
            return {}

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"


def _is_private(status: os.stat_result) -> bool:
    """Whether it is an ordinary file that only this user can read and write."""
    return stat.S_ISREG(status.st_mode) and (
        sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & 0o077)
    )


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


class KeyringTokenStore(TokenStore):
    """Keeps tokens in the system's key ring: Keychain, Credential Manager, Secret Service, KWallet.

    Needs the extra `keyring`: `pip install "particle-client[keyring]"`.

    Args:
        service: Under which name they are kept there.
        backend: Another key ring than the system's.

    Raises:
        ConfigurationError: The package `keyring` isn't installed, or knows no key ring here.
    """

    def __init__(
        self, service: str = "particle-client", *, backend: KeyringBackend | None = None
    ) -> None:
        try:
            import keyring
            from keyring.backends.fail import Keyring as NoKeyring
        except ImportError as error:
            raise ConfigurationError(
                "KeyringTokenStore needs the package keyring: "
                'pip install "particle-client[keyring]"'
            ) from error
        self._service = service
        self._ring = keyring.get_keyring() if backend is None else backend
        if isinstance(self._ring, NoKeyring):
            raise ConfigurationError(
                "This machine has no key ring that the package keyring knows; "
                "use FileTokenStore instead."
            )

    def load(self, key: TokenKey) -> Token | None:
        """Return the token of the key ring, None if it has none."""
        text = self._ring.get_password(self._service, str(key))
        return None if text is None else Token.from_dict(json.loads(text))

    def save(self, key: TokenKey, token: Token) -> None:
        """Put the token into the key ring."""
        self._ring.set_password(self._service, str(key), json.dumps(token.to_dict()))

    def __repr__(self) -> str:
        return f"KeyringTokenStore({self._service!r})"

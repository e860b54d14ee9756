"""Access tokens, and where they are kept so that a script needn't log in each time."""

from __future__ import annotations

import json
import logging
import math
import os
import stat
import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from attrs import define, field
from attrs.converters import optional

from ..base.errors import ConfigurationError
from ..base.response import Response, ResponseDecodeError
from ..base.secrets import Secret, SecretDict
from ..base.whole_files import write_whole
from ..calls.credentials import checked_token

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend
else:
    KeyringBackend = Any  # so that type hints can be read where it isn't installed

_log = logging.getLogger("particle_client.login")

_LONGEST_LEEWAY = 300.0
_LOCK_TIMEOUT = 5.0
# No link is followed, and nothing waits for who writes into a pipe.
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def _to_token(value: Any) -> Secret:
    return Secret(checked_token(value))


def _to_refresh_token(value: Any) -> Secret | None:
    return Secret(value) if value and isinstance(value, str) else None


@define(eq=False)
class Token:
    """An access token with what came with it. Times are in seconds since 1970.

    Attributes:
        value: The access token.
        expires_at: When it expires; None for never.
        lifetime: How many seconds it lives in all; None for ever.
        refresh_token: What a new one can be had for, if there is such a thing.
    """

    value: Secret = field(converter=_to_token)
    expires_at: float | None = field(default=None, kw_only=True, converter=optional(float))
    lifetime: float | None = field(default=None, kw_only=True, converter=optional(float))
    refresh_token: Secret | None = field(default=None, kw_only=True, converter=_to_refresh_token)

    def is_expired(self, now: float) -> bool:
        """Whether the cloud takes it no longer."""
        return self.expires_at is not None and now >= self.expires_at

    def renew_at(self, leeway: float | None) -> float:
        """Return when it is time for another one.

        Args:
            leeway: Seconds before it expires; by default 5 minutes, or a tenth of a short life.
                Never more than half of it: a token must be good for something.
        """
        if self.expires_at is None:
            return math.inf
        lifetime = self.lifetime or 0.0
        default = min(_LONGEST_LEEWAY, lifetime / 10)
        return self.expires_at - (default if leeway is None else min(leeway, lifetime / 2))

    def to_dict(self) -> dict[str, Any]:
        """Return the token for a store: as JSON, with its secrets."""
        return {
            "access_token": str(self.value),
            "expires_at": self.expires_at,
            "lifetime": self.lifetime,
            "refresh_token": None if self.refresh_token is None else str(self.refresh_token),
        }

    @classmethod
    def from_dict(cls, data: Any) -> Token:
        """Read what `to_dict` returned. ValueError for anything else, which isn't shown."""
        try:
            fields = dict(data)
            return cls(fields.pop("access_token"), **fields)
        except (LookupError, TypeError, ValueError):
            raise ValueError("not a token") from None

    @classmethod
    def from_response(cls, response: Response[Any], now: float) -> Token:
        """Read the response to a login; ResponseDecodeError if it holds no access token."""
        json = response.json()
        fields = SecretDict(cast("dict[str, Any]", json) if isinstance(json, dict) else {})
        lifetime = expires_at = None
        with suppress(TypeError, ValueError, OverflowError):  # no number of use: for ever
            seconds = float(cast("Any", fields.get("expires_in")))
            if 0 < seconds < 1e15:
                lifetime, expires_at = seconds, now + seconds
        try:
            return cls(
                fields.get("access_token"),
                expires_at=expires_at,
                lifetime=lifetime,
                refresh_token=fields.get("refresh_token"),
            )
        except (TypeError, ConfigurationError):
            detail = ", but the response holds no usable access token"
            raise ResponseDecodeError(detail, response) from None


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
    provider logs in.
    """

    def load(self, key: TokenKey) -> Token | None:
        """Return the token, None if there is none. Expired ones are sorted out elsewhere."""
        raise NotImplementedError

    def save(self, key: TokenKey, token: Token) -> None:
        """Keep a token instead of the one before."""
        raise NotImplementedError

    def lock(self, key: TokenKey) -> AbstractContextManager[object] | None:
        """Return what a process holds while it gets a token; None while another one holds it."""
        return nullcontext()


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
        self.path: Path = Path(path).expanduser()

    def load(self, key: TokenKey) -> Token | None:
        """Return the token of the file, None if it has none."""
        entry = self._read().get(str(key))
        return None if entry is None else Token.from_dict(entry)

    def save(self, key: TokenKey, token: Token) -> None:
        """Write the token into the file, which keeps those of others.

        Raises:
            TimeoutError: Another process has held the lock for too long.
        """
        with self._lock("", _LOCK_TIMEOUT):
            entries = self._read()
            entries[str(key)] = token.to_dict()
            write_whole(self.path, json.dumps({"version": 1, "tokens": entries}, indent=2))

    def lock(self, key: TokenKey) -> AbstractContextManager[object] | None:
        """Return the lock of a token; None while another process holds it."""
        try:
            return self._lock(f".{sha256(str(key).encode()).hexdigest()[:16]}", 0)
        except TimeoutError:
            return None
        except OSError:
            return nullcontext()  # saving fails, too, and says so

    def _lock(self, name: str, timeout: float) -> AbstractContextManager[object]:
        from filelock import FileLock

        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self.path.with_name(f"{self.path.name}{name}.lock")
        return FileLock(path, mode=0o600, thread_local=False).acquire(timeout=timeout)

    def _read(self) -> dict[str, Any]:
        try:
            with open(os.open(self.path, _READ), "rb") as file:
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
        self._ring: Any = keyring.get_keyring() if backend is None else backend
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

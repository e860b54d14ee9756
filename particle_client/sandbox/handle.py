"""What a program can do with a sandbox of its own as with one that another process serves."""

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import quote

from ..async_client import AsyncParticle
from ..client import Particle
from .accounts import Account
from .admin_path import ADMIN_PATH


class SandboxHandle(ABC):
    """A sandbox, here or elsewhere."""

    admin_token: str
    """What the admin interface asks for."""

    @abstractmethod
    def start(self) -> Self:
        """Begins with it."""

    @abstractmethod
    def stop(self) -> None:
        """Ends it."""

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *error: object) -> None:
        self.stop()

    # Starting and stopping take some hundredths of a second, and any event loop may be running.
    async def __aenter__(self) -> Self:
        return self.start()

    async def __aexit__(self, *error: object) -> None:
        self.stop()

    # Reaching it

    @property
    @abstractmethod
    def base_url(self) -> str:
        """The address to use in place of https://api.particle.io."""

    @property
    def console_url(self) -> str:
        """The address of the console, a web page. It holds the admin token."""
        return f"{self.base_url}{ADMIN_PATH}#token={quote(self.admin_token)}"

    @property
    @abstractmethod
    def account(self) -> Account:
        """The default account."""

    @property
    def username(self) -> str:
        """User name of the default account."""
        return self.account.username

    @property
    def password(self) -> str:
        """Password of the default account."""
        return self.account.password

    @property
    @abstractmethod
    def access_token(self) -> str:
        """The default account's token that doesn't expire."""

    def client(self, **options: Any) -> Particle:
        """A client of this sandbox; ``options`` go to ``Particle``."""
        return Particle(**self._client_options(options))

    def async_client(self, **options: Any) -> AsyncParticle:
        """An asynchronous client of this sandbox; ``options`` go to ``AsyncParticle``."""
        return AsyncParticle(**self._client_options(options))

    def _client_options(self, options: Mapping[str, Any]) -> dict[str, Any]:
        if "access_token" not in options:
            options = {"access_token": self.access_token, **options}
        return {"base_url": self.base_url, **options}

    # Its state

    @abstractmethod
    def snapshot(self) -> dict[str, Any]:
        """What :meth:`save` writes."""

    @abstractmethod
    def replace(self, document: object) -> None:
        """Like :meth:`restore`, with what the file holds."""

    def save(self, path: str | os.PathLike[str]) -> None:
        """Saves all that the sandbox knows as a JSON file. Python functions can't be saved: a
        variable becomes its last value, a device's function answers 0; and faults whose target
        is a function are left out."""
        from .snapshots import save  # takes some time to load

        save(path, self.snapshot())

    def restore(self, path: str | os.PathLike[str]) -> None:
        """Puts a saved state in the place of all that is there. A file that is damaged, or that a
        newer version has saved, is a ``StateError`` (a ValueError), and changes nothing."""
        from .snapshots import read

        self.replace(read(path))

"""What becomes of connections when a process forks.

The child inherits the sockets. If it used them, the responses to both processes would get mixed up;
if it ended them properly, it would end the parent's. So in the child, its copies are closed without
a word to the other side, and the client begins anew. Locks, which another thread of the parent may
have held, are made anew as well.
"""

from __future__ import annotations

import os
import weakref
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import socket

__all__ = ["close_inherited", "tell_after_fork"]


class _Forks(Protocol):
    def after_fork(self) -> None:
        """Begin anew: this is the child."""


_told: weakref.WeakSet[_Forks] = weakref.WeakSet()


def tell_after_fork(who: _Forks) -> None:
    """Have `who.after_fork()` called in every child of this process, as long as it lives."""
    _told.add(who)


def close_inherited(sockets: weakref.WeakSet[socket.socket]) -> None:
    """Close the child's copies of sockets: no more than their file descriptors.

    A task or thread of the parent that was in the middle of something with them doesn't exist here.
    """
    for sock in list(sockets):
        sock.close()
    sockets.clear()


def _after_fork() -> None:
    for who in list(_told):
        who.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)

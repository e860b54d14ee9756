"""What becomes of connections when a process forks.

The child inherits the sockets. If it used them, the responses to both processes would get mixed up;
if it ended them properly, it would end the parent's. So in the child, its copies are closed without
a word to the other side, and the client begins anew. Locks, which another thread of the parent may
have held, are made anew as well.
"""

from __future__ import annotations

import os
import weakref
from typing import Any

_holders: weakref.WeakSet[Any] = weakref.WeakSet()


def call_after_fork(holder: Any) -> None:
    """Have `holder.after_fork()` called in every child of this process, as long as it lives."""
    _holders.add(holder)


def _after_fork() -> None:
    for holder in list(_holders):
        holder.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)

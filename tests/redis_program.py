"""Which program serves as Redis: for tests, and for what is run by hand."""

from __future__ import annotations

import shutil

REDIS_PROGRAM = shutil.which("redis-server") or shutil.which("valkey-server")

"""`python -m benchmarks [name …]`: all of `NAMES` by default."""

from __future__ import annotations

import platform
import sys
from importlib import import_module

NAMES = ("startup", "calls", "parsing", "streams", "memory", "transfers", "concurrency")


def main() -> int:
    """Run the benchmarks that are named."""
    names = sys.argv[1:] or NAMES
    if unknown := set(names) - set(NAMES):
        print(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}.")
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}. Medians; lower is better.")
    for name in names:
        import_module(f"{__package__}.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main())

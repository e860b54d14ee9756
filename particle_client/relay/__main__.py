"""``python -m particle_client.relay``: a relay as a service, and what relays say of themselves."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable
from functools import partial

from .. import Particle, ParticleError
from ..events.stream import EventStream
from . import Relay
from .keys import REDIS_ERRORS, connect
from .process import stop_on_signals
from .status import StatusCollector, read_status, tables


def main() -> None:
    """Read the command line, and run."""
    parser = argparse.ArgumentParser(
        prog="python -m particle_client.relay",
        description="Write the events of a fleet into Redis. The access token is taken from "
        "PARTICLE_ACCESS_TOKEN, or from the login of Particle's CLI.",
    )
    add = parser.add_argument
    add("command", nargs="?", choices=["run", "status"], default="run")
    add("--redis", default="redis://localhost:6379/0", metavar="URL", help="%(default)s")
    add("--name", default="particle", help="what its keys begin with (%(default)s)")
    add("--account", action="store_true", help="follow the devices of the account")
    add("--product", action="append", default=[], metavar="ID", help="follow a product")
    add("--org", action="append", default=[], metavar="ID", help="follow an organization")
    add("--prefix", help="only events whose name begins with this")
    add("--partitions", type=int, help="fixed when the relay runs for the first time (16)")
    add("--max-entries", type=int, default=1_000_000, help="to keep, about (%(default)s)")
    add("--max-age", type=float, metavar="SECONDS", help="to keep entries, about")
    add("--metrics", type=int, metavar="PORT", help="serve metrics for Prometheus here")
    add("--watch", action="store_true", help="show the status again and again, as tables")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    try:
        (_run if options.command == "run" else _show)(options)
    except KeyboardInterrupt:
        pass
    except (ParticleError, *REDIS_ERRORS) as error:
        sys.exit(str(error))


def _run(options: argparse.Namespace) -> None:
    with Particle(tool="relay") as particle:
        streams: dict[str, Callable[..., EventStream]] = {
            **{f"product/{name}": particle.product(name).events.stream for name in options.product},
            **{f"org/{name}": particle.org(name).events.stream for name in options.org},
        }
        if options.account:
            streams["account"] = partial(particle.events.stream, device="mine")
        if prefix := options.prefix:
            streams = {f"{name}/{prefix}": partial(streams[name], prefix) for name in streams}
        names = "name", "partitions", "max_entries", "max_age"
        relay = Relay(options.redis, streams, **{name: getattr(options, name) for name in names})
        if options.metrics is not None:
            from prometheus_client import CollectorRegistry, start_http_server

            (registry := CollectorRegistry()).register(StatusCollector(options.redis, options.name))
            start_http_server(options.metrics, registry=registry)
        with stop_on_signals(relay.stop):
            relay.run()


def _show(options: argparse.Namespace) -> None:
    status = partial(read_status, connect(options.redis), options.name)
    if not options.watch:
        return print(json.dumps(status(), indent=2))
    from rich.live import Live

    with Live(auto_refresh=False) as live:
        while True:
            live.update(tables(status()), refresh=True)
            time.sleep(1)


if __name__ == "__main__":
    main()

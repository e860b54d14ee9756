"""From the names of the document to those of Python."""

from __future__ import annotations

import keyword
import re


def snake(name: str) -> str:
    """`listLedgers` → `list_ledgers`, `OAuthClient` → `oauth_client`."""
    name = name.replace("OAuth", "Oauth")
    name = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1_\2", name)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name).replace("-", "_").replace(" ", "_").lower()


def pascal(name: str) -> str:
    """`logic_runs` → `LogicRuns`, `oauth_clients` → `OAuthClients`."""
    words = {"oauth": "OAuth", "os": "OS"}
    return "".join(words.get(part, part[:1].upper() + part[1:]) for part in name.split("_"))


def is_name(name: str) -> bool:
    """Whether a method, an argument or a field can be called so: public, and in snake_case."""
    plain = name.isidentifier() and not keyword.iskeyword(name)
    return plain and name == name.lower() and not name.startswith("_")

"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class CompilerMessage(NamedTuple):
    column: int | None
    excerpt: str
    file: str | None
    function: str | None
    included_from: tuple[str, ...]
    is_error: bool
    line: int | None
    option: str | None
    place: str
    severity: Literal["fatal error", "error", "warning", "note"]
    text: str

Severity: TypeAlias = Literal["fatal error", "error", "warning", "note"]

def parse_messages(output: str | Iterable[str]) -> list[CompilerMessage]: ...

"""What the generator stops with."""

from __future__ import annotations


class GeneratorError(Exception):
    """The document can't be turned into the client; `problems` says why, one a line."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems

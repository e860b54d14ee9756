"""The little of a C compiler that tells which ``#error`` of a program would be reached, and which
file ends in a word that is no statement."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DIRECTIVE = re.compile(
    r"([ \t]*)#[ \t]*(error|ifdef|ifndef|if|elif|else|endif|define|undef)\b[ \t]*(.*)"
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NAME = re.compile(r"\w*")
# In capitals, it may well be a macro.
_STRAY_WORD = re.compile(r"(?:\A|[;}])\s*^[ \t]*((?=\w*[a-z])[A-Za-z_]\w*)\s*\Z", re.M)
_PREDEFINED = frozenset({"PARTICLE", "PLATFORM_ID", "SPARK", "SYSTEM_VERSION", "__cplusplus"})


@dataclass(frozen=True, kw_only=True)
class ReachedError:
    """What ends the build. Line and column count from 1."""

    file: str
    line: int
    column: int
    text: str
    source_line: str


def reached_errors(files: Mapping[str, str]) -> Iterator[ReachedError]:
    """The ``#error`` lines that the preprocessor comes to, by name and text of the files.

    Of conditions it knows constants, and what a file itself defines. Under a condition that it
    doesn't know, nothing counts.
    """
    defined_in: dict[str, set[str]] = {}
    for file, text in files.items():
        for name in _defined_names(text):
            defined_in.setdefault(name, set()).add(file)
    for file, text in files.items():
        yield from _errors_of(file, text, defined_in)
        stray = _STRAY_WORD.search(_without_comments(text))
        if stray and stray[1] not in defined_in and file.endswith((".c", ".cpp", ".ino")):
            before = text[: stray.start(1)].split("\n")
            yield ReachedError(
                file=file,
                line=len(before),
                column=len(before[-1]) + 1,
                text=f"'{stray[1]}' does not name a type",
                source_line=text.split("\n")[len(before) - 1].rstrip(),
            )


def _without_comments(text: str) -> str:
    # What comes after them keeps its place.
    return _COMMENT.sub(lambda found: re.sub(r"[^\r\n]", " ", found[0]), text)


def _directives(text: str) -> Iterator[tuple[int, str, str, str]]:
    for number, line in enumerate(_without_comments(text).splitlines(), start=1):
        found = _DIRECTIVE.match(line)
        if found:
            yield number, found[1], found[2], found[3].strip()


def _defined_names(text: str) -> Iterator[str]:
    for _, _, directive, rest in _directives(text):
        if directive == "define":
            yield _NAME.match(rest)[0]  # type: ignore[index]  # it matches nothing at least


def _errors_of(file: str, text: str, defined_in: Mapping[str, set[str]]) -> Iterator[ReachedError]:
    lines = text.splitlines()
    defined = set(_PREDEFINED)
    branches: list[_Branches] = []

    def is_defined(rest: str) -> bool | None:
        name = rest.split()[0] if rest else ""
        if name in defined:
            return True
        # It may be included from another file.
        return None if defined_in.get(name, set()) - {file} else False

    for number, indent, directive, rest in _directives(text):
        reached = all(each.taken is True for each in branches)
        if directive in ("if", "ifdef", "ifndef"):
            known = is_defined(rest)
            condition: bool | None
            if directive == "ifdef":
                condition = known or None  # an option of the build may define it
            elif directive == "ifndef":
                condition = None if known is None else not known
            else:
                condition = _constant(rest)
            branches.append(_Branches(condition))
        elif directive in ("elif", "else") and branches:
            branches[-1].next(True if directive == "else" else _constant(rest))
        elif directive == "endif" and branches:
            branches.pop()
        elif not reached:
            continue
        elif directive == "define":
            defined.add(_NAME.match(rest)[0])  # type: ignore[index]
        elif directive == "undef":
            defined.discard(rest)
        elif directive == "error":
            column = len(indent) + 2
            yield ReachedError(
                file=file,
                line=number,
                column=column,
                text=f"#error {rest}".rstrip(),
                source_line=lines[number - 1],
            )


def _constant(condition: str) -> bool | None:
    return {"0": False, "false": False, "1": True, "true": True}.get(condition)


class _Branches:
    """The branches of one ``#if``: whether the present one is taken; None where nobody knows."""

    def __init__(self, condition: bool | None) -> None:
        self.taken = condition
        self._before = condition
        """Whether one of the branches so far was taken."""

    def next(self, condition: bool | None) -> None:
        """Goes on to the next branch."""
        if self._before is True:
            self.taken = False
        elif self._before is None:
            self.taken = None
        else:
            self.taken = self._before = condition

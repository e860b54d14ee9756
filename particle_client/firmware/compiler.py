"""What the cloud's compiler says, parsed: messages of GCC, the linker and make.

The cloud passes on what its build printed, as text. Nothing here raises on text that it can't read:
it gives fewer messages, and the text itself stays at hand (`CompileError.errors`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Severity: TypeAlias = Literal["fatal error", "error", "warning", "note"]


class CompilerMessage(NamedTuple):
    """One message of the compiler, the linker or make."""

    severity: Severity
    """How bad it is. A note belongs to the message before it."""
    text: str
    """What it says, without place and severity."""
    file: str | None = None
    """The file, as the compiler names it: relative to the project where that is known."""
    line: int | None = None
    """The line in the file, counted from 1."""
    column: int | None = None
    """The column in the line, counted from 1."""
    option: str | None = None
    """The option that asked for a warning, such as `-Wunused-variable`."""
    function: str | None = None
    """The function that it is about, as the compiler writes it."""
    included_from: tuple[str, ...] = ()
    """Where the file is included, as `file:line`, innermost first."""
    excerpt: str = ""
    """The lines of output that follow: usually the source line, with a mark below."""

    @property
    def is_error(self) -> bool:
        """Whether it keeps the source code from compiling."""
        return self.severity in ("error", "fatal error")

    @property
    def place(self) -> str:
        """`file:line:column`, as far as it is known."""
        place = [self.file or ""]
        place += [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join(place)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.file else ""
        option = f" [{self.option}]" if self.option else ""
        return f"{place}{self.severity}: {self.text}{option}"


# Colours, and links around the names of options.
_ESCAPES = re.compile(r"\x1b\[[0-9;:?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_OPEN, _CLOSE = "['`\u2018]", "['\u2019]"
# A path may begin with a drive (C:\), and never with spaces, as lines of an excerpt do.
_FILE = r"(?P<file>(?:[A-Za-z]:(?=[\\/]))?[^\s:|][^:|]*?)"
_PLACE = rf"{_FILE}:(?P<line>[0-9]{{1,9}})(?::(?P<column>[0-9]{{1,9}}))?"
_SEVERITY = (
    r"(?P<severity>(?i:fatal error|error|warning|note)|internal compiler error|"
    r"sorry, unimplemented)"
)
_CONTEXT = re.compile(
    rf"{_FILE}(?:\([^()]*\))?: (?P<text>"
    r"[Ii]n (?:[a-z]+ ){0,4}(?:function|constructor|destructor|instantiation of|substitution of)\b"
    r".*|At (?:global scope|top level).*)"
).fullmatch
_QUOTED = re.compile(rf"{_OPEN}([^'\u2018\u2019]+){_CLOSE}").search
_INCLUDED_START = "In file included from "
_INCLUDED = re.compile(rf"(?:{_INCLUDED_START}|\s+from ){_PLACE}[:,]").fullmatch
_OBJECT = r"[^\s:][^:]*\.(?:o|a|obj)(?:\([^()]*\))?"
_LINKED = rf"(?:{_OBJECT}:\s?)?(?:{_FILE}:(?:(?P<line>[0-9]{{1,9}})|\([^()]*\)): )?"
_MESSAGES = tuple(
    re.compile(pattern).fullmatch
    for pattern in (
        rf"{_PLACE}:\s+{_SEVERITY}:\s+(?P<text>.*)",
        # How the compiler got to the template of the next message.
        rf"{_PLACE}:\s+(?P<text>(?:recursively )?required .*)",
        rf"{_LINKED}(?P<text>(?:undefined reference to|multiple definition of|"
        r"relocation truncated to fit|first defined here).*)",
        rf"(?:\S+ )?(?P<text>region {_OPEN}\S+{_CLOSE} overflowed by \d+ bytes?.*|"
        rf"section {_OPEN}?\S+{_CLOSE}? (?:will not fit in region|(?:LMA .*)?overlaps section) .*|"
        r"cannot find -l\S+.*|cannot move location counter .*)",
        r"(?:\S*[\\/-])?(?:cc1|cc1plus|collect2|gcc|g\+\+|ld|as|ar|objcopy|lto1|lto-wrapper)"
        rf"(?:\.exe)?\s*:\s+{_SEVERITY}\s*:\s+(?P<text>.*)",
        r"cc1(?:plus)?(?:\.exe)?: (?P<text>.*warnings being treated as errors)",
        # What made make stop, but for what follows from another message.
        rf"(?:make(?:\[\d+\])?|{_PLACE}): \*\*\* "
        r"(?!\[.*\] Error -?\d|Waiting for unfinished jobs)(?P<text>.*?)(?:\.\s+Stop\.)?",
    )
)
_NOTES = ("required", "recursively required", "first defined")
_CHATTER = re.compile(
    r"make(?:\[\d+\])?: .*|.*: recipe for target '.*' failed|compilation terminated\..*"
).fullmatch
_OPTION = re.compile(r"\s*\[(-W[^\[\]]+)\]\Z")
_OTHER_SEVERITIES = {"internal compiler error": "fatal error", "sorry, unimplemented": "error"}
_FOLDERS = re.compile(r"[\\/]")
_LINKER = re.compile(r"(?:\S*-)?ld(?:\.bfd|\.gold)?(?:\.exe)?").fullmatch
_LONGEST = 4000
"""Characters of a line that are looked at."""


def parse_messages(output: str | Iterable[str]) -> list[CompilerMessage]:
    """Return the messages in the output of a build, in order.

    Read are messages of GCC (with or without columns and colours, with Unix or Windows paths), of
    the linker, and what made make stop. What isn't a message is passed over.

    Args:
        output: The text, or several: `CompileError.errors`, for example.
    """
    texts = [output] if isinstance(output, str) else output
    return [message for text in texts for message in _Parser().parse(text)]


def summary(messages: Sequence[CompilerMessage]) -> str:
    """Return the first errors, one a line; nothing where there is none."""
    errors = [message for message in messages if message.is_error]
    # That the linker failed is no news where it said why.
    shown = [message for message in errors if not _LINKER_FAILED(message.text)] or errors
    lines = [str(message)[:_LONGEST_SHOWN] for message in shown[:_MOST_SHOWN]]
    if more := len(shown) - len(lines):
        lines.append(f"… and {more} more: see error.messages")
    return "\n".join(lines)


_LINKER_FAILED = re.compile(r"ld returned \d+ exit status").fullmatch
_MOST_SHOWN, _LONGEST_SHOWN = 5, 500


class _Parser:
    """Reads line by line; what a line says about the next ones is kept."""

    def __init__(self) -> None:
        self._messages: list[CompilerMessage] = []
        self._function: tuple[str, str] | None = None
        """The file and the function that the next messages are about."""
        self._included: list[str] = []
        self._included_from: dict[str | None, tuple[str, ...]] = {}
        self._excerpt: list[str] | None = None
        """Lines after the last message; None when they belong to no message."""

    def parse(self, text: str) -> list[CompilerMessage]:
        for line in _ESCAPES.sub("", text).splitlines():
            self._read(line[:_LONGEST].rstrip())
        self._end_excerpt()
        return self._messages

    def _read(self, line: str) -> None:
        if self._read_include(line):
            return
        plain = _without_linker(line)
        for match in _MESSAGES:
            if found := match(plain) or match(line):
                self._add(found.groupdict())
                return
        if found := _CONTEXT(plain):
            self._end_excerpt()
            quoted = _QUOTED(found["text"])
            self._function = (found["file"], quoted[1]) if quoted else None
        elif _CHATTER(line):
            self._end_excerpt()
        elif self._excerpt is not None:
            self._excerpt.append(line)

    def _read_include(self, line: str) -> bool:
        found = _INCLUDED(line)
        if not found:
            return False
        if line.startswith(_INCLUDED_START):
            self._end_excerpt()
            self._included = []
        elif not self._included:
            return False
        self._included.append(f"{found['file']}:{found['line']}")
        return True

    def _add(self, found: dict[str, str]) -> None:
        self._end_excerpt()
        file, line, column = found.get("file"), found.get("line"), found.get("column")
        text = found["text"]
        default = "note" if text.startswith(_NOTES) else "error"
        name = (found.get("severity") or default).lower()
        severity = _OTHER_SEVERITIES.get(name, name)
        if name != severity:
            text = f"{name}: {text}"
        option = _OPTION.search(text)
        if self._included:
            self._included_from[file] = tuple(self._included)
            self._included = []
        self._messages.append(
            CompilerMessage(
                cast("Severity", severity),
                (text[: option.start()] if option else text).strip(),
                file,
                int(line) if line else None,
                int(column) if column else None,
                option[1] if option else None,
                self._function_of(file, text),
                self._included_from.get(file, ()),
            )
        )
        self._excerpt = []

    def _function_of(self, file: str | None, text: str) -> str | None:
        if self._function is None:
            return None
        named, function = self._function
        # The compiler names the source file before a function, the linker the object file.
        if text.startswith("undefined reference"):
            return function if named.endswith((".o", ".a", ".obj")) else None
        return function if named == file else None

    def _end_excerpt(self) -> None:
        if self._excerpt:
            excerpt = "\n".join(self._excerpt).strip("\n")
            self._messages[-1] = self._messages[-1]._replace(excerpt=excerpt)
        self._excerpt = None


def _without_linker(line: str) -> str:
    """Take away the path of the linker, with which it begins its lines."""
    path, colon, rest = line.partition(": ")
    return rest if colon and _LINKER(_FOLDERS.split(path)[-1]) else line

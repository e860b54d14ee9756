"""What the cloud's compiler says, parsed: messages of GCC, the linker and make.

The cloud passes on what its build printed, as text. Nothing here raises on text that it can't read:
it gives fewer messages, and the text itself stays at hand (`CompileError.errors`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["CompilerMessage", "Severity", "parse_messages", "summary"]

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
_DIAGNOSTIC = re.compile(rf"{_PLACE}:\s+{_SEVERITY}:\s+(?P<text>.*)").fullmatch
# "required from here": how the compiler got to the template of the next message.
_REQUIRED = re.compile(rf"{_PLACE}:\s+(?P<text>(?:recursively )?required .*)").fullmatch
_CONTEXT = re.compile(
    rf"{_FILE}(?:\([^()]*\))?: (?P<text>"
    r"[Ii]n (?:[a-z]+ ){0,4}(?:function|constructor|destructor|instantiation of|substitution of)\b"
    r".*|At (?:global scope|top level).*)"
).fullmatch
_QUOTED = re.compile(rf"{_OPEN}([^'\u2018\u2019]+){_CLOSE}").search
_INCLUDED_START = "In file included from "
_INCLUDED = re.compile(rf"(?:{_INCLUDED_START}|\s+from ){_PLACE}[:,]").fullmatch
_OBJECT = r"[^\s:][^:]*\.(?:o|a|obj)(?:\([^()]*\))?"
_LINKED = re.compile(
    rf"(?:{_OBJECT}:\s?)?(?:{_FILE}:(?:(?P<line>[0-9]{{1,9}})|\([^()]*\)): )?"
    r"(?P<text>(?:undefined reference to|multiple definition of|relocation truncated to fit|"
    r"first defined here).*)"
).fullmatch
_FOLDERS = re.compile(r"[\\/]")
_LINKER = re.compile(r"(?:\S*-)?ld(?:\.bfd|\.gold)?(?:\.exe)?").fullmatch
_MEMORY = re.compile(
    rf"(?:\S+ )?(?P<text>region {_OPEN}\S+{_CLOSE} overflowed by \d+ bytes?.*|"
    rf"section {_OPEN}?\S+{_CLOSE}? (?:will not fit in region|(?:LMA .*)?overlaps section) .*|"
    r"cannot find -l\S+.*|cannot move location counter .*)"
).fullmatch
_TOOL = re.compile(
    r"(?:\S*[\\/-])?(?:cc1|cc1plus|collect2|gcc|g\+\+|ld|as|ar|objcopy|lto1|lto-wrapper)(?:\.exe)?"
    rf"\s*:\s+{_SEVERITY}\s*:\s+(?P<text>.*)"
).fullmatch
_WARNINGS_COUNT = re.compile(
    r"cc1(?:plus)?(?:\.exe)?: (?P<text>.*warnings being treated as errors)"
).fullmatch
_MAKE_STOPPED = re.compile(
    rf"(?:make(?:\[\d+\])?|{_PLACE}): \*\*\* (?P<text>.*?)(?:\.\s+Stop\.)?"
).fullmatch
# What follows from another message.
_MAKE_GAVE_UP = re.compile(r"\[.*\] Error -?\d+.*|Waiting for unfinished jobs.*").fullmatch
_CHATTER = re.compile(
    r"make(?:\[\d+\])?: .*|.*: recipe for target '.*' failed|compilation terminated\..*"
).fullmatch
_OPTION = re.compile(r"\s*\[(-W[^\[\]]+)\]\Z")
_SEVERITIES: dict[str, Severity] = {
    "fatal error": "fatal error",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "internal compiler error": "fatal error",
    "sorry, unimplemented": "error",
}
_LONGEST = 4000
"""Characters of a line that are looked at."""


def parse_messages(output: str | Iterable[str]) -> list[CompilerMessage]:
    """Give the messages that the output of a build holds, in order.

    Read are messages of GCC (with or without columns and colours, with Unix or Windows paths), of
    the linker, and what made make stop. What isn't a message is passed over.

    Args:
        output: The text, or several: `CompileError.errors`, for example.
    """
    texts = [output] if isinstance(output, str) else output
    parser = _Parser()
    for text in texts:
        for line in _ESCAPES.sub("", text).splitlines():
            parser.feed(line[:_LONGEST].rstrip())
        parser.end()
    return parser.messages


def summary(messages: Sequence[CompilerMessage]) -> str:
    """Give the first errors, one a line; nothing where there is none."""
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
        self.messages: list[CompilerMessage] = []
        self._function: tuple[str, str] | None = None
        """The file and the function that the next messages are about."""
        self._included: list[str] = []
        self._included_from: dict[str | None, tuple[str, ...]] = {}
        self._excerpt: list[str] | None = None
        """Lines after the last message; None when they belong to no message."""

    def feed(self, line: str) -> None:
        """Read one line."""
        plain = _without_linker(line)
        if not (
            self._read_include(line)
            or self._read_diagnostic(line)
            or self._read_context(plain)
            or self._read_linker(plain)
            or self._read_tool(line)
        ):
            if _CHATTER(line):
                self._end_excerpt()
            elif self._excerpt is not None:
                self._excerpt.append(line)

    def end(self) -> None:
        """End one text; the next one is about something else."""
        self._end_excerpt()
        self._function = None
        self._included = []
        self._included_from = {}

    def _add(
        self,
        severity: Severity,
        text: str,
        found: re.Match[str] | None = None,
        *,
        of_object: bool = False,
    ) -> None:
        self._end_excerpt()
        place = found.groupdict() if found else {}
        file = place.get("file")
        option = _OPTION.search(text)
        if self._included:
            self._included_from[file] = tuple(self._included)
            self._included = []
        self.messages.append(
            CompilerMessage(
                severity,
                (text[: option.start()] if option else text).strip(),
                file,
                _number(place.get("line")),
                _number(place.get("column")),
                option[1] if option else None,
                self._function_for(file, of_object),
                self._included_from.get(file, ()),
            )
        )
        self._excerpt = []

    def _function_for(self, file: str | None, of_object: bool) -> str | None:
        if self._function is None:
            return None
        named, function = self._function
        # The compiler names the source file before a function, the linker the object file.
        same = named.endswith((".o", ".a", ".obj")) if of_object else named == file
        return function if same else None

    def _end_excerpt(self) -> None:
        if self._excerpt:
            excerpt = "\n".join(self._excerpt).strip("\n")
            self.messages[-1] = self.messages[-1]._replace(excerpt=excerpt)
        self._excerpt = None

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

    def _read_diagnostic(self, line: str) -> bool:
        found = _DIAGNOSTIC(line)
        if found:
            name = found["severity"].lower()
            severity, text = _SEVERITIES[name], found["text"]
            self._add(severity, text if name == severity else f"{name}: {text}", found)
            return True
        found = _REQUIRED(line)
        if found:
            self._add("note", found["text"], found)
        return found is not None

    def _read_context(self, line: str) -> bool:
        found = _CONTEXT(line)
        if found:
            self._end_excerpt()
            quoted = _QUOTED(found["text"])
            self._function = (found["file"], quoted[1]) if quoted else None
        return found is not None

    def _read_linker(self, line: str) -> bool:
        found = _LINKED(line)
        if found:
            text = found["text"]
            severity: Severity = "note" if text.startswith("first defined") else "error"
            self._add(severity, text, found, of_object=text.startswith("undefined reference"))
            return True
        found = _MEMORY(line)
        if found:
            self._add("error", found["text"])
        return found is not None

    def _read_tool(self, line: str) -> bool:
        found = _TOOL(line)
        if found:
            self._add(_SEVERITIES[found["severity"].lower()], found["text"])
            return True
        found = _WARNINGS_COUNT(line)
        if found:
            self._add("error", found["text"])
            return True
        found = _MAKE_STOPPED(line)
        if found is None or _MAKE_GAVE_UP(found["text"]):
            return False
        self._add("error", found["text"], found)
        return True


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _without_linker(line: str) -> str:
    """Take away the path of the linker, with which it begins its lines."""
    path, colon, rest = line.partition(": ")
    return rest if colon and _LINKER(_FOLDERS.split(path)[-1]) else line

"""What the cloud's compiler says, parsed: messages of GCC, the linker and make.

The cloud passes on what its build printed, as text. Nothing here raises on text that it can't read:
it gives fewer messages, and the text itself stays at hand (`CompileError.errors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias, cast

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
    """The lines of output that follow: usually the source line, with a mark below. The lines before
    of `ld returned 1 exit status` and the like, unless an error comes before."""

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
        rf"{_LINKED}(?P<text>(?:(?:more )?undefined references? to|multiple definition of|"
        r"relocation truncated to fit|dangerous relocation|first defined here).*)",
        rf"(?P<text>address \S+ of \S+ section {_OPEN}\S+{_CLOSE} is not within region .*|"
        rf"{_OPEN}\S+{_CLOSE} referenced in section .*: defined in discarded section .*)",
        rf"(?:\S+ )?(?P<text>region {_OPEN}\S+{_CLOSE} overflowed by \d+ bytes?.*|"
        rf"section {_OPEN}?\S+{_CLOSE}? (?:will not fit in region|(?:[LV]MA .*)?overlaps section) "
        r".*|cannot find -l\S+.*|cannot move location counter .*)",
        r"(?:\S*[\\/-])?(?:cc1|cc1plus|collect2|gcc|g\+\+|ld|as|ar|objcopy|lto1|lto-wrapper)"
        rf"(?:\.exe)?\s*:\s+{_SEVERITY}\s*:\s+(?P<text>.*)",
        rf"\S*ld(?:\.bfd|\.exe)?:{_PLACE}: (?P<text>.*)",  # a script of the linker
        r"cc1(?:plus)?(?:\.exe)?: (?P<text>.*warnings being treated as errors)",
        # What made make stop, but for what follows from another message.
        rf"(?:make(?:\[\d+\])?|{_PLACE}): \*\*\* "
        r"(?!\[.*\] Error -?\d|Waiting for unfinished jobs)(?P<text>.*?)(?:\.\s+Stop\.)?",
    )
)
_NOTES = ("required", "recursively required", "first defined", "more undefined")
_CHATTER = re.compile(
    r"make(?:\[\d+\])?: .*|.*: recipe for target '.*' failed|compilation terminated\..*"
).fullmatch
_OPTION = re.compile(r"(?P<text>.*?)\s*\[(?P<option>-W[^\[\]]+)\]", re.DOTALL).fullmatch
_OTHER_SEVERITIES = {"internal compiler error": "fatal error", "sorry, unimplemented": "error"}
_LINKER = re.compile(r"(?:\S*-)?ld(?:\.bfd|\.gold)?(?:\.exe)?").fullmatch
_CONSEQUENCE = re.compile(r"ld returned \d+ exit status|\[.*\] .*").fullmatch
_LONGEST = 4000
"""Characters of a line that are looked at."""
_MOST_SHOWN, _LONGEST_SHOWN, _LINES_BEFORE = 5, 500, 10


def parse_messages(output: str | Iterable[str]) -> list[CompilerMessage]:
    """Return the messages in the output of a build, in order.

    Read are messages of GCC (with or without columns and colours, with Unix or Windows paths), of
    the linker, and what made make stop. What isn't a message is passed over.

    Args:
        output: The text, or several: `CompileError.errors`, for example.
    """
    texts = [output] if isinstance(output, str) else output
    return [message for text in texts for message in _parse(text)]


def summary(messages: Sequence[CompilerMessage]) -> str:
    """Return the first errors, one a line; nothing where there is none."""
    errors = [message for message in messages if message.is_error]
    # That the linker or make failed is no news where something said why.
    causes = [message for message in errors if not _CONSEQUENCE(message.text)]
    shown = causes or errors
    lines = [str(message)[:_LONGEST_SHOWN] for message in shown[:_MOST_SHOWN]]
    if more := len(shown) - len(lines):
        lines.append(f"… and {more} more: see error.messages")
    if shown and not causes:
        lines.insert(0, shown[0].excerpt[-_LONGEST_SHOWN:])
    return "\n".join(lines).lstrip("\n")


def _parse(text: str) -> Iterator[CompilerMessage]:
    messages: list[CompilerMessage] = []
    excerpts: list[list[str]] = []
    excerpt: list[str] = []  # where a line goes that is nothing else
    context: tuple[str, str] | None = None  # the file and the function of the next messages
    included: list[str] = []
    included_from: dict[str | None, tuple[str, ...]] = {}
    for raw in _ESCAPES.sub("", text).splitlines():
        line = raw[:_LONGEST].rstrip()
        path, _, rest = line.partition(": ")  # the linker begins its lines with its path
        is_linker = _LINKER(path.replace("\\", "/").rpartition("/")[2])
        plain = rest if is_linker else line
        found = _INCLUDED(line)
        if found and (included or line.startswith(_INCLUDED_START)):
            if line.startswith(_INCLUDED_START):
                included, excerpt = [], []
            included.append(f"{found['file']}:{found['line']}")
        elif found := _find_message(plain) or _find_message(line):
            message = _message(found.groupdict(), context)
            if included:
                included_from[message.file] = tuple(included)
                included = []
            before = excerpt[-_LINES_BEFORE:]
            excerpt = []
            is_cause = any(each.is_error for each in messages) or not _CONSEQUENCE(message.text)
            excerpts.append(excerpt if is_cause else before)
            messages.append(message._replace(included_from=included_from.get(message.file, ())))
        elif found := _CONTEXT(plain):
            quoted = _QUOTED(found["text"])
            context = (found["file"], quoted[1]) if quoted else None
            excerpt = []
        elif is_linker and rest:
            _, is_warning, text = rest.rpartition("warning: ")
            excerpt = []
            excerpts.append(excerpt)
            messages.append(CompilerMessage("warning" if is_warning else "error", text))
        elif _CHATTER(line):
            excerpt = []
        else:
            excerpt.append(line)
    for message, lines in zip(messages, excerpts, strict=True):
        yield message._replace(excerpt="\n".join(lines).strip("\n"))


def _find_message(line: str) -> re.Match[str] | None:
    return next((found for match in _MESSAGES if (found := match(line))), None)


def _message(found: dict[str, str], context: tuple[str, str] | None) -> CompilerMessage:
    file, line, column, text = (found.get(key) for key in ("file", "line", "column", "text"))
    text = text or ""
    name = (found.get("severity") or ("note" if text.startswith(_NOTES) else "error")).lower()
    severity = _OTHER_SEVERITIES.get(name, name)
    if name != severity:
        text = f"{name}: {text}"
    with_option = _OPTION(text)
    function = None
    if context is not None:
        # The compiler names the source file before a function, the linker the object file.
        is_linked = text.startswith("undefined reference")
        named, function = context
        if not (named.endswith((".o", ".a", ".obj")) if is_linked else named == file):
            function = None
    return CompilerMessage(
        cast("Severity", severity),
        (with_option["text"] if with_option else text).strip(),
        file,
        int(line) if line else None,
        int(column) if column else None,
        with_option["option"] if with_option else None,
        function,
    )

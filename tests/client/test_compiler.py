"""What the compiler says, parsed: places, severities, linker, make; and the sizes of a binary."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client import CompileError
from particle_client.firmware.compiler import CompilerMessage, parse_messages
from particle_client.models import CompiledFirmware
from particle_client.schema.binaries import BinarySize

BUILD = """\
In file included from lib/relay/src/relay.h:3:0,
                 from main.cpp:1:
lib/relay/src/pins.h:12:3: error: expected ';' before 'int'
   int pin;
   ^~~
lib/relay/src/pins.h:14:1: error: 'pin' was not declared in this scope
main.cpp: In function 'void setup()':
main.cpp:4:9: warning: unused variable 'level' [-Wunused-variable]
     int level;
         ^~~~~
main.cpp:6:3: error: 'digitlWrite' was not declared in this scope
    6 |   digitlWrite(D7, HIGH);
      |   ^~~~~~~~~~~
main.cpp:6:3: note: suggested alternative: 'digitalWrite'
main.cpp: At global scope:
main.cpp:9:1: error: expected declaration before '}' token
make[1]: *** [../build/target/user/platform-13-m/main.o] Error 1
make: *** [user] Error 2
"""


def test_a_build_that_fails() -> None:
    included = ("lib/relay/src/relay.h:3", "main.cpp:1")
    pins = "lib/relay/src/pins.h"
    function = "void setup()"
    assert parse_messages(BUILD) == [
        CompilerMessage(
            severity="error",
            text="expected ';' before 'int'",
            file=pins,
            line=12,
            column=3,
            included_from=included,
            excerpt="   int pin;\n   ^~~",
        ),
        CompilerMessage(
            severity="error",
            text="'pin' was not declared in this scope",
            file=pins,
            line=14,
            column=1,
            included_from=included,
        ),
        CompilerMessage(
            severity="warning",
            text="unused variable 'level'",
            file="main.cpp",
            line=4,
            column=9,
            option="-Wunused-variable",
            function=function,
            excerpt="     int level;\n         ^~~~~",
        ),
        CompilerMessage(
            severity="error",
            text="'digitlWrite' was not declared in this scope",
            file="main.cpp",
            line=6,
            column=3,
            function=function,
            excerpt="    6 |   digitlWrite(D7, HIGH);\n      |   ^~~~~~~~~~~",
        ),
        CompilerMessage(
            severity="note",
            text="suggested alternative: 'digitalWrite'",
            file="main.cpp",
            line=6,
            column=3,
            function=function,
        ),
        CompilerMessage(
            severity="error",
            text="expected declaration before '}' token",
            file="main.cpp",
            line=9,
            column=1,
        ),
    ]


@pytest.mark.parametrize(
    ("line", "severity", "place", "text"),
    [
        ("a.cpp:3: error: no column", "error", ("a.cpp", 3, None), "no column"),
        (
            "a.c:1:9: fatal error: b.h: No such file",
            "fatal error",
            ("a.c", 1, 9),
            "b.h: No such file",
        ),
        ("lib/x/src/y.cpp:12:3: error: z", "error", ("lib/x/src/y.cpp", 12, 3), "z"),
        ("../../../a b/main.cpp:2:1: warning: z", "warning", ("../../../a b/main.cpp", 2, 1), "z"),
        (r"C:\proj\main.cpp:3:5: error: z", "error", (r"C:\proj\main.cpp", 3, 5), "z"),
        ("d:/p/main.ino:3: error: z", "error", ("d:/p/main.ino", 3, None), "z"),
        (
            'main.cpp:2:4: error: #error "no: board"',
            "error",
            ("main.cpp", 2, 4),
            '#error "no: board"',
        ),
        (
            "/tmp/cc1.s:12: Error: bad instruction `f'",
            "error",
            ("/tmp/cc1.s", 12, None),
            "bad instruction `f'",
        ),
        (
            "x.h:1:2: internal compiler error: Segmentation fault",
            "fatal error",
            ("x.h", 1, 2),
            "internal compiler error: Segmentation fault",
        ),
        ("main.cpp:3:4:   required from here", "note", ("main.cpp", 3, 4), "required from here"),
        (
            "d:\\Src\\user/app.cpp:537: undefined reference to `A::sleep(unsigned short)'",
            "error",
            (r"d:\Src\user/app.cpp", 537, None),
            "undefined reference to `A::sleep(unsigned short)'",
        ),
        (
            "main.cpp:(.text.setup+0x2): undefined reference to `bar()'",
            "error",
            ("main.cpp", None, None),
            "undefined reference to `bar()'",
        ),
        (
            "/bin/ld: b.o:/src/b.cpp:3: multiple definition of `y'; a.o: first defined here",
            "error",
            ("/src/b.cpp", 3, None),
            "multiple definition of `y'; a.o: first defined here",
        ),
        ("a.o:(.data+0x0): first defined here", "note", ("a.o", None, None), "first defined here"),
        (
            "d:/arm 4.9/bin/ld.exe: region `APP_FLASH' overflowed by 4176 bytes",
            "error",
            (None, None, None),
            "region `APP_FLASH' overflowed by 4176 bytes",
        ),
        (
            "/bin/arm-none-eabi-ld: ../main.elf section `.text' will not fit in region `APP_FLASH'",
            "error",
            (None, None, None),
            "section `.text' will not fit in region `APP_FLASH'",
        ),
        (
            "C:/gcc arm/ld.exe: section .bss LMA [080a,080b] overlaps section .data LMA [1,2]",
            "error",
            (None, None, None),
            "section .bss LMA [080a,080b] overlaps section .data LMA [1,2]",
        ),
        *(
            (line, "error", place, text)
            # As binutils 2.24 (old) and 2.42 (new) write them.
            for line, place, text in [
                (
                    "/b/ld: address 0x8080a10 of t.elf section `.bss' is not within region `SRAM'",
                    (None, None, None),
                    "address 0x8080a10 of t.elf section `.bss' is not within region `SRAM'",
                ),
                (
                    "address 0x20 of t.elf section '.bss' is not within region 'SRAM'",
                    (None, None, None),
                    "address 0x20 of t.elf section '.bss' is not within region 'SRAM'",
                ),
                (
                    "ld: section .data VMA [1,2] overlaps section .bss VMA [1,3]",
                    (None, None, None),
                    "section .data VMA [1,2] overlaps section .bss VMA [1,3]",
                ),
                (
                    "ld: a.o: undefined reference to symbol 'x@@V1'",
                    (None, None, None),
                    "undefined reference to symbol 'x@@V1'",
                ),
                (
                    "`f' referenced in section `.text' of a.o: defined in discarded section `.f' of"
                    " b.o",
                    (None, None, None),
                    "`f' referenced in section `.text' of a.o: defined in discarded section `.f' of"
                    " b.o",
                ),
                (
                    "main.cpp:(.text+0x2): dangerous relocation: unsupported relocation",
                    ("main.cpp", None, None),
                    "dangerous relocation: unsupported relocation",
                ),
                (
                    "/opt/gcc/bin/arm-none-eabi-ld: cannot open linker script file module.ld: No "
                    "such file or directory",
                    (None, None, None),
                    "cannot open linker script file module.ld: No such file or directory",
                ),
                (
                    "ld: a.o: file not recognized: file format not recognized",
                    (None, None, None),
                    "a.o: file not recognized: file format not recognized",
                ),
                (
                    "ld:../linker/module.ld:12: syntax error",
                    ("../linker/module.ld", 12, None),
                    "syntax error",
                ),
            ]
        ),
        (
            "main.cpp:(.text+0x8): more undefined references to `f()' follow",
            "note",
            ("main.cpp", None, None),
            "more undefined references to `f()' follow",
        ),
        (
            "/bin/ld: a.o: warning: relocation against `x' in read-only section `.text'",
            "warning",
            (None, None, None),
            "relocation against `x' in read-only section `.text'",
        ),
        (
            "collect2: error: ld returned 1 exit status",
            "error",
            (None, None, None),
            "ld returned 1 exit status",
        ),
        (
            "arm-none-eabi-g++: error: x.cpp: No such file or directory",
            "error",
            (None, None, None),
            "x.cpp: No such file or directory",
        ),
        (
            "cc1plus: all warnings being treated as errors",
            "error",
            (None, None, None),
            "all warnings being treated as errors",
        ),
        (
            "make: *** No rule to make target 'x.o', needed by 'user'.  Stop.",
            "error",
            (None, None, None),
            "No rule to make target 'x.o', needed by 'user'",
        ),
        (
            "lib/build.mk:7: *** missing separator.  Stop.",
            "error",
            ("lib/build.mk", 7, None),
            "missing separator",
        ),
    ],
)
def test_one_message(
    line: str, severity: str, place: tuple[str | None, int | None, int | None], text: str
) -> None:
    [message] = parse_messages(line)
    assert (message.severity, message.text) == (severity, text)
    assert (message.file, message.line, message.column) == place
    assert parse_messages(f"{line}\r\n") == [message]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   int a: 3;",
        "make[1]: *** [../build/target/user/main.o] Error 1",
        "make: *** [user] Error 2",
        "make[2]: Entering directory '/firmware/user'",
        "../../build/module.mk:282: recipe for target '../build/main.o' failed",
        "compilation terminated.",
        "Building file: main.cpp",
        "main.cpp: In function 'void setup()':",
        "In file included from main.cpp:1:",
        "https://docs.example/errors: see there",
    ],
)
def test_no_message(line: str) -> None:
    assert parse_messages(line) == []


def test_colours_are_taken_away() -> None:
    line = (
        "\x1b[01m\x1b[Kmain.cpp:5:7:\x1b[m\x1b[K \x1b[01;35m\x1b[Kwarning: \x1b[m\x1b[Kunused "
        "[\x1b[01;35m\x1b[K\x1b]8;;https://gcc.example/Wunused\x07-Wunused\x1b]8;;\x07\x1b[m\x1b[K]"
    )
    [message] = parse_messages(line)
    assert (message.place, message.text, message.option) == ("main.cpp:5:7", "unused", "-Wunused")


def test_the_linker_names_functions() -> None:
    output = (
        "../build/target/user/platform-13-m/libuser.a(main.o): In function `loop':\n"
        "/src/main.cpp:12: undefined reference to `foo()'\n"
        "/opt/bin/ld: ../libuser.a(other.o): in function `setup':\n"
        "other.cpp:(.text.setup+0x2): undefined reference to `bar()'\n"
        "b.o:(.data+0x0): multiple definition of `x'\n"
        "collect2: error: ld returned 1 exit status\n"
    )
    found = [(each.file, each.line, each.function) for each in parse_messages(output)]
    assert found == [
        ("/src/main.cpp", 12, "loop"),
        ("other.cpp", None, "setup"),
        ("b.o", None, None),
        (None, None, None),
    ]


def test_several_texts_have_nothing_to_do_with_each_other() -> None:
    texts = ["main.cpp: In function 'void setup()':", "main.cpp:4:9: error: no\n", "  stray line"]
    assert parse_messages(texts) == [CompilerMessage("error", "no", "main.cpp", 4, 9)]


# --- CompileError ---------------------------------------------------------------------------------


def test_the_error_shows_the_errors_only() -> None:
    error = CompileError([BUILD], "Compiler timed out or encountered an error")
    assert str(error) == (
        "lib/relay/src/pins.h:12:3: error: expected ';' before 'int'\n"
        "lib/relay/src/pins.h:14:1: error: 'pin' was not declared in this scope\n"
        "main.cpp:6:3: error: 'digitlWrite' was not declared in this scope\n"
        "main.cpp:9:1: error: expected declaration before '}' token"
    )
    assert error.errors == [BUILD]
    assert len(error.messages) == 6
    assert [each.is_error for each in error.messages] == [True, True, False, True, False, True]


def test_the_error_stays_short() -> None:
    many = "".join(f"a.cpp:{line}:1: error: {'x' * 9000}\n" for line in range(1, 200))
    error = CompileError([many])
    assert len(str(error)) < 3000
    assert str(error).endswith("\n… and 194 more: see error.messages")
    assert len(CompileError(["no message of a compiler\n" * 9999]).args[0]) < 3000


def test_that_the_linker_failed_is_shown_only_where_nothing_else_is() -> None:
    failed = "collect2: error: ld returned 1 exit status"
    assert str(CompileError([failed])) == "error: ld returned 1 exit status"
    said = "region `APP_FLASH' overflowed by 4176 bytes"
    assert str(CompileError([f"/bin/ld: {said}\n{failed}"])) == f"error: {said}"


@pytest.mark.parametrize(
    "consequence",
    [
        "collect2: error: ld returned 1 exit status",
        "make[1]: *** [../build/main.o] Segmentation fault (core dumped)",
    ],
)
def test_a_consequence_alone_comes_with_the_lines_before(consequence: str) -> None:
    text = f"Building file: main.cpp\nlto: no space left\n{consequence}\nmake: *** [all] Error 2\n"
    [message] = CompileError([text]).messages
    assert message.excerpt == "Building file: main.cpp\nlto: no space left"
    assert str(CompileError([text])) == f"{message.excerpt}\n{message}"
    cause = CompileError([f"a.c:1:2: error: x\n{text}"])
    assert str(cause) == "a.c:1:2: error: x"
    assert cause.messages[1].excerpt == ""


def test_of_a_text_without_messages_the_end_is_shown() -> None:
    text = "nothing to read\n" * 999 + "no space left\nmake: *** [user] Error 1"
    assert str(CompileError([text])).endswith("no space left\nmake: *** [user] Error 1")


def test_messages_may_be_in_the_output() -> None:
    assert CompileError(["it failed"], "a.c:1:2: error: x").messages[0].place == "a.c:1:2"


def test_warnings_alone_hide_nothing() -> None:
    text = "a.c:1:2: warning: x\nThe build ended without a binary."
    assert str(CompileError([text])) == text


def test_messages_are_copied() -> None:
    error = CompileError([BUILD])
    copies: list[CompileError] = [
        copy.copy(error),
        copy.deepcopy(error),
        pickle.loads(pickle.dumps(error)),
    ]
    for again in copies:
        assert again.messages == error.messages
        assert str(again) == str(error)


# Pieces that messages are made of, in any order.
pieces = st.sampled_from(
    [
        *(
            "main.cpp",
            "C:\\a",
            "lib/x/y.h",
            ":",
            ":1",
            ":12:3",
            ": ",
            " ",
            "\n",
            "'",
            "`",
            "\x1b[1m",
        ),
        *("error: ", "warning: ", "note: ", "fatal error: ", "In file included from ", "  from "),
        *(
            "In function `f':",
            "undefined reference to `",
            "ld: ",
            "region `A' overflowed by 1 bytes",
        ),
        *(
            "make: *** ",
            "[x] Error 1",
            "[-Wall]",
            "required from here",
            "collect2: error: ",
            "\x1b]8;;",
        ),
    ]
)


@given(st.lists(st.lists(pieces | st.text(max_size=8)).map("".join), max_size=4), st.text())
def test_nothing_raises_and_nothing_is_lost(errors: list[str], output: str) -> None:
    error = CompileError(errors, output)
    assert error.errors == errors
    assert error.output == output
    assert str(error)
    everything = " ".join([*errors, output])
    for message in error.messages:
        assert message.severity in ("fatal error", "error", "warning", "note")
        assert message.line is None or f":{message.line}" in everything or message.line == 0
        assert str(message)


@given(
    st.builds(
        CompilerMessage,
        severity=st.sampled_from(["fatal error", "error", "warning", "note"]),
        text=st.from_regex(r"[a-z' ]{0,20}[a-z]", fullmatch=True).map(str.strip),
        file=st.sampled_from(["main.cpp", "lib/a b/src/c.h", r"C:\x\y.ino", "../up.c"]),
        line=st.integers(1, 999_999),
        column=st.none() | st.integers(1, 999),
        option=st.none() | st.sampled_from(["-Wall", "-Werror=format=", "-Wc++11-compat"]),
        function=st.none(),
        included_from=st.just(()),
        excerpt=st.just(""),
    )
)
def test_what_a_message_prints_is_read_as_that_message(message: CompilerMessage) -> None:
    assert parse_messages(str(message)) == [message]


def test_long_lines_take_no_time() -> None:
    # Each would take for ever if a pattern could try it in more than a few ways.
    lines = ["a" * 10**6, ":1" * 10**5, "/-" * 10**5, "In " * 10**5, "`'" * 10**5, "x.o: " * 10**5]
    lines += ["-/" * 1900 + "gcc"] * 300
    assert parse_messages("\n".join(lines)) == []
    assert len(parse_messages(["main.cpp:1:2: error: " + " [-W" * 900] * 300)) == 300


# --- sizes ----------------------------------------------------------------------------------------

TABLE = (
    "   text\t   data\t    bss\t    dec\t    hex\tfilename\n"
    "  91780\t    952\t   9368\t 102100\t  18ed4\t"
)


def test_sizes_of_the_reference() -> None:
    size = BinarySize.parse(TABLE)
    assert size == BinarySize(text=91780, data=952, bss=9368)
    assert size is not None
    assert (size.flash, size.ram) == (92732, 10320)


@pytest.mark.parametrize(
    "table",
    [None, "", "text data bss", "text data\n1 2", "text data bss\n1 2 x", "a\nb", "1 2 3\n4 5 6"],
)
def test_no_sizes(table: str | None) -> None:
    assert BinarySize.parse(table) is None


@pytest.mark.parametrize(
    "table", [f"Memory use:\n{TABLE}", f"\n\n{TABLE}\n", TABLE.replace("\n", "\r\n")]
)
def test_sizes_among_other_lines(table: str) -> None:
    assert BinarySize.parse(table) == BinarySize(91780, 952, 9368)


def test_sizes_of_an_answer() -> None:
    answer = CompiledFirmware(ok=True, binary_id="1", size_info=TABLE)
    assert answer.size is not None
    assert answer.size.flash == 92732
    assert CompiledFirmware(ok=True, binary_id="1").size is None
    assert CompiledFirmware.from_dict({"sizeInfo": 7}).size is None


@given(st.text())
def test_no_text_makes_sizes_fail(table: str) -> None:
    BinarySize.parse(table)
    BinarySize.parse("text data bss\n" + table)

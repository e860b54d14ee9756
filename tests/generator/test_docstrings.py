"""Texts of the document as docstrings."""

from __future__ import annotations

import ast
import inspect
from textwrap import dedent

import pytest

from generator.docstrings import WIDTH, docstring, reflow


def test_paragraphs_are_wrapped_each_by_itself() -> None:
    assert reflow("one two\nthree four five\n\nsix\nseven\n", 14) == dedent(
        """\
        one two three
        four five

        six seven"""
    )


def test_items_of_lists_keep_their_lines() -> None:
    assert reflow("- one two three four\n- five\n* six", 12) == dedent(
        """\
        - one two
          three four
        - five
        * six"""
    )


def test_code_and_tables_are_left_alone() -> None:
    text = dedent(
        """\
        Some text

        ```
        code   that must not be wrapped at all
        ```

        | a table | that is wide |
        | --- | --- |

            indented   code"""
    )
    assert reflow(text, 9).split("\n\n")[1:] == text.split("\n\n")[1:]


def test_long_words_and_hyphens_are_not_broken() -> None:
    assert reflow("a https://example.com/very-long-path b", 10) == (
        "a\nhttps://example.com/very-long-path\nb"
    )


@pytest.mark.parametrize("indent", ["", "    ", "        "])
@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        'Quotes """ inside, and at the end: "',
        "A backslash \\n, another \\",
        "x" * 87 + ".",
        "word " * 18 + "end.",
        "word " * 40 + "end.",
        "Two paragraphs.\n\nThe second one is longer: " + "word " * 30,
    ],
)
def test_a_docstring_says_the_text_and_fits(text: str, indent: str) -> None:
    source = f'{indent}"""{docstring(text, indent)}"""'
    assert all(len(line) <= WIDTH for line in source.splitlines())
    said = ast.literal_eval(source.strip())
    assert inspect.cleandoc(said).split() == text.split()


def test_a_line_without_room_for_the_quotes_is_broken() -> None:
    """A formatter would put the closing quotes at its end, whatever the length."""
    text = "word " * 18 + "ends."
    assert len(text) == 95
    assert docstring(text, "    ") == "word " * 17 + "word\n    ends.\n    "
    assert docstring(text, "") == text[:-5].rstrip() + "\nends.\n"
    assert docstring(text[1:-1], "    ").count("\n") == 2
    assert docstring(text[5:], "    ") == text[5:]


def test_parts_with_an_indentation_are_ready() -> None:
    text = "Summary.\n\nArgs:\n    name: What it is called.\n"
    assert docstring(text, "    ") == (
        "Summary.\n\n    Args:\n        name: What it is called.\n    "
    )

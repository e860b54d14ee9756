"""Texts of the document as Python docstrings."""

from __future__ import annotations

import re
import textwrap

WIDTH = 100


def reflow(text: str, width: int) -> str:
    """Wrap paragraphs and lists; leave code blocks alone."""
    blocks: list[str] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        if block.startswith("    ") or block.lstrip().startswith(("```", "|")):
            blocks.append(block)
            continue
        lines: list[str] = []
        for item in re.split(r"\n(?=\s*[-*] )", block):
            indent = "  " if re.match(r"\s*[-*] ", item) else ""
            lines += textwrap.wrap(
                " ".join(item.split()),
                width,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def docstring(text: str, indent: str) -> str:
    """Return the inside of a docstring: one line if it fits, else with the closing quotes below."""
    text = text.strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    width = WIDTH - len(indent)
    # Parts with an indentation of their own are ready; the others are wrapped here.
    if "\n    " not in text:
        # The opening quotes stand on the first line, too.
        text = reflow(f'"""{text}', width)[3:]
    if "\n" not in text and len(text) + 6 <= width:
        return text if not text.endswith('"') else text + " "
    if "\n" not in text:
        # Two lines at least: the formatter puts the closing quotes of one line at its end.
        text = textwrap.fill(text, width - 6, break_long_words=False, break_on_hyphens=False)
    return textwrap.indent(text, indent).lstrip() + "\n" + indent

"""The Python code of the documentation.

    python -m tests.documentation    # type-checks all of it

Each ```python block of README.md and docs/*.md is a program of its own. One that can't run in a
test is marked in the Markdown, on the line before it, with a reason:

    <!-- not run: it needs a webcam -->
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

from generator.written_examples import WRITTEN

__all__ = ["BLOCKS", "PAGES", "ROOT", "Block", "blocks"]

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]

_NOT_RUN = re.compile(r"<!-- not run: (?P<reason>.+) -->")


@dataclass
class Block:
    """A block of Python code."""

    page: str
    line: int
    code: str
    not_run: str | None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def source(self) -> str:
        """The code, with line breaks in front, so that line numbers are those of the page."""
        return "\n" * (self.line - 1) + self.code


def blocks(path: Path) -> list[Block]:
    """Return the Python blocks of a page."""
    page = path.relative_to(ROOT).as_posix()
    found: list[Block] = []
    fence: str | None = None
    code: list[str] = []
    before = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if fence is not None:
            if line.strip() == "```":
                if fence == "python":
                    marker = _NOT_RUN.fullmatch(before)
                    reason = marker["reason"] if marker else None
                    text = "\n".join(code) + "\n"
                    found.append(Block(page, number - len(code), text, reason))
                fence, before = None, ""
            else:
                code.append(line)
        elif line.startswith("```"):
            fence, code = line[3:].strip(), []
        elif line.strip():
            before = line.strip()
    assert fence is None, f"{page}: a block is never closed"
    return found


def written() -> list[Block]:
    """Return the examples of the methods that are written by hand, as programs."""
    return [
        Block(
            f"reference/{name}.md",
            1,
            _BEFORE + _SCOPES.get(name.partition(".")[0], "") + textwrap.indent(code, "    "),
            _NOT_RUNNABLE.get(name),
        )
        for name, code in WRITTEN.items()
    ]


_BEFORE = """\
from particle_client import MFARequiredError, Particle

with Particle() as particle:
"""
_NOT_RUNNABLE = {
    "particle.from_cli_profile": "it needs the login of the CLI",
    "particle.libraries.contribute": "it needs a library",
}
_SCOPES = {
    "product": '    product = particle.product("my-product-v100")\n',
    "org": '    org = particle.org("my-org")\n',
}

BLOCKS = [block for page in PAGES for block in blocks(page)]
BLOCKS += written()


def main() -> int:
    """Type-check all blocks in one run of mypy, with the settings of the project."""
    # Always the same folder: mypy remembers messages with the path that they were for.
    folder = ROOT / ".mypy_cache" / "documentation"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pages: dict[str, str] = {}
    for block in BLOCKS:
        # A name that no other module has.
        name = f"documented_{re.sub(r'[^A-Za-z0-9]', '_', block.page)}_{block.line}.py"
        # What isn't installed may be unknown, and its decorators with it.
        allowed = (
            "import-not-found, import-untyped, untyped-decorator, misc" if block.not_run else ""
        )
        comment = f"# mypy: disable-error-code={allowed!r}\n".replace("'", '"') if allowed else ""
        (folder / name).write_text(comment + block.source, encoding="utf-8")
        pages[(folder / name).relative_to(ROOT).as_posix()] = block.page
    command = [sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", *pages]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        output = done.stdout + done.stderr
        for path, page in pages.items():
            output = output.replace(path, page)
        print(output, end="", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())

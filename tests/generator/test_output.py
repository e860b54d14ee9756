"""What is generated: always the same, and readable.

That the committed files of this project are what is generated is for `make check`.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.__main__ import OWNED, PACKAGE
from generator.completeness import missing
from generator.config import HEADER, MIXINS
from generator.docstrings import WIDTH
from generator.lint import lint
from generator.parse import parse
from generator.plan import make_plan
from generator.render import render
from generator.render.error_classes import error_modules
from generator.twins import twins
from tests.documented import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .project import Project

GENERATE = """
import json, sys
from pathlib import Path
from generator.__main__ import generate
json.dump(generate(Path(sys.argv[1])), sys.stdout)
"""


@pytest.fixture(scope="module")
def generated() -> dict[str, str]:
    """The generated modules of this project, as `make check` found them up to date."""
    package = ROOT / PACKAGE
    paths = [path for folder in OWNED for path in (ROOT / folder).glob("**/*.py")]
    paths += [*twins(package).values(), *(package / path for path in error_modules(ROOT))]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_hashes_do_not_matter(project: Project) -> None:
    """Two processes whose hashes differ, and so the order of their sets, give the same files."""
    project.add("paths/gadgets.yaml", PATHS)
    project.add("schemas/gadgets.yaml", SCHEMAS)
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", GENERATE, str(project.root)],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    results = [json.loads(process.communicate()[0]) for process in runs]
    assert [process.returncode for process in runs] == [0, 0]
    assert list(results[0].items()) == list(results[1].items())
    assert results[0] == project.generate()


def test_generated_code_says_so_and_is_code(generated: dict[str, str]) -> None:
    for path, text in generated.items():
        assert text.startswith((f"# {HEADER}\n", "# Generated from async_")), path
        assert " object at 0x" not in text, path
        assert ast.get_docstring(ast.parse(text)), path


def test_generated_docstrings_fit(generated: dict[str, str]) -> None:
    too_long = [
        f"{path}: {line}"
        for path, text in generated.items()
        for line in docstring_lines(text)
        if len(line) > WIDTH
    ]
    assert too_long == []


def docstring_lines(text: str) -> Iterator[str]:
    """Return the source lines of every docstring, those of attributes, too."""
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from lines[node.lineno - 1 : node.end_lineno]


def reordered(node: Any, *, keep: bool = False) -> Any:
    """Turn mappings around, but for those whose order says something."""
    if isinstance(node, list):
        return [reordered(item) for item in node]
    if not isinstance(node, dict):
        return node
    # Paths, fields, answers and content types come in the order of the document.
    ordered = ("paths", "properties", "responses", "content", "examples", "x-scopes")
    items = list(node.items()) if keep else list(reversed(node.items()))
    return {
        key: reordered(value, keep=key in ordered or key.startswith(("/", "{scope}")))
        for key, value in items
    }


def test_the_order_of_keys_does_not_matter(project: Project) -> None:
    project.add("paths/gadgets.yaml", PATHS)
    project.add("schemas/gadgets.yaml", SCHEMAS)
    bundled = project.bundle()
    turned = reordered(bundled.document)
    assert list(turned["components"]["schemas"]) != list(bundled.document["components"]["schemas"])
    results = []
    for document in (bundled.document, turned):
        assert lint(document) == []
        parsed = parse(document)
        plan = make_plan(document, parsed, MIXINS)
        files = render(document, plan, parsed, dict(sorted(bundled.schema_files.items())))
        assert missing(document, plan, parsed, files) == []
        results.append(files)
    first, second = results
    assert first["api/gadgets.py"] == second["api/gadgets.py"]
    assert first["api/scopes.py"] == second["api/scopes.py"]
    # Classes of a module come in the order of the document; each of them is the same.
    classes = [sorted(files["models/gadgets.py"].split("\n\n\n")[1:]) for files in (first, second)]
    assert [text.rstrip() for text in classes[0]] == [text.rstrip() for text in classes[1]]


PATHS = """
"{scope}/gadgets":
  get:
    operationId: listGadgets
    tags: [gadgets]
    x-method: list
    x-scopes: [account, product]
    summary: List gadgets
    description: All of them.
    security: [{accessToken: ["gadgets:list"]}]
    parameters:
      - {name: page, in: query, description: Number of the page., schema: {type: integer}}
    x-pagination: {style: page, items: gadgets, page: page, total_pages: meta.pages}
    responses:
      "200":
        description: The gadgets.
        content: {application/json: {schema: {$ref: "../schemas/gadgets.yaml#/GadgetList"}}}
      "400": {$ref: "../responses.yaml#/BadRequest"}
"""

SCHEMAS = """
GadgetList:
  type: object
  description: Gadgets.
  required: [gadgets]
  properties:
    gadgets: {type: array, items: {$ref: "#/Gadget"}, description: The gadgets.}
    colour: {$ref: "#/Colour", description: The colour.}
Colour: {type: string, description: A colour., enum: [red, green]}
"""

"""Small projects for the generator: a document in YAML, and the client that it gives."""

from __future__ import annotations

import importlib
import itertools
import shutil
import sys
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from generator.__main__ import generate
from generator.bundle import Bundle, bundle
from tests.documented import ROOT

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["PARTICLE_YAML", "Project", "one_operation"]

PARTICLE_YAML = """
openapi: 3.1.0
info: {title: Gadgets, version: v1}
servers: [{url: "https://api.example.com"}]
tags:
  - {name: gadgets, description: Things that do something.}
security: [{accessToken: []}]
components:
  securitySchemes:
    accessToken: {type: http, scheme: bearer}
    userPassword: {type: http, scheme: basic}
    oauthClient: {type: http, scheme: basic}
x-scopes:
  account: {path: /v1}
  product:
    path: "/v1/products/{productIdOrSlug}"
    word: Product
    parameters: [{$ref: "parameters.yaml#/ProductIdOrSlug"}]
  org:
    path: "/v1/orgs/{orgIdOrSlug}"
    word: Org
    parameters: [{$ref: "parameters.yaml#/OrgIdOrSlug"}]
x-path-files: [paths/gadgets.yaml]
"""

PARAMETERS_YAML = """
ProductIdOrSlug:
  {name: productIdOrSlug, in: path, required: true, description: The product., example: p-v1,
   schema: {type: string}}
OrgIdOrSlug:
  {name: orgIdOrSlug, in: path, required: true, description: The organization., example: acme,
   schema: {type: string}}
GadgetId:
  {name: gadgetId, in: path, required: true, description: ID of the gadget., example: g1,
   schema: {type: string}}
"""

RESPONSES_YAML = """
BadRequest:
  description: The request is wrong.
  content: {application/json: {schema: {$ref: "schemas/gadgets.yaml#/Error"}}}
"""

PATHS_YAML = """
/v1/gadgets/{gadgetId}:
  get:
    operationId: getGadget
    tags: [gadgets]
    x-method: get
    summary: Get a gadget
    description: All about one gadget.
    security: [{accessToken: []}]
    parameters: [{$ref: "../parameters.yaml#/GadgetId"}]
    responses:
      "200":
        description: The gadget.
        content: {application/json: {schema: {$ref: "../schemas/gadgets.yaml#/Gadget"}}}
      "400": {$ref: "../responses.yaml#/BadRequest"}
"""

SCHEMAS_YAML = """
Error:
  type: object
  description: What went wrong.
  properties:
    error: {type: string, description: Code.}
Gadget:
  type: object
  description: A thing.
  required: [id]
  properties:
    id: {type: string, description: ID of the thing.}
    name: {type: [string, "null"], description: Name of the thing.}
"""

_numbers = itertools.count(1)


class Project:
    """A project in a folder of its own. It begins with one operation and grows by `write`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in {
            "particle.yaml": PARTICLE_YAML,
            "parameters.yaml": PARAMETERS_YAML,
            "responses.yaml": RESPONSES_YAML,
            "paths/gadgets.yaml": PATHS_YAML,
            "schemas/gadgets.yaml": SCHEMAS_YAML,
        }.items():
            self.write(name, text)
        shutil.copy(ROOT / "pyproject.toml", root)

    def write(self, name: str, text: str) -> None:
        """Write a file of the document."""
        path = self.root / "openapi" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")

    def add(self, name: str, text: str) -> None:
        """Add to a file of the document."""
        path = self.root / "openapi" / name
        self.write(name, path.read_text(encoding="utf-8") + "\n" + dedent(text))

    def bundle(self) -> Bundle:
        return bundle(self.root / "openapi" / "particle.yaml")

    def document(self) -> dict[str, Any]:
        """Return the bundled document, the caller's own."""
        return self.bundle().document

    def generate(self) -> dict[str, str]:
        return generate(self.root)

    def make_client(self) -> ModuleType:
        """Generate the client and import it, as a package of another name.

        What is written by hand comes from this project's own package.
        """
        name = f"made_client_{next(_numbers)}"
        package = self.root / name
        package.mkdir()
        written_by_hand = ROOT / "particle_client"
        (package / "__init__.py").write_text(f"__path__.append({str(written_by_hand)!r})\n")
        for path, text in self.generate().items():
            folder, _, rest = path.partition("/")
            if folder == "particle_client" and not rest.startswith("sandbox/"):
                target = package / rest
                target.parent.mkdir(exist_ok=True)
                target.write_text(text, encoding="utf-8")
        sys.path.insert(0, str(self.root))
        try:
            for module in ("client", "errors", "api.gadgets"):
                importlib.import_module(f"{name}.{module}")
        finally:
            sys.path.remove(str(self.root))
        return sys.modules[name]


def one_operation(
    *, path: str = "/v1/gadgets", method: str = "post", more: str = "", response: str = ""
) -> str:
    """Return a path with one operation that is complete but for what a test adds to it."""
    answer = response or "{description: Done.}"
    head = f"""
"{path}":
  {method}:
    operationId: doIt
    tags: [gadgets]
    x-method: do_it
    summary: Do it
    description: Does it.
    security: [{{accessToken: []}}]
    responses:
      "200": {answer}
      "400": {{$ref: "../responses.yaml#/BadRequest"}}
"""
    return head + "".join(f"    {line}\n" for line in dedent(more).strip("\n").splitlines())

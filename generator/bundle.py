"""Bundling: many files with references between them become one plain OpenAPI document.

The hand-written files may say a few things shorter than OpenAPI can:

- a path that begins with `{scope}` stands for one path in each scope that the operation names in
  `x-scopes` (account, product, organization);
- `$ref`s point into other files; here each becomes a component.

What only a reader of the whole needs is added: the scope, in summaries that operations share, and
in the version what tells this document from every other one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from copy import deepcopy
from pathlib import Path, PurePosixPath
from typing import Any

from .errors import GeneratorError
from .yaml_io import read_yaml

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# Under these keys stands the API's data, not the document's structure.
_DATA = ("const", "default", "enum", "example", "value")

_IN_SUMMARIES = {"account": "", "product": " (product)", "org": " (organization)"}

_component_of = re.compile(r'"#/components/(\w+)/([^"]+)"').findall

_KINDS = {"parameters.yaml": "parameters", "responses.yaml": "responses"}


class Bundle:
    """The plain document, and which file each schema was written in."""

    def __init__(
        self, document: dict[str, Any], webhooks: dict[str, Any], schema_files: dict[str, str]
    ) -> None:
        self.document = document
        self.webhooks = webhooks
        """A document of its own: code generators make broken operations of webhooks."""
        self.schema_files = schema_files
        """Name of a schema → name of its file, without suffix: the module of its model."""


def plain_summary(operation: dict[str, Any]) -> str:
    """Return the summary of a bundled operation as it was written: without the scope."""
    summary: str = operation["summary"]
    return summary.removesuffix(_IN_SUMMARIES[operation["x-scope"]])


def bundle(root: Path) -> Bundle:
    """Read the document whose root file is `root`."""
    return _Bundler(root).run()


class _Bundler:
    def __init__(self, root: Path) -> None:
        self.folder = root.parent
        self.root: dict[str, Any] = read_yaml(root)
        self.files: dict[str, dict[str, Any]] = {}
        self.components: dict[str, dict[str, Any]] = {
            "schemas": {},
            "parameters": {},
            "responses": {},
        }
        self.schema_files: dict[str, str] = {}
        self.problems: list[str] = []

    def run(self) -> Bundle:
        scopes = self._resolve(self.root.pop("x-scopes"), "particle.yaml")
        paths: dict[str, dict[str, Any]] = {}
        for name in self.root.pop("x-path-files"):
            items = self._file(name)
            for path, item in items.items():
                resolved = self._resolve(item, name)
                for full_path, operations in self._expand(path, resolved, scopes, name):
                    target = paths.setdefault(full_path, {})
                    for key, value in operations.items():
                        if key in target:
                            self.problems.append(f"{name}: {key} {full_path} is written twice")
                        target[key] = value
        _tell_scopes_apart(paths)
        webhooks: dict[str, Any] = {}
        if name := self.root.pop("x-webhooks", None):
            webhooks = self._resolve(self._file(name), name)
        document = {
            **{key: self.root[key] for key in ("openapi", "info", "servers", "tags", "security")},
            "paths": paths,
            "components": {
                **{kind: dict(sorted(found.items())) for kind, found in self.components.items()},
                "securitySchemes": self.root["components"]["securitySchemes"],
            },
        }
        if limits := self.root.pop("x-rate-limits", None):
            document["x-rate-limits"] = limits
        document["info"] = _with_digest({**document, "webhooks": webhooks})
        self._check_all_used()
        if self.problems:
            raise GeneratorError(*self.problems)
        more = _of_webhooks(document, webhooks) if webhooks else {}
        return Bundle(document, more, self.schema_files)

    def _file(self, name: str) -> dict[str, Any]:
        if name not in self.files:
            path = self.folder / name
            if not path.is_file():
                raise GeneratorError(f"{name}: there is no such file in {self.folder.name}/")
            self.files[name] = read_yaml(path) or {}
        return self.files[name]

    # --- references -----------------------------------------------------------------------------

    def _resolve(self, node: Any, file: str) -> Any:
        """Replace the references under `node`, which stands in `file`, by ones to components."""
        if isinstance(node, list):
            return [self._resolve(item, file) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str):
            return {**node, "$ref": self._component(reference, file)}
        result: dict[str, Any] = {}
        for key, value in node.items():
            if key in ("properties", "patternProperties"):
                # Here the keys are names of the API, which may read like keywords.
                result[key] = {name: self._resolve(schema, file) for name, schema in value.items()}
            elif key in _DATA:
                result[key] = value
            else:
                result[key] = self._resolve(value, file)
        return result

    def _component(self, reference: str, file: str) -> str:
        target, separator, name = reference.partition("#/")
        if not separator or "/" in name:
            raise GeneratorError(f"{file}: {reference}: a reference must read FILE#/NAME")
        target = _normal(PurePosixPath(file).parent / target) if target else file
        kind = _KINDS.get(target, "schemas" if target.startswith("schemas/") else None)
        if kind is None:
            raise GeneratorError(
                f"{file}: {reference}: {target} is no file of schemas, parameters or responses"
            )
        content = self._file(target)
        if name not in content:
            raise GeneratorError(f"{file}: {reference}: {target} has no {name}")
        found = self.components[kind]
        module = PurePosixPath(target).stem
        if name not in found:
            found[name] = {}  # a place for it first: schemas may refer to each other
            if kind == "schemas":
                self.schema_files[name] = module
            found[name] = self._resolve(content[name], target)
        elif kind == "schemas" and self.schema_files[name] != module:
            self.problems.append(
                f"the schema {name} is in schemas/{module}.yaml and in "
                f"schemas/{self.schema_files[name]}.yaml"
            )
        return f"#/components/{kind}/{name}"

    def _check_all_used(self) -> None:
        for file in sorted((self.folder / "schemas").glob("*.yaml")):
            for name in self._file(f"schemas/{file.name}"):
                if name not in self.components["schemas"]:
                    self.problems.append(f"schemas/{file.name}: nothing refers to {name}")
        for file in sorted((self.folder / "paths").glob("*.yaml")):
            if f"paths/{file.name}" not in self.files:
                self.problems.append(f"paths/{file.name} is not in x-path-files")

    # --- scopes ---------------------------------------------------------------------------------

    def _expand(
        self, path: str, item: dict[str, Any], scopes: dict[str, Any], file: str
    ) -> list[tuple[str, dict[str, Any]]]:
        if not path.startswith("{scope}"):
            plain = deepcopy(item)
            for method in METHODS:
                if method in plain:
                    plain[method].setdefault("x-scope", "account")
            return [(path, plain)]
        expanded: list[tuple[str, dict[str, Any]]] = []
        for scope, about in scopes.items():
            operations = {
                method: self._in_scope(item[method], scope, about)
                for method in METHODS
                if method in item and scope in item[method].get("x-scopes", ())
            }
            if operations:
                expanded.append((about["path"] + path.removeprefix("{scope}"), operations))
        for method in METHODS:
            if method in item and not item[method].get("x-scopes"):
                self.problems.append(f"{file}: {method} {path} names no x-scopes")
        return expanded

    def _in_scope(
        self, operation: dict[str, Any], scope: str, about: dict[str, Any]
    ) -> dict[str, Any]:
        result = deepcopy(operation)
        del result["x-scopes"]
        result["x-operation"] = operation["operationId"]
        result["x-scope"] = scope
        if word := about.get("word"):
            result["operationId"] = _insert_word(operation["operationId"], word)
            result["parameters"] = [*about["parameters"], *result.get("parameters", [])]
        return result


def _tell_scopes_apart(paths: dict[str, dict[str, Any]]) -> None:
    operations = [item[method] for item in paths.values() for method in METHODS if method in item]
    found = Counter(operation.get("summary") for operation in operations)
    for operation in operations:
        if found[operation.get("summary")] > 1:
            operation["summary"] += _IN_SUMMARIES[operation["x-scope"]]


def _of_webhooks(document: dict[str, Any], webhooks: dict[str, Any]) -> dict[str, Any]:
    """Return the document of the webhooks alone, with the components that they need."""
    used: set[tuple[str, str]] = set()
    pending: list[Any] = [webhooks]
    while pending:
        text = json.dumps(pending.pop(), default=str)
        for kind, name in _component_of(text):
            if (kind, name) not in used:
                used.add((kind, name))
                pending.append(document["components"][kind][name])
    info = document["info"]
    used.update(("securitySchemes", scheme) for scheme in _schemes_of(webhooks))
    return {
        "openapi": document["openapi"],
        "info": {**info, "title": f"{info['title']}: webhooks"},
        "servers": [{"url": "https://your-server.test", "description": "Your own"}],
        "webhooks": webhooks,
        "components": {
            kind: {name: value for name, value in found.items() if (kind, name) in used}
            for kind, found in document["components"].items()
            if any((kind, name) in used for name in found)
        },
    }


def _schemes_of(webhooks: dict[str, Any]) -> set[str]:
    operations = [
        item[method] for item in webhooks.values() for method in METHODS if method in item
    ]
    return {name for each in operations for one in each.get("security", ()) for name in one}


def _with_digest(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document's `info`, its version changing whenever anything in the document does."""
    content = hashlib.sha256(json.dumps(document).encode()).hexdigest()
    return {**document["info"], "version": f"{document['info']['version']}+{content[:8]}"}


def _insert_word(operation_id: str, word: str) -> str:
    """`listLedgers` → `listProductLedgers`."""
    match = re.match(r"[a-z]+", operation_id)
    verb = match[0] if match else ""
    return verb + word + operation_id[len(verb) :]


def _normal(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)

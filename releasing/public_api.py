"""The public API as stubs: what users import, call, read and catch, without what is inside."""

from __future__ import annotations

import ast
from pathlib import Path

import griffe

PACKAGE = "particle_client"

MODULES = (
    *("errors", "models", "events", "login", "rate_limits", "progress", "compiler", "sandbox"),
    "relay",
    *("client", "async_client", "scopes", "async_scopes", "quarantine", "async_quarantine"),
    *("pytest_plugin", ""),
)
"""The public modules, besides those of `api`. A class is described in the first one that has it."""

OTHERS = "without_a_module"
"""Where classes are described that public methods take or return, and no public module has."""

MODEL = "schema.model.Model"
"""The base of the models, which is one of the others."""

_SPECIAL = (
    *("__init__", "__call__", "__enter__", "__exit__", "__aenter__", "__aexit__", "__await__"),
    *("__iter__", "__next__", "__aiter__", "__anext__", "__getitem__", "__contains__"),
    *("__len__", "__bool__", "__eq__", "__hash__"),
)
_HEADER = """\
\"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit.\"""

from typing import Literal, overload
"""


def load(folder: Path) -> griffe.Module:
    """Read the package, or stubs of it, from a folder."""
    loaded = griffe.load(
        PACKAGE, search_paths=[folder], allow_inspection=False, try_relative_path=False
    )
    assert isinstance(loaded, griffe.Module)
    return loaded


def describe(package: griffe.Module) -> dict[str, str]:
    """Return the stubs of the public API: path in the folder of the package → text."""
    texts = _Description(package).modules()
    texts[""] += f"\n__version__ = {package['base.version.__version__'].value}\n"
    paths = {name: f"{name.replace('.', '/') or '__init__'}.pyi" for name in texts}
    return {"api/__init__.pyi": _HEADER} | {paths[name]: _HEADER + texts[name] for name in texts}


def write(texts: dict[str, str], folder: Path) -> None:
    """Write stubs into a folder, in place of those that are there."""
    for path in folder.rglob("*.pyi"):
        path.unlink()
    for name, text in texts.items():
        path = folder / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class _Description:
    def __init__(self, package: griffe.Module) -> None:
        self.package = package
        api = sorted(
            f"api.{name}"
            for name, each in package["api"].members.items()
            if isinstance(each, griffe.Module)
        )
        self.names = {
            module: _public_names(package[module] if module else package)
            for module in (*MODULES[:-1], *api, MODULES[-1])
        }
        # Path of an object → the module that describes it.
        self.places = {f"{PACKAGE}.{MODEL}": OTHERS}
        for module, names in self.names.items():
            for each in names.values():
                self.places.setdefault(each.path, module)
        self.reached: dict[str, griffe.Class] = {}  # in types
        self.bases: set[tuple[str, str]] = set()  # module and name of those of one module

    def modules(self) -> dict[str, str]:
        texts = {module: self._module(module, names) for module, names in self.names.items()}
        others: dict[str, griffe.Object] = {"Model": self.package[MODEL]}
        texts[OTHERS] = self._module(OTHERS, others)
        while new := {
            cls.name: cls for path, cls in self.reached.items() if path not in self.places
        }:
            self.places |= {cls.path: OTHERS for cls in new.values()}
            others |= new
            texts[OTHERS] = self._module(OTHERS, others)
        return texts

    def _module(self, module: str, names: dict[str, griffe.Object]) -> str:
        self.bases = set()
        lines: list[str] = []
        for name, each in sorted(names.items()):
            place = self.places[each.path]
            if place == module:
                lines.append(self._object(name, each))
            else:
                lines.append(f"from {_dotted(place)} import {each.name} as {name}\n")
        imports = [
            f"from {_dotted(place)} import {name}\n"
            for place, name in sorted(self.bases)
            if place != module
        ]
        return "".join([*imports, "\n" * bool(imports), *lines])

    def _object(self, name: str, each: griffe.Object, owner: griffe.Class | None = None) -> str:
        if isinstance(each, griffe.Class):
            return self._class(name, each)
        if isinstance(each, griffe.Attribute):
            return self._attribute(name, each, owner)
        assert isinstance(each, griffe.Function), each.path
        versions = each.overloads or [each]
        return "".join("@overload\n" * (len(versions) > 1) + self._def(name, f) for f in versions)

    def _class(self, name: str, cls: griffe.Class) -> str:
        bases, members = self._content(cls)
        lines = [
            "    " + line
            for member, each in sorted(members.items())
            for line in self._object(member, each, cls).splitlines(keepends=True)
        ]
        heading = f"class {name}({', '.join(bases)}):\n" if bases else f"class {name}:\n"
        return "".join(["\n", heading, *(lines or ["    ...\n"]), "\n"])

    def _content(self, cls: griffe.Class) -> tuple[list[str], dict[str, griffe.Object]]:
        """Return the bases that are described or not of this package, and all other members."""
        bases: list[str] = []
        members = {
            name: each
            for name, each in cls.members.items()
            if isinstance(each, griffe.Object) and (name in _SPECIAL or not name.startswith("_"))
        }
        if _is_made_by_client(members.get("__init__")):
            del members["__init__"]
        for expression in cls.bases:
            base = _find(cls.module, str(getattr(expression, "canonical_path", expression)))
            if not isinstance(base, griffe.Class):
                name = str(expression).rpartition(".")[2]
                bases += [] if name.startswith("Generic[") else [name]
            elif place := self.places.get(base.path):
                self.bases.add((place, base.name))
                bases.append(base.name)
            else:
                further, inherited = self._content(base)
                bases += further
                members = inherited | members
        return list(dict.fromkeys(bases)), members

    def _attribute(self, name: str, each: griffe.Attribute, owner: griffe.Class | None) -> str:
        if owner and any(str(base).endswith("Enum") for base in owner.bases):
            return f"{name} = {each.value}\n"
        annotation = each.annotation
        if annotation is None and isinstance(each.parent, griffe.Class):
            initial = each.parent.members.get("__init__")
            if isinstance(initial, griffe.Function) and str(each.value) in initial.parameters:
                annotation = initial.parameters[str(each.value)].annotation
        if str(annotation).endswith("TypeAlias"):
            return f"{name}: TypeAlias = {self._type(each.value, each.module)}\n"
        return f"{name}: {self._type(annotation, each.module)}\n"

    def _def(self, name: str, function: griffe.Function) -> str:
        parameters: list[str] = []
        kinds = griffe.ParameterKind
        for each in function.parameters:
            if each.kind is kinds.keyword_only and not any(p.startswith("*") for p in parameters):
                parameters.append("*")
            stars = {kinds.var_positional: "*", kinds.var_keyword: "**"}.get(each.kind, "")
            text = stars + each.name
            if each.annotation is not None:
                text += f": {self._type(each.annotation, function.module)}"
            if each.default is not None and not stars:
                text += f" = {_default(each.default, function.module)}"
            parameters.append(text)
        marks = [
            f"@{label}\n" for label in ("classmethod", "staticmethod") if label in function.labels
        ]
        kind = "async def" if "async" in function.labels else "def"
        returned = self._type(function.returns, function.module)
        return f"{''.join(marks)}{kind} {name}({', '.join(parameters)}) -> {returned}: ...\n"

    def _type(self, annotation: str | griffe.Expr | None, scope: griffe.Module) -> str:
        if annotation is None:
            return "Any"
        tree = ast.parse(str(annotation), mode="eval")
        return ast.unparse(_Types(scope, self.reached).visit(tree))


class _Types(ast.NodeTransformer):
    """Write types without their modules, and aliases as what they stand for."""

    def __init__(self, scope: griffe.Module, reached: dict[str, griffe.Class]) -> None:
        self.scope = scope
        self.reached = reached

    def _name(self, node: ast.Name | ast.Attribute) -> ast.expr:
        found = _find(self.scope, ast.unparse(node))
        if isinstance(found, griffe.Class):
            if not found.name.startswith("_") and not found.path.startswith(f"{PACKAGE}.sandbox."):
                self.reached.setdefault(found.path, found)
        elif isinstance(found, griffe.Attribute) and str(found.annotation).endswith("TypeAlias"):
            alias = ast.parse(str(found.value), mode="eval").body
            return _Types(found.module, self.reached).visit(alias)  # type: ignore[no-any-return]
        return ast.Name(node.attr if isinstance(node, ast.Attribute) else node.id)

    visit_Name = visit_Attribute = _name

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """Read a type in quotes."""
        if not isinstance(node.value, str):
            return node
        return self.visit(ast.parse(node.value, mode="eval").body)  # type: ignore[no-any-return]

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """Leave the values of a Literal, and the name of an alias that has parameters."""
        name = ast.unparse(node.value).rpartition(".")[2]
        if name == "InitVar":  # an argument of a dataclass that isn't kept
            return self.visit(node.slice)  # type: ignore[no-any-return]
        if name != "Literal":
            if isinstance(node.value, ast.Name | ast.Attribute):
                self._name(node.value)
            node.slice = self.visit(node.slice)
        node.value = ast.Name(name)
        return node


def _public_names(module: griffe.Module) -> dict[str, griffe.Object]:
    """Return what a module offers: what `__all__` says, or what it defines, or else imports."""
    members = {name: _target(each) for name, each in module.members.items()}
    public: dict[str, griffe.Object] = {
        name: each
        for name, each in members.items()
        if isinstance(each, griffe.Class | griffe.Function | griffe.Attribute)
        and (name in module.exports if module.exports else not name.startswith("_"))
    }
    public.pop("TYPE_CHECKING", None)
    if not module.exports and any(each.module is module for each in public.values()):
        public = {name: each for name, each in public.items() if each.module is module}
    return public


def _is_made_by_client(init: griffe.Object | None) -> bool:
    """Whether a constructor isn't for users: it takes what sends the client's requests."""
    return isinstance(init, griffe.Function) and any(
        str(each.annotation).endswith("Sender") for each in init.parameters
    )


def _target(member: griffe.Object | griffe.Alias) -> griffe.Object | None:
    if isinstance(member, griffe.Object):
        return member
    try:
        return member.final_target
    except griffe.AliasResolutionError:  # of another package
        return None


def _find(scope: griffe.Module, name: str) -> griffe.Object | None:
    """Return what a name stands for in a module; None for what other packages have."""
    try:
        path = name if name.startswith(f"{PACKAGE}.") else scope.resolve(name)
        return _target(scope.package[path.removeprefix(f"{PACKAGE}.")])
    except (KeyError, griffe.NameResolutionError):
        return None


def _default(default: str | griffe.Expr, scope: griffe.Module) -> str:
    """Return a default; that of a constant is its value."""
    found = _find(scope, str(default)) if str(default).isidentifier() else None
    value = str(getattr(found, "value", None) or default)
    is_plain = not any(isinstance(each, ast.Name | ast.Call) for each in ast.walk(ast.parse(value)))
    return value if is_plain else str(default)


def _dotted(module: str) -> str:
    return f"{PACKAGE}.{module}" if module else PACKAGE

"""What of the public API changed so that programs which use it break, in sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import suppress

import griffe

_KINDS = griffe.BreakageKind


def find_breaks(old: griffe.Module, new: griffe.Module) -> list[str]:
    """Compare two descriptions of the public API; return a sentence for each break.

    griffe finds what is gone and what became of parameters. It doesn't compare types, values, base
    classes, and what is awaited.
    """
    for tree in (old, new):
        _prepare(tree)
    sentences = [
        _sentence(each, new)
        for each in griffe.find_breaking_changes(old, new)
        if each.kind is not _KINDS.CLASS_REMOVED_BASE  # it counts them only
    ]
    sentences += _members(old, new)
    return sorted(set(sentences))


def needed_version(released: str) -> str:
    """Return the version that may break what the released one promises."""
    major, minor, _ = _numbers(released)
    return f"{major + 1}.0.0" if major else f"0.{minor + 1}.0"


def allows_breaks(version: str, released: str) -> bool:
    """Whether a version may break what the released one promises."""
    return _numbers(version) >= _numbers(needed_version(released))


def _numbers(version: str) -> tuple[int, int, int]:
    major, minor, patch = version.split(".")
    return int(major), int(minor), int(patch)


def _prepare(tree: griffe.Module | griffe.Class) -> None:
    """Make griffe see everything."""
    for name, versions in list(tree.overloads.items()):
        for number, each in enumerate(versions, 1):
            each.name = f"{name} (overload {number})"
            tree.set_member([each.name], each)
    for member in list(tree.members.values()):
        member.public = True
        if isinstance(member, griffe.Module | griffe.Class):
            _prepare(member)
        elif isinstance(member, griffe.Function):
            for each in list(member.parameters):
                # To griffe they would be any arguments, so none could be missed.
                if str(each.annotation).startswith("Unpack["):
                    del member.parameters[each.name]
                    member.extra["options"] = {"type": each.annotation}


def _sentence(breakage: griffe.Breakage, new: griffe.Module) -> str:
    place = _place(breakage.obj)
    old, now = breakage.old_value, breakage.new_value
    name = f"the argument {getattr(old or now, 'name', '')}"
    match breakage.kind:
        case _KINDS.OBJECT_REMOVED:
            moved = [
                module.path
                for module in (new, *new.modules.values())
                if isinstance(breakage.obj, griffe.Class) and breakage.obj.name in module.members
            ]
            return f"{place} is gone{f', though {moved[0]} has one' if moved else ''}"
        case _KINDS.OBJECT_CHANGED_KIND:
            return f"{place} is a {now.value}, and was a {old.value}"
        case _KINDS.PARAMETER_REMOVED:
            return f"{place}: {name} is gone"
        case _KINDS.PARAMETER_ADDED_REQUIRED:
            return f"{place}: {name} is new, and has no default"
        case _KINDS.PARAMETER_CHANGED_REQUIRED:
            return f"{place}: {name} has no default any more"
        case _KINDS.PARAMETER_CHANGED_DEFAULT:
            return f"{place}: the default of {old.name} is {now.default}, and was {old.default}"
        case _KINDS.PARAMETER_CHANGED_KIND:
            return f"{place}: {name} is {now.kind.value}, and was {old.kind.value}"
        case _KINDS.PARAMETER_MOVED:
            return f"{place}: {name} has another position"
        case _:
            return f"{place}: {breakage.explain(griffe.ExplanationStyle.ONE_LINE)}"


def _place(each: griffe.Object | griffe.Alias) -> str:
    return each.path.removesuffix(".__init__")


def _members(old: griffe.Module | griffe.Class, new: griffe.Module | griffe.Class) -> Iterator[str]:
    for name, member in old.members.items():
        with suppress(KeyError, griffe.AliasResolutionError):  # gone: griffe tells
            yield from _changes(member, new.all_members[name])


def _changes(old: griffe.Object | griffe.Alias, new: griffe.Object | griffe.Alias) -> Iterator[str]:
    if isinstance(new, griffe.Alias):
        new = new.final_target
    match old, new:
        case griffe.Module(), griffe.Module():
            yield from _members(old, new)
        case griffe.Class(), griffe.Class():
            for base in sorted(_ancestors(old) - _ancestors(new)):
                yield f"{_place(old)} is no {base} any more"
            yield from _members(old, new)
        case griffe.Attribute(), griffe.Attribute():
            yield from _attribute(old, new)
        case griffe.Function(), griffe.Function():
            yield from _function(old, new)


def _ancestors(cls: griffe.Class) -> set[str]:
    names = {str(base) for base in cls.bases}
    for base in cls.resolved_bases:
        if isinstance(base, griffe.Class):
            names |= _ancestors(base)
    return names


def _attribute(old: griffe.Attribute, new: griffe.Attribute) -> Iterator[str]:
    place = _place(old)
    if old.annotation is None or str(old.annotation) == "TypeAlias":
        if old.name != "__version__" and str(old.value) != str(new.value):
            yield f"{place} is {new.value}, and was {old.value}"
    elif _is_keyword(old):
        if not _takes(old.annotation, new.annotation):
            yield f"{place} takes {new.annotation}, and took {old.annotation}"
    elif not _gives(old.annotation, new.annotation):
        yield f"{place} is {new.annotation}, and was {old.annotation}"


def _is_keyword(attribute: griffe.Attribute) -> bool:
    """Whether it is one of the arguments that a TypedDict declares."""
    parent = attribute.parent
    return isinstance(parent, griffe.Class) and "TypedDict" in _ancestors(parent)


def _function(old: griffe.Function, new: griffe.Function) -> Iterator[str]:
    place = _place(old)
    for label in ("async", "classmethod", "staticmethod"):
        if (label in old.labels) != (label in new.labels):
            yield f"{place} is {label}{' no more' if label in old.labels else ' now'}"
    if not _gives(old.returns, new.returns):
        yield f"{place} returns {new.returns}, and returned {old.returns}"
    for each in old.parameters:
        if each.name in new.parameters:
            now = new.parameters[each.name].annotation
            if not _takes(each.annotation, now):
                yield f"{place}: the argument {each.name} takes {now}, and took {each.annotation}"
    before, now = (each.extra["options"].get("type", "none") for each in (old, new))
    if str(before) != str(now):
        yield f"{place}: its options are {now}, and were {before}"


def _takes(old: object, new: object) -> bool:
    """Whether all that an argument took, it still takes."""
    return "Any" in _parts(new) or "object" in _parts(new) or _parts(old) <= _parts(new)


def _gives(old: object, new: object) -> bool:
    """Whether a result has the same type as before; further values of a Literal are allowed."""
    return _parts(old) <= _parts(new) and all(
        each.startswith(("'", '"')) for each in _parts(new) - _parts(old)
    )


def _parts(annotation: object) -> set[str]:
    """Return the members of a union, and the values of a Literal."""

    def parts(node: ast.expr) -> Iterator[str]:
        match node:
            case ast.BinOp(left, ast.BitOr(), right):
                yield from parts(left)
                yield from parts(right)
            case ast.Subscript(ast.Name("Literal"), values):
                elements = values.elts if isinstance(values, ast.Tuple) else [values]
                yield from map(ast.unparse, elements)
            case _:
                yield ast.unparse(node)

    return set(parts(ast.parse(str(annotation), mode="eval").body))

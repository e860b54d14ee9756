"""Every generated model, whatever comes: made, read, shown, compared, pickled without an error."""

from __future__ import annotations

import ast
import copy
import inspect
import pickle
import re
import sys
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from particle_client import models
from particle_client.schema.differences import differences
from particle_client.schema.model import Model, json_names
from tests.every import every

if TYPE_CHECKING:
    from types import ModuleType

NAMES = list(models.__all__)
ALL = [getattr(models, name) for name in NAMES]
MODELS: list[type[Model]] = [each for each in ALL if issubclass(each, Model)]
ENUMS: list[type[Enum]] = [each for each in ALL if issubclass(each, Enum)]
MODULES = sorted({sys.modules[each.__module__] for each in ALL}, key=lambda module: module.__name__)

GARBAGE: list[Any] = [
    None,
    True,
    0,
    -1.5,
    float("nan"),
    10**400,
    "",
    "text",
    "2024-05-17T09:30:00.000Z",
    "\ud800\x00",
    [],
    {},
    [None],
    ["text", 7, [], {}],
    [[{}]],
    {"id": {"id": {"id": 7}}},
    {"": None, "kind": []},
    {"a": [{"b": ["c"]}]},
]


every_model = every("cls", MODELS, name=lambda cls: cls.__name__)
every_enum = every("cls", ENUMS, name=lambda cls: cls.__name__)
every_module = every("module", MODULES, name=lambda module: module.__name__)


def test_there_are_models_and_enums() -> None:
    assert len(MODELS) > 60
    assert len(ENUMS) > 4
    assert len(MODELS) + len(ENUMS) == len(ALL)
    assert sorted(NAMES, key=str.lower) == sorted(dir(models), key=str.lower)
    module: Any = models
    with pytest.raises(AttributeError, match="no attribute 'Divice'"):
        module.Divice  # noqa: B018


@every_model
def test_models_are_made_of_nothing(cls: type[Model]) -> None:
    model = cls.from_dict({})
    assert model.to_dict() == {}
    assert model.additional_properties == {}
    assert repr(model) == f"{cls.__name__}()"
    assert all(getattr(model, field.name) is None for field in attrs.fields(cls))
    assert differences(cls, {}) == [
        f"response.{field.metadata['json_name']}: missing, but the API description requires it"
        for field in attrs.fields(cls)
        if field.default is attrs.NOTHING
    ]


@every_model
def test_models_are_made_of_garbage(cls: type[Model]) -> None:
    for garbage in GARBAGE:
        json = {**dict.fromkeys(json_names(cls), garbage), "an unknown field": garbage}
        model = cls.from_dict(json)
        for field in attrs.fields(cls):
            getattr(model, field.name)
        assert repr(model).startswith(f"{cls.__name__}(")
        assert repr(model.to_dict()) == repr(json)
        assert repr(pickle.loads(pickle.dumps(model)).to_dict()) == repr(json)
        assert repr(copy.deepcopy(model)) == repr(model)
        assert isinstance(hash(model), int)
        assert all(line.startswith("response") for line in differences(cls, json))


@every_model
def test_names_are_pythons(cls: type[Model]) -> None:
    names = [field.name for field in attrs.fields(cls)]
    assert len(set(names)) == len(names) == len(json_names(cls))
    for name in names:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), name
        # None of them hides what every model has.
        assert not hasattr(Model, name), name


@every_model
def test_secrets_are_marked(cls: type[Model]) -> None:
    for field in attrs.fields(cls):
        if re.search(r"(^|_)(token|password|secret)$", field.name) and field.type in (
            str,
            str | None,
        ):
            assert "secret" in field.metadata, f"{cls.__name__}.{field.name} shows in a repr"


@every_module
def test_everything_has_its_documentation(module: ModuleType) -> None:
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            assert ast.get_docstring(node), node.name
            check_fields_are_documented(node)


def check_fields_are_documented(node: ast.ClassDef) -> None:
    if any(isinstance(base, ast.Name) and base.id == "Model" for base in node.bases):
        for field, after in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(field, ast.AnnAssign):
                assert isinstance(after, ast.Expr), f"{node.name}: {ast.unparse(field)}"
                assert isinstance(after.value, ast.Constant)
                assert isinstance(after.value.value, str)


@every_enum
def test_enums_are_their_values(cls: type[Enum]) -> None:
    assert issubclass(cls, str | int)
    assert len(cls) > 0
    for member in cls:
        assert cls(member.value) is member
        assert member == member.value
        assert pickle.loads(pickle.dumps(member)) is member

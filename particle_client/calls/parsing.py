"""From a raw response to what a method returns."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin

from ..base.error_factory import status_error
from ..base.errors import ParticleError
from ..base.response import Response, ResponseDecodeError, ResponseValidationError
from ..base.secrets import clear_frames
from ..schema import fields
from ..schema.conversion import Converter, converter_for
from ..schema.differences import differences
from ..schema.model import Model, json_names
from ..schema.tables import Table
from .operation import Pagination

M = TypeVar("M", bound=Model)
T = TypeVar("T")

# Fields that say how a request went, and hold nothing of what was asked for.
_OUTCOME = {"ok", "error", "error_description", "code", "description", "info", "message"}


@fields.model
class Items(Model):
    """What a page holds of which nothing but the array of its items comes."""


class BareArray(dict[str, Any]):
    """Stands for the response where nothing but the array of the items came."""


def parse(response: Response[Any], returns: type[T], strict: bool) -> T:
    """Return what a method returns for a successful response.

    Args:
        returns: A model, `list[…]`, `Model | None` where there may be no body, any other type that
            a field of a model may have; None for nothing.
        strict: Whether a response that differs from the API description is an error.
    """
    try:
        return cast("T", _parse(response, returns, strict))
    except ParticleError as error:
        clear_frames(error)
        raise


def _parse(response: Response[Any], returns: Any, strict: bool) -> Any:
    json_type, optional, model, convert = _shape_of(returns)
    if optional and (not response.content or response.status_code == 204):
        return None
    empty = None if json_type is object else json_type()
    try:
        json: Any = response.json() if response.content else empty
    except ResponseDecodeError:
        if returns is None or (optional and not strict):
            return None
        raise
    found: Any = array_in(json) if json_type is list and not strict else json
    fits = isinstance(found, json_type)
    if _says_failed(json, model, lacking=returns is None or not fits):
        raise status_error(response)
    if returns is None or (optional and not fits and not strict):
        return None
    if not fits:
        name = "an array" if json_type is list else "an object"
        raise ResponseDecodeError(
            f", but the response is not {name}: it is of type {type(found).__name__}", response
        )
    if strict and (lines := differences(returns, found)):
        raise ResponseValidationError(response, tuple(lines))
    value = found if convert is None else convert(found)
    return Table(value) if json_type is list else value


def parse_page(
    response: Response[Any], model: type[M], item: Any, pagination: Pagination, strict: bool
) -> M:
    """Return the body of a page. A bare array is taken for the items of one."""
    if response.content.lstrip()[:1] == b"[" and (pagination.bare or not strict):
        if strict:
            parse(response, cast("type[Any]", list[item]), strict)
        return model.from_dict(BareArray({pagination.items: response.json()}))
    return parse(response, model, strict)


@cache
def _shape_of(returns: Any) -> tuple[type, bool, type[Model] | None, Converter | None]:
    """Return what the JSON must be (`dict`, `list`, or any `object`), whether there may be no body,
    and what becomes of it."""
    if returns is None:
        return object, True, None, None
    convert = converter_for(returns)
    if get_origin(returns) is list:
        return list, False, None, convert
    hints = set(get_args(returns) if isinstance(returns, UnionType) else [returns])
    if len(hints - {NoneType}) == 1:
        (hint,) = hints - {NoneType}
        if isinstance(hint, type) and issubclass(hint, Model):
            return dict, NoneType in hints, hint, convert
    return object, False, None, convert


def array_in(json: Any, name: str = "") -> Any:
    """Return the array of an object, the one of that name or the only one; else what came."""
    if isinstance(json, dict):
        fields = cast("dict[str, object]", json)
        values = [fields[name]] if name in fields else fields.values()
        arrays: list[object] = [value for value in values if isinstance(value, list)]
        if len(arrays) == 1:
            return arrays[0]
    return cast("Any", json)


def _says_failed(json: object, model: type[Model] | None, *, lacking: bool) -> bool:
    """Whether the body of a success says that the request failed.

    It says so by `ok: false`, or by an error where nothing is that there should be.
    """
    if not isinstance(json, dict):
        return False
    body = cast("dict[str, object]", json)
    if body.get("ok") is False:
        return True
    if not isinstance(body.get("error"), str) or body.get("ok"):
        return False
    if model is None:
        return lacking
    names = json_names(model)
    # An error that the API description has in a response is no surprise.
    return "error" not in names and (names - _OUTCOME).isdisjoint(body)

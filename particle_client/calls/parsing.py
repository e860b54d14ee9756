"""From a raw response to what a method returns."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_args, get_origin

from ..base.errors import ParticleError
from ..base.response import ResponseDecodeError, ResponseValidationError
from ..base.secrets import clear_frames
from ..base.status_errors import RequestFailedError
from ..schema.conversion import converter_for
from ..schema.differences import differences
from ..schema.model import Model, json_names
from .pagination import BareArray, Pagination

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..base.response import Response

M = TypeVar("M", bound=Model)
T = TypeVar("T")

# Fields that say how a request went, and hold nothing of what was asked for.
_OUTCOME = {"ok", "error", "error_description", "code", "description", "info", "message"}


class _Shape(NamedTuple):
    """What a method returns, as far as parsing has to know."""

    kind: str
    """`nothing`, `object`, `optional` (an object, or no body), `array` or `value`."""
    model: type[Model] | None
    convert: Callable[[Any], Any] | None


def parse(response: Response[Any], returns: type[T], strict: bool) -> T:
    """Return what a method returns for a successful response.

    Args:
        returns: A model, `list[…]`, `Model | None` where there may be no body, any other type that
            a field of a model may have; None for nothing.
        strict: Whether a response that differs from the API description is an error.

    Raises:
        RequestFailedError: The body says that the request failed.
        ResponseDecodeError: The body can't be read as `returns`.
    """
    try:
        return cast("T", _parse(response, returns, strict))
    except ParticleError as error:
        clear_frames(error)
        raise


def _parse(response: Response[Any], returns: Any, strict: bool) -> Any:
    kind, model, convert = _shape_of(returns)
    may_be_missing = kind in ("nothing", "optional")
    if may_be_missing and (not response.content or response.status_code == 204):
        return None
    try:
        json: Any = response.json() if response.content else _EMPTY[kind]
    except ResponseDecodeError:
        if may_be_missing and not (strict and kind == "optional"):
            return None
        raise
    found: Any = _array_in(json) if kind == "array" and not strict else json
    wanted = _JSON_TYPES.get(kind, object)
    fits = isinstance(found, wanted)
    if _says_failed(kind, model, json, lacking=not fits):
        raise RequestFailedError(response)
    if kind == "nothing" or (kind == "optional" and not fits and not strict):
        return None
    if not fits:
        name = "an array" if wanted is list else "an object"
        raise ResponseDecodeError(
            f"but the response is not {name}: it is of type {type(found).__name__}", response
        )
    if strict and (lines := differences(returns, found)):
        raise ResponseValidationError(response, tuple(lines))
    return found if convert is None else convert(found)


def parse_page(
    response: Response[Any], model: type[M], item: Any, pagination: Pagination, strict: bool
) -> M:
    """Return the body of a page. A bare array is taken for the items of one."""
    is_array = response.content.lstrip()[:1] == b"["
    if is_array and (pagination.bare or not strict):
        if strict:
            parse(response, cast("type[Any]", list[item]), strict)
        return model.from_dict(BareArray({pagination.items: response.json()}))
    return parse(response, model, strict)


_JSON_TYPES: dict[str, type] = {"object": dict, "optional": dict, "array": list}
_EMPTY: dict[str, Any] = {"object": {}, "optional": {}, "array": [], "value": None}


@cache
def _shape_of(returns: Any) -> _Shape:
    if returns is None:
        return _Shape("nothing", None, None)
    convert = converter_for(returns)
    if isinstance(returns, type) and issubclass(returns, Model):
        return _Shape("object", returns, convert)
    if get_origin(returns) is list:
        return _Shape("array", None, convert)
    if isinstance(returns, UnionType) and NoneType in get_args(returns):
        model = next(hint for hint in get_args(returns) if hint is not NoneType)
        if isinstance(model, type) and issubclass(model, Model):
            return _Shape("optional", model, convert)
    return _Shape("value", None, convert)


def _array_in(json: Any) -> Any:
    """Return the array of an object that holds no other."""
    if isinstance(json, dict):
        values = cast("dict[str, object]", json).values()
        arrays: list[object] = [value for value in values if isinstance(value, list)]
        if len(arrays) == 1:
            return arrays[0]
    return cast("Any", json)


def _says_failed(kind: str, model: type[Model] | None, json: object, *, lacking: bool) -> bool:
    """Whether the body of a success says that the request failed.

    It says so by `ok: false`, or by an error where nothing is that there should be.
    """
    if not isinstance(json, dict):
        return False
    fields = cast("dict[str, object]", json)
    if fields.get("ok") is False:
        return True
    if not isinstance(fields.get("error"), str) or fields.get("ok"):
        return False
    if model is None:
        return kind == "nothing" or (kind == "array" and lacking)
    names = json_names(model)
    # An error that the API description has in a response is no surprise.
    return "error" not in names and (names - _OUTCOME).isdisjoint(fields)

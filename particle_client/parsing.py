"""From a raw response to what a method returns."""

from __future__ import annotations

from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .conversion import converter_for, differences
from .error_bodies import describe
from .errors import (
    APIStatusError,
    CompileError,
    ResponseDecodeError,
    ResponseValidationError,
    failed_answer,
)
from .model import Model, view_or_value, views
from .pagination import BareArray, Pagination

if TYPE_CHECKING:
    from .response import Response

__all__ = [
    "parse_model",
    "parse_models",
    "parse_nothing",
    "parse_optional",
    "parse_page",
    "parse_value",
    "parse_values",
    "raise_compile_error",
]

M = TypeVar("M", bound=Model)


def parse_model(response: Response[Any], model: type[M], strict: bool) -> M:
    """Read a response that is one object. An empty body gives a model without fields."""
    json: Any = response.json() if response.content else {}
    error = _failed(response, model, json) or _wrong_model(response, model, json, strict)
    if error is not None:
        del json  # a crash report would show its secrets
        raise error
    return view_or_value(model, cast("object", json))


def parse_optional(response: Response[Any], model: type[M], strict: bool) -> M | None:
    """Read a response that may have no body. What isn't an object says nothing and is no error."""
    if not response.content or response.status_code == 204:
        return None
    if strict:
        return parse_model(response, model, strict)
    try:
        json: object = response.json()
    except ResponseDecodeError:
        return None
    error = _failed(response, model, json)
    if error is not None:
        del json  # a crash report would show its secrets
        raise error
    return view_or_value(model, json) if isinstance(json, dict) else None


def parse_nothing(response: Response[Any]) -> None:
    """Read a response that says nothing but whether it is one."""
    if not response.content or response.status_code == 204:
        return
    try:
        error = _failed(response, None, response.json(), lacking=True)
    except ResponseDecodeError:
        return
    if error is not None:
        raise error


def parse_models(response: Response[Any], item: type[M], strict: bool) -> list[M]:
    """Read a response that is an array of objects."""
    answer: object = response.json() if response.content else []
    json = _list_in(answer, strict)
    error = _failed(response, None, answer, lacking=not isinstance(json, list)) or _wrong_list(
        response, f"an array of {item.__name__}", item, json, strict
    )
    if error is not None:
        del answer, json
        raise error
    return views(item, cast("list[object]", json))


def parse_value(response: Response[Any], hint: Any, strict: bool) -> Any:
    """Read a response of any other type."""
    json = response.json() if response.content else None
    error = _failed(response, None, json)
    if error is None and strict:
        error = _differing(response, hint, json)
    if error is not None:
        del json
        raise error
    convert = converter_for(hint)
    return json if convert is None else convert(json)


def parse_values(response: Response[Any], item: Any, strict: bool) -> list[Any]:
    """Read a response that is an array of anything else, such as objects of several kinds."""
    answer: object = response.json() if response.content else []
    json = _list_in(answer, strict)
    error = _failed(response, None, answer, lacking=not isinstance(json, list)) or _wrong_list(
        response, "an array", item, json, strict
    )
    if error is not None:
        del answer, json
        raise error
    convert = converter_for(GenericAlias(list, (item,)))
    items = cast("list[object]", json)
    return convert(items) if convert else items


def parse_page(
    response: Response[Any], model: type[M], item: Any, pagination: Pagination, strict: bool
) -> M:
    """Read a response that is a page. Nothing but an array is the items of one."""
    json: object = response.json() if response.content else {}
    if isinstance(json, list) and (pagination.bare or not strict):
        hint = GenericAlias(list, (item,))
        error = _differing(response, hint, cast("object", json)) if strict else None
        if error is not None:
            del json  # a crash report would show it
            raise error
        return model.from_dict(BareArray({pagination.items: json}))
    del json  # a crash report would show it
    return parse_model(response, model, strict)


def _list_in(answer: object, strict: bool) -> object:
    """Find the array in a response that should be one, but is an object with it as a field."""
    json = answer
    if isinstance(json, dict) and not strict:
        values = cast("dict[str, object]", json).values()
        lists: list[object] = [value for value in values if isinstance(value, list)]
        if len(lists) == 1:
            return lists[0]
    return answer


def raise_compile_error(response: Response[Any]) -> None:
    """Raise CompileError for the response to source code that doesn't compile."""
    try:
        json: Any = response.json()
    except ResponseDecodeError:
        return
    if isinstance(json, dict):
        fields = cast("dict[str, Any]", json)
        if fields.get("ok") is False:
            errors: object = fields.get("errors") or []
            lines = cast("list[object]", errors) if isinstance(errors, list) else [errors]
            raise CompileError([describe(line) for line in lines], str(fields.get("output") or ""))


_ABOUT_AN_ERROR = {"ok", "error", "error_description", "code", "description", "info", "message"}


def _failed(
    response: Response[Any], model: type[Model] | None, json: object, *, lacking: bool = False
) -> APIStatusError | ResponseDecodeError | None:
    """Give the error for a success that says that the request failed.

    It says so by `ok: false`, or by an error where nothing is that there should be.

    Args:
        lacking: Whether it is known that there is nothing.
    """
    if not isinstance(json, dict):
        return None
    fields = cast("dict[str, object]", json)
    if fields.get("ok") is not False:
        if not isinstance(fields.get("error"), str) or fields.get("ok"):
            return None
        if model is not None:
            names = {field.wire for field in model.__fields__}
            # An error that the document has in a response is no surprise.
            lacking = "error" not in names and (names - _ABOUT_AN_ERROR).isdisjoint(fields)
        if not lacking:
            return None
    return failed_answer(
        status_code=response.status_code,
        method=response.method,
        url=response.url,
        headers=response.headers,
        content=response.content,
    )


def _wrong_model(
    response: Response[Any], model: type[Model], json: object, strict: bool
) -> ResponseDecodeError | None:
    if not isinstance(json, dict):
        return _unexpected(response, f"an object ({model.__name__})", json)
    return _differing(response, model, cast("object", json)) if strict else None


def _wrong_list(
    response: Response[Any], what: str, item: Any, json: object, strict: bool
) -> ResponseDecodeError | None:
    if not isinstance(json, list):
        return _unexpected(response, what, json)
    hint = GenericAlias(list, (item,))
    return _differing(response, hint, cast("object", json)) if strict else None


def _unexpected(response: Response[Any], what: str, json: object) -> ResponseDecodeError:
    return ResponseDecodeError(
        f"{response.method} {response.url}: HTTP {response.status_code}, "
        f"but the response is not {what}: it is of type {type(json).__name__}",
        method=response.method,
        url=response.url,
        status_code=response.status_code,
        headers=response.headers,
        content=response.content,
    )


def _differing(response: Response[Any], hint: Any, json: object) -> ResponseDecodeError | None:
    lines = differences(hint, json)
    if not lines:
        return None
    error = ResponseValidationError(
        f"{response.method} {response.url}: the response differs from the document:\n  "
        + "\n  ".join(lines),
        method=response.method,
        url=response.url,
        status_code=response.status_code,
        headers=response.headers,
        content=response.content,
    )
    error.differences = tuple(lines)
    return error

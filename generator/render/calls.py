"""What a method does: the call that sends its arguments."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .. import types
from .operations import constant_of, constants

if TYPE_CHECKING:
    from ..structure import Argument, Method, Resource

__all__ = ["constants_of", "statements"]

_SENDERS = {"list": "_list", "page": "_page", "download": "_download"}
"""Kinds of results → the method of `Resource` that sends such a call; `_call` for others."""


def constants_of(resource: Resource) -> list[str]:
    """Return the names of a resource's operations."""
    return list(constants(resource))


def statements(method: Method, code: str, wait: str) -> str:
    """Return the body of a method.

    Args:
        code: The type of its result.
        wait: `await `, or nothing.
    """
    result = method.result
    options = "options"
    if method.header:
        options = f"with_header(options, {', '.join(map(json.dumps, method.header))})"
    parts = [constant_of(method), options]
    match result.kind:
        case "optional":
            parts.append(f"{code} | None")
        case "page":
            parts += [code, result.item.code if result.item else ""]
        case "download":
            parts += ["to", "stream", "progress"]
        case "nothing":
            pass
        case _:
            parts.append(code)
    sender = _SENDERS.get(result.kind, "_call")
    call = f"{wait}self.{sender}({', '.join([*parts, *_sent(method)])})"
    # A crash report shows the variables of every function, this one's among them.
    secrets = [each.name for each in method.arguments if each.secret and not each.fixed]
    return "\n".join(
        [
            *(f"{name} = hidden({name})" for name in secrets),
            *(_required(**each) for each in method.operation.raw.get("x-require-one", ())),
            call if result.kind == "nothing" else f"return {call}",
        ]
    )


def _required(arguments: list[str], message: str) -> str:
    """Return the check that one of some arguments is given."""
    return f"require_one({', '.join([json.dumps(message, ensure_ascii=False), *arguments])})"


def _sent(method: Method) -> list[str]:
    """Return what a method sends, as keyword arguments."""
    fields: dict[str, dict[str, str]] = {}
    for argument in method.arguments:
        name = argument.name if argument.location == "path" else argument.wire
        fields.setdefault(argument.location, {})[name] = _value(argument)
    parts: list[str] = []
    if "path" in fields:
        parts.append(f"path={_mapping(fields['path'])}")
    if "basic" in fields:
        parts.append("basic=(username, password)")
    if "query" in fields:
        parts.append(f"query={_mapping(fields['query'])}")
    if "form" in fields:
        parts.append(f"form={_mapping(fields['form'])}")
    elif "file" in fields:
        files, texts = _mapping(fields["file"]), _mapping(fields.get("field", {}))
        listed = any(argument.identifiers for argument in method.arguments)
        more = ", identifiers=True" if listed else ""
        parts.append(f"multipart=multipart({files}, {texts}, progress{more})")
    elif "whole" in fields:
        [body] = fields["whole"].values()
        parts.append(f"json={body}")
    elif "body" in fields:
        body = _mapping(fields["body"], *fields.get("rest", {}).values())
        parts.append(f"json={_mapping({method.body_field: body}) if method.body_field else body}")
    elif any(content.endswith("json") for content in method.operation.contents):
        parts.append("json={}")
    return parts


def _mapping(fields: dict[str, str], *rest: str) -> str:
    entries = [f"**{each}" for each in rest]
    entries += [f"{json.dumps(name)}: {value}" for name, value in fields.items()]
    return f"{{{', '.join(entries)}}}"


def _value(argument: Argument) -> str:
    if argument.fixed:
        return repr(argument.constant)
    if argument.location == "file":
        return f"({argument.name}, {json.dumps(argument.file_name)})"
    if argument.choice:
        no, yes = map(repr, argument.choice)
        return f"choice({json.dumps(argument.name)}, {argument.name}, {no}, {yes})"
    if argument.prefix is not None:
        more = f", {argument.prefix!r}" if argument.prefix else ""
        return f"filled({json.dumps(argument.name)}, {argument.name}{more})"
    if argument.as_text:
        return f"text({json.dumps(argument.name)}, {argument.name})"
    value = argument.name
    if argument.annotation is not None and types.takes_several(argument.annotation.code):
        value = f"several({json.dumps(argument.name)}, {value})"
    return f"comma({json.dumps(argument.name)}, {value})" if argument.comma else value

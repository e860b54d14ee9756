"""The document through openapi-python-client's parser.

The parser is used for what it is good at: schemas and references become properties with Python
names and types, operations become endpoints. What it drops without a word (descriptions of
parameters, `x-…` fields, colliding enum values, whole paths) is read from the document itself, and
`completeness.py` counts what went in against what came out.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError as ParserError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.union import UnionProperty

from .bundle import METHODS
from .errors import GeneratorError


class Parsed:
    """What the parser made of the document."""

    def __init__(
        self,
        models: dict[str, ModelProperty],
        enums: dict[str, EnumProperty],
        endpoints: dict[tuple[str, str], Endpoint],
    ) -> None:
        self.models = models
        """Name of the class → model; unnamed objects (maps) are here too."""
        self.enums = enums
        self.endpoints = endpoints
        """Method and path template → endpoint."""


def parse(document: dict[str, Any]) -> Parsed:
    """Parse a bundled document."""
    prepared, keys = _prepare(document)
    config = Config.from_sources(
        ConfigFile(post_hooks=[], docstrings_on_attributes=True),
        MetaType.NONE,
        document_source="",
        file_encoding="utf-8",
        overwrite=True,
        output_path=None,
    )
    data = GeneratorData.from_dict(prepared, config=config)
    if isinstance(data, ParserError):
        raise GeneratorError(f"{data.header}: {data.detail}")
    problems = [f"{error.header}: {error.detail}" for error in data.errors]
    endpoints: dict[tuple[str, str], Endpoint] = {}
    for tag, collection in data.endpoint_collections_by_tag.items():
        problems += [f"{tag}: {error.header}: {error.detail}" for error in collection.parse_errors]
        for endpoint in collection.endpoints:
            problems += [f"{endpoint.name}: {error.detail}" for error in endpoint.errors]
            endpoints[keys[str(endpoint.name)]] = endpoint
    if problems:
        raise GeneratorError(*problems)
    models = {str(model.class_info.name): model for model in data.models}
    for model in models.values():
        for prop in [*(model.required_properties or []), *(model.optional_properties or [])]:
            _fill(prop, models)
        _fill(model.additional_properties, models)
    for endpoint in endpoints.values():
        for part in [*endpoint.bodies, *endpoint.responses]:
            _fill(part.prop, models)
    return Parsed(
        models=models,
        enums={
            str(enum.class_info.name): enum for enum in data.enums if isinstance(enum, EnumProperty)
        },
        endpoints=endpoints,
    )


def _fill(prop: Any, models: dict[str, ModelProperty]) -> None:
    """Complete the parser's copies of a model that it made before it had read the model itself."""
    if isinstance(prop, ListProperty):
        _fill(prop.inner_property, models)
    elif isinstance(prop, UnionProperty):
        for inner in prop.inner_properties:
            _fill(inner, models)
    elif isinstance(prop, ModelProperty):
        model = models.get(str(prop.class_info.name))
        if model is not None and model is not prop:
            prop.required_properties = model.required_properties
            prop.optional_properties = model.optional_properties
            prop.additional_properties = model.additional_properties


def _prepare(document: dict[str, Any]) -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
    """Return a copy that the parser takes whole, and which operation each of its names stands for.

    An operation whose body a method takes apart by hand, or that has several methods, loses its
    body here: the parser would give one union of them, and the methods go by the schemas' names.
    """
    prepared: dict[str, Any] = deepcopy(document)
    keys: dict[str, tuple[str, str]] = {}
    for path, item in prepared["paths"].items():
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            name = f"op{len(keys)}"
            keys[name] = (method, path)
            operation["operationId"] = name
            if operation.get("x-hand-written") or operation.get("x-methods"):
                operation.pop("requestBody", None)
    return prepared, keys

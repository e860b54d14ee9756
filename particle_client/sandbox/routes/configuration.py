"""Configurations and their schemas. What a request means depends on its media types."""

from typing import Any, cast

from starlette.responses import JSONResponse, Response

from ..configuration import unknown_keywords
from ..devices import VirtualDevice
from ..errors import ApiError, failure
from ..products import Product
from ..request import Call, as_names
from ..routing import route

SCHEMA_TYPE = "application/schema+json"

_PRODUCT = "/v1/products/{product}/config"
_DEVICE = _PRODUCT + "/{device_id}"


@route("GET", _PRODUCT, scope="configuration:get")
def get_product_configuration(call: Call) -> Response:
    product = _product(call)
    if SCHEMA_TYPE in call.request.headers.get("accept", ""):
        return _schema_response(call.cloud.configurations.schema(product))
    values = call.cloud.configurations.products.get(product.id)
    if values is None:
        raise ApiError(404, {})
    return JSONResponse({"configuration": values})


@route("GET", _DEVICE, scope="configuration:get")
def get_device_configuration(call: Call) -> Response:
    product, device = _product(call), _device(call)
    if SCHEMA_TYPE in call.request.headers.get("accept", ""):
        return _schema_response(call.cloud.configurations.schema(product, device))
    found = call.cloud.configurations.of_device(device)
    if found is None:
        raise ApiError(404, {})
    return JSONResponse({"configuration": {"current": found.current, "pending": found.pending}})


@route("PUT", _PRODUCT, scope="configuration:update")
def set_product_configuration(call: Call) -> Response:
    product, configurations = _product(call), call.cloud.configurations
    if _has_schema(call):
        return _set_schema(call, product, None)
    values = _values(call)
    device_ids = values.pop("deviceIds", None)
    _check_sections(call, product, None, values)
    if device_ids is None:
        configurations.products[product.id] = values
    else:
        names = as_names(device_ids, "deviceIds")
        for device in [_device_in(call, name) for name in names]:
            configurations.set(device, values)
    return JSONResponse({}, status_code=202)


@route("PUT", _DEVICE, scope="configuration:update")
def set_device_configuration(call: Call) -> Response:
    product, device = _product(call), _device(call)
    if _has_schema(call):
        return _set_schema(call, product, device)
    values = _values(call)
    _check_sections(call, product, device, values)
    call.cloud.configurations.set(device, values)
    return JSONResponse({}, status_code=200 if device.online else 202)


@route("DELETE", _PRODUCT, scope="configuration:update")
def delete_product_schema(call: Call) -> Response:
    call.cloud.configurations.delete_schema(_product(call), None)
    return Response(status_code=204)


@route("DELETE", _DEVICE, scope="configuration:update")
def delete_device_schema(call: Call) -> Response:
    call.cloud.configurations.delete_schema(_product(call), _device(call))
    return Response(status_code=204)


def _values(call: Call) -> dict[str, Any]:
    values = dict(call.body.fields)
    if "" in values:
        raise failure(400, "The configuration must be an object")
    return values


def _check_sections(
    call: Call, product: Product, device: VirtualDevice | None, values: dict[str, Any]
) -> None:
    unknown = call.cloud.configurations.unknown_sections(product, device, values)
    if not unknown:
        return
    # The whole request fails here; a real device may take some of the sections.
    failed = ", ".join(f"{name}: -19" for name in unknown)
    raise ApiError(
        400,
        {
            "error": "device_rejected_configuration",
            "error_description": "Configuration updates failed for some sections: "
            f"{{{failed}}}, these sections were successful: ",
        },
    )


def _has_schema(call: Call) -> bool:
    return call.request.headers.get("content-type", "").lower().startswith(SCHEMA_TYPE)


_KEYWORD_TYPES = {"$schema": str, "$id": str, "title": str, "description": str, "required": list}


def _set_schema(call: Call, product: Product, device: VirtualDevice | None) -> Response:
    schema = call.body.fields
    for name in unknown_keywords(schema):
        raise _invalid_schema(
            "additionalProperties",
            {"additionalProperty": name},
            "should NOT have additional properties",
        )
    for name, kind in _KEYWORD_TYPES.items():
        if name in schema and not isinstance(schema[name], kind):
            raise _invalid_schema("type", {"type": kind.__name__}, f"{name} is of another type")
    if not all(isinstance(name, str) for name in schema.get("required", [])):
        raise _invalid_schema("type", {"type": "string"}, "required should be names")
    properties: object = schema.get("properties", {})
    if schema.get("type", "object") != "object" or not isinstance(properties, dict):
        raise _invalid_schema("type", {"type": "object"}, "should be object")
    if not all(isinstance(p, dict | bool) for p in cast("dict[str, object]", properties).values()):
        raise _invalid_schema("type", {"type": "object,boolean"}, "should be object,boolean")
    call.cloud.configurations.set_schema(product, device, schema)
    return _schema_response(schema)


def _invalid_schema(keyword: str, parameters: dict[str, str], message: str) -> ApiError:
    violation = {
        "keyword": keyword,
        "dataPath": "",
        "schemaPath": f"#/{keyword}",
        "params": parameters,
        "message": message,
    }
    body = {
        "message": "Invalid Schema",
        "description": f"data {message}",
        "violations": [violation],
    }
    return ApiError(422, body)


def _schema_response(schema: dict[str, Any]) -> Response:
    return JSONResponse(schema, media_type=SCHEMA_TYPE)


def _product(call: Call) -> Product:
    return call.cloud.product(call.account, call.parameters["product"])


def _device(call: Call) -> VirtualDevice:
    return _device_in(call, call.parameters["device_id"])


def _device_in(call: Call, device_id: str) -> VirtualDevice:
    return call.cloud.product_device(call.account, call.parameters["product"], device_id)

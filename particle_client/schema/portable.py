"""How objects over JSON are handed on to pydantic, and so to FastAPI."""

from __future__ import annotations

from typing import Any


class Portable:
    """An object whose content is its JSON as it came: what `dict()` makes of it."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        from pydantic_core import core_schema  # pydantic is there: it is what asks

        schema: Any = core_schema.is_instance_schema(cls)
        if make := getattr(cls, "from_dict", None):
            json = core_schema.no_info_after_validator_function(make, core_schema.dict_schema())
            either = core_schema.union_schema([schema, json])
            schema = core_schema.json_or_python_schema(json, either)
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
            dict, return_schema=core_schema.dict_schema()
        )
        return schema

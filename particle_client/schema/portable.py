"""How objects over JSON are handed on: to FastAPI, pydantic, pandas and whatever calls `dict()`."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Portable:
    """An object whose content, for `dict()` and all that ask for it, is its JSON as it came."""

    __slots__ = ()

    @abstractmethod
    def keys(self) -> Iterable[str]:
        """Return the names of the fields in the JSON: `dict(…)` asks for them."""

    @abstractmethod
    def __getitem__(self, name: str, /) -> Any:
        """Return a field of the JSON by its name there, unconverted. KeyError if it's missing."""

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

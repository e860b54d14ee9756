"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncSerialNumbers:
    async def lookup(
        self, serial_number: str, **options: Unpack[RequestOptions]
    ) -> SerialNumber: ...

class SerialNumbers:
    def lookup(self, serial_number: str, **options: Unpack[RequestOptions]) -> SerialNumber: ...

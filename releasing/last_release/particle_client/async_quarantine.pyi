"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncQuarantine:
    async def approve(
        self, device_id: str, **options: Unpack[RequestOptions]
    ) -> DevicesImported: ...
    async def deny(self, device_id: str, **options: Unpack[RequestOptions]) -> Ok | None: ...
    def list(self, **options: Unpack[RequestOptions]) -> AsyncListing[Device]: ...

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `serial_numbers`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = ["LOOK_UP_SERIAL_NUMBER"]

LOOK_UP_SERIAL_NUMBER = Operation("lookUpSerialNumber", "GET", "/v1/serial_numbers/{serial_number}")

# Generated from openapi/ by `make generate`. Do not edit.
"""Operations of `webhooks`."""

from __future__ import annotations

from ..calls.operation import Operation

__all__ = ["CREATE_WEBHOOK", "DELETE_WEBHOOK", "LIST_WEBHOOKS"]

LIST_WEBHOOKS = Operation("listWebhooks", "GET", "{scope}/webhooks")
CREATE_WEBHOOK = Operation("createWebhook", "POST", "{scope}/webhooks")
DELETE_WEBHOOK = Operation("deleteWebhook", "DELETE", "{scope}/webhooks/{hookId}")

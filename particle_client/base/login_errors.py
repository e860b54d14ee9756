"""Errors of logging in: more than a class and an advice, so written by hand."""

from __future__ import annotations

from typing import cast

from .http_errors import AuthenticationError, BadRequestError, PermissionDeniedError


class InvalidCredentialsError(AuthenticationError, BadRequestError):
    """400 or 401 `invalid_grant`, `invalid_client`: what was logged in with isn't right."""

    @property
    def advice(self) -> str:
        if self.error == "invalid_client":
            return "Check the OAuth client: its client_id and client_secret."
        return "Check the user name and password, or whatever else was logged in with."


class MFARequiredError(PermissionDeniedError):
    """403 `mfa_required`: the account has multi-factor authentication enabled."""

    _advice = "Call submit_otp(error.mfa_token, otp) with the code of the authenticator app."

    @property
    def mfa_token(self) -> str:
        """What `submit_otp()` takes; empty if the cloud sent none."""
        body = cast("dict[str, object]", self.body) if isinstance(self.body, dict) else {}
        return str(body.get("mfa_token") or "").encode(errors="replace").decode()

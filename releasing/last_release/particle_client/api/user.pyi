"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

class AsyncCurrentUser:
    async def change_password(
        self,
        password: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation: ...
    async def change_username(
        self,
        username: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation: ...
    async def complete_password_reset(
        self, body: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> dict[str, Any]: ...
    async def confirm_mfa(
        self,
        mfa_token: str,
        otp: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MfaConfirmed: ...
    async def create(
        self,
        username: str,
        password: str,
        *,
        account_info: AccountInfo | Mapping[str, Any] | Unset = UNSET,
        utm: Mapping[str, str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    async def delete(
        self, password: str, **options: Unpack[RequestOptions]
    ) -> UserConfirmation: ...
    async def disable_mfa(self, current_password: str, **options: Unpack[RequestOptions]) -> Ok: ...
    async def enable_mfa(self, **options: Unpack[RequestOptions]) -> MfaEnrollment: ...
    async def get(self, **options: Unpack[RequestOptions]) -> User: ...
    async def reset_password(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> UserConfirmation: ...
    async def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity: ...
    async def update(
        self, account_info: AccountInfo | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> UserUpdated: ...
    async def verify(self, token: str, **options: Unpack[RequestOptions]) -> Ok: ...

class CurrentUser:
    def change_password(
        self,
        password: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation: ...
    def change_username(
        self,
        username: str,
        current_password: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> UserConfirmation: ...
    def complete_password_reset(
        self, body: Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> dict[str, Any]: ...
    def confirm_mfa(
        self,
        mfa_token: str,
        otp: str,
        *,
        invalidate_tokens: bool | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> MfaConfirmed: ...
    def create(
        self,
        username: str,
        password: str,
        *,
        account_info: AccountInfo | Mapping[str, Any] | Unset = UNSET,
        utm: Mapping[str, str] | Unset = UNSET,
        **options: Unpack[RequestOptions],
    ) -> Ok: ...
    def delete(self, password: str, **options: Unpack[RequestOptions]) -> UserConfirmation: ...
    def disable_mfa(self, current_password: str, **options: Unpack[RequestOptions]) -> Ok: ...
    def enable_mfa(self, **options: Unpack[RequestOptions]) -> MfaEnrollment: ...
    def get(self, **options: Unpack[RequestOptions]) -> User: ...
    def reset_password(
        self, username: str, **options: Unpack[RequestOptions]
    ) -> UserConfirmation: ...
    def tracking_identity(
        self, *, full: bool = False, **options: Unpack[RequestOptions]
    ) -> TrackingIdentity: ...
    def update(
        self, account_info: AccountInfo | Mapping[str, Any], **options: Unpack[RequestOptions]
    ) -> UserUpdated: ...
    def verify(self, token: str, **options: Unpack[RequestOptions]) -> Ok: ...

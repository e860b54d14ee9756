"""Access tokens, the user, OAuth clients and customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .common import Args, Call, drop_unset, in_query, is_true, truth, wanted

if TYPE_CHECKING:
    from particle_client import Particle
    from particle_client.api.oauth_clients import OAuthClients

__all__ = ["CALLS"]


def oauth_clients(client: Particle, args: Args) -> OAuthClients:
    return (client.product(args["product"]) if is_true(args["product"]) else client).oauth_clients


def create_user(client: Particle, args: Args) -> object:
    options = drop_unset(args, account_info="accountInfo", utm="utm")
    return client.user.create(args["username"], args["password"], **options)


def create_oauth_client(client: Particle, args: Args) -> object:
    options = drop_unset(args, redirect_uri="redirect_uri", scope="scope")
    return oauth_clients(client, args).create(args["name"], args["type"], **options)


def update_oauth_client(client: Particle, args: Args) -> object:
    options = drop_unset(args, name="name", scope="scope")
    return oauth_clients(client, args).update(args["clientId"], **options)


def create_customer(client: Particle, args: Args) -> object:
    return client.product(args["product"]).customers.create_with_client(
        args["email"],
        **in_query(args, password="password"),
    )


CALLS: dict[str, Call] = {
    "login": lambda client, args: client.login(
        args["username"], args["password"], **in_query(args, expires_in="tokenDuration")
    ),
    "sendOtp": lambda client, args: client.submit_otp(args["mfaToken"], args["otp"]),
    "loginAsClientOwner": lambda client, args: client.login_as_client_owner(),
    "listAccessTokens": lambda client, args: client.tokens.list(
        args["username"], args["password"], **wanted(args, otp="otp")
    ),
    "deleteAccessToken": lambda client, args: client.tokens.delete(args["token"]),
    "deleteCurrentAccessToken": lambda client, args: client.tokens.delete_current(),
    "deleteActiveAccessTokens": lambda client, args: client.tokens.delete_all(),
    "enableMfa": lambda client, args: client.user.enable_mfa(),
    "confirmMfa": lambda client, args: client.user.confirm_mfa(
        args["mfaToken"], args["otp"], **truth(args, invalidate_tokens="invalidateTokens")
    ),
    "disableMfa": lambda client, args: client.user.disable_mfa(args["currentPassword"]),
    "createUser": create_user,
    "verifyUser": lambda client, args: client.user.verify(args["token"]),
    "resetPassword": lambda client, args: client.user.reset_password(args["username"]),
    "deleteUser": lambda client, args: client.user.delete(args["password"]),
    "trackingIdentity": lambda client, args: client.user.tracking_identity(
        **truth(args, full="full")
    ),
    "getUserInfo": lambda client, args: client.user.get(),
    "setUserInfo": lambda client, args: client.user.update(args["accountInfo"]),
    "changeUsername": lambda client, args: client.user.change_username(
        args["username"],
        args["currentPassword"],
        **truth(args, invalidate_tokens="invalidateTokens"),
    ),
    "changeUserPassword": lambda client, args: client.user.change_password(
        args["password"],
        args["currentPassword"],
        **truth(args, invalidate_tokens="invalidateTokens"),
    ),
    "listOAuthClients": lambda client, args: oauth_clients(client, args).list(),
    "createOAuthClient": create_oauth_client,
    "updateOAuthClient": update_oauth_client,
    "deleteOAuthClient": lambda client, args: oauth_clients(client, args).delete(args["clientId"]),
    "createCustomer": create_customer,
}

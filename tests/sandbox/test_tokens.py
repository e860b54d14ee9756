"""Logging in, multi-factor authentication, and the life of tokens."""

import re
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox

CLIENT = {"client_id": "particle-api", "client_secret": "particle-api"}
INVALID_TOKEN = {
    "error": "invalid_token",
    "error_description": "The access token provided is invalid.",
}
INVALID_CREDENTIALS = {
    "error": "invalid_grant",
    "error_description": "User credentials are invalid",
}


def password_grant(cloud: Sandbox, **changes: Any) -> dict[str, Any]:
    login = {"grant_type": "password", "username": cloud.username, "password": cloud.password}
    return {**CLIENT, **login, **changes}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def test_password_grant_gives_a_token_that_works(cloud: Sandbox, anyone: httpx.Client) -> None:
    answer = anyone.post("/oauth/token", data=password_grant(cloud)).json()
    assert answer["token_type"] == "bearer"
    assert answer["expires_in"] == 7_776_000
    assert re.fullmatch("[0-9a-f]{40}", answer["access_token"])
    assert answer["refresh_token"]
    user = anyone.get("/v1/user", headers=bearer(answer["access_token"]))
    assert user.json()["username"] == cloud.username


def test_client_credentials_may_come_over_basic(cloud: Sandbox, anyone: httpx.Client) -> None:
    form = {k: v for k, v in password_grant(cloud).items() if k not in CLIENT}
    assert anyone.post("/oauth/token", data=form, auth=("particle", "particle")).is_success
    refused = anyone.post("/oauth/token", data=form, auth=("particle", "wrong"))
    assert (refused.status_code, refused.json()["error"]) == (401, "invalid_client")


@pytest.mark.parametrize(
    ("client_id", "secret"),
    [
        ("particle-cli", "particle-cli"),
        ("CLI2", "client_secret_here"),
        ("user", "client_secret_here"),
    ],
)
def test_the_clients_of_the_official_cli(
    cloud: Sandbox, anyone: httpx.Client, client_id: str, secret: str
) -> None:
    cloud.add_account("careful@example.com", "pw", mfa="654321")
    client = {"client_id": client_id, "client_secret": secret}
    assert anyone.post("/oauth/token", data=password_grant(cloud, **client)).is_success
    careful = {"username": "careful@example.com", "password": "pw"}
    first = anyone.post("/oauth/token", data=password_grant(cloud, **careful, **client)).json()
    assert first["error"] == "mfa_required"
    second = {"grant_type": "urn:custom:mfa-otp", "mfa_token": first["mfa_token"], "otp": "654321"}
    assert anyone.post("/oauth/token", data={**client, **second}).is_success


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"password": "wrong"}, 400, "invalid_grant"),
        ({"username": "nobody@example.com"}, 400, "invalid_grant"),
        ({"client_secret": "wrong"}, 400, "invalid_client"),
        ({"client_id": None}, 400, "invalid_client"),
        ({"grant_type": "magic"}, 400, "unsupported_grant_type"),
        ({"grant_type": None}, 400, "invalid_request"),
        ({"password": None}, 400, "invalid_request"),
        ({"expires_in": "-1"}, 400, "invalid_request"),
        ({"grant_type": "refresh_token", "refresh_token": "unknown"}, 400, "invalid_grant"),
        ({"grant_type": "urn:custom:mfa-otp", "mfa_token": "x", "otp": "1"}, 400, "invalid_grant"),
    ],
)
def test_refused_token_requests(
    cloud: Sandbox, anyone: httpx.Client, changes: dict[str, Any], status: int, error: str
) -> None:
    form = {k: v for k, v in password_grant(cloud, **changes).items() if v is not None}
    answer = anyone.post("/oauth/token", data=form)
    assert (answer.status_code, answer.json()["error"]) == (status, error)


def test_wrong_password_has_the_documented_body(cloud: Sandbox, anyone: httpx.Client) -> None:
    answer = anyone.post("/oauth/token", data=password_grant(cloud, password="wrong"))
    assert answer.json() == INVALID_CREDENTIALS


def test_json_is_not_accepted_for_tokens(cloud: Sandbox, anyone: httpx.Client) -> None:
    answer = anyone.post("/oauth/token", json=password_grant(cloud))
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")


def test_mfa_takes_two_steps(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_account("mfa@example.com", "secret", mfa="654321")
    form = password_grant(cloud, username="mfa@example.com", password="secret", expires_in="60")
    first = anyone.post("/oauth/token", data=form)
    assert first.status_code == 403
    challenge = first.json()
    assert challenge.pop("mfa_token")
    assert challenge == {
        "error": "mfa_required",
        "error_description": "Multifactor authentication required",
    }
    second_form = {
        **CLIENT,
        "grant_type": "urn:custom:mfa-otp",
        "mfa_token": first.json()["mfa_token"],
    }
    wrong = anyone.post("/oauth/token", data={**second_form, "otp": "000000"})
    assert (wrong.status_code, wrong.json()["error"]) == (400, "invalid_grant")
    right = anyone.post("/oauth/token", data={**second_form, "otp": "654321"})
    assert right.status_code == 200
    assert right.json()["expires_in"] == 60
    again = anyone.post("/oauth/token", data={**second_form, "otp": "654321"})
    assert again.status_code == 400


def test_tokens_expire(cloud: Sandbox, anyone: httpx.Client) -> None:
    form = password_grant(cloud, expires_in="60")
    token = anyone.post("/oauth/token", data=form).json()["access_token"]
    cloud.advance_time(59)
    assert anyone.get("/v1/user", headers=bearer(token)).status_code == 200
    cloud.advance_time(1)
    expired = anyone.get("/v1/user", headers=bearer(token))
    assert expired.status_code == 401
    assert expired.json() == INVALID_TOKEN


def test_zero_means_forever(cloud: Sandbox, anyone: httpx.Client) -> None:
    answer = anyone.post("/oauth/token", data=password_grant(cloud, expires_in="0")).json()
    assert answer["expires_in"] == 0
    cloud.advance_time(10 * 365 * 86_400)
    token = bearer(answer["access_token"])
    assert anyone.get("/v1/access_tokens/current", headers=token).json()["expires_in"] == 0


def test_expires_at_sets_the_lifetime(cloud: Sandbox, anyone: httpx.Client) -> None:
    form = password_grant(cloud, expires_at="2100-01-01T00:00:00Z")
    assert anyone.post("/oauth/token", data=form).json()["expires_in"] > 7_776_000


def test_client_credentials_grant(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_account("owner@example.com", "secret")
    cloud.add_oauth_client("my-app", "s3cret", owner="owner@example.com")
    form = {"grant_type": "client_credentials", "client_id": "my-app", "client_secret": "s3cret"}
    token = anyone.post("/oauth/token", data=form).json()["access_token"]
    user = anyone.get("/v1/user", headers=bearer(token)).json()
    assert user["username"] == "owner@example.com"


def test_only_own_clients_refresh_and_only_once(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_oauth_client("my-app", "s3cret")
    own = {"client_id": "my-app", "client_secret": "s3cret"}
    first = anyone.post("/oauth/token", data=password_grant(cloud, **own)).json()
    refresh = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = anyone.post("/oauth/token", data={**own, **refresh})
    assert second.status_code == 200
    assert second.json()["access_token"] != first["access_token"]
    assert anyone.post("/oauth/token", data={**own, **refresh}).status_code == 400
    public = anyone.post("/oauth/token", data=password_grant(cloud)).json()
    refresh["refresh_token"] = public["refresh_token"]
    assert anyone.post("/oauth/token", data={**CLIENT, **refresh}).status_code == 400


def test_refresh_tokens_live_fourteen_days(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_oauth_client("my-app", "s3cret")
    own = {"client_id": "my-app", "client_secret": "s3cret"}
    first = anyone.post("/oauth/token", data=password_grant(cloud, **own)).json()
    cloud.advance_time(14 * 86_400)
    refresh = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    assert anyone.post("/oauth/token", data={**own, **refresh}).status_code == 400


def test_no_token_and_bad_tokens(cloud: Sandbox, anyone: httpx.Client) -> None:
    missing = anyone.get("/v1/devices")
    assert (missing.status_code, missing.json()["error"]) == (401, "invalid_request")
    unknown = anyone.get("/v1/devices", headers=bearer("0" * 40))
    assert (unknown.status_code, unknown.json()) == (401, INVALID_TOKEN)
    assert unknown.headers["www-authenticate"].startswith("Bearer")


def test_deprecated_places_for_the_token(cloud: Sandbox, anyone: httpx.Client) -> None:
    token = {"access_token": cloud.access_token}
    assert anyone.get("/v1/devices", params=token).status_code == 200
    event = {"name": "hello", **token}
    assert anyone.post("/v1/devices/events", data=event).status_code == 200
    assert anyone.post("/v1/devices/events", json=event).status_code == 401
    assert anyone.post("/v1/devices/events", params=token, data={"name": "x"}).status_code == 401


def test_listing_needs_the_password_and_the_otp(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_account("mfa@example.com", "secret", mfa=True)
    token = cloud.create_token("mfa@example.com", expires_in=60, client_id="particle")
    auth = ("mfa@example.com", "secret")
    assert anyone.get("/v1/access_tokens", auth=(auth[0], "wrong")).status_code == 401
    assert anyone.get("/v1/access_tokens", auth=auth).json()["error"] == "mfa_required"
    wrong = anyone.get("/v1/access_tokens", params={"otp": "1"}, auth=auth)
    assert wrong.status_code == 401
    listed = anyone.get("/v1/access_tokens", params={"otp": "123456"}, auth=auth).json()
    assert [(entry["token"], entry["client"]) for entry in listed] == [(token, "particle")]
    assert listed[0]["expires_at"].endswith("Z")


def test_deleting_one_token(cloud: Sandbox, api: httpx.Client, anyone: httpx.Client) -> None:
    token = cloud.create_token()
    auth = (cloud.username, cloud.password)
    assert anyone.delete(f"/v1/access_tokens/{token}", auth=auth).json() == {"ok": True}
    assert anyone.get("/v1/user", headers=bearer(token)).status_code == 401
    assert api.delete(f"/v1/access_tokens/{token}").status_code == 404
    assert api.delete(f"/v1/access_tokens/{cloud.create_token()}").json() == {"ok": True}


def test_who_knows_a_token_may_revoke_it(cloud: Sandbox, anyone: httpx.Client) -> None:
    token = cloud.create_token()
    url = f"/v1/access_tokens/{token}"
    assert anyone.delete(url, headers=bearer("wrong")).status_code == 401
    assert anyone.delete(url).json() == {"ok": True}
    assert anyone.get("/v1/user", headers=bearer(token)).status_code == 401
    assert anyone.delete(url).status_code == 404
    with cloud.client(access_token=None) as particle:
        assert particle.tokens.delete(cloud.create_token()).ok


def test_tokens_of_others_stay(cloud: Sandbox, other_api: httpx.Client, api: httpx.Client) -> None:
    assert other_api.delete(f"/v1/access_tokens/{cloud.access_token}").status_code == 404
    assert other_api.delete("/v1/access_tokens").json() == {"ok": True}
    assert other_api.get("/v1/user").status_code == 401
    assert api.get("/v1/user").status_code == 200


def test_current_token(cloud: Sandbox, anyone: httpx.Client) -> None:
    organization = cloud.add_organization("Acme")
    token = bearer(cloud.create_token(expires_in=3600))
    current = anyone.get("/v1/access_tokens/current", headers=token).json()
    assert 3590 <= current["expires_in"] <= 3600
    assert current["client_id"] == "particle-api"
    assert current["scopes"] == ["*:*"]
    assert current["orgs"] == [{"id": organization.id, "slug": "acme"}]
    assert anyone.delete("/v1/access_tokens/current", headers=token).json() == {"ok": True}
    assert anyone.get("/v1/access_tokens/current", headers=token).status_code == 401


def test_restricted_tokens(cloud: Sandbox, anyone: httpx.Client) -> None:
    cloud.add_product("Fleet")
    token = bearer(cloud.create_token(scopes=["devices:list"]))
    assert anyone.get("/v1/products/fleet/devices", headers=token).status_code == 200
    lacking = anyone.get("/v1/products/fleet", headers=token)
    assert (lacking.status_code, lacking.json()["error"]) == (400, "unauthorized")
    closed = anyone.get("/v1/devices", headers=token)
    assert closed.status_code == 400
    assert closed.json() == {
        "error": "unauthorized",
        "error_description": "API users are not allowed to call this endpoint",
    }

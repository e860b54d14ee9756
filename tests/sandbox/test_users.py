"""The account and its changes."""

import httpx

from particle_client.sandbox import Sandbox


def test_get_user(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_device(platform_id=6)
    cloud.add_device(platform_id=13)
    user = api.get("/v1/user").json()
    assert user["username"] == cloud.username
    assert user["mfa"] == {"enabled": False}
    assert (user["wifi_device_count"], user["cellular_device_count"]) == (1, 1)


def test_account_info_as_json_and_as_form(api: httpx.Client) -> None:
    api.put("/v1/user", json={"account_info": {"first_name": "Ada"}})
    changed = api.put("/v1/user", data={"account_info[last_name]": "Lovelace"}).json()
    assert changed["account_info"] == {
        "first_name": "Ada",
        "last_name": "Lovelace",
        "business_account": False,
    }


def test_changing_the_password_needs_the_old_one(cloud: Sandbox, api: httpx.Client) -> None:
    refused = api.put("/v1/user", json={"password": "new", "current_password": "wrong"})
    assert refused.status_code == 400
    assert cloud.password == "sandbox-password"
    body = {"password": "new", "current_password": "sandbox-password"}
    assert api.put("/v1/user", json=body).json() == {
        "ok": True,
        "message": "User's password updated.",
    }
    assert cloud.password == "new"


def test_changing_the_username(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_account("taken@example.com", "secret")
    body = {"username": "taken@example.com", "current_password": cloud.password}
    assert api.put("/v1/user", json=body).status_code == 400
    body = {"username": "new@example.com", "current_password": cloud.password}
    assert api.put("/v1/user", json={**body, "invalidate_tokens": True}).json()["ok"]
    assert cloud.username == "new@example.com"
    assert api.get("/v1/user").status_code == 401


def test_nothing_to_change(api: httpx.Client) -> None:
    assert api.put("/v1/user", json={}).status_code == 400


def test_deleting_the_account(cloud: Sandbox, api: httpx.Client) -> None:
    device = cloud.add_device()
    assert api.request("DELETE", "/v1/user", json={"password": "wrong"}).status_code == 400
    deleted = api.request("DELETE", "/v1/user", data={"password": cloud.password})
    assert deleted.json() == {"ok": True, "message": "User's account has been deleted."}
    assert api.get("/v1/user").status_code == 401
    assert device.owner is None


def test_new_account_is_verified_by_its_token(cloud: Sandbox, anyone: httpx.Client) -> None:
    new: dict[str, object] = {
        "username": "new@example.com",
        "password": "secret",
        "account_info": {},
    }
    assert anyone.post("/v1/users", json=new).json() == {"ok": True}
    assert anyone.post("/v1/users", json=new).status_code == 400
    account = cloud.state.directory.account("new@example.com")
    assert account is not None
    assert not account.verified
    assert anyone.post("/v1/user/verify", json={"token": "wrong"}).status_code == 400
    token = {"token": account.verification_token}
    assert anyone.post("/v1/user/verify", json=token).json() == {"ok": True}
    assert account.verified


def test_password_reset(cloud: Sandbox, anyone: httpx.Client) -> None:
    answer = anyone.post("/v1/user/password-reset", json={"username": cloud.username})
    assert answer.json() == {"ok": True, "message": "Password reset email sent."}
    token = cloud.account.password_reset_token
    assert token
    unknown = anyone.post("/v1/user/password-reset", data={"username": "nobody@example.com"})
    assert unknown.status_code == 404
    url = "/v1/user/password-reset"
    for bad in ({"token": "x", "password": "new"}, {"token": token}):
        assert anyone.put(url, json=bad).status_code == 400
    assert anyone.put(url, json={"token": token, "password": "new"}).json()["ok"]
    assert cloud.account.password == "new"
    assert anyone.put(url, json={"token": token, "password": "newer"}).status_code == 400


def test_identify(cloud: Sandbox, api: httpx.Client) -> None:
    identity = api.get("/v1/user/identify", params={"tracking": "1"}).json()
    assert identity == {"id": cloud.account.id, "email": cloud.username}


def test_mfa_is_enabled_and_disabled(cloud: Sandbox, api: httpx.Client) -> None:
    offered = api.get("/v1/user/mfa-enable").json()
    assert offered["qr_url"].startswith("otpauth://totp/")
    wrong = {"mfa_token": offered["mfa_token"], "otp": "000000"}
    assert api.post("/v1/user/mfa-enable", json=wrong).status_code == 400
    assert not cloud.account.mfa_enabled
    right = {"mfa_token": offered["mfa_token"], "otp": "123456"}
    confirmed = api.post("/v1/user/mfa-enable", json=right).json()
    assert confirmed == {"enrolled": True, "tokens": [cloud.access_token]}
    assert api.get("/v1/user").json()["mfa"] == {"enabled": True}
    wrong_password = {"current_password": "wrong"}
    assert api.put("/v1/user/mfa-disable", json=wrong_password).status_code == 400
    password = {"current_password": cloud.password}
    assert api.put("/v1/user/mfa-disable", json=password).json() == {"ok": True}
    assert not cloud.account.mfa_enabled

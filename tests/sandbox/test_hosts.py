"""What the sandbox refuses before it looks at a request: foreign names, and bodies without end."""

from collections.abc import Iterator

import httpx
import pytest

from particle_client.sandbox import Sandbox
from particle_client.sandbox.body import LARGEST_BODY

from .wire import make_api


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "10.9"],
)
def test_a_web_page_under_its_own_name(api: httpx.Client, host: str) -> None:
    """DNS rebinding: the page's name leads here, and the browser says that name."""
    response = api.get("/v1/devices", headers={"Host": host})
    assert response.status_code == 403
    assert host in response.json()["error"]


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:1", "[::1]:80", "127.0.0.2", "a.localhost"]
)
def test_this_machine(api: httpx.Client, host: str) -> None:
    assert api.get("/v1/devices", headers={"Host": host}).status_code == 200


def test_a_name_that_is_allowed() -> None:
    with Sandbox(allowed_hosts=["Cloud.test"]) as cloud, make_api(cloud) as api:
        assert api.get("/v1/devices", headers={"Host": "cloud.test:8080"}).status_code == 200
        assert api.get("/v1/devices", headers={"Host": "other.test"}).status_code == 403


ALLOWED = "access-control-allow-origin"


def test_a_web_page_of_this_machine(cloud: Sandbox, api: httpx.Client) -> None:
    for origin in ("http://localhost:3000", "https://127.0.0.1", "http://app.localhost"):
        preflight = api.options(
            "/v1/devices",
            headers={
                "Origin": origin,
                "Access-Control-Request-Method": "PUT",
                "Access-Control-Request-Headers": "authorization,x-particle-tool",
            },
        )
        assert preflight.status_code == 200
        assert preflight.headers[ALLOWED] == origin
        assert "PUT" in preflight.headers["access-control-allow-methods"]
        assert "x-particle-tool" in preflight.headers["access-control-allow-headers"]
        assert api.get("/v1/devices", headers={"Origin": origin}).headers[ALLOWED] == origin
        wrong = api.get(
            "/v1/devices", headers={"Origin": origin, "Authorization": "Bearer unknown"}
        )
        assert (wrong.status_code, wrong.headers[ALLOWED]) == (401, origin)


def test_a_web_page_of_another_origin(api: httpx.Client) -> None:
    for origin in ("https://evil.example", "http://localhost.evil.example", "null"):
        assert ALLOWED not in api.get("/v1/devices", headers={"Origin": origin}).headers
    assert ALLOWED not in api.get("/v1/devices").headers


def test_a_web_page_of_a_name_that_is_allowed() -> None:
    with Sandbox(allowed_hosts=["Cloud.test"]) as cloud, make_api(cloud) as api:
        answer = api.get("/v1/devices", headers={"Origin": "https://cloud.test"})
        assert answer.headers[ALLOWED] == "https://cloud.test"


def test_a_body_without_end(api: httpx.Client) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(LARGEST_BODY // 2**20 + 1):
            yield b" " * 2**20

    response = api.post(
        "/v1/binaries", content=endless(), headers={"Content-Type": "application/json"}
    )
    assert response.status_code == 413


@pytest.mark.parametrize(("origins", "allowed"), [([], None), (["https://app.example"], True)])
def test_pages_of_other_origins(origins: list[str], allowed: bool | None) -> None:
    with Sandbox(cors=origins) as cloud, make_api(cloud) as api:
        answer = api.get("/v1/devices", headers={"Origin": "https://app.example"})
        found = answer.headers.get("access-control-allow-origin")
        assert found == ("https://app.example" if allowed else None)
        other = api.get("/v1/devices", headers={"Origin": "https://app.example.evil.example"})
        assert "access-control-allow-origin" not in other.headers

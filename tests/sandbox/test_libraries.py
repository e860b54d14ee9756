"""Libraries: upload, publication, lists, download."""

import io
import tarfile
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox


def archive(properties: str | None, folder: str = "") -> bytes:
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w:gz") as opened:
        files = {
            "src/lib.cpp": "int i;",
            **({"library.properties": properties} if properties else {}),
        }
        for name, text in files.items():
            entry = tarfile.TarInfo(folder + name)
            entry.size = len(text)
            opened.addfile(entry, io.BytesIO(text.encode()))
    return written.getvalue()


def properties(name: str, version: str, **more: str) -> str:
    fields = {"name": name, "version": version, "author": "JV", **more}
    return "\n".join(f"{key}={value}" for key, value in fields.items())


def upload(api: httpx.Client, content: bytes, part: str = "file") -> httpx.Response:
    return api.post("/v1/libraries", files={part: ("archive.tar.gz", content, "application/gzip")})


def publish(api: httpx.Client, name: str) -> httpx.Response:
    return api.patch(f"/v1/libraries/{name}", json={"visibility": "public"})


def names(api: httpx.Client, **query: Any) -> list[str]:
    answer = api.get("/v1/libraries", params=query)
    assert answer.status_code == 200, answer.text
    return [library["id"] for library in answer.json()["data"]]


def test_life_of_a_library(
    cloud: Sandbox, api: httpx.Client, other_api: httpx.Client, anyone: httpx.Client
) -> None:
    content = archive(properties("testlib43", "1.0.2", license="MIT", sentence="one = two"))
    uploaded = upload(api, content)
    assert uploaded.status_code == 201
    library = uploaded.json()["data"]
    assert (library["type"], library["id"]) == ("libraries", "testlib43")
    attributes = library["attributes"]
    assert (attributes["version"], attributes["sentence"]) == ("1.0.2", "one = two")
    assert (attributes["visibility"], attributes["architectures"]) == ("private", [])
    assert "official" not in attributes  # only Particle's own say so
    assert anyone.get(library["links"]["download"]).content == content
    assert api.get("/v1/libraries/TestLib43").json() == uploaded.json()
    unknown = other_api.get("/v1/libraries/testlib43")
    message = "Library testlib43 not found"
    assert (unknown.status_code, unknown.json()) == (404, {"errors": [{"message": message}]})
    published = publish(api, "testlib43").json()["data"]
    assert published["attributes"]["visibility"] == "public"
    assert publish(api, "testlib43").status_code == 400
    assert other_api.get("/v1/libraries/testlib43").json()["data"]["attributes"]["mine"] is False
    assert upload(other_api, archive(properties("testlib43", "2.0.0"))).status_code == 400
    assert other_api.delete("/v1/libraries/testlib43").status_code == 403
    assert api.request("DELETE", "/v1/libraries/testlib43", json={}).status_code == 400
    deleted = api.request("DELETE", "/v1/libraries/testlib43", json={"force": "xyz"})
    assert deleted.json() == {"ok": True}
    assert api.get("/v1/libraries/testlib43").status_code == 404
    assert anyone.get(library["links"]["download"]).status_code == 404


def test_versions(api: httpx.Client, other_api: httpx.Client) -> None:
    for version in ("0.9.0", "0.10.0"):
        content = archive(properties("lib", version), folder="lib/")
        assert upload(api, content, part="archive").status_code == 201
        publish(api, "lib")
    too_low = upload(api, archive(properties("lib", "0.9.1")))
    assert (too_low.status_code, too_low.json()) == (
        400,
        {
            "errors": [
                {
                    "message": "This version is not valid. "
                    "Version must be greater than or equal to 0.10.1"
                }
            ]
        },
    )
    for _ in range(2):  # a private version may come again
        assert upload(api, archive(properties("lib", "0.10.1"))).status_code == 201

    def versions(client: httpx.Client, **query: Any) -> list[str]:
        found = client.get("/v1/libraries/lib/versions", params=query).json()["data"]
        return [version["attributes"]["version"] for version in found]

    assert versions(api) == ["0.9.0", "0.10.0", "0.10.1"]
    assert versions(other_api) == ["0.9.0", "0.10.0"]
    assert versions(api, scope="private") == ["0.10.1"]
    assert versions(api, page=2, limit=2) == ["0.10.1"]
    newest = other_api.get("/v1/libraries/lib").json()["data"]["attributes"]["version"]
    old = api.get("/v1/libraries/lib", params={"version": "0.9.0"}).json()["data"]["attributes"]
    assert (newest, old["version"]) == ("0.10.0", "0.9.0")
    assert api.get("/v1/libraries/lib", params={"version": "9.9.9"}).status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not an archive",
        archive(None),
        archive("name=lib"),
        archive("version=1.0.0"),
        archive(properties("lib", "one")),
        archive(properties("../lib", "1.0.0")),
        archive(properties("lib", "1.0.0"))[:60],
    ],
    # Archives hold the time: workers must not name their tests after it.
    ids=["empty", "text", "no-file", "no-version", "no-name", "short", "outside", "cut"],
)
def test_what_is_no_library(api: httpx.Client, content: bytes) -> None:
    answer = upload(api, content)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["message"]
    assert names(api) == []


def test_lists(api: httpx.Client, other_api: httpx.Client) -> None:
    for name, architectures in [("beta", "*"), ("Alpha", "photon,argon"), ("gamma", "boron")]:
        upload(api, archive(properties(name, "1.0.0", architectures=architectures)))
    publish(api, "alpha")
    assert names(api, sort="name") == ["Alpha", "beta", "gamma"]
    assert names(api, sort="-name") == ["gamma", "beta", "Alpha"]
    # As the official CLI sends it: where one is equal, the next counts.
    assert names(api, sort="official,verified,popularity,-name") == ["gamma", "beta", "Alpha"]
    assert names(other_api) == ["Alpha"]
    assert names(api, filter="AM") == ["gamma"]
    assert names(api, scope="private", sort="name") == ["beta", "gamma"]
    assert names(api, scope="mine", excludeScopes="private") == ["Alpha"]
    assert names(api, scope="official") == []
    assert names(api, architectures="photon,core", sort="name") == ["Alpha", "beta"]
    assert names(api, sort="name", page=2, limit=2) == ["gamma"]
    for bad in (
        {"sort": "colour"},
        {"sort": "name,colour"},
        {"sort": ","},
        {"scope": "yours"},
        {"limit": 0},
        {"page": "x"},
    ):
        assert api.get("/v1/libraries", params=bad).status_code == 400

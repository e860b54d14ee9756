"""Compiling and flashing."""

import hashlib
import io
import struct
import zipfile
import zlib
from typing import Any

import httpx
import pytest

from particle_client.sandbox import Sandbox, VirtualDevice

from .wire import OpenStream

SOURCE = b"void setup() {}\nvoid loop() {}\n"
LIBRARY = ("file2", ("lib/a.cpp", b"int a;", "text/x-c"))


def part(name: str = "main.cpp", content: bytes = SOURCE, field: str = "file") -> Any:
    return field, (name, content)


@pytest.fixture
def device(cloud: Sandbox) -> VirtualDevice:
    return cloud.add_device("board", platform_id=13, firmware_version=0)


def test_build_targets(anyone: httpx.Client) -> None:
    everything = anyone.get("/v1/build_targets").json()
    featured = anyone.get("/v1/build_targets", params={"featured": "true"}).json()
    assert len(featured["targets"]) < len(everything["targets"])
    assert everything["platforms"]["Boron"] == 13
    default = everything["default_versions"]["13"]
    assert any(t["version"] == default and 13 in t["platforms"] for t in everything["targets"])


def test_compile_and_download(cloud: Sandbox, api: httpx.Client, other_api: httpx.Client) -> None:
    form = {"platform_id": "13", "build_target_version": "4.2.0"}
    compiled = api.post("/v1/binaries", data=form, files=[part(), LIBRARY]).json()
    assert compiled["ok"] is True
    assert compiled["build_target_version"] == "4.2.0"
    assert compiled["binary_url"] == f"/v1/binaries/{compiled['binary_id']}"
    assert compiled["sizeInfo"].startswith(
        "   text\t   data\t    bss\t    dec\t    hex\tfilename\n"
    )
    binary = api.get(compiled["binary_url"])
    assert binary.headers["content-type"] == "application/octet-stream"
    assert len(binary.content) > 4096
    assert other_api.get(compiled["binary_url"]).status_code == 404
    again = api.post("/v1/binaries", data=form, files=[part(), LIBRARY]).json()
    assert api.get(again["binary_url"]).content == binary.content
    other = api.post("/v1/binaries", data=form, files=[part(content=b"int x;")]).json()
    assert api.get(other["binary_url"]).content != binary.content
    cloud.advance_time(24 * 3600)
    assert api.get(compiled["binary_url"]).status_code == 404


def test_a_binary_is_a_module_of_device_os(api: httpx.Client) -> None:
    for platform_id, version, first in ((13, "4.2.0", 0xB4000), (32, "5.3.0", None)):
        form = {"platform_id": str(platform_id), "build_target_version": version}
        files = [part(content=b"PRODUCT_VERSION(7)\n" + SOURCE)]
        compiled = api.post("/v1/binaries", data=form, files=files).json()
        module = api.get(compiled["binary_url"]).content
        start, end = struct.unpack_from("<II", module)
        assert end - start == len(module) - 4
        assert end == 0x085FFFFC if first is None else start == first
        platform, function, _, needs, _, system = struct.unpack_from("<HBBBBH", module, 12)
        major, minor, patch = map(int, version.split("."))
        assert (platform, function, needs) == (platform_id, 5, 4)
        assert system == 1000 * major + 100 * minor + patch
        product, product_version, _ = struct.unpack_from("<HHH", module, len(module) - 44)
        assert (product, product_version) == (0xFFFF, 7)
        assert module[-38:-6] == hashlib.sha256(module[:-38]).digest()
        assert module[-6:-4] == b"\x28\0"
        assert module[-4:] == zlib.crc32(module[:-4]).to_bytes(4, "big")


def test_a_bundle_with_a_product_version(cloud: Sandbox, api: httpx.Client) -> None:
    cloud.add_product("Fleet")
    device = cloud.add_device(product="fleet", firmware_version=1)
    form, source = {"platform_id": "13"}, b"PRODUCT_VERSION(5)\n" + SOURCE
    compiled = api.post("/v1/binaries", data=form, files=[part(content=source)]).json()
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("assets/sound.wav", b"pling")
        archive.writestr("app.bin", api.get(compiled["binary_url"]).content)
    files = [part("bundle.zip", bundle.getvalue())]
    with cloud.client() as client, client.events.stream("spark/device/last_reset") as events:
        api.put(f"/v1/products/fleet/devices/{device.id}", files=files)
        events.wait_for("spark/device/last_reset", timeout=10)
    assert device.firmware_version == 5


def test_build_targets_of_the_past(api: httpx.Client, anyone: httpx.Client) -> None:
    assert anyone.get("/v1/build_targets").json()["platforms"]["Sulu"] == 38
    targets = {6: "1.4.4", 8: "2.3.0", 12: "3.0.0", 32: "5.3.0", 38: "6.1.0"}
    for platform_id, version in targets.items():
        form = {"platform_id": str(platform_id), "build_target_version": version}
        compiled = api.post("/v1/binaries", data=form, files=[part()]).json()
        assert compiled["build_target_version"] == version


def test_latest_target(cloud: Sandbox, api: httpx.Client) -> None:
    product = cloud.add_product("Fleet", platform_id=6)
    form = {"product_id": str(product.id), "latest": "true"}
    compiled = api.post("/v1/binaries", data=form, files=[part()]).json()
    assert compiled["build_target_version"] == "2.3.1"


def test_a_thousand_files(api: httpx.Client) -> None:
    files = [part(f"lib/{n}.cpp", b"int x;", f"file{n}") for n in range(2, 1201)]
    answer = api.post("/v1/binaries", data={"platform_id": "13"}, files=[part(), *files])
    assert answer.json()["ok"] is True


def test_compile_error(api: httpx.Client) -> None:
    broken = b'void setup() {}\n  #error "no such board"\n'
    files = [part(), part("lib/b.cpp", broken, "file2")]
    answer = api.post("/v1/binaries", data={"platform_id": "13"}, files=files)
    assert answer.status_code == 200
    body = answer.json()
    assert body["ok"] is False
    assert body["output"] == "Compiler timed out or encountered an error"
    message = body["errors"][0].splitlines()
    assert message[0] == "make -C ../modules/boron/user-part all"
    assert message[1] == 'lib/b.cpp:2:4: error: #error "no such board"'
    assert message[2] == '   #error "no such board"'
    assert message[3] == "    ^~~~~"
    assert "main.cpp" not in body["errors"][0]


@pytest.mark.parametrize(
    ("form", "files"),
    [
        ({"platform_id": "13"}, []),
        ({"platform_id": "13"}, [part("readme.md")]),
        ({"platform_id": "13"}, [part(field="source")]),
        ({"platform_id": "13"}, [part("../main.cpp")]),
        ({"platform_id": "999"}, [part()]),
        ({"platform_id": "boron"}, [part()]),
        ({"platform_id": "13", "build_target_version": "9.9.9"}, [part()]),
        ({"platform_id": "6", "build_target_version": "4.2.0"}, [part()]),
    ],
)
def test_what_cannot_be_compiled(api: httpx.Client, form: dict[str, str], files: list[Any]) -> None:
    answer = api.post("/v1/binaries", data=form, files=files)
    assert (answer.status_code, answer.json()["ok"]) == (400, False)


def test_flashing_source_and_its_events(
    api: httpx.Client, device: VirtualDevice, open_stream: OpenStream
) -> None:
    with open_stream(f"/v1/devices/{device.id}/events") as stream:
        files = [part(), LIBRARY]
        answer = api.put(f"/v1/devices/{device.id}", data={"latest": "true"}, files=files)
        assert answer.json() == {"ok": True, "message": "Update started"}
        events = stream.take(9)
    app_hash = hashlib.sha256(device.flashed[0]).hexdigest()
    assert events == [
        ("spark/flash/status", "started "),
        ("spark/flash/status", "success "),
        ("spark/status", "offline"),
        ("spark/status", "online"),
        ("spark/device/app-hash", app_hash),
        ("spark/device/last_reset", "update"),
        ("particle/device/updates/forced", "false"),
        ("particle/device/updates/pending", "false"),
        ("particle/device/updates/enabled", "true"),
    ]
    assert device.online
    assert not device.updating


def test_the_same_binary_again_has_no_new_hash(
    api: httpx.Client, device: VirtualDevice, open_stream: OpenStream
) -> None:
    app_hash, last_reset = "spark/device/app-hash", "spark/device/last_reset"
    with open_stream(f"/v1/devices/{device.id}/events/spark/device") as stream:
        for content, names in (
            (b"one", [app_hash, last_reset]),
            (b"one", [last_reset]),
            (b"two", [app_hash, last_reset]),
        ):
            answer = api.put(f"/v1/devices/{device.id}", files=[part("app.bin", content)])
            assert answer.json() == {"id": device.id, "status": "Update started"}
            assert [name for name, _ in stream.take(len(names))] == names
    assert device.flashed == [b"one", b"one", b"two"]


def test_a_product_version_in_the_source(
    cloud: Sandbox, api: httpx.Client, open_stream: OpenStream
) -> None:
    cloud.add_product("Fleet")
    device = cloud.add_device(product="fleet", firmware_version=1)
    source = b"PRODUCT_VERSION(5)\n" + SOURCE
    compiled = api.post("/v1/binaries", data={"platform_id": "13"}, files=[part(content=source)])
    binary = api.get(compiled.json()["binary_url"]).content
    with open_stream("/v1/products/fleet/events/spark/status") as stream:
        api.put(f"/v1/products/fleet/devices/{device.id}", files=[part("firmware.bin", binary)])
        versions = [stream.next_event().data["version"] for _ in range(2)]
    assert versions == [1, 5]
    assert device.firmware_version == 5


def test_tinker(api: httpx.Client, device: VirtualDevice, open_stream: OpenStream) -> None:
    with open_stream(f"/v1/devices/{device.id}/events/spark/flash") as stream:
        answer = api.put(f"/v1/devices/{device.id}", json={"app": "tinker"})
        assert answer.json() == {"id": device.id, "status": "Update started"}
        assert stream.next_event().data["data"] == "started "


def test_a_flash_that_fails(
    api: httpx.Client, device: VirtualDevice, open_stream: OpenStream
) -> None:
    device.flash_outcome = "failed"
    with open_stream(f"/v1/devices/{device.id}/events") as stream:
        api.put(f"/v1/devices/{device.id}", files=[part("app.bin")])
        assert stream.take(2) == [
            ("spark/flash/status", "started "),
            ("spark/flash/status", "failed "),
        ]
    assert device.flashed == []


def test_what_cannot_be_flashed(api: httpx.Client, device: VirtualDevice) -> None:
    url = f"/v1/devices/{device.id}"
    broken = api.put(url, files=[part(content=b"#error broken")])
    assert (broken.status_code, broken.json()["ok"]) == (200, False)
    assert api.put(url, files=[part("app.bin", b"")]).status_code == 400
    assert api.put(url, files=[part("a.bin"), part("b.bin", field="file2")]).status_code == 400
    assert api.put(url, files=[("file", ("b.zip", b"PK", "text/plain"))]).status_code == 400
    device.go_offline()
    assert api.put(url, files=[part()]).status_code == 404
    assert device.flashed == []


def test_one_update_at_a_time() -> None:
    with Sandbox(flash_step=60) as cloud:
        device = cloud.add_device()
        headers = {"Authorization": f"Bearer {cloud.access_token}"}
        with httpx.Client(base_url=cloud.base_url, headers=headers) as api:
            url = f"/v1/devices/{device.id}"
            assert api.put(url, files=[part("app.bin")]).status_code == 200
            assert api.put(url, files=[part("app.bin")]).status_code == 409
    with cloud, httpx.Client(base_url=cloud.base_url, headers=headers) as api:
        assert api.put(url, files=[part("app.bin")]).status_code == 200

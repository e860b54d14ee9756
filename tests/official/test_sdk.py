"""Particle's JavaScript SDK against the local cloud: streams, uploads and logins.

It runs where node is, once `make official` has fetched the SDK.
"""

import base64
import io
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from particle_client.sandbox import Sandbox

from .install import SDK

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not SDK.exists(), reason="needs node, and: make official"
)

ICCID = "89314404000111111111"
EXPECTED = {
    "wrongPassword": [400, "invalid_grant"],
    "login": 3600,
    "mfa": [403, "mfa_required"],
    "wrongOtp": 400,
    "otp": 200,
    "revoked": True,
    "afterRevoking": 401,
    "event": ["tea", 'ü\n{"a":1}', 60, "api"],
    "productEvent": "green",
    "streamRefused": 401,
    "compiled": [True, "4.2.0"],
    "platform": 13,
    "broken": False,
    "flashed": "started ",
    "firmware": 5,
    "same": 0,
    "library": "tester",
    "deactivated": {"ok": True},
    "reactivated": {"ok": True},
    "limited": {"ok": True},
    "variable": 21.5,
}


def library() -> str:
    """Return a library's archive in base64."""
    properties = b"name=tester\nversion=0.0.1\nlicense=MIT\nauthor=A\nsentence=For tests\n"
    files = {
        "library.properties": properties,
        "README.md": b"A library\n",
        "LICENSE": b"MIT\n",
        "src/tester.h": b"#pragma once\n",
        "src/tester.cpp": b"int tester;\n",
    }
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return base64.b64encode(archive.getvalue()).decode()


def test_the_sdk() -> None:
    with Sandbox(flash_step=0) as cloud:
        cloud.add_account("careful@example.com", cloud.password, mfa="123456")
        product = cloud.add_product("Fleet")
        device = cloud.add_device("board", product=product, variables={"level": lambda: 21.5})
        cloud.add_device("modem", iccid=ICCID)
        settings = {
            "baseUrl": cloud.base_url,
            "username": cloud.username,
            "password": cloud.password,
            "careful": "careful@example.com",
            "otp": "123456",
            "deviceId": device.id,
            "product": product.slug,
            "iccid": ICCID,
            "library": library(),
        }
        driver = Path(__file__).with_name("sdk.js")
        done = subprocess.run(
            ["node", str(driver), str(SDK), json.dumps(settings)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    given = json.loads(done.stdout)
    status, text = given.pop("noLibrary")
    assert (status, text) == (404, "Library unknown not found")
    status, text = given.pop("unknownVariable")
    assert (status, text) == (400, "Unknown Variable: x")
    assert given == EXPECTED

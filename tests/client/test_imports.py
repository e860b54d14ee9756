"""What importing and making a client loads: facts about a fresh process, not times."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import particle_client

CLIENT = """
from particle_client import Particle, AsyncParticle
client = Particle(access_token="x", base_url="http://127.0.0.1:1")
AsyncParticle(access_token="x", base_url="http://127.0.0.1:1")
"""


def loaded(code: str) -> set[str]:
    """Run code in a fresh process and give the modules that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return set(done.stdout.split())


def of_package(modules: set[str], package: str) -> set[str]:
    return {name for name in modules if name == package or name.startswith(f"{package}.")}


def test_importing_the_package_loads_nothing_else() -> None:
    modules = loaded("import particle_client")
    assert of_package(modules, "particle_client") == {
        "particle_client",
        "particle_client.base",
        "particle_client.base.version",
    }
    new = modules - loaded("")
    assert {name.split(".")[0] for name in new} <= {"particle_client", "__future__"}


HEAVY = ["httpx", "httpcore", "attr", "attrs", "dateutil", "ssl", "asyncio", "anyio"]


@pytest.mark.parametrize("package", HEAVY)
def test_a_client_is_made_without_heavy_packages(package: str, client_modules: set[str]) -> None:
    assert of_package(client_modules, package) == set()


@pytest.fixture(scope="module")
def client_modules() -> set[str]:
    return loaded(CLIENT)


def test_a_client_is_made_without_models_and_resources(client_modules: set[str]) -> None:
    models = of_package(client_modules, "particle_client.models")
    assert models == set()
    resources = of_package(client_modules, "particle_client.api")
    assert resources == {"particle_client.api", "particle_client.api.scopes"}
    for name in ("streams", "sse", "events", "uploads", "conversion", "sandbox"):
        assert of_package(client_modules, f"particle_client.{name}") == set()


@pytest.mark.parametrize(
    "resource", ["tokens", "user", "devices", "firmware", "events", "products", "orgs"]
)
def test_a_resource_is_loaded_when_it_is_used(resource: str, client_modules: set[str]) -> None:
    assert f"particle_client.api.{resource}" not in client_modules
    modules = loaded(f"{CLIENT}\nclient.{resource}")
    apis = of_package(modules, "particle_client.api") - client_modules
    assert apis == {f"particle_client.api.{resource}"}
    assert of_package(modules, "httpx") == set()


def test_models_are_loaded_one_module_at_a_time() -> None:
    modules = loaded("from particle_client.models import AccessToken")
    assert of_package(modules, "particle_client.models") == {
        "particle_client.models",
        "particle_client.models.tokens",
    }
    assert of_package(modules, "httpx") == set()


def test_reading_a_plain_timestamp_loads_no_dateutil() -> None:
    plain = """
from particle_client.models import Device
print(Device.from_dict({"last_heard": "%s"}).last_heard)
"""
    assert of_package(loaded(plain % "2024-05-17T09:30:00.000Z"), "dateutil") == set()
    assert of_package(loaded(plain % "2016-01-01T14:41:0.000Z"), "dateutil") != set()


def test_every_public_name_is_there() -> None:
    module: Any = particle_client
    for name in module.__all__:
        assert getattr(module, name) is not None
    assert set(module.__all__) <= set(dir(module))
    assert {"Particle", "ParticleError", "UNSET"} <= set(module.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'Partikel'"):
        module.Partikel  # noqa: B018


def test_the_package_is_small() -> None:
    folder = Path(particle_client.__file__).parent
    installed = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in installed) < 2_250_000


def test_the_parser_of_compiler_messages_is_where_the_docs_say() -> None:
    from particle_client import compiler

    assert [message.text for message in compiler.parse_messages("a.c:1:2: error: no")] == ["no"]

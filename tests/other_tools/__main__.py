"""Try the OpenAPI document with other people's tools.

    python -m tests.other_tools FOLDER

Linters and generators read the document; the clients that the generators make are compiled or
imported, and call the sandbox. FOLDER holds openapi-generator, as `make document` installs it; what
npm needs is installed there, too. What needs something that isn't found is left out, and named.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from particle_client.sandbox import Sandbox
from tests.documented import BUNDLED

HERE = Path(__file__).parent
EXPECTED = "greenhouse 21.5 6"

# The models of the Go client import it, but have no tags for it to check.
VALIDATOR = "package validator\n\nfunc Validate(any) error { return nil }\n"


class Failure(Exception):
    """A tool that failed, or a client that got something else than the sandbox has."""


def run(*command: str | Path, folder: Path | None = None, **environment: str) -> str:
    """Run a command and return what it prints."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failure(f"{Path(command[0]).name} {command[1]}: {done.returncode}\n{done.stdout}")
    return done.stdout


class Tools:
    """The tools and the clients that they make, each one a method."""

    def __init__(self, tools: Path, work: Path, cloud: Sandbox) -> None:
        self._tools = tools
        self._work = work
        self._cloud = (cloud.base_url, cloud.access_token)
        self._node = tools / "node"
        self._python = tools / "openapi-generator-cli" / "bin" / "python"

    def install_node(self) -> None:
        """Install what npm has, once for each version of package.json."""
        self._node.mkdir(parents=True, exist_ok=True)
        wanted = HERE / "package.json"
        installed = self._node / "package.json"
        if installed.is_file() and installed.read_bytes() == wanted.read_bytes():
            return
        run(
            "npm", "install", "--silent", "--no-save", "--prefix", self._node,
            *(f"{name}@{version}" for name, version in _versions(wanted).items()),
        )  # fmt: skip
        shutil.copy(wanted, installed)

    def redocly(self) -> None:
        webhooks = BUNDLED.with_name("webhooks.bundled.yaml")
        run(self._bin("redocly"), "lint", "--format=summary", BUNDLED, webhooks)

    def spectral(self) -> None:
        # The overrides of a ruleset are relative to its folder.
        shutil.copy(HERE / "spectral.yaml", self._work)
        shutil.copy(BUNDLED, self._work)
        options = ("--ruleset=spectral.yaml", "--fail-severity=error", "--quiet")
        run(self._bin("spectral"), "lint", *options, BUNDLED.name, folder=self._work)

    def openapi_generator(self) -> None:
        self._generator("validate", "-i", BUNDLED)

    def typescript(self) -> None:
        """With openapi-typescript and openapi-fetch, and with @hey-api/openapi-ts."""
        folder = self._work / "typescript"
        folder.mkdir()
        for source in (*HERE.glob("*.ts"), HERE / "tsconfig.json", HERE / "package.json"):
            shutil.copy(source, folder)
        (folder / "node_modules").symlink_to(self._node.resolve() / "node_modules")
        run(self._bin("openapi-typescript"), BUNDLED, "--output", folder / "schema.d.ts")
        run(self._bin("openapi-ts"), "-i", BUNDLED, "-o", folder / "hey_api", folder=folder)
        run(self._bin("tsc"), "--project", folder)
        for name in ("with_fetch.js", "with_hey_api.js"):
            _expect(run("node", folder / "out" / name, *self._cloud))

    def openapi_python_client(self) -> None:
        folder = self._work / "openapi_python_client"
        beside = Path(sys.executable).parent
        path = f"{beside}{os.pathsep}{os.environ['PATH']}"
        command = beside / "openapi-python-client"
        run(command, "generate", "--path", BUNDLED, "--output-path", folder, PATH=path)
        caller = HERE / "call_python_client.py"
        _expect(run(sys.executable, caller, folder, *self._cloud))

    def python(self) -> None:
        folder = self._work / "python"
        self._generator("generate", "-i", BUNDLED, "-g", "python", "-o", folder)
        caller = HERE / "call_openapi_generator.py"
        _expect(run(self._python, caller, folder, *self._cloud))

    def go(self) -> None:
        folder = self._work / "go"
        # Enums of different types share names of members: Go needs the type in front.
        options = "enumClassPrefix=true,packageName=cloud,isGoSubmodule=false"
        self._generator(
            "generate", "-i", BUNDLED, "-g", "go", "-o", folder,
            f"--additional-properties={options}",
            "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
        )  # fmt: skip
        shutil.rmtree(folder / "test", ignore_errors=True)
        for path in ("call", "validator"):
            (folder / path).mkdir()
        shutil.copy(HERE / "main.go", folder / "call")
        (folder / "validator" / "validator.go").write_text(VALIDATOR)
        (folder / "validator" / "go.mod").write_text("module gopkg.in/validator.v2\n\ngo 1.18\n")
        replaced = "-replace=gopkg.in/validator.v2=./validator"
        run("go", "mod", "edit", "-module=example.com/cloud", replaced, folder=folder)
        build = ("go", "run", "-mod=mod", "./call")
        _expect(run(*build, *self._cloud, folder=folder, GOPROXY="off", GOTOOLCHAIN="local"))

    def _generator(self, *arguments: str | Path) -> None:
        run(self._python.with_name("openapi-generator-cli"), *arguments)

    def _bin(self, name: str) -> Path:
        return self._node.resolve() / "node_modules" / ".bin" / name


def _versions(package: Path) -> dict[str, str]:
    import json

    versions: dict[str, str] = json.loads(package.read_text())["dependencies"]
    return versions


def _expect(output: str) -> None:
    if output.strip() != EXPECTED:
        raise Failure(f"the client printed {output.strip()!r}, not {EXPECTED!r}")


def main() -> int:
    failed = 0
    with Sandbox() as cloud, tempfile.TemporaryDirectory() as folder:
        cloud.add_device(
            "greenhouse", variables={"temperature": 21.5}, functions={"brew": lambda _: 6}
        )
        tools = Tools(Path(sys.argv[1]), Path(folder), cloud)
        checks = (
            ("npm packages", "npm", tools.install_node),
            ("Redocly", "npm", tools.redocly),
            ("Spectral", "npm", tools.spectral),
            ("TypeScript clients", "npm", tools.typescript),
            ("openapi-python-client", None, tools.openapi_python_client),
            ("openapi-generator", "java", tools.openapi_generator),
            ("openapi-generator: Python client", "java", tools.python),
            ("openapi-generator: Go client", "go", tools.go),
        )
        for name, needs, check in checks:
            result = "ok"
            if needs and not shutil.which(needs):
                result = f"left out: there is no {needs}"
            else:
                try:
                    check()
                except Failure as failure:
                    result = f"FAILED: {failure}"
                    failed += 1
            print(f"{name:<34}{result}", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())

"""Gets Particle's own CLI and JavaScript SDK into `.tools/official`, by npm."""

import json
import platform
import re
import shutil
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".tools" / "official"
CLI = FOLDER / "package"
"""The unpacked package of the CLI; its dependencies, the SDK among them, are in it."""
COMMAND = CLI / "src" / "index.js"
SDK = CLI / "node_modules" / "particle-api-js"

_NPM_INSTALL = (
    *("npm", "install", "--ignore-scripts", "--omit=dev", "--omit=optional", "--no-audit"),
    *("--no-fund", "--legacy-peer-deps", "--prefer-offline", "--fetch-retries=0"),
)
_NODE_VERSION = 22
"""The oldest Node.js that the CLI runs on."""
_MISSING = re.compile(r"No matching version found for (.+)@[^@]*$", re.M)


def install(package: str = "particle-cli@latest") -> None:
    """Install the CLI, if it isn't there. Nothing of it is run, so what needs USB doesn't work."""
    if SDK.exists():
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    archive = _run(FOLDER, "npm", "pack", "--silent", package).strip()
    _run(FOLDER, "tar", "xzf", archive)
    # Without the versions that it was locked to: not every registry has all of them.
    (CLI / "npm-shrinkwrap.json").unlink(missing_ok=True)
    replaced: dict[str, str] = {}
    while (missing := _try_to_install(replaced)) is not None:
        if missing in replaced:
            raise SystemExit(f"npm has no version of {missing}")
        print(f"npm has not the version of {missing} that is asked for: taking what there is")
        replaced[missing] = "*"


def node() -> str:
    """Return the command of a Node.js that the CLI runs on, from npm if this one is too old."""
    if int(_run(FOLDER, "node", "--version").lstrip("v").partition(".")[0]) >= _NODE_VERSION:
        return "node"
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = f"node-{platform.system().lower()}-{machine}"
    command = FOLDER / "node_modules" / package / "bin" / "node"
    if not command.exists():
        (FOLDER / "package.json").write_text('{"private": true}')
        _run(FOLDER, "npm", "install", "--ignore-scripts", f"{package}@{_NODE_VERSION}")
    return str(command)


def _try_to_install(replaced: dict[str, str]) -> str | None:
    """Install the CLI's dependencies; return the name of one that npm hasn't got."""
    manifest = CLI / "package.json"
    package = json.loads(manifest.read_text())
    package["dependencies"].update(replaced)
    # Old packages, which depend on one that isn't in the registry, get by with what is newer.
    package["overrides"] = {"form-data": "^4.0.0", "particle-api-js": "$particle-api-js"}
    package["overrides"] |= {name: f"${name}" for name in replaced}
    manifest.write_text(json.dumps(package))
    done = subprocess.run(_NPM_INSTALL, cwd=CLI, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return None
    missing = _MISSING.search(done.stderr)
    if missing is None:
        raise SystemExit(done.stderr)
    return missing[1]


def _run(folder: Path, *command: str) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout

"""Runs Particle's CLI against the local cloud and prints which commands worked: `make official`.

python -m tests.official [WORD …]    only commands that have one of the words
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from particle_client.sandbox import Sandbox
from particle_client.sandbox.demo import MFA_USERNAME, OTP, PASSWORD, demo_cloud

from .install import COMMAND, install, node

_STYLES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
_PROJECT = {
    "app/project.properties": "name=app\nassetOtaDir=assets\n",
    "app/src/app.cpp": '#include "Particle.h"\nPRODUCT_VERSION(3)\nvoid setup() {}\n',
    "app/assets/sound.wav": "pling",
    "blink.cpp": "void setup() {}\nvoid loop() {}\n",
    "broken.cpp": "#error no such board\n",
    "hook.json": json.dumps({"event": "t", "url": "http://127.0.0.1:9/", "requestType": "POST"}),
    "lib/library.properties": (
        "name=tester\nversion=0.0.1\nlicense=MIT\nauthor=A\nsentence=For tests\n"
    ),
    "lib/README.md": "A library\n",
    "lib/LICENSE": "MIT\n",
    "lib/src/tester.h": "#pragma once\n",
    "lib/src/tester.cpp": "int tester;\n",
    "lib/examples/usage/usage.ino": "void setup() {}\n",
    "devices.txt": "0123456789abcdef01234568\n",
}


@dataclass
class Step:
    """A command, and what must be in its output; `{name}` stands for what was found before."""

    command: str
    expected: str
    fails: bool = False
    folder: str = "."
    typed: str = ""
    output: str = field(default="", init=False)


STEPS = [
    Step("login -u you@example.com -p wrong", "error", fails=True),
    Step(f"login -u {MFA_USERNAME} -p '{PASSWORD}' --otp {OTP}", "Successfully completed login"),
    Step("logout", "logged out"),
    Step(f"login -u you@example.com -p '{PASSWORD}'", "Successfully completed login"),
    Step("whoami", "you@example.com"),
    Step("list", r"greenhouse \[0123456789abcdef01234567\] \(Product [0-9]+\) is online"),
    Step("list offline", ""),
    Step("variable list", "temperature \\(double\\)"),
    Step("variable get coffee-machine beans", "arabica"),
    Step("variable get coffee-machine unknown", "not found|Unknown|no such", fails=True),
    Step("get greenhouse humidity", "61"),
    Step("function list", "setVent"),
    Step("function call greenhouse setVent 40", "40"),
    Step("call coffee-machine unknown", "failed|not found", fails=True),
    Step("publish test data", "Published"),
    Step("publish test data --product my-product-v100", "Published"),
    Step("publish test data --org my-org", "Published"),
    Step("subscribe temperature --max 1", "celsius"),
    Step("subscribe temperature --max 1 --product my-product-v100", "celsius"),
    Step("subscribe temperature --max 1 --org my-org", "celsius"),
    Step("subscribe temperature --max 1 --device greenhouse", "celsius"),
    Step("compile boron blink.cpp --saveTo blink.bin", "Saved firmware to"),
    Step("compile boron broken.cpp", "no such board", fails=True),
    Step("compile photon blink.cpp --target 1.4.4 --saveTo old.bin", "Saved firmware to"),
    Step("compile p2 app --saveTo app.zip", "Saved bundle to"),
    Step("compile boron app --saveTo bundle.zip", "Saved bundle to"),
    Step("binary inspect blink.bin", "(?s)CRC is ok.*for boron.*an application module"),
    Step("binary inspect bundle.zip", r"(?s)CRC is ok.*depends on assets:\s+sound.wav \(hash"),
    Step("binary inspect app.zip", r"(?s)CRC is ok.*for p2.*\s+sound.wav \(hash"),
    Step("binary list-assets bundle.zip", "sound.wav"),
    Step("bundle ../blink.bin --assets assets --saveTo other.zip", "other.zip", folder="app"),
    Step("flash --cloud greenhouse blink.cpp", "Update started|Flash success"),
    Step("flash --cloud greenhouse blink.bin", "Flash success|Flashing firmware"),
    Step("flash --cloud coffee-machine bundle.zip", "Update started|Flash success"),
    Step("cloud flash greenhouse tinker", "Flashing firmware to your device"),
    Step("cloud nyan greenhouse on", ""),
    Step("cloud name greenhouse glasshouse", "glasshouse"),
    Step("cloud name glasshouse greenhouse", "greenhouse"),
    Step("product device list my-product-v100", "0123456789abcdef01234567"),
    Step("product device list my-product-v100 --json", '"id": *"0123456789abcdef01234567"'),
    Step("product device remove my-product-v100 0123456789abcdef01234568", "[Ss]uccess|removed"),
    Step("product device add my-product-v100 0123456789abcdef01234568", "[Ss]uccess"),
    Step("product device remove my-product-v100 0123456789abcdef01234568", "[Ss]uccess|removed"),
    Step("product device add my-product-v100 --file devices.txt", "[Ss]uccess"),
    Step("product device list unknown-product", "Permission denied", fails=True),
    Step("webhook create hook.json", "(?P<hook>[0-9a-f]{24})"),
    Step("webhook list", "{hook}"),
    Step("webhook delete {hook}", ""),
    Step("webhook list", r"(?s)\A(?!.*{hook})"),
    Step("integration create hook.json --product my-product-v100", "(?P<hook>[0-9a-f]{24})"),
    Step("integration list --product my-product-v100", "{hook}"),
    Step("integration delete {hook} --product my-product-v100", ""),
    Step("integration create hook.json --org my-org", "(?P<hook>[0-9a-f]{24})"),
    Step("integration delete all --org my-org", "", typed="y\n"),
    Step("library upload", "[Ss]uccess|uploaded", folder="lib"),
    Step("library search tester", "tester"),
    Step("library view tester", "tester"),
    Step("library publish tester", "published"),
    Step("library list", "tester"),
    Step("library add tester", "added", folder="app"),
    Step("library copy tester", "", folder="app"),
    Step("library add unknown-library", "not found", fails=True, folder="app"),
    Step("token create", "(?P<token>[0-9a-f]{40})", typed=f"{PASSWORD}\n"),
    Step("token create --never-expires", "[0-9a-f]{40}", typed=f"{PASSWORD}\n"),
    Step("token revoke {token}", "[Ss]uccess"),
    Step("config secrets set KEY value --sandbox", "KEY"),
    Step("config secrets list --sandbox", "KEY"),
    Step("config secrets get KEY --sandbox", "KEY"),
    Step("config secrets delete KEY --sandbox", "KEY", typed="KEY\ny\n"),
    Step("config env set MODE fast --sandbox", "MODE"),
    Step("config env list --sandbox", "MODE"),
    Step("config env delete MODE --sandbox", "MODE"),
    Step("logic-function list", ""),
    Step("cloud remove greenhouse --yes", ""),
    Step("cloud claim 0123456789abcdef01234567", "[Ss]uccess"),
    Step("logout", "logged out"),
    Step("list", "login", fails=True),
]


def main(words: list[str]) -> int:
    """Run all commands; return the number of those that did something else than expected."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        raise SystemExit("node and npm are needed")
    install()
    with demo_cloud(2, interval=0.2) as cloud, tempfile.TemporaryDirectory() as folder:
        failed = _run_all(cloud, Path(folder), words)
    print(f"\n{len(failed)} command(s) failed" if failed else "\nAll commands work")
    for step in failed:
        print(f"\n$ particle {step.command}\n{step.output}")
    return len(failed)


def _run_all(cloud: Sandbox, folder: Path, words: list[str]) -> list[Step]:
    for name, text in _PROJECT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    settings = folder / ".particle" / "particle.config.json"
    settings.parent.mkdir()
    settings.write_text(json.dumps({"apiUrl": cloud.base_url}))
    found: dict[str, str] = {}
    failed: list[Step] = []
    for step in STEPS:
        if words and not any(word in step.command for word in ("login", *words)):
            continue
        passed = _run(step, folder, found)
        print(f"{'ok    ' if passed else 'FAILED'}  particle {step.command}", flush=True)
        if not passed:
            failed.append(step)
    return failed


def _run(step: Step, folder: Path, found: dict[str, str]) -> bool:
    command, expected = step.command, step.expected
    for name, text in found.items():
        command = command.replace(f"{{{name}}}", text)
        expected = expected.replace(f"{{{name}}}", text)
    environment = os.environ | {
        "HOME": str(folder),
        "home": str(folder),
        "PARTICLE_DISABLE_UPDATE": "1",
        "NODE_NO_WARNINGS": "1",
        "FORCE_COLOR": "0",
    }
    try:
        done = subprocess.run(
            [node(), str(COMMAND), *shlex.split(command)],
            cwd=folder / step.folder,
            env=environment,
            input=step.typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        step.output = f"it doesn't end: {error.output!r}"
        return False
    step.output = _STYLES.sub("", done.stdout)
    match = re.search(expected, step.output)
    if match:
        found.update(match.groupdict())
    return match is not None and (done.returncode != 0) == step.fails


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))

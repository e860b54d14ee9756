"""`python -m generator`: bundle, lint, render, format. `--check` writes nothing and compares."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .asyncapi import asyncapi
from .bundle import Bundle, bundle
from .completeness import dropped, missing
from .config import MIXINS
from .errors import GeneratorError
from .illustrating import illustrate
from .lint import conventions, validate
from .parse import parse
from .plan import make_plan
from .render import render
from .render.error_classes import error_modules
from .render.lazy_packages import lazy_packages
from .twins import twin_of, twins, written_twins
from .yaml_io import write_yaml

ROOT = Path(__file__).parent.parent
DOCUMENT = "openapi/particle-cloud.bundled.yaml"
WEBHOOKS = "openapi/webhooks.bundled.yaml"
PACKAGE = "particle_client"
# Every file under these is generated; what openapi/ no longer gives is removed.
OWNED = (f"{PACKAGE}/api", f"{PACKAGE}/models", f"{PACKAGE}/operations")


def generate(root: Path) -> dict[str, str]:
    """Return all generated files of the project under `root`: path → text."""
    bundled = bundle(root / "openapi" / "particle.yaml")
    with ProcessPoolExecutor(max_workers=1) as pool:
        validation = pool.submit(_validate, bundled)
        try:
            files = _files(bundled, root)
        except Exception:
            # What isn't OpenAPI may break anything; then that is what has to be said.
            if problems := validation.result():
                raise GeneratorError(*problems) from None
            raise
        if problems := validation.result():
            raise GeneratorError(*problems)
    return files


def _validate(bundled: Bundle) -> list[str]:
    return [*validate(bundled.document), *(validate(bundled.webhooks) if bundled.webhooks else ())]


def _files(bundled: Bundle, root: Path) -> dict[str, str]:
    if problems := conventions(bundled.document):
        raise GeneratorError(*problems)
    parsed = parse(bundled.document)
    if problems := dropped(bundled.document, parsed):
        raise GeneratorError(*problems)
    plan = make_plan(bundled.document, parsed, MIXINS)
    illustrate(plan, bundled.document, root)
    files = render(bundled.document, plan, parsed, bundled.schema_files)
    if problems := missing(bundled.document, plan, parsed, files):
        raise GeneratorError(*problems)
    files |= error_modules(root)
    files |= lazy_packages(files)
    sources = {f"{PACKAGE}/{path}": text for path, text in files.items()}
    sources |= {
        twin.relative_to(root).as_posix(): twin_of(source)
        for source, twin in twins(root / PACKAGE).items()
    }
    generated = _formatted(sources, root)
    header = "# Bundled from the files beside it by `make generate`. Do not edit.\n"
    return {
        DOCUMENT: header + write_yaml(bundled.document),
        **({WEBHOOKS: header + write_yaml(bundled.webhooks)} if bundled.webhooks else {}),
        **asyncapi(bundled.document),
        **generated,
    }


def _formatted(files: dict[str, str], root: Path) -> dict[str, str]:
    """Sort the imports and format, with the project's own settings."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        settings = ["--config", str(root / "pyproject.toml"), "--no-cache", "--quiet", folder]
        for command in (["check", "--fix-only", "--select", "I,F401,RUF022"], ["format"]):
            done = subprocess.run(
                [sys.executable, "-m", "ruff", *command, *settings],
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode:
                raise GeneratorError(f"ruff {command[0]} failed:\n{done.stdout}{done.stderr}")
        return {path: Path(folder, path).read_text(encoding="utf-8") for path in files}


def _stale(root: Path, files: dict[str, str]) -> list[Path]:
    generated = [path for folder in OWNED for path in sorted((root / folder).glob("**/*.py"))]
    generated += written_twins(root / PACKAGE)
    return [path for path in generated if path.relative_to(root).as_posix() not in files]


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m generator", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    arguments = parser.parse_args()
    try:
        files = generate(ROOT)
    except GeneratorError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        print(f"\n{len(error.problems)} problem(s): nothing was written.", file=sys.stderr)
        return 1
    changed = [
        path
        for path, text in files.items()
        if not (ROOT / path).is_file() or (ROOT / path).read_text(encoding="utf-8") != text
    ]
    stale = _stale(ROOT, files)
    if arguments.check:
        for path in changed:
            print(f"{path} isn't up to date", file=sys.stderr)
        for old in stale:
            print(f"{old.relative_to(ROOT)} is no longer generated", file=sys.stderr)
        if changed or stale:
            print("Run `make generate` and commit the result.", file=sys.stderr)
            return 1
        return 0
    for path in changed:
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(files[path], encoding="utf-8")
    for old in stale:
        old.unlink()
    print(f"{len(files)} files generated, {len(changed)} changed, {len(stale)} removed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

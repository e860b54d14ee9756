"""`make upstream`: compare the newest particle-api-js and particle-cli with the document."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..bundle import bundle
from ..yaml_io import read_yaml, write_yaml
from .compare import Finding, compare, gather, gone
from .document import Document, shape
from .javascript import Packages
from .run import requests

if TYPE_CHECKING:
    from .values import Request

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# With the tag, or npm takes the newest version that runs on the Node.js which is installed.
NEWEST = ("particle-api-js@latest", "particle-cli@latest")
Recorded = dict[str, dict[str, str]]  # package → operation → its parameters
KINDS = {
    "new": "New: sent by the packages, but not in the document",
    "changed": "Changed: in the document, but different",
    "gone": "Gone: no longer sent by the packages",
    "unread": "Not understood: look at it by hand",
    "stale": "Known differences that there are no longer: take them out of known.yaml",
}


def folder_of(package: str, into: Path) -> Path:
    """Return the folder of a package: a folder, a tarball, or a name that npm knows."""
    path = Path(package)
    if not path.exists():
        pack = ["npm", "pack", "--silent", "--pack-destination", str(into), package]
        try:
            done = subprocess.run(pack, stdout=subprocess.PIPE, text=True, check=True)
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            raise SystemExit(f"{package} is no folder or tarball, and npm fails: {error}") from None
        path = into / done.stdout.split()[-1]
    if path.is_file():
        unpacked = into / path.name.removesuffix(".tgz")
        with tarfile.open(path) as archive:
            archive.extractall(unpacked, filter="data")
        path = unpacked
    return path if (path / "package.json").is_file() else path / "package"


def groups(found: list[Request]) -> dict[str, list[Request]]:
    """Return the requests of each package, and of those that it sends by another one."""
    result: dict[str, list[Request]] = {}
    for request in found:
        package = request.place.package
        through = "" if request.sender == package else f" through {request.sender}"
        result.setdefault(package + through, []).append(request)
    return result


def difference(
    packages: Packages, document: Document, recorded: Recorded
) -> tuple[list[Finding], Recorded]:
    """Return all that differs, and the calls to record."""
    found, unread = requests(packages)
    findings = list(compare(gather(found, document), document))
    findings += [Finding("unread", literal, "", why, (place,)) for place, literal, why in unread]
    calls: Recorded = {}
    by_group = groups(found)
    missing: dict[str, list[Finding]] = {}
    for group, before in sorted(recorded.items()):
        package, _, other = group.partition(" through ")
        if package in packages.versions and (not other or other in packages.versions):
            now = gather([each for each in found if each.place.package == package], document)
            # What the other one doesn't send any more is said of that.
            said = {each.identity for each in missing.get(other, ())}
            lost = gone(now, before, package)
            missing[group] = [each for each in lost if each.identity not in said]
            findings += missing[group]
    for group in sorted(by_group):
        made = gather(by_group[group], document)
        calls[group] = {name: " ".join(sorted(each.parameters)) for name, each in made.items()}
    return findings, calls


def lines(calls: Recorded) -> set[tuple[str, str, str]]:
    """Return each operation and each parameter of recorded calls."""
    return {
        (group, operation, parameter)
        for group, made in calls.items()
        for operation, parameters in made.items()
        for parameter in ("", *parameters.split())
    }


def without_known(
    findings: list[Finding], known: list[dict[str, Any]], whole: bool
) -> list[Finding]:
    """Leave out the differences that are known; of those, say which there are no longer."""
    reasons = {
        (kind, *shape(text).partition("#")[::2])
        for entry in known
        for kind in KINDS.keys() & entry.keys()
        for text in entry[kind]
    }
    met = reasons & {finding.identity for finding in findings}
    result = [finding for finding in findings if finding.identity not in met]
    if whole:
        result += [
            Finding("stale", operation, about, kind) for kind, operation, about in reasons - met
        ]
    return result


def show(findings: list[Finding]) -> None:
    """Print findings, by their kind."""
    for kind, title in KINDS.items():
        chosen = [finding for finding in findings if finding.kind == kind]
        print(f"\n{title}" if chosen else "", end="\n" if chosen else "")
        for finding in sorted(chosen, key=lambda each: (each.identity, each.places)):
            about = f"#{finding.about}" if finding.about else ""
            print(f"  {finding.operation}{about}\n      {finding.says}")
            for place in finding.places:
                print(f"      {place.package}/{place.path}:{place.line}")


def main(arguments: list[str] | None = None, home: Path = HERE) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m generator.upstream", description=__doc__)
    parser.add_argument("packages", nargs="*", default=NEWEST, help="folders, tarballs, npm names")
    parser.add_argument("--record", action="store_true", help="record the calls in calls.yaml")
    parser.add_argument("--document", type=Path, default=ROOT / "openapi" / "particle.yaml")
    options = parser.parse_args(arguments)
    record = home / "calls.yaml"
    recorded: Recorded = read_yaml(record) or {}
    with tempfile.TemporaryDirectory() as temporary:
        folders = [folder_of(package, Path(temporary)) for package in options.packages]
        packages = Packages(*folders)
    document = Document(bundle(options.document).document)
    findings, calls = difference(packages, document, recorded)
    whole = {name for name, _, _ in (each.partition("@") for each in NEWEST)}
    findings = without_known(
        findings, read_yaml(home / "known.yaml") or [], whole <= packages.versions.keys()
    )
    versions = ", ".join(f"{name} {version}" for name, version in packages.versions.items())
    called = {operation for made in calls.values() for operation in made}
    print(f"{versions}: {len(called)} operations; the document: {len(document.operations)}")
    show(findings)
    if options.record:
        merged = recorded | calls
        header = "# What the packages call and send, recorded by `make upstream RECORD=1`.\n"
        record.write_text(header + write_yaml(dict(sorted(merged.items()))), encoding="utf-8")
    elif unrecorded := len(lines(calls) - lines(recorded)):
        print(f"\n{unrecorded} calls and parameters aren't recorded yet: make upstream RECORD=1")
    print("\nNothing else differs." if not findings else f"\n{len(findings)} difference(s).")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())

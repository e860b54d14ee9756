"""Writes the sources of the site to `.site/`, where `make docs` builds it from."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from particle_client import __version__

from ..errors import GeneratorError
from ..yaml_io import read_yaml
from .pages import llms, named, place, site_page, whole_navigation
from .reference import client_examples, operations, reference

ROOT = Path(__file__).parents[2]
SITE = ROOT / ".site"


def main() -> None:
    """Write everything anew."""
    sources = [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *sorted((ROOT / "docs").glob("**/*.md")),
        *sorted((ROOT / "examples").glob("[a-z]*.py")),
    ]
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    known = {each.relative_to(ROOT).as_posix(): each for each in [*sources, *pictures]}
    pages: dict[str, str] = {}
    for source in sources:
        name, text = source.relative_to(ROOT).as_posix(), source.read_text(encoding="utf-8")
        if source.suffix == ".py":
            text = f"# {source.name}\n\n```python\n{text}```\n"
        pages[place(name)] = site_page(name, text, ROOT, known)
    pages["api/index.md"] += operations() + "\n"
    pages["api/client.md"] += f"\n## Examples\n{client_examples()}\n"
    pages |= {f"api/{name}": text for name, text in reference(ROOT / "particle_client").items()}

    settings = read_yaml(ROOT / "mkdocs.yml")
    settings["nav"] = whole_navigation(settings["nav"], pages)
    if missing := pages.keys() - set(named(settings["nav"])):
        raise GeneratorError(*(f"{page} is not in the navigation" for page in sorted(missing)))
    name = f"{settings['site_name']} {__version__}"
    settings["site_name"] = name

    shutil.rmtree(SITE, ignore_errors=True)
    docs = SITE / "docs"
    shutil.copytree(Path(__file__).parent / "assets", docs / "assets")
    shutil.copytree(ROOT / "docs" / "pictures", docs / "pictures")
    for path, text in pages.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    about = settings["site_description"]
    listing = llms(name, about, settings["nav"], pages)
    (docs / "llms.txt").write_text(listing, encoding="utf-8")
    # JSON is YAML.
    (SITE / "mkdocs.yml").write_text(json.dumps(settings, indent=2), encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except GeneratorError as error:
        sys.exit("\n".join(error.problems))

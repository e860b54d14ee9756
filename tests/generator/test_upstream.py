"""`make upstream`: the requests in JavaScript sources, and how they differ from the document."""

from __future__ import annotations

import json
import tarfile
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from generator.upstream.__main__ import folder_of, main
from generator.upstream.javascript import Packages
from generator.upstream.run import requests
from generator.yaml_io import read_yaml, write_yaml

from .project import Project, one_operation

if TYPE_CHECKING:
    from pathlib import Path


def package(
    folder: Path, source: str, name: str = "particle-api-js", file: str = "src/index.js"
) -> Path:
    """Write a package of one file; more of them may follow."""
    path = folder / name / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dedent(source), encoding="utf-8")
    about = {"name": name, "version": "1.2.3"}
    (folder / name / "package.json").write_text(json.dumps(about), encoding="utf-8")
    return folder / name


def sent(*folders: Path) -> dict[str, list[str]]:
    """Return the requests in packages: method and path → parameters, with their values."""
    found: dict[str, set[str]] = {}
    made, missing = requests(Packages(*folders))
    assert not missing
    for request in made:
        found.setdefault(f"{request.method} {request.path}", set()).update(
            name if value is None else f"{name}={value}"
            for name, (value, _) in request.parameters.items()
        )
    return {name: sorted(parameters) for name, parameters in found.items()}


def sent_by(tmp_path: Path, body: str, rest: str = "") -> dict[str, list[str]]:
    """Return the requests of a method `make` of a class, with the functions in `rest`."""
    method = f"make({{ id, name, product, org, options }}) {{ {body} }}"
    return sent(package(tmp_path, f"class Api {{\n{method}\n{rest}\n}}"))


# --- requests in the source -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return this.get({ uri: '/v1/things' });", {"GET /v1/things": []}),
        ("return this.api.delete({ uri: `/v1/things/${id}` });", {"DELETE /v1/things/{id}": []}),
        ("return this.request({ uri: '/v1/' + id, method: 'patch' });", {"PATCH /v1/{id}": []}),
        ("return this.request({ uri: '/v1/things' });", {"GET /v1/things": []}),
        ("return fetch('https://api.particle.io/v1/things');", {"GET /v1/things": []}),
        (
            "return fetch(`${host}/v1/x?of=${id}`, "
            "{ method: 'POST', body: JSON.stringify({ name }) });",
            {"POST /v1/x": ["json.name", "query.of"]},
        ),
        (
            "request({ url: `https://${host}/v1/x`, method: 'PUT', qs: { a: 1 } }, () => 0);",
            {"PUT /v1/x": ["query.a=1"]},
        ),
        ("this.api.get({ uri: ['/v1', 'x', id].join('/') });", {"GET /v1/x/{id}": []}),
        ("https.request({ hostname, path: '/v1/x', method: 'PUT' });", {"PUT /v1/x": []}),
        ("return new EventStream(`${this.base}/v1/events`, t);", {"GET /v1/events": []}),
        (
            "return this.post({ uri: '/oauth/token', form: { grant_type: 'x', name } });",
            {"POST /oauth/token": ["form.grant_type=x", "form.name"]},
        ),
        (
            "return this.request({ uri: '/v1/x', method: 'post', files: { id }, form: { name } });",
            {"POST /v1/x": ["multipart.file", "multipart.name"]},
        ),
        (
            "return this.post({ uri: '/v1/x', "
            "data: { thing: { name, deep: { id } }, all: [{ id }] } });",
            {"POST /v1/x": ["json.all[].id", "json.thing.deep.id", "json.thing.name"]},
        ),
        # Not requests to the Cloud API.
        ("cache.get('/v1/x'); fetch('https://example.com/v1/x'); return fetch(options.url);", {}),
    ],
)
def test_forms_of_calls(tmp_path: Path, body: str, expected: dict[str, list[str]]) -> None:
    if not expected:
        folder = package(tmp_path, f"function make(options) {{ {body} }}")
        assert requests(Packages(folder))[0] == []
        return
    assert sent_by(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "const uri = product ? `/v1/products/${product}/x` : '/v1/x';"
            "return this.get({ uri, query: product ? { name } : undefined });",
            {"GET /v1/products/{product}/x": ["query.name"], "GET /v1/x": []},
        ),
        (
            "let uri = '/v1/'; if (org) { uri += `orgs/${org}/`; } uri += 'x';"
            "return this.get({ uri });",
            {"GET /v1/orgs/{org}/x": [], "GET /v1/x": []},
        ),
        (
            "if (!product && !org) { throw new Error('none'); }"
            "if (product) { return this.get({ uri: `/v1/products/${product}` }); }"
            "return this.get({ uri: `/v1/orgs/${org}` });",
            {"GET /v1/products/{product}": [], "GET /v1/orgs/{org}": []},
        ),
        (
            "const data = { name }; if (id !== undefined) { data.id = id; } data['x'] = 1;"
            "return this.put({ uri: `/v1${org ? `/orgs/${org}` : '/user'}/x`, data });",
            {
                "PUT /v1/orgs/{org}/x": ["json.id", "json.name", "json.x=1"],
                "PUT /v1/user/x": ["json.id", "json.name", "json.x=1"],
            },
        ),
        (
            "name ||= 'one'; try { await this.get({ uri: '/v1/a' }); }"
            "catch { await this.get({ uri: `/v1/b/${name}` }); }",
            {"GET /v1/a": [], "GET /v1/b/{name}": [], "GET /v1/b/{=one}": []},
        ),
        (
            "switch (name) { case 'a': return this.get({ uri: '/v1/a' });"
            "default: return this.get({ uri: '/v1/b' }); }",
            {"GET /v1/a": [], "GET /v1/b": []},
        ),
        (
            "for (const each of options.list) { this.wait().then(() => {"
            "this.post({ uri: `/v1/x/${encodeURIComponent(each)}`, data: { ...options } }); }); }",
            {"POST /v1/x/{each}": []},
        ),
    ],
)
def test_each_way_through_a_function(
    tmp_path: Path, body: str, expected: dict[str, list[str]]
) -> None:
    assert sent_by(tmp_path, body) == expected


def test_helpers_are_followed_with_the_arguments_that_they_get(tmp_path: Path) -> None:
    body = "return this.put({ uri: this.uri({ id, product }) + '/ping' });"
    helper = """
    uri({ id, product, org }) {
        if (product) { return `/v1/products/${product}/devices/${id}`; }
        return `/v1${org ? '/org' : ''}/devices/${id}`;
    }
    """
    assert sent_by(tmp_path, body, helper) == {
        "PUT /v1/products/{product}/devices/{id}/ping": [],
        "PUT /v1/devices/{id}/ping": [],
    }


def test_a_helper_may_get_a_part_of_the_path(tmp_path: Path) -> None:
    body = "return this.get({ uri: this.scoped(org, `ledgers/${name}`) });"
    rest = """
    scoped(org, path) { return org ? `/v1/orgs/${org}/${path}` : `/v1/${path}`; }
    one(options) { return this.make(Object.assign({ name: 'one' }, options)); }
    """
    assert sent_by(tmp_path, body, rest) == {
        "GET /v1/orgs/{org}/ledgers/{name}": [],
        "GET /v1/ledgers/{name}": [],
        "GET /v1/orgs/{org}/ledgers/{=one}": [],
        "GET /v1/ledgers/{=one}": [],
    }


def test_what_a_compiler_makes_of_async_methods(tmp_path: Path) -> None:
    source = """
    class Api {
        /**
         * @param {Object} options
         * @param {String} options.thingId
         * @param {String} [options.org]
         */
        remove(_a) {
            return __awaiter(this, arguments, void 0, function* ({ thingId, org }) {
                return this.delete({ uri: this.uri({ thingId, org }) });
            });
        }
        list(_a) {
            return __awaiter(this, arguments, void 0, function* ({ org }) {
                return this.get({ uri: this.uri({ org }) });
            });
        }
        uri({ thingId, org }) {
            const base = org ? `/v1/orgs/${org}/things` : '/v1/things';
            return thingId ? `${base}/${thingId}` : base;
        }
    }
    """
    assert sent(package(tmp_path, source)) == {
        "DELETE /v1/orgs/{org}/things/{thingId}": [],
        "DELETE /v1/things/{thingId}": [],
        "GET /v1/orgs/{org}/things": [],
        "GET /v1/things": [],
    }


SDK = """
class Particle {
    run({ code, org }) {
        const uri = org ? `/v1/orgs/${org}/code` : '/v1/code';
        return this.post({ uri, data: { code } });
    }
    post({ uri, data }) { return this.agent.post({ uri, data }); }
}
"""
CLI_API = """
const Particle = require('particle-api-js');
module.exports = class Wrapper {
    constructor(url) { this.api = new Particle({ url }); }
    run({ org, code }) { return this._wrap(this.api.run({ org, code })); }
    docs({ id, doc }) { return this._wrap(this.api.get({ uri: `/v1/docs/${doc}/${id}` })); }
    _wrap(promise) { return promise; }
};
"""
CLI_COMMAND = """
class Command {
    async deploy() {
        this.ui.write('deploying');
        const code = { text: this.text, secrets: this.secrets };
        if (!code.text) { this.ui.write('empty'); }
        await this.ui.busy('running', this.api.run({ org: this.org, code }));
        return this.api.docs({ id: this.id, doc: 'system' });
    }
}
"""


def test_a_package_is_followed_into_another_one(tmp_path: Path) -> None:
    sdk = package(tmp_path, SDK)
    package(tmp_path, CLI_API, "particle-cli", "src/cmd/api.js")
    cli = package(tmp_path, CLI_COMMAND, "particle-cli", "src/cmd/command.js")
    package(tmp_path, "it('is no test', () => api.get({ uri: '/v1/no' }))", file="src/x.test.js")
    made, missing = requests(Packages(sdk, cli))
    assert not missing
    secret = next(each for each in made if "json.code.secrets" in each.parameters)
    assert (secret.place.package, secret.place.path) == ("particle-cli", "src/cmd/api.js")
    assert secret.sender == "particle-api-js"
    place = secret.parameters["json.code.secrets"][1]
    assert (place.path, place.line) == ("src/cmd/command.js", 5)
    assert "/v1/docs/{=system}/{id}" in {each.path for each in made}
    assert sent(cli).keys() == {"GET /v1/docs/{doc}/{id}", "GET /v1/docs/{=system}/{id}"}


def test_constants_and_helpers_of_other_modules(tmp_path: Path) -> None:
    package(tmp_path, "exports.thingUri = function (id) { return `/v1/things/${id}`; };")
    source = """
    const { thingUri } = require('./index');
    const BASE = '/v1/' + 'others';
    const list = async (api) => api.get({ uri: BASE });
    module.exports = class { get = async ({ id }) => this.api.get({ uri: thingUri(id) }) };
    """
    folder = package(tmp_path, source, file="src/other.js")
    assert sent(folder) == {"GET /v1/things/{id}": [], "GET /v1/others": []}


def test_a_path_without_a_request_is_told(tmp_path: Path) -> None:
    source = """
    function odd(id) { return this.transmit(7, `/v1/things/${id}`); }
    function split(id) { return api.get({ uri: '/v1/things?id'.replace('?', id) }); }
    """
    made, missing = requests(Packages(package(tmp_path, source)))
    assert made == []
    assert [(place.line, what) for place, what, _ in missing] == [
        (2, "`/v1/things/${id}`"),
        (3, "'/v1/things?id'"),
    ]


# --- differences ----------------------------------------------------------------------------------

GADGET = """
requestBody:
  required: true
  content:
    application/json:
      schema: {$ref: "../schemas/gadgets.yaml#/Change"}
parameters:
  - $ref: "../parameters.yaml#/GadgetId"
  - {name: fast, in: query, description: Whether it is done fast., schema: {type: boolean}}
"""
CHANGE = """
Error: {type: object, description: What went wrong.}
Change:
  type: object
  description: A change.
  required: [mode]
  properties:
    mode: {type: string, enum: ["on", "off"], description: What to do.}
    parts: {type: array, description: Parts., items: {$ref: "#/Part"}}
Part:
  type: object
  description: A part.
  properties: {size: {type: integer, description: Its size.}}
"""
SOURCE = """
class Particle {
    change({ id, fast, size }) {
        return this.put({
            uri: `/v1/gadgets/${id}`,
            query: { fast },
            data: { mode: 'on', parts: [{ size }] }
        });
    }
}
"""


GONE = "Gone: PUT /v1/gadgets/{}"


class Upstream:
    """A document, a package that agrees with it, and the command that compares them."""

    def __init__(self, project: Project, folder: Path, output: pytest.CaptureFixture[str]) -> None:
        project.write("schemas/gadgets.yaml", CHANGE)
        path = "/v1/gadgets/{gadgetId}"
        project.write("paths/gadgets.yaml", one_operation(path=path, method="put", more=GADGET))
        self.document = project.root / "openapi" / "particle.yaml"
        self.folder = folder
        self.output = output
        self.write("calls", {})
        self.write("known", [])
        assert self.run(SOURCE, "--record") == (0, [])

    def write(self, name: str, data: Any) -> None:
        (self.folder / f"{name}.yaml").write_text(write_yaml(data), encoding="utf-8")

    def run(self, source: str, *options: str) -> tuple[int, list[str]]:
        """Return the exit status, and the findings: each one's kind, name and first place."""
        given = [str(package(self.folder, source)), *options, "--document", str(self.document)]
        status = main(given, self.folder)
        self.said = self.output.readouterr().out
        found: list[str] = []
        kind = ""
        for line in self.said.splitlines():
            if line.startswith("  ") and line[2] != " ":
                found.append(f"{kind}: {line.strip()}")
            elif line.startswith("      particle-api-js/"):
                found[-1] += " :" + line.rpartition(":")[2]
            elif ":" in line:
                kind = line.partition(":")[0]
        return status, found


@pytest.fixture
def upstream(project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Upstream:
    return Upstream(project, tmp_path, capsys)


@pytest.mark.parametrize(
    ("was", "now", "found"),
    [
        ("`/v1/gadgets/${id}`", "`/v1/gizmos/${id}`", ["New: PUT /v1/gizmos/{} :4", GONE]),
        ("this.put", "this.patch", ["New: PATCH /v1/gadgets/{} :4", GONE]),
        (
            "query: { fast }",
            "query: { fast, slow: !fast }",
            ["New: PUT /v1/gadgets/{}#query.slow :6"],
        ),
        ("query: { fast },", "", ["Gone: PUT /v1/gadgets/{}#query :4"]),
        (
            "{ size }",
            "{ size, colour: 1 }",
            ["New: PUT /v1/gadgets/{}#json.parts[].colour :7"],
        ),
        (
            "[{ size }]",
            "[{ sizes: size }]",
            [
                "New: PUT /v1/gadgets/{}#json.parts[].sizes :7",
                "Gone: PUT /v1/gadgets/{}#json.parts[].size :4",
            ],
        ),
        ("'on'", "'ON'", ["Changed: PUT /v1/gadgets/{}#json.mode :7"]),
        ("'on'", "true", ["Changed: PUT /v1/gadgets/{}#json.mode :7"]),
        ("'on'", "size", []),
        (
            "mode: 'on', ",
            "",
            [
                "Changed: PUT /v1/gadgets/{}#json.mode :4",
                "Gone: PUT /v1/gadgets/{}#json.mode :4",
            ],
        ),
        (
            "data: {",
            "form: {",
            ["New: PUT /v1/gadgets/{}#form :4", "Gone: PUT /v1/gadgets/{}#json :4"],
        ),
        (
            "return this.put({",
            "return this.x(`/v1/gadgets/${id}`) || this.put({",
            ["Not understood: `/v1/gadgets/${id}` :4"],
        ),
    ],
)
def test_a_doctored_package(upstream: Upstream, was: str, now: str, found: list[str]) -> None:
    assert upstream.run(SOURCE) == (0, [])
    assert "Nothing else differs." in upstream.said
    assert was in SOURCE
    assert upstream.run(SOURCE.replace(was, now)) == (int(bool(found)), found)


@pytest.mark.parametrize(
    ("file", "was", "now", "found"),
    [
        ("paths", "name: fast", "name: quick", ["New: PUT /v1/gadgets/{}#query.fast :6"]),
        (
            "paths",
            "name: fast, in: query",
            "name: quick, in: query, required: true",
            [
                "New: PUT /v1/gadgets/{}#query.fast :6",
                "Changed: PUT /v1/gadgets/{}#query.quick :4",
            ],
        ),
        ("paths", "gadgetId}", "gadgetId}/x", ["New: PUT /v1/gadgets/{} :4"]),
        ("paths", "application/json", "multipart/form-data", ["New: PUT /v1/gadgets/{}#json :4"]),
        ("schemas", "size:", "sizes:", ["New: PUT /v1/gadgets/{}#json.parts[].size :7"]),
        ("schemas", '["on", "off"]', '["off"]', ["Changed: PUT /v1/gadgets/{}#json.mode :7"]),
        ("schemas", "[mode]", "[mode, parts]", []),
        ("schemas", "  properties:\n    mode", "  additionalProperties: true\n  x-was:\n    m", []),
    ],
)
def test_a_doctored_document(
    upstream: Upstream, file: str, was: str, now: str, found: list[str]
) -> None:
    path = upstream.document.parent / file / "gadgets.yaml"
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now), encoding="utf-8")
    assert upstream.run(SOURCE) == (int(bool(found)), found)


def test_known_differences_are_left_out_and_those_of_the_past_reported(upstream: Upstream) -> None:
    more = SOURCE.replace("{ fast }", "{ fast, slow: 1 }").replace("/v1/gadgets/", "/v1/gizmos/")
    known = [{"reason": "It is.", "new": ["PUT /v1/gizmos/{gizmoId}"], "gone": [GONE[6:]]}]
    upstream.write("known", known)
    assert upstream.run(more) == (0, [])
    # Nothing is said of the past as long as a package is missing.
    assert upstream.run(SOURCE) == (0, [])
    other = package(upstream.folder, "", "particle-cli")
    assert upstream.run(more, str(other)) == (0, [])
    status, found = upstream.run(SOURCE, str(other))
    assert status == 1
    assert found == [
        "Known differences that there are no longer: PUT /v1/gadgets/{}",
        "Known differences that there are no longer: PUT /v1/gizmos/{}",
    ]


def test_the_calls_are_recorded_when_that_is_asked_for(upstream: Upstream) -> None:
    record = upstream.folder / "calls.yaml"
    parameters = "json.mode json.parts[].size query.fast"
    assert read_yaml(record) == {"particle-api-js": {"PUT /v1/gadgets/{}": parameters}}
    less = SOURCE.replace("query: { fast },", "")
    assert upstream.run(less) == (1, ["Gone: PUT /v1/gadgets/{}#query :4"])
    assert upstream.run(less, "--record")[0] == 1
    assert upstream.run(less) == (0, [])
    assert "recorded" not in upstream.said
    assert upstream.run(SOURCE) == (0, [])
    assert "1 calls and parameters aren't recorded yet" in upstream.said


def test_packages_may_be_folders_and_tarballs(tmp_path: Path) -> None:
    folder = package(tmp_path, SOURCE)
    archive = tmp_path / "particle-api-js-1.2.3.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(folder, "package")
    assert folder_of(str(folder), tmp_path) == folder
    unpacked = folder_of(str(archive), tmp_path / "unpacked")
    assert sent(unpacked) == sent(folder) != {}

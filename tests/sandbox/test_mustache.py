"""Templates of webhooks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from particle_client.sandbox.mustache import render

CONTEXT: dict[str, Any] = {
    "text": "<a & 'b'>",
    "number": 21.5,
    "yes": True,
    "no": False,
    "none": None,
    "list": [{"n": 1}, {"n": 2}],
    "words": ["x", "y"],
    "empty": [],
    "c": [{"ca": "deep"}],
}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("plain { } text", "plain { } text"),
        ("{{text}}", "&lt;a &amp; &#39;b&#39;&gt;"),
        ("{{{text}}} {{& text}}", "<a & 'b'> <a & 'b'>"),
        ("{{ number }}/{{yes}}/{{none}}/{{unknown}}", "21.5/true//"),
        ("{{{c.0.ca}}}{{c.1.ca}}{{c.0.ca.x}}", "deep"),
        ("{{{list}}}", '[{"n":1},{"n":2}]'),
        ("{{#list}}[{{n}}]{{/list}}", "[1][2]"),
        ("{{#words}}{{.}}{{/words}}", "xy"),
        ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}{{^yes}}d{{/yes}}", "ac"),
        ("{{#empty}}a{{/empty}}{{^empty}}b{{/empty}}{{^unknown}}c{{/unknown}}", "bc"),
        ("{{#list}}{{#yes}}{{n}}{{/yes}},{{/list}}", "1,2,"),
        ('{"a":{"b":{{number}}}}', '{"a":{"b":21.5}}'),
        ("a{{! nothing }}b", "ab"),
        ("{{#yes}}open", "open"),
        ("{{/yes}}shut", "shut"),
    ],
)
def test_rendering(template: str, expected: str) -> None:
    assert render(template, CONTEXT) == expected


@given(st.text(alphabet="{}#^/&! .abn"))
def test_no_template_fails(template: str) -> None:
    assert isinstance(render(template, CONTEXT), str)

"""What can't be made a client is refused, with the place and what to do."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError

from .made import GADGETS, answers, body
from .project import Project, one_operation


@pytest.mark.parametrize(
    ("more", "schemas", "message"),
    [
        ("x-positional: [nothing]", "", "doIt: positional: there is no nothing"),
        (
            "parameters: [{name: id, in: query, description: D., schema: {type: string}}]\n"
            + body("Gadget"),
            "",
            "doIt: two arguments are called id",
        ),
        (
            body("Upload", kind="multipart/form-data"),
            """
            Upload:
              type: object
              description: Files.
              properties:
                files:
                  {type: array, items: {type: string, format: binary}, description: The files.}
            """,
            "doIt: files: a list of files needs a hand-written method",
        ),
        (
            "x-pagination: {style: single, items: gizmos}",
            "",
            "doIt: Gadget has no gizmos",
        ),
        (
            "parameters: [{name: a, x-name: class, in: query, description: D., schema: {}}]",
            "",
            "doIt: an argument can't be called 'class': add an x-name",
        ),
    ],
)
def test_what_cannot_be_planned_is_refused(
    project: Project, more: str, schemas: str, message: str
) -> None:
    response = answers(GADGETS % "Gadget")
    project.add("paths/gadgets.yaml", one_operation(more=more, response=response))
    project.add("schemas/gadgets.yaml", schemas)
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == (message,)


def test_two_methods_of_one_name_are_refused(project: Project) -> None:
    project.add("paths/gadgets.yaml", one_operation().replace("x-method: do_it", "x-method: get"))
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == ("gadgets: doIt and getGadget are both get() for the account",)


def test_a_method_that_is_no_name_is_refused(project: Project) -> None:
    project.add(
        "paths/gadgets.yaml", one_operation().replace("x-method: do_it", "x-method: import")
    )
    with pytest.raises(GeneratorError) as caught:
        project.generate()
    assert caught.value.problems == (
        "doIt: a method can't be called 'import': choose another x-method",
    )

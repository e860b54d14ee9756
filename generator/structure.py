"""What the client consists of: resources, their classes, and methods with arguments and results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .names import snake

if TYPE_CHECKING:
    from .types import Annotation

SCOPES = ("account", "product", "org")

SCOPE_PATHS = {
    "account": "/v1",
    "product": "/v1/products/{productIdOrSlug}",
    "org": "/v1/orgs/{orgIdOrSlug}",
}


@dataclass
class Example:
    """A call of a method, as a line of code, and what is done with its result."""

    call: str
    kind: str
    item: str = ""
    shown: str = ""

    def code(self, asynchronous: bool) -> str:
        """Return the statement, sync or async."""
        if self.kind in ("list", "page"):
            loop = "async for" if asynchronous else "for"
            shown = f"{self.item}.{self.shown}" if self.shown else self.item
            return f"{loop} {self.item} in {self.call}:\n    print({shown})"
        return f"await {self.call}" if asynchronous else self.call

    def prompt(self, asynchronous: bool) -> str:
        """Return the statement as a docstring has it, after prompts."""
        first, *more = self.code(asynchronous).splitlines()
        return "\n".join([f">>> {first}", *(f"... {line}" for line in more)])


@dataclass
class Argument:
    """One argument of a method, or one fixed value that the method sends."""

    name: str
    wire: str
    location: str
    """`path`, `query`, `body` (JSON), `form`, `field` or `file` (multipart), `whole` (all of the
    JSON) or `rest` (further fields of it)."""
    annotation: Annotation | None
    required: bool
    description: str = ""
    positional: bool = False
    default: str | None = None
    """Python source of the default; None for UNSET."""
    constant: Any = None
    fixed: bool = False
    comma: bool = False
    choice: tuple[str | None, str | None] | None = None
    """What travels for False and True; nothing for None."""
    prefix: str | None = None
    """What travels before a text that must not be empty; None where it may be."""
    as_text: bool = False
    """Whether a number is sent as its text."""
    secret: bool = False
    file_name: str = "file"
    """What a file without a name is called."""
    identifiers: bool = False
    """Whether a file is a list of identifiers."""


@dataclass
class Result:
    """What a method returns."""

    kind: str
    """`value` (a model or another one), `optional` (a model, or None where no body comes), `list`,
    `page`, `download` or `nothing`."""
    annotation: Annotation | None = None
    item: Annotation | None = None
    pagination: dict[str, str] = field(default_factory=dict)


@dataclass
class Method:
    """A method of a resource class."""

    name: str
    operation: Operation
    summary: str
    description: str
    arguments: list[Argument]
    result: Result
    deprecated: bool = False
    alias: str | None = None
    """Another name for it."""
    body_field: str | None = None
    """The body's one field under which everything goes (`{"product": {…}}`)."""
    timeout: float | None = None
    idempotent: bool | None = None
    header: tuple[str, str] | None = None
    """The header with a content type of its own: what it accepts, or what it sends."""
    example: Example | None = None
    raises: dict[str, str] = field(default_factory=dict[str, str])
    """The errors of the operation beyond those of every operation: class → why."""

    @property
    def takes_files(self) -> bool:
        """Whether it uploads."""
        return any(argument.location == "file" for argument in self.arguments)


@dataclass
class Operation:
    """An operation of the document, in one scope."""

    id: str
    base_id: str
    """The same for all scopes of one written operation."""
    method: str
    path: str
    scope: str
    tag: str
    raw: dict[str, Any]
    hand_written: bool
    methods: list[Method] = field(default_factory=list)

    @property
    def constant(self) -> str:
        """Name of the Operation constant."""
        return snake(self.base_id).upper()

    @property
    def auth(self) -> str:
        """Which credentials it takes."""
        schemes = [next(iter(entry), "") for entry in self.raw.get("security", ())]
        if not schemes:
            return "optional"
        first = schemes[0]
        if first == "accessToken":
            return "optional" if "" in schemes else "bearer"
        return {"userPassword": "basic", "oauthClient": "client"}.get(first, "optional")

    @property
    def contents(self) -> dict[str, Any]:
        """The content types of its request body."""
        return (self.raw.get("requestBody") or {}).get("content") or {}

    @property
    def permissions(self) -> list[str]:
        """The permission scopes that the document names."""
        return [
            name
            for entry in self.raw.get("security", ())
            for names in entry.values()
            for name in names
        ]

    @property
    def template(self) -> str:
        """The path as the Operation constant has it: any scope's for an operation of several."""
        if self.id == self.base_id and "x-operation" not in self.raw:
            return self.path
        return "{scope}" + self.path.removeprefix(SCOPE_PATHS[self.scope])


@dataclass
class ResourceClass:
    """One class: a resource in one scope, or what several scopes have in common."""

    name: str
    bases: list[str]
    methods: list[Method]
    scopes: list[str]
    shared: bool = False
    """Whether it is a base that several scopes' classes have in common."""


@dataclass
class Resource:
    """A resource: one module of the client."""

    tag: str
    description: str
    operations: list[Operation]
    classes: list[ResourceClass]
    by_scope: dict[str, str]
    """Scope → name of the class."""


@dataclass
class Plan:
    """Everything that is to be rendered."""

    resources: list[Resource]
    operations: list[Operation]

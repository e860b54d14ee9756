"""Libraries, in the form of JSON:API."""

from collections.abc import Callable
from typing import Any

from starlette.responses import JSONResponse, Response

from .. import upload_limits
from ..files import file_response
from ..libraries import (
    Libraries,
    Library,
    LibraryVersion,
    library_failure,
    read_properties,
    version_key,
)
from ..paging import page_of
from ..request import Call, as_names
from ..routing import Auth, route
from ..upload_limits import check_size

_LIBRARIES = "/v1/libraries"
_LIBRARY = _LIBRARIES + "/{library}"
_PAGE_SIZE, _MAX_PAGE_SIZE = 10, 100
_SCOPES = ("all", "official", "public", "mine", "private", "verified", "featured")
_TEXTS = ("license", "author", "sentence", "paragraph", "url", "repository")

_SORT_KEYS: dict[str, Callable[[tuple[Library, LibraryVersion]], Any]] = {
    "name": lambda pair: pair[0].name.lower(),
    "installs": lambda pair: pair[0].installs,
    "popularity": lambda pair: -pair[0].installs,
    "published": lambda pair: pair[1].uploaded_at,
    "updated": lambda pair: pair[1].uploaded_at,
    "created": lambda pair: pair[0].versions[0].uploaded_at,
    "official": lambda pair: not pair[0].is_official,
    "verified": lambda pair: not pair[0].is_official,
}


@route("GET", _LIBRARIES)
def list_libraries(call: Call) -> dict[str, Any]:
    page, query = page_of(call, size=_PAGE_SIZE, maximum=_MAX_PAGE_SIZE), call.query
    scope, excluded = query.get("scope", "all"), as_names(query.get("excludeScopes", ""), "scopes")
    if {scope, *excluded} - set(_SCOPES):
        raise library_failure(400, f"scope must be one of {', '.join(_SCOPES)}")
    sort = as_names(query.get("sort", "popularity"), "sort")
    if not sort or {key.removeprefix("-") for key in sort} - set(_SORT_KEYS):
        raise library_failure(
            400, f"sort must be one of {', '.join(_SORT_KEYS)}, or several with commas"
        )
    wanted = query.get("filter", "").lower()
    architectures = set(as_names(query.get("architectures", ""), "architectures"))
    found = [
        (library, versions[-1])
        for library in call.cloud.libraries.all()
        if wanted in library.name.lower()
        and (versions := library.visible_to(call.account))
        and _is_in(call, library, scope)
        and not any(_is_in(call, library, other) for other in excluded)
        and _fits(versions[-1], architectures)
        and query.get("category") in (None, versions[-1].properties.get("category"))
    ]
    for key in reversed(sort):
        found.sort(key=_SORT_KEYS[key.removeprefix("-")], reverse=key.startswith("-"))
    return {"data": [_library_json(call, *pair) for pair in page.of(found)]}


def _is_in(call: Call, library: Library, scope: str) -> bool:
    mine = library.author is call.account
    return {
        "all": True,
        "official": library.is_official,
        "verified": library.is_official,
        "featured": library.is_official,
        "public": any(version.public for version in library.versions),
        "mine": mine,
        "private": mine and not library.versions[-1].public,
    }[scope]


def _architectures(version: LibraryVersion) -> list[str]:
    found = as_names(version.properties.get("architectures", ""), "architectures")
    return [] if found == ["*"] else found


def _fits(version: LibraryVersion, wanted: set[str]) -> bool:
    own = set(_architectures(version))
    return not wanted or not own or bool(wanted & own)


@route("POST", _LIBRARIES)
def upload_library(call: Call) -> Response:
    files = call.body.files
    if len(files) != 1 or files[0].part not in ("file", "archive"):
        raise library_failure(400, "Send one archive, as the part named file")
    check_size(files, upload_limits.LIBRARY)
    properties = read_properties(files[0].content)
    name, version = properties["name"], properties["version"]
    libraries = call.cloud.libraries
    library = libraries.find(name) or Library(name=name, author=call.account)
    if library.author is not call.account:
        raise library_failure(400, f"The library {name} belongs to somebody else")
    if library.versions:
        # A private version may be replaced; a published one is there for good.
        last = library.versions[-1]
        lowest = version_key(last.version)
        is_again = not last.public and version_key(version) == lowest
        if not is_again and version_key(version) <= lowest:
            raise library_failure(
                400,
                "This version is not valid. Version must be greater than or equal to "
                + _next_version(last),
            )
        if is_again:
            library.versions.pop()
    uploaded = LibraryVersion(
        version=version,
        properties=properties,
        archive=files[0].content,
        uploaded_at=call.cloud.clock.timestamp(),
    )
    library.versions.append(uploaded)
    libraries.add(library)
    return JSONResponse({"data": _library_json(call, library, uploaded)}, status_code=201)


def _next_version(last: LibraryVersion) -> str:
    major, minor, patch = version_key(last.version)
    return f"{major}.{minor}.{patch + 1 if last.public else patch}"


@route("GET", _LIBRARY)
def get_library(call: Call) -> dict[str, Any]:
    library = _library(call)
    versions = library.visible_to(call.account, _version_scope(call))
    wanted = call.query.get("version", "latest")
    if wanted != "latest":
        versions = [version for version in versions if version.version == wanted]
    if not versions:
        raise library_failure(404, f"The library {library.name} has no version {wanted}")
    return {"data": _library_json(call, library, versions[-1])}


@route("GET", _LIBRARY + "/versions")
def list_library_versions(call: Call) -> dict[str, Any]:
    library, page = _library(call), page_of(call, size=_MAX_PAGE_SIZE, maximum=_MAX_PAGE_SIZE)
    versions = library.visible_to(call.account, _version_scope(call))
    return {"data": [_library_json(call, library, version) for version in page.of(versions)]}


@route("PATCH", _LIBRARY)
def publish_library(call: Call) -> dict[str, Any]:
    library = _own_library(call)
    if call.body.fields.get("visibility") != "public":
        raise library_failure(400, "visibility must be public")
    newest = library.versions[-1]
    if newest.public:
        raise library_failure(400, f"Version {newest.version} is public already")
    newest.public = True
    return {"data": _library_json(call, library, newest)}


@route("DELETE", _LIBRARY)
def delete_library(call: Call) -> dict[str, Any]:
    library = _own_library(call)
    if any(version.public for version in library.versions) and not call.body.fields.get("force"):
        raise library_failure(400, "A public library is deleted with force only")
    call.cloud.libraries.remove(library)
    return {"ok": True}


# Where the links of responses lead; the real cloud has another host for it, without tokens.
@route("GET", "/libraries/{library}/{filename}", auth=Auth.NONE)
def download_library(call: Call) -> Response:
    library = call.cloud.libraries.find(call.parameters["library"])
    for version in library.versions if library else ():
        if library and call.parameters["filename"] == _filename(library, version):
            return file_response(call, version.archive, "application/gzip")
    raise library_failure(404, "There is no such archive")


def _filename(library: Library, version: LibraryVersion) -> str:
    return f"{library.name}-{version.version}.tar.gz"


def _version_scope(call: Call) -> str:
    scope = call.query.get("scope", "all")
    if scope not in ("all", "public", "private"):
        raise library_failure(400, "scope must be all, public or private")
    return scope


def _library(call: Call) -> Library:
    libraries: Libraries = call.cloud.libraries
    library = libraries.find(call.parameters["library"])
    if library is None or not library.visible_to(call.account):
        raise library_failure(404, f"Library {call.parameters['library']} not found")
    return library


def _own_library(call: Call) -> Library:
    library = _library(call)
    if library.author is not call.account:
        raise library_failure(403, f"The library {library.name} belongs to somebody else")
    return library


def _library_json(call: Call, library: Library, version: LibraryVersion) -> dict[str, Any]:
    texts = {name: version.properties[name] for name in _TEXTS if name in version.properties}
    folder = f"{call.request.base_url}libraries/{library.name}"
    return {
        "type": "libraries",
        "id": library.name,
        "links": {"download": f"{folder}/{_filename(library, version)}"},
        "attributes": {
            "name": library.name,
            "version": version.version,
            "installs": library.installs,
            **texts,
            "architectures": _architectures(version),
            "visibility": "public" if version.public else "private",
            **({"official": True} if library.is_official else {}),
            "mine": library.author is call.account,
        },
    }

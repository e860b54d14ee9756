"""Refuses to go on without the packages of the extra."""

from importlib.util import find_spec


def _is_installed(package: str) -> bool:
    try:
        return find_spec(package) is not None
    except ValueError:  # what find_spec raises for a module that is blocked
        return False


for _package in ("starlette", "uvicorn", "python_multipart"):
    if not _is_installed(_package):
        raise ImportError(
            f"particle_client.sandbox needs {_package}, which isn't installed. "
            'Install the extra that has it: pip install "particle-client[sandbox]"',
            name=_package,
        )

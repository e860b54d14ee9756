"""Written by `make public-api`; see CONTRIBUTING.md. Do not edit."""

from typing import Literal, overload

"""The sources of the documentation's site, which `make docs` builds."""

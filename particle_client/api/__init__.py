# Generated from openapi/ by `make generate`. Do not edit.
"""The methods of the Cloud API, one module a resource."""

# Generated from openapi/ by `make generate`. Do not edit.
"""The operations of the Cloud API, one module a resource."""

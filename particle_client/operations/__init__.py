# Generated from openapi/ by `make generate`. Do not edit.
"""The operations of the Cloud API as data, one module a resource."""

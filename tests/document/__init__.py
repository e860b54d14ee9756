"""Tests of the bundled OpenAPI document."""

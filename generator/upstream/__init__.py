"""Compares the API calls in the source of Particle's own clients with the OpenAPI document."""

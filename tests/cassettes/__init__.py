"""Documented answers of the Cloud API as vcrpy cassettes, replayed through the client."""

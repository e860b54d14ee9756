"""Tests of the generator: small documents in, client code out."""

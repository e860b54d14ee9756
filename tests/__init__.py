"""The tests of the client, its document and its generator."""
